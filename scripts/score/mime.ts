import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { parseMessage } from '../../src/adapters/mail/parse-message.ts';
import type { Message } from '../../src/mail-reading/message.ts';
import type { Score } from './score.ts';

/**
 * Reads every message under FOLDER/mime and, where a parse by another reader stands beside it (`NNN.json`), compares
 * subject, sender, date and own text. The comparison is fair to both readers:
 * - blanks and line breaks are folded; bytes the other reader gave up on (U+FFFD) match whatever we read there;
 * - the date is compared as an instant to the second, a missing one with a missing one;
 * - a text part the other reader set aside as damaged (an encoding problem) may be in our text or not: we keep it,
 *   because text that was written is text to read;
 * - when the other reader lists only HTML we compare HTML, else plain text.
 * Broken messages without expectations count as read if they give a message or a stated reason.
 */
export const score = async (folder: string): Promise<Score> => {
  const root = join(folder, 'mime');
  const files = await mailFiles(root);
  if (files.length === 0) return { name: 'mime', lines: ['skipped: no folder mime'], ok: true };
  let crashes = 0;
  let slowestMs = 0;
  const checks: Check[] = [];
  for (const file of files) {
    const raw = await readFile(file);
    const start = performance.now();
    const read = await parseMessage(raw);
    slowestMs = Math.max(slowestMs, performance.now() - start);
    if (E.isLeft(read) && read.left.kind === 'broken') crashes += 1;
    const expectation = await expectationBeside(file);
    if (expectation && E.isRight(read)) checks.push(...compare(relative(root, file), read.right, expectation));
  }
  return summary(files.length, crashes, slowestMs, checks);
};

interface Check {
  readonly file: string;
  readonly field: 'subject' | 'from' | 'date' | 'text';
  readonly ok: boolean;
  readonly got: string;
  readonly want: string;
}

const summary = (files: number, crashes: number, slowestMs: number, checks: readonly Check[]): Score => {
  const right = checks.filter(check => check.ok).length;
  const rate = checks.length > 0 ? right / checks.length : 1;
  const fields = ['subject', 'from', 'date', 'text'] as const;
  const perField = fields.map(field => {
    const all = checks.filter(check => check.field === field);
    return `${field} ${all.filter(check => check.ok).length}/${all.length}`;
  });
  const misses = checks
    .filter(check => !check.ok)
    .map(check => `  ${check.file} ${check.field}: ${brief(check.got)} | expected ${brief(check.want)}`);
  return {
    name: 'mime',
    ok: crashes === 0 && rate >= 0.98,
    lines: [
      `${files} messages, ${crashes} crashes, slowest ${slowestMs.toFixed(0)} ms`,
      `as expected: ${right}/${checks.length} = ${(rate * 100).toFixed(1)} % (${perField.join(', ')}); goal 98 %`,
      ...misses,
    ],
  };
};

const brief = (text: string): string => JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);

const mailFiles = async (root: string): Promise<readonly string[]> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter(entry => entry.isFile() && /\.(eml|raw)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
};

interface Field {
  readonly name: unknown;
  readonly value: unknown;
}
interface ForeignPart {
  readonly headers: readonly Field[];
  readonly is_encoding_problem?: boolean;
  readonly body: Readonly<Record<string, unknown>> | string;
}
interface Foreign {
  readonly parts: readonly ForeignPart[];
  readonly text_body: readonly number[];
  readonly html_body: readonly number[];
  readonly attachments: readonly number[];
}

const expectationBeside = async (file: string): Promise<Foreign | null> => {
  const text = await readFile(file.replace(/\.\w+$/, '.json'), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Foreign);
};

const compare = (file: string, message: Message, foreign: Foreign): readonly Check[] => {
  const check = (field: Check['field'], got: string, want: string, ok = alike(got, want)): Check => ({
    file,
    field,
    ok,
    got,
    want,
  });
  const checks = [
    check('subject', message.subject, wordsOf(foreign, 'subject')),
    check('from', message.from.map(({ name, address }) => `${name} <${address}>`).join(', '), fromOf(foreign)),
    check('date', message.date === null ? '' : instant(message.date), dateOf(foreign)),
  ];
  const plain = bodyOf(foreign, foreign.text_body, 'Text');
  if (plain !== null) {
    const got = message.text ?? withoutTags(message.html ?? '');
    return [
      ...checks,
      check('text', got, plain, alike(message.text ?? '', plain) || alikeWithDamaged(got, plain, foreign)),
    ];
  }
  const html = bodyOf(foreign, foreign.html_body, 'Html') ?? '';
  return [...checks, check('text', message.html ?? (html === '' ? '' : (message.text ?? '')), html)];
};

/** The same with what the other reader set aside, delimiters and part fields dropped: we read the parts within it. */
const alikeWithDamaged = (got: string, plain: string, foreign: Foreign): boolean => {
  const aside = bodyOf(foreign, damaged(foreign), 'Text');
  return aside !== null && alike(withoutFrames(got), withoutFrames(`${plain}\n${aside}`));
};

const withoutFrames = (text: string): string => text.replace(/^(--\S.*|Content-[\w-]+:.*)$/gm, '');
const withoutTags = (html: string): string => html.replace(/<[^>]*>/g, ' ');

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Equal but for blanks and for what the other reader could not decode. */
const alike = (got: string, want: string): boolean => {
  const folded = fold(want);
  if (!folded.includes('\ufffd')) return fold(got) === folded;
  const pattern = folded
    .split(/\ufffd+/)
    .map(text => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
    .join('.{0,6}');
  return new RegExp(`^${pattern}$`, 's').test(fold(got));
};

const fieldOf = (foreign: Foreign, name: string): unknown =>
  foreign.parts[0]?.headers.findLast(header => header.name === name)?.value;

const wordsOf = (foreign: Foreign, name: string): string => {
  const value = fieldOf(foreign, name) as { Text?: string; TextList?: string[] } | undefined;
  return value?.Text ?? value?.TextList?.join(', ') ?? '';
};

const fromOf = (foreign: Foreign): string => {
  const value = fieldOf(foreign, 'from') as
    | { Address?: { List?: Mailbox[]; Group?: { addresses: Mailbox[] }[] } }
    | undefined;
  const list = value?.Address?.List ?? value?.Address?.Group?.flatMap(group => group.addresses) ?? [];
  return list.map(({ name, address }) => `${name ?? ''} <${address ?? ''}>`).join(', ');
};

interface Mailbox {
  readonly name: string | null;
  readonly address: string | null;
}

interface DateTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly tz_before_gmt: boolean;
  readonly tz_hour: number;
  readonly tz_minute: number;
}

const dateOf = (foreign: Foreign): string => {
  const value = fieldOf(foreign, 'date') as { DateTime?: DateTime } | undefined;
  const at = value?.DateTime;
  if (!at) return '';
  const offsetMinutes = (at.tz_hour * 60 + at.tz_minute) * (at.tz_before_gmt ? -1 : 1);
  const ms = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second) - offsetMinutes * 60_000;
  return new Date(ms).toISOString();
};

const instant = (iso: string): string => new Date(iso).toISOString();

const damaged = (foreign: Foreign): readonly number[] =>
  foreign.attachments.filter(index => foreign.parts[index]?.is_encoding_problem === true);

const bodyOf = (foreign: Foreign, indices: readonly number[], kind: 'Text' | 'Html'): string | null => {
  const texts = indices.flatMap(index => {
    const body = foreign.parts[index]?.body;
    const text = typeof body === 'object' ? body[kind] : undefined;
    return typeof text === 'string' && !foreign.attachments.includes(index) ? [text] : [];
  });
  const aside = indices.flatMap(index => {
    const body = foreign.parts[index]?.body;
    const text = typeof body === 'object' ? body[kind] : undefined;
    return typeof text === 'string' ? [text] : [];
  });
  const all = texts.length > 0 || kind === 'Html' ? texts : aside;
  return all.length > 0 ? all.join('\n') : null;
};
