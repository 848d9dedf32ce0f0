import { type Html, html, type Value } from '../html/html.ts';
import { type Decided, decidedWords } from '../views/decided.ts';
import { type ProposalView, proposalFacts, proposalLabels } from '../views/proposal-view.ts';
import { exactMoment } from '../words/when.ts';
import { markedOriginal, type OriginalPart } from './marked-original.ts';
import { linkPage } from './page.ts';
import { factsSheet, folded, note, type Target } from './parts.ts';
import { discardForm, doubtForm, proposalForm } from './proposal-form.ts';
import type { Said } from './said.ts';

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
  readonly said: Said | null;
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
