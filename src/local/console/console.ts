import type { Driver } from '../driver.ts';
import type { Runtime } from '../runtime.ts';
export interface ConsoleRequest {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly contentType: string;
}
export interface ConsoleResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}
export interface ConsoleContext {
  readonly runtime: () => Runtime;
  readonly driver: () => Driver;
  readonly moved: () => boolean;
  readonly fixed: string | null;
  readonly realNow: () => Date;
  readonly moveTo: (target: Date) => Promise<void>;
  readonly backToNow: () => Promise<void>;
  readonly takeMail: (raw: Uint8Array, envelope: { from: string; to: string }) => Promise<void>;
  readonly smtpPort: number;
  readonly folder: string;
  readonly relay: string | null;
}
export const consolePages =
  (_: ConsoleContext) =>
  async (__: ConsoleRequest): Promise<ConsoleResponse> => ({ status: 200, headers: {}, body: 'stub' });
