import { html } from '../html/html.ts';
import type { DraftView } from '../views/draft-view.ts';
import { exactMoment } from '../words/when.ts';
import { choices, form, letter } from './parts.ts';
import { type QuestionOf, questionPage } from './question-page.ts';

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
