import { html } from '../html/html.ts';
import type { DraftView } from '../views/draft-view.ts';
import { folded, letter } from './parts.ts';
import { type QuestionOf, questionPage } from './question-page.ts';
import { addressForm, holdForm, lostForm } from './settle-forms.ts';

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
