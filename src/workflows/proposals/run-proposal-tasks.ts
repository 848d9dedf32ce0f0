import * as E from 'fp-ts/lib/Either.js';
import {
  mailProposal,
  type ProposalState,
  type ProposalTask,
  pendingProposalTasks,
  recordProposalLetter,
} from '../../aggregates/proposal.ts';
import { isRep, standInFor } from '../../cadence/owner.ts';
import type { Loaded } from '../../event-store/load.ts';
import { ProposalApproved, ProposalMailed } from '../../events/proposal-events.ts';
import { proposalStream } from '../../events/stream-id.ts';
import type { TokenSubject } from '../../kernel/references.ts';
import { doubtfulWriteMail, type ProposalMail, proposalMail } from '../../presentation/emails/proposal-mail.ts';
import type { WrittenMail } from '../../presentation/emails/write-mail.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import {
  type Announced,
  announce,
  announcedBefore,
  issueLink,
  type NotAnnounced,
  sendTokenisedLetter,
} from '../notifications/send-tokenised-letter.ts';
import { writeApproved } from '../sheet-sync/write-row.ts';
import { HANDED_IN, shownProposal } from './proposal-view.ts';
import { decideProposal, loadProposal, openProposal } from './proposals.ts';

const SENDER = { system: 'sender' } as const;
const MAX_STEPS = 10;
/** What the link of a proposal is signed over. */
const proposalSubject = (id: string, mailing: number, recipient: string): TokenSubject => ({
  stream: proposalStream(id),
  about: 'proposal',
  recipient,
  mailing,
});

/** Does what a proposal still asks for, one thing after another, each on a fresh look; gives what was done. */
export const carryOnProposal = async (deps: Dependencies, id: string): Promise<readonly ProposalTask[]> => {
  const done: ProposalTask[] = [];
  const seen = new Set<string>();
  for (let step = 0; step < MAX_STEPS; step++) {
    const business = await loadBusinessContext(deps);
    const loaded = await loadProposal(deps, id);
    const task = pendingProposalTasks(loaded.state, business.now).find(one => !seen.has(JSON.stringify(one)));
    if (!task) break;
    seen.add(JSON.stringify(task));
    await perform(deps, business, id, loaded, task);
    done.push(task);
  }
  return done;
};

const perform = async (
  deps: Dependencies,
  business: BusinessContext,
  id: string,
  loaded: Loaded<ProposalState>,
  task: ProposalTask,
): Promise<void> => {
  switch (task.kind) {
    case 'mail': {
      const { to } = recipientOf(loaded, business);
      const announced = await announceProposal(deps, business, id, loaded, to, task.mailing);
      await deliver(deps, business, id, announced, task.mailing);
      return;
    }
    case 'resend':
      await deliver(deps, business, id, await announcedMailing(deps, id, loaded, task.mailing), task.mailing);
      return;
    case 'write':
      await writeApproved(deps, id);
  }
};

interface Asked {
  readonly to: string;
  readonly why: ProposalMail['why'];
}

/** Who approved it before, else whose quote it is: the rep who sent it, or the owner a tool names, or who covers. */
const recipientOf = (
  { state, stored }: Pick<Loaded<ProposalState>, 'state' | 'stored'>,
  { policy, today }: BusinessContext,
): Asked => {
  const approver = stored.findLast(({ action }) => action === ProposalApproved.name)?.by_user;
  const owner = state.made?.fields.owner?.toLowerCase() ?? null;
  if (owner === null || !isRep(owner, policy)) return { to: approver ?? policy.admin.toLowerCase(), why: 'admin' };
  const handedIn = state.made?.source.startsWith(HANDED_IN) === true;
  if (state.made?.lane === 'mail') return { to: approver ?? owner, why: handedIn ? 'handed-in' : 'sent-it' };
  return { to: approver ?? standInFor(owner, policy, today), why: 'owner' };
};

/** The event with the token's hash comes before any letter. */
export const announceProposal = async (
  deps: Dependencies,
  business: BusinessContext,
  id: string,
  loaded: Loaded<ProposalState>,
  to: string,
  mailing: number,
): Promise<AnnouncedProposal> => {
  const link = await issueLink(deps, proposalSubject(id, mailing, to), business.now);
  return announce(link, () =>
    decideProposal(deps, id, {
      actor: SENDER,
      loaded,
      decide: state => mailProposal(state, { mailing, ...link.recorded }, { to }),
    }),
  );
};

type AnnouncedProposal = E.Either<NotAnnounced, Announced<Loaded<ProposalState>>>;

/** Whom a mailing went to and its link, made again; null when erased, or signed with a key that is gone. */
export const linkOfMailing = async (
  deps: Pick<Dependencies, 'keys' | 'secrets' | 'installation'>,
  id: string,
  loaded: Loaded<ProposalState>,
  mailing: number,
): Promise<{ readonly to: string; readonly url: string } | null> => {
  const announced = await announcedMailing(deps, id, loaded, mailing);
  return E.isLeft(announced) ? null : announced.right;
};

const announcedMailing = async (
  deps: Pick<Dependencies, 'keys' | 'secrets' | 'installation'>,
  id: string,
  loaded: Loaded<ProposalState>,
  mailing: number,
): Promise<AnnouncedProposal> => {
  const known = loaded.state.mailings.find(one => one.mailing === mailing);
  if (!known) return E.left('gone');
  return announcedBefore(deps, loaded, { type: ProposalMailed, tokenHash: known.tokenHash }, to =>
    proposalSubject(id, mailing, to),
  );
};

const deliver = (
  deps: Dependencies,
  business: BusinessContext,
  id: string,
  announced: AnnouncedProposal,
  mailing: number,
): Promise<unknown> =>
  sendTokenisedLetter(deps, announced, {
    write: async ({ url, loaded }) => {
      const mail = await letterOf(deps, business, id, loaded, { url, mailing });
      return mail && { mail, tags: { kind: 'proposal' } };
    },
    record: messageId =>
      decideProposal(deps, id, {
        actor: SENDER,
        decide: state => recordProposalLetter(state, { mailing, messageId }),
      }),
  });

const letterOf = async (
  deps: Dependencies,
  business: BusinessContext,
  id: string,
  loaded: Loaded<ProposalState>,
  { url, mailing }: { readonly url: string; readonly mailing: number },
): Promise<WrittenMail | null> => {
  const { state } = loaded;
  const shown = shownProposal(id, state, await openProposal(deps, loaded), business);
  if (!shown) return null;
  const { view } = shown;
  const asks = state.mailings.find(one => one.mailing === mailing)?.asks;
  if (asks === 'doubt') return doubtfulWriteMail({ view, url, because: state.because ?? 'nobody knows why' });
  return proposalMail({ view, url, why: recipientOf(loaded, business).why, again: state.because });
};
