import { paths } from '../../letters/console/paths.ts';
import { answerMail } from './answer-mail.ts';
import { notFound, takingIn, troubled } from './answers.ts';
import { dropMail } from './drop-mail.ts';
import { dropQuote } from './drop-quote.ts';
import { exportQuotes } from './export-quotes.ts';
import { exportTrail } from './export-trail.ts';
import { type MailEntry, mailbox } from './mail-entries.ts';
import { moveClock } from './move-clock.ts';
import { quoteShelf } from './quote-shelf.ts';
import type { ConsoleContext, ConsoleRequest, ConsoleResponse } from './request.ts';
import { showApprove } from './show-approve.ts';
import { showClock } from './show-clock.ts';
import { otherDay, showDay } from './show-day.ts';
import { saveMail, showMail } from './show-mail.ts';
import { showMailbox } from './show-mailbox.ts';
import { showProposal } from './show-proposal.ts';
import { showProposals } from './show-proposals.ts';
import { showQuote } from './show-quote.ts';
import { showQuotes } from './show-quotes.ts';
import { showRules } from './show-rules.ts';
import { showTrail } from './show-trail.ts';
import { tryRules } from './try-rules.ts';
import { beginVisit, showsNoList, type Visit } from './visit.ts';

export type { ConsoleContext, ConsoleRequest, ConsoleResponse } from './request.ts';

/**
 * The console's pages. They show what is in the log, the mailbox and the documents, and hand mail and clock to the
 * system; they decide nothing. Who may ask is the server's concern.
 */
export const consolePages = (context: ConsoleContext): ((request: ConsoleRequest) => Promise<ConsoleResponse>) => {
  const shelf = quoteShelf();
  const mails = mailbox();
  return async request => {
    const parts = pathParts(request.path);
    if (parts === null) return notFound();
    if (parts.length === 0)
      return { status: 303, headers: { Location: paths.quotes, 'Cache-Control': 'no-store' }, body: '' };
    const taking = context.takingIn();
    if (taking && request.method !== 'POST' && !showsNoList(request.path)) return takingIn(taking);
    const visit = await beginVisit(context, request, shelf);
    return request.method === 'POST' ? act(visit, parts, mails) : show(visit, parts, mails);
  };
};

/** The parts of a path, decoded; null where they cannot be. */
const pathParts = (path: string): readonly string[] | null => {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return null;
  }
};

type Mails = ReturnType<typeof mailbox>;

const show = async (
  visit: Visit,
  [place, id, more, ...rest]: readonly string[],
  mails: Mails,
): Promise<ConsoleResponse> => {
  if (rest.length > 0) return notFound();
  if (place === 'mailbox' && id !== undefined) return showOneMail(visit, id, more, mails);
  if (place === 'trail' && id === 'export' && more === undefined) return exportTrail(visit);
  if (place === 'trail' && id === 'days') return more === undefined ? otherDay(visit) : showDay(visit, more);
  if (place === 'quotes' && id !== undefined && more === undefined) return showQuote(visit, id);
  if (place === 'proposals' && id !== undefined && more === undefined) return showProposal(visit, id);
  if (id !== undefined) return notFound();
  switch (place) {
    case 'quotes':
      return showQuotes(visit);
    case 'quotes.csv':
      return exportQuotes(visit);
    case 'approve':
      return showApprove(visit);
    case 'mailbox':
      return showMailbox(visit, await mails(visit.world));
    case 'rules':
      return showRules(visit);
    case 'clock':
      return showClock(visit);
    case 'proposals':
      return showProposals(visit);
    case 'trail':
      return showTrail(visit);
    default:
      return notFound();
  }
};

const showOneMail = async (
  visit: Visit,
  id: string,
  more: string | undefined,
  mails: Mails,
): Promise<ConsoleResponse> => {
  const entry = await entryOf(visit, id, mails);
  if (!entry || (more !== undefined && more !== 'file')) return notFound();
  return more === 'file' ? saveMail(visit, entry) : showMail(visit, entry);
};

const entryOf = async ({ world }: Visit, id: string, mails: Mails): Promise<MailEntry | null> =>
  (await mails(world)).find(entry => entry.id === id) ?? null;

const act = async (visit: Visit, [place, id, ...rest]: readonly string[], mails: Mails): Promise<ConsoleResponse> => {
  if (rest.length > 0) return notFound();
  if (place === 'clock' && id === undefined) return moveClock(visit);
  if (place === 'mailbox' && id === undefined) return dropMail(visit);
  if (place === 'proposals' && id === undefined) return dropQuote(visit);
  if (place === 'rules' && id === undefined) return tryRules(visit);
  if (place === 'mailbox' && id !== undefined) {
    const entry = await entryOf(visit, id, mails);
    return entry ? answerMail(visit, entry) : notFound();
  }
  return troubled(405, { kind: 'wrong-method' });
};
