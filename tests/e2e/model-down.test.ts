import { afterEach, describe, expect, test } from 'vitest';
import type { LanguageModel } from '../../src/ports/model.ts';
import { e2eEngines } from '../support/e2e-engines.ts';
import { PRIYA, type Running, runSystem } from '../support/running-system.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const row = (quote: string, contact: string): string =>
  `${quote},${contact},dana@${contact}.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,https://files.harbourline.example/${quote}.pdf,,`;

const replyOf = (contact: string, quote: string, text: string): string =>
  [
    `From: Dana Lim <dana@${contact}.example>`,
    'To: quotes',
    `Subject: Re: ${quote}`,
    `Message-ID: <${contact}-1@${contact}.example>`,
    '',
    text,
    '',
  ].join('\n');

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

/** What a model that is down may do. */
const outages: readonly { readonly name: string; readonly label: LanguageModel['label'] }[] = [
  { name: 'throws', label: () => Promise.reject(new Error('the model is down')) },
  {
    name: 'says that it is not there',
    label: async () => ({ ok: false, failure: { kind: 'unavailable', reason: 'the model is down' } }),
  },
];

/** Puts an outage in the model's place until the end is called. */
const takeDown = (run: Running, label: LanguageModel['label']): (() => void) => {
  const { model } = run.system.runtime().deps;
  const real = model.label;
  Object.assign(model, { label });
  return () => void Object.assign(model, { label: real });
};

const lettersAbout = async (run: Running, words: string) =>
  (await run.outbox()).filter(({ kind, message }) => kind === 'reply' && message.text?.includes(words));

const actionsOf = async (run: Running, quote: string) => (await run.events(quote)).map(({ action }) => action);

/** Replies that reach us over the day, each under a quote of its own. */
const replies = [
  { contact: 'northwind', quote: 'Q-1', text: 'Yes please, go ahead with the blue ones.' },
  { contact: 'southwind', quote: 'Q-2', text: 'No thanks, we chose the green ones elsewhere.' },
  { contact: 'eastwind', quote: 'Q-3', text: 'Could the red ones be here by Friday?' },
] as const;

for (const [at, engine] of e2eEngines.entries()) {
  // That it throws is the harder case; the other way of being down is the same to every engine.
  describe.each(at === 0 ? outages : outages.slice(0, 1))(
    `a model that $name for a day on ${engine.name}`,
    ({ label }) => {
      test('loses no reply and delays no person: each is recorded, rests its chain and is asked about in its own run', async () => {
        const run = await runSystem(
          replies.map(({ quote, contact }) => row(quote, contact)),
          { engine: engine.kind },
        );
        running = run;
        for (const { quote } of replies) await run.press(await run.draft(PRIYA, quote), 'approve');
        await run.advance(3 * MINUTE);
        const replyTo = new Map(
          (await run.outbox())
            .filter(({ kind }) => kind === 'nudge')
            .map(({ to, message }) => [to[0], message.replyTo[0]?.address ?? '']),
        );
        const bringUp = takeDown(run, label);

        for (const { contact, quote, text } of replies) {
          const from = `dana@${contact}.example`;
          expect(await run.mailIn(replyOf(contact, quote, text), replyTo.get(from) ?? '', from)).toMatch(/^250/);
          expect((await actionsOf(run, quote)).slice(-4)).toEqual([
            'ReplyReceived',
            'ReplyLabelled',
            'NoticeMailed',
            'LetterSent',
          ]);
          const letters = await lettersAbout(run, text);
          expect(letters.map(({ to, subject }) => ({ to, asks: subject.includes('has a question') }))).toEqual([
            { to: [PRIYA], asks: true },
          ]);
          await run.advance(HOUR);
        }
        for (let passed = 0; passed < 20; passed += 5) await run.advance(5 * HOUR);
        bringUp();
        await run.advance(16 * MINUTE);
        for (const { text } of replies) expect(await lettersAbout(run, text)).toHaveLength(1);

        await run.advance(6 * 24 * HOUR);
        for (const { quote } of replies) {
          const actions = await actionsOf(run, quote);
          expect(actions.filter(action => action === 'MovePlanned')).toHaveLength(1);
          expect(actions.filter(action => action === 'ReplyReceived')).toHaveLength(1);
          expect(actions.filter(action => action === 'ReplyLabelled')).toHaveLength(1);
        }
      });
    },
  );
}
