import type { QuoteState } from '../aggregates/quote/state.ts';
import { quoteStream } from '../events/stream-name.ts';
import { referenceOf } from '../kernel/references.ts';
import type { Loaded } from './load.ts';
import { reissueToken } from './tokens.ts';
import type { World } from './world.ts';

/** The page of the waiting draft as it was mailed to this person; null while none waits, or it was mailed to others. */
export const draftLinkFor = async (
  world: Pick<World, 'secrets' | 'installation'>,
  { state: { draft, facts } }: Pick<Loaded<QuoteState>, 'state'>,
  recipient: string,
): Promise<string | null> => {
  if (!draft || !facts) return null;
  const ref = referenceOf(await world.secrets.refKey(), recipient);
  const mailed = draft.mailings.findLast(({ recipientRef }) => recipientRef === ref);
  if (!mailed) return null;
  const subject = { stream: quoteStream(facts.number), about: draft.id, recipient, mailing: mailed.mailing };
  return (await reissueToken(world, subject, mailed.tokenHash))?.url ?? null;
};
