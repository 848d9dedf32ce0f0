import * as E from 'fp-ts/lib/Either.js';
import { byItself } from '../../event-store/by-itself.ts';
import type { StreamFault } from '../../events/stream-fault.ts';
import { SYSTEM_STREAM } from '../../events/stream-id.ts';
import { unreadableMail } from '../../presentation/emails/unreadable-mail.ts';
import { loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { loadSystem } from '../installation-log.ts';
import { deliverReport } from '../reports/run-report.ts';
import { notifyAdminOnce } from './notify-admin-once.ts';

const UNREADABLE = 'unreadable';
/** The rest is told by the next run. */
const MAX_AT_ONCE = 40;
const MAX_NAME = 100;

/** A fault as what was told of it names it: of another event it is another fault. */
const nameOf = ({ stream, version }: StreamFault): string => `;${stream.slice(0, MAX_NAME)}@${version ?? ''};`;

/**
 * Tells the admin of streams that cannot be read or written, of each once. What was told stands in `~system`; where that
 * is the one that cannot be read, the letter goes once a day, with all that is known by then, for nothing leaves until
 * somebody has seen to it.
 */
export const tellOfFaults = async (deps: Dependencies, faults: readonly StreamFault[]): Promise<void> => {
  const system = await byItself(() => loadSystem(deps));
  const known = new Map([...faults, ...(E.isLeft(system) ? [system.left] : [])].map(one => [one.stream, one] as const));
  if (known.size === 0) return;
  const business = await loadBusinessContext(deps);
  if (E.isLeft(system) || known.has(SYSTEM_STREAM)) {
    const write = async () => ({ mail: unreadableMail({ streams: [...known.values()] }) });
    await deliverReport(
      deps,
      { report: UNREADABLE, date: business.today },
      { to: business.policy.admin, linkMs: null, write },
    );
    return;
  }
  const told = system.right.state.notified.filter(noted => noted.startsWith(`${UNREADABLE}/`));
  const fresh = [...known.values()].filter(fault => !told.some(noted => noted.includes(nameOf(fault))));
  const streams = fresh.slice(0, MAX_AT_ONCE);
  if (streams.length > 0)
    await notifyAdminOnce(deps, business, UNREADABLE, streams.map(nameOf).join(''), () => unreadableMail({ streams }));
};
