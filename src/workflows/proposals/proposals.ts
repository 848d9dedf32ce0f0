import type * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import type { Decision, Refused } from '../../aggregates/decider.ts';
import { type ProposalEvent, type ProposalState, proposalAggregate } from '../../aggregates/proposal.ts';
import { type Loaded, load } from '../../event-store/load.ts';
import { unsealer } from '../../event-store/sealing.ts';
import { type Transacted, transact } from '../../event-store/transact.ts';
import type { Actor } from '../../events/event-type.ts';
import type { Cause } from '../../events/flow.ts';
import { ProposalApproved, ProposalMade, type ProposalPersonal } from '../../events/proposal-events.ts';
import { proposalStream } from '../../events/stream-id.ts';
import type { IntakeSettings } from '../../quote-intake/context.ts';
import type { QuoteFields } from '../../quote-intake/quote-fields.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import type { LogDeps } from '../quotes.ts';

export type PersonalPart = t.TypeOf<typeof ProposalPersonal>;

export const loadProposal = (deps: Pick<LogDeps, 'store' | 'log'>, id: string): Promise<Loaded<ProposalState>> =>
  load(deps, proposalStream(id), proposalAggregate);

export interface ProposalCommand {
  readonly actor: Actor;
  readonly decide: (state: ProposalState) => Decision<ProposalEvent>;
  /** Under whose key what is personal about the row is sealed; whom a mailing goes to, under theirs. */
  readonly personRef?: string | null;
  readonly loaded?: Loaded<ProposalState>;
  readonly cause?: Cause | null | undefined;
}

/** One decision about a proposed row. */
export const decideProposal = (
  deps: LogDeps,
  id: string,
  { personRef = null, ...command }: ProposalCommand,
): Promise<E.Either<Refused, Transacted<ProposalState>>> =>
  transact(deps, {
    stream: proposalStream(id),
    aggregate: proposalAggregate,
    ...command,
    sealRef: (event: ProposalEvent) => (event.type === 'ProposalMailed' ? event.data.recipientRef : personRef),
  });

/** All that is personal about a proposal: of its fields as they stand, and of how they were read. */
export interface OpenedProposal extends PersonalPart {
  readonly doubts: Readonly<Record<string, string>>;
  readonly unread: readonly string[];
}

/** `erased` when the person's key is gone. */
export const openProposal = async (
  { keys }: Pick<Dependencies, 'keys'>,
  { state, stored }: Loaded<ProposalState>,
): Promise<OpenedProposal | 'erased'> => {
  const open = unsealer(keys);
  const first = stored[0];
  const current = stored.find(({ version }) => version === state.fieldsVersion);
  if (!first || !current) return 'erased';
  const made = await open(ProposalMade, first);
  const personal = current.action === ProposalApproved.name ? await open(ProposalApproved, current) : made;
  if (made === 'erased' || personal === 'erased') return 'erased';
  const { customer, contact, link } = personal;
  return { customer, contact, link, sources: made.sources, doubts: made.doubts ?? {}, unread: made.unread ?? [] };
};

/** Under whose key the newest fields lie. */
export const personRefOf = ({ state, stored }: Loaded<ProposalState>): string | null =>
  stored.find(({ version }) => version === state.fieldsVersion)?.sealed?.ref ?? null;

/** What of the business helps to read its quotes. */
export const intakeSettingsOf = (
  { installation }: Pick<Dependencies, 'installation'>,
  { config, policy, today }: BusinessContext,
): IntakeSettings => ({
  currency: config.currency,
  locale: config.localeConfigured ? config.locale : undefined,
  companyDomains: config.companyDomains,
  ownAddresses: [
    ...Object.values(policy.people),
    ...policy.knownReps,
    policy.admin,
    installation.quotesAddress,
    installation.systemAddress,
  ],
  timezone: config.timezone,
  today,
});

/** What was read, split into what deciding needs and what is sealed. */
export const factsRead = (
  read: QuoteFields,
  owner: string | null,
): {
  readonly fields: NonNullable<ProposalState['fields']>;
  readonly personal: PersonalPart & { readonly doubts: Record<string, string> };
} => ({
  fields: {
    number: read.quoteId,
    minor: read.amountMinor,
    currency: read.currency,
    sent: read.sentDate,
    expires: read.expiryDate,
    owner,
  },
  personal: {
    customer: read.customer,
    contact: read.contactEmail,
    link: read.pdf !== null && /^https?:\/\//i.test(read.pdf) ? read.pdf : null,
    sources: sourcesOf(read),
    doubts: { ...read.doubts },
  },
});

/** Field → its words; those that stand apart in the original are apart here, by line breaks. */
const sourcesOf = ({ evidence }: QuoteFields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(evidence).map(([field, { marks }]) => [
      field,
      marks.map(mark => mark.replace(/\s+/g, ' ')).join('\n'),
    ]),
  );
