import { inParallel } from '../../application/in-parallel.ts';
import { type MailboxView, type MailRow, mailboxPage } from '../../letters/console/mailbox-page.ts';
import { paths } from '../../letters/console/paths.ts';
import { harmlessCsv } from '../../letters/words/harmless-csv.ts';
import { shown } from './answers.ts';
import { exported, wantsCsv } from './exported.ts';
import { type MailEntry, mailRow } from './mail-entries.ts';
import { PAGE, pageOf } from './page-of.ts';
import type { ConsoleResponse } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';

const AT_ONCE = 16;

const VIEWS: readonly MailboxView[] = ['all', 'customers', 'ours', 'in'];

/** Every mail that left and that came in. */
export const showMailbox = async (visit: Visit, entries: readonly MailEntry[]): Promise<ConsoleResponse> => {
  const { request, world, context, shelf } = visit;
  const asked = request.query.get('show');
  const view = VIEWS.find(name => name === asked) ?? 'all';
  const all = entries.filter(entry => isIn(entry, view));
  const rowsOf = (some: readonly MailEntry[]) =>
    inParallel(some, AT_ONCE, entry => mailRow(world, entry, shelf.quoteOfMail));
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
      quotesAddress: world.installation.quotesAddress,
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
