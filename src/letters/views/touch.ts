import type { Move } from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { capital } from '../words/counted.ts';
import { moveName } from '../words/move-name.ts';
import { shortDate } from '../words/when.ts';
import type { Table } from './table.ts';

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
