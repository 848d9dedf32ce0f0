import { Parser } from 'htmlparser2';
import { attributionAt } from './attribution.ts';
import { cleanCharacters, type Line, MAX_LINES, type Mark, quotedByPrefix } from './line.ts';
import { type Role, roleOf } from './quote-containers.ts';
import { declarationReader, isSeen, type Look, lookInside, PAGE, StyleSheet } from './visibility.ts';

const tags = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements whose content no reader sees. */
export const UNREAD = tags('script style title template svg math object iframe select textarea xml noframes');

/** Elements that stand on lines of their own. */
export const BLOCKS = tags(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html li main menu nav ol p pre section summary table tbody tfoot thead tr ul',
);

/** Blocks with a blank line around them; paragraphs too, unless their style takes it away. */
export const SPACED = tags('h1 h2 h3 h4 h5 h6 ul ol dl');

/** Elements without content or end tag. */
export const VOID = tags(
  'br hr img input meta link base col area wbr embed source param basefont command frame isindex keygen track',
);

export interface HtmlEvents {
  readonly open: (tag: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (tag: string) => void;
}

/** The parser keeps its open elements in an array it shifts, so depth costs; no mail a person wrote nests so deep. */
const MAX_TAG_DEPTH = 600;

/**
 * Parses HTML into events in one pass. Past `DEEPEST` open elements the parser starts afresh at that very place: what is
 * open stays open for the listener, later end tags of it are lost. Time stays linear and no recursion happens.
 */
export const readHtml = (html: string, events: HtmlEvents): void => {
  let from = 0;
  while (from < html.length) {
    const start = from;
    let depth = 0;
    const parser: Parser = new Parser(
      {
        onopentag: (tag, attributes) => {
          depth++;
          events.open(tag, attributes);
          if (depth > MAX_TAG_DEPTH) {
            from = start + parser.endIndex + 1;
            parser.pause();
          }
        },
        ontext: events.text,
        onclosetag: tag => {
          depth--;
          events.close(tag);
        },
      },
      { decodeEntities: true },
    );
    parser.write(start === 0 ? html : html.slice(start));
    if (depth > MAX_TAG_DEPTH && from > start) continue;
    parser.end();
    return;
  }
};

type Quoted = Line['quoted'];

const MAX_PARTS = 2_000;

/** Lays text out in lines as a browser would, keeping what the markup says of each line. */
export class LineWriter {
  private readonly done: Line[] = [];
  private parts: string[] = [];
  /** What was in `parts` when they grew many. */
  private before = '';
  private quoted: Quoted = false;
  private mark: Mark | undefined;
  private pending: Mark | undefined;
  private endsInSpace = true;
  private lastBlank = true;

  /** The lines written so far; the last one is ended. */
  lines(): Line[] {
    this.blockBreak();
    if (this.parts.length > 0) this.done.push({ text: this.taken(), quoted: this.quoted });
    return this.done;
  }

  write(text: string, pre: boolean, quoted: Quoted, mark: Mark | undefined): void {
    if (!pre) {
      this.inline(text.replace(/[ \t\n]+/g, ' '), quoted, mark);
      return;
    }
    for (const [at, line] of text.split('\n').entries()) {
      if (at > 0) this.lineBreak();
      this.inline(line, quoted, mark);
    }
  }

  private inline(text: string, quoted: Quoted, mark: Mark | undefined): void {
    const visible = text.trim() !== '';
    if (visible && this.parts.length > 0 && (quoted !== this.quoted || mark !== this.mark)) this.blockBreak();
    const fresh = this.endsInSpace && text.startsWith(' ') ? text.slice(1) : text;
    if (fresh === '' || (!visible && this.parts.length === 0)) return;
    if (this.parts.length === 0) {
      this.quoted = quoted;
      this.mark = mark;
    }
    this.append(fresh);
    this.endsInSpace = fresh.endsWith(' ');
  }

  private append(text: string): void {
    if (this.parts.length >= MAX_PARTS) {
      this.before += this.parts.join('');
      this.parts = [];
    }
    this.parts.push(text);
  }

  private taken(): string {
    const text = this.before + this.parts.join('');
    this.before = '';
    this.parts = [];
    return text.trimEnd();
  }

  /** `<br>`: ends the line, empty or not. */
  lineBreak(): void {
    this.end();
  }

  /** Ends the line if anything stands on it. */
  blockBreak(): void {
    if (this.parts.length > 0) this.end();
  }

  /** A blank line between paragraphs, never two. */
  paragraphBreak(): void {
    this.blockBreak();
    if (!this.lastBlank) this.end();
  }

  /** The space between two cells of a row. */
  gap(): void {
    if (this.parts.length > 0 && !this.endsInSpace) this.inline(' ', this.quoted, this.mark);
  }

  rule(mark: Mark, quoted: Quoted): void {
    this.blockBreak();
    if (this.done.length >= MAX_LINES) return;
    this.done.push({ text: '', quoted, mark });
    this.lastBlank = true;
  }

  /** Marks the line that comes next. */
  markNext(mark: Mark): void {
    this.blockBreak();
    this.pending = mark;
  }

  private end(): void {
    if (this.done.length >= MAX_LINES) {
      if (this.parts.length > 0) this.append('\n');
      return;
    }
    const text = this.taken();
    const mark = text === '' ? undefined : (this.pending ?? this.mark);
    if (text !== '') this.pending = undefined;
    const quoted = text === '' ? false : this.quoted;
    this.done.push(mark === undefined ? { text, quoted } : { text, quoted, mark });
    this.endsInSpace = true;
    this.lastBlank = text === '';
  }
}

const isEvidence = (lines: readonly Line[], at: number): boolean =>
  lines[at]?.quoted === true || lines[at]?.mark === 'history' || attributionAt(lines, at) !== null;

/** Ends the run of lines in one soft block that begins at `start`, blank lines within it included. */
const runEnd = (lines: readonly Line[], start: number): number => {
  let end = start + 1;
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || (line.text !== '' && line.quoted !== lines[start]?.quoted)) break;
    if (line.text !== '') end = at + 1;
  }
  return end;
};

/**
 * Decides the blocks whose markup leaves it open. An indented block is a quotation, unless the earlier mail is introduced
 * only further down: then the author set it in. A composer's quoting block is the author's own, unless an earlier mail was
 * introduced above.
 */
export const settleSoftQuotes = (lines: readonly Line[]): Line[] => {
  if (!lines.some(line => typeof line.quoted === 'string')) return [...lines];
  const evidence = lines.map((_, at) => isEvidence(lines, at));
  const first = evidence.indexOf(true);
  const settled: Line[] = [...lines];
  for (let at = 0; at < lines.length; at++) {
    const soft = lines[at]?.quoted;
    if (typeof soft !== 'string') continue;
    const end = runEnd(lines, at);
    const introduced = first >= 0 && first < at;
    const later = first >= end;
    const quoted = soft === 'composed' ? introduced : introduced || !later;
    for (let inside = at; inside < end; inside++) {
      const line = lines[inside];
      if (line) settled[inside] = { ...line, quoted: line.text === '' ? false : quoted };
    }
    at = end - 1;
  }
  return settled;
};

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
