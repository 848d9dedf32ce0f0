import * as E from 'fp-ts/lib/Either.js';
import { mailNotice, recordLetter } from '../../aggregates/quote/letters.ts';
import { type NotifyTask, noticeLetter } from '../../aggregates/quote/pending-tasks.ts';
import type { Notice, QuoteState } from '../../aggregates/quote/state.ts';
import { standInFor } from '../../cadence/owner.ts';
import type { Loaded } from '../../event-store/load.ts';
import { unsealer } from '../../event-store/sealing.ts';
import { type NoticeKind, NoticeMailed } from '../../events/quote-events.ts';
import { quoteStream } from '../../events/stream-id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { referenceOf, type TokenSubject } from '../../kernel/references.ts';
import { type BusinessContext, ownershipOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { decideQuote } from '../quotes.ts';
import { type Addressed, writeNotice } from './notice-letters.ts';
import { sendLetter } from './send-letter.ts';
import { issueToken, reissueToken } from './tokens.ts';

/** A question to a person about a quote stays open for as long as it may take to answer. */
const NOTICE_LIFE_MS = 90 * 86_400_000;

/** Tells the owner (or whoever stands in) or the admin: first the event with the token's hash, then the letter. */
export const notify = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  { notice, about, to: role }: NotifyTask,
): Promise<void> => {
  const to = addresseeFor(loaded.state, role, business);
  const announced = await announceNotice(deps, business, quoteId, loaded, { notice, about, to });
  if (announced)
    await deliver(deps, business, quoteId, announced.loaded, { notice, about, to, role, url: announced.url });
};

/** The address of whoever a notice is for today. */
export const addresseeFor = (state: QuoteState, role: NotifyTask['to'], business: BusinessContext): string =>
  role === 'admin'
    ? business.policy.admin.toLowerCase()
    : standInFor(ownershipOf(state, business).owner, business.policy, business.today);

export interface Announce {
  readonly notice: NoticeKind;
  readonly about: string;
  readonly to: string;
  /** The local date whose one mail carries it. */
  readonly dayMail?: LocalDate;
}

/** Puts the hash of a notice's token into the log, before anything leaves; null when it was announced before. */
export const announceNotice = async (
  deps: Dependencies,
  { now }: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  { notice, about, to, dayMail }: Announce,
): Promise<{ readonly loaded: Loaded<QuoteState>; readonly url: string } | null> => {
  const token = await issueToken(deps, noticeSubject(quoteId, { notice, about, mailing: 1 }, to));
  const announced = {
    notice,
    about,
    tokenHash: token.hash,
    recipientRef: referenceOf(await deps.secrets.refKey(), to),
    mailing: 1,
    expiresAt: new Date(now.getTime() + NOTICE_LIFE_MS).toISOString(),
    ...(dayMail === undefined ? {} : { dayMail }),
  };
  const mailed = await decideQuote(deps, quoteId, {
    actor: { system: 'sender' },
    loaded,
    decide: state => mailNotice(state, announced, { to }),
  });
  if (E.isLeft(mailed) || mailed.right.events.length === 0) return null;
  return { loaded: mailed.right, url: token.url };
};

/** What the link of a notice is signed over. */
export const noticeSubject = (
  quoteId: string,
  { notice, about, mailing }: Pick<Notice, 'notice' | 'about' | 'mailing'>,
  recipient: string,
): TokenSubject => ({ stream: quoteStream(quoteId), about: `${notice}/${about}`, recipient, mailing });

/** A notice whose letter never left, made again with the token it was announced with. */
export const renotify = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  letter: string,
): Promise<void> => {
  const known = loaded.state.notices.find(
    ({ notice, about, mailing }) => noticeLetter(notice, about, mailing) === letter,
  );
  if (!known?.tokenHash) return;
  const to = await recipientOf(deps, loaded, known.tokenHash);
  if (to === null) return;
  const { notice, about } = known;
  const token = await reissueToken(deps, noticeSubject(quoteId, known, to), known.tokenHash);
  const role = notice === 'reply-admin' ? 'admin' : 'owner';
  if (token) await deliver(deps, business, quoteId, loaded, { notice, about, to, role, url: token.url });
};

/** To whom the notice with this token went; null when erased. */
export const recipientOf = async (
  deps: Pick<Dependencies, 'keys'>,
  { stored }: Loaded<QuoteState>,
  tokenHash: string,
): Promise<string | null> => {
  const event = stored.find(
    ({ action, data }) => action === NoticeMailed.name && NoticeMailed.data.is(data) && data.tokenHash === tokenHash,
  );
  const sealed = event ? await unsealer(deps.keys)(NoticeMailed, event) : 'erased';
  return sealed === 'erased' ? null : sealed.to;
};

const deliver = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  addressed: Addressed,
): Promise<void> => {
  const written = await writeNotice(deps, business, quoteId, loaded, addressed);
  if (!written) return;
  const messageId = await sendLetter(deps, { to: addressed.to, ...written, tags: { kind: addressed.notice } });
  if (messageId === null) return;
  const letter = noticeLetter(addressed.notice, addressed.about, 1);
  await decideQuote(deps, quoteId, {
    actor: { system: 'sender' },
    decide: state => recordLetter(state, { letter, messageId }),
  });
};
