import * as E from 'fp-ts/lib/Either.js';
import type { ContactState } from '../aggregates/contact/contact.ts';
import { mailAggregate } from '../aggregates/mail.ts';
import { mailNotice, recordLetter } from '../aggregates/quote/reply.ts';
import type { Notice, QuoteState, Reply, Settled } from '../aggregates/quote/state.ts';
import { type NotifyTask, noticeLetter } from '../aggregates/quote/todo.ts';
import { wallClock } from '../cadence/next-allowed-minute.ts';
import { addressOf, standInFor } from '../cadence/owner.ts';
import { type NoticeKind, NoticeMailed } from '../events/quote-events.ts';
import { mailStream, quoteStream } from '../events/stream-name.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { referenceOf, type TokenSubject } from '../kernel/references.ts';
import type { Addressee } from '../letters/mail/addressee.ts';
import { type AddressFault, badAddressMail } from '../letters/mail/bad-address-mail.ts';
import { capNotice } from '../letters/mail/cap-notice.ts';
import { expiredNotice } from '../letters/mail/expired-notice.ts';
import { type Notice as LetterNotice, quoteNotice } from '../letters/mail/quote-notice.ts';
import { refusedSendMail } from '../letters/mail/refused-send-mail.ts';
import { repWroteMail } from '../letters/mail/rep-wrote-mail.ts';
import type { Passing } from '../letters/mail/reply-blocks.ts';
import { replyMail } from '../letters/mail/reply-mail.ts';
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
import { decideQuote, draftTextAt, loadContact, personalFacts } from './quotes.ts';
import { sendLetter } from './send-letter.ts';
import { issueToken, reissueToken } from './tokens.ts';
import { touchesOf } from './touches.ts';
import { unsealer } from './unseal.ts';
import type { World } from './world.ts';

/** A question to a person about a quote stays open for as long as it may take to answer. */
const NOTICE_LIFE_MS = 90 * 86_400_000;

interface Written {
  readonly mail: WrittenMail;
  readonly replyTo?: string;
  readonly attachments?: readonly OutgoingAttachment[];
}

interface Addressed {
  readonly notice: NoticeKind;
  readonly about: string;
  readonly to: string;
  readonly role: 'owner' | 'admin';
  readonly url: string;
}

/** Tells the owner (or whoever stands in) or the admin: first the event with the token's hash, then the letter. */
export const notify = async (
  world: World,
  business: Business,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  { notice, about, to: role }: NotifyTask,
): Promise<void> => {
  const to = addresseeFor(loaded.state, role, business);
  const announced = await announceNotice(world, business, quoteId, loaded, { notice, about, to });
  if (announced)
    await deliver(world, business, quoteId, announced.loaded, { notice, about, to, role, url: announced.url });
};

/** The address of whoever a notice is for today. */
export const addresseeFor = (state: QuoteState, role: NotifyTask['to'], business: Business): string =>
  role === 'admin'
    ? business.policy.admin.toLowerCase()
    : standInFor(ownershipOf(state, business).owner, business.policy, business.today);

export interface Announce {
  readonly notice: NoticeKind;
  readonly about: string;
  readonly to: string;
  /** The local date whose one mail carries it. */
  readonly dayMail?: LocalDate;
}

/** Puts the hash of a notice's token into the log, before anything leaves; null when it was announced before. */
export const announceNotice = async (
  world: World,
  { now }: Business,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  { notice, about, to, dayMail }: Announce,
): Promise<{ readonly loaded: Loaded<QuoteState>; readonly url: string } | null> => {
  const token = await issueToken(world, noticeSubject(quoteId, { notice, about, mailing: 1 }, to));
  const announced = {
    notice,
    about,
    tokenHash: token.hash,
    recipientRef: referenceOf(await world.secrets.refKey(), to),
    mailing: 1,
    expiresAt: new Date(now.getTime() + NOTICE_LIFE_MS).toISOString(),
    ...(dayMail === undefined ? {} : { dayMail }),
  };
  const mailed = await decideQuote(world, quoteId, {
    actor: { system: 'sender' },
    loaded,
    decide: state => mailNotice(state, announced, { to }),
  });
  if (E.isLeft(mailed) || mailed.right.events.length === 0) return null;
  return { loaded: mailed.right, url: token.url };
};

/** What the link of a notice is signed over. */
export const noticeSubject = (
  quoteId: string,
  { notice, about, mailing }: Pick<Notice, 'notice' | 'about' | 'mailing'>,
  recipient: string,
): TokenSubject => ({ stream: quoteStream(quoteId), about: `${notice}/${about}`, recipient, mailing });

/** A notice whose letter never left, made again with the token it was announced with. */
export const renotify = async (
  world: World,
  business: Business,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  letter: string,
): Promise<void> => {
  const known = loaded.state.notices.find(
    ({ notice, about, mailing }) => noticeLetter(notice, about, mailing) === letter,
  );
  if (!known?.tokenHash) return;
  const to = await recipientOf(world, loaded, known.tokenHash);
  if (to === null) return;
  const { notice, about } = known;
  const token = await reissueToken(world, noticeSubject(quoteId, known, to), known.tokenHash);
  const role = notice === 'reply-admin' ? 'admin' : 'owner';
  if (token) await deliver(world, business, quoteId, loaded, { notice, about, to, role, url: token.url });
};

/** To whom the notice with this token went; null when erased. */
export const recipientOf = async (
  world: Pick<World, 'keys'>,
  { stored }: Loaded<QuoteState>,
  tokenHash: string,
): Promise<string | null> => {
  const event = stored.find(
    ({ action, data }) => action === NoticeMailed.name && NoticeMailed.data.is(data) && data.tokenHash === tokenHash,
  );
  const sealed = event ? await unsealer(world.keys)(NoticeMailed, event) : 'erased';
  return sealed === 'erased' ? null : sealed.to;
};

const deliver = async (
  world: World,
  business: Business,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  addressed: Addressed,
): Promise<void> => {
  const written = await write(world, business, quoteId, loaded, addressed);
  if (!written) return;
  const messageId = await sendLetter(world, { to: addressed.to, ...written, tags: { kind: addressed.notice } });
  if (messageId === null) return;
  const letter = noticeLetter(addressed.notice, addressed.about, 1);
  await decideQuote(world, quoteId, {
    actor: { system: 'sender' },
    decide: state => recordLetter(state, { letter, messageId }),
  });
};

const write = async (
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
