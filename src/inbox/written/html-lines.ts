import { cleanCharacters } from './clean-characters.ts';
import { declarationReader, StyleSheet } from './css.ts';
import { readHtml } from './html-events.ts';
import { BLOCKS, SPACED, UNREAD, VOID } from './html-tags.ts';
import type { Line } from './line.ts';
import { LineWriter } from './line-writer.ts';
import { type Role, roleOf } from './quote-containers.ts';
import { settleSoftQuotes } from './soft-quotes.ts';
import { quotedByPrefix } from './text-lines.ts';
import { isSeen, type Look, lookInside, PAGE } from './visibility.ts';

type Attributes = Readonly<Record<string, string>>;

interface Element {
  readonly tag: string;
  readonly look: Look;
  readonly quoted: Line['quoted'];
  readonly mark: Line['mark'];
  readonly pre: boolean;
  /** Inside a reply block, before its quotation: still the attribution. */
  readonly reply: { awaitsQuote: boolean } | null;
}

const EMOJI = /^\p{Extended_Pictographic}/u;
/** Word's paragraphs have no margin: an empty one stands for a blank line. */
const TIGHT = /mso(?:normal|plaintext|list)|margin(?:-top)?\s*:\s*0/i;

/** Open elements kept; what nests deeper looks like the element around it. */
const DEEPEST = 5_000;
const KEEPS_SPACE = /white-space\s*:\s*(?:pre|break-spaces)/i;

const root: Element = { tag: '', look: PAGE, quoted: false, mark: undefined, pre: false, reply: null };

const quotedBy = (outer: Element, role: Role): Line['quoted'] => {
  if (outer.quoted === true || role === 'quotation') return true;
  if (role === 'bare' || role === 'composed') return outer.reply ? true : role;
  return outer.quoted;
};

/** Collects the visible lines of an HTML body with what its markup says of them. */
class Reading {
  readonly writer = new LineWriter();
  private readonly open: Element[] = [root];
  private readonly openTags = new Map<string, number>();
  /** Elements too deep to keep, by tag: their end tags close nothing. */
  private readonly skipped = new Map<string, number>();
  private readonly sheet = new StyleSheet();
  private readonly declarations = declarationReader();
  private css = '';
  private unread = 0;

  private get here(): Element {
    return this.open.at(-1) ?? root;
  }

  start(tag: string, attributes: Attributes): void {
    if (UNREAD.has(tag)) this.unread++;
    if (this.unread > 0 && tag !== 'style') {
      if (!VOID.has(tag)) this.push({ ...this.here, tag });
      return;
    }
    if (VOID.has(tag)) {
      this.void(tag, attributes);
      return;
    }
    const outer = this.here;
    const element = this.inside(outer, tag, attributes);
    this.breakBefore(tag, attributes);
    this.push(element);
    if (tag === 'li') this.write('- ');
  }

  private inside(outer: Element, tag: string, attributes: Attributes): Element {
    const role = roleOf(tag, attributes);
    const quoted = quotedBy(outer, role);
    if (quoted === true && outer.reply) outer.reply.awaitsQuote = false;
    if (role === 'history') this.writer.markNext('history');
    const own = role === 'attribution' || role === 'signature' ? role : undefined;
    return {
      tag,
      look: this.lookOf(outer.look, tag, attributes),
      quoted,
      mark: own ?? outer.mark,
      pre: outer.pre || tag === 'pre' || KEEPS_SPACE.test(attributes.style ?? ''),
      reply: role === 'reply' && !outer.reply && outer.quoted === false ? { awaitsQuote: true } : outer.reply,
    };
  }

  private lookOf(outer: Look, tag: string, attributes: Attributes): Look {
    const classes = (attributes.class ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 20);
    const ruled = this.sheet.of(tag, classes, (attributes.id ?? '').toLowerCase());
    const style = ruled === '' ? (attributes.style ?? '') : `${ruled};${attributes.style ?? ''}`;
    const plain = style === '' && !('hidden' in attributes) && !attributes.color && !attributes.bgcolor;
    return plain ? outer : lookInside(outer, this.declarations(style), attributes);
  }

  private push(element: Element): void {
    if (this.open.length >= DEEPEST) {
      this.skipped.set(element.tag, (this.skipped.get(element.tag) ?? 0) + 1);
      if (UNREAD.has(element.tag)) this.unread--;
      return;
    }
    this.open.push(element);
    this.openTags.set(element.tag, (this.openTags.get(element.tag) ?? 0) + 1);
  }

  private void(tag: string, attributes: Attributes): void {
    if (tag === 'br') this.writer.lineBreak();
    if (tag === 'hr') {
      const history = roleOf(tag, attributes) === 'history';
      if (isSeen(this.here.look)) this.writer.rule(history ? 'history' : 'rule', this.here.quoted);
    }
    if (tag === 'img' && EMOJI.test(attributes.alt ?? '')) this.write(attributes.alt ?? '');
  }

  private breakBefore(tag: string, attributes: Attributes): void {
    if (tag === 'td' || tag === 'th') this.writer.gap();
    if (!BLOCKS.has(tag)) return;
    const tight = TIGHT.test(`${attributes.class ?? ''} ${attributes.style ?? ''}`);
    if ((tag === 'p' && !tight) || SPACED.has(tag)) this.writer.paragraphBreak();
    else this.writer.blockBreak();
  }

  text(text: string): void {
    if (this.here.tag === 'style') this.css += text;
    else if (this.unread === 0) this.write(text);
  }

  private write(text: string): void {
    const { look, quoted, mark, reply, pre } = this.here;
    if (!isSeen(look)) return;
    const introducing = reply?.awaitsQuote === true && quoted !== true;
    this.writer.write(cleanCharacters(text), pre, quoted, introducing ? 'attribution' : mark);
  }

  end(tag: string): void {
    const skipped = this.skipped.get(tag) ?? 0;
    if (skipped > 0) {
      this.skipped.set(tag, skipped - 1);
      return;
    }
    if ((this.openTags.get(tag) ?? 0) === 0) return;
    for (let top = this.open.pop(); top !== undefined && top !== root; top = this.open.pop()) {
      this.openTags.set(top.tag, (this.openTags.get(top.tag) ?? 1) - 1);
      this.closed(top.tag);
      if (top.tag === tag) return;
    }
    this.open.push(root);
  }

  private closed(tag: string): void {
    if (UNREAD.has(tag)) this.unread--;
    if (tag === 'style') {
      this.sheet.add(this.css);
      this.css = '';
    }
    if (!BLOCKS.has(tag)) return;
    if (tag === 'p' || SPACED.has(tag)) this.writer.paragraphBreak();
    else this.writer.blockBreak();
  }
}

/** The lines a reader sees of an HTML body, each with what its markup (or a `>` before it) says of it. */
export const htmlLines = (html: string): Line[] => {
  const reading = new Reading();
  readHtml(html, {
    open: (tag, attributes) => reading.start(tag, attributes),
    text: text => reading.text(text),
    close: tag => reading.end(tag),
  });
  const lines = reading.writer.lines();
  const prefixed = quotedByPrefix(lines.map(line => line.text));
  return settleSoftQuotes(lines.map((line, at) => (prefixed[at] === true ? { ...line, quoted: true } : line)));
};
