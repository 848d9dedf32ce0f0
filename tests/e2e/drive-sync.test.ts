import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EventStore } from '../../src/ports/event-store.ts';
import { loadBusinessContext } from '../../src/workflows/business-context.ts';
import { loadQuote } from '../../src/workflows/quotes.ts';
import { driveError, sheetsError, tokenError } from '../support/fake-google.ts';
import { ACCOUNT, HEADINGS, type Office, openOffice, serial } from '../support/google-office.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;
const RULES = 'Standard quotes: nudge at 3 days and 7 days after sending.\nPriya is priya@harbourline.example.\n';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ rulesDocId: 'rules-1', voiceDocId: 'voice-1' });
  office.google.docs['rules-1'] = RULES;
  office.google.docs['voice-1'] = 'Warm and plain.\n';
});
afterEach(() => office.close());

type Row = (string | number | boolean | null)[];
const row = (number: string, over: { sent?: string; amount?: number; contact?: string; status?: string } = {}): Row => {
  const { sent = '2026-11-20', amount = 4_800, contact = `${number.toLowerCase()}@northwind.example` } = over;
  return [number, 'Northwind', contact, amount, 'SGD', serial(sent), serial('2026-12-20'), '', over.status ?? ''];
};
const list = (...rows: readonly Row[]): void => {
  office.google.tabs.Quotes = [[...HEADINGS], ...rows];
};
const later = async (ms = QUARTER): Promise<void> => {
  office.pass(ms);
  await office.sync();
};
const inForce = async () => (await loadBusinessContext(office.world)).mirror;
const lettersOf = (kind: string) => office.letters().filter(letter => letter.kind === kind);

describe('the sheet', () => {
  test('comes as stored values: numbers as numbers, dates as serial numbers, on both tabs', async () => {
    list(row('HL-1', { amount: 1_200.5 }), row('HL-2'));
    office.google.tabs.Closed = [
      ['Quote number', 'Outcome', 'Date closed'],
      ['HL-3', 'won', serial('2026-11-19')],
    ];
    await office.sync();
    const { rows, closed } = await inForce();
    expect(rows.get('HL-1')).toMatchObject({ amount: { minor: 120_050, currency: 'SGD' }, sent: '2026-11-20' });
    expect(closed).toMatchObject([{ key: 'HL-3', outcome: 'won', date: '2026-11-19' }]);
    expect(await office.actions('HL-1')).toEqual(['QuoteListed']);
  });

  test('is kept as a manifest, whole and with the version that was read, and as one canonical file beside it', async () => {
    list(row('HL-1'));
    await office.sync();
    expect(await office.mirror('quotes.csv')).toBe(
      [
        'quote number,customer,contact email,amount,currency,date sent,date expires,owner,team,PDF link,cadence override,status',
        'HL-1,Northwind,hl-1@northwind.example,4800.00,SGD,2026-11-20,2026-12-20,,,,,',
        '',
      ].join('\r\n'),
    );
    const manifest = JSON.parse((await office.mirror('manifest.json')) ?? '');
    expect(manifest).toEqual({
      quotes: expect.stringMatching(/^[0-9a-f]{16}$/),
      closed: expect.stringMatching(/^[0-9a-f]{16}$/),
      readAt: expect.stringMatching(/^2026-11-23T00:00:/),
      sheet: { source: 'sheet-1', version: 1, ahead: 0 },
      tabs: { quotes: await office.mirror('quotes.csv'), closed: await office.mirror('closed.csv') },
    });
  });

  test('that has not changed is neither fetched nor written again, and counts as looked at', async () => {
    list(row('HL-1'));
    await office.sync();
    const puts: string[] = [];
    const { put } = office.world.objects;
    Object.assign(office.world.objects, {
      put: async (...[bucket, key]: Parameters<typeof put>) => puts.push(`${bucket}/${key}`),
    });
    office.google.calls.length = 0;
    const before = await office.actions('~system');
    await later();
    expect(office.google.calls).toEqual([
      'GET /drive/v3/files/rules-1',
      'GET /drive/v3/files/voice-1',
      'GET /drive/v3/files/sheet-1',
    ]);
    expect(puts).toEqual([]);
    expect(await office.actions('~system')).toEqual(before);
    expect((await inForce()).readAt.toISOString()).toMatch(/^2026-11-23T00:15:/);
  });

  test('whose file changed without its content is fetched, and only its version is written', async () => {
    list(row('HL-1'));
    await office.sync();
    const before = await office.mirror('manifest.json');
    office.google.tabs.Notes = [['not ours']];
    await later();
    expect(office.google.calls.filter(call => call.endsWith('values:batchGet'))).toHaveLength(2);
    const [was, is] = [before, await office.mirror('manifest.json')].map(manifest => JSON.parse(manifest ?? ''));
    expect(is).toEqual({ ...was, readAt: is.readAt, sheet: { ...was.sheet, version: 2 } });
  });

  test('is fetched anew each hour: a formula may show something new in a file that is the same', async () => {
    list(row('HL-1'));
    await office.sync();
    await later(HOUR);
    expect(office.google.calls.filter(call => call.endsWith('values:batchGet'))).toHaveLength(2);
  });

  test('of 10,000 rows is read whole', async () => {
    list(...Array.from({ length: 10_000 }, (_, at) => row(`HL-${at}`)));
    const read = await office.sources.sheet();
    expect(read).toMatchObject({ quotes: { length: 10_001 } });
  });

  test('on a shared drive is found', async () => {
    office.google.onSharedDrive.add('sheet-1').add('rules-1');
    list(row('HL-1'));
    await office.sync();
    expect((await inForce()).rows.size).toBe(1);
  });

  test('read for the first time, its rows sent more than 14 days ago rest until the admin chooses', async () => {
    list(row('HL-1', { sent: '2026-11-09' }), row('HL-2', { sent: '2026-11-08' }));
    await office.sync();
    expect((await loadQuote(office.world, 'HL-1')).state.holds).toEqual([]);
    expect((await loadQuote(office.world, 'HL-2')).state.holds).toEqual(['first-sync']);
    expect(lettersOf('first-sync')).toMatchObject([{ subject: 'First sync: 1 older quote wait for you' }]);
    await later();
    expect(lettersOf('first-sync')).toHaveLength(1);
  });

  test('cut off at its first reading between a row and its hold, is taken up there by the next', async () => {
    list(row('HL-1', { sent: '2026-10-01' }));
    const store: { append: EventStore['append'] } = office.world.store;
    const { append } = store;
    store.append = event => (event.action === 'QuoteHeld' ? Promise.reject(new Error('cut off')) : append(event));
    await expect(office.sync()).rejects.toThrow('cut off');
    expect(await office.actions('HL-1')).toEqual(['QuoteListed']);
    store.append = append;
    await later();
    expect(await office.actions('HL-1')).toEqual(['QuoteListed', 'QuoteHeld']);
  });

  test('of more rows than one run has time for is gone on with by the next, each row once', async () => {
    const sentOn = (at: number) => (at % 2 === 0 ? '2026-10-01' : '2026-11-20');
    list(...Array.from({ length: 560 }, (_, at) => row(`HL-${at}`, { sent: sentOn(at) })));
    const store: { append: EventStore['append'] } = office.world.store;
    const { append } = store;
    const appended: string[] = [];
    const asked: string[] = [];
    let left = 0;
    store.append = async event => {
      if (left-- <= 0) throw new Error('out of time');
      asked.push(event.quote_id);
      const outcome = await append(event);
      if (outcome === 'appended') appended.push(`${event.quote_id} ${event.action}`);
      return outcome;
    };
    for (const most of [800, 5_000]) {
      left = most;
      await office.sync().catch(() => {});
    }
    const wanted = Array.from({ length: 560 }, (_, at) =>
      at % 2 === 0 ? [`HL-${at} QuoteListed`, `HL-${at} QuoteHeld`] : [`HL-${at} QuoteListed`],
    );
    expect(appended.filter(event => event.startsWith('HL-')).sort()).toEqual(wanted.flat().sort());
    expect(asked.filter(stream => stream === 'HL-0')).toHaveLength(2);
    expect(await office.actions('~system')).toContain('SheetSynced');
    expect(lettersOf('first-sync')).toMatchObject([{ subject: 'First sync: 280 older quotes wait for you' }]);
  });
});

describe('a sheet that cannot be taken leaves the last good one in force, and the admin is told once', () => {
  const good = async (): Promise<void> => {
    list(row('HL-1'), row('HL-2'), row('HL-3'), row('HL-4'), row('HL-5'));
    await office.sync();
  };
  const isRefused = async (words: RegExp): Promise<void> => {
    await later();
    await later();
    expect((await inForce()).rows.size).toBe(5);
    const told = lettersOf('sheet-refused');
    expect(told).toHaveLength(1);
    expect(told[0]?.text.replace(/\s+/g, ' ')).toMatch(words);
    expect(told[0]?.text).toContain('stays in force');
  };

  test('more than half of its rows are gone', async () => {
    await good();
    list(row('HL-1'), row('HL-2'));
    await isRefused(/lost more than half of its rows at once \(5 before, 2 now\)/);
  });

  test('the tab is empty', async () => {
    await good();
    office.google.tabs.Quotes = [];
    await isRefused(/the sheet is empty/);
  });

  test('a required header was renamed: the nearest is named', async () => {
    await good();
    office.google.tabs.Quotes?.[0]?.splice(3, 1, 'Amonut');
    await isRefused(/Amonut/);
  });

  test('a header stands twice', async () => {
    await good();
    office.google.tabs.Quotes?.[0]?.splice(8, 1, 'Amount');
    await isRefused(/two headers stand for the amount/);
  });

  test('the tab was renamed: the tabs that are there are named', async () => {
    await good();
    office.google.tabs.Offers = office.google.tabs.Quotes ?? [];
    delete office.google.tabs.Quotes;
    await isRefused(/no tab named “Quotes”; its tabs are “Closed”, “Offers”/);
  });

  test('it is no longer shared: the address to share it with is named', async () => {
    await good();
    office.google.unshared.add('sheet-1');
    await isRefused(new RegExp(`no longer shared with ${ACCOUNT}`));
  });

  test.each([
    ['Sheets says no', sheetsError(403, 'PERMISSION_DENIED', 'The caller does not have permission'), ACCOUNT],
    [
      'an API is switched off',
      driveError(
        403,
        'accessNotConfigured',
        'Google Drive API has not been used in project 1 before or it is disabled.',
      ),
      'switched off',
    ],
    [
      'it is an Excel file',
      sheetsError(400, 'FAILED_PRECONDITION', 'This operation is not supported for this document'),
      'Office file',
    ],
  ])('%s', async (_, fault, words) => {
    await good();
    list(row('HL-9'));
    office.google.fault = call => (call.endsWith('batchGet') ? fault : null);
    await isRefused(new RegExp(words));
  });
});

test('a service account whose key was deleted is named', async () => {
  office.google.fault = call => (call === 'POST /token' ? tokenError('invalid_grant', 'Invalid JWT Signature.') : null);
  await office.sync();
  expect(lettersOf('sheet-refused')[0]?.text.replace(/\s+/g, ' ')).toContain(
    `Google does not accept the service account ${ACCOUNT}`,
  );
});

describe('trouble that passes by itself', () => {
  test.each([
    ['429', sheetsError(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric')],
    ['503', sheetsError(503, 'UNAVAILABLE', 'The service is currently unavailable.')],
    ['500', sheetsError(500, 'INTERNAL', 'Internal error encountered.')],
    ['403 as Drive says it', driveError(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded')],
  ])('%s is tried again after growing pauses', async (_, fault) => {
    list(row('HL-1'));
    let left = 3;
    office.google.fault = call => (call.endsWith('batchGet') && left-- > 0 ? fault : null);
    await office.sync();
    expect(office.pauses).toEqual([500, 1_000, 2_000]);
    expect((await inForce()).rows.size).toBe(1);
  });

  test('a pause that Google asks for is kept', async () => {
    list(row('HL-1'));
    let left = 1;
    const fault = { ...sheetsError(429, 'RESOURCE_EXHAUSTED', 'slow down'), headers: { 'retry-after': '3' } };
    office.google.fault = call => (call.endsWith('batchGet') && left-- > 0 ? fault : null);
    await office.sync();
    expect(office.pauses).toEqual([3_000]);
  });

  test('that stays fails this sync alone; of a mirror too old to send by the admin hears, once a day', async () => {
    list(row('HL-1'));
    await office.sync();
    office.google.fault = call => (call.includes('sheet-1') ? sheetsError(503, 'UNAVAILABLE', 'down') : null);
    await expect(later()).rejects.toThrow();
    expect(office.pauses).toHaveLength(4);
    expect(lettersOf('sheet-refused')).toEqual([]);
    await expect(later(2 * HOUR)).rejects.toThrow();
    await expect(later()).rejects.toThrow();
    expect(lettersOf('sheet-refused')).toHaveLength(1);
    expect(lettersOf('sheet-refused')[0]?.text).toContain('nothing is sent');
    office.google.fault = () => null;
    await later();
    expect((await inForce()).readAt.getTime()).toBeGreaterThan(0);
  });

  test('of one source keeps none of the others back', async () => {
    list(row('HL-1'));
    office.google.fault = call => (call.includes('rules-1') ? driveError(500, 'backendError', 'down') : null);
    await expect(office.sync()).rejects.toThrow();
    expect((await inForce()).rows.size).toBe(1);
  });
});

describe('the docs', () => {
  test('are read as they are exported: with a mark before, smart quotes and CRLF', async () => {
    office.google.docs['rules-1'] =
      'Standard quotes: nudge at 3 days and 7 days after sending.\r\n\r\n“High-value” quotes over $20,000: a gentler 5/12 cadence so it’s never pressure.\r\n';
    await office.sync();
    const { policy } = await loadBusinessContext(office.world);
    expect(policy.tiers.map(({ name, nudgeDays }) => [name, nudgeDays])).toEqual([
      ['standard', [3, 7]],
      ['high-value', [5, 12]],
    ]);
  });

  test('that are no longer shared stay in force as they were last read; the admin is told with the address', async () => {
    await office.sync();
    office.google.unshared.add('rules-1').add('voice-1');
    await later();
    await later();
    expect((await loadBusinessContext(office.world)).policy.tiers[0].nudgeDays).toEqual([3, 7]);
    for (const kind of ['rules-refused', 'voice-refused']) {
      expect(lettersOf(kind)).toHaveLength(1);
      expect(lettersOf(kind)[0]?.text.replace(/\s+/g, ' ')).toContain(`no longer shared with ${ACCOUNT}`);
    }
  });

  test('that are Word files are asked for as docs', async () => {
    office.google.fault = call =>
      call.endsWith('/export')
        ? driveError(403, 'fileNotExportable', 'Export only supports Docs Editors files.')
        : null;
    await office.sync();
    expect(lettersOf('rules-refused')[0]?.text).toContain('no Google Doc');
  });
});

describe('rows that left the sheet', () => {
  const numbers = ['HL-1', 'HL-2', 'HL-3', 'HL-4', 'HL-5', 'HL-6', 'HL-7', 'HL-8', 'HL-9', 'HL-10', 'HL-11', 'HL-12'];

  test('are held until they come back', async () => {
    list(...numbers.map(number => row(number)));
    await office.sync();
    list(...numbers.slice(1).map(number => row(number)));
    await later();
    expect((await loadQuote(office.world, 'HL-1')).state.holds).toEqual(['vanished']);
    expect(lettersOf('vanished')).toEqual([]);
    list(...numbers.map(number => row(number)));
    await later();
    expect((await loadQuote(office.world, 'HL-1')).state.holds).toEqual([]);
  });

  test('are named to the admin that day where more than five went at once', async () => {
    list(...numbers.map(number => row(number)));
    await office.sync();
    list(...numbers.slice(6).map(number => row(number)));
    await later();
    expect(lettersOf('vanished')).toHaveLength(1);
    expect(lettersOf('vanished')[0]?.subject).toBe('6 quotes vanished from the sheet');
  });

  test('and stand on the closed tab are closed with its outcome', async () => {
    list(row('HL-1'), row('HL-2'));
    await office.sync();
    list(row('HL-2'));
    office.google.tabs.Closed?.push(['HL-1', 'lost', serial('2026-11-22')]);
    await later();
    expect((await loadQuote(office.world, 'HL-1')).state).toMatchObject({ closed: 'lost', closedBy: 'closed-sheet' });
  });
});
