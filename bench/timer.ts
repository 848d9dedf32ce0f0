import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoDbClient } from '../src/adapters/aws/dynamodb-client.ts';
import { dynamoDbEventStore } from '../src/adapters/aws/dynamodb-event-store.ts';
import { dynamoDbKeyStore } from '../src/adapters/aws/dynamodb-key-store.ts';
import { createTables } from '../src/adapters/aws/tables.ts';
import { diskObjects } from '../src/adapters/filesystem/disk-objects.ts';
import { inParallel } from '../src/kernel/in-parallel.ts';
import { dynoxideBinary, startDynoxide } from '../src/local/dynoxide.ts';
import { DOCS, MIRROR } from '../src/workflows/business-context.ts';
import { checkDay } from '../src/workflows/daily-check/check-day.ts';
import type { Dependencies } from '../src/workflows/dependencies.ts';
import { chainsUnderWay, sheetUnderWay } from './chains-under-way.ts';
import { importLog } from './import-log.ts';
import { measuring, median, ms, printResults, type Result } from './result.ts';
import { BUSINESS, DAYS, EVENTS_EACH, nineOn, QUOTES, REF_KEY } from './timer-day.ts';

/**
 * The daily check over many open quotes against the Queries it cannot do without, as anybody would send them with the
 * document client, as many at a time. Both run in one process with a small heap and take turns; each turn of the check
 * is another day, on which one quote of a hundred is due.
 */
const HEAP_MB = 512;
const MAX_TIMES = 1.2;
/** As the check has them. */
const AT_ONCE = 32;

interface Measured {
  readonly queries: readonly number[];
  readonly checks: readonly number[];
  readonly peakMb: number;
}

/** Nothing where the bundled engine is not published for the platform. */
export const benchTimer = async (): Promise<readonly Result[]> => {
  const binary = dynoxideBinary();
  if (!binary) {
    measuring('the timer: skipped, the bundled DynamoDB engine is not published for this platform');
    return [];
  }
  const what = `the timer, ${QUOTES.toLocaleString('en')} open quotes of ${EVENTS_EACH} events`;
  measuring(`${what} (storing them takes a minute)`);
  const folder = mkdtempSync(join(tmpdir(), 'qf-bench-'));
  try {
    const csv = sheetUnderWay();
    writeFileSync(join(folder, 'quotes.csv'), csv);
    await importLog(binary, folder, 'bench.db', (await chainsUnderWay(csv)).of);
    const engine = await startDynoxide({ binary, file: join(folder, 'bench.db') });
    try {
      return resultsOf(what, await inAChild(engine.url, folder));
    } finally {
      await engine.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const resultsOf = (what: string, { queries, checks, peakMb }: Measured): readonly Result[] => {
  const times = median(checks) / median(queries);
  const heap = `heap of ${HEAP_MB} MB`;
  return [
    {
      what,
      ours: ms(median(checks)),
      beside: `its Queries alone ${ms(median(queries))}`,
      ratio: `${times.toFixed(2)} × their time`,
      goal: `≤ ${MAX_TIMES}`,
      reached: times <= MAX_TIMES,
    },
    {
      what: `${what}, ${heap}`,
      ours: `${Math.round(peakMb)} MB RSS`,
      beside: '',
      ratio: '',
      goal: 'ends',
      reached: true,
    },
  ];
};

const inAChild = async (url: string, folder: string): Promise<Measured> => {
  const flags = ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${HEAP_MB}`];
  const child = spawn(process.execPath, [...flags, fileURLToPath(import.meta.url), url, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise(resolve => child.once('exit', resolve));
  const told = await child.stdout.toArray();
  if ((await ended) !== 0) throw new Error('the timer did not end under its heap');
  const measured: Measured = JSON.parse(Buffer.concat(told).toString());
  return measured;
};

/** What the check asks of the world, and nothing besides: anything else would fail here. */
const worldOf = async (
  url: string,
  folder: string,
): Promise<{ readonly world: Dependencies; readonly stop: () => void }> => {
  const client = dynamoDbClient({ endpoint: url, local: true });
  await createTables(client, 'qf');
  const clock = { now: () => today };
  const objects = diskObjects(join(folder, 'objects'), clock);
  const csv = await readFile(join(folder, 'quotes.csv'));
  await objects.put('quotes-source', MIRROR.quotes, csv);
  await objects.put('quotes-source', MIRROR.manifest, Buffer.from('{}'));
  await objects.put('rules-source', DOCS.rules, Buffer.from('Priya is priya@harbourline.example.\n'));
  const world = {
    store: dynamoDbEventStore(client, { prefix: 'qf' }),
    keys: dynamoDbKeyStore(client, { prefix: 'qf' }),
    objects,
    clock,
    random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    secrets: { refKey: async () => REF_KEY },
    configSource: { read: async () => ({ config: BUSINESS, version: 'bench' }) },
    installation: { codeVersion: 'bench' },
    log: (level: string, message: string) => {
      if (level !== 'info') throw new Error(message);
    },
  };
  return { world: world as unknown as Dependencies, stop: () => client.destroy() };
};

let today = new Date(0);

const check = async (world: Dependencies, day: string): Promise<void> => {
  today = nineOn(day);
  const { outcomes } = await checkDay(world);
  const due = [...outcomes.values()].filter(outcome => outcome === 'last_call').length;
  if (outcomes.size !== QUOTES || due !== QUOTES / 100) throw new Error(`${outcomes.size} looked at, ${due} due`);
};

const queries = async (documents: DynamoDBDocumentClient): Promise<void> => {
  const streams = Array.from({ length: QUOTES }, (_, i) => `Q-${i}`);
  await inParallel(streams, AT_ONCE, async stream => {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: 'qf-audit',
        ConsistentRead: true,
        KeyConditionExpression: '#id = :id',
        ExpressionAttributeNames: { '#id': 'quote_id' },
        ExpressionAttributeValues: { ':id': stream },
      }),
    );
    if (Items.length < EVENTS_EACH) throw new Error(`${stream} has ${Items.length} events`);
  });
};

const timed = async (work: () => Promise<void>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const measure = async (url: string, folder: string): Promise<Measured> => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const plain = new DynamoDBClient({ endpoint: url, region: 'local', credentials });
  const documents = DynamoDBDocumentClient.from(plain);
  const { world, stop } = await worldOf(url, folder);
  const measured = { queries: [] as number[], checks: [] as number[] };
  const [warmUp = '', ...days] = DAYS;
  // The first check of all reads the whole log, for the heads of its chains; each later one what came since.
  await check(world, warmUp);
  for (const [turn, day] of days.entries()) {
    const both = [
      async () => measured.queries.push(await timed(() => queries(documents))),
      async () => measured.checks.push(await timed(() => check(world, day))),
    ];
    for (const work of turn % 2 === 0 ? both : both.toReversed()) await work();
  }
  plain.destroy();
  stop();
  return { ...measured, peakMb: process.resourceUsage().maxRSS / 1024 };
};

if (import.meta.main) {
  const [url, folder] = process.argv.slice(2);
  if (url === undefined || folder === undefined) printResults(await benchTimer());
  else process.stdout.write(JSON.stringify(await measure(url, folder)));
}
