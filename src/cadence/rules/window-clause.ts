import { type Clause, cut, facts, fault, type Outcome } from './clause.ts';
import type { Fact } from './fact.ts';
import { allows, forbids, links, NAMED_DAY, negatedLinks, times, type WindowPiece } from './window-phrases.ts';

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
