import { NO_HASH, tsAfter, withHash } from '../../src/event-store/hash-chain.ts';
import { upcasters } from '../../src/events/event-registry.ts';
import type { Json } from '../../src/events/event-type.ts';
import type { EventStore } from '../../src/ports/event-store.ts';

/** An action that only a release to come knows. */
export const NEWER = 'QuoteBlessed';

/** What a newer release left in a stream before it was rolled back: whole in its hashes, unknown here. */
export const appendOfNewerRelease = async (
  store: EventStore,
  stream: string,
  now: Date,
  data: Json = { by: 'the vicar' },
): Promise<void> => {
  const head = await store.head(stream);
  const version = (head?.version ?? 0) + 1;
  const ts = tsAfter(head?.ts ?? null, now);
  await store.append(
    withHash({
      quote_id: stream,
      version,
      ts,
      day: ts.slice(0, 10),
      action: NEWER,
      schema: 1,
      by_system: 'a newer release',
      before: '',
      after: '',
      data,
      event_id: `${stream}/${version}`,
      correlation_id: 'newer',
      prev_hash: head?.hash ?? NO_HASH,
    }),
  );
};

/** From here on the program knows the action: it means what `as` says. Undone by removing the shape again. */
export const upgradeTo = (as: { readonly action: string; readonly schema: number; readonly data: Json }): void => {
  Object.assign(upcasters, { [`${NEWER}@1`]: { to: { action: as.action, schema: as.schema }, data: () => as.data } });
};
