import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sesClient, sesMailer } from '../../src/adapters/aws/ses-mailer.ts';
import type { OutgoingMail, SendResult } from '../../src/ports/mail.ts';
import { type Answer, type AwsFront, openFront } from '../support/aws-front.ts';

const clock = { now: () => new Date('2026-03-02T01:00:00Z') };
const mail: OutgoingMail = {
  from: { name: 'Priya Nair', address: 'priya@your-company.com' },
  to: 'lena@harbourline.example',
  bcc: ['priya@your-company.com'],
  subject: 'Your quote',
  text: 'A word.',
  tags: { kind: 'nudge', claim: 'd1_ab' },
};

const fault = (status: number, name: string, message = 'no'): Answer => ({
  status,
  headers: { 'x-amzn-errortype': name },
  body: JSON.stringify({ message }),
});

describe('what SES answers, and what it says of the mail', () => {
  let front: AwsFront;
  beforeEach(async () => {
    process.env.AWS_REGION ??= 'ap-southeast-1';
    process.env.AWS_ACCESS_KEY_ID ??= 'test';
    process.env.AWS_SECRET_ACCESS_KEY ??= 'test';
    front = await openFront(null);
  });
  afterEach(() => front.close());

  const send = (timeoutMs = 5_000, endpoint = front.url): Promise<SendResult> =>
    sesMailer(sesClient({ endpoint }), { clock, configurationSet: 'qf-events' }).send(mail, { timeoutMs });

  it.each([
    ['a mail it will not take', fault(400, 'MessageRejected', 'Email address is not verified.'), 'refused'],
    ['a sender domain without its MX', fault(400, 'MailFromDomainNotVerifiedException'), 'refused'],
    ['a mail it cannot read', fault(400, 'BadRequestException'), 'refused'],
    ['too many at once', fault(429, 'TooManyRequestsException'), 'throttled'],
    ['the day’s quota', fault(400, 'LimitExceededException'), 'throttled'],
    ['a paused account', fault(400, 'SendingPausedException'), 'throttled'],
    ['a role without the right', fault(403, 'AccessDeniedException'), 'throttled'],
    ['a configuration set that is gone', fault(404, 'NotFoundException'), 'throttled'],
    ['trouble of its own', fault(500, 'InternalFailure'), 'unknown'],
    ['a gateway in between', { status: 502, type: 'text/html', body: '<html>bad gateway</html>' }, 'unknown'],
    ['an answer that is no JSON', { status: 200, body: 'OK' }, 'unknown'],
    ['an answer without an id', { status: 200, body: '{}' }, 'unknown'],
  ] satisfies readonly (readonly [string, Answer, SendResult['kind']])[])('%s', async (_, answer, kind) => {
    front.answer = () => answer;
    expect((await send()).kind).toBe(kind);
  });

  it.each([fault(429, 'TooManyRequestsException'), fault(500, 'InternalFailure'), fault(503, 'ServiceUnavailable')])(
    'is asked once, whatever it answers',
    async answer => {
      front.answer = () => answer;
      await send();
      expect(front.calls).toHaveLength(1);
    },
  );

  it('silence is unknown once the time is over, and not waited out', async () => {
    front.answer = () => 'silence';
    expect(await send(50)).toEqual({ kind: 'unknown', reason: 'no answer within 50 ms' });
    expect(front.calls).toHaveLength(1);
  });

  it('a service that nobody reached has not taken the mail', async () => {
    const { url, close } = await openFront(null);
    await close();
    expect((await send(5_000, url)).kind).toBe('throttled');
  });

  it('is told the envelope, the configuration set and the tags that come back in delivery events', async () => {
    front.answer = () => ({ status: 200, body: JSON.stringify({ MessageId: '0100-a' }) });
    expect(await send()).toEqual({ kind: 'sent', messageId: '0100-a' });
    expect(JSON.parse(front.calls[0]?.body.toString() ?? '')).toMatchObject({
      FromEmailAddress: 'priya@your-company.com',
      Destination: { ToAddresses: ['lena@harbourline.example'], BccAddresses: ['priya@your-company.com'] },
      ConfigurationSetName: 'qf-events',
      EmailTags: [
        { Name: 'kind', Value: 'nudge' },
        { Name: 'claim', Value: 'd1_ab' },
      ],
    });
  });
});
