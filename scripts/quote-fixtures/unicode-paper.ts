import { deflateSync } from 'node:zlib';

/** A line of text, or several side by side, as `[x, words]`. */
export type Placed = readonly [x: number, y: number, words: string, size?: number];

/** A font and a map of its codes that the reader is to have: nothing of either is in the file. */
export interface NamedFont {
  readonly encoding: string;
  readonly ordering: string;
}

/**
 * A PDF in any script without a font file: a composite font whose character codes are UTF-16, and a map that says so. A
 * viewer draws what it has; a reader of text finds every character.
 */
export const unicodePaper = async (pages: readonly (readonly Placed[])[], named?: NamedFont): Promise<Uint8Array> => {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number =>
    objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'));
  const toUnicode =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end';
  const catalog = add('');
  const tree = add('');
  const map = add(stream(toUnicode));
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  );
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (${named?.ordering ?? 'Identity'}) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [32 126 520 160 591 520] >>`,
  );
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /${named?.encoding ?? 'Identity-H'} /DescendantFonts [${descendant} 0 R]${named ? '' : ` /ToUnicode ${map} 0 R`} >>`,
  );
  const kids = pages.map(placed => {
    const content = add(stream(placed.map(drawn).join('\n')));
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F ${font} 0 R >> >> /Contents ${content} 0 R >>`,
    );
  });
  objects[catalog - 1] = Buffer.from(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  objects[tree - 1] = Buffer.from(
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map(k => `${k} 0 R`).join(' ')}] >>`,
  );
  return assembled(objects, catalog);
};

const drawn = ([x, y, words, size = 10]: Placed): string => {
  const hex = [...Array(words.length).keys()].map(i => words.charCodeAt(i).toString(16).padStart(4, '0')).join('');
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm <${hex}> Tj ET`;
};

const stream = (text: string): Buffer => {
  const data = deflateSync(Buffer.from(text, 'latin1'), { level: 9 });
  return Buffer.concat([
    Buffer.from(`<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
};

/** Numbered objects with their table of places: a whole PDF. */
export const assembled = (objects: readonly Buffer[], root: number): Uint8Array => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [i, body] of objects.entries()) {
    places.push(length);
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const rows = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root ${root} 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
};
