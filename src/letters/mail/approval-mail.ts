import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney } from '../../kernel/money.ts';
import { authorWords, type DraftView, draftFacts, leavesWords } from '../views/draft-view.ts';
import { type Person, personName } from '../views/person.ts';
import { quoteLine } from '../views/quote-view.ts';
import { moveName } from '../words/move-name.ts';
import { longDate } from '../words/when.ts';
import { type Addressee, coverWords, whyYou } from './addressee.ts';
import type { Block } from './block.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

/** Why this person is asked. */
export type Asking =
  | { readonly kind: 'first' }
  /** Nobody decided since the first mail of this local date. */
  | { readonly kind: 'again'; readonly since: LocalDate }
  | { readonly kind: 'admin'; readonly since: LocalDate }
  | { readonly kind: 'cover'; readonly away: Person; readonly until: LocalDate };

export interface ApprovalMail {
  readonly view: DraftView;
  readonly asking: Asking;
  readonly to: Person;
  /** The page where the draft is decided. */
  readonly url: string;
  /** Local date on which the link stops deciding; from then on it shows what was decided. */
  readonly goodUntil: LocalDate;
}

/** Asks a rep to decide on a draft: the draft and facts as its page shows them, and one link. */
export const approvalMail = ({ view, asking, to, url, goodUntil }: ApprovalMail): WrittenMail => {
  const { quote } = view;
  const written = authorWords(view.author);
  const blocks: readonly Block[] = [
    { kind: 'lead', text: `${leadWords(view)} to ${quote.customer}` },
    { kind: 'words', text: `${quoteLine(quote, view.today)}.` },
    ...askingNote(asking),
    { kind: 'letter', title: `Draft to ${quote.contact}`, subject: view.subject, text: view.text },
    ...(written === null ? [] : [{ kind: 'note', tone: 'info', text: written } as const]),
    { kind: 'action', label: 'Read and decide', url, under: afterwards(view) },
    { kind: 'facts', title: 'The facts', facts: draftFacts(view) },
  ];
  return writeMail({ subject: subjectOf(view, asking), blocks, why: whyMailed(view, asking, to, goodUntil) });
};

const leadWords = ({ move }: DraftView): string => {
  switch (move) {
    case 'first_nudge':
      return 'A first nudge';
    case 'followup':
      return 'A follow-up';
    case 'last_call':
      return 'A last call';
  }
};

const afterwards = (view: DraftView): string =>
  `Approve, edit, skip, say they already answered, or hold. Opening the page sends nothing. If you approve now it leaves ${leavesWords(view)}.`;

const askingNote = (asking: Asking): readonly Block[] => {
  switch (asking.kind) {
    case 'first':
      return [];
    case 'again':
      return [note(`Nobody has decided on this draft since ${longDate(asking.since)}.`)];
    case 'admin':
      return [note(`Its owner has not decided on this draft since ${longDate(asking.since)}, so it comes to you too.`)];
    case 'cover':
      return [note(coverWords(asking.away, asking.until))];
  }
};

const note = (text: string): Block => ({ kind: 'note', tone: 'wait', text });

const subjectOf = ({ move, quote }: DraftView, asking: Asking): string => {
  const about = `${moveName(move)} to ${quote.customer} (${quote.quoteId}, ${formatMoney(quote.amount)})`;
  switch (asking.kind) {
    case 'first':
      return `Approve: ${about}`;
    case 'again':
      return `Still waiting: ${about}`;
    case 'admin':
      return `Undecided: ${about}`;
    case 'cover':
      return `For ${personName(asking.away)}: ${about}`;
  }
};

const whyMailed = ({ quote }: DraftView, asking: Asking, to: Person, goodUntil: LocalDate): string =>
  `${whyYou(quote, addresseeOf(asking))} The link is for ${to.address} alone and good until ${longDate(goodUntil)}; please do not forward it.`;

const addresseeOf = (asking: Asking): Addressee => {
  switch (asking.kind) {
    case 'first':
    case 'again':
      return { as: 'owner' };
    case 'admin':
      return { as: 'admin' };
    case 'cover':
      return { as: 'cover', away: asking.away, until: asking.until };
  }
};
