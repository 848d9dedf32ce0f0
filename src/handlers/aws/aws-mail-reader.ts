import type { GuardedReader } from '../../adapters/mail/guarded-reader.ts';
import { SES_RECEIVER } from '../../inbox/provenance.ts';
import type { MailReader } from '../../ports/mail-reader.ts';

/** The reading thread's module lies beside the bundle; what starts it is loaded with the first mail. */
export const awsMailReader = (): MailReader => {
  let opened: Promise<GuardedReader> | null = null;
  return {
    parse: async raw => {
      opened ??= open();
      return (await opened).parse(raw);
    },
    receivers: [SES_RECEIVER],
  };
};

const open = async (): Promise<GuardedReader> => {
  const { guardedReader } = await import('../../adapters/mail/guarded-reader.ts');
  return guardedReader({ threadModule: new URL('./guard-thread.mjs', import.meta.url) });
};
