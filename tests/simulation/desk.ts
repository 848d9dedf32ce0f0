import { web } from '../../src/handlers/web.ts';
import { addDays } from '../../src/kernel/local-date.ts';
import { ACT } from '../../src/letters/page/parts.ts';
import { shownText } from '../support/shown-text.ts';
import { CONTACTS } from './sheet.ts';
import type { SimWorld } from './sim-world.ts';

/** A page that somebody opened and has not closed. What it showed may be old news by now. */
export interface Tab {
  readonly url: string;
  readonly token: string;
  readonly acts: readonly string[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly subject: string | null;
  readonly text: string | null;
}

/** A button that was pressed, whatever came of it: the answer may have got lost. */
export interface Pressed {
  readonly tab: Tab;
  readonly act: string;
}

/** The people who get our letters: they open links, leave pages open, press buttons, late and twice. */
export class Desk {
  readonly tabs: Tab[] = [];
  readonly pressed: Pressed[] = [];
  readonly #sim: SimWorld;

  constructor(sim: SimWorld) {
    this.#sim = sim;
  }

  /** Links in letters that arrived; `kind`: in letters of one kind alone. */
  links(kind?: string): readonly string[] {
    return this.#sim.post.handed
      .filter(({ left, mail }) => left && (kind === undefined || mail.tags?.kind === kind))
      .flatMap(({ mail }) => [...mail.text.matchAll(/http:\/\/qf\.example\/t\/(\S+)/g)].map(([, token = '']) => token));
  }

  async open(token: string): Promise<{ readonly status: number; readonly html: string }> {
    const path = `/t/${token}`;
    const { status, body } = await web(this.#sim.world)(request('GET', path, ''));
    if (status === 200) this.tabs.push(tabOf(path, token, body));
    return { status, html: body };
  }

  async press(tab: Tab, act: string, fields: Readonly<Record<string, string>> = {}): Promise<number> {
    const form = new URLSearchParams({ ...tab.hidden, ...fields, [ACT]: act }).toString();
    this.pressed.push({ tab, act });
    const { status } = await web(this.#sim.world)(request('POST', tab.url, form));
    return status;
  }

  /** Fills in whatever a form of ours may ask for. */
  fieldsFor(act: string, tab: Tab): Readonly<Record<string, string>> {
    const { dice, today, sheet } = this.#sim;
    switch (act) {
      case 'edit':
        return {
          subject: `${tab.subject ?? 'Your quote'} again`,
          text: `Edited at ${this.#sim.now}.\r\n\r\nKind regards`,
        };
      case 'resume':
        return { from: addDays(today, dice.below(3)) };
      case 'extend':
        return { expires: addDays(today, 1 + dice.below(10)) };
      case 'address':
        return { address: dice.pick(CONTACTS) };
      case 'relabel':
        return { label: dice.pick(['accept', 'decline', 'question', 'out-of-office']) };
      case 'assign':
        return { 'other-quote': dice.pick(sheet.rows)['Quote number'] };
      case 'adopt':
        return { all: dice.pick(['start', 'rest', 'close']) };
      case 'take':
        return dice.percent(50) ? { 'pick-up': 'yes' } : {};
      default:
        return {};
    }
  }
}

const request = (method: string, path: string, form: string) => ({
  method,
  path,
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'a phone' },
  body: new TextEncoder().encode(form),
  address: '127.0.0.1',
});

const tabOf = (url: string, token: string, html: string): Tab => ({
  url,
  token,
  acts: [...html.matchAll(/<button[^>]* name="act" value="([^"]+)"/g)].map(([, act = '']) => act),
  hidden: Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      shownText(value),
    ]),
  ),
  subject: shown(/<section class="letter">[\s\S]*?<p class="subject"[^>]*>([\s\S]*?)<\/p>/.exec(html)?.[1]),
  text: shown(/<section class="letter">[\s\S]*?<div class="text"[^>]*>([\s\S]*?)<\/div>/.exec(html)?.[1]),
});

const shown = (markup: string | undefined): string | null => (markup === undefined ? null : shownText(markup));
