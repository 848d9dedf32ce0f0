import { describe, expect, it } from 'vitest';
import { extractNewText } from '../../../../src/mail-reading/quoted-text/extract-new-text.ts';

const read = (text: string) => extractNewText({ text, html: null });
const attribution = 'On Tue, May 5, 2026 at 9:12 AM Priya Nair <priya@corner-oak.example> wrote:';

describe('what they wrote', () => {
  it('keeps each answer between quoted lines and elides the questions', () => {
    const { text, elided } = read(
      `Hi Priya,\n\n${attribution}\n> Is oak fine?\n\nYes, oak.\n\n> Shall we start in June?\n\nJuly is better.\n\n> Priya\n`,
    );
    expect(text).toBe('Hi Priya,\n\nYes, oak.\n\nJuly is better.');
    expect(elided).toContain('> Is oak fine?');
    expect(elided).toContain('> Shall we start in June?');
  });

  it('keeps answers that touch the quoted lines', () => {
    const { text } = read(`${attribution}\n> Is oak fine?\nyes\n> And the price?\ntoo high\n> Priya`);
    expect(text).toBe('yes\ntoo high');
  });

  it('takes a quoted line broken on its way for quoted', () => {
    const long = '> We would like to know whether the delivery to your warehouse in the harbour may';
    expect(read(`Yes.\n\n${attribution}\n${long}\nhappen\n> on a Monday.`).text).toBe('Yes.');
  });

  it('reads an answer under the history', () => {
    expect(read(`${attribution}\n\n> Shall we go ahead?\n\nGo ahead.\n`).text).toBe('Go ahead.');
  });

  it('knows a quotation by the initials before its lines, where they come again', () => {
    expect(read('PN> Oak or ash?\nOak.\nPN> And the date?\n12 June.').text).toBe('Oak.\n12 June.');
    expect(read('EU> 5000 is the limit.\nIs it kept?').text).toBe('EU> 5000 is the limit.\nIs it kept?');
  });

  it('cuts at words between dashes that a header block follows, whatever the language', () => {
    const block = 'Od: Priya <p@n.example>\nKomu: jan@s.example\nDatum: 5. 5. 2026 9:14\nPředmět: Nabídka';
    expect(read(`Souhlasím.\n\n---------- Původní e-mail ----------\n${block}\n\nDobrý den`).text).toBe('Souhlasím.');
  });

  it('is the whole body when nothing is left', () => {
    const body = `${attribution}\n> Shall we go ahead?`;
    expect(read(body)).toEqual({ text: body, elided: '', signature: '' });
    expect(read('> yes').text).toBe('> yes');
  });

  it('splits a line that the author shares with the attribution', () => {
    expect(read(`Fine with us. ${attribution}\n> Hi`).text).toBe('Fine with us.');
  });

  it('does not take arithmetic or decoration for quotations', () => {
    for (const body of ['We need\n> 500 pieces\nby June.', 'Offer!\n>>> buy now <<<\nends today'])
      expect(read(body).text).toBe(body);
  });

  it('takes a single quoted point of a list for quoted', () => {
    expect(read(`${attribution}\n> 1) Start in May?\nMay is fine.`).text).toBe('May is fine.');
  });

  it('knows the words over a header block without dashes', () => {
    expect(read('Yes.\n\nOriginal message\nFrom: Bo <bo@x.example>\nSubject: Quote\n\nHi').text).toBe('Yes.');
    expect(read('Original message\nis what I need.').text).toBe('Original message\nis what I need.');
  });

  it('leaves nothing invisible in the text', () => {
    const hidden = 'Y\u200be\u200ds\u2060, \u202eplease\u202c go\u00ad ahead\ufeff.\u{e0041}\u{e0042}\u0007';
    expect(read(hidden).text).toBe('Yes, please go ahead.');
  });

  it('reads all line ends and hard spaces', () => {
    expect(read('Yes,\r\ngo\u00a0ahead.\rAnn\u2028Lee').text).toBe('Yes,\ngo ahead.\nAnn\nLee');
  });

  it('of nothing is nothing', () => {
    expect(extractNewText({ text: null, html: null })).toEqual({ text: '', elided: '', signature: '' });
    expect(extractNewText({ text: ' \n ', html: '<p> </p>' }).text).toBe('');
  });
});

describe('plain text and HTML of one mail', () => {
  const html = '<div>We accept.</div><blockquote type="cite">Shall we go ahead?</blockquote>';

  it('HTML is read when there is no plain text, or a stub', () => {
    for (const text of [null, '', 'Your mail program does not support HTML messages.'])
      expect(extractNewText({ text, html }).text).toBe('We accept.');
  });

  it('HTML is read when only it marks the earlier mail', () => {
    expect(extractNewText({ text: 'We accept.\n\nShall we go ahead?', html }).text).toBe('We accept.');
  });

  it('plain text is read when it shows what is quoted', () => {
    expect(extractNewText({ text: 'We accept!\n\n> Shall we go ahead?', html }).text).toBe('We accept!');
  });
});

describe('bounds', () => {
  const million = (unit: string) => unit.repeat(1_000_000 / unit.length);

  it.each([
    ['one line', { text: million('x'), html: null }],
    ['blank lines', { text: million('\n'), html: null }],
    ['quoted lines', { text: million('> q\n'), html: null }],
    ['attributions', { text: million(`${attribution}\n`), html: null }],
    ['beginnings of attributions', { text: million('On 1 x:\n'), html: null }],
    ['header lines', { text: million('From: a@b.example\n'), html: null }],
    ['recipients', { text: `From: a@b\n${million('To: a@b,\n c@d,\n')}`, html: null }],
    ['dashes', { text: million('-'), html: null }],
    ['open brackets', { text: million('<\n\n'), html: null }],
    ['nested elements', { text: null, html: million('<div>') }],
    ['nested quotations', { text: null, html: million('<blockquote>a') }],
    ['half a tag', { text: null, html: million('<') }],
    ['one attribute', { text: null, html: `<p style="${million('a:b;')}">x` }],
    ['style rules', { text: null, html: `<style>${million('.a{b:c}')}</style>x` }],
  ])('a million characters of %s are read in linear time', (_, body) => {
    const { text, elided, signature } = extractNewText(body);
    expect(text.length + elided.length + signature.length).toBeLessThan(1_200_000);
  });

  it('nothing of a mail with very many lines is lost', () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => `line ${at}`);
    expect(read(lines.join('\n')).text).toBe(lines.join('\n'));
  });
});
