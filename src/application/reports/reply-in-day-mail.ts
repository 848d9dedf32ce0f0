import type { QuoteState } from '../../aggregates/quote/state.ts';
import { type NotifyTask, remindersDue } from '../../aggregates/quote/todo.ts';
import { standInFor } from '../../cadence/owner.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { RemindedReply } from '../../letters/mail/today-mail.ts';
import type { OutgoingAttachment } from '../../ports/mailer.ts';
import { untakenReply } from '../../reports/digest-lists.ts';
import type { Business } from '../business.ts';
import { personOf } from '../draft-view.ts';
import { replyViewOf } from '../notice-letters.ts';
import { noticeSubject } from '../notify.ts';
import { ownershipOf } from '../ownership-of.ts';
import { reissueToken } from '../tokens.ts';
import type { World } from '../world.ts';
import { announceInDayMail } from './announce-in-day-mail.ts';
import type { DayMailOf } from './draft-in-day-mail.ts';
import { dayOfIn } from './read-quote-reports.ts';

/** A reply of the day's mail, with what came with it. */
export interface ReplyOfDay extends RemindedReply {
  readonly attachments: readonly OutgoingAttachment[];
}

/**
 * The reply of which the day's mail reminds this person, with a link of its own whose hash is in the log before the mail
 * leaves. A run that was cut off finds its link there and gives the same again. Null when no reminder is due to them.
 */
export const replyInDayMail = async (
  world: World,
  business: Business,
  quoteKey: string,
  { date, rep }: DayMailOf,
): Promise<ReplyOfDay | null> => {
  const due = (state: QuoteState): readonly NotifyTask[] => remindersDue(state, business.policy, date);
  const loaded = await announceInDayMail(world, business, quoteKey, { date, rep }, due);
  if (!loaded) return null;
  const { state } = loaded;
  const ref = referenceOf(await world.secrets.refKey(), rep);
  const reply = untakenReply(state);
  const known = state.notices.find(
    ({ about, dayMail, recipientRef }) => about === reply?.id && dayMail === date && recipientRef === ref,
  );
  if (!reply || !known?.tokenHash) return null;
  const link = await reissueToken(world, noticeSubject(quoteKey, known, rep), known.tokenHash);
  if (!link) return null;
  const { view, passed } = await replyViewOf(world, business, loaded, reply);
  const since = dayOfIn(business)(reply.at);
  const { owner } = ownershipOf(state, business);
  const isOwn = standInFor(owner, business.policy, date) === rep;
  return {
    view,
    passing: isOwn ? { kind: 'again', since } : { kind: 'admin', since, owner: personOf(owner, business) },
    url: link.url,
    sender: passed.sender,
    attachments: passed.attachments,
  };
};
