import type { Running } from '../../support/running-system.ts';

export interface Answered {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

/** The console as a browser without scripts sees it: let in by the printed address, following no redirect by itself. */
export interface OpenConsole {
  readonly get: (path: string) => Promise<Answered>;
  readonly bytes: (path: string) => Promise<string>;
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Answered>;
  readonly drop: (name: string, content: string | Uint8Array, path?: string) => Promise<Answered>;
}

export const openConsole = async ({ system }: Pick<Running, 'system'>): Promise<OpenConsole> => {
  const base = `http://127.0.0.1:${system.port}`;
  const entered = await fetch(system.url, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${base}${path}`, { redirect: 'manual', ...init, headers: { Cookie: cookie, Origin: base } });
  const answered = async (response: Response): Promise<Answered> => ({
    status: response.status,
    html: await response.text(),
    headers: response.headers,
  });
  return {
    get: async path => answered(await ask(path)),
    bytes: async path => Buffer.from(await (await ask(path)).arrayBuffer()).toString('latin1'),
    post: async (path, fields) => answered(await ask(path, { method: 'POST', body: new URLSearchParams(fields) })),
    drop: async (name, content, path = '/mailbox') => {
      const form = new FormData();
      const part = typeof content === 'string' ? content : new Uint8Array(content);
      form.append('file', new File([part], name, { type: 'message/rfc822' }));
      return answered(await ask(path, { method: 'POST', body: form }));
    },
  };
};
