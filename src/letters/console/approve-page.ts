import { formatMoney } from '../../kernel/money.ts';
import { type Html, html } from '../html/html.ts';
import { chip, letter } from '../page/parts.ts';
import { authorWords, type DraftView, leavesWords } from '../views/draft-view.ts';
import { capital, counted } from '../words/counted.ts';
import { moveName } from '../words/move-name.ts';
import { relativeDay, shortDate } from '../words/when.ts';
import { type Around, consolePage } from './console-page.ts';
import { paths, withQuery } from './paths.ts';
import { AS_CSV, takeCsv } from './take-all.ts';

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
  /** When the next check makes drafts, in words: `tomorrow at 09:00`. */
  readonly nextCheck: string;
}

/** The drafts that wait for a decision, the most valuable first. */
export const approvePage = ({ around, drafts, nextCheck }: ApprovePage): string =>
  consolePage(around, {
    heading: 'To approve',
    body:
      drafts.length === 0
        ? html`<div class="sheet empty"><h2>Nothing waits for a decision</h2><p>The next check is ${nextCheck}. You can <a href="${paths.clock}">move the clock</a> there.</p></div>`
        : [
            html`<p class="soft">${counted(drafts.length, 'draft')} ${drafts.length === 1 ? 'waits' : 'wait'}. Each is decided on its own page, the one its owner was mailed.</p>`,
            drafts.map(draftItem),
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
