import { aws, type Deployment, noted, redeploy } from '../deployment.ts';
import { type Finding, orGood, wrong } from '../finding.ts';
import type { MappingFacts, StreamFacts } from '../look/streams.ts';

/** Both readers of the log's changes are on, on the stream that the table has now. */
export const checkStreams = ({ stream, readers }: StreamFacts, at: Deployment): readonly Finding[] => {
  if (stream === null)
    return [
      wrong(
        'streams',
        `the table ${at.prefix}-audit is missing or has no stream: nothing is shown, nothing is drafted`,
        aws(
          at,
          `dynamodb update-table --table-name ${at.prefix}-audit --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES`,
        ),
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
    return [
      wrong(
        'streams',
        `${reader} reads no stream of the log${others}`,
        aws(
          at,
          `lambda create-event-source-mapping --function-name ${reader} --event-source-arn ${stream} --starting-position TRIM_HORIZON --batch-size 100 --bisect-batch-on-function-error --maximum-retry-attempts 12 --function-response-types ReportBatchItemFailures`,
        ),
      ),
    ];
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
              aws(at, `logs tail /aws/lambda/${at.prefix} --since 1h`),
              `mend what it says, then: ${redeploy(at, null)}`,
            ),
          ),
        ]
      : [];
  });
};
