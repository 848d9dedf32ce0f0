import type { PastQuoteEvent } from '../../events/quote-events.ts';
import { capital, listed } from '../../letters/words/counted.ts';
import { holdWords } from '../../letters/words/hold-words.ts';
import { labelWords } from '../../letters/words/label-words.ts';
import { moveName } from '../../letters/words/move-name.ts';
import { duration, exactMoment, longDate } from '../../letters/words/when.ts';

/** What an event says beyond its before and after; null where that is all. */
export const eventNote = (event: PastQuoteEvent, zone: string): string | null => {
  switch (event.type) {
    case 'QuoteListed':
      return `Read from sheet ${event.data.sheet}.`;
    case 'QuoteRevised':
      return `Changed: ${listed(event.data.changed)}.`;
    case 'QuoteHeld':
      return sentences(holdWords(event.data.reason), event.data.note);
    case 'HoldEnded':
      return sentences(`no longer: ${holdWords(event.data.reason)}`);
    case 'QuoteClosed':
      return sentences(`${event.data.outcome}, ${SOURCES[event.data.source]}`, event.data.note);
    case 'QuoteReopened':
      return sentences(SOURCES[event.data.source]);
    case 'QuoteExpired':
      return `It was good until ${longDate(event.data.expires)}.`;
    case 'MovePlanned':
      return planWords(event.data);
    case 'DraftWritten':
      return event.data.source === 'template'
        ? sentences('from the template', event.data.why)
        : writtenBy(event.data.model);
    case 'DraftMailed':
      return `If approved at once it leaves ${exactMoment(event.data.projectedSendAt, zone)}.`;
    case 'DraftApproved':
      return event.data.secondsAfterMailing === null
        ? null
        : `${capital(duration(event.data.secondsAfterMailing))} after it was mailed.`;
    case 'DraftVoided':
      return sentences(event.data.reason, event.data.opens ? 'its step is open again' : null);
    case 'DraftLapsed':
      return event.data.time === 1 ? 'Its step is offered once more.' : 'It counts as left out.';
    case 'SendDeferred':
    case 'ClaimReturned':
      return sentences(event.data.reason, `until ${exactMoment(event.data.until, zone)}`);
    case 'NudgeSent':
      return HOW_KNOWN[event.data.how];
    case 'SendRefused':
      return sentences(event.data.reason);
    case 'CapReached':
      return `${event.data.nudges} were sent.`;
    case 'ReplyReceived':
      return replyWords(event.data);
    case 'ReplyLabelled':
      return sentences(labelWords(event.data.label, dateWords(event.data.deferUntil)), event.data.why);
    case 'ReplyTaken':
      return event.data.pickUpAfter === null
        ? null
        : `Picked up again from ${longDate(event.data.pickUpAfter)} if quiet.`;
    case 'ChainResumed':
      return `From ${longDate(event.data.from)}${event.data.automatic ? ', because it stayed quiet' : ''}.`;
    case 'NoticeMailed':
      return `About: ${event.data.notice.replaceAll('-', ' ')}.`;
    case 'OriginalKept':
      return event.data.pdfKey === null
        ? 'Nudges are threaded under it.'
        : 'Nudges are threaded under it; its PDF goes along where there is no link.';
    case 'RowWriteFailed':
    case 'RowWrittenBack':
      return event.data.problem === null ? null : sentences(event.data.problem);
    case 'QuoteRenumbered':
      return `Its row has the number ${event.data.to} now.`;
    case 'ChainCarriedOver':
      return `It was ${event.data.from}: what happened there happened here.`;
    case 'DraftEdited':
    case 'ApprovalCancelled':
    case 'DraftSkipped':
    case 'SendClaimed':
    case 'SendUnknown':
    case 'SendGivenUp':
    case 'ReplyDismissed':
    case 'AnsweredElsewhere':
    case 'LetterSent':
      return null;
  }
};

/** `without-account`: no model is set up, the voice doc's own words were filled in. */
const writtenBy = (model: string | null): string =>
  model === null || model === 'without-account'
    ? 'From the voice doc’s template: no model is set up.'
    : `Written by the model ${model}.`;

const SOURCES = {
  row: 'the sheet says so',
  'closed-sheet': 'the closed sheet says so',
  rep: 'a person said so',
} as const;

const HOW_KNOWN = {
  send: null,
  'delivery-event': 'The mail service told of it later.',
  rep: 'A person said that it arrived.',
} as const;

const FOUND_BY = {
  'plus-address': 'recognised by the signed address it went to',
  'message-id': 'recognised by the mail it answers',
  'subject-tag': 'recognised by the signed tag in its subject',
  sender: 'recognised by who sent it',
  person: 'assigned by a person',
  none: 'not recognised',
} as const;

type DataOf<T extends PastQuoteEvent['type']> = Extract<PastQuoteEvent, { type: T }>['data'];

const planWords = ({ move, stepIndex, tier, daysSinceSent, versions }: DataOf<'MovePlanned'>): string =>
  `${capital(moveName(move))}, step ${stepIndex}, ${daysSinceSent} days after sending, ${tier} tier. Decided by sheet ${versions.sheet}, rules ${versions.rules}, voice ${versions.voice}, config ${versions.config}, code ${versions.code}.`;

const replyWords = ({ how, fromContact, authenticated, leaving }: DataOf<'ReplyReceived'>): string =>
  sentences(
    FOUND_BY[how],
    fromContact ? null : 'it came from another address than the contact’s',
    authenticated ? null : 'the sender could not be checked',
    leaving ? 'a nudge was already leaving' : null,
  );

const dateWords = (day: string | null): string | null => (day === null ? null : longDate(day));

/** Phrases as sentences; nulls are left out. */
const sentences = (...phrases: readonly (string | null)[]): string =>
  phrases
    .filter(phrase => phrase !== null && phrase !== '')
    .map(phrase => `${capital(phrase ?? '').replace(/[.!?]$/, '')}.`)
    .join(' ');
