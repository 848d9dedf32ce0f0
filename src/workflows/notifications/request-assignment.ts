import * as E from 'fp-ts/lib/Either.js';
import { askAbout, type MailState, recordQuestion } from '../../aggregates/mail.ts';
import { standInFor } from '../../cadence/owner.ts';
import { byItself } from '../../event-store/by-itself.ts';
import { MailUnmatched } from '../../events/mail-events.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import { mailStream } from '../../events/stream-id.ts';
import type { TokenSubject } from '../../kernel/references.ts';
import { type Doubt, unsureMail } from '../../presentation/emails/unsure-mail.ts';
import type { QuoteView } from '../../presentation/view-models/quote-view.ts';
import { type BusinessContext, ownershipOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { quoteViewOf } from '../nudges/draft-view.ts';
import { loadQuote, personalFacts } from '../quotes.ts';
import { decideMail, type Inbound } from '../replies/inbound.ts';
import { passedMessage } from '../replies/message-view.ts';
import {
  type Announced,
  announce,
  announcedBefore,
  issueLink,
  type NotAnnounced,
  sendTokenisedLetter,
} from './send-tokenised-letter.ts';

export interface Question {
  readonly to: 'owner' | 'admin';
  readonly why: string;
  readonly doubt: Doubt['kind'];
  /** Streams of the quotes that it may be about; each is on hold. */
  readonly candidates: readonly string[];
}

/** What the link of a question about a message is signed over. */
const questionSubject = (id: string, recipient: string): TokenSubject => ({
  stream: mailStream(id),
  about: 'unsure',
  recipient,
  mailing: 1,
});

/** The candidates as letters show them; those that were never listed, or cannot be read, are left out. */
export const candidateViews = async (
  deps: Dependencies,
  business: BusinessContext,
  candidates: readonly string[],
): Promise<readonly QuoteView[]> => {
  const views = await Promise.all(
    candidates.map(async key => {
      const view = await byItself(async () => {
        const loaded = await loadQuote(deps, key);
        const personal = loaded.state.facts && (await personalFacts(deps, loaded));
        return loaded.state.facts && quoteViewOf(loaded.state, personal, ownershipOf(loaded.state, business), business);
      });
      return E.isRight(view) ? view.right : null;
    }),
  );
  return views.filter((view): view is QuoteView => view !== null);
};

/** A message that no rule can place is a person's: the owner's where all its quotes have one owner, else the admin's. */
export const requestAssignment = async (
  inbound: Inbound,
  { to: wanted, why, doubt, candidates }: Question,
): Promise<void> => {
  const { deps, business, id } = inbound;
  const { policy, today, now } = business;
  const views = await candidateViews(deps, business, candidates);
  const owners = [...new Set(views.map(({ owner }) => standInFor(owner.address, policy, today)))];
  const [owner] = owners;
  const admin = policy.admin.toLowerCase();
  const to = wanted === 'owner' && owner !== undefined && owners.length === 1 ? owner : admin;
  const link = await issueLink(deps, questionSubject(id, to), now);
  const question = { why: why.slice(0, 300), candidates: [...candidates], ...link.recorded };
  const announced = await announce(link, () =>
    decideMail(inbound, state => askAbout(state, question, { to }), { system: 'router' }, link.recorded.recipientRef),
  );
  await sendQuestion(inbound, announced, { asAdmin: to === admin && wanted === 'admin', doubt, views });
};

interface Asked {
  readonly asAdmin: boolean;
  readonly doubt: Doubt['kind'];
  readonly views: readonly QuoteView[];
}

const sendQuestion = async <L>(
  inbound: Inbound,
  announced: E.Either<NotAnnounced, Announced<L>>,
  { asAdmin, doubt, views }: Asked,
): Promise<void> => {
  const { deps, business, key } = inbound;
  await sendTokenisedLetter(deps, announced, {
    write: async ({ url }) => {
      const { view } = await passedMessage(deps, key, business.now.toISOString());
      const mail = unsureMail({
        message: view,
        doubt: { kind: doubt },
        candidates: views,
        zone: business.policy.timezone,
        url,
        since: null,
        to: asAdmin ? 'admin' : 'owner',
      });
      return { mail, tags: { kind: 'unsure' } };
    },
    record: messageId => decideMail(inbound, state => recordQuestion(state, messageId)),
  });
};

/** A question whose letter never left, asked again under the token that was announced. */
export const askAgain = async (
  inbound: Inbound,
  { candidates, tokenHash }: NonNullable<MailState['unmatched']>,
  stored: readonly StoredEvent[],
): Promise<void> => {
  const { deps, business, id } = inbound;
  const announced = await announcedBefore(deps, { stored }, { type: MailUnmatched, tokenHash }, to =>
    questionSubject(id, to),
  );
  if (E.isLeft(announced)) return;
  await sendQuestion(inbound, announced, {
    asAdmin: announced.right.to === business.policy.admin.toLowerCase(),
    doubt: candidates.length === 0 ? 'unmatched' : 'sender',
    views: await candidateViews(deps, business, candidates),
  });
};
