import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney, type Money } from '../../kernel/money.ts';
import { dataTable, type PageCell } from '../components/data-table.ts';
import type { FlashMessage } from '../components/flash.ts';
import { button, form, note, type Target } from '../components/parts.ts';
import { flags, type Html, html } from '../html.ts';
import { shortDate } from '../when.ts';
import { counted } from '../wording.ts';
import { linkPage } from './page.ts';

/** What a new row may be: the vanished quote under another number, or a quote of its own. */
export const SAME = 'same';
export const ANOTHER = 'another';
export const ANSWER = 'answer';
/** The name of a row's answer: `quote.Q-1042B`. */
export const renumberedInput = (key: string): string => `quote.${key}`;

interface Side {
  readonly quoteId: string;
  readonly customer: string;
  readonly amount: Money;
  readonly sent: LocalDate;
  readonly nudges: number;
}

export interface RenumberedPage {
  readonly pairs: readonly { readonly key: string; readonly now: Side; readonly before: Side }[];
  readonly target: Target;
  readonly said: FlashMessage | null;
  readonly linkOf: string;
}

/** Rows vanished, and rows as like as twins came under other numbers: are they the same quotes? */
export const renumberedPage = ({ pairs, target, said, linkOf }: RenumberedPage): string =>
  linkPage({
    heading: 'Same quote, new number?',
    kicker: 'Vanished from the sheet',
    body: [
      said !== null && note(said.tone, said.text),
      pairs.length === 0 ? html`<p>No quote waits for an answer.</p>` : answers(pairs, target),
    ],
    foot: `This link is for ${linkOf} alone. Until you answer, nobody is written to about these quotes.`,
  });

const answers = (pairs: RenumberedPage['pairs'], target: Target): Html =>
  form(target, [
    html`<p>${counted(pairs.length, 'new row')} of the sheet ${pairs.length === 1 ? 'has' : 'have'} the contact, the amount and the date of a quote that vanished. If it is the same quote, the new number takes over what happened under the old one: its nudges, its answers, its holds. If it is another, it is followed up from its beginning, and the old one stays on hold.</p>`,
    html`<section class="sheet">${dataTable({
      caption: 'Vanished and new',
      columns: [{ name: 'Was' }, { name: 'Is now' }, { name: 'Amount', end: true }, { name: 'Answer' }],
      rows: pairs.map(cells),
    })}</section>`,
    html`<div class="actions">${button(ANSWER, 'So it is', 'main-act')}</div>`,
  ]);

const cells = ({ key, now, before }: RenumberedPage['pairs'][number]): readonly PageCell[] => [
  { body: before.quoteId, under: `${before.customer}, ${counted(before.nudges, 'nudge')} sent` },
  { body: now.quoteId, under: now.customer },
  { body: html`<span class="nowrap">${formatMoney(now.amount)}</span>`, under: `sent ${shortDate(now.sent)}` },
  { body: choice(key, now.quoteId) },
];

const CHOICES = [
  { value: '', name: 'Not now' },
  { value: SAME, name: 'The same quote' },
  { value: ANOTHER, name: 'Another quote' },
] as const;

const choice = (key: string, quoteId: string): Html =>
  html`<select name="${renumberedInput(key)}" aria-label="Answer for ${quoteId}">${CHOICES.map(
    ({ value, name }) => html`<option value="${value}" ${flags({ selected: value === '' })}>${name}</option>`,
  )}</select>`;
