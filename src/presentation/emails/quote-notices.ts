import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney } from '../../kernel/money.ts';
import { type Touch, touchTable } from '../components/touch.ts';
import type { DraftView } from '../view-models/draft-view.ts';
import { type QuoteView, quoteFacts, quoteLine } from '../view-models/quote-view.ts';
import { type MessageView, messageFacts } from '../view-models/reply-view.ts';
import { exactMoment, longDate } from '../when.ts';
import { counted, moveName } from '../wording.ts';
import {
  type Addressee,
  type Block,
  coverNote,
  LINK_IS_YOURS,
  type WrittenMail,
  whyYou,
  writeMail,
} from './write-mail.ts';

/** What every notice about a quote is given. */
export interface NoticeOf {
  readonly quote: QuoteView;
  readonly today: LocalDate;
  readonly zone: string;
  readonly to: Addressee;
  /** The page where the question is answered. */
  readonly url: string;
}

export interface Notice {
  /** `Q-1042, Northwind: ` comes before it. */
  readonly subject: string;
  readonly lead: string;
  readonly blocks: readonly Block[];
  readonly action: string;
  readonly under: string;
}

/** A mail about one quote that asks something: what happened, the one link, the facts. */
export const quoteNotice = (of: NoticeOf, notice: Notice): WrittenMail => {
  const { quote, today, to } = of;
  return writeMail({
    subject: `${quote.customer} (${quote.quoteId}, ${formatMoney(quote.amount)}): ${notice.subject}`,
    blocks: [
      { kind: 'lead', text: notice.lead },
      ...coverNote(to),
      ...noticeBlocks(of, notice),
      { kind: 'facts', title: 'The facts', facts: quoteFacts(quote, today) },
    ],
    why: `${whyYou(quote, to)} ${LINK_IS_YOURS}`,
  });
};

/** What a notice says and asks: the same in a letter of its own and in the day's mail. */
export const noticeBlocks = (
  { quote, today, url }: Omit<NoticeOf, 'to' | 'zone'>,
  notice: Notice,
): readonly Block[] => [
  { kind: 'words', text: `${quoteLine(quote, today)}.` },
  ...notice.blocks,
  { kind: 'action', label: notice.action, url, under: notice.under },
];

/** Why an address is closed. `said`: what the other mail server answered. */
export type AddressFault =
  | { readonly kind: 'hard'; readonly day: LocalDate; readonly said: string | null }
  | { readonly kind: 'soft'; readonly days: readonly LocalDate[]; readonly said: string | null };

export interface BadAddressMail extends NoticeOf {
  readonly fault: AddressFault;
  /** Numbers of the other open quotes with this address; all of them rest. */
  readonly alsoOf: readonly string[];
}

/** Asks the owner for the right address of a contact whose mail comes back. */
export const badAddressMail = (of: BadAddressMail): WrittenMail => {
  const { quote, fault, alsoOf } = of;
  return quoteNotice(of, {
    subject: 'the address does not work',
    lead: `Mail to ${quote.contact} comes back`,
    blocks: [
      { kind: 'words', text: `${addressFaultWords(fault)} Nothing more is sent there. What is the right address?` },
      ...(fault.said === null
        ? []
        : [{ kind: 'letter', title: 'What their mail server said', subject: null, text: fault.said } as const]),
      ...(alsoOf.length === 0
        ? []
        : [{ kind: 'note', tone: 'wait', text: `The same address stands on ${alsoOf.join(', ')}.` } as const]),
    ],
    action: 'Give the right address',
    under: 'The page writes it to the sheet, and the follow-ups go on.',
  });
};

export const addressFaultWords = (fault: AddressFault): string =>
  fault.kind === 'hard'
    ? `The mail of ${longDate(fault.day)} came back as undeliverable.`
    : `Mails came back three times within two weeks (${fault.days.map(longDate).join(', ')}).`;

export interface CapNotice {
  readonly quote: QuoteView;
  /** Nudges sent in this chain, which is as many as the rules allow. */
  readonly nudges: number;
  readonly touches: readonly Touch[];
}

/** Tells the owner, once, that a quote has had all its nudges and is theirs to carry on. */
export const capNotice = ({ quote, nudges, touches }: CapNotice): Notice => ({
  subject: `no answer after ${counted(nudges, 'nudge')}`,
  lead: `${quote.customer} has not answered ${counted(nudges, 'nudge')}`,
  blocks: [
    {
      kind: 'words',
      text: 'That is as many as the rules allow, so no more leave by themselves. Perhaps a call helps more than a mail now.',
    },
    { kind: 'table', table: touchTable(touches) },
  ],
  action: 'Say what becomes of it',
  under: 'Won, lost, or hold. Doing nothing leaves the quote open and quiet.',
});

export interface ExpiredNotice {
  readonly quote: QuoteView;
  readonly touches: readonly Touch[];
}

/** Tells the owner, once, that a quote passed its expiry without an answer. */
export const expiredNotice = ({ quote, touches }: ExpiredNotice): Notice => {
  const on = quote.expires === null ? '' : ` on ${longDate(quote.expires)}`;
  return {
    subject: 'expired without an answer',
    lead: `${quote.customer} let the quote expire`,
    blocks: [
      {
        kind: 'words',
        text: `It expired${on}, and no more nudges leave. A late answer still reaches you. What shall become of it?`,
      },
      { kind: 'table', table: touchTable(touches) },
    ],
    action: 'Extend, won or lost',
    under: 'Extending starts the follow-ups anew towards the new date.',
  };
};

export interface RefusedSendMail extends NoticeOf {
  readonly draft: Pick<DraftView, 'move' | 'subject' | 'text'>;
  /** What the mail service said. */
  readonly reason: string;
}

/** Tells the owner that the mail service would not send an approved nudge. */
export const refusedSendMail = (of: RefusedSendMail): WrittenMail =>
  quoteNotice(of, {
    subject: `the ${moveName(of.draft.move)} could not be sent`,
    lead: 'The mail service refused this mail',
    blocks: [
      {
        kind: 'words',
        text: 'Nothing left. The step is open again: the next check makes a new draft, unless you say otherwise.',
      },
      { kind: 'letter', title: 'What the mail service said', subject: null, text: of.reason },
      { kind: 'letter', title: `The mail to ${of.quote.contact}`, subject: of.draft.subject, text: of.draft.text },
    ],
    action: 'Say what shall happen',
    under: 'Give another address, hold the quote, or leave it to the next check.',
  });

export interface RepWroteMail extends NoticeOf {
  readonly message: MessageView;
  /** The rep's mail brings a new PDF or amount: a change of the row is proposed apart. */
  readonly proposes: boolean;
}

/** Asks the owner about a mail of ours that names an open quote or forwards its contact. The quote is on hold. */
export const repWroteMail = (of: RepWroteMail): WrittenMail =>
  quoteNotice(of, {
    subject: 'you wrote about it, shall follow-ups stop?',
    lead: 'Your own mail is about this quote',
    blocks: [
      {
        kind: 'words',
        text: `The quote is on hold until you say whether they already answered.${of.proposes ? ' It brings a new PDF or amount as well: a change of the row is proposed to you in a mail of its own.' : ''}`,
      },
      { kind: 'message', title: 'The mail', html: of.message.html, text: of.message.text },
      { kind: 'facts', title: 'About the mail', facts: messageFacts(of.message, of.zone) },
    ],
    action: 'They answered, or go on',
    under: '“Go on” ends the hold, and the follow-ups continue where they stood.',
  });

export interface UnknownSendMail extends NoticeOf {
  readonly draft: Pick<DraftView, 'move' | 'subject' | 'text'>;
  /** UTC instant (ISO) at which it was handed over. */
  readonly claimedAt: string;
}

/** Asks the owner whether a mail arrived of which nobody knows. It is never sent again by itself. */
export const unknownSendMail = (of: UnknownSendMail): WrittenMail =>
  quoteNotice(of, {
    subject: `did the ${moveName(of.draft.move)} arrive?`,
    lead: 'We do not know whether this mail left',
    blocks: [
      {
        kind: 'words',
        text: `It was handed over on ${exactMoment(of.claimedAt, of.zone)}, and no answer came back. A blind copy goes to you with every nudge: if it is in your inbox, it arrived. It is never sent again unless you say so.`,
      },
      { kind: 'letter', title: `To ${of.quote.contact}`, subject: of.draft.subject, text: of.draft.text },
    ],
    action: 'It arrived, or send again',
    under: '“Send again” makes a new draft for you to approve.',
  });
