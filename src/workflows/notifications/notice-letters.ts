import type { ContactState } from '../../aggregates/contact.ts';
import { mailAggregate } from '../../aggregates/mail.ts';
import type { ClosedDraft, QuoteState, Reply } from '../../aggregates/quote/state.ts';
import { addressOf } from '../../cadence/owner.ts';
import { wallClock } from '../../cadence/sending-hours.ts';
import { type Loaded, load } from '../../event-store/load.ts';
import type { NoticeKind } from '../../events/quote-events.ts';
import { mailStream, quoteStream } from '../../events/stream-id.ts';
import type { OutgoingAttachment } from '../../ports/mail.ts';
import {
  type AddressFault,
  badAddressMail,
  capNotice,
  expiredNotice,
  type Notice as LetterNotice,
  quoteNotice,
  refusedSendMail,
  repWroteMail,
  unknownSendMail,
} from '../../presentation/emails/quote-notices.ts';
import { type Passing, replyMail } from '../../presentation/emails/reply-mail.ts';
import { rowWriteNotice, type UnwrittenCell } from '../../presentation/emails/row-write-notice.ts';
import type { Addressee, WrittenMail } from '../../presentation/emails/write-mail.ts';
import type { QuoteView } from '../../presentation/view-models/quote-view.ts';
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
  const { state } = loaded;
  const { today, policy } = business;
  const quote = quoteViewOf(state, await personalFacts(deps, loaded), ownershipOf(state, business), business);
  const of = {
    quote,
    today,
    zone: policy.timezone,
    to: addresseeOf(addressed, quote.owner.address, business),
    url: addressed.url,
  };
  switch (addressed.notice) {
    case 'expired':
    case 'cap':
      return { mail: quoteNotice(of, endingNotice(state, quote, addressed.notice)) };
    case 'bad-address': {
      const contact = await loadContact(deps, addressed.about);
      const alsoOf = [...business.mirror.rows.values()].filter(
        row => row.contact.toLowerCase() === quote.contact.toLowerCase() && row.key !== quoteStream(quoteId),
      );
      return {
        mail: badAddressMail({
          ...of,
          fault: addressFaultOf(contact.state, today),
          alsoOf: alsoOf.map(row => row.quoteId),
        }),
      };
    }
    case 'unknown-send':
    case 'refused': {
      const draft =
        state.draft?.id === addressed.about ? state.draft : state.closedDrafts.find(({ id }) => id === addressed.about);
      const text = draft ? await draftTextAt(deps, loaded.stored, draft.textVersion) : null;
      if (!draft || text === null || text === 'erased') return null;
      const shown = { move: draft.move, ...text };
      return addressed.notice === 'refused'
        ? { mail: refusedSendMail({ ...of, draft: shown, reason: 'reason' in draft ? (draft.reason ?? '') : '' }) }
        : { mail: unknownSendMail({ ...of, draft: shown, claimedAt: claimedAt(draft, business) }) };
    }
    case 'rep-mail': {
      const mail = await load(deps, mailStream(addressed.about), mailAggregate);
      if (mail.state.key === null || mail.state.receivedAt === null) return null;
      const { view } = await passedMessage(deps, mail.state.key, mail.state.receivedAt);
      const proposes = (await loadProposal(deps, addressed.about)).state.made !== null;
      return { mail: repWroteMail({ ...of, message: view, proposes }) };
    }
    case 'reply':
    case 'reply-again':
    case 'reply-admin':
      return writeReply(deps, business, loaded, addressed, quote);
    case 'row-write': {
      const unwritten = unwrittenIn(state, quoteId, business);
      return unwritten && { mail: quoteNotice(of, rowWriteNotice({ quote, ...unwritten })) };
    }
    case 'unsure':
    case 'hold':
      return null;
  }
};

/** What the owner is told of a quote that ended without an answer. */
export const endingNotice = (state: QuoteState, quote: QuoteView, ending: 'expired' | 'cap'): LetterNotice =>
  ending === 'expired'
    ? expiredNotice({ quote, touches: contactHistory(state) })
    : capNotice({ quote, nudges: state.sentInChain, touches: contactHistory(state) });

/** The cell that a person's decision could not be written into, as a person finds it; null once it says so. */
export const unwrittenIn = (
  { unwritten }: Pick<QuoteState, 'unwritten'>,
  quoteId: string,
  { mirror }: Pick<BusinessContext, 'mirror'>,
): UnwrittenCell | null => {
  if (!unwritten?.failed) return null;
  const row = mirror.rows.get(quoteStream(quoteId))?.row ?? null;
  return { row, value: unwritten.value, problem: unwritten.failed.problem };
};

const claimedAt = (draft: NonNullable<QuoteState['draft']> | ClosedDraft, { now }: BusinessContext): string =>
  'claim' in draft && draft.claim ? draft.claim.at : now.toISOString();

export const addressFaultOf = (contact: ContactState, today: string): AddressFault => {
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
