import type { Config } from '../cadence/policy.ts';
import type { ChartDrawer } from '../ports/chart.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { KeyStore } from '../ports/key-store.ts';
import type { Mailer, MailReader } from '../ports/mail.ts';
import type { LanguageModel } from '../ports/model.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { ReadModels } from '../ports/read-models.ts';
import type { Tripwire } from '../ports/tripwire.ts';
import type { Bus, Clock, Log, OneOffs, RandomBytes, Secrets } from '../ports/world.ts';
import type { PdfReader } from '../quote-intake/read-quote-mail.ts';
import type { RowCells } from '../sheet/csv/edit-csv.ts';

/** Where the settings come from: Parameter Store on AWS, `config.json` on a laptop. */
export interface ConfigSource {
  /** The config in force and its version. Cached for five minutes at most. */
  readonly read: () => Promise<{ readonly config: Config; readonly version: string }>;
  /** The pause switch alone, never cached: read before each send. */
  readonly paused: () => Promise<boolean>;
}

/** Columns of a quote's row that people change from our pages. */
export type WritableField = 'status' | 'contact' | 'expires';

/** What became of a row that was to be written. */
export type RowOutcome =
  /** It stands there; `already`: it stood there before. `row` is its number as a spreadsheet counts. */
  | { readonly kind: 'written'; readonly row: number; readonly already: boolean }
  /** Definite: the sheet is as it was. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Nobody knows; a person looks before it is tried again. */
  | { readonly kind: 'doubtful'; readonly why: string };

export type CellOutcome =
  /** `version`: the sheet's own, asked for after the write and before the cell was looked at again. */
  { readonly problem: null; readonly version: number } | { readonly problem: string };

/** Puts what people decided here into the sheet the quotes came from. All values are plain text: nothing is run. */
export interface SheetWriter {
  /** Writes `value` into one cell of the quote's row, as plain text; says why when it could not. Idempotent. */
  readonly write: (quoteKey: string, field: WritableField, value: string) => Promise<CellOutcome>;
  /**
   * Adds a row at the end, looking for its number before and after. A column the sheet has not is added where the row
   * needs it; one for the currency only if it is not `usualCurrency`.
   */
  readonly appendRow: (quoteKey: string, cells: RowCells, usualCurrency: string) => Promise<RowOutcome>;
  /** Sets cells of the row that has the number; refuses when none or two have it. */
  readonly changeRow: (quoteKey: string, cells: RowCells, usualCurrency: string) => Promise<RowOutcome>;
  /** The row that has the number just now; null for none, or a sheet that cannot be read. */
  readonly rowOf: (quoteKey: string) => Promise<number | null>;
}

/** What quoting tools sign with: the current secret and, while it is being changed, the one before. Empty: none may call. */
export type HookSecrets = () => Promise<readonly string[]>;

/** Addresses and names of this installation. */
export interface Installation {
  /** `quotes@…`: where answers and BCCs arrive. */
  readonly quotesAddress: string;
  /** Where notices to reps come from. */
  readonly systemAddress: string;
  /** Where the token pages are, without a trailing slash. */
  readonly publicUrl: string;
  /** Version of the code that decides. */
  readonly codeVersion: string;
  readonly businessName: string;
  /** What the mail service puts after the @ of a Message-ID. */
  readonly messageIdHost: string;
}

/** All that the loops need of the world. Each handler gets the part it uses. */
export interface Dependencies {
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly readModels: ReadModels;
  readonly objects: ObjectStore;
  readonly mailer: Mailer;
  readonly bus: Bus;
  readonly oneOffs: OneOffs;
  readonly model: LanguageModel;
  readonly mailReader: MailReader;
  /** The text of a PDF, read in a process that can be killed: 10 MB, 50 pages, 20 s, no network. Never rejects. */
  readonly readPdf: PdfReader;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly secrets: Secrets;
  readonly hookSecrets: HookSecrets;
  readonly configSource: ConfigSource;
  readonly sheetWriter: SheetWriter;
  /** Absent where no report is made: mails then go without pictures. */
  readonly charts?: ChartDrawer;
  /** What guards the log of a laptop's engine. Absent on AWS, where the publisher's alarm tells of changes. */
  readonly tripwire?: Tripwire;
  readonly installation: Installation;
  readonly log: Log;
}
