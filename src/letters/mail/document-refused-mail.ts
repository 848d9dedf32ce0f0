import { type RulesFault, rulesFaultTable } from '../views/understood.ts';
import { exactMoment } from '../words/when.ts';
import type { Block } from './block.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

/** A new version of something people write that could not be taken. */
export type RefusedDocument =
  | { readonly kind: 'rules'; readonly faults: readonly RulesFault[] }
  /** The voice doc, or a doc that cannot be reached. */
  | { readonly kind: 'rules' | 'voice'; readonly error: string }
  | { readonly kind: 'config'; readonly errors: readonly string[] }
  /** The whole sheet: a header is missing or doubled, or it cannot be reached or believed. */
  | { readonly kind: 'sheet'; readonly error: string; readonly headers: readonly string[] };

export interface DocumentRefusedMail {
  readonly refused: RefusedDocument;
  /** UTC instants, ISO: of the refusal, and of the version that stays in force (null: there is none yet). */
  readonly at: string;
  readonly inForceSince: string | null;
  readonly zone: string;
}

/** Tells the admin what could not be read, and that the last good version stays in force. */
export const documentRefusedMail = ({ refused, at, inForceSince, zone }: DocumentRefusedMail): WrittenMail => {
  const name = NAMES[refused.kind];
  const stays =
    inForceSince === null
      ? WITHOUT[refused.kind]
      : `The version of ${exactMoment(inForceSince, zone)} stays in force, and the day goes on.`;
  return writeMail({
    subject: `${name} cannot be read: please mend it`,
    blocks: [
      { kind: 'lead', text: `${name} cannot be read` },
      { kind: 'words', text: `Tried on ${exactMoment(at, zone)}. ${stays}` },
      ...faultBlocks(refused),
      { kind: 'words', text: 'Mend it where you wrote it; it is read again by itself.' },
    ],
    why: 'You get this because you are the admin.',
  });
};

const NAMES = { rules: 'The rules doc', voice: 'The voice doc', config: 'The config', sheet: 'The sheet' } as const;

/** There is no earlier version. */
const WITHOUT = {
  rules: 'There is no earlier version: until it is mended, quotes are followed up as the config says.',
  voice: 'There is no earlier version: until it is mended, drafts are written in plain words of ours.',
  config: 'The last good settings stay in force, and the day goes on.',
  sheet: 'There is no earlier version, so nothing leaves until it is mended.',
} as const;

const faultBlocks = (refused: RefusedDocument): readonly Block[] => {
  switch (refused.kind) {
    case 'rules':
      return 'error' in refused
        ? [{ kind: 'note', tone: 'stop', text: refused.error }]
        : [{ kind: 'table', table: rulesFaultTable(refused.faults) }];
    case 'voice':
      return [{ kind: 'note', tone: 'stop', text: refused.error }];
    case 'config':
      return [{ kind: 'points', points: refused.errors }];
    case 'sheet':
      return [
        { kind: 'note', tone: 'stop', text: refused.error },
        ...(refused.headers.length === 0
          ? []
          : [{ kind: 'words', text: `Headers found: ${refused.headers.join(', ')}.` } as const]),
      ];
  }
};
