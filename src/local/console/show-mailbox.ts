import { type MailboxView, mailboxPage } from '../../letters/console/mailbox-page.ts';
import { paths } from '../../letters/console/paths.ts';
import { shown } from './answers.ts';
import { type MailEntry, mailRow } from './mail-entries.ts';
import { PAGE, pageOf } from './page-of.ts';
import type { ConsoleResponse } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';

const VIEWS: readonly MailboxView[] = ['all', 'customers', 'ours', 'in'];

/** Every mail that left and that came in. */
export const showMailbox = async (visit: Visit, entries: readonly MailEntry[]): Promise<ConsoleResponse> => {
  const { request, world, context, shelf } = visit;
  const asked = request.query.get('show');
  const view = VIEWS.find(name => name === asked) ?? 'all';
  const { rows, paging } = pageOf(
    entries.filter(entry => isIn(entry, view)),
    request.query.get(PAGE),
    paths.mailbox,
    { show: view },
  );
  const count = (name: MailboxView): number => entries.filter(entry => isIn(entry, name)).length;
  return shown(
    mailboxPage({
      around: aroundOf('mailbox', visit),
      view,
      counts: { all: count('all'), customers: count('customers'), ours: count('ours'), in: count('in') },
      mails: await Promise.all(rows.map(entry => mailRow(world, entry, shelf.quoteOfMail))),
      paging,
      drop: { action: paths.mailbox, hidden: {} },
      relay: context.relay,
      quotesAddress: world.installation.quotesAddress,
    }),
  );
};

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
