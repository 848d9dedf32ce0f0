import { ThrottlingException } from '@aws-sdk/client-scheduler';
import { describe, expect, it } from 'vitest';
import { at, listOf, readTemplate } from '../../scripts/template/read-template.ts';
import { counts, logged, reported, thrown } from '../support/lambda-lines.ts';

const filters = Object.values(readTemplate('template.yaml').Resources)
  .filter(({ Type }) => Type === 'AWS::Logs::MetricFilter')
  .map(({ Properties }) => ({
    metric: String(at(listOf(Properties.MetricTransformations)[0], 'MetricName')),
    pattern: String(Properties.FilterPattern),
  }));
const countedBy = (line: string): readonly string[] =>
  filters.filter(({ pattern }) => counts(pattern, line)).map(({ metric }) => metric);

/** As a bundle has it: the class has lost its name, the error has not. */
const throttled = (): Error => {
  const e = class extends ThrottlingException {};
  const error = new ThrottlingException({ message: 'Rate exceeded', Message: 'Rate exceeded', $metadata: {} });
  return Object.setPrototypeOf(error, e.prototype);
};

const LINES: readonly (readonly [what: string, line: string, metrics: readonly string[]])[] = [
  ['the daily check that came to its end', logged('info', 'DayChecked', { quotes: 3 }), ['DayChecked']],
  ['the sheet that was read', logged('info', 'Synced'), ['Synced']],
  ['the sheet that was not', logged('warn', 'MirrorNotRenewed'), []],
  ['a send of unknown outcome', logged('warn', 'HandOverUnknown', { reason: 'no answer' }), ['HandOverUnknown']],
  ['a label that was not had', logged('warn', 'ClassifyFailed', { reason: 'error' }), ['ClassifyFailed']],
  [
    'a label not had, the model slowing us',
    logged('warn', 'ClassifyFailed', { reason: 'throttled' }),
    ['Throttles', 'ClassifyFailed'],
  ],
  ['an event of the log that was changed', logged('error', 'Tripwire', { stream: 'Q-1' }), ['Errors', 'Tripwire']],
  ['a fault that the system found in its log', logged('error', 'LogFault', { stream: 'Q-1' }), ['Errors', 'LogFault']],
  [
    'a send that SES put off',
    logged('warn', 'HandOverPutOff', { outcome: 'throttled', reason: 'TooManyRequestsException' }),
    ['Throttles'],
  ],
  [
    'an error told as text',
    logged('error', 'PublishFailed', { error: 'ThrottlingException: slow' }),
    ['Errors', 'Throttles'],
  ],
  ['an error told by its name', logged('error', 'SweepFailed', { error: 'TypeError' }), ['Errors']],
  ['an error that was thrown', thrown(new TypeError('no such setting')), ['Errors']],
  ['a throttle that was thrown', thrown(throttled()), ['Errors', 'Throttles']],
  ['a call that came to its end', reported('success'), []],
  ['a call whose process died', reported('error'), []],
  ['a call that was stopped at its limit', reported('timeout'), ['Timeouts']],
  ['a customer’s word in another field', logged('info', 'Swept', { streams: 'ERROR DayChecked' }), []],
];

describe('the filters of the log', () => {
  it.each(LINES)('%s', (_, line, metrics) => {
    expect(countedBy(line)).toEqual(metrics);
  });

  it('are each met by a line', () => {
    const met = new Set(LINES.flatMap(([, line]) => countedBy(line)));
    expect(filters.map(({ metric }) => metric).filter(metric => !met.has(metric))).toEqual([]);
  });
});
