import type { Driver } from '../driver.ts';
import type { Runtime } from '../runtime.ts';

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
  readonly driver: () => Driver;
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
