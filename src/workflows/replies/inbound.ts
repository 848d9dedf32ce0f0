import type * as E from 'fp-ts/lib/Either.js';
import type { Decision, Refused } from '../../aggregates/decider.ts';
import { type MailEvent, type MailState, mailAggregate } from '../../aggregates/mail.ts';
import { isRep } from '../../cadence/owner.ts';
import { type Transacted, transact } from '../../event-store/transact.ts';
import type { Cause } from '../../events/flow.ts';
import { mailStream } from '../../events/stream-id.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import type { ReadMail } from './read-mail.ts';

/** Written by a rep, by the receiving service's own word: it is no customer's answer. */
export const isFromRep = (
  { policy }: Pick<BusinessContext, 'policy'>,
  { provenance }: Pick<ReadMail, 'provenance'>,
): boolean => provenance.from !== null && provenance.authentication === 'pass' && isRep(provenance.from, policy);

export const ROUTER = { system: 'router' } as const;
/** Where the receiving service puts what it took; the rest of the key is the message's id, with `.eml` or without. */
export const INBOUND = 'inbound/';

export const mailIdOf = (key: string): string => (key.split('/').at(-1) ?? key).replace(/\.eml$/, '');

/** Who cannot be named by an address has his words sealed under this. */
export const UNKNOWN_SENDER = 'unknown-sender';

/** A message on its way in. */
export interface Inbound {
  readonly deps: Dependencies;
  readonly business: BusinessContext;
  readonly id: string;
  readonly key: string;
  readonly refKey: Uint8Array;
  readonly senderRef: string;
}

/** What a message brings about in other streams follows from its being received. */
export const receiptOf = (id: string): Cause => {
  const first = `${mailStream(id)}/1`;
  return { event_id: first, correlation_id: first };
};

export const decideMail = (
  inbound: Pick<Inbound, 'deps' | 'id' | 'senderRef'>,
  decide: (state: MailState) => Decision<MailEvent>,
  actor: { user: string } | { system: string } = ROUTER,
  sealRef?: string,
): Promise<E.Either<Refused, Transacted<MailState>>> =>
  transact(inbound.deps, {
    stream: mailStream(inbound.id),
    aggregate: mailAggregate,
    actor,
    decide,
    sealRef: () => sealRef ?? inbound.senderRef,
  });
