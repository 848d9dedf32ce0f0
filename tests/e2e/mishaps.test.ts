import { afterEach, describe, expect, test } from 'vitest';
import { receiverStamped } from '../../src/adapters/local/smtp-listener.ts';
import { e2eEngines } from '../support/e2e-engines.ts';
import { ADMIN, PRIYA, type Running, runSystem } from '../support/running-system.ts';

const ROW = `Q-1042,Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,https://files.harbourline.example/q-1042.pdf,,`;

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

for (const engine of e2eEngines) {
  const begin = async (rows: readonly string[], options = {}): Promise<Running> => {
    running = await runSystem(rows, { engine: engine.kind, ...options });
    return running;
  };

  describe(`mishaps on ${engine.name}`, () => {
    test('a mail that was stored when the process died is found at the next start', async () => {
      const run = await begin([ROW]);
      const raw = 'From: x@unknown.example\nTo: quotes\nSubject: hello\n\nDo you cater for weddings?\n';
      const stamped = receiverStamped(Buffer.from(raw), {
        from: 'x@unknown.example',
        to: 'quotes@quotes.harbourline.example',
        host: 'inbound-smtp.local.qf',
        at: new Date(run.now()),
      });
      await run.system.runtime().world.objects.put('raw-mime', `inbound/${stamped.id}.eml`, stamped.raw);
      await run.restart();
      const question = (await run.outbox()).find(({ kind }) => kind === 'unsure');
      expect(question?.to).toEqual([ADMIN]);
      expect(question?.message.text).toContain('weddings');
    });
  });
}
