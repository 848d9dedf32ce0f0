import { type Law, law, line } from '../law.ts';

const CHAIN = 'tests/properties/hash-chain.test.ts';
const ROWS = 'tests/properties/projections.test.ts';
const FOLD = 'tests/properties/fold.test.ts';
const STORE = 'tests/contract/event-store.test.ts';
const HASH = 'src/event-store/hash-chain.ts';
const FAULTS = 'src/event-store/hash-chain.ts';
const JSON_OF = 'src/events/storable-json.ts';
const DUE = 'src/cadence/due.ts';
const SEND = 'src/aggregates/quote/send.ts';
const REPLY = 'src/aggregates/quote/reply.ts';
const SCHEMA = 'src/adapters/sqlite/schema.ts';
const SQLITE = 'tests/unit/adapters/sqlite.test.ts';
const SEAL = 'src/event-store/sealing.ts';

/** The log itself: folded, chained, sealed, inserted only, and shown in the read models. */
export const logLaws: readonly Law[] = [
  law(
    'P2 P3 P5 fold',
    FOLD,
    'replay is live, prefixes are stable, the same command twice gives nothing; P2, P3, P5 hold in the log',
    line(
      'src/aggregates/quote/evolve.ts',
      'return recount({ ...state, replies: [...state.replies, received(event)] });',
      'return recount(((state.replies as Reply[]).push(received(event)), state));',
    ),
    line(
      'src/aggregates/quote/evolve.ts',
      'const stamp = { version: event.version,',
      'const stamp = { version: state.version,',
    ),
    line(REPLY, 'replyOf(state, data.replyId)\n    ? noChange', 'false\n    ? noChange'),
    line(SEND, 'if (state.nudges.some(({ draftId }) => draftId === data.draftId)) return noChange;', ''),
    line(DUE, "if (chain.answered !== null) return 'answered';", ''),
    line(DUE, "if (chain.unlabelled > 0) return 'reply-unread';", ''),
    line(DUE, "if (chain.holds.length > 0) return 'held';", ''),
    [
      line(DUE, 'chain.sentInChain >= rules.nudgeCap', 'chain.sentInChain > rules.nudgeCap'),
      line(SEND, 'state.sentInChain >= policy.nudgeCap', 'state.sentInChain > policy.nudgeCap'),
    ],
    [
      line(DUE, 'daysBetween(chain.lastNudge, today) < rules', '1 + daysBetween(chain.lastNudge, today) < rules'),
      line(SEND, 'daysBetween(state.lastNudge, today) < policy', '1 + daysBetween(state.lastNudge, today) < policy'),
    ],
    [
      line(DUE, 'chain.offered[step] ?? Math.max(chain.chainBase + position, chain.used + 1)', 'position'),
      line(SEND, 'state.nudges.some(nudge => nudge.stepIndex === stepIndex)', 'false'),
    ],
  ),
  law(
    'fold',
    FOLD,
    'an empty log folds to nothing',
    line(
      'src/aggregates/quote/evolve.ts',
      'from: QuoteState = initialQuote',
      'from: QuoteState = { ...initialQuote, chain: 1 }',
    ),
  ),
  law(
    'P7 chain',
    CHAIN,
    'is the same after it was stored and read, on either engine',
    line(HASH, 'canonicalJson(unhashed)', 'JSON.stringify(unhashed)'),
  ),
  law(
    'P7 chain',
    CHAIN,
    'differs when anything in the event does',
    line(HASH, 'const { hash: _, ...unhashed }', 'const { hash: _, before: __, ...unhashed }'),
    line(HASH, 'const { hash: _, ...unhashed }', 'const { hash: _, prev_hash: __, ...unhashed }'),
  ),
  law(
    'P7 chain',
    CHAIN,
    'can be given back unchanged by every engine: ',
    line(JSON_OF, 'return value.toWellFormed();', 'return value;'),
    line(JSON_OF, 'return value + 0;', 'return value;'),
    line(JSON_OF, "field !== undefined && name !== '__proto__'", 'field !== undefined'),
  ),
  law(
    'P7 chain',
    CHAIN,
    'is refused when it is no JSON: ',
    line(JSON_OF, 'size >= SMALLEST && size <= LARGEST', 'true'),
    line(JSON_OF, ' || !isPlain(value)', ''),
  ),
  law(
    'P7 chain',
    CHAIN,
    'is whole as it was made',
    line(FAULTS, '(before?.version ?? 0) + 1', '(before?.version ?? 1) + 1'),
  ),
  law(
    'P7 chain',
    CHAIN,
    'shows any event that is changed, removed before the last, repeated or moved',
    line(FAULTS, 'if (hashOf(event) !== event.hash)', 'if (false)'),
    line(FAULTS, 'if (event.version !== expected)', 'if (event.version < expected)'),
  ),
  law(
    'P7 chain',
    'tests/contract/verify.test.ts',
    'an event put in the place of another is wrong in nothing but its links',
    line(FAULTS, 'else if (event.prev_hash !== (before?.hash ?? NO_HASH))', 'else if (false)'),
  ),
  law(
    'P7 chain',
    CHAIN,
    'does not depend on their order, and differs when one is missing or older',
    line(HASH, '.toSorted((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0))', ''),
    line(HASH, 'canonicalJson([stream, version, head])', 'canonicalJson([stream, head])'),
  ),
  law(
    'P7 insert-only',
    SQLITE,
    'refuses a statement that ',
    line(SCHEMA, 'BEFORE UPDATE ON qf_audit BEGIN', 'BEFORE UPDATE ON qf_audit WHEN OLD.version > 1 BEGIN'),
    line(SCHEMA, 'BEFORE DELETE ON qf_audit BEGIN', 'BEFORE DELETE ON qf_audit WHEN OLD.version > 1 BEGIN'),
  ),
  law(
    'P7 insert-only',
    SQLITE,
    'leaves a stored event as it is under INSERT OR REPLACE',
    line(SCHEMA, 'EXISTS (SELECT 1 FROM qf_audit WHERE quote_id = NEW.quote_id AND version = NEW.version)', '0'),
    line(SCHEMA, ' OR EXISTS (SELECT 1 FROM qf_audit WHERE seq = NEW.seq)', ''),
  ),
  law(
    'P7 insert-only',
    SQLITE,
    'tells the feed that somebody tried',
    line(
      SCHEMA,
      "VALUES ('MODIFY', OLD.quote_id, OLD.version);",
      "SELECT 'MODIFY', OLD.quote_id, OLD.version WHERE 0;",
    ),
  ),
  law(
    'P7 insert-only',
    'tests/unit/workflows/publish.test.ts',
    'alarms on any change of the log that is no insert, and publishes nothing of it',
    line('src/event-store/outbox.ts', "if (change.kind !== 'INSERT') return trip(deps, change);", ''),
  ),
  law(
    'P2 P7 append',
    STORE,
    "the log on 'sqlite' refuses a version that is taken, and leaves what stands",
    line('src/adapters/sqlite/event-store.ts', "if (changes === 0) return 'lost';", ''),
  ),
  law(
    'P2 P7 append',
    STORE,
    "the log on 'dynoxide' refuses a version that is taken, and leaves what stands",
    line(
      'src/adapters/aws/dynamodb-event-store.ts',
      "'attribute_not_exists(#stream)'",
      "'attribute_not_exists(#stream) OR attribute_exists(#stream)'",
    ),
  ),
  law('sealed', 'tests/unit/events/seal.test.ts', 'does not open with ', [
    line(SEAL, 'iv).setAAD(Buffer.from(eventId));', 'iv);'),
    line(SEAL, 'decipher.setAAD(Buffer.from(eventId)).setAuthTag', 'decipher.setAuthTag'),
  ]),
  law(
    'sealed',
    'tests/contract/transact.test.ts',
    "a transaction on 'sqlite' seals what is personal, and opens it until the person is erased",
    line(
      'src/event-store/transact.ts',
      'return seal(toStorableJson(happened.sealed), {',
      'return { ref, iv: JSON.stringify(happened.sealed), box: "" }; seal(toStorableJson(happened.sealed), {',
    ),
    line(
      'src/event-store/transact.ts',
      "if (state === 'destroyed') return erasedBox(ref);",
      "if (state === 'destroyed') return seal(toStorableJson(happened.sealed), { ref, key: random(KEY_BYTES), iv: random(IV_BYTES), eventId });",
    ),
  ),
  law(
    'sealed',
    'tests/contract/transact.test.ts',
    "a transaction on 'sqlite' will not store a personal part that nobody can be erased from",
    line(
      'src/event-store/transact.ts',
      "if (ref === null) throw new TypeError(`${happened.type} has a personal part and nobody's key to seal it`);",
      "if (ref === null) return erasedBox('');",
    ),
  ),
  law(
    'P8 projections',
    ROWS,
    'never vanishes, never goes back, and says the same as long as its version is the same',
    line('src/projections/approvals.ts', 'rows.set(row.token, { ...open, version, ', 'rows.set(row.token, { ...open, '),
    line(
      'src/projections/replies.ts',
      "return { ...row, version, outcome: 'dismissed' };",
      "return { ...row, outcome: 'dismissed' };",
    ),
  ),
  law(
    'P8 projections',
    ROWS,
    'equal the fold, however often and in whatever order changes come, with rebuilds in between',
    line('src/projections/projector.ts', 'await store.read(stream)', 'await store.read(stream, 1)'),
    line(
      'src/projections/projector.ts',
      '(deps: ProjectDeps): ChangeHandler =>\n  async changes => {\n    const done = new Set<string>();',
      '(deps: ProjectDeps, done = new Set<string>()): ChangeHandler =>\n  async changes => {',
    ),
    line(
      'src/projections/projector.ts',
      "  'RowWriteFailed',\n",
      "  'RowWriteFailed',\n  'NudgeSent',\n  'ReplyReceived',\n  'DraftMailed',\n  'NoticeMailed',\n",
    ),
  ),
  law(
    'P8 projections',
    ROWS,
    'equal the fold after two projectors and a rebuild raced each other at every step',
    line(
      'src/adapters/sqlite/read-models.ts',
      'WHERE excluded.version > ${table}.version',
      'WHERE excluded.version > 0',
    ),
  ),
  law(
    'P8 projections',
    'tests/contract/read-models.test.ts',
    "the read models on 'sqlite' mends a row only while it is the one that was looked at",
    line(
      'src/adapters/sqlite/read-models.ts',
      "${columns.map(column => `${column} = ?`).join(', ')} WHERE ${place} AND version = ?",
      "${columns.map(column => `${column} = ?`).join(', ')} WHERE ${place} AND ? > 0",
    ),
  ),
  law(
    'P8 projections',
    'tests/contract/read-models.test.ts',
    'takes a newer version and leaves an older or equal one',
    line('src/adapters/aws/dynamodb-read-models.ts', '#version < :version', '#version <= :version'),
  ),
];
