import { web } from '../../src/handlers/web.ts';
import { addDays } from '../../src/kernel/local-date.ts';
import { ACT } from '../../src/letters/page/parts.ts';
import { shownText } from '../support/shown-text.ts';
import { CONTACTS } from './sheet.ts';
import type { SimWorld } from './sim-world.ts';

/** Letters with drafts to decide on. */
export const DRAFTS = ['today', 'approval'];

export interface ShownText {
  readonly subject: string;
  readonly text: string;
}

/** A form of a page that somebody opened and has not closed. What it showed may be old news by now. */
export interface Tab {
  readonly url: string;
  readonly token: string;
  readonly acts: readonly string[];
  readonly hidden: Readonly<Record<string, string>>;
  /** The drafts that stood above its buttons. */
  readonly letters: readonly ShownText[];
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

  /** Links in letters that arrived; `kinds`: in letters of these kinds alone. */
  links(kinds?: readonly string[]): readonly string[] {
    return this.#sim.post.handed
      .filter(({ left, mail }) => left && (kinds === undefined || kinds.includes(mail.tags?.kind ?? '')))
      .flatMap(({ mail }) => [...mail.text.matchAll(/http:\/\/qf\.example\/t\/(\S+)/g)].map(([, token = '']) => token));
  }

  /** Gives the forms of the page; what a page links to below itself is opened too, now and then. */
  async open(token: string, place = ''): Promise<readonly Tab[]> {
    const path = `/t/${token}${place}`;
    const { status, body } = await web(this.#sim.world)(request('GET', path, ''));
    const tabs = status === 200 ? tabsOf(token, body) : [];
    this.tabs.push(...tabs);
    const below = [...body.matchAll(new RegExp(`href="[^"]*/t/${token}(/quotes[^"#]*)"`, 'g'))].map(
      ([, to = '']) => to,
    );
    if (below.length > 0 && place.length < 8 && this.#sim.dice.percent(40))
      await this.open(token, this.#sim.dice.pick(below));
    return tabs;
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
          subject: `${tab.letters[0]?.subject ?? 'Your quote'} again`,
          text: `Edited at ${this.#sim.now}.\r\n\r\nKind regards`,
        };
      case 'resume':
      case 'call-back':
      case 'hold-until':
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

const FORM = /<form method="post" action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g;

/** Each form with the drafts that it is about: the one above it, or all where it says so. */
const tabsOf = (token: string, html: string): readonly Tab[] => {
  const parts = html.split('<section class="letter">');
  const letters = parts.slice(1).map(letterOf);
  return parts.flatMap((part, index) =>
    [...part.matchAll(FORM)].map(([, action = '', body = '']): Tab => {
      const acts = [...body.matchAll(/<button[^>]* name="act" value="([^"]+)"/g)].map(([, act = '']) => act);
      const above = letters[index - 1];
      return {
        url: action.replace(/#.*/, ''),
        token,
        acts,
        hidden: hiddenOf(body),
        letters: acts.includes('approve-all') ? letters : above ? [above] : letters.slice(0, 1),
      };
    }),
  );
};

const hiddenOf = (form: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      shownText(value),
    ]),
  );

const letterOf = (part: string): ShownText => ({
  subject: shownText(/<p class="subject"[^>]*>([\s\S]*?)<\/p>/.exec(part)?.[1] ?? ''),
  text: shownText(/<div class="text"[^>]*>([\s\S]*?)<\/div>/.exec(part)?.[1] ?? ''),
});
