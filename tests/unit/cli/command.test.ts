import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { type Command, parse } from '../../../src/cli/command.ts';
import { commands, type Entry } from '../../../src/cli/commands.ts';
import { readConfig } from '../../../src/cli/read-config.ts';
import { run } from '../../../src/cli/run.ts';
import { paperTerminal } from '../../support/paper-terminal.ts';

const greet: Command = { name: 'greet', summary: 'says hello', usage: 'usage: qf greet', run: async () => 0 };
const registry: readonly Entry[] = [{ name: 'greet', summary: 'says hello', load: async () => greet }];

describe('qf', () => {
  test('--help lists the commands on stdout', async () => {
    const { io, out, err } = paperTerminal();
    expect(await run(['--help'], io, registry)).toBe(0);
    expect(out.join('\n')).toContain('greet  says hello');
    expect(err).toEqual([]);
  });

  test.each([[[]], [['gret']], [['--json']]])('%j is a usage error, on stderr', async args => {
    const { io, out, err } = paperTerminal();
    expect(await run(args, io, registry)).toBe(2);
    expect(out).toEqual([]);
    expect(err.join('\n')).toContain('usage: qf COMMAND');
  });

  test.each(commands)('$name is what its registry line says', async ({ name, summary, load }) => {
    const command = await load();
    expect(command.name).toBe(name);
    expect(command.summary).toBe(summary);
    const { io, out } = paperTerminal();
    expect(await run(['help', name], io)).toBe(0);
    expect(out.join('\n')).toBe(command.usage);
    expect(await run([name, '--no-such-option'], paperTerminal().io)).toBe(2);
  });
});

describe('a command line', () => {
  const spec = { options: { config: { type: 'string' }, json: { type: 'boolean' } }, operands: ['FILE'] } as const;

  test('is options and operands', () => {
    expect(parse(['a.txt', '--json', '--config', 'c.json'], spec)).toMatchObject(
      E.right({ values: { json: true, config: 'c.json' }, operands: ['a.txt'] }),
    );
  });

  test.each([
    [[], 'FILE is missing'],
    [['a', 'b'], 'unexpected argument: b'],
    [['a', '--jsno'], "Unknown option '--jsno'"],
    [['a', '--config'], "Option '--config <value>' argument missing"],
    [['a', '--json=yes'], "Option '--json' does not take an argument"],
  ])('%j: %s', (args, message) => {
    expect(parse(args, spec)).toEqual(E.left({ kind: 'usage', message }));
  });

  test('--help wins over every fault', () => {
    expect(parse(['--jsno', '--help'], spec)).toEqual(E.left({ kind: 'help' }));
  });
});

describe('--config', () => {
  test('a file with a byte order mark is read', async () => {
    const json = JSON.stringify({ timezone: 'Asia/Singapore', currency: 'SGD', admin: 'a@b.example' });
    const { io } = paperTerminal({ 'c.json': `\uFEFF${json}` });
    expect(await readConfig(io, 'c.json')).toMatchObject(E.right({ currency: 'SGD' }));
  });

  test('a file that is not there is a usage error', async () => {
    const { io, err } = paperTerminal();
    expect(await readConfig(io, 'c.json')).toEqual(E.left(2));
    expect(err).toEqual(['cannot read c.json: there is no such file']);
  });

  test.each([['{'], ['{"timezone":"UTC"}']])('%s is refused, every fault on stderr', async json => {
    const { io, err } = paperTerminal({ 'c.json': json });
    expect(await readConfig(io, 'c.json')).toEqual(E.left(1));
    expect(err.length).toBeGreaterThan(0);
    expect(err.every(line => line.startsWith('c.json: '))).toBe(true);
  });
});
