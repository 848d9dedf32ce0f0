import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { chartDrawer } from '../adapters/chart/draw-chart.ts';
import { diskMailer } from '../adapters/local/disk-mailer.ts';
import { diskObjects } from '../adapters/local/disk-objects.ts';
import { type FileOneOffs, fileOneOffs } from '../adapters/local/file-one-offs.ts';
import { type FileSecrets, fileSecrets } from '../adapters/local/file-secrets.ts';
import { relayMailer } from '../adapters/local/relay-mailer.ts';
import { templateModel } from '../adapters/local/template-model.ts';
import { sharedReader } from '../adapters/mail/guarded-reader.ts';
import { readPdf } from '../adapters/pdf/read-pdf.ts';
import { projector } from '../application/project.ts';
import { publisher } from '../application/publish.ts';
import type { Installation, World } from '../application/world.ts';
import { sender } from '../handlers/sender.ts';
import { LOCAL_RECEIVER, SES_RECEIVER } from '../inbox/provenance.ts';
import type { Change } from '../ports/change-feed.ts';
import type { Log } from '../ports/world.ts';
import { CODE_VERSION } from './code-version.ts';
import type { OpenEngine } from './engine.ts';
import type { EngineKind } from './engine-record.ts';
import { fileSheetWriter } from './file-sheet-writer.ts';
import { type FileConfig, fileConfig } from './file-sources.ts';
import { localBus } from './local-bus.ts';
import type { MovableClock } from './movable-clock.ts';
import { openEngine } from './open-engine.ts';
import { quotesAddressOf, systemAddressOf } from './quotes-address.ts';
import { sheetVersions } from './sheet-versions.ts';

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
  readonly seenBy?: (part: 'sender' | 'projector' | 'publisher', world: World) => World;
}

/** The whole system over one folder of data, without a listener: the same loops and handlers as on AWS, other adapters. */
export interface Runtime {
  readonly world: World;
  readonly engine: OpenEngine;
  readonly oneOffs: FileOneOffs;
  readonly config: FileConfig;
  readonly secrets: FileSecrets;
  /** Everything in the log is projected and published. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const openRuntime = async (options: RuntimeOptions): Promise<Runtime> => {
  const { folder, dataFolder, clock, publicUrl, smtpUrl, log, seenBy = (_, world) => world } = options;
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
  const send: (event: unknown) => Promise<unknown> = event => sender(seenBy('sender', world))(event);
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
  const world: World = {
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
    project: seenBy('projector', world),
    bus: seenBy('publisher', world).bus,
    log,
    clock,
  });
  return {
    world,
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
  { project, bus, log, clock }: Pick<World, 'bus' | 'log' | 'clock'> & { readonly project: World },
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
