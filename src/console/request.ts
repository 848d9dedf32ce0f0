import type { Runtime } from '../local/runtime.ts';
import type { Scheduler } from '../local/scheduler.ts';
import type { FlashMessage } from '../presentation/components/flash.ts';
import { errorPage, type Trouble } from '../presentation/pages/error-page.ts';
import { pageHeaders } from '../presentation/pages/page.ts';
import { paths, withQuery } from './console-page.ts';

const SAYINGS = {
  moved: { tone: 'good', text: 'The clock was moved. Everything due on the way happened, in order.' },
  back: { tone: 'good', text: 'Back to now: everything is again as it was before the journey.' },
  'no-journey': { tone: 'info', text: 'The clock was not moved, so there is nothing to go back from.' },
  replied: { tone: 'good', text: 'The reply came in. What became of it stands in the timeline.' },
  empty: { tone: 'wait', text: 'Write something first: an empty reply was not sent.' },
  dropped: { tone: 'good', text: 'The mail was taken in. What became of it stands here.' },
  taken: {
    tone: 'good',
    text: 'The mail was taken in. A quote that it holds is proposed here; anything else stands in the mailbox.',
  },
  proposed: { tone: 'good', text: 'The PDF was read. What it says is proposed here.' },
  'not-quote': {
    tone: 'stop',
    text: 'That file is neither a mail nor a PDF that can be read, so it was not handed in.',
  },
  'no-file': { tone: 'wait', text: 'No mail was handed in: choose a file that is not empty.' },
  'not-mail': { tone: 'stop', text: 'That file is no mail that can be read, so it was not handed in.' },
  'too-many': { tone: 'wait', text: 'That is more than one file holds: ask for a shorter time.' },
  'no-export': { tone: 'wait', text: 'Nothing was exported: the search has a mistake.' },
} as const satisfies Readonly<Record<string, FlashMessage>>;

export type SaidCode = keyof typeof SAYINGS;

/** The address carries a code and never words, so that nobody can make the console say theirs. */
export const SAID = 'said';

const known: ReadonlyMap<string, FlashMessage> = new Map(Object.entries(SAYINGS));

export const saidBy = (code: string | null): FlashMessage | null => (code === null ? null : (known.get(code) ?? null));

/** A request to the console: the server has checked cookie, `Host` and `Origin` already. */
export interface ConsoleRequest {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  readonly query: URLSearchParams;
  /** Fields of a plain form; empty for any other body. */
  readonly form: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly contentType: string;
}

/** How far a sync has come. */
export interface TakingIn {
  readonly done: number;
  readonly of: number;
}

export interface ConsoleResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** What the console needs of the system around it. Runtime and driver change when a journey begins or ends: ask each time. */
export interface ConsoleContext {
  readonly runtime: () => Runtime;
  readonly driver: () => Scheduler;
  readonly moved: () => boolean;
  /** A sync of very many rows that is under way; null while there is none. */
  readonly takingIn: () => TakingIn | null;
  /** Why the clock cannot be moved; null when it can. */
  readonly fixed: string | null;
  readonly realNow: () => Date;
  readonly moveTo: (target: Date) => Promise<void>;
  readonly backToNow: () => Promise<void>;
  /** Takes raw mail as if it had come by SMTP to the given recipient, and routes it before it resolves. */
  readonly takeMail: (raw: Uint8Array, envelope: { readonly from: string; readonly to: string }) => Promise<void>;
  readonly smtpPort: number;
  readonly folder: string;
  /** Where mail really goes; null while it stays on the disk. */
  readonly relay: string | null;
}

/** A page. `framesMail`: it shows a mail of ours in a frame. */
export const shown = (html: string, { framesMail = false } = {}): ConsoleResponse => ({
  status: 200,
  headers: pageHeaders({ framesMail }),
  body: html,
});

export const troubled = (status: number, trouble: Trouble): ConsoleResponse => ({
  status,
  headers: pageHeaders(),
  body: errorPage(trouble),
});

/** A list would be read beside the sync that is filling it: the page says how far that is, and looks again by itself. */
export const takingIn = ({ done, of }: TakingIn): ConsoleResponse => {
  const { headers, ...page } = troubled(503, { kind: 'taking-in', done, of });
  return { ...page, headers: { ...headers, Refresh: '3', 'Retry-After': '3' } };
};

export const notFound = (): ConsoleResponse => troubled(404, { kind: 'not-found', link: paths.quotes });

/** After an act: to a page that says what was done, so that a reload repeats nothing. */
export const seeOther = (path: string, said: SaidCode): ConsoleResponse => ({
  status: 303,
  headers: {
    Location: path.includes('?') ? `${path}&${SAID}=${said}` : withQuery(path, { [SAID]: said }),
    'Cache-Control': 'no-store',
  },
  body: '',
});

/** A mail as a file to keep; never shown by the browser itself. */
export const mailFile = (name: string, mime: Uint8Array): ConsoleResponse => ({
  status: 200,
  headers: {
    'Content-Type': 'message/rfc822',
    'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.eml"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  },
  body: mime,
});
