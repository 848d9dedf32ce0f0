import { reopenProposal } from '../aggregates/proposal.ts';
import { quoteStream } from '../events/stream-name.ts';
import { readBusiness } from './business.ts';
import { carryOnProposal } from './carry-on-proposal.ts';
import { EXPECTED_FOR_MS, putExpected, readExpected } from './expected-rows.ts';
import { decideProposal } from './proposals.ts';
import type { World } from './world.ts';

/**
 * After a sync that read the sheet at `readAt`: a row that was written before and is not there was lost, most likely
 * because a spreadsheet program saved its older copy over it. Its proposal opens again and the rep is told.
 */
export const missRows = async (world: World, readAt: Date): Promise<readonly string[]> => {
  const expected = await readExpected(world);
  if (expected.length === 0) return [];
  const { mirror, now } = await readBusiness(world);
  const there = new Set([
    ...mirror.rows.keys(),
    ...mirror.refused.flatMap(({ quoteId }) => (quoteId === null ? [] : [quoteStream(quoteId)])),
    ...mirror.closed.map(({ key }) => key),
  ]);
  const lost = expected.filter(({ key, at }) => !there.has(key) && readAt.getTime() > Date.parse(at));
  const kept = expected.filter(row => !lost.includes(row) && now.getTime() - Date.parse(row.at) < EXPECTED_FOR_MS);
  for (const { proposal } of lost) {
    await decideProposal(world, proposal, {
      actor: { system: 'drive-sync' },
      decide: state => reopenProposal(state, 'its row is gone from the sheet'),
    });
    await carryOnProposal(world, proposal);
  }
  if (kept.length < expected.length) await putExpected(world, kept);
  return lost.map(({ proposal }) => proposal);
};
