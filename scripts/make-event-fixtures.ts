import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as t from 'io-ts';
import { NO_HASH, sha256Hex, withHash } from '../src/event-store/hash-chain.ts';
import { seal } from '../src/event-store/sealing.ts';
import { allEventTypes } from '../src/events/event-registry.ts';
import type { AnyEventType, Json } from '../src/events/event-type.ts';
import { toStorableJson } from '../src/events/storable-json.ts';

/**
 * Writes a stored item for each event type (and schema) that has none yet: `tests/fixtures/events/<Action>@<schema>.json`.
 * What is there is never touched: these shapes are in people's logs. A changed shape takes a new schema number, an
 * upcaster for the old one, and a fixture beside the old one.
 */
const FOLDER = fileURLToPath(new URL('../tests/fixtures/events/', import.meta.url));

/** The key that seals every fixture: 00 01 02 … 1f. */
const KEY = Uint8Array.from({ length: 32 }, (_, index) => index);
const IV = new Uint8Array(12).fill(7);

const TEXTS: Readonly<Record<string, string>> = {
  number: 'Q-1042',
  quoteId: 'Q-1042',
  draftId: 'Q-1042.1.1',
  replyId: '0100018e2f',
  claim: 'claim-7f3a',
  messageId: '0100018e2f5c-4a1b',
  day: '2026-03-09',
  date: '2026-03-09',
  checked: '2026-03-09',
  sent: '2026-02-23',
  expires: '2026-04-01',
  deferUntil: '2026-03-23',
  resumeOffer: '2026-04-13',
  pickUpAfter: '2026-03-16',
  expiresAt: '2026-03-16T01:00:00.000Z',
  projectedSendAt: '2026-03-09T01:05:00.000Z',
  sendAfter: '2026-03-09T01:07:00.000Z',
  until: '2026-03-09T00:58:00.000Z',
  currency: 'SGD',
  owner: 'priya@harbourline.example',
  to: 'priya@harbourline.example',
  from: 'wei@lantern.example',
  contact: 'wei@lantern.example',
  customer: 'Lantern Events Pte Ltd',
  pdfLink: 'https://files.harbourline.example/Q-1042.pdf',
  link: 'https://files.harbourline.example/Q-1042.pdf',
  subject: 'Your quote Q-1042 — 見積書',
  text: 'Hello Wei,\n\nthe quote of 23 February stands until 1 April.\n\nPriya',
  tier: 'standard',
  team: 'catering',
};

const sampleOf = (codec: t.Mixed, name = ''): Json => {
  if (codec instanceof t.StringType)
    return TEXTS[name] ?? (/hash|root|ref$/i.test(name) ? sha256Hex(name) : `a ${name}`);
  if (codec instanceof t.NumberType) return name === 'minor' ? 1_240_050 : 3;
  if (codec instanceof t.BooleanType) return true;
  if (codec instanceof t.NullType) return null;
  if (codec instanceof t.LiteralType) return toStorableJson(codec.value);
  if (codec instanceof t.KeyofType) return Object.keys(codec.keys)[0] ?? null;
  if (codec instanceof t.ArrayType) return [sampleOf(codec.type, name)];
  if (codec instanceof t.DictionaryType) return { first: sampleOf(codec.codomain, name) };
  if (codec instanceof t.UnionType)
    return sampleOf(
      codec.types.find((one: t.Mixed) => !(one instanceof t.NullType)),
      name,
    );
  if (codec instanceof t.InterfaceType) return Object.fromEntries(fieldsOf(codec.props));
  if (codec instanceof t.IntersectionType) {
    return Object.assign({}, ...codec.types.map((one: t.Mixed) => sampleOf(one, name)));
  }
  if (codec instanceof t.PartialType) return Object.fromEntries(fieldsOf(codec.props));
  if (codec instanceof t.UnknownType) return { understood: ['as written', 1, null] };
  throw new Error(`no sample for ${codec.name}`);
};

const fieldsOf = (props: Readonly<Record<string, t.Mixed>>): [string, Json][] =>
  Object.entries(props).map(([name, codec]) => [name, sampleOf(codec, name)]);

const fixtureOf = ({ name, schema, data, sealed }: AnyEventType): object => {
  const eventId = 'Q-1042/1';
  const personal = sampleOf(sealed);
  return withHash({
    quote_id: 'Q-1042',
    version: 1,
    ts: '2026-03-09T01:00:00.000Z',
    day: '2026-03-09',
    action: name,
    schema,
    by_user: 'priya@harbourline.example',
    before: 'waiting',
    after: `as ${name} leaves it`,
    data: sampleOf(data),
    ...(personal === null ? {} : { sealed: seal(personal, { ref: 'ref-wei', key: KEY, iv: IV, eventId }) }),
    event_id: eventId,
    correlation_id: '0a1b2c3d4e5f60718293a4b5',
    prev_hash: NO_HASH,
  });
};

mkdirSync(FOLDER, { recursive: true });
let written = 0;
for (const type of allEventTypes) {
  const path = `${FOLDER}${type.name}@${type.schema}.json`;
  if (existsSync(path)) continue;
  writeFileSync(path, `${JSON.stringify(fixtureOf(type), null, 2)}\n`);
  written++;
}
process.stdout.write(`${written} written, ${readdirSync(FOLDER).length} in all\n`);
