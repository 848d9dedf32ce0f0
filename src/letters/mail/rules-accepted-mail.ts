import { type NotUsed, notUsedTable, type Understood, understoodTable } from '../views/understood.ts';
import { exactMoment } from '../words/when.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

export interface RulesAcceptedMail {
  readonly understood: readonly Understood[];
  readonly notUsed: readonly NotUsed[];
  /** UTC instant, ISO. */
  readonly at: string;
  readonly zone: string;
  /** What the new rules change over the next weeks, in words; null when nobody asked. */
  readonly effect: string | null;
}

/** Shows the admin how a new version of the rules doc was read. */
export const rulesAcceptedMail = ({ understood, notUsed, at, zone, effect }: RulesAcceptedMail): WrittenMail =>
  writeMail({
    subject: 'The rules doc changed: how it was understood',
    blocks: [
      { kind: 'lead', text: 'The new rules are in force' },
      {
        kind: 'words',
        text: `Since ${exactMoment(at, zone)}. Please look whether it means what you meant; if not, reword the sentence in the doc, and it is read again within minutes.`,
      },
      ...(effect === null ? [] : [{ kind: 'note', tone: 'info', text: effect } as const]),
      { kind: 'table', table: understoodTable(understood) },
      { kind: 'table', table: notUsedTable(notUsed) },
    ],
    why: 'You get this because you are the admin, and the rules doc changed.',
  });
