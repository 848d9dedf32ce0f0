import { type Html, html, type Value } from '../html/html.ts';
import { listed } from '../words/counted.ts';

/** A part of what a proposal was read from: the subject, the body, a page of a PDF. */
export interface OriginalPart {
  readonly title: string;
  readonly text: string;
}

/** A field and the very words it was read from. */
export interface SourceWords {
  readonly field: string;
  readonly words: string;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly fields: readonly string[];
}

/** Texts longer than this are shown to here; what was read stands near the beginning. */
const LONGEST_PART = 60_000;

/** The original with the words of each field marked and named, so that a person can check them where they stand. */
export const markedOriginal = (parts: readonly OriginalPart[], sources: readonly SourceWords[]): Html => {
  const shown = parts.map(({ title, text }) => ({ title, text: text.slice(0, LONGEST_PART).toWellFormed() }));
  const spans = shown.map(({ text }) => spansIn(text, sources));
  const found = new Set(spans.flat().flatMap(({ fields }) => fields));
  const unfound = sources.filter(({ field }) => !found.has(field));
  return html`${shown.map(
    ({ title, text }, index) =>
      html`<section class="stack"><h3>${title}</h3><div class="original" dir="auto" tabindex="0" role="region" aria-label="${title}">${marked(text, spans[index] ?? [])}</div></section>`,
  )}${
    unfound.length > 0 &&
    html`<ul class="points soft small">${unfound.map(({ field, words }) => html`<li>${field}: “${words}”, not found word for word</li>`)}</ul>`
  }`;
};

const marked = (text: string, spans: readonly Span[]): readonly Value[] => {
  const parts: Value[] = [];
  let at = 0;
  for (const { from, to, fields } of spans) {
    parts.push(text.slice(at, from), html`<mark>${text.slice(from, to)}<sup>${listed(fields)}</sup></mark>`);
    at = to;
  }
  return [...parts, text.slice(at)];
};

/**
 * Where the words stand, in order; overlapping places are one, with the names of all their fields. The longest words
 * are sought first: a field that was read from within another's words (`EUR` in `Total EUR 4.820,50`) is named there.
 */
export const spansIn = (text: string, sources: readonly SourceWords[]): readonly Span[] => {
  const longestFirst = [...sources].sort((a, b) => b.words.length - a.words.length);
  let spans: readonly Span[] = [];
  for (const { field, words } of longestFirst) {
    const around = spans.find(({ from, to }) => placeOf(text.slice(from, to), words) !== null);
    const place = around ? ([around.from, around.to] as const) : placeOf(text, words);
    if (place) spans = withSpan(spans, { from: place[0], to: place[1], fields: [field] });
  }
  return spans;
};

const withSpan = (spans: readonly Span[], added: Span): readonly Span[] => {
  const touching = spans.filter(({ from, to }) => from < added.to && added.from < to);
  const joined = [...touching, added].reduce((a, b) => ({
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    fields: [...new Set([...a.fields, ...b.fields])],
  }));
  return [...spans.filter(span => !touching.includes(span)), joined].sort((a, b) => a.from - b.from);
};

/** The first place of the words, whatever blanks and line breaks stand between them. */
const placeOf = (text: string, words: string): readonly [from: number, to: number] | null => {
  const parts = words.split(/\s+/).filter(part => part !== '');
  if (parts.length === 0) return null;
  const match = new RegExp(parts.map(literal).join('\\s+'), 'i').exec(text);
  return match ? [match.index, match.index + match[0].length] : null;
};

const literal = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
