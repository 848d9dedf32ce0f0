import { createHash } from 'node:crypto';
import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import type { Clock, MoveNotice, OneOffs } from '../../ports/world.ts';
import { type AwsPlace, clientOptions } from './client-options.ts';

export const schedulerClient = (place: AwsPlace): SchedulerClient => new SchedulerClient(clientOptions(place));

export interface SchedulerOneOffsOptions {
  readonly clock: Clock;
  /** The schedule group of this install: the role may act on nothing outside it. */
  readonly group: string;
  readonly targetArn: string;
  /** The role that the Scheduler takes on to call the target. */
  readonly roleArn: string;
  readonly deadLetterArn: string;
}

const MINUTE_MS = 60_000;
const RETRIES = 20;
const RETRY_FOR_SECONDS = 3_600;

/** One-off schedules that remove themselves. */
export const schedulerOneOffs = (client: SchedulerClient, options: SchedulerOneOffsOptions): OneOffs => ({
  ...schedulerSetting(client, options),
  cancel: async name => {
    try {
      await client.send(new DeleteScheduleCommand({ GroupName: options.group, Name: scheduleName(name) }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  },
});

/**
 * Setting one, which is all that functions do: a call that is no longer wanted finds nothing left to do. The Scheduler
 * refuses a time that is past and runs a schedule somewhere within its minute: so the next full minute from the time
 * asked for, and never an earlier one than the next from now.
 */
export const schedulerSetting = (client: SchedulerClient, options: SchedulerOneOffsOptions): Pick<OneOffs, 'at'> => ({
  at: async (name, at, payload) => {
    const schedule = scheduleOf(options, scheduleName(name), at, payload);
    try {
      await client.send(new CreateScheduleCommand(schedule));
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error;
      await move(client, schedule);
    }
  },
});

/** Schedule names take few letters and 64 of them: quote numbers take many, so the name is a digest. */
export const scheduleName = (name: string): string =>
  `one-off-${createHash('sha256').update(name).digest('hex').slice(0, 40)}`;

/** The one that stands may run, and so remove itself, between the two calls. */
const move = async (client: SchedulerClient, schedule: CreateScheduleCommandInput): Promise<void> => {
  try {
    await client.send(new UpdateScheduleCommand(schedule));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    await client.send(new CreateScheduleCommand(schedule));
  }
};

const scheduleOf = (
  { clock, group, targetArn, roleArn, deadLetterArn }: SchedulerOneOffsOptions,
  Name: string,
  at: Date,
  payload: MoveNotice,
): CreateScheduleCommandInput => {
  const earliest = clock.now().getTime() + 1;
  const minute = new Date(Math.ceil(Math.max(at.getTime(), earliest) / MINUTE_MS) * MINUTE_MS);
  return {
    GroupName: group,
    Name,
    ScheduleExpression: `at(${minute.toISOString().slice(0, 19)})`,
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: targetArn,
      RoleArn: roleArn,
      Input: JSON.stringify(payload),
      DeadLetterConfig: { Arn: deadLetterArn },
      RetryPolicy: { MaximumRetryAttempts: RETRIES, MaximumEventAgeInSeconds: RETRY_FOR_SECONDS },
    },
  };
};
