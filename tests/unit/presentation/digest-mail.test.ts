import { describe, expect, it } from 'vitest';
import { digestMail } from '../../../src/presentation/emails/digest-mail.ts';
import { summaryMail } from '../../../src/presentation/emails/summary-mail.ts';
import { todayMail } from '../../../src/presentation/emails/today-mail.ts';
import type { Digest } from '../../../src/presentation/view-models/digest.ts';
import { url } from '../../support/sample-letters.ts';
import {
  digestQuotes,
  digestSample,
  mailedDrafts,
  remindedReplies,
  todayView,
} from '../../support/sample-questions.ts';

const quiet: Digest = {
  ...digestSample,
  scope: 'own',
  inPlay: [],
  open: [],
  openCount: 0,
  nudged: [],
  expiring: [],
  expired: [],
  undecided: [],
  untaken: [],
  lostOrKeep: [],
  refusedRows: [],
  unmatched: [],
  csv: null,
  root: null,
};

describe('the digest', () => {
  it('tells an empty week in one line and has no list', () => {
    const { text } = digestMail(quiet);
    expect(text).toContain('Mon 9 Mar to Sun 15 Mar: a quiet week, and no quote is open.');
    expect(text).not.toMatch(/^- /m);
  });

  it('asks first and lists the open quotes last', () => {
    const { text } = digestMail(digestSample);
    const at = (words: string): number => text.indexOf(`\n${words}\n`);
    expect(at('Replies nobody has taken')).toBeGreaterThan(0);
    expect(at('Replies nobody has taken')).toBeLessThan(at('Expiring within 7 days'));
    expect(at('Expiring within 7 days')).toBeLessThan(at('Open quotes, the most valuable'));
  });

  it('stays short with 500 open quotes: the rest is counted and attached', () => {
    const { text, html } = digestMail(digestSample);
    expect(text).toContain('And 475 more.');
    expect(text).toContain('All 500 open quotes are attached as open-quotes-2026-03-16.csv.');
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });

  it('stays readable however long any list is, and counts what it leaves out', () => {
    const { html, text } = digestMail({
      ...digestSample,
      nudged: digestQuotes(300, 'follow-up on Tue 10 March'),
      bounced: digestQuotes(26, 'mail bounced'),
      unmatched: Array.from({ length: 90 }, () => digestSample.unmatched[0] ?? []).flat(),
    });
    expect(text).toContain('300 quotes nudged');
    for (const words of ['And 292 more.', 'And 18 more.', 'And 82 more.', 'And 475 more.'])
      expect(text).toContain(words);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });

  it('names owners to the admin only', () => {
    expect(digestMail({ ...digestSample, scope: 'own' }).text).not.toContain('Priya');
    expect(digestMail(digestSample).text).toContain('SGD 92,840.00, Priya');
  });

  it('prints the root of the log', () => {
    expect(digestMail(digestSample).text).toContain('812 streams with the root 9f2c7e1a');
  });

  it('shows its chart by content id, with the words that stand for it', () => {
    const chart = {
      cid: 'in-play',
      alt: 'In play: SGD 40,000 twelve weeks ago, SGD 48,000 now',
      width: 560,
      height: 220,
    };
    const { text, html } = digestMail({ ...digestSample, chart });
    expect(html).toContain(`<img src="cid:in-play" alt="${chart.alt}" width="560"`);
    expect(text).toContain(`[Picture: ${chart.alt}]`);
  });

  it.each([
    ['replies', { untaken: digestQuotes(1, 'x') }, 'Replies nobody has taken'],
    ['unknown sends', { unknownSends: digestQuotes(1, 'x') }, 'Did these arrive?'],
    ['bounces', { bounced: digestQuotes(1, 'x') }, 'Addresses that bounced'],
    ['fallbacks', { fallback: digestQuotes(1, 'x') }, 'No owner we know'],
    ['quotes without expiry', { lostOrKeep: digestQuotes(1, 'x') }, 'Lost or keep?'],
    ['refused rows', { refusedRows: digestSample.refusedRows }, 'Rows to mend'],
    ['unmatched mail', { unmatched: digestSample.unmatched }, 'Mail nobody could place'],
    ['quarantined mail', { quarantined: digestSample.unmatched }, 'Quarantined mail'],
  ] as const)('lists %s where there are any, and calls no such week quiet', (_, part, caption) => {
    expect(digestMail({ ...quiet, ...part }).text).toContain(caption);
    expect(digestMail({ ...quiet, ...part }).text).not.toContain('a quiet week');
    expect(digestMail(quiet).text).not.toContain(caption);
  });
});

describe('the mail of the day', () => {
  it('counts what waits and names the sum at risk', () => {
    const { subject, text } = todayMail({ view: todayView, drafts: mailedDrafts, reminders: [], endings: [], url });
    expect(subject).toBe(
      'Today, Tue 10 March 2026: 2 drafts, 1 reply, 1 proposal, 1 about to expire, 1 bounced address',
    );
    expect(text).toContain('SGD 48,200.00 and EUR 4,820.50 at risk.');
  });

  it('stays under what mail programs show, however much waits, and counts what it leaves out', () => {
    const many = <Item>(items: readonly Item[]): readonly Item[] => Array.from({ length: 200 }, () => items).flat();
    const view = {
      ...todayView,
      drafts: many(todayView.drafts).slice(0, 333),
      replies: many(todayView.replies),
      expiring: many(todayView.expiring),
      bounced: many(todayView.bounced),
      proposals: many(todayView.proposals),
    };
    const drafts = many(mailedDrafts).slice(0, 333);
    const reminders = many(remindedReplies);
    const { subject, text, html } = todayMail({ view, drafts, reminders, endings: [], url });
    expect(subject).toContain('333 drafts');
    expect(text).toContain('And 301 more, on the page.');
    expect(html.length).toBeLessThan(100_000);
  });

  it('has a reply of which it reminds in full, once, with its own link and whom to answer', () => {
    const of = { view: todayView, drafts: mailedDrafts, endings: [], url };
    const { text } = todayMail({ ...of, reminders: remindedReplies });
    const [{ view, url: page } = { view: null, url: '' }] = remindedReplies;
    expect(text).toContain(view?.message.text.trim().split('\n')[0]);
    expect(text).toContain('This has waited for you since Mon 9 March 2026.');
    expect(text).toContain('Write to dana@northwind.example to answer the customer.');
    expect(text).toContain(`Say what happens with Q-1030:\n${page}`);
    expect(text).not.toContain('Replies nobody has taken');
    expect(todayMail({ ...of, reminders: [] }).text).toContain('Replies nobody has taken');
  });

  it('has no list of what does not wait', () => {
    const { text } = todayMail({
      view: { ...todayView, replies: [], bounced: [] },
      drafts: mailedDrafts,
      endings: [],
      reminders: [],
      url,
    });
    expect(text).not.toMatch(/Replies|bounced/);
  });
});

describe('the summary', () => {
  it('gives the rate of answers per move, and none where nothing was sent', () => {
    const { text } = summaryMail({
      month: '2026-02-01',
      paragraph: 'One paragraph.',
      figures: [{ name: 'Won', value: '6' }],
      rates: [
        { move: 'First nudge', sent: 18, answered: 7 },
        { move: 'Last call', sent: 0, answered: 0 },
      ],
      chart: null,
    });
    expect(text).toContain('- First nudge; sent: 18; answered: 7, 39 %');
    expect(text).toContain('- Last call; sent: 0; answered: 0, none sent');
    expect(text).toContain('- Won; figure: 6');
  });
});
