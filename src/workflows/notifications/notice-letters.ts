import type { ContactState } from '../../aggregates/contact.ts';
import { mailAggregate } from '../../aggregates/mail.ts';
import type { QuoteState, Reply } from '../../aggregates/quote/state.ts';
import { addressOf } from '../../cadence/owner.ts';
import { wallClock } from '../../cadence/sending-hours.ts';
import { type Loaded, load } from '../../event-store/load.ts';
import type { NoticeKind } from '../../events/quote-events.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import { mailStream, quoteStream } from '../../events/stream-id.ts';
import type { OutgoingAttachment } from '../../ports/mail.ts';
import { type Passing, replyMail } from '../../presentation/emails/reply-mail.ts';
import type { Addressee, WrittenMail } from '../../presentation/emails/write-mail.ts';
import { type AddressFault, type Asked, noticeMail, type UnwrittenCell } from '../../presentation/quote-notices.ts';
import type { ReplyView } from '../../presentation/view-models/reply-view.ts';
import { type BusinessContext, ownershipOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { contactHistory, quoteViewOf } from '../nudges/draft-view.ts';
import { loadProposal } from '../proposals/proposals.ts';
import { draftTextAt, loadContact, personalFacts } from '../quotes.ts';
import { passedMessage } from '../replies/message-view.ts';

export interface Written {
  readonly mail: WrittenMail;
  readonly replyTo?: string;
  readonly attachments?: readonly OutgoingAttachment[];
}

export interface Addressed {
  readonly notice: NoticeKind;
  readonly about: string;
  readonly to: string;
  readonly role: 'owner' | 'admin';
  readonly url: string;
}

/** The letter of a notice; null where what it is about is gone. */
export const writeNotice = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  addressed: Addressed,
): Promise<Written | null> => {
  const quote = quoteViewOf(
    loaded.state,
    await personalFacts(deps, loaded),
    ownershipOf(loaded.state, business),
    business,
  );
  switch (addressed.notice) {
    case 'reply':
    case 'reply-again':
    case 'reply-admin':
      return writeReply(deps, business, loaded, addressed, quote);
    case 'row-write':
      if (unwrittenIn(loaded.state, quoteId, business) === null) return null;
  }
  const asked = await askedBy(deps, business, loaded, {
    kind: addressed.notice,
    about: addressed.about,
    key: quoteStream(quoteId),
    since: business.now.toISOString(),
    contact: quote.contact,
  });
  const of = {
    quote,
    today: business.today,
    zone: business.policy.timezone,
    to: addresseeOf(addressed, quote.owner.address, business),
    url: addressed.url,
  };
  return asked && { mail: noticeMail(of, asked) };
};

/** Which question it is of a quote. */
export interface Question {
  readonly kind: string;
  readonly about: string;
  /** The quote's stream. */
  readonly key: string;
  /** UTC instant (ISO), for what has no time of its own. */
  readonly since: string;
  /** The quote's contact. */
  readonly contact: string;
}

/** A question with all that it is about, for its letter and for its page; null where that is gone. */
export const askedBy = async (
  deps: Dependencies,
  business: BusinessContext,
  loaded: Loaded<QuoteState>,
  { kind, about, key, since, contact }: Question,
): Promise<Asked | null> => {
  const { state, stored } = loaded;
  switch (kind) {
    case 'expired':
    case 'cap':
      return endingOf(state, kind);
    case 'bad-address': {
      const closed = await loadContact(deps, about);
      const same = [...business.mirror.rows.values()].filter(
        row => row.contact.toLowerCase() === contact.toLowerCase() && row.key !== key,
      );
      const fault = addressFaultOf(closed.state, business.today);
      return { kind, fault, alsoOf: same.map(({ quoteId }) => quoteId) };
    }
    case 'unknown-send':
    case 'refused': {
      const draft = state.draft?.id === about ? state.draft : state.closedDrafts.find(({ id }) => id === about);
      const text = draft ? await draftTextAt(deps, stored, draft.textVersion) : null;
      if (!draft || text === null || text === 'erased') return null;
      const shown = { move: draft.move, ...text };
      return kind === 'refused'
        ? { kind, draft: shown, reason: 'reason' in draft ? (draft.reason ?? '') : '' }
        : { kind, draft: shown, claimedAt: claimedAt(stored, about) ?? since };
    }
    case 'rep-mail': {
      const mail = await load(deps, mailStream(about), mailAggregate);
      if (mail.state.key === null) return null;
      const { view } = await passedMessage(deps, mail.state.key, mail.state.receivedAt ?? since);
      const proposes = (await loadProposal(deps, about)).state.made !== null;
      return { kind, message: view, proposes };
    }
    case 'row-write':
      return { kind, cell: unwrittenIn(state, key, business) };
    default:
      return null;
  }
};

/** What the owner is told of a quote that ended without an answer. */
export const endingOf = (state: QuoteState, kind: 'expired' | 'cap'): Asked<'expired' | 'cap'> => {
  const touches = contactHistory(state);
  return kind === 'expired' ? { kind, touches } : { kind, nudges: state.sentInChain, touches };
};

/** The cell that a person's decision could not be written into, as a person finds it; null once it says so. */
const unwrittenIn = (
  { unwritten }: Pick<QuoteState, 'unwritten'>,
  quoteId: string,
  { mirror }: Pick<BusinessContext, 'mirror'>,
): UnwrittenCell | null => {
  if (!unwritten?.failed) return null;
  const row = mirror.rows.get(quoteStream(quoteId))?.row ?? null;
  return { row, value: unwritten.value, problem: unwritten.failed.problem };
};

const claimedAt = (stored: readonly StoredEvent[], draftId: string): string | null =>
  stored.findLast(event => event.action === 'SendClaimed' && isAbout(event, draftId))?.ts ?? null;

const isAbout = ({ data }: StoredEvent, draftId: string): boolean =>
  typeof data === 'object' && data !== null && 'draftId' in data && data.draftId === draftId;

const addressFaultOf = (contact: ContactState, today: string): AddressFault => {
  return contact.hardBounced
    ? { kind: 'hard', day: today, said: null }
    : { kind: 'soft', days: contact.softBounces.slice(-3), said: null };
};

const addresseeOf = ({ to, role }: Addressed, owner: string, { policy, today }: BusinessContext): Addressee => {
  if (role === 'admin') return { as: 'admin' };
  if (to === owner) return { as: 'owner' };
  const away = policy.away.find(
    ({ person, from, to: until }) => addressOf(person, policy) === owner && from <= today && today <= until,
  );
  return away ? { as: 'cover', away: { name: away.person, address: owner }, until: away.to } : { as: 'owner' };
};

/** A reply as letters and its page show it. */
export const replyViewOf = async (
  deps: Dependencies,
  business: BusinessContext,
  loaded: Loaded<QuoteState>,
  reply: Reply,
): Promise<{ view: ReplyView; passed: Awaited<ReturnType<typeof passedMessage>> }> => {
  const { state } = loaded;
  const quote = quoteViewOf(state, await personalFacts(deps, loaded), ownershipOf(state, business), business);
  const passed = await passedMessage(deps, reply.bodyKey, reply.at);
  const view: ReplyView = {
    quote,
    replyId: reply.id,
    message: passed.view,
    label: reply.label ?? 'question',
    labelledBy: reply.labelledBy ?? 'failure',
    awayUntil: reply.label === 'out-of-office' ? reply.deferUntil : null,
    resumeOffer: reply.resumeOffer,
    otherSender: !reply.fromContact,
    authenticated: reply.authenticated,
    crossed: reply.leaving,
    earlier: state.nudges.map(({ move, day }) => ({ move, day })),
    today: business.today,
    zone: business.policy.timezone,
  };
  return { view, passed };
};

const writeReply = async (
  deps: Dependencies,
  business: BusinessContext,
  loaded: Loaded<QuoteState>,
  addressed: Addressed,
  quote: ReplyView['quote'],
): Promise<Written | null> => {
  const reply = loaded.state.replies.find(({ id }) => id === addressed.about);
  if (!reply) return null;
  const { view, passed } = await replyViewOf(deps, business, loaded, reply);
  const since = wallClock(new Date(reply.at), business.policy.timezone).date;
  const mail = replyMail({ view, passing: passingOf(addressed, since, quote, business), url: addressed.url });
  return { mail, attachments: passed.attachments, ...(passed.sender === null ? {} : { replyTo: passed.sender }) };
};

const passingOf = (
  addressed: Addressed,
  since: string,
  quote: ReplyView['quote'],
  business: BusinessContext,
): Passing => {
  if (addressed.notice === 'reply-admin') return { kind: 'admin', since, owner: quote.owner };
  if (addressed.notice === 'reply-again') return { kind: 'again', since };
  const addressee = addresseeOf(addressed, quote.owner.address, business);
  return addressee.as === 'cover' ? { kind: 'cover', away: addressee.away, until: addressee.until } : { kind: 'first' };
};
