import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OUTBOX, type OutboxEntry } from '../../src/adapters/mail/outbox.ts';
import { parseMessage } from '../../src/adapters/mail/parse-message.ts';
import type { EngineKind } from '../../src/local/engine.ts';
import { type System, startSystem } from '../../src/local/system.ts';
import type { Message } from '../../src/mail-reading/message.ts';

export const ADMIN = 'owner@harbourline.example';
export const PRIYA = 'priya@harbourline.example';
export const SAM = 'sam@harbourline.example';

const CONFIG = {
  timezone: 'Asia/Singapore',
  currency: 'SGD',
  locale: 'en-SG',
  admin: ADMIN,
  company_domains: ['harbourline.example'],
  known_reps: [SAM],
};

export const RULES = `Standard quotes: nudge at 3 days and 7 days after sending, then a last call 3 days before the quote expires.
Priya is ${PRIYA}.
Do not send between 6pm and 8am or on weekends.
`;

export const HEADER =
  'Quote number,Customer,Contact email,Amount,Currency,Date sent,Date expires,Owner,Team,PDF link,Cadence override,Status';

/** Wednesday 25 November 2026, 09:00 in Singapore. */
export const WEDNESDAY_NINE = Date.UTC(2026, 10, 25, 1, 0, 5);

export interface Running {
  readonly system: System;
  readonly folder: string;
  /** Moves the real clock; nothing sleeps. */
  readonly advance: (ms: number) => Promise<void>;
  readonly now: () => number;
  /** Lets time pass while the machine is off: nothing due runs. */
  readonly sleep: (ms: number) => void;
  readonly writeSheet: (rows: readonly string[]) => Promise<void>;
  readonly outbox: () => Promise<readonly (OutboxEntry & { readonly message: Message })[]>;
  readonly events: (quoteId: string) => Promise<readonly { readonly action: string; readonly by: string }[]>;
  /** The link in the newest letter to `to` whose subject has `subject` in it. */
  readonly link: (to: string, subject: string) => Promise<string>;
  /** The page of a waiting draft, as the newest letter to `to` that carries it links it; of the first draft where none is named. */
  readonly draft: (to: string, quote?: string) => Promise<string>;
  readonly open: (url: string) => Promise<{ readonly status: number; readonly html: string }>;
  /** What an opened page carries unseen, to be posted with a button of it. */
  readonly form: (url: string) => Promise<Readonly<Record<string, string>>>;
  readonly post: (
    url: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly html: string }>;
  /** Presses a button of an opened page, as a browser without script does. */
  readonly press: (
    url: string,
    act: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly html: string }>;
  readonly mailIn: (raw: string, to: string, from?: string) => Promise<string>;
  readonly restart: () => Promise<void>;
  /** Errors that were logged. A test that brings them about takes them out; what is left fails it. */
  readonly errors: string[];
  readonly stop: () => Promise<void>;
}

const LETTERS_OF_DRAFTS: ReadonlySet<string> = new Set(['today', 'approval']);
const draftLinkOf = (quote: string): RegExp =>
  new RegExp(`(?:Decide on ${quote}:|\\(${quote}, [\\s\\S]*?Read and decide:)\\n(http\\S+)`);

/** The whole system on a folder of its own, by a clock of the test's. */
export const runSystem = async (
  rows: readonly string[],
  {
    engine = { engine: 'sqlite' } as EngineKind,
    startAt = WEDNESDAY_NINE,
    rules = RULES,
    config = {} as Record<string, unknown>,
  } = {},
): Promise<Running> => {
  const folder = await mkdtemp(join(tmpdir(), 'qf-e2e-'));
  let now = startAt;
  const writeSheet = (lines: readonly string[]): Promise<void> =>
    writeFile(join(folder, 'quotes.csv'), `${[HEADER, ...lines].join('\n')}\n`);
  await writeFile(join(folder, 'examples.json'), '{}');
  await writeFile(join(folder, 'config.json'), JSON.stringify({ ...CONFIG, ...config }));
  await writeFile(join(folder, 'rules.txt'), rules);
  await writeFile(join(folder, 'voice.txt'), 'Warm and plain.\n');
  await writeSheet(rows);
  const errors: string[] = [];
  const start = (): Promise<System> =>
    startSystem({
      folder,
      engine,
      port: 0,
      smtpPort: 0,
      smtpUrl: null,
      realNow: () => now,
      tickMs: null,
      log: (level, message, fields) =>
        void (level === 'error' && errors.push(`${message} ${JSON.stringify(fields ?? {})}`)),
    });
  let system = await start();
  const outbox: Running['outbox'] = async () => {
    const { objects } = system.runtime().deps;
    const entries = (await objects.list('raw-mime', OUTBOX)).filter(({ key }) => key.endsWith('.json'));
    return Promise.all(
      entries.map(async ({ key }) => {
        const entry: OutboxEntry = JSON.parse(new TextDecoder().decode((await objects.get('raw-mime', key))?.body));
        const raw = (await objects.get('raw-mime', key.replace(/json$/, 'eml')))?.body ?? new Uint8Array();
        const parsed = await parseMessage(raw);
        if (parsed._tag === 'Left') throw new Error(parsed.left.why);
        return { ...entry, message: parsed.right };
      }),
    );
  };
  const open: Running['open'] = async url => {
    const response = await fetch(url, { redirect: 'manual' });
    return { status: response.status, html: await response.text() };
  };
  const form: Running['form'] = async url =>
    Object.fromEntries(
      [...(await open(url)).html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
  const post: Running['post'] = async (url, fields, headers = { Origin: `http://127.0.0.1:${system.port}` }) => {
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers });
    return { status: response.status, html: await response.text() };
  };
  return {
    get system() {
      return system;
    },
    folder,
    now: () => now,
    sleep: ms => {
      now += ms;
    },
    advance: async ms => {
      now += ms;
      await system.tick();
    },
    writeSheet,
    errors,
    outbox,
    events: async quoteId =>
      (await system.runtime().engine.store.read(quoteId)).map(({ action, by_user, by_system }) => ({
        action,
        by: by_user ?? by_system ?? '',
      })),
    link: async (to, subject) => {
      const mail = (await outbox()).findLast(entry => entry.to.includes(to) && entry.subject.includes(subject));
      const url = /http:\/\/127\.0\.0\.1:\d+\/t\/\S+/.exec(mail?.message.text ?? '')?.[0];
      if (!url) throw new Error(`no letter to ${to} about ${subject}`);
      return url.replace(/:\d+\//, `:${system.port}/`);
    },
    draft: async (to, quote) => {
      const asks = (text: string): string | undefined =>
        (quote === undefined ? /(?:Decide on .+|Read and decide):\n(http\S+)/ : draftLinkOf(quote)).exec(text)?.[1];
      const mails = (await outbox()).filter(({ to: whom, kind }) => whom.includes(to) && LETTERS_OF_DRAFTS.has(kind));
      const url = mails
        .map(({ subject, message }) => asks(`${subject}\n${message.text}`))
        .findLast(found => found !== undefined);
      if (!url) throw new Error(`no letter to ${to} with a draft of ${quote ?? 'any quote'}`);
      return url.replace(/:\d+\//, `:${system.port}/`);
    },
    open,
    form,
    post,
    press: async (url, act, fields = {}, headers) => post(url, { ...(await form(url)), act, ...fields }, headers),
    mailIn: async (raw, to, from = 'someone@customer.example') => {
      const answer = await speakSmtp(system.smtpPort, raw, to, from);
      await system.tick();
      return answer;
    },
    restart: async () => {
      await system.close();
      system = await start();
    },
    stop: async () => {
      await system.close();
      await rm(folder, { recursive: true, force: true });
      if (errors.length > 0) throw new Error(`the system logged errors:\n${errors.join('\n')}`);
    },
  };
};

/** A plain SMTP client: gives the server's last answer. */
export const speakSmtp = (port: number, raw: string, to: string, from: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const lines = [
      `EHLO tests`,
      `MAIL FROM:<${from}>`,
      `RCPT TO:<${to}>`,
      'DATA',
      `${raw.replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..')}\r\n.`,
    ];
    let buffer = '';
    socket.on('error', reject);
    socket.on('data', chunk => {
      buffer += chunk.toString();
      if (!/^\d{3} .*\r\n$/m.test(buffer) || !buffer.endsWith('\r\n')) return;
      const last = buffer.trimEnd().split('\r\n').at(-1) ?? '';
      if (!/^\d{3} /.test(last)) return;
      buffer = '';
      const next = lines.shift();
      if (/^[45]/.test(last) || next === undefined) {
        socket.end('QUIT\r\n');
        resolve(last);
      } else socket.write(`${next}\r\n`);
    });
  });
