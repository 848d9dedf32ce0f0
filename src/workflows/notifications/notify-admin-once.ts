import * as E from 'fp-ts/lib/Either.js';
import { emit, noChange } from '../../aggregates/decider.ts';
import { newEvent } from '../../events/event-type.ts';
import { AdminNotified } from '../../events/installation-events.ts';
import { SYSTEM_STREAM } from '../../events/stream-id.ts';
import type { WrittenMail } from '../../presentation/emails/write-mail.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { decideSystem, loadSystem } from '../installation-log.ts';
import { issueLink, sendTokenisedLetter } from './send-tokenised-letter.ts';

/**
 * Tells the admin, once per key; false when the letter did not leave and nothing is noted. The letter goes first: told
 * twice is better than not at all.
 */
export const notifyAdminOnce = async (
  deps: Dependencies,
  business: BusinessContext,
  about: string,
  key: string,
  write: (url: string) => WrittenMail,
): Promise<boolean> => {
  const { state } = await loadSystem(deps);
  const noted = `${about}/${key}`;
  if (state.notified.includes(noted)) return true;
  const to = business.policy.admin.toLowerCase();
  const link = await issueLink(deps, { stream: SYSTEM_STREAM, about: noted, recipient: to, mailing: 1 }, business.now);
  const outcome = await sendTokenisedLetter(deps, E.right(link), {
    write: async ({ url }) => ({ mail: write(url), tags: { kind: about } }),
    record: (_, { recorded }) =>
      decideSystem(deps, 'drive-sync', now =>
        now.notified.includes(noted)
          ? noChange
          : emit(newEvent(AdminNotified, { about, key: noted, ...recorded }, null)),
      ),
  });
  return outcome === 'sent';
};
