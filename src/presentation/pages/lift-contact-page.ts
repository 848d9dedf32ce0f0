import type { FlashMessage } from '../components/flash.ts';
import { button, field, form, note, type Target } from '../components/parts.ts';
import { type ClosedContact, nameOfContact, whyClosed } from '../emails/contact-closed-mail.ts';
import { html } from '../html.ts';
import { linkPage } from './page.ts';

export const LIFT = 'lift';
export const NOTE = 'note';

export interface LiftContactPage {
  readonly contact: Omit<ClosedContact, 'standing'> & { readonly standing: ClosedContact['standing'] | 'fine' };
  readonly target: Target;
  readonly said: FlashMessage | null;
  readonly linkOf: string;
}

/** Where the admin opens a closed contact again. */
export const liftContactPage = ({ contact, target, said, linkOf }: LiftContactPage): string => {
  const { standing } = contact;
  return linkPage({
    heading: nameOfContact(contact),
    kicker: standing === 'fine' ? 'Contact' : 'Closed contact',
    body: [
      said !== null && note(said.tone, said.text),
      standing === 'fine'
        ? said === null && html`<p>This contact may be written to.</p>`
        : html`<p>${whyClosed({ ...contact, standing })}</p>
<section class="sheet"><h2>Allow mail again</h2>
${form(target, [
  field({
    name: NOTE,
    label: 'Why, for the record',
    value: '',
    hint: 'May stay empty. It is kept in the log for good: no names here.',
  }),
  html`<div class="actions">${button(LIFT, 'Allow mail again', 'main-act')}</div>`,
])}
<p class="soft">Follow-ups go on with the next daily check. A quote that they declined stays as it is.</p></section>`,
    ],
    foot: `This link is for ${linkOf} alone. Opening the page changes nothing.`,
  });
};
