import { DRAFTS } from './desk.ts';
import { diceOf } from './dice.ts';
import type { Work } from './duties.ts';
import { noFaults } from './machine.ts';
import { BAD_RULES, BAD_VOICE, RULES, settingOf } from './setting.ts';
import { SimWorld } from './sim-world.ts';
import { AROUND_A_SEND, AS_USUAL, Stage } from './stage.ts';

const MINUTE = 60_000;
const STEPS = 130;
const QUOTES = 8;

const ACTS = {
  pass: 24,
  toNine: 12,
  due: 12,
  open: 4,
  press: 34,
  customer: 8,
  edit: 5,
  spoil: 2,
  mend: 4,
  docs: 3,
  meddle: 2,
  rebuild: 1,
} as const;

/** One seeded fortnight of a business whose machines, services and people fail in every way they can. */
export const simulate = async (seed: number): Promise<Stage> => {
  const dice = diceOf(seed);
  const stage = new Stage(dice, new SimWorld(dice.fork(), settingOf(dice)));
  for (let i = 0; i < QUOTES; i++) stage.sim.sheet.add(stage.sim.today);
  await stage.do([stage.duties.sync()], noFaults);
  for (let step = 0; step < STEPS; step++) {
    const act = dice.weighted(ACTS);
    stage.count(act);
    await perform[act](stage);
  }
  await calm(stage);
  return stage;
};

const perform: Readonly<Record<keyof typeof ACTS, (stage: Stage) => Promise<void>>> = {
  pass: async stage => {
    stage.sim.pass((1 + stage.dice.below(stage.dice.percent(60) ? 20 : 300)) * MINUTE);
    await due(stage);
  },
  toNine: async stage => {
    stage.sim.pass(stage.untilNine());
    await due(stage);
  },
  due: stage => due(stage),
  open: stage => openSome(stage),
  press: stage => pressSome(stage),
  customer: async stage => {
    const mail = (stage.dice.percent(15) && stage.customers.again()) || stage.customers.write();
    await stage.do([mail, ...beside(stage)]);
  },
  edit: async stage => {
    stage.tell(stage.sim.sheet.change(stage.sim.today));
    await stage.do([stage.duties.sync()]);
  },
  spoil: async stage => {
    stage.tell(stage.sim.sheet.spoil());
    await stage.observer.badSource('sheet', () => stage.do([stage.duties.sync()]));
  },
  mend: async stage => {
    stage.sim.sheet.mend(stage.sim.today);
    await stage.do([stage.duties.sync()]);
  },
  docs: stage => editDocs(stage),
  meddle: stage => meddle(stage),
  rebuild: stage => stage.do([stage.duties.rebuild(), ...beside(stage)]),
};

/** Whatever schedules and streams would set going now, some of it late. */
const due = async (stage: Stage): Promise<void> => {
  const { dice, duties } = stage;
  if (dice.percent(80)) await stage.do([duties.sync()]);
  const works: Work[] = [...duties.oneOffs()];
  const sends = works.length > 0;
  if (duties.isCheckDue() && dice.percent(85))
    works.push(...(dice.percent(20) ? [duties.check(), duties.check()] : [duties.check()]));
  if (dice.percent(35)) works.push(duties.sweep());
  if (works.length > 0) await stage.do([...works, ...beside(stage)], stage.faults(sends ? AROUND_A_SEND : AS_USUAL));
  for (let turns = 0; turns < 6; turns++) {
    if (duties.behind('publisher')) await stage.do([duties.feed('publisher')]);
    if (duties.behind('projector')) await stage.do([duties.feed('projector')]);
    const bus = duties.bus();
    if (bus) await stage.do([bus]);
  }
};

/** Something that runs at the same time, on another instance of the same code. */
const beside = (stage: Stage): readonly Work[] => {
  const { dice, duties, customers } = stage;
  if (!dice.percent(45)) return [];
  switch (dice.weighted({ sweep: 5, bus: 4, sync: 2, feed: 2, customer: 3, press: 4 })) {
    case 'sweep':
      return [duties.sweep()];
    case 'bus':
      return [duties.bus() ?? duties.feed('publisher')];
    case 'sync':
      return [duties.sync()];
    case 'feed':
      return [duties.feed('projector')];
    case 'customer':
      return [customers.write()];
    case 'press':
      return pressing(stage);
  }
};

const openSome = async (stage: Stage): Promise<void> => {
  const { dice, desk } = stage;
  const links = desk.links(dice.percent(70) ? DRAFTS : undefined);
  if (links.length === 0) return;
  const token = dice.pick(dice.percent(75) ? links.slice(-5) : links);
  await stage.do([{ what: `opens ${token.slice(0, 9)}`, task: () => desk.open(token) }]);
};

const pressSome = async (stage: Stage): Promise<void> => {
  if (stage.dice.percent(70)) await openSome(stage);
  const works = pressing(stage);
  if (works.length > 0) await stage.do([...works, ...beside(stage)]);
  // Whoever approves a draft sees it leave, as a rule.
  if (works.some(({ what }) => what.includes('approve')) && stage.dice.percent(75)) {
    stage.sim.pass((1 + stage.dice.below(5)) * MINUTE);
    await due(stage);
  }
};

/** A button of a page that stands open, new or old; now and then twice. */
const pressing = ({ dice, desk }: Stage): readonly Work[] => {
  const all = desk.tabs;
  if (all.length === 0) return [];
  const approvable = all.filter(({ acts }) => acts.some(act => act.startsWith('approve')));
  const tabs = approvable.length > 0 && dice.percent(50) ? approvable : all;
  const tab = dice.percent(70) ? (tabs.at(-1) ?? dice.pick(tabs)) : dice.pick(tabs);
  const approving = tab.acts.find(act => act.startsWith('approve'));
  const act = approving !== undefined && dice.percent(65) ? approving : dice.pick(tab.acts);
  const press = (): Work => ({
    what: `presses ${act} of ${tab.token.slice(0, 9)}`,
    task: () => desk.press(tab, act, desk.fieldsFor(act, tab)),
  });
  return dice.percent(15) ? [press(), press()] : [press()];
};

const editDocs = async (stage: Stage): Promise<void> => {
  const { dice, sim, duties, observer } = stage;
  const which = dice.weighted({ rules: 2, badRules: 4, badVoice: 3 });
  stage.tell(which);
  const sync = (): Promise<void> => stage.do([duties.sync()]);
  if (which === 'rules') {
    sim.rules = dice.pick(RULES);
    return sync();
  }
  const kept = { rules: sim.rules, voice: sim.voice };
  if (which === 'badRules') sim.rules = dice.pick(BAD_RULES);
  else sim.voice = dice.pick(BAD_VOICE);
  await observer.badSource(which === 'badRules' ? 'rules' : 'voice', sync);
  if (dice.percent(60)) Object.assign(sim, kept);
};

/** A token that nobody was mailed, and a form that no page of ours gave. */
const meddle = async (stage: Stage): Promise<void> => {
  const { dice, desk, observer } = stage;
  const links = desk.links();
  if (links.length === 0) return;
  const token = dice.pick(links);
  const at = 4 + dice.below(token.length - 4);
  const altered = dice.percent(50)
    ? token.slice(0, -1)
    : `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
  const act = dice.pick(['approve', 'skip', 'answered', 'hold', 'won', 'lost']);
  for (const [what, tried] of [
    ['a token that was never mailed', altered],
    ['a form without its page', token],
  ] as const) {
    const tab = { url: `/t/${tried}`, token: tried, acts: [], hidden: {}, letters: [] };
    await observer.nothingHappens('P12', `${what}, ${act}`, () =>
      stage.do([{ what: `tries ${act} with ${what}`, task: () => desk.press(tab, act) }], noFaults),
    );
  }
};

/** After the storm: nothing fails any more, and everything that was begun is finished. */
const calm = async (stage: Stage): Promise<void> => {
  const { sim, duties } = stage;
  stage.tell('calm');
  sim.post.calm();
  sim.sheet.mend(sim.today);
  sim.rules = sim.setting.rules;
  sim.voice = 'Warm and plain.\n';
  for (let round = 0; round < 4; round++) {
    sim.pass(16 * MINUTE);
    await stage.do([duties.sync()], noFaults);
    await stage.drain();
    await stage.do([duties.sweep()], noFaults);
    await stage.drain();
  }
};
