import { expect, test } from 'vitest';
import { Scene } from './cut-off.ts';
import { DRAFTS } from './desk.ts';

const WEEK = 7 * 86_400_000;

test('P12 a page that was opened in time decides nothing once the seven days of its link are over, and its link opens nothing', async () => {
  const scene = new Scene();
  scene.row('Q-1', 'dana@northwind.example');
  await scene.check();
  await scene.dayMail();
  const links = scene.desk.links(DRAFTS);
  for (const link of links) await scene.sim.machine.run([() => scene.desk.open(link)]);
  const tabs = scene.desk.tabs.filter(({ acts }) => acts.some(act => act.startsWith('approve')));
  expect(tabs.length).toBeGreaterThan(0);
  scene.sim.pass(WEEK + 60_000);
  for (const tab of tabs) {
    const act = tab.acts.find(known => known.startsWith('approve')) ?? '';
    const ran = await scene.do({ what: act, task: () => scene.desk.press(tab, act) });
    expect(ran.results).toEqual([{ status: 'fulfilled', value: 410 }]);
  }
  const opened = await scene.sim.machine.run(links.map(link => () => scene.desk.open(link)));
  expect(opened.results).toEqual(links.map(() => ({ status: 'fulfilled', value: [] })));
  expect(scene.actions('Q-1')).not.toContain('DraftApproved');
});
