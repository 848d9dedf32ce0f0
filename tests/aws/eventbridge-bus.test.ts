import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventBridgeBus, eventBridgeClient } from '../../src/adapters/aws/eventbridge-bus.ts';
import type { MoveNotice } from '../../src/ports/world.ts';
import { type AwsFront, openFront } from '../support/aws-front.ts';
import { localAws } from '../support/local-aws.ts';

const notice: MoveNotice = { quoteId: 'HL-2404', draftId: 'd1', move: 'last_call', eventId: 'HL-2404/7' };

describe.skipIf(localAws === null)('moves on the event bus', () => {
  let front: AwsFront;
  beforeEach(async () => {
    front = await openFront(localAws?.endpoint ?? null);
  });
  afterEach(() => front.close());

  const publish = () =>
    eventBridgeBus(eventBridgeClient({ endpoint: front.url }), { bus: 'default', source: 'qf' }).publish(
      'qf.last_call',
      notice,
    );

  it('carry type, source and the notice', async () => {
    await publish();
    const [entry] = JSON.parse(front.calls[0]?.body.toString() ?? '').Entries;
    expect(entry).toEqual({
      EventBusName: 'default',
      Source: 'qf',
      DetailType: 'qf.last_call',
      Detail: JSON.stringify(notice),
    });
  });

  it('are not taken for published when the bus refuses one within an answer of 200', async () => {
    front.answer = () => ({
      status: 200,
      body: JSON.stringify({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }] }),
    });
    await expect(publish()).rejects.toThrow('the bus refused qf.last_call: ThrottlingException');
  });
});
