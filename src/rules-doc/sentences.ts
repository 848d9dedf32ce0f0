/** How a sentence hangs on the one before it. */
export type Joint =
  /** Another paragraph, list item or heading: they have nothing to do with each other. */
  | 'apart'
  /** The same paragraph, after a full stop. */
  | 'stop'
  /** The same paragraph, on a new line, with no full stop between: perhaps one sentence. */
  | 'line'
  /** The same paragraph, on a new line, after a full stop. */
  | 'new-line';

export interface Sentence {
  readonly text: string;
  /** Where it begins; the first line of the doc is 1. */
  readonly line: number;
  readonly joint: Joint;
  /** It ends in a full stop, or what stands for one. */
  readonly stopped: boolean;
  /** The first sentence of a list item. */
  readonly item: boolean;
  readonly heading: boolean;
  /** Characters before the line's text: what is under an item stands further in. */
  readonly indent: number;
}

interface Line {
  readonly no: number;
  readonly text: string;
  readonly item: boolean;
  readonly heading: boolean;
  readonly indent: number;
}

const BULLET = /^(?:[-*+•◦▪▫‣·●○■□➢►–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?:\[[ xX]?\]\s+)?(?=\S)/;
const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;
const RULE = /^(?:[-=_*~]\s*){3,}$/;
const EMPHASIS = /\*\*|__|(?<!\S)\*(?=\S)|(?<=\S)\*(?!\S)/g;

/** The doc's sentences in order. Line breaks, bullets and headings part them; a wrapped sentence is put together again. */
export const sentencesOf = (lines: readonly string[]): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  const mixedCase = lines.some(line => /\p{Ll}/u.test(line)) && lines.some(line => /\p{Lu}/u.test(line));
  let apart = true;
  lines.forEach((raw, at) => {
    const line = lineOf(raw, at + 1, lines[at + 1]);
    if (line === null) {
      apart = true;
      return;
    }
    apart ||= line.item || line.heading;
    addSentences(sentences, line, apart, mixedCase);
    apart = line.heading;
  });
  return sentences;
};

/** Null for a blank line and for a rule drawn across the page. */
const lineOf = (raw: string, no: number, next: string | undefined): Line | null => {
  const quoted = raw.replace(/^(?:\s*> ?)+/, '');
  const unquoted = quoted.trim();
  if (unquoted === '' || RULE.test(unquoted)) return null;
  const heading = HEADING.exec(unquoted);
  const bare = (heading?.[1] ?? unquoted).trim();
  const bullet = heading ? null : BULLET.exec(bare);
  const text = bare
    .slice(bullet?.[0].length ?? 0)
    .replace(EMPHASIS, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return null;
  const underlined = next !== undefined && /^\s*(?:=|-){3,}\s*$/.test(next);
  const indent = quoted.length - quoted.trimStart().length;
  return { no, text, item: bullet !== null, heading: heading !== null || underlined, indent };
};

const addSentences = (sentences: Sentence[], line: Line, apart: boolean, mixedCase: boolean): void => {
  splitSentences(line.text).forEach((text, i) => {
    const before = sentences.at(-1);
    const joint: Joint = i > 0 ? 'stop' : apart || !before ? 'apart' : before.stopped ? 'new-line' : 'line';
    const stopped = /[.!?]["')\]]*$/.test(text);
    if (joint === 'line' && before && goesOn(before.text, text, mixedCase)) {
      sentences[sentences.length - 1] = { ...before, text: `${before.text} ${text}`, stopped };
      return;
    }
    const { no, item, heading, indent } = line;
    sentences.push({ text, line: no, joint, stopped, item: item && i === 0, heading, indent });
  });
};

const HANGING =
  /(?:[,;(&/-]|(?<![\p{L}])(?:and|or|nor|then|but|the|a|an|of|to|for|from|on|at|between|with|after|before|until|than|over|under|not|per|by|in|least|most|more|every|each|any|is|are))$/iu;
const CONNECTING =
  /^(?:[,;)&-]|(?:and|or|nor|then|but|unless|except|excepting|until|so|because|with|without|which|than|thereafter|afterwards|if they|if it)(?![\p{L}]))/iu;

/** A line that hangs, or one that begins as no sentence does, goes on with the other. */
const goesOn = (before: string, text: string, mixedCase: boolean): boolean =>
  HANGING.test(before) || CONNECTING.test(text) || (mixedCase && !before.endsWith(':') && /^\p{Ll}/u.test(text));

const STOP = /[.!?]+["')\]]*(?=\s|$)/g;

/** After these a full stop may only mark the shortening. */
const NEVER_LAST = new Set(
  'e.g i.e eg ie mr mrs ms dr st no nr vs approx ca cf dept incl max min fig tel ext'.split(' '),
);
const MAYBE_LAST = new Set(
  'a.m p.m am pm etc inc ltd pte co corp jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun'.split(
    ' ',
  ),
);

const splitSentences = (text: string): readonly string[] => {
  const parts: string[] = [];
  let from = 0;
  for (const stop of text.matchAll(STOP)) {
    const end = stop.index + stop[0].length;
    if (!endsHere(text.slice(from, stop.index), stop[0], text.slice(end).trimStart())) continue;
    parts.push(text.slice(from, end).trim());
    from = end;
  }
  const rest = text.slice(from).trim();
  return rest === '' ? parts : [...parts, rest];
};

const endsHere = (before: string, stop: string, after: string): boolean => {
  if (after === '' || !stop.startsWith('.')) return true;
  const word = /[\p{L}.]+$/u.exec(before)?.[0].toLowerCase() ?? '';
  if (NEVER_LAST.has(word) || (word.length === 1 && /\p{L}/u.test(word))) return false;
  return !MAYBE_LAST.has(word) || !(/^[\p{Ll}\d(,;]/u.test(after) || CONNECTING.test(after));
};
