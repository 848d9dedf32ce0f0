import { formatMoney } from '../../kernel/money.ts';
import type { QuoteView } from '../views/quote-view.ts';
import { counted } from '../words/counted.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

/** A quote whose row is gone, and the new number that may be the same quote. */
export interface Vanished {
  readonly quote: Pick<QuoteView, 'quoteId' | 'customer' | 'amount'>;
  /** A new row with the same contact, amount and date; null when there is none. */
  readonly renumberedTo: string | null;
}

export interface VanishedRowsMail {
  readonly vanished: readonly Vanished[];
  /** The page that asks about renumbered quotes; null when none was renumbered. */
  readonly url: string | null;
}

const subjectOf = (vanished: readonly Vanished[], rows: string): string => {
  const [first] = vanished;
  return first && first.renumberedTo !== null && vanished.length === 1
    ? `Is ${first.renumberedTo} the quote that was ${first.quote.quoteId}?`
    : `${rows} vanished from the sheet`;
};

/** Names to the admin the quotes that left the sheet without an outcome. */
export const vanishedRowsMail = ({ vanished, url }: VanishedRowsMail): WrittenMail => {
  const rows = counted(vanished.length, 'quote');
  return writeMail({
    subject: subjectOf(vanished, rows),
    blocks: [
      { kind: 'lead', text: `${rows} vanished from the sheet` },
      {
        kind: 'words',
        text: 'They are on hold until their rows come back. A quote that ended belongs on the closed tab, with its outcome.',
      },
      {
        kind: 'table',
        table: {
          caption: 'No longer listed',
          columns: [{ name: 'Quote' }, { name: 'Amount', end: true }],
          rows: vanished.map(({ quote, renumberedTo }) => [
            {
              text: `${quote.quoteId}, ${quote.customer}`,
              ...(renumberedTo === null ? {} : { under: `looks like ${renumberedTo} now` }),
            },
            formatMoney(quote.amount),
          ]),
          empty: 'None.',
        },
      },
      ...(url === null
        ? []
        : [
            {
              kind: 'action',
              label: 'Same quote, new number?',
              url,
              under: 'If it is, the new number takes over what happened under the old one.',
            } as const,
          ]),
    ],
    why: 'You get this because you are the admin.',
  });
};
