import * as E from 'fp-ts/lib/Either.js';
import { reopenProposal } from '../aggregates/proposal.ts';
import { keepOriginal } from '../aggregates/quote/original.ts';
import type { Policy } from '../cadence/policy.ts';
import { quoteStream } from '../events/stream-name.ts';
import type { Row } from '../sheet/row.ts';
import { readBusiness } from './business.ts';
import { byItself } from './by-itself.ts';
import { EXPECTED_FOR_MS, type ExpectedRow, putExpected, readExpected } from './expected-rows.ts';
import { loadedLater } from './loaded-later.ts';
import { decideProposal, loadProposal, openProposal } from './proposals.ts';
import { decideQuote } from './quotes.ts';
import type { World } from './world.ts';
import { saysOther } from './write-row.ts';

const proposals = loadedLater(() => import('./carry-on-proposal.ts'));

/**
 * After a sync that read the sheet at `readAt`: a row that was written before and is not there was lost, most likely
 * because a spreadsheet program saved its older copy over it. Its proposal opens again and the rep is told. A quote that
 * is listed now gets to know the mail it went out with.
 */
export const missRows = async (world: World, readAt: Date): Promise<readonly string[]> => {
  const expected = await readExpected(world);
  if (expected.length === 0) return [];
  const { mirror, now, policy } = await readBusiness(world);
  const there = new Set([
    ...mirror.rows.keys(),
    ...mirror.refused.flatMap(({ quoteId }) => (quoteId === null ? [] : [quoteStream(quoteId)])),
    ...mirror.closed.map(({ key }) => key),
  ]);
  const lost = expected.filter(({ key, at }) => !there.has(key) && readAt.getTime() > Date.parse(at));
  const kept = expected.filter(row => !lost.includes(row) && now.getTime() - Date.parse(row.at) < EXPECTED_FOR_MS);
  for (const { proposal } of lost) await byItself(() => openAgain(world, proposal, 'its row is gone from the sheet'));
  const fresh = kept.filter(({ key, linked }) => linked !== true && mirror.rows.has(key));
  const linked = new Set<ExpectedRow>();
  for (const row of fresh) {
    const done = await byItself(async () => {
      await linkOriginal(world, row);
      const found = mirror.rows.get(row.key);
      if (found && (await wasOther(world, row.proposal, found, policy)))
        await openAgain(
          world,
          row.proposal,
          `${found.quoteId} was in the sheet already, and says something else there`,
        );
    });
    if (E.isRight(done)) linked.add(row);
  }
  if (kept.length < expected.length || linked.size > 0)
    await putExpected(
      world,
      kept.map(row => (linked.has(row) ? { ...row, linked: true } : row)),
    );
  return lost.map(({ proposal }) => proposal);
};

const openAgain = async (world: World, proposal: string, why: string): Promise<void> => {
  await decideProposal(world, proposal, {
    actor: { system: 'drive-sync' },
    decide: state => reopenProposal(state, why),
  });
  await (await proposals()).carryOnProposal(world, proposal);
};

/** A row that was to be added, where the number had come into the sheet since it was last read: it was left as it was. */
const wasOther = async (world: World, proposal: string, found: Row, policy: Policy): Promise<boolean> => {
  const loaded = await loadProposal(world, proposal);
  const { fields, changes, written } = loaded.state;
  if (!fields || changes !== null || !written?.already) return false;
  const personal = await openProposal(world, loaded);
  return personal !== 'erased' && saysOther(fields, personal, found, policy);
};

const linkOriginal = async (world: World, { proposal, key }: ExpectedRow): Promise<void> => {
  const { state, stored } = await loadProposal(world, proposal);
  const { made } = state;
  if (!made) return;
  const { messageId = null, pdfKey } = made;
  await decideQuote(world, key, {
    actor: { system: 'drive-sync' },
    cause: stored.at(-1),
    decide: current => keepOriginal(current, { proposalId: proposal, messageId, pdfKey }),
  });
};
