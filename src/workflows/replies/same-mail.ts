import { createHash } from 'node:crypto';
import * as E from 'fp-ts/lib/Either.js';
import { claimMail, mailAggregate } from '../../aggregates/mail.ts';
import { load } from '../../event-store/load.ts';
import { transact } from '../../event-store/transact.ts';
import { sameMailStream } from '../../events/stream-id.ts';
import { fingerprintOf } from '../../kernel/references.ts';
import { type Inbound, ROUTER } from './inbound.ts';
import type { ReadMail } from './read-mail.ts';

/**
 * The id under which this message was taken in first: its own, or that of an earlier delivery. The same bytes, or the same
 * Message-ID and sender, are the same message. The log decides: of all deliveries, whenever they come, one appends the
 * first event of the fingerprint's stream. A sender whose authentication failed is known by the bytes alone, so that a
 * forged mail never stands in for the true one that comes after it.
 */
export const firstOfSame = async (
  { deps, id, refKey }: Pick<Inbound, 'deps' | 'id' | 'refKey'>,
  raw: Uint8Array,
  seen: ReadMail | null,
): Promise<string> => {
  const bytes = sameMailStream('bytes', fingerprintOf(refKey, contentHash(raw)));
  const header = headerIdentity(seen);
  const byHeader = header === null ? null : sameMailStream('message-id', fingerprintOf(refKey, header));
  const isDoubtful = seen === null || seen.provenance.authentication === 'fail';
  const [claimed, looked] = byHeader === null || isDoubtful ? [bytes, byHeader] : [byHeader, bytes];
  const earlier = looked === null ? null : (await load(deps, looked, mailAggregate)).state.claimedBy;
  if (earlier !== null) return earlier;
  const result = await transact(deps, {
    stream: claimed,
    aggregate: mailAggregate,
    actor: ROUTER,
    decide: state => claimMail(state, id),
    sealRef: () => null,
  });
  return (E.isRight(result) ? result.right.state.claimedBy : null) ?? id;
};

/** Null where the message names itself or its sender by nothing, or not by one. */
const headerIdentity = (seen: ReadMail | null): string | null => {
  const messageId = seen?.message.messageId?.trim() ?? '';
  const from = seen?.provenance.from ?? null;
  return messageId === '' || from === null ? null : `${from} ${messageId}`;
};

/** What the servers on a mail's way write on top of it, ours last. */
const TRACE =
  /^(?:return-path|received|received-spf|x-received|authentication-results|arc-[a-z-]+|x-ses-[a-z0-9-]+|delivered-to|x-original-to):/i;
const CHUNK_BYTES = 1024 * 1024;
const LF = 10;

/** Of the mail as its sender wrote it: without the trace on top, however its lines end. Read in parts, for it may be large. */
const contentHash = (raw: Uint8Array): string => {
  const mail = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
  const hash = createHash('sha256');
  const end = contentEnd(mail);
  for (let at = traceEnd(mail); at < end; at += CHUNK_BYTES)
    hash.update(
      mail
        .subarray(at, Math.min(at + CHUNK_BYTES, end))
        .toString('latin1')
        .replaceAll('\r', ''),
      'latin1',
    );
  return hash.digest('hex');
};

const contentEnd = (mail: Buffer): number => {
  let end = mail.length;
  while (end > 0 && /\s/.test(String.fromCharCode(mail[end - 1] ?? 0))) end--;
  return end;
};

const traceEnd = (mail: Buffer): number => {
  for (let at = 0; at < mail.length; ) {
    const isTrace = TRACE.test(mail.subarray(at, at + 64).toString('latin1'));
    const isFolded = at > 0 && (mail[at] === 32 || mail[at] === 9);
    if (!isTrace && !isFolded) return at;
    const next = mail.indexOf(LF, at);
    if (next < 0) return mail.length;
    at = next + 1;
  }
  return mail.length;
};
