import { aws, byScript, type Deployment, noted, redeploy } from '../deployment.ts';
import { type Finding, orGood, wrong } from '../finding.ts';
import type { MappingFacts, StreamFacts } from '../look/streams.ts';

/** Both readers of the log's changes are on, on the stream that the table has now. */
export const checkStreams = ({ stream, readers }: StreamFacts, at: Deployment): readonly Finding[] => {
  if (stream === null)
    return [
      wrong(
        'streams',
        `the table ${at.prefix}-audit is missing or has no stream: nothing is shown, nothing is drafted`,
        byScript(at, 'adopt-restored-log'),
      ),
    ];
  const faults = readers.flatMap(({ name, mappings }) => readerFaults(`${at.prefix}-${name}`, mappings, stream, at));
  return orGood(faults, 'streams', `${readers.map(({ name }) => name).join(' and ')} read the log's stream`);
};

const readerFaults = (
  reader: string,
  mappings: readonly MappingFacts[],
  stream: string,
  at: Deployment,
): readonly Finding[] => {
  const ours = mappings.filter(mapping => mapping.stream === stream);
  if (ours.length === 0) {
    const others = mappings.length > 0 ? ", only one that is no longer the table's" : '';
    return [wrong('streams', `${reader} reads no stream of the log${others}`, byScript(at, 'adopt-restored-log'))];
  }
  return ours.flatMap(({ id, state, last }) => {
    if (state === 'Disabled' || state === 'Disabling')
      return [
        wrong(
          'streams',
          `${reader} is cut off from the log's stream`,
          aws(at, `lambda update-event-source-mapping --uuid ${id} --enabled`),
        ),
      ];
    return last.startsWith('PROBLEM')
      ? [
          wrong(
            'streams',
            `${reader} cannot work through the log's stream: ${last}`,
            noted(
              `sam logs --region ${at.region} --cw-log-group /aws/lambda/${at.prefix} --start-time '1 hour ago'`,
              `mend what it says, then: ${redeploy(at, null)}`,
            ),
          ),
        ]
      : [];
  });
};
