import { guardedReader } from '../../adapters/mail/guarded-reader.ts';
import { SES_RECEIVER } from '../../inbox/provenance.ts';
import type { MailReader } from '../../ports/mail-reader.ts';

/** The reading thread's module lies beside the bundle. */
export const awsMailReader = (): MailReader => ({
  parse: guardedReader({ threadModule: new URL('./guard-thread.mjs', import.meta.url) }).parse,
  receivers: [SES_RECEIVER],
});
