import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Clock } from '../../../../ports/world.ts';
import type { ServiceAccount } from '../../../google/google-signer.ts';
import { HOOK_SECRET, LINK_KEYS, type SecretShape, SHEET_ACCOUNT } from '../../secret-shapes.ts';
import { SecretUnusable, type SecretWants, secretOf } from '../../secrets.ts';
import type { Deployment } from '../deployment.ts';

export interface SecretFacts {
  /** Of the three: what it is for. */
  readonly kind: 'link-key' | 'hook' | 'sheet-account';
  readonly id: string;
  readonly example: string;
  /** Null: it can be used. */
  readonly fault: string | null;
  readonly wants: SecretWants;
}

export interface SecretsFacts {
  readonly secrets: readonly SecretFacts[];
  /** Null where it cannot be used. */
  readonly account: ServiceAccount | null;
}

/** Reads the three secrets as the functions do. Nothing of what they hold is kept but the service account, for the sheet. */
export const lookAtSecrets = async (
  client: SecretsManagerClient,
  at: Deployment,
  clock: Clock,
): Promise<SecretsFacts> => {
  const read = async <A>(kind: SecretFacts['kind'], name: string, shape: SecretShape<A>) => {
    const id = at.variable(name);
    try {
      const held = await secretOf(client, { id, shape, clock })();
      return { facts: { kind, id, example: shape.example, fault: null, wants: 'value' as const }, held };
    } catch (error) {
      if (!(error instanceof SecretUnusable)) throw error;
      const { message: fault, wants } = error;
      return { facts: { kind, id, example: shape.example, fault, wants }, held: null };
    }
  };
  const [link, hook, sheet] = await Promise.all([
    read('link-key', 'QF_LINK_KEY', LINK_KEYS),
    read('hook', 'QF_HOOK_SECRET', HOOK_SECRET),
    read('sheet-account', 'QF_SHEET_ACCOUNT', SHEET_ACCOUNT),
  ]);
  const noKey = link.held !== null && link.held.linkKeys.length === 0;
  const linkFacts = noKey
    ? {
        ...link.facts,
        fault: `the secret ${link.facts.id} holds no link key; it should look like ${LINK_KEYS.example}`,
      }
    : link.facts;
  return { secrets: [linkFacts, hook.facts, sheet.facts], account: sheet.held };
};
