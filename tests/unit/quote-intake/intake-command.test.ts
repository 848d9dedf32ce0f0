import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paper } from '../../../scripts/quote-fixtures/paper.ts';
import { run } from '../../../src/cli/run.ts';
import { paperTerminal } from '../../support/paper-terminal.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/quotes');
const CONFIG = { timezone: 'Asia/Singapore', currency: 'AUD', admin: 'owner@harbourline.example' };

const qf = async (args: readonly string[], files: Readonly<Record<string, Uint8Array>> = {}) => {
  const { io, out, err } = paperTerminal(files);
  return { code: await run(['intake', ...args], io), out, err };
};
const fixture = (name: string) => readFile(join(FOLDER, name));
const mail = (text: string) =>
  Buffer.from(
    `From: sam@shop.example\r\nTo: kim@customer.example\r\nSubject: Quote 77\r\nDate: Mon, 2 Mar 2026 09:00:00 +0800\r\n\r\n${text}\r\n`,
  );

describe('qf intake', () => {
  it('prints one object with the fields, their words and what is missing, in this order', async () => {
    const { code, out, err } = await qf(['a.eml', '--json'], { 'a.eml': await fixture('pdf-attached.eml') });
    expect({ code, err, lines: out.length }).toEqual({ code: 0, err: [], lines: 1 });
    expect(Object.keys(JSON.parse(out[0] ?? ''))).toEqual([
      'customer',
      'contact_email',
      'quote_id',
      'amount_minor',
      'currency',
      'sent_date',
      'expiry_date',
      'pdf',
      'sources',
      'missing',
    ]);
  });

  it('shows people each value with its words, and why one is empty', async () => {
    const { out } = await qf(['u.pdf'], { 'u.pdf': await fixture('unclear.pdf') });
    expect(out).toContain('quote number  – either A-5501 or A-5510');
    expect(out.join('\n')).toMatch(/^amount +USD 1,180\.00 +"Total \$1,180\.00" \(pdf:u\.pdf\)$/m);
    expect(out).toContain('contact       – not found');
  });

  it('reads by the config: its currency, its own addresses', async () => {
    const files = {
      'm.eml': mail('Total: $90.00'),
      'c.json': Buffer.from(JSON.stringify({ ...CONFIG, known_reps: ['kim@customer.example'] })),
    };
    const { out } = await qf(['m.eml', '--json', '--config', 'c.json'], files);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ currency: 'AUD', amount_minor: 9000, contact_email: null });
  });

  it('says of a PDF in a mail why it was not read, and reads the rest', async () => {
    const { code, out, err } = await qf(['s.eml', '--json'], { 's.eml': await fixture('scanned.eml') });
    expect(code).toBe(0);
    expect(err).toEqual(['scan0012.pdf: the PDF holds pictures but no text']);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ quote_id: '5512', pdf: 'scan0012.pdf' });
  });

  it('refuses a PDF it cannot read, and what is no mail', async () => {
    const files = {
      'empty.pdf': await paper(() => undefined),
      'x.pdf': Buffer.from('nothing'),
      'z.bin': new Uint8Array(300),
    };
    expect(await qf(['empty.pdf'], files)).toMatchObject({
      code: 1,
      err: ['empty.pdf: the PDF holds pictures but no text'],
    });
    expect(await qf(['x.pdf'], files)).toMatchObject({ code: 1, out: [] });
    expect(await qf(['z.bin'], files)).toMatchObject({ code: 1, out: [] });
  });

  it.each([[[]], [['a', 'b']], [['--nope', 'a']], [['gone.eml']]])('is used wrongly with %j', async args => {
    const { code, out, err } = await qf(args);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err.length).toBeGreaterThan(0);
  });
});
