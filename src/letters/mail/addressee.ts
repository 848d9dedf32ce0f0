import type { LocalDate } from '../../kernel/local-date.ts';
import { type Person, personName } from '../views/person.ts';
import type { QuoteView } from '../views/quote-view.ts';
import { longDate } from '../words/when.ts';
import type { Block } from './block.ts';

/** As whom somebody gets a mail about a quote. */
export type Addressee =
  | { readonly as: 'owner' }
  | { readonly as: 'admin' }
  | { readonly as: 'cover'; readonly away: Person; readonly until: LocalDate };

/** The sentence at the foot of a mail about a quote: why it came to this person. */
export const whyYou = ({ quoteId, ownerFrom }: QuoteView, addressee: Addressee): string => {
  switch (addressee.as) {
    case 'owner':
      return ownerFrom === 'admin'
        ? `You get this because ${quoteId} names no owner we know and you are the admin.`
        : `You get this because ${quoteId} is yours.`;
    case 'admin':
      return 'You get this because you are the admin.';
    case 'cover':
      return `You get this because you cover for ${personName(addressee.away)} until ${longDate(addressee.until)}.`;
  }
};

/** Said above the matter to somebody who stands in. */
export const coverNote = (addressee: Addressee): readonly Block[] =>
  addressee.as === 'cover' ? [{ kind: 'note', tone: 'wait', text: coverWords(addressee.away, addressee.until) }] : [];

export const coverWords = (away: Person, until: LocalDate): string =>
  `${personName(away)} is away until ${longDate(until)}. You cover.`;

/** Said of every link that decides something. */
export const LINK_IS_YOURS = 'The link is yours alone; please do not forward it.';
