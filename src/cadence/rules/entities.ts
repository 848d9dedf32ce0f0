import type { DayOrder } from './date-phrase.ts';
import { datesAt } from './date-phrase.ts';
import { type Entity, MOST_ENTITIES, markOf } from './entity.ts';
import { amountAt, type MoneySettings } from './money-phrase.ts';
import { NUMBER, numberOf, ORDINAL } from './number-words.ts';
import { type Period, periodAt } from './period-phrase.ts';
import { timeAt } from './time-phrase.ts';

/** What values in prose are read by. */
export interface ReadingSettings extends MoneySettings {
  readonly dayOrder: DayOrder;
}

/** A sentence in lower case whose values have become marks; `entities[i]` is what mark `i` stands for. */
export interface Marked {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** The longest name of a known person that begins here, and where the text goes on. */
export type PersonAt = (at: number) => { readonly name: string; readonly next: number } | null;

interface Found {
  readonly found: readonly (Entity | ', ')[];
  readonly next: number;
}

const ADDRESS =
  /(?:mailto:)?([^\s@<>()[\],;:"]{1,64}@[a-z0-9\u0080-\uffff](?:[a-z0-9.\u0080-\uffff-]{0,250}[a-z0-9\u0080-\uffff])?)/y;
const LINK = /(?:https?:\/\/|www\.)[^\s)>]+/y;
const COUNT = new RegExp(NUMBER, 'y');
const RANK = new RegExp(ORDINAL, 'y');

/** Marks every address, date, time, amount, period, count and known person of one sentence, longest reading first. */
export const markEntities = (low: string, settings: ReadingSettings, personAt: PersonAt): Marked => {
  const entities: Entity[] = [];
  const pieces: string[] = [];
  let at = 0;
  while (at < low.length) {
    const hit =
      entities.length < MOST_ENTITIES && startsWord(low, at) ? entityAtPlace(low, at, settings, personAt) : null;
    if (!hit || hit.next <= at) {
      pieces.push(low[at] ?? '');
      at += 1;
      continue;
    }
    for (const piece of hit.found) pieces.push(piece === ', ' ? piece : markOf(piece, entities.push(piece) - 1));
    at = hit.next;
  }
  return { text: pieces.join(''), entities };
};

const startsWord = (text: string, at: number): boolean => {
  const char = text[at] ?? '';
  if (char === ' ') return false;
  const before = text[at - 1] ?? ' ';
  return !/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(char);
};

/** Words that a date, time, amount, period or count may begin with; three letters may be a currency. */
const BEGINS = new RegExp(
  `(?:[^a-z]|the |an? |another |between |days? |${ORDINAL}|${NUMBER}|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|noon|mid|[a-z]{1,4}[$. ]?\\d|dollars?|euros?|pounds?)`,
  'y',
);

const entityAtPlace = (text: string, at: number, settings: ReadingSettings, personAt: PersonAt): Found | null => {
  const address = text.includes('@', at) ? match(ADDRESS, text, at) : null;
  if (address) return one({ kind: 'address', address: address[1] ?? '' }, at + address[0].length);
  const link = match(LINK, text, at);
  if (link) return one({ kind: 'link' }, at + link[0].length);
  const person = personAt(at);
  if (!match(BEGINS, text, at)) return person && one({ kind: 'person', name: person.name }, person.next);
  const dates = datesAt(text, at, settings.dayOrder);
  if (dates) return dates;
  if (person) return one({ kind: 'person', name: person.name }, person.next);
  const time = timeAt(text, at);
  if (time) return one({ kind: 'time', time: time.time, ...faultOf(time) }, time.next);
  const period = periodAt(text, at);
  if (period) return one(entityOfPeriod(period), period.next);
  const rank = match(RANK, text, at);
  if (rank) return one({ kind: 'ordinal', value: numberOf(rank[0]) }, at + rank[0].length);
  const amount = amountAt(text, at, settings);
  if (amount) {
    const { value } = amount;
    return one({ kind: amount.plain ? 'number' : 'money', value, ...faultOf(amount) }, amount.next);
  }
  const count = match(COUNT, text, at);
  return count && one({ kind: 'number', value: numberOf(count[0]) }, at + count[0].length);
};

const entityOfPeriod = (period: Period): Entity =>
  period.bare
    ? { kind: 'bareDays', days: period.days }
    : { kind: 'days', days: period.days, rate: period.rate ?? false, ...faultOf(period) };

const one = (entity: Entity, next: number): Found => ({ found: [entity], next });

const faultOf = ({ fault }: { readonly fault?: string }): { readonly fault?: string } =>
  fault === undefined ? {} : { fault };

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
