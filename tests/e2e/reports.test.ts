import { afterEach, describe, expect, test } from 'vitest';
import type { OutboxEntry } from '../../src/adapters/mail/outbox.ts';
import { digest, summary } from '../../src/handlers/reports.ts';
import { addDays } from '../../src/kernel/local-date.ts';
import type { Message } from '../../src/mail-reading/message.ts';
import type { LanguageModel } from '../../src/ports/model.ts';
import { loadBusinessContext } from '../../src/workflows/business-context.ts';
import { ingestMail } from '../../src/workflows/replies/ingest-mail.ts';
import { openQuestions, sendDigest } from '../../src/workflows/reports/digest.ts';
import { isFinished } from '../../src/workflows/reports/run-report.ts';
import { cutOffAt } from '../support/cut-off.ts';
import { answer } from '../support/mail.ts';
import { ADMIN, PRIYA, type Running, runSystem, SAM } from '../support/running-system.ts';
import { openConsole } from '../unit/console/open-console.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Sunday 29 November 2026, 21:00 in Singapore. */
const SUNDAY_NIGHT = Date.UTC(2026, 10, 29, 13, 0, 0);
const TO_MONDAY_EIGHT = 11 * HOUR + 1000;
const STAKEHOLDER = 'board@harbourline.example';

const row = (number: string, customer: string, amount: number, owner: string, expires = '2027-01-15'): string =>
  `${number},${customer},buyer@${customer.toLowerCase()}.example,${amount},SGD,2026-11-20,${expires},${owner},,,,`;
const ROWS = [
  row('Q-1', 'Northwind', 4800, PRIYA),
  row('Q-2', 'Lantern', 52_000, PRIYA, '2026-12-04'),
  row('Q-3', 'Orchard', 900, SAM),
  row('Q-4', 'Meridian', 1200, 'Hugo'),
];

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const begin = async (rows: readonly string[] = ROWS, options = {}): Promise<Running> => {
  running = await runSystem(rows, { startAt: SUNDAY_NIGHT, ...options });
  return running;
};

type Mail = OutboxEntry & { readonly message: Message };
const reports = async (run: Running, kind: 'digest' | 'summary' | 'today'): Promise<readonly Mail[]> =>
  (await run.outbox()).filter(mail => mail.kind === kind);
const to = (mails: readonly Mail[], address: string): Mail => {
  const [mail, ...more] = mails.filter(one => one.to.includes(address));
  if (!mail || more.length > 0) throw new Error(`${mail ? more.length + 1 : 0} mails to ${address}`);
  return mail;
};

describe('the digest', () => {
  test('goes out on Monday at eight: to each owner their own quotes, to the admin all of them', async () => {
    const run = await begin();
    await run.advance(TO_MONDAY_EIGHT - 2000);
    expect(await reports(run, 'digest')).toEqual([]);
    await run.advance(2000);
    const mails = await reports(run, 'digest');
    expect(mails.map(mail => mail.to[0]).sort()).toEqual([ADMIN, PRIYA, SAM].sort());
    const [priya, admin] = [to(mails, PRIYA), to(mails, ADMIN)];
    expect(priya.subject).toBe('Week of 30 November 2026: 2 open quotes, SGD 56,800.00');
    expect(priya.message.text).toMatch(/Q-2, Lantern[\s\S]*Q-1, Northwind/);
    expect(priya.message.text).not.toContain('Q-3');
    expect(admin.message.text).toContain('“Hugo” is no rep we know');
    for (const number of ['Q-1', 'Q-2', 'Q-3', 'Q-4']) expect(admin.message.text).toContain(number);
    expect(priya.message.text).toContain('Expiring within 7 days');
  });

  test('has its chart as a picture with words, and every open quote attached', async () => {
    const run = await begin();
    await run.advance(TO_MONDAY_EIGHT);
    const { message } = to(await reports(run, 'digest'), ADMIN);
    const [picture, csv] = ['image/png', 'text/csv'].map(type =>
      message.attachments.find(({ contentType }) => contentType === type),
    );
    expect(Buffer.from(picture?.content ?? []).toString('latin1', 1, 4)).toBe('PNG');
    expect(message.html).toContain('src="cid:chart"');
    expect(message.html).toContain('In play over the last 12 weeks');
    const lines = Buffer.from(csv?.content ?? [])
      .toString()
      .trimEnd()
      .split('\r\n');
    expect(csv?.filename).toBe('open-quotes-2026-11-30.csv');
    expect(lines.map(line => line.split(',')[0])).toEqual(['\uFEFFQuote number', 'Q-2', 'Q-1', 'Q-4', 'Q-3']);
  });

  test('is shown in the console with its picture, which fetches nothing', async () => {
    const run = await begin();
    await run.advance(TO_MONDAY_EIGHT);
    const { id } = to(await reports(run, 'digest'), ADMIN);
    const { html } = await (await openConsole(run)).get(`/mailbox/${id}`);
    expect(html).toContain('src=&quot;data:image/png;base64,');
    expect(html).not.toContain('cid:chart');
    expect(html).not.toMatch(/\/t\/k1\./);
  });

  test('prints the root that Sunday’s check recorded', async () => {
    const run = await begin();
    await run.advance(TO_MONDAY_EIGHT);
    const [checked] = await run.system.runtime().engine.store.read('~period/check/2026-11-29/all');
    const data: { root?: string } = Object(checked?.data);
    expect(data.root).toMatch(/^[0-9a-f]{64}$/);
    expect(to(await reports(run, 'digest'), ADMIN).message.text).toContain(String(data.root));
    expect(to(await reports(run, 'digest'), PRIYA).message.text).not.toContain(String(data.root));
  });

  test('is sent once, whatever repeats: the schedule, two runs at once, the sweep, a restart', async () => {
    const run = await begin();
    await run.advance(TO_MONDAY_EIGHT);
    const again = digest(run.system.runtime().deps);
    await Promise.all([again(), again(), again()]);
    await run.advance(15 * MINUTE);
    await run.restart();
    await run.advance(15 * MINUTE);
    expect(await reports(run, 'digest')).toHaveLength(3);
  });

  test('is made by the sweep when the machine was off at eight', async () => {
    const run = await begin();
    run.sleep(TO_MONDAY_EIGHT + 30 * MINUTE);
    await run.restart();
    expect(await reports(run, 'digest')).toHaveLength(3);
  });

  test('is not made for a business that began after it was due', async () => {
    const run = await begin(ROWS, { startAt: SUNDAY_NIGHT + TO_MONDAY_EIGHT + HOUR });
    await run.advance(30 * MINUTE);
    expect(await reports(run, 'digest')).toEqual([]);
  });

  test('reaches everybody once, wherever its run is cut off', async () => {
    const run = await begin();
    const { deps: world } = run.system.runtime();
    let date = '2026-12-07';
    for (const when of ['before', 'after'] as const) {
      for (let n = 1; ; n++, date = addDays(date, 7)) {
        const cut = cutOffAt(world, n, when);
        const outcome = await sendDigest(cut, date).catch(() => null);
        if (outcome !== null && !cut.reached()) break;
        await run.advance(11 * MINUTE);
        await sendDigest(world, date);
        const mails = (await reports(run, 'digest')).filter(({ message }) => message.text?.includes(`${date}.csv`));
        expect([when, n, mails.map(mail => mail.to[0]).sort()]).toEqual([when, n, [ADMIN, PRIYA, SAM].sort()]);
        expect(await isFinished(world, { report: 'digest', date })).toBe(true);
      }
    }
  });

  /**
   * Three mails of nobody we know: of Tuesday 24 November, placed on Q-1 by the admin; of Wednesday, dismissed; of
   * Thursday, still there. One with a virus, of Friday. Two rows that are wrong
   * on Monday: Sam's Q-3, good until Saturday, and one that never was a quote; a third was mended.
   */
  test('names rows to mend, mail nobody placed and mail locked away, as counted by hand', async () => {
    const at = (day: number): number => Date.UTC(2026, 10, day, 4);
    const run = await begin([...ROWS, row('Q-5', 'Kopi', 300, PRIYA, 'soon')], { startAt: at(23) });
    const { deps: world } = run.system.runtime();
    /** The machine is off in between: a quick way through a week. */
    const until = async (instant: number): Promise<void> => {
      run.sleep(instant - run.now());
      await run.advance(0);
    };
    const virus = async (subject: string): Promise<void> => {
      const stamp = {
        Received: `from x by inbound-smtp.local.qf with SMTP id 1 for quotes@quotes.harbourline.example; ${new Date(run.now()).toUTCString()}`,
        'X-SES-Virus-Verdict': 'FAIL',
      };
      const fields = [
        'From: Ann <ann@elsewhere.example>',
        'To: quotes@quotes.harbourline.example',
        `Subject: ${subject}`,
      ];
      const key = `inbound/${subject.replaceAll(' ', '-')}.eml`;
      await world.objects.put(
        'raw-mime',
        key,
        new TextEncoder().encode(answer({ stamp, fields }).join('\r\n')),
        'message/rfc822',
      );
      await ingestMail(world, key);
    };
    const stranger = (name: string, subject: string): Promise<string> =>
      run.mailIn(
        [
          `From: ${name}@elsewhere.example`,
          `Subject: ${subject}`,
          `Message-ID: <${name}@elsewhere.example>`,
          '',
          'Hello?',
        ].join('\r\n'),
        'quotes@quotes.harbourline.example',
        `${name}@elsewhere.example`,
      );
    for (const [day, name] of [
      [24, 'placed'],
      [25, 'dismissed'],
      [26, 'waiting'],
    ] as const) {
      await until(at(day));
      await stranger(name, `about the ${name} one`);
    }
    await run.press(await run.link(ADMIN, 'placed@'), 'assign', { quote: '', 'other-quote': 'Q-1' });
    await run.press(await run.link(ADMIN, 'dismissed@'), 'not-a-reply');
    await until(at(27));
    await virus('a fresh worm');
    await until(at(28));
    await run.writeSheet([
      ...ROWS.filter(line => !line.startsWith('Q-3')),
      row('Q-3', 'Orchard', 900, SAM, 'later'),
      row('Q-5', 'Kopi', 300, PRIYA),
      ',Nobody,nobody@nobody.example,12,SGD,2026-11-20,,,,,,',
    ]);
    await until(SUNDAY_NIGHT + TO_MONDAY_EIGHT);
    const mails = await reports(run, 'digest');
    const parts = (address: string): readonly string[] =>
      (to(mails, address).message.text ?? '')
        .split('\n\n')
        .filter(part => /^(Rows to mend|Mail nobody|Quarantined)/.test(part))
        .map(part => part.replace(/, http\S+$/gm, ''));
    const ofSam = '- Row 5, Q-3; what is wrong: expires: “later”, is not a date; write it like 2026-03-09';
    expect(parts(ADMIN)).toEqual([
      `Rows to mend\n${ofSam}\n- Row 7; what is wrong: quote id, is empty`,
      'Mail nobody could place\n- waiting@elsewhere.example, 26 Nov 2026; about: about the waiting one, no mark of ours and no open quote of the sender',
      'Quarantined mail\n- ann@elsewhere.example, 27 Nov 2026; about: a fresh worm, the receiving service found a virus',
    ]);
    expect(parts(SAM)).toEqual([`Rows to mend\n${ofSam}`]);
    expect(parts(PRIYA)).toEqual([]);
    const business = await loadBusinessContext(world);
    expect((await openQuestions(world, business, '2026-11-28')).quarantined).toEqual([]);
  });

  test('says in one line that a week was empty', async () => {
    const run = await begin([]);
    await run.advance(TO_MONDAY_EIGHT);
    const mails = await reports(run, 'digest');
    expect(mails).toHaveLength(1);
    expect(to(mails, ADMIN).message.text).toContain('a quiet week, and no quote is open.');
    expect(to(mails, ADMIN).message.attachments).toEqual([]);
  });
});

describe('the summary', () => {
  /** Monday 7 December 2026, 09:00: the first of its month. */
  const FIRST_MONDAY = Date.UTC(2026, 11, 7, 1, 0, 0);
  const config = { stakeholders: [STAKEHOLDER, ADMIN] };
  const answering = (...texts: readonly string[]): { model: LanguageModel; told: (string | null)[] } => {
    const told: (string | null)[] = [];
    const left = [...texts];
    const unused = async () => ({ ok: false as const, failure: { kind: 'unavailable' as const, reason: '' } });
    const paragraph: LanguageModel['paragraph'] = async (_, complaint) => {
      told.push(complaint);
      return { ok: true, value: left.shift() ?? '', model: 'test' };
    };
    return { model: { draft: unused, label: unused, paragraph }, told };
  };
  const summaryBy = async (run: Running, model?: LanguageModel): Promise<string> => {
    const { deps: world } = run.system.runtime();
    await summary(model ? { ...world, model } : world)();
    return to(await reports(run, 'summary'), STAKEHOLDER).message.text ?? '';
  };

  test('goes out on the first Monday at nine, to the stakeholders, once, with figures and a chart', async () => {
    const run = await begin(ROWS, { startAt: FIRST_MONDAY - 30 * MINUTE, config });
    expect(await reports(run, 'summary')).toEqual([]);
    await run.advance(30 * MINUTE + 1000);
    await run.advance(15 * MINUTE);
    const mails = await reports(run, 'summary');
    expect(mails.map(mail => mail.to[0]).sort()).toEqual([STAKEHOLDER, ADMIN].sort());
    const { text, html, attachments } = to(mails, STAKEHOLDER).message;
    expect(text).toContain('Quotes in November 2026');
    expect(text).toContain('After November 2026, 4 quotes are still open, with SGD 58,900.00 in play.');
    expect(html).toContain('src="cid:chart"');
    expect(attachments.map(({ contentType }) => contentType)).toEqual(['image/png']);
  });

  test('takes the model’s paragraph where every number in it is a figure', async () => {
    const run = await begin(ROWS, { startAt: FIRST_MONDAY + MINUTE, config });
    const { model } = answering('Four quotes are open, and SGD 58,900.00 is in play.');
    expect(await summaryBy(run, model)).toContain('Four quotes are open, and SGD 58,900.00 is in play.');
  });

  test('tells the model once what was wrong, and takes the second try', async () => {
    const run = await begin(ROWS, { startAt: FIRST_MONDAY + MINUTE, config });
    const { model, told } = answering('Five quotes are open.', 'Four quotes are open.');
    expect(await summaryBy(run, model)).toContain('Four quotes are open.');
    expect(told).toEqual([null, '“Five” is not one of the figures']);
  });

  test('writes the paragraph itself when the model invents numbers twice', async () => {
    const run = await begin(ROWS, { startAt: FIRST_MONDAY + MINUTE, config });
    const { model, told } = answering('Five quotes.', 'Six quotes.', 'Four quotes.');
    expect(await summaryBy(run, model)).toContain('After November 2026, 4 quotes are still open');
    expect(told).toHaveLength(2);
  });
});
