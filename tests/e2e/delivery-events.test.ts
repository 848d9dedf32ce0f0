import { afterEach, describe, expect, test } from 'vitest';
import { callUnknown, giveUpSend } from '../../src/aggregates/quote/send.ts';
import { upcasters } from '../../src/events/event-registry.ts';
import type { OutgoingMail } from '../../src/ports/mail.ts';
import type { Dependencies } from '../../src/workflows/dependencies.ts';
import { sendApproved } from '../../src/workflows/nudges/send-nudge.ts';
import { decideQuote } from '../../src/workflows/quotes.ts';
import { type DeliveryEvent, handleDeliveryEvent } from '../../src/workflows/replies/handle-delivery-event.ts';
import { appendOfNewerRelease, NEWER, upgradeTo } from '../support/newer-release.ts';
import { PRIYA, type Running, runSystem } from '../support/running-system.ts';

const MINUTE = 60_000;
const DANA = 'dana@northwind.example';
const ROW = `Q-1042,Northwind,${DANA},4800,SGD,2026-11-22,2026-12-22,${PRIYA},,,,`;

let running: Running | undefined;
afterEach(async () => {
  for (const shape of Object.keys(upcasters)) if (shape.startsWith(NEWER)) Reflect.deleteProperty(upcasters, shape);
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const actions = async (run: Running): Promise<readonly string[]> =>
  (await run.events('Q-1042')).map(({ action }) => action);

/** An approved nudge that went over to a mail service which gave no answer. */
const handedOver = async (): Promise<{
  readonly run: Running;
  readonly world: Dependencies;
  readonly mail: OutgoingMail;
}> => {
  const run = await runSystem([ROW]);
  running = run;
  await run.press(await run.draft(PRIYA), 'approve');
  const mails: OutgoingMail[] = [];
  const world: Dependencies = {
    ...run.system.runtime().deps,
    clock: { now: () => new Date(run.now() + 3 * MINUTE) },
    mailer: {
      send: async mail => {
        mails.push(mail);
        return { kind: 'unknown', reason: 'silence' };
      },
    },
  };
  expect(await sendApproved(world, 'Q-1042')).toBe('unknown');
  const [mail] = mails;
  if (!mail) throw new Error('nothing was handed over');
  return { run, world, mail };
};

/** The service's event about a mail of ours, as its publishing writes it. */
const eventOf = (mail: OutgoingMail, type: string, more: Record<string, unknown> = {}): DeliveryEvent => {
  const headers = [
    { name: 'From', value: mail.from.address },
    { name: 'Reply-To', value: mail.replyTo ?? '' },
  ];
  const tags = Object.fromEntries(Object.entries(mail.tags ?? {}).map(([name, value]) => [name, [value]]));
  return {
    id: `e-${type}`,
    type,
    messageId: '0100-abc',
    headers,
    tags,
    detail: { eventType: type, mail: { messageId: '0100-abc', destination: [mail.to], headers, tags }, ...more },
  };
};

const bounceOf = (mail: OutgoingMail, bounceType: string, bounceSubType: string, answer: object): DeliveryEvent =>
  eventOf(mail, 'Bounce', {
    bounce: { bounceType, bounceSubType, bouncedRecipients: [{ emailAddress: mail.to, ...answer }] },
  });

describe('what the mail service tells of a nudge', () => {
  test.each(['Send', 'Delivery'])('%s settles a hand-over without an answer, once', async type => {
    const { run, world, mail } = await handedOver();
    expect((await actions(run)).at(-1)).toBe('SendClaimed');
    await handleDeliveryEvent(world, eventOf(mail, type));
    await handleDeliveryEvent(world, eventOf(mail, type));
    const sent = (await run.system.runtime().engine.store.read('Q-1042')).filter(
      ({ action }) => action === 'NudgeSent',
    );
    expect(sent.map(({ data }) => data)).toMatchObject([
      { how: 'delivery-event', messageId: '0100-abc', day: '2026-11-25' },
    ]);
  });

  test('settles it also after a person gave it up', async () => {
    const { run, world, mail } = await handedOver();
    const rep = { user: PRIYA };
    await decideQuote(world, 'Q-1042', {
      actor: rep,
      decide: s => callUnknown(s, { now: world.clock.now(), force: true }),
    });
    await decideQuote(world, 'Q-1042', { actor: rep, decide: s => giveUpSend(s, { draftId: 'd1' }) });
    await handleDeliveryEvent(world, eventOf(mail, 'Delivery'));
    expect(await actions(run)).toContain('NudgeSent');
  });

  test('of a quote that cannot be read stops nothing, and settles its send once it can be read', async () => {
    const { run, world, mail } = await handedOver();
    await appendOfNewerRelease(world.store, 'Q-1042', world.clock.now());
    await handleDeliveryEvent(world, eventOf(mail, 'Delivery'));
    expect((await actions(run)).at(-1)).toBe(NEWER);
    upgradeTo({ action: 'ApprovalCancelled', schema: 1, data: { draftId: 'none' } });
    await run.advance(16 * MINUTE);
    const stored = await world.store.read('Q-1042');
    expect(stored.filter(({ action }) => action === 'NudgeSent').map(({ data }) => data)).toMatchObject([
      { how: 'delivery-event', messageId: '0100-abc', day: '2026-11-25' },
    ]);
    expect(stored.map(({ action }) => action)).not.toContain('SendUnknown');
    run.errors.splice(0, run.errors.length, ...run.errors.filter(line => !line.startsWith('UnknownEvent ')));
  });

  test('settles nothing under a mark that is not ours, or for another claim', async () => {
    const { run, world, mail } = await handedOver();
    await handleDeliveryEvent(world, eventOf({ ...mail, replyTo: `quotes+${'a'.repeat(26)}@x.example` }, 'Delivery'));
    await handleDeliveryEvent(world, eventOf({ ...mail, tags: { ...mail.tags, claim: 'd1_000000' } }, 'Delivery'));
    await handleDeliveryEvent(world, eventOf({ ...mail, tags: {} }, 'Delivery'));
    expect(await actions(run)).not.toContain('NudgeSent');
  });

  test('a hard bounce closes the address and asks the owner, once', async () => {
    const { run, world, mail } = await handedOver();
    await handleDeliveryEvent(world, eventOf(mail, 'Delivery'));
    await run.system.runtime().settled();
    const bounced = bounceOf(mail, 'Permanent', 'General', {
      diagnosticCode: 'smtp; 550 5.1.1 no such user',
      status: '5.1.1',
    });
    await handleDeliveryEvent(world, bounced);
    await handleDeliveryEvent(world, bounced);
    await run.advance(MINUTE);
    await handleDeliveryEvent(world, { ...bounced, id: 'the-same-under-another-id' });
    const contact = (await allStreams(run)).filter(name => name.startsWith('~contact/'));
    expect(contact).toHaveLength(1);
    const events = await run.system.runtime().engine.store.read(contact[0] ?? '');
    expect(events.filter(({ action }) => action === 'ContactBounced')).toHaveLength(1);
    expect((await actions(run)).filter(action => action === 'NoticeMailed')).toHaveLength(1);
  });

  test('a complaint closes the contact', async () => {
    const { run, world, mail } = await handedOver();
    await handleDeliveryEvent(
      world,
      eventOf(mail, 'Complaint', {
        complaint: { complaintFeedbackType: 'abuse', complainedRecipients: [{ emailAddress: mail.to }] },
      }),
    );
    const contact = (await allStreams(run)).find(name => name.startsWith('~contact/')) ?? '';
    const events = await run.system.runtime().engine.store.read(contact);
    expect(events.map(({ action }) => action)).toContain('ContactComplained');
  });

  test('an automatic answer that the service calls a bounce is out-of-office, and closes nothing', async () => {
    const { run, world, mail } = await handedOver();
    await handleDeliveryEvent(world, eventOf(mail, 'Delivery'));
    await run.system.runtime().settled();
    await handleDeliveryEvent(world, bounceOf(mail, 'Transient', 'General', {}));
    const labelled = (await run.system.runtime().engine.store.read('Q-1042')).find(
      ({ action }) => action === 'ReplyLabelled',
    );
    expect(labelled?.data).toMatchObject({ label: 'out-of-office', by: 'headers' });
  });

  test('a delay, an opening and an event of a letter to a rep change nothing', async () => {
    const { run, world, mail } = await handedOver();
    const before = await actions(run);
    await handleDeliveryEvent(
      world,
      eventOf(mail, 'DeliveryDelay', { deliveryDelay: { delayedRecipients: [{ emailAddress: mail.to }] } }),
    );
    await handleDeliveryEvent(world, eventOf(mail, 'Open', { open: {} }));
    await handleDeliveryEvent(world, eventOf({ ...mail, to: PRIYA, tags: { kind: 'approval' } }, 'Delivery'));
    expect(await actions(run)).toEqual(before);
    expect((await allStreams(run)).filter(name => name.startsWith('~mail/'))).toEqual([]);
  });
});

const allStreams = async (run: Running): Promise<readonly string[]> => {
  const names = new Set<string>();
  for await (const { quote_id } of run.system.runtime().engine.store.scan()) names.add(quote_id);
  return [...names];
};
