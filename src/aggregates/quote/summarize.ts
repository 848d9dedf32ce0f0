import type { RecordedQuoteEvent } from '../../events/quote-events.ts';
import { formatMoney } from '../../kernel/money.ts';
import { type ClosedDraft, type Draft, type QuoteState, stepKey } from './state.ts';

type Of<T extends RecordedQuoteEvent['type']> = Extract<RecordedQuoteEvent, { type: T }>;

/**
 * What an event changed, in a few words for an auditor; asked of the state before and of the state after it, the
 * event saying where to look. Addresses, names and texts are not in it: they are pointed to by the event that holds
 * them. Instants are UTC.
 */
export const displayQuote = (state: QuoteState, event: RecordedQuoteEvent): string => {
  switch (event.type) {
    case 'QuoteListed':
      return listed(state);
    case 'QuoteRevised':
      return revised(state, event);
    case 'MovePlanned':
    case 'DraftWritten':
    case 'DraftMailed':
    case 'DraftEdited':
    case 'DraftApproved':
    case 'ApprovalCancelled':
    case 'DraftSkipped':
    case 'DraftVoided':
    case 'DraftLapsed':
    case 'SendDeferred':
    case 'SendClaimed':
    case 'ClaimReturned':
    case 'SendRefused':
    case 'SendUnknown':
    case 'SendGivenUp':
      return draftOf(state, event.data.draftId);
    case 'NudgeSent':
      return `${draftOf(state, event.data.draftId)}; ${nudges(state)}`;
    case 'ReplyReceived':
    case 'ReplyLabelled':
    case 'ReplyTaken':
    case 'ReplyDismissed':
      return `${reply(state, event.data.replyId)}; ${standing(state)}`;
    case 'CapReached':
      return `${nudges(state)}; the owner ${state.capTold ? 'is told' : 'is not told'}`;
    case 'NoticeMailed':
      return notice(state, event);
    case 'LetterSent':
      return `letter ${event.data.letter}: ${state.lettersSent.includes(event.data.letter) ? 'left' : 'not left'}`;
    case 'OriginalKept':
      return original(state);
    case 'RowWrittenBack':
    case 'RowWriteFailed':
      return writtenBack(state, event);
    case 'QuoteRenumbered':
      return state.renumberedTo === null ? 'its own number' : `now ${state.renumberedTo}`;
    case 'ChainCarriedOver':
      return `chain ${state.chain}, ${nudges(state)}; ${standing(state)}`;
    case 'QuoteHeld':
    case 'HoldEnded':
    case 'QuoteClosed':
    case 'QuoteReopened':
    case 'QuoteExpired':
    case 'AnsweredElsewhere':
    case 'ChainResumed':
      return standing(state);
  }
};

const listed = ({ facts }: QuoteState): string =>
  facts ? `${formatMoney(facts)}, sent ${facts.sent}, expires ${facts.expires ?? 'never'}` : 'not listed';

/** Only the fields that the revision names, and the chain where one is started. */
const revised = (state: QuoteState, { data }: Of<'QuoteRevised'>): string => {
  const fields = [...new Set(data.changed.map(field => fact(state, field)))];
  return [...fields, `chain ${state.chain}`].join(', ');
};

const fact = (state: QuoteState, field: string): string => {
  const { facts } = state;
  if (!facts) return 'not listed';
  switch (field) {
    case 'minor':
    case 'currency':
      return `amount ${formatMoney(facts)}`;
    case 'sent':
      return `sent ${facts.sent}`;
    case 'expires':
      return `expires ${facts.expires ?? 'never'}`;
    case 'number':
      return `number ${facts.number}`;
    case 'team':
      return `team ${facts.team ?? 'none'}`;
    case 'override':
      return `cadence ${cadence(facts.override)}`;
    case 'contactRef':
      return `contact of event ${state.factsVersion}`;
    default:
      return `${field} of event ${state.factsVersion}`;
  }
};

const cadence = (override: NonNullable<QuoteState['facts']>['override']): string => {
  if (override === null) return "the tier's";
  if (override.kind === 'off') return 'off';
  const { nudgeDays, lastCallDays } = override;
  if (lastCallDays === 'tier') return nudgeDays.join('/');
  return `${nudgeDays.join('/')} ${lastCallDays === null ? 'no last call' : `last ${lastCallDays}`}`;
};

const draftOf = (state: QuoteState, draftId: string): string => {
  if (state.draft?.id === draftId) return `${step(state.draft)}: ${stage(state, state.draft)}`;
  const settled = state.closedDrafts.findLast(({ id }) => id === draftId);
  return settled ? `${step(settled)}: ${outcome(settled)}` : 'no draft';
};

const step = ({ stepIndex, move }: Pick<Draft, 'stepIndex' | 'move'>): string => `step ${stepIndex} ${move}`;

const stage = (state: QuoteState, draft: Draft): string => {
  switch (draft.status) {
    case 'planned':
      return state.lapses[stepKey(draft.stepDay)] === undefined ? 'planned' : 'planned once more';
    case 'written':
      return `written in event ${draft.textVersion}`;
    case 'mailed':
      return `mailed ${times(draft.mailings.length)}, text of event ${draft.textVersion}`;
    case 'approved':
      return `approved, ${draft.deferredSince === null ? '' : 'deferred, '}leaves after ${minute(draft.sendAfter)}`;
    case 'claimed':
      return 'leaving';
    case 'unknown':
      return 'left or not, unknown';
  }
};

/** The reason of a void is ours; a mail service's words (`550 no such user …`) may hold an address and stay in the data. */
const outcome = ({ how, reason }: ClosedDraft): string =>
  how === 'voided' && reason !== null ? `voided, ${reason}` : how;

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** `2026-03-09T01:02:00.000Z` → `2026-03-09 01:02Z`. */
const minute = (instant: string | null): string =>
  instant === null ? '?' : `${instant.slice(0, 16).replace('T', ' ')}Z`;

const nudges = ({ sentInChain }: QuoteState): string => `${sentInChain} sent in this chain`;

const reply = (state: QuoteState, replyId: string): string => {
  const found = state.replies.find(({ id }) => id === replyId);
  if (!found) return 'no such reply';
  const label = found.label ?? 'unread';
  const taken = found.taken ? ', taken' : '';
  const again = found.pickUpAfter === null ? '' : `, to be picked up from ${found.pickUpAfter}`;
  return `reply ${found.dismissed ? 'dismissed' : `${label}${taken}${again}`}`;
};

const holds = ({ holds: reasons, holdUntil }: QuoteState): string =>
  reasons.map(reason => (reason === 'rep' && holdUntil !== null ? `rep until ${holdUntil}` : reason)).join(', ');

/** Whatever rests the chain, else `open`. */
const standing = (state: QuoteState): string => {
  const rests = [
    ...(state.closed === null ? [] : [`closed ${state.closed}`]),
    ...(state.holds.length === 0 ? [] : [`on hold (${holds(state)})`]),
    ...(state.expired ? [`expired ${state.expiredOn ?? ''}`.trim()] : []),
    ...(state.answered === null ? [] : ['answered']),
    ...(state.unlabelled === 0 ? [] : [`${state.unlabelled} unread`]),
    ...(state.deferUntil === null ? [] : [`rests until ${state.deferUntil}`]),
  ];
  return rests.length === 0 ? 'open' : rests.join(', ');
};

const notice = (state: QuoteState, { data }: Of<'NoticeMailed'>): string => {
  const same = state.notices.filter(known => known.notice === data.notice && known.about === data.about);
  return same.length === 0 ? `notice ${data.notice}: none` : `notice ${data.notice}: mailed ${times(same.length)}`;
};

const original = ({ original: kept }: QuoteState): string => {
  if (kept === null) return 'original mail not known';
  const parts = [kept.messageId === null ? null : 'its id', kept.pdfKey === null ? null : 'its PDF'].filter(Boolean);
  return `original mail of proposal ${kept.proposalId}: ${parts.join(' and ')} kept`;
};

/** Of another cell than the status only the name is shown: a contact's address is nobody's to read here. */
const writtenBack = ({ unwritten }: QuoteState, { data }: Of<'RowWrittenBack'> | Of<'RowWriteFailed'>): string => {
  if (data.field !== 'status')
    return `${data.field}: ${data.problem === null ? 'in the sheet' : 'could not be written'}`;
  if (unwritten === null) return `status ${data.value}: in the sheet`;
  const failed = unwritten.failures === 0 ? '' : `, ${times(unwritten.failures)} in vain`;
  return `${unwritten.field} ${unwritten.value}: not in the sheet yet${failed}`;
};
