import type { StoredEvent } from '../../src/events/stored-event.ts';
import type { Mailer, OutgoingMail, SendResult } from '../../src/ports/mail.ts';
import type { Dice } from './dice.ts';
import type { Truth } from './truth.ts';

/** A mail that was handed over, and what really became of it, which the system may never learn. */
export interface Handed {
  /** Epoch milliseconds by the simulated clock. */
  readonly at: number;
  /** Of a nudge: the compared number of its quote, as the mail itself names it. */
  readonly quote: string | null;
  /** Number of the run it was handed over in. */
  readonly run: number;
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
  /** The nudges among it. */
  readonly nudges: readonly Handed[];
  /** From now on everything leaves and is answered for; or no longer. */
  readonly calm: (calm?: boolean) => void;
  readonly isCalm: () => boolean;
  /** The next mails get this answer, so many of them. */
  readonly answerNext: (answer: SendResult['kind'], times: number) => void;
}

const ANSWERS = { sent: 78, refused: 5, throttled: 7, unknown: 10 } as const;

export interface PostPlace {
  readonly now: () => number;
  readonly log: readonly StoredEvent[];
  readonly truth: Truth;
  readonly takes: (ms: number) => void;
}

/** Every nudge names its quote, in its subject or its text. */
const quoteOf = ({ subject, text }: OutgoingMail): string | null =>
  (/\b[QNBT]-\d+\b/.exec(subject) ?? /\b[QNBT]-\d+\b/.exec(text))?.[0] ?? null;

/** A mail service in bad health: refuses, throttles, or says nothing, with the mail gone or not. */
export const postOf = (dice: Dice, { now, log, truth, takes }: PostPlace): Post => {
  const handed: Handed[] = [];
  const nudges: Handed[] = [];
  let calm = false;
  let forced: { readonly answer: SendResult['kind']; left: number } | null = null;
  return {
    handed,
    nudges,
    calm: (on = true) => {
      calm = on;
    },
    isCalm: () => calm,
    answerNext: (answer, times) => {
      forced = { answer, left: times };
    },
    mailer: {
      send: async mail => {
        const said = forced !== null && forced.left-- > 0 ? forced.answer : null;
        const answer = said ?? (calm ? 'sent' : dice.weighted(ANSWERS));
        const left = answer === 'sent' || (answer === 'unknown' && dice.percent(50));
        const messageId = `m${handed.length + 1}`;
        const quote = mail.tags?.kind === 'nudge' ? quoteOf(mail) : null;
        const one = { at: now(), quote, run: truth.run, mail, answer, left, messageId, logLength: log.length };
        handed.push(one);
        if (isNudge(one)) nudges.push(one);
        if (answer !== 'sent') truth.count(answer === 'unknown' && left ? 'mail unknown, gone' : `mail ${answer}`);
        takes(dice.below(29_000));
        return answer === 'sent' ? { kind: 'sent', messageId } : { kind: answer, reason: `the service said ${answer}` };
      },
    },
  };
};
