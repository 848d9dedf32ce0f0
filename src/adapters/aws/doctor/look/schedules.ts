import { GetScheduleCommand, ResourceNotFoundException, type SchedulerClient } from '@aws-sdk/client-scheduler';

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
