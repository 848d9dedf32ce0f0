import { type Placed, unicodePaper } from './unicode-paper.ts';

const WIDE = 591;

/**
 * A PDF from lines as one types them: `@x words` set at `x`, several apart by `¦`, `@xr` ends there, `#13 ` in front sets the
 * size, an empty line a gap, `~` begins a page.
 */
export const typedPaper = (text: string): Promise<Uint8Array> => {
  const pages: Placed[][] = [[]];
  let y = 50;
  for (const line of text.split('\n')) {
    if (line === '~') {
      pages.push([]);
      y = 50;
      continue;
    }
    const [, size = '10', words = ''] = /^(?:#(\d+) )?(.*)$/u.exec(line) ?? [];
    pages.at(-1)?.push(...words.split('¦').flatMap(part => placed(part.trim(), y, Number(size))));
    y += words === '' ? 16 : 1.4 * Number(size);
  }
  return unicodePaper(pages);
};

const placed = (part: string, y: number, size: number): Placed[] => {
  const [, x = '50', end, words = ''] = /^(?:@(\d+)(r)? )?(.*)$/u.exec(part) ?? [];
  return words === '' ? [] : [[Number(x) - (end === undefined ? 0 : widthOf(words, size)), y, words, size]];
};

const widthOf = (words: string, size: number): number =>
  [...words].reduce((width, char) => width + size * ((char.codePointAt(0) ?? 0) > WIDE ? 1 : 0.52), 0);
