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
import { unsealer } from '../../event-store/sealing.ts';
import { ProposalApproved, ProposalMailed } from '../../events/proposal-events.ts';
import { proposalStream } from '../../events/stream-id.ts';
import { referenceOf } from '../../kernel/references.ts';
import { doubtfulWriteMail, type ProposalMail, proposalMail } from '../../presentation/emails/proposal-mail.ts';
import type { WrittenMail } from '../../presentation/emails/write-mail.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { sendLetter } from '../notifications/send-letter.ts';
import { issueToken, reissueToken } from '../notifications/tokens.ts';
import { writeApproved } from '../sheet-sync/write-row.ts';
import { HANDED_IN, shownProposal } from './proposal-view.ts';
import { decideProposal, loadProposal, openProposal } from './proposals.ts';

const SENDER = { system: 'sender' } as const;
const MAX_STEPS = 10;
/** A question stays open for as long as it may take to answer. */
const LIFE_MS = 90 * 86_400_000;
/** What the token of a proposal's page is about, beside its stream. */
const ABOUT = 'proposal';

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
      if (announced) await deliver(deps, business, id, announced.loaded, { ...announced, mailing: task.mailing, to });
      return;
    }
    case 'resend':
      return resend(deps, business, id, loaded, task.mailing);
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

/** The event with the token's hash comes before any letter. Null when it was announced by somebody else meanwhile. */
export const announceProposal = async (
  deps: Dependencies,
  business: BusinessContext,
  id: string,
  loaded: Loaded<ProposalState>,
  to: string,
  mailing: number,
): Promise<{ readonly loaded: Loaded<ProposalState>; readonly url: string } | null> => {
  const token = await issueToken(deps, { stream: proposalStream(id), about: ABOUT, recipient: to, mailing });
  const recipientRef = referenceOf(await deps.secrets.refKey(), to);
  const expiresAt = new Date(business.now.getTime() + LIFE_MS).toISOString();
  const mailed = await decideProposal(deps, id, {
    actor: SENDER,
    loaded,
    decide: state => mailProposal(state, { mailing, tokenHash: token.hash, recipientRef, expiresAt }, { to }),
  });
  if (E.isLeft(mailed) || mailed.right.events.length === 0) return null;
  return { loaded: mailed.right, url: token.url };
};

/** Whom a mailing went to and its link, made again; null when erased, or signed with a key that is gone. */
export const linkOfMailing = async (
  deps: Pick<Dependencies, 'keys' | 'secrets' | 'installation'>,
  id: string,
  { state, stored }: Loaded<ProposalState>,
  mailing: number,
): Promise<{ readonly to: string; readonly url: string } | null> => {
  const known = state.mailings.find(one => one.mailing === mailing);
  const event = stored.find(
    ({ action, data }) =>
      action === ProposalMailed.name && ProposalMailed.data.is(data) && data.tokenHash === known?.tokenHash,
  );
  const sealed = event ? await unsealer(deps.keys)(ProposalMailed, event) : 'erased';
  if (!known || sealed === 'erased') return null;
  const subject = { stream: proposalStream(id), about: ABOUT, recipient: sealed.to, mailing };
  const token = await reissueToken(deps, subject, known.tokenHash);
  return token ? { to: sealed.to, url: token.url } : null;
};

const resend = async (
  deps: Dependencies,
  business: BusinessContext,
  id: string,
  loaded: Loaded<ProposalState>,
  mailing: number,
): Promise<void> => {
  const link = await linkOfMailing(deps, id, loaded, mailing);
  if (link) await deliver(deps, business, id, loaded, { ...link, mailing });
};

interface Delivery {
  readonly to: string;
  readonly url: string;
  readonly mailing: number;
}

const deliver = async (
  deps: Dependencies,
  business: BusinessContext,
  id: string,
  loaded: Loaded<ProposalState>,
  { to, url, mailing }: Delivery,
): Promise<void> => {
  const mail = await letterOf(deps, business, id, loaded, { url, mailing });
  if (!mail) return;
  const messageId = await sendLetter(deps, { to, mail, tags: { kind: 'proposal' } });
  if (messageId === null) return;
  await decideProposal(deps, id, {
    actor: SENDER,
    decide: state => recordProposalLetter(state, { mailing, messageId }),
  });
};

const letterOf = async (
  deps: Dependencies,
  business: BusinessContext,
  id: string,
  loaded: Loaded<ProposalState>,
  { url, mailing }: Pick<Delivery, 'url' | 'mailing'>,
): Promise<WrittenMail | null> => {
  const { state } = loaded;
  const shown = shownProposal(id, state, await openProposal(deps, loaded), business);
  if (!shown) return null;
  const { view } = shown;
  const asks = state.mailings.find(one => one.mailing === mailing)?.asks;
  if (asks === 'doubt') return doubtfulWriteMail({ view, url, because: state.because ?? 'nobody knows why' });
  return proposalMail({ view, url, why: recipientOf(loaded, business).why, again: state.because });
};
