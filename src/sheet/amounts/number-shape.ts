/** A number as its digits, sign apart: `whole` without leading zeros (at least "0"), `fraction` as written. */
export interface Plain {
  readonly whole: string;
  readonly fraction: string;
}

/** What the digits and separators of a number allow by themselves. */
export type Shape =
  | { readonly kind: 'one'; readonly value: Plain }
  /** `1.200`: twelve hundred to some, one and a fifth to others. */
  | { readonly kind: 'two'; readonly grouped: Plain; readonly decimal: Plain; readonly separator: '.' | ',' }
  | { readonly kind: 'none' };

const NONE: Shape = { kind: 'none' };
const SEPARATORS = /[^\d]/g;
const ARABIC = /^\d{1,3}(?:\u066c\d{3})*(?:\u066b\d+)?$|^\d+(?:\u066b\d+)?$/;
const MOST_DIGITS = 40;

/**
 * Reads the shape of a number written with digits, `.`, `,`, `'`, spaces and the Arabic separators (see
 * `plainNumerals`). The last of two kinds of separator is the decimal one; a separator that repeats groups; groups are of
 * three digits, or of two before the last three as in India; a single point or comma before exactly three digits has
 * two readings, unless the digits before it could not be a group.
 */
export const numberShape = (token: string): Shape => {
  if (token.length > MOST_DIGITS) return NONE;
  if (/^\d+$/.test(token)) return one(token, '');
  if (/[\u066b\u066c]/.test(token)) return arabic(token);
  if (/^[.,]\d+$/.test(token)) return one('0', token.slice(1));
  const marks = token.match(SEPARATORS) ?? [];
  const last = marks.at(-1) ?? '';
  if (!/^\d[\d.,' ]*\d$/.test(token)) return NONE;
  const kinds = new Set(marks);
  if (kinds.size > 2) return NONE;
  const at = token.lastIndexOf(last);
  const left = token.slice(0, at);
  const right = token.slice(at + 1);
  if (kinds.size === 2) return mixed(left, right, last);
  return marks.length === 1 ? single(left, right, last) : isGrouped(token, last) ? one(bare(token), '') : NONE;
};

const single = (left: string, right: string, separator: string): Shape => {
  // A padded group, or a padded number of units? Nobody writes `01.200` for money.
  if (right.length === 3 && left.startsWith('0') && left !== '0') return NONE;
  const groups = right.length === 3 && left.length <= 3 && !left.startsWith('0');
  if (separator !== '.' && separator !== ',') return groups ? one(left + right, '') : NONE;
  if (!groups) return one(left, right);
  return { kind: 'two', grouped: plain(left + right, ''), decimal: plain(left, right), separator };
};

const mixed = (left: string, right: string, decimal: string): Shape => {
  if ((decimal !== '.' && decimal !== ',') || left.includes(decimal)) return NONE;
  const group = left.match(SEPARATORS)?.[0] ?? '';
  return isGrouped(left, group) ? one(bare(left), right) : NONE;
};

const isGrouped = (digits: string, separator: string): boolean => {
  const groups = digits.split(separator);
  const [first = '', ...rest] = groups;
  if (first.startsWith('0')) return false;
  const inner = rest.slice(0, -1);
  if (rest.at(-1)?.length !== 3) return false;
  if (first.length <= 3 && first.length > 0 && inner.every(group => group.length === 3)) return true;
  return separator === ',' && (first.length === 1 || first.length === 2) && inner.every(group => group.length === 2);
};

const arabic = (token: string): Shape => {
  if (!ARABIC.test(token)) return NONE;
  const [whole = '', fraction = ''] = token.replace(/\u066c/g, '').split('\u066b');
  return one(whole, fraction);
};

const bare = (digits: string): string => digits.replace(SEPARATORS, '');

const plain = (whole: string, fraction: string): Plain => ({ whole: whole.replace(/^0+(?=\d)/, ''), fraction });

const one = (whole: string, fraction: string): Shape => ({ kind: 'one', value: plain(whole, fraction) });
