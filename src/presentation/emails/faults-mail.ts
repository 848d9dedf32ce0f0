import type { KnownFault } from '../../aggregates/integrity.ts';
import { faultKind, faultPlace } from '../fault-words.ts';
import { exactMoment } from '../when.ts';
import { counted } from '../wording.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

export interface FaultsMail {
  readonly faults: readonly KnownFault[];
  readonly url: string;
  readonly zone: string;
}

const MAX_LISTED = 50;

/** Tells the admin what was changed behind the log's back, and asks them to look into it. */
export const faultsMail = ({ faults, url, zone }: FaultsMail): WrittenMail => {
  const found = counted(faults.length, 'fault');
  return writeMail({
    subject: `The log was changed behind its back: ${found}`,
    blocks: [
      { kind: 'lead', text: `The log was changed behind its back: ${found}` },
      {
        kind: 'words',
        text: 'The log is written once and never changed. What is listed here is not as it was stored, so somebody or something changed the data itself. Nothing is sent for the quotes concerned until you have answered; a fault of the whole log stops every send.',
      },
      {
        kind: 'table',
        table: {
          caption: 'What was found',
          columns: [{ name: 'Where' }, { name: 'What' }, { name: 'Found' }],
          rows: faults
            .slice(0, MAX_LISTED)
            .map(fault => [
              faultPlace(fault),
              { text: faultKind(fault.kind), under: fault.detail },
              fault.foundAt === '' ? '' : exactMoment(fault.foundAt, zone),
            ]),
          empty: 'None.',
        },
      },
      ...(faults.length > MAX_LISTED
        ? [{ kind: 'words', text: `${faults.length - MAX_LISTED} more stand on the page.` } as const]
        : []),
      {
        kind: 'action',
        label: 'Look into it and answer',
        url,
        under: 'Find out first who can write to the data. docs/operations.md says how.',
      },
    ],
    why: 'You get this because you are the admin.',
  });
};
