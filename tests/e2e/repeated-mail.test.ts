import { afterEach, describe, expect, test } from 'vitest';
import { receiverStamped } from '../../src/adapters/mail/smtp-listener.ts';
import { mailRouter } from '../../src/handlers/process-mail.ts';
import { e2eEngines } from '../support/e2e-engines.ts';
import { ADMIN, PRIYA, type Running, runSystem } from '../support/running-system.ts';

const DAY = 86_400_000;
const ROW = `Q-1042,Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,https://files.harbourline.example/q-1042.pdf,,`;
const QUOTES = 'quotes@quotes.harbourline.example';
const DANA = 'dana@northwind.example';

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const mail = (from: string, text: string, { id = '<m1@northwind.example>', to = QUOTES, subject = 'Hello' } = {}) =>
  [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, ...(id === '' ? [] : [`Message-ID: ${id}`]), '', text, ''].join(
    '\r\n',
  );

const stored = async (run: Running, raw: string, from: string, to = QUOTES): Promise<string> => {
  const stamped = receiverStamped(Buffer.from(raw), {
    from,
    to,
    host: 'inbound-smtp.local.qf',
    at: new Date(run.now()),
  });
  const key = `inbound/${stamped.id}.eml`;
  await run.system.runtime().deps.objects.put('raw-mime', key, stamped.raw, 'message/rfc822');
  return key;
};

/** Twice at once, twice by the listener one after another, and once more on the next day. */
const fiveTimes = async (run: Running, raw: string, from: string, to = QUOTES): Promise<void> => {
  const { deps: world, settled } = run.system.runtime();
  const keys = [await stored(run, raw, from, to), await stored(run, raw, from, to)];
  await Promise.all(keys.map(key => mailRouter(world)({ detail: { object: { key } } })));
  await settled();
  for (let time = 0; time < 2; time++) await run.mailIn(raw, to, from);
  await run.advance(DAY);
  await run.mailIn(raw, to, from);
  await run.advance(20 * 60_000);
};

const lettersOf = async (run: Running, kind: string) => (await run.outbox()).filter(entry => entry.kind === kind);
const actionsOf = async (run: Running, stream: string) => (await run.events(stream)).map(({ action }) => action);
const logged = async (run: Running, wanted: string) => {
  const found: { stream: string; data: unknown }[] = [];
  const { store } = run.system.runtime().engine;
  for await (const { quote_id, action, data } of store.scan())
    if (action === wanted) found.push({ stream: quote_id, data });
  return found;
};

for (const engine of e2eEngines) {
  describe(`the same mail delivered five times, on ${engine.name}`, () => {
    test('a reply is one event and one letter, and each further delivery is noted', async () => {
      running = await runSystem([ROW], { engine: engine.kind });
      await running.press(await running.draft(PRIYA, 'Q-1042'), 'approve');
      await running.advance(3 * 60_000);
      const to = (await lettersOf(running, 'nudge'))[0]?.message.replyTo[0]?.address ?? '';
      await fiveTimes(running, mail(DANA, 'Which colour is it?', { to }), DANA, to);
      expect((await actionsOf(running, 'Q-1042')).filter(action => action === 'ReplyReceived')).toHaveLength(1);
      expect(await lettersOf(running, 'reply')).toHaveLength(1);
      expect(await logged(running, 'MailReceived')).toHaveLength(1);
      expect(await logged(running, 'MailRepeated')).toHaveLength(4);
    });

    test('one that nobody can place asks one question', async () => {
      running = await runSystem([ROW], { engine: engine.kind });
      await fiveTimes(running, mail('x@unknown.example', 'Do you cater for weddings?'), 'x@unknown.example');
      expect(await lettersOf(running, 'unsure')).toHaveLength(1);
    });
  });
}

describe('the same mail delivered five times', () => {
  test('a blind copy is one proposal', async () => {
    running = await runSystem([ROW]);
    const text =
      'Dear Lee,\r\n\r\nplease find our quote Q-2000 for Brightwater Ltd.\r\nTotal: SGD 1,200.00\r\nQuote number: Q-2000\r\n';
    const sent = mail(PRIYA, text, { to: 'lee@brightwater.example', subject: 'Quote Q-2000' });
    await fiveTimes(running, sent, PRIYA);
    expect(await logged(running, 'ProposalMade')).toHaveLength(1);
    expect(await lettersOf(running, 'proposal')).toHaveLength(1);
  });

  test('a rep’s own mail about a quote holds it once, and asks once', async () => {
    running = await runSystem([ROW]);
    await fiveTimes(running, mail(PRIYA, 'Dana rang about Q-1042 today.', { subject: 'Q-1042' }), PRIYA);
    expect(await lettersOf(running, 'rep-mail')).toHaveLength(1);
    expect((await actionsOf(running, 'Q-1042')).filter(action => action === 'QuoteHeld')).toHaveLength(1);
  });

  test('a soft bounce is one bounce', async () => {
    running = await runSystem([ROW]);
    const report = [
      'From: MAILER-DAEMON@northwind.example',
      `To: ${QUOTES}`,
      'Subject: Undelivered Mail Returned to Sender',
      'Message-ID: <dsn1@northwind.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'The mailbox is full.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.northwind.example',
      '',
      `Final-Recipient: rfc822; ${DANA}`,
      'Action: failed',
      'Status: 4.2.2',
      'Diagnostic-Code: smtp; 452 4.2.2 mailbox full',
      '--b--',
      '',
    ].join('\r\n');
    await fiveTimes(running, report, '');
    expect(await logged(running, 'ContactBounced')).toHaveLength(1);
    expect(await lettersOf(running, 'bad-address')).toHaveLength(0);
  });

  test('without a Message-ID it is known by its bytes, whatever its receivers wrote on top', async () => {
    running = await runSystem([ROW]);
    const raw = mail('x@unknown.example', 'Do you cater for weddings?', { id: '' });
    await running.mailIn(raw, QUOTES, 'x@unknown.example');
    await running.mailIn(
      `Received: from relay by mx.other.example; Wed, 25 Nov 2026 09:00:00 +0800\r\n${raw}`,
      QUOTES,
      'x@unknown.example',
    );
    expect(await lettersOf(running, 'unsure')).toHaveLength(1);
    await running.mailIn(raw.replace('weddings', 'funerals'), QUOTES, 'x@unknown.example');
    expect(await lettersOf(running, 'unsure')).toHaveLength(2);
  });
});

describe('another mail with the same Message-ID', () => {
  test('from another sender is another mail', async () => {
    running = await runSystem([ROW]);
    for (const from of ['x@unknown.example', 'y@unknown.example'])
      await running.mailIn(mail(from, 'Do you cater for weddings?'), QUOTES, from);
    expect((await lettersOf(running, 'unsure')).map(({ to }) => to[0])).toEqual([ADMIN, ADMIN]);
  });

  test('that was forged and came first does not swallow the true one', async () => {
    running = await runSystem([ROW]);
    await running.mailIn(mail(DANA, 'Never mind.'), QUOTES, 'eve@evil.example');
    await running.mailIn(mail(DANA, 'We would like to go ahead.'), QUOTES, DANA);
    expect(await lettersOf(running, 'unsure')).toHaveLength(2);
    await running.mailIn(mail(DANA, 'Never mind.'), QUOTES, 'eve@evil.example');
    await running.mailIn(mail(DANA, 'Never mind that.'), QUOTES, 'eve@evil.example');
    expect(await lettersOf(running, 'unsure')).toHaveLength(2);
  });
});
