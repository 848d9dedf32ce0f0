import type { Message } from '../message.ts';
import { type MachineMail, machineMail } from './machine-mail.ts';

/** A mail as far as its bytes tell. Plain data: it crosses threads. */
export interface ParsedMail {
  readonly message: Message;
  /** Null: a person may have written it, or it is our own, which only its id may tell. */
  readonly machine: MachineMail | null;
}

export const parsedMail = (message: Message): ParsedMail => ({ message, machine: machineMail(message, () => false) });
