import { randomBytes } from 'node:crypto';
import nodemailer from 'nodemailer';
import type { Mailer, SendResult } from '../../ports/mailer.ts';
import type { Clock } from '../../ports/world.ts';
import { BadHeader, mimeOf } from '../mime.ts';

/** Errors from before the message's last byte was handed over: it cannot have left. */
const BEFORE_DATA = new Set(['ECONNECTION', 'EDNS', 'EAUTH', 'ETLS', 'ESOCKET']);

/**
 * Mail out through a real SMTP relay (`QF_SMTP_URL`). One attempt on one connection. A reply of the relay is definite:
 * 4xx may be tried again, 5xx not. Silence after the data was sent is unknown.
 */
export const relayMailer = ({
  url,
  clock,
  host,
}: {
  readonly url: string;
  readonly clock: Clock;
  readonly host: string;
}): Mailer => ({
  send: async (mail, { timeoutMs }) => {
    const id = `${clock.now().getTime().toString(36)}-${randomBytes(8).toString('hex')}`;
    const transport = nodemailer.createTransport(url, {});
    let timer: NodeJS.Timeout | undefined;
    try {
      const raw = await mimeOf(mail, { messageId: `<${id}@${host}>`, date: clock.now() });
      const envelope = { from: mail.from.address, to: [mail.to, ...(mail.bcc ?? [])] };
      const late = new Promise<SendResult>(resolve => {
        timer = setTimeout(() => resolve({ kind: 'unknown', reason: `no answer within ${timeoutMs} ms` }), timeoutMs);
      });
      const sent = transport
        .sendMail({ envelope, raw: Buffer.from(raw) })
        .then((): SendResult => ({ kind: 'sent', messageId: id }), resultOf);
      return await Promise.race([sent, late]);
    } catch (error) {
      return error instanceof BadHeader ? { kind: 'refused', reason: error.message } : resultOf(error);
    } finally {
      clearTimeout(timer);
      transport.close();
    }
  },
});

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
