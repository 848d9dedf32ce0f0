import type { WallTime } from '../cadence/policy.ts';
import { type Clause, cut, type Fact, facts, fault, type Outcome, type Phrase, phrase } from './clause.ts';
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

const whole = (source: string): RegExp => new RegExp(`^(?:and |but |also )?(?:${source})[.!]?$`);

const SENDING = '(?:send|sending|sent|nudge|nudge (?:is |are )?sent|mail|mailing|email|emailing|contact|it)';
const FINE = '(?:fine|ok|okay|all right|alright|allowed|included|no problem|good|acceptable|welcome)';

const NO_QUIET_HOURS = [
  whole('(?:there (?:is|are) )?(?:no|without|not (?:keep|have|any)) quiet (?:hours?|times?|period)(?: at all)?'),
  whole('quiet (?:hours?|times?) ?(?::|is|are)? ?(?:none|off|no|not needed)'),
  whole(
    `(?:(?:may|can|do|nudge may|nudge can|mail may|mail can) )?(?:be )?(?:send|nudge|mail|email|go out|leave|sent)(?: (?:nudge|out|anything|customers|mail))*,? ?(?:at )?(?:any|all)(?: time| hours?| times)(?: of (?:day|night|day or night))?(?: (?:or|and) night)?(?: is (?:fine|ok))?`,
  ),
  whole(`(?:may |can )?(?:send|nudge|mail)(?: (?:nudge|out))* (?:around clock|day and night|day or night)`),
  whole('any (?:time|hour)(?: of day| of day or night)? is (?:fine|ok|okay|good)(?: for (?:sending|nudge))?'),
];

const WEEKEND_WORDS = '(?:weekends?|saturdays? and sundays?)';
const WEEKENDS_COUNT = [
  whole(
    `${WEEKEND_WORDS} (?:is|are|count|counts)(?: as)?(?: (?:${FINE}(?: (?:for|to) (?:sending|send|nudge|mail))?|working days|normal|ordinary days|normal days|like any other day))?`,
  ),
  whole(
    `(?:it is |it's |is )?${FINE} (?:to |for )?${SENDING}(?: (?:nudge|customers|mail|out))* (?:on|at|over) ${WEEKEND_WORDS}`,
  ),
  whole(
    `(?:may |can |do )*${SENDING}(?: (?:nudge|customers|mail|out))* (?:on|at|over) ${WEEKEND_WORDS}(?: (?:too|also|as well|is ${FINE}|are ${FINE}|like any other day))?`,
  ),
  whole(
    `(?:nudge|mail) (?:may |can |do |also )*(?:go out|leave|be sent) (?:on|at|over) ${WEEKEND_WORDS}(?: (?:too|also|as well))?`,
  ),
  whole(`not skip ${WEEKEND_WORDS}`),
  whole(`${WEEKEND_WORDS} ?: ?(?:yes|${FINE}|on|like any day|send)`),
  whole(
    `(?:may |can )?${SENDING}(?: (?:nudge|customers|mail|out))* (?:on )?(?:any day(?: of week)?|every day(?: of week)?|seven days|all week)`,
  ),
];

const WEEKENDS_REST = [
  whole(`${WEEKEND_WORDS} ?: ?(?:skip|skipped|no|none|never|off|quiet|rest|closed)`),

  whole(`${WEEKEND_WORDS}(?: (?:is|are))? (?:off|free|skipped|quiet|not working days|excluded|out)`),
];

const SPEAKS_OF_SENDING =
  /send|sent|nudge|mail|message|contact|writ|disturb|bother|quiet|silent|weekend|saturday|holiday|days? off|skip|nothing|observe|respect|rest on|pause|go out|any (?:time|hour)/;

/** When mail may leave: quiet hours, weekends, holidays, forbidden ("do not send …") or allowed ("only send …"). */
export const readWindow = (clause: Clause): Outcome => {
  const { text } = clause;
  if (!SPEAKS_OF_SENDING.test(text)) return null;
  if (NO_QUIET_HOURS.some(pattern => pattern.test(text))) return facts({ kind: 'noQuietHours' });
  if (WEEKENDS_COUNT.some(pattern => pattern.test(text))) return facts({ kind: 'weekends', skip: false });
  if (WEEKENDS_REST.some(pattern => pattern.test(text))) return facts({ kind: 'weekends', skip: true });
  return readHolidays(clause) ?? readForbidden(clause) ?? readAllowed(clause);
};

const NAMED_DAYS = new RegExp(`(?:^|[ ,])(${NAMED_DAY})`);

/** "Public holidays are 25 December 2026 and 1 January 2027." */
const readHolidays = ({ text, entities }: Clause): Outcome => {
  const lead =
    /^(?:(?:treat|count|observe|keep) )?(?:(?:public|bank|company|national|official|these|following|other) )*(?:holidays?|days off)(?: (?:this year|in \d+))?(?: (?:is|are|include|includes|fall on|falls on|on|observed|kept))* ?:? ?/.exec(
      text,
    );
  const tail =
    / (?:is|are)(?: (?:public|bank|company|national|official))* (?:holidays?|days off|off)[.!]?$|(?: (?:as|is|are))? (?:(?:public|bank|company) )?holidays?[.!]?$/.exec(
      text,
    );
  const list = lead
    ? text.slice(lead[0].length)
    : tail
      ? text.slice(0, tail.index).replace(/^(?:treat|count) /, '')
      : null;
  if (list === null || list === '') return null;
  const pieces = cut({ text: list, entities }, [...times, ...links]);
  if (pieces.kind === 'stuck') return namedDay(list);
  if (!pieces.found.some(piece => piece.kind === 'day')) return null;
  if (pieces.found.some(({ kind }) => kind !== 'day' && kind !== 'everyYear' && kind !== 'and')) return null;
  return forbidden(pieces.found);
};

/** "Weekends and 25 December are off." */
const AT_THE_END =
  /^(.+?) (?:is|are) (?:off(?: limits)?(?: for (?:sending|nudge|mails?|emails?))?|quiet(?: days?| time)?|excluded|skipped|no sending days?|not for sending)[.!]?$/;

const readForbidden = ({ text, entities }: Clause): Outcome => {
  const ended = AT_THE_END.exec(text)?.[1];
  if (ended !== undefined) {
    const items = cut({ text: ended, entities }, [...times, ...links]);
    return items.kind === 'whole' && items.found.length > 0 ? forbidden(items.found) : null;
  }
  const pieces = cut({ text: text.replace(/^(?:and|also|but) /, ''), entities }, [
    ...forbids,
    ...times,
    ...negatedLinks,
  ]);
  if (pieces.kind === 'stuck') return forbids.some(each => startsWith(text, each.pattern)) ? namedDay(pieces.at) : null;
  const [first, ...rest] = pieces.found;
  if (first?.kind !== 'forbid' || rest.length === 0) return null;
  return forbidden(rest.filter(piece => piece.kind !== 'forbid'));
};

const startsWith = (text: string, pattern: RegExp): boolean => {
  pattern.lastIndex = 0;
  return pattern.test(text);
};

const namedDay = (stuck: string): Outcome => {
  const name = NAMED_DAYS.exec(stuck)?.[1]?.trim();
  return name === undefined ? null : fault(`a date in place of "${name}", such as 25 December, or 25 December 2026`);
};

const forbidden = (pieces: readonly WindowPiece[]): Outcome => {
  const wrong = faultOf(pieces);
  if (wrong !== null) return fault(wrong);
  if (runsTogether(pieces)) return null;
  const all: Fact[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'hours') all.push({ kind: 'quietHours', start: piece.from, end: piece.to });
    else if (piece.kind === 'outside') all.push({ kind: 'quietHours', start: piece.to, end: piece.from });
    else if (piece.kind === 'before') all.push({ kind: 'quietBefore', time: piece.time });
    else if (piece.kind === 'after') all.push({ kind: 'quietAfter', time: piece.time });
    else if (piece.kind === 'weekends') all.push({ kind: 'weekends', skip: true });
    else if (piece.kind === 'day') all.push({ kind: 'holiday', from: piece.from, to: piece.to });
    else if (piece.kind === 'holidays') all.push({ kind: 'holidaysKept' });
    else if (piece.kind !== 'everyYear' && piece.kind !== 'and') return null;
  }
  return all.length === 0 ? null : facts(...all);
};

/** "between 6pm and 8am on weekends": the one narrows the other, and we have no such rule. */
const runsTogether = (pieces: readonly WindowPiece[]): boolean =>
  pieces.some(({ kind }, at) => {
    const next = pieces[at + 1];
    return kind !== 'and' && next !== undefined && next.kind !== 'and' && next.kind !== 'everyYear';
  });

const readAllowed = ({ text, entities }: Clause): Outcome => {
  const pieces = cut({ text, entities }, [...allows, ...times, ...links]);
  if (pieces.kind === 'stuck') return null;
  const [first, ...rest] = pieces.found;
  if (first?.kind !== 'allow' && first?.kind !== 'only') return null;
  const wrong = faultOf(rest);
  if (wrong !== null) return fault(wrong);
  const all: Fact[] = [];
  for (const piece of rest) {
    if (piece.kind === 'hours') all.push({ kind: 'quietHours', start: piece.to, end: piece.from });
    else if (piece.kind === 'after') all.push({ kind: 'quietBefore', time: piece.time });
    else if (piece.kind === 'before') all.push({ kind: 'quietAfter', time: piece.time });
    else if (piece.kind === 'workingDays') all.push({ kind: 'weekends', skip: true });
    else if (piece.kind !== 'only' && piece.kind !== 'and') return null;
  }
  return all.length === 0 ? null : facts(...all);
};

const faultOf = (pieces: readonly WindowPiece[]): string | null => {
  for (const piece of pieces) if ('fault' in piece && piece.fault !== undefined) return piece.fault;
  const days = pieces.filter(({ kind }) => kind === 'day' || kind === 'everyYear');
  const oneYear = days.some(
    (piece, i) => piece.kind === 'day' && piece.from.year !== null && days[i + 1]?.kind === 'everyYear',
  );
  return oneYear ? 'a day of one year, or a day without a year that comes every year' : null;
};
