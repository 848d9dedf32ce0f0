import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { ACCOUNT, REGION } from './local-aws.ts';

/** Events as Lambda's sources send them, in the shapes that they have on AWS. */

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
    bucket: { name: bucket },
    object: { key, size: 5_210, etag: 'b1946ac92492d2347c6235b4d2611184', 'version-id': 'x', sequencer: '00' },
    'request-id': 'N4N7GDK58NMKJ12R',
    requester: 'ses.amazonaws.com',
    'source-ip-address': '1.2.3.4',
    reason: 'PutObject',
  },
});

export const onBus = (source: string, detailType: string, detail: unknown): unknown => ({
  version: '0',
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  'detail-type': detailType,
  source,
  account: ACCOUNT,
  time: '2026-11-24T01:00:00Z',
  region: REGION,
  resources: [],
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
  headers: {
    'content-length': String(body?.length ?? 0),
    'x-amzn-tls-version': 'TLSv1.3',
    'x-forwarded-proto': 'https',
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
    requestId: '1c2d',
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
    eventID: `e${at}`,
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

/** SES's event of a mail of ours, by way of the bus. */
export const sesEvent = (
  detailType: string,
  {
    eventType,
    mail,
    ...more
  }: { readonly eventType: string; readonly mail: unknown; readonly [other: string]: unknown },
): unknown => onBus('aws.ses', detailType, { eventType, mail, ...more });

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
