import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { concrete } from './concrete.ts';
import { functionsOf, type Grant, grantsOfPolicy, type LambdaFunction } from './functions.ts';
import { OPEN_RESOURCES } from './open-resources.ts';
import { isFields, type Node, ROOT, readTemplate } from './read-template.ts';

export const ROLES_DOC = join(ROOT, 'docs/roles.md');

/** Stand for what differs from install to install. */
const PLACE = { account: '123456789012', region: 'ap-southeast-1' };
const PARAMETERS = { InboundDomain: 'INBOUND_DOMAIN', CompanyDomain: 'COMPANY_DOMAIN' };

const HEAD = `# What each function may do

Made from \`template.yaml\` by \`npm run build:roles\`; a test compares the two, and another compares each role with what the
function's bundle can ask of AWS, in both directions (\`tests/aws/roles.test.ts\`). One role for each function; no action holds
a wildcard. \`ACCOUNT\` and \`REGION\` stand for where it is installed, \`qf\` for the prefix. No role may update or delete an
item, an object, a secret or a schedule, and a policy on the log's table refuses that to everybody. Nudges leave from their owner's own address, whoever that is: the
condition there names the domain.
`;

/** The document: function × action × resource × why, and the resources that stay open with the reason. */
export const rolesDoc = (): string => {
  const template = readTemplate('template.yaml');
  const value = concrete(template, { ...PLACE, parameters: PARAMETERS });
  const shown = (node: Node): string =>
    String(value(node))
      .replaceAll(PLACE.account, 'ACCOUNT')
      .replaceAll(PLACE.region, 'REGION')
      .replace(/^arn:aws:/, '');
  const rowOf = ({ action, resources, condition, why }: Grant): string =>
    `| \`${action}\` | ${resources.map(each => `\`${shown(each)}\``).join('<br>')}${onlyIf(value(condition))} | ${why} |`;
  const section = ({ name, grants }: Pick<LambdaFunction, 'name' | 'grants'>): string =>
    [`## ${name}`, '', '| action | on | why |', '| --- | --- | --- |', ...grants.map(rowOf)].join('\n');
  const scheduler = section({ name: 'the Scheduler', grants: grantsOfPolicy(template, 'SchedulerPolicy') });
  const open = ['## Open resources', '', 'These end in a star, because:', '', '| resource | why |', '| --- | --- |'];
  const reasons = Object.entries(OPEN_RESOURCES).map(([name, why]) => `| \`${name}\` | ${why} |`);
  const sections = functionsOf(template)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(section);
  return `${[HEAD, ...sections, scheduler, [...open, ...reasons].join('\n')].join('\n\n')}\n`;
};

const onlyIf = (condition: Node): string => {
  if (!isFields(condition)) return '';
  const parts = Object.values(condition).flatMap(keys =>
    isFields(keys) ? Object.entries(keys).map(([key, wanted]) => `\`${key}\` is \`${String(wanted)}\``) : [],
  );
  return `<br>only if ${parts.join(' and ')}`;
};

if (import.meta.main) writeFileSync(ROLES_DOC, rolesDoc());
