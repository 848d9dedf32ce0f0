import * as E from 'fp-ts/lib/Either.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bedrockClient } from '../../../src/adapters/aws/bedrock-client.ts';
import { bedrockScanReader } from '../../../src/adapters/aws/bedrock-scan-reader.ts';
import { scanNote } from '../../../src/quote-intake/pdf-notes.ts';
import type { PdfRefusal } from '../../../src/quote-intake/pdf-pages.ts';
import { readQuotePdf } from '../../../src/quote-intake/read-quote-mail.ts';
import { readingScans } from '../../../src/quote-intake/reading-scans.ts';
import { cited, type FakeBedrock, failed, said, startFakeBedrock } from '../../support/fake-bedrock.ts';

let fake: FakeBedrock;
beforeAll(async () => {
  fake = await startFakeBedrock();
});
afterAll(() => fake.close());

const MODEL = 'global.example.reader-1:0';
const PDF = Buffer.from('%PDF-1.7 a picture');
const scanned: PdfRefusal = { kind: 'scanned', pages: 1 };

const scans = () =>
  bedrockScanReader(
    {
      client: bedrockClient({ endpoint: fake.url }),
      clock: { now: () => new Date(0) },
      pause: async () => {},
      abortAfter: () => new AbortController().signal,
      random: length => new Uint8Array(length).fill(1),
    },
    { modelId: MODEL },
  );
const read = (refusal: PdfRefusal = scanned) => readingScans(async () => E.left(refusal), scans())(PDF);

const PAPER = `Harbour Line Catering Pte Ltd
12 Quay Street, Singapore

QUOTATION                                Quotation No: HL-2207
                                         Date: 9 November 2026
                                         Valid until: 9 December 2026
To: Northwind Trading Pte Ltd

Description                              Amount
Lunch for 80 guests                      SGD 3,600.00
Service                                  SGD 1,200.00
Total                                    SGD 4,800.00`;

const SETTINGS = { currency: 'SGD', locale: 'en-SG', companyDomains: [], ownAddresses: [], timezone: undefined };

describe('a scan', () => {
  test('goes to the model as a document block of a neutral name, its pages shown, with no schema', async () => {
    fake.answers(said(PAPER));
    await read();
    const { modelId, body } = fake.requests[0] ?? {};
    expect(modelId).toBe(MODEL);
    expect(body?.messages).toEqual([
      {
        role: 'user',
        content: [
          {
            document: {
              format: 'pdf',
              name: 'document-1',
              source: { bytes: PDF.toString('base64') },
              citations: { enabled: true },
            },
          },
          { text: 'The document is document-1.' },
        ],
      },
    ]);
    expect(body?.outputConfig).toBeUndefined();
    expect(body?.inferenceConfig).toEqual({ maxTokens: expect.any(Number) });
  });

  test.each([
    ['in one block', said(PAPER)],
    ['in cited pieces', cited(PAPER.split(/(?<=\n)/))],
  ])('is read from what the model saw on it, %s, each field with its words', async (_, answer) => {
    fake.answers(answer);
    const pages = await read();
    if (E.isLeft(pages)) throw new Error(pages.left.kind);
    expect(readQuotePdf('scan.pdf', pages.right, SETTINGS)).toMatchObject({
      quoteId: 'HL-2207',
      customer: 'Northwind Trading Pte Ltd',
      amountMinor: 480_000,
      currency: 'SGD',
      sentDate: '2026-11-09',
      expiryDate: '2026-12-09',
      evidence: { quote_id: { words: 'Quotation No: HL-2207', origin: 'pdf:scan.pdf' } },
    });
    expect(scanNote({ fileName: 'scan.pdf', pages: pages.right })[0]).toContain(`read by the model ${MODEL}`);
  });

  test('of two pages keeps them apart', async () => {
    fake.answers(said(`${PAPER}\n[next page]\nTerms and conditions`));
    const pages = await read();
    expect(E.isRight(pages) && pages.right.pages).toHaveLength(2);
  });

  test.each([
    ['the model is down', failed(503, 'ServiceUnavailableException')],
    ['it sees no text', said('[next page]')],
    ['it stops half way', said(PAPER, 'max_tokens')],
    ['it refuses', said(PAPER, 'guardrail_intervened')],
  ])('stays one that nobody has read where %s', async (_, answer) => {
    fake.answers(answer);
    expect(await read()).toEqual(E.left(scanned));
  });

  test('too large for the service is not sent', async () => {
    fake.answers(said(PAPER));
    expect(await scans()(new Uint8Array(5_000_000), { timeoutMs: 1_000 })).toMatchObject({ ok: false });
    expect(fake.requests).toEqual([]);
  });
});

test('a PDF that is refused for another reason is shown to no model', async () => {
  fake.answers(said(PAPER));
  expect(await read({ kind: 'encrypted' })).toEqual(E.left({ kind: 'encrypted' }));
  expect(fake.requests).toEqual([]);
});
