import { html } from '../html/html.ts';
import { type Touch, touchTable } from '../views/touch.ts';
import { counted } from '../words/counted.ts';
import { shownTable } from './data-table.ts';
import { type QuestionOf, questionPage } from './question-page.ts';
import { holdForm, lostForm, wonForm } from './settle-forms.ts';

export const capActs = ['won', 'lost', 'hold'] as const;

/** Won, lost or hold: asked when a quote has had as many nudges as the rules allow. */
export const capPage = (of: QuestionOf & { readonly nudges: number; readonly touches: readonly Touch[] }): string => {
  const { quote, target, nudges, touches } = of;
  return questionPage(of, {
    heading: 'No answer: what now?',
    asks: html`<p>${quote.customer} has not answered ${counted(nudges, 'nudge')}, which is as many as the rules allow. No more leave by themselves; doing nothing leaves the quote open and quiet.</p>`,
    acts: html`<div class="stack">${wonForm(target)}${lostForm(target)}${holdForm(target)}</div>`,
    more: html`<section class="sheet">${shownTable(touchTable(touches))}</section>`,
  });
};
