import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney, type Money } from '../../kernel/money.ts';
import type { FlashMessage } from '../components/flash.ts';
import { button, chip, factsSheet, field, folded, form, note, type Target } from '../components/parts.ts';
import { addressForm, FROM, lostForm, reopenForm, wonForm } from '../components/settle-forms.ts';
import { type Html, html } from '../html.ts';
import { groupNames, type QuoteGroup, type QuoteView, quoteFacts, quoteLine } from '../view-models/quote-view.ts';
import { capital, counted } from '../wording.ts';
import { linkPage } from './page.ts';

export interface MyQuoteRow {
  readonly quoteId: string;
  readonly customer: string;
  readonly amount: Money;
  readonly group: QuoteGroup;
  /** What comes next, or why it rests. */
  readonly words: string;
  readonly url: string;
}

export interface MyQuotesPage {
  readonly rows: readonly MyQuoteRow[];
  /** The admin's: every quote, whoever it belongs to. */
  readonly ofAll: boolean;
  readonly linkOf: string;
  /** The day's page; null where the link begins with this one. */
  readonly backUrl: string | null;
  readonly said: FlashMessage | null;
}

/** A rep's own open quotes, the most valuable first; each leads to its page. */
export const myQuotesPage = ({ rows, ofAll, linkOf, backUrl, said }: MyQuotesPage): string =>
  linkPage({
    heading: ofAll ? 'All quotes' : 'My quotes',
    kicker: counted(rows.length, 'open quote'),
    body: [
      said !== null && note(said.tone, said.text),
      backUrl !== null && html`<p><a href="${backUrl}">Back to today</a></p>`,
      rows.length === 0
        ? html`<div class="sheet empty"><p>No open quote is yours. Quotes of the sheet that name you as their owner appear here.</p></div>`
        : html`<div class="sheet"><ul class="rows">${rows.map(rowItem)}</ul></div>`,
    ],
    foot: `This link is for ${linkOf} alone.`,
  });

const rowItem = ({ quoteId, customer, amount, group, words, url }: MyQuoteRow): Html => html`
<li><a class="row-link" href="${url}"><span class="row-title" dir="auto">${quoteId}, ${customer}</span><span class="number nowrap">${formatMoney(amount)}</span>
<span class="soft small">${chip(group === 'approve' ? 'wait' : 'plain', groupNames[group])} ${words}</span></a></li>`;

/** What a rep may ask for on a quote's own page. */
export const myQuoteActs = [
  'won',
  'lost',
  'call-back',
  'hold-until',
  'end-hold',
  'address',
  'send-now',
  'reopen',
] as const;
export type MyQuoteAct = (typeof myQuoteActs)[number];

export interface MyQuotePage {
  readonly quote: QuoteView;
  readonly today: LocalDate;
  readonly group: QuoteGroup;
  readonly words: string;
  readonly target: Target;
  readonly said: FlashMessage | null;
  readonly linkOf: string;
  readonly backUrl: string;
  readonly earliest: LocalDate;
  readonly onHold: boolean;
  /** How it ended; nothing is left to say then. */
  readonly closed: 'won' | 'lost' | 'withdrawn' | null;
  /** A person closed it here, so it can be opened here. */
  readonly reopens: boolean;
  /** Why no draft can be asked for now; null when one can. */
  readonly noSendNow: string | null;
  /** Where a draft already waits to be approved. */
  readonly draftUrl: string | null;
  readonly typed: string;
  readonly problem?: { readonly act: MyQuoteAct; readonly text: string };
}

/** One quote, with everything a rep can say about it. */
export const myQuotePage = (page: MyQuotePage): string => {
  const { quote, today, group, words, target, said, linkOf, backUrl, draftUrl, closed } = page;
  return linkPage({
    heading: quote.customer,
    kicker: quoteLine(quote, today),
    body: [
      said !== null && note(said.tone, said.text),
      html`<p>${chip('plain', groupNames[group])} ${capital(words)}. <a href="${backUrl}">All my quotes</a></p>`,
      draftUrl !== null && html`<p><a class="button main-act" href="${draftUrl}">Read the waiting draft</a></p>`,
      closed === null
        ? html`<div class="stack">${wonForm(target)}${lostForm(target)}${callBack(page)}${hold(page)}${newContact(page)}${sendNow(page)}</div>`
        : [
            html`<div class="sheet"><p>It is closed as ${closed}, here and in the sheet.${!page.reopens && ' Whoever wants it open again says so in the sheet.'}</p></div>`,
            page.reopens && reopenForm(target),
          ],
      factsSheet('The facts', quoteFacts(quote, today)),
    ],
    foot: `This link is for ${linkOf} alone.`,
  });
};

const newContact = ({ target, typed, problem }: MyQuotePage): Html =>
  folded(
    'New contact',
    addressForm(target, typed, problem?.act === 'address' ? problem.text : undefined),
    problem?.act === 'address',
  );

const dateForm = (page: MyQuotePage, act: MyQuoteAct, title: string, label: string, hint: string): Html => {
  const wrong = page.problem?.act === act ? page.problem.text : null;
  const input = {
    name: FROM,
    id: `field-${act}`,
    label,
    kind: 'date',
    value: '',
    min: page.earliest,
    required: true,
    hint,
  } as const;
  return folded(
    title,
    form(page.target, [
      field(wrong === null ? input : { ...input, problem: wrong }),
      html`<div class="actions">${button(act, title)}</div>`,
    ]),
    wrong !== null,
  );
};

const callBack = (page: MyQuotePage): Html =>
  dateForm(
    page,
    'call-back',
    'Call back on a date',
    'They want to hear again on',
    'No nudge leaves before; then the follow-ups go on where they stood.',
  );

const hold = (page: MyQuotePage): Html =>
  page.onHold
    ? form(page.target, html`<div class="actions">${button('end-hold', 'End the hold')}</div>`)
    : dateForm(
        page,
        'hold-until',
        'Hold until a date',
        'Hold until',
        'The quote rests, here and in the sheet, until that day.',
      );

const sendNow = ({ noSendNow, target }: MyQuotePage): Html =>
  folded(
    'Send now',
    noSendNow !== null
      ? html`<p>Not now: ${noSendNow}.</p>`
      : form(target, [
          html`<p>A draft of the next step is made at once and comes to you for approval like any other.</p>`,
          html`<div class="actions">${button('send-now', 'Make the draft')}</div>`,
        ]),
  );
