/** What a fixture says, as `qf intake --json` names it. `null`: it must stay empty. */
export interface Expected {
  readonly customer: string | null;
  readonly contact_email: string | null;
  readonly quote_id: string | null;
  readonly amount_minor: number | null;
  readonly currency: string | null;
  readonly sent_date: string | null;
  readonly expiry_date: string | null;
  readonly pdf?: string | null;
}

export interface Fixture {
  readonly file: string;
  readonly make: () => Promise<Uint8Array>;
  readonly expected: Expected;
}

/** Short for the common case: a paper by itself has no recipient's address. */
export const expected = (
  customer: string | null,
  quote_id: string | null,
  amount_minor: number | null,
  currency: string | null,
  sent_date: string | null,
  expiry_date: string | null,
  contact_email: string | null = null,
): Expected => ({ customer, contact_email, quote_id, amount_minor, currency, sent_date, expiry_date });
