import { expect, test } from 'vitest';
import { Customers } from './customers.ts';
import { Scene } from './cut-off.ts';
import { DRAFTS } from './desk.ts';

const DANA = 'dana@northwind.example';

test.each(['complaint', 'hard bounce', 'stop'] as const)(
  'a %s of an address that its row no longer names closes it for quotes to come',
  async kind => {
    const scene = new Scene();
    scene.row('Q-1', DANA);
    await scene.check();
    await scene.dayMail();
    await scene.decide(DRAFTS, 'approve');
    await scene.do(scene.send());
    const [row] = scene.sim.sheet.rows;
    if (row) row['Contact email'] = 'lee@eastwind.example';
    await scene.do(scene.duties.sync());
    await scene.do(new Customers(scene.sim).write(kind));
    scene.row('Q-2', DANA, { sent: '2026-11-25' });
    scene.sim.pass(24 * 3_600_000);
    await scene.check();
    await scene.dayMail();
    expect(scene.actions('Q-2')).not.toContain('MovePlanned');
  },
);
