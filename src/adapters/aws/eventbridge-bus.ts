import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Bus } from '../../ports/world.ts';
import { type AwsPlace, clientOptions } from './client-options.ts';

export const eventBridgeClient = (place: AwsPlace): EventBridgeClient => new EventBridgeClient(clientOptions(place));

export interface EventBridgeBusOptions {
  readonly bus: string;
  /** The install's prefix: two installs share the default bus, and each has rules for its own source. */
  readonly source: string;
}

/** Moves on the event bus. */
export const eventBridgeBus = (client: EventBridgeClient, options: EventBridgeBusOptions): Bus => ({
  publish: (detailType, detail) => put(client, options, detailType, detail),
});

/** Passes a stored message's key on to the function of its lane, in the form in which S3 told of it. */
export const mailLanes =
  (client: EventBridgeClient, options: EventBridgeBusOptions) =>
  (lane: 'intake' | 'reply', key: string): Promise<void> =>
    put(client, options, `qf.mail_${lane}`, { object: { key } });

/** A refused entry comes back in an answer of 200: it is thrown, so that whoever delivered to us does so again. */
const put = async (
  client: EventBridgeClient,
  { bus, source }: EventBridgeBusOptions,
  detailType: string,
  detail: object,
): Promise<void> => {
  const { FailedEntryCount = 0, Entries = [] } = await client.send(
    new PutEventsCommand({
      Entries: [{ EventBusName: bus, Source: source, DetailType: detailType, Detail: JSON.stringify(detail) }],
    }),
  );
  if (FailedEntryCount > 0) throw new Error(`the bus refused ${detailType}: ${Entries[0]?.ErrorCode ?? 'unknown'}`);
};
