import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney } from '../../kernel/money.ts';
import type { Asking } from '../views/asking.ts';
import type { DraftView } from '../views/draft-view.ts';
import { type Person, personName } from '../views/person.ts';
import { moveName } from '../words/move-name.ts';
import { longDate } from '../words/when.ts';
import { type Addressee, whyYou } from './addressee.ts';
import type { Block } from './block.ts';
import { draftBlocks, draftTitle } from './draft-blocks.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

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
