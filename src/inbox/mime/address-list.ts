import type { Address } from '../message.ts';
import { decodeWords } from './encoded-word.ts';

type Token =
  | { readonly kind: 'text' | 'quoted' | 'comment' | 'angle'; readonly text: string }
  | { readonly kind: 'comma' | 'colon' | 'semicolon' };

/**
 * The mailboxes of an address header, groups flattened, at most `limit`. Linear in the header's length.
 * Tolerates what mailers send: no brackets, unclosed brackets, semicolons for commas, several addresses in one bracket,
 * commas within encoded words.
 */
export const readAddresses = (value: string, limit: number): readonly Address[] => {
  const found: Address[] = [];
  let entry: Token[] = [];
  const close = (): void => {
    if (entry.length > 0 && found.length < limit) found.push(...mailboxOf(entry));
    entry = [];
  };
  for (const token of tokens(value)) {
    if (found.length >= limit) break;
    if (token.kind === 'comma' || token.kind === 'semicolon') close();
    else if (token.kind === 'colon') {
      // `Group: a@b, c@d;` names a group; `mailto:a@b` and `<x:y>` do not reach here.
      entry = [];
    } else entry.push(token);
    if (entry.length > 200) close();
  }
  close();
  return found.slice(0, limit);
};

const SPECIAL = /[",;:<(]|=\?/g;

function* tokens(value: string): Generator<Token> {
  let index = 0;
  while (index < value.length) {
    SPECIAL.lastIndex = index;
    const match = SPECIAL.exec(value);
    const stop = match ? match.index : value.length;
    if (stop > index) yield { kind: 'text', text: value.slice(index, stop) };
    if (!match) return;
    const [token, next] = special(value, stop, match[0]);
    yield token;
    index = next;
  }
}

const special = (value: string, at: number, mark: string): [Token, number] => {
  switch (mark) {
    case ',':
      return [{ kind: 'comma' }, at + 1];
    case ';':
      return [{ kind: 'semicolon' }, at + 1];
    case ':':
      return [{ kind: 'colon' }, at + 1];
    case '"':
      return quoted(value, at);
    case '(':
      return comment(value, at);
    case '<': {
      const end = value.indexOf('>', at);
      const stop = end < 0 ? value.length : end;
      return [{ kind: 'angle', text: value.slice(at + 1, stop) }, stop + 1];
    }
    default: {
      const word = /^=\?[^?\s]{1,80}\?[BbQq]\?[^?]*\?=/.exec(value.slice(at, at + 2_000))?.[0] ?? '=?';
      return [{ kind: 'text', text: word }, at + word.length];
    }
  }
};

const quoted = (value: string, at: number): [Token, number] => {
  let text = '';
  let index = at + 1;
  for (; index < value.length && value[index] !== '"'; index += 1) {
    if (value[index] === '\\' && index + 1 < value.length) index += 1;
    text += value[index];
  }
  return [{ kind: 'quoted', text }, index + 1];
};

const comment = (value: string, at: number): [Token, number] => {
  let depth = 0;
  let index = at;
  for (; index < value.length; index += 1) {
    if (value[index] === '\\') index += 1;
    else if (value[index] === '(') depth += 1;
    else if (value[index] === ')') depth -= 1;
    if (depth === 0) break;
  }
  return [{ kind: 'comment', text: value.slice(at + 1, index) }, index + 1];
};

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
const bareAddress = (text: string): string => {
  const bare = text.replace(/^\s*mailto:/i, '').trim();
  return bare.startsWith('"') ? bare : bare.replace(/\([^()]*\)/g, '').replace(/[\s\u200b]+/g, '');
};

const mailboxOf = (entry: readonly Token[]): Address[] => {
  const words = entry.flatMap(token => (token.kind === 'text' || token.kind === 'quoted' ? [token] : []));
  const angles = entry.flatMap(token => (token.kind === 'angle' ? [token.text] : []));
  const comments = entry.flatMap(token => (token.kind === 'comment' ? [token.text] : []));
  const angle = angles.findLast(text => text.includes('@')) ?? angles.at(-1);
  if (angle !== undefined) {
    const written = words.map(word => word.text).join(' ');
    const name = tidy(decodeWords(tidy(written) === '' ? comments.join(' ') : written));
    return angle.split(',').map(address => ({ name, address: bareAddress(address) }));
  }
  return withoutBrackets(
    words.map(word => (word.kind === 'quoted' && !word.text.includes('@') ? `"${word.text}"` : word.text)).join(''),
    comments,
  );
};

/** Looked for from where a word begins only: from each of its letters, a long word without `@` would take minutes. */
const ADDRESS = /("[^"]*"|(?<![^\s"])[^\s"]+)@([^\s"]+)/;

/** `a@b`, `a@b (Name)`, `Name a@b`, `"first last"@b` or a mere name. */
const withoutBrackets = (text: string, comments: readonly string[]): Address[] => {
  const flat = tidy(decodeWords(text));
  if (flat === '') return [];
  const local = ADDRESS.exec(flat);
  const said = tidy(decodeWords(comments.join(' ')));
  if (!local) return [{ name: flat.replace(/^"|"$/g, '') || said, address: '' }];
  const rest = tidy(flat.replace(local[0], ' ')).replace(/^"|"$/g, '');
  return [{ name: rest || said, address: bareAddress(local[0]) }];
};
