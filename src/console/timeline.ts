import * as E from 'fp-ts/lib/Either.js';
import { quoteAggregate } from '../aggregates/quote/quote.ts';
import { type Unsealer, unsealer } from '../event-store/sealing.ts';
import { decodeKnown } from '../events/event-registry.ts';
import {
  DraftApproved,
  DraftMailed,
  NoticeMailed,
  type RecordedQuoteEvent,
  ReplyReceived,
} from '../events/quote-events.ts';
import type { StoredEvent } from '../events/stored-event.ts';
import { duration, exactMoment, longDate } from '../presentation/when.ts';
import { capital, holdWords, labelWords, listed, moveName } from '../presentation/wording.ts';
import type { Dependencies } from '../workflows/dependencies.ts';
import { draftTextAt } from '../workflows/quotes.ts';
import { passedMessage } from '../workflows/replies/message-view.ts';
import { maskTokens } from './mask-tokens.ts';
import type { TimelineItem } from './quote-page.ts';

/** What an event says beyond its before and after; null where that is all. */
export const eventNote = (event: RecordedQuoteEvent, zone: string): string | null => {
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

type DataOf<T extends RecordedQuoteEvent['type']> = Extract<RecordedQuoteEvent, { type: T }>['data'];

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

type TimelineWorld = Pick<Dependencies, 'keys' | 'objects' | 'mailReader' | 'clock' | 'readModels'>;

/** Every event of a quote, opened for whoever sits at this machine; what was erased says so. */
export const timelineOf = async (
  deps: TimelineWorld,
  stored: readonly StoredEvent[],
  zone: string,
): Promise<readonly TimelineItem[]> => {
  const open = unsealer(deps.keys);
  const items: TimelineItem[] = [];
  for (const event of stored) items.push(await itemOf(deps, open, stored, event, zone));
  return items;
};

const itemOf = async (
  deps: TimelineWorld,
  open: Unsealer,
  stored: readonly StoredEvent[],
  event: StoredEvent,
  zone: string,
): Promise<TimelineItem> => {
  const past = decodeKnown(event);
  const shown = {
    version: event.version,
    at: event.ts,
    action: event.action,
    by: event.by_user ?? event.by_system ?? '',
    before: event.before,
    after: event.after,
  };
  if (E.isLeft(past) || !quoteAggregate.isOwn(past.right))
    return { ...shown, note: 'This version of the program does not know this event.', letter: null, mailId: null };
  const known = past.right;
  const personal = await personalNote(open, event);
  const notes = [eventNote(known, zone), personal].filter(note => note !== null);
  return {
    ...shown,
    note: notes.length === 0 ? null : notes.join(' '),
    letter: await letterOf(deps, stored, event, known, personal === ERASED),
    mailId: mailOf(known),
  };
};

const ERASED = 'Who it was about is erased.';

const personalNote = async (open: Unsealer, event: StoredEvent): Promise<string | null> => {
  switch (event.action) {
    case DraftMailed.name: {
      const part = await open(DraftMailed, event);
      return part === 'erased' ? ERASED : `To ${part.to}.`;
    }
    case NoticeMailed.name: {
      const part = await open(NoticeMailed, event);
      return part === 'erased' ? ERASED : `To ${part.to}.`;
    }
    case DraftApproved.name: {
      const part = await open(DraftApproved, event);
      return part === 'erased' ? ERASED : `From ${part.address === '' ? 'an unknown address' : part.address}.`;
    }
    case ReplyReceived.name: {
      const part = await open(ReplyReceived, event);
      return part === 'erased' ? ERASED : `From ${part.from}.`;
    }
    default:
      return null;
  }
};

const letterOf = async (
  deps: TimelineWorld,
  stored: readonly StoredEvent[],
  event: StoredEvent,
  past: RecordedQuoteEvent,
  erased: boolean,
): Promise<TimelineItem['letter']> => {
  switch (past.type) {
    case 'DraftWritten':
    case 'DraftEdited':
      return textAt(deps, stored, event.version, 'The text');
    case 'NudgeSent':
      return textAt(deps, stored, textVersionOf(stored, past.data.draftId), 'The text that left');
    case 'ReplyReceived': {
      if (erased) return erasedLetter('What they wrote');
      const { view } = await passedMessage(deps, past.data.bodyKey, past.ts);
      return { title: 'What they wrote', subject: maskTokens(view.subject), text: maskTokens(view.text) };
    }
    default:
      return null;
  }
};

/** Version of the newest text of a draft. */
const textVersionOf = (stored: readonly StoredEvent[], draftId: string): number | null =>
  stored.findLast(
    ({ action, data }) =>
      (action === 'DraftWritten' || action === 'DraftEdited') &&
      typeof data === 'object' &&
      data !== null &&
      'draftId' in data &&
      data.draftId === draftId,
  )?.version ?? null;

const textAt = async (
  deps: Pick<Dependencies, 'keys'>,
  stored: readonly StoredEvent[],
  version: number | null,
  title: string,
): Promise<TimelineItem['letter']> => {
  const text = await draftTextAt(deps, stored, version);
  if (text === null) return null;
  return text === 'erased' ? erasedLetter(title) : { title, ...text };
};

const erasedLetter = (title: string): NonNullable<TimelineItem['letter']> => ({
  title,
  subject: 'erased',
  text: 'The key of the person it was about is destroyed, so it can never be read again.',
});

const mailOf = (past: RecordedQuoteEvent): string | null => {
  switch (past.type) {
    case 'LetterSent':
    case 'NudgeSent':
      return past.data.messageId === '' ? null : past.data.messageId;
    case 'ReplyReceived':
      return past.data.replyId;
    default:
      return null;
  }
};
