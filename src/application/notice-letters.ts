import type { ContactState } from '../aggregates/contact/contact.ts';
import { mailAggregate } from '../aggregates/mail.ts';
import type { QuoteState, Reply, Settled } from '../aggregates/quote/state.ts';
import { wallClock } from '../cadence/next-allowed-minute.ts';
import { addressOf } from '../cadence/owner.ts';
import type { NoticeKind } from '../events/quote-events.ts';
import { mailStream, quoteStream } from '../events/stream-name.ts';
import type { Addressee } from '../letters/mail/addressee.ts';
import { type AddressFault, badAddressMail } from '../letters/mail/bad-address-mail.ts';
import { capNotice } from '../letters/mail/cap-notice.ts';
import { expiredNotice } from '../letters/mail/expired-notice.ts';
import { type Notice as LetterNotice, quoteNotice } from '../letters/mail/quote-notice.ts';
import { refusedSendMail } from '../letters/mail/refused-send-mail.ts';
import { repWroteMail } from '../letters/mail/rep-wrote-mail.ts';
import type { Passing } from '../letters/mail/reply-blocks.ts';
import { replyMail } from '../letters/mail/reply-mail.ts';
import { rowWriteNotice, type UnwrittenCell } from '../letters/mail/row-write-notice.ts';
import { unknownSendMail } from '../letters/mail/unknown-send-mail.ts';
import type { WrittenMail } from '../letters/mail/write-mail.ts';
import type { QuoteView } from '../letters/views/quote-view.ts';
import type { ReplyView } from '../letters/views/reply-view.ts';
import type { OutgoingAttachment } from '../ports/mailer.ts';
import type { Business } from './business.ts';
import { quoteViewOf } from './draft-view.ts';
import { type Loaded, load } from './load.ts';
import { passedMessage } from './message-view.ts';
import { ownershipOf } from './ownership-of.ts';
import { loadProposal } from './proposals.ts';
import { draftTextAt, loadContact, personalFacts } from './quotes.ts';
import { touchesOf } from './touches.ts';
import type { World } from './world.ts';

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
  world: World,
  business: Business,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  addressed: Addressed,
): Promise<Written | null> => {
  const { state } = loaded;
  const { today, policy } = business;
  const quote = quoteViewOf(state, await personalFacts(world, loaded), ownershipOf(state, business), business);
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
      const contact = await loadContact(world, addressed.about);
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
        state.draft?.id === addressed.about ? state.draft : state.settled.find(({ id }) => id === addressed.about);
      const text = draft ? await draftTextAt(world, loaded.stored, draft.textVersion) : null;
      if (!draft || text === null || text === 'erased') return null;
      const shown = { move: draft.move, ...text };
      return addressed.notice === 'refused'
        ? { mail: refusedSendMail({ ...of, draft: shown, reason: 'reason' in draft ? (draft.reason ?? '') : '' }) }
        : { mail: unknownSendMail({ ...of, draft: shown, claimedAt: claimedAt(draft, business) }) };
    }
    case 'rep-mail': {
      const mail = await load(world, mailStream(addressed.about), mailAggregate);
      if (mail.state.key === null || mail.state.receivedAt === null) return null;
      const { view } = await passedMessage(world, mail.state.key, mail.state.receivedAt);
      const proposes = (await loadProposal(world, addressed.about)).state.made !== null;
      return { mail: repWroteMail({ ...of, message: view, proposes }) };
    }
    case 'reply':
    case 'reply-again':
    case 'reply-admin':
      return writeReply(world, business, loaded, addressed, quote);
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
    ? expiredNotice({ quote, touches: touchesOf(state) })
    : capNotice({ quote, nudges: state.sentInChain, touches: touchesOf(state) });

/** The cell that a person's decision could not be written into, as a person finds it; null once it says so. */
export const unwrittenIn = (
  { unwritten }: Pick<QuoteState, 'unwritten'>,
  quoteId: string,
  { mirror }: Pick<Business, 'mirror'>,
): UnwrittenCell | null => {
  if (!unwritten?.failed) return null;
  const row = mirror.rows.get(quoteStream(quoteId))?.row ?? null;
  return { row, value: unwritten.value, problem: unwritten.failed.problem };
};

const claimedAt = (draft: NonNullable<QuoteState['draft']> | Settled, { now }: Business): string =>
  'claim' in draft && draft.claim ? draft.claim.at : now.toISOString();

export const addressFaultOf = (contact: ContactState, today: string): AddressFault => {
  return contact.hardBounced
    ? { kind: 'hard', day: today, said: null }
    : { kind: 'soft', days: contact.softBounces.slice(-3), said: null };
};

const addresseeOf = ({ to, role }: Addressed, owner: string, { policy, today }: Business): Addressee => {
  if (role === 'admin') return { as: 'admin' };
  if (to === owner) return { as: 'owner' };
  const away = policy.away.find(
    ({ person, from, to: until }) => addressOf(person, policy) === owner && from <= today && today <= until,
  );
  return away ? { as: 'cover', away: { name: away.person, address: owner }, until: away.to } : { as: 'owner' };
};

/** A reply as letters and its page show it. */
export const replyViewOf = async (
  world: World,
  business: Business,
  loaded: Loaded<QuoteState>,
  reply: Reply,
): Promise<{ view: ReplyView; passed: Awaited<ReturnType<typeof passedMessage>> }> => {
  const { state } = loaded;
  const quote = quoteViewOf(state, await personalFacts(world, loaded), ownershipOf(state, business), business);
  const passed = await passedMessage(world, reply.bodyKey, reply.at);
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
  world: World,
  business: Business,
  loaded: Loaded<QuoteState>,
  addressed: Addressed,
  quote: ReplyView['quote'],
): Promise<Written | null> => {
  const reply = loaded.state.replies.find(({ id }) => id === addressed.about);
  if (!reply) return null;
  const { view, passed } = await replyViewOf(world, business, loaded, reply);
  const since = wallClock(new Date(reply.at), business.policy.timezone).date;
  const mail = replyMail({ view, passing: passingOf(addressed, since, quote, business), url: addressed.url });
  return { mail, attachments: passed.attachments, ...(passed.sender === null ? {} : { replyTo: passed.sender }) };
};

const passingOf = (addressed: Addressed, since: string, quote: ReplyView['quote'], business: Business): Passing => {
  if (addressed.notice === 'reply-admin') return { kind: 'admin', since, owner: quote.owner };
  if (addressed.notice === 'reply-again') return { kind: 'again', since };
  const addressee = addresseeOf(addressed, quote.owner.address, business);
  return addressee.as === 'cover' ? { kind: 'cover', away: addressee.away, until: addressee.until } : { kind: 'first' };
};
