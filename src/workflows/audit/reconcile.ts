import * as E from 'fp-ts/lib/Either.js';
import { takeDay } from '../../aggregates/contact.ts';
import { restoreSend } from '../../aggregates/quote/restore-send.ts';
import { callUnknown, recordSent } from '../../aggregates/quote/send.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import { isLocalDate } from '../../kernel/local-date.ts';
import type { Dependencies } from '../dependencies.ts';
import {
  claimedQuotes,
  claimOf,
  forgetNewest,
  forgottenClaims,
  isLogBehind,
  type KeptClaim,
  type KeptOutcome,
  outcomeOf,
} from '../nudges/send-ledger.ts';
import { decideContact, decideQuote, type LogDeps, loadQuote } from '../quotes.ts';

const RECONCILE = { system: 'reconcile' } as const;
/** A draft voided, a step planned, its claim: no send needs more. */
const MAX_STEPS = 5;

/** A send that the log forgot, and what became of it. */
export interface Reconciled {
  readonly quote: string;
  readonly claim: string;
  /** UTC instant of the claim; null where it cannot be read. */
  readonly at: string | null;
  /** `sent`: it left, and the log says so now. `unknown`: its owner is asked. `unlisted`: nothing is sent for it. `left`: still to be done. */
  readonly became: 'sent' | 'unknown' | 'unlisted' | 'left';
  /** Why it is left. */
  readonly because: string | null;
}

/**
 * Compares the claims that were kept outside with the log, and tells the log of every send that it forgot: what the mail
 * service took as sent, the rest as sends of unknown outcome, which only a person, or a delivery event, decides about.
 * Sends nothing. Run again it finds nothing to do. `write` false: only looks.
 */
export const reconcile = async (
  deps: LogDeps & Pick<Dependencies, 'objects'>,
  { write }: { readonly write: boolean },
  onFound: (found: Reconciled) => void,
): Promise<readonly Reconciled[]> => {
  const all: Reconciled[] = [];
  for (const quote of await claimedQuotes(deps)) {
    for (const found of await reconcileQuote(deps, quote, write)) {
      all.push(found);
      onFound(found);
    }
  }
  const done = write && all.every(({ became }) => became !== 'left');
  if (done && (await isLogBehind(deps))) await forgetNewest(deps);
  return all;
};

const reconcileQuote = async (
  deps: LogDeps & Pick<Dependencies, 'objects'>,
  quote: string,
  write: boolean,
): Promise<readonly Reconciled[]> => {
  const { stored, state } = await loadQuote(deps, quote);
  const found: Reconciled[] = [];
  const forgotten = await forgottenClaims(deps, quote, stored);
  const kept = await Promise.all(
    forgotten.map(async claim => ({
      claim,
      kept: await claimOf(deps, quote, claim),
      outcome: await outcomeOf(deps, quote, claim),
    })),
  );
  kept.sort((a, b) => ((a.kept?.at ?? '') < (b.kept?.at ?? '') ? -1 : 1));
  for (const { claim, kept: body, outcome } of kept) {
    const at = body?.at ?? null;
    const say = (became: Reconciled['became'], because: string | null = null): void =>
      void found.push({ quote, claim, at, became, because });
    if (state.facts === null) say('unlisted');
    else if (body === null) say('left', 'its copy cannot be read: put the quote on hold and ask its owner');
    else if (!write) say(outcome?.kind === 'sent' ? 'sent' : 'unknown');
    else {
      const refused = await tellLog(deps, body, outcome);
      if (refused === null) say(outcome?.kind === 'sent' ? 'sent' : 'unknown');
      else say('left', refused);
    }
  }
  return found;
};

/** Why it could not be told, or null. */
const tellLog = async (deps: LogDeps, kept: KeptClaim, outcome: KeptOutcome | null): Promise<string | null> => {
  const { quote, claim, day, planned } = kept;
  if (!isLocalDate(day)) return 'its copy names no day';
  await takeDayOf(deps, kept, day);
  for (let step = 0; step < MAX_STEPS; step++) {
    const told = await decideQuote(deps, quote, {
      actor: RECONCILE,
      decide: state => (holds(state, claim) ? E.right(null) : restoreSend(state, { claim, day, planned })),
    });
    if (E.isLeft(told)) return told.left.because;
    if (told.right.events.length === 0) break;
  }
  const settled = await decideQuote(deps, quote, { actor: RECONCILE, decide: settle(deps, kept, outcome, day) });
  return E.isLeft(settled) ? settled.left.because : null;
};

const holds = ({ draft }: QuoteState, claim: string): boolean => draft?.claim?.id === claim;

const settle =
  ({ clock }: Pick<Dependencies, 'clock'>, { claim }: KeptClaim, outcome: KeptOutcome | null, day: string) =>
  (state: QuoteState) => {
    const { draft, facts } = state;
    if (!draft || !facts || !holds(state, claim)) return E.right(null);
    if (outcome?.kind !== 'sent') return callUnknown(state, { now: clock.now(), force: true });
    const { id: draftId, stepIndex, move } = draft;
    const { messageId } = outcome;
    const recipientRef = facts.contactRef;
    return recordSent(state, {
      draftId,
      claim,
      stepIndex,
      move,
      day,
      recipientRef,
      messageId,
      via: 'email',
      how: 'send',
    });
  };

/** The day comes first, as it did when it was taken. One that another draft has by now, or a closed contact, stays. */
const takeDayOf = async (deps: LogDeps, { quote, planned }: KeptClaim, date: string): Promise<void> => {
  const { facts } = (await loadQuote(deps, quote)).state;
  if (facts === null) return;
  await decideContact(deps, facts.contactRef, {
    actor: RECONCILE,
    decide: state =>
      state.days[date] === undefined
        ? takeDay(state, { date, quoteId: quote, draftId: planned.draftId })
        : E.right(null),
  });
};
