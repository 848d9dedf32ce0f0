import { type Html, html, type Value } from '../html/html.ts';
import { chip, factsSheet, folded, form, type Target, textArea, theirLetter } from '../page/parts.ts';
import type { Fact } from '../views/fact.ts';
import { type Around, consolePage } from './console-page.ts';
import { mailFrame } from './mail-frame.ts';
import type { MailRow } from './mailbox-page.ts';
import { paths } from './paths.ts';

/** The field that carries what the customer would write. */
export const ANSWER = 'answer';

export interface MailPage {
  readonly around: Around;
  readonly mail: MailRow;
  /** Its header fields as they were written, tokens masked. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  /**
   * `ours`: the HTML that we wrote, shown as a mail program shows it. `theirs`: safe markup of what somebody else
   * wrote. Null: the mail has no HTML.
   */
  readonly shown:
    | { readonly kind: 'ours'; readonly markup: string }
    | { readonly kind: 'theirs'; readonly safe: Html }
    | null;
  readonly attachments: readonly Fact[];
  /** Where an answer as the customer goes; null where nobody would answer, or mail really leaves. */
  readonly answer: Target | null;
  /** Where the mail can be had as a file. */
  readonly fileUrl: string | null;
}

/** One mail, as it looks: needs `pageHeaders({ framesMail: true })`. */
export const mailPage = (page: MailPage): string => {
  const { around, mail, headers, text, attachments, answer, fileUrl } = page;
  return consolePage(around, {
    heading: mail.subject === '' ? '(no subject)' : mail.subject,
    kicker: html`<a href="${paths.mailbox}">Mailbox</a> / ${chip(mail.tone, mail.kind)}`,
    beside: fileUrl !== null && html`<a class="button" href="${fileUrl}" download>Save as .eml</a>`,
    body: html`<div class="split"><div class="stack">
<p class="soft">${mail.direction === 'out' ? html`To <strong>${mail.to}</strong>, from ${mail.from}` : html`From <strong>${mail.from}</strong>`}${mail.quoteId !== null && html` · <a href="${paths.quote(mail.quoteId)}">${mail.quoteId}</a>`}</p>
${looks(page)}
${page.shown !== null && folded('As plain text', html`<div><pre dir="auto">${text}</pre></div>`)}
${folded('Headers', html`<div><dl class="headers">${headers.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></div>`)}</div>
<div class="stack">${answer !== null && answerForm(answer, mail.to)}${attachments.length > 0 && factsSheet('Attached', attachments)}</div></div>`,
  });
};

const looks = ({ shown, text, mail }: MailPage): Value => {
  if (shown === null) return theirLetter('The mail', null, text, null);
  return shown.kind === 'ours'
    ? mailFrame(`Mail: ${mail.subject}`, shown.markup)
    : theirLetter('The mail', null, text, shown.safe);
};

const answerForm = (target: Target, to: string): Html => html`<section class="sheet"><h2>Reply as the customer</h2>
${form(target, [
  textArea(ANSWER, `What ${to} would write`, '', 'It comes in by mail, with the marks a mail program would keep.'),
  html`<div class="actions"><button class="button main-act">Send the reply</button></div>`,
])}</section>`;
