import * as E from 'fp-ts/lib/Either.js';
import { templateModel } from '../../src/adapters/filesystem/offline-model.ts';
import { readingHere } from '../../src/adapters/mail/parse-message.ts';
import { type Config, type Policy, policyOf } from '../../src/cadence/policy.ts';
import { referenceOf, tokenHash } from '../../src/kernel/references.ts';
import { LOCAL_RECEIVER } from '../../src/mail-reading/trust/provenance.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { ReadModels } from '../../src/ports/read-models.ts';
import type { Clock } from '../../src/ports/world.ts';
import type { Dependencies } from '../../src/workflows/dependencies.ts';
import { PaperClock } from '../support/paper-clock.ts';
import type { Dice } from './dice.ts';
import { type Durable, openDurable } from './durable.ts';
import { lyingModel } from './lying-model.ts';
import { Machine } from './machine.ts';
import { type Post, postOf } from './post.ts';
import { PaperSheet } from './sheet.ts';
import { Truth } from './truth.ts';

export const ADMIN = 'owner@harbourline.example';
export const RECEIVER_HOST = 'inbound-smtp.local.qf';
export const MESSAGE_HOST = 'mail.local.qf';
export const HOOK_SECRET = 'a secret of the quoting tool';
const QUOTES_ADDRESS = 'quotes@quotes.harbourline.example';

/** A business in a zone whose clocks change, or in one whose never do; by its own hours, cap and gap. */
export interface Setting {
  readonly config: Config;
  /** Local date and hour the simulation begins at. */
  readonly start: string;
  readonly rules: string;
}

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: unknown;
}

/** What is out of order around the system at the moment, besides the calls that fail by themselves. */
export interface Mood {
  /** So many of the newest events do not stand in the indexes yet. */
  readonly staleIndex: number;
  /** Of a hundred answers of the model so many are lies or failures. */
  readonly lies: number;
  /** Of a hundred writes into the sheet so many come to nothing, or to nobody knows what. */
  readonly sheetRefuses: number;
}
export const WELL: Mood = { staleIndex: 0, lies: 0, sheetRefuses: 0 };

/** The whole system without a laptop or AWS around it: the real handlers and loops over ports that can be made to fail. */
export class SimWorld {
  readonly dice: Dice;
  readonly setting: Setting;
  readonly truth = new Truth();
  readonly durable: Durable;
  readonly machine: Machine;
  readonly post: Post;
  readonly sheet: PaperSheet;
  readonly lines: LogLine[] = [];
  rules: string;
  voice = 'Warm and plain.\n';
  mood: Mood = WELL;
  /** The settings in force, and the paper clock that goes by them. */
  settings: { readonly config: Config; readonly version: string };
  policy: Policy;
  paper: PaperClock;
  #now: number;
  #world: { readonly process: number; readonly world: Dependencies } | null = null;

  constructor(dice: Dice, setting: Setting) {
    this.dice = dice;
    this.setting = setting;
    this.settings = { config: setting.config, version: 'c1' };
    this.policy = bareOf(setting.config);
    this.paper = new PaperClock(this.policy);
    this.#now = this.paper.at(setting.start, 8 * 60);
    this.rules = setting.rules;
    this.durable = openDurable(this.clock);
    const sleep = (ms: number): void => {
      this.#now += ms;
    };
    this.machine = new Machine(dice, { sleep, note: what => this.truth.count(what) });
    this.post = postOf(dice, { now: () => this.#now, log: this.durable.log, truth: this.truth, takes: sleep });
    this.sheet = new PaperSheet(dice, this.truth, () => this.mood);
  }

  readonly clock: Clock = { now: () => new Date(this.#now) };

  get now(): number {
    return this.#now;
  }

  get today(): string {
    return this.paper.dateOf(this.#now);
  }

  get minute(): number {
    return this.paper.wall(this.#now).minute;
  }

  readonly hashOf = tokenHash;
  readonly refOf = (address: string): string => referenceOf(REF_KEY, address);

  /** Time goes by; or back, where a clock is put right. */
  pass(ms: number): void {
    this.#now += ms;
  }

  /** From now on the business goes by other settings. */
  takeSettings(config: Config, version: string): void {
    this.settings = { config, version };
    this.policy = bareOf(config);
    this.paper = new PaperClock(this.policy);
  }

  /** What the process of the moment sees of the world. */
  get world(): Dependencies {
    const { process } = this.machine;
    if (this.#world?.process !== process) this.#world = { process, world: this.#open() };
    return this.#world.world;
  }

  /** The same without turns and faults: for whoever looks on from outside. */
  get outside(): Dependencies {
    return this.#ports((_, port) => port);
  }

  #open(): Dependencies {
    return this.#ports((name, port) => this.machine.port(name, port, name === 'mailer' ? { spared: ['send'] } : {}));
  }

  #ports(port: <P extends object>(name: string, real: P) => P): Dependencies {
    const { durable, sheet, post } = this;
    return {
      store: port('store', this.#lateIndex(durable.store)),
      keys: port('keys', durable.keys),
      readModels: port('readModels', this.#lateMessages(durable.readModels)),
      objects: port('objects', durable.objects),
      mailer: port('mailer', post.mailer),
      bus: port('bus', {
        publish: async (_type: unknown, detail: (typeof durable.bus)[number]) => void durable.bus.push(detail),
      }),
      oneOffs: port('oneOffs', {
        at: async (name: string, at: Date, payload: (typeof durable.bus)[number]) =>
          void durable.oneOffs.set(name, { at, payload }),
        cancel: async (name: string) => void durable.oneOffs.delete(name),
      }),
      model: lyingModel(templateModel, this.dice, { mood: () => this.mood, note: what => this.truth.count(what) }),
      mailReader: { ...readingHere, receivers: [LOCAL_RECEIVER] },
      readPdf: async () => E.left({ kind: 'stopped' }),
      hookSecrets: async () => [HOOK_SECRET],
      clock: this.clock,
      random: this.dice.bytes,
      secrets: {
        linkKeys: async () => [LINK_KEY],
        refKey: async () => REF_KEY,
      },
      configSource: port('config', {
        read: async () => this.settings,
        paused: async () => this.settings.config.paused,
      }),
      sheetWriter: port('sheetWriter', sheet.writer),
      installation: {
        quotesAddress: QUOTES_ADDRESS,
        systemAddress: 'follow-up@quotes.harbourline.example',
        publicUrl: 'http://qf.example',
        codeVersion: 'sim',
        businessName: '',
        messageIdHost: MESSAGE_HOST,
      },
      log: (level, message, fields = {}) => void this.lines.push({ level, message, fields }),
    };
  }

  /** An index follows its table after a while: what was appended a moment ago is not there yet. */
  #lateIndex(store: EventStore): EventStore {
    return {
      ...store,
      byDay: async (day, options) => {
        const page = await store.byDay(day, options);
        const { staleIndex } = this.mood;
        if (staleIndex === 0) return page;
        const fresh = this.durable.log
          .slice(-staleIndex)
          .filter(({ ts }) => Date.parse(ts) > this.#now - INDEX_DELAY_MS);
        const late = new Set(fresh.map(({ event_id }) => event_id));
        const items = page.items.filter(({ event_id }) => !late.has(event_id));
        if (items.length < page.items.length) this.truth.count('an index was behind');
        return { ...page, items };
      },
    };
  }

  #lateMessages(models: ReadModels): ReadModels {
    return {
      ...models,
      nudgeByMessage: async id => (this.mood.staleIndex > 0 ? null : models.nudgeByMessage(id)),
    };
  }
}

/** An index is behind for seconds, not for longer. */
const INDEX_DELAY_MS = 60_000;

const LINK_KEY = { kid: 'k1', secret: new Uint8Array(32).fill(7) };
export const REF_KEY = new Uint8Array(32).fill(9);

const bareOf = (config: Config): Policy => policyOf(config, { tiers: [], teams: {}, people: {}, away: [] });
