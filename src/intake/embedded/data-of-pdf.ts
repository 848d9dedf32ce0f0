import type { ReadPdf } from '../pdf-pages.ts';
import type { FoundData } from './led-by-data.ts';
import { paperData } from './paper-data.ts';

/** The electronic business paper that a PDF carries; the first, where it carries several. */
export const dataOfPdf = ({ fileName, pages }: ReadPdf): readonly FoundData[] =>
  (pages.embedded ?? [])
    .flatMap(({ xml }) => paperData(xml) ?? [])
    .slice(0, 1)
    .map(data => ({ origin: `pdf:${fileName}`, data }));
