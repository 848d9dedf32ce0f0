import { formatMoney } from '../../kernel/money.ts';
import { personName } from '../views/person.ts';
import { type ReplyView, replyWords } from '../views/reply-view.ts';
import { type Addressee, LINK_IS_YOURS, whyYou } from './addressee.ts';
import { type PassedReply, type Passing, replyBlocks } from './reply-blocks.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

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
