import type { ProposalMailing, ProposalState } from './proposal.ts';

/** What is to be done about a proposal next. */
export type ProposalTask =
  | { readonly kind: 'mail'; readonly asks: ProposalMailing['asks']; readonly mailing: number }
  /** Announced, and its letter never left. */
  | { readonly kind: 'resend'; readonly mailing: number }
  | { readonly kind: 'write' };

/** Whoever approved is writing the row; only what stays unwritten this long is another's to finish. */
export const WRITE_GRACE_MS = 2 * 60_000;

export const proposalTodo = (state: ProposalState, now: Date): readonly ProposalTask[] => {
  const { status, unasked, mailings, approvedAt } = state;
  const waits = status === 'open' || status === 'doubtful';
  const newest = mailings.at(-1);
  if (waits && unasked !== null) return [{ kind: 'mail', asks: unasked, mailing: mailings.length + 1 }];
  if (waits && newest && !newest.left) return [{ kind: 'resend', mailing: newest.mailing }];
  const stale = approvedAt !== null && now.getTime() - Date.parse(approvedAt) >= WRITE_GRACE_MS;
  return status === 'approved' && stale ? [{ kind: 'write' }] : [];
};
