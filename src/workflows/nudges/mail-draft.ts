import * as E from 'fp-ts/lib/Either.js';
import { DRAFT_LIFE_MS, mailDraft } from '../../aggregates/quote/draft.ts';
import { recordLetter } from '../../aggregates/quote/letters.ts';
import { draftLetter } from '../../aggregates/quote/pending-tasks.ts';
import type { Draft, QuoteState } from '../../aggregates/quote/state.ts';
import { addressOf, standInFor } from '../../cadence/owner.ts';
import { wallClock } from '../../cadence/sending-hours.ts';
import type { Loaded } from '../../event-store/load.ts';
import { DraftMailed, MovePlanned } from '../../events/quote-events.ts';
import { quoteStream } from '../../events/stream-id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { fingerprintOf, referenceOf, type TokenSubject } from '../../kernel/references.ts';
import { approvalMail } from '../../presentation/emails/approval-mail.ts';
import { type DraftView, seenText } from '../../presentation/view-models/draft-view.ts';
import type { Asking } from '../../presentation/view-models/facts.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import {
  type Announced,
  announce,
  announcedBefore,
  issueLink,
  type NotAnnounced,
  sendTokenisedLetter,
} from '../notifications/send-tokenised-letter.ts';
import { reissueToken } from '../notifications/tokens.ts';
import { decideQuote, draftTextAt, personalFacts } from '../quotes.ts';
import { draftViewOf, personOf, projectedSendAt, quoteViewOf } from './draft-view.ts';

/** The page of the waiting draft as it was mailed to this person; null while none waits, or it was mailed to others. */
export const draftLinkFor = async (
  deps: Pick<Dependencies, 'secrets' | 'installation'>,
  { state: { draft, facts } }: Pick<Loaded<QuoteState>, 'state'>,
  recipient: string,
): Promise<string | null> => {
  if (!draft || !facts) return null;
  const ref = referenceOf(await deps.secrets.refKey(), recipient);
  const mailed = draft.mailings.findLast(({ recipientRef }) => recipientRef === ref);
  if (!mailed) return null;
  const subject = draftSubject(facts.number, draft.id, mailed.mailing, recipient);
  return (await reissueToken(deps, subject, mailed.tokenHash))?.url ?? null;
};

/** What the link of a draft is signed over. */
const draftSubject = (quoteId: string, draftId: string, mailing: number, recipient: string): TokenSubject => ({
  stream: quoteStream(quoteId),
  about: draftId,
  recipient,
  mailing,
});

export interface MailDraft {
  readonly mailing: number;
  readonly as: 'first' | 'again' | 'admin' | 'cover';
}

/** The waiting draft as its mail and its page show it, or null when there is none that can be shown. */
export const waitingDraftView = async (
  deps: Dependencies,
  business: BusinessContext,
  loaded: Loaded<QuoteState>,
): Promise<{ draft: Draft; view: DraftView } | null> => {
  const { draft } = loaded.state;
  if (!draft) return null;
  const [text, personal] = await Promise.all([
    draftTextAt(deps, loaded.stored, draft.textVersion),
    personalFacts(deps, loaded),
  ]);
  if (text === null || text === 'erased') return null;
  const quote = quoteViewOf(loaded.state, personal, { owner: draft.owner, from: ownerFromOf(loaded, draft) }, business);
  return { draft, view: draftViewOf(loaded, draft, quote, text, business) };
};

/** The step of its number that was planned. Several events may carry one instant, so none is found by that. */
const ownerFromOf = ({ stored }: Loaded<QuoteState>, draft: Draft): 'row' | 'team' | 'admin' => {
  for (const { action, data } of stored)
    if (action === MovePlanned.name && MovePlanned.data.is(data) && data.draftId === draft.id) return data.ownerFrom;
  return 'row';
};

/** Mails a draft alone to whoever is to decide on it: first the event with the token's hash, then the letter. */
export const mailWaitingDraft = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  { mailing, as }: MailDraft,
): Promise<void> => {
  const shown = await waitingDraftView(deps, business, loaded);
  if (!shown) return;
  const { policy, today } = business;
  const to = as === 'admin' ? policy.admin.toLowerCase() : standInFor(shown.draft.owner, policy, today);
  const announced = await announceDraft(deps, business, quoteId, loaded, { ...shown, to, mailing, as });
  await deliver(deps, business, quoteId, announced, { ...shown, mailing, as });
};

export interface Announce {
  readonly draft: Draft;
  readonly view: DraftView;
  readonly to: string;
  readonly mailing: number;
  readonly as: MailDraft['as'];
  /** The local date whose one mail carries it. */
  readonly dayMail?: LocalDate;
}

/** Puts the hash of a mailing's token into the log, before anything leaves; not when the draft is decided or this mailing is another's. */
export const announceDraft = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  { draft, view, to, mailing, as, dayMail }: Announce,
): Promise<AnnouncedDraft> => {
  const link = await issueLink(deps, draftSubject(quoteId, draft.id, mailing, to), business.now, DRAFT_LIFE_MS);
  const mailed = {
    draftId: draft.id,
    mailing,
    kind: as,
    ...link.recorded,
    pageHash: fingerprintOf(await deps.secrets.refKey(), seenText(view)),
    projectedSendAt: (projectedSendAt(business) ?? business.now).toISOString(),
    ...(dayMail === undefined ? {} : { dayMail }),
  };
  const announced = await announce(link, () =>
    decideQuote(deps, quoteId, {
      actor: { system: 'sender' },
      loaded,
      decide: state => mailDraft(state, mailed, { to }),
    }),
  );
  return expiring(announced, mailed.expiresAt);
};

type AnnouncedDraft = E.Either<NotAnnounced, Announced<Loaded<QuoteState>> & { readonly expiresAt: string }>;

const expiring = (
  announced: E.Either<NotAnnounced, Announced<Loaded<QuoteState>>>,
  expiresAt: string,
): AnnouncedDraft => (E.isLeft(announced) ? announced : E.right({ ...announced.right, expiresAt }));

type Delivery = Pick<Announce, 'draft' | 'view' | 'mailing' | 'as'>;

const deliver = (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  announced: AnnouncedDraft,
  { view, draft, mailing, as }: Delivery,
): Promise<unknown> =>
  sendTokenisedLetter(deps, announced, {
    write: async ({ to, url, expiresAt }) => ({
      mail: approvalMail({
        view,
        asking: askingOf(as, draft, business),
        to: personOf(to, business),
        url,
        goodUntil: wallClock(new Date(expiresAt), business.policy.timezone).date,
      }),
      tags: { kind: 'approval' },
    }),
    record: (messageId, { loaded }) =>
      decideQuote(deps, quoteId, {
        actor: { system: 'sender' },
        loaded,
        decide: state => recordLetter(state, { letter: draftLetter(draft.id, mailing), messageId }),
      }),
  });

/** Why this person is asked about a draft. */
export const askingOf = (as: MailDraft['as'], draft: Draft, { policy, today, now }: BusinessContext): Asking => {
  const since = wallClock(new Date(draft.mailings[0]?.mailedAt ?? now.toISOString()), policy.timezone).date;
  const away = policy.away.find(
    ({ person, from, to }) => addressOf(person, policy) === draft.owner && from <= today && today <= to,
  );
  if (as === 'cover' || (as === 'first' && away)) {
    return away
      ? { kind: 'cover', away: { name: away.person, address: draft.owner }, until: away.to }
      : { kind: 'first' };
  }
  return as === 'again' || as === 'admin' ? { kind: as, since } : { kind: 'first' };
};

/** A draft's letter that never left, made again with the token it was announced with. */
export const remailDraft = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  letter: string,
): Promise<void> => {
  const shown = await waitingDraftView(deps, business, loaded);
  const known = shown?.draft.mailings.find(one => draftLetter(shown.draft.id, one.mailing) === letter);
  if (!shown || !known) return;
  const { mailing, tokenHash, kind: as, expiresAt } = known;
  const announced = await announcedBefore(deps, loaded, { type: DraftMailed, tokenHash }, to =>
    draftSubject(quoteId, shown.draft.id, mailing, to),
  );
  await deliver(deps, business, quoteId, expiring(announced, expiresAt), { ...shown, mailing, as });
};
