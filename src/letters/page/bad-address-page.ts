import { html } from '../html/html.ts';
import { type AddressFault, addressFaultWords } from '../mail/bad-address-mail.ts';
import { note } from './parts.ts';
import { type QuestionOf, questionPage } from './question-page.ts';
import { addressForm, holdForm, lostForm } from './settle-forms.ts';

export const badAddressActs = ['address', 'hold', 'lost'] as const;

export interface BadAddressPage extends QuestionOf {
  readonly fault: AddressFault;
  readonly alsoOf: readonly string[];
  /** What the person typed, when it was not taken. */
  readonly typed: string;
}

/** Asks for the right address of a contact whose mail comes back. */
export const badAddressPage = (of: BadAddressPage): string => {
  const { quote, fault, alsoOf, target, typed, problem } = of;
  return questionPage(of, {
    heading: 'What is the right address?',
    asks: html`<p>${addressFaultWords(fault)} Nothing more is sent to <strong>${quote.contact}</strong>.</p>
${fault.said !== null && html`<section class="sheet"><h2>What their mail server said</h2><pre>${fault.said}</pre></section>`}
${alsoOf.length > 0 && note('wait', `The same address stands on ${alsoOf.join(', ')}. Mend it there too.`)}`,
    acts: html`<section class="sheet">${addressForm(target, typed, problem)}</section>
<div class="stack">${holdForm(target)}${lostForm(target)}</div>`,
  });
};
