import * as E from 'fp-ts/lib/Either.js';
import type { StreamFault } from '../events/stream-fault.ts';
import { SYSTEM_STREAM } from '../events/stream-name.ts';
import { unreadableMail } from '../letters/mail/unreadable-mail.ts';
import { readBusiness } from './business.ts';
import { byItself } from './by-itself.ts';
import { deliverReport } from './reports/deliver-report.ts';
import { loadSystem } from './system-log.ts';
import { tellOnce } from './tell-once.ts';
import type { World } from './world.ts';

const UNREADABLE = 'unreadable';
/** The rest is told by the next run. */
const MOST_AT_ONCE = 40;
const LONGEST_NAME = 100;

/** A fault as what was told of it names it: of another event it is another fault. */
const nameOf = ({ stream, version }: StreamFault): string => `;${stream.slice(0, LONGEST_NAME)}@${version ?? ''};`;

/**
 * Tells the admin of streams that cannot be read or written, of each once. What was told stands in `~system`; where that
 * is the one that cannot be read, the letter goes once a day, with all that is known by then, for nothing leaves until
 * somebody has seen to it.
 */
export const tellOfFaults = async (world: World, faults: readonly StreamFault[]): Promise<void> => {
  const system = await byItself(() => loadSystem(world));
  const known = new Map([...faults, ...(E.isLeft(system) ? [system.left] : [])].map(one => [one.stream, one] as const));
  if (known.size === 0) return;
  const business = await readBusiness(world);
  if (E.isLeft(system) || known.has(SYSTEM_STREAM)) {
    const write = async () => ({ mail: unreadableMail({ streams: [...known.values()] }) });
    await deliverReport(
      world,
      { report: UNREADABLE, date: business.today },
      { to: business.policy.admin, linkMs: null, write },
    );
    return;
  }
  const told = system.right.state.notified.filter(noted => noted.startsWith(`${UNREADABLE}/`));
  const fresh = [...known.values()].filter(fault => !told.some(noted => noted.includes(nameOf(fault))));
  const streams = fresh.slice(0, MOST_AT_ONCE);
  if (streams.length > 0)
    await tellOnce(world, business, UNREADABLE, streams.map(nameOf).join(''), () => unreadableMail({ streams }));
};
