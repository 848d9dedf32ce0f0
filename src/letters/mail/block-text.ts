import type { Fact } from '../views/fact.ts';
import { type Cell, cellOf, type Table } from '../views/table.ts';
import type { Block } from './block.ts';

const RULE = '-'.repeat(60);

/** A block as plain text. Nothing is wrapped: mail programs wrap, and a wrapped link is a broken one. */
export const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'lead':
    case 'words':
    case 'note':
      return block.text;
    case 'heading':
      return `${block.text}\n${'='.repeat(Math.min(block.text.length, 60))}`;
    case 'facts':
      return factsText(block.title, block.facts);
    case 'letter': {
      const subject = block.subject === null ? '' : `Subject: ${block.subject}\n\n`;
      return framed(block.title, subject + block.text);
    }
    case 'message':
      return framed(block.title, block.text);
    case 'action':
      return `${block.label}:\n${block.url}${block.under === undefined ? '' : `\n${block.under}`}`;
    case 'points':
      return block.points.map(point => `- ${point}`).join('\n');
    case 'table':
      return tableText(block.table);
    case 'picture':
      return `[Picture: ${block.alt}]`;
  }
};

const framed = (title: string, text: string): string => {
  const head = `-- ${title} `;
  return `${head}${'-'.repeat(Math.max(3, RULE.length - head.length))}\n\n${text}\n\n${RULE}`;
};

const factsText = (title: string, facts: readonly Fact[]): string => {
  const width = Math.max(0, ...facts.map(({ label }) => label.length)) + 2;
  const lines = facts.map(({ label, value }) => `${`${label}:`.padEnd(width)}${value}`);
  return `${title}\n${lines.join('\n')}`;
};

const tableText = ({ caption, columns, rows, empty, more }: Table): string => {
  const lines = rows.map(
    row =>
      `- ${rowText(
        row,
        columns.map(({ name }) => name),
      ).join('; ')}`,
  );
  const body = lines.length === 0 ? empty : lines.join('\n');
  return `${caption}\n${body}${more === undefined ? '' : `\n${more}`}`;
};

/** A row read aloud: the first cell names it, any other is told with its column's name. */
const rowText = (row: readonly Cell[], names: readonly string[]): readonly string[] =>
  row.flatMap((cell, index) => {
    const { text, under, link } = cellOf(cell);
    const whole = [text, under, link].filter(part => part !== undefined && part !== '').join(', ');
    if (whole === '') return [];
    return [index === 0 ? whole : `${(names[index] ?? '').toLowerCase()}: ${whole}`];
  });
