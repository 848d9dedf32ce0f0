import { inParallel } from '../../application/in-parallel.ts';
import { waitingDraftView } from '../../application/mail-draft.ts';
import { loadQuote } from '../../application/quotes.ts';
import { nameOf } from '../../cadence/owner.ts';
import { formatMoney, majorUnits } from '../../kernel/money.ts';
import { approvePage, type WaitingDraft } from '../../letters/console/approve-page.ts';
import { leavesWords } from '../../letters/views/draft-view.ts';
import { harmlessCsv } from '../../letters/words/harmless-csv.ts';
import { moveName } from '../../letters/words/move-name.ts';
import { clockTime, localDateOf, relativeDay } from '../../letters/words/when.ts';
import { shown } from './answers.ts';
import { approveLink, askedFor } from './approve-link.ts';
import { exported, wantsCsv } from './exported.ts';
import type { ConsoleResponse } from './request.ts';
import { aroundOf, awaitsDecision, type Visit } from './visit.ts';

const AT_ONCE = 16;

/** The drafts that wait for a decision, with the page where each is decided. */
export const showApprove = async (visit: Visit): Promise<ConsoleResponse> => {
  const waiting = visit.shelf.quotes.filter(awaitsDecision);
  const drafts = await inParallel(waiting, AT_ONCE, ({ key }) => waitingDraft(visit, key));
  const ranked = drafts.filter(draft => draft !== null).sort((a, b) => worthOf(b) - worthOf(a));
  if (wantsCsv(visit)) return exportDrafts(visit, ranked);
  return shown(approvePage({ around: aroundOf('approve', visit), drafts: ranked, nextCheck: await nextCheck(visit) }));
};

const exportDrafts = (visit: Visit, drafts: readonly WaitingDraft[]): Promise<ConsoleResponse> =>
  exported(visit, {
    view: 'to approve',
    name: 'to-approve',
    rows: drafts.length,
    format: 'csv',
    body: harmlessCsv([
      ['Quote number', 'Customer', 'Contact', 'Amount', 'Move', 'Asked', 'Since', 'Leaves', 'Subject', 'Text'],
      ...drafts.map(({ view, asked, since }) => [
        view.quote.quoteId,
        view.quote.customer,
        view.quote.contact,
        formatMoney(view.quote.amount),
        moveName(view.move),
        asked.join(', '),
        since ?? '',
        leavesWords(view),
        view.subject,
        view.text,
      ]),
    ]),
  });

const worthOf = ({ view }: WaitingDraft): number => majorUnits(view.quote.amount);

const waitingDraft = async ({ world, business }: Visit, key: string): Promise<WaitingDraft | null> => {
  const loaded = await loadQuote(world, key);
  const shownDraft = await waitingDraftView(world, business, loaded);
  if (!shownDraft) return null;
  const { draft, view } = shownDraft;
  const [url, asked] = await Promise.all([approveLink(world, loaded), askedFor(world, loaded)]);
  const since = draft.mailings[0]?.mailedAt;
  return {
    view,
    asked: asked.map(address => nameOf(address, business.policy)),
    since: since === undefined ? null : localDateOf(since, business.policy.timezone),
    url,
  };
};

const nextCheck = async ({ context, business }: Visit): Promise<string> => {
  const check = (await context.driver().coming()).find(({ what }) => what === 'daily-check');
  if (!check) return 'at 09:00';
  const zone = business.policy.timezone;
  const at = check.at.toISOString();
  return `${relativeDay(localDateOf(at, zone), business.today)} at ${clockTime(at, zone)}`;
};
