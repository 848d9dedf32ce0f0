import { addDays } from '../../kernel/local-date.ts';
import { html } from '../html/html.ts';
import { type Touch, touchTable } from '../views/touch.ts';
import { longDate } from '../words/when.ts';
import { shownTable } from './data-table.ts';
import { type QuestionOf, questionPage } from './question-page.ts';
import { extendForm, lostForm, wonForm } from './settle-forms.ts';

export const expiredActs = ['extend', 'won', 'lost'] as const;

/** Two weeks from today, or from the expiry where that is later. */
const proposedExpiry = ({ quote, today }: QuestionOf): string => {
  const twoWeeks = addDays(today, 14);
  return twoWeeks > (quote.expires ?? '') ? twoWeeks : addDays(quote.expires ?? today, 14);
};

/** Extend, won or lost: asked when a quote passed its expiry. */
export const expiredPage = (of: QuestionOf & { readonly touches: readonly Touch[] }): string => {
  const { quote, target, today, touches, problem } = of;
  return questionPage(of, {
    heading: 'It expired: what now?',
    asks: html`<p>${quote.customer} let the quote expire${quote.expires !== null && ` on ${longDate(quote.expires)}`} without an answer. No more nudges leave. A late answer still reaches you.</p>`,
    acts: html`<div class="stack">${extendForm(target, proposedExpiry(of), addDays(today, 1), problem)}${wonForm(target)}${lostForm(target)}</div>`,
    more: html`<section class="sheet">${shownTable(touchTable(touches))}</section>`,
  });
};
