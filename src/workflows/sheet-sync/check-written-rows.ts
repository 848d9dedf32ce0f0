import * as E from 'fp-ts/lib/Either.js';
import { reopenProposal } from '../../aggregates/proposal.ts';
import { recordOriginalMail } from '../../aggregates/quote/listing.ts';
import type { Policy } from '../../cadence/policy.ts';
import { byItself } from '../../event-store/by-itself.ts';
import { quoteStream } from '../../events/stream-id.ts';
import { EXPECTED_FOR_MS, type ExpectedRow, putExpected, readExpected } from '../../projections/row-faults.ts';
import type { Row } from '../../sheet/row.ts';
import { loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { lazy } from '../lazy.ts';
import { decideProposal, loadProposal, openProposal } from '../proposals/proposals.ts';
import { decideQuote } from '../quotes.ts';
import { saysOther } from './write-row.ts';

const proposals = lazy(() => import('../proposals/run-proposal-tasks.ts'));

/**
 * After a sync that read the sheet at `readAt`: a row that was written before and is not there was lost, most likely
 * because a spreadsheet program saved its older copy over it. Its proposal opens again and the rep is told. A quote that
 * is listed now gets to know the mail it went out with.
 */
export const checkWrittenRows = async (deps: Dependencies, readAt: Date): Promise<readonly string[]> => {
  const expected = await readExpected(deps);
  if (expected.length === 0) return [];
  const { mirror, now, policy } = await loadBusinessContext(deps);
  const there = new Set([
    ...mirror.rows.keys(),
    ...mirror.refused.flatMap(({ quoteId }) => (quoteId === null ? [] : [quoteStream(quoteId)])),
    ...mirror.closed.map(({ key }) => key),
  ]);
  const lost = expected.filter(({ key, at }) => !there.has(key) && readAt.getTime() > Date.parse(at));
  const kept = expected.filter(row => !lost.includes(row) && now.getTime() - Date.parse(row.at) < EXPECTED_FOR_MS);
  for (const { proposal } of lost) await byItself(() => openAgain(deps, proposal, 'its row is gone from the sheet'));
  const fresh = kept.filter(({ key, linked }) => linked !== true && mirror.rows.has(key));
  const linked = new Set<ExpectedRow>();
  for (const row of fresh) {
    const done = await byItself(async () => {
      await linkOriginal(deps, row);
      const found = mirror.rows.get(row.key);
      if (found && (await wasOther(deps, row.proposal, found, policy)))
        await openAgain(deps, row.proposal, `${found.quoteId} was in the sheet already, and says something else there`);
    });
    if (E.isRight(done)) linked.add(row);
  }
  if (kept.length < expected.length || linked.size > 0)
    await putExpected(
      deps,
      kept.map(row => (linked.has(row) ? { ...row, linked: true } : row)),
    );
  return lost.map(({ proposal }) => proposal);
};

const openAgain = async (deps: Dependencies, proposal: string, why: string): Promise<void> => {
  await decideProposal(deps, proposal, {
    actor: { system: 'drive-sync' },
    decide: state => reopenProposal(state, why),
  });
  await (await proposals()).carryOnProposal(deps, proposal);
};

/** A row that was to be added, where the number had come into the sheet since it was last read: it was left as it was. */
const wasOther = async (deps: Dependencies, proposal: string, found: Row, policy: Policy): Promise<boolean> => {
  const loaded = await loadProposal(deps, proposal);
  const { fields, changes, written } = loaded.state;
  if (!fields || changes !== null || !written?.already) return false;
  const personal = await openProposal(deps, loaded);
  return personal !== 'erased' && saysOther(fields, personal, found, policy);
};

const linkOriginal = async (deps: Dependencies, { proposal, key }: ExpectedRow): Promise<void> => {
  const { state, stored } = await loadProposal(deps, proposal);
  const { made } = state;
  if (!made) return;
  const { messageId = null, pdfKey } = made;
  await decideQuote(deps, key, {
    actor: { system: 'drive-sync' },
    cause: stored.at(-1),
    decide: current => recordOriginalMail(current, { proposalId: proposal, messageId, pdfKey }),
  });
};
