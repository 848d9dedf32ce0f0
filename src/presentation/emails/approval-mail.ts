import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney } from '../../kernel/money.ts';
import { authorWords, type DraftView, draftFacts, leavesWords } from '../view-models/draft-view.ts';
import { type Asking, type Person, personName } from '../view-models/facts.ts';
import { quoteLine } from '../view-models/quote-view.ts';
import { longDate } from '../when.ts';
import { moveName } from '../wording.ts';
import { type Addressee, type Block, coverWords, type WrittenMail, whyYou, writeMail } from './write-mail.ts';

export interface AskedDraft {
  readonly view: DraftView;
  readonly asking: Asking;
  /** The page where it is decided. */
  readonly url: string;
  /** The button that leads there. */
  readonly label: string;
  /** One of several in a mail: its facts stand in lines, for a table of each would pass what mail programs show. */
  readonly oneOfSeveral: boolean;
}

/** `A follow-up to Northwind Trading`. */
export const draftTitle = ({ move, quote }: DraftView): string => `${MOVES[move]} to ${quote.customer}`;

const MOVES = { first_nudge: 'A first nudge', followup: 'A follow-up', last_call: 'A last call' } as const;

/** A draft with all that a rep decides by: the same in a letter of its own and in the day's mail. */
export const draftBlocks = ({ view, asking, url, label, oneOfSeveral }: AskedDraft): readonly Block[] => {
  const { quote } = view;
  const written = authorWords(view.author);
  return [
    { kind: 'words', text: `${quoteLine(quote, view.today)}.` },
    ...askingNote(asking),
    { kind: 'letter', title: `Draft to ${quote.contact}`, subject: view.subject, text: view.text },
    ...(written === null ? [] : [{ kind: 'note', tone: 'info', text: written } as const]),
    { kind: 'action', label, url, under: afterwards(view) },
    oneOfSeveral
      ? { kind: 'points', points: draftFacts(view).map(({ label: name, value }) => `${name}: ${value}`) }
      : { kind: 'facts', title: 'The facts', facts: draftFacts(view) },
  ];
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
  const blocks: readonly Block[] = [
    { kind: 'lead', text: draftTitle(view) },
    ...draftBlocks({ view, asking, url, label: 'Read and decide', oneOfSeveral: false }),
  ];
  return writeMail({ subject: subjectOf(view, asking), blocks, why: whyMailed(view, asking, to, goodUntil) });
};

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
