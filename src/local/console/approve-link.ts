import type { QuoteState } from '../../aggregates/quote/state.ts';
import type { Loaded } from '../../application/load.ts';
import { reissueToken } from '../../application/tokens.ts';
import { unsealer } from '../../application/unseal.ts';
import type { World } from '../../application/world.ts';
import { DraftMailed } from '../../events/quote-events.ts';
import { quoteStream } from '../../events/stream-name.ts';

/** The page where the waiting draft is decided, as its newest mail links it; null while none waits or its mail is not out. */
export const approveLink = async (
  world: Pick<World, 'keys' | 'secrets' | 'installation'>,
  { state, stored }: Loaded<QuoteState>,
): Promise<string | null> => {
  const { draft, facts } = state;
  const mailing = draft?.status === 'mailed' ? draft.mailings.at(-1) : undefined;
  if (!draft || !mailing || !facts) return null;
  const event = stored.find(
    ({ action, data }) =>
      action === DraftMailed.name && DraftMailed.data.is(data) && data.tokenHash === mailing.tokenHash,
  );
  const sealed = event ? await unsealer(world.keys)(DraftMailed, event) : 'erased';
  if (sealed === 'erased') return null;
  const subject = {
    stream: quoteStream(facts.number),
    about: draft.id,
    recipient: sealed.to,
    mailing: mailing.mailing,
  };
  return (await reissueToken(world, subject, mailing.tokenHash))?.url ?? null;
};

/** To whom each mailing of the waiting draft went; who was erased is left out. */
export const askedFor = async (
  world: Pick<World, 'keys'>,
  { state, stored }: Loaded<QuoteState>,
): Promise<readonly string[]> => {
  const open = unsealer(world.keys);
  const hashes = new Set(state.draft?.mailings.map(({ tokenHash }) => tokenHash));
  const mailed = stored.filter(
    ({ action, data }) => action === DraftMailed.name && DraftMailed.data.is(data) && hashes.has(data.tokenHash),
  );
  const sealed = await Promise.all(mailed.map(event => open(DraftMailed, event)));
  return [...new Set(sealed.flatMap(part => (part === 'erased' ? [] : [part.to])))];
};
