import type { WallTime } from '../policy.ts';
import { type Phrase, phrase } from './clause.ts';
import { type Day, type Entity, entityAt, entityOf, mark } from './entity.ts';

/** A piece of a sentence about when mail may leave. */
export type WindowPiece =
  /** "Do not send …": what follows is forbidden. */
  | { readonly kind: 'forbid' }
  /** "Send only …": what follows is what remains. */
  | { readonly kind: 'allow' }
  | { readonly kind: 'hours'; readonly from: WallTime; readonly to: WallTime; readonly fault?: string }
  | { readonly kind: 'outside'; readonly from: WallTime; readonly to: WallTime; readonly fault?: string }
  | { readonly kind: 'before'; readonly time: WallTime; readonly fault?: string }
  | { readonly kind: 'after'; readonly time: WallTime; readonly fault?: string }
  | { readonly kind: 'weekends' }
  | { readonly kind: 'workingDays' }
  | { readonly kind: 'day'; readonly from: Day; readonly to: Day; readonly fault?: string }
  | { readonly kind: 'everyYear' }
  | { readonly kind: 'holidays' }
  | { readonly kind: 'only' }
  /** Parts two statements: "between 6pm and 8am on weekends" without it is another rule than with it. */
  | { readonly kind: 'and' }
  | { readonly kind: 'too' };

type Entities = readonly Entity[];

const [T, N, P, D, R] = [mark('time'), mark('number'), mark('days'), mark('date'), mark('range')];
const HOUR = `(${T}|${N})`;

const says = (source: string, piece: WindowPiece): Phrase<WindowPiece> => phrase<WindowPiece>(source, () => piece);
const nothing = (source: string): Phrase<WindowPiece> => phrase<WindowPiece>(source, () => null);

const SUNDAY = '(?:sundays?|suns?)';
const SATURDAY = '(?:saturdays?|sats?)';
const ON = '(?:on |at |over |during |in )?(?:any |every |each |all )?';

const WEEKENDS = `${ON}(?:weekends?(?: days?)?|${SATURDAY}(?:,? (?:and|or|nor) (?:on )?| ?[/&+-] ?)${SUNDAY}|${SUNDAY} (?:and|or) (?:on )?${SATURDAY})`;
const HOLIDAYS = `${ON}(?:public |bank |company |national |official |listed |those |these )*holidays?`;
/** A feast by its name: only the date beside it says when it is. */
export const NAMED_DAY =
  "(?:(?:christmas|new year's|new years|boxing|good friday|easter|chinese new year|lunar new year|deepavali|diwali|hari raya|vesak|thanksgiving|independence|labou?r|memorial|national|may) ?(?:day|eve|monday|sunday|friday)?|eid)(?![a-z])";
const WORKING_DAYS = `${ON}(?:weekdays|working days?|business days?|work days?|workdays?|mondays? ?(?:to|through|-|until) ?fridays?|mon ?(?:to|-|through) ?fri)`;

/** Times, days and weekends, as they stand in sentences that forbid and in those that allow. */
export const times: readonly Phrase<WindowPiece>[] = [
  phrase(
    `(?:outside of|outside|beyond)(?: hours)?(?: of)?(?: between| from)? ?${HOUR} ?(?:and|to|-|until|till) ?${HOUR}`,
    (match, entities) => hoursOf('outside', match, entities),
  ),
  phrase(
    `(?:between|from|during|at)? ?(?:hours )?(?:between |from |of )?${HOUR} ?(?:and|to|-|until|till|through) ?${HOUR}(?: at night| in the morning| next (?:day|morning)| following morning| overnight)*`,
    (match, entities) => hoursOf('hours', match, entities),
  ),
  phrase(
    `after ${HOUR},? (?:and|or|nor|until|to|till)(?: not)?(?: until| before)? ${HOUR}(?: next morning)?`,
    (match, entities) => hoursOf('hours', match, entities),
  ),
  phrase(`(?:before|earlier than|until|till|prior to) ${HOUR}(?: in morning)?`, (match, entities) =>
    timeOf('before', match[1], entities),
  ),
  phrase(`(?:after|later than|past|from) ${HOUR}(?: onwards?| on| in evening)?`, (match, entities) =>
    timeOf('after', match[1], entities),
  ),
  says(WEEKENDS, { kind: 'weekends' }),
  says(WORKING_DAYS, { kind: 'workingDays' }),
  phrase(`(?:on |from |between |over |during |of |for )?(?:every |each )?(${R})`, (match, entities) => {
    const { from, to, fault } = entityAt(entities, match[1], 'range');
    return { kind: 'day', from, to, ...wrong(fault) };
  }),
  phrase(`(?:on |of |for )?(?:every |each )?(${D})`, (match, entities) => {
    const { on, fault } = entityAt(entities, match[1], 'date');
    return { kind: 'day', from: on, to: on, ...wrong(fault) };
  }),
  says('(?:of )?(?:every|each|any) year|yearly|annually|year after year', { kind: 'everyYear' }),
  // Their dates follow and say it all: the word alone asks for a list kept elsewhere.
  nothing(`${HOLIDAYS}(?: ?[:(]|,? (?:namely|which are|-))(?= ?(?:${D}|${R}))`),
  // "Christmas Day 2026": "day 2026" reads as a count of days.
  nothing(`${ON}${NAMED_DAY}(?: (?:${N}|${P}))?(?= ?(?:[(,:-] ?)?(?:on )?(?:${D}|${R}))`),
  says(`${HOLIDAYS}(?: (?:listed|named|given)(?: (?:below|above|here))?)?`, { kind: 'holidays' }),
  says('only', { kind: 'only' }),
  says('too|as well|also|included', { kind: 'too' }),
];

const LINKS: readonly Phrase<WindowPiece>[] = [
  says('[,;]|(?:and|or|nor|but)(?: (?:also|even))?', { kind: 'and' }),
  nothing('[.:()&/-]|either|neither|on|at night|overnight|in (?:evening|morning)|local time|our time|dates?'),
];

/** Words that hold together a list of what is allowed, or of holidays. "Not" has no place there. */
export const links: readonly Phrase<WindowPiece>[] = LINKS;

/** Words that hold together a list of what is forbidden: "…, and not on weekends". */
export const negatedLinks: readonly Phrase<WindowPiece>[] = [
  says('(?:[,;] ?(?:and |or |but )?|(?:and|or|but) )(?:also )?(?:not|never)', { kind: 'and' }),
  // "We are closed on 25 December: do not send then."
  nothing('then|on (?:those|these) days'),
  ...LINKS,
];

const OBJECT =
  '(?:(?:out )?(?:any |us |to |them )*(?:nudge|anything|any|mails?|emails?|messages?|customers?|clients?|anyone|anybody|people|them|it|one|quote|drafts?|mailings?|nothing|follow|out|to)(?: to| of)?)';
const SOMEBODY = '(?:customers?|clients?|anyone|anybody|people|them|everyone)';
const SEND = `(?:send|sending|sent|nudge|mail|mailing|emails?|emailing|go out|(?:contact|contacting|message|messaging|write to|writing to|disturb|disturbing|bother|bothering) ${SOMEBODY})`;
const LEAVE = '(?:go(?:es)? out|leaves?|(?:is|are|be|get|gets|being)? ?(?:sent|delivered|sent out)|go|happens?)';

/** How a sentence begins that forbids. */
export const forbids: readonly Phrase<WindowPiece>[] = [
  says('(?:office |shop )?(?:is |are )closed', { kind: 'forbid' }),
  says(`(?:not|never|avoid|stop|refrain from|no)(?: to)? ${SEND}(?: ${OBJECT})*`, { kind: 'forbid' }),
  says(`no (?:nudge|mails?|emails?|messages?|sending|drafts?)(?: (?:is|are|may|can|to))?(?: ${LEAVE})?`, {
    kind: 'forbid',
  }),
  says(`nothing (?:is |be |may |can |gets |to )*${LEAVE}`, { kind: 'forbid' }),
  says(
    `(?:nudge|mails?|emails?|messages?|we|sending) (?:(?:may|can|do|does|is|are) )*(?:not|never)(?: be)?(?: ${LEAVE}|sent|allowed)?`,
    { kind: 'forbid' },
  ),
  says(
    '(?:quiet (?:hours?|times?|periods?|days?)|(?:keep|stay|be) (?:quiet|silent))(?: (?:is|are|run|runs|last|start|begin|includes?))?',
    { kind: 'forbid' },
  ),
  says('nothing(?= (?:on|at|before|after|between|over|from|during) )', { kind: 'forbid' }),
  says('(?:skip|pause on|rest on|observe|respect|no)(?= )', { kind: 'forbid' }),
];

/** How a sentence begins that allows. */
export const allows: readonly Phrase<WindowPiece>[] = [
  says(`(?:not|never) ${SEND}(?: ${OBJECT})* (?:except|other than|unless)`, { kind: 'only' }),
  says('(?:sending|nudge|mail) (?:hours|times?|window|days)(?: (?:is|are|run|runs))?', { kind: 'only' }),
  says(`(?:nudge|mails?|emails?|messages?) (?:may |can |do |are |is )*(?:only|just)(?: be)? ${LEAVE}`, {
    kind: 'only',
  }),
  says(`(?:only|just) ${SEND}(?: ${OBJECT})*|${SEND}(?: ${OBJECT})* (?:only|just)`, { kind: 'only' }),
  says(
    `(?:(?:nudge|mails?|emails?|messages?) )?(?:may |can |do )*(?:only |just )(?:be )?(?:${LEAVE})|(?:nudge|mails?|emails?|messages?) (?:may |can |do )*${LEAVE} only`,
    { kind: 'only' },
  ),
  says(`(?:nudge|mails?|emails?|messages?) (?:may |can |do |go |is |are )*(?:be )?${LEAVE}`, { kind: 'allow' }),
  says(`(?:may |can |do )*${SEND}(?: ${OBJECT})*`, { kind: 'allow' }),
];

const hoursOf = (kind: 'hours' | 'outside', match: RegExpExecArray, entities: Entities): WindowPiece => {
  const [from, to] = pairOf(match[1], match[2], entities);
  return { kind, from: from.time, to: to.time, ...wrong(from.fault ?? to.fault) };
};

const timeOf = (kind: 'before' | 'after', marked: string | undefined, entities: Entities): WindowPiece => {
  const { time, fault } = hourOf(marked, entities, false);
  return { kind, time, ...wrong(fault) };
};

interface Hour {
  readonly time: WallTime;
  readonly fault?: string;
}

/** "between 18 and 8": bare hours are read by the 24-hour clock where one of them is beyond 12. */
const pairOf = (first: string | undefined, second: string | undefined, entities: Entities): readonly [Hour, Hour] => {
  const all = [first, second].map(marked => (marked === undefined ? undefined : entityOf(entities, marked)));
  const bare = all.every(entity => entity?.kind === 'number');
  const clear = bare && all.some(entity => entity?.kind === 'number' && entity.value > 12);
  return [hourOf(first, entities, clear), hourOf(second, entities, clear)];
};

const hourOf = (marked: string | undefined, entities: Entities, bareHours: boolean): Hour => {
  const entity = marked === undefined ? undefined : entityOf(entities, marked);
  if (entity?.kind === 'time') return entity;
  const value = entity?.kind === 'number' ? entity.value : Number.NaN;
  if (bareHours && Number.isInteger(value) && value <= 24) return { time: `${String(value % 24).padStart(2, '0')}:00` };
  return { time: '', fault: 'a time of day, such as 6pm or 18:00' };
};

const wrong = (fault: string | undefined): { readonly fault?: string } => (fault === undefined ? {} : { fault });
