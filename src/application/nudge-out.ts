import type { Draft, QuoteState } from '../aggregates/quote/state.ts';
import { wallClock } from '../cadence/next-allowed-minute.ts';
import { nameOf } from '../cadence/owner.ts';
import type { PersonalFacts } from '../events/quote-events.ts';
import { quoteStream } from '../events/stream-name.ts';
import { nudgeMail } from '../letters/mail/nudge-mail.ts';
import type { OutgoingAttachment, OutgoingMail } from '../ports/mailer.ts';
import type { Business } from './business.ts';
import { claimTag } from './claim-tag.ts';
import { paperOf } from './draft-view.ts';
import type { Loaded } from './load.ts';
import { markFor } from './marks.ts';
import type { DraftText } from './quotes.ts';
import { OWN_HEADERS } from './send-letter.ts';
import type { World } from './world.ts';

/** A draft that is being handed over: nobody else hands it over. */
export interface Claimed {
  readonly loaded: Loaded<QuoteState>;
  readonly draft: Draft;
  readonly claim: string;
}

/** The mail as the customer gets it: from the owner, answers to us, threaded, the owner with a blind copy. */
export const nudgeOf = async (
  world: World,
  { policy, now }: Business,
  quoteId: string,
  { loaded, draft, claim: claimId }: Claimed,
  { text, personal }: { readonly text: DraftText; readonly personal: PersonalFacts },
): Promise<OutgoingMail> => {
  const { facts, nudges, original } = loaded.state;
  if (!facts) throw new Error('a claimed send has facts');
  const paper = await paperFor(world, loaded.state, personal.pdfLink, facts.number);
  const mark = await markFor(world, quoteStream(quoteId), facts.number);
  const repName = nameOf(draft.owner, policy);
  const written = nudgeMail({
    text: text.text,
    subject: text.subject,
    tag: mark.subjectTag,
    quoteId: facts.number,
    amount: { minor: facts.minor, currency: facts.currency },
    sent: facts.sent,
    pdfLink: personal.pdfLink,
    attached: paper !== null,
    repName,
  });
  const thread = [
    ...(original?.messageId ? [`<${original.messageId}>`] : []),
    ...nudges.map(({ messageId }) => `<${messageId}@${world.installation.messageIdHost}>`),
  ];
  const last = thread.at(-1);
  return {
    from: { name: repName, address: draft.owner },
    to: personal.contact,
    bcc: [draft.owner],
    replyTo: mark.replyAddress,
    subject: written.subject,
    text: written.text,
    html: written.html,
    headers: OWN_HEADERS,
    tags: { kind: 'nudge', claim: claimTag(claimId), day: wallClock(now, policy.timezone).date },
    ...(last === undefined ? {} : { inReplyTo: last, references: thread }),
    ...(paper === null ? {} : { attachments: [paper] }),
  };
};

/** The PDF that we hold, where the quote has no link to it. */
const paperFor = async (
  { objects }: Pick<World, 'objects'>,
  state: QuoteState,
  pdfLink: string | null,
  number: string,
): Promise<OutgoingAttachment | null> => {
  const key = paperOf(state, pdfLink);
  const stored = key === null ? null : await objects.get('source-pdfs', key);
  const filename = `${number.replace(/[^\p{L}\p{N}._-]+/gu, '_')}.pdf`;
  return stored && { filename, contentType: 'application/pdf', content: stored.body };
};
