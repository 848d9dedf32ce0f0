import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { HeadObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { ListSchedulesCommand } from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, buildLambda, bundledFrom, lambdaNames, mostBytes } from '../../scripts/build-lambdas.ts';
import { ROOT } from '../../scripts/template/read-template.ts';
import { dynamoDbClient } from '../../src/adapters/aws/dynamodb-client.ts';
import { s3Client } from '../../src/adapters/aws/s3-objects.ts';
import { schedulerClient } from '../../src/adapters/aws/scheduler-one-offs.ts';
import { parseMessage } from '../../src/adapters/mail/parse-message.ts';
import { VARIABLES } from '../../src/handlers/lambda/environment.ts';
import { signatureOf } from '../../src/quote-intake/webhook/verify-signature.ts';
import { type AwsCall, type AwsFront, mailsIn, openFront } from '../support/aws-front.ts';
import { COMPANY, HOOK_SECRET, INBOUND, type Install, install } from '../support/aws-install.ts';
import { type FakeBedrock, said, startFakeBedrock } from '../support/fake-bedrock.ts';
import { type FakeGoogle, startFakeGoogle } from '../support/fake-google.ts';
import { type Lambda, startLambda } from '../support/lambda.ts';
import {
  mailStored,
  onBus,
  receivedMail,
  scheduled,
  sesEvents,
  streamBatchOf,
  urlRequest,
} from '../support/lambda-events.ts';
import { ACCOUNT, localAws, place, REGION } from '../support/local-aws.ts';
import { type Need, needsOf, unmet } from '../support/role-guard.ts';

/*
 * One quote's way through the built bundles, each in a process of its own, against a local AWS. Before it stands a guard
 * that reads each function's role from the template and refuses what the role does not allow, as IAM would.
 */

/** Loads a bundle as Lambda does, and tells which of Node's own modules came with it. */
const LOADED = `
const before = new Set(process.moduleLoadList);
await import(process.argv[1]);
console.log(process.moduleLoadList.filter(one => !before.has(one)).join(' '));
process.exit(0);`;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const KB = 1_024;
const PRIYA = `priya@${COMPANY}`;
const DANA = 'dana@northwind.example';
/** Where it is noon now: past the hour of the day's mail, and far from midnight. */
const AHEAD = 12 - new Date().getUTCHours();
const ZONE = `Etc/GMT${AHEAD > 0 ? '-' : '+'}${Math.abs(AHEAD)}`;
const serial = (daysAgo: number): number => Math.floor(Date.now() / DAY_MS) + 25_569 - daysAgo;

describe.skipIf(localAws === null)('the built bundles on a local AWS', () => {
  const out = mkdtempSync(join(tmpdir(), 'qf-bundles-'));
  const bundles = new Map<string, Bundle>();
  const running = new Map<string, Lambda>();
  const denied: string[] = [];
  const used = new Set<string>();
  let front: AwsFront;
  let google: FakeGoogle;
  let model: FakeBedrock;
  let qf: Install;

  beforeAll(async () => {
    for (const bundle of await Promise.all((await lambdaNames()).map(name => buildLambda(name, out, 'test'))))
      bundles.set(bundle.name, bundle);
    [front, google, model] = await Promise.all([
      openFront(place().endpoint ?? null),
      startFakeGoogle(),
      startFakeBedrock(),
    ]);
    front.answer = guard;
    qf = await install({
      timezone: ZONE,
      currency: 'SGD',
      admin: `owner@${COMPANY}`,
      company_domains: JSON.stringify([COMPANY]),
      known_reps: JSON.stringify([PRIYA]),
      stakeholders: JSON.stringify([`board@${COMPANY}`]),
      quiet_hours: 'null',
      skip_weekends: 'false',
    });
    google.docs['rules-1'] = `Standard quotes: nudge at 3 days and 7 days after sending.\nPriya is ${PRIYA}.\n`;
    google.docs['voice-1'] = 'Warm and plain.\n';
    google.tabs.Closed = [['Quote number', 'Outcome', 'Date closed']];
    google.tabs.Quotes = [
      [
        'Quote number',
        'Customer',
        'Contact email',
        'Amount',
        'Currency',
        'Date sent',
        'Date expires',
        'Owner',
        'Status',
      ],
      ['HL-1', 'Northwind', DANA, 4_800, 'SGD', serial(4), serial(-30), PRIYA],
    ];
  }, 300_000);

  afterAll(async () => {
    for (const lambda of running.values()) lambda.close();
    await Promise.all([front?.close(), google?.close(), model?.close()]);
    rmSync(out, { recursive: true, force: true });
  });

  const guard = (call: AwsCall) => {
    const needs = needsOf(call, { account: ACCOUNT, region: REGION });
    const allowed = qf.allowed(call.caller);
    const refused = unmet(needs, allowed);
    for (const { action } of needs) used.add(`${call.caller} ${action}`);
    if (refused.length === 0) return null;
    denied.push(...refused.map(({ action, resource }: Need) => `${call.caller}: ${action} on ${resource}`));
    return call.service === 's3'
      ? { status: 403, type: 'application/xml', body: '<Error><Code>AccessDenied</Code></Error>' }
      : { status: 400, headers: { 'x-amzn-errortype': 'AccessDeniedException' }, body: '{"message":"not authorized"}' };
  };

  const lambda = (name: string): Lambda => {
    const known = running.get(name);
    if (known) return known;
    const started = startLambda(join(out, name), {
      ...qf.environment(name),
      PATH: process.env.PATH ?? '',
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: name,
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL: front.url,
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: model.url,
      TEST_GOOGLE_URL: google.url,
    });
    running.set(name, started);
    return started;
  };
  const invoke = (name: string, event: unknown, aheadMs = 0): Promise<unknown> =>
    lambda(name).invoke(event, { aheadMs });

  const items = async (): Promise<readonly Record<string, AttributeValue>[]> =>
    (await dynamoDbClient(place()).send(new ScanCommand({ TableName: `${qf.prefix}-audit`, ConsistentRead: true })))
      .Items ?? [];
  const actionsOf = async (stream: string): Promise<readonly string[]> =>
    (await items())
      .filter(item => item.quote_id?.S === stream)
      .toSorted((a, b) => Number(a.version?.N) - Number(b.version?.N))
      .map(item => item.action?.S ?? '');
  const projected = async (): Promise<unknown> => invoke('projector', streamBatchOf(await items()));
  const published = (from: number) =>
    front.calls
      .slice(from)
      .filter(({ service }) => service === 'events')
      .flatMap(({ body }) => JSON.parse(body.toString()).Entries);
  const mailTo = async (to: string, subject: string) => {
    for (const mime of mailsIn(front.calls).toReversed()) {
      const parsed = await parseMessage(Buffer.from(mime));
      if (parsed._tag === 'Left') throw new Error(parsed.left.why);
      const { right } = parsed;
      if (right.to.some(({ address }) => address === to) && right.subject.includes(subject)) return right;
    }
    throw new Error(`no mail to ${to} about ${subject}`);
  };
  const pathIn = (text: string | null): string => /https:\/\/[^/\s]+(\/t\/\S+)/.exec(text ?? '')?.[1] ?? '';
  const storeMail = async (id: string, mime: string): Promise<string> => {
    const key = `inbound/${id}`;
    await s3Client(place()).send(
      new PutObjectCommand({ Bucket: `${qf.prefix}-raw-mime-${ACCOUNT}-${REGION}`, Key: key, Body: mime }),
    );
    return key;
  };
  const routed = async (key: string) => {
    const from = front.calls.length;
    await invoke('mail-router', mailStored(`${qf.prefix}-raw-mime-${ACCOUNT}-${REGION}`, key));
    const [entry] = published(from);
    return { type: entry.DetailType, event: onBus(entry.Source, entry.DetailType, JSON.parse(entry.Detail)) };
  };

  it('hold at most 1.5 MB, all that is loaded later counted, and 2.5 MB where mail is taken in', () => {
    const over = [...bundles.values()].flatMap(bundle => [
      ...(bundle.wholeBytes > mostBytes(bundle) ? [`${bundle.name} ${bundle.wholeBytes}`] : []),
      ...bundle.beside.flatMap(({ file, bytes, most }) => (bytes > most ? [`${bundle.name} ${file} ${bytes}`] : [])),
    ]);
    expect(over).toEqual([]);
    const withTwo = [...bundles.values()].filter(bundle => mostBytes(bundle) > 1_536 * KB).map(({ name }) => name);
    expect(withTwo).toEqual(['delivery-events', 'intake-parser', 'reply-handler', 'sweep']);
  });

  it('start from one file, with one copy of fp-ts', () => {
    for (const { name, folder, startInputs } of bundles.values()) {
      const parts = readFileSync(join(folder, 'index.mjs'), 'utf8').match(/from"\.\/[^"]+"/g);
      const twice = [...startInputs].filter(path => path.startsWith('node_modules/fp-ts/lib/'));
      expect([name, parts, twice]).toEqual([name, null, []]);
    }
  });

  it('start without Node’s fetch and HTTP/2, which together cost as much as two clients of the SDK', () => {
    for (const { name, folder } of bundles.values()) {
      const loaded = execFileSync(
        process.execPath,
        ['--input-type=module', '--eval', LOADED, join(folder, 'index.mjs')],
        { env: { ...VARIABLES, AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' }, encoding: 'utf8' },
      );
      expect([name, /\bundici\b/.test(loaded), /\bhttp2\b/.test(loaded)]).toEqual([name, false, false]);
    }
  });

  it.each([
    ['the words of many languages', '/replies.json'],
    ['tables of characters', 'node_modules/iconv-lite/'],
    ['the composer of mails', 'node_modules/nodemailer/'],
    ['Google’s clients', 'node_modules/@googleapis/'],
    ['the model’s client', 'node_modules/@aws-sdk/client-bedrock-runtime/'],
    ['the reader of rules', 'src/rules-doc/read-rules.ts'],
  ])('read %s when they are asked for, not at the start', (_, path) => {
    const early = [...bundles.values()].filter(({ startInputs }) => [...startInputs].some(one => one.includes(path)));
    expect(early.map(({ name }) => name)).toEqual([]);
  });

  /** Parts of the world, what uses them, and the adapter that brings each. */
  it.each([
    ['oneOffs', /\boneOffs\.at\(/, 'aws/scheduler-one-offs.ts'],
    ['mailReader', /\bmailReader\.parse\(/, 'mail/guarded-reader.ts'],
    ['readPdf', /\breadPdf\b/, 'pdf/read-pdf.ts'],
    ['sheetWriter', /\bsheetWriter\.\w+\(/, 'google/google-sheet-writer.ts'],
    ['charts', /\bcharts\.draw\(/, 'chart/draw-chart.ts'],
    ['mailer', /\bmailer\.send\(/, 'aws/ses-mailer.ts'],
    ['keys', /\bkeys\b/, 'aws/dynamodb-key-store.ts'],
  ])('hold %s where their code uses it, and nowhere else', (_, use, adapter) => {
    const using = (path: string): boolean =>
      path.startsWith('src/workflows/') && use.test(readFileSync(join(ROOT, path), 'utf8'));
    const names = (holds: (paths: ReadonlySet<string>) => boolean): readonly string[] =>
      [...bundles.values()].filter(({ metafile }) => holds(bundledFrom(metafile))).map(({ name }) => name);
    expect(names(paths => paths.has(`src/adapters/${adapter}`))).toEqual(names(paths => [...paths].some(using)));
  });

  it('drive-sync brings sheet and docs in', async () => {
    await invoke('drive-sync', scheduled);
    expect(await actionsOf('HL-1')).toEqual(['QuoteListed']);
    expect(lambda('drive-sync').lines.join()).toContain("event: 'Synced'");
  });

  it('timer plans the day, and writes the line that the heartbeat counts', async () => {
    expect(await invoke('timer', scheduled)).toMatchObject({ already: false, quotes: 1 });
    expect(await actionsOf('HL-1')).toEqual(['QuoteListed', 'MovePlanned']);
    expect(lambda('timer').lines.join()).toContain("event: 'DayChecked'");
    expect(await invoke('timer', scheduled)).toMatchObject({ already: true });
  });

  it('publisher puts the move on the bus, projector takes a batch', async () => {
    const from = front.calls.length;
    expect(await invoke('publisher', streamBatchOf(await items()))).toEqual({ batchItemFailures: [] });
    expect(published(from)).toMatchObject([{ Source: qf.prefix, DetailType: 'qf.first_nudge' }]);
    expect(await projected()).toEqual({ batchItemFailures: [] });
  });

  it('sender drafts by the model, sweep sends the day’s mail that asks for approval', async () => {
    model.answersBy(() => said({ text: 'Hello, a word about our quote HL-1.\n\nWarm regards' }));
    await invoke(
      'sender',
      onBus(qf.prefix, 'qf.first_nudge', { quoteId: 'HL-1', draftId: 'd1', move: 'first_nudge', eventId: 'HL-1/2' }),
    );
    expect(model.requests[0]?.modelId).toBe('global.anthropic.claude-haiku-4-5-20251001-v1:0');
    expect(await actionsOf('HL-1')).toEqual(['QuoteListed', 'MovePlanned', 'DraftWritten']);
    await invoke('sweep', scheduled);
    expect(await actionsOf('HL-1')).toContain('DraftMailed');
    await projected();
  });

  it('intake-webhook shows the page and takes the approval from a form in base64', async () => {
    const path = pathIn(/Decide on HL-1:\n.+/.exec((await mailTo(PRIYA, 'Today')).text ?? '')?.[0] ?? null);
    const page = (await invoke('intake-webhook', urlRequest('GET', path))) as { statusCode: number; body: string };
    expect([page.statusCode, await actionsOf('HL-1')]).toEqual([200, expect.not.arrayContaining(['DraftApproved'])]);
    const hidden = [...page.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const form = new URLSearchParams({
      ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])),
      act: 'approve',
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' };
    const answer = await invoke('intake-webhook', urlRequest('POST', path, { body: form.toString(), headers }));
    expect(answer).toMatchObject({ statusCode: 200, body: expect.stringContaining('Cancel the approval') });
    expect(await actionsOf('HL-1')).toContain('DraftApproved');
    const { Schedules } = await schedulerClient(place()).send(
      new ListSchedulesCommand({ GroupName: `${qf.prefix}-one-offs` }),
    );
    expect(Schedules).toHaveLength(1);
  });

  it('sender sends two minutes later, from the rep’s own address, the claim kept outside the log', async () => {
    await invoke('sender', { quoteId: 'HL-1', draftId: 'd1', move: 'first_nudge', eventId: '' }, 3 * MINUTE_MS);
    expect(await actionsOf('HL-1')).toEqual(expect.arrayContaining(['SendClaimed', 'NudgeSent']));
    const nudge = await mailTo(DANA, '');
    expect(nudge.from[0]?.address).toBe(PRIYA);
    const Bucket = `${qf.prefix}-raw-mime-${ACCOUNT}-${REGION}`;
    const { Contents = [] } = await s3Client(place()).send(new ListObjectsV2Command({ Bucket, Prefix: 'claims/' }));
    const claim = await s3Client(place()).send(new HeadObjectCommand({ Bucket, Key: Contents[0]?.Key }));
    expect(claim.ObjectLockMode).toBe('GOVERNANCE');
    await projected();
  });

  /** What SES tells of the nudge. */
  const ofTheNudge = async () => {
    const nudge = await mailTo(DANA, '');
    const sent = (await items()).find(item => item.action?.S === 'NudgeSent');
    return sesEvents({
      messageId: sent?.data?.M?.messageId?.S ?? '',
      configurationSet: `${qf.prefix}-events`,
      from: PRIYA,
      to: DANA,
      headers: { 'Reply-To': nudge.replyTo[0]?.address ?? '' },
      tags: { claim: 'd1_00', kind: 'nudge' },
    });
  };

  it('delivery-events takes what SES tells of it', async () => {
    const told = await ofTheNudge();
    await invoke('delivery-events', told.delivered());
    await invoke('delivery-events', told.mailboxFull());
    expect((await items()).map(item => item.action?.S)).toContain('ContactBounced');
  });

  it('mail-router sends an answer one way, reply-handler records, labels and passes it on', async () => {
    const nudge = await mailTo(DANA, '');
    const to = nudge.replyTo[0]?.address ?? '';
    const lines = [
      `From: Dana Lim <${DANA}>`,
      `To: ${to}`,
      'Subject: Re: quote',
      'Message-ID: <answer-1@northwind.example>',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Yes please, go ahead.',
    ];
    const { type, event } = await routed(await storeMail('answer1', receivedMail({ from: DANA, to, lines })));
    expect(type).toBe('qf.mail_reply');
    model.answersBy(() => said({ why: 'says yes', label: 'accept' }));
    await invoke('reply-handler', event);
    expect(await actionsOf('HL-1')).toEqual(expect.arrayContaining(['ReplyReceived', 'ReplyLabelled', 'NoticeMailed']));
    expect((await mailTo(PRIYA, 'looks like a yes')).replyTo[0]?.address).toBe(DANA);
  });

  it('mail-router sends a rep’s mail the other way, intake-parser makes a proposal of it', async () => {
    const lines = [
      `From: Priya Nair <${PRIYA}>`,
      'To: Lee Tan <lee@fabrikam.example>',
      'Subject: Quote HL-77 for Fabrikam',
      'Message-ID: <sent-1@harbourline.example>',
      'Date: Tue, 24 Nov 2026 09:00:00 +0800',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Dear Lee,',
      '',
      'Quote number: HL-77',
      'Total: SGD 1,250.00',
      'Valid until: 31 December 2030',
      '',
      'Priya',
    ];
    const mime = receivedMail({ from: PRIYA, to: `quotes@${INBOUND}`, lines });
    const { type, event } = await routed(await storeMail('bcc1', mime));
    expect(type).toBe('qf.mail_intake');
    await invoke('intake-parser', event);
    expect((await items()).map(item => item.action?.S)).toEqual(
      expect.arrayContaining(['ProposalMade', 'ProposalMailed']),
    );
    await projected();
  });

  it('intake-webhook takes a signed notice, tells the unsigned nothing, and explains itself', async () => {
    const body = JSON.stringify({
      quote_number: 'HL-78',
      customer: 'Contoso',
      contact_email: 'kim@contoso.example',
      amount: '990.00',
      currency: 'SGD',
      sent_date: '2026-11-20',
    });
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const headers = {
      'content-type': 'application/json',
      'x-qf-timestamp': timestamp,
      'x-qf-signature': signatureOf(HOOK_SECRET, timestamp, Buffer.from(body)),
    };
    expect(await invoke('intake-webhook', urlRequest('GET', '/hook'))).toMatchObject({ statusCode: 200 });
    expect(await invoke('intake-webhook', urlRequest('POST', '/hook', { body }))).toMatchObject({ statusCode: 401 });
    const taken = await invoke('intake-webhook', urlRequest('POST', '/hook', { body, headers }));
    expect(taken).toMatchObject({ statusCode: 202 });
  });

  it('intake-webhook writes an approved proposal into the sheet, as plain values', async () => {
    await projected();
    const path = pathIn((await mailTo(PRIYA, 'HL-77')).text);
    const page = (await invoke('intake-webhook', urlRequest('GET', path))) as { body: string };
    const fields = [...page.body.matchAll(/<input[^>]* name="([^"]+)"[^>]*>/g)].map(([tag, name]) => [
      name,
      / value="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]);
    const form = new URLSearchParams({ ...Object.fromEntries(fields), act: 'approve' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const done = await invoke('intake-webhook', urlRequest('POST', path, { body: form.toString(), headers }));
    expect(done).toMatchObject({ statusCode: 200 });
    expect(google.writes).toMatchObject([{ option: 'RAW' }]);
    expect(google.tabs.Quotes?.at(-1)).toEqual(expect.arrayContaining(['HL-77', 'lee@fabrikam.example']));
  });

  it('digest writes its letters once, with the chart drawn beside the bundle, and keeps what was sent', async () => {
    expect(await invoke('digest', scheduled)).toMatchObject({ kind: 'ran', failed: 0 });
    const mail = await mailTo(`owner@${COMPANY}`, '');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(expect.arrayContaining(['chart.png']));
    expect(lambda('digest').lines.join()).not.toContain('ChartNotDrawn');
    const Bucket = `${qf.prefix}-raw-mime-${ACCOUNT}-${REGION}`;
    const kept = await s3Client(place()).send(new ListObjectsV2Command({ Bucket, Prefix: 'reports/digest/' }));
    expect(kept.KeyCount).toBeGreaterThan(0);
    expect(await invoke('digest', scheduled)).toEqual({ kind: 'already' });
  });

  it('summary asks the other model for its paragraph and goes to the stakeholders', async () => {
    model.answersBy(() => said({ text: 'A quiet month.' }));
    expect(await invoke('summary', scheduled)).toMatchObject({ kind: 'ran', failed: 0 });
    expect(model.requests.at(-1)?.modelId).toBe('global.anthropic.claude-sonnet-4-6');
    expect((await mailTo(`board@${COMPANY}`, '')).text).toContain('A quiet month.');
  });

  it('sweep mails what nobody mailed: the proposal that a tool reported', async () => {
    await invoke('sweep', scheduled);
    expect(lambda('sweep').lines.join()).toContain("event: 'Swept'");
    const mailed = (await items()).filter(item => item.action?.S === 'ProposalMailed');
    expect(mailed.length).toBeGreaterThanOrEqual(2);
  });

  it('timer keeps the day’s root where nobody replaces it', async () => {
    const Bucket = `${qf.prefix}-raw-mime-${ACCOUNT}-${REGION}`;
    const { Contents = [] } = await s3Client(place()).send(new ListObjectsV2Command({ Bucket, Prefix: 'roots/' }));
    expect(Contents).toHaveLength(1);
    const root = await s3Client(place()).send(new HeadObjectCommand({ Bucket, Key: Contents[0]?.Key }));
    expect(root.ObjectLockMode).toBe('GOVERNANCE');
  });

  it('delivery-events takes each kind of bad news for what it is, and a repeat for nothing', async () => {
    const told = await ofTheNudge();
    const written = async (event: unknown): Promise<readonly string[]> => {
      const nameOf = (item: Record<string, AttributeValue>): string => `${item.quote_id?.S}/${item.version?.N}`;
      const before = new Set((await items()).map(nameOf));
      await invoke('delivery-events', event);
      const after = await items();
      await invoke('delivery-events', event);
      expect(await items()).toHaveLength(after.length);
      return after.filter(item => !before.has(nameOf(item))).map(item => item.action?.S ?? '');
    };
    expect(await written(told.sent())).toEqual([]);
    expect(await written(told.notRendered())).toEqual([]);
    expect(await written(told.delayed())).toEqual([]);
    expect(await written(told.suppressed())).toContain('ContactBounced');
    expect(await written(told.answeredByMachine())).toContain('ReplyLabelled');
    expect(await written(told.rejected())).toContain('ContactBounced');
    expect(await written(told.addressUnknown())).toContain('ContactBounced');
    expect(await written(told.complained())).toContain('ContactComplained');
  });

  it('a function whose settings name another zone than its schedules refuses to run', async () => {
    const started = startLambda(join(out, 'timer'), {
      ...qf.environment('timer'),
      QF_TIMEZONE: 'Europe/Berlin',
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'timer',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL: front.url,
    });
    await expect(started.invoke(scheduled)).rejects.toThrow(
      `config/timezone: is "${ZONE}", but the schedules run in "Europe/Berlin"`,
    );
    started.close();
  });

  it('asked for nothing that their roles do not allow', () => {
    expect(denied).toEqual([]);
  });

  it('used, between them, every kind of right that the roles give', () => {
    const given = new Set([...bundles.keys()].flatMap(name => qf.allowed(name).map(({ action }) => action)));
    const asked = new Set([...used].map(use => use.split(' ')[1] ?? ''));
    const unused = [...given].filter(
      action => !asked.has(action) && !/^(logs|sqs|bedrock):|Stream|Shard|GetRecords/.test(action),
    );
    // Moving a schedule that stands takes a second deferral of one draft; a row is deleted only after somebody planted it.
    expect(unused.toSorted()).toEqual(['dynamodb:DeleteItem', 'scheduler:UpdateSchedule']);
  });
});
