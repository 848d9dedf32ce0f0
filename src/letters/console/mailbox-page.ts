import { type Html, html } from '../html/html.ts';
import { chip, type Target } from '../page/parts.ts';
import type { Tone } from '../views/table.ts';
import { shortMoment } from '../words/when.ts';
import { type Around, consolePage } from './console-page.ts';
import { dropForm } from './drop-form.ts';
import { type Paging, pager } from './pager.ts';
import { paths, withQuery } from './paths.ts';
import { AS_CSV, takeCsv } from './take-all.ts';

/** Which mails are shown: to customers, to people of ours, or what came in. */
export type MailboxView = 'all' | 'customers' | 'ours' | 'in';

export interface MailRow {
  readonly id: string;
  /** UTC instant, ISO. */
  readonly at: string;
  readonly direction: 'out' | 'in';
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** What kind of mail it is: `Nudge`, `Approval`, `Reply`, `Digest`. */
  readonly kind: string;
  readonly tone: Tone;
  readonly quoteId: string | null;
}

export interface MailboxPage {
  readonly around: Around;
  readonly view: MailboxView;
  readonly counts: Readonly<Record<MailboxView, number>>;
  /** Newest first. */
  readonly mails: readonly MailRow[];
  readonly paging: Paging;
  /** Where a dropped `.eml` goes. */
  readonly drop: Target;
  /** Where mail really goes: null while it stays on the disk. */
  readonly relay: string | null;
  readonly quotesAddress: string;
}

const NAMES: Readonly<Record<MailboxView, string>> = {
  all: 'All',
  customers: 'To customers',
  ours: 'To us',
  in: 'Came in',
};

/** Every mail that went out or came in. */
export const mailboxPage = (page: MailboxPage): string => {
  const { around, mails, relay } = page;
  return consolePage(around, {
    heading: 'Mailbox',
    body: [
      html`<p class="soft">${relay === null ? 'Mail stays on this machine: what would go out lies here, and you can answer it as the customer.' : `Mail really leaves, by ${relay}. This is a copy of what left.`}</p>`,
      filters(page),
      html`<div class="split"><div class="stack">${mails.length === 0 ? empty(page) : list(mails, around.zone)}${pager(page.paging)}${mails.length > 0 && takeCsv(withQuery(paths.mailbox, { show: page.view, ...AS_CSV }))}</div><div>${dropForm(page.drop, page.quotesAddress)}</div></div>`,
    ],
  });
};

const filters = ({ view, counts }: MailboxPage): Html =>
  html`<nav aria-label="Show"><ul class="filters">${(['all', 'customers', 'ours', 'in'] as const).map(
    name => html`
<li><a href="${withQuery(paths.mailbox, { show: name })}" aria-current="${name === view ? 'true' : 'false'}">${NAMES[name]} <span class="number">${counts[name]}</span></a></li>`,
  )}</ul></nav>`;

const list = (mails: readonly MailRow[], zone: string): Html =>
  html`<div class="sheet"><ul class="rows">${mails.map(
    mail => html`
<li><a class="row-link" href="${paths.mail(mail.id)}"><span class="row-title" dir="auto">${mail.subject === '' ? '(no subject)' : mail.subject}</span>${chip(mail.tone, mail.kind)}
<span class="soft small">${mail.direction === 'out' ? `To ${mail.to}` : `From ${mail.from}`} · <time datetime="${mail.at}">${shortMoment(mail.at, zone)}</time>${mail.quoteId !== null && ` · ${mail.quoteId}`}</span></a></li>`,
  )}</ul></div>`;

const empty = ({ view }: MailboxPage): Html =>
  html`<div class="sheet empty"><h2>${view === 'in' ? 'Nothing came in yet' : 'No mail yet'}</h2><p>${
    view === 'in'
      ? 'Answer a nudge as the customer, or drop an .eml file here.'
      : html`Drafts go to their owners at the next check. <a href="${paths.clock}">Move the clock</a> to see it now.`
  }</p></div>`;
