import { remindersDue } from '../../aggregates/quote/todo.ts';
import { standInFor } from '../../cadence/owner.ts';
import { quoteStream } from '../../events/stream-name.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { RemindedReply } from '../../letters/mail/today-mail.ts';
import type { OutgoingAttachment } from '../../ports/mailer.ts';
import { untakenReply } from '../../reports/digest-lists.ts';
import type { Business } from '../business.ts';
import { personOf } from '../draft-view.ts';
import { addresseeFor, announceNotice, noticeSubject, replyViewOf } from '../notify.ts';
import { ownershipOf } from '../ownership-of.ts';
import { loadQuote } from '../quotes.ts';
import { reissueToken } from '../tokens.ts';
import type { World } from '../world.ts';
import type { DayMailOf } from './draft-in-day-mail.ts';
import { dayOfIn } from './read-quote-reports.ts';

/** A reply of the day's mail, with what came with it. */
export interface ReplyOfDay extends RemindedReply {
  readonly attachments: readonly OutgoingAttachment[];
}

/** A reminder for the owner, another for the admin, who may be one person; and a writer or two who came between. */
const MOST_TRIES = 5;

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
  const ref = referenceOf(await world.secrets.refKey(), rep);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const loaded = await loadQuote(world, quoteKey);
    const { state } = loaded;
    const due = remindersDue(state, business.policy, date).find(({ to }) => addresseeFor(state, to, business) === rep);
    if (due) {
      const { notice, about } = due;
      await announceNotice(world, business, quoteKey, loaded, { notice, about, to: rep, dayMail: date });
      continue;
    }
    const reply = untakenReply(state);
    const known = state.notices.find(
      ({ about, dayMail, recipientRef }) => about === reply?.id && dayMail === date && recipientRef === ref,
    );
    if (!reply || !known?.tokenHash) return null;
    const link = await reissueToken(world, noticeSubject(quoteStream(quoteKey), known, rep), known.tokenHash);
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
  }
  world.log('warn', 'ReplyNotInDayMail', { stream: quoteKey });
  return null;
};
