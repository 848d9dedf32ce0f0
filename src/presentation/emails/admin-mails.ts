import { formatMoney } from '../../kernel/money.ts';
import type { QuoteView } from '../view-models/quote-view.ts';
import {
  type NotUsed,
  notUsedTable,
  type RowFault,
  type RulesFault,
  rowFaultTable,
  rulesFaultTable,
  type Understood,
  understoodTable,
} from '../view-models/understood.ts';
import { exactMoment } from '../when.ts';
import { counted } from '../wording.ts';
import { type Block, LINK_IS_YOURS, type WrittenMail, writeMail } from './write-mail.ts';

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

export interface FirstSyncMail {
  readonly open: number;
  /** Sent more than `olderThanDays` ago: they rest until the admin chooses. */
  readonly old: number;
  readonly olderThanDays: number;
  readonly url: string;
}

/** Asks the admin, at the first sync, what becomes of quotes that went out long ago. */
export const firstSyncMail = ({ open, old, olderThanDays, url }: FirstSyncMail): WrittenMail =>
  writeMail({
    subject: `First sync: ${counted(old, 'older quote')} wait for you`,
    blocks: [
      { kind: 'lead', text: 'The sheet is read for the first time' },
      {
        kind: 'words',
        text: `It lists ${counted(open, 'open quote')}. ${counted(old, 'of them was', 'of them were')} sent more than ${olderThanDays} days ago: nobody is written to about these until you choose. All others are followed up from today.`,
      },
      {
        kind: 'action',
        label: 'Start, rest or close them',
        url,
        under: 'One page, one choice for each, or one for all.',
      },
    ],
    why: `You get this because you are the admin. ${LINK_IS_YOURS}`,
  });

/** More stand in the console and in the digest. */
const MAX_SHOWN = 50;

/** Lists to the admin, once, the rows that could not be read. */
export const refusedRowsMail = ({ faults }: { readonly faults: readonly RowFault[] }): WrittenMail => {
  const rows = counted(new Set(faults.map(({ row }) => row)).size, 'row');
  const table = rowFaultTable(faults.slice(0, MAX_SHOWN));
  const hidden = faults.length - MAX_SHOWN;
  return writeMail({
    subject: `${rows} of the sheet cannot be read`,
    blocks: [
      { kind: 'lead', text: `${rows} cannot be read` },
      {
        kind: 'words',
        text: 'Each holds its own quote: no draft is made and no waiting draft leaves until it is mended. All other quotes go on. Nothing was guessed.',
      },
      { kind: 'table', table: hidden > 0 ? { ...table, more: `And ${counted(hidden, 'more cell')}.` } : table },
    ],
    why: 'You get this once because you are the admin. What is still wrong stands in the Monday digest too.',
  });
};

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

/** A quote whose row is gone, and the new number that may be the same quote. */
export interface Vanished {
  readonly quote: Pick<QuoteView, 'quoteId' | 'customer' | 'amount'>;
  /** A new row with the same contact, amount and date; null when there is none. */
  readonly renumberedTo: string | null;
}

export interface VanishedRowsMail {
  readonly vanished: readonly Vanished[];
  /** The page that asks about renumbered quotes; null when none was renumbered. */
  readonly url: string | null;
}

const subjectOf = (vanished: readonly Vanished[], rows: string): string => {
  const [first] = vanished;
  return first && first.renumberedTo !== null && vanished.length === 1
    ? `Is ${first.renumberedTo} the quote that was ${first.quote.quoteId}?`
    : `${rows} vanished from the sheet`;
};

/** Names to the admin the quotes that left the sheet without an outcome. */
export const vanishedRowsMail = ({ vanished, url }: VanishedRowsMail): WrittenMail => {
  const rows = counted(vanished.length, 'quote');
  return writeMail({
    subject: subjectOf(vanished, rows),
    blocks: [
      { kind: 'lead', text: `${rows} vanished from the sheet` },
      {
        kind: 'words',
        text: 'They are on hold until their rows come back. A quote that ended belongs on the closed tab, with its outcome.',
      },
      {
        kind: 'table',
        table: {
          caption: 'No longer listed',
          columns: [{ name: 'Quote' }, { name: 'Amount', end: true }],
          rows: vanished.map(({ quote, renumberedTo }) => [
            {
              text: `${quote.quoteId}, ${quote.customer}`,
              ...(renumberedTo === null ? {} : { under: `looks like ${renumberedTo} now` }),
            },
            formatMoney(quote.amount),
          ]),
          empty: 'None.',
        },
      },
      ...(url === null
        ? []
        : [
            {
              kind: 'action',
              label: 'Same quote, new number?',
              url,
              under: 'If it is, the new number takes over what happened under the old one.',
            } as const,
          ]),
    ],
    why: 'You get this because you are the admin.',
  });
};
