import { expect, test } from 'vitest';
import { fixedCost } from '../../scripts/cost/fixed-cost.ts';
import { type Node, readTemplate } from '../../scripts/template/read-template.ts';

const alarm = { Type: 'AWS::CloudWatch::Alarm', Properties: { MetricName: 'Errors' } };

test('ten alarms are free, the eleventh is not', () => {
  expect(fixedCost(Array.from({ length: 10 }, () => alarm)).alarmsUsd).toBe(0);
  expect(fixedCost(Array.from({ length: 11 }, () => alarm)).alarmsUsd).toBe(0.1);
});

test('an alarm over an expression counts the metrics it reads, not the expression', () => {
  const Metrics = [{ Expression: 'a / b' }, { MetricStat: {} }, { MetricStat: {} }];
  expect(fixedCost([{ ...alarm, Properties: { Metrics } }]).alarmMetrics).toBe(2);
});

test('secrets and alarms of the template cost 1.70 dollars a month', () => {
  const resources: readonly Node[] = Object.values(readTemplate('template.yaml').Resources);
  expect(fixedCost(resources)).toEqual({ secrets: 3, alarmMetrics: 15, secretsUsd: 1.2, alarmsUsd: 0.5 });
});
