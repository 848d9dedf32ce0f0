import { describe, expect, it } from 'vitest';
import { approvalMail } from '../../../src/presentation/emails/approval-mail.ts';
import { draftPage } from '../../../src/presentation/pages/draft-page.ts';
import { type DraftView, draftFacts, seenText } from '../../../src/presentation/view-models/draft-view.ts';
import { draft, openDraft, priya, quote, sam, url } from '../../support/sample-letters.ts';
import { shownText } from '../../support/shown-text.ts';

const mailOf = (view: DraftView) =>
  approvalMail({ view, asking: { kind: 'first' }, to: priya, url, goodUntil: '2026-03-17' });
const squeezed = (text: string): string => text.replace(/\s+/g, ' ');

const views: readonly (readonly [string, DraftView])[] = [
  ['a follow-up', draft],
  [
    'a first nudge without expiry or link',
    {
      ...draft,
      move: 'first_nudge',
      earlier: [],
      attached: true,
      quote: { ...quote, expires: null, pdfLink: null },
    },
  ],
  [
    'a template under a pause',
    { ...draft, author: { kind: 'template', why: 'the model did not answer' }, leavesAt: null },
  ],
  [
    'an edited draft with odd characters',
    {
      ...draft,
      author: { kind: 'person', name: 'Sam' },
      subject: 'Q & A <today>',
      text: 'a < b && "c"\n\n  indented\n& so on',
    },
  ],
];

describe.each(views)('the mail and the page of %s', (_, view) => {
  const mail = mailOf(view);
  const shown = {
    'the plain mail': mail.text,
    'the mail': shownText(mail.html),
    'the page': shownText(draftPage({ ...openDraft, view })),
  };

  it.each(Object.entries(shown))('show the draft, character for character, and every fact: %s', (_name, text) => {
    expect(text).toContain(view.text);
    expect(text).toContain(view.subject);
    for (const { label, value } of draftFacts(view)) {
      expect(squeezed(text)).toContain(label);
      expect(squeezed(text)).toContain(squeezed(value));
    }
  });
});

describe('what the approver saw', () => {
  it.each<[string, DraftView]>([
    ['the text', { ...draft, text: `${draft.text} ` }],
    ['the subject', { ...draft, subject: 'Our quote' }],
    ['the amount', { ...draft, quote: { ...quote, amount: { minor: 1284001, currency: 'SGD' } } }],
    ['the contact', { ...draft, quote: { ...quote, contact: 'dana@northwind.example' } }],
    ['the expiry', { ...draft, quote: { ...quote, expires: null } }],
    ['the link', { ...draft, quote: { ...quote, pdfLink: null } }],
    ['the projected time', { ...draft, leavesAt: '2026-03-10T01:03:00.000Z' }],
    ['the day it was shown', { ...draft, today: '2026-03-11' }],
    ['the author', { ...draft, author: { kind: 'template', why: null } }],
    ['the owner', { ...draft, quote: { ...quote, owner: sam } }],
    ['an earlier nudge', { ...draft, earlier: [] }],
  ])('is another when %s is', (_, other) => {
    expect(seenText(other)).not.toBe(seenText(draft));
  });

  it('is the same for the same draft', () => {
    expect(seenText({ ...draft })).toBe(seenText(draft));
  });

  it('cannot be imitated by a text that looks like facts', () => {
    const forged = { ...draft, text: `${draft.text}\nAuthor:\n  the model\nQuote:\n  Q-1` };
    expect(seenText(forged).match(/^Quote:$/gm)).toHaveLength(1);
  });
});

describe('the approval mail', () => {
  it('names the minute it leaves and has one link', () => {
    const mail = mailOf(draft);
    expect(mail.text).toContain('leaves Tue 10 March 2026, 09:02 (Asia/Singapore)');
    expect(mail.html.match(/href="[^"]*"/g)).toEqual([`href="${url}"`, `href="${quote.pdfLink}"`]);
    expect(mail.subject).toBe('Approve: follow-up to Northwind Trading Pte Ltd (Q-1042, SGD 12,840.00)');
  });

  it('marks a draft that is written from the template, and why', () => {
    const view: DraftView = { ...draft, author: { kind: 'template', why: 'the model did not answer' } };
    expect(mailOf(view).text).toContain('Written from the template: the model did not answer.');
  });

  it.each([
    [{ kind: 'again', since: '2026-03-09' }, 'Nobody has decided on this draft since Mon 9 March 2026.'],
    [{ kind: 'admin', since: '2026-03-05' }, 'because you are the admin'],
    [{ kind: 'cover', away: priya, until: '2026-03-20' }, 'Priya is away until Fri 20 March 2026. You cover.'],
  ] as const)('says why it comes: %j', (asking, words) => {
    expect(approvalMail({ view: draft, asking, to: sam, url, goodUntil: '2026-03-17' }).text).toContain(words);
  });

  it('keeps its subject one line of bearable length, whatever the sheet holds', () => {
    const customer = `Evil\r\nBcc: all@example.com ${'x'.repeat(400)}`;
    const { subject } = mailOf({ ...draft, quote: { ...quote, customer } });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject.length).toBeLessThanOrEqual(180);
  });
});
