import { Buffer } from 'node:buffer';
import { decodeText } from './charset.ts';
import { decodeWords } from './encoded-word.ts';

/** A header of the form `value; name=value; …`. `value` and names lower-case. */
export interface Parametrised {
  readonly value: string;
  readonly params: Readonly<Record<string, string>>;
}

interface Piece {
  readonly order: number;
  readonly encoded: boolean;
  readonly text: string;
}

/**
 * Reads `Content-Type`, `Content-Disposition` and their like. Continuations and charsets of RFC 2231 are joined,
 * encoded words (wrongly put there, but common) decoded. A missing semicolon or closing quote is forgiven.
 */
export const readParametrised = (header: string | null): Parametrised => {
  const text = (header ?? '').slice(0, 20_000);
  const head = /^\s*"?([\w.+/-]*)/.exec(text)?.[1] ?? '';
  const pieces = new Map<string, Piece[]>();
  for (const [name, value] of assignments(text.slice(head.length))) {
    const shape = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/.exec(name);
    if (!shape) continue;
    const key = (shape[1] ?? '').toLowerCase();
    const piece = { order: Number(shape[2] ?? 0), encoded: shape[3] === '*', text: value };
    const known = pieces.get(key);
    if (known) known.push(piece);
    else if (pieces.size < 100) pieces.set(key, [piece]);
  }
  const params = [...pieces].map(([key, list]) => [key, joinPieces(list)] as const);
  return { value: head.toLowerCase(), params: Object.fromEntries(params) };
};

const ASSIGNMENT = /([^\s;="]{1,100})\s*=\s*(?:"((?:[^"\\]|\\.)*)(?:"|$)|([^;]*))/gs;

const assignments = (text: string): [name: string, value: string][] =>
  [...text.matchAll(ASSIGNMENT)].map(([, name, quoted, bare]) => [
    name ?? '',
    quoted === undefined ? withoutComment(bare ?? '') : quoted.replace(/\\(["\\])/g, '$1'),
  ]);

const withoutComment = (bare: string): string => bare.replace(/\s+\([^()]*\)\s*$/, '').trim();

const joinPieces = (list: readonly Piece[]): string => {
  const first = list[0];
  if (first && !list.some(piece => piece.encoded)) {
    const whole = list.length > 1 && list.every(piece => piece.order === first.order) ? first.text : joined(list);
    return decodeWords(whole);
  }
  return decodeExtended([...list].sort((a, b) => a.order - b.order));
};

const joined = (list: readonly Piece[]): string =>
  [...list]
    .sort((a, b) => a.order - b.order)
    .map(piece => piece.text)
    .join('');

const decodeExtended = (list: readonly Piece[]): string => {
  const shape = /^([^']*)'[^']*'(.*)$/s.exec(list[0]?.text ?? '');
  const charset = shape ? (shape[1] ?? '') : '';
  const bytes = list.map((piece, index) => {
    const text = index === 0 && shape ? (shape[2] ?? '') : piece.text;
    return piece.encoded ? percentBytes(text) : Buffer.from(text, 'utf8');
  });
  return decodeText(Buffer.concat(bytes), charset || 'utf-8');
};

const percentBytes = (text: string): Buffer =>
  Buffer.from(
    Buffer.from(text, 'utf8')
      .toString('latin1')
      .replace(/%([0-9A-Fa-f]{2})/g, (_whole: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
