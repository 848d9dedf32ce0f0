/** What the mail program says of a line by its markup. Plain text has no marks. */
export type Mark =
  /** The sentence that introduces a quotation ("On … wrote:"). */
  | 'attribution'
  /** From this line on all is an earlier mail. */
  | 'history'
  /** A horizontal rule. */
  | 'rule'
  /** Inside the block the mail program keeps for the signature. */
  | 'signature';

/** One visible line of a mail, plain or from HTML. */
export interface Line {
  readonly text: string;
  /** True: an earlier mail. `bare` and `composed`: inside a block that may be a quotation or the author's own indenting. */
  readonly quoted: boolean | 'bare' | 'composed';
  readonly mark?: Mark;
}

export const isBlank = (line: Line | undefined): boolean =>
  line === undefined || (line.text.trim() === '' && line.mark !== 'rule');

/** Mails have some thousand lines; what comes after this many is kept as one last line, so that memory stays bounded. */
export const MOST_LINES = 50_000;
