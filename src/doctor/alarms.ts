import { type CloudWatchClient, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import { NotFoundException, paginateListSubscriptionsByTopic, type SNSClient } from '@aws-sdk/client-sns';
import { asDeployed, aws, type Deployment, type Finding, noted, quoted, wrong } from './finding.ts';

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

/** Somebody confirmed that they want to hear of alarms and of the budget. `admin`: whom to ask. */
export const checkTopics = (topics: readonly TopicFacts[], admin: string, at: Deployment): readonly Finding[] =>
  topics.flatMap(({ arn, subscriptions }) => {
    const name = arn.slice(arn.lastIndexOf(':') + 1);
    const subscribe = noted(
      aws(at, `sns subscribe --topic-arn ${arn} --protocol email --notification-endpoint ${quoted(admin)}`),
      'then follow the link in the mail',
    );
    if (subscriptions === null) return [wrong('alarms', `the topic ${name} is missing`, asDeployed(at))];
    if (subscriptions.some(({ confirmed }) => confirmed)) return [];
    const waiting = subscriptions.map(({ endpoint }) => endpoint).join(', ');
    return waiting === ''
      ? [wrong('alarms', `nobody is subscribed to ${name}`, subscribe)]
      : [wrong('alarms', `${waiting} has not confirmed the subscription to ${name}: alarms reach nobody`, subscribe)];
  });

/** The alarms of this install: those that call its topic. Another install's may begin with the same letters. */
export const checkAlarms = (
  alarms: readonly AlarmFacts[],
  topics: readonly TopicFacts[],
  at: Deployment,
): readonly Finding[] => {
  const topic = topics[0]?.arn ?? '';
  const ours = alarms.filter(({ actions }) => actions.includes(topic));
  if (ours.length === 0) return [wrong('alarms', `no alarm calls ${topic}`, asDeployed(at))];
  return ours.flatMap(({ name, description, state, enabled }) => [
    ...(enabled
      ? []
      : [
          wrong(
            'alarms',
            `the alarm ${name} is switched off`,
            aws(at, `cloudwatch enable-alarm-actions --alarm-names ${name}`),
          ),
        ]),
    ...(state === 'ALARM'
      ? [
          wrong(
            'alarms',
            `the alarm ${name} is on: ${description}`,
            `docs/operations.md, "${name.slice(at.prefix.length + 1)}"`,
          ),
        ]
      : []),
  ]);
};
