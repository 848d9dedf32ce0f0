import { type ProposalField, type ProposalView, proposalFacts, proposalLabels } from '../view-models/proposal-view.ts';
import { exactMoment } from '../when.ts';
import { counted, listed } from '../wording.ts';
import { type Block, LINK_IS_YOURS, type WrittenMail, writeMail } from './write-mail.ts';

export interface ProposalMail {
  readonly view: ProposalView;
  readonly url: string;
  readonly why: keyof typeof WHY;
  /** Why it is open once more, where it was approved before. */
  readonly again?: string | null;
}

/** Proposes a row to a rep: what was read, from which words, and one link. Nothing enters the sheet by itself. */
export const proposalMail = ({ view, url, why, again = null }: ProposalMail): WrittenMail => {
  const name = nameOf(view);
  const missing = view.values.filter(value => value.missing).map(({ field }) => proposalLabels[field].toLowerCase());
  const sources = view.values.filter(({ source }) => source !== null);
  const blocks: readonly Block[] = [
    {
      kind: 'lead',
      text: view.changes === null ? `Add ${name} to the sheet?` : `Change ${view.changes} in the sheet?`,
    },
    {
      kind: 'words',
      text: `Read from ${LANES[view.lane](view.from)} on ${exactMoment(view.at, view.zone)}. Nothing enters the sheet unless you approve it.`,
    },
    ...(again === null ? [] : [{ kind: 'note', tone: 'wait', text: `Open again: ${again}.` } as const]),
    ...(view.unread ?? []).map(text => ({ kind: 'note', tone: 'wait', text }) as const),
    ...(view.revisionOf === null
      ? []
      : [{ kind: 'note', tone: 'info', text: `${name} looks like a revision of ${view.revisionOf}.` } as const]),
    ...(missing.length === 0
      ? []
      : [{ kind: 'note', tone: 'wait', text: `Not found, so left empty: ${listed(missing)}.` } as const]),
    ...view.values
      .filter(({ doubt, missing: empty }) => doubt !== undefined && !empty)
      .map(({ field, doubt }) => ({ kind: 'note', tone: 'wait', text: doubtNote(field, doubt ?? '') }) as const),
    { kind: 'facts', title: view.changes === null ? 'The new row' : 'The row, old → new', facts: proposalFacts(view) },
    {
      kind: 'action',
      label: 'Approve, edit or discard',
      url,
      under: 'You can put any field right before it is written.',
    },
    {
      kind: 'table',
      table: {
        caption: 'Read from these words',
        columns: [{ name: 'Field' }, { name: 'Words' }],
        rows: sources.map(({ field, source }) => [proposalLabels[field], `“${source ?? ''}”`]),
        empty: 'The quoting tool gave the fields itself.',
      },
    },
  ];
  return writeMail({ subject: subjectOf(view, name), blocks, why: `${WHY[why]} ${LINK_IS_YOURS}` });
};

const doubtNote = (field: ProposalField, doubt: string): string =>
  `${proposalLabels[field]} is in doubt: ${doubt}. Please check it against the PDF.`;

const WHY = {
  'sent-it': 'You get this because you sent the quote.',
  'handed-in': 'You get this because you handed it in.',
  owner: 'You get this because the quote names you.',
  admin: 'You get this because the quote names no rep we know and you are the admin.',
} as const;

const shownOf = (view: ProposalView, field: 'quote_id' | 'customer' | 'amount'): string =>
  view.values.find(value => value.field === field)?.shown ?? '';

const nameOf = (view: ProposalView): string => {
  const number = shownOf(view, 'quote_id');
  return number === '' ? 'this quote' : number;
};

const LANES: Readonly<Record<ProposalView['lane'], (from: string) => string>> = {
  mail: from => `the mail of ${from}`,
  webhook: from => `what ${from} reported`,
  hand: from => `a PDF that ${from} handed in`,
};

const subjectOf = (view: ProposalView, name: string): string => {
  const about = [shownOf(view, 'customer'), shownOf(view, 'amount')].filter(part => part !== '').join(', ');
  const tail = about === '' ? '' : ` (${about})`;
  return view.changes === null ? `New quote? ${name}${tail}` : `Change ${view.changes}?${tail}`;
};

/** One list in place of many mails, when a quoting tool reports more than a person can read one by one. */
export const proposalListMail = ({
  proposals,
  url,
}: {
  readonly proposals: readonly { readonly number: string; readonly customer: string; readonly amount: string }[];
  readonly url: string;
}): WrittenMail =>
  writeMail({
    subject: `${counted(proposals.length, 'quote')} reported within an hour`,
    blocks: [
      { kind: 'lead', text: `${counted(proposals.length, 'quote')} came in at once` },
      {
        kind: 'words',
        text: 'So many within an hour come as one list. None enters the sheet unless somebody approves it.',
      },
      { kind: 'action', label: 'Look at the list', url },
      {
        kind: 'table',
        table: {
          caption: 'Proposed',
          columns: [{ name: 'Quote' }, { name: 'Amount', end: true }],
          rows: proposals.slice(0, 100).map(({ number, customer, amount }) => [`${number}, ${customer}`, amount]),
          empty: 'None.',
          ...(proposals.length > 100 ? { more: `And ${counted(proposals.length - 100, 'more', 'more')}.` } : {}),
        },
      },
    ],
    why: `You get this because you are the admin. ${LINK_IS_YOURS}`,
  });

/** A row whose writing ended without an answer: a person looks before it is tried again. */
export const doubtfulWriteMail = ({
  view,
  url,
  because,
}: {
  readonly view: ProposalView;
  readonly url: string;
  readonly because: string;
}): WrittenMail =>
  writeMail({
    subject: `Is ${nameOf(view)} in the sheet?`,
    blocks: [
      { kind: 'lead', text: `Please look whether ${nameOf(view)} is in the sheet` },
      {
        kind: 'words',
        text: `You approved it, but writing the row ended in doubt: ${because}. It is not tried again by itself, so that it never stands there twice.`,
      },
      { kind: 'action', label: 'It is there, or write it again', url },
      { kind: 'facts', title: 'The row', facts: proposalFacts(view) },
    ],
    why: `You get this because you approved the row. ${LINK_IS_YOURS}`,
  });
