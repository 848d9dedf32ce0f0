import { accept, alreadySo } from '../aggregates/decision.ts';
import { happened } from '../events/define-event.ts';
import { AdminNotified } from '../events/other-events.ts';
import { SYSTEM_STREAM } from '../events/stream-name.ts';
import { referenceOf } from '../kernel/references.ts';
import type { WrittenMail } from '../letters/mail/write-mail.ts';
import type { Business } from './business.ts';
import { sendLetter } from './send-letter.ts';
import { decideSystem } from './sync-sheet.ts';
import { loadSystem } from './system-log.ts';
import { issueToken } from './tokens.ts';
import type { World } from './world.ts';

const PAGE_LIFE_MS = 90 * 86_400_000;

/**
 * Tells the admin, once per key; false when the letter did not leave and nothing is noted. The letter goes first: told
 * twice is better than not at all.
 */
export const tellOnce = async (
  world: World,
  business: Business,
  about: string,
  key: string,
  write: (url: string) => WrittenMail,
): Promise<boolean> => {
  const { state } = await loadSystem(world);
  const noted = `${about}/${key}`;
  if (state.notified.includes(noted)) return true;
  const to = business.policy.admin.toLowerCase();
  const token = await issueToken(world, { stream: SYSTEM_STREAM, about: noted, recipient: to, mailing: 1 });
  const sent = await sendLetter(world, { to, mail: write(token.url), tags: { kind: about } });
  if (sent === null) return false;
  const recipientRef = referenceOf(await world.secrets.refKey(), to);
  const expiresAt = new Date(business.now.getTime() + PAGE_LIFE_MS).toISOString();
  await decideSystem(world, 'drive-sync', now =>
    now.notified.includes(noted)
      ? alreadySo
      : accept(happened(AdminNotified, { about, key: noted, tokenHash: token.hash, recipientRef, expiresAt }, null)),
  );
  return true;
};
