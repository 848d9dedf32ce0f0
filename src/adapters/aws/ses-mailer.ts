import { SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mailer, OutgoingMail, SendResult } from '../../ports/mail.ts';
import type { Clock } from '../../ports/world.ts';
import { BadHeader } from '../mail/bad-header.ts';
import { type AwsPlace, clientOptions } from './client-options.ts';

/** One attempt: SES knows no idempotency, so a repeat of the SDK's own could be a second mail to the customer. */
export const sesClient = (place: AwsPlace): SESv2Client =>
  new SESv2Client({ ...clientOptions(place, { answerMs: 0 }), maxAttempts: 1 });

/** What SES takes, after encoding. */
const MAX_BYTES = 40 * 1024 * 1024;

export interface SesMailerOptions {
  readonly clock: Clock;
  /** Sends its delivery events to the bus: from them an unknown outcome is settled. */
  readonly configurationSet: string;
}

/** Mail out through SES, as MIME of our own, by a composer that is loaded with the first mail. SES puts its own Message-ID in, of which the answer is the local part. */
export const sesMailer = (client: SESv2Client, { clock, configurationSet }: SesMailerOptions): Mailer => ({
  send: async (mail, { timeoutMs }) => {
    try {
      const { mimeOf } = await import('../mail/mime.ts');
      const mime = await mimeOf(mail, { date: clock.now() });
      if (mime.length > MAX_BYTES) return { kind: 'refused', reason: `${mime.length} bytes are more than SES takes` };
      const { MessageId } = await client.send(commandFor(mail, mime, configurationSet), {
        abortSignal: AbortSignal.timeout(timeoutMs),
      });
      return MessageId === undefined
        ? { kind: 'unknown', reason: 'SES answered without a message id' }
        : { kind: 'sent', messageId: MessageId };
    } catch (error) {
      return error instanceof BadHeader ? { kind: 'refused', reason: error.message } : resultOf(error, timeoutMs);
    }
  },
});

const commandFor = (mail: OutgoingMail, mime: Uint8Array, ConfigurationSetName: string): SendEmailCommand =>
  new SendEmailCommand({
    // From is the mail's own header: it is what the role's `ses:FromAddress` is compared with.
    FromEmailAddress: mail.from.address,
    Destination: { ToAddresses: [mail.to], ...(mail.bcc ? { BccAddresses: [...mail.bcc] } : {}) },
    Content: { Raw: { Data: mime } },
    ConfigurationSetName,
    EmailTags: Object.entries(mail.tags ?? {}).map(([Name, Value]) => ({ Name, Value })),
  });

/** SES's definite no to this mail. */
const REFUSALS = new Set(['MessageRejected', 'MailFromDomainNotVerifiedException', 'BadRequestException']);
/** Errors from before a byte of the mail left this machine. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * What an error says of the mail. Any answer of 4xx means that SES did not take it: a fault of the mail is refused, one
 * of quotas, rights or set-up (which somebody mends) may be tried again. A 5xx or silence proves nothing.
 */
const resultOf = (error: unknown, timeoutMs: number): SendResult => {
  if (!(error instanceof Error)) return { kind: 'unknown', reason: String(error) };
  const reason = `${error.name}: ${error.message}`.slice(0, 300);
  if (REFUSALS.has(error.name)) return { kind: 'refused', reason };
  if (error instanceof SESv2ServiceException) {
    const status = error.$metadata.httpStatusCode ?? 0;
    return { kind: status >= 400 && status < 500 ? 'throttled' : 'unknown', reason };
  }
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return { kind: 'unknown', reason: `no answer within ${timeoutMs} ms` };
  const code = 'code' in error ? String(error.code) : '';
  const beforeSending = NEVER_CONNECTED.has(code) || error.name === 'CredentialsProviderError';
  return { kind: beforeSending ? 'throttled' : 'unknown', reason };
};
