import type { LocalDate } from '../../kernel/local-date.ts';
import { longDate } from '../words/when.ts';
import { type NoticeOf, quoteNotice } from './quote-notice.ts';
import type { WrittenMail } from './write-mail.ts';

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
