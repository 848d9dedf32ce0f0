import { deflateSync } from 'node:zlib';
import { assembled } from '../../../../scripts/quote-fixtures/unicode-paper.ts';

const text = (body: string): Buffer => Buffer.from(body, 'latin1');

const stream = (dictionary: string, data: Buffer): Buffer =>
  Buffer.concat([text(`<< ${dictionary} /Length ${data.length} >>\nstream\n`), data, text('\nendstream')]);

const page = (content: Buffer, resources = '', extra = '', ...more: Buffer[]): Uint8Array =>
  assembled(
    [
      text(`<< /Type /Catalog /Pages 2 0 R ${extra} >>`),
      text('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
      text(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${resources} >> >>`,
      ),
      content,
      text('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
      ...more,
    ],
    1,
  );

/** Forms that each draw the next one twice: three kilobytes of file, 2^40 drawings. It never ends. */
export const endlessPdf = (): Uint8Array => {
  const depth = 40;
  const first = 6;
  const forms = Array.from({ length: depth }, (_, i) => {
    const next = i + 1 < depth ? `/X << /N ${first + i + 1} 0 R >>` : '';
    const body = i + 1 < depth ? '/N Do /N Do' : 'BT /F 9 Tf (x) Tj ET';
    const resources = `/Resources << /Font << /F 5 0 R >> ${next.replace('/X', '/XObject')} >>`;
    return stream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${resources}`, text(body));
  });
  return assembled(
    [
      text('<< /Type /Catalog /Pages 2 0 R >>'),
      text('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
      text(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /N ${first} 0 R >> >> >>`,
      ),
      stream('', text('/N Do')),
      text('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
      ...forms,
    ],
    1,
  );
};

/** A stream packed twice: a few kilobytes of file, half a gigabyte of nothing. */
export const swellingPdf = (): Uint8Array => page(swelling(''));

/** A page of print, and a file of half a gigabyte that it carries along. */
export const swellingFilePdf = (): Uint8Array =>
  page(
    stream('', text('BT /F 12 Tf 50 700 Td (Quotation Q-1042 of 3 March 2026, total 4,523.06) Tj ET')),
    '',
    '/Names << /EmbeddedFiles << /Names [(a.xml) << /Type /Filespec /F (a.xml) /EF << /F 6 0 R >> >>] >> >>',
    swelling('/Type /EmbeddedFile'),
  );

let packed: Buffer | undefined;
const swelling = (dictionary: string): Buffer => {
  packed ??= deflateSync(deflateSync(Buffer.alloc(512 * 1024 * 1024), { level: 9 }), { level: 9 });
  return stream(`${dictionary} /Filter [/FlateDecode /FlateDecode]`, packed);
};

/** Asks for things of the network in every way a PDF can. */
export const callingHomePdf = (url: string): Uint8Array =>
  page(
    stream('', text('BT /F 12 Tf 50 700 Td (Quotation Q-1042 of 3 March 2026, total 4,523.06) Tj ET /X Do')),
    `/XObject << /X << /Type /XObject /Subtype /Image /Width 1 /Height 1 /F << /FS /URL /F (${url}/image) >> >> >>`,
    `/OpenAction << /S /URI /URI (${url}/open) >> /AA << /WC << /S /SubmitForm /F (${url}/form) >> >> /Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /FS /URL /F (${url}/file) >>] >> >>`,
  );

/** Pages without number, one object shared by all. */
export const manyPagesPdf = (pages: number): Uint8Array =>
  assembled(
    [
      text('<< /Type /Catalog /Pages 2 0 R >>'),
      text(`<< /Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${pages} >>`),
      text('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'),
    ],
    1,
  );
