import { createHash, randomUUID } from 'node:crypto';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { ACCOUNT, REGION } from './local-aws.ts';

/*
 * Events as Lambda's sources send them, field by field as in AWS's own samples, read on 2026-11-24:
 * S3 by the bus: docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 * SES: docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html, by the bus under `detail`
 * function URL: docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html (payload format 2.0)
 * stream: docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */

/** A schedule's own `Input`: the template gives each an empty object. */
export const scheduled = {};

/** S3 by way of the bus: keys come as they are, not URL-encoded. */
export const mailStored = (bucket: string, key: string): unknown => ({
  version: '0',
  id: '17793124-05d4-b198-2fde-7ededc63b103',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: ACCOUNT,
  time: '2026-11-24T01:00:00Z',
  region: REGION,
  resources: [`arn:aws:s3:::${bucket}`],
  detail: {
    version: '0',
    'event-version': '1.0',
    bucket: { name: bucket },
    object: {
      key,
      size: 5_210,
      etag: 'b1946ac92492d2347c6235b4d2611184',
      'version-id': 'IYV3p45BT0ac8hjHg1houSdS1a.Mro8e',
      sequencer: '617f08299329d189',
    },
    'request-id': 'N4N7GDK58NMKJ12R',
    requester: 'ses.amazonaws.com',
    'source-ip-address': '1.2.3.4',
    reason: 'PutObject',
  },
});

export const onBus = (
  source: string,
  detailType: string,
  detail: unknown,
  resources: readonly string[] = [],
): unknown => ({
  version: '0',
  id: randomUUID(),
  'detail-type': detailType,
  source,
  account: ACCOUNT,
  time: '2026-11-24T01:00:00Z',
  region: REGION,
  resources,
  detail,
});

/** A function URL's request, payload format 2.0; bodies of forms come in base64. */
export const urlRequest = (
  method: string,
  path: string,
  {
    body,
    headers = {},
    query = '',
  }: { readonly body?: string; readonly headers?: Readonly<Record<string, string>>; readonly query?: string } = {},
): unknown => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: query,
  ...(query === '' ? {} : { queryStringParameters: Object.fromEntries(new URLSearchParams(query)) }),
  headers: {
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    'accept-encoding': 'gzip, deflate, br, zstd',
    'x-amzn-tls-cipher-suite': 'TLS_AES_128_GCM_SHA256',
    'x-amzn-tls-version': 'TLSv1.3',
    'x-amzn-trace-id': 'Root=1-6564a3b0-0f1e2d3c4b5a69788796a5b4',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '443',
    'x-forwarded-for': '203.0.113.9',
    host: 'abc123.lambda-url.ap-southeast-1.on.aws',
    'user-agent': 'Mozilla/5.0',
    ...headers,
  },
  requestContext: {
    accountId: 'anonymous',
    apiId: 'abc123',
    domainName: 'abc123.lambda-url.ap-southeast-1.on.aws',
    domainPrefix: 'abc123',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '203.0.113.9', userAgent: 'Mozilla/5.0' },
    requestId: '1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',
    routeKey: '$default',
    stage: '$default',
    time: '24/Nov/2026:01:00:00 +0000',
    timeEpoch: 1_795_482_000_000,
  },
  ...(body === undefined
    ? { isBase64Encoded: false }
    : { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }),
});

/** A batch of a table's stream: bytes come as base64 text. */
export const streamBatchOf = (items: readonly Record<string, AttributeValue>[]): unknown => ({
  Records: items.map((item, at) => ({
    eventID: createHash('md5').update(`${item.quote_id?.S}/${item.version?.N}`).digest('hex'),
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: REGION,
    dynamodb: {
      ApproximateCreationDateTime: 1_795_482_000,
      Keys: { quote_id: item.quote_id, version: item.version },
      NewImage: JSON.parse(JSON.stringify(item, bytesAsText)),
      SequenceNumber: String(4_421_584_500_000 + at),
      SizeBytes: 300,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
    eventSourceARN: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/qf-audit/stream/2026-11-24T00:00:00.000`,
  })),
});

const bytesAsText = (_: string, value: unknown): unknown =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every(key => /^\d+$/.test(key))
    ? Buffer.from(Object.values(value)).toString('base64')
    : value;

/** A mail of ours as SES knows it. */
export interface SentBySes {
  readonly messageId: string;
  readonly configurationSet: string;
  readonly from: string;
  readonly to: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** What SES publishes of a mail, by what happened to it, by way of the bus. */
export const sesEvents = (sent: SentBySes) => {
  const { to, configurationSet } = sent;
  const told = (detailType: string, detail: Readonly<Record<string, unknown>>): unknown =>
    onBus('aws.ses', detailType, { ...detail, mail: mailOf(sent) }, [
      `arn:aws:ses:${REGION}:${ACCOUNT}:configuration-set/${configurationSet}`,
    ]);
  const bounced = (bounceType: string, bounceSubType: string, answer: Readonly<Record<string, string>>): unknown =>
    told('Email Bounced', {
      eventType: 'Bounce',
      bounce: {
        feedbackId: `${randomUUID()}-000000`,
        bounceType,
        bounceSubType,
        bouncedRecipients: [{ emailAddress: to, ...answer }],
        timestamp: '2026-11-24T01:00:02.000Z',
        reportingMTA: 'dns; e226-55.smtp-out.amazonses.com',
      },
    });
  return {
    sent: (): unknown => told('Email Sent', { eventType: 'Send', send: {} }),
    delivered: (): unknown =>
      told('Email Delivered', {
        eventType: 'Delivery',
        delivery: {
          timestamp: '2026-11-24T01:00:01.000Z',
          processingTimeMillis: 900,
          recipients: [to],
          smtpResponse: '250 2.6.0 Message received',
          remoteMtaIp: '198.51.100.7',
          reportingMTA: 'e226-55.smtp-out.amazonses.com',
        },
      }),
    delayed: (): unknown =>
      told('Email Delivery Delayed', {
        eventType: 'DeliveryDelay',
        deliveryDelay: {
          timestamp: '2026-11-24T01:00:01.000Z',
          delayType: 'TransientCommunicationFailure',
          expirationTime: '2026-11-24T13:00:00.000Z',
          reportingMTA: 'e226-55.smtp-out.amazonses.com',
          delayedRecipients: [
            { emailAddress: to, status: '4.4.1', diagnosticCode: 'smtp; 421 4.4.1 Unable to connect to remote host' },
          ],
        },
      }),
    mailboxFull: (): unknown =>
      bounced('Transient', 'MailboxFull', {
        action: 'failed',
        status: '4.2.2',
        diagnosticCode: 'smtp; 452 4.2.2 mailbox full',
      }),
    /** An automatic answer: SES got it at the envelope's sender, and knows no more of it. */
    answeredByMachine: (): unknown => bounced('Transient', 'General', {}),
    addressUnknown: (): unknown =>
      bounced('Permanent', 'General', {
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: 'smtp; 550 5.1.1 user unknown',
      }),
    complained: (): unknown =>
      told('Email Complaint Received', {
        eventType: 'Complaint',
        complaint: {
          feedbackId: `${randomUUID()}-000000`,
          complaintSubType: null,
          complainedRecipients: [{ emailAddress: to }],
          timestamp: '2026-11-24T01:00:03.000Z',
          userAgent: 'Mail provider FBL',
          complaintFeedbackType: 'abuse',
          arrivalDate: '2026-11-24T01:00:03.000Z',
        },
      }),
    /** The service itself held it back: it, or its list, knows that the address bounced before. */
    suppressed: (): unknown =>
      bounced('Permanent', 'OnAccountSuppressionList', {
        action: 'failed',
        status: '5.1.1',
        diagnosticCode:
          'Amazon SES did not send the message to this address because it is on the suppression list for your account.',
      }),
    notRendered: (): unknown =>
      told('Email Rendering Failed', {
        eventType: 'Rendering Failure',
        failure: {
          errorMessage: "Attribute 'name' is not present in the rendering data.",
          templateName: 'none-of-ours',
        },
      }),
    rejected: (): unknown => told('Email Rejected', { eventType: 'Reject', reject: { reason: 'Bad content' } }),
  };
};

const mailOf = ({ messageId, configurationSet, from, to, headers, tags }: SentBySes): unknown => ({
  timestamp: '2026-11-24T01:00:00.000Z',
  source: from,
  sourceArn: `arn:aws:ses:${REGION}:${ACCOUNT}:identity/${from.split('@')[1]}`,
  sendingAccountId: ACCOUNT,
  messageId,
  destination: [to],
  headersTruncated: false,
  headers: Object.entries({ From: from, To: to, ...headers }).map(([name, value]) => ({ name, value })),
  commonHeaders: { from: [from], to: [to], messageId, subject: 'Our quote' },
  tags: {
    'ses:operation': ['SendRawEmail'],
    'ses:configuration-set': [configurationSet],
    'ses:source-ip': ['203.0.113.20'],
    'ses:from-domain': [from.split('@')[1]],
    'ses:caller-identity': ['sender'],
    ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
  },
});

/** A message as SES stores it: its own fields on top. */
export const receivedMail = ({
  from,
  to,
  lines,
  proven = true,
}: {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly string[];
  readonly proven?: boolean;
}): string =>
  [
    `Return-Path: <${from}>`,
    `Received: from mail.example (mail.example [198.51.100.7]) by inbound-smtp.${REGION}.amazonaws.com with SMTP id abc for ${to}; Tue, 24 Nov 2026 01:00:00 +0000 (UTC)`,
    'X-SES-Spam-Verdict: PASS',
    'X-SES-Virus-Verdict: PASS',
    `Received-SPF: pass (spfCheck: domain of ${from} designates 198.51.100.7 as permitted sender)`,
    `Authentication-Results: amazonses.com; spf=${proven ? 'pass' : 'none'} envelope-from=${from}; dkim=${proven ? 'pass' : 'none'} header.i=@${from.split('@')[1]};`,
    'X-SES-RECEIPT: AEFBQUFB',
    'X-SES-DKIM-SIGNATURE: a=rsa-sha256; q=dns/txt; b=abc',
    ...lines,
  ].join('\r\n');
