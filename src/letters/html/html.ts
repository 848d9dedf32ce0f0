import { type Hole, holesOf } from './holes.ts';

/** Markup that is whole and escaped. Made only by `html` and `raw`; a plain string is never taken for it. */
export class Html {
  readonly #markup: string;

  constructor(key: typeof MADE_HERE, markup: string) {
    if (key !== MADE_HERE) throw new TypeError('Html is made by html`…` or raw()');
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** Attributes for the space inside a tag: `<input ${flags({ checked })}>`. */
export class Flags {
  readonly #names: readonly string[];

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  toString(): string {
    return this.#names.join(' ');
  }
}

const MADE_HERE: unique symbol = Symbol('made here');

/** What a hole takes. Strings and numbers are escaped; null, undefined and false leave nothing. */
export type Value = Html | Flags | string | number | false | null | undefined | readonly Value[];

const holes = new WeakMap<TemplateStringsArray, readonly Hole[]>();

/**
 * Markup with every value escaped for the place where it stands. Addresses (`href`, `src` …) take only http(s), mailto,
 * tel, cid and paths of this site, any other becomes `#`; a value inside an address is percent-encoded.
 * Throws on a template whose holes cannot be made safe: a mistake of ours, found at the first use.
 */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => {
  let places = holes.get(strings);
  if (!places) {
    places = holesOf(strings);
    holes.set(strings, places);
  }
  let markup = strings[0] ?? '';
  values.forEach((value, index) => {
    markup += fill(value, places[index] ?? { kind: 'text' }) + (strings[index + 1] ?? '');
  });
  return new Html(MADE_HERE, markup);
};

/** Takes a string for markup as it is. Only for markup that another reader of ours made safe, and for style sheets. */
export const raw = (markup: string): Html => new Html(MADE_HERE, markup);

/** The names of the attributes that are on: `flags({ checked: true, disabled: false })` → `checked`. */
export const flags = (states: Readonly<Record<string, boolean>>): Flags =>
  new Flags(Object.keys(states).filter(name => states[name] && /^[a-z-]+$/.test(name)));

/** Parts with something between each two. */
export const join = (parts: readonly Value[], between: Value): readonly Value[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));

const fill = (value: Value, hole: Hole): string => {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Flags) return flagged(value, hole);
  if (value instanceof Html) return hole.kind === 'text' ? value.toString() : escaped(value.toString(), hole);
  if (typeof value === 'object') return value.map(part => fill(part, hole)).join('');
  return escaped(String(value), hole);
};

const flagged = (value: Flags, hole: Hole): string => {
  if (hole.kind !== 'attributes') throw new TypeError('flags stand between the attributes of a tag');
  return value.toString();
};

const escaped = (text: string, hole: Hole): string => {
  switch (hole.kind) {
    case 'text':
    case 'attribute':
      return escapeText(text);
    case 'url':
      return escapeText(safeAddress(text));
    case 'url-part':
      return escapeText(encodeURIComponent(text.toWellFormed()));
    case 'attributes':
      throw new TypeError('only flags() may stand between the attributes of a tag');
  }
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe as text and inside quotes. Half a surrogate pair and control characters that HTML forbids become U+FFFD. */
export const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd')
    .replace(/[&<>"']/g, char => ESCAPES[char] ?? char);

const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|tel:|cid:|\/(?![/\\])|[#?]|$)/i;

/** The address itself where following it runs nothing, else `#`. Browsers skip blanks and controls; so does this. */
export const safeAddress = (address: string): string => {
  const bare = address
    .trim()
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replace(/ /g, '%20');
  return SAFE_ADDRESS.test(bare) ? bare : '#';
};
