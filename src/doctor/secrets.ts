import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  HOOK_SECRET,
  LINK_KEYS,
  type SecretShape,
  SecretUnusable,
  type SecretWants,
  SHEET_ACCOUNT,
  secretOf,
} from '../adapters/aws/secrets.ts';
import type { ServiceAccount } from '../adapters/google/google-signer.ts';
import type { Clock } from '../ports/world.ts';
import { aws, type Deployment, type Finding, noted, orGood, wrong } from './finding.ts';

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

/** All three are there and can be decoded. */
export const checkSecrets = ({ secrets }: SecretsFacts, at: Deployment): readonly Finding[] =>
  orGood(
    secrets.flatMap(secret => (secret.fault === null ? [] : [wrong('secrets', secret.fault, mendOf(secret, at))])),
    'secrets',
    `all ${secrets.length} secrets can be used`,
  );

/** Never a command that would make a second reference key where there may be a first one: that is said beside it. */
const mendOf = ({ kind, id, wants }: SecretFacts, at: Deployment): string => {
  if (wants === 'restoring') return aws(at, `secretsmanager restore-secret --secret-id ${id}`);
  const put = (value: string): string =>
    wants === 'making'
      ? aws(at, `secretsmanager create-secret --name ${id} --secret-string ${value}`)
      : aws(at, `secretsmanager put-secret-value --secret-id ${id} --secret-string ${value}`);
  switch (kind) {
    case 'link-key':
      return noted(
        put('"$(scripts/new-link-key.sh)"'),
        'a new install only: with another refKey every contact is a stranger; else restore the version before',
      );
    case 'hook':
      return put(`"{\\"current\\":\\"$(openssl rand -hex 20)\\"}"`);
    case 'sheet-account':
      return put('file://service-account.json');
  }
};
