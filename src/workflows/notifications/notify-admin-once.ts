import { emit, noChange } from '../../aggregates/decider.ts';
import { newEvent } from '../../events/event-type.ts';
import { AdminNotified } from '../../events/installation-events.ts';
import { SYSTEM_STREAM } from '../../events/stream-id.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { WrittenMail } from '../../presentation/emails/write-mail.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { decideSystem, loadSystem } from '../installation-log.ts';
import { sendLetter } from './send-letter.ts';
import { issueToken } from './tokens.ts';

const PAGE_LIFE_MS = 90 * 86_400_000;

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
  const token = await issueToken(deps, { stream: SYSTEM_STREAM, about: noted, recipient: to, mailing: 1 });
  const sent = await sendLetter(deps, { to, mail: write(token.url), tags: { kind: about } });
  if (sent === null) return false;
  const recipientRef = referenceOf(await deps.secrets.refKey(), to);
  const expiresAt = new Date(business.now.getTime() + PAGE_LIFE_MS).toISOString();
  await decideSystem(deps, 'drive-sync', now =>
    now.notified.includes(noted)
      ? noChange
      : emit(newEvent(AdminNotified, { about, key: noted, tokenHash: token.hash, recipientRef, expiresAt }, null)),
  );
  return true;
};
