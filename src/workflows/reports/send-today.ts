import { inParallel } from '../../kernel/in-parallel.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { todayMail } from '../../presentation/emails/today-mail.ts';
import type { QuoteReport } from '../../reports/quote-report.ts';
import { namedToday, TODAY_LIFE_DAYS } from '../../reports/today-lists.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { fitting } from '../replies/message-view.ts';
import { draftInDayMail, endingsInDayMail, replyInDayMail } from './in-day-mail.ts';
import { listedQuotes, readQuoteReports } from './read-quote-reports.ts';
import { type ReportLetter, type RunOutcome, runReport } from './run-report.ts';
import { listsFor, peopleOf, todayOf } from './today-view.ts';
import { proposalsFor, waitingProposals } from './waiting-proposals.ts';

const LINK_MS = TODAY_LIFE_DAYS * 86_400_000;
const AT_ONCE = 4;

/** A draft that was offered so lately is being written: the mail waits for it, the sweep comes again. */
const WRITING_MS = 10 * 60_000;

/** The one mail of a working day, to everybody of whom the day asks something. Whoever is asked nothing gets none. */
export const sendToday = async (deps: Dependencies, date: LocalDate): Promise<RunOutcome> => {
  const business = await loadBusinessContext(deps);
  const quotes = await readQuoteReports(deps, business, listedQuotes(business), true);
  if (quotes.some(quote => isBeingWritten(quote, business.now))) return { kind: 'being-made' };
  const proposals = await waitingProposals(deps, business);
  return runReport(deps, { report: 'today', date }, async () => {
    const letters = await inParallel(
      [...new Set([...peopleOf(business, quotes), ...repsOf(business)])],
      AT_ONCE,
      async rep => {
        const lists = await listsFor({ deps, business, quotes, rep });
        const proposed = await proposalsFor(deps, proposals, rep);
        if (namedToday(lists).length === 0 && proposed.length === 0) return null;
        const letter: ReportLetter = {
          to: rep,
          linkMs: LINK_MS,
          write: async url => {
            const show = (quote: QuoteReport) => draftInDayMail(deps, business, quote.key, { date, rep });
            const asked = await inParallel(lists.replies, AT_ONCE, ({ quote }) =>
              replyInDayMail(deps, business, quote.key, { date, rep }),
            );
            const reminders = asked.filter(reply => reply !== null);
            const ended = await inParallel(lists.ended, AT_ONCE, ({ quote }) =>
              endingsInDayMail(deps, business, quote.key, { date, rep }),
            );
            const endings = ended.flat();
            const of = { deps, business, quotes, proposals, rep, url, show, mostDrafts: Number.POSITIVE_INFINITY };
            const { view, drafts } = await todayOf(of);
            return {
              mail: todayMail({ view, drafts, reminders, endings, url }),
              attachments: fitting(reminders.flatMap(({ attachments }) => attachments)),
            };
          },
        };
        return letter;
      },
    );
    return letters.filter(letter => letter !== null);
  });
};

/** Whoever may have been sent a proposal, with no quote of their own yet. */
const repsOf = ({ policy }: BusinessContext): readonly string[] =>
  [...Object.values(policy.people), ...policy.knownReps].map(address => address.toLowerCase());

const isBeingWritten = ({ state: { draft } }: QuoteReport, now: Date): boolean =>
  draft?.status === 'planned' && now.getTime() - Date.parse(draft.plannedAt) < WRITING_MS;
