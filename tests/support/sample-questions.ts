import type { Touch } from '../../src/presentation/components/touch.ts';
import type { MailedDraft, RemindedReply } from '../../src/presentation/emails/today-mail.ts';
import type { ProposalPage } from '../../src/presentation/pages/proposal-page.ts';
import type { TodayPage } from '../../src/presentation/pages/today-page.ts';
import type { NoticeOf, NoticePageOf, UnwrittenCell } from '../../src/presentation/quote-notices.ts';
import type { Digest, DigestQuote } from '../../src/presentation/view-models/digest.ts';
import type { ProposalView } from '../../src/presentation/view-models/proposal-view.ts';
import type { TodayView } from '../../src/presentation/view-models/today-view.ts';
import { draft, priya, quote, reply, target, today, url, zone } from './sample-letters.ts';

export const notice: NoticeOf = { quote, today, zone, to: { as: 'owner' }, url };

export const question: NoticePageOf = {
  quote,
  today,
  zone,
  target,
  decided: null,
  reopens: false,
  said: null,
  linkOf: priya.address,
  typed: '',
};

export const expiredQuote = { ...quote, expires: '2026-03-09' };

export const touches: readonly Touch[] = [
  { day: '2026-03-03', what: 'sent', subject: 'Quote Q-1042' },
  { day: '2026-03-06', what: 'first_nudge', subject: 'Our quote of 3 March' },
  { day: '2026-03-09', what: 'followup', subject: 'Our quote of 3 March' },
];

export const unwritten: UnwrittenCell = { row: 12, value: 'won', problem: 'the sheet is locked' };

export const proposal: ProposalView = {
  proposalId: 'p1',
  lane: 'mail',
  from: 'priya@harbourline.example',
  at: '2026-03-10T02:20:00Z',
  zone,
  changes: null,
  revisionOf: null,
  values: [
    {
      field: 'quote_id',
      value: 'Q-1077',
      shown: 'Q-1077',
      source: 'Quotation No. Q-1077',
      old: null,
      missing: false,
    },
    {
      field: 'customer',
      value: 'Müller Küchentechnik GmbH',
      shown: 'Müller Küchentechnik GmbH',
      source: 'Müller Küchentechnik GmbH',
      old: null,
      missing: false,
    },
    {
      field: 'contact',
      value: 'h.mueller@mk.example',
      shown: 'h.mueller@mk.example',
      source: 'h.mueller@mk.example',
      old: null,
      missing: false,
    },
    {
      field: 'amount',
      value: '4820.50',
      shown: 'EUR 4,820.50',
      source: 'Total due EUR 4.820,50',
      old: null,
      missing: false,
    },
    { field: 'currency', value: 'EUR', shown: 'EUR', source: 'EUR', old: null, missing: false },
    {
      field: 'sent',
      value: '2026-03-10',
      shown: 'Tue 10 March 2026',
      source: '10 March 2026',
      old: null,
      missing: false,
    },
    { field: 'expires', value: '', shown: '', source: null, old: null, missing: true },
    { field: 'owner', value: 'priya@harbourline.example', shown: 'Priya', source: null, old: null, missing: false },
    { field: 'pdf_link', value: '', shown: '', source: null, old: null, missing: false },
  ],
};

export const changeProposal: ProposalView = {
  ...proposal,
  changes: 'Q-1042',
  revisionOf: 'Q-1042',
  values: proposal.values.map(value =>
    value.field === 'amount'
      ? { ...value, old: 'SGD 12,840.00' }
      : value.field === 'expires'
        ? { ...value, old: 'Thu 2 April 2026', missing: false, value: '2026-04-30', shown: 'Thu 30 April 2026' }
        : { ...value, old: value.shown },
  ),
};

export const proposalSample: ProposalPage = {
  view: proposal,
  standing: { kind: 'open', again: null },
  target,
  said: null,
  linkOf: priya.address,
  original: [
    { title: 'Subject', text: 'Quotation No. Q-1077 for your canteen' },
    {
      title: 'quote.pdf, page 1',
      text: 'Harbourline Supplies\n\nBill to\nMüller Küchentechnik GmbH\nh.mueller@mk.example\n\nDate   10 March 2026\n\nSubtotal   EUR 4.051,00\nVAT        EUR 769,50\nTotal due\n  EUR 4.820,50',
    },
  ],
};

export const todayView: TodayView = {
  rep: priya,
  today,
  zone,
  covering: [],
  atRisk: [
    { minor: 4820000, currency: 'SGD' },
    { minor: 482050, currency: 'EUR' },
  ],
  moreDrafts: 0,
  drafts: [
    draft,
    {
      ...draft,
      quote: { ...quote, quoteId: 'Q-1051', customer: 'Kopi Works', amount: { minor: 980000, currency: 'SGD' } },
      move: 'first_nudge',
      earlier: [],
      author: { kind: 'template', why: null },
    },
  ],
  proposals: [{ number: 'Q-1077', customer: 'Müller Küchentechnik GmbH', amount: 'EUR 4,820.50', url }],
  replies: [{ quote: { ...quote, quoteId: 'Q-1030' }, words: 'has a question, waiting since Mon 9 March', url }],
  ended: [],
  expiring: [{ quote: { ...quote, quoteId: 'Q-1011' }, words: 'expires in 2 days, no answer yet', url }],
  bounced: [{ quote: { ...quote, quoteId: 'Q-1009' }, words: 'mail to info@kopi.example comes back', url }],
};

export const mailedDrafts: readonly MailedDraft[] = todayView.drafts.map(view => ({
  view,
  asking: { kind: 'first' },
  url: 'https://qf.example/t/k1.MnHc2wQ0vX8yZ3bL5tR7uJ9eKpFsDgA1iVoN4xWqYhM',
}));

export const remindedReplies: readonly RemindedReply[] = [
  {
    view: { ...reply, quote: { ...quote, quoteId: 'Q-1030' } },
    passing: { kind: 'again', since: '2026-03-09' },
    url: 'https://qf.example/t/k1.AnHc2wQ0vX8yZ3bL5tR7uJ9eKpFsDgA1iVoN4xWqYhM',
    sender: 'dana@northwind.example',
  },
];

export const todaySample: TodayPage = {
  view: todayView,
  draftTargets: [target, target],
  draftUrls: ['/t/y', null],
  leaving: [
    {
      quote: { quoteId: 'Q-1060', customer: 'Straits Montessori' },
      words: 'Leaves Tue 10 March 2026, 09:05 (Asia/Singapore)',
      target,
    },
  ],
  allTarget: target,
  myQuotesUrl: '/t/x/quotes',
  said: null,
  goodUntil: '2026-03-17',
};

const names = ['Northwind Trading Pte Ltd', 'Kopi Works', 'Lumen Dental Group', 'Straits Montessori'];

export const digestQuotes = (count: number, words: string): readonly DigestQuote[] =>
  Array.from({ length: count }, (_, index) => ({
    quoteId: `Q-${1042 + index}`,
    customer: names[index % names.length] ?? '',
    amount: { minor: 9_284_000 - index * 71_300, currency: 'SGD' },
    owner: ['Priya', 'Sam'][index % 2] ?? '',
    words,
    url: index % 3 === 0 ? null : url,
  }));

export const digestSample: Digest = {
  reader: priya,
  scope: 'all',
  date: '2026-03-16',
  from: '2026-03-09',
  to: '2026-03-15',
  inPlay: [
    { minor: 48_210_000, currency: 'SGD' },
    { minor: 1_250_000, currency: 'EUR' },
  ],
  open: digestQuotes(25, 'follow-up comes on 18 March'),
  openCount: 500,
  nudged: digestQuotes(3, 'first nudge on Tue 10 March'),
  expiring: digestQuotes(2, 'expires Thu 19 March, no answer yet'),
  expired: digestQuotes(1, 'expired Fri 13 March'),
  undecided: digestQuotes(1, 'lapsed, waited since 6 March'),
  untaken: digestQuotes(1, 'has a question, since 12 March'),
  bounced: [],
  unknownSends: [],
  lostOrKeep: digestQuotes(1, 'no expiry, last step on 2 February'),
  fallback: [],
  refusedRows: [{ row: 7, quoteId: 'Q-1048', column: 'amount', value: '1.200', error: 'could be 1.20 or 1,200' }],
  unmatched: [{ from: 'someone@else.example', subject: 'Re: your offer', day: '2026-03-12', words: 'no quote', url }],
  quarantined: [],
  closedContacts: [],
  chart: null,
  url,
  csv: 'open-quotes-2026-03-16.csv',
  root: { hex: '9f2c7e1ab04d5c8837fe10cc5b6e2a9f9f2c7e1ab04d5c8837fe10cc5b6e2a9f', day: '2026-03-15', streams: 812 },
};
