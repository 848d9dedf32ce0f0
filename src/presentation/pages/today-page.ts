import { formatMoney } from '../../kernel/money.ts';
import type { FlashMessage } from '../components/flash.ts';
import { ACT, button, factsList, folded, form, letter, note, type Target } from '../components/parts.ts';
import { coverWords } from '../emails/write-mail.ts';
import { type Html, html, type Value } from '../html.ts';
import { authorWords, type DraftView, draftFacts, leavesWords } from '../view-models/draft-view.ts';
import { personName } from '../view-models/facts.ts';
import type { QuoteView } from '../view-models/quote-view.ts';
import { sums, type TodayItem, type TodayView, todayCounts } from '../view-models/today-view.ts';
import { longDate } from '../when.ts';
import { counted, moveName } from '../wording.ts';
import { linkPage } from './page.ts';

/** What the day's page may ask for; each act on a draft names it by the form's hidden fields. */
export const todayActs = ['approve', 'skip', 'answered', 'hold', 'cancel', 'approve-all'] as const;
export type TodayAct = (typeof todayActs)[number];

export interface TodayPage {
  readonly view: TodayView;
  /** One for each draft of the view, in the same order: which draft, what was shown, the nonce. */
  readonly draftTargets: readonly Target[];
  /** The page of each draft alone, where its text can be edited; null where it was mailed to somebody else. */
  readonly draftUrls: readonly (string | null)[];
  /** Carries every draft shown with what was shown of it. */
  readonly allTarget: Target;
  /** Approved and still to be called back. */
  readonly leaving: readonly LeavingDraft[];
  readonly myQuotesUrl: string;
  readonly said: FlashMessage | null;
  /** Local date until which the link decides. */
  readonly goodUntil: string;
}

export interface LeavingDraft {
  readonly quote: Pick<QuoteView, 'quoteId' | 'customer'>;
  /** `Leaves Tue 3 March 2026, 09:02 (Asia/Singapore)`. */
  readonly words: string;
  readonly target: Target;
}

/** Where a draft stands on the page, so that an answer can lead on to the next: `#draft-Q-1042`. */
export const draftAnchor = (quoteId: string): string => `draft-${quoteId.replace(/[^A-Za-z0-9_-]/g, '_')}`;

/** Everything that waits for one rep on one day: drafts in full, to be approved one after another or all as shown. */
export const todayPage = (page: TodayPage): string => {
  const { view, said, goodUntil, myQuotesUrl } = page;
  const counts = todayCounts(view);
  return linkPage({
    heading: counts === '' ? 'Nothing waits for you' : counts.replace(/, ([^,]*)$/, ' and $1'),
    kicker: `${longDate(view.today)} · ${personName(view.rep)}`,
    body: [
      said !== null && note(said.tone, said.text),
      view.covering.map(({ away, until }) => note('wait', coverWords(away, until))),
      view.atRisk.length > 0 && html`<p>At risk: <strong>${sums(view.atRisk)}</strong>.</p>`,
      leaving(page),
      drafts(page),
      items('Replies nobody has taken', view.replies, 'Answer'),
      items('Ended without an answer', view.ended, 'Decide'),
      items('About to expire', view.expiring, 'Look'),
      items('Addresses that bounced', view.bounced, 'Mend'),
      proposals(view),
      html`<p><a class="button" href="${myQuotesUrl}">My quotes</a></p>`,
    ],
    foot: `This link is for ${view.rep.address} alone and decides until ${longDate(goodUntil)}. Opening the page sends nothing.`,
  });
};

const leaving = ({ leaving: approved }: TodayPage): Value =>
  approved.length > 0 &&
  html`<section class="sheet"><h2>Approved</h2><ul class="rows">${approved.map(
    ({ quote, words, target }) => html`
<li class="task"><div><p><strong>${quote.quoteId}</strong> <span dir="auto">${quote.customer}</span></p><p class="soft">${words}</p></div>${form(target, html`<button class="button stops" name="${ACT}" value="cancel">Cancel<span class="unseen"> ${quote.quoteId}</span></button>`)}</li>`,
  )}</ul></section>`;

const drafts = ({ view, draftTargets, draftUrls, allTarget }: TodayPage): Value => {
  const shown = view.drafts.flatMap((draft, index) => {
    const target = draftTargets[index];
    const url = draftUrls[index] ?? null;
    return target ? [{ draft, target, url, last: index === view.drafts.length - 1 }] : [];
  });
  if (shown.length === 0) return null;
  return html`<section class="stack" aria-labelledby="drafts"><h2 id="drafts">Drafts to approve</h2>
${shown.map(({ draft, target, url, last }) => draftSection(draft, target, url, last))}
${shown.length > 1 && html`<div class="sheet"><h3>All of them</h3>${form(allTarget, html`<div class="actions">${button('approve-all', `Approve all ${shown.length} shown`, 'main-act')}</div><p class="soft">Each is approved as it stands above, and each may still be cancelled for two minutes.</p>`)}</div>`}
${view.moreDrafts > 0 && html`<p class="soft">${counted(view.moreDrafts, 'more draft')} of less value: they stand here once these are decided.</p>`}</section>`;
};

const draftSection = (draft: DraftView, target: Target, url: string | null, last: boolean): Html => {
  const { quote } = draft;
  const author = authorWords(draft.author);
  return html`
<section class="stack draft-item" id="${draftAnchor(quote.quoteId)}"><div class="head"><p class="kicker">${quote.quoteId} · ${moveName(draft.move)} · ${formatMoney(quote.amount)}</p><h3 dir="auto">${quote.customer}</h3></div>
${letter(`Draft for ${quote.quoteId}`, draft.subject, draft.text)}
${author !== null && note('info', author)}
${form(target, html`<div class="actions">${button('approve', last ? 'Approve' : 'Approve & next', 'main-act')}</div><p class="soft">Leaves ${leavesWords(draft)}.</p>`)}
${folded('Facts, edit, or not to send it', html`<div class="stack">${factsList(draftFacts(draft))}${url !== null && html`<p><a class="button" href="${url}">Edit it on its own page</a></p>`}${form(target, html`<div class="actions">${button('skip', 'Skip this one')}${button('answered', 'They already answered')}${button('hold', 'Hold')}</div>`)}</div>`)}</section>`;
};

const items = (title: string, all: readonly TodayItem[], label: string): Value =>
  all.length > 0 &&
  html`<section class="sheet"><h2>${title}</h2><ul class="rows">${all.map(
    ({ quote, words, url }) => html`
<li class="task"><div><p><strong>${quote.quoteId}</strong> <span dir="auto">${quote.customer}</span>, <span class="number nowrap">${formatMoney(quote.amount)}</span></p><p class="soft">${words}</p></div>${
      url !== null && html`<a class="button" href="${url}">${label}<span class="unseen"> ${quote.quoteId}</span></a>`
    }</li>`,
  )}</ul></section>`;

const proposals = ({ proposals: all }: TodayView): Value =>
  all.length > 0 &&
  html`<section class="sheet"><h2>${counted(all.length, 'proposed row')}</h2><ul class="rows">${all.map(
    ({ number, customer, amount, url }) => html`
<li class="task"><p><strong>${number === '' ? 'No number' : number}</strong> <span dir="auto">${customer}</span>${amount !== '' && `, ${amount}`}</p>${url !== null && html`<a class="button" href="${url}">Look<span class="unseen"> at ${number}</span></a>`}</li>`,
  )}</ul></section>`;
