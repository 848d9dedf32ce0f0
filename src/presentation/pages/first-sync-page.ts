import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { formatMoney } from '../../kernel/money.ts';
import { dataTable, type PageCell } from '../components/data-table.ts';
import type { FlashMessage } from '../components/flash.ts';
import { button, form, note, options, type Target } from '../components/parts.ts';
import { flags, type Html, html } from '../html.ts';
import { type Decided, decidedWords } from '../view-models/facts.ts';
import type { QuoteView } from '../view-models/quote-view.ts';
import { shortDate } from '../when.ts';
import { counted } from '../wording.ts';
import { linkPage } from './page.ts';

/** What can become of a quote that was sent before the first sync. */
export const adoptions = ['start', 'rest', 'close'] as const;
export type Adoption = (typeof adoptions)[number];

export const ADOPT = 'adopt';
/** The choice for all rows without one of their own. */
export const FOR_ALL = 'all';
/** The name of a row's own choice: `quote.Q-1042`; empty: as for all. */
export const adoptionInput = (quoteId: string): string => `quote.${quoteId}`;

export interface AdoptableQuote {
  readonly quote: Pick<QuoteView, 'quoteId' | 'customer' | 'amount' | 'sent' | 'expires'>;
  /** Already chosen for it, if anything. */
  readonly chosen: Adoption | null;
}

export interface FirstSyncPage {
  readonly rows: readonly AdoptableQuote[];
  readonly today: LocalDate;
  readonly zone: string;
  readonly target: Target;
  readonly decided: Decided | null;
  readonly said: FlashMessage | null;
  readonly linkOf: string;
}

/** Start, rest or close the quotes that went out long before the first sync: one choice for each, or one for all. */
export const firstSyncPage = (page: FirstSyncPage): string => {
  const { rows, zone, decided, said, linkOf } = page;
  return linkPage({
    heading: 'Older quotes: what shall become of them?',
    kicker: 'First sync',
    body: [
      said !== null && note(said.tone, said.text),
      decided !== null && note('good', decidedWords(decided, zone)),
      rows.length === 0 ? html`<p>No quote waits for a choice.</p>` : choiceForm(page),
    ],
    foot: `This link is for ${linkOf} alone. Until you choose, nobody is written to about these quotes.`,
  });
};

const choiceForm = (page: FirstSyncPage): Html => {
  const { rows, target } = page;
  return form(target, [
    html`<p>${counted(rows.length, 'quote')} went out more than two weeks before the first sync.</p>`,
    options(FOR_ALL, 'For all of them', [
      {
        value: 'rest',
        label: html`<strong>Rest</strong><span class="soft small">Stay listed; nobody is written to.</span>`,
        checked: true,
      },
      {
        value: 'start',
        label: html`<strong>Start</strong><span class="soft small">Follow up from the next check on, where the rules stand today.</span>`,
      },
      {
        value: 'close',
        label: html`<strong>Close</strong><span class="soft small">Withdrawn, here and in the sheet.</span>`,
      },
    ]),
    html`<section class="sheet">${dataTable({
      caption: 'Or one by one',
      columns: [{ name: 'Quote' }, { name: 'Amount', end: true }, { name: 'Sent' }, { name: 'Choice' }],
      rows: rows.map(row => cells(row, page.today)),
    })}</section>`,
    html`<div class="actions">${button(ADOPT, 'So be it', 'main-act')}</div>`,
  ]);
};

const cells = ({ quote, chosen }: AdoptableQuote, today: LocalDate): readonly PageCell[] => [
  { body: quote.quoteId, under: quote.customer },
  { body: html`<span class="nowrap">${formatMoney(quote.amount)}</span>` },
  {
    body: html`<span class="nowrap">${shortDate(quote.sent)}</span>`,
    under: `${daysBetween(quote.sent, today)} days ago`,
  },
  { body: choiceOf(quote.quoteId, chosen) },
];

const choiceOf = (quoteId: string, chosen: Adoption | null): Html =>
  html`<select name="${adoptionInput(quoteId)}" aria-label="Choice for ${quoteId}"><option value="">As for all</option>${adoptions.map(
    adoption =>
      html`<option value="${adoption}" ${flags({ selected: adoption === chosen })}>${ADOPTION_NAMES[adoption]}</option>`,
  )}</select>`;

const ADOPTION_NAMES: Readonly<Record<Adoption, string>> = { start: 'Start', rest: 'Rest', close: 'Close' };
