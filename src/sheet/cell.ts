/**
 * One cell: text as a CSV has it; a number, a truth value or nothing (`null`) as well where a sheet gives unformatted
 * values. A date from a sheet is a number, days since 30 December 1899.
 */
export type Cell = string | number | boolean | null;

const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const ERROR = /^#(?:[\p{Lu}0][\p{Lu}\d/_ ]*[!?]|N\/A|N\/D|NV|SPILL|CALC|GETTING_DATA|BUSY|#+)$/u;

/** Apostrophes by which a spreadsheet tells text from a formula: `'=1+1` is the text `=1+1`. */
const TEXT_MARK = /^'+(?=[=+\-@])/;

/** The text of a cell: trimmed, without characters nobody can see, empty for nothing. */
export const cellText = (cell: Cell | undefined): string => {
  if (typeof cell === 'string')
    return isClean(cell) ? cell : cell.replace(INVISIBLE, '').trim().replace(TEXT_MARK, '').trim();
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'number' ? String(cell) : cell ? 'TRUE' : 'FALSE';
};

const APOSTROPHE = 39;

/** ASCII from end to end, blanks only inside, no mark in front: most cells of most sheets. */
const isClean = (text: string): boolean => {
  const last = text.length - 1;
  if (last < 0) return true;
  if (text.charCodeAt(0) === APOSTROPHE) return false;
  if (text.charCodeAt(0) <= 32 || text.charCodeAt(last) <= 32) return false;
  for (let at = 0; at <= last; at += 1) if (text.charCodeAt(at) > 126) return false;
  return true;
};

/** True for what a spreadsheet shows when a formula failed (`#N/A`, `#REF!`, `#WERT!`) or a column is too narrow (`####`). */
export const isSheetError = (text: string): boolean => text.startsWith('#') && ERROR.test(text);
