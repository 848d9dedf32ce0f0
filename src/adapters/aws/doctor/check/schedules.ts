import { asDeployed, type Deployment, redeploy } from '../deployment.ts';
import { type Finding, orGood, wrong } from '../finding.ts';
import type { ScheduleFacts } from '../look/schedules.ts';

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
