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
