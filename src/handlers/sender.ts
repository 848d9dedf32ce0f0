import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { byItself } from '../event-store/by-itself.ts';
import { recordBroken } from '../workflows/audit/integrity.ts';
import type { Dependencies } from '../workflows/dependencies.ts';
import { runPendingTasks } from '../workflows/run-pending-tasks.ts';

/** A move event of the bus, or the payload of a one-off schedule: which quote asks for something. */
const Notice = t.type({ quoteId: t.string, draftId: t.string });
const BusEvent = t.type({ detail: Notice });

/**
 * Drafts, mails and sends: whatever the quote asks for now. The same event twice finds nothing left to do. A quote whose
 * log (or whose contact's) cannot be read has set off its alarm: calling again would not help, the sweep goes on with it.
 */
export const sender =
  (deps: Dependencies) =>
  async (event: unknown): Promise<{ readonly tasks: number }> => {
    const { quoteId } = noticeOf(event);
    const done = await byItself(() => runPendingTasks(deps, quoteId));
    if (E.isRight(done)) return { tasks: done.right.length };
    await recordBroken(deps, 'sender', done.left);
    return { tasks: 0 };
  };

const noticeOf = (event: unknown): t.TypeOf<typeof Notice> => {
  const bus = BusEvent.decode(event);
  if (E.isRight(bus)) return bus.right.detail;
  const oneOff = Notice.decode(event);
  if (E.isRight(oneOff)) return oneOff.right;
  throw new TypeError('sender: neither a move event nor a one-off; expected {detail: {quoteId, draftId}}');
};
