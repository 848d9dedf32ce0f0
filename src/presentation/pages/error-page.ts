import { html } from '../html.ts';
import { capital } from '../wording.ts';
import { document } from './page.ts';

/** Why a page cannot be shown, or an act not be done. */
export type Trouble =
  /** Altered, cut short, or so new that it is not known here yet. */
  | { readonly kind: 'unknown-link' }
  | { readonly kind: 'expired-link' }
  /** The form was not ours, or of a page that has changed since. `link` opens it again. */
  | { readonly kind: 'stale-page'; readonly link: string }
  /** The lists are shown when the sheet is in. */
  | { readonly kind: 'taking-in'; readonly done: number; readonly of: number }
  /** Something of ours is unwell. `link` tries again. */
  | { readonly kind: 'try-again'; readonly link: string | null }
  /** The mail is leaving, or has left. */
  | { readonly kind: 'too-late'; readonly because: string; readonly link: string | null }
  /** The rules say no; `because` is a sentence for the person who asked. */
  | { readonly kind: 'refused'; readonly because: string; readonly link: string | null }
  | { readonly kind: 'not-found'; readonly link: string | null }
  /** The console asks for the address it printed when it started. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'too-large'; readonly most: string }
  | { readonly kind: 'wrong-method' };

interface Words {
  readonly heading: string;
  readonly text: string;
  readonly link?: { readonly to: string | null; readonly label: string };
}

/** Says what went wrong and what the person can do now. Never more about why than helps. */
export const errorPage = (trouble: Trouble): string => {
  const { heading, text, link } = wordsFor(trouble);
  return document(
    `${heading} – Quote follow-up`,
    html`<div class="page">
<header><span class="brand">Quote follow-up</span></header>
<main class="main"><h1>${heading}</h1>
<div class="sheet"><p>${text}</p>
${link !== undefined && link.to !== null && html`<div class="actions"><a class="button main-act" href="${link.to}">${link.label}</a></div>`}</div>
</main>
<footer><p>Nothing was sent or changed.</p></footer>
</div>`,
  );
};

const wordsFor = (trouble: Trouble): Words => {
  switch (trouble.kind) {
    case 'unknown-link':
      return {
        heading: 'This link is not known',
        text: 'It may have been cut short on its way. Open it from the mail itself, or copy the whole of it. If the mail came only a moment ago, try again in a minute.',
      };
    case 'expired-link':
      return {
        heading: 'This link is no longer good',
        text: 'Links decide for seven days. If the question is still open, a newer mail asks it again, and so does your Monday digest.',
      };
    case 'stale-page':
      return {
        heading: 'This page was out of date',
        text: 'It changed after you opened it, in another window or by somebody else. Open it again, look at what it says now, and decide then.',
        link: { to: trouble.link, label: 'Open it again' },
      };
    case 'try-again':
      return {
        heading: 'That did not work just now',
        text: 'Something here is not well for the moment. Try again in a minute; nothing is done twice.',
        link: { to: trouble.link, label: 'Try again' },
      };
    case 'taking-in':
      return {
        heading: 'The sheet is being taken in',
        text: `${trouble.done.toLocaleString('en-US')} of ${trouble.of.toLocaleString('en-US')} rows so far. This page looks again by itself.`,
      };
    case 'too-late':
      return {
        heading: 'It is too late for that',
        text: sentence(trouble.because),
        link: { to: trouble.link, label: 'See how it stands' },
      };
    case 'refused':
      return {
        heading: 'That cannot be done',
        text: sentence(trouble.because),
        link: { to: trouble.link, label: 'Go back' },
      };
    case 'not-found':
      return {
        heading: 'There is nothing here',
        text: 'The address may be mistyped, or what it led to is gone.',
        link: { to: trouble.link, label: 'Go to the quotes' },
      };
    case 'locked':
      return {
        heading: 'Open the console by its own address',
        text: 'When it starts, the program prints an address that lets you in. Open that one in this browser; after that, plain addresses work too.',
      };
    case 'too-large':
      return { heading: 'That is too large', text: `At most ${trouble.most} can be taken.` };
    case 'wrong-method':
      return { heading: 'That cannot be asked here', text: 'Open the page by its link and use its buttons.' };
  }
};

const sentence = (words: string): string => {
  const text = capital(words);
  return /[.!?]$/.test(text) ? text : `${text}.`;
};
