import { generateKeyPairSync } from 'node:crypto';
import * as E from 'fp-ts/lib/Either.js';
import { googleSheetWriter } from '../../src/adapters/google/google-sheet-writer.ts';
import { type GoogleAccess, googleAccess } from '../../src/adapters/google/google-signer.ts';
import { type GoogleSourcesOptions, googleSources } from '../../src/adapters/google/google-sources.ts';
import { decodeConfig } from '../../src/config/decode-config.ts';
import { driveSync, type Sources } from '../../src/handlers/sync.ts';
import type { Dependencies } from '../../src/workflows/dependencies.ts';
import { diceOf } from '../simulation/dice.ts';
import { SimWorld } from '../simulation/sim-world.ts';
import { type FakeGoogle, startFakeGoogle } from './fake-google.ts';

export const ACCOUNT = 'qf@harbourline-123.iam.gserviceaccount.com';
export const OWNER = 'owner@harbourline.example';
export const ZONE = 'Asia/Singapore';

export const HEADINGS = [
  'Quote number',
  'Customer',
  'Contact email',
  'Amount',
  'Currency',
  'Date sent',
  'Date expires',
  'Owner',
  'Status',
];

/** Days since 30 December 1899, as Google stores a date. */
export const serial = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** Everything that is asked of googleapis.com goes to the local server instead. */
export const accessTo = (google: Pick<FakeGoogle, 'url'>, pauses: number[] = []): GoogleAccess =>
  googleAccess(
    { client_email: ACCOUNT, private_key: privateKey },
    {
      fetch: (input, init) => {
        const url = new URL(input instanceof Request ? input.url : String(input));
        return fetch(new URL(`${url.pathname}${url.search}`, google.url), init);
      },
      pause: async ms => void pauses.push(ms),
    },
  );

export interface Office {
  readonly google: FakeGoogle;
  readonly world: Dependencies;
  readonly sources: Sources;
  readonly writer: ReturnType<typeof googleSheetWriter>;
  /** How long the clients paused, one entry a pause; none really passed. */
  readonly pauses: number[];
  readonly sync: () => Promise<void>;
  /** Lets time pass between syncs. */
  readonly pass: (ms: number) => void;
  /** Letters to the admin, newest last. */
  readonly letters: () => readonly { readonly kind: string; readonly subject: string; readonly text: string }[];
  /** What the log holds of a stream. */
  readonly actions: (stream: string) => Promise<readonly string[]>;
  /** An object of the mirror, as text. */
  readonly mirror: (key: string) => Promise<string | null>;
  readonly close: () => Promise<void>;
}

/** A business whose sheet and docs lie at Google: the sync over a local server that speaks Google's JSON. Monday 23 November 2026, 08:00. */
export const openOffice = async (over: Partial<GoogleSourcesOptions> = {}): Promise<Office> => {
  const decoded = decodeConfig({
    timezone: ZONE,
    currency: 'SGD',
    locale: 'en-SG',
    admin: OWNER,
    company_domains: ['harbourline.example'],
  });
  if (E.isLeft(decoded)) throw new Error(decoded.left.join());
  const simulated = new SimWorld(diceOf(1), { config: decoded.right, start: '2026-11-23', rules: '' });
  simulated.post.calm();
  const google = await startFakeGoogle();
  google.tabs.Quotes = [[...HEADINGS]];
  google.tabs.Closed = [['Quote number', 'Outcome', 'Date closed']];
  const pauses: number[] = [];
  const shared = accessTo(google, pauses);
  const access = async (): Promise<GoogleAccess> => shared;
  const place = { access, sheetId: 'sheet-1', quotesTab: 'Quotes' };
  const writer = googleSheetWriter(place);
  const world: Dependencies = { ...simulated.outside, sheetWriter: writer };
  const docs = { closedTab: 'Closed', rulesDocId: null, voiceDocId: null };
  const sources = googleSources({ ...place, ...docs, now: world.clock.now, ...over });
  return {
    google,
    world,
    sources,
    writer,
    pauses,
    sync: driveSync(world, sources),
    pass: ms => simulated.pass(ms),
    letters: () =>
      simulated.post.handed.map(({ mail }) => ({
        kind: mail.tags?.kind ?? '',
        subject: mail.subject,
        text: mail.text,
      })),
    actions: async stream => (await world.store.read(stream)).map(({ action }) => action),
    mirror: async key => {
      const stored = await world.objects.get('quotes-source', key);
      return stored && new TextDecoder().decode(stored.body);
    },
    close: async () => {
      await google.close();
    },
  };
};
