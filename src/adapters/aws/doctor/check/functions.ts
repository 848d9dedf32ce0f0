import { asDeployed, aws, redeploy } from '../deployment.ts';
import { type Finding, orGood, wrong } from '../finding.ts';
import type { FunctionFacts } from '../look/functions.ts';

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
  limit >= LEAST_CONCURRENCY
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

const LEAST_CONCURRENCY = 50;
