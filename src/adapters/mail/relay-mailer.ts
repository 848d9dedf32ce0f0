import { randomBytes } from 'node:crypto';
import nodemailer from 'nodemailer';
import type { Mailer, SendResult } from '../../ports/mail.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Clock } from '../../ports/world.ts';
import { BadHeader } from './bad-header.ts';
import { mimeOf } from './mime.ts';
import { keepCopy } from './outbox.ts';

/** Errors from before the message's last byte was handed over: it cannot have left. */
const BEFORE_DATA = new Set(['ECONNECTION', 'EDNS', 'EAUTH', 'ETLS', 'ESOCKET']);

export interface RelayOptions {
  readonly url: string;
  /** Where the copy of what left is kept, for the mailbox page. */
  readonly objects: ObjectStore;
  readonly clock: Clock;
  readonly host: string;
}

/** Domains that exist for examples only (RFC 2606, 6761): nobody is there, and a relay would bounce them. */
const RESERVED = /(^|\.)(example|test|invalid|localhost|local|example\.(com|net|org))$/i;

/**
 * Mail out through a real SMTP relay (`QF_SMTP_URL`). One attempt on one connection. A reply of the relay is definite:
 * 4xx may be tried again, 5xx not. Silence after the data was sent is unknown. A copy of what left is kept.
 */
export const relayMailer = ({ url, objects, clock, host }: RelayOptions): Mailer => ({
  send: async (mail, { timeoutMs }) => {
    if (RESERVED.test(mail.to.split('@')[1] ?? ''))
      return { kind: 'refused', reason: 'the address is an example; nobody is there' };
    const at = clock.now();
    const id = `${at.getTime().toString(36)}-${randomBytes(8).toString('hex')}`;
    try {
      const raw = await mimeOf(mail, { messageId: `<${id}@${host}>`, date: at });
      const envelope = { from: mail.from.address, to: [mail.to, ...(mail.bcc ?? [])] };
      const result = await handOver(url, envelope, raw, timeoutMs);
      if (result !== null) return result;
      await keepCopy(objects, mail, raw, { id, at }).catch(() => {});
      return { kind: 'sent', messageId: id };
    } catch (error) {
      return error instanceof BadHeader ? { kind: 'refused', reason: error.message } : resultOf(error);
    }
  },
});

/** Null when the relay took it. */
const handOver = async (
  url: string,
  envelope: { readonly from: string; readonly to: string[] },
  raw: Uint8Array,
  timeoutMs: number,
): Promise<SendResult | null> => {
  const transport = nodemailer.createTransport(url, {});
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<SendResult>(resolve => {
      timer = setTimeout(() => resolve({ kind: 'unknown', reason: `no answer within ${timeoutMs} ms` }), timeoutMs);
    });
    const sent = transport.sendMail({ envelope, raw: Buffer.from(raw) }).then(() => null, resultOf);
    return await Promise.race([sent, late]);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
};

const resultOf = (error: unknown): SendResult => {
  const { code, responseCode, command } = partsOf(error);
  if (responseCode !== null && responseCode >= 500)
    return { kind: 'refused', reason: `the relay answered ${responseCode}` };
  if (responseCode !== null && responseCode >= 400)
    return { kind: 'throttled', reason: `the relay answered ${responseCode}` };
  if (code !== null && BEFORE_DATA.has(code) && command !== 'DATA')
    return { kind: 'throttled', reason: `no connection to the relay (${code})` };
  return { kind: 'unknown', reason: `no answer from the relay (${code ?? 'error'})` };
};

const partsOf = (
  error: unknown,
): { readonly code: string | null; readonly responseCode: number | null; readonly command: string | null } => {
  if (!(error instanceof Error)) return { code: null, responseCode: null, command: null };
  const { code, responseCode, command } = error as Error & {
    code?: unknown;
    responseCode?: unknown;
    command?: unknown;
  };
  return {
    code: typeof code === 'string' ? code : null,
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    command: typeof command === 'string' ? command : null,
  };
};
