import { formatMoney } from '../../kernel/money.ts';
import type { FlashMessage } from '../components/flash.ts';
import { button, factsSheet, field, form, note, options, type Target, theirLetter } from '../components/parts.ts';
import { type Doubt, doubtWords } from '../emails/unsure-mail.ts';
import { type Html, html, type Value } from '../html.ts';
import { type Decided, decidedWords } from '../view-models/facts.ts';
import type { QuoteView } from '../view-models/quote-view.ts';
import { type MessageView, messageFacts } from '../view-models/reply-view.ts';
import { shortDate } from '../when.ts';
import { linkPage } from './page.ts';

/** The chosen candidate, and a number typed by hand. */
export const QUOTE = 'quote';
export const OTHER_QUOTE = 'other-quote';

export interface AssignPage {
  readonly message: MessageView;
  readonly doubt: Doubt;
  readonly candidates: readonly QuoteView[];
  readonly zone: string;
  readonly target: Target;
  readonly decided: Decided | null;
  readonly said: FlashMessage | null;
  readonly linkOf: string;
  readonly typed: string;
  readonly problem?: string;
}

/** Which quote is a mail about? Shown to the owner of the quotes it may be about, or to the admin. */
export const assignPage = (page: AssignPage): string => {
  const { message, decided, said, linkOf, zone } = page;
  return linkPage({
    heading: 'Which quote is this about?',
    kicker: `Mail from ${message.from}`,
    body: [
      said !== null && note(said.tone, said.text),
      decided === null
        ? html`<p>${doubtWords(page.doubt, page.candidates.length)}</p>`
        : note('good', decidedWords(decided, zone)),
      theirLetter('What they wrote', message.subject, message.text, message.html),
      decided === null && acts(page),
      factsSheet('The mail', messageFacts(message, zone)),
    ],
    foot: `This link is for ${linkOf} alone. Opening the page changes nothing.`,
  });
};

const acts = ({ candidates, target, typed, problem }: AssignPage): readonly Html[] => [
  html`<section class="sheet"><h2>It answers a quote</h2>${form(target, [
    candidates.length > 0 && options(QUOTE, 'Which one?', [...candidates.map(candidateOption), OTHER_OPTION]),
    field({
      name: OTHER_QUOTE,
      label: candidates.length > 0 ? 'Another quote’s number' : 'Its quote number',
      value: typed,
      required: candidates.length === 0,
      ...(problem === undefined ? {} : { problem }),
    }),
    html`<p class="soft">It then counts as an answer: the follow-ups of that quote stop, and its owner gets the mail.</p>`,
    html`<div class="actions">${button('assign', 'Assign it', 'main-act')}</div>`,
  ])}</section>`,
  html`<section class="sheet"><h2>It is no reply</h2>${form(target, [
    html`<p class="soft">${candidates.length > 0 ? 'The holds end, and the follow-ups go on where they stood.' : 'It is set aside and stays in the log.'}</p>`,
    html`<div class="actions">${button('not-a-reply', 'Not a reply')}</div>`,
  ])}</section>`,
];

const candidateOption = (quote: QuoteView): { readonly value: string; readonly label: Value } => ({
  value: quote.quoteId,
  label: html`<strong>${quote.quoteId}, ${quote.customer}</strong><span class="soft small">${formatMoney(quote.amount)}, sent ${shortDate(quote.sent)}</span>`,
});

const OTHER_OPTION = { value: '', label: 'Another one, numbered below' };
