import { describe, expect, it } from 'vitest';
import { readMailedEvent, readServiceEvent } from '../../../../src/mail-reading/classify/service-event.ts';

const bounce = (bounceType: string, bounceSubType: string, recipient: Readonly<Record<string, string>> = {}) =>
  readServiceEvent({
    eventType: 'Bounce',
    mail: { messageId: 'aa' },
    bounce: { bounceType, bounceSubType, bouncedRecipients: [{ emailAddress: 'Ann@x.example', ...recipient }] },
  });

describe('an event of the sending service', () => {
  it('is an automatic answer when it is a passing bounce without an SMTP answer', () => {
    expect(bounce('Transient', 'General')).toEqual({
      kind: 'auto-reply',
      messageId: 'aa',
      recipients: ['ann@x.example'],
    });
  });
  it('is a hard bounce for an address that is not there, or on the suppression list', () => {
    expect(
      bounce('Permanent', 'General', { status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }),
    ).toMatchObject({ deliveries: [{ hard: true }] });
    expect(bounce('Permanent', 'OnAccountSuppressionList')).toMatchObject({ deliveries: [{ hard: true }] });
    expect(bounce('Permanent', 'NoEmail')).toMatchObject({ deliveries: [{ hard: true }] });
  });
  it('is a soft bounce for what may pass', () => {
    expect(
      bounce('Transient', 'MailboxFull', { status: '5.2.2', diagnosticCode: 'smtp; 552 mailbox full' }),
    ).toMatchObject({ deliveries: [{ hard: false, outcome: 'failed' }] });
    expect(bounce('Transient', 'General', { diagnosticCode: 'smtp; 550 5.1.1 user unknown' })).toMatchObject({
      deliveries: [{ hard: false }],
    });
    expect(
      bounce('Permanent', 'General', { status: '5.7.1', diagnosticCode: 'smtp; 550 5.7.1 blocked using dnsbl' }),
    ).toMatchObject({ deliveries: [{ hard: false }] });
  });
  it('is a soft bounce of every recipient where the service took the mail and then found a virus in it', () => {
    const mail = { messageId: 'aa', destination: ['Ann@x.example', 'bo@x.example'] };
    const told = readServiceEvent({ eventType: 'Reject', mail, reject: { reason: 'Bad content' } });
    const refused = { outcome: 'failed', hard: false, reason: 'virus', diagnostic: 'Bad content' };
    expect(told).toMatchObject({
      kind: 'bounce',
      messageId: 'aa',
      deliveries: [
        { recipient: 'ann@x.example', ...refused },
        { recipient: 'bo@x.example', ...refused },
      ],
    });
    expect(readServiceEvent({ eventType: 'Reject', mail: {} })).toMatchObject({ deliveries: [{ recipient: null }] });
  });
  it('may be a complaint, a delivery or a delay', () => {
    const mail = { messageId: 'aa' };
    expect(
      readServiceEvent({
        eventType: 'Complaint',
        mail,
        complaint: { complainedRecipients: [{ emailAddress: 'A@x.example' }] },
      }),
    ).toMatchObject({ kind: 'complaint', recipients: ['a@x.example'] });
    expect(readServiceEvent({ eventType: 'Delivery', mail, delivery: { recipients: ['A@x.example'] } })).toMatchObject({
      kind: 'delivery',
      recipients: ['a@x.example'],
    });
    expect(
      readServiceEvent({
        eventType: 'DeliveryDelay',
        mail,
        deliveryDelay: { delayedRecipients: [{ emailAddress: 'A@x.example' }] },
      }),
    ).toMatchObject({ kind: 'bounce', deliveries: [{ outcome: 'delayed' }] });
  });
  it.each([[null], [[]], ['x'], [{}], [{ eventType: 'Open' }], [{ eventType: 3 }]])('is nothing in %j', event => {
    expect(readServiceEvent(event)).toBeNull();
  });
  it('survives the breaks a mail server puts into long lines', () => {
    const json = JSON.stringify({
      notificationType: 'Delivery',
      mail: { messageId: 'aa' },
      delivery: { recipients: ['ann@x.example'] },
    });
    expect(readMailedEvent(`Hi\n${json.slice(0, 40)}!\n ${json.slice(40)}\n--\nbye`)).toMatchObject({
      kind: 'delivery',
      recipients: ['ann@x.example'],
    });
  });
});
