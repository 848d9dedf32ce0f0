import type { GuardedReader } from '../../adapters/mail/guarded-reader.ts';
import { SES_RECEIVER } from '../../mail-reading/trust/provenance.ts';
import type { MailReader } from '../../ports/mail.ts';

let opened: Promise<GuardedReader> | null = null;

/** The reading thread's module lies beside the bundle; what starts it is loaded with the first mail. */
export const readingThread = (): Promise<GuardedReader> => {
  opened ??= import('../../adapters/mail/guarded-reader.ts').then(({ guardedReader }) =>
    guardedReader({ threadModule: new URL('./guard-thread.mjs', import.meta.url) }),
  );
  return opened;
};

export const awsMailReader: MailReader = {
  parse: async raw => (await readingThread()).parse(raw),
  answer: async (...answer) => (await readingThread()).answer(...answer),
  safe: async mail => (await readingThread()).safe(mail),
  receivers: [SES_RECEIVER],
};
