import * as E from 'fp-ts/lib/Either.js';
import { templateModel } from '../../src/adapters/local/template-model.ts';
import { readingHere } from '../../src/adapters/mail/parse-message.ts';
import type { World } from '../../src/application/world.ts';
import { type Config, type Policy, policyOf } from '../../src/cadence/policy.ts';
import { LOCAL_RECEIVER } from '../../src/inbox/provenance.ts';
import { tokenHash } from '../../src/kernel/references.ts';
import type { Clock } from '../../src/ports/world.ts';
import { PaperClock } from '../support/paper-clock.ts';
import type { Dice } from './dice.ts';
import { type Durable, openDurable } from './durable.ts';
import { Machine } from './machine.ts';
import { type Post, postOf } from './post.ts';
import { PaperSheet } from './sheet.ts';

export const ADMIN = 'owner@harbourline.example';
export const RECEIVER_HOST = 'inbound-smtp.local.qf';
export const MESSAGE_HOST = 'mail.local.qf';
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

/** The whole system without a laptop or AWS around it: the real handlers and loops over ports that can be made to fail. */
export class SimWorld {
  readonly dice: Dice;
  readonly setting: Setting;
  readonly policy: Policy;
  readonly paper: PaperClock;
  readonly durable: Durable;
  readonly machine: Machine;
  readonly post: Post;
  readonly sheet: PaperSheet;
  readonly lines: LogLine[] = [];
  rules: string;
  voice = 'Warm and plain.\n';
  #now: number;
  #world: { readonly process: number; readonly world: World } | null = null;

  constructor(dice: Dice, setting: Setting) {
    this.dice = dice;
    this.setting = setting;
    this.policy = policyOf(setting.config, { tiers: [], teams: {}, people: {}, away: [] });
    this.paper = new PaperClock(this.policy);
    this.#now = this.paper.at(setting.start, 8 * 60);
    this.rules = setting.rules;
    this.durable = openDurable(this.clock);
    const sleep = (ms: number): void => {
      this.#now += ms;
    };
    this.machine = new Machine(dice.fork(), sleep);
    this.post = postOf(
      dice.fork(),
      () => this.#now,
      () => this.durable.log.length,
      sleep,
    );
    this.sheet = new PaperSheet(dice.fork());
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

  pass(ms: number): void {
    this.#now += ms;
  }

  /** What the process of the moment sees of the world. */
  get world(): World {
    const { process } = this.machine;
    if (this.#world?.process !== process) this.#world = { process, world: this.#open() };
    return this.#world.world;
  }

  /** The same without turns and faults: for whoever looks on from outside. */
  get outside(): World {
    return this.#ports((_, port) => port);
  }

  close(): void {
    this.durable.database.close();
  }

  #open(): World {
    return this.#ports((name, port) => this.machine.port(name, port, name === 'mailer' ? { spared: ['send'] } : {}));
  }

  #ports(port: <P extends object>(name: string, real: P) => P): World {
    const { durable, sheet, setting, post } = this;
    const { config } = setting;
    const random = this.dice.fork();
    return {
      store: port('store', durable.store),
      keys: port('keys', durable.keys),
      readModels: port('readModels', durable.readModels),
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
      model: templateModel,
      mailReader: { ...readingHere, receivers: [LOCAL_RECEIVER] },
      readPdf: async () => E.left({ kind: 'stopped' }),
      hookSecrets: async () => [],
      clock: this.clock,
      random: random.bytes,
      secrets: {
        linkKeys: async () => [{ kid: 'k1', secret: new Uint8Array(32).fill(7) }],
        refKey: async () => new Uint8Array(32).fill(9),
      },
      configSource: port('config', {
        read: async () => ({ config, version: 'c1' }),
        paused: async () => config.paused,
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
}
