import { Parser } from 'htmlparser2';

export interface HtmlEvents {
  readonly open: (tag: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (tag: string) => void;
}

/** The parser keeps its open elements in an array it shifts, so depth costs; no mail a person wrote nests so deep. */
const DEEPEST = 600;

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
          if (depth > DEEPEST) {
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
    if (depth > DEEPEST && from > start) continue;
    parser.end();
    return;
  }
};
