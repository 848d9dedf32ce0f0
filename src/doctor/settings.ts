import type { SSMClient } from '@aws-sdk/client-ssm';
import * as E from 'fp-ts/lib/Either.js';
import { ConfigUnusable, ssmConfig } from '../adapters/aws/ssm-config.ts';
import type { Config } from '../cadence/policy.ts';
import type { Clock } from '../ports/world.ts';
import { asDeployed, aws, type Deployment, type Finding, note, orGood, quoted, redeploy, wrong } from './finding.ts';

export interface SettingsFacts {
  /** Left: what is wrong, parameter by parameter, as the functions themselves would say. */
  readonly config: E.Either<readonly string[], Config>;
  readonly paused: boolean;
}

export const lookAtSettings = async (
  client: SSMClient,
  place: { readonly path: string; readonly clock: Clock },
): Promise<SettingsFacts> => {
  const settings = ssmConfig(client, place);
  const paused = await settings.paused();
  try {
    return { config: E.right((await settings.read()).config), paused };
  } catch (error) {
    if (error instanceof ConfigUnusable) return { config: E.left(error.faults), paused };
    throw error;
  }
};

/** The parameters can be read as the functions read them, agree with the schedules, and name who may send. */
export const checkSettings = (facts: SettingsFacts, at: Deployment): readonly Finding[] => {
  const path = at.variable('QF_CONFIG_PATH');
  const paused = facts.paused
    ? [
        note(
          'settings',
          'sending is paused: approved nudges wait',
          aws(at, `ssm put-parameter --name ${path}paused --type String --overwrite --value false`),
        ),
      ]
    : [];
  const found = E.isLeft(facts.config)
    ? facts.config.left.map(fault => wrong('settings', fault, mendOf(fault, at)))
    : inConfig(facts.config.right, at);
  return orGood([...found, ...paused], 'settings', `${path}* can be used`);
};

const inConfig = (config: Config, at: Deployment): readonly Finding[] => {
  const path = at.variable('QF_CONFIG_PATH');
  const scheduled = at.variable('QF_TIMEZONE');
  return [
    ...(config.timezone === scheduled
      ? []
      : [
          wrong(
            'settings',
            `${path}timezone is ${config.timezone}, the functions were deployed for ${scheduled}: they refuse to run`,
            redeploy(at, `Timezone=${config.timezone}`),
          ),
        ]),
    ...(config.companyDomains.length > 0
      ? []
      : [
          wrong(
            'settings',
            `${path}company_domains names no domain: nobody counts as a rep, and every quote falls to the admin`,
            put(at, `${path}company_domains`, '["your-company.com"]'),
          ),
        ]),
  ];
};

/** A fault begins with the parameter's name and may end in an example. The zone belongs to the stack. */
const mendOf = (fault: string, at: Deployment): string => {
  const name = fault.split(': ')[0] ?? '';
  if (fault.includes('is not a setting')) return aws(at, `ssm delete-parameter --name ${name}`);
  if (name.endsWith('/timezone')) return asDeployed(at);
  const example = /; for example (.*?)(?:, or null for none)?$/s.exec(fault)?.[1] ?? '…';
  return put(at, name, example);
};

/** Texts stand in a parameter without the quotes that they have in JSON. */
const put = (at: Deployment, name: string, example: string): string =>
  aws(
    at,
    `ssm put-parameter --name ${name} --type String --overwrite --value ${quoted(example.replace(/^"(.*)"$/s, '$1'))}`,
  );
