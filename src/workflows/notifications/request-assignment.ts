import * as E from 'fp-ts/lib/Either.js';
import { askAbout, type MailState, recordQuestion } from '../../aggregates/mail.ts';
import { standInFor } from '../../cadence/owner.ts';
import { byItself } from '../../event-store/by-itself.ts';
import { unsealer } from '../../event-store/sealing.ts';
import { MailUnmatched } from '../../events/mail-events.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import { mailStream } from '../../events/stream-id.ts';
import { referenceOf } from '../../kernel/references.ts';
import { type Doubt, unsureMail } from '../../presentation/emails/unsure-mail.ts';
import type { QuoteView } from '../../presentation/view-models/quote-view.ts';
import { type BusinessContext, ownershipOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { quoteViewOf } from '../nudges/draft-view.ts';
import { loadQuote, personalFacts } from '../quotes.ts';
import { decideMail, type Inbound } from '../replies/inbound.ts';
import { passedMessage } from '../replies/message-view.ts';
import { sendLetter } from './send-letter.ts';
import { issueToken, reissueToken } from './tokens.ts';

export interface Question {
  readonly to: 'owner' | 'admin';
  readonly why: string;
  readonly doubt: Doubt['kind'];
  /** Streams of the quotes that it may be about; each is on hold. */
  readonly candidates: readonly string[];
}

const QUESTION_LIFE_MS = 90 * 86_400_000;

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
  const { deps, business, id, refKey } = inbound;
  const { policy, today, now } = business;
  const views = await candidateViews(deps, business, candidates);
  const owners = [...new Set(views.map(({ owner }) => standInFor(owner.address, policy, today)))];
  const [owner] = owners;
  const admin = policy.admin.toLowerCase();
  const to = wanted === 'owner' && owner !== undefined && owners.length === 1 ? owner : admin;
  const token = await issueToken(deps, { stream: mailStream(id), about: 'unsure', recipient: to, mailing: 1 });
  const recipientRef = referenceOf(refKey, to);
  const expiresAt = new Date(now.getTime() + QUESTION_LIFE_MS).toISOString();
  const asked = await decideMail(
    inbound,
    state =>
      askAbout(
        state,
        { why: why.slice(0, 300), candidates: [...candidates], tokenHash: token.hash, recipientRef, expiresAt },
        { to },
      ),
    { system: 'router' },
    recipientRef,
  );
  if (E.isLeft(asked) || asked.right.events.length === 0) return;
  await sendQuestion(inbound, { to, asAdmin: to === admin && wanted === 'admin', url: token.url, doubt, views });
};

interface Asked {
  readonly to: string;
  readonly asAdmin: boolean;
  readonly url: string;
  readonly doubt: Doubt['kind'];
  readonly views: readonly QuoteView[];
}

const sendQuestion = async (inbound: Inbound, { to, asAdmin, url, doubt, views }: Asked): Promise<void> => {
  const { deps, business, key } = inbound;
  const { view } = await passedMessage(deps, key, business.now.toISOString());
  const zone = business.policy.timezone;
  const mail = unsureMail({
    message: view,
    doubt: { kind: doubt },
    candidates: views,
    zone,
    url,
    since: null,
    to: asAdmin ? 'admin' : 'owner',
  });
  const messageId = await sendLetter(deps, { to, mail, tags: { kind: 'unsure' } });
  if (messageId !== null) await decideMail(inbound, state => recordQuestion(state, messageId));
};

/** A question whose letter never left, asked again under the token that was announced. */
export const askAgain = async (
  inbound: Inbound,
  { candidates, tokenHash }: NonNullable<MailState['unmatched']>,
  events: readonly StoredEvent[],
): Promise<void> => {
  const { deps, business, id } = inbound;
  const event = events.find(({ action }) => action === MailUnmatched.name);
  const sealed = event ? await unsealer(deps.keys)(MailUnmatched, event) : 'erased';
  if (sealed === 'erased') return;
  const { to } = sealed;
  const token = await reissueToken(
    deps,
    { stream: mailStream(id), about: 'unsure', recipient: to, mailing: 1 },
    tokenHash,
  );
  const views = await candidateViews(deps, business, candidates);
  const doubt = candidates.length === 0 ? 'unmatched' : 'sender';
  if (token)
    await sendQuestion(inbound, {
      to,
      asAdmin: to === business.policy.admin.toLowerCase(),
      url: token.url,
      doubt,
      views,
    });
};
