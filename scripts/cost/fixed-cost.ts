import { isFields, type Node } from '../template/read-template.ts';
import { PRICES } from './prices.ts';

/** What a template costs each month whatever the number of quotes, in US dollars. */
export interface FixedCost {
  readonly secrets: number;
  /** An alarm over an expression counts each metric that it reads. */
  readonly alarmMetrics: number;
  readonly secretsUsd: number;
  readonly alarmsUsd: number;
}

/** Assumes an account whose ten free alarms nobody else uses. Budgets that only notify are free. */
export const fixedCost = (resources: readonly Node[]): FixedCost => {
  const secrets = resources.filter(each => typeOf(each) === 'AWS::SecretsManager::Secret').length;
  const alarms = resources.filter(each => typeOf(each) === 'AWS::CloudWatch::Alarm');
  const alarmMetrics = alarms.reduce<number>((sum, alarm) => sum + metricsOf(alarm), 0);
  const billed = Math.max(0, alarmMetrics - PRICES.alarms.free);
  const secretsUsd = rounded(secrets * PRICES.secrets.usd);
  return { secrets, alarmMetrics, secretsUsd, alarmsUsd: rounded(billed * PRICES.alarms.usd) };
};

const typeOf = (resource: Node): Node | undefined => (isFields(resource) ? resource.Type : undefined);

const metricsOf = (alarm: Node): number => {
  const properties = isFields(alarm) ? alarm.Properties : undefined;
  const metrics = properties !== undefined && isFields(properties) ? properties.Metrics : undefined;
  if (!Array.isArray(metrics)) return 1;
  return metrics.filter(each => isFields(each) && each.MetricStat !== undefined).length;
};

const rounded = (usd: number): number => Math.round(usd * 100) / 100;
