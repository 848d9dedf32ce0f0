import * as E from 'fp-ts/lib/Either.js';
import type { Refused } from '../../aggregates/decision.ts';
import {
  approveProposal,
  discardProposal,
  type ProposalState,
  recordRow,
  writeAgain,
} from '../../aggregates/proposal.ts';
import { nameOf } from '../../cadence/owner.ts';
import { ProposalMailed } from '../../events/other-events.ts';
import { quoteStream, streamSubject } from '../../events/stream-name.ts';
import { ROW_FIELDS, type RowField, readTypedRow, type TypedRow } from '../../intake/typed-row.ts';
import { fingerprintOf, referenceOf } from '../../kernel/references.ts';
import { ACT, type Target } from '../../letters/page/parts.ts';
import { proposalInput } from '../../letters/page/proposal-form.ts';
import { type ProposalStanding, proposalPage } from '../../letters/page/proposal-page.ts';
import type { Said } from '../../letters/page/said.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import type { Row } from '../../sheet/row.ts';
import { type Business, readBusiness } from '../business.ts';
import { carryOnProposal } from '../carry-on-proposal.ts';
import { expectRow } from '../expected-rows.ts';
import type { Loaded } from '../load.ts';
import { partsOf } from '../proposal-original.ts';
import { type ShownProposal, shownProposal, type TypedOnPage } from '../proposal-view.ts';
import { decideProposal, loadProposal, type OpenedProposal, openProposal, personRefOf } from '../proposals.ts';
import { unsealer } from '../unseal.ts';
import type { World } from '../world.ts';
import { writeApproved } from '../write-row.ts';
import { gone, notKnown, stale } from './errors.ts';
import { hiddenFields, nonceHolds } from './opened.ts';
import { type PageRequest, type PageResponse, SEEN } from './page-request.ts';

interface Opened {
  readonly id: string;
  readonly business: Business;
  readonly loaded: Loaded<ProposalState>;
  readonly personal: OpenedProposal | 'erased';
  readonly recipient: string;
}

/** What an act came to: something to say, or the form again with what was typed. */
interface Acted {
  readonly said: Said | null;
  readonly typed: TypedOnPage | null;
}

const DONE: Acted = { said: null, typed: null };
const told = (text: string): Acted => ({ said: { tone: 'stop', text }, typed: null });

/** The page of one proposed row. GET shows it; POST approves it as typed, or discards it, once. */
export const proposalPageOf = async (world: World, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  const opened = await open(world, row);
  if (!opened) return notKnown();
  if (opened.business.now.getTime() > row.expires_at * 1000) return gone();
  if (request.method !== 'POST') return show(world, request, opened, DONE);
  if (!(await nonceHolds(world, request, [SEEN]))) return stale(request.token);
  const acted = await act(world, request, opened);
  return show(world, request, (await open(world, row)) ?? opened, acted);
};

const open = async (world: World, row: ApprovalRow): Promise<Opened | null> => {
  const id = streamSubject(row.quote_id);
  const [business, loaded] = await Promise.all([readBusiness(world), loadProposal(world, id)]);
  const event = loaded.stored.find(
    ({ action, data }) =>
      action === ProposalMailed.name && ProposalMailed.data.is(data) && data.tokenHash === row.token,
  );
  const sealed = event ? await unsealer(world.keys)(ProposalMailed, event) : 'erased';
  if (sealed === 'erased') return null;
  return { id, business, loaded, personal: await openProposal(world, loaded), recipient: sealed.to };
};

const show = async (
  world: World,
  request: PageRequest,
  { id, business, loaded, personal, recipient }: Opened,
  { said, typed }: Acted,
): Promise<PageResponse> => {
  const shown = shownProposal(id, loaded.state, personal, business, typed);
  if (!shown) return notKnown();
  const html = proposalPage({
    view: shown.view,
    standing: proposalStanding(loaded, business),
    target: await proposalTarget(world, request.token, shown.row),
    original: personal === 'erased' ? [] : await partsOf(world, id),
    said,
    linkOf: recipient,
  });
  return { status: 200, html };
};

/** Where the form of a proposal goes, bound to the row that stands beside it. */
export const proposalTarget = async (
  world: Pick<World, 'secrets'>,
  token: string,
  row: Row | null,
): Promise<Target> => ({
  action: `/t/${token}`,
  hidden: await hiddenFields(world, token, { [SEEN]: await seenOf(world, row) }),
});

/** The row that was shown beside the proposal, so that nobody approves a change of another. */
const seenOf = async ({ secrets }: Pick<World, 'secrets'>, row: Row | null): Promise<string> =>
  fingerprintOf(await secrets.refKey(), JSON.stringify(row === null ? 'new' : { ...row, row: 0 }));

/** What became of a proposal so far, and by whom. */
export const proposalStanding = (
  { state, stored }: Pick<Loaded<ProposalState>, 'state' | 'stored'>,
  { policy }: Pick<Business, 'policy'>,
): ProposalStanding => {
  const last = (action: string) => stored.findLast(event => event.action === action);
  const by = (address: string | undefined): string => (address === undefined ? 'The system' : nameOf(address, policy));
  const approved = last('ProposalApproved');
  switch (state.status) {
    case 'none':
    case 'open':
      return { kind: 'open', again: state.because };
    case 'approved':
      return { kind: 'approved', by: by(approved?.by_user), at: state.approvedAt ?? '' };
    case 'doubtful':
      return { kind: 'doubtful', because: state.because ?? '' };
    case 'written':
      return {
        kind: 'decided',
        decided: {
          by: by(approved?.by_user),
          at: approved?.ts ?? '',
          what: 'written',
          row: state.written?.row ?? 0,
          already: state.changes === null && (state.written?.already ?? false),
        },
      };
    case 'discarded': {
      const discarded = last('ProposalDiscarded');
      return {
        kind: 'decided',
        decided: { by: by(discarded?.by_user), at: discarded?.ts ?? '', what: 'discarded' },
      };
    }
  }
};

const act = (world: World, request: PageRequest, opened: Opened): Promise<Acted> => {
  switch (request.form[ACT]) {
    case 'approve':
      return approve(world, request, opened);
    case 'discard':
      return decide(world, opened, discardProposal);
    case 'there':
      return there(world, opened);
    case 'write-again':
      return again(world, opened);
    default:
      return Promise.resolve(told('That button is not known here.'));
  }
};

type Decide = Parameters<typeof decideProposal>[2]['decide'];

const decide = async (
  world: World,
  { id, recipient }: Opened,
  decision: Decide,
  personRef: string | null = null,
): Promise<Acted> => {
  const result = await decideProposal(world, id, { actor: { user: recipient }, decide: decision, personRef });
  return E.isLeft(result) ? told(sentence(result.left)) : DONE;
};

const sentence = ({ because }: Refused): string => `${because.slice(0, 1).toUpperCase()}${because.slice(1)}.`;

/** Approves exactly what was typed, against exactly the row that was shown. */
const approve = async (world: World, request: PageRequest, opened: Opened): Promise<Acted> => {
  const { business, loaded, personal, id } = opened;
  if (loaded.state.status !== 'open') return DONE;
  if (personal === 'erased') return told('What was read of this quote was erased; it can only be discarded.');
  const values = typedIn(request);
  const read = readTypedRow(values, business.config);
  if (E.isLeft(read)) return { said: null, typed: { values, faults: read.left } };
  const meant = shownProposal(id, loaded.state, personal, business, { values, faults: {} });
  if (!meant || (await seenOf(world, meant.row)) !== request.form[SEEN]) return changedMeanwhile(meant, values);
  const { right: typed } = read;
  const personRef = referenceOf(await world.secrets.refKey(), typed.contact);
  const decided = await decideProposal(world, id, {
    actor: { user: opened.recipient },
    personRef,
    decide: state =>
      approveProposal(state, { fields: fieldsOf(typed), changes: meant.row?.quoteId ?? null }, personalOf(typed)),
  });
  if (E.isLeft(decided)) return told(sentence(decided.left));
  if (decided.right.events.length > 0) await write(world, id);
  return DONE;
};

const changedMeanwhile = (meant: ShownProposal | null, values: TypedOnPage['values']): Acted => {
  const number = meant?.row?.quoteId;
  const text =
    number === undefined
      ? 'The sheet has no row of this number, so it would be a new one. Please look once more, then add it.'
      : `${number} is in the sheet as shown below, old beside new. Please look once more, then change it.`;
  return { said: { tone: 'wait', text }, typed: { values, faults: {} } };
};

/** A doubt is mailed at once; a row that could not be written opens the proposal again, here and now. */
const write = async (world: World, id: string): Promise<void> => {
  const outcome = await writeApproved(world, id);
  if (outcome?.kind === 'doubtful') await carryOnProposal(world, id);
};

const typedIn = ({ form }: PageRequest): TypedOnPage['values'] =>
  Object.fromEntries(ROW_FIELDS.map((field: RowField) => [field, form[proposalInput(field)] ?? '']));

const fieldsOf = ({ number, amount, sent, expires, owner }: TypedRow): NonNullable<ProposalState['fields']> => ({
  number,
  minor: amount.minor,
  currency: amount.currency,
  sent,
  expires,
  owner,
});

const personalOf = ({ customer, contact, link }: TypedRow) => ({ customer, contact, link, sources: {} });

/** The person looked, and we look as well: its row is known from then on. */
const there = async (world: World, opened: Opened): Promise<Acted> => {
  const { fields, changes } = opened.loaded.state;
  const key = quoteStream(changes ?? fields?.number ?? '');
  const row = await world.sheetWriter.rowOf(key);
  if (row === null) return told('The sheet has no row of this number. Look again, or write it again.');
  const acted = await decide(world, opened, state => recordRow(state, { row, already: false }));
  if (!acted.said) await expectRow(world, { proposal: opened.id, key, at: world.clock.now().toISOString() });
  return acted;
};

const again = async (world: World, opened: Opened): Promise<Acted> => {
  const { personal, loaded, id } = opened;
  if (personal === 'erased') return told('What was read of this quote was erased.');
  const { customer, contact, link, sources } = personal;
  const acted = await decide(
    world,
    opened,
    state => writeAgain(state, { customer, contact, link, sources }),
    personRefOf(loaded),
  );
  if (!acted.said) await write(world, id);
  return acted;
};
