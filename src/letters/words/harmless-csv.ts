/** What a spreadsheet program would run as a formula when it opens the file. */
const FORMULA = /^[\s\u0000]*[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Rows as CSV (RFC 4180, CR LF) for people's spreadsheet programs. A cell that would be run as a formula gets an
 * apostrophe in front, so that it shows as the text it is; plain negative numbers stay numbers.
 */
export const harmlessCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => `${row.map(cell).join(',')}\r\n`).join('');

const cell = (text: string): string => {
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
