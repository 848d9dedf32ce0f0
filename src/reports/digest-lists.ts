import type { QuoteState, Reply } from '../aggregates/quote/state.ts';
import { byValue } from '../cadence/one-per-contact.ts';
import { addDays, type LocalDate, laterOf } from '../kernel/local-date.ts';
import type { Digest, DigestQuote } from '../presentation/view-models/digest.ts';
import { dayAndMonth, longDate, relativeDay } from '../presentation/when.ts';
import { labelWords, moveName } from '../presentation/wording.ts';
import { isOpen, sumsOf } from './open-value.ts';
import { type Span, within } from './period.ts';
import type { QuoteReport } from './quote-report.ts';

type Worth = Pick<QuoteReport, 'key' | 'amount'>;

/** The most valuable first, as everywhere where quotes are ranked. */
export const byWorth = (a: Worth, b: Worth): number => byValue(a, b);

/** The lists of a digest that name quotes. */
export type DigestLists = Pick<
  Digest,
  | 'inPlay'
  | 'open'
  | 'openCount'
  | 'nudged'
  | 'expiring'
  | 'expired'
  | 'undecided'
  | 'untaken'
  | 'bounced'
  | 'unknownSends'
  | 'lostOrKeep'
  | 'fallback'
>;

export interface DigestOf {
  readonly today: LocalDate;
  readonly week: Span;
  /** The local date of an instant. */
  readonly dayOf: (ts: string) => LocalDate;
  readonly nameOf: (address: string) => string;
  /** The page of a quote for the reader. */
  readonly urlOf: (quote: QuoteReport) => string | null;
}

const EXPIRING_DAYS = 7;
const LOST_OR_KEEP_DAYS = 30;

/** All that a digest says of quotes, each list by value. */
export const digestLists = (quotes: readonly QuoteReport[], of: DigestOf): DigestLists => {
  const ranked = [...quotes].sort(byWorth);
  const open = ranked.filter(({ state }) => isOpen(state));
  const list = (from: readonly QuoteReport[], words: (quote: QuoteReport) => string | null): readonly DigestQuote[] =>
    from.flatMap(quote => {
      const said = words(quote);
      return said === null || said === '' ? [] : [lineOf(quote, said, of)];
    });
  return {
    inPlay: sumsOf(open.map(({ amount }) => amount)),
    openCount: open.length,
    open: list(open, quote => comesNext(quote)),
    nudged: list(ranked, quote => nudgedWords(quote, of)),
    expiring: list(open, quote => expiringWords(quote, of)),
    expired: list(ranked, ({ state }) => expiredWords(state)),
    undecided: list(ranked, quote => undecidedWords(quote, of)),
    untaken: list(open, ({ state }) => untakenWords(state, of)),
    bounced: list(open, ({ contact }) => (contact === 'bounced' ? 'mail to its contact bounced' : null)),
    unknownSends: list(open, ({ state }) => unknownWords(state, of)),
    lostOrKeep: list(open, quote => lostOrKeepWords(quote, of)),
    fallback: list(open, fallbackWords),
  };
};

/** The most valuable open quote of each contact to whom nothing is sent, and why. */
export const closedContacts = (
  quotes: readonly QuoteReport[],
  of: Pick<DigestOf, 'nameOf' | 'urlOf'>,
): readonly DigestQuote[] => {
  const first = new Map<string, QuoteReport>();
  for (const quote of [...quotes].sort(byWorth).filter(({ state, contact }) => isOpen(state) && contact !== 'fine')) {
    const ref = quote.state.facts?.contactRef ?? '';
    if (!first.has(ref)) first.set(ref, quote);
  }
  return [...first.values()].map(quote => lineOf(quote, CLOSED_WORDS[quote.contact], of));
};

const CLOSED_WORDS: Readonly<Record<QuoteReport['contact'], string>> = {
  fine: '',
  bounced: 'mail to its contact bounced; allow it again if the address works',
  complained: 'its contact reported a mail of ours as spam',
  stopped: 'its contact asked to hear nothing more',
};

const lineOf = (
  quote: QuoteReport,
  words: string,
  { nameOf, urlOf }: Pick<DigestOf, 'nameOf' | 'urlOf'>,
): DigestQuote => ({
  quoteId: quote.number,
  customer: quote.customer,
  amount: quote.amount,
  owner: nameOf(quote.ownership.owner),
  words,
  url: urlOf(quote),
});

/** What comes next and when, else why it rests: the same words as everywhere. */
export const comesNext = ({ standing: { next, why } }: QuoteReport): string =>
  next === null ? why : next.on === null ? next.what : `${next.what} ${dayAndMonth(next.on)}`;

const nudgedWords = ({ state }: QuoteReport, { week }: DigestOf): string =>
  state.nudges
    .filter(({ day }) => within(week, day))
    .map(({ move, day }) => `${moveName(move)} on ${dayAndMonth(day)}`)
    .join(', ');

const expiringWords = ({ expires, standing }: QuoteReport, { today }: DigestOf): string | null =>
  expires !== null && expires >= today && expires <= addDays(today, EXPIRING_DAYS)
    ? `expires ${relativeDay(expires, today)}; ${standing.why}`
    : null;

const expiredWords = ({ expired, expiredOn, closed }: QuoteState): string | null =>
  expired && closed === null && expiredOn !== null
    ? `expired on ${longDate(expiredOn)}: extend it, or say won or lost`
    : null;

/** A draft that waited for longer than its own day, and those that lapsed in the week: a quote stands here once. */
const undecidedWords = ({ state }: QuoteReport, { today, week, dayOf }: DigestOf): string => {
  const { draft, closedDrafts: settled } = state;
  const lapsed = settled
    .filter(({ how, at }) => how === 'lapsed' && within(week, dayOf(at)))
    .map(({ move, at }) => `nobody decided the ${moveName(move)}, it lapsed on ${longDate(dayOf(at))}`);
  const mailed = draft?.status === 'mailed' ? draft.mailings[0]?.mailedAt : undefined;
  const since = mailed === undefined ? null : dayOf(mailed);
  const waits =
    draft && since !== null && since < today
      ? [`the ${moveName(draft.move)} waits for a decision since ${longDate(since)}`]
      : [];
  return [...lapsed, ...waits].join('; ');
};

/** The answer that rests the chain, while nobody has taken it. */
export const untakenReply = (state: QuoteState): Reply | null => {
  const reply = state.replies.find(({ id }) => id === state.answered);
  return reply && !reply.taken && state.closed === null ? reply : null;
};

const untakenWords = (state: QuoteState, { dayOf }: DigestOf): string | null => {
  const reply = untakenReply(state);
  return reply ? `${labelWords(reply.label ?? 'question')}, since ${longDate(dayOf(reply.at))}` : null;
};

const unknownWords = ({ draft }: QuoteState, { dayOf }: DigestOf): string | null =>
  draft?.status === 'unknown' && draft.claim
    ? `the ${moveName(draft.move)} of ${longDate(dayOf(draft.claim.at))} may or may not have left`
    : null;

/** No date will end it, and its last step is long past. */
const lostOrKeepWords = ({ expires, sent, state, standing }: QuoteReport, { today }: DigestOf): string | null => {
  if (expires !== null || (state.deferUntil !== null && state.deferUntil > today)) return null;
  const planned = addDays(sent, standing.cadence.nudgeDays.at(-1) ?? 0);
  const last = state.lastNudge === null ? planned : laterOf(planned, state.lastNudge);
  return today >= addDays(last, LOST_OR_KEEP_DAYS) ? `no expiry date, and its last step was ${longDate(last)}` : null;
};

const fallbackWords = ({ ownership: { from, fellThrough } }: QuoteReport): string | null => {
  if (from !== 'admin') return null;
  return fellThrough === null || fellThrough === '' ? 'no owner in its row' : `“${fellThrough}” is no rep we know`;
};
