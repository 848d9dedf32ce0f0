import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { routeMail } from '../../aggregates/mail.ts';
import { endHold } from '../../aggregates/quote/hold.ts';
import { receiveReply } from '../../aggregates/quote/reply.ts';
import { byItself } from '../../event-store/by-itself.ts';
import { recording } from '../../event-store/load.ts';
import type { How } from '../../events/quote-events.ts';
import { lazy } from '../lazy.ts';
import { decideQuote, loadQuote } from '../quotes.ts';
import { runPendingTasks } from '../run-pending-tasks.ts';
import { decideMail, type Inbound, ROUTER, receiptOf } from './inbound.ts';
import { readStoredMail } from './read-mail.ts';

const questions = lazy(() => import('../notifications/request-assignment.ts'));

/** The chain rests from this event on; then it is read, labelled and passed on, in this run or by the sweep. */
export const recordReply = async (inbound: Inbound, quoteId: string, how: t.TypeOf<typeof How>): Promise<void> => {
  const { deps, business, id, key, senderRef } = inbound;
  const [readable, read] = await Promise.all([byItself(() => loadQuote(deps, quoteId)), readStoredMail(deps, key)]);
  // An answer is a fact: it is in the log before a release that can read the quote decides about it again.
  const recorder = E.isRight(readable) ? deps : recording(deps);
  const { state } = E.isRight(readable) ? readable.right : await loadQuote(recorder, quoteId);
  if (!state.facts)
    return (await questions()).requestAssignment(inbound, {
      to: 'admin',
      why: `${quoteId} was never listed`,
      candidates: [],
      doubt: 'unmatched',
    });
  const mail = read && (E.isRight(read) ? read.right : read.left.head);
  const fromContact = senderRef === state.facts.contactRef;
  const data = {
    replyId: id,
    how,
    senderRef,
    fromContact,
    authenticated: mail?.provenance.authentication !== 'fail',
    day: business.today,
    bodyKey: key,
  };
  const sealed = { from: mail?.provenance.from ?? '', subject: mail?.message.subject.slice(0, 500) ?? '' };
  await decideQuote(recorder, quoteId, {
    actor: ROUTER,
    cause: receiptOf(id),
    decide: now => receiveReply(now, data, sealed),
  });
  if (E.isLeft(readable))
    return (await questions()).requestAssignment(inbound, {
      to: 'admin',
      why: `answers ${quoteId}, whose log this release cannot read; the answer is recorded there`,
      candidates: [quoteId],
      doubt: 'unreadable',
    });
  await decideMail(inbound, now =>
    routeMail(now, { kind: 'reply', quoteIds: [quoteId], how, why: 'answers the quote' }),
  );
  await runPendingTasks(deps, quoteId);
};

/** A person said what an unsure message is: the holds it caused end, and an answer is recorded as one. */
export const settleUnsure = async (
  inbound: Inbound,
  candidates: readonly string[],
  by: { readonly user: string },
): Promise<void> => {
  for (const key of candidates) {
    // One whose log cannot be read stays on hold: whoever can read it asks again.
    await byItself(() =>
      decideQuote(inbound.deps, key, { actor: by, decide: state => endHold(state, 'unsure-reply') }),
    );
  }
};
