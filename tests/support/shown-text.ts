import type { ChildNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';

const HIDDEN: ReadonlySet<string> = new Set(['style', 'script', 'title', 'head']);

const textOf = (nodes: readonly ChildNode[]): string =>
  nodes
    .map(node => {
      if (node.type === 'text') return node.data;
      if (node.type !== 'tag' || HIDDEN.has(node.name)) return '';
      return node.name === 'br' ? '\n' : textOf(node.children);
    })
    .join('');

/** The characters a reader of markup sees, tags gone, line breaks kept. */
export const shownText = (markup: string): string => textOf(parseDocument(markup).children);
