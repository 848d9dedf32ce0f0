import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { bounce, complain, stop } from '../../aggregates/contact.ts';
import { routeMail, setMailAside } from '../../aggregates/mail.ts';
import { holdQuote } from '../../aggregates/quote/hold.ts';
import { byValue } from '../../cadence/one-per-contact.ts';
import { ownerOf } from '../../cadence/owner.ts';
import { byItself } from '../../event-store/by-itself.ts';
import { recording } from '../../event-store/load.ts';
import type { How } from '../../events/quote-events.ts';
import { quoteStream } from '../../events/stream-id.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { MachineMail } from '../../mail-reading/classify/machine-mail.ts';
import type { HeaderLine } from '../../mail-reading/message.ts';
import { plainText } from '../../mail-reading/plain-text.ts';
import { assessTrust } from '../../mail-reading/trust/assess-trust.ts';
import { marksOf, messageIdKey, numbersNamed, type Reference, whichQuote } from '../../mail-reading/which-quote.ts';
import type { Row } from '../../sheet/row.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { lazy } from '../lazy.ts';
import { tellIfClosed } from '../notifications/closed-contact.ts';
import { decideContact, decideQuote, loadContact } from '../quotes.ts';
import { runPendingTasks } from '../run-pending-tasks.ts';
import { decideMail, type Inbound, isFromRep, ROUTER, receiptOf } from './inbound.ts';
import type { ReadMail, Unread } from './read-mail.ts';
import { recordReply } from './record-reply.ts';
import { answerLookup, quoteLookup } from './reply-tokens.ts';

const questions = lazy(() => import('../notifications/request-assignment.ts'));
const proposing = lazy(() => import('../proposals/propose.ts'));
const proposals = lazy(() => import('../proposals/run-proposal-tasks.ts'));

/** Most messages find their quote by themselves: the question to a person is loaded when there is one. */
const askPerson: typeof import('../notifications/request-assignment.ts').requestAssignment = async (...question) =>
  (await questions()).requestAssignment(...question);

/** Finds out what a message is and whose, and lets it act as far as it may be believed. */
export const routeRead = async (inbound: Inbound, read: ReadMail): Promise<void> => {
  const { deps, business } = inbound;
  const { message, provenance, machine } = read;
  if (provenance.virus === 'fail') return quarantine(inbound);
  const marks = marksOf(message, provenance, await deps.secrets.linkKeys());
  const reference = await whichQuote(marks, answerLookup(deps, business.mirror));
  switch (machine?.kind) {
    case 'own':
      await decideMail(inbound, state => setMailAside(state, { kind: 'own', why: machine.why }));
      return;
    case 'complaint':
    case 'bounce':
      return routeReport(inbound, machine);
    case 'auto-reply':
      // That somebody opened a mail is no word of theirs.
      if (machine.autoReply.receipt) {
        await decideMail(inbound, state => setMailAside(state, { kind: 'auto-reply', why: 'a read receipt' }));
        return;
      }
      return routeAutoReply(inbound, read, reference);
    case 'list':
      // A colleague's answer by way of their company's list carries our mark: that is an answer.
      if (reference.quoteId !== null && reference.how !== 'sender') return routeReply(inbound, read, reference);
      await decideMail(inbound, state => setMailAside(state, { kind: 'list', why: machine.why }));
      return;
    default:
      return isFromRep(business, read) ? routeRepMail(inbound, read, reference) : routeReply(inbound, read, reference);
  }
};

const quarantine = async (inbound: Inbound): Promise<void> => {
  const why = 'the receiving service found a virus';
  await decideMail(inbound, state => setMailAside(state, { kind: 'quarantine', why }));
};

const HOWS: Readonly<Record<Reference['how'], t.TypeOf<typeof How>>> = {
  'plus-address': 'plus-address',
  'message-id': 'message-id',
  'subject-tag': 'subject-tag',
  sender: 'sender',
  none: 'none',
};

/** A person's message: it counts as an answer, or it holds what it may be about and a person is asked. */
const routeReply = async (inbound: Inbound, read: ReadMail, reference: Reference): Promise<void> => {
  const { quoteId } = reference;
  if (await isStopOfContact(inbound, read, reference)) return stopContact(inbound, read);
  const credence = assessTrust(read.provenance, reference);
  if (credence.kind === 'believe' && quoteId !== null) return recordReply(inbound, quoteId, HOWS[reference.how]);
  await holdAndAsk(inbound, reference, credence.kind === 'believe' ? reference.why : credence.why);
};

/** A contact who asks from their own proven address to hear nothing more needs no mark: that is about all their quotes. */
const isStopOfContact = async (
  { deps, business, senderRef }: Inbound,
  { message, provenance, writtenOn }: ReadMail,
  reference: Reference,
): Promise<boolean> => {
  const isMarked = reference.disagree || (reference.quoteId !== null && reference.how !== 'sender');
  if (isMarked || provenance.from === null || provenance.authentication !== 'pass') return false;
  const isContact =
    rowsOf(business, provenance.from).length > 0 || (await loadContact(recording(deps), senderRef)).version > 0;
  if (!isContact) return false;
  const said = await deps.mailReader.answer(message, { writtenOn, locale: business.policy.locale });
  return E.isRight(said) && said.right.stops;
};

const rowsOf = ({ mirror }: BusinessContext, address: string): readonly Row[] =>
  [...mirror.rows.values()].filter(({ contact }) => contact.toLowerCase() === address.toLowerCase());

/** The contact is closed first. Then each owner is told, by the reply to the most valuable of their quotes with this contact. */
const stopContact = async (inbound: Inbound, { provenance }: ReadMail): Promise<void> => {
  const { deps, business, id, senderRef } = inbound;
  await decideContact(recording(deps), senderRef, {
    actor: ROUTER,
    decide: state => stop(state, { day: business.today, source: id }),
  });
  await tellIfClosed(recording(deps), business, senderRef);
  const open = rowsOf(business, provenance.from ?? '').filter(({ status }) => status === 'open');
  const told = new Map<string, string>();
  for (const row of [...open].sort((a, b) => byValue(a, b))) {
    const { owner } = ownerOf(row, business.policy);
    if (!told.has(owner)) told.set(owner, row.key);
  }
  for (const key of told.values()) await recordReply(inbound, key, 'sender');
  const why = 'asks to hear nothing more';
  await decideMail(inbound, state => routeMail(state, { kind: 'reply', quoteIds: [], how: 'sender', why }));
  for (const { key } of open) await byItself(() => runPendingTasks(deps, key));
};

const NO_SIGN: Reference = { how: 'none', quoteId: null, candidates: [], disagree: false, why: 'it has no header' };

/**
 * A message that only its header is known of: it may be an answer to whatever the header points to, which rests until
 * somebody has looked.
 */
export const routeUnread = async (inbound: Inbound, { why, head }: Unread): Promise<void> => {
  if (head?.provenance.virus === 'fail') return quarantine(inbound);
  const marks = head && marksOf(head.message, head.provenance, await inbound.deps.secrets.linkKeys());
  const reference = marks ? await whichQuote(marks, answerLookup(inbound.deps, inbound.business.mirror)) : NO_SIGN;
  await holdAndAsk(inbound, reference, `unreadable: ${why}`);
};

const holdAndAsk = async (inbound: Inbound, reference: Reference, why: string): Promise<void> => {
  const { deps } = inbound;
  for (const candidate of reference.candidates) {
    await decideQuote(recording(deps), candidate, {
      actor: ROUTER,
      cause: receiptOf(inbound.id),
      decide: state => (state.facts ? holdQuote(state, 'unsure-reply', why, inbound.id) : E.right(null)),
    });
    await byItself(() => runPendingTasks(deps, candidate));
  }
  const to = reference.disagree || reference.candidates.length === 0 ? 'admin' : 'owner';
  const doubt = reference.disagree
    ? 'marks-disagree'
    : reference.candidates.length === 0
      ? 'unmatched'
      : reference.how === 'sender'
        ? 'sender'
        : 'unauthenticated';
  await askPerson(inbound, { to, why, doubt, candidates: reference.candidates });
};

/** An automatic answer speaks for the address: by its mark for one quote, else for all open quotes of that contact. */
const routeAutoReply = async (inbound: Inbound, read: ReadMail, reference: Reference): Promise<void> => {
  const { business } = inbound;
  const from = read.provenance.from;
  const marked = reference.how !== 'sender' && reference.quoteId !== null ? [reference.quoteId] : [];
  const ofContact = reference.candidates.filter(key => business.mirror.rows.get(key)?.contact.toLowerCase() === from);
  const quotes = marked.length > 0 ? marked : reference.how === 'sender' ? ofContact : [];
  if (quotes.length === 0) {
    await decideMail(inbound, state =>
      setMailAside(state, { kind: 'auto-reply', why: 'an automatic answer to no quote of ours' }),
    );
    return;
  }
  for (const quoteId of quotes) await recordReply(inbound, quoteId, HOWS[reference.how]);
};

/** Delivery reports and complaints are about addresses: told to the contact's stream, and from there to every quote. */
const routeReport = async (
  inbound: Inbound,
  report: Extract<MachineMail, { kind: 'bounce' | 'complaint' }>,
): Promise<void> => {
  const { deps, business, id, refKey } = inbound;
  const rows = [...business.mirror.rows.values()];
  const touched = new Set<string>();
  const named =
    report.kind === 'bounce' ? report.deliveries.map(({ recipient }) => recipient) : report.complaint.recipients;
  const byId = await recipientsById(
    deps,
    business,
    report.kind === 'bounce' ? report.messageIds : idsAbout(report.complaint.about),
  );
  const addresses = named
    .filter((address): address is string => address !== null)
    .map(address => address.toLowerCase());
  for (const address of addresses.length > 0 ? addresses : byId) {
    const quotes = rows.filter(({ contact }) => contact.toLowerCase() === address);
    const ref = referenceOf(refKey, address);
    // Whom we wrote to once may be a contact again: what they say holds for quotes to come. Of others we note nothing.
    if (quotes.length === 0 && (await loadContact(recording(deps), ref)).version === 0) continue;
    const decide = reportDecision(report, address, { day: business.today, source: id });
    if (decide) {
      await decideContact(recording(deps), ref, { actor: ROUTER, cause: receiptOf(id), decide });
      await tellIfClosed(recording(deps), business, ref);
    }
    for (const { key } of quotes) touched.add(key);
  }
  await decideMail(inbound, state =>
    routeMail(state, { kind: report.kind, quoteIds: [...touched], how: 'none', why: report.why.slice(0, 300) }),
  );
  for (const key of touched) await byItself(() => runPendingTasks(deps, key));
};

const recipientsById = async (
  deps: Dependencies,
  business: BusinessContext,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const lookup = quoteLookup(deps, business.mirror);
  const quotes = (await Promise.all(ids.slice(0, 20).map(id => lookup.byMessageId(messageIdKey(id))))).flat();
  return quotes.flatMap(key => business.mirror.rows.get(key)?.contact.toLowerCase() ?? []);
};

const idsAbout = (headers: readonly HeaderLine[]): readonly string[] =>
  headers.filter(({ name }) => name === 'message-id').map(({ value }) => value);

type ContactDecide = Parameters<typeof decideContact>[2]['decide'];

const reportDecision = (
  report: Extract<MachineMail, { kind: 'bounce' | 'complaint' }>,
  address: string,
  { day, source }: { readonly day: string; readonly source: string },
): ContactDecide | null => {
  if (report.kind === 'complaint') return report.complaint.closes ? state => complain(state, { day, source }) : null;
  const delivery =
    report.deliveries.find(({ recipient }) => recipient === null || recipient.toLowerCase() === address) ??
    report.deliveries[0];
  if (delivery?.outcome !== 'failed') return null;
  return state => bounce(state, { hard: delivery.hard, day, source, status: delivery.status });
};

const holdForRep = async ({ deps, id }: Inbound, quotes: readonly string[]): Promise<void> => {
  for (const key of quotes) {
    await decideQuote(recording(deps), key, {
      actor: ROUTER,
      cause: receiptOf(id),
      decide: state => (state.facts ? holdQuote(state, 'rep-mail', 'a rep wrote about this quote', id) : E.right(null)),
    });
  }
};

/**
 * A rep's own mail that names an open quote, or goes to its contact with no further quote in it, holds it: they may
 * already have answered. What it holds of a quote that the sheet has not, or has otherwise, is proposed. What it names
 * rests before its papers are read, which may take a while.
 */
const routeRepMail = async (inbound: Inbound, read: ReadMail, reference: Reference): Promise<void> => {
  const { deps, business, id } = inbound;
  const { message } = read;
  const rows = [...business.mirror.rows.values()].filter(({ status }) => status === 'open');
  const named = numbersNamed(
    `${message.subject}\n${plainText(message)}`,
    rows.map(({ quoteId }) => quoteId),
  ).map(quoteStream);
  const visible = [...message.to, ...message.cc].map(({ address }) => address.toLowerCase());
  const written = rows.filter(({ contact }) => visible.includes(contact.toLowerCase())).map(({ key }) => key);
  const marked = reference.quoteId === null || reference.how === 'sender' ? [] : [reference.quoteId];
  const listed = (keys: readonly string[]) => [...new Set(keys)].filter(key => business.mirror.rows.has(key));
  const meant = listed([...named, ...marked]);
  await holdForRep(inbound, meant);
  const { proposeFromMail, proposesNewNumber } = await proposing();
  const proposed = await proposeFromMail(inbound, read, { named: [...new Set([...named, ...marked])], written });
  const isFurther = proposed && (await proposesNewNumber(inbound));
  const quotes = isFurther ? meant : listed([...meant, ...written]);
  await holdForRep(inbound, quotes);
  if (quotes.length === 0 && !proposed)
    return askPerson(inbound, {
      to: 'admin',
      why: 'a rep’s mail that names no open quote and holds none',
      candidates: [],
      doubt: 'unmatched',
    });
  const why = quotes.length === 0 ? 'a quote that a rep sent' : 'a rep’s own mail about the quote';
  await decideMail(inbound, state => routeMail(state, { kind: 'quote', quoteIds: quotes, how: 'none', why }));
  for (const key of quotes) await byItself(() => runPendingTasks(deps, key));
  if (proposed) await (await proposals()).carryOnProposal(deps, id);
};
