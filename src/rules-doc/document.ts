import * as E from 'fp-ts/lib/Either.js';
import type { Sentence } from './sentences.ts';

/** Characters people's editors put in place of the plain ones. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u02bc`´]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033«»]/g, '"'],
  [/[\u2010-\u2015\u2212\u2043]/g, '-'],
  [/[\u200b-\u200d\u2060\ufeff\u00ad]/g, ''],
  [/\s+/g, ' '],
];

/** One writing for one thing: compatibility forms folded, typographic quotes, dashes and spaces made plain. */
export const plainText = (text: string): string =>
  PLAIN.reduce((plain, [pattern, by]) => plain.replace(pattern, by), text.normalize('NFKC')).trim();

/** Lower case of the same length, so that a place in one is the same place in the other. */
export const lowerText = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : Array.from(text, lowerOf).join('');
};

const lowerOf = (char: string): string => {
  const lower = char.toLowerCase();
  return lower.length === char.length ? lower : char;
};

/** More than any rules doc needs; a reader of prose should not be fed a novel. */
export const MAX_DOCUMENT = 100 * 1024;

const MAX_LINE_SHOWN = 80;

/** Why a text is no rules doc at all. */
export interface NotText {
  readonly line: number;
  readonly sentence: string;
  readonly expected: string;
}

/** The text's lines, or why it is no prose: too long, or a file of another kind (a PDF, a picture, a Word document). */
export const linesOf = (text: string): E.Either<NotText, readonly string[]> => {
  if (text.length > MAX_DOCUMENT) {
    return E.left(
      refusal(text, `a rules doc of at most ${MAX_DOCUMENT / 1024} KB; this one has ${kilobytes(text)} KB`),
    );
  }
  return isProse(text)
    ? E.right(text.replace(/^\ufeff/, '').split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/))
    : E.left(refusal(text, 'plain text; this is a file of another kind. Save the rules as text (.txt)'));
};

const refusal = (text: string, expected: string): NotText => ({ line: 1, sentence: glimpse(text), expected });

const kilobytes = (text: string): number => Math.ceil(text.length / 1024);

/** NUL never stands in prose; a stray control character may, a file full of them is binary. */
const isProse = (text: string): boolean => {
  if (text.includes('\0') || /^(?:%PDF-|PK\x03\x04|\{\\rtf)/.test(text)) return false;
  const odd = text.match(/[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]/g)?.length ?? 0;
  return odd * 50 <= text.length;
};

const glimpse = (text: string): string => {
  const start = text
    .slice(0, MAX_LINE_SHOWN * 4)
    .replace(/[^\P{C}\n\r]/gu, '')
    .trim();
  return (start.split(/[\r\n]/)[0] ?? '').slice(0, MAX_LINE_SHOWN);
};

/** A line that introduces others ("Do not send:", "# High-value quotes over $20,000") and the sentences under it. */
export interface Group {
  readonly head: Sentence;
  readonly body: readonly Sentence[];
}

/** More under one heading than people write; what follows stands for itself. */
const MAX_UNDER_HEAD = 24;

/** What stands right under a head: its list items, or the paragraph that follows. */
export const bodyOf = (sentences: readonly Sentence[], at: number): readonly Sentence[] => {
  const head = sentences[at];
  const body: Sentence[] = [];
  for (const sentence of sentences.slice(at + 1, at + 1 + MAX_UNDER_HEAD)) {
    const first = body[0] ?? sentence;
    if (!head || sentence.heading || sentence.text.endsWith(':')) break;
    if (head.item && !head.heading && sentence.item && sentence.indent <= head.indent) break;
    if (
      sentence !== first &&
      sentence.joint === 'apart' &&
      !(first.item && sentence.item && sentence.indent >= first.indent)
    )
      break;
    if (sentence === first && sentence.joint === 'stop') break;
    body.push(sentence);
  }
  return body;
};

/** Head and body as one sentence: list items become parts of it, parted by commas. */
export const joinedText = ({ head, body }: Group): string => {
  const lead = head.text.replace(/\s*:?$/, ':');
  const items = body.map(({ text, item, joint }, i) => {
    const last = i === body.length - 1;
    if (last || !(item || body[i + 1]?.item) || joint === 'stop') return text;
    return `${text.replace(/[.,;]+$/, '')},`;
  });
  return [lead, ...items].join(' ');
};
