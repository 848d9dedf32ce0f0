import * as E from 'fp-ts/lib/Either.js';
import { OUTBOX, type OutboxEntry } from '../../adapters/local/outbox.ts';
import { type MailState, mailAggregate } from '../../aggregates/mail.ts';
import { inParallel } from '../../application/in-parallel.ts';
import { load } from '../../application/load.ts';
import type { World } from '../../application/world.ts';
import { mailStream } from '../../events/stream-name.ts';
import type { Address, Message } from '../../inbox/message.ts';
import type { MailRow } from '../../letters/console/mailbox-page.ts';
import type { Tone } from '../../letters/views/table.ts';
import { capital } from '../../letters/words/counted.ts';
import { maskTokens } from './mask-tokens.ts';

/** Where mail that came in lies in the object store. */
export const INBOUND = 'inbound/';

/** What the list knows of a mail without looking into the log. */
export interface MailEntry {
  readonly id: string;
  readonly at: string;
  readonly direction: 'out' | 'in';
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** The kind it left with; null for mail that came in. */
  readonly sentAs: string | null;
}

type MailWorld = Pick<World, 'objects' | 'mailReader'>;

const AT_ONCE = 8;
const ID = /^[A-Za-z0-9._-]{1,200}$/;

/** Keys of a mail in the object store; null for what is no id. */
export const mailKeys = (id: string): { readonly out: string; readonly in: string } | null =>
  ID.test(id) ? { out: `${OUTBOX}${id}.eml`, in: `${INBOUND}${id}.eml` } : null;

/** Every mail that left or came in, newest first. A mail never changes, so each is read once. */
export const mailbox = (): ((world: MailWorld) => Promise<readonly MailEntry[]>) => {
  const memories = new WeakMap<MailWorld['objects'], Map<string, MailEntry>>();
  return async world => {
    const memory = memories.get(world.objects) ?? new Map<string, MailEntry>();
    memories.set(world.objects, memory);
    const stored = await world.objects.list('raw-mime', '');
    const mails = stored.filter(
      ({ key }) =>
        (key.startsWith(OUTBOX) && key.endsWith('.json')) || (key.startsWith(INBOUND) && key.endsWith('.eml')),
    );
    const entries = await inParallel(mails, AT_ONCE, async ({ key, modified }) => {
      const entry = memory.get(key) ?? (await readEntry(world, key, modified));
      if (entry) memory.set(key, entry);
      return entry;
    });
    return entries
      .filter(entry => entry !== null)
      .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
  };
};

const readEntry = (world: MailWorld, key: string, modified: string): Promise<MailEntry | null> =>
  key.startsWith(OUTBOX) ? readSent(world, key) : readReceived(world, key, modified);

const readSent = async ({ objects }: MailWorld, key: string): Promise<MailEntry | null> => {
  const stored = await objects.get('raw-mime', key);
  if (!stored) return null;
  const { id, at, from, to, subject, kind }: OutboxEntry = JSON.parse(new TextDecoder().decode(stored.body));
  return { id, at, direction: 'out', from, to: to.join(', '), subject: maskTokens(subject), sentAs: kind };
};

const readReceived = async (
  { objects, mailReader }: MailWorld,
  key: string,
  modified: string,
): Promise<MailEntry | null> => {
  const stored = await objects.get('raw-mime', key);
  if (!stored) return null;
  const read = await mailReader.parse(stored.body);
  const of: Pick<Message, 'from' | 'to' | 'subject'> = E.isRight(read)
    ? read.right.message
    : { from: [], to: [], subject: 'Unreadable mail' };
  return {
    id: key.slice(INBOUND.length, -'.eml'.length),
    at: modified,
    direction: 'in',
    from: named(of.from[0]),
    to: of.to.map(({ address }) => address).join(', '),
    subject: maskTokens(of.subject),
    sentAs: null,
  };
};

const named = (of: Address | undefined): string => {
  if (!of) return 'nobody named';
  return of.name === '' ? of.address : `${of.name} <${of.address}>`;
};

/** A row of the list, with what became of a mail that came in. */
export const mailRow = async (
  world: Pick<World, 'store' | 'log'>,
  entry: MailEntry,
  quoteOfMail: ReadonlyMap<string, string>,
): Promise<MailRow> => {
  const { id, at, direction, from, to, subject, sentAs } = entry;
  const row = { id, at, direction, from, to, subject };
  if (sentAs !== null) {
    const [kind, tone] = SENT[sentAs] ?? [capital(sentAs.replaceAll('-', ' ')), 'plain' as const];
    return { ...row, kind, tone, quoteId: quoteOfMail.get(id) ?? null };
  }
  const { state } = await load(world, mailStream(id), mailAggregate);
  const [kind, tone] = receivedAs(state);
  const quoteId = state.assigned ?? (state.routed?.quoteIds.length === 1 ? state.routed.quoteIds[0] : undefined);
  return { ...row, kind, tone, quoteId: quoteId ?? quoteOfMail.get(id) ?? null };
};

const SENT: Readonly<Record<string, readonly [string, Tone]>> = {
  nudge: ['Nudge', 'good'],
  approval: ['Approval', 'wait'],
  reply: ['Reply passed on', 'info'],
  'reply-again': ['Reply, again', 'wait'],
  'reply-admin': ['Reply, to the admin', 'wait'],
  unsure: ['Question', 'wait'],
  proposal: ['Proposal', 'wait'],
  'proposal-list': ['Proposals, as a list', 'wait'],
  refused: ['Refused send', 'stop'],
  'unknown-send': ['Unknown send', 'stop'],
  'bad-address': ['Bad address', 'stop'],
  'row-write': ['Not in the sheet', 'stop'],
  digest: ['Digest', 'plain'],
  summary: ['Summary', 'plain'],
  letter: ['Notice', 'plain'],
};

const receivedAs = (state: MailState): readonly [string, Tone] => {
  if (state.assigned !== null) return ['Assigned', 'good'];
  if (state.dismissed) return ['No reply', 'plain'];
  if (state.repeats !== null) return ['The same mail again', 'plain'];
  if (state.setAside !== null) return [`Set aside: ${state.setAside}`, 'plain'];
  if (state.unmatched) return ['For a person to place', 'wait'];
  if (state.routed) return [capital(state.routed.kind.replaceAll('-', ' ')), 'info'];
  return state.key === null ? ['Not read yet', 'wait'] : ['Received', 'info'];
};
