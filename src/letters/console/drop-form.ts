import { type Html, html } from '../html/html.ts';
import type { Target } from '../page/parts.ts';

/** The field that carries the file. */
export const DROPPED = 'file';

/** A form that hands in a mail as a file, as if it had come by SMTP. The body is multipart/form-data. */
export const dropForm = (
  { action, hidden }: Target,
  quotesAddress: string,
  accept = '.eml,message/rfc822',
): Html => html`<section class="sheet"><h2>Hand in a mail</h2>
<form method="post" action="${action}" enctype="multipart/form-data" class="stack">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="field drop"><label for="dropped">A mail saved as a file</label>
<input id="dropped" type="file" name="${DROPPED}" accept="${accept}" required>
<p class="hint">It is taken as if it had come to ${quotesAddress} by mail. Drop it on the field or choose it.</p></div>
<div class="actions"><button class="button">Hand it in</button></div>
</form></section>`;
