import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { listenSmtp, receiverStamped, type TakenMail } from '../adapters/local/smtp-listener.ts';
import { wasChecked } from '../application/day-record.ts';
import { syncConfig } from '../application/sync-config.ts';
import { tellAboutSync } from '../application/tell-admin.ts';
import { wallClock } from '../cadence/next-allowed-minute.ts';
import { digest } from '../handlers/digest.ts';
import { mailRouter } from '../handlers/mail-router.ts';
import { sender } from '../handlers/sender.ts';
import { summary } from '../handlers/summary.ts';
import { sweeper } from '../handlers/sweeper.ts';
import { driveSync } from '../handlers/sync.ts';
import { timer } from '../handlers/timer.ts';
import { web } from '../handlers/web.ts';
import type { Log } from '../ports/world.ts';
import { consolePages } from './console/console.ts';
import type { TakingIn } from './console/request.ts';
import { CannotStart, copyExamples, EDITED, lockFolder, openFolder } from './data-folder.ts';
import { createDriver, type Driver } from './driver.ts';
import type { EngineKind } from './engine-record.ts';
import { fileSources } from './file-sources.ts';
import { beginJourney, currentJourney, endJourney, journeyEngine, noteOffset } from './journey.ts';
import { movableClock } from './movable-clock.ts';
import { openRuntime, RECEIVER_HOST, type Runtime } from './runtime.ts';
import { listenHttp } from './server.ts';

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
  readonly driver: () => Driver;
  readonly moveTo: (target: Date, progress?: (at: Date) => void) => Promise<void>;
  readonly backToNow: () => Promise<void>;
  readonly tick: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const TICK_MS = 1_000;

/** The whole system in one process. Rejects with `CannotStart` when something of the person's stands in the way. */
export const startSystem = async (options: SystemOptions): Promise<System> => {
  const { folder, log, smtpUrl } = options;
  const realNow = options.realNow ?? Date.now;
  await openFolder(folder);
  const unlock = await lockFolder(folder);
  const closers: (() => Promise<void>)[] = [unlock];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    await prepareFiles(folder, smtpUrl, new Date(realNow()));
    return await run(options, realNow, closers, closeAll);
  } catch (error) {
    await closeAll();
    log('error', 'StartFailed', { error: error instanceof Error ? error.name : 'unknown' });
    throw error;
  }
};

/** With a relay real people are written to: example data must not be there. */
const prepareFiles = async (folder: string, smtpUrl: string | null, now: Date): Promise<void> => {
  if (smtpUrl === null) {
    await copyExamples(folder, wallClock(now, 'UTC').date);
    return;
  }
  const isThere = (name: string): Promise<boolean> =>
    stat(join(folder, name)).then(
      () => true,
      () => false,
    );
  const missing = (
    await Promise.all(
      [EDITED.quotes, EDITED.rules, EDITED.voice, EDITED.config].map(async name =>
        (await isThere(name)) ? null : name,
      ),
    )
  ).filter(name => name !== null);
  if (missing.length > 0)
    throw new CannotStart(
      `with QF_SMTP_URL mail really leaves, so no examples are copied: put ${missing.join(', ')} into ${folder} first`,
    );
  if (await isThere('examples.json'))
    throw new CannotStart(
      `${folder} began with example data, and with QF_SMTP_URL mail really leaves: set QF_DATA to a folder of your own`,
    );
};

const run = async (
  options: SystemOptions,
  realNow: () => number,
  closers: (() => Promise<void>)[],
  closeAll: () => Promise<void>,
): Promise<System> => {
  const { folder, engine, log, smtpUrl } = options;
  const journey = await currentJourney(folder);
  const clock = movableClock(journey?.offsetMs ?? 0, realNow);
  const queue = serialQueue();
  let moved = journey !== null;
  let publicUrl = '';

  const open = async (): Promise<Open> => {
    const dataFolder = moved ? join(folder, 'journey') : folder;
    const runtime = await openRuntime({
      folder,
      dataFolder,
      engine: moved ? await journeyEngine(engine) : engine,
      clock,
      publicUrl,
      smtpUrl,
      log,
    });
    return openWith(folder, runtime, clock, log);
  };
  let current: Open | null = null;
  const opened = (): Open => {
    if (!current) throw new Error('the system is between two clocks; try again in a moment');
    return current;
  };

  const closeRuntime = async (): Promise<void> => {
    const closing = current;
    current = null;
    await closing?.runtime.close();
  };
  const moveTo = (target: Date, progress?: (at: Date) => void): Promise<void> =>
    queue(async () => {
      if (smtpUrl !== null) throw new CannotStart('mail really leaves, so the clock is fixed');
      if (!moved) {
        await closeRuntime();
        try {
          await beginJourney(folder, engine);
          moved = true;
        } finally {
          current = await open();
        }
      }
      await opened().driver.travel(target, progress);
      await noteOffset(folder, clock.offsetMs());
    });
  const backToNow = (): Promise<void> =>
    queue(async () => {
      if (!moved) return;
      await closeRuntime();
      await endJourney(folder, engine);
      moved = false;
      clock.backToNow();
      current = await open();
      await opened().driver.tick();
    });

  const take = async (mail: TakenMail): Promise<void> => {
    const { world } = opened().runtime;
    const key = `inbound/${mail.id}.eml`;
    await world.objects.put('raw-mime', key, mail.raw, 'message/rfc822');
    // Stored is taken: what goes wrong from here on, the sweep finds again.
    void queue(async () => {
      await mailRouter(world)({ detail: { object: { key } } });
      await opened().runtime.settled();
    }).catch((error: unknown) =>
      log('error', 'RouteFailed', { error: error instanceof Error ? error.name : 'unknown' }),
    );
  };

  const server = await listenHttp({
    port: options.port,
    secret: await consoleSecret(folder),
    web: async request => {
      const { world, settled } = opened().runtime;
      const response = await web(world)(request);
      await settled();
      return response;
    },
    console: request => pages(request),
    healthy: async () => current !== null,
    onError: error =>
      log('error', 'RequestFailed', { error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' }),
  });
  closers.push(server.close);
  publicUrl = `http://127.0.0.1:${server.port}`;
  current = await open();
  closers.push(async () => {
    // Nobody is answered from a log that is closed: the door first, then what is behind it.
    await server.close();
    await closeRuntime();
  });
  const { installation } = current.runtime.world;
  const smtp = await listenSmtp({
    port: options.smtpPort,
    quotesAddress: installation.quotesAddress,
    host: RECEIVER_HOST,
    now: clock.now,
    take,
  });
  closers.push(smtp.close);
  const pages = consolePages({
    runtime: () => opened().runtime,
    driver: () => opened().driver,
    moved: () => moved,
    takingIn: () => opened().takingIn(),
    fixed: smtpUrl === null ? null : 'Mail really leaves, so the clock is fixed.',
    realNow: () => new Date(realNow()),
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

  const begun = queue(() => opened().start());
  if (options.waitForStart === false)
    begun.catch((error: unknown) => log('error', 'StartFailed', { error: String(error).slice(0, 200) }));
  else await begun;
  const tick = (): Promise<void> =>
    queue(async () => {
      if (current) await current.driver.tick();
    });
  const { tickMs = TICK_MS } = options;
  if (tickMs !== null) {
    const ticking = setInterval(() => {
      tick().catch((error: unknown) =>
        log('error', 'TickFailed', { error: error instanceof Error ? error.name : 'unknown' }),
      );
    }, tickMs);
    closers.push(async () => clearInterval(ticking));
  }
  closers.push(() => queue(async () => {}));
  const secret = current.runtime.secrets.console;
  return {
    url: `${publicUrl}/?key=${secret}`,
    port: server.port,
    smtpPort: smtp.port,
    engineName: current.runtime.engine.name,
    runtime: () => opened().runtime,
    driver: () => opened().driver,
    moveTo,
    backToNow,
    tick,
    close: closeAll,
  };
};

const consoleSecret = async (folder: string): Promise<string> => {
  const { fileSecrets } = await import('../adapters/local/file-secrets.ts');
  return (await fileSecrets(join(folder, 'secrets.json'))).console;
};

interface Open {
  readonly runtime: Runtime;
  readonly driver: Driver;
  /** A sync of very many rows that is under way. */
  readonly takingIn: () => TakingIn | null;
  /** Takes the files in, catches up with what was missed, and finishes what a crash left. */
  readonly start: () => Promise<void>;
}

/** So many changed rows keep a small machine busy for longer than anybody waits for a page. */
const MANY_ROWS = 500;
const CHECK_MINUTE = 9 * 60;

const openWith = (folder: string, runtime: Runtime, clock: ReturnType<typeof movableClock>, log: Log): Open => {
  const { world, config, oneOffs, settled } = runtime;
  const sync = syncing(folder, runtime, clock);
  const safely = (name: string, work: () => Promise<unknown>) => async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log('error', name, {
        error: error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'unknown',
      });
    }
  };
  const check = safely('CheckFailed', timer(world));
  const sweep = safely('SweepFailed', sweeper(world));
  const driver = createDriver(clock, oneOffs, {
    recurring: {
      sync: safely('SyncFailed', sync.now),
      'daily-check': check,
      sweep,
      digest: safely('DigestFailed', digest(world)),
      summary: safely('SummaryFailed', summary(world)),
    },
    oneOff: notice => safely('SenderFailed', () => sender(world)({ detail: notice }))(),
    settled,
    timezone: async () => (await config.read()).config.timezone,
  });
  return {
    runtime,
    takingIn: sync.takingIn,
    driver: {
      ...driver,
      tick: async () => {
        await safely('SyncFailed', sync.ifChanged)();
        await settled();
        await driver.tick();
      },
    },
    start: async () => {
      await safely('SyncFailed', sync.now)();
      await settled();
      const { timezone } = (await config.read()).config;
      const { date, minute } = wallClock(clock.now(), timezone);
      if (minute >= CHECK_MINUTE && !(await wasChecked(world, date))) await check();
      await settled();
      await sweep();
      await settled();
    },
  };
};

/** Saving one of the files is a sync: their times are looked at every second. */
const syncing = (
  folder: string,
  { world, config }: Runtime,
  clock: ReturnType<typeof movableClock>,
): {
  readonly now: () => Promise<void>;
  readonly ifChanged: () => Promise<void>;
  readonly takingIn: () => TakingIn | null;
} => {
  const sources = fileSources(folder, clock);
  let seen = '';
  let takingIn: TakingIn | null = null;
  const stamp = async (): Promise<string> =>
    (
      await Promise.all(
        Object.values(EDITED).map(name =>
          stat(join(folder, name)).then(
            ({ mtimeMs, size }) => `${mtimeMs}/${size}`,
            () => '-',
          ),
        ),
      )
    ).join();
  const now = async (): Promise<void> => {
    seen = await stamp();
    const reloaded = await config.reload();
    await syncConfig(world, reloaded);
    if (E.isLeft(reloaded)) await tellAboutSync(world, { doc: 'config', errors: reloaded.left });
    try {
      await driveSync(world, sources, (done, of) => {
        takingIn = of < MANY_ROWS ? null : { done, of };
      })();
    } finally {
      takingIn = null;
    }
  };
  return { now, takingIn: () => takingIn, ifChanged: async () => ((await stamp()) !== seen ? now() : undefined) };
};

/** One thing after another: ticks, travels and inbound mail never overlap in one process. */
const serialQueue = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
};
