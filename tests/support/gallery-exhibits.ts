import { approvePage } from '../../src/letters/console/approve-page.ts';
import { clockPage } from '../../src/letters/console/clock-page.ts';
import { mailPage } from '../../src/letters/console/mail-page.ts';
import { mailboxPage } from '../../src/letters/console/mailbox-page.ts';
import { quotePage } from '../../src/letters/console/quote-page.ts';
import { quotesPage } from '../../src/letters/console/quotes-page.ts';
import { rulesPage } from '../../src/letters/console/rules-page.ts';
import { approvalMail } from '../../src/letters/mail/approval-mail.ts';
import { nudgeMail } from '../../src/letters/mail/nudge-mail.ts';
import { replyMail } from '../../src/letters/mail/reply-mail.ts';
import type { WrittenMail } from '../../src/letters/mail/write-mail.ts';
import { draftPage } from '../../src/letters/page/draft-page.ts';
import { replyPage } from '../../src/letters/page/reply-page.ts';
import {
  approveSample,
  clockSample,
  mailboxSample,
  mailSample,
  quoteSample,
  quotesSample,
  rulesSample,
} from './sample-console.ts';
import { draft, draftText, openDraft, priya, quote, reply, sam, target, today, url } from './sample-letters.ts';

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
  inConsole('approve-empty', approvePage({ ...approveSample, drafts: [] })),
  inConsole('mailbox', mailboxPage(mailboxSample)),
  { ...inConsole('mail', mailPage(mailSample)), kind: 'framing' },
  inConsole('rules', rulesPage(rulesSample)),
  inConsole('clock', clockPage(clockSample)),
];

const noCounts = { approve: 0, leaving: 0, following: 0, answered: 0, held: 0, quiet: 0, expired: 0, closed: 0 };
