import { type Deployment, noted } from '../deployment.ts';
import { type Finding, good, wrong } from '../finding.ts';

/** A log restored from a backup does not know the sends since, and nothing leaves until it was told of them. */
export const checkLog = (isBehind: boolean, { prefix, region }: Deployment): readonly Finding[] =>
  isBehind
    ? [
        wrong(
          'log',
          'the log was restored to before its newest send: nothing leaves until it knows of every send it forgot',
          noted(
            `npx qf reconcile --prefix ${prefix} --region ${region}`,
            'with --dry-run it only says what it would record',
          ),
        ),
      ]
    : [good('log', 'the log knows of the newest send that is kept beside it')];
