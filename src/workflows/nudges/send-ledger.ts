import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import type { Loaded } from '../../event-store/load.ts';
import { MovePlanned, QuoteListed, SendClaimed } from '../../events/quote-events.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import { quoteStream } from '../../events/stream-id.ts';
import type { SendResult } from '../../ports/mail.ts';
import type { Dependencies } from '../dependencies.ts';

/**
 * Claims outside the log. The log may be restored from a backup and then knows nothing of the sends since; what lies
 * here, locked on AWS, does. A claim is in the log before it is here: one that is here alone was forgotten.
 */
export const CLAIMS = 'claims/';
/** Names the newest claim; quote numbers never begin so. It may be replaced: whoever wants certainty reads the folder. */
const NEWEST = `${CLAIMS}~newest.json`;
const OUTCOME = '.outcome.json';

/** What a send needs to be told again: the step as it was planned, and the day that it took. */
export const KeptClaim = t.type({
  quote: t.string,
  claim: t.string,
  at: t.string,
  day: t.string,
  planned: MovePlanned.data,
});
export type KeptClaim = t.TypeOf<typeof KeptClaim>;

/** What the mail service said of it, where it said something definite. */
export const KeptOutcome = t.union([
  t.type({ kind: t.literal('sent'), messageId: t.string }),
  t.type({ kind: t.literal('not-sent'), reason: t.string }),
]);
export type KeptOutcome = t.TypeOf<typeof KeptOutcome>;

const Newest = t.type({ quote: t.string, claim: t.string });

type Objects = Pick<Dependencies, 'objects'>;
type LogDeps = Objects & Pick<Dependencies, 'store' | 'log'>;

const folderOf = (quoteId: string): string => `${CLAIMS}${encodeURIComponent(quoteStream(quoteId))}/`;
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Before the mail is handed over. */
export const recordClaim = async ({ objects }: Objects, kept: KeptClaim): Promise<void> => {
  const { quote, claim } = kept;
  await objects.putOnce('raw-mime', `${folderOf(quote)}${claim}.json`, bytes(kept), 'application/json');
  await objects.put('raw-mime', NEWEST, bytes({ quote, claim }), 'application/json');
};

/** After the outcome is in the log, or where the log cannot take it because its stream cannot be read. Nothing waits for it: a claim without an outcome is one of unknown outcome. */
export const recordOutcome = async (
  { objects, log }: Objects & Pick<Dependencies, 'log'>,
  quoteId: string,
  claim: string,
  result: SendResult,
): Promise<void> => {
  if (result.kind === 'unknown') return;
  const outcome: KeptOutcome =
    result.kind === 'sent'
      ? { kind: 'sent', messageId: result.messageId }
      : { kind: 'not-sent', reason: result.reason };
  try {
    await objects.putOnce('raw-mime', `${folderOf(quoteId)}${claim}${OUTCOME}`, bytes(outcome), 'application/json');
  } catch (error) {
    log('warn', 'OutcomeNotKept', { error: error instanceof Error ? error.name : 'unknown' });
  }
};

/** The step of a draft as the log has it planned. */
export const plannedIn = (stored: readonly StoredEvent[], draftId: string): KeptClaim['planned'] | null => {
  for (const { action, data } of stored.toReversed())
    if (action === MovePlanned.name && MovePlanned.data.is(data) && data.draftId === draftId) return data;
  return null;
};

const isClaimed = (stored: readonly StoredEvent[], claim: string): boolean =>
  stored.some(({ action, data }) => action === SendClaimed.name && SendClaimed.data.is(data) && data.claim === claim);

/** Claims that lie outside and the log of their quote does not know, by name. Sends that did not leave count for nothing. */
export const forgottenClaims = async (
  { objects }: Objects,
  quoteId: string,
  stored: readonly StoredEvent[],
): Promise<readonly string[]> => {
  const folder = folderOf(quoteId);
  const names = (await objects.list('raw-mime', folder)).map(({ key }) => key.slice(folder.length));
  const forgotten: string[] = [];
  for (const name of names) {
    const claim = name.slice(0, -'.json'.length);
    if (name.endsWith(OUTCOME) || isClaimed(stored, claim)) continue;
    if ((await outcomeOf({ objects }, quoteId, claim))?.kind !== 'not-sent') forgotten.push(claim);
  }
  return forgotten;
};

/**
 * Whether the log was restored to before its newest send. A restore gives the log as of one moment: if it knows the newest
 * send it knows them all. A quote that is not listed has nothing to send.
 */
export const isLogBehind = async (deps: LogDeps): Promise<boolean> => {
  const newest = decodeObject(Newest, await deps.objects.get('raw-mime', NEWEST));
  if (newest === null) return false;
  // Read, not folded: a quote whose log holds what this release does not know keeps no other's send back.
  const stored = await deps.store.read(quoteStream(newest.quote));
  return stored.some(({ action }) => action === QuoteListed.name) && !isClaimed(stored, newest.claim);
};

/** Asked before each send: nothing leaves while the log does not know of every send before. */
export const isMissingFromLog = async (
  deps: LogDeps,
  quoteId: string,
  { stored }: Loaded<QuoteState>,
): Promise<boolean> => {
  const [behind, own] = await Promise.all([isLogBehind(deps), forgottenClaims(deps, quoteId, stored)]);
  return behind || own.length > 0;
};

/** From now on the newest claim says nothing: all that lies outside was compared with the log. */
export const forgetNewest = async ({ objects }: Objects): Promise<void> => {
  await objects.put('raw-mime', NEWEST, bytes(null), 'application/json');
};

/** Quotes that ever had a claim. */
export const claimedQuotes = async ({ objects }: Objects): Promise<readonly string[]> => {
  const folders = (await objects.list('raw-mime', CLAIMS)).map(({ key }) => key.slice(CLAIMS.length).split('/'));
  return [
    ...new Set(folders.flatMap(([folder, name]) => (name === undefined ? [] : [decodeURIComponent(folder ?? '')]))),
  ];
};

/** Null: it cannot be read, or was kept without the step by an earlier release. */
export const claimOf = async ({ objects }: Objects, quoteId: string, claim: string): Promise<KeptClaim | null> =>
  decodeObject(KeptClaim, await objects.get('raw-mime', `${folderOf(quoteId)}${claim}.json`));

export const outcomeOf = async ({ objects }: Objects, quoteId: string, claim: string): Promise<KeptOutcome | null> =>
  decodeObject(KeptOutcome, await objects.get('raw-mime', `${folderOf(quoteId)}${claim}${OUTCOME}`));

const decodeObject = <A>(codec: t.Type<A>, object: { readonly body: Uint8Array } | null): A | null => {
  if (object === null) return null;
  try {
    const decoded = codec.decode(JSON.parse(new TextDecoder().decode(object.body)));
    return E.isRight(decoded) ? decoded.right : null;
  } catch {
    return null;
  }
};
