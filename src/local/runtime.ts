import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chartDrawer } from '../adapters/chart/draw-chart.ts';
import { diskObjects } from '../adapters/filesystem/disk-objects.ts';
import { type FileOneOffs, fileOneOffs } from '../adapters/filesystem/file-one-offs.ts';
import { type FileSecrets, fileSecrets } from '../adapters/filesystem/file-secrets.ts';
import { templateModel } from '../adapters/filesystem/offline-model.ts';
import { sharedReader } from '../adapters/mail/guarded-reader.ts';
import { diskMailer } from '../adapters/mail/outbox.ts';
import { relayMailer } from '../adapters/mail/relay-mailer.ts';
import { readPdf } from '../adapters/pdf/read-pdf.ts';
import type { Config } from '../cadence/policy.ts';
import { publisher } from '../event-store/outbox.ts';
import { sender } from '../handlers/sender.ts';
import { LOCAL_RECEIVER, SES_RECEIVER } from '../mail-reading/trust/provenance.ts';
import type { Change } from '../ports/change-feed.ts';
import type { Log } from '../ports/world.ts';
import { projector } from '../projections/projector.ts';
import type { Dependencies, Installation } from '../workflows/dependencies.ts';
import type { EngineKind, OpenEngine } from './engine.ts';
import { fileSheetWriter } from './file-sheet-writer.ts';
import { type FileConfig, fileConfig } from './file-sources.ts';
import { localBus } from './local-bus.ts';
import type { MovableClock } from './movable-clock.ts';
import { openEngine } from './open-engine.ts';
import { sheetVersions } from './sheet-versions.ts';

const readVersion = (): string => {
  const file = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'package.json');
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof json === 'object' && json !== null && 'version' in json && typeof json.version === 'string'
    ? json.version
    : '0';
};

/** The release that decides: recorded with each decision that reads rules. */
export const CODE_VERSION = readVersion();

/** The domain of a laptop's system: the first company domain. */
const domainOf = ({ companyDomains }: Pick<Config, 'companyDomains'>): string => companyDomains[0] ?? 'local.qf';

/** Where answers and blind copies arrive. */
export const quotesAddressOf = (config: Pick<Config, 'companyDomains'>): string => `quotes@quotes.${domainOf(config)}`;

/** Where notices to reps come from. */
export const systemAddressOf = (config: Pick<Config, 'companyDomains'>): string =>
  `follow-up@quotes.${domainOf(config)}`;

export const RECEIVER_HOST = 'inbound-smtp.local.qf';
export const MESSAGE_HOST = 'mail.local.qf';

/** Drafts made side by side: one's commits and files are flushed together with another's. */
const AT_ONCE = 32;
/** A relay counts connections. */
const AT_ONCE_BY_RELAY = 4;

export interface RuntimeOptions {
  /** The files a person edits. */
  readonly folder: string;
  /** Log, objects, schedules: the folder itself, or a journey's copy of it. */
  readonly dataFolder: string;
  readonly engine: EngineKind;
  readonly clock: MovableClock;
  readonly publicUrl: string;
  readonly smtpUrl: string | null;
  readonly log: Log;
  /** The world as one part of the system sees it, for whoever counts what each asks of it; absent: all see the same. */
  readonly seenBy?: (part: 'sender' | 'projector' | 'publisher', deps: Dependencies) => Dependencies;
}

/** The whole system over one folder of data, without a listener: the same loops and handlers as on AWS, other adapters. */
export interface Runtime {
  readonly deps: Dependencies;
  readonly engine: OpenEngine;
  readonly oneOffs: FileOneOffs;
  readonly config: FileConfig;
  readonly secrets: FileSecrets;
  /** Everything in the log is projected and published. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const openRuntime = async (options: RuntimeOptions): Promise<Runtime> => {
  const { folder, dataFolder, clock, publicUrl, smtpUrl, log, seenBy = (_, deps) => deps } = options;
  const [config, secrets, oneOffs] = await Promise.all([
    fileConfig(folder),
    fileSecrets(join(folder, 'secrets.json')),
    fileOneOffs(join(dataFolder, 'schedules.json')),
  ]);
  const engine = await openEngine(dataFolder, options.engine, log);
  const objects = diskObjects(join(dataFolder, 'objects'), clock);
  const installation = await installationOf(config, publicUrl);
  const mailer =
    smtpUrl === null
      ? diskMailer({ objects, clock, host: MESSAGE_HOST })
      : relayMailer({ url: smtpUrl, objects, clock, host: MESSAGE_HOST });
  const send: (event: unknown) => Promise<unknown> = event => sender(seenBy('sender', deps))(event);
  const atOnce = smtpUrl === null ? AT_ONCE : AT_ONCE_BY_RELAY;
  const bus = localBus({ deliver: detail => send({ detail }), atOnce, log });
  const base = {
    store: engine.store,
    keys: engine.keys,
    readModels: engine.readModels,
    tripwire: engine.tripwire,
    objects,
    mailer,
    oneOffs,
    model: templateModel,
    clock,
    secrets,
    hookSecrets: secrets.hookSecrets,
    installation,
    log,
  };
  const deps: Dependencies = {
    ...base,
    random: length => randomBytes(length),
    configSource: config,
    sheetWriter: fileSheetWriter(folder, sheetVersions(objects)),
    charts: chartDrawer(),
    readPdf: bytes => readPdf(bytes),
    mailReader: { ...sharedReader(), receivers: [LOCAL_RECEIVER, SES_RECEIVER] },
    bus,
  };
  const feeds = runFeeds(engine, {
    project: seenBy('projector', deps),
    bus: seenBy('publisher', deps).bus,
    log,
    clock,
  });
  return {
    deps,
    engine,
    oneOffs,
    config,
    secrets,
    // The publisher's drafts append more, which the projector then has to see.
    settled: async () => {
      await engine.feed.drained('publisher');
      await bus.idle();
      await engine.feed.drained('projector');
    },
    close: async () => {
      await bus.stop();
      await feeds.stop();
      await engine.close();
    },
  };
};

const runFeeds = (
  { feed, tripwire }: OpenEngine,
  { project, bus, log, clock }: Pick<Dependencies, 'bus' | 'log' | 'clock'> & { readonly project: Dependencies },
): { readonly stop: () => Promise<void> } => {
  const abort = new AbortController();
  const onParked = async (
    { stream, version }: { readonly stream: string; readonly version: number },
    error: string,
  ): Promise<void> => log('error', 'Parked', { stream, version, error });
  const onTripped = async ({ kind, stream, version }: Change): Promise<void> => {
    if (kind !== 'INSERT') await tripwire.note({ kind, stream, version, at: clock.now().toISOString() });
  };
  const signal = abort.signal;
  const runs = [
    feed.run({ consumer: 'projector', handler: projector(project), onParked, signal }),
    feed.run({ consumer: 'publisher', handler: publisher({ bus, log, onTripped }), onParked, signal }),
  ];
  return {
    stop: async () => {
      abort.abort();
      await Promise.allSettled(runs);
    },
  };
};

/** Names and addresses of a laptop's system, from the first company domain. */
const installationOf = async (config: FileConfig, publicUrl: string): Promise<Installation> => {
  const { config: settings } = await config.read();
  return {
    quotesAddress: quotesAddressOf(settings),
    systemAddress: systemAddressOf(settings),
    publicUrl,
    codeVersion: CODE_VERSION,
    businessName: '',
    messageIdHost: MESSAGE_HOST,
  };
};
