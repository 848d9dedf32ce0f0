/**
 * Where a hole of a template stands. `url` opens an address attribute, `url-part` continues one;
 * `attributes` is the space between two attributes of a tag.
 */
export type Hole =
  | { readonly kind: 'text' }
  | { readonly kind: 'attribute' }
  | { readonly kind: 'url' }
  | { readonly kind: 'url-part' }
  | { readonly kind: 'attributes' };

type State =
  | { readonly in: 'text' }
  | { readonly in: 'comment' }
  | { readonly in: 'raw'; readonly end: string }
  | { readonly in: 'tag-name'; readonly name: string }
  | { readonly in: 'tag'; readonly name: string }
  | { readonly in: 'attribute-name'; readonly name: string; readonly attribute: string }
  | { readonly in: 'after-equals'; readonly name: string; readonly attribute: string }
  | {
      readonly in: 'value';
      readonly name: string;
      readonly attribute: string;
      readonly quote: string;
      readonly empty: boolean;
    };

const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'action', 'formaction', 'cite', 'poster', 'data']);
/** Their text is program text, not words: no hole may stand in there. */
const RAW: ReadonlySet<string> = new Set(['script', 'style']);

/**
 * The holes between the literal strings of a template, in order. Throws where a value could break out of its place
 * whatever its characters: in a tag or attribute name, an unquoted value, a comment, a script or a style sheet; and on
 * a template that ends inside a tag.
 */
export const holesOf = (strings: readonly string[]): readonly Hole[] => {
  const holes: Hole[] = [];
  let state: State = { in: 'text' };
  for (const [index, literal] of strings.entries()) {
    state = walk(state, literal);
    if (index === strings.length - 1) break;
    holes.push(holeIn(state, literal));
    if (state.in === 'value') state = { ...state, empty: false };
  }
  if (state.in !== 'text') throw new TypeError(`this template ends inside a ${state.in}: ${strings.at(-1) ?? ''}`);
  return holes;
};

const holeIn = (state: State, literal: string): Hole => {
  switch (state.in) {
    case 'text':
      return { kind: 'text' };
    case 'tag':
      return { kind: 'attributes' };
    case 'value':
      if (state.quote === '') break;
      if (!ADDRESSES.has(state.attribute)) return { kind: 'attribute' };
      return { kind: state.empty ? 'url' : 'url-part' };
    default:
      break;
  }
  throw new TypeError(`no value may stand in a ${state.in} here: …${literal.slice(-40)}`);
};

const walk = (from: State, literal: string): State => {
  let state = from;
  for (let at = 0; at < literal.length; at++) state = step(state, literal, at);
  return state;
};

const BLANK = /\s/;

const step = (state: State, literal: string, at: number): State => {
  const char = literal.charAt(at);
  switch (state.in) {
    case 'text':
      if (literal.startsWith('<!--', at)) return { in: 'comment' };
      return char === '<' ? { in: 'tag-name', name: '' } : state;
    case 'comment':
      return char === '>' && literal.slice(at - 2, at) === '--' ? { in: 'text' } : state;
    case 'raw':
      return char === '>' && literal.slice(0, at).toLowerCase().endsWith(state.end) ? { in: 'text' } : state;
    case 'tag-name':
      if (char === '>') return afterTag(state.name);
      return BLANK.test(char) ? { in: 'tag', name: state.name } : { in: 'tag-name', name: state.name + char };
    case 'tag':
      if (char === '>') return afterTag(state.name);
      return BLANK.test(char) || char === '/' ? state : { in: 'attribute-name', name: state.name, attribute: char };
    case 'attribute-name':
      if (char === '>') return afterTag(state.name);
      if (char === '=') return { in: 'after-equals', name: state.name, attribute: state.attribute.toLowerCase() };
      if (BLANK.test(char)) return { in: 'tag', name: state.name };
      return { ...state, attribute: state.attribute + char };
    case 'after-equals':
      if (char === '"' || char === "'") return { ...state, in: 'value', quote: char, empty: true };
      return { ...state, in: 'value', quote: '', empty: false };
    case 'value':
      return inValue(state, char);
  }
};

const inValue = (state: Extract<State, { in: 'value' }>, char: string): State => {
  if (state.quote !== '') return char === state.quote ? { in: 'tag', name: state.name } : { ...state, empty: false };
  if (char === '>') return afterTag(state.name);
  return BLANK.test(char) ? { in: 'tag', name: state.name } : state;
};

const afterTag = (name: string): State => {
  const tag = name.toLowerCase();
  return RAW.has(tag) ? { in: 'raw', end: `</${tag}` } : { in: 'text' };
};

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
