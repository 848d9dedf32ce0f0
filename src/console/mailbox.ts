import * as E from 'fp-ts/lib/Either.js';
import { OUTBOX, type OutboxEntry } from '../adapters/mail/outbox.ts';
import { type MailState, mailAggregate } from '../aggregates/mail.ts';
import { load } from '../event-store/load.ts';
import { mailStream } from '../events/stream-id.ts';
import { inParallel } from '../kernel/in-parallel.ts';
import type { Address, Message } from '../mail-reading/message.ts';
import { chip, type Target } from '../presentation/components/parts.ts';
import { harmlessCsv } from '../presentation/csv-export.ts';
import { type Html, html } from '../presentation/html.ts';
import type { Tone } from '../presentation/view-models/table.ts';
import { shortMoment } from '../presentation/when.ts';
import { capital } from '../presentation/wording.ts';
import type { Dependencies } from '../workflows/dependencies.ts';
import { type Around, consolePage, PAGE, type Paging, pageOf, pager, paths, withQuery } from './console-page.ts';
import { dropForm } from './drop.ts';
import { AS_CSV, exported, takeCsv, wantsCsv } from './exports.ts';
import { maskTokens } from './mask-tokens.ts';
import { type ConsoleResponse, shown } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';

/** Where mail that came in lies in the object store. */
export const INBOUND = 'inbound/';

/** What the list knows of a mail without looking into the log. */
export interface MailEntry {
  readonly id: string;
  readonly at: string;
  readonly direction: 'out' | 'in';
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** The kind it left with; null for mail that came in. */
  readonly sentAs: string | null;
}

type MailWorld = Pick<Dependencies, 'objects' | 'mailReader'>;

const AT_ONCE = 8;
const ID = /^[A-Za-z0-9._-]{1,200}$/;

/** Keys of a mail in the object store; null for what is no id. */
export const mailKeys = (id: string): { readonly out: string; readonly in: string } | null =>
  ID.test(id) ? { out: `${OUTBOX}${id}.eml`, in: `${INBOUND}${id}.eml` } : null;

/** Every mail that left or came in, newest first. A mail never changes, so each is read once. */
export const mailbox = (): ((deps: MailWorld) => Promise<readonly MailEntry[]>) => {
  const memories = new WeakMap<MailWorld['objects'], Map<string, MailEntry>>();
  return async deps => {
    const memory = memories.get(deps.objects) ?? new Map<string, MailEntry>();
    memories.set(deps.objects, memory);
    const stored = await deps.objects.list('raw-mime', '');
    const mails = stored.filter(
      ({ key }) =>
        (key.startsWith(OUTBOX) && key.endsWith('.json')) || (key.startsWith(INBOUND) && key.endsWith('.eml')),
    );
    const entries = await inParallel(mails, AT_ONCE, async ({ key, modified }) => {
      const entry = memory.get(key) ?? (await readEntry(deps, key, modified));
      if (entry) memory.set(key, entry);
      return entry;
    });
    return entries
      .filter(entry => entry !== null)
      .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
  };
};

const readEntry = (deps: MailWorld, key: string, modified: string): Promise<MailEntry | null> =>
  key.startsWith(OUTBOX) ? readSent(deps, key) : readReceived(deps, key, modified);

const readSent = async ({ objects }: MailWorld, key: string): Promise<MailEntry | null> => {
  const stored = await objects.get('raw-mime', key);
  if (!stored) return null;
  const { id, at, from, to, subject, kind }: OutboxEntry = JSON.parse(new TextDecoder().decode(stored.body));
  return { id, at, direction: 'out', from, to: to.join(', '), subject: maskTokens(subject), sentAs: kind };
};

const readReceived = async (
  { objects, mailReader }: MailWorld,
  key: string,
  modified: string,
): Promise<MailEntry | null> => {
  const stored = await objects.get('raw-mime', key);
  if (!stored) return null;
  const read = await mailReader.parse(stored.body);
  const of: Pick<Message, 'from' | 'to' | 'subject'> = E.isRight(read)
    ? read.right.message
    : { from: [], to: [], subject: 'Unreadable mail' };
  return {
    id: key.slice(INBOUND.length, -'.eml'.length),
    at: modified,
    direction: 'in',
    from: named(of.from[0]),
    to: of.to.map(({ address }) => address).join(', '),
    subject: maskTokens(of.subject),
    sentAs: null,
  };
};

const named = (of: Address | undefined): string => {
  if (!of) return 'nobody named';
  return of.name === '' ? of.address : `${of.name} <${of.address}>`;
};

/** A row of the list, with what became of a mail that came in. */
export const mailRow = async (
  deps: Pick<Dependencies, 'store' | 'log'>,
  entry: MailEntry,
  quoteOfMail: ReadonlyMap<string, string>,
): Promise<MailRow> => {
  const { id, at, direction, from, to, subject, sentAs } = entry;
  const row = { id, at, direction, from, to, subject };
  if (sentAs !== null) {
    const [kind, tone] = SENT[sentAs] ?? [capital(sentAs.replaceAll('-', ' ')), 'plain' as const];
    return { ...row, kind, tone, quoteId: quoteOfMail.get(id) ?? null };
  }
  const { state } = await load(deps, mailStream(id), mailAggregate);
  const [kind, tone] = receivedAs(state);
  const quoteId = state.assigned ?? (state.routed?.quoteIds.length === 1 ? state.routed.quoteIds[0] : undefined);
  return { ...row, kind, tone, quoteId: quoteId ?? quoteOfMail.get(id) ?? null };
};

const SENT: Readonly<Record<string, readonly [string, Tone]>> = {
  nudge: ['Nudge', 'good'],
  approval: ['Approval', 'wait'],
  reply: ['Reply passed on', 'info'],
  'reply-again': ['Reply, again', 'wait'],
  'reply-admin': ['Reply, to the admin', 'wait'],
  unsure: ['Question', 'wait'],
  proposal: ['Proposal', 'wait'],
  'proposal-list': ['Proposals, as a list', 'wait'],
  refused: ['Refused send', 'stop'],
  'unknown-send': ['Unknown send', 'stop'],
  'bad-address': ['Bad address', 'stop'],
  'row-write': ['Not in the sheet', 'stop'],
  digest: ['Digest', 'plain'],
  summary: ['Summary', 'plain'],
  letter: ['Notice', 'plain'],
};

const receivedAs = (state: MailState): readonly [string, Tone] => {
  if (state.assigned !== null) return ['Assigned', 'good'];
  if (state.dismissed) return ['No reply', 'plain'];
  if (state.repeats !== null) return ['The same mail again', 'plain'];
  if (state.setAside !== null) return [`Set aside: ${state.setAside}`, 'plain'];
  if (state.unmatched) return ['For a person to place', 'wait'];
  if (state.routed) return [capital(state.routed.kind.replaceAll('-', ' ')), 'info'];
  return state.key === null ? ['Not read yet', 'wait'] : ['Received', 'info'];
};

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

const MAILS_AT_ONCE = 16;

const VIEWS: readonly MailboxView[] = ['all', 'customers', 'ours', 'in'];

/** Every mail that left and that came in. */
export const showMailbox = async (visit: Visit, entries: readonly MailEntry[]): Promise<ConsoleResponse> => {
  const { request, deps, context, shelf } = visit;
  const asked = request.query.get('show');
  const view = VIEWS.find(name => name === asked) ?? 'all';
  const all = entries.filter(entry => isIn(entry, view));
  const rowsOf = (some: readonly MailEntry[]) =>
    inParallel(some, MAILS_AT_ONCE, entry => mailRow(deps, entry, shelf.quoteOfMail));
  if (wantsCsv(visit)) return exportMailbox(visit, view, await rowsOf(all));
  const { rows, paging } = pageOf(all, request.query.get(PAGE), paths.mailbox, { show: view });
  const count = (name: MailboxView): number => entries.filter(entry => isIn(entry, name)).length;
  return shown(
    mailboxPage({
      around: aroundOf('mailbox', visit),
      view,
      counts: { all: count('all'), customers: count('customers'), ours: count('ours'), in: count('in') },
      mails: await rowsOf(rows),
      paging,
      drop: { action: paths.mailbox, hidden: {} },
      relay: context.relay,
      quotesAddress: deps.installation.quotesAddress,
    }),
  );
};

const exportMailbox = (visit: Visit, view: MailboxView, rows: readonly MailRow[]): Promise<ConsoleResponse> =>
  exported(visit, {
    view: `mailbox: ${view}`,
    name: 'mailbox',
    rows: rows.length,
    format: 'csv',
    body: harmlessCsv([
      ['At', 'Direction', 'Kind', 'From', 'To', 'Subject', 'Quote number'],
      ...rows.map(({ at, direction, kind, from, to, subject, quoteId }) => [
        at,
        direction,
        kind,
        from,
        to,
        subject,
        quoteId ?? '',
      ]),
    ]),
  });

const isIn = ({ direction, sentAs }: MailEntry, view: MailboxView): boolean => {
  switch (view) {
    case 'all':
      return true;
    case 'in':
      return direction === 'in';
    case 'customers':
      return sentAs === 'nudge';
    case 'ours':
      return direction === 'out' && sentAs !== 'nudge';
  }
};
