import { MIRROR_LIFE_MS } from '../aggregates/quote/send.ts';
import { systemAggregate } from '../aggregates/system.ts';
import type { RulesError, RulesReading } from '../cadence/rules/read-rules.ts';
import { SYSTEM_STREAM } from '../events/stream-name.ts';
import { documentRefusedMail, type RefusedDocument } from '../letters/mail/document-refused-mail.ts';
import { firstSyncMail } from '../letters/mail/first-sync-mail.ts';
import { refusedRowsMail } from '../letters/mail/refused-rows-mail.ts';
import { rulesAcceptedMail } from '../letters/mail/rules-accepted-mail.ts';
import { vanishedRowsMail } from '../letters/mail/vanished-rows-mail.ts';
import { exactMoment } from '../letters/words/when.ts';
import type { Voice, VoiceError } from '../voice/read-voice.ts';
import { type Business, DOCS, MIRROR, readBusiness, versionOf } from './business.ts';
import { load } from './load.ts';
import { briefly, keyOfPairs, RENUMBERED, readPairs } from './renumbered-pairs.ts';
import { putSheetNews, readSheetNews } from './sheet-news.ts';
import type { DocOutcome } from './sync-docs.ts';
import type { SyncOutcome } from './sync-sheet.ts';
import { tellOnce } from './tell-once.ts';
import { understoodOf } from './understood.ts';
import type { World } from './world.ts';

/** What a sync came to, one thing at a time. */
export type SyncNews =
  | { readonly doc: 'rules'; readonly outcome: DocOutcome<RulesReading, RulesError> }
  | { readonly doc: 'voice'; readonly outcome: DocOutcome<Voice, VoiceError> }
  | { readonly doc: 'sheet'; readonly outcome: SyncOutcome }
  | { readonly doc: 'rules' | 'voice' | 'sheet'; readonly problem: string }
  | { readonly doc: 'config'; readonly errors: readonly string[] };

const ADOPTED_AFTER_DAYS = 14;
const MOST_NAMED = 100;
const MOST_ASKED = 40;

/** Tells the admin what they must know of a sync, each thing once. */
export const tellAboutSync = async (world: World, news: SyncNews): Promise<void> => {
  const business = await readBusiness(world);
  if (news.doc === 'config')
    return refused(world, business, { kind: 'config', errors: news.errors }, versionOf(news.errors.join()));
  if ('problem' in news) return unreachable(world, business, news);
  if (news.doc === 'sheet') return sheetNews(world, business, news.outcome);
  const { outcome } = news;
  if (!outcome.news) return;
  if (news.doc === 'rules' && news.outcome.kind === 'accepted') return rulesNews(world, business, news.outcome);
  if (news.doc === 'rules' && news.outcome.kind === 'refused')
    return refused(world, business, { kind: 'rules', faults: news.outcome.faults }, outcome.version);
  if (news.doc === 'voice' && news.outcome.kind === 'refused') {
    const error = news.outcome.faults
      .map(({ line, sentence, expected }) => `Line ${line}: “${sentence}”. Expected: ${expected}.`)
      .join('\n');
    return refused(world, business, { kind: 'voice', error }, outcome.version);
  }
};

const refused = async (world: World, business: Business, document: RefusedDocument, version: string): Promise<void> => {
  const since = await inForceSince(world, document.kind);
  await tellOnce(world, business, `${document.kind}-refused`, `${version}/${business.today}`, () =>
    documentRefusedMail({
      refused: document,
      at: business.now.toISOString(),
      inForceSince: since,
      zone: business.policy.timezone,
    }),
  );
};

/** UTC instant of the last good version; null while there is none. Settings that are in force have no date here. */
const inForceSince = async ({ objects }: World, kind: RefusedDocument['kind']): Promise<string | null> => {
  const stored =
    kind === 'sheet'
      ? await objects.get('quotes-source', MIRROR.manifest)
      : kind === 'config'
        ? null
        : await objects.get('rules-source', DOCS[kind]);
  return stored?.modified ?? null;
};

const unreachable = (
  world: World,
  business: Business,
  { doc, problem }: Extract<SyncNews, { readonly problem: string }>,
): Promise<void> => {
  const document: RefusedDocument =
    doc === 'sheet' ? { kind: doc, error: problem, headers: [] } : { kind: doc, error: problem };
  return refused(world, business, document, versionOf(problem));
};

/** Where syncs fail and the mirror has become too old to send by, the admin hears of it, once a day. */
export const tellIfStale = async (world: World): Promise<void> => {
  const business = await readBusiness(world);
  const { readAt } = business.mirror;
  if (readAt.getTime() === 0 || business.now.getTime() - readAt.getTime() <= MIRROR_LIFE_MS) return;
  const problem = `the sheet could not be read since ${exactMoment(readAt.toISOString(), business.policy.timezone)}, for a reason that usually passes by itself. Until it can be read again, nothing is sent`;
  await unreachable(world, business, { doc: 'sheet', problem });
};

const rulesNews = async (
  world: World,
  business: Business,
  { reading, version }: Extract<DocOutcome<RulesReading, RulesError>, { kind: 'accepted' }>,
): Promise<void> => {
  await tellOnce(world, business, 'rules-accepted', `${version}/${business.now.toISOString()}`, () =>
    rulesAcceptedMail({
      understood: understoodOf(reading, business.config),
      notUsed: reading.notUsed,
      at: business.now.toISOString(),
      zone: business.policy.timezone,
      effect: null,
    }),
  );
};

const sheetNews = async (world: World, business: Business, outcome: SyncOutcome): Promise<void> => {
  if (outcome.kind !== 'refused') {
    await keptNews(world, business);
    return stillRefused(world, business);
  }
  if (outcome.news)
    await refused(
      world,
      business,
      { kind: 'sheet', error: outcome.refusal.error, headers: [] },
      versionOf(outcome.refusal.error),
    );
};

/** What a sync found for the admin, this one or one whose letter failed. */
const keptNews = async (world: World, business: Business): Promise<void> => {
  const { adopted, vanished, renumbered } = await readSheetNews(world);
  if (adopted + vanished.length + renumbered.length === 0) return;
  const open = [...business.mirror.rows.values()].filter(({ status }) => status === 'open').length;
  const ofAdopted =
    adopted === 0 ||
    (await tellOnce(world, business, 'first-sync', 'first', url =>
      firstSyncMail({ open, old: adopted, olderThanDays: ADOPTED_AFTER_DAYS, url }),
    ));
  const ofVanished =
    vanished.length + renumbered.length === 0 || (await tellVanished(world, business, vanished, renumbered));
  await putSheetNews(world, {
    adopted: ofAdopted ? 0 : adopted,
    vanished: ofVanished ? [] : vanished,
    renumbered: ofVanished ? [] : renumbered,
  });
};

/** A row is listed once, if it is still wrong at the sync after the one that found it. */
const stillRefused = async (world: World, business: Business): Promise<void> => {
  const { state, lastTs } = await load(world, SYSTEM_STREAM, systemAggregate);
  const faults = business.mirror.refused.filter(({ row, column }) => state.refusedRows.includes(`${row}/${column}`));
  const fresh = faults.filter(
    ({ row, column }) =>
      !state.notified.some(noted => noted.startsWith('refused-rows/') && noted.includes(`;${row}/${column};`)),
  );
  const sinceFound = lastTs === null ? 0 : business.now.getTime() - Date.parse(lastTs);
  if (fresh.length === 0 || sinceFound < NEXT_SYNC_MS) return;
  const key = `;${fresh
    .slice(0, 40)
    .map(({ row, column }) => `${row}/${column}`)
    .join(';')};`;
  await tellOnce(world, business, 'refused-rows', key, () => refusedRowsMail({ faults: fresh }));
};

/** The sync that finds a fault and the one that still finds it lie a quarter of an hour apart. */
const NEXT_SYNC_MS = 10 * 60_000;

/** Rows that went, and those of them that a new row may be: one letter, one page about the latter. */
const tellVanished = async (
  world: World,
  business: Business,
  gone: readonly string[],
  fresh: readonly string[],
): Promise<boolean> => {
  const asked = (await readPairs(world, fresh)).slice(0, MOST_ASKED);
  const nowOf = new Map(asked.map(({ was, now }) => [was, now.quoteId]));
  const keys = [...new Set([...nowOf.keys(), ...gone])];
  const views = await Promise.all(
    keys.slice(0, MOST_NAMED).map(async key => {
      const quote = await briefly(world, key);
      return quote === null ? null : { quote, renumberedTo: nowOf.get(key) ?? null };
    }),
  );
  const vanished = views.filter(view => view !== null);
  if (vanished.length === 0) return true;
  const about = asked.length === 0 ? 'vanished' : RENUMBERED;
  const which = asked.length === 0 ? versionOf(keys.join()) : keyOfPairs(asked);
  return tellOnce(world, business, about, `${business.today}/${which}`, url =>
    vanishedRowsMail({ vanished, url: asked.length === 0 ? null : url }),
  );
};
