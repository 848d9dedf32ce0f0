import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/template/read-template.ts';
import { commandLines, refusedByAws, unknownToSam } from '../support/aws-cli.ts';
import { localAws } from '../support/local-aws.ts';

const PAGES = ['README.md', 'docs/deploy.md', 'docs/operations.md'] as const;
/** What a line before has put into the shell. */
const EARLIER = {
  backup: 'arn:aws:dynamodb:ap-southeast-1:123456789012:table/qf-audit-restored/backup/01795549396060-99872142',
  bucket: 'qf-raw-mime-123456789012-ap-southeast-1',
  from: 'ap-southeast-1',
  to: 'eu-west-1',
  account: '123456789012',
};

/** The words of each call of a program on a page, those within another's `$( )` too, as the shell reads them. */
const callsOf = (page: string, program: 'aws' | 'sam'): readonly (readonly string[])[] => {
  const text = readFileSync(`${ROOT}/${page}`, 'utf8').replaceAll('\\\n', ' ');
  const typed = [...text.matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g)].flatMap(([, block, span]) =>
    (block ?? span ?? '').split('\n'),
  );
  const lines = typed.filter(line => new RegExp(`(^|[("])${program} [a-z0-9]+ `).test(line));
  return lines.flatMap(line => {
    const other = program === 'aws' ? 'sam' : 'aws';
    const script = `${program}() { printf '%s\\0' "$@" >&3; printf '\\n' >&3; echo said; }; ${other}() { :; }; ${line}`;
    const read = execFileSync('bash', ['-c', `{ ${script}\n} 3>&1 >/dev/null`], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, ...EARLIER },
    });
    return read
      .split('\0\n')
      .filter(call => call !== '')
      .map(call => call.split('\0'));
  });
};

describe.skipIf(localAws === null || !commandLines)('what the pages tell to type', () => {
  it.each(PAGES)('%s: the AWS CLI knows each command and option', async page => {
    const calls = callsOf(page, 'aws');
    const refused: (string | null)[] = [];
    for (let next = 0; next < calls.length; next += 4)
      refused.push(...(await Promise.all(calls.slice(next, next + 4).map(refusedByAws))));
    expect(refused.filter(each => each !== null)).toEqual([]);
  });

  it.each(PAGES)('%s: the SAM CLI knows each option', async page => {
    for (const words of callsOf(page, 'sam')) expect(await unknownToSam(words), words.join(' ')).toEqual([]);
  });
});
