import { bounce, complain, lift, standingOf, stop, takeDay } from '../../src/aggregates/contact.ts';
import * as drafts from '../../src/aggregates/quote/draft.ts';
import * as holds from '../../src/aggregates/quote/hold.ts';
import { applyListing, type Listing, recordOriginalMail } from '../../src/aggregates/quote/listing.ts';
import * as outcomes from '../../src/aggregates/quote/outcome.ts';
import * as replies from '../../src/aggregates/quote/reply.ts';
import { restoreSend } from '../../src/aggregates/quote/restore-send.ts';
import * as sends from '../../src/aggregates/quote/send.ts';
import type { QuoteState } from '../../src/aggregates/quote/state.ts';
import { type Due, whatIsDue } from '../../src/cadence/due.ts';
import type { Facts, HoldReason, Label } from '../../src/events/quote-events.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import { type Act, aboutContact, all, dateOf, decided, on, REP, type Scene } from './scene.ts';

// The sheet.

const factsOf = (part: Partial<Facts>): Facts => {
  const facts = {
    number: 'Q-1',
    contactRef: 'c1',
    domainRef: 'd1',
    minor: 120_000,
    currency: 'SGD',
    sent: '2026-03-02',
    expires: '2026-04-01',
    owner: null,
    team: null,
    override: null,
    ...part,
  };
  const { number, contactRef, minor, currency, sent, expires } = facts;
  return { ...facts, factsHash: JSON.stringify([number, contactRef, minor, currency, sent, expires]) };
};

const personal = { customer: '', contact: '', pdfLink: null };

/** A sync reads the sheet and follows it until there is nothing left to follow. Sheets are numbered by the clock here. */
export const synced =
  (listing: Listing): Act =>
  scene => {
    let now = scene;
    let happened = 0;
    do {
      now = decided(({ quote }) => applyListing(quote, listing, { sheet: '', version: scene.now.getTime() }))(now);
      happened += now.happened;
    } while (now.happened > 0 && happened < 20);
    return { ...now, happened };
  };

type RowStatus = Extract<Listing, { kind: 'row' }>['status'];

export const listed = (part: Partial<Facts> = {}, status: RowStatus = 'open'): Act =>
  synced({ kind: 'row', facts: factsOf(part), personal, status, statusAsWritten: null });

/** The row as it stands, with some cells changed. */
export const revised =
  (part: Partial<Facts>, status: RowStatus = 'open'): Act =>
  scene =>
    listed({ ...scene.quote.facts, ...part }, status)(scene);

export const setTo =
  (status: RowStatus): Act =>
  scene =>
    revised({}, status)(scene);

export const refusedRow = synced({ kind: 'refused', note: '' });
export const vanished = synced({ kind: 'vanished' });
export const movedToClosedSheet = (outcome: 'won' | 'lost' | 'withdrawn'): Act =>
  synced({ kind: 'closed-sheet', outcome, day: null });
export const writtenBack = decided(({ quote, now }) =>
  replies.writeBack(quote, { value: quote.unwritten?.value ?? 'won', sheetVersion: now.getTime() }),
);
/** The row could not be written. */
export const writeFailed = decided(({ quote }) =>
  replies.failWriteBack(quote, { value: quote.unwritten?.value ?? 'won', problem: 'the sheet is locked' }),
);

// The day's check, the draft and its approval.

export const dueOf = (scene: Scene): Due =>
  whatIsDue(scene.quote, standingOf(scene.contact), scene.setting.cadence, scene.setting, dateOf(scene));

const plan: Act = scene => {
  const due = dueOf(scene);
  if (due.kind === 'expire')
    return decided(({ quote }) => outcomes.expireQuote(quote, { checked: dateOf(scene) }))(scene);
  if (due.kind === 'overtaken') return all(voided(), plan)(scene);
  if (due.kind === 'rest') {
    const capped = due.reason === 'cap-reached';
    return capped
      ? decided(({ quote }) => outcomes.reachCap(quote, { checked: dateOf(scene) }))(scene)
      : { ...scene, happened: 0 };
  }
  return decided(({ quote }) =>
    drafts.planMove(quote, {
      offer: due.offer,
      checked: dateOf(scene),
      owner: 'priya@harbourline.example',
      ownerFrom: 'row',
      tier: 'standard',
      daysSinceSent: 0,
      daysToExpiry: null,
      versions: { sheet: '', rules: '', voice: '', config: '', code: '' },
    }),
  )(scene);
};

/** The daily check of a date: it closes out, voids what is overtaken, tells of the cap, or offers a step. */
/** The mail that the quote went out with, as a proposal brought it. */
export const originalKept = (part: Partial<NonNullable<QuoteState['original']>> = {}): Act =>
  decided(({ quote }) =>
    recordOriginalMail(quote, { proposalId: 'p1', messageId: 'a@b.example', pdfKey: 'p1/1.pdf', ...part }),
  );

export const checked = (date: LocalDate): Act => all(on(date), plan);

const draftId = ({ quote }: Scene): string => quote.draft?.id ?? quote.closedDrafts.at(-1)?.id ?? 'd0';

export const written = decided(scene =>
  drafts.writeDraft(
    scene.quote,
    { draftId: draftId(scene), textHash: `text of ${draftId(scene)}`, source: 'template', model: null, why: null },
    { subject: '', text: '' },
  ),
);

export const mailed = (mailing = 1): Act =>
  decided(scene =>
    drafts.mailDraft(
      scene.quote,
      {
        draftId: draftId(scene),
        mailing,
        kind: mailing === 1 ? 'first' : 'again',
        tokenHash: `token ${mailing}`,
        recipientRef: 'r1',
        pageHash: '',
        projectedSendAt: scene.now.toISOString(),
        expiresAt: new Date(scene.now.getTime() + drafts.DRAFT_LIFE_MS).toISOString(),
      },
      { to: '' },
    ),
  );

/** The check of a date offers a step, and the draft is in the owner's inbox. */
export const offered = (date: LocalDate): Act => all(checked(date), written, mailed());

export const edited = (textHash: string, basedOn?: string): Act =>
  decided(scene =>
    drafts.editDraft(
      scene.quote,
      { draftId: draftId(scene), textHash, basedOn: basedOn ?? scene.quote.draft?.textHash ?? '' },
      { subject: '', text: '' },
    ),
  );

export const approved = (textHash?: string): Act =>
  decided(
    scene =>
      drafts.approveDraft(
        scene.quote,
        {
          draftId: draftId(scene),
          textHash: textHash ?? scene.quote.draft?.textHash ?? '',
          seenHash: '',
          sendAfter: new Date(scene.now.getTime() + drafts.APPROVAL_WAIT_MS).toISOString(),
          tokenHash: null,
          secondsAfterMailing: null,
        },
        { address: '', agent: '' },
      ),
    REP,
  );

export const cancelled = decided(scene => drafts.cancelApproval(scene.quote, { draftId: draftId(scene) }), REP);
export const skipped = decided(scene => drafts.skipDraft(scene.quote, { draftId: draftId(scene) }), REP);
export const lapsed = decided(({ quote, now }) => drafts.lapseDraft(quote, { now }));
export const voided = (opens = true): Act =>
  decided(scene => drafts.voidDraft(scene.quote, { draftId: draftId(scene), reason: 'test', opens }));

// The send.

export const gateOf = (scene: Scene): sends.Gate => {
  const { quote, contact, now, setting } = scene;
  const own = quote.facts?.factsHash ?? '';
  return sends.gate(quote, {
    now,
    policy: setting,
    contact: standingOf(contact),
    dayTakenBy: contact.days[dateOf(scene)] ?? null,
    quoteId: 'Q-1',
    rowFactsHash: setting.row === 'same' ? own : setting.row,
    rowStatus: setting.rowStatus,
    sheetVersion: setting.sheetVersion ?? quote.sheetVersion,
    rowOwner: setting.rowOwner === 'same' ? (quote.draft?.owner ?? '') : setting.rowOwner,
    mirrorAgeMs: setting.mirrorAgeMs,
    paused: setting.paused,
    forgotten: setting.forgotten,
    logChanged: setting.logChanged,
  });
};

/** The gates are asked; then the contact's day is taken and the send claimed, or put off, or the draft voided. */
export const attempted: Act = scene => {
  const id = draftId(scene);
  const answer = gateOf(scene);
  if (answer.kind === 'void') return voided()(scene);
  if (answer.kind === 'defer') {
    const { until, reason } = answer;
    return sends.deferredTooLong(scene.quote, until, scene.now)
      ? voided()(scene)
      : decided(({ quote }) => sends.deferSend(quote, { draftId: id, until, reason }))(scene);
  }
  const day = dateOf(scene);
  return all(
    aboutContact(({ contact }) => takeDay(contact, { date: day, quoteId: 'Q-1', draftId: id })),
    claimed,
  )(scene);
};

export const claimed = decided(scene =>
  sends.claimSend(scene.quote, { draftId: draftId(scene), claim: `claim of ${draftId(scene)}`, day: dateOf(scene) }),
);

export const sent = decided(scene => {
  const { quote } = scene;
  const id = draftId(scene);
  const step = quote.draft ?? quote.closedDrafts.at(-1);
  const day = claimDay(scene, id) ?? dateOf(scene);
  return sends.recordSent(quote, {
    draftId: id,
    claim: `claim of ${id}`,
    stepIndex: step?.stepIndex ?? 0,
    move: step?.move ?? 'followup',
    day,
    recipientRef: '',
    messageId: id,
    via: 'email',
    how: 'send',
  });
});

const claimDay = ({ events }: Scene, id: string): LocalDate | null => {
  const claim = events.findLast(event => event.type === 'SendClaimed' && event.data.draftId === id);
  return claim?.type === 'SendClaimed' ? claim.data.day : null;
};

/** A delivery report for the send that was given up last comes in, whatever became of it meanwhile. */
export const lateRecord = decided(scene => {
  const { quote } = scene;
  const send = quote.closedDrafts.findLast(({ how }) => how === 'given-up');
  return sends.recordSent(quote, {
    draftId: send?.id ?? '',
    claim: '',
    stepIndex: send?.stepIndex ?? 0,
    move: send?.move ?? 'followup',
    day: claimDay(scene, send?.id ?? '') ?? dateOf(scene),
    recipientRef: '',
    messageId: '',
    via: 'email',
    how: 'delivery-event',
  });
});

export const turnedAway = decided(scene =>
  sends.recordRefused(scene.quote, { draftId: draftId(scene), claim: `claim of ${draftId(scene)}`, reason: '550' }),
);
export const throttled = decided(scene =>
  sends.returnClaim(scene.quote, {
    draftId: draftId(scene),
    claim: `claim of ${draftId(scene)}`,
    reason: '',
    until: scene.now.toISOString(),
  }),
);
export const calledUnknown = decided(({ quote, now }) => sends.callUnknown(quote, { now }));
export const givenUp = decided(scene => sends.giveUpSend(scene.quote, { draftId: draftId(scene) }), REP);

/** The log is told of a send it forgot: of `step`, as the newest event that planned a step would have it. */
export const recalled = (send: {
  readonly stepIndex: number;
  readonly stepDay: number | null;
  readonly chain?: number;
}): Act =>
  decided(({ quote, ...scene }) =>
    restoreSend(quote, {
      claim: `d9.${send.stepIndex}`,
      day: '2026-03-05',
      planned: {
        draftId: 'd9',
        move: 'first_nudge',
        supersedes: null,
        chain: send.chain ?? quote.chain,
        stepIndex: send.stepIndex,
        stepDay: send.stepDay,
        checked: dateOf({ quote, ...scene }),
        owner: 'priya@harbourline.example',
        ownerFrom: 'row',
        tier: 'standard',
        daysSinceSent: 3,
        daysToExpiry: 27,
        factsHash: quote.facts?.factsHash ?? '',
        versions: { sheet: 's', rules: 'r', voice: 'v', config: 'c', code: 'k' },
      },
    }),
  );

/** Offered, approved and sent on one day. */
export const nudgedOn = (date: LocalDate): Act => all(offered(date), approved(), attempted, sent);

const NUDGE_DAYS: Readonly<Record<number, LocalDate>> = { 1: '2026-03-05', 2: '2026-03-09', 3: '2026-03-30' };

/** Step 1, 2 or 3 of the usual quote leaves on the day it is due. */
export const nudged = (step: 1 | 2 | 3): Act => nudgedOn(NUDGE_DAYS[step] ?? '');

// The customer's side, and what people make of it.

const replyId = (scene: Scene): string => `r${scene.quote.replies.length}`;

/** A message is in and not yet read; the next one, unless it has a name. */
export const replied =
  (id?: string): Act =>
  scene =>
    decided(({ quote }) =>
      replies.receiveReply(
        quote,
        {
          replyId: id ?? `r${quote.replies.length + 1}`,
          how: 'plus-address',
          senderRef: 'c1',
          fromContact: true,
          authenticated: true,
          day: dateOf(scene),
          bodyKey: '',
        },
        { from: '', subject: '' },
      ),
    )(scene);

export const labelled = (
  label: Label,
  { id, until = null, by = 'words' }: { id?: string; until?: LocalDate | null; by?: 'words' | 'person' } = {},
): Act =>
  decided(scene =>
    replies.labelReply(scene.quote, {
      replyId: id ?? replyId(scene),
      label,
      by,
      model: null,
      deferUntil: until,
      resumeOffer: null,
      why: '',
    }),
  );

export const answered = (label: Exclude<Label, 'out-of-office'>): Act => all(replied(), labelled(label));
export const away = (until: LocalDate): Act => all(replied(), labelled('out-of-office', { until }));
export const answeredElsewhere = decided(({ quote }) => drafts.answeredElsewhere(quote, null), REP);
export const taken = (id?: string, pickUpAfter: LocalDate | null = null): Act =>
  decided(scene => replies.takeReply(scene.quote, { replyId: id ?? replyId(scene), pickUpAfter }), REP);
export const dismissed = (id?: string): Act =>
  decided(scene => replies.dismissReply(scene.quote, { replyId: id ?? replyId(scene) }), REP);
export const resumed = (from: LocalDate): Act =>
  decided(({ quote }) => replies.resumeChain(quote, { from, automatic: false }), REP);
export const held = (reason: HoldReason = 'rep'): Act =>
  decided(({ quote }) => holds.holdQuote(quote, reason, null, null), REP);
export const holdEnded = (reason: HoldReason = 'rep'): Act => decided(({ quote }) => holds.endHold(quote, reason), REP);
export const closed = (outcome: 'won' | 'lost' | 'withdrawn'): Act =>
  decided(({ quote }) => outcomes.closeQuote(quote, { outcome, note: null }), REP);
export const reopened = decided(({ quote }) => outcomes.reopenQuote(quote), REP);

// The contact, over all its quotes.

export const bounced = (kind: 'hard' | 'soft', source = 'b1'): Act =>
  aboutContact(scene => bounce(scene.contact, { hard: kind === 'hard', day: dateOf(scene), source, status: null }));
export const complained = aboutContact(scene => complain(scene.contact, { day: dateOf(scene), source: 'c' }));
export const stopped = aboutContact(scene => stop(scene.contact, { day: dateOf(scene), source: 's' }));
export const lifted = aboutContact(({ contact }) => lift(contact, null));
export const dayTaken = (date: LocalDate, quoteId = 'Q-2'): Act =>
  aboutContact(({ contact }) => takeDay(contact, { date, quoteId, draftId: 'd1' }));
