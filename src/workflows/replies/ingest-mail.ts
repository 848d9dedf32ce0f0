import * as E from 'fp-ts/lib/Either.js';
import { isSettledMail, mailAggregate, receiveMail, repeatMail } from '../../aggregates/mail.ts';
import { load } from '../../event-store/load.ts';
import { mailStream } from '../../events/stream-id.ts';
import { referenceOf } from '../../kernel/references.ts';
import { loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { lazy } from '../lazy.ts';
import { decideMail, type Inbound, mailIdOf, UNKNOWN_SENDER } from './inbound.ts';
import { readStoredMail } from './read-mail.ts';
import { firstOfSame } from './same-mail.ts';

const questions = lazy(() => import('../notifications/request-assignment.ts'));
const routing = lazy(() => import('./route-mail.ts'));

/** What S3 puts there to prove that it may. */
const SETUP = 'AMAZON_SES_SETUP_NOTIFICATION';

/** A message that the receiving service stored. Its id is the last part of its key. */
export const ingestMail = async (deps: Dependencies, key: string): Promise<void> => {
  const id = mailIdOf(key);
  if (id !== SETUP) await routeStored(deps, id, key);
};

/**
 * Records the message, then finds out what it is and whose, and lets it act as far as it may be believed. Run again
 * after a crash it finds each step done or does it; nothing is dropped: what fits nowhere goes to a person. A message
 * that was taken in before under another id is noted as that one again.
 */
export const routeStored = async (deps: Dependencies, id: string, key: string): Promise<void> => {
  // The way a message goes is loaded while the message is fetched and read.
  const [read, { routeRead, routeUnread }] = await Promise.all([readStoredMail(deps, key), routing()]);
  if (!read) return;
  const known = await load(deps, mailStream(id), mailAggregate);
  const { unmatched, asked, assigned, dismissed } = known.state;
  const unasked = unmatched !== null && !asked && assigned === null && !dismissed;
  if (isSettledMail(known.state) && !unasked) return;
  const business = await loadBusinessContext(deps);
  const refKey = await deps.secrets.refKey();
  const seen = E.isRight(read) ? read.right : read.left.head;
  const sender = seen?.provenance.from ?? null;
  const inbound: Inbound = {
    deps,
    business,
    id,
    key,
    refKey,
    senderRef: sender === null ? UNKNOWN_SENDER : referenceOf(refKey, sender),
  };
  if (unasked) return (await questions()).askAgain(inbound, unmatched, known.stored);
  const raw = (await deps.objects.get('raw-mime', key))?.body ?? new Uint8Array();
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
