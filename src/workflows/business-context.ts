import { createHash } from 'node:crypto';
import * as E from 'fp-ts/lib/Either.js';
import type { QuoteState } from '../aggregates/quote/state.ts';
import { type Ownership, ownerOf } from '../cadence/owner.ts';
import { type Config, type Policy, policyOf, type Rules } from '../cadence/policy.ts';
import { wallClock } from '../cadence/sending-hours.ts';
import type { Versions } from '../events/quote-events.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Clock } from '../ports/world.ts';
import type { readRules } from '../rules-doc/read-rules.ts';
import type { ClosedRow } from '../sheet/closed-sheet.ts';
import type { RefusedCell, Row } from '../sheet/row.ts';
import { plainVoice, readVoice, type Voice } from '../voice/voice-doc.ts';
import type { Dependencies } from './dependencies.ts';
import { lazy } from './lazy.ts';

/** Whose a quote is, by its row and the rules in force. */
export const ownershipOf = (
  { facts }: Pick<QuoteState, 'facts'>,
  { policy }: Pick<BusinessContext, 'policy'>,
): Ownership => ownerOf({ owner: facts?.owner ?? null, team: facts?.team ?? null }, policy);

/**
 * Keeps the newest parsed form of one document under one config: a check of many quotes asks for the same sheet many
 * times. Another content (`version`) or another config is parsed anew. For pure parsers only.
 */
export const memoizeByVersion = <T>(): ((config: Config, version: string, parse: () => T) => T) => {
  const kept = new WeakMap<Config, { readonly version: string; readonly value: T }>();
  return (config, version, parse) => {
    const known = kept.get(config);
    if (known?.version === version) return known.value;
    const value = parse();
    kept.set(config, { version, value });
    return value;
  };
};

// What reads rules and sheet is a fifth of a start: it is loaded while rules and sheet are fetched.
const mirrorParsing = lazy(() => import('./sheet-sync/parse-mirror.ts'));
const rulesReader = lazy(() => import('../rules-doc/read-rules.ts'));

/**
 * Keys of the objects that hold what is in force. The manifest is the mirror, whole in one object, so that nobody reads
 * half of one reading and half of another; the two tabs lie beside it for people, and for their history.
 */
export const MIRROR = { quotes: 'quotes.csv', closed: 'closed.csv', manifest: 'manifest.json' } as const;
export const DOCS = { rules: 'rules.txt', voice: 'voice.txt' } as const;

export interface Mirror {
  /** By compared quote number. */
  readonly rows: ReadonlyMap<string, Row>;
  readonly refused: readonly RefusedCell[];
  readonly closed: readonly ClosedRow[];
  readonly version: string;
  /** By which readings of the sheet are ordered; 0: stored before they were. */
  readonly sheetVersion: number;
  /** How far the order is ahead of the sheet's own versions: those of another file may be lower. */
  readonly ahead: number;
  /** UTC instant at which the sheet was last found to be so. */
  readonly readAt: Date;
}

/** What the manifest holds. The fields after `readAt` are missing in one from before readings were ordered. */
export interface Manifest {
  /** Hashes of the two tabs. */
  readonly quotes: string;
  readonly closed: string;
  readonly readAt: string;
  /** Whose versions these are, the one that was read, and how far the order of readings is ahead of them. */
  readonly sheet?: { readonly source: string; readonly version: number; readonly ahead: number };
  /** The two tabs themselves. */
  readonly tabs?: { readonly quotes: string; readonly closed: string };
}

export const readManifest = (body: Uint8Array): Manifest => {
  const manifest: Partial<Manifest> = JSON.parse(decoder.decode(body));
  return { quotes: '', closed: '', readAt: '', ...manifest };
};

/** Where a reading stands among all readings, of whatever file. */
export const sheetVersionOf = (manifest: Pick<Manifest, 'sheet'> | null): number =>
  manifest?.sheet ? manifest.sheet.version + manifest.sheet.ahead : 0;

/** What is in force just now: everything that a decision about a quote reads, with the versions it had. */
export interface BusinessContext {
  readonly config: Config;
  readonly policy: Policy;
  readonly voice: Voice;
  readonly mirror: Mirror;
  readonly versions: Versions;
  readonly now: Date;
  readonly today: LocalDate;
}

type BusinessDeps = Pick<Dependencies, 'objects' | 'configSource' | 'clock' | 'installation' | 'log'>;

const NO_RULES: Rules = { tiers: [], teams: {}, people: {}, away: [] };

/** Reads the sheet's mirror, the docs in force and the config. Before the first sync the mirror is empty and old. */
export const loadBusinessContext = async (deps: BusinessDeps): Promise<BusinessContext> => {
  const { config, version } = await deps.configSource.read();
  const [rules, voice, mirror] = await Promise.all([
    readRulesInForce(deps, config),
    readVoiceInForce(deps, config),
    readMirror(deps, config),
  ]);
  const now = deps.clock.now();
  return {
    config,
    policy: policyOf(config, rules.rules),
    voice: voice.voice,
    mirror,
    versions: {
      sheet: mirror.version,
      rules: rules.version,
      voice: voice.version,
      config: version,
      code: deps.installation.codeVersion,
    },
    now,
    today: wallClock(now, config.timezone).date,
  };
};

/** The same things in force, a moment later. */
export const atThisInstant = (business: BusinessContext, clock: Clock): BusinessContext =>
  atInstant(business, clock.now());

export const atInstant = (business: BusinessContext, now: Date): BusinessContext => ({
  ...business,
  now,
  today: wallClock(now, business.policy.timezone).date,
});

/** Who is who and when, without the sheet: for whoever only sorts mail. */
export const readPolicy = async (deps: Pick<BusinessDeps, 'objects' | 'configSource' | 'log'>): Promise<Policy> => {
  const { config } = await deps.configSource.read();
  return policyOf(config, (await readRulesInForce(deps, config)).rules);
};

/** Content hash that names a version in the log. */
export const versionOf = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);

const decoder = new TextDecoder();

const readRulesInForce = async (
  { objects, log }: Pick<BusinessDeps, 'objects' | 'log'>,
  config: Config,
): Promise<{ rules: Rules; version: string }> => {
  const [stored, { readRules }] = await Promise.all([objects.get('rules-source', DOCS.rules), rulesReader()]);
  if (!stored) return { rules: NO_RULES, version: 'none' };
  const read = rulesOnce(config, stored.version, () => readRules(decoder.decode(stored.body), config));
  if (E.isRight(read)) return { rules: read.right.rules, version: versionOf(stored.body) };
  // Accepted once, refused now: the config changed under it (a currency, say). Config alone speaks, and loudly.
  log('error', 'RulesInForceUnreadable', { errors: read.left.length });
  return { rules: NO_RULES, version: `${versionOf(stored.body)}-unreadable` };
};

const readVoiceInForce = async (
  { objects }: Pick<BusinessDeps, 'objects'>,
  config: Config,
): Promise<{ voice: Voice; version: string }> => {
  const stored = await objects.get('rules-source', DOCS.voice);
  if (!stored) return { voice: plainVoice, version: 'none' };
  const read = voiceOnce(config, stored.version, () => readVoice(decoder.decode(stored.body)));
  return { voice: E.isRight(read) ? read.right : plainVoice, version: versionOf(stored.body) };
};

export const readMirror = async (
  { objects, log }: Pick<Dependencies, 'objects' | 'log'>,
  config: Config,
): Promise<Mirror> => {
  const [{ parseSheet, parseClosed }, stored] = await Promise.all([
    mirrorParsing(),
    objects.get('quotes-source', MIRROR.manifest),
  ]);
  if (!stored) return noMirror('none');
  const manifest = manifestOnce(config, stored.version, () => readManifest(stored.body));
  const tabs = manifest.tabs ? inManifest(manifest, manifest.tabs) : await besideManifest(objects);
  if (!tabs) return noMirror('none');
  const sheet = sheetOnce(config, tabs.quotesVersion, () => {
    const body = tabs.quotes();
    const sheet = parseSheet(body, config);
    return sheet === null ? null : { ...sheet, version: versionOf(body) };
  });
  if (!sheet) {
    log('error', 'MirrorUnreadable');
    return noMirror('unreadable');
  }
  return {
    ...sheet,
    closed: closedOnce(config, tabs.closedVersion, () => parseClosed(tabs.closed(), config)),
    sheetVersion: sheetVersionOf(manifest),
    ahead: manifest.sheet?.ahead ?? 0,
    readAt: new Date(stored.modified),
  };
};

const noMirror = (version: string): Mirror => ({
  rows: new Map(),
  refused: [],
  closed: [],
  version,
  sheetVersion: 0,
  ahead: 0,
  readAt: new Date(0),
});

interface Tabs {
  readonly quotesVersion: string;
  readonly closedVersion: string;
  readonly quotes: () => Uint8Array;
  readonly closed: () => Uint8Array;
}

const encoder = new TextEncoder();

const inManifest = (manifest: Manifest, tabs: NonNullable<Manifest['tabs']>): Tabs => ({
  quotesVersion: manifest.quotes,
  closedVersion: manifest.closed,
  quotes: () => encoder.encode(tabs.quotes),
  closed: () => encoder.encode(tabs.closed),
});

/** A mirror from before the manifest held the tabs. */
const besideManifest = async (objects: Dependencies['objects']): Promise<Tabs | null> => {
  const [quotes, closed] = await Promise.all([
    objects.get('quotes-source', MIRROR.quotes),
    objects.get('quotes-source', MIRROR.closed),
  ]);
  if (!quotes) return null;
  return {
    quotesVersion: quotes.version,
    closedVersion: closed?.version ?? '',
    quotes: () => quotes.body,
    closed: () => closed?.body ?? new Uint8Array(),
  };
};

const manifestOnce = memoizeByVersion<Manifest>();
const rulesOnce = memoizeByVersion<ReturnType<typeof readRules>>();
const voiceOnce = memoizeByVersion<ReturnType<typeof readVoice>>();
const sheetOnce = memoizeByVersion<Pick<Mirror, 'rows' | 'refused' | 'version'> | null>();
const closedOnce = memoizeByVersion<readonly ClosedRow[]>();
