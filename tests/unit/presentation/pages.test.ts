import { describe, expect, it } from 'vitest';
import { mailboxPage } from '../../../src/console/mailbox.ts';
import { quotesPage } from '../../../src/console/quotes-page.ts';
import { type DraftStanding, draftPage } from '../../../src/presentation/pages/draft-page.ts';
import { pageHeaders } from '../../../src/presentation/pages/page.ts';
import { proposalPage } from '../../../src/presentation/pages/proposal-page.ts';
import { replyPage } from '../../../src/presentation/pages/reply-page.ts';
import { todayPage } from '../../../src/presentation/pages/today-page.ts';
import { type Asked, actsOfNotice, noticeMail, noticePage } from '../../../src/presentation/quote-notices.ts';
import { mailboxSample, quotesSample } from '../../support/sample-console.ts';
import { draft, openDraft, priya, reply, target } from '../../support/sample-letters.ts';
import {
  changeProposal,
  expiredQuote,
  notice,
  proposalSample,
  question,
  todaySample,
  touches,
  unwritten,
} from '../../support/sample-questions.ts';
import { shownText } from '../../support/shown-text.ts';

/** What the buttons of a page ask for. */
const actsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<button[^>]*name="act" value="([^"]*)"/g)].map(([, act = '']) => act);
const readable = (html: string): string => shownText(html).replace(/\s+/g, ' ');
const draftAs = (standing: DraftStanding): string => draftPage({ ...openDraft, standing });
const at = '2026-03-10T01:00:00.000Z';

describe('the draft page', () => {
  it('offers everything there is to decide while the draft is open, and no cancelling', () => {
    expect([...actsOf(draftPage(openDraft))].sort()).toEqual(['answered', 'approve', 'edit', 'hold', 'skip']);
  });

  it('offers only to cancel once approved, until the minute it leaves', () => {
    const html = draftAs({ kind: 'approved', by: 'Priya', at, cancelUntil: '2026-03-10T01:02:00.000Z', later: null });
    expect(actsOf(html)).toEqual(['cancel']);
    expect(readable(html)).toContain('You can cancel until 09:02.');
  });

  it('tells the date too when it waits for another day, and why', () => {
    const html = draftAs({
      kind: 'approved',
      by: 'Priya',
      at,
      cancelUntil: '2026-03-11T00:00:00.000Z',
      later: 'these are quiet hours',
    });
    expect(readable(html)).toContain('until Wed 11 March 2026, 08:00');
    expect(readable(html)).toContain('because these are quiet hours');
  });

  it.each([
    [{ kind: 'leaving', by: 'Priya', at }, 'can no longer be called back'],
    [{ kind: 'unknown', at }, 'not sent again unless a person says so'],
    [{ kind: 'settled', how: 'sent', by: 'Priya', at, reason: null }, 'approved by Priya'],
    [{ kind: 'settled', how: 'skipped', by: 'Sam', at, reason: null }, 'Sam skipped this step'],
    [{ kind: 'settled', how: 'voided', by: null, at, reason: 'the row was revised' }, 'Why: the row was revised.'],
    [{ kind: 'settled', how: 'lapsed', by: null, at, reason: null }, 'Nobody decided within seven days'],
    [{ kind: 'settled', how: 'answered', by: 'Sam', at, reason: null }, 'had already answered'],
  ] as const satisfies readonly (readonly [DraftStanding, string])[])(
    'once decided asks nothing and says what was decided: %j',
    (standing, words) => {
      const html = draftAs(standing);
      expect(actsOf(html)).toEqual([]);
      expect(readable(html)).toContain(words);
    },
  );

  it('keeps what was typed when an edit is not accepted, and opens the form', () => {
    const html = draftAs({ kind: 'open', failedEdit: { subject: 'S', text: '\n\nmine', problem: 'Too long.' } });
    expect(html).toContain('<details open>');
    expect(html).toMatch(/<textarea[^>]*>\n\n\nmine<\/textarea>/);
    expect(readable(html)).toContain('Too long.');
  });

  it('shows a draft under a pause without a minute', () => {
    expect(readable(draftPage({ ...openDraft, view: { ...draft, leavesAt: null } }))).toContain('it is paused');
  });
});

describe('the reply page', () => {
  const page = {
    view: reply,
    standing: { kind: 'open' },
    target,
    said: null,
    linkOf: priya.address,
    earliest: '2026-03-11',
  } as const;

  it('offers every answer there is', () => {
    expect([...actsOf(replyPage(page))].sort()).toEqual(['relabel', 'resume', 'take', 'won', 'lost', 'dismiss'].sort());
  });

  it('offers the date the customer named, opened', () => {
    const html = replyPage({ ...page, view: { ...reply, resumeOffer: '2026-04-20' } });
    expect(html).toContain('value="2026-04-20"');
    expect(readable(html)).toContain('Go on from Mon 20 April 2026, as they ask');
  });

  it('offers every label but the one it has', () => {
    expect([...replyPage(page).matchAll(/name="label" value="([^"]*)"/g)].map(([, label]) => label)).toEqual([
      'accept',
      'decline',
      'out-of-office',
    ]);
  });

  it('goes on offering outcomes after somebody took it, and nothing once the quote is closed', () => {
    const taken = replyPage({ ...page, standing: { kind: 'taken', by: 'Priya', at, pickUpAfter: '2026-03-17' } });
    expect(actsOf(taken)).toEqual(['won', 'lost', 'resume', 'relabel', 'dismiss']);
    expect(readable(taken)).toContain('the follow-ups go on from Tue 17 March 2026');
    expect(
      actsOf(replyPage({ ...page, standing: { kind: 'closed', byUs: false, outcome: 'won', by: 'Priya', at } })),
    ).toEqual([]);
    expect(
      actsOf(replyPage({ ...page, standing: { kind: 'closed', byUs: true, outcome: 'won', by: 'Priya', at } })),
    ).toEqual(['reopen']);
  });

  it.each([
    [{ authenticated: false }, 'could not be checked'],
    [{ otherSender: true }, 'another address'],
    [{ crossed: true }, 'a nudge was already leaving'],
    [{ labelledBy: 'failure' }, 'read it yourself'],
  ] as const)('warns when %j', (part, words) => {
    expect(readable(replyPage({ ...page, view: { ...reply, ...part } })).toLowerCase()).toContain(words);
  });
});

describe('a question’s page', () => {
  it('asks until it is answered, then says by whom and how', () => {
    const open = noticePage({ ...question, quote: expiredQuote }, { kind: 'expired', touches });
    const done = noticePage(
      {
        ...question,
        quote: expiredQuote,
        decided: { what: 'extended', date: '2026-04-30', by: 'Priya', at },
      },
      { kind: 'expired', touches },
    );
    expect(actsOf(open)).toEqual(['extend', 'won', 'lost']);
    expect(actsOf(done)).toEqual([]);
    expect(readable(done)).toContain('Priya extended the quote to Thu 30 April 2026 on Tue 10 March 2026, 09:00');
  });

  it.each<Asked>([
    { kind: 'expired', touches },
    { kind: 'cap', nudges: 3, touches },
    { kind: 'bad-address', fault: { kind: 'soft', days: ['2026-03-09'], said: null }, alsoOf: [] },
    { kind: 'refused', draft, reason: 'Address not verified.' },
    { kind: 'unknown-send', draft, claimedAt: at },
    { kind: 'rep-mail', message: reply.message, proposes: false },
    { kind: 'row-write', cell: unwritten },
  ])('of kind $kind has just the buttons that are taken from it', asked => {
    expect(actsOf(noticePage(question, asked)).toSorted()).toEqual(actsOfNotice(asked.kind).toSorted());
  });

  it('says which cell to change, as its mail does', () => {
    const asked: Asked = { kind: 'row-write', cell: unwritten };
    const why =
      'sheet does not say so yet, for the sheet is locked. In row 12 of the sheet (Q-1042), change the status to “won”.';
    expect(readable(noticePage(question, asked))).toContain(`What was decided stands. The ${why}`);
    expect(noticeMail(notice, asked).text).toContain(
      `What was decided stands: we go by it. But the ${why} We try again`,
    );
  });

  it('shows a change of the sheet as old beside new', () => {
    const html = proposalPage({ ...proposalSample, view: changeProposal });
    expect(readable(html)).toContain('In the sheet: SGD 12,840.00 changes');
    expect(readable(html)).toContain('Change Q-1042 in the sheet?');
  });
});

describe('the page of the day', () => {
  it('shows each draft in full before it can be approved, one after another or all as shown', () => {
    const html = todayPage(todaySample);
    expect(html.split(draft.text.split('\n')[0] ?? '?')).toHaveLength(3);
    expect(actsOf(html).filter(act => act.startsWith('approve'))).toEqual(['approve', 'approve', 'approve-all']);
    expect(html.indexOf('approve-all')).toBeGreaterThan(html.lastIndexOf('class="letter"'));
  });

  it('offers all at once only where there is more than one', () => {
    const html = todayPage({ ...todaySample, view: { ...todaySample.view, drafts: [draft] }, draftTargets: [target] });
    expect(actsOf(html)).not.toContain('approve-all');
  });
});

describe('the console', () => {
  it('lists 500 quotes in a page of less than a megabyte', () => {
    expect(Buffer.byteLength(quotesPage(quotesSample(500)))).toBeLessThan(1_000_000);
  });

  it('says what to do where there is nothing yet', () => {
    const none = { approve: 0, leaving: 0, following: 0, answered: 0, held: 0, quiet: 0, expired: 0, closed: 0 };
    expect(readable(quotesPage({ ...quotesSample(0), counts: none }))).toContain(
      'List a quote in the sheet (.qf/quotes.csv)',
    );
    expect(readable(mailboxPage({ ...mailboxSample, mails: [] }))).toContain('Move the clock');
  });

  it('names each dot of a chain in words', () => {
    expect(readable(quotesPage(quotesSample(1)))).toContain('First nudge sent Fri 6 Mar');
  });

  it('frames mails only on pages whose policy allows it', () => {
    expect(pageHeaders({ framesMail: true })['Content-Security-Policy']).toContain("default-src 'none'");
  });
});
