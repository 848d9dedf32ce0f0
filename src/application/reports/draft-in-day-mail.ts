import type { Draft } from '../../aggregates/quote/state.ts';
import { wallClock } from '../../cadence/next-allowed-minute.ts';
import { standInFor } from '../../cadence/owner.ts';
import { quoteStream } from '../../events/stream-name.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { Asking } from '../../letters/views/asking.ts';
import { awaitsDecision } from '../../reports/today-lists.ts';
import type { Business } from '../business.ts';
import { announceDraft, askingOf, type MailDraft, waitingDraftView } from '../mail-draft.ts';
import { loadQuote } from '../quotes.ts';
import { reissueToken } from '../tokens.ts';
import type { World } from '../world.ts';
import type { TodayDraft } from './today-view.ts';

/** A draft of the day's mail, with why this person is asked. */
export interface AskedOfDay extends TodayDraft {
  readonly asking: Asking;
}

export interface DayMailOf {
  readonly date: LocalDate;
  /** To whom the day's mail goes, lower-case. */
  readonly rep: string;
}

/** Two writers at one quote at one moment are rare; more than a few in a row are a fault. */
const MOST_TRIES = 5;

/**
 * A draft as the day's mail carries it, with a link of its own whose hash is in the log before the mail leaves. A run
 * that was cut off finds its link there and gives the same again. Null when it no longer waits for a decision.
 */
export const draftInDayMail = async (
  world: World,
  business: Business,
  quoteKey: string,
  { date, rep }: DayMailOf,
): Promise<AskedOfDay | null> => {
  const ref = referenceOf(await world.secrets.refKey(), rep);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const loaded = await loadQuote(world, quoteKey);
    const shown = awaitsDecision(loaded) ? await waitingDraftView(world, business, loaded) : null;
    if (!shown) return null;
    const { draft, view } = shown;
    const shownAs = (as: MailDraft['as'], url: string | null): AskedOfDay => ({
      quoteKey,
      view,
      textHash: draft.textHash ?? '',
      url,
      asking: askingOf(as, draft, business),
    });
    const known = draft.mailings.find(({ dayMail, recipientRef }) => dayMail === date && recipientRef === ref);
    if (known) {
      const subject = { stream: quoteStream(quoteKey), about: draft.id, recipient: rep, mailing: known.mailing };
      return shownAs(known.kind, (await reissueToken(world, subject, known.tokenHash))?.url ?? null);
    }
    const as = kindOf(draft, { date, rep, ref }, business);
    const announced = await announceDraft(world, business, quoteKey, loaded, {
      draft,
      view,
      to: rep,
      mailing: draft.mailings.length + 1,
      as,
      dayMail: date,
    });
    if (announced) return shownAs(as, announced.delivery.token.url);
  }
  world.log('warn', 'DraftNotInDayMail', { stream: quoteKey });
  return null;
};

/** As what this mailing counts: to whoever answers for the draft, for the first time or again, or to the admin besides. */
const kindOf = (
  { owner, mailings }: Draft,
  { date, rep, ref }: DayMailOf & { readonly ref: string },
  { policy }: Business,
): MailDraft['as'] => {
  if (standInFor(owner, policy, date) !== rep) return 'admin';
  if (mailings.length === 0) return 'first';
  if (!mailings.some(({ recipientRef }) => recipientRef === ref)) return 'cover';
  return mailings.some(({ mailedAt }) => wallClock(new Date(mailedAt), policy.timezone).date < date)
    ? 'again'
    : 'first';
};
