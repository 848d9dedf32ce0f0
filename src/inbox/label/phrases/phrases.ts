/**
 * The words of one language, as patterns one a line: a space is any white space, `~` the rest of a word, `…` up to forty
 * characters of the same sentence, to the beginning of a word; all else as in a regular expression. Whole words are meant, in lower case.
 */
export interface Phrases {
  readonly language: string;
  /** Written without spaces: a pattern matches within a run of signs. */
  readonly unspaced?: true;
  /** A blank ends a clause, as a comma does elsewhere. */
  readonly blanksEndClauses?: true;
  /** Characters without which, or with which, a text is not in this language. */
  readonly script?: { readonly needs: RegExp; readonly not?: RegExp };
  /** Words that show the language. */
  readonly marks: string;
  /** A plain yes to the quote. */
  readonly accept: string;
  /** A plain yes that is put as a question ("Where do I sign?"). */
  readonly acceptAsking?: string;
  /** Pleased, but no order by itself; with a "yes" it is one. */
  readonly pleased: string;
  /** A plain no to the quote. */
  readonly decline: string;
  /** Against it, but no refusal by itself; with a word of regret, or twice, it is one. */
  readonly against: string;
  readonly regret: string;
  /** Takes the plainness from a yes, wherever it stands: conditions, haggling, parts, delays. */
  readonly doubt: string;
  /** Takes the plainness from a no. */
  readonly doubtNo: string;
  /** "But": takes it from what stands before. */
  readonly turn: string;
  /** We, in a sentence about somebody else ("you over another company"): then a no may be none. */
  readonly us: string;
  /** Somebody else than us: a yes may be theirs. */
  readonly others: string;
  /** Turns what follows into its contrary. */
  readonly not: string;
  /** The same before a no, where it differs: a no often holds a negation of its own. */
  readonly notNo?: string;
  /** Turns what precedes into its contrary. */
  readonly notAfter?: string;
  readonly yes: string;
  readonly no: string;
  /** Greetings, thanks and other words beside a bare yes or no. */
  readonly polite: string;
  /** Read past before all else: "if you have questions", "sorry for the delay". */
  readonly harmless?: string;
  /** A question that takes nothing from a yes: when, where, the invoice. */
  readonly practical?: string;
  /** Turns a practical question into haggling. */
  readonly money: string;
  readonly away: string;
  readonly left: string;
  readonly stop: string;
  /** What looks like `stop` and is not. */
  readonly notStop?: string;
}
