import { createHash } from 'node:crypto';
import * as E from 'fp-ts/lib/Either.js';
import { makeProposal } from '../../aggregates/proposal.ts';
import { addressOf, isRep } from '../../cadence/owner.ts';
import { ProposalMade } from '../../events/proposal-events.ts';
import { proposalStream, streamSubject } from '../../events/stream-id.ts';
import { addDays } from '../../kernel/local-date.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { EventStore } from '../../ports/event-store.ts';
import { matchListedQuote } from '../../quote-intake/match-listed-quote.ts';
import { SIGNED_ONLY } from '../../quote-intake/webhook/field-map.ts';
import {
  deliveryOf,
  type FieldError,
  type HookedQuote,
  readHook,
  readJson,
} from '../../quote-intake/webhook/read-hook.ts';
import { READY_MAPS } from '../../quote-intake/webhook/ready-maps.ts';
import { isSecret, verifySignature } from '../../quote-intake/webhook/verify-signature.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { keepParts } from './proposal-view.ts';
import { decideProposal, factsRead } from './proposals.ts';
import { carryOnProposal } from './run-proposal-tasks.ts';

/** More reports of quoting tools than this within an hour come as one list. */
export const MAX_AN_HOUR = 60;
const HOUR_MS = 3_600_000;

interface BurstReported {
  readonly id: string;
  /** UTC instant, ISO. */
  readonly at: string;
}

type Store = Pick<EventStore, 'byDay'>;

/** True when more than sixty were reported within the hour up to `now`, this one included. Stops counting there. */
export const isBurst = async (store: Store, now: Date): Promise<boolean> => {
  const since = new Date(now.getTime() - HOUR_MS).toISOString();
  let count = 0;
  for await (const { at } of reported(store, now)) {
    if (at <= since) return false;
    count += 1;
    if (count > MAX_AN_HOUR) return true;
  }
  return false;
};

/** Those of the last two days that came as the sixty-first or later within their hour. */
export const flooded = async (store: Store, now: Date): Promise<ReadonlySet<string>> => {
  const all: BurstReported[] = [];
  for await (const one of reported(store, now)) all.push(one);
  all.reverse();
  return new Set(
    all.flatMap(({ id, at }, place) => {
      const before = all[place - MAX_AN_HOUR];
      return before && Date.parse(at) - Date.parse(before.at) < HOUR_MS ? [id] : [];
    }),
  );
};

/** What tools reported today and the day before, newest first. */
async function* reported(store: Store, now: Date): AsyncGenerator<BurstReported> {
  const today = now.toISOString().slice(0, 10);
  for (const day of [today, addDays(today, -1)]) {
    let cursor: string | undefined;
    do {
      const page = await store.byDay(day, { newestFirst: true, ...(cursor === undefined ? {} : { cursor }) });
      for (const { action, data, quote_id, ts } of page.items)
        if (action === ProposalMade.name && ProposalMade.data.is(data) && data.lane === 'webhook')
          yield { id: streamSubject(quote_id), at: ts };
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
}

/** A call of the webhook. Header names are lower-case; the body is as it came, nothing of it parsed. */
export interface HookCall {
  readonly tool: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export type HookAnswer =
  | { readonly status: 202; readonly proposals: readonly string[] }
  | { readonly status: 400; readonly errors: readonly FieldError[] }
  /** Nothing is said about why. */
  | { readonly status: 401 }
  | { readonly status: 404 };

const HOOK = { system: 'intake-webhook' } as const;
const MAX_TEXT = 60_000;

/** The tools whose notices can be read: the ready ones and the config's own. */
export const hookTools = ({ config }: Pick<BusinessContext, 'config'>): readonly string[] => [
  ...new Set([...Object.keys(READY_MAPS), ...Object.keys(config.hook?.maps ?? {})]),
];

/** A quoting tool's notice becomes proposed rows. Who calls is checked before anything of the body is parsed. */
export const handleQuoteWebhook = async (deps: Dependencies, call: HookCall): Promise<HookAnswer> => {
  const key = await authenticated(deps, call);
  if (key === null) return { status: 401 };
  const business = await loadBusinessContext(deps);
  const { maps } = business.config.hook ?? SIGNED_ONLY;
  const map = ownOf(maps, call.tool) ?? ownOf(READY_MAPS, call.tool);
  if (!map) return { status: 404 };
  const json = parsed(call.body);
  if (E.isLeft(json)) return { status: 400, errors: [json.left] };
  const read = readHook(json.right, map, business.config, business.today);
  if (E.isLeft(read)) return { status: 400, errors: read.left };
  const proposals: string[] = [];
  for (const [at, quote] of read.right.entries())
    proposals.push(await propose(deps, business, { quote, key: `${key.key}/${at}`, forMs: key.forMs, call }));
  return { status: 202, proposals };
};

const ownOf = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

interface DeliveryKey {
  readonly key: string;
  readonly forMs: number | null;
}

/**
 * What makes the call one delivery, or null when it proves nothing. A delivery id is not signed: a call that is played
 * again under another one counts as the delivery that it was the first time.
 */
const authenticated = async (deps: Dependencies, { headers, body }: HookCall): Promise<DeliveryKey | null> => {
  const [secrets, { config }] = await Promise.all([deps.hookSecrets(), deps.configSource.read()]);
  const now = deps.clock.now();
  const timestamp = headers['x-qf-timestamp'];
  const signed = verifySignature({ timestamp, signature: headers['x-qf-signature'], body, secrets, now });
  const plain = isSecret(headers['x-qf-secret'], secrets) && (config.hook?.plainSecret ?? false);
  const delivery = deliveryOf(headers, body);
  if (E.isRight(signed)) return firstSeen(deps, timestamp ?? '', body, delivery);
  deps.log('warn', 'HookRefused', { why: signed.left, plain });
  return plain ? delivery : null;
};

const firstSeen = async (
  { objects }: Pick<Dependencies, 'objects'>,
  timestamp: string,
  body: Uint8Array,
  delivery: DeliveryKey,
): Promise<DeliveryKey> => {
  const day = new Date(Number(timestamp) * 1000).toISOString().slice(0, 10);
  const place = `hook/seen/${day}/${hashOf(`${timestamp}.`, body)}.json`;
  const note = new TextEncoder().encode(JSON.stringify(delivery));
  if (await objects.putOnce('source-pdfs', place, note, 'application/json')) return delivery;
  const stored = await objects.get('source-pdfs', place);
  const seen: DeliveryKey = stored ? JSON.parse(new TextDecoder().decode(stored.body)) : delivery;
  return seen;
};

const hashOf = (...parts: readonly (string | Uint8Array)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

const parsed = (body: Uint8Array): E.Either<FieldError, unknown> => {
  try {
    return E.right(readJson(new TextDecoder('utf-8', { fatal: true }).decode(body)));
  } catch {
    return E.left({ field: 'body', path: '', value: '', error: 'is not JSON' });
  }
};

interface Reported {
  readonly quote: HookedQuote;
  readonly key: string;
  readonly forMs: number | null;
  readonly call: HookCall;
}

/**
 * A notice without a date counts as sent on the day it came. Of a number that the sheet has it says nothing of that: the
 * row keeps its day, for another would begin the chain anew.
 */
const withRowsDay = (quote: HookedQuote, { mirror }: BusinessContext): HookedQuote => {
  const numbers = [...mirror.rows.values()].map(({ quoteId }) => quoteId);
  const listed = quote.quoteId === null ? null : matchListedQuote(quote.quoteId, numbers);
  if (quote.evidence.sent_date !== undefined || listed === null || listed.revision) return quote;
  return { ...quote, sentDate: null, missing: [...quote.missing, 'sent_date'] };
};

/** Makes the proposal if this delivery made none yet; gives its id either way. */
const propose = async (
  deps: Dependencies,
  business: BusinessContext,
  { quote: told, key, forMs, call }: Reported,
): Promise<string> => {
  const { policy, now } = business;
  const quote = withRowsDay(told, business);
  const id = await proposalId(deps, now, key, forMs);
  const named = quote.owner === null ? null : addressOf(quote.owner, policy);
  const facts = factsRead(quote, named !== null && isRep(named, policy) ? named : null);
  const original = `hook/${id}.json`;
  await deps.objects.putOnce('source-pdfs', original, call.body, 'application/json');
  await keepParts(deps, id, [{ title: 'What the tool reported', text: indented(call.body) }]);
  const made = await decideProposal(deps, id, {
    actor: HOOK,
    personRef: referenceOf(await deps.secrets.refKey(), quote.contactEmail ?? ''),
    decide: state =>
      makeProposal(
        state,
        {
          fields: facts.fields,
          lane: 'webhook',
          source: call.tool,
          missing: [...quote.missing],
          original,
          pdfKey: null,
        },
        facts.personal,
      ),
  });
  const isNew = E.isRight(made) && made.right.events.length > 0;
  if (isNew && !(await isBurst(deps.store, now))) await carryOnProposal(deps, id);
  return id;
};

/**
 * Made from the delivery, so that two calls at once make one. A delivery without an id is the same for a day: one made
 * in the day's part before is looked for, and counts while it is not a day old.
 */
const proposalId = async (
  { store }: Pick<Dependencies, 'store'>,
  now: Date,
  key: string,
  forMs: number | null,
): Promise<string> => {
  if (forMs === null) return idOf(key);
  const part = Math.floor(now.getTime() / forMs);
  const before = idOf(`${key}/${part - 1}`);
  const [first] = await store.read(proposalStream(before));
  return first && now.getTime() - Date.parse(first.ts) < forMs ? before : idOf(`${key}/${part}`);
};

const idOf = (key: string): string => `h${hashOf(key).slice(0, 24)}`;

const indented = (body: Uint8Array): string =>
  JSON.stringify(readJson(new TextDecoder().decode(body)), null, 2).slice(0, MAX_TEXT);
