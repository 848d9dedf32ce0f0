/** A visit of a token page, as any web server gives it. */
export interface PageRequest {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly token: string;
  /** Where below the link: its parts, decoded. Empty for the link itself. */
  readonly place: readonly string[];
  /** Fields of the posted form; empty for a GET. */
  readonly form: Readonly<Record<string, string>>;
  /** Where it came from: recorded, sealed, with a decision. */
  readonly address: string;
  readonly agent: string;
}

export interface PageResponse {
  readonly status: number;
  readonly html: string;
}

export const NONCE = 'nonce';
export const SEEN = 'seen';
export const SHOWN_TEXT = 'text-shown';
