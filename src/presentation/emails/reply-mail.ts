import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney } from '../../kernel/money.ts';
import { type Person, personName } from '../view-models/facts.ts';
import { quoteLine } from '../view-models/quote-view.ts';
import { type ReplyView, replyFacts, replyFlags, replyWords } from '../view-models/reply-view.ts';
import { longDate } from '../when.ts';
import {
  type Addressee,
  type Block,
  coverWords,
  LINK_IS_YOURS,
  type WrittenMail,
  whyYou,
  writeMail,
} from './write-mail.ts';

/** Why this person gets the reply. `again` and `admin`: nobody took it since that local date. */
export type Passing =
  | { readonly kind: 'first' }
  | { readonly kind: 'again'; readonly since: LocalDate }
  | { readonly kind: 'admin'; readonly since: LocalDate; readonly owner: Person }
  | { readonly kind: 'cover'; readonly away: Person; readonly until: LocalDate };

export interface PassedReply {
  readonly view: ReplyView;
  readonly passing: Passing;
  /** The page where somebody says what becomes of it. */
  readonly url: string;
}

export interface ReplyBlocks extends PassedReply {
  /** The button that leads there. */
  readonly label: string;
  /** How the customer is answered. */
  readonly answer: string;
  /** One of several in a mail: a long message is cut, and its facts stand in lines. */
  readonly oneOfSeveral: boolean;
}

/** A customer's message with what it looks like: the same in a letter of its own and in the day's mail. */
export const replyBlocks = ({ view, passing, url, label, answer, oneOfSeveral }: ReplyBlocks): readonly Block[] => {
  const { html, text } = view.message;
  const facts = replyFacts(view);
  return [
    { kind: 'words', text: `${quoteLine(view.quote, view.today)}.` },
    ...passingNote(passing),
    ...replyFlags(view).map(words => ({ kind: 'note', tone: 'stop', text: words }) as const),
    oneOfSeveral
      ? { kind: 'message', title: 'They wrote', html: null, text: cut(text) }
      : { kind: 'message', title: 'They wrote', html, text },
    { kind: 'words', text: `${whatNow(view)} ${answer}` },
    { kind: 'action', label, url, under: PAGE_OFFERS },
    oneOfSeveral
      ? { kind: 'points', points: facts.map(({ label: name, value }) => `${name}: ${value}`) }
      : { kind: 'facts', title: 'The facts', facts },
  ];
};

const PAGE_OFFERS = 'I have it, won, lost, resume from a date, or that label is wrong.';

/** Characters of a message that is one of several: its page has all of it. */
const MAX_SHOWN = 2000;

const cut = (text: string): string =>
  text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN).trimEnd()}…\n\n(Its page has the rest.)`;

const whatNow = ({ label, awayUntil, resumeOffer, quote }: ReplyView): string => {
  if (label === 'out-of-office') {
    const late = awayUntil !== null && quote.expires !== null && awayUntil > quote.expires;
    const until = awayUntil === null ? '' : ` until ${longDate(awayUntil)}`;
    return late
      ? `No nudge leaves${until}, and by then the quote has expired (${longDate(quote.expires ?? '')}).`
      : `No nudge leaves${until}; after that the follow-ups go on by themselves.`;
  }
  const offer =
    resumeOffer === null ? '' : ` They ask to hear again on ${longDate(resumeOffer)}: the page offers that date.`;
  return `The follow-ups have stopped and will not start again by themselves.${offer}`;
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

/** Passes a customer's message on, whole, with what it looks like. An answer to this mail goes to the customer. */
export const replyMail = (reply: PassedReply): WrittenMail => {
  const { view, passing } = reply;
  const words = replyWords(view);
  return writeMail({
    subject: subjectOf(view, passing, words),
    blocks: [
      { kind: 'lead', text: `${view.quote.customer} ${words}` },
      ...replyBlocks({
        ...reply,
        label: 'Say what happens next',
        answer: 'Answer this mail and you write to the customer.',
        oneOfSeveral: false,
      }),
    ],
    why: `${whyYou(view.quote, addresseeOf(passing))} ${LINK_IS_YOURS}`,
  });
};

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
