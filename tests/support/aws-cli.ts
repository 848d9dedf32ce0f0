import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { REGION } from './local-aws.ts';

const onPath = (name: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, name)));

/** Are AWS's own command lines on the path; said aloud where they are not. */
export const commandLines: boolean = ['aws', 'sam'].every(onPath);
if (!commandLines)
  process.stderr.write('SKIPPED the commands of pages and scripts: put the AWS CLI and the SAM CLI on the path\n');

const ANSWERED = /Could not connect to the endpoint URL|An error occurred \(|EndpointConnectionError/;
const FILES = ['service-account.json', 'link-key.json', 'hook.json'] as const;

/** Where nothing listens: a line that was understood ends there. */
const NOWHERE = {
  AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
  AWS_MAX_ATTEMPTS: '1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_DEFAULT_REGION: REGION,
};

const run = promisify(execFile);
const saidOf = async (program: string, args: readonly string[]): Promise<string> => {
  const cwd = mkdtempSync(join(tmpdir(), 'qf-typed-'));
  for (const file of FILES) writeFileSync(join(cwd, file), '{}');
  try {
    const { stdout, stderr } = await run(program, args, { cwd, env: { ...process.env, ...NOWHERE } });
    return `${stdout}${stderr}`;
  } catch (error) {
    return error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  }
};

/** What the AWS CLI has against the words of a command: an option or a shape that it does not know. Null: nothing. */
export const refusedByAws = async (words: readonly string[]): Promise<string | null> => {
  const said = await saidOf('aws', words);
  return ANSWERED.test(said) ? null : `aws ${words.join(' ')}: ${said.trim()}`;
};

const helpOfSam = new Map<string, Promise<string>>();
/** Options that the SAM CLI does not know. */
export const unknownToSam = async ([command = '', ...words]: readonly string[]): Promise<readonly string[]> => {
  const help = helpOfSam.get(command) ?? saidOf('sam', [command, '--help']);
  helpOfSam.set(command, help);
  const known = new Set((await help).match(/--[\w-]+/g));
  return words.filter(word => word.startsWith('--') && !known.has(word));
};
