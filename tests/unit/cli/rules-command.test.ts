import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { rulesCommand } from '../../../src/cli/commands/rules.ts';
import { paperTerminal } from '../../support/paper-terminal.ts';

const run = async (args: readonly string[], files: Readonly<Record<string, Uint8Array | string>> = {}) => {
  const { io, out, err } = paperTerminal(files);
  const code = await rulesCommand.run(args, io);
  return { code, out, err };
};

const doc = 'Big quotes over $9,000: nudge at 6 days.';
const config = JSON.stringify({ timezone: 'Europe/Berlin', currency: 'EUR', admin: 'a@y.example' });

describe('qf rules', () => {
  test('prints a table, exit 0', async () => {
    const { code, out, err } = await run(['r.txt'], { 'r.txt': doc });
    expect([code, err]).toEqual([0, []]);
    expect(out.join('\n')).toContain('over USD 9,000: nudge at 6 days');
  });

  test('--json prints one object on one line', async () => {
    const { code, out } = await run(['r.txt', '--json'], { 'r.txt': doc });
    expect(code).toBe(0);
    expect(out).toHaveLength(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ tiers: [{ name: 'big', over: 9000 }] });
  });

  test('a doc that can’t be read: exit 1, the faults on stderr', async () => {
    const { code, out, err } = await run(['r.txt'], { 'r.txt': 'Nudge soon.\n\nNudge later.' });
    expect([code, out.length, err.length]).toEqual([1, 0, 2]);
    expect(err[1]).toMatch(/^line 3: "Nudge later\." — expected /);
  });

  test('… or with --json as one object on stdout', async () => {
    const { code, out, err } = await run(['r.txt', '--json'], { 'r.txt': 'Nudge soon.' });
    expect([code, err]).toEqual([1, []]);
    expect(JSON.parse(out[0] ?? '')).toEqual({
      errors: [{ line: 1, sentence: 'Nudge soon.', expected: expect.any(String) }],
    });
  });

  test('--config changes what a bound may be', async () => {
    const files = { 'r.txt': doc, 'c.json': config };
    expect((await run(['r.txt', '--config', 'c.json'], files)).err[0]).toContain('an amount in EUR');
  });

  test.each([
    [['missing.txt'], 2],
    [['r.txt', '--config', 'missing.json'], 2],
    [[], 2],
    [['r.txt', 'again.txt'], 2],
    [['r.txt', '--config', 'bad.json'], 1],
  ])('%j exits %i', async (args, code) => {
    const ended = await run(args, { 'r.txt': doc, 'bad.json': '{}' });
    expect(ended.code).toBe(code);
    expect(ended.err.length).toBeGreaterThan(0);
    expect(ended.out).toEqual([]);
  });

  test('a doc in UTF-16 or Windows-1252 is read, a binary file refused', async () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${doc}`, 'utf16le'));
    const ansi = new Uint8Array(Buffer.from('Big quotes over \u00a39,000: nudge at 6 days.', 'latin1'));
    expect((await run(['r.txt'], { 'r.txt': utf16 })).code).toBe(0);
    expect((await run(['r.txt'], { 'r.txt': ansi })).err[0]).toContain('an amount in USD');
    const binary = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256);
    expect(await run(['r.txt'], { 'r.txt': binary })).toMatchObject({
      code: 1,
      err: [expect.stringContaining('another kind')],
    });
  });

  test('the example doc is understood whole under the example config', async () => {
    const files = { rules: await readFile('examples/rules.txt'), config: await readFile('examples/config.json') };
    const { code, out } = await run(['rules', '--config', 'config', '--json'], files);
    expect(code).toBe(0);
    const said = JSON.parse(out[0] ?? '');
    expect(said).toMatchObject({
      tiers: [
        { name: 'standard', nudge_days: [3, 7], last_call_days: 3 },
        { name: 'large', at_least: 20_000, nudge_days: [6, 14], last_call_days: 3 },
        { name: 'small', under: 500, nudge_days: [4], last_call_days: null },
      ],
      owners: {
        teams: {
          catering: 'priya@harbourline.example',
          events: 'sam@harbourline.example',
          'fit-out': 'meilin@harbourline.example',
        },
      },
      quiet_hours: ['18:00', '08:00'],
      skip_weekends: true,
      nudge_cap: 3,
      min_gap_days: 2,
    });
    expect(said.not_used).toHaveLength(1);
  });
});
