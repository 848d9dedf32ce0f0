import { standingOf } from '../../aggregates/contact/contact.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import type { Business } from '../../application/business.ts';
import { quoteViewOf } from '../../application/draft-view.ts';
import { overrideOf } from '../../application/facts-of-row.ts';
import { inParallel } from '../../application/in-parallel.ts';
import { waitingDraftView } from '../../application/mail-draft.ts';
import { ownershipOf } from '../../application/notify.ts';
import { loadContact, loadQuote, personalFacts } from '../../application/quotes.ts';
import { reissueToken } from '../../application/tokens.ts';
import { unsealer } from '../../application/unseal.ts';
import type { World } from '../../application/world.ts';
import { cadenceFor } from '../../cadence/cadence-for.ts';
import { type ContactStanding, whatIsDue } from '../../cadence/due.ts';
import { tierFor } from '../../cadence/tier-for.ts';
import { DraftMailed } from '../../events/quote-events.ts';
import { quoteStream } from '../../events/stream-name.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { WaitingDraft } from '../../letters/console/approve-page.ts';
import type { TimelineItem } from '../../letters/console/quote-page.ts';
import type { QuoteRow } from '../../letters/console/quotes-page.ts';
import type { QuoteGroup, StepDot } from '../../letters/views/chain-view.ts';
import { moveName } from '../../letters/words/move-name.ts';
import { restReasonText } from '../../letters/words/rest-reason.ts';
import { localDateOf } from '../../letters/words/when.ts';

export interface Shown {
  readonly row: QuoteRow;
  readonly state: QuoteState;
}

const AHEAD_DAYS = 60;

/** Every quote of the mirror as the list shows it. */
export const quoteRows = async (world: World, business: Business): Promise<readonly Shown[]> =>
  inParallel([...business.mirror.rows.keys()], 16, key => quoteRow(world, business, key)).then(rows =>
    rows.filter(row => row !== null),
  );

export const quoteRow = async (world: World, business: Business, key: string): Promise<Shown | null> => {
  const loaded = await loadQuote(world, key);
  const { state } = loaded;
  if (!state.facts) return null;
  const view = quoteViewOf(state, await personalFacts(world, loaded), ownershipOf(state, business), business);
  const contact = standingOf((await loadContact(world, state.facts.contactRef)).state);
  const { why, next } = outlook(state, contact, business);
  const trouble = state.holds.includes('refused-row')
    ? 'mend the row'
    : state.draft?.status === 'unknown'
      ? 'did it arrive?'
      : contact === 'bounced'
        ? 'bad address'
        : null;
  const { quoteId, customer, amount, owner, expires } = view;
  const row: QuoteRow = {
    quoteId,
    customer,
    amount,
    owner: owner.name || owner.address,
    expires,
    group: groupOf(state),
    steps: dotsOf(state, next),
    next,
    why,
    trouble,
  };
  return { row, state };
};

const groupOf = (state: QuoteState): QuoteGroup => {
  if (state.closed !== null) return 'closed';
  if (state.expired) return 'expired';
  if (state.answered !== null) return 'answered';
  if (state.holds.length > 0) return 'held';
  switch (state.draft?.status) {
    case 'planned':
    case 'written':
    case 'mailed':
      return 'approve';
    case 'approved':
    case 'claimed':
    case 'unknown':
      return 'leaving';
    case undefined:
      return state.lastCallDealt || state.capTold ? 'quiet' : 'following';
  }
};

/** Why it rests today, and the first day ahead on which the same decisions would offer a step. */
const outlook = (
  state: QuoteState,
  contact: ContactStanding,
  { policy, today }: Business,
): { readonly why: string; readonly next: QuoteRow['next'] } => {
  const { facts, draft } = state;
  if (!facts) return { why: '', next: null };
  const cadence = cadenceFor(overrideOf(facts), tierFor({ minor: facts.minor, currency: facts.currency }, policy));
  const now = whatIsDue(state, contact, cadence, policy, today);
  const why =
    now.kind === 'rest'
      ? restReasonText(now.reason)
      : now.kind === 'offer'
        ? 'the next check offers it'
        : now.kind === 'expire'
          ? 'it expired'
          : 'the last call is due';
  if (draft) {
    const on = draft.sendAfter === null ? null : localDateOf(draft.sendAfter, policy.timezone);
    return {
      why,
      next: { what: `${moveName(draft.move)} ${draft.sendAfter === null ? 'waits for approval' : 'leaves'}`, on },
    };
  }
  for (let ahead = 0; ahead <= AHEAD_DAYS; ahead++) {
    const day: LocalDate = addDays(today, ahead);
    const due = whatIsDue(state, contact, cadence, policy, day);
    if (due.kind === 'offer') return { why, next: { what: moveName(due.offer.move), on: day } };
    if (due.kind === 'expire') return { why, next: { what: 'expires', on: day } };
  }
  return { why, next: null };
};

const dotsOf = (state: QuoteState, next: QuoteRow['next']): readonly StepDot[] => {
  const sent = state.nudges.map(({ move, day }): StepDot => ({ move, state: 'sent', day }));
  const { draft } = state;
  if (draft) {
    const waits = draft.status === 'planned' || draft.status === 'written' || draft.status === 'mailed';
    return [
      ...sent,
      {
        move: draft.move,
        state: draft.status === 'unknown' ? 'unknown' : waits ? 'waiting' : 'leaving',
        day: draft.checked,
      },
    ];
  }
  return next === null || next.what === 'expires'
    ? sent
    : [...sent, { move: state.everSent ? 'followup' : 'first_nudge', state: 'next', day: next.on }];
};

/** The drafts that wait, most valuable first, each with the link that its recipient was mailed. */
export const waitingDrafts = async (world: World, business: Business): Promise<readonly WaitingDraft[]> => {
  const drafts = await inParallel([...business.mirror.rows.keys()], 16, async key => {
    const loaded = await loadQuote(world, key);
    const { draft } = loaded.state;
    if (!draft || draft.status === 'approved' || draft.status === 'claimed' || draft.status === 'unknown') return null;
    const shown = await waitingDraftView(world, business, loaded);
    const [first] = draft.mailings;
    return (
      shown && {
        view: shown.view,
        asked: [shown.view.quote.owner.address],
        since: first ? localDateOf(first.mailedAt, business.policy.timezone) : null,
        url: await draftUrl(world, key),
      }
    );
  });
  return drafts.filter(draft => draft !== null).sort((a, b) => b.view.quote.amount.minor - a.view.quote.amount.minor);
};

/** The page of a quote's open draft, by the token of its newest mailing. */
export const draftUrl = async (world: World, key: string): Promise<string | null> => {
  const { state, stored } = await loadQuote(world, key);
  const mailing = state.draft?.mailings.at(-1);
  const event = stored.findLast(({ action }) => action === DraftMailed.name);
  if (!state.draft || !mailing || !event) return null;
  const sealed = await unsealer(world.keys)(DraftMailed, event);
  if (sealed === 'erased') return null;
  const token = await reissueToken(
    world,
    { stream: quoteStream(key), about: state.draft.id, recipient: sealed.to, mailing: mailing.mailing },
    mailing.tokenHash,
  );
  return token?.url ?? null;
};

/** What happened to a quote, oldest first, texts opened where they are not erased. */
export const timelineOf = async (world: World, key: string): Promise<readonly TimelineItem[]> => {
  const { stored } = await loadQuote(world, key);
  const { DraftEdited, DraftWritten } = await import('../../events/quote-events.ts');
  const open = unsealer(world.keys);
  return Promise.all(
    stored.map(async event => {
      const { version, ts, action, by_user, by_system, before, after, data } = event;
      const text =
        action === DraftWritten.name
          ? await open(DraftWritten, event)
          : action === DraftEdited.name
            ? await open(DraftEdited, event)
            : null;
      const letter =
        text === null ? null : { title: 'The text', ...(text === 'erased' ? { subject: '', text: 'erased' } : text) };
      const mailId =
        typeof data === 'object' && data !== null && 'messageId' in data && typeof data.messageId === 'string'
          ? data.messageId
          : null;
      return { version, at: ts, action, by: by_user ?? by_system ?? '', before, after, note: null, letter, mailId };
    }),
  );
};
