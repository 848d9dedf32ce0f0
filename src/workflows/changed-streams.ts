import { ContactDayTaken } from '../events/contact-events.ts';
import { isQuoteStream } from '../events/stream-id.ts';
import { addDays } from '../kernel/local-date.ts';
import type { Dependencies } from './dependencies.ts';
import type { SweepCheckpoint } from './sweep-checkpoint.ts';

export const MAIL = '~mail/';
export const PROPOSAL = '~proposal/';
const CONTACT = '~contact/';

/** The newest event of a stream, as the day index has it. */
export type Newest = Pick<SweepCheckpoint, 'version' | 'changed'>;

/** Streams by their newest event, and contacts about whom something changed but the days of their nudges. */
export const changedStreams = async (
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  backDays: number,
): Promise<{ readonly changed: Map<string, Newest>; readonly contacts: ReadonlySet<string> }> => {
  const today = clock.now().toISOString().slice(0, 10);
  const changed = new Map<string, Newest>();
  const contacts = new Set<string>();
  for (let back = 0; back <= backDays; back++) {
    let cursor: string | undefined;
    do {
      const page = await store.byDay(addDays(today, -back), cursor === undefined ? {} : { cursor });
      for (const { quote_id, version, day, action } of page.items) {
        if (quote_id.startsWith(CONTACT) && action !== ContactDayTaken.name)
          contacts.add(quote_id.slice(CONTACT.length));
        if (!isQuoteStream(quote_id) && !quote_id.startsWith(MAIL) && !quote_id.startsWith(PROPOSAL)) continue;
        if (version > (changed.get(quote_id)?.version ?? 0)) changed.set(quote_id, { version, changed: day });
      }
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
  return { changed, contacts };
};
