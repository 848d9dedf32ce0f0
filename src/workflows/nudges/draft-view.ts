import * as E from 'fp-ts/lib/Either.js';
import { APPROVAL_WAIT_MS } from '../../aggregates/quote/draft.ts';
import type { Draft, QuoteState } from '../../aggregates/quote/state.ts';
import { nameOf } from '../../cadence/owner.ts';
import { nextAllowedMinute } from '../../cadence/sending-hours.ts';
import { eventRegistry } from '../../events/event-registry.ts';
import { DraftEdited, DraftWritten, type PersonalFacts } from '../../events/quote-events.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import type { Touch } from '../../presentation/components/touch.ts';
import type { Author, DraftView } from '../../presentation/view-models/draft-view.ts';
import type { Person } from '../../presentation/view-models/facts.ts';
import type { QuoteView } from '../../presentation/view-models/quote-view.ts';
import type { BusinessContext } from '../business-context.ts';
import type { DraftText } from '../quotes.ts';

/** What the customer had from us: the quote, then each nudge. */
export const contactHistory = ({ facts, nudges }: QuoteState): readonly Touch[] => [
  ...(facts ? [{ day: facts.sent, what: 'sent', subject: null } as const] : []),
  ...nudges.map(({ day, move }) => ({ day, what: move, subject: null })),
];

/** A person of ours as letters show them. */
export const personOf = (address: string, { policy }: Pick<BusinessContext, 'policy'>): Person => ({
  name: nameOf(address, policy),
  address,
});

/** A quote as letters and pages show it. What was erased says so. */
export const quoteViewOf = (
  state: QuoteState,
  personal: PersonalFacts | 'erased' | null,
  owner: { readonly owner: string; readonly from: 'row' | 'team' | 'admin' },
  business: Pick<BusinessContext, 'policy'>,
): QuoteView => {
  const { facts } = state;
  if (!facts) throw new Error('a quote that was never listed has nothing to show');
  const known =
    personal === 'erased' || personal === null ? { customer: 'erased', contact: 'erased', pdfLink: null } : personal;
  return {
    quoteId: facts.number,
    customer: known.customer,
    contact: known.contact,
    amount: { minor: facts.minor, currency: facts.currency },
    sent: facts.sent,
    expires: facts.expires,
    pdfLink: known.pdfLink,
    owner: personOf(owner.owner, business),
    ownerFrom: owner.from,
  };
};

type Sending = Pick<BusinessContext, 'policy' | 'now' | 'config'>;

/** When it would leave if it were approved at this instant; null while nothing may leave. */
export const projectedSendAt = (business: Sending): Date | null =>
  leavesOnceAsked(business, new Date(business.now.getTime() + APPROVAL_WAIT_MS));

/** When a draft leaves whose gates are asked at `sendAfter` (now, if that is past); null while nothing may leave. */
export const leavesOnceAsked = ({ policy, now, config }: Sending, sendAfter: Date): Date | null =>
  config.paused ? null : nextAllowedMinute(sendAfter > now ? sendAfter : now, policy);

/** The PDF that goes along with a nudge: the one we hold, where there is no link to it. */
export const paperOf = ({ original }: Pick<QuoteState, 'original'>, pdfLink: string | null): string | null =>
  pdfLink === null ? (original?.pdfKey ?? null) : null;

/** The draft with all that a rep decides by: the approval mail and its page show this one view. */
export const draftViewOf = (
  { state, stored }: { readonly state: QuoteState; readonly stored: readonly StoredEvent[] },
  draft: Pick<Draft, 'id' | 'move' | 'stepIndex' | 'textVersion' | 'tier'>,
  quote: QuoteView,
  text: DraftText,
  business: BusinessContext,
): DraftView => ({
  quote,
  draftId: draft.id,
  move: draft.move,
  stepIndex: draft.stepIndex,
  subject: text.subject,
  text: text.text,
  author: authorOf(stored, draft.textVersion, business),
  tier: draft.tier,
  today: business.today,
  leavesAt: projectedSendAt(business)?.toISOString() ?? null,
  zone: business.policy.timezone,
  attached: paperOf(state, quote.pdfLink) !== null,
  earlier: state.nudges.map(({ move, day }) => ({ move, day })),
});

const authorOf = (stored: readonly StoredEvent[], version: number | null, business: BusinessContext): Author => {
  const event = stored.find(known => known.version === version);
  const decoded = event ? eventRegistry.decode(event) : null;
  if (!event || !decoded || E.isLeft(decoded)) return { kind: 'model' };
  if (event.action === DraftEdited.name) return { kind: 'person', name: nameOf(event.by_user ?? '', business.policy) };
  const { data } = decoded.right;
  return DraftWritten.data.is(data) && data.source === 'template'
    ? { kind: 'template', why: data.why }
    : { kind: 'model' };
};
