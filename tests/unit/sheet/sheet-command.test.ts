import { describe, expect, test } from 'vitest';
import { sheetCommand } from '../../../src/cli/commands/sheet.ts';
import { paperTerminal } from '../../support/paper-terminal.ts';

const CSV = `Quote number;Customer;Contact email;Amount;Date sent;Date expires;Cadence override
SG-201;Marina Bistro;chef@marina.example;1.200,00;2026-03-02;2026-04-01;2,5 no last call
SG-202;Acme;jo@acme.example;1.200;soon;;
SG-203;\u001b[31m\u009b1mRed;al@red.example;50;2026-03-02;;off
`;

const qf = async (args: readonly string[], files: Record<string, string> = { 'q.csv': CSV }) => {
  const { io, out, err } = paperTerminal(files);
  return { code: await sheetCommand.run(args, io), out, err };
};

const CONFIG = JSON.stringify({ timezone: 'Asia/Singapore', currency: 'SGD', admin: 'owner@shop.example' });

describe('qf sheet --json', () => {
  test('prints an object a line, rows and refused cells in the order of the sheet', async () => {
    const { code, out, err } = await qf(['q.csv', '--config', 'c.json', '--json'], { 'q.csv': CSV, 'c.json': CONFIG });
    expect([code, err]).toEqual([0, []]);
    const [first, ...others] = out.map(line => JSON.parse(line));
    expect(first).toEqual({
      row: 2,
      quote_id: 'SG-201',
      customer: 'Marina Bistro',
      contact: 'chef@marina.example',
      amount_minor: 120000,
      currency: 'SGD',
      sent: '2026-03-02',
      expires: '2026-04-01',
      owner: null,
      team: null,
      override: { nudge_days: [2, 5], last_call_days: null },
      status: 'open',
    });
    expect(others.map(line => [line.row, line.column, line.value])).toEqual([
      [3, 'amount', '1.200'],
      [3, 'sent', 'soon'],
      [4, 'customer', '\u001b[31m\u009b1mRed'],
    ]);
    expect(Object.keys(others[0])).toEqual(['row', 'column', 'value', 'error']);
  });
});

describe('qf sheet', () => {
  test('prints a table, then what is refused; a cell does not steer the terminal', async () => {
    const { code, out } = await qf(['q.csv']);
    expect(code).toBe(0);
    const text = out.join('\n');
    expect(text).toContain('SG-201');
    expect(text).toContain('USD 1,200.00');
    expect(text).toContain('row 3, sent: "soon" is not a date');
    expect(text).toContain('1 row understood (1 open), 2 refused');
    expect(text).not.toMatch(/[\u001b\u009b]/);
  });

  test.each([
    ['an empty file', '', 'q.csv: the sheet is empty; its first row must name the columns'],
    ['a lacking column', 'Quote number,Customer\n', /q\.csv: no header stands for the contact email/],
    ['an open quotation mark', 'a,"b\n', /q\.csv has a quotation mark in row 1/],
    ['a workbook', 'PK\u0003\u0004', /q\.csv is a workbook/],
  ])('refuses %s on stderr with exit 1', async (_, text, message) => {
    for (const args of [['q.csv'], ['q.csv', '--json']]) {
      const { code, out, err } = await qf(args, { 'q.csv': text });
      expect([code, out]).toEqual([1, []]);
      expect(err.join('\n')).toMatch(message);
    }
  });

  test('says so when no quotes are listed', async () => {
    const { code, err } = await qf(['q.csv'], { 'q.csv': 'Quote number,Customer,Email,Amount,Date sent\n' });
    expect([code, err]).toEqual([0, ['q.csv: the sheet lists no quotes']]);
  });

  test('exits 2 for a file that is not there and a wrong line', async () => {
    expect((await qf(['nope.csv'])).code).toBe(2);
    expect((await qf([])).code).toBe(2);
    expect((await qf(['q.csv', '--what'])).code).toBe(2);
  });
});
