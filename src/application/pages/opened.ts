import { nonceOf, sameText, tokenHash } from '../../kernel/references.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import type { World } from '../world.ts';
import { NONCE, type PageRequest } from './page-request.ts';

/** Tokens are `kid.mac`; anything else is not looked up. */
const SHAPE = /^[A-Za-z0-9_-]{1,16}\.[A-Za-z0-9_-]{43}$/;

/** The row that a token's hash names, or null: unknown, altered, or mailed so lately that the read model lags. */
export const rowOfToken = async (
  { readModels }: Pick<World, 'readModels'>,
  token: string,
): Promise<ApprovalRow | null> => (SHAPE.test(token) ? readModels.approval(tokenHash(token)) : null);

/** A form's unseen fields: a nonce that only the page's own GET could give, bound to what it showed. */
export const hiddenFields = async (
  world: Pick<World, 'secrets'>,
  token: string,
  shown: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> => {
  const [newest] = await world.secrets.linkKeys();
  return { [NONCE]: nonceOf(newest.secret, token, boundTo(shown)), ...shown };
};

/** True when the posted form came from a page that was shown to whoever has the token, and is unchanged. */
export const nonceHolds = async (
  world: Pick<World, 'secrets'>,
  request: PageRequest,
  names: readonly string[],
): Promise<boolean> => {
  const shown = Object.fromEntries(names.map(name => [name, request.form[name] ?? '']));
  const given = request.form[NONCE] ?? '';
  const keys = await world.secrets.linkKeys();
  return keys.some(({ secret }) => sameText(given, nonceOf(secret, request.token, boundTo(shown))));
};

const boundTo = (shown: Readonly<Record<string, string>>): string => JSON.stringify(Object.entries(shown).sort());
