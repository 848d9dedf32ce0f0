import * as E from 'fp-ts/lib/Either.js';
import { type Candidate, choose, type Reading, shownAs } from '../candidate.ts';
import { keyOfTotal, type Total } from '../fields/total.ts';
import type { Origin } from '../layout/line.ts';
import type { Read } from '../readings.ts';
import type { Datum, PaperData } from './paper-data.ts';

/** The data of one PDF, and which. */
export interface FoundData {
  readonly origin: Origin;
  readonly data: PaperData;
}

/** How a datum's line reads, where it is shown and where it is quoted. */
export const shownDatum = ({ words }: Datum<unknown>): string => `${words} (in the PDF's embedded invoice data)`;

/** A field of the data; doubtful where two PDFs' disagree. */
export const fieldOfData = <V>(
  found: readonly FoundData[],
  pick: (data: PaperData) => Datum<V> | null,
  keyOf: (value: V) => string,
): Read<V> =>
  choose(
    found.flatMap(({ origin, data }): Candidate<V>[] => {
      const datum = pick(data);
      return datum === null ? [] : [{ value: datum.value, words: [shownDatum(datum)], origin, weight: 20 }];
    }),
    keyOf,
  );

/**
 * Where a paper says a thing twice its data lead, as the law has it for such invoices; what the page prints beside it
 * confirms it, or stays with it as a doubt.
 */
export const ledByData = <V>(data: Read<V>, printed: Read<V>, keyOf: (value: V) => string): Read<V> => {
  if (E.isLeft(data)) return data.left.kind === 'doubtful' ? data : printed;
  if (E.isLeft(printed)) return data;
  const both: Reading<V> = { ...data.right, words: [...data.right.words, ...printed.right.words] };
  return E.right(
    keyOf(data.right.value) === keyOf(printed.right.value)
      ? both
      : { ...both, doubt: `what is printed says ${shownAs(printed.right.value, keyOf)}` },
  );
};

/** Data that name no currency are in the one that is printed beside the same sum. */
export const totalOfData = (found: readonly FoundData[], printed: Read<Total>): Read<Total> => {
  const beside = E.isRight(printed) ? printed.right.value : null;
  return fieldOfData<Total>(
    found,
    ({ total }) => {
      if (total === null) return null;
      const { minor, currency } = total.value;
      if (currency !== null) return { value: { minor, currency, marked: true }, words: total.words };
      return beside?.minor === minor ? { value: beside, words: total.words } : null;
    },
    keyOfTotal,
  );
};
