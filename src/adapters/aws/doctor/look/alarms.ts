import { type CloudWatchClient, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import { NotFoundException, paginateListSubscriptionsByTopic, type SNSClient } from '@aws-sdk/client-sns';

export interface TopicFacts {
  readonly arn: string;
  /** Null: there is no such topic. */
  readonly subscriptions: readonly { readonly endpoint: string; readonly confirmed: boolean }[] | null;
}

export interface AlarmFacts {
  readonly name: string;
  readonly description: string;
  /** OK, ALARM or INSUFFICIENT_DATA. */
  readonly state: string;
  readonly enabled: boolean;
  readonly actions: readonly string[];
}

export const lookAtTopic = async (client: SNSClient, arn: string): Promise<TopicFacts> => {
  const subscriptions: { endpoint: string; confirmed: boolean }[] = [];
  try {
    for await (const page of paginateListSubscriptionsByTopic({ client }, { TopicArn: arn }))
      for (const { Endpoint = '', SubscriptionArn = '' } of page.Subscriptions ?? [])
        subscriptions.push({ endpoint: Endpoint, confirmed: SubscriptionArn.startsWith('arn:') });
    return { arn, subscriptions };
  } catch (error) {
    if (error instanceof NotFoundException) return { arn, subscriptions: null };
    throw error;
  }
};

export const lookAtAlarms = async (client: CloudWatchClient, prefix: string): Promise<readonly AlarmFacts[]> => {
  const alarms: AlarmFacts[] = [];
  for await (const page of paginateDescribeAlarms({ client }, { AlarmNamePrefix: `${prefix}-` }))
    for (const alarm of page.MetricAlarms ?? [])
      alarms.push({
        name: alarm.AlarmName ?? '',
        description: alarm.AlarmDescription ?? '',
        state: alarm.StateValue ?? 'INSUFFICIENT_DATA',
        enabled: alarm.ActionsEnabled !== false,
        actions: alarm.AlarmActions ?? [],
      });
  return alarms;
};
