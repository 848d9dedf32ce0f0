import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { allEventTypes } from '../../src/events/event-registry.ts';
import { ACTS } from './story.ts';

/** Events that no simulated story brings about, with the reason. One that appears all the same has to leave this list. */
export const NEVER_HERE: Readonly<Record<string, string>> = {
  ClockMoved: 'only the local test clock is moved by hand',
  KeyDestroyed: 'nobody is erased here yet',
  TrailExported: 'the console is no part of the simulation',
};

/** What is made to go wrong around the system. */
export const FAULTS = [
  'the process died',
  'a call failed',
  'the machine slept',
  'side by side',
  'a sync beside a check',
  'mail refused',
  'mail throttled',
  'mail unknown',
  'mail unknown, gone',
  'a record came again',
  'records came out of order',
  'records were trimmed',
  'a notice came again',
  'a one-off got lost',
  'an index was behind',
  'the model lied',
  'the model failed',
  'rows expired',
  'the clock stepped back',
  'a newer version wrote',
  'somebody tampered',
  'a write into the sheet failed',
  'a row was written or not',
  'a mail was delivered again',
  'the sheet was spoilt',
  'settings changed',
  'settings with a fault',
  'docs: rules',
  'docs: badRules',
  'docs: badVoice',
] as const;

/** A page's buttons, by the list of them that the page's own module exports; the page is named as its link is. */
const PAGES: Readonly<Record<string, string>> = {
  assignActs: 'mail',
  badAddressActs: 'bad-address',
  capActs: 'cap',
  draftActs: 'draft',
  expiredActs: 'expired',
  myQuoteActs: 'my-quote',
  proposalActs: 'proposal',
  refusedSendActs: 'refused',
  repWroteActs: 'rep-mail',
  replyActs: 'reply',
  rowWriteActs: 'row-write',
  todayActs: 'today',
  unknownSendActs: 'unknown-send',
};

const FOLDER = resolve(import.meta.dirname, '../../src/presentation/pages');

/** Every button of every page, as the modules of the pages list them: `draft: approve`. */
const pageActs = async (): Promise<readonly string[]> => {
  const modules = await Promise.all(
    readdirSync(FOLDER)
      .filter(name => name.endsWith('.ts'))
      .map((name): Promise<Readonly<Record<string, unknown>>> => import(resolve(FOLDER, name))),
  );
  return modules.flatMap(exported =>
    Object.entries(exported).flatMap(([name, acts]) =>
      /^[a-z]\w*Acts$/.test(name) && Array.isArray(acts)
        ? acts.map(act => `${PAGES[name] ?? `(unnamed page of ${name})`}: ${act}`)
        : [],
    ),
  );
};

/** Everything that has to happen in a run that is long enough; what never did is a failure. */
export const expectedCounts = async (): Promise<readonly string[]> => [
  ...Object.keys(ACTS).map(kind => `act: ${kind}`),
  ...FAULTS,
  ...(await pageActs()),
  'first-sync: adopt',
  'renumbered: answer',
  ...allEventTypes.flatMap(({ name }) => (name in NEVER_HERE ? [] : [`event: ${name}`])),
];
