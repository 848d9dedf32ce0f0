import * as E from 'fp-ts/lib/Either.js';
import { endingsDue, type NotifyTask, remindersDue } from '../../aggregates/quote/pending-tasks.ts';
import type { Draft, QuoteState } from '../../aggregates/quote/state.ts';
import { standInFor } from '../../cadence/owner.ts';
import { wallClock } from '../../cadence/sending-hours.ts';
import type { Loaded } from '../../event-store/load.ts';
import { quoteStream } from '../../events/stream-id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { OutgoingAttachment } from '../../ports/mail.ts';
import type { RemindedReply, ToldEnding } from '../../presentation/emails/today-mail.ts';
import type { Asking } from '../../presentation/view-models/facts.ts';
import { untakenReply } from '../../reports/digest-lists.ts';
import { awaitsDecision } from '../../reports/today-lists.ts';
import { type BusinessContext, ownershipOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { endingOf, replyViewOf } from '../notifications/notice-letters.ts';
import { addresseeFor, announceNotice, noticeSubject } from '../notifications/notify.ts';
import { reissueToken } from '../notifications/tokens.ts';
import { personOf, quoteViewOf } from '../nudges/draft-view.ts';
import { announceDraft, askingOf, type MailDraft, waitingDraftView } from '../nudges/mail-draft.ts';
import { loadQuote, personalFacts } from '../quotes.ts';
import { dayOfIn } from './read-quote-reports.ts';
import type { TodayDraft } from './today-view.ts';

/** A notice for the owner, another for the admin, who may be one person; and a writer or two who came between. */
const MAX_ATTEMPTS = 5;

/**
 * The quote once every notice that is due to this person stands in the log as the day's mail's, with its link's hash. Null
 * when others write at it without end; what is due then has a letter of its own.
 */
export const announceInDayMail = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteKey: string,
  { date, rep }: DayMailOf,
  due: (state: QuoteState) => readonly NotifyTask[],
): Promise<Loaded<QuoteState> | null> => {
  for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
    const loaded = await loadQuote(deps, quoteKey);
    const next = due(loaded.state).find(({ to }) => addresseeFor(loaded.state, to, business) === rep);
    if (!next) return loaded;
    const { notice, about } = next;
    await announceNotice(deps, business, quoteKey, loaded, { notice, about, to: rep, dayMail: date });
  }
  deps.log('warn', 'NoticeNotInDayMail', { stream: quoteKey });
  return null;
};

/** A draft of the day's mail, with why this person is asked. */
export interface AskedOfDay extends TodayDraft {
  readonly asking: Asking;
}

export interface DayMailOf {
  readonly date: LocalDate;
  /** To whom the day's mail goes, lower-case. */
  readonly rep: string;
}

/**
 * A draft as the day's mail carries it, with a link of its own whose hash is in the log before the mail leaves. A run
 * that was cut off finds its link there and gives the same again. Null when it no longer waits for a decision.
 */
export const draftInDayMail = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteKey: string,
  { date, rep }: DayMailOf,
): Promise<AskedOfDay | null> => {
  const ref = referenceOf(await deps.secrets.refKey(), rep);
  for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
    const loaded = await loadQuote(deps, quoteKey);
    const shown = awaitsDecision(loaded) ? await waitingDraftView(deps, business, loaded) : null;
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
      return shownAs(known.kind, (await reissueToken(deps, subject, known.tokenHash))?.url ?? null);
    }
    const as = kindOf(draft, { date, rep, ref }, business);
    const announced = await announceDraft(deps, business, quoteKey, loaded, {
      draft,
      view,
      to: rep,
      mailing: draft.mailings.length + 1,
      as,
      dayMail: date,
    });
    if (E.isRight(announced)) return shownAs(as, announced.right.url);
  }
  deps.log('warn', 'DraftNotInDayMail', { stream: quoteKey });
  return null;
};

/** As what this mailing counts: to whoever answers for the draft, for the first time or again, or to the admin besides. */
const kindOf = (
  { owner, mailings }: Draft,
  { date, rep, ref }: DayMailOf & { readonly ref: string },
  { policy }: BusinessContext,
): MailDraft['as'] => {
  if (standInFor(owner, policy, date) !== rep) return 'admin';
  if (mailings.length === 0) return 'first';
  if (!mailings.some(({ recipientRef }) => recipientRef === ref)) return 'cover';
  return mailings.some(({ mailedAt }) => wallClock(new Date(mailedAt), policy.timezone).date < date)
    ? 'again'
    : 'first';
};

/**
 * That a quote ended without an answer, as the day's mail tells its owner, with a link whose hash is in the log before
 * the mail leaves. A run that was cut off finds its link there and gives the same again.
 */
export const endingsInDayMail = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteKey: string,
  { date, rep }: DayMailOf,
): Promise<readonly ToldEnding[]> => {
  const loaded = await announceInDayMail(deps, business, quoteKey, { date, rep }, endingsDue);
  if (!loaded) return [];
  const { state } = loaded;
  const ref = referenceOf(await deps.secrets.refKey(), rep);
  const quote = quoteViewOf(state, await personalFacts(deps, loaded), ownershipOf(state, business), business);
  const told = state.notices.map(async (known): Promise<ToldEnding | null> => {
    const { notice, dayMail, recipientRef, tokenHash } = known;
    if ((notice !== 'expired' && notice !== 'cap') || dayMail !== date || recipientRef !== ref || !tokenHash)
      return null;
    const link = await reissueToken(deps, noticeSubject(quoteKey, known, rep), tokenHash);
    return link && { quote, asked: endingOf(state, notice), url: link.url };
  });
  return (await Promise.all(told)).filter(ending => ending !== null);
};

/** A reply of the day's mail, with what came with it. */
export interface ReplyOfDay extends RemindedReply {
  readonly attachments: readonly OutgoingAttachment[];
}

/**
 * The reply of which the day's mail reminds this person, with a link of its own whose hash is in the log before the mail
 * leaves. A run that was cut off finds its link there and gives the same again. Null when no reminder is due to them.
 */
export const replyInDayMail = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteKey: string,
  { date, rep }: DayMailOf,
): Promise<ReplyOfDay | null> => {
  const due = (state: QuoteState): readonly NotifyTask[] => remindersDue(state, business.policy, date);
  const loaded = await announceInDayMail(deps, business, quoteKey, { date, rep }, due);
  if (!loaded) return null;
  const { state } = loaded;
  const ref = referenceOf(await deps.secrets.refKey(), rep);
  const reply = untakenReply(state);
  const known = state.notices.find(
    ({ about, dayMail, recipientRef }) => about === reply?.id && dayMail === date && recipientRef === ref,
  );
  if (!reply || !known?.tokenHash) return null;
  const link = await reissueToken(deps, noticeSubject(quoteKey, known, rep), known.tokenHash);
  if (!link) return null;
  const { view, passed } = await replyViewOf(deps, business, loaded, reply);
  const since = dayOfIn(business)(reply.at);
  const { owner } = ownershipOf(state, business);
  const isOwn = standInFor(owner, business.policy, date) === rep;
  return {
    view,
    passing: isOwn ? { kind: 'again', since } : { kind: 'admin', since, owner: personOf(owner, business) },
    url: link.url,
    sender: passed.sender,
    attachments: passed.attachments,
  };
};
