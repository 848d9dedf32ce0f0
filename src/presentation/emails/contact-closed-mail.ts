import { listed } from '../wording.ts';
import { LINK_IS_YOURS, type WrittenMail, writeMail } from './write-mail.ts';

/** A contact to whom nothing is sent any more, whatever their quotes. */
export interface ClosedContact {
  /** Null where no row and no mail names it any more. */
  readonly address: string | null;
  readonly standing: 'bounced' | 'complained' | 'stopped';
  /** Numbers of their open quotes. */
  readonly quotes: readonly string[];
}

/** Tells the admin that a contact is closed, and where it can be opened again. */
export const contactClosedMail = (contact: ClosedContact, url: string): WrittenMail =>
  writeMail({
    subject: `Nothing more is sent to ${nameOfContact(contact)}`,
    blocks: [
      { kind: 'lead', text: `Nothing more is sent to ${nameOfContact(contact)}` },
      { kind: 'words', text: whyClosed(contact) },
      {
        kind: 'action',
        label: 'Allow mail to this address again',
        url,
        under: 'Only if you know that they want it, or that the address works again.',
      },
    ],
    why: `You get this because you are the admin. ${LINK_IS_YOURS}`,
  });

export const nameOfContact = ({ address }: Pick<ClosedContact, 'address'>): string => address ?? 'an earlier contact';

/** Why, and for which quotes, in sentences. */
export const whyClosed = ({ standing, quotes }: ClosedContact): string =>
  `${REASONS[standing]} ${
    quotes.length === 0 ? 'No open quote has this contact now.' : `This holds for ${listed(quotes)}`
  }${quotes.length === 0 ? ' It' : ', and it'} holds for every quote to come until you allow mail again.`;

const REASONS: Readonly<Record<ClosedContact['standing'], string>> = {
  bounced: 'Mail to this address came back.',
  complained: 'They reported a mail of ours as spam.',
  stopped: 'They asked to hear nothing more.',
};
