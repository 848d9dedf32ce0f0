import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { parseMessage } from '../../src/adapters/mail/parse-message.ts';
import { machineMail } from '../../src/mail-reading/classify/machine-mail.ts';
import type { Score } from './score.ts';

interface Row {
  readonly file: string;
  readonly expected: readonly { readonly reason: string; readonly hard: boolean }[];
}

/**
 * Tells the kind of every mail listed in FOLDER/bounces/expected.json, and of a bounce whether it is hard. `vacation` is
 * an automatic answer, `feedback` a complaint, every other reason a bounce. Of a report on several recipients the first
 * counts. Unlisted mails of the `rfc3834` family are automatic answers as their siblings.
 */
export const score = async (folder: string): Promise<Score> => {
  const root = join(folder, 'bounces');
  const rows = await rowsOf(root);
  if (rows.length === 0) return { name: 'bounces', lines: ['skipped: no bounces/expected.json'], ok: true };
  const found = await Promise.all(rows.map(row => judge(root, row)));
  const kinds = found.filter(one => one.kindRight).length;
  const answers = found.filter(one => one.want === 'auto-reply');
  const bounces = found.filter(one => one.want === 'bounce' && one.kindRight);
  const hard = bounces.filter(one => one.hardRight).length;
  const kindRate = kinds / found.length;
  const hardRate = bounces.length > 0 ? hard / bounces.length : 1;
  const answersRight = answers.filter(one => one.kindRight).length;
  return {
    name: 'bounces',
    ok: kindRate >= 0.99 && answersRight === answers.length && hardRate >= 0.95,
    lines: [
      `kind ${kinds}/${found.length} = ${percent(kindRate)}, goal 99 %`,
      `automatic answers ${answersRight}/${answers.length}, goal all`,
      `hard or soft ${hard}/${bounces.length} = ${percent(hardRate)}, goal 95 %`,
      ...found.filter(one => !one.kindRight || !one.hardRight).map(one => `  ${one.file}: ${one.said}`),
    ],
  };
};

interface Judged {
  readonly file: string;
  readonly want: string;
  readonly kindRight: boolean;
  readonly hardRight: boolean;
  readonly said: string;
}

const percent = (rate: number): string => `${(rate * 100).toFixed(1)} %`;

const rowsOf = async (root: string): Promise<readonly Row[]> => {
  const text = await readFile(join(root, 'expected.json'), 'utf8').catch(() => null);
  if (text === null) return [];
  const listed = JSON.parse(text) as readonly Row[];
  const names = await readdir(join(root, 'mail')).catch(() => []);
  const unlisted = names
    .map(name => `mail/${name}`)
    .filter(file => /^mail\/rfc3834-/.test(file) && !listed.some(row => row.file === file))
    .map(file => ({ file, expected: [{ reason: 'vacation', hard: false }] }));
  return [...listed, ...unlisted];
};

const judge = async (root: string, { file, expected }: Row): Promise<Judged> => {
  const first = expected[0];
  const want = first?.reason === 'vacation' ? 'auto-reply' : first?.reason === 'feedback' ? 'complaint' : 'bounce';
  const read = await parseMessage(await readFile(join(root, file)));
  const mail = E.isRight(read) ? machineMail(read.right, () => false) : null;
  const kindRight = mail?.kind === want;
  const hard = mail?.kind === 'bounce' ? mail.deliveries[0].hard : false;
  const hardRight = !kindRight || want !== 'bounce' || hard === first?.hard;
  const reason = mail?.kind === 'bounce' ? `, ${mail.deliveries[0].reason}` : '';
  const said = `${mail?.kind ?? 'a person'}${kindRight ? (hard ? ' hard' : ' soft') : ''}${reason}, expected ${want} ${first?.reason}`;
  return { file, want, kindRight, hardRight, said };
};
