import { evolve } from '../aggregates/quote/evolve.ts';
import { initialQuote, type QuoteState, type Reply, type SentNudge } from '../aggregates/quote/state.ts';
import type { ContactStanding } from '../cadence/due.ts';
import { type Ownership, ownerOf } from '../cadence/owner.ts';
import type { Policy } from '../cadence/policy.ts';
import type { Move, RecordedQuoteEvent } from '../events/quote-events.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Money } from '../kernel/money.ts';
import { type OpenValueTimeline, playOf } from './open-value.ts';
import { type Span, within } from './period.ts';
import { type QuoteStatus, type StandingOf, standingOf } from './quote-status.ts';

/** A quote as reports tell of it: its fold, and what only the way there shows. */
export interface QuoteReport {
  /** Compared quote number: its stream. */
  readonly key: string;
  readonly number: string;
  /** `erased` where the person was. */
  readonly customer: string;
  readonly amount: Money;
  readonly sent: LocalDate;
  readonly expires: LocalDate | null;
  readonly state: QuoteState;
  readonly ownership: Ownership;
  readonly contact: ContactStanding;
  readonly standing: QuoteStatus;
  readonly play: OpenValueTimeline;
  /** Day on which the outcome that stands was given; null while there is none. */
  readonly closedOn: LocalDate | null;
}

export interface ReportOf {
  readonly key: string;
  readonly customer: string;
  readonly contact: ContactStanding;
  readonly policy: Policy;
  readonly dayOf: (ts: string) => LocalDate;
  readonly asked: Pick<StandingOf, 'today' | 'checked' | 'passedOver' | 'faults'>;
}

/** Null for a quote that was never listed. */
export const quoteReport = (events: readonly RecordedQuoteEvent[], of: ReportOf): QuoteReport | null => {
  const { key, customer, contact, policy, dayOf, asked } = of;
  const state = events.reduce(evolve, initialQuote);
  const { facts } = state;
  if (!facts) return null;
  const closing = state.closed === null ? undefined : events.findLast(({ type }) => type === 'QuoteClosed');
  return {
    key,
    number: facts.number,
    customer,
    amount: { minor: facts.minor, currency: facts.currency },
    sent: facts.sent,
    expires: facts.expires,
    state,
    ownership: ownerOf({ owner: facts.owner, team: facts.team }, policy),
    contact,
    standing: standingOf(state, { ...asked, contact, policy }),
    play: playOf(events, dayOf),
    closedOn: closing?.type === 'QuoteClosed' ? (closing.data.day ?? dayOf(closing.ts)) : null,
  };
};

export interface MoveAnswers {
  readonly move: Move;
  readonly sent: number;
  readonly answered: number;
}

const MOVES: readonly Move[] = ['first_nudge', 'followup', 'last_call'];

/** Of the nudges sent in a span of days, how many were answered, whenever the answer came: one line for each move. */
export const answersPerMove = (
  quotes: readonly Pick<QuoteState, 'nudges' | 'replies'>[],
  span: Span,
): readonly MoveAnswers[] =>
  MOVES.map(move => {
    const sent = quotes.flatMap(({ nudges, replies }) =>
      nudges.filter(nudge => nudge.move === move && within(span, nudge.day)).map(nudge => ({ nudge, nudges, replies })),
    );
    return {
      move,
      sent: sent.length,
      answered: sent.filter(({ nudge, nudges, replies }) => replies.some(reply => answers(reply, nudge, nudges)))
        .length,
    };
  });

/** An answer belongs to the newest nudge that had left by its day; that somebody is away is none. */
const answers = ({ label, dismissed, day }: Reply, nudge: SentNudge, nudges: readonly SentNudge[]): boolean =>
  label !== 'out-of-office' && !dismissed && nudges.findLast(sent => sent.day <= day)?.draftId === nudge.draftId;

/** `42`: whole per cent; null where nothing was sent. */
export const answerRate = ({ sent, answered }: Pick<MoveAnswers, 'sent' | 'answered'>): number | null =>
  sent === 0 ? null : Math.round((100 * answered) / sent);
