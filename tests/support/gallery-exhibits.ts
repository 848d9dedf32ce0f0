import { approvePage } from '../../src/console/approve.ts';
import { clockPage } from '../../src/console/clock.ts';
import { dayPage } from '../../src/console/day.ts';
import { mailPage } from '../../src/console/mail.ts';
import { mailboxPage } from '../../src/console/mailbox.ts';
import { consoleProposalPage, proposalsPage } from '../../src/console/proposals.ts';
import { quotePage } from '../../src/console/quote-page.ts';
import { quotesPage } from '../../src/console/quotes-page.ts';
import { rulesPage } from '../../src/console/rules-page.ts';
import { trailPage } from '../../src/console/trail-page.ts';
import {
  documentRefusedMail,
  firstSyncMail,
  refusedRowsMail,
  rulesAcceptedMail,
  vanishedRowsMail,
} from '../../src/presentation/emails/admin-mails.ts';
import { approvalMail } from '../../src/presentation/emails/approval-mail.ts';
import { digestMail } from '../../src/presentation/emails/digest-mail.ts';
import { nudgeMail } from '../../src/presentation/emails/nudge-mail.ts';
import { proposalMail } from '../../src/presentation/emails/proposal-mail.ts';
import { replyMail } from '../../src/presentation/emails/reply-mail.ts';
import { summaryMail } from '../../src/presentation/emails/summary-mail.ts';
import { todayMail } from '../../src/presentation/emails/today-mail.ts';
import { unreadableMail } from '../../src/presentation/emails/unreadable-mail.ts';
import { type UnsureMail, unsureMail } from '../../src/presentation/emails/unsure-mail.ts';
import type { WrittenMail } from '../../src/presentation/emails/write-mail.ts';
import { assignPage } from '../../src/presentation/pages/assign-page.ts';
import { draftPage } from '../../src/presentation/pages/draft-page.ts';
import { errorPage } from '../../src/presentation/pages/error-page.ts';
import { firstSyncPage } from '../../src/presentation/pages/first-sync-page.ts';
import { myQuotePage, myQuotesPage } from '../../src/presentation/pages/my-quotes-page.ts';
import { proposalPage } from '../../src/presentation/pages/proposal-page.ts';
import { renumberedPage } from '../../src/presentation/pages/renumbered-page.ts';
import { replyPage } from '../../src/presentation/pages/reply-page.ts';
import { todayPage } from '../../src/presentation/pages/today-page.ts';
import { noticeMail, noticePage } from '../../src/presentation/quote-notices.ts';
import {
  approveSample,
  around,
  clockSample,
  daySample,
  mailboxSample,
  mailSample,
  proposalsSample,
  quoteSample,
  quotesSample,
  rulesSample,
  trailSample,
} from './sample-console.ts';
import {
  admin,
  draft,
  draftText,
  openDraft,
  priya,
  quote,
  reply,
  sam,
  target,
  today,
  url,
  zone,
} from './sample-letters.ts';
import {
  changeProposal,
  digestSample,
  expiredQuote,
  mailedDrafts,
  notice,
  proposal,
  proposalSample,
  question,
  remindedReplies,
  todaySample,
  todayView,
  touches,
  unwritten,
} from './sample-questions.ts';

/** One mail or page to look at. `framing`: a page that shows mails in frames. */
export interface Exhibit {
  readonly name: string;
  readonly kind: 'mail' | 'page' | 'framing';
  readonly html: string;
  readonly text?: string;
}

const mail = (name: string, { html, text, subject }: WrittenMail): Exhibit => ({
  name: `mail-${name}`,
  kind: 'mail',
  html,
  text: `Subject: ${subject}\n\n${text}`,
});

const page = (name: string, html: string): Exhibit => ({ name: `page-${name}`, kind: 'page', html });

const inConsole = (name: string, html: string): Exhibit => ({ name: `console-${name}`, kind: 'page', html });

const unsure: UnsureMail = {
  message: reply.message,
  doubt: { kind: 'sender' },
  candidates: [quote, { ...quote, quoteId: 'Q-1051', sent: '2026-03-05' }],
  zone,
  url,
  since: null,
  to: 'owner',
};

const questionMails: readonly Exhibit[] = [
  mail('expired', noticeMail({ ...notice, quote: expiredQuote }, { kind: 'expired', touches })),
  mail('cap', noticeMail(notice, { kind: 'cap', nudges: 3, touches })),
  mail(
    'bad-address',
    noticeMail(notice, {
      kind: 'bad-address',
      fault: { kind: 'hard', day: today, said: '550 5.1.1 <dana.lim@northwind.example>: user unknown' },
      alsoOf: ['Q-1051'],
    }),
  ),
  mail('unknown-send', noticeMail(notice, { kind: 'unknown-send', draft, claimedAt: '2026-03-10T01:02:00Z' })),
  mail(
    'refused-send',
    noticeMail(notice, { kind: 'refused', draft, reason: 'MessageRejected: Email address is not verified.' }),
  ),
  mail('unsure', unsureMail(unsure)),
  mail('unmatched', unsureMail({ ...unsure, candidates: [], doubt: { kind: 'unmatched' }, to: 'admin' })),
  mail('rep-wrote', noticeMail(notice, { kind: 'rep-mail', message: reply.message, proposes: true })),
  mail('row-write', noticeMail(notice, { kind: 'row-write', cell: unwritten })),
  mail(
    'rules-accepted',
    rulesAcceptedMail({
      understood: rulesSample.understood,
      notUsed: rulesSample.notUsed,
      at: '2026-03-10T01:00:00Z',
      zone,
      effect: 'Over the next 30 days: 1 nudge added, 1 moved, 1 dropped.',
    }),
  ),
  mail(
    'rules-refused',
    documentRefusedMail({
      refused: { kind: 'rules', faults: rulesSample.rulesFaults },
      at: '2026-03-10T01:00:00Z',
      inForceSince: '2026-03-01T01:00:00Z',
      zone,
    }),
  ),
  mail('unreadable', unreadableMail({ streams: [{ stream: 'Q-1042', kind: 'unknown' }] })),
  mail('unreadable-settings', unreadableMail({ streams: [{ stream: '~system', kind: 'unknown' }] })),
  mail('refused-rows', refusedRowsMail({ faults: rulesSample.rowFaults })),
  mail('vanished-rows', vanishedRowsMail({ vanished: [{ quote, renumberedTo: 'Q-1042B' }], url })),
  mail('first-sync', firstSyncMail({ open: 64, old: 21, olderThanDays: 14, url })),
  mail('proposal', proposalMail({ view: proposal, url, why: 'sent-it' })),
  mail('proposal-change', proposalMail({ view: changeProposal, url, why: 'sent-it' })),
  mail('today', todayMail({ view: todayView, drafts: mailedDrafts, reminders: remindedReplies, endings: [], url })),
  mail('digest', digestMail(digestSample)),
  mail(
    'summary',
    summaryMail({
      month: '2026-02-01',
      paragraph: 'In February 23 quotes were open and SGD 482,100.00 was in play. 6 were won and 4 lost.',
      figures: [
        { name: 'Still open', value: '23' },
        { name: 'In play', value: 'SGD 482,100.00' },
        { name: 'Went nowhere', value: '5', note: 'expired, or every step done without an answer' },
      ],
      rates: [
        { move: 'First nudge', sent: 18, answered: 7 },
        { move: 'Last call', sent: 4, answered: 1 },
      ],
      chart: null,
    }),
  ),
];

const questionPages: readonly Exhibit[] = [
  page('expired', noticePage({ ...question, quote: expiredQuote }, { kind: 'expired', touches })),
  page(
    'expired-decided',
    noticePage(
      {
        ...question,
        quote: expiredQuote,
        decided: { what: 'extended', date: '2026-04-30', by: 'Priya', at: '2026-03-10T02:00:00Z' },
      },
      { kind: 'expired', touches },
    ),
  ),
  page('cap', noticePage(question, { kind: 'cap', nudges: 3, touches })),
  page(
    'bad-address',
    noticePage(
      { ...question, typed: 'dana@northwind', problem: 'That is not an e-mail address.' },
      {
        kind: 'bad-address',
        fault: { kind: 'hard', day: today, said: '550 5.1.1 user unknown' },
        alsoOf: ['Q-1051'],
      },
    ),
  ),
  page('unknown-send', noticePage(question, { kind: 'unknown-send', draft, claimedAt: '2026-03-10T01:02:00Z' })),
  page('refused-send', noticePage(question, { kind: 'refused', draft, reason: 'Address not verified.' })),
  page('rep-wrote', noticePage(question, { kind: 'rep-mail', message: reply.message, proposes: false })),
  page('row-write', noticePage(question, { kind: 'row-write', cell: unwritten })),
  page('assign', assignPage({ ...unsure, target, decided: null, said: null, linkOf: priya.address, typed: '' })),
  page('proposal', proposalPage(proposalSample)),
  page('proposal-change', proposalPage({ ...proposalSample, view: changeProposal, original: [] })),
  page(
    'first-sync',
    firstSyncPage({
      rows: [
        { quote: { ...quote, sent: '2026-01-12' }, chosen: null },
        { quote: { ...quote, quoteId: 'Q-0988', customer: 'Kopi Works', sent: '2025-12-01' }, chosen: 'close' },
      ],
      today,
      zone,
      target,
      decided: null,
      said: null,
      linkOf: admin.address,
    }),
  ),
  page(
    'renumbered',
    renumberedPage({
      pairs: [
        {
          key: 'Q-1042B',
          now: { ...quote, quoteId: 'Q-1042B', nudges: 0 },
          before: { ...quote, nudges: 1 },
        },
      ],
      target,
      said: null,
      linkOf: admin.address,
    }),
  ),
  page('today', todayPage(todaySample)),
  page(
    'my-quotes',
    myQuotesPage({
      rows: [
        {
          quoteId: 'Q-1042',
          customer: quote.customer,
          amount: quote.amount,
          group: 'approve',
          words: 'a draft waits',
          url: '/x',
        },
        {
          quoteId: 'Q-1051',
          customer: 'Kopi Works',
          amount: quote.amount,
          group: 'following',
          words: 'last call on Mon 30 Mar',
          url: '/y',
        },
      ],
      ofAll: false,
      linkOf: priya.address,
      backUrl: '/t',
      said: null,
    }),
  ),
  page(
    'my-quote',
    myQuotePage({
      quote,
      today,
      group: 'following',
      words: 'the follow-up comes on Thu 12 March',
      target,
      said: null,
      linkOf: priya.address,
      backUrl: '/t',
      earliest: '2026-03-11',
      onHold: false,
      closed: null,
      reopens: false,
      noSendNow: null,
      draftUrl: null,
      typed: '',
    }),
  ),
  page('error-unknown', errorPage({ kind: 'unknown-link' })),
  page('error-stale', errorPage({ kind: 'stale-page', link: '/t/x' })),
];

export const exhibits = (): readonly Exhibit[] => [
  mail('approval', approvalMail({ view: draft, asking: { kind: 'first' }, to: priya, url, goodUntil: '2026-03-17' })),
  mail(
    'approval-cover',
    approvalMail({
      view: { ...draft, author: { kind: 'template', why: 'the model could not be reached' }, move: 'last_call' },
      asking: { kind: 'cover', away: priya, until: '2026-03-20' },
      to: sam,
      url,
      goodUntil: '2026-03-17',
    }),
  ),
  mail(
    'nudge',
    nudgeMail({
      text: draftText,
      subject: draft.subject,
      tag: '[Q-1042 k3f9c2]',
      quoteId: quote.quoteId,
      amount: quote.amount,
      sent: quote.sent,
      pdfLink: quote.pdfLink,
      attached: false,
      repName: 'Priya',
    }),
  ),
  mail('reply', replyMail({ view: reply, passing: { kind: 'first' }, url })),
  mail(
    'reply-away',
    replyMail({
      view: { ...reply, label: 'out-of-office', awayUntil: '2026-03-23', authenticated: false, otherSender: true },
      passing: { kind: 'again', since: today },
      url,
    }),
  ),
  ...questionMails,
  ...questionPages,
  page('draft', draftPage(openDraft)),
  page(
    'draft-approved',
    draftPage({
      ...openDraft,
      standing: {
        kind: 'approved',
        by: priya.address,
        at: '2026-03-10T01:00:00Z',
        cancelUntil: '2026-03-10T01:02:00Z',
        later: null,
      },
    }),
  ),
  page(
    'draft-sent',
    draftPage({
      ...openDraft,
      standing: { kind: 'settled', how: 'sent', by: priya.address, at: '2026-03-10T01:02:00Z', reason: null },
    }),
  ),
  page(
    'reply',
    replyPage({
      view: { ...reply, resumeOffer: '2026-04-20', otherSender: true },
      standing: { kind: 'open' },
      target,
      said: null,
      linkOf: priya.address,
      earliest: '2026-03-11',
    }),
  ),
  inConsole('quotes', quotesPage(quotesSample(21))),
  inConsole('quotes-500', quotesPage(quotesSample(500))),
  inConsole('quotes-empty', quotesPage({ ...quotesSample(0), counts: noCounts })),
  inConsole('quote', quotePage(quoteSample)),
  inConsole('approve', approvePage(approveSample)),
  inConsole(
    'approve-empty',
    approvePage({ ...approveSample, drafts: [], paging: { ...approveSample.paging, from: 0, to: 0, total: 0 } }),
  ),
  inConsole('mailbox', mailboxPage(mailboxSample)),
  { ...inConsole('mail', mailPage(mailSample)), kind: 'framing' },
  inConsole('proposals', proposalsPage(proposalsSample)),
  inConsole('proposal', consoleProposalPage(around('proposals'), proposalSample)),
  inConsole('trail', trailPage(trailSample)),
  inConsole('day', dayPage(daySample)),
  inConsole('rules', rulesPage(rulesSample)),
  inConsole('clock', clockPage(clockSample)),
];

const noCounts = { approve: 0, leaving: 0, following: 0, answered: 0, held: 0, quiet: 0, expired: 0, closed: 0 };
