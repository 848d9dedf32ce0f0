import type { QuoteState } from '../aggregates/quote/state.ts';
import { nameOf } from '../cadence/owner.ts';
import type { Loaded } from '../event-store/load.ts';
import { unsealer } from '../event-store/sealing.ts';
import { DraftMailed } from '../events/quote-events.ts';
import { quoteStream } from '../events/stream-id.ts';
import { inParallel } from '../kernel/in-parallel.ts';
import { formatMoney, majorUnits } from '../kernel/money.ts';
import { chip, letter } from '../presentation/components/parts.ts';
import { harmlessCsv } from '../presentation/csv-export.ts';
import { type Html, html } from '../presentation/html.ts';
import { authorWords, type DraftView, leavesWords } from '../presentation/view-models/draft-view.ts';
import { clockTime, localDateOf, relativeDay, shortDate } from '../presentation/when.ts';
import { capital, counted, moveName } from '../presentation/wording.ts';
import type { Dependencies } from '../workflows/dependencies.ts';
import { reissueToken } from '../workflows/notifications/tokens.ts';
import { waitingDraftView } from '../workflows/nudges/mail-draft.ts';
import { loadQuote } from '../workflows/quotes.ts';
import { type Around, consolePage, PAGE, type Paging, pageOf, pager, paths, withQuery } from './console-page.ts';
import { AS_CSV, exported, takeCsv, wantsCsv } from './exports.ts';
import type { ShelvedQuote } from './quote-cache.ts';
import { type ConsoleResponse, shown } from './request.ts';
import { aroundOf, awaitsDecision, type Visit } from './visit.ts';

export interface WaitingDraft {
  readonly view: DraftView;
  /** Who was asked. */
  readonly asked: readonly string[];
  /** Local date of the first mailing; null while the mail is not out yet. */
  readonly since: string | null;
  /** The page where it is decided; null while no mail has left. */
  readonly url: string | null;
}

export interface ApprovePage {
  readonly around: Around;
  readonly drafts: readonly WaitingDraft[];
  readonly paging: Paging;
  /** When the next check makes drafts, in words: `tomorrow at 09:00`. */
  readonly nextCheck: string;
}

/** The drafts that wait for a decision, the most valuable first. */
export const approvePage = ({ around, drafts, paging, nextCheck }: ApprovePage): string =>
  consolePage(around, {
    heading: 'To approve',
    body:
      paging.total === 0
        ? html`<div class="sheet empty"><h2>Nothing waits for a decision</h2><p>The next check is ${nextCheck}. You can <a href="${paths.clock}">move the clock</a> there.</p></div>`
        : [
            html`<p class="soft">${counted(paging.total ?? drafts.length, 'draft')} ${paging.total === 1 ? 'waits' : 'wait'}. Each is decided on its own page, the one its owner was mailed.</p>`,
            drafts.map(draftItem),
            pager(paging),
            takeCsv(withQuery(paths.approve, AS_CSV)),
          ],
  });

const draftItem = ({ view, asked, since, url }: WaitingDraft): Html => {
  const { quote } = view;
  const author = authorWords(view.author);
  return html`
<section class="sheet draft-item"><div class="title"><h2><a href="${paths.quote(quote.quoteId)}">${quote.quoteId}</a>, ${quote.customer}</h2><p class="number">${formatMoney(quote.amount)}</p></div>
<p class="soft">${capital(moveName(view.move))}, sent ${relativeDay(quote.sent, view.today)}. Asked: ${asked.length === 0 ? 'nobody yet' : asked.join(', ')}${since !== null && `, since ${shortDate(since)}`}.${author !== null && html` ${chip('info', author)}`}</p>
${letter(`Draft for ${quote.quoteId}`, view.subject, view.text)}
<div class="actions">${url === null ? html`<p class="soft">Its mail is about to leave.</p>` : html`<a class="button main-act" href="${url}">Read and decide</a>`}<p class="soft">If approved now it leaves ${leavesWords(view)}.</p></div></section>`;
};

/** The page where the waiting draft is decided, as its newest mail links it; null while none waits or its mail is not out. */
export const approveLink = async (
  deps: Pick<Dependencies, 'keys' | 'secrets' | 'installation'>,
  { state, stored }: Loaded<QuoteState>,
): Promise<string | null> => {
  const { draft, facts } = state;
  const mailing = draft?.status === 'mailed' ? draft.mailings.at(-1) : undefined;
  if (!draft || !mailing || !facts) return null;
  const event = stored.find(
    ({ action, data }) =>
      action === DraftMailed.name && DraftMailed.data.is(data) && data.tokenHash === mailing.tokenHash,
  );
  const sealed = event ? await unsealer(deps.keys)(DraftMailed, event) : 'erased';
  if (sealed === 'erased') return null;
  const subject = {
    stream: quoteStream(facts.number),
    about: draft.id,
    recipient: sealed.to,
    mailing: mailing.mailing,
  };
  return (await reissueToken(deps, subject, mailing.tokenHash))?.url ?? null;
};

/** To whom each mailing of the waiting draft went; who was erased is left out. */
export const askedFor = async (
  deps: Pick<Dependencies, 'keys'>,
  { state, stored }: Loaded<QuoteState>,
): Promise<readonly string[]> => {
  const open = unsealer(deps.keys);
  const hashes = new Set(state.draft?.mailings.map(({ tokenHash }) => tokenHash));
  const mailed = stored.filter(
    ({ action, data }) => action === DraftMailed.name && DraftMailed.data.is(data) && hashes.has(data.tokenHash),
  );
  const sealed = await Promise.all(mailed.map(event => open(DraftMailed, event)));
  return [...new Set(sealed.flatMap(part => (part === 'erased' ? [] : [part.to])))];
};

const AT_ONCE = 16;

/** The drafts that wait for a decision, a page of them, with the page where each is decided. Only what is shown is read from the log. */
export const showApprove = async (visit: Visit): Promise<ConsoleResponse> => {
  const waiting = visit.shelf.quotes.filter(awaitsDecision).toSorted(byWorth);
  if (wantsCsv(visit)) return exportDrafts(visit, await draftsOf(visit, waiting));
  const { rows, paging } = pageOf(waiting, visit.request.query.get(PAGE), paths.approve, {});
  return shown(
    approvePage({
      around: aroundOf('approve', visit),
      drafts: await draftsOf(visit, rows),
      paging,
      nextCheck: await nextCheck(visit),
    }),
  );
};

const draftsOf = async (visit: Visit, quotes: readonly ShelvedQuote[]): Promise<readonly WaitingDraft[]> =>
  (await inParallel(quotes, AT_ONCE, ({ key }) => waitingDraft(visit, key))).filter(draft => draft !== null);

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

/** The most valuable first; the same order at each look, so that no draft falls between two pages. */
const byWorth = (a: ShelvedQuote, b: ShelvedQuote): number => worthOf(b) - worthOf(a) || (a.key < b.key ? -1 : 1);

const worthOf = ({ state: { facts } }: ShelvedQuote): number => (facts === null ? -1 : majorUnits(facts));

const waitingDraft = async ({ deps, business }: Visit, key: string): Promise<WaitingDraft | null> => {
  const loaded = await loadQuote(deps, key);
  const shownDraft = await waitingDraftView(deps, business, loaded);
  if (!shownDraft) return null;
  const { draft, view } = shownDraft;
  const [url, asked] = await Promise.all([approveLink(deps, loaded), askedFor(deps, loaded)]);
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
