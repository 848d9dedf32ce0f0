import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OUTBOX, type OutboxEntry } from '../../src/adapters/mail/outbox.ts';
import { parseMessage } from '../../src/adapters/mail/parse-message.ts';
import { paths } from '../../src/console/console-page.ts';
import { ANSWER } from '../../src/console/mail.ts';
import { EDITED } from '../../src/local/data-folder.ts';
import { startSystem } from '../../src/local/system.ts';
import type { Message } from '../../src/mail-reading/message.ts';
import { ACT } from '../../src/presentation/components/parts.ts';
import { speakSmtp } from '../../tests/support/running-system.ts';

export type Mail = OutboxEntry & { readonly message: Message };

/** The embedded default with the example business in a folder of its own, and what people do at its doors. */
export interface Shop {
  /** The console, its key spent: for a browser that has the cookie. */
  readonly origin: string;
  /** `name=value`. */
  readonly cookie: string;
  readonly now: () => Date;
  /** Everything due on the way happens, each at its time. */
  readonly moveTo: (at: Date) => Promise<void>;
  /** Mail that left since the last time this was asked, oldest first. */
  readonly newMail: () => Promise<readonly Mail[]>;
  readonly open: (url: string) => Promise<string>;
  /** Presses a button of a page as a browser without scripts does; nothing where the page has no such button. */
  readonly press: (url: string, act: string, fields?: Readonly<Record<string, string>>) => Promise<boolean>;
  /** The customer answers a mail, quoting it. */
  readonly answer: (mail: Mail, text: string) => Promise<void>;
  /** Raw mail from outside, by SMTP. */
  readonly mailIn: (raw: string, envelope: { readonly from: string; readonly to: string }) => Promise<void>;
  /** Lines at the end of the sheet; the next sync reads them. */
  readonly addRows: (lines: readonly string[]) => Promise<void>;
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

export const openShop = async (startAt: Date): Promise<Shop> => {
  const folder = await mkdtemp(join(tmpdir(), 'qf-month-'));
  const errors: string[] = [];
  const system = await startSystem({
    folder,
    engine: { engine: 'sqlite' },
    port: 0,
    smtpPort: 0,
    smtpUrl: null,
    realNow: () => startAt.getTime(),
    tickMs: null,
    log: (level, message, fields) => void (level === 'error' && errors.push(`${message} ${JSON.stringify(fields)}`)),
  });
  const origin = `http://127.0.0.1:${system.port}`;
  const entered = await fetch(system.url, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const open = async (url: string): Promise<string> => (await fetch(url, { headers: { Cookie: cookie } })).text();
  const post = async (url: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    const headers = { Cookie: cookie, Origin: origin };
    const posted = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
    if (posted.status >= 400) throw new Error(`${posted.status} from ${url}`);
  };
  const seen = new Set<string>();
  return {
    origin,
    cookie,
    now: () => system.runtime().deps.clock.now(),
    moveTo: at => system.moveTo(at),
    newMail: async () => {
      const fresh = (await outboxOf(system.runtime().deps.objects)).filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      return fresh;
    },
    open,
    press: async (url, act, fields = {}) => {
      const form = formWith(await open(url), act);
      if (form) await post(url, { ...form, ...fields, [ACT]: act });
      return form !== null;
    },
    answer: (mail, text) => post(`${origin}${paths.mail(mail.id)}`, { [ANSWER]: text }),
    mailIn: async (raw, { from, to }) => {
      const said = await speakSmtp(system.smtpPort, raw, to, from);
      if (!said.startsWith('2')) throw new Error(`mail from ${from} was not taken: ${said}`);
      await system.tick();
    },
    addRows: lines => appendFile(join(folder, EDITED.quotes), lines.map(line => `${line}\n`).join('')),
    errors,
    close: async () => {
      await system.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

type Objects = ReturnType<Awaited<ReturnType<typeof startSystem>>['runtime']>['deps']['objects'];

const outboxOf = async (objects: Objects): Promise<readonly Mail[]> => {
  const keys = (await objects.list('raw-mime', OUTBOX)).map(({ key }) => key).filter(key => key.endsWith('.json'));
  const mails = await Promise.all(
    keys.map(async key => {
      const entry: OutboxEntry = JSON.parse(new TextDecoder().decode((await objects.get('raw-mime', key))?.body));
      const raw = (await objects.get('raw-mime', key.replace(/json$/, 'eml')))?.body ?? new Uint8Array();
      const read = await parseMessage(raw);
      return 'right' in read ? [{ ...entry, message: read.right }] : [];
    }),
  );
  return mails.flat().sort((a, b) => (a.at < b.at ? -1 : 1));
};

/** The address of the page that a letter to a rep leads to. */
export const linkIn = ({ message }: Mail): string | null =>
  /http:\/\/127\.0\.0\.1:\d+\/t\/\S+/.exec(message.text ?? '')?.[0] ?? null;

/** The hidden fields of the form that holds a button. */
export const formWith = (markup: string, act: string): Readonly<Record<string, string>> | null => {
  const form = [...markup.matchAll(/<form[\s\S]*?<\/form>/g)].find(([text]) => text.includes(`value="${act}"`))?.[0];
  if (form === undefined) return null;
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
    ]),
  );
};
