import { installationAggregate } from '../../aggregates/installation.ts';
import { MIRROR_LIFE_MS } from '../../aggregates/quote/send.ts';
import { load } from '../../event-store/load.ts';
import { SYSTEM_STREAM } from '../../events/stream-id.ts';
import {
  documentRefusedMail,
  firstSyncMail,
  type RefusedDocument,
  refusedRowsMail,
  rulesAcceptedMail,
  vanishedRowsMail,
} from '../../presentation/emails/admin-mails.ts';
import { exactMoment } from '../../presentation/when.ts';
import type { RulesError } from '../../rules-doc/read-document.ts';
import type { RulesReading } from '../../rules-doc/read-rules.ts';
import type { Voice, VoiceError } from '../../voice/voice-doc.ts';
import { type BusinessContext, DOCS, loadBusinessContext, MIRROR, versionOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { briefly, keyOfPairs, RENUMBERED, readPairs } from '../sheet-sync/renumbered-pairs.ts';
import type { DocOutcome } from '../sheet-sync/sync-settings.ts';
import type { SyncOutcome } from '../sheet-sync/sync-sheet.ts';
import { readUnreportedChanges, saveUnreportedChanges } from '../sheet-sync/unreported-sheet-changes.ts';
import { notifyAdminOnce } from './notify-admin-once.ts';
import { understoodOf } from './understood.ts';

/** What a sync came to, one thing at a time. */
export type SyncNews =
  | { readonly doc: 'rules'; readonly outcome: DocOutcome<RulesReading, RulesError> }
  | { readonly doc: 'voice'; readonly outcome: DocOutcome<Voice, VoiceError> }
  | { readonly doc: 'sheet'; readonly outcome: SyncOutcome }
  | { readonly doc: 'rules' | 'voice' | 'sheet'; readonly problem: string }
  | { readonly doc: 'config'; readonly errors: readonly string[] };

const ADOPTED_AFTER_DAYS = 14;
const MAX_NAMED = 100;
const MAX_ASKED = 40;

/** Tells the admin what they must know of a sync, each thing once. */
export const tellAboutSync = async (deps: Dependencies, news: SyncNews): Promise<void> => {
  const business = await loadBusinessContext(deps);
  if (news.doc === 'config')
    return refused(deps, business, { kind: 'config', errors: news.errors }, versionOf(news.errors.join()));
  if ('problem' in news) return unreachable(deps, business, news);
  if (news.doc === 'sheet') return sheetNews(deps, business, news.outcome);
  const { outcome } = news;
  if (!outcome.news) return;
  if (news.doc === 'rules' && news.outcome.kind === 'accepted') return rulesNews(deps, business, news.outcome);
  if (news.doc === 'rules' && news.outcome.kind === 'refused')
    return refused(deps, business, { kind: 'rules', faults: news.outcome.faults }, outcome.version);
  if (news.doc === 'voice' && news.outcome.kind === 'refused') {
    const error = news.outcome.faults
      .map(({ line, sentence, expected }) => `Line ${line}: “${sentence}”. Expected: ${expected}.`)
      .join('\n');
    return refused(deps, business, { kind: 'voice', error }, outcome.version);
  }
};

const refused = async (
  deps: Dependencies,
  business: BusinessContext,
  document: RefusedDocument,
  version: string,
): Promise<void> => {
  const since = await inForceSince(deps, document.kind);
  await notifyAdminOnce(deps, business, `${document.kind}-refused`, `${version}/${business.today}`, () =>
    documentRefusedMail({
      refused: document,
      at: business.now.toISOString(),
      inForceSince: since,
      zone: business.policy.timezone,
    }),
  );
};

/** UTC instant of the last good version; null while there is none. Settings that are in force have no date here. */
const inForceSince = async ({ objects }: Dependencies, kind: RefusedDocument['kind']): Promise<string | null> => {
  const stored =
    kind === 'sheet'
      ? await objects.get('quotes-source', MIRROR.manifest)
      : kind === 'config'
        ? null
        : await objects.get('rules-source', DOCS[kind]);
  return stored?.modified ?? null;
};

const unreachable = (
  deps: Dependencies,
  business: BusinessContext,
  { doc, problem }: Extract<SyncNews, { readonly problem: string }>,
): Promise<void> => {
  const document: RefusedDocument =
    doc === 'sheet' ? { kind: doc, error: problem, headers: [] } : { kind: doc, error: problem };
  return refused(deps, business, document, versionOf(problem));
};

/** Where syncs fail and the mirror has become too old to send by, the admin hears of it, once a day. */
export const tellIfStale = async (deps: Dependencies): Promise<void> => {
  const business = await loadBusinessContext(deps);
  const { readAt } = business.mirror;
  if (readAt.getTime() === 0 || business.now.getTime() - readAt.getTime() <= MIRROR_LIFE_MS) return;
  const problem = `the sheet could not be read since ${exactMoment(readAt.toISOString(), business.policy.timezone)}, for a reason that usually passes by itself. Until it can be read again, nothing is sent`;
  await unreachable(deps, business, { doc: 'sheet', problem });
};

const rulesNews = async (
  deps: Dependencies,
  business: BusinessContext,
  { reading, version }: Extract<DocOutcome<RulesReading, RulesError>, { kind: 'accepted' }>,
): Promise<void> => {
  await notifyAdminOnce(deps, business, 'rules-accepted', `${version}/${business.now.toISOString()}`, () =>
    rulesAcceptedMail({
      understood: understoodOf(reading, business.config),
      notUsed: reading.notUsed,
      at: business.now.toISOString(),
      zone: business.policy.timezone,
      effect: null,
    }),
  );
};

const sheetNews = async (deps: Dependencies, business: BusinessContext, outcome: SyncOutcome): Promise<void> => {
  if (outcome.kind !== 'refused') {
    await keptNews(deps, business);
    return stillRefused(deps, business);
  }
  if (outcome.news)
    await refused(
      deps,
      business,
      { kind: 'sheet', error: outcome.refusal.error, headers: [] },
      versionOf(outcome.refusal.error),
    );
};

/** What a sync found for the admin, this one or one whose letter failed. */
const keptNews = async (deps: Dependencies, business: BusinessContext): Promise<void> => {
  const { adopted, vanished, renumbered } = await readUnreportedChanges(deps);
  if (adopted + vanished.length + renumbered.length === 0) return;
  const open = [...business.mirror.rows.values()].filter(({ status }) => status === 'open').length;
  const ofAdopted =
    adopted === 0 ||
    (await notifyAdminOnce(deps, business, 'first-sync', 'first', url =>
      firstSyncMail({ open, old: adopted, olderThanDays: ADOPTED_AFTER_DAYS, url }),
    ));
  const ofVanished =
    vanished.length + renumbered.length === 0 || (await tellVanished(deps, business, vanished, renumbered));
  await saveUnreportedChanges(deps, {
    adopted: ofAdopted ? 0 : adopted,
    vanished: ofVanished ? [] : vanished,
    renumbered: ofVanished ? [] : renumbered,
  });
};

/** A row is listed once, if it is still wrong at the sync after the one that found it. */
const stillRefused = async (deps: Dependencies, business: BusinessContext): Promise<void> => {
  const { state, lastTs } = await load(deps, SYSTEM_STREAM, installationAggregate);
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
  await notifyAdminOnce(deps, business, 'refused-rows', key, () => refusedRowsMail({ faults: fresh }));
};

/** The sync that finds a fault and the one that still finds it lie a quarter of an hour apart. */
const NEXT_SYNC_MS = 10 * 60_000;

/** Rows that went, and those of them that a new row may be: one letter, one page about the latter. */
const tellVanished = async (
  deps: Dependencies,
  business: BusinessContext,
  gone: readonly string[],
  fresh: readonly string[],
): Promise<boolean> => {
  const asked = (await readPairs(deps, fresh)).slice(0, MAX_ASKED);
  const nowOf = new Map(asked.map(({ was, now }) => [was, now.quoteId]));
  const keys = [...new Set([...nowOf.keys(), ...gone])];
  const views = await Promise.all(
    keys.slice(0, MAX_NAMED).map(async key => {
      const quote = await briefly(deps, key);
      return quote === null ? null : { quote, renumberedTo: nowOf.get(key) ?? null };
    }),
  );
  const vanished = views.filter(view => view !== null);
  if (vanished.length === 0) return true;
  const about = asked.length === 0 ? 'vanished' : RENUMBERED;
  const which = asked.length === 0 ? versionOf(keys.join()) : keyOfPairs(asked);
  return notifyAdminOnce(deps, business, about, `${business.today}/${which}`, url =>
    vanishedRowsMail({ vanished, url: asked.length === 0 ? null : url }),
  );
};
