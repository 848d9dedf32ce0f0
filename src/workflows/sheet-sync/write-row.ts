import * as E from 'fp-ts/lib/Either.js';
import { doubtWrite, type Fields, recordRow, reopenProposal } from '../../aggregates/proposal.ts';
import { addressOf } from '../../cadence/owner.ts';
import { quoteStream } from '../../events/stream-id.ts';
import { expectRow } from '../../projections/row-faults.ts';
import type { RowCells } from '../../sheet/csv/edit-csv.ts';
import { amountText, type Row } from '../../sheet/row.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies, RowOutcome } from '../dependencies.ts';
import { decideProposal, loadProposal, type OpenedProposal, openProposal } from '../proposals/proposals.ts';

const WRITER = { system: 'sheet-writer' } as const;

/**
 * Puts an approved row into the sheet and records what became of it: it stands there, or the sheet is as it was and the
 * proposal opens again, or nobody knows and a person looks. Asked again after a crash it finds the row there.
 */
export const writeApproved = async (deps: Dependencies, id: string): Promise<RowOutcome | null> => {
  const loaded = await loadProposal(deps, id);
  const { status, fields, changes } = loaded.state;
  if (status !== 'approved' || !fields?.number) return null;
  const [business, personal] = await Promise.all([loadBusinessContext(deps), openProposal(deps, loaded)]);
  const key = quoteStream(changes ?? fields.number);
  const outcome =
    personal === 'erased'
      ? ({ kind: 'refused', why: 'the contact was erased' } as const)
      : await put(deps, business, { key, fields, changes, personal });
  await record(deps, id, outcome);
  if (outcome.kind === 'written') await expectRow(deps, { proposal: id, key, at: deps.clock.now().toISOString() });
  return outcome;
};

interface Approved {
  readonly key: string;
  readonly fields: Fields;
  readonly changes: string | null;
  readonly personal: OpenedProposal;
}

/** What goes wrong while writing leaves us without an answer. */
const put = async (
  { sheetWriter, log }: Pick<Dependencies, 'sheetWriter' | 'log'>,
  { mirror, config, policy }: BusinessContext,
  { key, fields, changes, personal }: Approved,
): Promise<RowOutcome> => {
  const cells = cellsOf(fields, personal);
  const row = mirror.rows.get(key);
  try {
    return changes === null
      ? await sheetWriter.appendRow(key, cells, config.currency)
      : await sheetWriter.changeRow(
          key,
          row ? changedCells(cells, fields, personal, row, policy) : cells,
          config.currency,
        );
  } catch (error) {
    log('error', 'RowWriteFailed', { error: error instanceof Error ? error.name : 'unknown' });
    return { kind: 'doubtful', why: 'writing ended without an answer' };
  }
};

const cellsOf = ({ number, minor, currency, sent, expires, owner }: Fields, personal: OpenedProposal): RowCells => ({
  quote_id: number ?? '',
  customer: personal.customer ?? '',
  contact: personal.contact ?? '',
  amount: minor === null || currency === null ? '' : amountText({ minor, currency }),
  currency: currency ?? '',
  sent: sent ?? '',
  expires: expires ?? '',
  owner: owner ?? '',
  pdf_link: personal.link ?? '',
});

/** Whether a row says something else than what was approved. What the approval leaves empty counts for nothing. */
export const saysOther = (
  fields: Fields,
  personal: OpenedProposal,
  row: Row,
  policy: BusinessContext['policy'],
): boolean =>
  Object.values(changedCells(cellsOf(fields, personal), fields, personal, row, policy)).some(cell => cell !== '');

/** A cell that says the same already stays as people wrote it. */
const changedCells = (
  cells: RowCells,
  fields: Fields,
  { customer, contact, link }: OpenedProposal,
  row: Row,
  policy: BusinessContext['policy'],
): RowCells => {
  const money = fields.minor === row.amount.minor && fields.currency === row.amount.currency;
  const owner = addressOf(fields.owner ?? '', policy) === addressOf(row.owner ?? '', policy);
  const same: Readonly<Record<string, boolean>> = {
    quote_id: true,
    customer: customer === row.customer,
    contact: contact?.toLowerCase() === row.contact.toLowerCase(),
    amount: money,
    currency: money,
    sent: fields.sent === row.sent,
    expires: fields.expires === row.expires,
    owner,
    pdf_link: link === row.pdfLink,
  };
  return Object.fromEntries(Object.entries(cells).filter(([column]) => same[column] !== true));
};

const record = async (deps: Dependencies, id: string, outcome: RowOutcome): Promise<void> => {
  const decided = await decideProposal(deps, id, {
    actor: WRITER,
    decide: state => {
      switch (outcome.kind) {
        case 'written':
          return recordRow(state, { row: outcome.row, already: outcome.already });
        case 'refused':
          return reopenProposal(state, `the sheet was not changed, for ${outcome.why}`.slice(0, 300));
        case 'doubtful':
          return doubtWrite(state, outcome.why.slice(0, 300));
      }
    },
  });
  if (E.isLeft(decided)) deps.log('warn', 'RowOutcomeRefused', { refusal: decided.left.refusal });
};
