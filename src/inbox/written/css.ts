/** Property → value, both lower-case. The last declaration of a property wins, as in a browser. */
export type Declarations = ReadonlyMap<string, string>;

const MOST_CACHED = 4_000;
const MOST_RULES = 2_000;
const MOST_CHARS = 400_000;
const SIMPLE_SELECTOR = /^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/i;

/** Reads `a:b;c:d`. Remembers what it read, because a mail repeats its styles line after line. */
export const declarationReader = (): ((style: string) => Declarations) => {
  const cache = new Map<string, Declarations>();
  return style => {
    const known = cache.get(style);
    if (known) return known;
    const read = new Map<string, string>();
    for (const part of style.split(';')) {
      const colon = part.indexOf(':');
      if (colon < 0) continue;
      const value = part.slice(colon + 1).replace(/!\s*important/i, '');
      read.set(part.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
    }
    if (cache.size < MOST_CACHED) cache.set(style, read);
    return read;
  };
};

/** The simple rules of a style sheet (`p`, `.x`, `#x`, `p.x`) outside of `@media`: selector → declarations as text. */
export class StyleSheet {
  private readonly rules = new Map<string, string>();

  add(css: string): void {
    const source = css.slice(0, MOST_CHARS).replace(/<!--|-->/g, ' ');
    let at = 0;
    while (at < source.length && this.rules.size < MOST_RULES) {
      const open = source.indexOf('{', at);
      if (open < 0) return;
      const selector = withoutComments(source.slice(at, open)).trim();
      const close = selector.startsWith('@') ? blockEnd(source, open) : source.indexOf('}', open);
      if (close < 0) return;
      if (!selector.startsWith('@')) this.keep(selector, source.slice(open + 1, close));
      at = close + 1;
    }
  }

  /** The declarations that apply to an element, in the order of growing weight. */
  of(tag: string, classes: readonly string[], id: string): string {
    if (this.rules.size === 0) return '';
    const selectors = [tag, ...classes.flatMap(name => [`.${name}`, `${tag}.${name}`]), `#${id}`, `${tag}#${id}`];
    return selectors.map(selector => this.rules.get(selector) ?? '').join(';');
  }

  private keep(selector: string, body: string): void {
    for (const one of selector.split(',')) {
      const name = one.trim().toLowerCase();
      if (SIMPLE_SELECTOR.test(name)) this.rules.set(name, `${this.rules.get(name) ?? ''};${body}`);
    }
  }
}

const withoutComments = (text: string): string => {
  let rest = text;
  let kept = '';
  for (let open = rest.indexOf('/*'); open >= 0; open = rest.indexOf('/*')) {
    kept += rest.slice(0, open);
    const close = rest.indexOf('*/', open + 2);
    if (close < 0) return kept;
    rest = rest.slice(close + 2);
  }
  return kept + rest;
};

/** The brace that closes the block opened at `open`, nested blocks counted. */
const blockEnd = (source: string, open: number): number => {
  let depth = 0;
  for (let at = open; at < source.length; at++) {
    if (source[at] === '{') depth++;
    if (source[at] === '}' && --depth === 0) return at;
  }
  return -1;
};
