import * as E from 'fp-ts/lib/Either.js';
import { localPart } from '../inbox/local-part.ts';
import type { MachineMail } from '../inbox/machine/machine-mail.ts';
import type { Message, Unreadable } from '../inbox/message.ts';
import { type Provenance, provenance } from '../inbox/provenance.ts';
import { messageIdKey } from '../inbox/which-quote.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { loadedLater } from './loaded-later.ts';
import type { World } from './world.ts';

const machineMails = loadedLater(() => import('../inbox/machine/machine-mail.ts'));

export interface ReadMail {
  readonly message: Message;
  readonly provenance: Provenance;
  readonly machine: MachineMail | null;
  /** The sender's own date where it is readable, else the day it was received. */
  readonly writtenOn: LocalDate;
}

/** A stored message, read. Left: it cannot be read and goes to a person as it is. Null: there is no such object. */
export const readStoredMail = async (
  world: Pick<World, 'objects' | 'mailReader' | 'clock' | 'readModels'>,
  key: string,
): Promise<E.Either<Unreadable, ReadMail> | null> => {
  // What tells machines' mail knows the words of many services: it is loaded while the message is fetched.
  const [stored, { machineMail }] = await Promise.all([world.objects.get('raw-mime', key), machineMails()]);
  if (!stored) return null;
  const parsed = await world.mailReader.parse(stored.body);
  if (E.isLeft(parsed)) return parsed;
  const message = parsed.right;
  const vouched = provenance(message, world.mailReader.receivers);
  const day = (message.date ?? vouched.receivedAt ?? world.clock.now().toISOString()).slice(0, 10);
  const ours =
    message.messageId === null
      ? null
      : await world.readModels.nudgeByMessage(localPart(messageIdKey(message.messageId)));
  return E.right({ message, provenance: vouched, machine: machineMail(message, () => ours !== null), writtenOn: day });
};
