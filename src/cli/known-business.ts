import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { diskObjects } from '../adapters/local/disk-objects.ts';
import { fileSecrets } from '../adapters/local/file-secrets.ts';
import { readMirror, readPolicy } from '../application/business.ts';
import { quoteLookup } from '../application/marks.ts';
import type { Config } from '../cadence/policy.ts';
import { localPart } from '../inbox/local-part.ts';
import {
  comeBack,
  judge,
  judgeAlone,
  type MailReading,
  type ReadingSettings,
  type TakenMail,
} from '../inbox/mail-reading.ts';
import type { Unreadable } from '../inbox/message.ts';
import { LOCAL_RECEIVER, SES_RECEIVER } from '../inbox/provenance.ts';
import { messageIdKey, whichQuote } from '../inbox/which-quote.ts';
import { CannotStart } from '../local/data-folder.ts';
import { ConfigUnreadable, fileConfig } from '../local/file-sources.ts';
import { currentJourney } from '../local/journey.ts';
import { openExisting } from '../local/open-engine.ts';
import { quotesAddressOf } from '../local/quotes-address.ts';
import type { Log } from '../ports/world.ts';
import type { Io } from './command.ts';

/** What is known when stored mail is read: settings for the reading, and which quote it is about. */
export interface KnownBusiness {
  readonly settings: ReadingSettings;
  readonly reading: (taken: E.Either<Unreadable, TakenMail>) => Promise<MailReading>;
  readonly close: () => Promise<void>;
}

const RECEIVERS = [SES_RECEIVER, LOCAL_RECEIVER];

/**
 * The business in the data folder that QF_DATA names, else in `.qf`; its keys, its sheet and its sent mail are only read. A
 * given config stands before the folder's. Where there is no such folder, or it cannot be used, mail is read without: said
 * on stderr when a folder was meant.
 */
export const openKnownBusiness = async (io: Io, config: Config | null): Promise<KnownBusiness> => {
  const folder = resolve(io.env.QF_DATA || '.qf');
  if (!io.env.QF_DATA && !(await exists(join(folder, 'engine.json')))) return unknownBusiness(config);
  try {
    return await openFolder(io, folder, config);
  } catch (error) {
    if (!(error instanceof CannotStart || error instanceof ConfigUnreadable)) throw error;
    io.err(`read without a data folder: ${error.message}`);
    return unknownBusiness(config);
  }
};

const unknownBusiness = (config: Config | null): KnownBusiness => ({
  settings: {
    receivers: RECEIVERS,
    keys: [],
    side: {
      quotesAddress: null,
      reps: config === null ? [] : [config.admin, ...config.knownReps].map(address => address.toLowerCase()),
      companyDomains: config?.companyDomains ?? [],
    },
    locale: config?.localeConfigured ? config.locale : null,
  },
  reading: async taken => judgeAlone(taken),
  close: async () => undefined,
});

const openFolder = async (io: Io, folder: string, given: Config | null): Promise<KnownBusiness> => {
  const journey = await currentJourney(folder);
  if (journey) io.err('the clock is on a journey: mail is looked up in what happened on it');
  const dataFolder = journey?.dataFolder ?? folder;
  const log = logTo(io);
  const engine = await openExisting(dataFolder, log);
  try {
    const config = given ?? (await (await fileConfig(folder)).read()).config;
    const objects = diskObjects(join(dataFolder, 'objects'), { now: () => new Date() });
    const configSource = { read: async () => ({ config, version: 'read' }), paused: async () => config.paused };
    const [policy, mirror, keys] = await Promise.all([
      readPolicy({ objects, configSource, log }),
      readMirror({ objects, log }, config),
      linkKeys(folder),
    ]);
    const lookup = quoteLookup({ objects, readModels: engine.readModels }, mirror);
    const isOurs = async (id: string): Promise<boolean> =>
      (await engine.readModels.nudgeByMessage(localPart(messageIdKey(id)))) !== null;
    return {
      settings: {
        receivers: RECEIVERS,
        keys,
        side: {
          quotesAddress: quotesAddressOf(config),
          reps: [config.admin, ...config.knownReps, ...Object.values(policy.people)].map(one => one.toLowerCase()),
          companyDomains: config.companyDomains,
        },
        locale: config.locale,
      },
      reading: async taken => {
        if (E.isLeft(taken)) return judgeAlone(taken);
        const { messageId, marks } = taken.right;
        const own = messageId !== null && (await isOurs(messageId));
        return judge(own ? comeBack(taken.right) : taken.right, await whichQuote(marks, lookup));
      },
      close: engine.close,
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
};

/** Only read: a folder without secrets has signed nothing. */
const linkKeys = async (folder: string): Promise<ReadingSettings['keys']> => {
  const path = join(folder, 'secrets.json');
  return (await exists(path)) ? (await fileSecrets(path)).linkKeys() : [];
};

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const logTo =
  (io: Io): Log =>
  (level, message, fields = {}) => {
    if (level === 'error') io.err(JSON.stringify({ level, message, ...fields }));
  };
