import type { SheetCells } from '../../src/application/sync-sheet.ts';
import type { SheetWriter } from '../../src/application/world.ts';
import { quoteStream } from '../../src/events/stream-name.ts';
import { addDays } from '../../src/kernel/local-date.ts';
import type { Dice } from './dice.ts';

export const HEADINGS = [
  'Quote number',
  'Customer',
  'Contact email',
  'Amount',
  'Currency',
  'Date sent',
  'Date expires',
  'Owner',
  'Team',
  'PDF link',
  'Cadence override',
  'Status',
] as const;

type Column = (typeof HEADINGS)[number];
export type SheetRow = Record<Column, string>;

export const CONTACTS = [
  'dana@northwind.example',
  'lee@eastwind.example',
  'Kim@Southwind.example',
  'jo@westwind.example',
  'max@upwind.example',
  'eve@downwind.example',
];
export const REPS = ['priya@harbourline.example', 'sam@harbourline.example'];

/** The sheet that people keep: rows come, change, go and are spoilt. */
export class PaperSheet {
  rows: SheetRow[] = [];
  closed: { readonly number: string; readonly outcome: string; readonly date: string }[] = [];
  /** The whole tab is spoilt: what is read instead of the rows. */
  spoilt: readonly (readonly string[])[] | null = null;
  #made = 0;
  readonly #dice: Dice;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  add(today: string, { sentDaysAgo = this.#dice.below(6), amount = 100 + this.#dice.below(50_000) } = {}): void {
    const dice = this.#dice;
    const number = `Q-${++this.#made}`;
    this.rows.push({
      'Quote number': number,
      Customer: `Customer ${this.#made}`,
      'Contact email': dice.pick(CONTACTS),
      Amount: String(amount),
      Currency: 'SGD',
      'Date sent': addDays(today, -sentDaysAgo),
      'Date expires': dice.percent(20) ? '' : addDays(today, 2 + dice.below(12)),
      Owner: dice.pick([...REPS, '']),
      Team: '',
      'PDF link': `https://files.harbourline.example/${number}.pdf`,
      'Cadence override': dice.percent(10) ? '1,2,4 no last call' : '',
      Status: '',
    });
  }

  /** One change, as people make them. Says what it was. */
  change(today: string): string {
    const dice = this.#dice;
    const row = this.rows.length > 0 ? dice.pick(this.rows) : null;
    const kind = dice.weighted({
      add: 20,
      amount: 10,
      expires: 12,
      resent: 8,
      contact: 6,
      status: 14,
      wrong: 10,
      mend: 12,
      remove: 6,
      close: 5,
      owner: 4,
    });
    if (!row || kind === 'add') {
      this.add(today);
      return 'a row is added';
    }
    switch (kind) {
      case 'amount':
        row.Amount = String(100 + dice.below(50_000));
        break;
      case 'expires':
        row['Date expires'] = addDays(today, 1 + dice.below(14));
        break;
      case 'resent':
        row['Date sent'] = addDays(today, -dice.below(2));
        break;
      case 'contact':
        row['Contact email'] = dice.pick(CONTACTS);
        break;
      case 'status':
        row.Status = dice.pick(['', '', 'open', 'hold', 'won', 'lost', 'waiting for them']);
        break;
      case 'wrong':
        row[dice.pick(['Amount', 'Date sent', 'Contact email'] as const)] = 'a lot';
        break;
      case 'mend':
        this.mend(today);
        break;
      case 'owner':
        row.Owner = dice.pick([...REPS, '', 'temp@agency.example']);
        break;
      case 'remove':
        this.rows = this.rows.filter(other => other !== row);
        break;
      case 'close':
        this.rows = this.rows.filter(other => other !== row);
        this.closed.push({ number: row['Quote number'], outcome: dice.pick(['won', 'lost']), date: today });
        break;
    }
    return `${kind} of ${row['Quote number']}`;
  }

  /** Somebody pastes over the tab: no header, half the rows gone, or nonsense. */
  spoil(): string {
    const kind = this.#dice.pick(['no header', 'binary', 'twice the header', 'almost empty', 'empty'] as const);
    const cells = this.#cells();
    this.spoilt = {
      'no header': cells.slice(1),
      binary: [['PK\u0003\u0004\u0000\u0000'], ['\u0000\u0001\u0002']],
      'twice the header': cells.map(row => [...row, row[3] ?? '']),
      'almost empty': cells.slice(0, 1),
      empty: [],
    }[kind];
    return `the sheet is spoilt: ${kind}`;
  }

  mend(today: string): void {
    this.spoilt = null;
    for (const row of this.rows) {
      if (row.Amount === 'a lot') row.Amount = '1200';
      if (row['Date sent'] === 'a lot') row['Date sent'] = addDays(today, -1);
      if (row['Contact email'] === 'a lot') row['Contact email'] = CONTACTS[0] ?? '';
    }
  }

  read(readAt: Date): SheetCells {
    const closed = [
      ['Quote number', 'Outcome', 'Date'],
      ...this.closed.map(row => [row.number, row.outcome, row.date]),
    ];
    return { quotes: this.spoilt ?? this.#cells(), closed, readAt };
  }

  #cells(): readonly (readonly string[])[] {
    return [[...HEADINGS], ...this.rows.map(row => HEADINGS.map(column => row[column]))];
  }

  readonly writer: SheetWriter = {
    write: async (quoteKey, field, value) => {
      const row = this.rows.find(one => quoteStream(one['Quote number']) === quoteKey);
      if (!row || this.spoilt) return { problem: 'no row has this quote number' };
      row[({ status: 'Status', contact: 'Contact email', expires: 'Date expires' } as const)[field]] = value;
      return { problem: null };
    },
    appendRow: async () => ({ kind: 'refused', why: 'nobody adds rows here' }),
    changeRow: async () => ({ kind: 'refused', why: 'nobody changes rows here' }),
    rowOf: async () => null,
  };
}
