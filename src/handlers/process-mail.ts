import * as E from 'fp-ts/lib/Either.js';
import type { Dependencies } from '../workflows/dependencies.ts';
import { ingestMail } from '../workflows/replies/ingest-mail.ts';
import { MailStored } from './route-mail.ts';

/** One stored message: parsed once, then it goes the way of a reply, a report, a rep's mail or a list. */
export const mailRouter =
  (deps: Dependencies) =>
  async (event: unknown): Promise<void> => {
    const stored = MailStored.decode(event);
    if (E.isLeft(stored))
      throw new TypeError('mail-router: expected an S3 "Object Created" event with detail.object.key');
    await ingestMail(deps, stored.right.detail.object.key);
  };
