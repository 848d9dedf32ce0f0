import { type Html, html } from '../html/html.ts';
import type { Target } from '../page/parts.ts';

/** The field that carries the file. */
export const DROPPED = 'file';

interface Dropped {
  readonly title: string;
  readonly label: string;
  readonly accept: string;
  readonly hint: (quotesAddress: string) => string;
}

const MAIL: Dropped = {
  title: 'Hand in a mail',
  label: 'A mail saved as a file',
  accept: '.eml,message/rfc822',
  hint: address => `It is taken as if it had come to ${address} by mail. Drop it on the field or choose it.`,
};

/** A mail or a PDF of a quote that was sent. */
export const SENT_QUOTE: Dropped = {
  title: 'Hand in a sent quote',
  label: 'A mail saved as a file, or a PDF',
  accept: '.eml,.pdf,message/rfc822,application/pdf',
  hint: address =>
    `A mail is taken as if it had come to ${address}; what a PDF says is proposed to the admin. Drop it on the field or choose it.`,
};

/** A form that hands in a file. The body is multipart/form-data. */
export const dropForm = (
  { action, hidden }: Target,
  quotesAddress: string,
  { title, label, accept, hint }: Dropped = MAIL,
): Html => html`<section class="sheet"><h2>${title}</h2>
<form method="post" action="${action}" enctype="multipart/form-data" class="stack">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="field drop"><label for="dropped">${label}</label>
<input id="dropped" type="file" name="${DROPPED}" accept="${accept}" required>
<p class="hint">${hint(quotesAddress)}</p></div>
<div class="actions"><button class="button">Hand it in</button></div>
</form></section>`;
