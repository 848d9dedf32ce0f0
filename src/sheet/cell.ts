/**
 * One cell: text as a CSV has it; a number, a truth value or nothing (`null`) as well where a sheet gives unformatted
 * values. A date from a sheet is a number, days since 30 December 1899.
 */
export type Cell = string | number | boolean | null;

const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const NOT_PLAIN = /[^\x21-\x7e]/;
const ERROR = /^#(?:[\p{Lu}0][\p{Lu}\d/_ ]*[!?]|N\/A|N\/D|NV|SPILL|CALC|GETTING_DATA|BUSY|#+)$/u;

/** The text of a cell: trimmed, without characters nobody can see, empty for nothing. */
export const cellText = (cell: Cell | undefined): string => {
  if (typeof cell === 'string') return NOT_PLAIN.test(cell) ? cell.replace(INVISIBLE, '').trim() : cell;
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'number' ? String(cell) : cell ? 'TRUE' : 'FALSE';
};

/** True for what a spreadsheet shows when a formula failed (`#N/A`, `#REF!`, `#WERT!`) or a column is too narrow (`####`). */
export const isSheetError = (text: string): boolean => text.startsWith('#') && ERROR.test(text);
