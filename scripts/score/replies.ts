import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractNewText } from '../../src/mail-reading/quoted-text/extract-new-text.ts';

interface Row {
  readonly src: string;
  readonly id: string;
  readonly kind: string;
  readonly input: string;
  readonly expected: string;
}

interface Verdict {
  readonly row: Row;
  readonly exact: boolean;
  readonly leaked: readonly string[];
  readonly lost: readonly string[];
}

/** Sources whose expectation keeps the signature: theirs is compared with text and signature together. */
const KEEPS_SIGNATURE = new Set(['talon-text', 'talon-html']);
const ENOUGH = { clean: 0.9, exact: 0.8, html: 27 / 29 };

const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');

const shape = (text: string): string =>
  text
    .split(/\r?\n/)
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\s+$/g, '');

const minus = (these: readonly string[], those: readonly string[]): string[] => {
  const left = new Map<string, number>();
  for (const line of those) left.set(line, (left.get(line) ?? 0) + 1);
  return these.filter(line => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
};

const isQuoted = (line: string): boolean => /^>/.test(line);

/** A leak is a line of ours the author did not write; a loss is a line they did write that is in neither part. */
const judgeText = (row: Row): Verdict => {
  const { text, signature } = extractNewText({ text: row.input, html: null });
  const both = signature === '' ? text : `${text}\n${signature}`;
  const candidates = KEEPS_SIGNATURE.has(row.src) ? [both, `${text}\n\n${signature}`, text] : [text];
  const leaked = minus(lines(text), lines(row.expected));
  const lost = minus(
    lines(row.expected).filter(line => !isQuoted(line)),
    lines(both),
  );
  return { row, exact: candidates.some(one => shape(one) === shape(row.expected)), leaked, lost };
};

const visible = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#160;|&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, '');

const judgeHtml = (row: Row): Verdict => {
  const { text, signature } = extractNewText({ text: null, html: row.input });
  const expected = visible(row.expected);
  const exact = [text, text + signature].some(one => one.replace(/\s+/g, '') === expected);
  return { row, exact, leaked: exact ? [] : [text], lost: [] };
};

const share = (part: number, whole: number): string =>
  `${part}/${whole} (${whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)} %)`;

const bySource = (verdicts: readonly Verdict[]): string[] =>
  [...Map.groupBy(verdicts, ({ row }) => `${row.src} ${row.kind}`)].map(([name, group]) => {
    const leaks = group.filter(verdict => verdict.leaked.length > 0).length;
    const losses = group.filter(verdict => verdict.lost.length > 0).length;
    const exact = group.filter(verdict => verdict.exact).length;
    return `  ${name}: exact ${share(exact, group.length)}, rows with a leak ${leaks}, with a loss ${losses}`;
  });

/** Scores the reply texts in `folder/replies/replies.json`. */
export const score = async (folder: string): Promise<{ name: string; lines: string[]; ok: boolean }> => {
  const name = 'reply text';
  const file = join(folder, 'replies', 'replies.json');
  if (!existsSync(file)) return { name, lines: [`skipped: no ${file}`], ok: true };
  const rows: readonly Row[] = JSON.parse(readFileSync(file, 'utf8'));
  const text = rows.filter(row => row.kind === 'exact').map(judgeText);
  const html = rows.filter(row => row.kind !== 'exact').map(judgeHtml);
  const clean = text.filter(verdict => verdict.leaked.length + verdict.lost.length === 0).length;
  const exact = text.filter(verdict => verdict.exact).length;
  const htmlExact = html.filter(verdict => verdict.exact).length;
  const report = [
    `text: neither leak nor loss ${share(clean, text.length)}, exact by the set's own signature rule ${share(exact, text.length)}`,
    `html: ${share(htmlExact, html.length)}`,
    ...bySource([...text, ...html]),
  ];
  if (process.env.VERBOSE) report.push(...[...text, ...html].filter(imperfect).map(describe));
  const ok =
    clean >= ENOUGH.clean * text.length &&
    exact >= ENOUGH.exact * text.length &&
    htmlExact >= ENOUGH.html * html.length;
  return { name, lines: report, ok };
};

const imperfect = ({ exact, leaked, lost }: Verdict): boolean => !exact || leaked.length > 0 || lost.length > 0;

const describe = ({ row, exact, leaked, lost }: Verdict): string =>
  `  ${exact ? 'exact' : 'not exact'} ${row.src} ${row.id}\n    leaked ${JSON.stringify(leaked)}\n    lost ${JSON.stringify(lost)}`;

if (import.meta.main) {
  const result = await score(process.argv[2] ?? '');
  for (const line of [result.name, ...result.lines]) console.log(line);
  process.exitCode = result.ok ? 0 : 1;
}
