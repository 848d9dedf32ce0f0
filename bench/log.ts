import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { EventStore, EventType } from '@castore/core';
import { LegacyDynamoDBEventStorageAdapter } from '@castore/event-storage-adapter-dynamodb';
import * as E from 'fp-ts/lib/Either.js';
import { dynamoDbClient } from '../src/adapters/aws/dynamodb-client.ts';
import { dynamoDbEventStore } from '../src/adapters/aws/dynamodb-event-store.ts';
import { dynamoDbKeyStore } from '../src/adapters/aws/dynamodb-key-store.ts';
import { createTables } from '../src/adapters/aws/tables.ts';
import { quoteAggregate } from '../src/aggregates/quote/quote.ts';
import { NO_HASH, withHash } from '../src/event-store/hash-chain.ts';
import { load, nothingRead } from '../src/event-store/load.ts';
import { transact } from '../src/event-store/transact.ts';
import { newEvent } from '../src/events/event-type.ts';
import { MovePlanned } from '../src/events/quote-events.ts';
import type { StoredEvent } from '../src/events/stored-event.ts';
import { dynoxideBinary, startDynoxide } from '../src/local/dynoxide.ts';
import { measuring, median, ms, printResults, type Result } from './result.ts';

/**
 * The log against the bare SDK and Castore, on the bundled DynamoDB engine: an append with hash chain and codec, and a
 * load and fold of 20 events. Ratios of medians of runs that take turns; 1 is as fast as the bare SDK, 2 twice as fast.
 * Goals: at least 0.95, and at least Castore's own.
 */
const ROUNDS = 61;
/** Short runs, many of them: what else the machine does meanwhile then falls on all alike. */
const CALLS_ALONE = 16;
const CALLS_TOGETHER = 64;
const MIN_OF_SDK = 0.95;
const STREAM_LENGTH = 20;

type Contender = 'raw' | 'ours' | 'castore';
type Work = (id: string) => Promise<void>;

const fixture = (action: string): StoredEvent =>
  JSON.parse(readFileSync(new URL(`../tests/fixtures/events/${action}@1.json`, import.meta.url), 'utf8'));

const ACTIONS = [
  'QuoteListed',
  'MovePlanned',
  'DraftWritten',
  'DraftMailed',
  'DraftApproved',
  'SendClaimed',
  'NudgeSent',
];

/** A believable quote of 20 events: listed, then nudged again and again. */
const longStream = (stream: string): StoredEvent[] => {
  const events: StoredEvent[] = [];
  for (let i = 0; i < STREAM_LENGTH; i++) {
    const action = i === 0 ? 'QuoteListed' : (ACTIONS[1 + ((i - 1) % (ACTIONS.length - 1))] ?? 'MovePlanned');
    const { hash: _, ...item } = fixture(action);
    const place = { quote_id: stream, version: i + 1, event_id: `${stream}/${i + 1}` };
    events.push(withHash({ ...item, ...place, prev_hash: events.at(-1)?.hash ?? NO_HASH }));
  }
  return events;
};

/** What anybody would write by hand over the items of a Query. */
const handFold = (items: readonly Record<string, unknown>[]): { readonly version: number; readonly nudges: number } => {
  let state = { version: 0, status: 'none', nudges: 0, facts: null as unknown };
  for (const item of items) {
    const data = item.data as Record<string, unknown>;
    switch (item.action) {
      case 'QuoteListed':
        state = { ...state, facts: data.facts };
        break;
      case 'NudgeSent':
        state = { ...state, nudges: state.nudges + 1, status: 'sent' };
        break;
      default:
        state = { ...state, status: String(item.action) };
    }
    state = { ...state, version: Number(item.version) };
  }
  return state;
};

/** Castore's keys, with as many indexes as our log has: what is compared is the code, not the table. */
const castoreTable = (TableName: string) =>
  new CreateTableCommand({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'aggregateId', AttributeType: 'S' },
      { AttributeName: 'version', AttributeType: 'N' },
      { AttributeName: 'timestamp', AttributeType: 'S' },
      { AttributeName: 'type', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'aggregateId', KeyType: 'HASH' },
      { AttributeName: 'version', KeyType: 'RANGE' },
    ],
    LocalSecondaryIndexes: [
      {
        IndexName: 'by_time',
        KeySchema: [
          { AttributeName: 'aggregateId', KeyType: 'HASH' },
          { AttributeName: 'timestamp', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'by_type',
        KeySchema: [
          { AttributeName: 'type', KeyType: 'HASH' },
          { AttributeName: 'timestamp', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  });

const contenders = async (url: string) => {
  const client = dynamoDbClient({ endpoint: url, local: true });
  // The others get the client that anybody would make.
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const plain = new DynamoDBClient({ endpoint: url, region: 'local', credentials });
  const documents = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  await createTables(client, 'raw');
  await createTables(client, 'qf');
  await client.send(castoreTable('castore'));
  const store = dynamoDbEventStore(client, { prefix: 'qf' });
  const deps = {
    store,
    keys: dynamoDbKeyStore(client, { prefix: 'qf' }),
    clock: { now: () => new Date() },
    random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    log: () => {},
  };
  const castore = new EventStore({
    eventStoreId: 'QUOTES',
    eventTypes: ACTIONS.map(type => new EventType({ type })),
    reducer: (
      state: { version: number; nudges: number; aggregateId: string },
      event: { type: string; version: number },
    ) => ({
      ...state,
      version: event.version,
      nudges: (state?.nudges ?? 0) + (event.type === 'NudgeSent' ? 1 : 0),
    }),
    eventStorageAdapter: new LegacyDynamoDBEventStorageAdapter({ tableName: 'castore', dynamoDBClient: plain }),
  });
  const sample = fixture('MovePlanned');
  const planned = sample.data as never;
  // The same event for all, the bare SDK and Castore with hashes made beforehand: Castore keeps as metadata whatever it
  // has no field for.
  const { quote_id: _id, version: _at, action: _action, data: _data, ts: _ts, ...said } = sample;
  const append: Record<Contender, Work> = {
    raw: async id => {
      await documents.send(
        new PutCommand({
          TableName: 'raw-audit',
          Item: { ...sample, quote_id: id, event_id: `${id}/1`, ts: new Date().toISOString() },
          ConditionExpression: 'attribute_not_exists(#id)',
          ExpressionAttributeNames: { '#id': 'quote_id' },
        }),
      );
    },
    ours: async id => {
      const done = await transact(deps, {
        stream: id,
        aggregate: quoteAggregate,
        actor: { system: 'bench' },
        sealRef: () => null,
        loaded: nothingRead(quoteAggregate.initial),
        decide: () => E.right(newEvent(MovePlanned, planned, null)),
      });
      if (E.isLeft(done)) throw new Error('refused');
    },
    castore: async id => {
      const event = {
        aggregateId: id,
        version: 1,
        type: 'MovePlanned',
        payload: sample.data,
        metadata: { ...said, event_id: `${id}/1` },
      };
      await castore.pushEvent(event as never);
    },
  };
  for (const event of longStream('LONG')) {
    await store.append(event);
    await documents.send(new PutCommand({ TableName: 'raw-audit', Item: event }));
    const { version, action, data, ...metadata } = event;
    await castore.pushEvent({ aggregateId: 'LONG', version, type: action, payload: data, metadata } as never);
  }
  const read: Record<Contender, Work> = {
    raw: async () => {
      const { Items } = await documents.send(
        new QueryCommand({
          TableName: 'raw-audit',
          ConsistentRead: true,
          KeyConditionExpression: '#id = :id',
          ExpressionAttributeNames: { '#id': 'quote_id' },
          ExpressionAttributeValues: { ':id': 'LONG' },
        }),
      );
      if (handFold(Items ?? []).version !== STREAM_LENGTH) throw new Error('folded wrong');
    },
    ours: async () => {
      if ((await load(deps, 'LONG', quoteAggregate)).version !== STREAM_LENGTH) throw new Error('folded wrong');
    },
    castore: async () => {
      const { aggregate } = await castore.getAggregate('LONG');
      if (aggregate?.version !== STREAM_LENGTH) throw new Error('folded wrong');
    },
  };
  const close = (): void => {
    client.destroy();
    plain.destroy();
  };
  return { append, read, close };
};

const timed = async (work: Work, concurrency: number, times: number, tag: string): Promise<number> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < times) await work(`${tag}-${next++}`);
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (performance.now() - from) / times;
};

const ORDER: readonly Contender[] = ['raw', 'ours', 'castore'];

/** Speed of ours against each of the others. */
const compare = async (what: string, works: Record<Contender, Work>, concurrency: number): Promise<Result[]> => {
  const calls = concurrency === 1 ? CALLS_ALONE : CALLS_TOGETHER;
  const runs: Record<Contender, number[]> = { raw: [], ours: [], castore: [] };
  for (const who of ORDER) await timed(works[who], concurrency, calls, `warm-${what}-${concurrency}-${who}`);
  for (let round = 0; round < ROUNDS; round++) {
    // Each takes each place in turn: the engine's stream grows, and whoever is later meets a longer one.
    for (let place = 0; place < ORDER.length; place++) {
      const who = ORDER[(round + place) % ORDER.length] ?? 'raw';
      runs[who].push(await timed(works[who], concurrency, calls, `${what}-${concurrency}-${round}-${who}`));
    }
  }
  const ours = median(runs.ours);
  const against = (name: string, other: number, least: number): Result => ({
    what: `${what}, ${concurrency} at a time`,
    ours: ms(ours),
    beside: `${name} ${ms(other)}`,
    ratio: `${(other / ours).toFixed(2)} × its speed`,
    goal: `≥ ${least}`,
    reached: other / ours >= least,
  });
  return [against('bare SDK', median(runs.raw), MIN_OF_SDK), against('Castore', median(runs.castore), 1)];
};

/** Nothing where the bundled engine is not published for the platform. */
export const benchLog = async (): Promise<readonly Result[]> => {
  const binary = dynoxideBinary();
  if (!binary) {
    measuring('the log: skipped, the bundled DynamoDB engine is not published for this platform');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'qf-bench-'));
  const engine = await startDynoxide({ binary, file: join(folder, 'bench.db') });
  const { append, read, close } = await contenders(engine.url);
  const results: Result[] = [];
  try {
    for (const concurrency of [1, 32]) {
      measuring(`the log, ${concurrency} at a time`);
      results.push(...(await compare('append', append, concurrency)));
      results.push(...(await compare('load and fold 20', read, concurrency)));
    }
  } finally {
    close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
};

if (import.meta.main) printResults(await benchLog());
