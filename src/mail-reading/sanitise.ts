import type { Attachment, Message } from './message.ts';
import { readHtml } from './quoted-text/html-lines.ts';
import { cleanCharacters } from './quoted-text/line.ts';
import { type Declarations, declarationReader, isSeen, type Look, lookInside, PAGE } from './quoted-text/visibility.ts';
import { mayPassAttachments } from './trust/assess-trust.ts';
import type { Provenance } from './trust/provenance.ts';

/** A customer's message made safe to pass on. */
export interface SafeBody {
  /** A fragment of plain markup: no style, script, form, image or address that loads by itself. Put it into a page as it is. */
  readonly html: string;
  readonly text: string;
}

const KEPT = new Set('b strong i em u p blockquote ul ol li pre h1 h2 h3 h4 h5 h6 table tr td th'.split(' '));
const AS_LINE = new Set(
  'div section article header footer address center dl dt dd figure main nav aside hr'.split(' '),
);
const SILENT = new Set(
  'script style head title template noscript object embed svg math select textarea iframe'.split(' '),
);
const VOID = new Set('br hr img input meta link area base col embed source track wbr'.split(' '));
const MAX_CHARS = 400_000;
const MAX_KEPT = 40;

/** The whole message, quotations included, as safe HTML and as text. What a reader could not see is left out. */
export const safeBody = ({ text, html }: Pick<Message, 'text' | 'html'>): SafeBody => {
  if (html === null) {
    const clean = cleanCharacters(text ?? '').slice(0, MAX_CHARS);
    return { html: `<div>${escaped(clean).replaceAll('\n', '<br>\n')}</div>`, text: clean };
  }
  const writer = new SafeWriter();
  readHtml(html, {
    open: (tag, attributes) => writer.open(tag, attributes),
    text: words => writer.text(words),
    close: tag => writer.close(tag),
  });
  return writer.finish();
};

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

interface OpenElement {
  readonly tag: string;
  readonly outer: Look;
  /** What closes it in the output; empty when nothing was written for it. */
  readonly closing: string;
  readonly asText: string;
}

class SafeWriter {
  private readonly markup: string[] = [];
  private readonly words: string[] = [];
  private readonly stack: OpenElement[] = [];
  private readonly read: (style: string) => Declarations = declarationReader();
  private look: Look = PAGE;
  private silent = 0;
  private kept = 0;
  private chars = 0;

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    // `embed` has no end tag that could end the silence.
    if (SILENT.has(tag) && !VOID.has(tag)) this.silent += 1;
    const outer = this.look;
    if (!VOID.has(tag)) this.look = lookInside(outer, this.read(attributes.style ?? ''), attributes);
    const { closing, asText } = this.silent > 0 || this.chars > MAX_CHARS ? NOTHING : this.begin(tag, attributes);
    if (!VOID.has(tag)) this.stack.push({ tag, outer, closing, asText });
  }

  text(words: string): void {
    if (this.silent > 0 || this.chars > MAX_CHARS || !isSeen(this.look)) return;
    const clean = cleanCharacters(words);
    this.chars += clean.length;
    this.markup.push(escaped(clean));
    this.words.push(clean.replace(/\s+/g, ' '));
  }

  close(tag: string): void {
    const at = this.stack.findLastIndex(element => element.tag === tag);
    if (at < 0) return;
    while (this.stack.length > at) {
      const element = this.stack.pop();
      if (element) this.end(element);
    }
  }

  finish(): SafeBody {
    while (this.stack.length > 0) this.close(this.stack.at(-1)?.tag ?? '');
    if (this.chars > MAX_CHARS) this.line('… (shortened)');
    const text = this.words
      .join('')
      .replace(/[ \t]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    return { html: `<div>${this.markup.join('')}</div>`, text };
  }

  private begin(tag: string, attributes: Readonly<Record<string, string>>): Ending {
    if (tag === 'br') return this.write('<br>', '\n', NOTHING);
    if (tag === 'img') return isSeen(this.look) ? this.picture(attributes.alt ?? '') : NOTHING;
    if (tag === 'a') return linkEnding(attributes.href ?? '');
    if (AS_LINE.has(tag)) return this.write('<br>', '\n', { closing: '', asText: '\n' });
    if (!KEPT.has(tag) || this.kept >= MAX_KEPT) return NOTHING;
    this.kept += 1;
    const block = tag.length > 1 && !/^(strong|em|td|th)$/.test(tag) ? '\n' : tag === 'p' ? '\n' : '';
    return this.write(`<${tag}>`, block, { closing: `</${tag}>`, asText: tag === 'td' || tag === 'th' ? ' ' : block });
  }

  private write(markup: string, text: string, ending: Ending): Ending {
    this.markup.push(markup);
    this.words.push(text);
    return ending;
  }

  private picture(alt: string): Ending {
    const label = cleanCharacters(alt).trim().slice(0, 200);
    this.line(label === '' ? '[picture]' : `[picture: ${label}]`);
    return NOTHING;
  }

  private line(words: string): void {
    this.markup.push(escaped(words));
    this.words.push(words);
  }

  private end({ tag, outer, closing, asText }: OpenElement): void {
    if (SILENT.has(tag)) this.silent -= 1;
    this.look = outer;
    if (closing.startsWith('</')) this.kept -= 1;
    this.markup.push(closing);
    this.words.push(asText);
  }
}

interface Ending {
  readonly closing: string;
  readonly asText: string;
}

const NOTHING: Ending = { closing: '', asText: '' };

/** A link becomes its words and, in plain sight, where it leads; nothing to click that says one thing and opens another. */
const linkEnding = (href: string): Ending => {
  const where = destination(href);
  return where === null ? NOTHING : { closing: ` [${escaped(where)}]`, asText: ` [${where}]` };
};

/** `//host/path` and `host.example/path`, which a mail program opens as well. */
const BARE_HOST = /^(?:\/\/|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[:/?#]|$))/u;

const destination = (href: string): string | null => {
  const clean = cleanCharacters(href).replace(/\s+/g, '');
  if (clean === '' || clean.startsWith('#')) return null;
  try {
    const url = new URL(BARE_HOST.test(clean) ? `https:${clean.replace(/^(?!\/\/)/, '//')}` : clean);
    if (url.protocol === 'mailto:' || url.protocol === 'tel:') return decodeURIComponent(url.pathname).slice(0, 200);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.host : `${url.protocol} link`;
  } catch {
    return null;
  }
};

export interface PassedAttachments {
  readonly passed: readonly Attachment[];
  readonly withheld: readonly { readonly filename: string; readonly why: string }[];
}

/** Attachments that may go along: all or none, by the receiving service's verdicts. */
export const safeAttachments = (message: Pick<Message, 'attachments'>, provenance: Provenance): PassedAttachments => {
  if (mayPassAttachments(provenance)) return { passed: message.attachments, withheld: [] };
  const why =
    provenance.virus === 'fail' ? 'a virus was found' : 'not scanned, or the scan for viruses or spam had a doubt';
  return {
    passed: [],
    withheld: message.attachments.map(({ filename, contentType }) => ({ filename: filename ?? contentType, why })),
  };
};
