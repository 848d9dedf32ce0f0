import { SHEET_ACCOUNT, secretOf, secretsClient } from '../../adapters/aws/secrets.ts';
import { type GoogleAccess, googleAccess } from '../../adapters/google/google-signer.ts';
import type { Clock } from '../../ports/world.ts';
import { variable } from './environment.ts';

/** Google by the service account of this install; a changed key is used within five minutes. */
export const awsGoogle = (clock: Clock): (() => Promise<GoogleAccess>) => {
  const read = secretOf(secretsClient({}), {
    id: variable('QF_SHEET_ACCOUNT'),
    shape: SHEET_ACCOUNT,
    clock,
  });
  let made: { readonly key: string; readonly access: GoogleAccess } | null = null;
  return async () => {
    const account = await read();
    if (made?.key !== account.private_key) made = { key: account.private_key, access: googleAccess(account) };
    return made.access;
  };
};
