import type { Json } from './event-type.ts';
import {
  CapReached,
  HoldEnded,
  type HoldReason,
  LetterSent,
  NoticeKind,
  NoticeMailed,
  QuoteClosed,
  QuoteExpired,
  QuoteHeld,
  QuoteReopened,
  RowWriteFailed,
  RowWrittenBack,
} from './quote-events.ts';
import type { StoredEvent } from './stored-event.ts';
import { isQuoteStream } from './stream-id.ts';

/**
 * A flow is what belongs together over streams: all that one plan, one message or one proposal brought about. Its
 * events share a correlation id, which is the id of the first of them; each but the first names the one before it.
 */
export type Cause = Pick<StoredEvent, 'event_id' | 'correlation_id'>;

/** What is about to be stored, as far as it says where it belongs. */
export interface Said {
  readonly action: string;
  readonly data: Json;
}

export const aboutDraft = (draftId: string): string => `draft/${draftId}`;
export const aboutReply = (replyId: string): string => `reply/${replyId}`;
export const aboutNotice = (notice: string, about: string): string => `notice/${notice}/${about}`;
const aboutHold = (reason: HoldReason): string => `hold/${reason}`;
const EXPIRY = 'expiry';
const CAP = 'cap';
/** Decisions of a person that the sheet is to say too. */
const ROW = 'row';

/** The newest event of the stream that an event goes on from; null where it begins a flow of its own. */
export const causeIn = (stream: string, stored: readonly StoredEvent[], said: Said): Cause | null => {
  if (isQuoteStream(stream)) return newestAbout(stored, continued(said));
  // A message, a proposal and a report of one date are one flow each; a contact and the system have many.
  return /^~(mail|proposal|period)\//.test(stream) ? (stored.at(-1) ?? null) : null;
};

/** The newest event about the first of these that there is one about. */
export const newestAbout = (stored: readonly StoredEvent[], topics: readonly string[]): StoredEvent | null => {
  for (const topic of topics) {
    const newest = stored.findLast(event => topicsOf(event).includes(topic));
    if (newest) return newest;
  }
  return null;
};

/** What an event goes on with, the nearest first. */
const continued = (said: Said): readonly string[] => {
  switch (said.action) {
    case NoticeMailed.name:
      return noticeTopics(textOf(said, 'notice'), textOf(said, 'about'));
    case LetterSent.name:
      return letterTopics(textOf(said, 'letter'));
    case RowWrittenBack.name:
    case RowWriteFailed.name:
      return [ROW];
    case QuoteHeld.name:
      return [];
    default:
      return topicsOf(said);
  }
};

/** What an event is about. */
const topicsOf = (said: Said): readonly string[] => {
  const draftId = textOf(said, 'draftId');
  const replyId = textOf(said, 'replyId');
  return [
    ...(draftId === '' ? [] : [aboutDraft(draftId)]),
    ...(replyId === '' ? [] : [aboutReply(replyId)]),
    ...otherTopics(said),
  ];
};

const otherTopics = (said: Said): readonly string[] => {
  switch (said.action) {
    case QuoteHeld.name:
    case HoldEnded.name: {
      const hold = `hold/${textOf(said, 'reason')}`;
      return hold === aboutHold('rep') ? [hold, ROW] : [hold];
    }
    case QuoteClosed.name:
    case QuoteReopened.name:
      return [ROW];
    // What is told of it, and the write that succeeds at last, go on from the failure.
    case RowWriteFailed.name:
      return textOf(said, 'field') === 'status' ? [ROW] : [];
    case QuoteExpired.name:
      return [EXPIRY];
    case CapReached.name:
      return [CAP];
    case NoticeMailed.name:
      return [aboutNotice(textOf(said, 'notice'), textOf(said, 'about'))];
    default:
      return [];
  }
};

/** A letter's name is what it is about, and the number of the mailing. */
const letterTopics = (letter: string): readonly string[] => {
  const [kind = '', ...rest] = letter.slice(0, letter.lastIndexOf('/')).split('/');
  if (kind === 'draft') return [aboutDraft(rest.join('/'))];
  const [notice = '', ...about] = rest;
  return noticeTopics(notice, about.join('/'));
};

/** Earlier mailings of the notice, then what it tells of. */
const noticeTopics = (notice: string, about: string): readonly string[] => [
  aboutNotice(notice, about),
  ...(NoticeKind.is(notice) ? [toldOf(notice, about)] : []),
];

const toldOf = (notice: NoticeKind, about: string): string => {
  switch (notice) {
    case 'reply':
    case 'reply-again':
    case 'reply-admin':
      return aboutReply(about);
    case 'unknown-send':
    case 'refused':
      return aboutDraft(about);
    case 'expired':
      return EXPIRY;
    case 'cap':
      return CAP;
    case 'bad-address':
      return aboutHold('bad-address');
    case 'unsure':
      return aboutHold('unsure-reply');
    case 'rep-mail':
      return aboutHold('rep-mail');
    case 'hold':
      return aboutHold('rep');
    case 'row-write':
      return ROW;
  }
};

const textOf = ({ data }: Said, name: string): string => {
  if (typeof data !== 'object' || data === null || !(name in data)) return '';
  const value = Object.entries(data).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
};
