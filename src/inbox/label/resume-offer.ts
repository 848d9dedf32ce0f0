import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { dateMentions, type Mention } from '../return-date/date-mention.ts';
import { orderOfLocale, orderShown } from '../return-date/number-order.ts';
import { resolveDate } from '../return-date/resolve-date.ts';
import { cleanCharacters } from '../written/clean-characters.ts';
import { placeOf, speaksOfAskingAgain } from './resume/ask-again.ts';
import { feastsIn } from './resume/feasts.ts';
import type { FoundTime } from './resume/found-time.ts';
import { monthsIn } from './resume/months.ts';
import { spansOfTimeIn } from './resume/spans-of-time.ts';

const MOST_CHARS = 4_000;
const FARTHEST_DAYS = 400;
const AROUND_CHARS = 32;
const SENTENCE_END = /[!?。！？\n]|\.(?=\s+\p{Lu}|\s*$)/gu;

/**
 * The day from which they ask to be asked again ("after Christmas", "in two weeks", "in September", "from 4 May"), or
 * `null`: when a sentence that speaks of asking again names no day, or several, or one up to which something is due, or one
 * that is not within 400 days after the message. It is only an offer: a person chooses. `sentOn` is the day of writing on
 * the author's calendar; `locale` settles `5/12`.
 */
export const resumeOffer = (text: string, sentOn: LocalDate, locale?: string): LocalDate | null => {
  const clear = cleanCharacters(text)
    .slice(0, MOST_CHARS)
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'");
  const offers = sentencesOf(clear)
    .map(sentence => sentence.toLowerCase())
    .filter(speaksOfAskingAgain)
    .flatMap(sentence => offersIn(sentence, sentOn, locale));
  const most = Math.max(0, ...offers.map(({ exactness }) => exactness));
  const days = new Set(offers.filter(({ exactness }) => exactness === most).map(({ day }) => day));
  const [only, ...more] = days;
  if (only === undefined || more.length > 0) return null;
  const ahead = daysBetween(sentOn, only);
  return ahead >= 1 && ahead <= FARTHEST_DAYS ? only : null;
};

const sentencesOf = (text: string): readonly string[] => {
  const ends = [...text.matchAll(SENTENCE_END)].map(match => match.index + 1);
  return [...ends, text.length].map((end, at) => text.slice(at === 0 ? 0 : ends[at - 1], end));
};

interface Offer {
  readonly day: LocalDate;
  readonly exactness: number;
}

const offersIn = (sentence: string, sentOn: LocalDate, locale: string | undefined): readonly Offer[] => {
  const times = [
    ...datesIn(sentence, sentOn, locale),
    ...feastsIn(sentence, sentOn),
    ...monthsIn(sentence, sentOn),
    ...spansOfTimeIn(sentence, sentOn),
  ];
  return withoutOverlaps(times).flatMap(({ start, end, date, afterwards, exactness }) => {
    const before = sentence.slice(Math.max(0, start - AROUND_CHARS), start);
    const place = placeOf(before, sentence.slice(end, end + AROUND_CHARS), sentence);
    const day = place === 'up-to' ? null : place === 'after' ? afterwards : date;
    return day === null ? [] : [{ day, exactness }];
  });
};

const datesIn = (sentence: string, sentOn: LocalDate, locale: string | undefined): readonly FoundTime[] => {
  const mentions = dateMentions(sentence);
  const shown = orderShown(mentions);
  const order = shown === 'locale' ? orderOfLocale(locale) : shown;
  return mentions.flatMap(mention => {
    if (mention.said.kind === 'next-week') return [];
    const [date, another] = resolveDate(mention, order, sentOn);
    if (date === undefined || another !== undefined) return [];
    return [
      { start: mention.start, end: mention.end, date, afterwards: addDays(date, 1), exactness: exactnessOf(mention) },
    ];
  });
};

/** A bare weekday or day of the month says less than a month or a count of weeks. */
const exactnessOf = ({ said }: Mention): number => (said.kind === 'day-month' || said.kind === 'numbers' ? 4 : 2);

/** Of two readings that overlap the more exact one stands, then the longer. */
const withoutOverlaps = (times: readonly FoundTime[]): readonly FoundTime[] => {
  const kept: FoundTime[] = [];
  for (const time of [...times].sort((a, b) => b.exactness - a.exactness || b.end - b.start - (a.end - a.start)))
    if (!kept.some(other => time.start < other.end && other.start < time.end)) kept.push(time);
  return kept;
};
