import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Io } from '../../../src/cli/command.ts';
import { evalCommand, scoreLabels } from '../../../src/cli/commands/eval.ts';
import type { Label } from '../../../src/events/quote-events.ts';

import { type FakeBedrock, failed, said, startFakeBedrock } from '../../support/fake-bedrock.ts';
import { paperTerminal } from '../../support/paper-terminal.ts';

const line = (text: string, label: string, language = 'en') => JSON.stringify({ text, label, language });

const evaluate = (set: string, ...args: readonly string[]) => evaluateWith({}, set, ...args);

const evaluateWith = async (env: Io['env'], set: string, ...args: readonly string[]) => {
  const { io, out, err } = paperTerminal({ set }, { env });
  return { code: await evalCommand.run(args.length > 0 ? args : ['--set', 'set'], io), out, err };
};

test('a set is labelled by words, and told as accuracy, confusion and cost', async () => {
  const set = [line('Go ahead.', 'accept'), line('Nein danke.', 'decline', 'de'), line('Go ahead.', 'question')];
  const { code, out, err } = await evaluate(set.join('\r\n'), '--set', 'set', '--json');
  expect({ code, err }).toEqual({ code: 0, err: [] });
  expect(JSON.parse(out.join(''))).toMatchObject({
    model: 'local',
    rows: 3,
    right: 2,
    accuracy: 2 / 3,
    swapped: 0,
    confusion: { accept: { accept: 1 }, decline: { decline: 1 }, question: { accept: 1, question: 0 } },
    by_language: { en: { rows: 2, right: 1 }, de: { rows: 1, right: 1 } },
    tokens: { read: 0, written: 0 },
    cost_usd: 0,
    wrong: [{ text: 'Go ahead.', label: 'question', got: 'accept' }],
  });
});

test('a person reads the same as a table', async () => {
  const { out } = await evaluate(`${line('Go ahead.', 'accept')}\n\n${line('Who is this?', 'decline')}\n`);
  const text = out.join('\n');
  expect(text).toContain('right    1 of 2 (50.0 %)');
  expect(text).toMatch(/decline +0 +0 +1 +0/);
  expect(text).toContain('cost     0.0000 USD');
  expect(text).toMatch(/en +decline +question .*Who is this\?/);
});

test('only what the author newly wrote is labelled', async () => {
  const text =
    'Go ahead.\n\nOn Mon, 2 Mar 2026 at 10:00, Ann <ann@x.example> wrote:\n> No thanks, we went with someone else.';
  expect((await evaluate(line(text, 'accept'))).out.join('\n')).toContain('right    1 of 1');
});

test('a yes taken for a no is an error', async () => {
  const { code, out } = await evaluate(line('No thanks.', 'accept'), '--set', 'set');
  expect(code).toBe(1);
  expect(out.join('\n')).toContain('swapped  1');
});

test('only a yes for a no, or the reverse, is a swap', () => {
  const answer = (label: Label, got: Label) => ({
    reply: { text: '', label, language: 'en' },
    got,
    why: '',
    failed: null,
  });
  const answers = [answer('accept', 'decline'), answer('decline', 'accept'), answer('decline', 'question')];
  expect(scoreLabels(answers).swapped).toEqual(answers.slice(0, 2));
});

test('a set with a faulty line is refused, each line named', async () => {
  const { code, out, err } = await evaluate(`${line('Hi', 'hello')}\n${line('Go ahead.', 'accept')}\n{"text":`);
  expect(code).toBe(1);
  expect(out).toEqual([]);
  expect(err.map(fault => fault.slice(0, 18))).toEqual(['set: line 1: not l', 'set: line 3: not l']);
});

test('an empty set is refused', async () => {
  const { code, err } = await evaluate('\n');
  expect(code).toBe(1);
  expect(err[0]).toMatch(/^set: no reply in it/);
});

test('a file that is not there, no --set and an unknown model are usage errors', async () => {
  expect(await evaluate('', '--set', 'nowhere')).toMatchObject({
    code: 2,
    err: ['cannot read nowhere: there is no such file'],
  });
  expect((await evaluate('', '--json')).err[0]).toBe('qf eval: --set is missing');
  expect(await evaluate('', '--set', 'set', '--model', 'oracle')).toMatchObject({ code: 2 });
});

describe('a model at Bedrock', () => {
  let fake: FakeBedrock;
  beforeAll(async () => {
    fake = await startFakeBedrock();
  });
  afterAll(() => fake.close());
  const set = [line('Go ahead.', 'accept'), line('No thanks.', 'decline'), line('Hm.', 'question')].join('\n');
  const ask = (env: Io['env'] = {}) =>
    evaluateWith({ QF_BEDROCK_URL: fake.url, ...env }, set, '--set', 'set', '--model', 'bedrock', '--json');
  const byText = (text: string | undefined) =>
    said({ why: 'x', label: text?.includes('Go') ? 'accept' : text?.includes('No') ? 'decline' : 'question' });

  test('is asked about each reply, and its tokens are priced', async () => {
    fake.answersBy(({ body }) => byText(body.messages[0]?.content[0]?.text));
    const { code, out } = await ask({ QF_BEDROCK_MODEL: 'example.reader', QF_BEDROCK_PRICE: '1/5' });
    expect(code).toBe(0);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      model: 'example.reader',
      right: 3,
      tokens: { read: 300, written: 60 },
      cost_usd: 0.0006,
    });
    expect(fake.requests.map(({ modelId }) => modelId)).toEqual(Array(3).fill('example.reader'));
  });

  test('costs what nobody knows without a price', async () => {
    fake.answersBy(({ body }) => byText(body.messages[0]?.content[0]?.text));
    expect(JSON.parse((await ask()).out[0] ?? '').cost_usd).toBeNull();
  });

  test('that takes a no for a yes is found out', async () => {
    fake.answers(said({ why: 'x', label: 'accept' }));
    const { code, out } = await ask();
    expect(code).toBe(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ swapped: 1, right: 1 });
  });

  test('that fails leaves questions, and one that never answers is an error', async () => {
    fake.answersBy(({ body }) =>
      body.messages[0]?.content[0]?.text.includes('Go') ? byText('Go') : failed(403, 'AccessDeniedException'),
    );
    const some = await ask();
    expect(some.code).toBe(0);
    expect(JSON.parse(some.out[0] ?? '')).toMatchObject({ failed: 2, confusion: { decline: { question: 1 } } });
    fake.answers(failed(403, 'AccessDeniedException'));
    const none = await ask();
    expect(none).toMatchObject({ code: 1, out: [] });
    expect(fake.requests).toHaveLength(1);
    expect(none.err[0]).toContain('the model did not answer: unavailable: AccessDeniedException');
  });

  test('needs a price that can be read', async () => {
    expect(await ask({ QF_BEDROCK_PRICE: 'cheap' })).toMatchObject({ code: 2, out: [] });
  });
});
