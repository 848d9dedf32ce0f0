import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { byItself } from '../application/by-itself.ts';
import { carryOn } from '../application/carry-on.ts';
import { recordBroken } from '../application/integrity.ts';
import type { World } from '../application/world.ts';

/** A move event of the bus, or the payload of a one-off schedule: which quote asks for something. */
const Notice = t.type({ quoteId: t.string, draftId: t.string });
const BusEvent = t.type({ detail: Notice });

/**
 * Drafts, mails and sends: whatever the quote asks for now. The same event twice finds nothing left to do. A quote whose
 * log (or whose contact's) cannot be read has set off its alarm: calling again would not help, the sweep goes on with it.
 */
export const sender =
  (world: World) =>
  async (event: unknown): Promise<{ readonly tasks: number }> => {
    const { quoteId } = noticeOf(event);
    const done = await byItself(() => carryOn(world, quoteId));
    if (E.isRight(done)) return { tasks: done.right.length };
    await recordBroken(world, 'sender', done.left);
    return { tasks: 0 };
  };

const noticeOf = (event: unknown): t.TypeOf<typeof Notice> => {
  const bus = BusEvent.decode(event);
  if (E.isRight(bus)) return bus.right.detail;
  const oneOff = Notice.decode(event);
  if (E.isRight(oneOff)) return oneOff.right;
  throw new TypeError('sender: neither a move event nor a one-off; expected {detail: {quoteId, draftId}}');
};
