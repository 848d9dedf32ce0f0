import { endingsDue } from '../../aggregates/quote/todo.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { ToldEnding } from '../../letters/mail/today-mail.ts';
import type { Business } from '../business.ts';
import { quoteViewOf } from '../draft-view.ts';
import { endingNotice } from '../notice-letters.ts';
import { noticeSubject } from '../notify.ts';
import { ownershipOf } from '../ownership-of.ts';
import { personalFacts } from '../quotes.ts';
import { reissueToken } from '../tokens.ts';
import type { World } from '../world.ts';
import { announceInDayMail } from './announce-in-day-mail.ts';
import type { DayMailOf } from './draft-in-day-mail.ts';

/**
 * That a quote ended without an answer, as the day's mail tells its owner, with a link whose hash is in the log before
 * the mail leaves. A run that was cut off finds its link there and gives the same again.
 */
export const endingsInDayMail = async (
  world: World,
  business: Business,
  quoteKey: string,
  { date, rep }: DayMailOf,
): Promise<readonly ToldEnding[]> => {
  const loaded = await announceInDayMail(world, business, quoteKey, { date, rep }, endingsDue);
  if (!loaded) return [];
  const { state } = loaded;
  const ref = referenceOf(await world.secrets.refKey(), rep);
  const quote = quoteViewOf(state, await personalFacts(world, loaded), ownershipOf(state, business), business);
  const told = state.notices.map(async (known): Promise<ToldEnding | null> => {
    const { notice, dayMail, recipientRef, tokenHash } = known;
    if ((notice !== 'expired' && notice !== 'cap') || dayMail !== date || recipientRef !== ref || !tokenHash)
      return null;
    const link = await reissueToken(world, noticeSubject(quoteKey, known, rep), tokenHash);
    return link && { quote, notice: endingNotice(state, quote, notice), url: link.url };
  });
  return (await Promise.all(told)).filter(ending => ending !== null);
};
