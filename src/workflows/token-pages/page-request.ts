import type { QuoteState } from '../../aggregates/quote/state.ts';
import type { Loaded } from '../../event-store/load.ts';
import { addDays, isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { nonceOf, sameText, tokenHash } from '../../kernel/references.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { errorPage } from '../../presentation/pages/error-page.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';

/** Unknown, altered, or so new that the read model has not got it: the person is told what helps. */
export const notKnown = (): PageResponse => ({ status: 404, html: errorPage({ kind: 'unknown-link' }) });

/** What the page is about cannot be read by this release: nothing is decided on half of it. */
export const unreadable = (): PageResponse => ({
  status: 503,
  html: errorPage({
    kind: 'refused',
    because:
      'this version of the program cannot read the log of this quote. The admin knows; open the page again later',
    link: null,
  }),
});

/** The token's seven days are over. */
export const gone = (): PageResponse => ({ status: 410, html: errorPage({ kind: 'expired-link' }) });

/** The form was not ours, or of a page that has changed since: open it again. */
export const stale = (token: string): PageResponse => ({
  status: 403,
  html: errorPage({ kind: 'stale-page', link: `/t/${token}` }),
});

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

/** Tokens are `kid.mac`; anything else is not looked up. */
const SHAPE = /^[A-Za-z0-9_-]{1,16}\.[A-Za-z0-9_-]{43}$/;

/** The row that a token's hash names, or null: unknown, altered, or mailed so lately that the read model lags. */
export const rowOfToken = async (
  { readModels }: Pick<Dependencies, 'readModels'>,
  token: string,
): Promise<ApprovalRow | null> => (SHAPE.test(token) ? readModels.approval(tokenHash(token)) : null);

/** A form's unseen fields: a nonce that only the page's own GET could give, bound to what it showed. */
export const hiddenFields = async (
  deps: Pick<Dependencies, 'secrets'>,
  token: string,
  shown: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> => {
  const [newest] = await deps.secrets.linkKeys();
  return { [NONCE]: nonceOf(newest.secret, token, boundTo(shown)), ...shown };
};

/** True when the posted form came from a page that was shown to whoever has the token, and is unchanged. */
export const nonceHolds = async (
  deps: Pick<Dependencies, 'secrets'>,
  request: PageRequest,
  names: readonly string[],
): Promise<boolean> => {
  const shown = Object.fromEntries(names.map(name => [name, request.form[name] ?? '']));
  const given = request.form[NONCE] ?? '';
  const keys = await deps.secrets.linkKeys();
  return keys.some(({ secret }) => sameText(given, nonceOf(secret, request.token, boundTo(shown))));
};

const boundTo = (shown: Readonly<Record<string, string>>): string => JSON.stringify(Object.entries(shown).sort());

/** A report's link as it was opened: whose it is, and until when it serves. */
export interface OpenedReport {
  readonly business: BusinessContext;
  /** To whom it was mailed, lower-case: in their name all is done. */
  readonly recipient: string;
  readonly row: ApprovalRow;
  /** Whether the link begins with the day's page or with the list of quotes. */
  readonly opens: 'today' | 'quotes';
}

/** A question about a quote that was mailed to somebody, as it stands now. */
export interface OpenedNotice {
  readonly row: ApprovalRow;
  /** Where the quote goes on: another stream than the row's when its number was retyped since. */
  readonly key: string;
  readonly business: BusinessContext;
  /** The quote as it goes on; for a question about a draft, as it was when that was made. */
  readonly loaded: Loaded<QuoteState>;
  readonly recipient: string;
}

/** What was typed and not taken, so that nothing is lost. */
export interface Typed {
  readonly value: string;
  readonly problem: string;
}

const MAX_AHEAD_DAYS = 730;

/** What is wrong with a day that was typed on a page, or null; `earliest` is the first that is taken. */
export const faultOfDay = (
  typed: string,
  { today, earliest }: { readonly today: LocalDate; readonly earliest: LocalDate },
): string | null => {
  if (!isLocalDate(typed)) return 'Give a date.';
  if (typed < earliest)
    return earliest === today ? 'That day is over. Give today or a later date.' : 'Give a date after today.';
  return typed > addDays(today, MAX_AHEAD_DAYS) ? 'That is more than two years away.' : null;
};
