/** One thing known, as a label and a value. The same rows stand in a mail, on its page and in what is hashed. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Where the value leads, if anywhere: http(s) or mailto. */
  readonly link?: string;
}
