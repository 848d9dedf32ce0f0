import type { Move } from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Table } from '../view-models/table.ts';
import { shortDate } from '../when.ts';
import { capital, moveName } from '../wording.ts';

/** One time the customer heard from us about a quote. */
export interface Touch {
  readonly day: LocalDate;
  /** `sent`: the quote itself. */
  readonly what: Move | 'sent';
  readonly subject: string | null;
}

export const touchTable = (touches: readonly Touch[]): Table => ({
  caption: 'What they have had from us',
  columns: [{ name: 'Date' }, { name: 'What' }],
  rows: touches.map(({ day, what, subject }) => [
    shortDate(day),
    {
      text: what === 'sent' ? 'The quote' : capital(moveName(what)),
      ...(subject === null ? {} : { under: subject }),
    },
  ]),
  empty: 'Nothing yet.',
});
