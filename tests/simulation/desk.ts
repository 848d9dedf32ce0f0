import { web } from '../../src/handlers/http/web.ts';
import { addDays } from '../../src/kernel/local-date.ts';
import { ACT } from '../../src/presentation/components/parts.ts';
import { shownText } from '../support/shown-text.ts';
import { keyOf } from './sheet.ts';
import type { SimWorld } from './sim-world.ts';

/** Letters with drafts to decide on. */
export const DRAFTS = ['today', 'approval'];

export interface ShownText {
  readonly subject: string;
  readonly text: string;
}

/** Something to fill in. `options`: one of them is chosen. */
interface Field {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly options: readonly string[];
}

/** A form of a page that somebody opened and has not closed. What it showed may be old news by now. */
export interface Tab {
  readonly url: string;
  readonly token: string;
  /** What the page is about: the kind of its link. */
  readonly page: string;
  /** The stream that the link is about. */
  readonly stream: string;
  readonly acts: readonly string[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields: readonly Field[];
  /** The drafts that stood above its buttons. */
  readonly letters: readonly ShownText[];
}

/** A button that was pressed, whatever came of it: the answer may have got lost. */
export interface Pressed {
  readonly tab: Tab;
  readonly act: string;
  readonly run: number;
  /** What the page answered; null where no answer came. */
  status: number | null;
}

interface Link {
  readonly token: string;
  readonly kind: string;
}

/** Nobody keeps more pages open. */
const MAX_TABS = 80;

/** Buttons that say of a quote that it goes on, whatever the sheet or the customer said before. */
const GOES_ON = new Set([
  'resume',
  'relabel',
  'take',
  'dismiss',
  'reopen',
  'go-on',
  'end-hold',
  'again',
  'answer',
  'adopt',
  'not-a-reply',
  'assign',
  'lift',
  'extend',
  'address',
  'call-back',
  'hold-until',
]);

/** The people who get our letters: they open links, leave pages open, press buttons, late and twice. */
export class Desk {
  readonly tabs: Tab[] = [];
  readonly pressed: Pressed[] = [];
  readonly #sim: SimWorld;
  readonly #links: Link[] = [];
  #read = 0;

  constructor(sim: SimWorld) {
    this.#sim = sim;
  }

  /** Links in letters that arrived; `kinds`: in letters of these kinds alone. */
  links(kinds?: readonly string[]): readonly string[] {
    const { handed } = this.#sim.post;
    for (; this.#read < handed.length; this.#read++) {
      const one = handed[this.#read];
      if (!one?.left) continue;
      for (const [, token = ''] of one.mail.text.matchAll(/http:\/\/qf\.example\/t\/(\S+)/g))
        this.#links.push({ token, kind: one.mail.tags?.kind ?? '' });
    }
    const wanted = kinds === undefined ? this.#links : this.#links.filter(({ kind }) => kinds.includes(kind));
    return wanted.map(({ token }) => token);
  }

  /** A link that somebody opens: of those that came lately, one to a page of any kind there is; `kinds`: of these letters alone. */
  async link(kinds?: readonly string[]): Promise<string | null> {
    const { dice, durable, hashOf } = this.#sim;
    this.links();
    const wanted = kinds === undefined ? this.#links : this.#links.filter(({ kind }) => kinds.includes(kind));
    if (kinds !== undefined || dice.percent(30))
      return wanted.length === 0 ? null : dice.pick(wanted.slice(dice.percent(75) ? -6 : -60)).token;
    const pages = new Map<string, string[]>();
    for (const { token } of wanted.slice(-80)) {
      const row = await durable.readModels.approval(hashOf(token));
      if (row) pages.set(row.kind, [...(pages.get(row.kind) ?? []), token]);
    }
    return pages.size === 0 ? null : dice.pick(dice.pick([...pages.values()]).slice(-4));
  }

  /** Gives the forms of the page; what a page links to below itself is opened too, now and then. */
  async open(token: string, place = ''): Promise<readonly Tab[]> {
    const path = `/t/${token}${place}`;
    const { status, body } = await web(this.#sim.world)(request('GET', path, ''));
    const row = await this.#sim.durable.readModels.approval(this.#sim.hashOf(token));
    const about = { page: pageOf(row?.kind ?? '', row?.about ?? '', place), stream: row?.quote_id ?? '' };
    const tabs = status === 200 ? tabsOf(token, body, about) : [];
    this.tabs.push(...tabs);
    this.tabs.splice(0, Math.max(0, this.tabs.length - MAX_TABS));
    const below = [...body.matchAll(new RegExp(`href="[^"]*/t/${token}(/quotes[^"#]*)"`, 'g'))].map(
      ([, to = '']) => to,
    );
    if (below.length > 0 && place.length < 8 && this.#sim.dice.percent(60))
      await this.open(token, this.#sim.dice.pick(below));
    return tabs;
  }

  async press(tab: Tab, act: string, fields: Readonly<Record<string, string>> = {}): Promise<number> {
    const form = new URLSearchParams({ ...tab.hidden, ...fields, [ACT]: act }).toString();
    const { truth } = this.#sim;
    const pressed: Pressed = { tab, act, run: truth.run, status: null };
    this.pressed.push(pressed);
    if (GOES_ON.has(act)) this.#goesOn(tab);
    const { status } = await web(this.#sim.world)(request('POST', tab.url, form));
    pressed.status = status;
    if (status < 400) truth.count(`${tab.page}: ${act}`);
    return status;
  }

  /** Whatever was said to be over may go on from here, for a person said so: of this quote, or of any where it is not known. */
  #goesOn(tab: Tab): void {
    const { truth } = this.#sim;
    const [, inUrl] = /\/quotes\/([^/?#]+)/.exec(tab.url) ?? [];
    const key = inUrl !== undefined ? keyOf(decodeURIComponent(inUrl)) : keyOf(tab.stream);
    if (truth.quotes.has(key)) truth.isOpen('quotes', key);
    else if (key.startsWith('~') || key === '') for (const quote of truth.quotes.keys()) truth.isOpen('quotes', quote);
    if (tab.acts.includes('lift')) for (const address of truth.addresses.keys()) truth.isOpen('addresses', address);
  }

  /** Fills in whatever the form asks for, as people do: what stands there stays, what is empty is made up. */
  fieldsFor(act: string, tab: Tab): Readonly<Record<string, string>> {
    const filled: Record<string, string> = {};
    for (const field of tab.fields) {
      const value = this.#filled(field, act);
      if (value !== null) filled[field.name] = value;
    }
    return filled;
  }

  #filled({ name, type, value, options }: Field, act: string): string | null {
    const { dice, today, sheet, now } = this.#sim;
    switch (type) {
      case 'select':
      case 'radio':
        return options.length > 0 ? dice.pick(options) : value;
      case 'checkbox':
        return dice.percent(50) ? value : null;
      case 'date':
        return value !== '' && dice.percent(50) ? value : addDays(today, dice.below(act === 'extend' ? 12 : 5));
      case 'email':
        return value !== '' && act !== 'address' ? value : dice.pick(sheet.contacts);
      case 'textarea':
        return act === 'edit' ? `Edited at ${now}.\r\n\r\nKind regards` : value;
      default:
        if (name === 'other-quote') return sheet.rows.length > 0 ? dice.pick(sheet.rows)['Quote number'] : value;
        return value !== '' ? value : (MADE_UP[name]?.(this.#sim) ?? '');
    }
  }
}

const MADE_UP: Readonly<Record<string, (sim: SimWorld) => string>> = {
  'field.quote_id': sim => `N-${sim.dice.below(10_000)}`,
  'field.customer': () => 'A customer',
  'field.amount': sim => String(100 + sim.dice.below(9_000)),
  'field.currency': () => 'SGD',
};

const pageOf = (kind: string, about: string, place: string): string => {
  switch (kind) {
    case 'report':
      return place.startsWith('/quotes') ? 'my-quote' : (about.split('/')[0] ?? kind);
    case 'admin':
      return about.split('/')[0] ?? kind;
    default:
      return kind;
  }
};

const request = (method: string, path: string, form: string) => ({
  method,
  path,
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'a phone' },
  body: new TextEncoder().encode(form),
  address: '127.0.0.1',
});

const FORM = /<form method="post" action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g;

/** Each form with the drafts that it is about: the one above it, or all where it says so. */
const tabsOf = (
  token: string,
  html: string,
  about: { readonly page: string; readonly stream: string },
): readonly Tab[] => {
  const parts = html.split('<section class="letter">');
  const letters = parts.slice(1).map(letterOf);
  return parts.flatMap((part, index) =>
    [...part.matchAll(FORM)].map(([, action = '', body = '']): Tab => {
      const acts = [...body.matchAll(/<button[^>]* name="act" value="([^"]+)"/g)].map(([, act = '']) => act);
      const above = letters[index - 1];
      const fields = fieldsOf(body);
      return {
        ...about,
        url: action.replace(/#.*/, ''),
        token,
        acts,
        hidden: Object.fromEntries(
          fields.flatMap(({ type, name, value }) => (type === 'hidden' ? [[name, value]] : [])),
        ),
        fields: fields.filter(({ type }) => type !== 'hidden'),
        letters: acts.includes('approve-all') ? letters : above ? [above] : letters.slice(0, 1),
      };
    }),
  );
};

const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

const unescaped = (text: string): string => (text.includes('&') ? shownText(text) : text);

/** Inputs, choices and long texts of a form, hidden ones too; several of one name are choices of one field. */
const fieldsOf = (form: string): readonly Field[] => {
  const fields = new Map<string, Field>();
  for (const [tag = ''] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const value = attribute(tag, 'value');
    const options = [...(fields.get(name)?.options ?? []), value];
    if (name !== '') fields.set(name, { name, type: attribute(tag, 'type') || 'text', value, options });
  }
  for (const [, tag = '', body = ''] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const options = [...body.matchAll(/<option\b[^>]*>/g)].map(([option = '']) => attribute(option, 'value'));
    const name = attribute(` ${tag}`, 'name');
    fields.set(name, { name, type: 'select', value: options[0] ?? '', options });
  }
  for (const [, tag = '', body = ''] of form.matchAll(/<textarea\b([^>]*)>\n?([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(` ${tag}`, 'name');
    fields.set(name, { name, type: 'textarea', value: unescaped(body), options: [] });
  }
  return [...fields.values()];
};

const letterOf = (part: string): ShownText => ({
  subject: shownText(/<p class="subject"[^>]*>([\s\S]*?)<\/p>/.exec(part)?.[1] ?? ''),
  text: shownText(/<div class="text"[^>]*>([\s\S]*?)<\/div>/.exec(part)?.[1] ?? ''),
});
