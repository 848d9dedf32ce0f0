import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTemplate } from '../../../scripts/template/read-template.ts';
import { commands } from '../../../src/cli/commands.ts';
import { SETTING_NAMES } from '../../../src/config/decode-config.ts';

const DOCS = ['README.md', 'docs/deploy.md', 'docs/operations.md', 'docs/cost.md'] as const;
const STACKS = ['template.yaml', 'template-ses.yaml', 'template-deploy-role.yaml'] as const;
const read = (path: string): string => readFileSync(path, 'utf8');

/** What a page shows to be typed: its blocks, and what stands between backticks. */
const typed = (doc: string): string => {
  const text = read(doc).replaceAll('\\\n', ' ');
  return [...text.matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g)]
    .map(([, block, span]) => block ?? span ?? '')
    .join('\n');
};
const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts;
const templates = STACKS.map(path => readTemplate(path));
const main = readTemplate('template.yaml');
const namesOf = (property: string): readonly string[] =>
  Object.values(main.Resources).flatMap(({ Properties }) => {
    const sub = JSON.stringify(Properties?.[property] ?? null);
    return all(sub, /\$\{Prefix\}([\w/-]+)/g);
  });

describe.each(DOCS)('what %s tells to type exists', doc => {
  const text = typed(doc);

  test('npm scripts', () => {
    for (const name of all(text, /\bnpm run (?:-s )?([\w:]+)/g)) expect(Object.keys(scripts)).toContain(name);
  });

  test('commands of qf, and their options', async () => {
    for (const [, name = '', rest = ''] of text.matchAll(/(?:npx |^)qf (\w[\w-]*)([^\n`|#]*)/gm)) {
      const entry = commands.find(known => known.name === name);
      expect(entry, `qf ${name}`).toBeDefined();
      const usage = (await entry?.load())?.usage ?? '';
      for (const option of all(rest, /(--[\w-]+)/g)) expect(`${usage} --help --json`, `qf ${name}`).toContain(option);
    }
  });

  test('files', () => {
    for (const path of all(text, /(?:^|[\s"(])((?:scripts|examples|docs|template)[\w./-]*\.\w+)/gm))
      expect(existsSync(path), path).toBe(true);
  });

  test('blocks of samconfig.toml, parameters and outputs of the stacks', () => {
    const known = templates.flatMap(({ Parameters }) => Object.keys(Parameters));
    for (const name of all(text, /--config-env ([\w-]+)/g))
      expect(read('samconfig.toml')).toContain(`[${name}.deploy.`);
    for (const line of all(text, /--parameter-overrides ([^\n]+)/g))
      for (const name of all(line, /([A-Z]\w+)=/g)) expect(known).toContain(name);
    for (const name of all(text, /OutputKey=='(\w+)'/g))
      expect(read('template.yaml')).toMatch(new RegExp(`^  ${name}:$`, 'm'));
  });

  test('functions, tables, secrets and settings', () => {
    const functions = namesOf('FunctionName');
    for (const name of all(text, /--function-name qf(-[\w-]+)/g)) expect(functions).toContain(name);
    const tables = [...namesOf('TableName'), '-audit-restored'];
    for (const name of all(text, /table-name qf(-[\w-]+)/g)) expect(tables).toContain(name);
    for (const name of all(text, /--secret-id qf(\/[\w/-]+)/g)) expect(namesOf('Name')).toContain(name);
    for (const name of all(text, /--name \/qf\/config\/(\w+)/g)) expect(SETTING_NAMES).toContain(name);
  });
});

test('samconfig.toml: a value with a blank stands in quotes of its own, else SAM takes its first word', () => {
  const values = all(read('samconfig.toml'), /^ {2}"\w+=(.*)",$/gm);
  expect(values.length).toBeGreaterThan(0);
  for (const value of values) expect(value).toMatch(/^(\S+|'[^']+')$/);
});

test('every alarm has its chapter in docs/operations.md, and every chapter its alarm', () => {
  const alarms = Object.values(main.Resources)
    .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
    .flatMap(({ Properties }) => all(JSON.stringify(Properties.AlarmName), /\$\{Prefix\}-([\w-]+)/g));
  const chapters = all(read('docs/operations.md'), /^## ([\w-]+)$/gm);
  expect(alarms.length).toBeGreaterThan(0);
  expect(chapters.toSorted()).toEqual(alarms.toSorted());
});
