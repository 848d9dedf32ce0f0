import * as E from 'fp-ts/lib/Either.js';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { MachineMail } from '../../mail-reading/classify/machine-mail.ts';
import { COME_BACK } from '../../mail-reading/classify/own-mail.ts';
import type { ParsedMail } from '../../mail-reading/classify/parsed-mail.ts';
import { localPart, type Message, type Unreadable } from '../../mail-reading/message.ts';
import { type Provenance, provenance } from '../../mail-reading/trust/provenance.ts';
import { messageIdKey } from '../../mail-reading/which-quote.ts';
import type { Dependencies } from '../dependencies.ts';

export interface ReadMail {
  readonly message: Message;
  readonly provenance: Provenance;
  readonly machine: MachineMail | null;
  /** The sender's own date where it is readable, else the day it was received. */
  readonly writtenOn: LocalDate;
}

/** A message that cannot be read as a whole, too large as a rule: who wrote and about what, its header says by itself. */
export interface Unread extends Unreadable {
  readonly head: ReadMail | null;
}

type Reading = Pick<Dependencies, 'objects' | 'mailReader' | 'clock' | 'readModels'>;

/** A stored message, read. Left: it cannot be read and goes to a person as it is. Null: there is no such object. */
export const readStoredMail = async (deps: Reading, key: string): Promise<E.Either<Unread, ReadMail> | null> => {
  const stored = await deps.objects.get('raw-mime', key);
  if (!stored) return null;
  const parsed = await deps.mailReader.parse(stored.body);
  if (E.isRight(parsed)) return E.right(await lookedAt(deps, parsed.right));
  const head = await deps.mailReader.parse(headerOf(stored.body));
  return E.left({ ...parsed.left, head: E.isRight(head) ? await lookedAt(deps, head.right) : null });
};

const lookedAt = async (deps: Reading, { message, machine }: ParsedMail): Promise<ReadMail> => {
  const vouched = provenance(message, deps.mailReader.receivers);
  const day = (message.date ?? vouched.receivedAt ?? deps.clock.now().toISOString()).slice(0, 10);
  const ours =
    message.messageId === null
      ? null
      : await deps.readModels.nudgeByMessage(localPart(messageIdKey(message.messageId)));
  return { message, provenance: vouched, machine: ours === null ? machine : COME_BACK, writtenOn: day };
};

const MAX_HEADER_BYTES = 256 * 1024;

/** Up to the first empty line. */
const headerOf = (raw: Uint8Array): Uint8Array => {
  const start = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.length, MAX_HEADER_BYTES));
  const ends = ['\r\n\r\n', '\n\n'].map(gap => start.indexOf(gap)).filter(at => at >= 0);
  return ends.length === 0 ? start : start.subarray(0, Math.min(...ends) + 2);
};
