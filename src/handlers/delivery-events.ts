import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { Dependencies } from '../workflows/dependencies.ts';
import { handleDeliveryEvent } from '../workflows/replies/handle-delivery-event.ts';

/** An event of SES's configuration set, as the bus brings it. */
const Published = t.type({
  id: t.string,
  detail: t.intersection([
    t.type({
      eventType: t.string,
      mail: t.intersection([
        t.type({ messageId: t.string }),
        t.partial({
          headers: t.array(t.type({ name: t.string, value: t.string })),
          tags: t.record(t.string, t.array(t.string)),
        }),
      ]),
    }),
    t.UnknownRecord,
  ]),
});

/** What became of a mail of ours. */
export const deliveryEvents =
  (deps: Dependencies) =>
  async (event: unknown): Promise<void> => {
    const published = Published.decode(event);
    if (E.isLeft(published))
      throw new TypeError('delivery-events: expected an SES event with detail.eventType and detail.mail');
    const { id, detail } = published.right;
    const { messageId, headers = [], tags = {} } = detail.mail;
    await handleDeliveryEvent(deps, { id, type: detail.eventType, messageId, headers, tags, detail });
  };
