import { showApprove } from './approve.ts';
import { moveClock, showClock } from './clock.ts';
import { paths } from './console-page.ts';
import { otherDay, showDay } from './day.ts';
import { dropMail, dropQuote } from './drop.ts';
import { answerMail, saveMail, showMail } from './mail.ts';
import { type MailEntry, mailbox, showMailbox } from './mailbox.ts';
import { showProposal, showProposals } from './proposals.ts';
import { showQuote } from './quote.ts';
import { quoteShelf } from './quote-cache.ts';
import { exportQuotes, showQuotes } from './quotes.ts';
import {
  type ConsoleContext,
  type ConsoleRequest,
  type ConsoleResponse,
  notFound,
  takingIn,
  troubled,
} from './request.ts';
import { showRules, tryRules } from './rules.ts';
import { exportTrail, showTrail } from './trail.ts';
import { beginVisit, showsNoList, type Visit } from './visit.ts';

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
      return showMailbox(visit, await mails(visit.deps));
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

const entryOf = async ({ deps }: Visit, id: string, mails: Mails): Promise<MailEntry | null> =>
  (await mails(deps)).find(entry => entry.id === id) ?? null;

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
