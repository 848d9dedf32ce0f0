import { endingsDue } from '../aggregates/quote/pending-tasks.ts';
import { daysBetween, type LocalDate } from '../kernel/local-date.ts';
import { longDate, relativeDay } from '../presentation/when.ts';
import { counted, labelWords } from '../presentation/wording.ts';
import { byWorth, untakenReply } from './digest-lists.ts';
import { isOpen } from './open-value.ts';
import type { QuoteReport } from './quote-report.ts';

/** What a working day asks of one person, each list by value at risk. */
export interface TodayLists {
  readonly drafts: readonly QuoteReport[];
  readonly replies: readonly Asked[];
  readonly ended: readonly Asked[];
  readonly expiring: readonly Asked[];
  readonly bounced: readonly Asked[];
}

export interface Asked {
  readonly quote: QuoteReport;
  readonly words: string;
}

export interface TodayOf {
  readonly today: LocalDate;
  readonly dayOf: (ts: string) => LocalDate;
  /** Who answers for a quote today, and whether the admin was asked as well. */
  readonly asks: (quote: QuoteReport, about: 'draft' | 'reply' | 'quote') => boolean;
}

/** About to expire: today and the three days after. */
const EXPIRING_DAYS = 3;

export const todayLists = (quotes: readonly QuoteReport[], { today, dayOf, asks }: TodayOf): TodayLists => {
  const open = [...quotes].filter(({ state }) => isOpen(state)).sort(byWorth);
  const asked = (about: 'reply' | 'quote', words: (quote: QuoteReport) => string | null): readonly Asked[] =>
    open.flatMap(quote => {
      const said = asks(quote, about) ? words(quote) : null;
      return said === null ? [] : [{ quote, words: said }];
    });
  return {
    drafts: open.filter(quote => awaitsDecision(quote) && asks(quote, 'draft')),
    replies: asked('reply', ({ state }) => {
      const reply = untakenReply(state);
      return reply ? `${labelWords(reply.label ?? 'question')}, waiting since ${longDate(dayOf(reply.at))}` : null;
    }),
    ended: [...quotes].sort(byWorth).flatMap(quote => {
      const words = endedWords(quote.state, today);
      return words === null || !asks(quote, 'quote') ? [] : [{ quote, words }];
    }),
    expiring: asked('quote', ({ expires, state }) =>
      expires !== null && state.answered === null && expires >= today && daysBetween(today, expires) <= EXPIRING_DAYS
        ? `expires ${relativeDay(expires, today)}`
        : null,
    ),
    bounced: asked('quote', ({ contact }) =>
      contact === 'bounced' ? 'mail to its contact bounced: the right address is needed' : null,
    ),
  };
};

/** Still to be told, or told by this day's mail; nothing of a quote that somebody closed since. */
const endedWords = (state: QuoteReport['state'], today: LocalDate): string | null => {
  const isTold = (notice: string): boolean =>
    endingsDue(state).some(due => due.notice === notice) ||
    state.notices.some(known => known.notice === notice && known.dayMail === today);
  if (state.closed !== null) return null;
  if (state.expired && state.expiredOn !== null && isTold('expired')) return `expired on ${longDate(state.expiredOn)}`;
  return state.capTold && isTold('cap') ? `no answer after ${counted(state.sentInChain, 'nudge')}` : null;
};

/** Written and not yet decided. */
export const awaitsDecision = ({ state: { draft } }: Pick<QuoteReport, 'state'>): boolean =>
  draft?.status === 'written' || draft?.status === 'mailed';

/** The quotes that a day's lists name, each once. */
export const namedToday = ({ drafts, replies, ended, expiring, bounced }: TodayLists): readonly QuoteReport[] => [
  ...new Map(
    [...drafts, ...[...replies, ...ended, ...expiring, ...bounced].map(({ quote }) => quote)].map(quote => [
      quote.key,
      quote,
    ]),
  ).values(),
];

/** Until when a day's link decides: as long as a draft may wait. */
export const TODAY_LIFE_DAYS = 7;
