import { join } from 'node:path';
import { fileSecrets } from '../adapters/filesystem/file-secrets.ts';
import { listenSmtp, receiverStamped, type TakenMail } from '../adapters/mail/smtp-listener.ts';
import { consolePages } from '../console/console.ts';
import { web } from '../handlers/http/web.ts';
import { mailRouter } from '../handlers/process-mail.ts';
import type { Log } from '../ports/world.ts';
import { lockFolder, openFolder, prepareFiles } from './data-folder.ts';
import type { EngineKind } from './engine.ts';
import { shared, whyUnwell } from './health.ts';
import { RECEIVER_HOST, type Runtime } from './runtime.ts';
import type { Scheduler } from './scheduler.ts';
import { type SerialQueue, serialQueue } from './serial-queue.ts';
import { listenHttp } from './server.ts';
import { type TwoClocks, twoClocks } from './time-travel.ts';

export interface SystemOptions {
  readonly folder: string;
  readonly engine: EngineKind;
  readonly port: number;
  readonly smtpPort: number;
  /** A real relay; null: mail stays in a mailbox on disk. */
  readonly smtpUrl: string | null;
  readonly log: Log;
  /** The real time; tests give another. */
  readonly realNow?: () => number;
  /** How often due work is looked for; null: only when `tick` is called. */
  readonly tickMs?: number | null;
  /** False: answer at once, while the first sync and check of a large sheet go on. */
  readonly waitForStart?: boolean;
}

export interface System {
  readonly url: string;
  readonly port: number;
  readonly smtpPort: number;
  readonly engineName: string;
  readonly runtime: () => Runtime;
  readonly driver: () => Scheduler;
  readonly moveTo: (target: Date, progress?: (at: Date) => void) => Promise<void>;
  readonly backToNow: () => Promise<void>;
  readonly tick: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const TICK_MS = 1_000;

/** The whole system in one process. Rejects with `CannotStart` when something of the person's stands in the way. */
export const startSystem = async (options: SystemOptions): Promise<System> => {
  const { folder, log, smtpUrl, realNow = Date.now } = options;
  await openFolder(folder);
  const unlock = await lockFolder(folder);
  const closers: (() => Promise<void>)[] = [unlock];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    await prepareFiles(folder, smtpUrl, new Date(realNow()));
    return await run({ ...options, realNow }, closers, closeAll);
  } catch (error) {
    await closeAll();
    log('error', 'StartFailed', { error: error instanceof Error ? error.name : 'unknown' });
    throw error;
  }
};

type RunOptions = SystemOptions & { readonly realNow: () => number };

const run = async (
  options: RunOptions,
  closers: (() => Promise<void>)[],
  closeAll: () => Promise<void>,
): Promise<System> => {
  const { folder, log, smtpUrl } = options;
  const queue = serialQueue();
  const clocks = await twoClocks({ ...options, queue });
  const { clock, opened, moveTo, backToNow } = clocks;
  const take = takingMail(clocks, queue, log);
  const server = await listenHttp({
    port: options.port,
    secret: (await fileSecrets(join(folder, 'secrets.json'))).console,
    web: async request => {
      const { deps, settled } = opened().runtime;
      const response = await web(deps)(request);
      await settled();
      return response;
    },
    console: request => pages(request),
    unwell: shared(async () =>
      clocks.isOpen() ? whyUnwell(clocks.dataFolder(), opened().runtime.engine) : 'the system is between two clocks',
    ),
    onError: error =>
      log('error', 'RequestFailed', { error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' }),
  });
  closers.push(server.close);
  const publicUrl = `http://127.0.0.1:${server.port}`;
  const { runtime } = await clocks.open(publicUrl);
  closers.push(async () => {
    // Nobody is answered from a log that is closed: the door first, then what is behind it.
    await server.close();
    await clocks.close();
  });
  const smtp = await listenSmtp({
    port: options.smtpPort,
    quotesAddress: runtime.deps.installation.quotesAddress,
    host: RECEIVER_HOST,
    now: clock.now,
    take,
  });
  closers.push(smtp.close);
  const pages = consolePages({
    runtime: () => opened().runtime,
    driver: () => opened().driver,
    moved: clocks.isMoved,
    takingIn: () => opened().takingIn(),
    fixed: smtpUrl === null ? null : 'Mail really leaves, so the clock is fixed.',
    realNow: () => new Date(options.realNow()),
    moveTo,
    backToNow,
    takeMail: async (raw, envelope) => {
      await take(receiverStamped(raw, { ...envelope, host: RECEIVER_HOST, at: clock.now() }));
      await queue(async () => {});
    },
    smtpPort: smtp.port,
    folder,
    relay: smtpUrl === null ? null : (URL.parse(smtpUrl)?.host ?? 'a relay'),
  });
  const tick = (): Promise<void> =>
    queue(async () => {
      if (clocks.isOpen()) await opened().driver.tick();
    });
  await begin(options, clocks, queue);
  closers.push(...ticking(options, tick), () => queue(async () => {}));
  return {
    url: `${publicUrl}/?key=${runtime.secrets.console}`,
    port: server.port,
    smtpPort: smtp.port,
    engineName: runtime.engine.name,
    runtime: () => opened().runtime,
    driver: () => opened().driver,
    moveTo,
    backToNow,
    tick,
    close: closeAll,
  };
};

const takingMail =
  ({ opened }: TwoClocks, queue: SerialQueue, log: Log) =>
  async (mail: TakenMail): Promise<void> => {
    const { deps } = opened().runtime;
    const key = `inbound/${mail.id}.eml`;
    await deps.objects.put('raw-mime', key, mail.raw, 'message/rfc822');
    // Stored is taken: what goes wrong from here on, the sweep finds again.
    void queue(async () => {
      await mailRouter(deps)({ detail: { object: { key } } });
      await opened().runtime.settled();
    }).catch((error: unknown) =>
      log('error', 'RouteFailed', { error: error instanceof Error ? error.name : 'unknown' }),
    );
  };

const begin = async ({ waitForStart, log }: RunOptions, { opened }: TwoClocks, queue: SerialQueue): Promise<void> => {
  const begun = queue(() => opened().start());
  if (waitForStart === false)
    begun.catch((error: unknown) => log('error', 'StartFailed', { error: String(error).slice(0, 200) }));
  else await begun;
};

/** What ends the ticking, if there is any. */
const ticking = (
  { tickMs = TICK_MS, log }: RunOptions,
  tick: () => Promise<void>,
): readonly (() => Promise<void>)[] => {
  if (tickMs === null) return [];
  const timer = setInterval(() => {
    tick().catch((error: unknown) =>
      log('error', 'TickFailed', { error: error instanceof Error ? error.name : 'unknown' }),
    );
  }, tickMs);
  return [async () => clearInterval(timer)];
};
