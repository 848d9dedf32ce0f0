import type * as E from 'fp-ts/lib/Either.js';
import { mailNotice, recordLetter } from '../../aggregates/quote/letters.ts';
import { type NotifyTask, noticeLetter } from '../../aggregates/quote/pending-tasks.ts';
import type { Notice, QuoteState } from '../../aggregates/quote/state.ts';
import { standInFor } from '../../cadence/owner.ts';
import type { Loaded } from '../../event-store/load.ts';
import { type NoticeKind, NoticeMailed } from '../../events/quote-events.ts';
import { quoteStream } from '../../events/stream-id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { TokenSubject } from '../../kernel/references.ts';
import { type BusinessContext, ownershipOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { decideQuote } from '../quotes.ts';
import { writeNotice } from './notice-letters.ts';
import {
  type Announced,
  announce,
  announcedBefore,
  issueLink,
  type NotAnnounced,
  recipientOfToken,
  sendTokenisedLetter,
} from './send-tokenised-letter.ts';

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
  await deliver(deps, business, quoteId, announced, { notice, about, role });
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

/** Puts the hash of a notice's token into the log, before anything leaves. */
export const announceNotice = async (
  deps: Dependencies,
  { now }: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  { notice, about, to, dayMail }: Announce,
): Promise<AnnouncedNotice> => {
  const link = await issueLink(deps, noticeSubject(quoteId, { notice, about, mailing: 1 }, to), now);
  const announced = {
    notice,
    about,
    mailing: 1,
    ...link.recorded,
    ...(dayMail === undefined ? {} : { dayMail }),
  };
  return announce(link, () =>
    decideQuote(deps, quoteId, {
      actor: { system: 'sender' },
      loaded,
      decide: state => mailNotice(state, announced, { to }),
    }),
  );
};

type AnnouncedNotice = E.Either<NotAnnounced, Announced<Loaded<QuoteState>>>;

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
  const { notice, about } = known;
  const announced = await announcedBefore(deps, loaded, { type: NoticeMailed, tokenHash: known.tokenHash }, to =>
    noticeSubject(quoteId, known, to),
  );
  const role = notice === 'reply-admin' ? 'admin' : 'owner';
  await deliver(deps, business, quoteId, announced, { notice, about, role });
};

/** To whom the notice with this token went; null when erased. */
export const recipientOf = (
  deps: Pick<Dependencies, 'keys'>,
  { stored }: Loaded<QuoteState>,
  tokenHash: string,
): Promise<string | null> => recipientOfToken(deps, NoticeMailed, stored, tokenHash);

interface Told {
  readonly notice: NoticeKind;
  readonly about: string;
  readonly role: NotifyTask['to'];
}

const deliver = (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  announced: AnnouncedNotice,
  { notice, about, role }: Told,
): Promise<unknown> =>
  sendTokenisedLetter(deps, announced, {
    write: async ({ to, url, loaded }) => {
      const written = await writeNotice(deps, business, quoteId, loaded, { notice, about, role, to, url });
      return written && { ...written, tags: { kind: notice } };
    },
    record: messageId =>
      decideQuote(deps, quoteId, {
        actor: { system: 'sender' },
        decide: state => recordLetter(state, { letter: noticeLetter(notice, about, 1), messageId }),
      }),
  });
