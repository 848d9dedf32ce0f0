import { aws, type Deployment, noted } from '../deployment.ts';
import { type Finding, orGood, wrong } from '../finding.ts';
import type { SecretFacts, SecretsFacts } from '../look/secrets.ts';

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
