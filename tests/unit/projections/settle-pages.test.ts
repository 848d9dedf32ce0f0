import { describe, expect, it } from 'vitest';
import { type AnyKnownEvent, eventRegistry } from '../../../src/events/event-registry.ts';
import type { HoldReason, NoticeKind } from '../../../src/events/quote-events.ts';
import { toStorableJson } from '../../../src/events/storable-json.ts';
import { projectStream } from '../../../src/projections/projector.ts';
import { pastOf } from '../../support/arbitrary-events.ts';
import { storedEvent } from '../../support/stored-events.ts';

type Step = {
  readonly [A in AnyKnownEvent['type']]: readonly [A, Extract<AnyKnownEvent, { type: A }>['data']];
}[AnyKnownEvent['type']];

const pagesOf = (stream: string, steps: readonly Step[]) => {
  const events = steps.map(([action, data], index) => {
    const schema = eventRegistry.types.get(action)?.schema ?? 1;
    const shape = { quote_id: stream, version: index + 1, action, schema, data: toStorableJson(data) };
    return pastOf(storedEvent(shape));
  });
  return projectStream(stream, events).approvals;
};

/** What became of each page of the stream, by its token; `open` where nothing did. */
const pagesAfter = (stream: string, ...steps: readonly Step[]): Readonly<Record<string, string>> =>
  Object.fromEntries(pagesOf(stream, steps).map(({ token, decided }) => [token, decided ?? 'open']));

const EXPIRES_AT = '2026-03-09T01:00:00.000Z';

const draftPage = (token: string, draftId: string): Step => [
  'DraftMailed',
  {
    draftId,
    mailing: 1,
    kind: 'first',
    tokenHash: token,
    recipientRef: 'r',
    pageHash: 'p',
    projectedSendAt: 't',
    expiresAt: EXPIRES_AT,
  },
];
const notice = (token: string, kind: NoticeKind, about = 'x'): Step => [
  'NoticeMailed',
  { notice: kind, about, tokenHash: token, recipientRef: 'r', mailing: 1, expiresAt: EXPIRES_AT },
];

/** A page of every kind that a quote has, under the kind's own name; the drafts are `d1`, the reply is `m1`. */
const everyPage: readonly Step[] = [
  draftPage('draft', 'd1'),
  notice('expired', 'expired'),
  notice('cap', 'cap'),
  notice('reply', 'reply', 'm1'),
  notice('bad-address', 'bad-address'),
  notice('unknown-send', 'unknown-send', 'd1'),
  notice('refused', 'refused', 'd1'),
  notice('unsure', 'unsure'),
  notice('rep-mail', 'rep-mail'),
  notice('hold', 'hold'),
];

/** Which of all pages the event settles, and how. */
const settledBy = (...steps: readonly Step[]): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(pagesAfter('Q-1', ...everyPage, ...steps)).filter(([, how]) => how !== 'open'));

const facts = {
  number: 'Q-1',
  contactRef: 'c',
  domainRef: 'd',
  minor: 120_000,
  currency: 'SGD',
  sent: '2026-02-20',
  expires: '2026-04-09',
  owner: null,
  team: null,
  override: null,
  factsHash: 'f',
};
const revised = (...changed: readonly string[]): Step => [
  'QuoteRevised',
  { facts, changed: [...changed], sheet: null },
];
const received = (how: 'person' | 'plus-address'): Step => [
  'ReplyReceived',
  {
    replyId: 'm2',
    how,
    senderRef: 'r',
    fromContact: true,
    authenticated: true,
    day: '2026-03-02',
    bodyKey: 'b',
    leaving: false,
  },
];
const sent = (draftId: string): Step => [
  'NudgeSent',
  {
    draftId,
    claim: 'c',
    stepIndex: 1,
    move: 'followup',
    day: '2026-03-02',
    recipientRef: 'r',
    messageId: 'm',
    via: 'email',
    how: 'rep',
  },
];
const planned: Step = [
  'MovePlanned',
  {
    draftId: 'd2',
    move: 'followup',
    stepIndex: 2,
    stepDay: 7,
    supersedes: null,
    chain: 1,
    checked: '2026-03-02',
    owner: 'o',
    ownerFrom: 'row',
    tier: 'standard',
    daysSinceSent: 7,
    daysToExpiry: null,
    factsHash: 'f',
    versions: { sheet: 's', rules: 'r', voice: 'v', config: 'c', code: 'k' },
  },
];
const approved: Step = [
  'DraftApproved',
  { draftId: 'd1', textHash: 't', seenHash: 's', sendAfter: 'x', tokenHash: null, secondsAfterMailing: 9 },
];
const taken = (replyId: string): Step => ['ReplyTaken', { replyId, pickUpAfter: null }];
const closed = (outcome: 'won' | 'lost' | 'withdrawn'): Step => [
  'QuoteClosed',
  { outcome, source: 'rep', day: null, note: null },
];
const resumed = (automatic: boolean): Step => ['ChainResumed', { from: '2026-04-01', automatic }];
const holdEnded = (reason: HoldReason): Step => ['HoldEnded', { reason, automatic: false }];

describe('of all the pages of a quote', () => {
  it.each<[string, Step, Readonly<Record<string, string>>]>([
    ['an approval settles the draft’s', approved, { draft: 'approved' }],
    ['a skip settles the draft’s', ['DraftSkipped', { draftId: 'd1' }], { draft: 'skipped' }],
    ['a void draft’s says so', ['DraftVoided', { draftId: 'd1', reason: 'r', opens: true }], { draft: 'voided' }],
    ['a lapsed draft’s says so', ['DraftLapsed', { draftId: 'd1', time: 1 }], { draft: 'lapsed' }],
    [
      '"they already answered" settles the draft’s and those that asked about mail',
      ['AnsweredElsewhere', { draftId: 'd1' }],
      { draft: 'answered', 'rep-mail': 'answered', unsure: 'answered' },
    ],
    [
      '"they already answered" without a draft settles those that asked about mail',
      ['AnsweredElsewhere', { draftId: null }],
      { 'rep-mail': 'answered', unsure: 'answered' },
    ],
    ['a send that arrived settles the question whether it did', sent('d1'), { 'unknown-send': 'sent' }],
    [
      'a send given up settles the question whether it arrived',
      ['SendGivenUp', { draftId: 'd1', claim: 'c' }],
      { 'unknown-send': 'given-up' },
    ],
    ['a reply that somebody takes settles the reply’s', taken('m1'), { reply: 'taken' }],
    ['a message that is no reply settles the reply’s', ['ReplyDismissed', { replyId: 'm1' }], { reply: 'dismissed' }],
    ['a reply assigned by a person settles the question about it', received('person'), { unsure: 'assigned' }],
    ['a reply that placed itself settles none', received('plus-address'), {}],
    [
      'a rep who resumes settles those that ask how to go on',
      resumed(false),
      { reply: 'resumed', cap: 'resumed', expired: 'resumed' },
    ],
    ['a chain that resumes by itself settles none', resumed(true), {}],
    ['a later expiry settles the question about the expiry', revised('expires'), { expired: 'extended' }],
    ['a later date sent settles it too', revised('sent'), { expired: 'extended' }],
    ['another contact settles the question about the address', revised('contactRef'), { 'bad-address': 'mended' }],
    [
      'another contact and expiry settle both',
      revised('contactRef', 'expires'),
      { expired: 'extended', 'bad-address': 'mended' },
    ],
    ['another amount settles none', revised('minor'), {}],
    ['a step offered again settles the question about the refused send', planned, { refused: 'offered again' }],
  ])('%s', (_, step, settled) => expect(settledBy(step)).toEqual(settled));

  it.each<[HoldReason, Readonly<Record<string, string>>]>([
    ['unsure-reply', { unsure: 'hold ended' }],
    ['rep-mail', { 'rep-mail': 'hold ended' }],
    ['bad-address', { 'bad-address': 'hold ended' }],
    ['rep', { hold: 'hold ended' }],
    ['status', { hold: 'hold ended' }],
    ['vanished', {}],
    ['refused-row', {}],
    ['first-sync', {}],
    ['renumbering', {}],
  ])('the end of a hold (%s) settles the page that asked about that hold', (reason, settled) => {
    expect(settledBy(holdEnded(reason))).toEqual(settled);
  });

  it.each(['won', 'lost', 'withdrawn'] as const)('a quote that is %s settles all but the draft’s', outcome => {
    const { draft: _, ...others } = pagesAfter('Q-1', ...everyPage);
    expect(settledBy(closed(outcome))).toEqual(Object.fromEntries(Object.keys(others).map(kind => [kind, outcome])));
  });

  it.each<[string, Step]>([
    ['a draft', ['DraftSkipped', { draftId: 'd9' }]],
    ['a reply', taken('m9')],
    ['a dismissed reply', ['ReplyDismissed', { replyId: 'm9' }]],
    ['a send that arrived', sent('d9')],
    ['a send given up', ['SendGivenUp', { draftId: 'd9', claim: 'c' }]],
  ])('what concerns another one of its kind settles none: %s', (_, step) => expect(settledBy(step)).toEqual({}));
});

describe('a page that is settled', () => {
  it('stays as it is when the quote is closed or resumed later', () => {
    expect(settledBy(taken('m1'), closed('won'))).toMatchObject({ reply: 'taken', cap: 'won' });
    expect(settledBy(taken('m1'), resumed(false))).toEqual({ reply: 'taken', cap: 'resumed', expired: 'resumed' });
  });

  it('says the newest where a later event settles just it', () => {
    expect(settledBy(taken('m1'), ['ReplyDismissed', { replyId: 'm1' }])).toEqual({ reply: 'dismissed' });
  });

  it('opens again when the approval is taken back', () => {
    expect(settledBy(approved, ['ApprovalCancelled', { draftId: 'd1' }])).toEqual({});
    expect(settledBy(approved, ['ApprovalCancelled', { draftId: 'd9' }])).toEqual({ draft: 'approved' });
  });

  it('keeps its version while nothing changes what it says', () => {
    const pages = pagesOf('Q-1', [notice('t', 'reply', 'm1'), taken('m1'), taken('m1'), closed('won')]);
    expect(pages).toMatchObject([{ version: 2, decided: 'taken' }]);
  });
});

describe('a page that is mailed after the decision', () => {
  it('is settled as the earlier mailings of its subject are, of no other', () => {
    expect(
      pagesAfter(
        'Q-1',
        notice('first', 'reply', 'm1'),
        taken('m1'),
        notice('again', 'reply-again', 'm1'),
        notice('admin', 'reply-admin', 'm1'),
        notice('other', 'reply', 'm2'),
        draftPage('draft', 'm1'),
      ),
    ).toEqual({ first: 'taken', again: 'taken', admin: 'taken', other: 'open', draft: 'open' });
  });
});

describe('pages outside a quote', () => {
  const question: Step = [
    'MailUnmatched',
    { why: 'w', candidates: [], tokenHash: 'mail', recipientRef: 'r', expiresAt: EXPIRES_AT },
  ];
  it.each<[string, Step]>([
    ['assigned', ['MailAssigned', { quoteId: 'Q-1' }]],
    ['dismissed', ['MailDismissed', { why: 'w' }]],
    ['set aside', ['MailSetAside', { kind: 'list', why: 'w' }]],
  ])('a question about a mail: %s', (how, step) => {
    expect(pagesAfter('~mail/a', question, step)).toEqual({ mail: how });
  });

  const proposal: Step = [
    'ProposalMailed',
    { mailing: 1, tokenHash: 'proposal', recipientRef: 'r', expiresAt: EXPIRES_AT },
  ];
  const row: Step = [
    'ProposalApproved',
    { fields: { number: 'Q-1', minor: 1, currency: 'SGD', sent: null, expires: null, owner: null } },
  ];
  const reopened: Step = ['ProposalReopened', { why: 'w' }];
  it('a proposal: approved or discarded, and open again', () => {
    expect(pagesAfter('~proposal/a', proposal, row)).toEqual({ proposal: 'approved' });
    expect(pagesAfter('~proposal/a', proposal, ['ProposalDiscarded', {}])).toEqual({ proposal: 'discarded' });
    expect(pagesAfter('~proposal/a', proposal, row, reopened)).toEqual({ proposal: 'open' });
  });
});
