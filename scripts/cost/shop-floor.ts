import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { receiverStamped } from '../../src/adapters/mail/smtp-listener.ts';
import { web } from '../../src/handlers/http/web.ts';
import { mailRouter } from '../../src/handlers/process-mail.ts';
import { digest, summary } from '../../src/handlers/reports.ts';
import { sender } from '../../src/handlers/sender.ts';
import { sweeper } from '../../src/handlers/sweeper.ts';
import { driveSync } from '../../src/handlers/sync.ts';
import { timer } from '../../src/handlers/timer.ts';
import { EDITED } from '../../src/local/data-folder.ts';
import { fileSources } from '../../src/local/file-sources.ts';
import { movableClock } from '../../src/local/movable-clock.ts';
import { openRuntime, RECEIVER_HOST } from '../../src/local/runtime.ts';
import { sheetVersions } from '../../src/local/sheet-versions.ts';
import type { OutgoingMail } from '../../src/ports/mail.ts';
import type { Dependencies } from '../../src/workflows/dependencies.ts';
import { handleDeliveryEvent } from '../../src/workflows/replies/handle-delivery-event.ts';
import { configOf, RULES, repsOf, sheetOf } from './assumed.ts';
import { countedWorld } from './counted-world.ts';
import { emptyTally, type Tally } from './tally.ts';

/** A mail that left, with the id it got. */
export type Left = OutgoingMail & { readonly messageId: string };

export type FunctionName =
  | 'drive-sync'
  | 'timer'
  | 'sweep'
  | 'sender'
  | 'digest'
  | 'summary'
  | 'projector'
  | 'publisher'
  | 'intake-webhook'
  | 'reply-handler'
  | 'intake-parser'
  | 'delivery-events';

export interface ShopFloor {
  readonly folder: string;
  readonly now: () => Date;
  readonly moveTo: (at: Date) => void;
  /** Calls a function as its trigger would, counts what it asks, and lets what follows from it happen. */
  readonly run: (name: 'drive-sync' | 'timer' | 'sweep' | 'digest' | 'summary') => Promise<void>;
  readonly runDue: () => Promise<void>;
  readonly page: (method: 'GET' | 'POST', url: string, form?: Readonly<Record<string, string>>) => Promise<string>;
  readonly mailIn: (by: 'reply-handler' | 'intake-parser', raw: string, from: string, to: string) => Promise<void>;
  readonly delivered: (mail: Left) => Promise<void>;
  readonly takeMails: () => readonly Left[];
  readonly tallies: () => ReadonlyMap<FunctionName, Tally>;
  readonly resetTallies: () => void;
  readonly quotesAddress: string;
  readonly events: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** The embedded default by its own clock, every function over its own counted view of the world. */
export const openShopFloor = async (folder: string, quotes: number, startAt: Date): Promise<ShopFloor> => {
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeFile(join(folder, EDITED.config), configOf(repsOf(quotes))),
    writeFile(join(folder, EDITED.rules), RULES),
    writeFile(join(folder, EDITED.quotes), sheetOf([])),
  ]);
  const clock = movableClock(0, () => startAt.getTime());
  const tallies = new Map<FunctionName, Tally>();
  const tallyOf = (name: FunctionName): Tally => {
    const known = tallies.get(name) ?? emptyTally();
    tallies.set(name, known);
    return known;
  };
  const left: Left[] = [];
  const keeping = (world: Dependencies): Dependencies => ({
    ...world,
    mailer: {
      send: async (mail, options) => {
        const result = await world.mailer.send(mail, options);
        if (result.kind === 'sent') left.push({ ...mail, messageId: result.messageId });
        return result;
      },
    },
  });
  const seenBy = (name: FunctionName, world: Dependencies): Dependencies => countedWorld(keeping(world), tallyOf(name));
  const log: Dependencies['log'] = (level, message, fields) =>
    void (level === 'error' && process.stderr.write(`${message} ${JSON.stringify(fields)}\n`));
  const runtime = await openRuntime({
    folder,
    dataFolder: folder,
    engine: { engine: 'sqlite' },
    clock,
    publicUrl: 'http://127.0.0.1:8080',
    smtpUrl: null,
    log,
    seenBy: (name, world) => {
      const tally = tallyOf(name);
      return name === 'sender' ? countingCalls(seenBy(name, world), tally) : seenBy(name, world);
    },
  });
  const { deps: world, settled, oneOffs } = runtime;
  const handlers = {
    'drive-sync': (seen: Dependencies) => driveSync(seen, fileSources(folder, clock, sheetVersions(world.objects)))(),
    timer: (seen: Dependencies) => timer(seen)(),
    sweep: (seen: Dependencies) => sweeper(seen)(),
    digest: (seen: Dependencies) => digest(seen)(),
    summary: (seen: Dependencies) => summary(seen)(),
  };
  const call = async <T>(name: FunctionName, work: (seen: Dependencies) => Promise<T>): Promise<T> => {
    const tally = tallyOf(name);
    const before = process.cpuUsage();
    const result = await work(seenBy(name, world));
    tally.calls += 1;
    // Of the processor, not of the clock: what else this machine does costs nothing.
    const { user, system } = process.cpuUsage(before);
    tally.ownMs += (user + system) / 1_000;
    await settled();
    return result;
  };
  return {
    folder,
    now: clock.now,
    moveTo: clock.moveTo,
    run: async name => void (await call<unknown>(name, handlers[name])),
    runDue: async () => {
      for (const notice of await oneOffs.due(clock.now()))
        await call('sender', seen => sender(seen)({ detail: notice }));
    },
    page: async (method, url, form = {}) => {
      const headers = method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
      const body = new TextEncoder().encode(new URLSearchParams(form).toString());
      const { pathname, search } = new URL(url);
      const request = { method, path: pathname, query: search.slice(1), headers, body, address: '127.0.0.1' };
      return (await call('intake-webhook', seen => web(seen)(request))).body;
    },
    mailIn: async (by, raw, from, to) => {
      const mail = receiverStamped(Buffer.from(raw), { from, to, host: RECEIVER_HOST, at: clock.now() });
      const key = `inbound/${mail.id}.eml`;
      await world.objects.put('raw-mime', key, mail.raw, 'message/rfc822');
      await call(by, seen => mailRouter(seen)({ detail: { object: { key } } }));
    },
    delivered: async mail => {
      const headers = [{ name: 'Reply-To', value: mail.replyTo ?? '' }];
      const tags = Object.fromEntries(Object.entries(mail.tags ?? {}).map(([name, value]) => [name, [value]]));
      for (const type of ['Send', 'Delivery'])
        await call('delivery-events', seen =>
          handleDeliveryEvent(seen, { id: mail.messageId, type, messageId: mail.messageId, headers, tags, detail: {} }),
        );
    },
    takeMails: () => left.splice(0),
    tallies: () => tallies,
    resetTallies: () => {
      for (const tally of tallies.values()) Object.assign(tally, emptyTally());
    },
    quotesAddress: world.installation.quotesAddress,
    events: async () => {
      let events = 0;
      for await (const _ of world.store.scan()) events += 1;
      return events;
    },
    close: runtime.close,
  };
};

/** The bus calls the sender by itself: a call is known by the config it reads first. */
const countingCalls = (world: Dependencies, tally: Tally): Dependencies => {
  tally.calls += 1;
  return world;
};
