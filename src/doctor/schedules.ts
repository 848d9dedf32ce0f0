import { GetScheduleCommand, ResourceNotFoundException, type SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Clock } from '../ports/world.ts';
import { asDeployed, type Deployment, type Finding, good, orGood, redeploy, wrong } from './finding.ts';

export interface ScheduleFacts {
  readonly name: string;
  /** Null: there is no such schedule. */
  readonly found: {
    readonly enabled: boolean;
    readonly zone: string;
    readonly expression: string;
    readonly target: string;
  } | null;
}

export const lookAtSchedule = async (client: SchedulerClient, prefix: string, name: string): Promise<ScheduleFacts> => {
  try {
    const found = await client.send(
      new GetScheduleCommand({ GroupName: `${prefix}-recurring`, Name: `${prefix}-${name}` }),
    );
    return {
      name: `${prefix}-${name}`,
      found: {
        enabled: found.State === 'ENABLED',
        zone: found.ScheduleExpressionTimezone ?? 'UTC',
        expression: found.ScheduleExpression ?? '',
        target: found.Target?.Arn ?? '',
      },
    };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return { name: `${prefix}-${name}`, found: null };
    throw error;
  }
};

/** What runs by the clock, and which function it calls. */
export const SCHEDULES = {
  'daily-check': { expression: 'cron(0 9 * * ? *)', calls: 'timer' },
  'drive-sync': { expression: 'rate(15 minutes)', calls: 'drive-sync' },
  sweep: { expression: 'rate(15 minutes)', calls: 'sweep' },
  'weekly-digest': { expression: 'cron(0 8 ? * MON *)', calls: 'digest' },
  'monthly-summary': { expression: 'cron(0 9 ? * 2#1 *)', calls: 'summary' },
} as const;

/** Each is there, on, at its hour in the business's zone, and calls its function. `zone` is the configured one. */
export const checkSchedules = (
  schedules: readonly ScheduleFacts[],
  zone: string,
  at: Deployment,
): readonly Finding[] => {
  // Of the zone that was deployed, whatever differs was changed by hand.
  const again = at.variable('QF_TIMEZONE') === zone ? asDeployed(at) : redeploy(at, `Timezone=${zone}`);
  const faults = schedules.flatMap(schedule => {
    const fault = faultOf(schedule, zone, at);
    return fault === null ? [] : [wrong('schedules', `the schedule ${schedule.name} ${fault}`, again)];
  });
  return orGood(faults, 'schedules', `all ${schedules.length} schedules are on, in ${zone}`);
};

const faultOf = ({ name, found }: ScheduleFacts, zone: string, at: Deployment): string | null => {
  if (found === null) return 'is missing';
  if (!found.enabled) return 'is switched off';
  if (found.zone !== zone)
    return `runs in ${found.zone}, the business in ${zone}: nine o'clock is another nine o'clock`;
  const wanted = Object.entries(SCHEDULES).find(([key]) => name === `${at.prefix}-${key}`)?.[1];
  if (wanted === undefined) return null;
  if (found.expression !== wanted.expression) return `runs at ${found.expression}, not at ${wanted.expression}`;
  return found.target.endsWith(`:function:${at.prefix}-${wanted.calls}`) ? null : `calls ${found.target}`;
};

interface Answered {
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** By how much this machine's clock is ahead of AWS's, as an answer's `Date` says: to the second. Null: not known yet. */
export interface ServerTime {
  readonly aheadMs: () => number | null;
  /** Reads each answer that a client gets, refusals too. */
  readonly listen: (client: ListenedTo) => void;
}

interface ListenedTo {
  readonly middlewareStack: {
    // biome-ignore lint/suspicious/noExplicitAny: the SDK's own types differ from client to client
    readonly add: (middleware: any, options: any) => void;
  };
}

export const serverTime = (clock: Clock): ServerTime => {
  let aheadMs: number | null = null;
  const heard = (answer: Answered | undefined): void => {
    const date = Date.parse(answer?.headers?.date ?? '');
    if (!Number.isNaN(date)) aheadMs = clock.now().getTime() - date;
  };
  return {
    aheadMs: () => aheadMs,
    listen: client =>
      client.middlewareStack.add(
        (next: (args: unknown) => Promise<{ readonly response: Answered }>) => async (args: unknown) => {
          try {
            const result = await next(args);
            heard(result.response);
            return result;
          } catch (error) {
            if (error instanceof Error && '$response' in error) heard(error.$response as Answered);
            throw error;
          }
        },
        { step: 'deserialize', priority: 'high' },
      ),
  };
};

/** A date header is whole seconds, and its way takes time. Signed posts are refused from five minutes on. */
const MAX_SKEW_MS = 30_000;

/** The clock of the machine that this runs on, against AWS's: signatures and comparisons of times hang on it. */
export const checkClock = (aheadMs: number): readonly Finding[] => {
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  return Math.abs(aheadMs) <= MAX_SKEW_MS
    ? [good('clock', `this machine's clock agrees with AWS's (${seconds} s)`)]
    : [
        wrong(
          'clock',
          `this machine's clock is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} AWS's`,
          'sudo timedatectl set-ntp true # macOS: sudo sntp -sS time.apple.com',
        ),
      ];
};
