import type { QuoteState, Reply, SentNudge } from '../aggregates/quote/state.ts';
import type { Move } from '../events/quote-events.ts';
import { type Span, within } from './period.ts';

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
