import type { ApprovePage } from '../../src/console/approve.ts';
import type { ClockPage } from '../../src/console/clock.ts';
import { type Around, onePage, type Place } from '../../src/console/console-page.ts';
import type { DayPage } from '../../src/console/day.ts';
import type { MailPage } from '../../src/console/mail.ts';
import type { MailboxPage, MailRow } from '../../src/console/mailbox.ts';
import type { ProposalsPage } from '../../src/console/proposals.ts';
import type { QuotePage } from '../../src/console/quote-page.ts';
import type { QuotesPage } from '../../src/console/quotes-page.ts';
import type { RulesPage } from '../../src/console/rules-page.ts';
import type { TrailPage } from '../../src/console/trail-page.ts';
import { nudgeMail } from '../../src/presentation/emails/nudge-mail.ts';
import type { PlanChange, PlannedLeave } from '../../src/presentation/view-models/plan-changes.ts';
import type { QuoteRow } from '../../src/presentation/view-models/quote-row.ts';
import type { QuoteGroup, StepDot } from '../../src/presentation/view-models/quote-view.ts';
import { draft, draftText, quote, target, today, url, zone } from './sample-letters.ts';

export const around = (place: Place): Around => ({
  place,
  waiting: { approve: 3, proposals: 1, rules: 2 },
  now: '2026-03-10T01:00:00Z',
  zone,
  moved: false,
  paused: false,
  changedLog: null,
  said: null,
});

const leaves = (day: string): PlannedLeave => ({
  day,
  time: '09:00',
  move: 'followup',
  owner: 'priya@harbourline.example',
});

const planChange = (
  quoteId: string,
  customer: string,
  before: PlannedLeave | null,
  after: PlannedLeave | null,
): PlanChange => ({ quoteId, customer, before, after });

const customers = [
  'Northwind Trading Pte Ltd',
  'Blue Heron Cafés',
  'Tan & Daughters Joinery',
  'Müller Küchentechnik GmbH',
  'Straits Montessori',
  'Kopi Works',
  'Lumen Dental Group',
  'Orchard Rooftop Events and Private Dining International Pte Ltd',
];

const chains: readonly (readonly [QuoteGroup, readonly StepDot[], QuoteRow['next'], string, string | null])[] = [
  [
    'approve',
    [
      { move: 'first_nudge', state: 'sent', day: '2026-03-06' },
      { move: 'followup', state: 'waiting', day: today },
      { move: 'last_call', state: 'later', day: '2026-03-30' },
    ],
    { what: 'Your decision', on: today },
    'a draft waits for a decision',
    null,
  ],
  [
    'leaving',
    [
      { move: 'first_nudge', state: 'leaving', day: today },
      { move: 'followup', state: 'later', day: '2026-03-14' },
    ],
    { what: 'First nudge leaves', on: today },
    'an approved draft is on its way',
    null,
  ],
  [
    'following',
    [
      { move: 'first_nudge', state: 'sent', day: '2026-03-04' },
      { move: 'followup', state: 'next', day: '2026-03-12' },
      { move: 'last_call', state: 'later', day: '2026-03-30' },
    ],
    { what: 'Follow-up', on: '2026-03-12' },
    'the next step is still to come',
    null,
  ],
  [
    'answered',
    [{ move: 'first_nudge', state: 'sent', day: '2026-03-04' }],
    null,
    'the customer answered: has a question, nobody has taken it',
    null,
  ],
  [
    'held',
    [{ move: 'first_nudge', state: 'next', day: null }],
    null,
    'on hold: its row has a mistake that must be mended first',
    'row 7',
  ],
  [
    'quiet',
    [
      { move: 'first_nudge', state: 'sent', day: '2026-02-04' },
      { move: 'followup', state: 'skipped', day: null },
      { move: 'last_call', state: 'sent', day: '2026-03-02' },
    ],
    { what: 'Expires', on: '2026-03-31' },
    'the last call is dealt with, nothing follows',
    null,
  ],
  ['expired', [{ move: 'first_nudge', state: 'unknown', day: '2026-03-04' }], null, 'its expiry date has passed', null],
];

export const quoteRows = (count: number): readonly QuoteRow[] =>
  Array.from({ length: count }, (_, index) => {
    const [group, steps, next, why, trouble] = chains[index % chains.length] ?? ['closed', [], null, '', null];
    return {
      quoteId: `Q-${1042 + index}`,
      customer: customers[index % customers.length] ?? '',
      amount: { minor: 1284000 + index * 73_100, currency: index % 5 === 3 ? 'EUR' : 'SGD' },
      owner: ['Priya', 'Sam', 'Mei Lin'][index % 3] ?? '',
      expires: index % 4 === 3 ? null : '2026-04-02',
      group,
      steps,
      next,
      why,
      trouble,
    };
  });

export const quotesSample = (count: number): QuotesPage => ({
  around: around('quotes'),
  today,
  rows: quoteRows(count),
  counts: { approve: 3, leaving: 1, following: 12, answered: 4, held: 2, quiet: 6, expired: 2, closed: 9 },
  shown: 'open',
  words: '',
  paging:
    count > 100 ? { from: 1, to: count, total: count * 2, previous: null, next: '/quotes?page=2' } : onePage(count),
  sheetPlace: '.qf/quotes.csv',
});

const mailRow: MailRow = {
  id: 'm-1',
  at: '2026-03-06T01:02:00Z',
  direction: 'out',
  from: 'Priya <priya@harbourline.example>',
  to: 'dana.lim@northwind.example',
  subject: 'Our quote of 3 March for your pantry fit-out [Q-1042 k3f9c2]',
  kind: 'Nudge',
  tone: 'good',
  quoteId: 'Q-1042',
};

export const mailboxSample: MailboxPage = {
  around: around('mailbox'),
  view: 'all',
  counts: { all: 41, customers: 12, ours: 24, in: 5 },
  mails: [
    mailRow,
    {
      ...mailRow,
      id: 'm-2',
      direction: 'in',
      from: 'Dana Lim <dana.lim@northwind.example>',
      to: 'quotes@harbourline.example',
      subject: 'Re: Our quote of 3 March',
      kind: 'Reply',
      tone: 'info',
    },
    {
      ...mailRow,
      id: 'm-3',
      to: 'priya@harbourline.example',
      subject: 'Approve: follow-up to Northwind Trading Pte Ltd (Q-1042, SGD 12,840.00)',
      kind: 'Approval',
      tone: 'wait',
    },
    {
      ...mailRow,
      id: 'm-4',
      to: 'owner@harbourline.example',
      subject: '2 rows of the sheet cannot be read',
      kind: 'Notice',
      tone: 'plain',
      quoteId: null,
    },
  ],
  paging: { from: 1, to: 4, total: 41, previous: null, next: '/mailbox?page=2' },
  drop: { action: '/mailbox/drop', hidden: { nonce: 'x' } },
  relay: null,
  quotesAddress: 'quotes@harbourline.example',
};

const nudge = nudgeMail({
  text: draftText,
  subject: draft.subject,
  tag: '[Q-1042 k3f9c2]',
  quoteId: quote.quoteId,
  amount: quote.amount,
  sent: quote.sent,
  pdfLink: quote.pdfLink,
  attached: false,
  repName: 'Priya',
});

export const mailSample: MailPage = {
  around: around('mailbox'),
  mail: mailRow,
  headers: [
    { name: 'From', value: 'Priya <priya@harbourline.example>' },
    { name: 'Reply-To', value: 'quotes+q1042.k3f9c2@harbourline.example' },
    { name: 'Message-ID', value: '<0100018e2f@mail.example>' },
    { name: 'Auto-Submitted', value: 'auto-generated' },
  ],
  text: nudge.text,
  shown: { kind: 'ours', markup: nudge.html },
  attachments: [],
  answer: target,
  fileUrl: '/mailbox/m-1/file',
};

export const quoteSample: QuotePage = {
  around: around('quotes'),
  quote,
  today,
  group: 'approve',
  steps: chains[0]?.[1] ?? [],
  next: 'your decision on a follow-up, waiting since today',
  why: 'a draft waits for a decision',
  trouble: null,
  asOf: null,
  approveUrl: url,
  state: [
    { label: 'Chain', value: '1' },
    { label: 'Nudges sent', value: '1 of at most 3' },
    { label: 'Version', value: '9' },
  ],
  timeline: [
    {
      version: 1,
      at: '2026-03-03T02:15:00Z',
      action: 'QuoteListed',
      by: 'drive-sync',
      before: '',
      after: 'SGD 12,840.00, sent 2026-03-03, expires 2026-04-02',
      note: null,
      letter: null,
      mailId: null,
    },
    {
      version: 2,
      at: '2026-03-06T01:00:00Z',
      action: 'MovePlanned',
      by: 'timer',
      before: 'resting',
      after: 'step 1 first nudge: planned',
      note: 'Standard tier, 3 days since sending. Read sheet 4f1c, rules 9ab2.',
      letter: null,
      mailId: null,
    },
    {
      version: 3,
      at: '2026-03-06T01:00:04Z',
      action: 'DraftMailed',
      by: 'sender',
      before: 'step 1: written',
      after: 'step 1: mailed to priya@harbourline.example',
      note: null,
      letter: null,
      mailId: 'm-3',
    },
    {
      version: 4,
      at: '2026-03-06T01:08:30Z',
      action: 'DraftApproved',
      by: 'priya@harbourline.example',
      before: 'step 1: mailed',
      after: 'step 1: approved, leaves after 01:10Z',
      note: 'From 203.0.113.7, 8 minutes after it was mailed.',
      letter: { title: 'The text as approved', subject: draft.subject, text: draftText },
      mailId: null,
    },
    {
      version: 5,
      at: '2026-03-06T01:10:31Z',
      action: 'NudgeSent',
      by: 'sender',
      before: 'step 1: claimed',
      after: 'step 1: sent',
      note: null,
      letter: null,
      mailId: 'm-1',
    },
    {
      version: 6,
      at: '2026-03-10T01:00:00Z',
      action: 'SendRefused',
      by: 'sender',
      before: 'step 2: claimed',
      after: 'step 2: open',
      note: 'Mailbox full.',
      letter: null,
      mailId: null,
    },
  ],
};

export const approveSample: ApprovePage = {
  around: around('approve'),
  paging: onePage(2),
  nextCheck: 'tomorrow at 09:00',
  drafts: [
    { view: draft, asked: ['Priya'], since: today, url },
    {
      view: {
        ...draft,
        quote: { ...quote, quoteId: 'Q-1051', customer: 'Kopi Works' },
        author: { kind: 'template', why: null },
      },
      asked: [],
      since: null,
      url: null,
    },
  ],
};

export const rulesSample: RulesPage = {
  around: around('rules'),
  documents: [
    { name: 'Sheet', place: '.qf/quotes.csv', readAt: 'today, 08:45', version: '4f1c9a20', faults: [] },
    {
      name: 'Rules doc',
      place: '.qf/rules.txt',
      readAt: 'today, 08:45',
      version: '9ab2d310',
      faults: ['line 4 was not understood'],
    },
    { name: 'Voice doc', place: '.qf/voice.txt', readAt: 'Tue 3 March 2026', version: '77e0aa41', faults: [] },
    { name: 'Config', place: '.qf/config.json', readAt: null, version: '', faults: [] },
  ],
  understood: [
    {
      what: 'Standard quotes',
      value: 'nudges on days 3 and 7, last call 3 days before expiry',
      sentence:
        'Standard quotes: nudge at 3 days and 7 days after sending, then a last call 3 days before the quote expires.',
    },
    {
      what: 'High-value quotes',
      value: 'over SGD 20,000: nudges on days 5 and 12, last call 3 days before expiry',
      sentence: 'High-value quotes over $20,000: a gentler 5/12 cadence so it never feels like pressure.',
    },
    {
      what: 'Quiet hours',
      value: 'from 18:00 to 08:00',
      sentence: 'Do not send between 6pm and 8am, on weekends, or on 25 December 2026.',
    },
    {
      what: 'Weekends',
      value: 'nothing is sent',
      sentence: 'Do not send between 6pm and 8am, on weekends, or on 25 December 2026.',
    },
    { what: 'Nudges for one quote', value: 'at most 3', sentence: null, from: 'default' },
    { what: 'Days between nudges', value: 'at least 2', sentence: null, from: 'config' },
  ],
  notUsed: [{ line: 12, sentence: 'We have been at 12 Harbour Road since 1998.' }],
  rulesFaults: [
    {
      line: 4,
      sentence: 'Nugde VIP quotes whenever it suits.',
      expected: 'the days, such as “nudge at 3 days and 7 days”',
    },
  ],
  rowFaults: [
    {
      row: 7,
      quoteId: 'Q-1048',
      column: 'amount',
      value: '1.200',
      error: 'could be 1.20 or 1,200; write it with two decimals, or set a locale',
    },
    {
      row: 19,
      quoteId: 'Q-1060',
      column: 'sent',
      value: '03/04/2026',
      error: 'could be 3 April or March 4; write 2026-04-03',
    },
  ],
  config: [
    { label: 'Time zone', value: zone },
    { label: 'Currency', value: 'SGD' },
    { label: 'Admin', value: 'owner@harbourline.example' },
  ],
  trial: {
    target,
    text: 'Standard quotes: nudge at 5 days and 12 days, then a last call 3 days before the quote expires.',
    place: '/home/priya/.qf/rules.txt',
    outcome: {
      kind: 'compared',
      notUsed: [],
      plan: {
        from: today,
        to: '2026-04-08',
        changes: [
          planChange('Q-1042', 'Northwind', leaves('2026-03-10'), leaves('2026-03-12')),
          planChange('Q-1050', 'Kopi Works', null, leaves('2026-03-16')),
          planChange(
            'Q-1051',
            'Orchard Rooftop Events and Private Dining International Pte Ltd',
            leaves('2026-03-16'),
            null,
          ),
          planChange('Q-1052', 'Lumen Dental Group', leaves('2026-03-20'), {
            ...leaves('2026-03-20'),
            owner: 'sam@harbourline.example',
          }),
          planChange('Q-1053', 'Straits Montessori', leaves('2026-04-07'), leaves('2026-04-14')),
        ],
      },
    },
  },
};

export const clockSample: ClockPage = {
  around: { ...around('clock'), moved: true },
  today,
  target,
  fixed: null,
  realNow: '2026-03-03T06:30:00Z',
  coming: [
    { at: '2026-03-10T01:02:00Z', what: 'An approved first nudge leaves', quoteId: 'Q-1043' },
    { at: '2026-03-11T01:00:00Z', what: 'Daily check', quoteId: null },
    { at: '2026-03-16T00:00:00Z', what: 'Weekly digest', quoteId: null },
  ],
};

export const proposalsSample: ProposalsPage = {
  around: around('proposals'),
  rows: [
    {
      id: 'p1',
      at: '2026-03-10T02:20:00Z',
      number: 'Q-1077',
      customer: 'Müller Küchentechnik GmbH',
      amount: 'EUR 4,820.50',
      from: 'priya@harbourline.example',
      state: 'open',
      missing: 1,
    },
    {
      id: 'p0',
      at: '2026-03-09T02:20:00Z',
      number: '',
      customer: '',
      amount: '',
      from: 'QuoteDesk',
      state: 'doubtful',
      missing: 0,
    },
  ],
  paging: onePage(2),
  drop: target,
  quotesAddress: 'quotes@harbourline.example',
};

export const trailSample: TrailPage = {
  backTo: null,
  names: null,
  around: around('trail'),
  query: { quote: '', customer: '', person: 'priya', action: 'DraftApproved', since: '2026-03-01', until: '' },
  today,
  problem: null,
  paging: { from: 1, to: 50, total: null, previous: null, next: '/trail?cursor=x' },
  rows: quoteSample.timeline.map(({ version, at, action, by, before, after }) => ({
    stream: version === 6 ? '~system' : 'Q-1042',
    isQuote: version !== 6,
    version,
    at,
    action,
    by,
    before,
    after,
  })),
};

export const daySample: DayPage = {
  told: [
    'No nudge left on this day.',
    'The check found 2 quotes due and had their drafts written: a draft leaves only once it is approved.',
  ],
  around: around('trail'),
  day: today,
  why: '',
  checked: {
    customerOf: new Map([
      ['Q-1050', 'Northwind Trading Pte Ltd'],
      ['Q-1051', 'Kopi Works'],
    ]),
    groups: [
      { words: 'first nudge offered', acted: true, quoteIds: ['Q-1050', 'Q-1051'] },
      { words: 'the next step is still to come', acted: false, quoteIds: quoteRows(40).map(row => row.quoteId) },
      { words: 'the customer answered', acted: false, quoteIds: ['Q-1030'] },
    ],
    versions: [
      { label: 'Sheet', value: '4f1c9a20' },
      { label: 'Rules', value: '9ab2d310' },
    ],
    root: '9f2c7e1ab04d5c8837fe10cc5b6e2a9f9f2c7e1ab04d5c8837fe10cc5b6e2a9f',
    streams: 812,
    at: '09:00:12',
  },
};
