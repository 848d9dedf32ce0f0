import * as E from 'fp-ts/lib/Either.js';
import { proposePdf } from '../../application/propose-pdf.ts';
import { paths } from '../../letters/console/paths.ts';
import { seeOther } from './answers.ts';
import { takeDropped } from './drop-mail.ts';
import { droppedFile } from './dropped-file.ts';
import type { ConsoleResponse } from './request.ts';
import type { Visit } from './visit.ts';

/** A sent quote handed in as a file: a mail goes the way of one that came by SMTP, a PDF is proposed to the admin. */
export const dropQuote = async (visit: Visit): Promise<ConsoleResponse> => {
  const file = await droppedFile(visit.request);
  if (!file) return seeOther(paths.proposals, 'no-file');
  if (!isPdf(file.bytes))
    return seeOther(paths.proposals, (await takeDropped(visit, file.bytes)) ? 'taken' : 'not-quote');
  const by = visit.business.policy.admin.toLowerCase();
  const proposed = await proposePdf(visit.world, { fileName: file.name, bytes: file.bytes, by });
  await visit.context.runtime().settled();
  return E.isLeft(proposed)
    ? seeOther(paths.proposals, 'not-quote')
    : seeOther(paths.proposal(proposed.right), 'proposed');
};

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
