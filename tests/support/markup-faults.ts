import type { ChildNode, Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { shownText } from './shown-text.ts';

const elementsOf = (nodes: readonly ChildNode[]): readonly Element[] =>
  nodes.flatMap(node =>
    node.type === 'tag' || node.type === 'style' || node.type === 'script' ? [node, ...elementsOf(node.children)] : [],
  );

const UNSEEN_INPUTS: ReadonlySet<string> = new Set(['hidden', 'submit']);

/** What a screen reader, or somebody without a pointer, would stumble over; empty for a sound page. */
export const pageFaults = (markup: string): readonly string[] => {
  const all = elementsOf(parseDocument(markup).children);
  const named = (name: string): readonly Element[] => all.filter(element => element.name === name);
  const ids = all.flatMap(({ attribs }) => (attribs.id === undefined ? [] : [attribs.id]));
  const labelled = new Set(named('label').flatMap(({ attribs }) => attribs.for ?? []));
  const inLabel = new Set(named('label').flatMap(label => elementsOf(label.children)));
  const inputs = [...named('input'), ...named('select'), ...named('textarea')].filter(
    ({ attribs }) => !UNSEEN_INPUTS.has(attribs.type ?? ''),
  );
  return [
    ...(named('html')[0]?.attribs.lang === 'en' ? [] : ['no language']),
    ...(named('h1').length === 1 ? [] : [`${named('h1').length} first headings`]),
    ...(named('main').length === 1 ? [] : ['no main part']),
    ...(named('title').length === 1 ? [] : ['no title']),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map(id => `two elements with the id ${id}`),
    ...inputs
      .filter(input => !labelled.has(input.attribs.id ?? '') && !inLabel.has(input) && !input.attribs['aria-label'])
      .map(({ attribs }) => `no label for ${attribs.name}`),
    ...all
      .flatMap(({ attribs }) => (attribs['aria-describedby'] ?? '').split(' ').filter(id => id !== ''))
      .filter(id => !ids.includes(id))
      .map(id => `described by nothing: ${id}`),
    ...named('table')
      .filter(
        ({ attribs, children }) =>
          attribs.role !== 'presentation' && !elementsOf(children).some(({ name }) => name === 'caption'),
      )
      .map(() => 'a table without a caption'),
    ...[...named('a'), ...named('button')]
      .filter(({ children }) => shownText(markupOf(children)).trim() === '')
      .map(({ attribs }) => `nothing to read on ${attribs.href ?? attribs.value}`),
    ...named('iframe')
      .filter(({ attribs }) => !attribs.title || attribs.sandbox === undefined)
      .map(() => 'an open frame'),
    ...named('img')
      .filter(({ attribs }) => attribs.alt === undefined)
      .map(() => 'a picture without words'),
    ...headingFaults(all),
  ];
};

const markupOf = (nodes: readonly ChildNode[]): string =>
  nodes.map(node => (node.type === 'text' ? node.data : node.type === 'tag' ? markupOf(node.children) : '')).join('');

const headingFaults = (all: readonly Element[]): readonly string[] => {
  const levels = all.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
  return levels.flatMap((level, index) =>
    level > (levels[index - 1] ?? 0) + 1 ? [`h${level} after h${levels[index - 1] ?? 0}`] : [],
  );
};

/** What a page must never hold: scripts, styles outside its sheet, anything fetched from elsewhere. */
export const foreignParts = (markup: string): readonly string[] => {
  const all = elementsOf(parseDocument(markup).children);
  return all.flatMap(({ name, attribs }) => [
    ...(['script', 'link', 'object', 'embed', 'base'].includes(name) ? [name] : []),
    ...Object.keys(attribs).filter(attribute => attribute.startsWith('on') || attribute === 'style'),
    ...[attribs.src, attribs.srcset, attribs.background].filter(
      address => address !== undefined && !address.startsWith('cid:'),
    ),
  ]) as readonly string[];
};

/** Forms that act: each must carry the nonce. */
export const postsWithoutNonce = (markup: string): number =>
  elementsOf(parseDocument(markup).children).filter(
    form =>
      form.name === 'form' &&
      form.attribs.method === 'post' &&
      !elementsOf(form.children).some(({ attribs }) => attribs.type === 'hidden' && attribs.name === 'nonce'),
  ).length;
