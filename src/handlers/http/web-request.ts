/** A request as any web server gives it; the body already decoded from what carried it. */
export interface WebRequest {
  readonly method: string;
  readonly path: string;
  /** What stands behind the question mark, if anything. */
  readonly query?: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  readonly address: string;
}

export interface WebResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
