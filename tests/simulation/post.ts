import type { Mailer, OutgoingMail, SendResult } from '../../src/ports/mailer.ts';
import type { Dice } from './dice.ts';

/** A mail that was handed over, and what really became of it, which the system may never learn. */
export interface Handed {
  /** Epoch milliseconds by the simulated clock. */
  readonly at: number;
  readonly mail: OutgoingMail;
  readonly answer: SendResult['kind'];
  readonly left: boolean;
  readonly messageId: string;
  /** How many events the log held at the time. */
  readonly logLength: number;
}

export const isNudge = ({ mail }: Handed): boolean => mail.tags?.kind === 'nudge';

export interface Post {
  readonly mailer: Mailer;
  /** Everything that was ever handed over, in order. */
  readonly handed: readonly Handed[];
  /** From now on everything leaves and is answered for. */
  readonly calm: () => void;
  /** The next mails get this answer, so many of them. */
  readonly answerNext: (answer: SendResult['kind'], times: number) => void;
}

const ANSWERS = { sent: 78, refused: 5, throttled: 7, unknown: 10 } as const;

/** A mail service in bad health: refuses, throttles, or says nothing, with the mail gone or not. */
export const postOf = (dice: Dice, now: () => number, logLength: () => number, takes: (ms: number) => void): Post => {
  const handed: Handed[] = [];
  let calm = false;
  let forced: { readonly answer: SendResult['kind']; left: number } | null = null;
  return {
    handed,
    calm: () => {
      calm = true;
    },
    answerNext: (answer, times) => {
      forced = { answer, left: times };
    },
    mailer: {
      send: async mail => {
        const said = forced !== null && forced.left-- > 0 ? forced.answer : null;
        const answer = said ?? (calm ? 'sent' : dice.weighted(ANSWERS));
        const left = answer === 'sent' || (answer === 'unknown' && dice.percent(50));
        const messageId = `m${handed.length + 1}`;
        handed.push({ at: now(), mail, answer, left, messageId, logLength: logLength() });
        takes(dice.below(29_000));
        return answer === 'sent' ? { kind: 'sent', messageId } : { kind: answer, reason: `the service said ${answer}` };
      },
    },
  };
};
