import * as t from 'io-ts';
import { defineEvent, type NewEventOf, nullable, type RecordedEventOf } from './event-type.ts';
import { at, day, draftId, hash, ref, replyId } from './scalars.ts';

export const Move = t.keyof({ first_nudge: null, followup: null, last_call: null });
export type Move = t.TypeOf<typeof Move>;
export const Outcome = t.keyof({ won: null, lost: null, withdrawn: null });
export type Outcome = t.TypeOf<typeof Outcome>;
export const Label = t.keyof({ accept: null, decline: null, question: null, 'out-of-office': null });
export type Label = t.TypeOf<typeof Label>;

const OverrideC = t.union([
  t.type({ kind: t.literal('off') }),
  /** `lastCallDays` is a number, null for none, or the word `tier` for the tier's own. */
  t.type({
    kind: t.literal('days'),
    nudgeDays: t.array(t.number),
    lastCallDays: t.union([t.number, t.null, t.literal('tier')]),
  }),
]);

/** The row's facts without the personal ones: what deciding needs. */
export const Facts = t.type({
  number: t.string,
  contactRef: ref,
  /** HMAC of the part after @, lower-case. */
  domainRef: ref,
  minor: t.number,
  currency: t.string,
  sent: day,
  expires: nullable(day),
  owner: nullable(t.string),
  team: nullable(t.string),
  override: nullable(OverrideC),
  /** Hash of number, customer, contact, amount, currency, dates and link: what a draft states. */
  factsHash: hash,
});
export type Facts = t.TypeOf<typeof Facts>;
export const PersonalFacts = t.type({ customer: t.string, contact: t.string, pdfLink: nullable(t.string) });
export type PersonalFacts = t.TypeOf<typeof PersonalFacts>;

/** Why a quote is on hold. Each source is ended on its own; the chain rests while any stands. */
export const HoldReason = t.keyof({
  status: null,
  vanished: null,
  'refused-row': null,
  rep: null,
  'unsure-reply': null,
  'rep-mail': null,
  'first-sync': null,
  'bad-address': null,
  renumbering: null,
});
export type HoldReason = t.TypeOf<typeof HoldReason>;

/** Which versions a decision read: content hashes or version ids. */
export const Versions = t.type({ sheet: t.string, rules: t.string, voice: t.string, config: t.string, code: t.string });
export type Versions = t.TypeOf<typeof Versions>;

/**
 * The version of the sheet that was read, on every event that follows the sheet: readings are ordered by it. Absent on
 * what a person decided here, and on events from before readings had versions, which count as the oldest.
 */
const FromSheet = t.partial({ sheetVersion: t.number });

export const QuoteListed = defineEvent(
  'QuoteListed',
  t.intersection([t.type({ facts: Facts, sheet: t.string }), FromSheet]),
  PersonalFacts,
);
export const QuoteRevised = defineEvent(
  'QuoteRevised',
  t.intersection([t.type({ facts: Facts, changed: t.array(t.string), sheet: nullable(t.string) }), FromSheet]),
  PersonalFacts,
);
/** `until`: the day on which a rep's hold ends by itself; null: somebody has to end it. */
export const QuoteHeld = defineEvent(
  'QuoteHeld',
  t.intersection([
    t.type({ reason: HoldReason, note: nullable(t.string), cause: nullable(t.string), until: nullable(day) }),
    FromSheet,
  ]),
  t.null,
  2,
);
/** `automatic`: the day came that a rep had named as its end. */
export const HoldEnded = defineEvent(
  'HoldEnded',
  t.intersection([t.type({ reason: HoldReason, automatic: t.boolean }), FromSheet]),
  t.null,
  2,
);
export const QuoteClosed = defineEvent(
  'QuoteClosed',
  t.intersection([
    t.type({
      outcome: Outcome,
      source: t.keyof({ row: null, 'closed-sheet': null, rep: null }),
      day: nullable(day),
      note: nullable(t.string),
    }),
    FromSheet,
  ]),
);
export const QuoteReopened = defineEvent(
  'QuoteReopened',
  t.intersection([t.type({ source: t.keyof({ row: null, rep: null }) }), FromSheet]),
);
export const QuoteExpired = defineEvent('QuoteExpired', t.type({ expires: day, checked: day }));

/** The daily check offers a step. Appended once; the draft, its mail and its send follow from it. */
export const MovePlanned = defineEvent(
  'MovePlanned',
  t.type({
    draftId,
    move: Move,
    stepIndex: t.number,
    /** Days since sending the step stands for; null for the last call. */
    stepDay: nullable(t.number),
    /** The latest earlier nudge day that this offer makes superfluous. */
    supersedes: nullable(t.number),
    chain: t.number,
    checked: day,
    owner: t.string,
    ownerFrom: t.keyof({ row: null, team: null, admin: null }),
    tier: t.string,
    daysSinceSent: t.number,
    daysToExpiry: nullable(t.number),
    factsHash: hash,
    versions: Versions,
  }),
);
export const DraftWritten = defineEvent(
  'DraftWritten',
  t.type({
    draftId,
    textHash: hash,
    source: t.keyof({ model: null, template: null }),
    model: nullable(t.string),
    why: nullable(t.string),
  }),
  t.type({ subject: t.string, text: t.string }),
);
/** Written before the mail leaves. Any mailing's token settles the draft. */
export const DraftMailed = defineEvent(
  'DraftMailed',
  t.intersection([
    t.type({
      draftId,
      mailing: t.number,
      kind: t.keyof({ first: null, again: null, admin: null, cover: null }),
      tokenHash: hash,
      recipientRef: ref,
      pageHash: hash,
      projectedSendAt: at,
      expiresAt: at,
    }),
    /** The local date whose one mail carries it; absent: it has a letter of its own. */
    t.partial({ dayMail: day }),
  ]),
  t.type({ to: t.string }),
);
export const DraftEdited = defineEvent(
  'DraftEdited',
  t.type({ draftId, textHash: hash }),
  t.type({ subject: t.string, text: t.string }),
);
export const DraftApproved = defineEvent(
  'DraftApproved',
  t.type({
    draftId,
    textHash: hash,
    seenHash: hash,
    sendAfter: at,
    tokenHash: nullable(hash),
    secondsAfterMailing: nullable(t.number),
  }),
  t.type({ address: t.string, agent: t.string }),
);
export const ApprovalCancelled = defineEvent('ApprovalCancelled', t.type({ draftId }));
export const DraftSkipped = defineEvent('DraftSkipped', t.type({ draftId }));
/** `opens`: the step may be offered again. */
export const DraftVoided = defineEvent('DraftVoided', t.type({ draftId, reason: t.string, opens: t.boolean }));
/** The first lapse of a step opens it once more; the second counts as skipped. */
export const DraftLapsed = defineEvent('DraftLapsed', t.type({ draftId, time: t.number }));
export const SendDeferred = defineEvent('SendDeferred', t.type({ draftId, until: at, reason: t.string }));
export const SendClaimed = defineEvent('SendClaimed', t.type({ draftId, claim: t.string, day }));
/** A definite "not now" by the mail service: the claim is given back and tried again. */
export const ClaimReturned = defineEvent(
  'ClaimReturned',
  t.type({ draftId, claim: t.string, reason: t.string, until: at }),
);
export const NudgeSent = defineEvent(
  'NudgeSent',
  t.type({
    draftId,
    claim: t.string,
    stepIndex: t.number,
    move: Move,
    day,
    recipientRef: ref,
    /** Local part of the id the mail service gave, without angle brackets and host. */
    messageId: t.string,
    via: t.literal('email'),
    /** Who found out: the send itself, a later delivery event, or a rep. */
    how: t.keyof({ send: null, 'delivery-event': null, rep: null }),
  }),
);
export const SendRefused = defineEvent('SendRefused', t.type({ draftId, claim: t.string, reason: t.string }));
export const SendUnknown = defineEvent('SendUnknown', t.type({ draftId, claim: t.string }));
/** A rep says that an unknown send never arrived and asks for it again: the step opens. */
export const SendGivenUp = defineEvent('SendGivenUp', t.type({ draftId, claim: t.string }));
export const CapReached = defineEvent('CapReached', t.type({ chain: t.number, nudges: t.number, checked: day }));

export const How = t.keyof({
  'plus-address': null,
  'message-id': null,
  'subject-tag': null,
  sender: null,
  person: null,
  none: null,
});
/** A message of the customer's side is in the store; the chain rests from here on. `replyId` is the mail's id. */
export const ReplyReceived = defineEvent(
  'ReplyReceived',
  t.type({
    replyId,
    how: How,
    senderRef: ref,
    fromContact: t.boolean,
    authenticated: t.boolean,
    day,
    bodyKey: t.string,
    leaving: t.boolean,
  }),
  t.type({ from: t.string, subject: t.string }),
);
export const ReplyLabelled = defineEvent(
  'ReplyLabelled',
  t.type({
    replyId,
    label: Label,
    by: t.keyof({ model: null, words: null, headers: null, failure: null, person: null }),
    model: nullable(t.string),
    deferUntil: nullable(day),
    /** A date the customer named to be asked again; offered to the rep, never acted upon. */
    resumeOffer: nullable(day),
    why: t.string,
  }),
);
export const ReplyTaken = defineEvent('ReplyTaken', t.type({ replyId, pickUpAfter: nullable(day) }));
export const ReplyDismissed = defineEvent('ReplyDismissed', t.type({ replyId }));
/** The rep says the customer answered by another road. */
export const AnsweredElsewhere = defineEvent('AnsweredElsewhere', t.type({ draftId: nullable(draftId) }));
export const ChainResumed = defineEvent('ChainResumed', t.type({ from: day, automatic: t.boolean }));

export const NoticeKind = t.keyof({
  expired: null,
  cap: null,
  reply: null,
  'reply-again': null,
  'reply-admin': null,
  'bad-address': null,
  'unknown-send': null,
  refused: null,
  unsure: null,
  'rep-mail': null,
  hold: null,
  'row-write': null,
});
export type NoticeKind = t.TypeOf<typeof NoticeKind>;
/** A mail about a quote to a rep or the admin, other than an approval. `subject`: the reply, draft or day it is about. */
export const NoticeMailed = defineEvent(
  'NoticeMailed',
  t.intersection([
    t.type({
      notice: NoticeKind,
      about: t.string,
      tokenHash: nullable(hash),
      recipientRef: ref,
      mailing: t.number,
      expiresAt: at,
    }),
    /** The local date whose one mail carries it; absent: it has a letter of its own. */
    t.partial({ dayMail: day }),
  ]),
  t.type({ to: t.string }),
);
/**
 * A letter to a rep or the admin left. Its token's hash was recorded before, so a letter without this event is made
 * and sent again. `letter`: `draft/<id>/<mailing>` or `notice/<kind>/<about>/<mailing>`.
 */
export const LetterSent = defineEvent('LetterSent', t.type({ letter: t.string, messageId: t.string }));
/**
 * What a person gave here stands in the sheet now. `problem` is null; in older logs it says why the write failed, which
 * is `RowWriteFailed` today.
 */
export const RowWrittenBack = defineEvent(
  'RowWrittenBack',
  t.intersection([
    t.type({ field: t.string, value: t.string, problem: nullable(t.string) }),
    /**
     * `mark`: of a value that a person gave, itself or its reference: given again it is known. `sheetVersion`: asked for
     * after the write, before the cell was looked at again: a reading that is not newer may still hold what was replaced.
     */
    t.partial({ mark: t.string, sheetVersion: t.number }),
  ]),
);
/** What a person gave here could not be written into the sheet. Their decision stands, and it is tried again. */
export const RowWriteFailed = defineEvent(
  'RowWriteFailed',
  t.type({ field: t.string, value: t.string, problem: t.string }),
);
/** The mail that the quote went out with is known: nudges are threaded under it, and its PDF goes along where there is no link. */
export const OriginalKept = defineEvent(
  'OriginalKept',
  t.type({ proposalId: t.string, messageId: nullable(t.string), pdfKey: nullable(t.string) }),
);

/**
 * The sheet lists this quote under another number now, says a person: what still comes about it is that one's. `to`: the
 * other's stream.
 */
export const QuoteRenumbered = defineEvent('QuoteRenumbered', t.type({ to: t.string }));
/** What happened under an earlier number, `from`, happened to this quote. */
export const ChainCarriedOver = defineEvent(
  'ChainCarriedOver',
  t.type({
    from: t.string,
    chain: t.type({
      chain: t.number,
      chainBase: t.number,
      used: t.number,
      offered: t.record(t.string, t.number),
      lapses: t.record(t.string, t.number),
      offers: t.number,
      lastOffered: nullable(day),
      dealtDay: t.number,
      lastCallDealt: t.boolean,
      capTold: t.boolean,
    }),
    sent: t.type({
      sentInChain: t.number,
      lastNudge: nullable(day),
      everSent: t.boolean,
      nudges: t.array(t.type({ stepIndex: t.number, move: Move, day, draftId, messageId: t.string })),
    }),
    rests: t.type({
      answered: t.boolean,
      expiredOn: nullable(day),
      deferUntil: nullable(day),
      byRep: t.boolean,
      repUntil: nullable(day),
      firstSync: t.boolean,
    }),
    original: nullable(t.type({ proposalId: t.string, messageId: nullable(t.string), pdfKey: nullable(t.string) })),
  }),
);

export const quoteEventTypes = [
  QuoteListed,
  QuoteRevised,
  QuoteHeld,
  HoldEnded,
  QuoteClosed,
  QuoteReopened,
  QuoteExpired,
  MovePlanned,
  DraftWritten,
  DraftMailed,
  DraftEdited,
  DraftApproved,
  ApprovalCancelled,
  DraftSkipped,
  DraftVoided,
  DraftLapsed,
  SendDeferred,
  SendClaimed,
  ClaimReturned,
  NudgeSent,
  SendRefused,
  SendUnknown,
  SendGivenUp,
  CapReached,
  ReplyReceived,
  ReplyLabelled,
  ReplyTaken,
  ReplyDismissed,
  AnsweredElsewhere,
  ChainResumed,
  NoticeMailed,
  LetterSent,
  RowWrittenBack,
  RowWriteFailed,
  OriginalKept,
  QuoteRenumbered,
  ChainCarriedOver,
] as const;

export type QuoteEventType = (typeof quoteEventTypes)[number];
type HappenedOfEach<T> = T extends QuoteEventType ? NewEventOf<T> : never;
type PastOfEach<T> = T extends QuoteEventType ? RecordedEventOf<T> : never;
/** What a decision about a quote gives. */
export type QuoteEvent = HappenedOfEach<QuoteEventType>;
/** What a quote's fold reads. */
export type RecordedQuoteEvent = PastOfEach<QuoteEventType>;
