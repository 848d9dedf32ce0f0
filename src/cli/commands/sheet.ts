import * as E from 'fp-ts/lib/Either.js';
import { readCsv } from '../../sheet/csv/read-csv.ts';
import { readSheet, sheetTable } from '../../sheet/read-sheet.ts';
import type { Sheet } from '../../sheet/row.ts';
import { refusedCellJson, rowJson } from '../../sheet/sheet-json.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse, readInput } from '../command.ts';
import { readConfig, WITHOUT_CONFIG } from '../read-config.ts';

const usage = `usage: qf sheet FILE [--config FILE] [--json]

Shows the quotes of a CSV file as they are understood, and every cell that is refused, with its reason.
FILE is CSV as spreadsheet programs save it; - reads standard input. ${WITHOUT_CONFIG}
Two readings of an amount or a date are told apart only by a "locale" that the config names.
Exit 1 when the sheet as a whole is refused; refused rows alone leave it 0.`;

const options = { config: { type: 'string' }, json: { type: 'boolean' } } as const;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: ['FILE'] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, sheetCommand, io);
  const { values, operands } = parsed.right;
  const [file = ''] = operands;
  const config = await readConfig(io, values.config);
  if (E.isLeft(config)) return config.left;
  const bytes = await readInput(io, file);
  if (E.isLeft(bytes)) {
    io.err(bytes.left);
    return 2;
  }
  const records = readCsv(bytes.right);
  if (E.isLeft(records)) {
    io.err(`${file} ${records.left}`);
    return 1;
  }
  const sheet = readSheet(records.right, config.right);
  if (E.isLeft(sheet)) {
    io.err(`${file}: ${sheet.left.error}`);
    return 1;
  }
  for (const line of values.json ? jsonLines(sheet.right) : sheetTable(sheet.right)) io.out(line);
  if (sheet.right.rows.length === 0 && sheet.right.refused.length === 0) io.err(`${file}: the sheet lists no quotes`);
  return 0;
};

/** Rows and refused cells in the order of the sheet. */
function* jsonLines({ rows, refused }: Sheet): Generator<string> {
  let next = 0;
  for (const row of rows) {
    for (let cell = refused[next]; cell && cell.row < row.row; cell = refused[++next]) {
      yield JSON.stringify(refusedCellJson(cell));
    }
    yield JSON.stringify(rowJson(row));
  }
  for (const cell of refused.slice(next)) yield JSON.stringify(refusedCellJson(cell));
}

export const sheetCommand: Command = {
  name: 'sheet',
  summary: 'what a sheet of quotes says, row by row, and what is refused',
  usage,
  run,
};
