import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { Label } from '../events/quote-events.ts';

/** A reply and what a person says it means. */
export interface LabelledReply {
  readonly text: string;
  readonly label: Label;
  readonly language: string;
}

const Row = t.intersection([t.type({ text: t.string, label: Label }), t.partial({ language: t.string })]);
const MOST_FAULTS = 10;
const EXPECTED =
  '{"text":"Go ahead.","label":"accept","language":"en"}, with label one of accept, decline, question, out-of-office';

/** Reads a set, one JSON object a line. Left: a sentence a faulty line, the first ten; other keys and empty lines are let be. */
export const readLabelledSet = (bytes: Uint8Array): E.Either<readonly string[], readonly LabelledReply[]> => {
  const faults: string[] = [];
  const rows: LabelledReply[] = [];
  for (const [at, line] of new TextDecoder().decode(bytes).split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const row = Row.decode(jsonOf(line));
    if (E.isLeft(row)) faults.push(`line ${at + 1}: not like ${EXPECTED}`);
    else rows.push({ ...row.right, language: row.right.language ?? 'unknown' });
    if (faults.length === MOST_FAULTS) break;
  }
  if (faults.length > 0) return E.left(faults);
  return rows.length === 0 ? E.left([`no reply in it; each line is like ${EXPECTED}`]) : E.right(rows);
};

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};
