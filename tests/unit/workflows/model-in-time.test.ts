import { expect, test } from 'vitest';
import { templateModel } from '../../../src/adapters/filesystem/offline-model.ts';
import { leftOfCallMs, timedCall } from '../../../src/handlers/lambda/lambda-log.ts';
import type { LanguageModel } from '../../../src/ports/model.ts';
import { modelInTime } from '../../../src/workflows/nudges/write-draft.ts';

const watched = (): { readonly model: LanguageModel; readonly asked: number[] } => {
  const asked: number[] = [];
  const model: LanguageModel = {
    ...templateModel,
    label: (request, options) => {
      asked.push(options.timeoutMs);
      return templateModel.label(request, options);
    },
  };
  return { model, asked };
};

test.each([
  [60_000, 15_000],
  [15_500, 5_500],
])('with %i ms of the call left a question may take %i', async (left, given) => {
  const { model, asked } = watched();
  expect(await modelInTime(model, () => left).label({ text: 'Go ahead.' }, { timeoutMs: 15_000 })).toMatchObject({
    ok: true,
    value: { label: 'accept' },
  });
  expect(asked).toEqual([given]);
});

test('near the end of a call nothing is asked, so that the message is still passed on', async () => {
  const { model, asked } = watched();
  const late = modelInTime(model, () => 9_000);
  expect(await late.label({ text: 'Go ahead.' }, { timeoutMs: 15_000 })).toMatchObject({
    ok: false,
    failure: { kind: 'timed-out' },
  });
  expect(await late.paragraph([], null, { timeoutMs: 15_000 })).toMatchObject({ ok: false });
  expect(asked).toEqual([]);
});

test('each call of a function has its own time, and a run without one has all of it', async () => {
  const handler = timedCall(async () => leftOfCallMs());
  expect(await handler(null, { getRemainingTimeInMillis: () => 7 })).toBe(7);
  expect(await handler(null)).toBe(Number.POSITIVE_INFINITY);
});
