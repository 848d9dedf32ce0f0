import * as E from 'fp-ts/lib/Either.js';
import { quoteAggregate } from '../../aggregates/quote/quote-aggregate.ts';
import { passedMessage } from '../../application/message-view.ts';
import { draftTextAt } from '../../application/quotes.ts';
import { type Unsealer, unsealer } from '../../application/unseal.ts';
import type { World } from '../../application/world.ts';
import { pastEvent } from '../../events/catalogue.ts';
import type { StoredEvent } from '../../events/envelope.ts';
import {
  DraftApproved,
  DraftMailed,
  NoticeMailed,
  type PastQuoteEvent,
  ReplyReceived,
} from '../../events/quote-events.ts';
import type { TimelineItem } from '../../letters/console/quote-page.ts';
import { eventNote } from './event-note.ts';
import { maskTokens } from './mask-tokens.ts';

type TimelineWorld = Pick<World, 'keys' | 'objects' | 'mailReader' | 'clock' | 'readModels'>;

/** Every event of a quote, opened for whoever sits at this machine; what was erased says so. */
export const timelineOf = async (
  world: TimelineWorld,
  stored: readonly StoredEvent[],
  zone: string,
): Promise<readonly TimelineItem[]> => {
  const open = unsealer(world.keys);
  const items: TimelineItem[] = [];
  for (const event of stored) items.push(await itemOf(world, open, stored, event, zone));
  return items;
};

const itemOf = async (
  world: TimelineWorld,
  open: Unsealer,
  stored: readonly StoredEvent[],
  event: StoredEvent,
  zone: string,
): Promise<TimelineItem> => {
  const past = pastEvent(event);
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
    letter: await letterOf(world, stored, event, known, personal === ERASED),
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
  world: TimelineWorld,
  stored: readonly StoredEvent[],
  event: StoredEvent,
  past: PastQuoteEvent,
  erased: boolean,
): Promise<TimelineItem['letter']> => {
  switch (past.type) {
    case 'DraftWritten':
    case 'DraftEdited':
      return textAt(world, stored, event.version, 'The text');
    case 'NudgeSent':
      return textAt(world, stored, textVersionOf(stored, past.data.draftId), 'The text that left');
    case 'ReplyReceived': {
      if (erased) return erasedLetter('What they wrote');
      const { view } = await passedMessage(world, past.data.bodyKey, past.ts);
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
  world: Pick<World, 'keys'>,
  stored: readonly StoredEvent[],
  version: number | null,
  title: string,
): Promise<TimelineItem['letter']> => {
  const text = await draftTextAt(world, stored, version);
  if (text === null) return null;
  return text === 'erased' ? erasedLetter(title) : { title, ...text };
};

const erasedLetter = (title: string): NonNullable<TimelineItem['letter']> => ({
  title,
  subject: 'erased',
  text: 'The key of the person it was about is destroyed, so it can never be read again.',
});

const mailOf = (past: PastQuoteEvent): string | null => {
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
