/** What a scoring script found: lines to print, and whether its goals were reached. */
export interface Score {
  readonly name: string;
  readonly lines: readonly string[];
  readonly ok: boolean;
}
