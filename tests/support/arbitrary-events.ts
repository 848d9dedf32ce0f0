import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type AnyKnownEvent, allEventTypes, decodeKnown } from '../../src/events/event-registry.ts';
import type { AnyEventType, Json } from '../../src/events/event-type.ts';
import { toStorableJson } from '../../src/events/storable-json.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import { storedEvent } from './stored-events.ts';

const HEX = '0123456789abcdef';

/** Plausible values by the name of a field: histories in which events speak of the same drafts and replies. */
const byName: Readonly<Record<string, fc.Arbitrary<string>>> = {
  draftId: fc.constantFrom('d1', 'd2'),
  replyId: fc.constantFrom('m1', 'm2'),
  about: fc.constantFrom('d1', 'd2', 'm1', 'm2', '2026-03-09'),
  day: fc.constantFrom('2026-03-02', '2026-03-09'),
  date: fc.constantFrom('2026-03-02', '2026-03-09'),
  sent: fc.constant('2026-02-20'),
  checked: fc.constantFrom('2026-03-02', '2026-03-09'),
  expiresAt: fc.constantFrom('2026-03-09T01:00:00.000Z', '2026-03-16T01:00:00.000Z'),
  currency: fc.constantFrom('SGD', 'JPY'),
  changed: fc.constantFrom('expires', 'sent', 'contactRef', 'minor'),
  recipientRef: fc.constantFrom('ref-priya', 'ref-ann'),
  contactRef: fc.constant('ref-ann'),
  owner: fc.constantFrom('priya@harbourline.example', 'sam@harbourline.example'),
};

const hex = fc.array(fc.constantFrom(...HEX), { minLength: 64, maxLength: 64 }).map(digits => digits.join(''));

/** Any value of a codec, as plain JSON. */
export const arbitraryOf = (codec: t.Mixed, name = ''): fc.Arbitrary<Json> => {
  if (codec instanceof t.StringType)
    return byName[name] ?? (/hash|root/i.test(name) ? hex : fc.string({ maxLength: 12 }));
  if (codec instanceof t.NumberType) return fc.integer({ min: 1, max: 4 });
  if (codec instanceof t.BooleanType) return fc.boolean();
  if (codec instanceof t.NullType) return fc.constant(null);
  if (codec instanceof t.LiteralType) return fc.constant(toStorableJson(codec.value));
  if (codec instanceof t.KeyofType) return fc.constantFrom(...Object.keys(codec.keys));
  if (codec instanceof t.ArrayType) return fc.array(arbitraryOf(codec.type, name), { maxLength: 3 });
  if (codec instanceof t.DictionaryType)
    return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), arbitraryOf(codec.codomain));
  if (codec instanceof t.UnionType) return oneOf(codec.types, name);
  if (codec instanceof t.InterfaceType) return fc.record(arbitraryFields(codec.props));
  if (codec instanceof t.PartialType)
    return fc.record(arbitraryFields(codec.props), { requiredKeys: [] }).map(fields => toStorableJson(fields));
  if (codec instanceof t.IntersectionType)
    return fc
      .tuple(...codec.types.map((part: t.Mixed) => arbitraryOf(part, name)))
      .map(parts => Object.assign({}, ...parts));
  if (codec instanceof t.UnknownType) return fc.constant({ anything: [1, 'two', null] });
  throw new Error(`no arbitrary for ${codec.name}`);
};

const oneOf = (codecs: readonly t.Mixed[], name: string): fc.Arbitrary<Json> =>
  fc.oneof(...codecs.map(codec => arbitraryOf(codec, name)));

const arbitraryFields = (props: Readonly<Record<string, t.Mixed>>): Record<string, fc.Arbitrary<Json>> =>
  Object.fromEntries(Object.entries(props).map(([name, codec]) => [name, arbitraryOf(codec, name)]));

const SHOWN = [
  'MovePlanned',
  'DraftMailed',
  'DraftApproved',
  'ApprovalCancelled',
  'DraftSkipped',
  'DraftVoided',
  'DraftLapsed',
  'NudgeSent',
  'SendGivenUp',
  'ReplyReceived',
  'ReplyLabelled',
  'ReplyTaken',
  'ReplyDismissed',
  'AnsweredElsewhere',
  'ChainResumed',
  'QuoteClosed',
  'QuoteRevised',
  'HoldEnded',
  'NoticeMailed',
  'LetterSent',
];

const typeNamed = (name: string): AnyEventType => {
  const type = allEventTypes.find(known => known.name === name);
  if (!type) throw new Error(`no event type ${name}`);
  return type;
};

/** A token is mailed once: its hash is made of the place of its event. */
const withToken = (data: Json, place: string): Json =>
  data !== null && typeof data === 'object' && 'tokenHash' in data && data.tokenHash !== null
    ? { ...data, tokenHash: `token of ${place}` }
    : data;

/** A stream of events that the read models look at, in an order that may make no sense: they must show it all the same. */
export const arbitraryStream = (stream: string, maxLength = 14): fc.Arbitrary<readonly StoredEvent[]> =>
  fc
    .array(
      fc
        .constantFrom(...SHOWN)
        .chain(name => fc.record({ action: fc.constant(name), data: arbitraryOf(typeNamed(name).data) })),
      { maxLength },
    )
    .map(shapes => {
      const events: StoredEvent[] = [];
      for (const { action, data } of shapes) {
        const place = `${stream}/${events.length + 1}`;
        const by = events.length % 3 === 0 ? {} : { by_user: 'priya@harbourline.example' };
        const fields = { quote_id: stream, action, data: withToken(data, place), ...by };
        events.push(storedEvent(fields, events.at(-1) ?? null));
      }
      return events;
    });

export const pastOf = (stored: StoredEvent): AnyKnownEvent => {
  const past = decodeKnown(stored);
  if (E.isLeft(past)) throw past.left;
  return past.right;
};
