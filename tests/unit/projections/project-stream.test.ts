import { describe, expect, it } from 'vitest';
import { eventRegistry } from '../../../src/events/event-registry.ts';
import type { StoredEvent } from '../../../src/events/stored-event.ts';
import type { Model, Rows } from '../../../src/ports/read-models.ts';
import { projectStream } from '../../../src/projections/projector.ts';
import { pastOf } from '../../support/arbitrary-events.ts';
import { storedEvent } from '../../support/stored-events.ts';

type Step = readonly [action: string, data: StoredEvent['data'], by?: string];

/** given(events of one stream).shows(model, rows): rows without the fields that every row has. */
const given = (...steps: readonly Step[]) => streamOf('Q-1', steps);

const streamOf = (stream: string, steps: readonly Step[]) => {
  const events = steps.map(([action, data, by], index) =>
    pastOf(
      storedEvent({
        quote_id: stream,
        version: index + 1,
        ts: `2026-03-02T01:0${index}:00.000Z`,
        action,
        schema: eventRegistry.types.get(action)?.schema ?? 1,
        data,
        ...(by === undefined ? {} : { by_user: by }),
      }),
    ),
  );
  const rows = projectStream(stream, events);
  return { rows: <M extends Model>(model: M): readonly Rows[M][] => rows[model] };
};

const planned: Step = [
  'MovePlanned',
  {
    draftId: 'd1',
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
const factsSent = {
  number: 'Q-1',
  contactRef: 'ref-ann',
  domainRef: 'd',
  minor: 1,
  currency: 'SGD',
  sent: '2026-02-23',
  expires: null,
  owner: null,
  team: null,
  override: null,
  factsHash: 'f',
};
const mailed = (tokenHash: string, draftId = 'd1'): Step => [
  'DraftMailed',
  {
    draftId,
    mailing: 1,
    kind: 'first',
    tokenHash,
    recipientRef: 'r',
    pageHash: 'p',
    projectedSendAt: 't',
    expiresAt: '2026-03-09T01:00:00.000Z',
  },
];
const approved: Step = [
  'DraftApproved',
  { draftId: 'd1', textHash: 't', seenHash: 's', sendAfter: 'x', tokenHash: null, secondsAfterMailing: 9 },
];
const notice = (kind: string, about: string, tokenHash: string | null): Step => [
  'NoticeMailed',
  { notice: kind, about, tokenHash, recipientRef: 'r', mailing: 1, expiresAt: '2026-03-09T01:00:00.000Z' },
];
const received: Step = [
  'ReplyReceived',
  {
    replyId: 'm1',
    how: 'message-id',
    senderRef: 'r',
    fromContact: true,
    authenticated: true,
    day: '2026-03-02',
    bodyKey: 'b',
    leaving: false,
  },
];
const labelled = (label: string, deferUntil: string | null): Step => [
  'ReplyLabelled',
  { replyId: 'm1', label, by: 'model', model: 'm', deferUntil, resumeOffer: null, why: 'w' },
];
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
const closed: Step = ['QuoteClosed', { outcome: 'won', source: 'rep', day: null, note: null }];

describe('qf-nudges', () => {
  it('has the mail that the quote went out with as row 0, by its id without the host, and not where it is unknown', () => {
    const listed: Step = ['QuoteListed', { facts: factsSent, sheet: 's' }];
    const kept = (messageId: string | null): Step => ['OriginalKept', { proposalId: 'p1', messageId, pdfKey: 'p' }];
    expect(given(listed, kept('Orig.1@harbourline.example')).rows('nudges')).toEqual([
      {
        quote_id: 'Q-1',
        step_index: 0,
        version: 2,
        nudge_date: '2026-02-23',
        sent_via: 'email',
        recipient: 'ref-ann',
        move: 'original',
        draft_id: 'p1',
        message_id: 'Orig.1',
      },
    ]);
    expect(given(listed, kept(null)).rows('nudges')).toEqual([]);
  });

  const keptAs = (messageId: string): Step => ['OriginalKept', { proposalId: 'p1', messageId, pdfKey: null }];
  const revised: Step = [
    'QuoteRevised',
    {
      facts: { ...factsSent, sent: '2026-02-25', contactRef: 'ref-bob' },
      changed: ['sent', 'contactRef'],
      sheet: null,
    },
  ];
  it('dates the original mail and its recipient as the row says when it is kept', () => {
    const listed: Step = ['QuoteListed', { facts: factsSent, sheet: 's' }];
    expect(given(listed, revised, keptAs('a@b.example')).rows('nudges')).toMatchObject([
      { nudge_date: '2026-02-25', recipient: 'ref-bob', message_id: 'a' },
    ]);
    expect(given(listed, keptAs('a@b.example'), revised).rows('nudges')).toMatchObject([
      { version: 2, nudge_date: '2026-02-23', recipient: 'ref-ann' },
    ]);
    expect(given(keptAs('a@b.example')).rows('nudges')).toEqual([]);
  });

  it.each([
    ['a@b.example', 'a'],
    ['"a@b"@c.example', '"a@b"'],
    ['no-host', 'no-host'],
    ['@b.example', ''],
  ])('takes the id %s without its host', (messageId, local) => {
    const listed: Step = ['QuoteListed', { facts: factsSent, sheet: 's' }];
    expect(given(listed, keptAs(messageId)).rows('nudges')).toMatchObject([{ message_id: local }]);
  });

  const sent: Step = [
    'NudgeSent',
    {
      draftId: 'd1',
      claim: 'c',
      stepIndex: 2,
      move: 'followup',
      day: '2026-03-02',
      recipientRef: 'ref',
      messageId: '0100abc',
      via: 'email',
      how: 'send',
    },
  ];
  it('has no row for what only was planned, mailed or answered', () => {
    expect(given(planned, mailed('t'), approved, received).rows('nudges')).toEqual([]);
  });

  it('holds a row for each nudge that left', () => {
    expect(given(planned, sent).rows('nudges')).toEqual([
      {
        quote_id: 'Q-1',
        step_index: 2,
        version: 2,
        nudge_date: '2026-03-02',
        sent_via: 'email',
        recipient: 'ref',
        move: 'followup',
        draft_id: 'd1',
        message_id: '0100abc',
      },
    ]);
  });
});

describe('qf-reply', () => {
  const base = { quote_id: 'Q-1', reply_date: '2026-03-02#1', reply_id: 'm1' };

  it('shows a reply from the moment it is received', () => {
    expect(given(received).rows('reply')).toEqual([{ ...base, version: 1, outcome: 'received' }]);
  });

  it('takes the label, the date to wait for, and who has it', () => {
    expect(given(received, labelled('out-of-office', '2026-05-04')).rows('reply')).toEqual([
      { ...base, version: 2, outcome: 'out-of-office', defer_until: '2026-05-04' },
    ]);
    const taken: Step = ['ReplyTaken', { replyId: 'm1', pickUpAfter: null }, 'priya@harbourline.example'];
    expect(given(received, labelled('question', null), taken).rows('reply')).toEqual([
      { ...base, version: 3, outcome: 'question', by_user: 'priya@harbourline.example' },
    ]);
  });

  it('drops the date again when a person puts the label right', () => {
    const rows = given(received, labelled('out-of-office', '2026-05-04'), labelled('decline', null)).rows('reply');
    expect(rows).toEqual([{ ...base, version: 3, outcome: 'decline' }]);
  });

  it('shows nothing of a message that was never received', () => {
    const [, data] = received;
    expect(given(labelled('accept', null), ['ReplyDismissed', { replyId: 'm1' }]).rows('reply')).toEqual([]);
    expect(given(received, received, ['ReplyReceived', { ...Object(data), day: '2026-03-09' }]).rows('reply')).toEqual([
      { ...base, version: 1, outcome: 'received' },
    ]);
  });

  it('names the part of the system that took it, and says that it was no reply', () => {
    const taken: Step = ['ReplyTaken', { replyId: 'm1', pickUpAfter: null }];
    expect(given(received, taken).rows('reply')).toEqual([
      { ...base, version: 2, outcome: 'received', by_user: 'test' },
    ]);
    expect(given(received, ['ReplyDismissed', { replyId: 'm1' }]).rows('reply')).toEqual([
      { ...base, version: 2, outcome: 'dismissed' },
    ]);
  });

  it('is not moved by what concerns another message or none', () => {
    expect(given(received, ['ReplyTaken', { replyId: 'm9', pickUpAfter: null }], closed).rows('reply')).toEqual([
      { ...base, version: 1, outcome: 'received' },
    ]);
  });

  it('keeps two replies of one day apart', () => {
    const second: Step = ['ReplyReceived', { ...Object(received[1]), replyId: 'm2' }];
    expect(
      given(received, second)
        .rows('reply')
        .map(({ reply_date }) => reply_date),
    ).toEqual(['2026-03-02#1', '2026-03-02#2']);
  });
});

describe('qf-approvals', () => {
  const decided = (rows: readonly Rows['approvals'][]) =>
    rows.map(({ token, version, decided }) => [token, version, decided]);

  it('holds a page for each mailed token, under its hash', () => {
    expect(given(planned, mailed('t1')).rows('approvals')).toEqual([
      {
        token: 't1',
        version: 2,
        quote_id: 'Q-1',
        kind: 'draft',
        about: 'd1',
        move: 'followup',
        created_at: '2026-03-02T01:01:00.000Z',
        expires_at: Date.parse('2026-03-09T01:00:00.000Z') / 1000,
      },
    ]);
  });

  it('settles every mailing of a draft at once, and opens them again when the approval is taken back', () => {
    const pages = given(mailed('t1'), mailed('t2'), mailed('t3', 'd2'), approved).rows('approvals');
    expect(decided(pages)).toEqual([
      ['t1', 4, 'approved'],
      ['t2', 4, 'approved'],
      ['t3', 3, undefined],
    ]);
    const back = given(mailed('t1'), approved, ['ApprovalCancelled', { draftId: 'd1' }]).rows('approvals');
    expect(decided(back)).toEqual([['t1', 3, undefined]]);
  });

  it.each<[string, Step]>([
    ['skipped', ['DraftSkipped', { draftId: 'd1' }]],
    ['voided', ['DraftVoided', { draftId: 'd1', reason: 'r', opens: true }]],
    ['lapsed', ['DraftLapsed', { draftId: 'd1', time: 1 }]],
    ['answered', ['AnsweredElsewhere', { draftId: 'd1' }]],
  ])('says that a draft was %s', (how, step) => {
    expect(decided(given(mailed('t1'), step).rows('approvals'))).toEqual([['t1', 2, how]]);
  });

  it('tells a page that is mailed later what was decided before', () => {
    expect(decided(given(mailed('t1'), approved, mailed('t2')).rows('approvals'))).toEqual([
      ['t1', 2, 'approved'],
      ['t2', 3, 'approved'],
    ]);
  });

  it.each<[string, string, string, Step]>([
    ['reply', 'm1', 'taken', ['ReplyTaken', { replyId: 'm1', pickUpAfter: null }]],
    ['reply-again', 'm1', 'dismissed', ['ReplyDismissed', { replyId: 'm1' }]],
    ['expired', '2026-03-09', 'extended', ['QuoteRevised', { facts, changed: ['expires'], sheet: null }]],
    ['unknown-send', 'd1', 'given-up', ['SendGivenUp', { draftId: 'd1', claim: 'c' }]],
    ['unsure', 'm9', 'assigned', ['ReplyReceived', { ...Object(received[1]), how: 'person' }]],
    ['rep-mail', 'm9', 'answered', ['AnsweredElsewhere', { draftId: null }]],
    ['cap', '1', 'resumed', ['ChainResumed', { from: '2026-04-01', automatic: false }]],
    ['reply', 'm1', 'won', closed],
  ])('settles the page of a notice (%s about %s): %s', (kind, about, how, step) => {
    const [page] = given(notice(kind, about, 't1'), step).rows('approvals');
    expect(page).toMatchObject({ kind: kind.startsWith('reply') ? 'reply' : kind, about, decided: how, version: 2 });
  });

  it('leaves what was decided when the quote is closed later', () => {
    const taken: Step = ['ReplyTaken', { replyId: 'm1', pickUpAfter: null }];
    const pages = given(notice('reply', 'm1', 't1'), notice('cap', '1', 't2'), taken, closed).rows('approvals');
    expect(decided(pages)).toEqual([
      ['t1', 3, 'taken'],
      ['t2', 4, 'won'],
    ]);
  });

  it('has no page for a mail without a token', () => {
    expect(given(notice('expired', 'x', null)).rows('approvals')).toEqual([]);
  });

  it('has pages for unmatched mail, proposals, reports and notes to the admin', () => {
    const asked: Step = [
      'MailUnmatched',
      { why: 'w', candidates: [], tokenHash: 't', recipientRef: 'r', expiresAt: '2026-03-09T01:00:00.000Z' },
    ];
    const dismissed: Step = ['MailDismissed', { why: 'w' }];
    expect(streamOf('~mail/abc', [asked, dismissed]).rows('approvals')).toMatchObject([
      { kind: 'mail', about: 'abc', quote_id: '~mail/abc', decided: 'dismissed', version: 2 },
    ]);
    const proposed: Step = [
      'ProposalMailed',
      { mailing: 1, tokenHash: 't', recipientRef: 'r', expiresAt: '2026-03-09T01:00:00.000Z' },
    ];
    expect(streamOf('~proposal/p1', [proposed]).rows('approvals')).toMatchObject([{ kind: 'proposal', about: 'p1' }]);
    const report: Step = [
      'ReportSent',
      { report: 'digest', date: '2026-03-02', recipientRef: 'r', bodyKey: 'b', tokenHash: 't', expiresAt: null },
    ];
    expect(streamOf('~period/digest/2026-03-02/r', [report]).rows('approvals')).toMatchObject([
      { kind: 'report', about: 'digest/2026-03-02', expires_at: 253_402_300_799 },
    ]);
    const note: Step = [
      'AdminNotified',
      { about: 'rows', key: 'v1', tokenHash: 't', recipientRef: 'r', expiresAt: null },
    ];
    expect(streamOf('~system', [note]).rows('approvals')).toMatchObject([{ kind: 'admin', about: 'rows/v1' }]);
    const claimed: Step = [
      'ReportClaimed',
      {
        report: 'digest',
        date: '2026-03-02',
        recipientRef: 'r',
        tokenHash: 't',
        expiresAt: '2026-03-09T01:00:00.999Z',
      },
    ];
    expect(streamOf('~period/digest/2026-03-02/r', [claimed]).rows('approvals')).toMatchObject([
      { kind: 'report', about: 'digest/2026-03-02', expires_at: Date.parse('2026-03-09T01:00:00.000Z') / 1000 },
    ]);
  });

  it('names the move on the page of its own draft only', () => {
    const pages = given(planned, mailed('t1'), mailed('t2', 'd9'), notice('reply', 'd1', 't3')).rows('approvals');
    expect(pages.map(page => 'move' in page && page.move)).toEqual(['followup', false, false]);
  });
});
