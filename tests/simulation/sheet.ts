import { addDays } from '../../src/kernel/local-date.ts';
import type { RowCells } from '../../src/sheet/csv/edit-csv.ts';
import type { CellOutcome, RowOutcome, SheetWriter } from '../../src/workflows/dependencies.ts';
import type { SheetCells } from '../../src/workflows/sheet-sync/sync-sheet.ts';
import type { Dice } from './dice.ts';
import type { Mood } from './sim-world.ts';
import type { Truth } from './truth.ts';

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

/** Numbers are compared without regard to case. */
export const keyOf = (number: string): string => number.trim().toUpperCase();

const NONSENSE = 'a lot';
const WRITABLE = { status: 'Status', contact: 'Contact email', expires: 'Date expires' } as const;
const CELLS: Readonly<Record<string, Column>> = {
  quote_id: 'Quote number',
  customer: 'Customer',
  contact: 'Contact email',
  amount: 'Amount',
  currency: 'Currency',
  sent: 'Date sent',
  expires: 'Date expires',
  owner: 'Owner',
  pdf_link: 'PDF link',
};

/** A status that the system wanted to write. It came to nothing where `problem` says why. */
export interface StatusWrite {
  readonly value: string;
  readonly problem: string | null;
  /** What the cell held then; a person who changes it later has the last word. */
  readonly held: string;
}

/** What a row says, by its own cells and by nothing else. */
export type RowSays =
  | { readonly kind: 'row'; readonly row: SheetRow; readonly status: RowStatus }
  | { readonly kind: 'refused' }
  | { readonly kind: 'closed'; readonly outcome: string };
export type RowStatus = 'open' | 'hold' | 'won' | 'lost' | 'withdrawn';

const statusOf = (written: string): RowStatus => {
  const status = written.trim().toLowerCase();
  if (status === '' || status === 'open') return 'open';
  return status === 'won' || status === 'lost' || status === 'withdrawn' ? status : 'hold';
};

/** What one reading of the sheet showed: which quotes it says are over, and its place among the readings. */
export interface Shown {
  readonly reading: number;
  readonly over: ReadonlyMap<string, string>;
}

export interface SheetPlan {
  readonly sentDaysAgo?: number;
  readonly amount?: number;
  readonly contact?: string;
}

/** The sheet that people keep: rows come, change, go and are spoilt. */
export class PaperSheet {
  rows: SheetRow[] = [];
  closed: { readonly number: string; readonly outcome: string; readonly date: string }[] = [];
  /** The whole tab is spoilt: what is read instead of the rows. */
  spoilt: readonly (readonly string[])[] | null = null;
  readonly statusWrites = new Map<string, StatusWrite>();
  /** Status cells that a person changed since everything was quiet last: who had the last word is not told apart there. */
  readonly touched = new Set<string>();
  /** Every number that ever stood in the open tab while somebody read it. */
  readonly everRead = new Set<string>();
  /** Who a contact is picked from; the more there are, the fewer quotes share one. */
  contacts: readonly string[] = CONTACTS;
  #made = 0;
  #readings = 0;
  #newestSeen = 0;
  #removed: SheetRow[] = [];
  readonly #dice: Dice;
  readonly #truth: Truth;
  readonly #mood: () => Mood;

  constructor(dice: Dice, truth: Truth, mood: () => Mood) {
    this.#dice = dice;
    this.#truth = truth;
    this.#mood = mood;
  }

  add(today: string, { sentDaysAgo, amount, contact }: SheetPlan = {}): void {
    const dice = this.#dice;
    const ago = sentDaysAgo ?? dice.below(6);
    const number = `Q-${++this.#made}`;
    this.rows.push({
      'Quote number': number,
      Customer: `Customer ${this.#made}`,
      'Contact email': contact ?? dice.pick(this.contacts),
      Amount: String(amount ?? 100 + dice.below(50_000)),
      Currency: 'SGD',
      'Date sent': addDays(today, -ago),
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
      repair: 12,
      remove: 5,
      close: 5,
      owner: 4,
      renumber: 7,
      twice: 3,
      back: 4,
    });
    this.#truth.count(`sheet: ${kind}`);
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
        row['Contact email'] = dice.pick(this.contacts);
        break;
      case 'status':
        this.setStatus(row, dice.pick(['', '', 'open', 'hold', 'won', 'lost', 'withdrawn', 'waiting for them']));
        break;
      case 'wrong':
        row[dice.pick(['Amount', 'Date sent', 'Contact email'] as const)] = NONSENSE;
        break;
      case 'repair':
        this.repair(today);
        break;
      case 'owner':
        row.Owner = dice.pick([...REPS, '', 'temp@agency.example']);
        break;
      case 'remove':
        this.#take(row);
        this.#removed.push(row);
        break;
      case 'close':
        this.#take(row);
        this.closed.push({ number: row['Quote number'], outcome: dice.pick(['won', 'lost']), date: today });
        break;
      case 'renumber':
        row['Quote number'] = `Q-${++this.#made}`;
        break;
      case 'twice':
        this.rows.push({ ...row });
        break;
      case 'back': {
        const back = this.#removed.pop();
        if (back) this.rows.push(back);
        break;
      }
    }
    this.#opensWhat(row, kind);
    return `${kind} of ${row['Quote number']}`;
  }

  /** A person writes into the cell: whatever the system had in mind for it counts no more. */
  setStatus(row: SheetRow, status: string): void {
    if (row.Status === status) return;
    row.Status = status;
    this.touched.add(keyOf(row['Quote number']));
    this.statusWrites.delete(keyOf(row['Quote number']));
    if (statusOf(status) === 'open') this.#truth.isOpen('quotes', keyOf(row['Quote number']), isOfSheet);
  }

  #take(row: SheetRow): void {
    this.rows = this.rows.filter(other => other !== row);
  }

  /** A quote that is sent again, or goes on for longer, is open to be followed up, whatever was answered before. */
  #opensWhat(row: SheetRow, kind: string): void {
    const key = keyOf(row['Quote number']);
    if (kind === 'resent' || kind === 'expires' || kind === 'renumber' || kind === 'back' || kind === 'repair')
      this.#truth.isOpen('quotes', key);
    if (kind === 'repair') for (const one of this.rows) this.#truth.isOpen('quotes', keyOf(one['Quote number']));
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

  /** Every row can be read again: nonsense and second rows of a number are gone. */
  repair(today: string): void {
    this.spoilt = null;
    const seen = new Set<string>();
    this.rows = this.rows.filter(row => {
      const key = keyOf(row['Quote number']);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    for (const row of this.rows) {
      if (row.Amount === NONSENSE) row.Amount = '1200';
      if (row['Date sent'] === NONSENSE) row['Date sent'] = addDays(today, -1);
      if (row['Contact email'] === NONSENSE) row['Contact email'] = CONTACTS[0] ?? '';
    }
  }

  /** Looked at, or written to: of two, the later one has the greater number. */
  #version = 0;

  read(readAt: Date): SheetCells {
    const closed = [
      ['Quote number', 'Outcome', 'Date'],
      ...this.closed.map(row => [row.number, row.outcome, row.date]),
    ];
    return { quotes: this.spoilt ?? this.#cells(), closed, readAt, source: 'paper', version: ++this.#version };
  }

  /** What a reading at this moment shows. */
  show(): Shown {
    const reading = ++this.#readings;
    if (this.spoilt) return { reading, over: new Map() };
    const over = new Map<string, string>();
    for (const [key, says] of this.says()) {
      this.everRead.add(key);
      const why = whyOver(says);
      if (why !== null) over.set(key, why);
    }
    return { reading, over };
  }

  /** A sync that read this came to its end: from now on the system knows what still stands so. */
  wasSeen({ reading, over }: Shown): void {
    if (reading < this.#newestSeen) return;
    this.#newestSeen = reading;
    this.#isKnown(over);
  }

  /** The system’s copy of the sheet holds these statuses, whatever became of the sync that put it there. */
  wasCopied(statuses: ReadonlyMap<string, string>): void {
    const over = [...statuses].flatMap(([number, written]) => {
      const status = statusOf(written);
      return status === 'open' ? [] : [[keyOf(number), `the sheet says ${status}`] as const];
    });
    this.#isKnown(new Map(over));
  }

  #isKnown(over: ReadonlyMap<string, string>): void {
    if (over.size === 0) return;
    const now = this.says();
    for (const [key, why] of over) {
      const says = now.get(key);
      if (says && whyOver(says) === why && !this.#isDecidedOtherwise(key)) this.#truth.isOver('quotes', key, why);
    }
  }

  /** A person opened it here, and the cell could not be told so. */
  #isDecidedOtherwise(key: string): boolean {
    const write = this.statusWrites.get(key);
    return write !== undefined && write.problem !== null && statusOf(write.value) === 'open';
  }

  /** What the sheet says of every quote that it names. */
  says(): ReadonlyMap<string, RowSays> {
    const says = new Map<string, RowSays>();
    for (const { number, outcome } of this.closed) says.set(keyOf(number), { kind: 'closed', outcome });
    const rows = Map.groupBy(this.rows, row => keyOf(row['Quote number']));
    for (const [key, [row, twin]] of rows) {
      if (!row) continue;
      const ends = row['Date expires'];
      const wrong =
        twin !== undefined || Object.values(row).includes(NONSENSE) || (ends !== '' && ends < row['Date sent']);
      says.set(key, wrong ? { kind: 'refused' } : { kind: 'row', row, status: statusOf(row.Status) });
    }
    return says;
  }

  #cells(): readonly (readonly string[])[] {
    return [[...HEADINGS], ...this.rows.map(row => HEADINGS.map(column => row[column]))];
  }

  #rowOf(key: string): SheetRow | null {
    const [row, twin] = this.rows.filter(one => keyOf(one['Quote number']) === key);
    return row && !twin && !this.spoilt ? row : null;
  }

  #refuses(): 'refused' | 'doubtful' | null {
    const { sheetRefuses } = this.#mood();
    if (sheetRefuses === 0 || !this.#dice.percent(sheetRefuses)) return null;
    return this.#dice.percent(70) ? 'refused' : 'doubtful';
  }

  #fill(row: SheetRow, cells: RowCells): void {
    for (const [name, text] of Object.entries(cells)) {
      const column = CELLS[name];
      if (column !== undefined && text !== undefined && text !== '') row[column] = text;
    }
  }

  readonly writer: SheetWriter = {
    write: async (key, field, value): Promise<CellOutcome> => {
      const row = this.#rowOf(key);
      const problem = this.#refuses() !== null ? 'the sheet is protected' : row ? null : 'no row has this quote number';
      if (problem !== null) this.#truth.count('a write into the sheet failed');
      const held = this.rows.find(one => keyOf(one['Quote number']) === key)?.Status ?? '';
      if (field === 'status') this.statusWrites.set(key, { value, problem, held });
      if (row && problem === null) {
        row[WRITABLE[field]] = value;
        this.#truth.isOpen('quotes', key, why => field !== 'status' || (isOfSheet(why) && statusOf(value) === 'open'));
      }
      return problem === null ? { problem, version: ++this.#version } : { problem };
    },
    appendRow: async (key, cells): Promise<RowOutcome> => {
      const fault = this.#refuses();
      if (fault === 'refused') return { kind: 'refused', why: 'the sheet is protected' };
      const at = this.rows.findIndex(one => keyOf(one['Quote number']) === key);
      if (at < 0 && (fault === null || this.#dice.percent(50))) {
        const row = Object.fromEntries(HEADINGS.map(heading => [heading, ''])) as SheetRow;
        this.#fill(row, cells);
        this.rows.push(row);
      }
      if (fault === 'doubtful') {
        this.#truth.count('a row was written or not');
        return { kind: 'doubtful', why: 'the connection broke' };
      }
      return { kind: 'written', row: at < 0 ? this.rows.length + 1 : at + 2, already: at >= 0 };
    },
    changeRow: async (key, cells): Promise<RowOutcome> => {
      const row = this.#rowOf(key);
      if (!row || this.#refuses() !== null) return { kind: 'refused', why: 'no row has this number, or two have it' };
      this.#fill(row, cells);
      this.#truth.isOpen('quotes', key);
      return { kind: 'written', row: this.rows.indexOf(row) + 2, already: false };
    },
    rowOf: async key => {
      const at = this.rows.findIndex(one => keyOf(one['Quote number']) === key);
      return at < 0 || this.spoilt ? null : at + 2;
    },
  };
}

const isOfSheet = (why: string): boolean => why.startsWith('the sheet');

const whyOver = (says: RowSays): string | null => {
  switch (says.kind) {
    case 'closed':
      return `the sheet’s second tab says ${says.outcome}`;
    case 'refused':
      return null;
    case 'row':
      return says.status === 'open' ? null : `the sheet says ${says.status}`;
  }
};
