import * as E from 'fp-ts/lib/Either.js';
import type { Override } from '../sheet/row.ts';
import type { Cadence } from './policy.ts';

/** A quote is followed up within a year or not at all; anything further out is a slip of the hand. */
export const MAX_DAY = 365;

const MAX_STEPS = 12;
const MAX_TEXT = 200;

const OFF =
  /^(?:off|stop|rest|never|no (?:cadence|nudges?|follow[ -]?ups?|reminders?|chasers?)|do(?: not|n't) (?:nudge|chase|follow[ -]?up|remind))$/;
const DAYS =
  /^(?:(?:on|at|after|day|days) )*(\d{1,9}(?:(?: ?(?:d|days?))?(?: ?[,;/&+-] ?| and | then | ?, ?and | )(?:day )?\d{1,9})*) ?(?:d|days?)?$/;
const NO_LAST = /[ ,;+/&-]*\b(?:and |but |with |then )?(?:no|without(?: an?)?) last(?:[ -]call)?s?$/;
const LAST =
  /[ ,;+/&-]*\b(?:and |then )?(?:an? )?last(?:[ -]call)?(?: at| =|:)? ?(\d{1,9}) ?(?:d|days?)?(?: (?:before|prior to)(?: the)? (?:expiry|expiration|it expires|expiry date))?$/;

const EXAMPLE = 'days since sending such as `2,5,10`, `3/7 last 3`, `3/7 no last call`, or `off`';

/**
 * A cadence as the sheet's override column and `default_cadence` write it: rising days since sending, separated by
 * comma or slash, then perhaps `last N` or `no last call`; `off` rests the quote. The left says what is wrong and
 * shows an example. Trap: spreadsheets turn `3/7` into a date and `2,5` into a decimal; both are refused as such.
 */
export const readCadence = (text: string): E.Either<string, Override> => {
  if (text.length > MAX_TEXT) return E.left(`is too long for a cadence; write ${EXAMPLE}`);
  const plain = plainly(text);
  if (plain === '') return E.left(`is empty; write ${EXAMPLE}`);
  if (OFF.test(plain)) return E.right({ kind: 'off' });
  if (NO_LAST.test(plain)) return withDays(plain.replace(NO_LAST, ''), null);
  const last = LAST.exec(plain);
  if (!last) return withDays(plain, undefined);
  const lastCallDays = Number(last[1]);
  if (lastCallDays < 1 || lastCallDays > MAX_DAY) {
    return E.left(`has a last call ${last[1]} days before expiry; write 1 to ${MAX_DAY}, or \`no last call\``);
  }
  return withDays(plain.slice(0, last.index), lastCallDays);
};

/** `default_cadence`: as an override, but it can't be `off`, and where it names no last call there is none. */
export const cadenceOf = (text: string): E.Either<string, Cadence> =>
  E.chain(
    (override: Override): E.Either<string, Cadence> =>
      override.kind === 'off'
        ? E.left('cannot be `off`; to stop everything set `paused` to true')
        : E.right({ nudgeDays: override.nudgeDays, lastCallDays: override.lastCallDays ?? null }),
  )(readCadence(text));

/** Why these nudge days can't stand, or null when they can: whole days from 1 to a year, each later than the one before. */
export const faultOfDays = (days: readonly number[]): string | null => {
  if (days.length > MAX_STEPS) return `at most ${MAX_STEPS} nudge days`;
  if (days.some(day => day < 1 || day > MAX_DAY)) return `days from 1 to ${MAX_DAY} after sending`;
  if (days.some((day, i) => i > 0 && day <= (days[i - 1] ?? 0))) return 'nudge days that rise, such as 3 and 7';
  return null;
};

const withDays = (text: string, lastCallDays: number | null | undefined): E.Either<string, Override> => {
  const plain = text.trim();
  if (plain === '') return E.left(`names no nudge days; write ${EXAMPLE}`);
  if (/^\d{5}(?:\.\d+)?$/.test(plain))
    return E.left(`is a date, not days: format the cell as plain text and write ${EXAMPLE}`);
  if (/^\d+\.\d+$/.test(plain))
    return E.left(`is a decimal number: format the cell as plain text and write ${EXAMPLE}`);
  const match = DAYS.exec(plain);
  if (!match) return E.left(`is not a cadence; write ${EXAMPLE}`);
  const nudgeDays = (match[1] ?? '').match(/\d+/g)?.map(Number) ?? [];
  const fault = faultOfDays(nudgeDays);
  return fault === null ? E.right({ kind: 'days', nudgeDays, lastCallDays }) : E.left(`needs ${fault}`);
};

const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
