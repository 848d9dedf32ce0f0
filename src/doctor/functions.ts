import {
  GetAccountSettingsCommand,
  GetFunctionConfigurationCommand,
  type LambdaClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-lambda';
import { asDeployed, aws, type Finding, orGood, redeploy, wrong } from './finding.ts';

/** Every function of an install, without its prefix. */
export const FUNCTIONS = [
  'delivery-events',
  'digest',
  'drive-sync',
  'intake-parser',
  'intake-webhook',
  'mail-router',
  'projector',
  'publisher',
  'reply-handler',
  'sender',
  'summary',
  'sweep',
  'timer',
] as const;

export interface FunctionFacts {
  readonly name: string;
  /** Null: there is no such function. */
  readonly found: {
    readonly arn: string;
    readonly state: string;
    readonly lastUpdate: string;
    readonly reason: string;
    readonly variables: Readonly<Record<string, string>>;
  } | null;
}

export const lookAtFunction = async (client: LambdaClient, prefix: string, name: string): Promise<FunctionFacts> => {
  try {
    const found = await client.send(new GetFunctionConfigurationCommand({ FunctionName: `${prefix}-${name}` }));
    return {
      name,
      found: {
        arn: found.FunctionArn ?? '',
        state: found.State ?? 'Active',
        lastUpdate: found.LastUpdateStatus ?? 'Successful',
        reason: found.LastUpdateStatusReason ?? found.StateReason ?? '',
        variables: found.Environment?.Variables ?? {},
      },
    };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return { name, found: null };
    throw error;
  }
};

/** How many functions this account may run at a time in this region, all together. */
export const concurrencyOf = async (client: LambdaClient): Promise<number> =>
  (await client.send(new GetAccountSettingsCommand({}))).AccountLimit?.ConcurrentExecutions ?? 0;

interface Where {
  readonly prefix: string;
  readonly region: string;
}

/** Every function is there, took its last update, and runs in one zone: a deployment that stopped half way does not. */
export const checkFunctions = (functions: readonly FunctionFacts[], where: Where): readonly Finding[] => {
  const missing = functions.filter(({ found }) => found === null).map(({ name }) => `${where.prefix}-${name}`);
  if (missing.length === functions.length)
    return [
      wrong(
        'functions',
        `there is no install with the prefix ${where.prefix} in ${where.region}`,
        `say which with --prefix and --region, or deploy it: docs/deploy.md, "The stack"`,
      ),
    ];
  const broken = functions.flatMap(({ name, found }) =>
    found !== null && (found.state === 'Failed' || found.lastUpdate === 'Failed')
      ? [`${where.prefix}-${name} (${found.reason || found.state})`]
      : [],
  );
  const zones = new Set(functions.flatMap(({ found }) => (found === null ? [] : [found.variables.QF_TIMEZONE ?? ''])));
  return orGood(
    [
      ...missing.map(name => wrong('functions', `the function ${name} is missing`, asDeployed(where))),
      ...broken.map(what => wrong('functions', `the last update of ${what} failed`, redeploy(where, null))),
      ...(zones.size > 1
        ? [
            wrong(
              'functions',
              `the functions were told different time zones: ${[...zones].join(', ')}`,
              asDeployed(where),
            ),
          ]
        : []),
    ],
    'functions',
    `all ${functions.length} functions of ${where.prefix} are there`,
  );
};

/** A new account may run ten functions at a time, all of them together: one busy minute is more. */
export const checkConcurrency = (limit: number, where: Where): readonly Finding[] =>
  limit >= MIN_CONCURRENCY
    ? []
    : [
        {
          check: 'functions',
          status: 'note',
          says: `this account may run only ${limit} functions at a time; mail that comes in a burst is taken later`,
          mend: aws(
            where,
            'service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000',
          ),
        },
      ];

const MIN_CONCURRENCY = 50;
