import { addDays } from '../../kernel/local-date.ts';
import { shownTable } from '../components/data-table.ts';
import { choices, folded, form, letter, note, theirLetter } from '../components/parts.ts';
import { addressForm, extendForm, holdForm, lostForm, wonForm } from '../components/settle-forms.ts';
import { type Touch, touchTable } from '../components/touch.ts';
import { type AddressFault, addressFaultWords } from '../emails/quote-notices.ts';
import { html } from '../html.ts';
import type { DraftView } from '../view-models/draft-view.ts';
import type { MessageView } from '../view-models/reply-view.ts';
import { exactMoment, longDate } from '../when.ts';
import { counted } from '../wording.ts';
import { type QuestionOf, questionPage } from './question-page.ts';

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

export const refusedSendActs = ['address', 'hold', 'lost'] as const;

export interface RefusedSendPage extends QuestionOf {
  readonly draft: Pick<DraftView, 'move' | 'subject' | 'text'>;
  readonly reason: string;
  readonly typed: string;
}

/** What shall happen to a nudge that the mail service would not send. */
export const refusedSendPage = (of: RefusedSendPage): string => {
  const { draft, reason, target, typed, problem } = of;
  return questionPage(of, {
    heading: 'The mail service refused this mail',
    asks: html`<p>Nothing left. The step is open again: the next check makes a new draft, unless you say otherwise.</p>
<section class="sheet"><h2>What the mail service said</h2><pre>${reason}</pre></section>`,
    acts: html`<div class="stack">${folded('Use another address', addressForm(target, typed, problem), problem !== undefined)}${holdForm(target)}${lostForm(target)}</div>`,
    more: letter('The mail', draft.subject, draft.text),
  });
};

export const repWroteActs = ['answered', 'go-on'] as const;

/** A rep's own mail is about an open quote: did they answer? */
export const repWrotePage = (of: QuestionOf & { readonly message: MessageView }): string => {
  const { message, target } = of;
  return questionPage(of, {
    heading: 'Did they already answer?',
    asks: html`<p>A mail from your side is about this quote, so it is on hold until you say.</p>`,
    acts: form(
      target,
      choices([
        { act: 'answered', label: 'They already answered', does: 'The follow-ups stop until you resume them.' },
        { act: 'go-on', label: 'Go on', does: 'The hold ends, and the follow-ups continue where they stood.' },
      ]),
    ),
    more: theirLetter('The mail', message.subject, message.text, message.html),
  });
};

export const unknownSendActs = ['arrived', 'again'] as const;

export interface UnknownSendPage extends QuestionOf {
  readonly draft: Pick<DraftView, 'move' | 'subject' | 'text'>;
  /** UTC instant, ISO. */
  readonly claimedAt: string;
}

/** Did it arrive? Only a person may say so, or ask for it again. */
export const unknownSendPage = (of: UnknownSendPage): string => {
  const { draft, claimedAt, zone, target } = of;
  return questionPage(of, {
    heading: 'Did this mail arrive?',
    asks: html`<p>It was handed over on ${exactMoment(claimedAt, zone)}, and no answer came back. A blind copy goes to the owner with every nudge: if it is in the inbox, it arrived.</p>`,
    acts: form(
      target,
      choices([
        { act: 'arrived', label: 'It arrived', does: 'It counts as sent, and the follow-ups go on from there.' },
        { act: 'again', label: 'Send again', does: 'A new draft of the same step comes to you for approval.' },
      ]),
    ),
    more: letter('The mail', draft.subject, draft.text),
  });
};
