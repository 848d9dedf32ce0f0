import type { QuoteState } from '../../aggregates/quote/state.ts';
import type { NotifyTask } from '../../aggregates/quote/todo.ts';
import type { Business } from '../business.ts';
import type { Loaded } from '../load.ts';
import { addresseeFor, announceNotice } from '../notify.ts';
import { loadQuote } from '../quotes.ts';
import type { World } from '../world.ts';
import type { DayMailOf } from './draft-in-day-mail.ts';

/** A notice for the owner, another for the admin, who may be one person; and a writer or two who came between. */
const MOST_TRIES = 5;

/**
 * The quote once every notice that is due to this person stands in the log as the day's mail's, with its link's hash. Null
 * when others write at it without end; what is due then has a letter of its own.
 */
export const announceInDayMail = async (
  world: World,
  business: Business,
  quoteKey: string,
  { date, rep }: DayMailOf,
  due: (state: QuoteState) => readonly NotifyTask[],
): Promise<Loaded<QuoteState> | null> => {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const loaded = await loadQuote(world, quoteKey);
    const next = due(loaded.state).find(({ to }) => addresseeFor(loaded.state, to, business) === rep);
    if (!next) return loaded;
    const { notice, about } = next;
    await announceNotice(world, business, quoteKey, loaded, { notice, about, to: rep, dayMail: date });
  }
  world.log('warn', 'NoticeNotInDayMail', { stream: quoteKey });
  return null;
};
