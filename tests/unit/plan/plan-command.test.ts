import { describe, expect, test } from 'vitest';
import type { ExitCode } from '../../../src/cli/command.ts';
import { planCommand } from '../../../src/cli/commands/plan.ts';
import { paperTerminal } from '../../support/paper-terminal.ts';

const RULES = `Standard quotes: nudge at 3 days and 7 days after sending, then a last call 3 days before the quote expires.
High-value quotes over S$20,000: a gentler 5/12 cadence so it never feels like pressure.
Quotes from the catering team default to Priya.
Priya is priya@harbourline.example. Sam is sam@harbourline.example.
Never more than three nudges for one quote, and leave at least two days between them.`;

const CONFIG = {
  timezone: 'Asia/Singapore',
  currency: 'SGD',
  admin: 'Owner@harbourline.example',
  company_domains: ['harbourline.example'],
};

const HEADER =
  'Quote number,Customer,Contact email,Amount,Currency,Date sent,Date expires,Owner,Team,Cadence override,Status';

/** `number, contact, amount, sent, expires, owner, team, cadence, status` of a quote in SGD. */
const row = (...cells: readonly string[]): string => {
  const [id, contact, amount, sent, expires = '', owner = '', team = '', cadence = '', status = ''] = cells;
  return [id, 'Customer', contact, amount, 'SGD', sent, expires, owner, team, `"${cadence}"`, status].join(',');
};

interface Ran {
  readonly code: ExitCode;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

const plan = async (
  rows: readonly string[],
  {
    from = '2026-03-02',
    to = '2026-04-30',
    rules = RULES,
    config = CONFIG,
    args = ['--json'],
    signal = new AbortController().signal,
  }: {
    readonly from?: string;
    readonly to?: string;
    readonly rules?: string;
    readonly config?: object | null;
    readonly args?: readonly string[];
    readonly signal?: AbortSignal;
  } = {},
): Promise<Ran> => {
  const files: Record<string, string> = {
    'quotes.csv': [HEADER, ...rows].join('\n'),
    'rules.txt': rules,
    'old.txt': RULES,
    'config.json': JSON.stringify(config),
  };
  const { io, out, err } = paperTerminal(files, { signal });
  const named = ['--quotes', 'quotes.csv', '--rules', 'rules.txt', ...(config ? ['--config', 'config.json'] : [])];
  const code = await planCommand.run([...named, '--from', from, '--to', to, ...args], io);
  return { code, out, err };
};

/** `2026-03-05 Q-1 first_nudge 1`, or what is asked for. */
const brief = (
  { out }: Ran,
  keys: readonly string[] = ['checked', 'quote_id', 'move', 'step_index', 'event'],
): string[] =>
  out.map(line => {
    const parsed: Record<string, unknown> = JSON.parse(line);
    return keys.flatMap(key => (parsed[key] === undefined ? [] : [String(parsed[key])])).join(' ');
  });

describe('qf plan', () => {
  test('says of each nudge when, what, by whom and why, in this order of keys', async () => {
    const { code, out, err } = await plan([row('q-1', 'ann@x.example', '1200', '2026-03-02', '2026-04-01', 'Sam')]);
    expect(code).toBe(0);
    expect(err).toEqual([]);
    expect(out).toEqual([
      '{"checked":"2026-03-05","quote_id":"q-1","move":"first_nudge","step_index":1,"send_at":"2026-03-05T09:00:00+08:00","owner":"sam@harbourline.example","owner_from":"row","tier":"standard","days_since_sent":3,"days_to_expiry":27}',
      '{"checked":"2026-03-09","quote_id":"q-1","move":"followup","step_index":2,"send_at":"2026-03-09T09:00:00+08:00","owner":"sam@harbourline.example","owner_from":"row","tier":"standard","days_since_sent":7,"days_to_expiry":23}',
      '{"checked":"2026-03-30","quote_id":"q-1","move":"last_call","step_index":3,"send_at":"2026-03-30T09:00:00+08:00","owner":"sam@harbourline.example","owner_from":"row","tier":"standard","days_since_sent":28,"days_to_expiry":2}',
      '{"checked":"2026-04-02","quote_id":"q-1","event":"expired"}',
    ]);
  });

  test('names every refused cell first, and its quote takes no part; the exit stays 0', async () => {
    const { code, out } = await plan([
      row('Q-1', 'ann@x.example', '1.200', '2026-03-02'),
      row('Q-2', 'nobody', 'lots', '2026-03-02'),
      row('Q-3', 'bob@x.example', '100', '2026-03-02', '', '', '', 'off'),
    ]);
    expect(code).toBe(0);
    expect(out.map(line => Object.keys(JSON.parse(line)))).toEqual(Array(3).fill(['row', 'column', 'value', 'error']));
    expect(brief({ code, out, err: [] }, ['row', 'column', 'value'])).toEqual([
      '2 amount 1.200',
      '3 contact nobody',
      '3 amount lots',
    ]);
  });

  test('two rows with one number are both refused', async () => {
    const ran = await plan([
      row('Q-1', 'ann@x.example', '100', '2026-03-02'),
      row('q-1 ', 'bob@x.example', '200', '2026-03-02'),
    ]);
    expect(brief(ran, ['row', 'column'])).toEqual(['2 quote_id', '3 quote_id']);
  });

  test('per date the nudges, then the close-outs, each by largest amount, currency ignored, then by number', async () => {
    const rows = [
      row('b', 'a1@x.example', '100', '2026-03-02', '2026-03-04'),
      row('A', 'a2@x.example', '100', '2026-03-02', '2026-03-04'),
      row('C', 'a3@x.example', '300', '2026-03-02', '2026-03-04'),
      row('d', 'a4@x.example', '100', '2026-03-02'),
      row('E', 'a5@x.example', '100', '2026-03-02'),
      row('F', 'a6@x.example', '100.01', '2026-03-02').replace('SGD', 'USD'),
    ];
    const ran = await plan(rows, { to: '2026-03-05', from: '2026-03-05' });
    expect(brief(ran, ['quote_id', 'event'])).toEqual(['F', 'd', 'E', 'C expired', 'A expired', 'b expired']);
  });

  test('nothing happened before --from, and what had expired by then is closed out on it', async () => {
    const ran = await plan(
      [
        row('Q-1', 'ann@x.example', '100', '2026-01-05', '2026-02-01'),
        row('Q-2', 'bob@x.example', '100', '2026-01-05', '2026-03-30'),
      ],
      { from: '2026-03-02', to: '2026-03-12' },
    );
    expect(brief(ran)).toEqual(['2026-03-02 Q-2 first_nudge 2', '2026-03-02 Q-1 expired']);
  });

  test('a quote that is closed, on hold or of unknown status does nothing, not even expire', async () => {
    const statuses = ['won', 'Lost', 'withdrawn', 'hold', 'ask Sam'];
    const rows = statuses.map((status, i) =>
      row(`Q-${i}`, `c${i}@x.example`, '100', '2026-03-02', '2026-03-10', '', '', '', status),
    );
    expect((await plan(rows)).out).toEqual([]);
  });

  test('owner: the row, else the team, else the admin; a stranger falls to the admin', async () => {
    const rows = [
      row('Q-1', 'c1@x.example', '600', '2026-03-02', '', 'PRIYA@harbourline.example', 'catering'),
      row('Q-2', 'c2@x.example', '500', '2026-03-02', '', '', 'Catering'),
      row('Q-3', 'c3@x.example', '400', '2026-03-02', '', '', 'constructor'),
      row('Q-4', 'c4@x.example', '300', '2026-03-02', '', 'stranger@harbourline.example', 'catering'),
      row('Q-5', 'c5@x.example', '200', '2026-03-02', '', ' sam'),
    ];
    const ran = await plan(rows, { from: '2026-03-05', to: '2026-03-05' });
    expect(brief(ran, ['quote_id', 'owner', 'owner_from'])).toEqual([
      'Q-1 priya@harbourline.example row',
      'Q-2 priya@harbourline.example team',
      'Q-3 owner@harbourline.example admin',
      'Q-4 owner@harbourline.example admin',
      'Q-5 sam@harbourline.example row',
    ]);
  });

  test("the tier is the amount's, in the configured currency only, and an override does not change it", async () => {
    const rows = [
      row('Q-1', 'c1@x.example', '20000.01', '2026-03-02', '', '', '', '3 no last call'),
      row('Q-2', 'c2@x.example', '20000', '2026-03-02'),
      row('Q-3', 'c3@x.example', '90000', '2026-03-02').replace('SGD', 'USD'),
    ];
    const ran = await plan(rows, { from: '2026-03-05', to: '2026-03-05' });
    expect(brief(ran, ['quote_id', 'tier'])).toEqual(['Q-3 standard', 'Q-1 high-value', 'Q-2 standard']);
  });

  test('days_to_expiry is null without an expiry, and a quote without one has no last call', async () => {
    const { out } = await plan([row('Q-1', 'c1@x.example', '600', '2026-03-02')]);
    expect(out.map(line => JSON.parse(line).days_to_expiry)).toEqual([null, null]);
  });

  test('one contact, one nudge a day, the largest first; the case of an address says nothing', async () => {
    const rows = [
      row('Q-1', 'Ann@x.example', '100', '2026-03-02'),
      row('Q-2', 'ann@X.example', '300', '2026-03-02'),
      row('Q-3', 'ANN@x.example', '200', '2026-03-02'),
    ];
    const ran = await plan(rows, { to: '2026-03-10' });
    expect(brief(ran)).toEqual([
      '2026-03-05 Q-2 first_nudge 1',
      '2026-03-06 Q-3 first_nudge 1',
      '2026-03-09 Q-2 followup 2',
      '2026-03-10 Q-3 followup 2',
    ]);
  });

  test('offsets are numeric across a clock change, and +00:00 too', async () => {
    const quote = [row('Q-1', 'c@x.example', '600', '2026-03-25', '2026-04-30')];
    const at = async (timezone: string): Promise<unknown[]> =>
      (await plan(quote, { from: '2026-03-27', to: '2026-04-02', config: { ...CONFIG, timezone } })).out.map(
        line => JSON.parse(line).send_at,
      );
    expect(await at('Europe/Berlin')).toEqual(['2026-03-30T09:00:00+02:00', '2026-04-01T09:00:00+02:00']);
    expect(await at('UTC')).toEqual(['2026-03-30T09:00:00+00:00', '2026-04-01T09:00:00+00:00']);
    expect(await at('America/St_Johns')).toEqual(['2026-03-30T09:00:00-02:30', '2026-04-01T09:00:00-02:30']);
  });

  test("quiet hours that hold nine o'clock put the send off; past the end of the period it is still followed", async () => {
    const quiet = { ...CONFIG, quiet_hours: ['09:00', '08:30'] };
    const ran = await plan([row('Q-1', 'c@x.example', '600', '2026-03-03')], { to: '2026-03-06', config: quiet });
    expect(brief(ran, ['checked', 'send_at'])).toEqual(['2026-03-06 2026-03-09T08:30:00+08:00']);
    const lunch = { ...CONFIG, quiet_hours: ['08:00', '13:15'] };
    const later = await plan([row('Q-1', 'c@x.example', '600', '2026-03-03')], { to: '2026-03-06', config: lunch });
    expect(brief(later, ['checked', 'send_at'])).toEqual(['2026-03-06 2026-03-06T13:15:00+08:00']);
  });

  test("a nudge that could not leave by the expiry is not offered, and does not use its contact's turn", async () => {
    const quiet = { ...CONFIG, quiet_hours: ['09:00', '08:30'] };
    const rows = [
      row('Q-1', 'c@x.example', '900', '2026-03-02', '2026-03-06'),
      row('Q-2', 'c@x.example', '600', '2026-03-02'),
    ];
    const ran = await plan(rows, { from: '2026-03-06', to: '2026-03-07', config: quiet });
    expect(brief(ran)).toEqual(['2026-03-06 Q-2 first_nudge 1', '2026-03-07 Q-1 expired']);
  });

  test('paused: says so, and plans as if it had ended', async () => {
    const { code, out, err } = await plan([row('Q-1', 'c@x.example', '600', '2026-03-02')], {
      config: { ...CONFIG, paused: true },
    });
    expect(code).toBe(0);
    expect(out).toHaveLength(2);
    expect(err.join()).toContain('paused');
  });

  test("without --config the clock is UTC and everything is the admin's", async () => {
    const { out } = await plan([row('Q-1', 'c@x.example', '600', '2026-03-02').replace('SGD', 'USD')], {
      config: null,
      rules: '',
      to: '2026-03-05',
    });
    expect(out).toHaveLength(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      send_at: '2026-03-05T09:00:00+00:00',
      owner: 'admin@example.com',
    });
  });

  test('without --json it is a table, the refused rows above it and a count below', async () => {
    const { out } = await plan(
      [row('Q-1', 'c@x.example', '600', '2026-03-02'), row('Q-2', 'c@x.example', '', '2026-03-02')],
      {
        args: [],
      },
    );
    expect(out[0]).toMatch(/^row 3, amount: /);
    expect(out[2]).toMatch(/^checked +quote +what +step +leaves/);
    expect(out[3]).toMatch(/^2026-03-05 +Q-1 +first nudge +1 +Thu 5 Mar 2026 09:00 \+08:00 +owner@/);
    expect(out.at(-1)).toBe('2 nudges would leave, no quote would be closed out as expired, 1 row refused');
  });
});

describe('qf plan --against', () => {
  const SLOWER = RULES.replace('3 days and 7 days', '8 days').replace('default to Priya', 'default to Sam');
  const against = ['--against', 'old.txt'];
  const quote = row('Q-1', 'ann@x.example', '1200', '2026-03-02', '2026-04-01', 'Sam');

  test('says of each change what it was under the old rules and what it is under the new', async () => {
    const { code, out } = await plan([quote], { rules: SLOWER, args: ['--json', ...against] });
    expect(code).toBe(0);
    expect(out).toEqual([
      '{"change":"dropped","quote_id":"Q-1","customer":"Customer","before":{"day":"2026-03-05","checked":"2026-03-05","move":"first_nudge","step_index":1,"send_at":"2026-03-05T09:00:00+08:00","owner":"sam@harbourline.example"},"after":null}',
      '{"change":"moved","quote_id":"Q-1","customer":"Customer","before":{"day":"2026-03-09","checked":"2026-03-09","move":"followup","step_index":2,"send_at":"2026-03-09T09:00:00+08:00","owner":"sam@harbourline.example"},"after":{"day":"2026-03-10","checked":"2026-03-10","move":"first_nudge","step_index":1,"send_at":"2026-03-10T09:00:00+08:00","owner":"sam@harbourline.example"}}',
    ]);
  });

  test('for a person it is a calendar by week, a moved nudge on both its days', async () => {
    const { out } = await plan([quote], { rules: SLOWER, args: against, to: '2026-03-31' });
    expect(out).toEqual([
      '2 March 2026 to 31 March 2026, by the day on which a nudge leaves: 0 nudges added, 1 moved, 1 dropped.',
      '',
      'Week of Monday 2 March 2026',
      ' Thu 5 Mar   dropped     Q-1  Customer  first nudge',
      '',
      'Week of Monday 9 March 2026',
      ' Mon 9 Mar   moved away  Q-1  Customer  follow-up, to Tue 10 Mar',
      ' Tue 10 Mar  moved here  Q-1  Customer  first nudge, from Mon 9 Mar, before: follow-up',
    ]);
  });

  test('a nudge that another rep would send is altered, and both are named as the rules name them', async () => {
    const theirs = row('Q-2', 'ann@x.example', '1200', '2026-03-02', '2026-04-01', '', 'catering');
    const rules = RULES.replace('default to Priya', 'default to Sam');
    const { out } = await plan([theirs], { rules, args: against, to: '2026-03-06' });
    expect(out.at(-1)).toBe(' Thu 5 Mar  altered  Q-2  Customer  first nudge, by Sam rather than Priya');
  });

  test('without --to it is thirty days', async () => {
    const late = row('Q-1', 'ann@x.example', '1200', '2026-03-28', '', 'Sam');
    const asked = async (to: readonly string[]): Promise<number> => {
      const files = { q: [HEADER, late].join('\n'), old: RULES, new: SLOWER, c: JSON.stringify(CONFIG) };
      const { io, out } = paperTerminal(files);
      const line = ['--quotes', 'q', '--rules', 'new', '--against', 'old', '--config', 'c', '--json'];
      expect(await planCommand.run([...line, '--from', '2026-03-02', ...to], io)).toBe(0);
      return out.length;
    };
    expect(await asked([])).toBe(1);
    expect(await asked(['--to', '2026-03-30'])).toBe(0);
    expect(await asked(['--to', '2026-04-30'])).toBe(2);
  });

  test('faults of both rules docs are told', async () => {
    const { code, out, err } = await plan([quote], { rules: 'Nugde at 3 days.', args: ['--against', 'quotes.csv'] });
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err.join()).toContain('rules.txt: line 1');
  });

  test('the same rules change nothing, and say so', async () => {
    expect((await plan([quote], { args: against, to: '2026-03-31' })).out).toEqual([
      '2 March 2026 to 31 March 2026, by the day on which a nudge leaves: nothing changes.',
    ]);
  });
});

describe('qf plan refuses', () => {
  test('a rules doc that cannot be read: the sentence on stderr, exit 1, nothing on stdout', async () => {
    const { code, out, err } = await plan([], { rules: 'Standard quotes: nugde at 3 days.' });
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err.join()).toContain('line 1: "Standard quotes: nugde at 3 days."');
  });

  test('a sheet whose header is missing a column, exit 1', async () => {
    const { code, out, err } = await plan(
      ['x'].map(() => ''),
      { args: ['--json', '--quotes', 'rules.txt'] },
    );
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err.join()).toContain('rules.txt');
  });

  test('a config that cannot be read, exit 1', async () => {
    expect((await plan([], { config: { ...CONFIG, currency: 'dollars' } })).code).toBe(1);
  });

  test.each([
    [{ from: '2026-03-03', to: '2026-03-02' }, '--from 2026-03-03 is after --to 2026-03-02'],
    [{ from: '2026-3-3', to: '2026-04-02' }, '--from "2026-3-3" is no date'],
    [{ from: '2026-03-03', to: '2026-02-30' }, '--to "2026-02-30" is no date'],
    [{ from: '2026-03-03', to: '2031-03-04' }, '1828 days'],
    [{ args: ['--jsno'] }, "Unknown option '--jsno'"],
    [{ args: ['extra'] }, 'unexpected argument: extra'],
    [{ args: ['--quotes', '-', '--rules', '-'] }, 'standard input'],
    [{ args: ['--quotes', 'nowhere.csv'] }, 'nowhere.csv: there is no such file'],
  ])('%j is a usage error, exit 2', async (options, message) => {
    const { code, out, err } = await plan([], options);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err.join('\n')).toContain(message);
  });

  test.each(['--quotes', '--rules', '--from', '--to'])('%s missing is a usage error', async option => {
    const given = ['--quotes', 'q', '--rules', 'r', '--from', '2026-03-02', '--to', '2026-03-03'];
    const at = given.indexOf(option);
    const { io, err } = paperTerminal();
    expect(await planCommand.run(given.toSpliced(at, 2), io)).toBe(2);
    expect(err[0]).toBe(`qf plan: ${option} is missing`);
  });

  test('five years are not too long', async () => {
    const ran = await plan([row('Q-1', 'c@x.example', '600', '2026-03-02', '', '', '', '360')], { to: '2031-03-02' });
    expect(brief(ran)).toEqual(['2027-02-25 Q-1 first_nudge 1']);
  });

  test('Ctrl-C ends it, and nothing is printed', async () => {
    const stop = new AbortController();
    stop.abort();
    const { code, out } = await plan([row('Q-1', 'c@x.example', '600', '2026-03-02')], { signal: stop.signal });
    expect({ code, out }).toEqual({ code: 1, out: [] });
  });
});
