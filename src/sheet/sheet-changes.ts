import type { LocalDate } from '../kernel/local-date.ts';
import { amountText } from './amount-text.ts';
import type { ClosedRow, Outcome } from './closed-sheet.ts';
import { overrideText } from './override-text.ts';
import type { Row, RowStatus } from './row.ts';

/** Fields whose change revises a quote; status is apart. */
export type Field =
  | 'quote_id'
  | 'customer'
  | 'contact'
  | 'amount'
  | 'sent'
  | 'expires'
  | 'owner'
  | 'team'
  | 'pdf_link'
  | 'override';

/** One field, old and new, as the sheet would write it; null for an empty cell. */
export interface FieldChange {
  readonly field: Field;
  readonly before: string | null;
  readonly after: string | null;
}

export type SheetChange =
  | { readonly kind: 'listed'; readonly key: string; readonly row: Row }
  | { readonly kind: 'revised'; readonly key: string; readonly row: Row; readonly fields: readonly FieldChange[] }
  | {
      readonly kind: 'status';
      readonly key: string;
      readonly row: Row;
      readonly from: RowStatus;
      readonly to: RowStatus;
    }
  | {
      readonly kind: 'closed';
      readonly key: string;
      readonly row: Row;
      readonly outcome: Outcome;
      readonly date: LocalDate | null;
    }
  | { readonly kind: 'vanished'; readonly key: string; readonly row: Row }
  /** A new number on the contact, amount and date sent of one vanished row: is it the same quote? */
  | { readonly kind: 'renumbered'; readonly key: string; readonly row: Row; readonly was: Row };

export interface Mirrored {
  readonly rows: ReadonlyMap<string, Row>;
  /** Keys of rows that are there and could not be read: they are held, not gone. */
  readonly refused?: ReadonlySet<string>;
  readonly closed?: readonly ClosedRow[];
}

/**
 * What changed from one mirror to the next, by compared quote number: first the new sheet's rows in its order, then what left
 * it. A row that moved its place, or whose cells are written otherwise and mean the same, has not changed. A suspected
 * renumbering is told besides `listed` and `vanished`, never instead of them.
 */
export const sheetChanges = (before: ReadonlyMap<string, Row>, after: Mirrored): readonly SheetChange[] => {
  const closed = new Map((after.closed ?? []).map(row => [row.key, row]));
  const left = [...before.values()].filter(({ key }) => !after.rows.has(key) && !after.refused?.has(key));
  const here = [...after.rows.values()].flatMap(row => changesOf(before.get(row.key), row));
  const gone = left.map((row): SheetChange => {
    const end = closed.get(row.key);
    return end
      ? { kind: 'closed', key: row.key, row, outcome: end.outcome, date: end.date }
      : { kind: 'vanished', key: row.key, row };
  });
  return [...here, ...gone, ...renumberings(here, gone)];
};

const changesOf = (before: Row | undefined, row: Row): readonly SheetChange[] => {
  if (!before) return [{ kind: 'listed', key: row.key, row }];
  const changes: SheetChange[] = [];
  const fields = revisedFields(before, row);
  if (fields.length > 0) changes.push({ kind: 'revised', key: row.key, row, fields });
  if (before.status !== row.status) {
    changes.push({ kind: 'status', key: row.key, row, from: before.status, to: row.status });
  }
  return changes;
};

const FIELDS: readonly (readonly [field: Field, shown: (row: Row) => string | null])[] = [
  ['quote_id', row => row.quoteId],
  ['customer', row => row.customer],
  ['contact', row => row.contact],
  ['amount', row => `${row.amount.currency} ${amountText(row.amount)}`],
  ['sent', row => row.sent],
  ['expires', row => row.expires],
  ['owner', row => row.owner],
  ['team', row => row.team],
  ['pdf_link', row => row.pdfLink],
  ['override', row => (row.override === null ? null : overrideText(row.override))],
];

/** The fields in which two rows of one quote differ. The capitals of an address do not count. */
export const revisedFields = (before: Row, after: Row): readonly FieldChange[] =>
  FIELDS.flatMap(([field, shown]) => {
    const change = { field, before: shown(before), after: shown(after) };
    const same = field === 'contact' ? lower(change.before) === lower(change.after) : change.before === change.after;
    return same ? [] : [change];
  });

const lower = (text: string | null): string => (text ?? '').toLowerCase();

const renumberings = (here: readonly SheetChange[], gone: readonly SheetChange[]): readonly SheetChange[] => {
  const vanished = bySubject(gone.filter(({ kind }) => kind === 'vanished'));
  const listed = bySubject(here.filter(({ kind }) => kind === 'listed'));
  return [...listed].flatMap(([subject, rows]) => {
    const [was, another] = vanished.get(subject) ?? [];
    const [row, twin] = rows;
    return was && row && !another && !twin ? [{ kind: 'renumbered' as const, key: row.key, row, was }] : [];
  });
};

const bySubject = (changes: readonly SheetChange[]): ReadonlyMap<string, readonly Row[]> =>
  Map.groupBy(
    changes.map(({ row }) => row),
    ({ contact, amount, sent }) => `${contact.toLowerCase()} ${amount.minor} ${amount.currency} ${sent}`,
  );
