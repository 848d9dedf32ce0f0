import type { FlashMessage } from '../components/flash.ts';
import { button, chip, type Field, factsSheet, field, folded, form, note, type Target } from '../components/parts.ts';
import { type Html, html, type Value } from '../html.ts';
import { type Decided, decidedWords } from '../view-models/facts.ts';
import {
  isChanged,
  type ProposalField,
  type ProposalView,
  type ProposedValue,
  proposalFacts,
  proposalLabels,
} from '../view-models/proposal-view.ts';
import { exactMoment } from '../when.ts';
import { listed } from '../wording.ts';
import { linkPage } from './page.ts';

/** The name of a field's input: `field.amount`. */
export const proposalInput = (field: ProposalField): string => `field.${field}`;

const KINDS: Readonly<Partial<Record<ProposalField, NonNullable<Field['kind']>>>> = {
  contact: 'email',
  sent: 'date',
  expires: 'date',
  pdf_link: 'url',
};

const REQUIRED: ReadonlySet<ProposalField> = new Set(['quote_id', 'customer', 'contact', 'amount', 'sent']);

/** Every field open to be put right, with the words it was read from and what the sheet holds now. */
export const proposalForm = (view: ProposalView, target: Target): Html =>
  form(target, [
    html`<div class="fields">${view.values.map(
      value => html`
<div class="proposed ${isChanged(value) && 'changed'}">${field(inputOf(value))}${
        isChanged(value) &&
        html`<p class="soft small">In the sheet: ${value.old === '' ? '(empty)' : value.old} ${chip('info', 'changes')}</p>`
      }</div>`,
    )}</div>`,
    html`<div class="actions">${button('approve', view.changes === null ? 'Add it to the sheet' : 'Change the sheet', 'main-act')}</div>
<p class="soft">Writes one row, as it stands above. The follow-ups begin at the next check.</p>`,
  ]);

const hintOf = ({ source, missing, doubt }: ProposedValue): string | null => {
  if (source !== null)
    return `Read from “${source}”${doubt === undefined ? '' : `. In doubt: ${doubt}. Please check it.`}`;
  if (doubt !== undefined) return `Left empty, because it is in doubt: ${doubt}. Please fill it in.`;
  return missing ? 'Not found. Please fill it in, or leave it if the quote has none.' : null;
};

const inputOf = (proposed: ProposedValue): Field => {
  const { field: name, value, problem } = proposed;
  const hint = hintOf(proposed);
  const kind = KINDS[name];
  return {
    name: proposalInput(name),
    label: proposalLabels[name],
    value,
    required: REQUIRED.has(name),
    ...(kind === undefined ? {} : { kind }),
    ...(hint === null ? {} : { hint }),
    ...(problem === undefined ? {} : { problem }),
  };
};

export const discardForm = (target: Target): Html =>
  form(
    target,
    html`<div class="actions">${button('discard', 'Discard it', 'stops')}</div><p class="soft">Nothing enters the sheet. The original stays in the log.</p>`,
  );

/** Asked when nobody knows whether the row was written. */
export const doubtForm = (target: Target): Html =>
  form(
    target,
    html`<div class="actions">${button('there', 'It is there')}${button('write-again', 'Write it again', 'main-act')}</div>`,
  );

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
const MAX_PART = 60_000;

/** The original with the words of each field marked and named, so that a person can check them where they stand. */
export const markedOriginal = (parts: readonly OriginalPart[], sources: readonly SourceWords[]): Html => {
  const shown = parts.map(({ title, text }) => ({ title, text: text.slice(0, MAX_PART).toWellFormed() }));
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

export type ProposalStanding =
  /** `again`: why an approved or discarded proposal is open once more, e.g. its row is gone from the sheet. */
  | { readonly kind: 'open'; readonly again: string | null }
  /** Approved; the row is being written. */
  | { readonly kind: 'approved'; readonly by: string; readonly at: string }
  | { readonly kind: 'doubtful'; readonly because: string }
  | { readonly kind: 'decided'; readonly decided: Decided };

export interface ProposalShown {
  readonly view: ProposalView;
  readonly standing: ProposalStanding;
  /** Where the forms go; null while nobody has a link to decide by. */
  readonly target: Target | null;
  /** What it was read from, where that is at hand. */
  readonly original: readonly OriginalPart[];
}

export interface ProposalPage extends ProposalShown {
  readonly said: FlashMessage | null;
  readonly linkOf: string;
}

/** A proposed row: approve it as it stands or put right, or discard it. */
export const proposalPage = (page: ProposalPage): string => {
  const { view, said, linkOf } = page;
  return linkPage({
    heading: proposalHeading(view),
    kicker: KICKERS[view.lane](view.from),
    body: [said !== null && note(said.tone, said.text), ...proposalBody(page), proposalOriginal(page)],
    foot: `This link is for ${linkOf} alone. Nothing enters the sheet by opening the page.`,
  });
};

const KICKERS: Readonly<Record<ProposalView['lane'], (from: string) => string>> = {
  mail: from => `From the mail of ${from}`,
  webhook: from => `Reported by ${from}`,
  hand: from => `Handed in by ${from}`,
};

export const proposalHeading = ({ changes, values }: ProposalView): string => {
  if (changes !== null) return `Change ${changes} in the sheet?`;
  const number = values.find(({ field }) => field === 'quote_id')?.shown ?? '';
  return number === '' ? 'Add this quote to the sheet?' : `Add ${number} to the sheet?`;
};

/** The same on the link's page and in the console. */
export const proposalBody = ({ view, standing, target }: ProposalShown): readonly Value[] => [
  standingNote(standing, view.zone),
  view.revisionOf !== null && note('info', `It looks like a revision of ${view.revisionOf}.`),
  ...(view.unread ?? []).map(why => note('wait', why)),
  ...acts(view, standing, target),
];

const standingNote = (standing: ProposalStanding, zone: string): Html | false => {
  switch (standing.kind) {
    case 'open':
      return standing.again !== null && note('wait', `This proposal is open again: ${standing.again}.`);
    case 'approved':
      return note('good', `${standing.by} approved it on ${exactMoment(standing.at, zone)}. The row is being written.`);
    case 'doubtful':
      return note(
        'stop',
        `It was approved, but writing the row ended in doubt: ${standing.because}. Please look in the sheet.`,
      );
    case 'decided':
      return note('good', decidedWords(standing.decided, zone));
  }
};

const acts = (view: ProposalView, standing: ProposalStanding, target: Target | null): readonly Html[] => {
  const facts = factsSheet('The row', proposalFacts(view));
  if (target === null) return [facts];
  switch (standing.kind) {
    case 'open':
      return [
        html`<section class="sheet"><h2>The row</h2>${proposalForm(view, target)}</section>`,
        folded('Not a quote, or not to be followed up', discardForm(target)),
      ];
    case 'doubtful':
      return [html`<section class="sheet"><h2>Is it in the sheet?</h2>${doubtForm(target)}</section>`, facts];
    case 'approved':
    case 'decided':
      return [facts];
  }
};

/** What it was read from, every source word marked; nothing where it is not at hand. */
export const proposalOriginal = ({ view, original }: ProposalShown): Html | false => {
  const sources = view.values.flatMap(({ field, source, marks = source === null ? [] : [source] }) =>
    marks.map(words => ({ field: proposalLabels[field], words })),
  );
  return (
    original.length > 0 &&
    html`<section class="sheet"><h2>The original</h2>${markedOriginal(original, sources)}</section>`
  );
};
