import * as E from 'fp-ts/lib/Either.js';
import type { Refused } from '../../aggregates/decider.ts';
import {
  approveProposal,
  discardProposal,
  type ProposalState,
  recordRow,
  writeAgain,
} from '../../aggregates/proposal.ts';
import { nameOf } from '../../cadence/owner.ts';
import type { Loaded } from '../../event-store/load.ts';
import { unsealer } from '../../event-store/sealing.ts';
import { ProposalMailed } from '../../events/proposal-events.ts';
import { quoteStream, streamSubject } from '../../events/stream-id.ts';
import { inParallel } from '../../kernel/in-parallel.ts';
import { fingerprintOf, referenceOf } from '../../kernel/references.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import type { FlashMessage } from '../../presentation/components/flash.ts';
import { ACT, type Target } from '../../presentation/components/parts.ts';
import { type ProposalListRow, proposalListPage } from '../../presentation/pages/proposal-list-page.ts';
import { type ProposalStanding, proposalInput, proposalPage } from '../../presentation/pages/proposal-page.ts';
import { proposalStates } from '../../presentation/wording.ts';
import { expectRow } from '../../projections/row-faults.ts';
import { ROW_FIELDS, type RowField, readTypedRow, type TypedRow } from '../../quote-intake/quote-fields.ts';
import type { Row } from '../../sheet/row.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { LIST, lineOf, listedProposals } from '../proposals/proposal-lists.ts';
import { partsOf, type ShownProposal, shownProposal, type TypedOnPage } from '../proposals/proposal-view.ts';
import {
  decideProposal,
  loadProposal,
  type OpenedProposal,
  openProposal,
  personRefOf,
} from '../proposals/proposals.ts';
import { carryOnProposal, linkOfMailing } from '../proposals/run-proposal-tasks.ts';
import { writeApproved } from '../sheet-sync/write-row.ts';
import { isForAdmin } from './first-sync.ts';
import {
  gone,
  hiddenFields,
  nonceHolds,
  notKnown,
  type PageRequest,
  type PageResponse,
  SEEN,
  stale,
} from './page-request.ts';

const AT_ONCE = 8;

export const isListPage = ({ about }: Pick<ApprovalRow, 'about'>): boolean => about.startsWith(`${LIST}/`);

/** The admin's page of a flood: every proposal of it, each with the link where it is decided. It has no buttons. */
export const proposalListPageOf = async (deps: Dependencies, row: ApprovalRow): Promise<PageResponse> => {
  const business = await loadBusinessContext(deps);
  if (!(await isForAdmin(deps, business, row))) return notKnown();
  if (business.now.getTime() > row.expires_at * 1000) return gone();
  const ids = await listedProposals(deps, row.about.split('/').at(-1) ?? '');
  const rows = await inParallel(ids, AT_ONCE, id => listRow(deps, business, id));
  return { status: 200, html: proposalListPage({ rows, linkOf: business.policy.admin }) };
};

const listRow = async (deps: Dependencies, { policy }: BusinessContext, id: string): Promise<ProposalListRow> => {
  const loaded = await loadProposal(deps, id);
  const { status, mailings } = loaded.state;
  const link = await linkOfMailing(deps, id, loaded, mailings[0]?.mailing ?? 1);
  return {
    ...(await lineOf(deps, id)),
    state: proposalStates[status === 'none' ? 'open' : status],
    // A link is its recipient's: one that was mailed to a rep is not shown to the admin.
    url: link?.to === policy.admin.toLowerCase() ? link.url : null,
  };
};

interface Opened {
  readonly id: string;
  readonly business: BusinessContext;
  readonly loaded: Loaded<ProposalState>;
  readonly personal: OpenedProposal | 'erased';
  readonly recipient: string;
}

/** What an act came to: something to say, or the form again with what was typed. */
interface Acted {
  readonly said: FlashMessage | null;
  readonly typed: TypedOnPage | null;
}

const DONE: Acted = { said: null, typed: null };
const told = (text: string): Acted => ({ said: { tone: 'stop', text }, typed: null });

/** The page of one proposed row. GET shows it; POST approves it as typed, or discards it, once. */
export const proposalPageOf = async (
  deps: Dependencies,
  request: PageRequest,
  row: ApprovalRow,
): Promise<PageResponse> => {
  const opened = await open(deps, row);
  if (!opened) return notKnown();
  if (opened.business.now.getTime() > row.expires_at * 1000) return gone();
  if (request.method !== 'POST') return show(deps, request, opened, DONE);
  if (!(await nonceHolds(deps, request, [SEEN]))) return stale(request.token);
  const acted = await act(deps, request, opened);
  return show(deps, request, (await open(deps, row)) ?? opened, acted);
};

const open = async (deps: Dependencies, row: ApprovalRow): Promise<Opened | null> => {
  const id = streamSubject(row.quote_id);
  const [business, loaded] = await Promise.all([loadBusinessContext(deps), loadProposal(deps, id)]);
  const event = loaded.stored.find(
    ({ action, data }) =>
      action === ProposalMailed.name && ProposalMailed.data.is(data) && data.tokenHash === row.token,
  );
  const sealed = event ? await unsealer(deps.keys)(ProposalMailed, event) : 'erased';
  if (sealed === 'erased') return null;
  return { id, business, loaded, personal: await openProposal(deps, loaded), recipient: sealed.to };
};

const show = async (
  deps: Dependencies,
  request: PageRequest,
  { id, business, loaded, personal, recipient }: Opened,
  { said, typed }: Acted,
): Promise<PageResponse> => {
  const shown = shownProposal(id, loaded.state, personal, business, typed);
  if (!shown) return notKnown();
  const html = proposalPage({
    view: shown.view,
    standing: proposalStanding(loaded, business),
    target: await proposalTarget(deps, request.token, shown.row),
    original: personal === 'erased' ? [] : await partsOf(deps, id),
    said,
    linkOf: recipient,
  });
  return { status: 200, html };
};

/** Where the form of a proposal goes, bound to the row that stands beside it. */
export const proposalTarget = async (
  deps: Pick<Dependencies, 'secrets'>,
  token: string,
  row: Row | null,
): Promise<Target> => ({
  action: `/t/${token}`,
  hidden: await hiddenFields(deps, token, { [SEEN]: await seenOf(deps, row) }),
});

/** The row that was shown beside the proposal, so that nobody approves a change of another. */
const seenOf = async ({ secrets }: Pick<Dependencies, 'secrets'>, row: Row | null): Promise<string> =>
  fingerprintOf(await secrets.refKey(), JSON.stringify(row === null ? 'new' : { ...row, row: 0 }));

/** What became of a proposal so far, and by whom. */
export const proposalStanding = (
  { state, stored }: Pick<Loaded<ProposalState>, 'state' | 'stored'>,
  { policy }: Pick<BusinessContext, 'policy'>,
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

const act = (deps: Dependencies, request: PageRequest, opened: Opened): Promise<Acted> => {
  switch (request.form[ACT]) {
    case 'approve':
      return approve(deps, request, opened);
    case 'discard':
      return decide(deps, opened, discardProposal);
    case 'there':
      return there(deps, opened);
    case 'write-again':
      return again(deps, opened);
    default:
      return Promise.resolve(told('That button is not known here.'));
  }
};

type Decide = Parameters<typeof decideProposal>[2]['decide'];

const decide = async (
  deps: Dependencies,
  { id, recipient }: Opened,
  decision: Decide,
  personRef: string | null = null,
): Promise<Acted> => {
  const result = await decideProposal(deps, id, { actor: { user: recipient }, decide: decision, personRef });
  return E.isLeft(result) ? told(sentence(result.left)) : DONE;
};

const sentence = ({ because }: Refused): string => `${because.slice(0, 1).toUpperCase()}${because.slice(1)}.`;

/** Approves exactly what was typed, against exactly the row that was shown. */
const approve = async (deps: Dependencies, request: PageRequest, opened: Opened): Promise<Acted> => {
  const { business, loaded, personal, id } = opened;
  if (loaded.state.status !== 'open') return DONE;
  if (personal === 'erased') return told('What was read of this quote was erased; it can only be discarded.');
  const values = typedIn(request);
  const read = readTypedRow(values, business.config);
  if (E.isLeft(read)) return { said: null, typed: { values, faults: read.left } };
  const meant = shownProposal(id, loaded.state, personal, business, { values, faults: {} });
  if (!meant || (await seenOf(deps, meant.row)) !== request.form[SEEN]) return changedMeanwhile(meant, values);
  const { right: typed } = read;
  const personRef = referenceOf(await deps.secrets.refKey(), typed.contact);
  const decided = await decideProposal(deps, id, {
    actor: { user: opened.recipient },
    personRef,
    decide: state =>
      approveProposal(state, { fields: fieldsOf(typed), changes: meant.row?.quoteId ?? null }, personalOf(typed)),
  });
  if (E.isLeft(decided)) return told(sentence(decided.left));
  if (decided.right.events.length > 0) await write(deps, id);
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
const write = async (deps: Dependencies, id: string): Promise<void> => {
  const outcome = await writeApproved(deps, id);
  if (outcome?.kind === 'doubtful') await carryOnProposal(deps, id);
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
const there = async (deps: Dependencies, opened: Opened): Promise<Acted> => {
  const { fields, changes } = opened.loaded.state;
  const key = quoteStream(changes ?? fields?.number ?? '');
  const row = await deps.sheetWriter.rowOf(key);
  if (row === null) return told('The sheet has no row of this number. Look again, or write it again.');
  const acted = await decide(deps, opened, state => recordRow(state, { row, already: false }));
  if (!acted.said) await expectRow(deps, { proposal: opened.id, key, at: deps.clock.now().toISOString() });
  return acted;
};

const again = async (deps: Dependencies, opened: Opened): Promise<Acted> => {
  const { personal, loaded, id } = opened;
  if (personal === 'erased') return told('What was read of this quote was erased.');
  const { customer, contact, link, sources } = personal;
  const acted = await decide(
    deps,
    opened,
    state => writeAgain(state, { customer, contact, link, sources }),
    personRefOf(loaded),
  );
  if (!acted.said) await write(deps, id);
  return acted;
};
