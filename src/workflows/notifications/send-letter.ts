import { OWN_HEADER } from '../../mail-reading/classify/own-mail.ts';
import type { OutgoingAttachment } from '../../ports/mail.ts';
import type { WrittenMail } from '../../presentation/emails/write-mail.ts';
import type { Dependencies } from '../dependencies.ts';

export interface Letter {
  readonly to: string;
  readonly mail: WrittenMail;
  /** Answers go to the customer, where the letter passes their message on. */
  readonly replyTo?: string;
  readonly attachments?: readonly OutgoingAttachment[];
  readonly tags?: Readonly<Record<string, string>>;
  /** As in `OutgoingMail`. */
  readonly onceKey?: string;
}

const LETTER_TIMEOUT_MS = 20_000;

/** Headers of every mail of ours: no machine should answer it, and we know our own when it comes back. */
export const OWN_HEADERS = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  [OWN_HEADER]: '1',
} as const;

/** A mail to a rep or the admin. Gives its message id, or null when it did not leave (the sweep makes it again). */
export const sendLetter = async (
  { mailer, installation, log }: Pick<Dependencies, 'mailer' | 'installation' | 'log'>,
  letter: Letter,
): Promise<string | null> => {
  const { to, mail, replyTo, attachments, tags, onceKey } = letter;
  const result = await mailer.send(
    {
      from: { name: 'Quote Follow-up', address: installation.systemAddress },
      to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: OWN_HEADERS,
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(attachments === undefined ? {} : { attachments }),
      ...(tags === undefined ? {} : { tags }),
      ...(onceKey === undefined ? {} : { onceKey }),
    },
    { timeoutMs: LETTER_TIMEOUT_MS },
  );
  if (result.kind === 'sent') return result.messageId;
  log('warn', 'LetterNotSent', { outcome: result.kind, kind: tags?.kind ?? 'letter' });
  return null;
};
