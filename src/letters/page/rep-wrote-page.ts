import { html } from '../html/html.ts';
import type { MessageView } from '../views/reply-view.ts';
import { choices, form, theirLetter } from './parts.ts';
import { type QuestionOf, questionPage } from './question-page.ts';

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
