import type { Target } from '../../src/presentation/components/parts.ts';
import { raw } from '../../src/presentation/html.ts';
import type { DraftPage } from '../../src/presentation/pages/draft-page.ts';
import type { DraftView } from '../../src/presentation/view-models/draft-view.ts';
import type { Person } from '../../src/presentation/view-models/facts.ts';
import type { QuoteView } from '../../src/presentation/view-models/quote-view.ts';
import type { ReplyView } from '../../src/presentation/view-models/reply-view.ts';

/** Made-up data that mails and pages are tested and looked at with. */
export const priya: Person = { name: 'Priya', address: 'priya@harbourline.example' };
export const sam: Person = { name: 'Sam', address: 'sam@harbourline.example' };
export const admin: Person = { name: '', address: 'owner@harbourline.example' };
export const zone = 'Asia/Singapore';
export const today = '2026-03-10';

export const quote: QuoteView = {
  quoteId: 'Q-1042',
  customer: 'Northwind Trading Pte Ltd',
  contact: 'dana.lim@northwind.example',
  amount: { minor: 1284000, currency: 'SGD' },
  sent: '2026-03-03',
  expires: '2026-04-02',
  pdfLink: 'https://files.harbourline.example/quotes/Q-1042.pdf',
  owner: priya,
  ownerFrom: 'row',
};

export const draftText = `Hi Dana,

I wanted to check in on the quote we sent on 3 March for the pantry fit-out (Q-1042, SGD 12,840.00). You will find it here: https://files.harbourline.example/quotes/Q-1042.pdf.

If anything in it should change, tell me and I will look at it the same day. The quote stands until 2 April.

Best regards,
Priya
Harbourline Supplies`;

export const draft: DraftView = {
  quote,
  draftId: 'd2',
  move: 'followup',
  stepIndex: 2,
  subject: 'Our quote of 3 March for your pantry fit-out',
  text: draftText,
  author: { kind: 'model' },
  tier: 'standard',
  today,
  leavesAt: '2026-03-10T01:02:00.000Z',
  zone,
  attached: false,
  earlier: [{ move: 'first_nudge', day: '2026-03-06' }],
};

export const url = 'https://links.harbourline.example/d/k1.7b0e4c1f9a52d8e36c0f4b1d2a9e8c77';

export const target: Target = { action: '/d/k1.7b0e4c1f', hidden: { nonce: 'n0nce', seen: 'abc123' } };

export const openDraft: DraftPage = {
  view: draft,
  standing: { kind: 'open', failedEdit: null },
  target,
  said: null,
  linkOf: priya.address,
  goodUntil: '2026-03-17',
};

export const reply: ReplyView = {
  quote,
  replyId: 'm-77',
  message: {
    from: 'Dana Lim <dana.lim@northwind.example>',
    subject: 'Re: Our quote of 3 March for your pantry fit-out [Q-1042 k3f9c2]',
    at: '2026-03-10T03:41:00.000Z',
    text: 'Hi Priya,\n\nthanks for the reminder. We would like to go ahead, but could the counter be delivered a week later, on 20 April?\n\nThe signed order is attached.\n\nDana',
    html: raw(
      '<p>Hi Priya,</p><p>thanks for the reminder. We would like to go ahead, but <b>could the counter be delivered a week later, on 20 April?</b></p><p>The signed order is attached.</p><p>Dana</p>',
    ),
    attachments: [{ name: 'signed-order.pdf', bytes: 184_320 }],
  },
  label: 'question',
  labelledBy: 'model',
  awayUntil: null,
  resumeOffer: null,
  otherSender: false,
  authenticated: true,
  crossed: false,
  earlier: draft.earlier,
  today,
  zone,
};
