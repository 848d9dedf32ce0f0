import * as E from 'fp-ts/lib/Either.js';
import { isSettledMail, mailAggregate, receiveMail, repeatMail } from '../aggregates/mail.ts';
import { mailStream } from '../events/stream-name.ts';
import { referenceOf } from '../kernel/references.ts';
import { readBusiness } from './business.ts';
import { decideMail, type Inbound, mailIdOf, UNKNOWN_SENDER } from './inbound.ts';
import { load } from './load.ts';
import { loadedLater } from './loaded-later.ts';
import { readStoredMail } from './read-mail.ts';
import { firstOfSame } from './same-mail.ts';
import type { World } from './world.ts';

const questions = loadedLater(() => import('./ask-person.ts'));
const routing = loadedLater(() => import('./route-mail.ts'));

/** What S3 puts there to prove that it may. */
const SETUP = 'AMAZON_SES_SETUP_NOTIFICATION';

/** A message that the receiving service stored. Its id is the last part of its key. */
export const takeMail = async (world: World, key: string): Promise<void> => {
  const id = mailIdOf(key);
  if (id !== SETUP) await routeStored(world, id, key);
};

/**
 * Records the message, then finds out what it is and whose, and lets it act as far as it may be believed. Run again
 * after a crash it finds each step done or does it; nothing is dropped: what fits nowhere goes to a person. A message
 * that was taken in before under another id is noted as that one again.
 */
export const routeStored = async (world: World, id: string, key: string): Promise<void> => {
  // The way a message goes is loaded while the message is fetched and read.
  const [read, { routeRead, routeUnread }] = await Promise.all([readStoredMail(world, key), routing()]);
  if (!read) return;
  const known = await load(world, mailStream(id), mailAggregate);
  const { unmatched, asked, assigned, dismissed } = known.state;
  const unasked = unmatched !== null && !asked && assigned === null && !dismissed;
  if (isSettledMail(known.state) && !unasked) return;
  const business = await readBusiness(world);
  const refKey = await world.secrets.refKey();
  const seen = E.isRight(read) ? read.right : read.left.head;
  const sender = seen?.provenance.from ?? null;
  const inbound: Inbound = {
    world,
    business,
    id,
    key,
    refKey,
    senderRef: sender === null ? UNKNOWN_SENDER : referenceOf(refKey, sender),
  };
  if (unasked) return (await questions()).askAgain(inbound, unmatched, known.stored);
  const raw = (await world.objects.get('raw-mime', key))?.body ?? new Uint8Array();
  const first = known.state.key === null ? await firstOfSame(inbound, raw, seen) : id;
  if (first !== id) {
    await decideMail(inbound, state => repeatMail(state, { of: first, key, bytes: raw.length }));
    return;
  }
  await decideMail(inbound, state =>
    receiveMail(
      state,
      { key, bytes: raw.length, kind: null, envelope: [] },
      seen && { from: sender ?? '', subject: seen.message.subject.slice(0, 500) },
    ),
  );
  return E.isLeft(read) ? routeUnread(inbound, read.left) : routeRead(inbound, read.right);
};
