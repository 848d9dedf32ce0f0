import { describe, expect, it } from 'vitest';
import { mailFrame } from '../../../src/console/mail.ts';
import { quotePage } from '../../../src/console/quote-page.ts';
import { trailPage } from '../../../src/console/trail-page.ts';
import { approvalMail } from '../../../src/presentation/emails/approval-mail.ts';
import { proposalMail } from '../../../src/presentation/emails/proposal-mail.ts';
import { replyMail } from '../../../src/presentation/emails/reply-mail.ts';
import { draftPage } from '../../../src/presentation/pages/draft-page.ts';
import { errorPage } from '../../../src/presentation/pages/error-page.ts';
import { proposalPage } from '../../../src/presentation/pages/proposal-page.ts';
import { replyPage } from '../../../src/presentation/pages/reply-page.ts';
import { noticeMail } from '../../../src/presentation/quote-notices.ts';
import { quoteSample, trailSample } from '../../support/sample-console.ts';
import { draft, openDraft, priya, quote, reply, target, url } from '../../support/sample-letters.ts';
import { notice, proposal, proposalSample } from '../../support/sample-questions.ts';

const evil = `"'><img src=x onerror=alert(1)></textarea></style><script>alert(1)</script>`;
const evilQuote = { ...quote, quoteId: evil, customer: evil, contact: evil, pdfLink: 'javascript:alert(1)' };
const evilDraft = { ...draft, quote: evilQuote, subject: evil, text: evil, tier: evil };
const evilMessage = { ...reply.message, from: evil, subject: evil, text: evil, html: null };
const evilReply = { ...reply, quote: evilQuote, message: evilMessage };
const evilProposal = {
  ...proposal,
  from: evil,
  values: proposal.values.map(value => ({ ...value, value: evil, shown: evil, source: evil })),
};

const rendered: Readonly<Record<string, string>> = {
  'the approval mail': approvalMail({
    view: evilDraft,
    asking: { kind: 'first' },
    to: priya,
    url,
    goodUntil: '2026-03-17',
  }).html,
  'the draft page': draftPage({ ...openDraft, view: evilDraft, linkOf: evil, said: { tone: 'stop', text: evil } }),
  'the reply mail': replyMail({ view: evilReply, passing: { kind: 'first' }, url }).html,
  'the reply page': replyPage({
    view: evilReply,
    standing: { kind: 'open' },
    target: { ...target, hidden: { [evil]: evil } },
    said: null,
    linkOf: evil,
    earliest: '2026-03-11',
  }),
  'a notice': noticeMail(
    { ...notice, quote: evilQuote },
    { kind: 'expired', touches: [{ day: '2026-03-03', what: 'sent', subject: evil }] },
  ).html,
  'the proposal mail': proposalMail({ view: evilProposal, url, why: 'sent-it' }).html,
  'the proposal page': proposalPage({
    ...proposalSample,
    view: evilProposal,
    original: [{ title: evil, text: `a ${evil} b` }],
  }),
  'an error': errorPage({ kind: 'refused', because: evil, link: 'javascript:alert(1)' }),
  'a quote in the console': quotePage({
    ...quoteSample,
    quote: evilQuote,
    timeline: quoteSample.timeline.map(item => ({ ...item, by: evil, before: evil, after: `${evil}!`, action: evil })),
  }),
  'the trail': trailPage({ ...trailSample, query: { ...trailSample.query, quote: evil, action: evil } }),
};

describe('words of strangers', () => {
  it.each(Object.entries(rendered))('are words, nothing else, in %s', (_, html) => {
    expect(html).not.toMatch(/<img|<script|="javascript:/);
    expect(html).toContain('&lt;img');
  });

  it('that are a script’s address are shown and lead nowhere', () => {
    expect(rendered['the draft page']).toContain('<dt>PDF</dt><dd dir="auto">javascript:alert(1)</dd>');
    expect(rendered['an error']).toContain('href="#"');
  });

  it('stay inside their frame', () => {
    const frame = mailFrame('A mail', `<html><head></head><body>${evil}</body></html>`).toString();
    expect(frame).not.toMatch(/<script|<img/);
    expect(frame).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(frame).toContain('&lt;head&gt;&lt;base target=&quot;_blank&quot;&gt;');
  });
});
