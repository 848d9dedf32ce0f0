import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateScheduleGroupCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schedulerClient, schedulerOneOffs } from '../../src/adapters/aws/scheduler-one-offs.ts';
import { fileOneOffs } from '../../src/adapters/filesystem/file-one-offs.ts';
import type { MoveNotice, OneOffs } from '../../src/ports/world.ts';
import { temporaryFolder } from '../support/engines.ts';
import { ACCOUNT, localAws, ownName, place, REGION } from '../support/local-aws.ts';

interface Opened {
  readonly oneOffs: OneOffs;
  /** Payloads that wait, by their time. */
  readonly waiting: () => Promise<readonly MoveNotice[]>;
  readonly close: () => void;
}

const now = new Date('2036-03-03T10:00:30Z');
const inMinutes = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const FAR = inMinutes(60 * 24 * 365);

const inFile = async (): Promise<Opened> => {
  const folder = temporaryFolder();
  const oneOffs = await fileOneOffs(join(folder, 'schedules.json'));
  return { oneOffs, waiting: () => oneOffs.due(FAR), close: () => rmSync(folder, { recursive: true, force: true }) };
};

interface OnScheduler extends Opened {
  readonly client: SchedulerClient;
  readonly group: string;
}

const ARN = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:qf-sender`;

const onScheduler = async (): Promise<OnScheduler> => {
  const client = schedulerClient(place());
  const group = ownName('group');
  await client.send(new CreateScheduleGroupCommand({ Name: group }));
  const oneOffs = schedulerOneOffs(client, {
    clock: { now: () => now },
    group,
    targetArn: ARN,
    roleArn: `arn:aws:iam::${ACCOUNT}:role/qf-scheduler`,
    deadLetterArn: `arn:aws:sqs:${REGION}:${ACCOUNT}:qf-dead-letters`,
  });
  const waiting = async (): Promise<readonly MoveNotice[]> => {
    const { Schedules = [] } = await client.send(new ListSchedulesCommand({ GroupName: group }));
    const all = await Promise.all(
      Schedules.map(({ Name }) => client.send(new GetScheduleCommand({ GroupName: group, Name }))),
    );
    return all
      .toSorted((a, b) => ((a.ScheduleExpression ?? '') < (b.ScheduleExpression ?? '') ? -1 : 1))
      .map(({ Target }) => JSON.parse(Target?.Input ?? ''));
  };
  return { client, group, oneOffs, waiting, close: () => client.destroy() };
};

const notice = (quoteId: string): MoveNotice => ({ quoteId, draftId: 'd1', move: 'followup', eventId: `${quoteId}/3` });

for (const { name, open, there } of [
  { name: 'a file', open: inFile, there: true },
  { name: 'the Scheduler', open: onScheduler, there: localAws !== null },
]) {
  describe.skipIf(!there)(`one-off calls in ${name}`, () => {
    let opened: Opened;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    it('wait with their payload, in the order of their times', async () => {
      await opened.oneOffs.at('send/B/d1', inMinutes(20), notice('B'));
      await opened.oneOffs.at('send/A/d1', inMinutes(5), notice('A'));
      expect(await opened.waiting()).toEqual([notice('A'), notice('B')]);
    });

    it('move when the name is used again', async () => {
      await opened.oneOffs.at('send/A/d1', inMinutes(5), notice('A'));
      await opened.oneOffs.at('send/B/d1', inMinutes(10), notice('B'));
      await opened.oneOffs.at('send/A/d1', inMinutes(20), notice('A'));
      expect(await opened.waiting()).toEqual([notice('B'), notice('A')]);
    });

    it('take a time that is past', async () => {
      await opened.oneOffs.at('send/A/d1', inMinutes(-60), notice('A'));
      expect(await opened.waiting()).toEqual([notice('A')]);
    });

    it('are gone once cancelled, and cancelling what is not there is no fault', async () => {
      await opened.oneOffs.at('send/A/d1', inMinutes(5), notice('A'));
      await opened.oneOffs.cancel('send/A/d1');
      await opened.oneOffs.cancel('send/A/d1');
      expect(await opened.waiting()).toEqual([]);
    });

    it('take any quote number in their name', async () => {
      const names = ['send/Ü 12/3 “x”/d1', `send/${'L'.repeat(300)}/d1`, 'send/日本-7/d1'];
      for (const [n, each] of names.entries()) await opened.oneOffs.at(each, inMinutes(n + 1), notice(String(n)));
      expect(await opened.waiting()).toEqual(['0', '1', '2'].map(notice));
    });
  });
}

describe.skipIf(localAws === null)('a one-off schedule', () => {
  let opened: OnScheduler;
  beforeEach(async () => {
    opened = await onScheduler();
  });
  afterEach(() => opened.close());

  const only = async () => {
    const { client, group } = opened;
    const { Schedules = [] } = await client.send(new ListSchedulesCommand({ GroupName: group }));
    return client.send(new GetScheduleCommand({ GroupName: group, Name: Schedules[0]?.Name }));
  };

  it.each([
    ['a full minute is kept', new Date('2036-03-03T10:15:00Z'), 'at(2036-03-03T10:15:00)'],
    [
      'a part of a minute is never early: the next one',
      new Date('2036-03-03T10:15:00.001Z'),
      'at(2036-03-03T10:16:00)',
    ],
    ['this very moment is the next minute', now, 'at(2036-03-03T10:01:00)'],
    ['yesterday is the next minute', inMinutes(-1440), 'at(2036-03-03T10:01:00)'],
  ])('%s', async (_, at, expression) => {
    await opened.oneOffs.at('send/A/d1', at, notice('A'));
    expect(await only()).toMatchObject({ ScheduleExpression: expression, ScheduleExpressionTimezone: 'UTC' });
  });

  it('removes itself, is retried, and ends with the dead letters where nobody takes it', async () => {
    await opened.oneOffs.at('send/A/d1', inMinutes(5), notice('A'));
    expect(await only()).toMatchObject({
      ActionAfterCompletion: 'DELETE',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: ARN,
        RoleArn: `arn:aws:iam::${ACCOUNT}:role/qf-scheduler`,
        DeadLetterConfig: { Arn: `arn:aws:sqs:${REGION}:${ACCOUNT}:qf-dead-letters` },
        RetryPolicy: { MaximumRetryAttempts: 20, MaximumEventAgeInSeconds: 3_600 },
      },
    });
  });
});
