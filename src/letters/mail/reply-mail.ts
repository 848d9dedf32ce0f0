import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney } from '../../kernel/money.ts';
import { type Person, personName } from '../views/person.ts';
import { quoteLine } from '../views/quote-view.ts';
import { type ReplyView, replyFacts, replyFlags, replyWords } from '../views/reply-view.ts';
import { longDate } from '../words/when.ts';
import { type Addressee, coverWords, LINK_IS_YOURS, whyYou } from './addressee.ts';
import type { Block } from './block.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

/** Why this person gets the reply. `again` and `admin`: nobody took it since that local date. */
export type Passing =
  | { readonly kind: 'first' }
  | { readonly kind: 'again'; readonly since: LocalDate }
  | { readonly kind: 'admin'; readonly since: LocalDate; readonly owner: Person }
  | { readonly kind: 'cover'; readonly away: Person; readonly until: LocalDate };

export interface ReplyMail {
  readonly view: ReplyView;
  readonly passing: Passing;
  readonly url: string;
}

/** Passes a customer's message on, whole, with what it looks like. An answer to this mail goes to the customer. */
export const replyMail = ({ view, passing, url }: ReplyMail): WrittenMail => {
  const words = replyWords(view);
  const blocks: readonly Block[] = [
    { kind: 'lead', text: `${view.quote.customer} ${words}` },
    { kind: 'words', text: `${quoteLine(view.quote, view.today)}.` },
    ...passingNote(passing),
    ...replyFlags(view).map(text => ({ kind: 'note', tone: 'stop', text }) as const),
    { kind: 'message', title: 'They wrote', html: view.message.html, text: view.message.text },
    { kind: 'words', text: whatNow(view) },
    { kind: 'action', label: 'Say what happens next', url, under: PAGE_OFFERS },
    { kind: 'facts', title: 'The facts', facts: replyFacts(view) },
  ];
  return writeMail({
    subject: subjectOf(view, passing, words),
    blocks,
    why: `${whyYou(view.quote, addresseeOf(passing))} ${LINK_IS_YOURS}`,
  });
};

const PAGE_OFFERS = 'I have it, won, lost, resume from a date, or that label is wrong.';

const whatNow = (view: ReplyView): string => {
  const { label, awayUntil, resumeOffer, quote } = view;
  const answer = 'Answer this mail and you write to the customer.';
  if (label === 'out-of-office') {
    const late = awayUntil !== null && quote.expires !== null && awayUntil > quote.expires;
    const until = awayUntil === null ? '' : ` until ${longDate(awayUntil)}`;
    return late
      ? `No nudge leaves${until}, and by then the quote has expired (${longDate(quote.expires ?? '')}). ${answer}`
      : `No nudge leaves${until}; after that the follow-ups go on by themselves. ${answer}`;
  }
  const offer =
    resumeOffer === null ? '' : ` They ask to hear again on ${longDate(resumeOffer)}: the page offers that date.`;
  return `The follow-ups have stopped and will not start again by themselves.${offer} ${answer}`;
};

const passingNote = (passing: Passing): readonly Block[] => {
  switch (passing.kind) {
    case 'first':
      return [];
    case 'again':
      return [note(`This has waited for you since ${longDate(passing.since)}.`)];
    case 'admin':
      return [note(`${personName(passing.owner)} has not taken this since ${longDate(passing.since)}.`)];
    case 'cover':
      return [note(coverWords(passing.away, passing.until))];
  }
};

const note = (text: string): Block => ({ kind: 'note', tone: 'wait', text });

const subjectOf = ({ quote }: ReplyView, passing: Passing, words: string): string => {
  const about = `${quote.customer} ${words} (${quote.quoteId}, ${formatMoney(quote.amount)})`;
  switch (passing.kind) {
    case 'first':
      return about;
    case 'again':
      return `Still waiting for you: ${about}`;
    case 'admin':
      return `Nobody has taken this: ${about}`;
    case 'cover':
      return `For ${personName(passing.away)}: ${about}`;
  }
};

const addresseeOf = (passing: Passing): Addressee => {
  switch (passing.kind) {
    case 'first':
    case 'again':
      return { as: 'owner' };
    case 'admin':
      return { as: 'admin' };
    case 'cover':
      return { as: 'cover', away: passing.away, until: passing.until };
  }
};
