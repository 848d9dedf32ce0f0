import * as E from 'fp-ts/lib/Either.js';
import type { Refused } from '../../aggregates/decision.ts';
import {
  APPROVAL_WAIT_MS,
  answeredElsewhere,
  approveDraft,
  cancelApproval,
  holdByRep,
  skipDraft,
  voidDraft,
} from '../../aggregates/quote/draft.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import { aboutDraft } from '../../events/flow.ts';
import type { QuoteEvent } from '../../events/quote-events.ts';
import { decideQuote } from '../quotes.ts';
import type { World } from '../world.ts';
import type { PageRequest } from './page-request.ts';

/** What a person says of a draft, whichever page they say it on. */
export type DraftVerdict = 'approve' | 'skip' | 'cancel' | 'answered' | 'hold';

/** Which draft is decided on, by whom, and what they were shown. */
export interface DraftDecision {
  readonly quoteId: string;
  readonly draftId: string;
  /** The token's recipient: in their name it is done. */
  readonly by: string;
  /** Hash of the page's draft and facts, and of the text alone. */
  readonly seenHash: string;
  readonly textHash: string;
  /** The link it was decided through, and when that was mailed. */
  readonly tokenHash: string;
  readonly mailedAt: string;
}

export const REASON_ANSWERED = 'the customer already answered';
export const REASON_HELD = 'put on hold';

type Decide = (state: QuoteState) => E.Either<Refused, QuoteEvent | null>;
type Act = (decide: Decide) => Promise<Refused | null>;

/** Does what the verdict asks for, once; why not, or null when it is done or was already so. */
export const decideDraft = async (
  world: World,
  request: Pick<PageRequest, 'address' | 'agent'>,
  decision: DraftDecision,
  verdict: DraftVerdict,
): Promise<Refused | null> => {
  const { quoteId, draftId, by } = decision;
  const act: Act = async decide => {
    const result = await decideQuote(world, quoteId, { actor: { user: by }, about: aboutDraft(draftId), decide });
    return E.isLeft(result) ? result.left : null;
  };
  switch (verdict) {
    case 'approve':
      return act(approval(world, request, decision));
    case 'skip':
      return act(state => skipDraft(state, { draftId }));
    case 'cancel':
      return act(state => cancelApproval(state, { draftId }));
    case 'answered':
      return endWith(act, draftId, state => answeredElsewhere(state, draftId), REASON_ANSWERED);
    case 'hold':
      return endWith(act, draftId, state => holdByRep(state, null), REASON_HELD);
  }
};

/** First the word that rests the chain, then the draft withdrawn: the sweep does the second if a crash comes between. */
const endWith = async (act: Act, draftId: string, decide: Decide, reason: string): Promise<Refused | null> => {
  const refused = await act(state =>
    state.draft?.id === draftId
      ? decide(state)
      : E.left({ refusal: 'DraftSettled', because: 'this draft is no longer open' }),
  );
  return refused ?? act(state => voidDraft(state, { draftId, reason, opens: true }));
};

const approval = (
  world: World,
  { address, agent }: Pick<PageRequest, 'address' | 'agent'>,
  { draftId, textHash, seenHash, tokenHash, mailedAt }: DraftDecision,
): Decide => {
  const now = world.clock.now().getTime();
  const data = {
    draftId,
    textHash,
    seenHash,
    sendAfter: new Date(now + APPROVAL_WAIT_MS).toISOString(),
    tokenHash,
    secondsAfterMailing: Math.max(0, Math.round((now - Date.parse(mailedAt)) / 1000)),
  };
  const from = { address: address.slice(0, 100), agent: agent.slice(0, 300) };
  return state => approveDraft(state, data, from);
};
