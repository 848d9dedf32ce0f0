/** Property → value, both lower-case. The last declaration of a property wins, as in a browser. */
export type Declarations = ReadonlyMap<string, string>;

const MAX_CACHED = 4_000;
const MAX_RULES = 2_000;
const MAX_CHARS = 400_000;
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
    if (cache.size < MAX_CACHED) cache.set(style, read);
    return read;
  };
};

/** The simple rules of a style sheet (`p`, `.x`, `#x`, `p.x`) outside of `@media`: selector → declarations as text. */
export class StyleSheet {
  private readonly rules = new Map<string, string>();

  add(css: string): void {
    const source = css.slice(0, MAX_CHARS).replace(/<!--|-->/g, ' ');
    let at = 0;
    while (at < source.length && this.rules.size < MAX_RULES) {
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

/** What an element passes on to what stands inside it. */
export interface Look {
  readonly hidden: boolean;
  readonly invisible: boolean;
  readonly fontPx: number;
  /** `null`: not known. */
  readonly color: Rgb | null;
  readonly background: Rgb | null;
}

type Rgb = readonly [red: number, green: number, blue: number];

export const PAGE: Look = {
  hidden: false,
  invisible: false,
  fontPx: 16,
  color: [0, 0, 0],
  background: [255, 255, 255],
};

const MIN_PX = 2;
const MIN_CONTRAST = 14;
const PX: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, pc: 16, mm: 3.78, cm: 37.8, in: 96, '': 1 };
const RELATIVE: Readonly<Record<string, number>> = { em: 1, rem: 1, '%': 0.01, ex: 0.5 };
const NAMED: Readonly<Record<string, Rgb>> = {
  white: [255, 255, 255],
  black: [0, 0, 0],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  whitesmoke: [245, 245, 245],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  red: [255, 0, 0],
  blue: [0, 0, 255],
  green: [0, 128, 0],
  navy: [0, 0, 128],
  yellow: [255, 255, 0],
};
const LENGTH = /^(-?\d*\.?\d+)\s*([a-z%]*)/;

/** Pixels of a CSS length, relative ones against `base`; `null` when it is none. */
const pixels = (value: string | undefined, base: number): number | null => {
  const parts = LENGTH.exec(value ?? '');
  if (parts === null) return null;
  const unit = parts[2] ?? '';
  const absolute = PX[unit];
  if (absolute !== undefined) return Number(parts[1]) * absolute;
  const relative = RELATIVE[unit];
  return relative === undefined ? null : Number(parts[1]) * relative * base;
};

const hexColor = (hex: string): Rgb | null => {
  const digits = hex.length < 6 ? [...hex.slice(0, 3)].map(digit => digit + digit) : hex.match(/../g);
  const [red, green, blue] = (digits ?? []).map(pair => Number.parseInt(pair, 16));
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
};

type Color = Rgb | 'none' | null;

/** A colour that can be computed; `none` for transparent; `null` for anything else. */
const colorOf = (value: string): Color => {
  if (value === 'transparent') return 'none';
  const hex = /#?([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])/.exec(value);
  if (value.startsWith('#') || /^[0-9a-f]{6}$/.test(value)) return hex?.[1] ? hexColor(hex[1]) : null;
  const rgb = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+))?/.exec(value);
  if (rgb) return Number(rgb[4] ?? 1) < 0.05 ? 'none' : [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])];
  return NAMED[value.split(/\s/)[0] ?? ''] ?? null;
};

const isZero = (value: string | undefined): boolean => pixels(value, 16) === 0;

/** Declarations that take an element and all inside it from the page. */
const takesAway = (css: Declarations): boolean => {
  const clipped = (css.get('overflow') ?? css.get('overflow-y') ?? '').includes('hidden');
  const opacity = css.get('opacity');
  return (
    css.get('display') === 'none' ||
    css.get('mso-hide') === 'all' ||
    (opacity !== undefined && Number.parseFloat(opacity) < 0.05) ||
    isZero(css.get('max-height')) ||
    (clipped && (isZero(css.get('height')) || isZero(css.get('width')) || isZero(css.get('max-width')))) ||
    (css.get('clip') ?? '').startsWith('rect(0') ||
    (pixels(css.get('text-indent'), 16) ?? 0) <= -500 ||
    (/absolute|fixed/.test(css.get('position') ?? '') &&
      Math.min(pixels(css.get('left'), 16) ?? 0, pixels(css.get('top'), 16) ?? 0) <= -300) ||
    /scale\(0(?:\.0+)?[,)]/.test(css.get('transform') ?? '')
  );
};

const nextBackground = (css: Declarations, attribute: string | undefined, inherited: Rgb | null): Rgb | null => {
  const value = css.get('background-color') ?? css.get('background') ?? attribute?.trim().toLowerCase();
  if (css.has('background-image') || /url|gradient/.test(value ?? '')) return null;
  if (value === undefined || value === '' || value === 'none' || value === 'inherit') return inherited;
  const color = colorOf(value);
  return color === 'none' ? inherited : color;
};

const same = (a: Rgb, b: Rgb): boolean =>
  Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2])) < MIN_CONTRAST;

/** How the text inside an element looks, given its surroundings, its style and its old-fashioned attributes. */
export const lookInside = (outer: Look, css: Declarations, attributes: Readonly<Record<string, string>>): Look => {
  const gone = outer.hidden || 'hidden' in attributes || takesAway(css);
  const visibility = css.get('visibility');
  const invisible = visibility === undefined ? outer.invisible : visibility === 'hidden' || visibility === 'collapse';
  const ownColor = css.get('color') ?? attributes.color?.trim().toLowerCase();
  const color = ownColor === undefined || ownColor === 'inherit' ? outer.color : colorOf(ownColor);
  const background = nextBackground(css, attributes.bgcolor, outer.background);
  const transparent = color === 'none';
  return {
    hidden: gone,
    invisible: invisible || transparent,
    fontPx: pixels(css.get('font-size'), outer.fontPx) ?? outer.fontPx,
    color: color === 'none' ? null : color,
    background,
  };
};

/** Can a reader see text that looks like this? */
export const isSeen = ({ hidden, invisible, fontPx, color, background }: Look): boolean =>
  !hidden && !invisible && fontPx >= MIN_PX && !(color && background && same(color, background));
