import type { Move } from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { exactMoment, longDate } from '../when.ts';
import { capital, moveName } from '../wording.ts';
import type { Fact } from './facts.ts';
import { pdfFact, type QuoteView, quoteFacts } from './quote-view.ts';

/** Who wrote the text that is shown. `template`: the model was down, or what it wrote did not pass. */
export type Author =
  | { readonly kind: 'model' }
  | { readonly kind: 'template'; readonly why: string | null }
  | { readonly kind: 'person'; readonly name: string };

/** A nudge that left earlier. */
export interface EarlierNudge {
  readonly move: Move;
  readonly day: LocalDate;
}

/** A draft with all that a rep decides by. The mail and the page show the same one, made by the same functions. */
export interface DraftView {
  readonly quote: QuoteView;
  readonly draftId: string;
  readonly move: Move;
  readonly stepIndex: number;
  readonly subject: string;
  readonly text: string;
  readonly author: Author;
  readonly tier: string;
  /** Local date of the showing: days are counted from it. */
  readonly today: LocalDate;
  /** UTC instant (ISO) at which it leaves if it is approved now; null when nothing may leave (sending is paused). */
  readonly leavesAt: string | null;
  readonly zone: string;
  /** The PDF itself goes with the mail. */
  readonly attached: boolean;
  readonly earlier: readonly EarlierNudge[];
}

/** The label of the minute at which a draft would leave. */
export const LEAVES = 'Leaves';

/** The facts beside a draft, in the order in which every mail and page shows them. */
export const draftFacts = (view: DraftView): readonly Fact[] => [
  ...quoteFacts(view.quote, view.today),
  ...pdfFact(view.quote.pdfLink, view.attached),
  { label: 'Step', value: `${capital(moveName(view.move))} (step ${view.stepIndex})` },
  { label: 'Tier', value: view.tier },
  { label: 'Before this', value: earlierWords(view.earlier) },
  { label: LEAVES, value: leavesWords(view) },
];

const earlierWords = (earlier: readonly EarlierNudge[]): string =>
  earlier.length === 0
    ? 'no nudge yet'
    : earlier.map(({ move, day }) => `${moveName(move)} on ${longDate(day)}`).join('; ');

/** `Tue 3 March 2026, 09:02 (Asia/Singapore)`, were it approved now. */
export const leavesWords = ({ leavesAt, zone }: Pick<DraftView, 'leavesAt' | 'zone'>): string =>
  leavesAt === null ? 'when sending is switched on again: it is paused' : exactMoment(leavesAt, zone);

/** Said of a draft that no model wrote; null where there is nothing to say. */
export const authorWords = (author: Author): string | null => {
  switch (author.kind) {
    case 'model':
      return null;
    case 'template':
      return author.why === null ? 'Written from the template.' : `Written from the template: ${author.why}.`;
    case 'person':
      return `Edited by ${author.name}.`;
  }
};

/**
 * What the approver saw: the draft and every fact beside it, in one canonical text. Its hash is recorded with the
 * mailing and with the approval. Any change of a shown character changes it; how the page looks does not.
 * Values are indented, so that no line of a text can pass for a fact.
 */
export const seenText = (view: DraftView): string =>
  [
    { label: 'Subject', value: view.subject },
    { label: 'Text', value: view.text },
    { label: 'Author', value: authorWords(view.author) ?? 'the model' },
    ...draftFacts(view),
  ]
    .map(({ label, value }) => `${label}:\n${indented(value)}\n`)
    .join('');

const indented = (value: string): string =>
  value
    .split('\n')
    .map(line => `  ${line}`)
    .join('\n');
