import type { Label, Move } from '../events/quote-events.ts';

/** What a draft may speak of. All values are display strings, as they may appear in the text. */
export interface DraftFacts {
  readonly quoteId: string;
  readonly customer: string;
  readonly amount: string;
  readonly sent: string;
  readonly expires: string | null;
  readonly link: string | null;
  readonly rep: string;
}

export interface DraftRequest {
  readonly move: Move;
  readonly facts: DraftFacts;
  /** The voice doc's template for this move, and its prose about tone and sign-off. */
  readonly template: string;
  readonly tone: string;
  /** Why the first try was refused; the one retry is told. */
  readonly complaint: string | null;
}

export interface ReadingRequest {
  readonly text: string;
}

export type ModelFailure = {
  readonly kind: 'unavailable' | 'refused' | 'malformed' | 'timed-out';
  readonly reason: string;
};
export type ModelAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly model: string }
  | { readonly ok: false; readonly failure: ModelFailure };

/** The writing and reading model: Bedrock on AWS, templates and words without an account. Data in, data out; it never acts. */
export interface LanguageModel {
  readonly draft: (request: DraftRequest, options: { readonly timeoutMs: number }) => Promise<ModelAnswer<string>>;
  readonly label: (
    request: ReadingRequest,
    options: { readonly timeoutMs: number },
  ) => Promise<ModelAnswer<{ readonly label: Label; readonly why: string }>>;
  /** One paragraph over figures computed by code. */
  readonly paragraph: (
    figures: readonly { readonly name: string; readonly value: string }[],
    complaint: string | null,
    options: { readonly timeoutMs: number },
  ) => Promise<ModelAnswer<string>>;
}

/**
 * The text on a PDF's pictures as it stands there, line for line, page by page; columns parted by two blanks or more.
 * It is data as any text of the document would be. Never rejects.
 */
export type ScanReader = (
  pdf: Uint8Array,
  options: { readonly timeoutMs: number },
) => Promise<ModelAnswer<readonly string[]>>;
