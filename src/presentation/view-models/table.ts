/** How something stands, told by colour and always by words as well. */
export type Tone = 'plain' | 'good' | 'wait' | 'stop' | 'info';

export type Cell =
  | string
  | {
      readonly text: string;
      /** A second, quieter line. */
      readonly under?: string;
      readonly link?: string;
      readonly tone?: Tone;
    };

export interface Column {
  readonly name: string;
  /** Numbers stand at the end of their cell, so that their digits meet. */
  readonly end?: boolean;
}

/** Rows under named columns, the same in mails and on pages. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Said in place of rows when there are none. */
  readonly empty: string;
  /** Said under the rows: how many more there are, and where. */
  readonly more?: string;
}

export const cellOf = (cell: Cell): Exclude<Cell, string> => (typeof cell === 'string' ? { text: cell } : cell);
