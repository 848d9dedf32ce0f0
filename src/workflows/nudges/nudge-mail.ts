import type { Draft, QuoteState } from '../../aggregates/quote/state.ts';
import { nameOf } from '../../cadence/owner.ts';
import { wallClock } from '../../cadence/sending-hours.ts';
import type { Loaded } from '../../event-store/load.ts';
import type { PersonalFacts } from '../../events/quote-events.ts';
import { quoteStream } from '../../events/stream-id.ts';
import type { OutgoingAttachment, OutgoingMail } from '../../ports/mail.ts';
import { nudgeMail } from '../../presentation/emails/nudge-mail.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { OWN_HEADERS } from '../notifications/send-letter.ts';
import type { DraftText } from '../quotes.ts';
import { markFor } from '../replies/reply-tokens.ts';
import { paperOf } from './draft-view.ts';

/** A claim, `<draft>.<random>`, as a tag on the mail: it comes back in the mail service's events. Tags hold no full stop. */
export const claimTag = (claim: string): string => claim.replace('.', '_');

export const claimOfTag = (tag: string): { readonly draftId: string; readonly claim: string } => {
  const [draftId = '', random = ''] = tag.split('_', 2);
  return { draftId, claim: `${draftId}.${random}` };
};

/** A draft that is being handed over: nobody else hands it over. */
export interface Claimed {
  readonly loaded: Loaded<QuoteState>;
  readonly draft: Draft;
  readonly claim: string;
}

/** The mail as the customer gets it: from the owner, answers to us, threaded, the owner with a blind copy. */
export const buildNudgeMail = async (
  deps: Dependencies,
  { policy, now }: BusinessContext,
  quoteId: string,
  { loaded, draft, claim: claimId }: Claimed,
  { text, personal }: { readonly text: DraftText; readonly personal: PersonalFacts },
): Promise<OutgoingMail> => {
  const { facts, nudges, original } = loaded.state;
  if (!facts) throw new Error('a claimed send has facts');
  const paper = await paperFor(deps, loaded.state, personal.pdfLink, facts.number);
  const mark = await markFor(deps, quoteStream(quoteId), facts.number);
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
    ...nudges.map(({ messageId }) => `<${messageId}@${deps.installation.messageIdHost}>`),
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
  { objects }: Pick<Dependencies, 'objects'>,
  state: QuoteState,
  pdfLink: string | null,
  number: string,
): Promise<OutgoingAttachment | null> => {
  const key = paperOf(state, pdfLink);
  const stored = key === null ? null : await objects.get('source-pdfs', key);
  const filename = `${number.replace(/[^\p{L}\p{N}._-]+/gu, '_')}.pdf`;
  return stored && { filename, contentType: 'application/pdf', content: stored.body };
};
