import { type TokenSubject, tokenHash, tokenOf } from '../../kernel/references.ts';
import type { Dependencies } from '../dependencies.ts';

export interface IssuedToken {
  readonly token: string;
  readonly hash: string;
  readonly url: string;
}

type TokenDeps = Pick<Dependencies, 'secrets' | 'installation'>;

/** The link of one mailing to one person, signed with the newest key. */
export const issueToken = async (deps: TokenDeps, subject: TokenSubject): Promise<IssuedToken> => {
  const [newest] = await deps.secrets.linkKeys();
  return issued(deps, tokenOf(newest, subject));
};

/** The same link again, for a letter that is made anew: with whichever key gives the recorded hash. Null if none does any more. */
export const reissueToken = async (
  deps: TokenDeps,
  subject: TokenSubject,
  hash: string,
): Promise<IssuedToken | null> => {
  const token = (await deps.secrets.linkKeys())
    .map(key => tokenOf(key, subject))
    .find(known => tokenHash(known) === hash);
  return token === undefined ? null : issued(deps, token);
};

const issued = ({ installation }: TokenDeps, token: string): IssuedToken => ({
  token,
  hash: tokenHash(token),
  url: `${installation.publicUrl}/t/${token}`,
});
