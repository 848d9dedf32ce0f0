import { describe, expect, test } from 'vitest';
import { stop } from '../../src/aggregates/contact.ts';
import { receiveReply } from '../../src/aggregates/quote/reply.ts';
import { referenceOf } from '../../src/kernel/references.ts';
import { decideContact, decideQuote } from '../../src/workflows/quotes.ts';
import { sendToday } from '../../src/workflows/reports/send-today.ts';
import { Customers } from './customers.ts';
import { cutOffEverywhere, interruptEverywhere, Scene } from './cut-off.ts';
import { DRAFTS } from './desk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DANA = 'dana@northwind.example';

const checkedScene = async (): Promise<Scene> => {
  const scene = new Scene();
  scene.row('Q-1', DANA);
  await scene.check();
  await scene.dayMail();
  return scene;
};

/** A draft is approved and its two minutes are over: the sweep sends it. */
const aboutToSend = async () => {
  const scene = await checkedScene();
  await scene.decide(DRAFTS, 'approve');
  return { scene, work: scene.send() };
};

/** A sheet with a quote of this week and one of last month, and a rules doc: nothing was ever read. */
const aboutToSync = async () => {
  const scene = new Scene();
  scene.row('Q-1', DANA);
  scene.row('Q-OLD', 'lee@eastwind.example', { sent: '2026-11-01' });
  return { scene, work: scene.duties.sync() };
};

const nudgedScene = async (): Promise<Scene> => {
  const { scene, work } = await aboutToSend();
  await scene.do(work);
  await scene.drain();
  return scene;
};

describe('a process that dies at any of its calls', () => {
  test('P2 P11 in the midst of a send: the nudge leaves once at most, and what nobody knows is asked', async () => {
    let unknown = 0;
    await cutOffEverywhere(aboutToSend, async scene => {
      await scene.recover();
      const { length } = scene.nudges;
      const actions = scene.actions('Q-1');
      if (actions.includes('SendUnknown')) {
        unknown++;
        expect(scene.sim.post.handed.some(({ mail }) => mail.tags?.kind === 'unknown-send')).toBe(true);
        expect(length).toBeLessThanOrEqual(1);
      } else {
        expect(length).toBe(1);
        expect(actions).toContain('NudgeSent');
      }
    });
    expect(unknown).toBeGreaterThan(3);
  });

  test('P9 in the midst of a check: run again it offers what an undisturbed one offers', async () => {
    const begin = async () => {
      const scene = new Scene();
      for (const [number, contact] of [
        ['Q-1', DANA],
        ['Q-2', DANA],
        ['Q-3', 'lee@eastwind.example'],
      ] as const)
        scene.row(number, contact, { amount: number === 'Q-2' ? '9000' : '500' });
      scene.sim.pass(HOUR);
      await scene.do(scene.duties.sync());
      return { scene, work: scene.duties.check() };
    };
    const whole = await begin();
    await whole.scene.do(whole.work);
    const wanted = plansOf(whole.scene);
    expect(wanted).toEqual(['Q-2 first_nudge', 'Q-3 first_nudge']);
    await cutOffEverywhere(begin, async scene => {
      await scene.do(scene.duties.check());
      await scene.do(scene.duties.check());
      expect(plansOf(scene)).toEqual(wanted);
      expect(scene.log.filter(({ action }) => action === 'DayChecked')).toHaveLength(1);
    });
  });

  test('P6 in the midst of taking a mail in: it reaches its owner', async () => {
    const begin = async () => {
      const scene = await nudgedScene();
      return { scene, work: new Customers(scene.sim).write('question') };
    };
    await cutOffEverywhere(begin, async (scene, { atCall, phase }) => {
      await scene.recover();
      const told = scene.sim.post.handed.filter(({ mail }) => mail.tags?.kind === 'reply');
      // Before it was stored the sender was not told that it was taken, and sends it again.
      if (atCall === 1 && phase === 'before') return expect(told).toHaveLength(0);
      expect(told.length).toBeGreaterThanOrEqual(1);
      expect(told.every(({ mail }) => mail.text.includes('word1x'))).toBe(true);
      expect(scene.actions('Q-1').filter(action => action === 'ReplyReceived')).toHaveLength(1);
    });
  });

  test('P12 in the midst of the day’s mail: made again it is the same, its links open, and no draft has a letter besides', async () => {
    const begin = async () => {
      const scene = new Scene();
      scene.row('Q-1', DANA);
      scene.row('Q-2', 'lee@eastwind.example', { amount: '900' });
      await scene.check();
      const { sim } = scene;
      return { scene, work: { what: 'day’s mail', task: () => sendToday(sim.world, sim.today) } };
    };
    await cutOffEverywhere(begin, async scene => {
      await scene.recover();
      // The mailer sends once whatever carries one key; the post of the simulation counts both.
      expect(new Set(scene.letters('today').map(({ mail }) => mail.onceKey)).size).toBe(1);
      expect(scene.letters('approval')).toHaveLength(0);
      for (const quote of ['Q-1', 'Q-2'])
        expect(scene.actions(quote).filter(action => action === 'DraftMailed')).toHaveLength(1);
      const links = new Set(scene.desk.links(['today']));
      expect(links.size).toBe(3);
      for (const link of [...links].slice(1)) {
        await scene.sim.machine.run([() => scene.desk.open(link)]);
        expect(scene.desk.tabs.at(-1)?.token).toBe(link);
      }
    });
  });

  test('P6 in the midst of the day’s mail that reminds of a reply: it reaches owner and admin in theirs, and in no other', async () => {
    const begin = async () => {
      const scene = await nudgedScene();
      const { sim } = scene;
      await scene.do(new Customers(sim).write('question'));
      await scene.drain();
      for (let day = 0; day < 2; day++) {
        sim.pass(24 * HOUR);
        await scene.check();
      }
      return { scene, work: { what: 'day’s mail', task: () => sendToday(sim.world, sim.today) } };
    };
    await cutOffEverywhere(begin, async scene => {
      await scene.recover();
      const told = scene.letters('today').filter(({ mail }) => mail.text.includes('word1x'));
      expect(new Set(told.map(({ mail }) => mail.onceKey)).size).toBe(2);
      expect([...scene.letters('reply-again'), ...scene.letters('reply-admin')]).toEqual([]);
      const carried = scene.log.map(({ data }) => JSON.stringify(data)).filter(data => data.includes('"dayMail"'));
      const reminders = carried.flatMap(data => /"notice":"(reply-\w+)"/.exec(data)?.slice(1) ?? []);
      expect(reminders.sort()).toEqual(['reply-admin', 'reply-again']);
    });
  });

  test('P1 P12 in the midst of an approval: it stands or it does not, and a second tap settles it', async () => {
    const begin = async () => {
      const scene = await checkedScene();
      await scene.sim.machine.run([() => scene.desk.open(scene.desk.links(DRAFTS).at(-1) ?? '')]);
      return { scene, work: scene.press('approve') };
    };
    await cutOffEverywhere(begin, async scene => {
      await scene.do(scene.press('approve'));
      expect(scene.actions('Q-1').filter(action => action === 'DraftApproved')).toHaveLength(1);
      await scene.recover();
      expect(scene.nudges).toHaveLength(1);
    });
  });

  test('P7 P10 in the midst of the first sync: run again it lists, adopts and tells what an undisturbed one does', async () => {
    await cutOffEverywhere(aboutToSync, async scene => {
      await scene.do(scene.duties.sync());
      expect([scene.actions('Q-1'), scene.actions('Q-OLD')]).toEqual([['QuoteListed'], ['QuoteListed', 'QuoteHeld']]);
      expect(scene.log.filter(({ action }) => action === 'RulesAccepted')).toHaveLength(1);
      expect(scene.letters('rules-accepted').length).toBeGreaterThanOrEqual(1);
      expect(scene.letters('first-sync').length).toBeGreaterThanOrEqual(1);
    });
  });

  test('P10 in the midst of reading a bad doc: the admin hears of it, and the good one stays in force', async () => {
    const begin = async () => {
      const { scene, work } = await aboutToSync();
      await scene.do(work);
      scene.sim.rules = 'Standard quotes: nugde at sometime.\n';
      return { scene, work: scene.duties.sync() };
    };
    await cutOffEverywhere(begin, async scene => {
      await scene.do(scene.duties.sync());
      expect(scene.letters('rules-refused').length).toBeGreaterThanOrEqual(1);
      await scene.check();
      expect(plansOf(scene)).toEqual(['Q-1 first_nudge']);
    });
  });
});

describe('a mail service that takes no letter for a while', () => {
  test.each(['throttled', 'refused'] as const)('%s: what a sync has to tell is told by a later one', async answer => {
    const { scene, work } = await aboutToSync();
    scene.sim.post.answerNext(answer, 10);
    await scene.do(work);
    expect([...scene.letters('rules-accepted'), ...scene.letters('first-sync')]).toEqual([]);
    scene.sim.post.answerNext(answer, 0);
    scene.sim.pass(15 * MINUTE);
    await scene.do(scene.duties.sync());
    expect(scene.letters('rules-accepted')).toHaveLength(1);
    expect(scene.letters('first-sync')).toHaveLength(1);
    await scene.do(scene.duties.sync());
    expect(scene.letters('rules-accepted')).toHaveLength(1);
    expect(scene.letters('first-sync')).toHaveLength(1);
  });
});

describe('a machine that sleeps, or learns something, between any two calls of a send', () => {
  test('P4 after a night’s sleep nothing is handed over before the morning', async () => {
    let late = 0;
    await interruptEverywhere(
      aboutToSend,
      scene => scene.sim.pass(12 * HOUR),
      async (scene, { name }) => {
        // No code looks at a clock after it has handed over; the service’s own half minute bounds that.
        if (name !== 'mailer.send') {
          for (const { at } of scene.nudges) expect(scene.sim.paper.allows(at)).toBe(true);
          if (scene.nudges.length === 0) late++;
        }
        await scene.recover(1);
        scene.sim.pass(12 * HOUR);
        await scene.recover(2);
        expect(scene.nudges).toHaveLength(1);
      },
    );
    expect(late).toBeGreaterThan(5);
  });

  test('P3 a stop that is in the log before the claim keeps the nudge from leaving', async () => {
    let kept = 0;
    await interruptEverywhere(
      aboutToSend,
      async scene => {
        await decideContact(scene.sim.outside, referenceOf(new Uint8Array(32).fill(9), DANA), {
          actor: { system: 'test' },
          decide: state => stop(state, { day: scene.sim.today, source: 'in1' }),
        });
      },
      async (scene, { name, number }) => {
        const place = (action: string): number => scene.log.findIndex(event => event.action === action);
        const [stopped, claimed] = [place('ContactStopped'), place('SendClaimed')];
        if (claimed < 0 || stopped < claimed) {
          kept++;
          expect(scene.nudges, `a stop before call ${number}, ${name}`).toHaveLength(0);
        }
        await scene.recover();
        if (claimed < 0 || stopped < claimed) expect(scene.nudges).toHaveLength(0);
      },
    );
    expect(kept).toBeGreaterThan(5);
  });

  test('P3 a reply that is in the log before the claim keeps the nudge from leaving; one after it is told so', async () => {
    await interruptEverywhere(
      aboutToSend,
      async scene => {
        const { sim } = scene;
        const contact = referenceOf(new Uint8Array(32).fill(9), DANA);
        await decideQuote(sim.outside, 'Q-1', {
          actor: { system: 'test' },
          decide: state =>
            receiveReply(
              state,
              {
                replyId: 'in1',
                how: 'sender',
                senderRef: contact,
                fromContact: true,
                authenticated: true,
                day: sim.today,
                bodyKey: 'inbound/in1.eml',
              },
              { from: DANA, subject: 'Re' },
            ),
        });
      },
      async scene => {
        const reply = scene.log.find(({ action }) => action === 'ReplyReceived');
        const actions = scene.actions('Q-1');
        const answeredFirst =
          !actions.includes('SendClaimed') || actions.indexOf('ReplyReceived') < actions.indexOf('SendClaimed');
        expect(scene.nudges).toHaveLength(answeredFirst ? 0 : 1);
        const sentBefore =
          actions.indexOf('NudgeSent') >= 0 && actions.indexOf('NudgeSent') < actions.indexOf('ReplyReceived');
        expect(reply?.data).toMatchObject({ leaving: !answeredFirst && !sentBefore });
      },
    );
  });
});

const plansOf = (scene: Scene): readonly string[] =>
  scene.log
    .filter(({ action }) => action === 'MovePlanned')
    .map(
      ({ quote_id, data }) =>
        `${quote_id} ${typeof data === 'object' && data !== null && 'move' in data ? data.move : ''}`,
    )
    .sort();
