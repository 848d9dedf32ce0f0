import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/sheet/row.ts';
import { type Mirrored, sheetChanges } from '../../../src/sheet/sheet-changes.ts';

const row = (over: Partial<Row> = {}): Row => ({
  row: 2,
  quoteId: 'Q-1',
  key: 'Q-1',
  customer: 'Acme',
  contact: 'jo@acme.example',
  amount: { minor: 120000, currency: 'SGD' },
  sent: '2026-03-02',
  expires: '2026-04-01',
  owner: null,
  team: null,
  pdfLink: null,
  override: null,
  status: 'open',
  ...over,
});
const keyed = (...rows: readonly Row[]): ReadonlyMap<string, Row> => new Map(rows.map(each => [each.key, each]));
const changes = (before: readonly Row[], after: readonly Row[], rest: Omit<Mirrored, 'rows'> = {}) =>
  sheetChanges(keyed(...before), { rows: keyed(...after), ...rest });
const kinds = (...args: Parameters<typeof changes>) => changes(...args).map(({ kind, key }) => `${kind} ${key}`);

describe('from one mirror to the next', () => {
  test('nothing changed, nothing to tell; not even when a row moved or an address has other capitals', () => {
    expect(kinds([row()], [row({ row: 9, contact: 'Jo@Acme.example' })])).toEqual([]);
  });

  test('a new row is listed', () => {
    expect(kinds([], [row()])).toEqual(['listed Q-1']);
  });

  test('a changed row is revised, field by field, old and new', () => {
    const after = row({
      amount: { minor: 99900, currency: 'USD' },
      expires: null,
      override: { kind: 'days', nudgeDays: [2, 5], lastCallDays: null },
    });
    expect(changes([row()], [after])).toEqual([
      {
        kind: 'revised',
        key: 'Q-1',
        row: after,
        fields: [
          { field: 'amount', before: 'SGD 1200.00', after: 'USD 999.00' },
          { field: 'expires', before: '2026-04-01', after: null },
          { field: 'override', before: null, after: '2,5 no last call' },
        ],
      },
    ]);
  });

  test.each([
    ['customer', { customer: 'Beta' }],
    ['contact', { contact: 'al@acme.example' }],
    ['sent', { sent: '2026-03-09' }],
    ['owner', { owner: 'Priya' }],
    ['team', { team: 'catering' }],
    ['pdf_link', { pdfLink: 'https://x.example/q.pdf' }],
    ['quote_id', { quoteId: 'q-1' }],
  ] as const)('%s revises', (field, over) => {
    expect(changes([row()], [row(over)])).toMatchObject([{ kind: 'revised', fields: [{ field }] }]);
  });

  test('a status is told apart from a revision', () => {
    expect(changes([row()], [row({ status: 'won' })])).toMatchObject([{ kind: 'status', from: 'open', to: 'won' }]);
  });

  test('a row that left vanished, or closed if the closed tab lists it', () => {
    expect(kinds([row()], [])).toEqual(['vanished Q-1']);
    const closed = [{ row: 5, quoteId: 'q-1', key: 'Q-1', outcome: 'lost' as const, date: '2026-03-20' }];
    expect(changes([row()], [], { closed })).toMatchObject([{ kind: 'closed', outcome: 'lost', date: '2026-03-20' }]);
  });

  test('a row that cannot be read is not gone', () => {
    expect(kinds([row()], [], { refused: new Set(['Q-1']) })).toEqual([]);
  });

  test('a new number on a vanished row is asked as a renumbering', () => {
    const renumbered = row({ quoteId: 'Q-1-R2', key: 'Q-1-R2' });
    expect(kinds([row()], [renumbered])).toEqual(['listed Q-1-R2', 'vanished Q-1', 'renumbered Q-1-R2']);
  });

  test('but not when two rows might be meant', () => {
    const [one, two] = [row({ quoteId: 'A', key: 'A' }), row({ quoteId: 'B', key: 'B' })];
    expect(kinds([row()], [one, two])).toEqual(['listed A', 'listed B', 'vanished Q-1']);
    expect(kinds([one, two], [row()])).toEqual(['listed Q-1', 'vanished A', 'vanished B']);
    expect(kinds([row()], [row({ key: 'A', sent: '2026-03-03' })])).toEqual(['listed A', 'vanished Q-1']);
  });
});
