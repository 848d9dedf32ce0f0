import { atRest, dueThisMorning, standsStill } from './at-rest.ts';
import { DRAFTS } from './desk.ts';
import { diceOf } from './dice.ts';
import type { Work } from './duties.ts';
import { noFaults } from './machine.ts';
import { BAD_RULES, BAD_VOICE, changedSettings, RULES, settingOf } from './setting.ts';
import { CONTACTS } from './sheet.ts';
import { SimWorld, WELL } from './sim-world.ts';
import { AROUND_A_SEND, AS_USUAL, MODEL_AT_WORK, SHEET_AT_WORK, Stage } from './stage.ts';
import type { Act, ActKind, Horizon, Story } from './story.ts';
import { Told } from './told.ts';
import { newerVersionWrote, tamper } from './trouble.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How large a business is at its beginning: rows sent lately, and rows of long ago that the first sync adopts. */
const BEGINNING: Readonly<Record<Horizon, { readonly rows: number; readonly old: number; readonly contacts: number }>> =
  {
    fortnight: { rows: 7, old: 1, contacts: CONTACTS.length },
    month: { rows: 48, old: 12, contacts: 40 },
    year: { rows: 12, old: 60, contacts: 40 },
  };

/** Plays a story to its end, and holds the log to the world whenever all is quiet. */
export const play = async (story: Story): Promise<{ readonly stage: Stage; readonly told: Told }> => {
  const dice = diceOf(story.setting);
  const stage = new Stage(dice, new SimWorld(dice, settingOf(dice)), story.horizon !== 'fortnight');
  const told = new Told(stage.sim.durable.log);
  begin(stage, story.horizon);
  await stage.do([stage.duties.sync()], noFaults);
  for (const act of story.acts) await perform(stage, told, act);
  stage.calm = true;
  dice.reseed(story.setting);
  await quiet(stage, told);
  return { stage, told };
};

const begin = ({ sim: { sheet, today, dice } }: Stage, horizon: Horizon): void => {
  const { rows, old, contacts } = BEGINNING[horizon];
  if (contacts > CONTACTS.length)
    sheet.contacts = Array.from({ length: contacts }, (_, index) => `buyer@customer${index}.example`);
  for (let i = 0; i < rows; i++) sheet.add(today);
  for (let i = 0; i < old; i++) sheet.add(today, { sentDaysAgo: 15 + dice.below(200) });
};

const perform = async (stage: Stage, told: Told, { kind, roll, calm }: Act): Promise<void> => {
  stage.dice.reseed(roll);
  stage.calm = calm === true;
  stage.count(`act: ${kind}`);
  await ACTING[kind](stage, told);
};

const ACTING: Readonly<Record<ActKind, (stage: Stage, told: Told) => Promise<void>>> = {
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
  customer: stage => stage.do([stage.customers.write(), ...beside(stage)], stage.faults(MODEL_AT_WORK)),
  again: async stage => {
    const again = stage.customers.again();
    if (again) await stage.do([again, ...beside(stage)]);
  },
  edit: async stage => {
    stage.tell(stage.sim.sheet.change(stage.sim.today));
    // Mostly it is the next sync by the clock that finds it.
    if (stage.dice.percent(stage.isLarge ? 10 : 70)) await stage.do([stage.duties.sync()]);
  },
  spoil: async stage => {
    stage.tell(stage.sim.sheet.spoil());
    stage.count('the sheet was spoilt');
    await stage.observer.badSource('sheet', () => stage.do([stage.duties.sync()]));
  },
  repair: async stage => {
    stage.sim.sheet.repair(stage.sim.today);
    await stage.do([stage.duties.sync()]);
  },
  docs: stage => editDocs(stage),
  config: stage => stage.do([stage.duties.settings(changedSettings(stage.dice, stage.sim.setting))]),
  tool: stage => stage.do([stage.duties.tool(), ...beside(stage)]),
  delivery: async stage => {
    const delivery = stage.duties.delivery();
    if (delivery) await stage.do([delivery, ...beside(stage)]);
  },
  meddle: stage => meddle(stage),
  rebuild: stage => stage.do([stage.duties.rebuild(), ...beside(stage)]),
  race: stage => raceOverTheSheet(stage),
  clockBack: async stage => {
    const hours = 1 + stage.dice.below(30);
    stage.tell(`the clock steps back by ${hours} hours`);
    stage.count('the clock stepped back');
    stage.sim.pass(-hours * HOUR);
  },
  expire: async stage => {
    const gone = stage.sim.durable.readModels.expire(Math.floor(stage.sim.now / 1000) - 2 * 86_400);
    if (gone > 0) stage.count('rows expired');
  },
  trouble: stage => trouble(stage),
  quiet: (stage, told) => quiet(stage, told),
};

/** Whatever schedules and streams would set going now, some of it late. */
const due = async (stage: Stage): Promise<void> => {
  const { dice, duties } = stage;
  if (dice.percent(60)) await stage.do([duties.sync()]);
  const sends = [...duties.oneOffs()];
  const works: Work[] = [...sends, ...duties.reports()];
  if (duties.isCheckDue() && dice.percent(85))
    works.push(...(dice.percent(20) && !stage.calm ? [duties.check(), duties.check()] : [duties.check()]));
  // A working day of a quiet year has its sweeps too.
  if (dice.percent(stage.isLarge ? 60 : 35)) works.push(duties.sweep());
  if (works.length > 0)
    await stage.do([...works, ...beside(stage)], stage.faults(sends.length > 0 ? AROUND_A_SEND : MODEL_AT_WORK));
  await deliver(stage);
};

const TURNS = 4;

const deliver = async (stage: Stage): Promise<void> => {
  const { dice, duties } = stage;
  for (let turns = 0; turns < TURNS; turns++) {
    const faults = stage.calm
      ? { trims: false, shuffles: false }
      : { trims: dice.percent(0.5), shuffles: dice.percent(15) };
    if (duties.behind('publisher')) await stage.do([duties.feed('publisher', faults)]);
    if (duties.behind('projector')) await stage.do([duties.feed('projector', faults)]);
    const bus = duties.bus();
    if (bus) await stage.do([bus], stage.faults(MODEL_AT_WORK));
  }
};

const BESIDE = { sweep: 4, bus: 4, sync: 3, feed: 2, customer: 3, press: 4 };
/** Schedules come as often as elsewhere, among many more acts. */
const BESIDE_MANY = { sweep: 0.8, bus: 5, sync: 0.8, feed: 4, customer: 3, press: 6 };

/** Something that runs at the same time, on another instance of the same code. */
const beside = (stage: Stage): readonly Work[] => {
  const { dice, duties, customers } = stage;
  if (stage.calm || !dice.percent(40)) return [];
  const weights = stage.isLarge ? BESIDE_MANY : BESIDE;
  switch (dice.weighted(weights)) {
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

/** A check that began before somebody changed the sheet, and a sync that reads what they changed. */
const raceOverTheSheet = async (stage: Stage): Promise<void> => {
  const { dice, sim, duties } = stage;
  if (dice.percent(60)) sim.pass(stage.untilNine());
  stage.tell(sim.sheet.change(sim.today));
  if (dice.percent(50)) {
    const row = sim.sheet.rows.length > 0 ? dice.pick(sim.sheet.rows) : null;
    if (row) sim.sheet.setStatus(row, dice.pick(['won', 'lost', 'hold', '']));
  }
  stage.count('a sync beside a check');
  await stage.do([duties.check(), duties.sync()], stage.faults(AS_USUAL));
  await deliver(stage);
};

const openSome = async (stage: Stage): Promise<void> => {
  const { dice, desk } = stage;
  const token = (dice.percent(45) ? await desk.link(DRAFTS) : null) ?? (await desk.link());
  if (token === null) return;
  await stage.do([{ what: `opens ${token.slice(0, 9)}`, task: () => desk.open(token) }]);
};

const pressSome = async (stage: Stage): Promise<void> => {
  if (stage.dice.percent(75)) await openSome(stage);
  const works = pressing(stage);
  if (works.length > 0) await stage.do([...works, ...beside(stage)], stage.faults(SHEET_AT_WORK));
  // Whoever approves a draft sees it leave, as a rule.
  if (works.some(({ what }) => what.includes('approve')) && stage.dice.percent(75)) {
    stage.sim.pass((1 + stage.dice.below(5)) * MINUTE);
    if (!stage.isLarge) return due(stage);
    const sends = stage.duties.oneOffs();
    if (sends.length > 0) await stage.do([...sends, ...beside(stage)], stage.faults(AROUND_A_SEND));
    await deliver(stage);
  }
};

/** A button of a page that stands open, new or old; now and then twice. */
const pressing = ({ dice, desk, calm }: Stage): readonly Work[] => {
  const all = desk.tabs;
  if (all.length === 0) return [];
  const approvable = all.filter(({ acts }) => acts.some(act => act.startsWith('approve')));
  const tabs = approvable.length > 0 && dice.percent(45) ? approvable : all;
  // People look at the whole page that they opened last before they press.
  const last = tabs.at(-1);
  const newest = tabs.filter(({ token }) => token === last?.token);
  const tab = dice.percent(75) ? dice.pick(newest) : dice.pick(tabs);
  if (tab.acts.length === 0) return [];
  const approving = tab.acts.find(act => act.startsWith('approve'));
  const act = approving !== undefined && dice.percent(65) ? approving : dice.pick(tab.acts);
  const press = (): Work => ({
    what: `presses ${act} on ${tab.page} ${tab.stream} ${tab.token.slice(0, 9)}`,
    task: () => desk.press(tab, act, desk.fieldsFor(act, tab)),
  });
  return dice.percent(15) && !calm ? [press(), press()] : [press()];
};

const editDocs = async (stage: Stage): Promise<void> => {
  const { dice, sim, duties, observer } = stage;
  const which = dice.weighted({ rules: 3, badRules: 4, badVoice: 3 });
  stage.tell(which);
  stage.count(`docs: ${which}`);
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
  const links = desk.links().slice(-60);
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
    const tab = {
      url: `/t/${tried}`,
      token: tried,
      page: '',
      stream: '',
      acts: [],
      hidden: {},
      fields: [],
      letters: [],
    };
    await observer.nothingHappens('P12', `${what}, ${act}`, () =>
      stage.do([{ what: `tries ${act} with ${what}`, task: () => desk.press(tab, act) }], noFaults),
    );
  }
};

/** What does not heal: once in a story at most. */
const trouble = async (stage: Stage): Promise<void> => {
  const { dice, sim } = stage;
  const { truth, durable } = sim;
  if (truth.unreadable.size + truth.tampered.size > 0 || !dice.percent(40)) return;
  const streams = [...new Set(durable.log.map(({ quote_id }) => quote_id))];
  const quotes = streams.filter(stream => !stream.startsWith('~'));
  const contacts = streams.filter(stream => stream.startsWith('~contact/'));
  if (quotes.length === 0 || contacts.length === 0) return;
  const kind = dice.weighted({ quote: 5, contact: 2, system: 1, tampered: 3 });
  stage.tell(`trouble: ${kind}`);
  if (kind === 'quote') await newerVersionWrote(sim, dice.pick(quotes));
  else if (kind === 'contact') await newerVersionWrote(sim, dice.pick(contacts));
  else if (kind === 'system') await newerVersionWrote(sim, '~system');
  else {
    const stream = dice.pick(quotes);
    const event = dice.pick(durable.log.filter(({ quote_id }) => quote_id === stream));
    tamper(sim, event);
  }
};

const ROUNDS = 3;

/** After the storm nothing fails for a while: everything that was begun is finished, and the log is held to the world. */
const quiet = async (stage: Stage, told: Told): Promise<void> => {
  const { sim, observer } = stage;
  const wasCalm = stage.calm;
  stage.tell('all is quiet');
  stage.calm = true;
  sim.post.calm();
  sim.mood = WELL;
  sim.sheet.spoilt = null;
  if (!RULES.some(known => known === sim.rules)) sim.rules = sim.setting.rules;
  sim.voice = 'Warm and plain.\n';
  await settle(stage);
  for (const { promise, what } of atRest(stage, told.catchUp())) observer.tell(promise, what);
  await quietMorning(stage, told);
  await settle(stage);
  sim.post.calm(false);
  sim.sheet.touched.clear();
  stage.calm = wasCalm;
};

/** Quarters of an hour in which nothing fails: schedules run, streams and bus deliver all they hold. */
const settle = async (stage: Stage): Promise<void> => {
  const { sim, duties } = stage;
  for (let round = 0; round < ROUNDS; round++) {
    sim.pass(16 * MINUTE);
    await stage.do([duties.sync()], noFaults);
    await stage.drain();
    await stage.do([duties.sweep()], noFaults);
    if (duties.rowsMissing) await stage.do([duties.rebuild()], noFaults);
    await stage.drain();
  }
};

/** The next check offers everybody their turn who must have one. */
const quietMorning = async (stage: Stage, told: Told): Promise<void> => {
  const { sim, duties, observer } = stage;
  sim.pass(stage.untilNine());
  await stage.do([duties.sync()], noFaults);
  await stage.drain();
  const due = dueThisMorning(sim, told.catchUp());
  const before = sim.durable.log.length;
  duties.lastCheckWasFirst = false;
  await stage.do([duties.check()], noFaults);
  await stage.drain();
  if (standsStill(sim) || !duties.lastCheckWasFirst) return;
  const offered = new Set(
    told
      .catchUp()
      .offersSince(before)
      .map(({ contactRef }) => contactRef),
  );
  for (const [contact, what] of due)
    if (!offered.has(sim.refOf(contact)))
      observer.tell('liveness', `${contact} was due to get ${what} and got no offer`);
};
