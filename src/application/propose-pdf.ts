import { createHash } from 'node:crypto';
import * as E from 'fp-ts/lib/Either.js';
import { makeProposal } from '../aggregates/proposal.ts';
import { pdfOriginal } from '../intake/original-parts.ts';
import { scanNote, unreadNote } from '../intake/pdf-notes.ts';
import type { PdfRefusal } from '../intake/pdf-pages.ts';
import { readQuotePdf } from '../intake/read-quote-mail.ts';
import { referenceOf } from '../kernel/references.ts';
import { readBusiness } from './business.ts';
import { carryOnProposal } from './carry-on-proposal.ts';
import { keepParts } from './proposal-original.ts';
import { HANDED_IN } from './proposal-view.ts';
import { decideProposal, factsRead, intakeSettingsOf } from './proposals.ts';
import type { World } from './world.ts';

export interface HandedPdf {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Address of whoever hands it in; the proposal is theirs to decide. */
  readonly by: string;
}

/**
 * A PDF of a sent quote, without the mail it went with, is proposed to whoever hands it in; the same PDF again is the
 * same proposal. Gives its id. Left: it is no PDF at all. One that cannot be read is proposed empty, with the reason.
 */
export const proposePdf = async (
  world: World,
  { fileName, bytes, by }: HandedPdf,
): Promise<E.Either<PdfRefusal, string>> => {
  const business = await readBusiness(world);
  const pages = await world.readPdf(bytes);
  if (E.isLeft(pages) && (pages.left.kind === 'not-a-pdf' || pages.left.kind === 'too-large')) return pages;
  const read = E.isRight(pages) ? pages.right : { pages: [], links: [] };
  const fields = readQuotePdf(fileName, read, intakeSettingsOf(world, business));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
  const id = `p${hash}`;
  const pdfKey = `${id}/1.pdf`;
  await world.objects.putOnce('source-pdfs', pdfKey, bytes, 'application/pdf');
  await keepParts(world, id, pdfOriginal({ fileName, pages: read }));
  const facts = factsRead(fields, by);
  const unread = E.isLeft(pages)
    ? [unreadNote({ fileName, refusal: pages.left })]
    : [...scanNote({ fileName, pages: pages.right })];
  await decideProposal(world, id, {
    actor: { user: by },
    personRef: referenceOf(await world.secrets.refKey(), fields.contactEmail ?? by),
    decide: state =>
      makeProposal(
        state,
        {
          fields: facts.fields,
          lane: 'mail',
          source: `${HANDED_IN}${hash}`,
          missing: [...fields.missing],
          original: null,
          pdfKey,
        },
        { ...facts.personal, unread },
      ),
  });
  await carryOnProposal(world, id);
  return E.right(id);
};
