import type { Tone } from '../views/table.ts';

export type ProposalStateName = 'open' | 'approved' | 'written' | 'doubtful' | 'discarded';

/** How a proposal stands, in a word or three. */
export const proposalStates: Readonly<Record<ProposalStateName, readonly [Tone, string]>> = {
  open: ['wait', 'open'],
  approved: ['info', 'being written'],
  written: ['good', 'in the sheet'],
  doubtful: ['stop', 'in doubt'],
  discarded: ['plain', 'discarded'],
};
