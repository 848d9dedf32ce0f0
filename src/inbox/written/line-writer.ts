import { type Line, type Mark, MOST_LINES } from './line.ts';

type Quoted = Line['quoted'];

const MOST_PARTS = 2_000;

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
    if (this.parts.length >= MOST_PARTS) {
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
    if (this.done.length >= MOST_LINES) return;
    this.done.push({ text: '', quoted, mark });
    this.lastBlank = true;
  }

  /** Marks the line that comes next. */
  markNext(mark: Mark): void {
    this.blockBreak();
    this.pending = mark;
  }

  private end(): void {
    if (this.done.length >= MOST_LINES) {
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
