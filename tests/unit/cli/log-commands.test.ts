import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { rootOf, storedJson } from '../../../src/event-store/hash-chain.ts';
import { openEngine } from '../../../src/local/open-engine.ts';
import { keptLog } from '../../support/deps.ts';
import { temporaryFolder } from '../../support/engines.ts';
import { paperTerminal } from '../../support/paper-terminal.ts';
import { storedEvent } from '../../support/stored-events.ts';

const { log } = keptLog();
let folder: string;
beforeEach(async () => {
  folder = temporaryFolder();
  const engine = await openEngine(folder, { engine: 'sqlite' }, log);
  for (const event of [first, second, closing]) await engine.store.append(event);
  await engine.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const first = storedEvent({
  quote_id: 'Q-1042',
  action: 'QuoteReopened',
  data: { source: 'rep' },
  before: 'won',
  after: 'open 見積',
});
const second = storedEvent(
  {
    action: 'ReplyReceived',
    data: {
      replyId: 'm1',
      how: 'message-id',
      senderRef: 'r',
      fromContact: true,
      authenticated: true,
      day: '2026-03-02',
      bodyKey: 'b',
      leaving: false,
    },
    by_user: 'priya@harbourline.example',
    ts: '2026-03-02T02:30:00.000Z',
    before: 'open 見積',
    after: 'answered\u001b[2J',
  },
  first,
);
const headOf = ({ quote_id, version, hash }: typeof first) => ({ stream: quote_id, version, hash });
const ROOT = rootOf([headOf(second)]);
const closing = storedEvent({
  quote_id: '~period/check/2026-03-02/all',
  action: 'DayChecked',
  ts: '2026-03-02T03:00:00.000Z',
  data: {
    checked: '2026-03-02',
    versions: { sheet: 's', rules: 'r', voice: 'v', config: 'c', code: 'k' },
    counts: {},
    quotes: {},
    detailKey: 'k',
    detailHash: 'h',
    until: '2026-03-02T02:58:00.000Z',
    root: ROOT,
    streams: 1,
  },
});

const qf = (...args: readonly string[]) => qfUntil(new AbortController().signal, ...args);

const qfUntil = async (signal: AbortSignal, ...args: readonly string[]) => {
  const { io, out, err } = paperTerminal({}, { env: { QF_DATA: folder }, signal });
  const code = await run(args, io);
  return { code, out: out.flatMap(line => line.split('\n')), err };
};

/** Someone who got past the triggers. */
const intruder = (statement: string) => {
  const db = new DatabaseSync(join(folder, 'log.sqlite'));
  db.exec(`DROP TRIGGER qf_audit_no_update; DROP TRIGGER qf_audit_no_delete; ${statement}`);
  db.close();
};

describe('qf trail', () => {
  it('shows the events of a quote in order, whatever the case of its number', async () => {
    const { code, out, err } = await qf('trail', 'q-1042');
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toEqual([
      'Q-1042  ·  2 events',
      '',
      '#  time (UTC)           action         who                        before → after',
      '─  ───────────────────  ─────────────  ─────────────────────────  ────────────────────────',
      '1  2026-03-02 01:00:00  QuoteReopened  (test)                     won → open 見積',
      '2  2026-03-02 02:30:00  ReplyReceived  priya@harbourline.example  open 見積 → answered?[2J',
    ]);
  });

  it('prints each event as it is stored with --json', async () => {
    const { code, out } = await qf('trail', 'Q-1042', '--json');
    expect(code).toBe(0);
    expect(out.map(line => JSON.parse(line))).toEqual([first, second]);
  });

  it('prints what happened since a time over all quotes, as it is read', async () => {
    const { code, out } = await qf('trail', '--since', '2026-03-02', '--until', '2026-03-02');
    expect(code).toBe(0);
    expect(out.slice(2).map(line => line.split(/ {2,}/).slice(0, 3))).toEqual([
      ['2026-03-02 01:00:00', 'Q-1042', '1'],
      ['2026-03-02 02:30:00', 'Q-1042', '2'],
      ['2026-03-02 03:00:00', '~period/check/2026-03-02/all', '1'],
    ]);
    const late = await qf('trail', '--since', '2026-03-02 02:30', '--format', 'jsonl');
    expect(late.out.map(line => JSON.parse(line))).toEqual([second, closing]);
  });

  it('knows who and what is asked for, and where to stop', async () => {
    const asked = async (...args: readonly string[]) =>
      (await qf('trail', '--since', '2026-03-01', '--format', 'jsonl', ...args)).out.map(line => JSON.parse(line));
    expect(await asked('--actor', 'PRIYA')).toEqual([second]);
    expect(await asked('--action', 'DayChecked,QuoteReopened')).toEqual([first, closing]);
    expect(await asked('--limit', '1')).toEqual([first]);
    expect((await qf('trail', 'Q-1042', '--action', 'ReplyReceived')).out[0]).toBe('Q-1042  ·  1 event');
  });

  it.each(
    [
      [],
      ['Q-1042'],
      ['--since', '2026-03-02 02:00'],
      ['--actor', 'priya', '--until', '2026-03-02 02:31'],
      ['--action', 'DayChecked'],
      ['q-1042', '--limit', '1', '--action', 'ReplyReceived,QuoteReopened', '--since', '2026-03-01'],
    ].map(args => [args]),
  )('shows the same events as a table, as lines of JSON and as CSV: %j', async args => {
    const asked = async (format: string): Promise<readonly string[]> =>
      (await qf('trail', '--until', '2026-03-09', ...args, '--format', format)).out;
    const stored = (await asked('jsonl')).map(line => JSON.parse(line));
    expect(stored.length).toBeGreaterThan(0);
    const csv = (await asked('csv')).slice(1).map(line => line.split(',').slice(0, 4));
    expect(csv).toEqual(stored.map(({ ts, quote_id, version, action }) => [ts, quote_id, String(version), action]));
    const table = (await asked('table'))
      .filter(line => /^\d/.test(line))
      .map(line => /\d{4}-\S+ [\d:]+/.exec(line)?.[0]);
    expect(table).toEqual(stored.map(({ ts }) => ts.slice(0, 19).replace('T', ' ')));
  });

  it('writes CSV that no spreadsheet program runs', async () => {
    const engine = await openEngine(folder, { engine: 'sqlite' }, log);
    await engine.store.append(
      storedEvent({
        quote_id: '=1+1',
        action: 'QuoteReopened',
        data: { source: 'rep' },
        ts: '2026-03-04T00:00:00.000Z',
      }),
    );
    await engine.close();
    const { out } = await qf('trail', '--since', '2026-03-04', '--format', 'csv');
    expect(out[0]).toBe('time,stream,version,action,who,before,after,event_id,caused_by,hash');
    expect(out[1]).toMatch(/^2026-03-04T00:00:00\.000Z,'=1\+1,1,QuoteReopened,test,/);
  });

  it('goes back 92 days where nobody says how far, and says so', async () => {
    expect(await qf('trail', '--until', '2026-03-10', '--action', 'dayCHECKED', '--format', 'jsonl')).toEqual({
      code: 0,
      out: [storedJson(closing)],
      err: ['from 2025-12-09 on; --since goes further back'],
    });
    expect((await qf('trail', '--until', '2026-07-01', '--format', 'jsonl')).err).toEqual([
      'from 2026-04-01 on; --since goes further back',
      'the log holds no such event',
    ]);
  });

  it.each([
    [['--since', 'yesterday'], '--since yesterday is no time'],
    [['Q-1', '--until', '2026-02-30'], '--until 2026-02-30 is no time'],
    [['--since', '2026-03-02', '--until', '2026-03-01'], '--until 2026-03-01 is not after --since 2026-03-02'],
    [['--since', '2026-03-01', '--format', 'xml'], '--format xml is none of table, jsonl, csv'],
    [['Q-1', '--limit', '0'], '--limit 0 is no count'],
    [['Q-1', '--actor', ' '], '--actor names nobody'],
    [['Q-1', '--action', ','], '--action names no event'],
    [['Q-1', '--action', 'NudgSent'], "--action NudgSent is no event's name; the nearest is NudgeSent"],
    [[' '], '" " is no quote\'s number'],
    [['Q-1', 'Q-2'], 'unexpected argument: Q-2'],
  ])('says exactly what is wrong with a question, with exit 2: %j', async (args, said) => {
    const { code, out, err } = await qf('trail', ...args);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err[0]).toBe(`qf trail: ${said}`);
  });

  it('says that there is no such quote, and which number is nearest, with exit 1', async () => {
    expect(await qf('trail', 'Q-9')).toEqual({ code: 1, out: [], err: ['the log holds no event of Q-9'] });
    expect((await qf('trail', 'q1042')).err).toEqual(['the log holds no event of Q1042']);
    mkdirSync(join(folder, 'objects', 'quotes-source'), { recursive: true });
    writeFileSync(join(folder, 'objects', 'quotes-source', 'applied.json'), '{"Q-1042":"h","Q-7":"h"}');
    for (const typed of ['Q-1024', 'q1042', '1042', 'Q-104'])
      expect((await qf('trail', typed)).err).toEqual([
        `the log holds no event of ${typed.toUpperCase()}; the nearest number is Q-1042`,
      ]);
    expect((await qf('as-of', 'Q-1024', '2026-03-03')).err[0]).toContain('; the nearest number is Q-1042');
  });

  it('tells a quote without such an event from one that is not there', async () => {
    expect((await qf('trail', 'Q-1042', '--actor', 'sam')).err).toEqual(['the log holds no such event of Q-1042']);
  });

  it('says that there is no data, with exit 2', async () => {
    rmSync(join(folder, 'engine.json'));
    const { code, err } = await qf('trail', 'Q-1042');
    expect(code).toBe(2);
    expect(err[0]).toContain('there is no data in');
  });

  it('shows the data of a journey while the clock is on one', async () => {
    const journey = join(folder, 'journey');
    mkdirSync(journey);
    const engine = await openEngine(journey, { engine: 'sqlite' }, log);
    await engine.store.append(storedEvent({ quote_id: 'Q-7' }));
    await engine.close();
    writeFileSync(join(journey, 'journey.json'), '{"offsetMs":1}');
    const { code, err } = await qf('trail', 'Q-7');
    expect(code).toBe(0);
    expect(err[0]).toContain('journey');
  });
});

describe('qf rebuild and qf verify', () => {
  it('find what is missing in the read models, fill it in, and find it whole', async () => {
    const found = await qf('verify');
    expect(found.code).toBe(1);
    expect(found.out[0]).toBe('Q-1042 version 2: row missing: qf-reply 2026-03-02#2 is not there');
    expect(found.out[1]).toBe('1 fault: 3 events in 2 streams');

    expect((await qf('rebuild', 'nudges', '--json')).out).toEqual([
      '{"models":["nudges"],"streams":2,"events":3,"filled":0,"mended":0,"removed":0}',
    ]);
    const rebuilt = await qf('rebuild');
    expect(rebuilt.code).toBe(0);
    expect(rebuilt.out.at(-1)).toBe('rows filled in 1, mended 0, removed 0');

    const whole = await qf('verify');
    expect(whole.code).toBe(0);
    expect(whole.out).toEqual([
      'whole: 3 events in 2 streams',
      `root ${rootOf([headOf(second), headOf(closing)])}`,
      'no closed day to hold it against: that newest events of a quote were removed would not show',
    ]);
  });

  it('names a changed event, as JSON too', async () => {
    await qf('rebuild');
    intruder("UPDATE qf_audit SET after = 'lost' WHERE quote_id = 'Q-1042' AND version = 1");
    const { code, out } = await qf('verify', '--json');
    expect(code).toBe(1);
    expect(out.map(line => JSON.parse(line))).toMatchObject([
      { stream: 'Q-1042', version: 1, kind: 'hash' },
      { stream: '', kind: 'guard', detail: expect.stringContaining('qf_audit_no_update') },
      { stream: '', kind: 'guard', detail: expect.stringContaining('qf_audit_no_delete') },
      { streams: 2, events: 3, faults: 3 },
    ]);
  });

  it('hold the log against a root that was kept elsewhere', async () => {
    await qf('rebuild');
    const asked = ['verify', '--root', ROOT, '--day', '2026-03-02'] as const;
    const holds = await qf(...asked);
    expect(holds.out).toContain('the root of 2026-03-02 holds');
    expect(holds.code).toBe(0);
    const other = await qf('verify', '--root', 'ab'.repeat(32), '--day', '2026-03-02');
    expect(other.out[0]).toContain('the closing event of 2026-03-02 holds another root');
    expect(other.code).toBe(1);

    removed(second);
    const alone = await qf('verify');
    expect(alone.code).toBe(0);
    expect(alone.out.at(-1)).toContain('would not show');
    const broken = await qf(...asked);
    expect(broken.code).toBe(1);
    expect(broken.out[0]).toContain('events are missing, changed or slipped in');
  });

  /** Takes the newest event of a quote out, and leaves no other trace. */
  const removed = ({ quote_id, version }: typeof first) => {
    const db = new DatabaseSync(join(folder, 'log.sqlite'));
    const guard = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'qf_audit_no_delete'").get()?.sql;
    db.exec(`DROP TRIGGER qf_audit_no_delete; DELETE FROM qf_reply WHERE quote_id = '${quote_id}'`);
    db.exec(`DELETE FROM qf_audit WHERE quote_id = '${quote_id}' AND version = ${version}; ${guard}`);
    db.close();
  };

  const kept = (bucket: string, key: string, content: object) => {
    const path = join(folder, 'objects', bucket, ...key.split('/'));
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, JSON.stringify(content));
  };

  it('name the quote whose newest event was removed, by the heads that the day kept beside the log', async () => {
    await qf('rebuild');
    const heads = { 'Q-1042': [2, second.hash], 'Q-7': [3, 'h'] };
    kept('quotes-source', 'heads/latest.json', { upTo: '2026-03-02', heads });
    removed(second);
    const { code, out } = await qf('verify');
    expect(code).toBe(1);
    expect(out.slice(0, 2)).toEqual([
      'Q-1042 version 2: head: when the heads were kept on 2026-03-02, it was there and is gone',
      'Q-7 version 3: head: when the heads were kept on 2026-03-02, it was there, and all of its events are gone',
    ]);
  });

  it('hold every run against the root that was kept beside the log last, also when the closing event is gone', async () => {
    await qf('rebuild');
    kept('raw-mime', 'roots/2026-03-02.json', { root: ROOT, until: '2026-03-02T02:58:00.000Z' });
    expect((await qf('verify')).out).toContain('the root of 2026-03-02 holds');
    removed(closing);
    const gone = await qf('verify', '--json');
    expect(gone.code).toBe(1);
    expect(gone.out.map(line => JSON.parse(line))).toMatchObject([
      { kind: 'root', detail: 'the log holds no closing event of 2026-03-02' },
      { faults: 1, root_holds: true },
    ]);
    removed(second);
    expect((await qf('verify', '--json')).out.at(-1)).toContain('"root_holds":false');
  });

  it('tell what the tripwire caught', async () => {
    await qf('rebuild');
    const db = new DatabaseSync(join(folder, 'log.sqlite'));
    expect(() => db.exec("DELETE FROM qf_audit WHERE quote_id = 'Q-1042'")).toThrow('insert only');
    db.close();
    const { code, out } = await qf('verify');
    expect(code).toBe(1);
    expect(out[0]).toMatch(/^Q-1042 version 1: tripwire: at .* somebody removed it, or tried to$/);
  });

  it('go on where they were cut short', async () => {
    await qf('rebuild');
    const rest = await qf('verify', '--resume', 'Q-1042/2');
    expect(rest).toMatchObject({ code: 0, out: ['whole: 1 event in 1 stream', expect.any(String)] });
    const midst = await qf('verify', '--resume', 'Q-1042/1');
    expect(midst).toMatchObject({ code: 0, out: ['whole: 3 events in 2 streams', expect.any(String)] });
    expect(await qf('verify', '--resume', 'last')).toMatchObject({ code: 2, out: [] });
    const cut = new AbortController();
    cut.abort();
    expect((await qfUntil(cut.signal, 'verify')).err.at(-1)).toContain('go on with `qf verify --resume last`');
    const whole = await qf('verify');
    await qfUntil(cut.signal, 'verify');
    expect(await qf('verify', '--resume', 'last')).toEqual(whole);
  });

  it.each([
    ['verify', '--resume', 'nonsense'],
    ['verify', '--root', 'ab'.repeat(32)],
    ['verify', '--root', 'ab', '--day', '2026-03-02'],
    ['verify', '--root', 'ab'.repeat(32), '--day', 'soon'],
    ['rebuild', 'audit'],
    ['rebuild', 'nudges', 'reply'],
  ])('answer a line that makes no sense with usage: %s %s %s', async (...args) => {
    const { code, out, err } = await qf(...args);
    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(err.join('\n')).toContain('usage: qf');
  });
});
describe('qf as-of', () => {
  const listed = {
    number: 'Q-7',
    contactRef: 'c1',
    domainRef: 'd1',
    minor: 480_000,
    currency: 'SGD',
    sent: '2026-03-01',
    expires: '2026-04-01',
    owner: 'priya@harbourline.example',
    team: null,
    override: null,
    factsHash: 'h',
  };
  const chain = (): readonly ReturnType<typeof storedEvent>[] => {
    const one = storedEvent({
      quote_id: 'Q-7',
      action: 'QuoteListed',
      ts: '2026-03-02T01:00:00.000Z',
      data: { facts: listed, sheet: 's1' },
      sealed: { ref: 'c1', iv: '', box: '' },
    });
    const two = storedEvent(
      {
        action: 'QuoteRevised',
        ts: '2026-03-03T01:00:00.000Z',
        data: { facts: { ...listed, minor: 520_000 }, changed: ['minor'], sheet: 's2' },
        sealed: { ref: 'c1', iv: '', box: '' },
      },
      one,
    );
    const three = storedEvent(
      {
        action: 'QuoteClosed',
        ts: '2026-03-04T01:00:00.000Z',
        data: { outcome: 'won', source: 'row', day: null, note: null },
      },
      two,
    );
    return [one, two, three];
  };
  beforeEach(async () => {
    const engine = await openEngine(folder, { engine: 'sqlite' }, log);
    for (const event of chain()) await engine.store.append(event);
    await engine.close();
  });

  const asOf = async (time: string) => JSON.parse((await qf('as-of', 'q-7', time, '--json')).out[0] ?? 'null');

  it('folds what had happened by then, and nothing later', async () => {
    expect(await asOf('2026-03-02T12:00:00Z')).toMatchObject({
      version: 1,
      row: { amount: 'SGD 4,800.00', customer: 'erased' },
      chain: { standing: 'open' },
    });
    expect(await asOf('2026-03-03T01:00:00Z')).toMatchObject({ version: 2, row: { amount: 'SGD 5,200.00' } });
    expect(await asOf('2026-03-04')).toMatchObject({ version: 3, chain: { standing: 'closed as won' } });
  });

  it('takes a day to its last moment, and not into the next', async () => {
    const engine = await openEngine(folder, { engine: 'sqlite' }, log);
    const [, , third] = chain();
    const data = { source: 'rep' };
    await engine.store.append(storedEvent({ action: 'QuoteReopened', ts: '2026-03-05T00:00:00.000Z', data }, third));
    await engine.close();
    expect(await asOf('2026-03-04')).toMatchObject({ version: 3, row: { status: 'won' } });
    expect(await asOf('2026-03-05')).toMatchObject({ version: 4, row: { status: 'open' } });
  });

  it('prints it line by line', async () => {
    const { out } = await qf('as-of', 'Q-7', '2026-03-03');
    expect(out).toContain('standing        open');
    expect(out).toContain('amount          SGD 5,200.00');
    expect(out).toContain('last event      2, 2026-03-03T01:00:00.000Z, QuoteRevised');
  });

  it('says that nothing had happened yet, with exit 1, and that a time is none, with exit 2', async () => {
    expect(await qf('as-of', 'Q-7', '2026-03-01')).toEqual({
      code: 1,
      out: [],
      err: ['by 2026-03-01T23:59:59.999Z the log held no event of Q-7; its first is of 2026-03-02T01:00:00.000Z'],
    });
    expect((await qf('as-of', '~system', '2026-03-01')).code).toBe(2);
    expect((await qf('as-of', 'Q-7', 'noon')).code).toBe(2);
    expect((await qf('as-of', 'Q-7')).code).toBe(2);
  });
});
