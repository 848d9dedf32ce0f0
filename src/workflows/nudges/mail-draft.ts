import * as E from 'fp-ts/lib/Either.js';
import { DRAFT_LIFE_MS, mailDraft } from '../../aggregates/quote/draft.ts';
import { recordLetter } from '../../aggregates/quote/letters.ts';
import { draftLetter } from '../../aggregates/quote/pending-tasks.ts';
import type { Draft, QuoteState } from '../../aggregates/quote/state.ts';
import { addressOf, standInFor } from '../../cadence/owner.ts';
import { wallClock } from '../../cadence/sending-hours.ts';
import type { Loaded } from '../../event-store/load.ts';
import { unsealer } from '../../event-store/sealing.ts';
import { DraftMailed, MovePlanned } from '../../events/quote-events.ts';
import { quoteStream } from '../../events/stream-id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { fingerprintOf, referenceOf } from '../../kernel/references.ts';
import { approvalMail } from '../../presentation/emails/approval-mail.ts';
import { type DraftView, seenText } from '../../presentation/view-models/draft-view.ts';
import type { Asking } from '../../presentation/view-models/facts.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { sendLetter } from '../notifications/send-letter.ts';
import { type IssuedToken, issueToken, reissueToken } from '../notifications/tokens.ts';
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
  const subject = { stream: quoteStream(facts.number), about: draft.id, recipient, mailing: mailed.mailing };
  return (await reissueToken(deps, subject, mailed.tokenHash))?.url ?? null;
};

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
): Promise<Loaded<QuoteState>> => {
  const shown = await waitingDraftView(deps, business, loaded);
  if (!shown) return loaded;
  const { policy, today } = business;
  const to = as === 'admin' ? policy.admin.toLowerCase() : standInFor(shown.draft.owner, policy, today);
  const announced = await announceDraft(deps, business, quoteId, loaded, { ...shown, to, mailing, as });
  return announced ? deliver(deps, business, quoteId, announced.loaded, announced.delivery) : loaded;
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

/** Puts the hash of a mailing's token into the log, before anything leaves; null when the draft is decided or this mailing is another's. */
export const announceDraft = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  { draft, view, to, mailing, as, dayMail }: Announce,
): Promise<{ readonly loaded: Loaded<QuoteState>; readonly delivery: Delivery } | null> => {
  const token = await issueToken(deps, { stream: quoteStream(quoteId), about: draft.id, recipient: to, mailing });
  const refKey = await deps.secrets.refKey();
  const expiresAt = new Date(business.now.getTime() + DRAFT_LIFE_MS).toISOString();
  const mailed = {
    draftId: draft.id,
    mailing,
    kind: as,
    tokenHash: token.hash,
    recipientRef: referenceOf(refKey, to),
    pageHash: fingerprintOf(refKey, seenText(view)),
    projectedSendAt: (projectedSendAt(business) ?? business.now).toISOString(),
    expiresAt,
    ...(dayMail === undefined ? {} : { dayMail }),
  };
  const result = await decideQuote(deps, quoteId, {
    actor: { system: 'sender' },
    loaded,
    decide: state => mailDraft(state, mailed, { to }),
  });
  if (E.isLeft(result) || result.right.events.length === 0) return null;
  return { loaded: result.right, delivery: { view, draft, to, token, mailing, as, expiresAt } };
};

export interface Delivery {
  readonly view: DraftView;
  readonly draft: Draft;
  readonly to: string;
  readonly token: IssuedToken;
  readonly mailing: number;
  readonly as: MailDraft['as'];
  readonly expiresAt: string;
}

const deliver = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  delivery: Delivery,
): Promise<Loaded<QuoteState>> => {
  const { view, draft, to, token, mailing, as, expiresAt } = delivery;
  const mail = approvalMail({
    view,
    asking: askingOf(as, draft, business),
    to: personOf(to, business),
    url: token.url,
    goodUntil: wallClock(new Date(expiresAt), business.policy.timezone).date,
  });
  const sent = await sendLetter(deps, { to, mail, tags: { kind: 'approval' } });
  if (sent === null) return loaded;
  const result = await decideQuote(deps, quoteId, {
    actor: { system: 'sender' },
    loaded,
    decide: state => recordLetter(state, { letter: draftLetter(draft.id, mailing), messageId: sent }),
  });
  return E.isRight(result) ? result.right : loaded;
};

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
): Promise<Loaded<QuoteState>> => {
  const shown = await waitingDraftView(deps, business, loaded);
  const mailing = shown?.draft.mailings.find(known => draftLetter(shown.draft.id, known.mailing) === letter);
  const event = loaded.stored.find(
    ({ action, data }) =>
      action === DraftMailed.name && DraftMailed.data.is(data) && data.tokenHash === mailing?.tokenHash,
  );
  if (!shown || !mailing || !event) return loaded;
  const sealed = await unsealer(deps.keys)(DraftMailed, event);
  if (sealed === 'erased') return loaded;
  const subject = {
    stream: quoteStream(quoteId),
    about: shown.draft.id,
    recipient: sealed.to,
    mailing: mailing.mailing,
  };
  const token = await reissueToken(deps, subject, mailing.tokenHash);
  if (!token) return loaded;
  const { draft, view } = shown;
  return deliver(deps, business, quoteId, loaded, {
    view,
    draft,
    to: sealed.to,
    token,
    mailing: mailing.mailing,
    as: mailing.kind,
    expiresAt: mailing.expiresAt,
  });
};
