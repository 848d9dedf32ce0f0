import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Bus } from '../../ports/world.ts';
import { type AwsPlace, clientOptions } from './client-options.ts';

export const eventBridgeClient = (place: AwsPlace): EventBridgeClient => new EventBridgeClient(clientOptions(place));

export interface EventBridgeBusOptions {
  readonly bus: string;
  /** The install's prefix: two installs share the default bus, and each has rules for its own source. */
  readonly source: string;
}

/** Moves on the event bus. A refused entry comes back in an answer of 200: it is thrown, so that the stream hands the record over again. */
export const eventBridgeBus = (client: EventBridgeClient, { bus, source }: EventBridgeBusOptions): Bus => ({
  publish: async (detailType, detail) => {
    const { FailedEntryCount = 0, Entries = [] } = await client.send(
      new PutEventsCommand({
        Entries: [{ EventBusName: bus, Source: source, DetailType: detailType, Detail: JSON.stringify(detail) }],
      }),
    );
    if (FailedEntryCount > 0) throw new Error(`the bus refused ${detailType}: ${Entries[0]?.ErrorCode ?? 'unknown'}`);
  },
});
