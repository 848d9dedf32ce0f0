import { createHash } from 'node:crypto';
import * as E from 'fp-ts/lib/Either.js';
import { makeProposal } from '../../aggregates/proposal.ts';
import { referenceOf } from '../../kernel/references.ts';
import { looksLikeSentQuote } from '../../mail-reading/mail-reading.ts';
import type { Attachment, Message } from '../../mail-reading/message.ts';
import { matchListedQuote } from '../../quote-intake/match-listed-quote.ts';
import { originalParts, pdfOriginal } from '../../quote-intake/original-parts.ts';
import { scanNote, unreadNote } from '../../quote-intake/pdf-notes.ts';
import type { PdfRefusal } from '../../quote-intake/pdf-pages.ts';
import type { QuoteFields } from '../../quote-intake/quote-fields.ts';
import { attachedPdfs, pdfName, readQuoteMail, readQuotePdf } from '../../quote-intake/read-quote-mail.ts';
import type { Row } from '../../sheet/row.ts';
import { loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { type Inbound, ROUTER, receiptOf } from '../replies/inbound.ts';
import type { ReadMail } from '../replies/read-mail.ts';
import { HANDED_IN, keepParts } from './proposal-view.ts';
import { decideProposal, factsRead, intakeSettingsOf, loadProposal } from './proposals.ts';
import { carryOnProposal } from './run-proposal-tasks.ts';

/** Open quotes that a rep's mail names, and those that it only reaches by their contact. */
export interface AboutQuotes {
  readonly named: readonly string[];
  readonly written: readonly string[];
}

/**
 * A rep's own mail becomes a proposed row, or a proposed change of one, where it holds a quote. The proposal has the
 * mail's id: the same mail again is the same proposal. False when there is nothing in it that a row could hold.
 */
export const proposeFromMail = async (inbound: Inbound, read: ReadMail, about: AboutQuotes): Promise<boolean> => {
  const { deps, business, id, key } = inbound;
  if ((await loadProposal(deps, id)).state.made) return true;
  const { message, provenance } = read;
  const quote = await readQuoteMail(message, deps.readPdf, intakeSettingsOf(deps, business));
  const fields = withNamed(quote.fields, about, inbound);
  if (!isWorthIt(fields, read, about, inbound)) return false;
  const pdfs = attachedPdfs(message);
  const paper = await keepPdfs(inbound, pdfs, fields);
  await keepParts(deps, id, originalParts(message, quote.pdfs));
  const facts = factsRead(fields, provenance.from);
  const unread = [...quote.refused.map(unreadNote), ...quote.pdfs.flatMap(scanNote)];
  await decideProposal(deps, id, {
    actor: ROUTER,
    cause: receiptOf(id),
    personRef: fields.contactEmail === null ? inbound.senderRef : referenceOf(inbound.refKey, fields.contactEmail),
    decide: state =>
      makeProposal(
        state,
        {
          fields: facts.fields,
          lane: 'mail',
          source: id,
          missing: [...fields.missing],
          original: key,
          pdfKey: paper,
          messageId: messageIdOf(message),
        },
        { ...facts.personal, unread },
      ),
  });
  return true;
};

/** The mail's proposal has a number of its own that is neither in the sheet nor a revision of one that is. */
export const proposesNewNumber = async ({ deps, business, id }: Inbound): Promise<boolean> => {
  const number = (await loadProposal(deps, id)).state.fields?.number ?? null;
  const numbers = [...business.mirror.rows.values()].map(({ quoteId }) => quoteId);
  return number !== null && matchListedQuote(number, numbers) === null;
};

/** The number stands in no usual place, but the mail names one quote of ours: that is the number. */
const withNamed = (fields: QuoteFields, { named }: AboutQuotes, { business }: Inbound): QuoteFields => {
  const [only, ...others] = named;
  const number = only === undefined ? undefined : business.mirror.rows.get(only)?.quoteId;
  if (fields.quoteId !== null || number === undefined || others.length > 0) return fields;
  return {
    ...fields,
    quoteId: number,
    missing: fields.missing.filter(field => field !== 'quote_id'),
    evidence: { ...fields.evidence, quote_id: { words: number, marks: [number], origin: 'body' } },
  };
};

/**
 * A mail that is about no open quote is a proposal as soon as it holds anything of one. One that is about a quote of
 * ours is, when it brings other facts than the row has, or a number that the sheet has not.
 */
const isWorthIt = (
  fields: QuoteFields,
  { message, provenance }: ReadMail,
  { named, written }: AboutQuotes,
  { deps, business }: Inbound,
): boolean => {
  const brings = fields.amountMinor !== null || attachedPdfs(message).length > 0;
  const { policy, mirror } = business;
  const numbers = [...mirror.rows.values()].map(({ quoteId }) => quoteId);
  const listed = fields.quoteId === null ? null : matchListedQuote(fields.quoteId, numbers);
  const row = listed === null ? undefined : [...mirror.rows.values()].find(({ quoteId }) => quoteId === listed.number);
  if (row) return brings && bringsNews(fields, row);
  if (named.length + written.length > 0) return brings && fields.quoteId !== null;
  const side = {
    quotesAddress: deps.installation.quotesAddress.toLowerCase(),
    reps: [...Object.values(policy.people), ...policy.knownReps, policy.admin].map(address => address.toLowerCase()),
    companyDomains: policy.companyDomains,
  };
  return brings || fields.quoteId !== null || looksLikeSentQuote(message, provenance, side);
};

/** The day it was sent is no news by itself: a rep may send the same paper twice. */
const bringsNews = (fields: QuoteFields, row: Row): boolean =>
  (fields.amountMinor !== null &&
    (fields.amountMinor !== row.amount.minor || fields.currency !== row.amount.currency)) ||
  (fields.expiryDate !== null && fields.expiryDate !== row.expires) ||
  (fields.pdf !== null && /^https?:/i.test(fields.pdf) && fields.pdf !== row.pdfLink);

/** Stores the PDFs; gives the key of the one that the quote was read from, else of the first. */
const keepPdfs = async (
  { deps, id }: Inbound,
  pdfs: readonly Attachment[],
  { evidence }: QuoteFields,
): Promise<string | null> => {
  for (const [at, { content }] of pdfs.entries())
    await deps.objects.putOnce('source-pdfs', pdfKey(id, at), content, 'application/pdf');
  const origins = new Set([evidence.quote_id, evidence.amount_minor].map(found => found?.origin));
  const paper = pdfs.findIndex(pdf => origins.has(`pdf:${pdfName(pdf)}`));
  return pdfs.length === 0 ? null : pdfKey(id, Math.max(0, paper));
};

const pdfKey = (id: string, at: number): string => `${id}/${at + 1}.pdf`;

/** Only one that may stand in a header of ours. */
const messageIdOf = ({ messageId }: Message): string | null =>
  messageId !== null && messageId.length <= 250 && /^[^\s<>@]+@[^\s<>@]+$/.test(messageId) ? messageId : null;

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
  deps: Dependencies,
  { fileName, bytes, by }: HandedPdf,
): Promise<E.Either<PdfRefusal, string>> => {
  const business = await loadBusinessContext(deps);
  const pages = await deps.readPdf(bytes);
  if (E.isLeft(pages) && (pages.left.kind === 'not-a-pdf' || pages.left.kind === 'too-large')) return pages;
  const read = E.isRight(pages) ? pages.right : { pages: [], links: [] };
  const fields = readQuotePdf(fileName, read, intakeSettingsOf(deps, business));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
  const id = `p${hash}`;
  const pdfKey = `${id}/1.pdf`;
  await deps.objects.putOnce('source-pdfs', pdfKey, bytes, 'application/pdf');
  await keepParts(deps, id, pdfOriginal({ fileName, pages: read }));
  const facts = factsRead(fields, by);
  const unread = E.isLeft(pages)
    ? [unreadNote({ fileName, refusal: pages.left })]
    : [...scanNote({ fileName, pages: pages.right })];
  await decideProposal(deps, id, {
    actor: { user: by },
    personRef: referenceOf(await deps.secrets.refKey(), fields.contactEmail ?? by),
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
  await carryOnProposal(deps, id);
  return E.right(id);
};
