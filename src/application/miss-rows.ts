import { reopenProposal } from '../aggregates/proposal.ts';
import { keepOriginal } from '../aggregates/quote/original.ts';
import { proposalStream, quoteStream } from '../events/stream-name.ts';
import { readBusiness } from './business.ts';
import { EXPECTED_FOR_MS, type ExpectedRow, putExpected, readExpected } from './expected-rows.ts';
import { loadedLater } from './loaded-later.ts';
import { decideProposal, loadProposal } from './proposals.ts';
import { decideQuote } from './quotes.ts';
import type { World } from './world.ts';

const proposals = loadedLater(() => import('./carry-on-proposal.ts'));

/**
 * After a sync that read the sheet at `readAt`: a row that was written before and is not there was lost, most likely
 * because a spreadsheet program saved its older copy over it. Its proposal opens again and the rep is told. A quote that
 * is listed now gets to know the mail it went out with.
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
    await (await proposals()).carryOnProposal(world, proposal);
  }
  const fresh = kept.filter(({ key, linked }) => linked !== true && mirror.rows.has(key));
  for (const row of fresh) await linkOriginal(world, row);
  if (kept.length < expected.length || fresh.length > 0)
    await putExpected(
      world,
      kept.map(row => (fresh.includes(row) ? { ...row, linked: true } : row)),
    );
  return lost.map(({ proposal }) => proposal);
};

const linkOriginal = async (world: World, { proposal, key }: ExpectedRow): Promise<void> => {
  const { made } = (await loadProposal(world, proposal)).state;
  if (!made) return;
  const { messageId = null, pdfKey } = made;
  await decideQuote(world, key, {
    actor: { system: 'drive-sync' },
    causationId: `${proposalStream(proposal)}/1`,
    decide: state => keepOriginal(state, { proposalId: proposal, messageId, pdfKey }),
  });
};
