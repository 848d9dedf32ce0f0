import { cleanCharacters } from '../../inbox/written/clean-characters.ts';
import { declarationReader, StyleSheet } from '../../inbox/written/css.ts';
import { readHtml } from '../../inbox/written/html-events.ts';
import { isSeen, type Look, lookInside, PAGE } from '../../inbox/written/visibility.ts';
import type { Line } from './line.ts';
import { TextGrid } from './text-grid.ts';

/** A link as a mail shows it. */
export interface Link {
  readonly href: string;
  readonly text: string;
}

type Attributes = Readonly<Record<string, string>>;

const UNREAD = new Set('script style title template svg math object iframe select textarea head xml'.split(' '));
const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section ul'.split(
    ' ',
  ),
);
const VOID = new Set('br hr img input meta link base col area wbr embed source param'.split(' '));
const MOST_LINKS = 300;

/** The visible lines of an HTML mail, the cells of its tables side by side as a reader sees them, and its links. */
export const linesOfHtml = (html: string): { readonly lines: Line[]; readonly links: Link[] } => {
  const reading = new Reading();
  readHtml(html, {
    open: (tag, attributes) => reading.open(tag, attributes),
    text: text => reading.text(text),
    close: tag => reading.close(tag),
  });
  return { lines: reading.grid.lines(), links: reading.links };
};

class Reading {
  readonly grid = new TextGrid();
  readonly links: Link[] = [];
  private readonly looks: { tag: string; look: Look }[] = [];
  private readonly sheet = new StyleSheet();
  private readonly declarations = declarationReader();
  private css = '';
  private unread = 0;
  private anchor: { href: string; text: string } | null = null;

  private get look(): Look {
    return this.looks.at(-1)?.look ?? PAGE;
  }

  open(tag: string, attributes: Attributes): void {
    if (VOID.has(tag)) {
      if (this.unread === 0 && (tag === 'br' || tag === 'hr')) this.grid.lineBreak();
      return;
    }
    this.looks.push({ tag, look: this.lookOf(tag, attributes) });
    if (UNREAD.has(tag)) this.unread += 1;
    if (this.unread > 0) return;
    if (tag === 'table') this.grid.openTable();
    else if (tag === 'tr') this.grid.openRow();
    else if (tag === 'td' || tag === 'th') this.grid.openCell(Number(attributes.colspan) || 1);
    else if (BLOCKS.has(tag)) this.grid.blockBreak();
    if (tag === 'a' && attributes.href) this.anchor = { href: attributes.href.trim(), text: '' };
  }

  private lookOf(tag: string, attributes: Attributes): Look {
    const classes = (attributes.class ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 20);
    const ruled = this.sheet.of(tag, classes, (attributes.id ?? '').toLowerCase());
    return lookInside(this.look, this.declarations(`${ruled};${attributes.style ?? ''}`), attributes);
  }

  text(text: string): void {
    const tag = this.looks.at(-1)?.tag;
    if (tag === 'style') this.css += text;
    if (this.unread > 0 || !isSeen(this.look)) return;
    const clean = cleanCharacters(text);
    if (tag === 'pre') for (const [at, line] of clean.split('\n').entries()) this.grid.preformatted(line, at > 0);
    else this.grid.write(clean.replace(/[ \t\n]+/g, ' '));
    if (this.anchor) this.anchor.text += clean;
  }

  close(tag: string): void {
    if (VOID.has(tag)) return;
    const at = this.looks.findLastIndex(open => open.tag === tag);
    if (at < 0) return;
    for (const { tag: ended } of this.looks.splice(at).reverse()) this.closed(ended);
  }

  private closed(tag: string): void {
    if (tag === 'style') {
      this.sheet.add(this.css);
      this.css = '';
    }
    if (UNREAD.has(tag)) {
      this.unread -= 1;
      return;
    }
    if (this.unread > 0) return;
    if (tag === 'table') this.grid.closeTable();
    else if (tag === 'tr') this.grid.closeRow();
    else if (tag === 'td' || tag === 'th') this.grid.closeCell();
    else if (BLOCKS.has(tag)) this.grid.blockBreak();
    if (tag === 'a' && this.anchor) {
      if (this.links.length < MOST_LINKS) this.links.push({ ...this.anchor, text: this.anchor.text.trim() });
      this.anchor = null;
    }
  }
}
