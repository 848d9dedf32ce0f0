import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { diskObjects } from '../../adapters/filesystem/disk-objects.ts';
import { fileSecrets } from '../../adapters/filesystem/file-secrets.ts';
import { sharedReader } from '../../adapters/mail/guarded-reader.ts';
import type { Config } from '../../cadence/policy.ts';
import { CannotStart } from '../../local/data-folder.ts';
import { ConfigUnreadable, fileConfig } from '../../local/file-sources.ts';
import { openExisting } from '../../local/open-engine.ts';
import { quotesAddressOf } from '../../local/runtime.ts';
import { currentJourney } from '../../local/time-travel.ts';
import {
  comeBack,
  judge,
  judgeAlone,
  type MailReading,
  type ReadingSettings,
  type TakenMail,
  UNREFERRED,
  unreadable,
} from '../../mail-reading/mail-reading.ts';
import { localPart, type Unreadable } from '../../mail-reading/message.ts';
import { isSetupNote, LOCAL_RECEIVER, SES_RECEIVER } from '../../mail-reading/trust/provenance.ts';
import { messageIdKey, whichQuote } from '../../mail-reading/which-quote.ts';
import type { Log } from '../../ports/world.ts';
import { readMirror, readPolicy } from '../../workflows/business-context.ts';
import { quoteLookup } from '../../workflows/replies/reply-tokens.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse, readInput } from '../command.ts';
import { readConfig } from '../read-config.ts';

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

const usage = `usage: qf read FILE.eml|DIR [--config FILE] [--json]

Reads stored mail as the inbox would, and does nothing: what kind it is, who vouches for it, what they wrote, what was cut
away, when they are back, whether a bounce is hard, and how the words are labelled. A folder is read with all its
subfolders, one line a file. Of a signature is cut what stands below two dashes or, as a visiting card, below a rule, what
the mail program put there, and the legal notice; greeting and name are text. Which quote a mail is about is looked up in the data folder that QF_DATA names (default .qf),
beside a system that may be running on it. Without one, marks of sent mail are unknown, and without --config as well
nothing of your business is.`;

const options = { config: { type: 'string' }, json: { type: 'boolean' } } as const;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: ['FILE|DIR'] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, readCommand, io);
  const { values, operands } = parsed.right;
  const [path = ''] = operands;
  const config = await readConfig(io, values.config);
  if (E.isLeft(config)) return config.left;
  const folder = await filesIn(path);
  const show = values.json ? jsonLine : folder === null ? block : line;
  const known = await openKnownBusiness(io, values.config === undefined ? null : config.right);
  const reader = sharedReader();
  let worst: ExitCode = 0;
  try {
    for (const file of folder ?? [path]) {
      if (io.signal.aborted) return 1;
      const bytes = await readInput(io, file);
      if (E.isLeft(bytes)) {
        io.err(bytes.left);
        if (folder !== null) io.out(show(file, unreadable({ kind: 'not-mail', why: bytes.left })));
        worst = 2;
      } else if (isSetupNote(file)) io.out(show(file, SETUP_NOTE));
      else io.out(show(file, await known.reading(await reader.take(bytes.right, known.settings))));
    }
  } finally {
    await known.close();
  }
  return worst;
};

/** All files of a folder and below, sorted by path; `null` when it is no folder. */
const filesIn = async (path: string): Promise<readonly string[] | null> => {
  if (path === '-') return null;
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries
      .filter(entry => entry.isFile() || entry.isSymbolicLink())
      .map(entry => join(entry.parentPath, entry.name));
    return files.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  } catch {
    return null;
  }
};

/** Set aside: the mail service wrote it to see whether it may. */
const SETUP_NOTE: MailReading = {
  ...unreadable({ kind: 'not-mail', why: 'the setup note of the mail service, skipped' }),
  kind: 'list',
};

const jsonLine = (file: string, reading: MailReading): string =>
  JSON.stringify({
    file,
    kind: reading.kind,
    provenance: provenanceJson(reading),
    reference: { how: reading.reference.how, quote_id: reading.reference.quoteId },
    text: reading.text,
    elided: reading.elided,
    return_date: reading.returnDate,
    hard: reading.hard,
    label: reading.label,
    why: reading.why,
  });

const provenanceJson = ({ provenance, subject, date }: MailReading): Readonly<Record<string, unknown>> =>
  provenance === null
    ? {}
    : {
        receiver: provenance.receiver,
        received_at: provenance.receivedAt,
        recipient: provenance.recipient,
        envelope_from: provenance.envelopeFrom,
        from: provenance.from,
        subject,
        date,
        virus: provenance.virus,
        spam: provenance.spam,
        spf: provenance.spf,
        dkim: provenance.dkim,
        dmarc: provenance.dmarc,
        authentication: provenance.authentication,
      };

const kindWords = ({ kind, hard, label }: MailReading): string =>
  [kind, hard === null ? null : hard ? 'hard' : 'soft', label].filter(word => word !== null).join(', ');

const line = (file: string, reading: MailReading): string =>
  `${file}: ${kindWords(reading)}: ${reading.why.replace(/\s+/g, ' ')}`;

const block = (file: string, reading: MailReading): string => {
  const { provenance, subject, date, returnDate, text, elided, reference } = reading;
  const cut = elided === '' ? null : `${elided.split('\n').length} lines`;
  const rows: readonly (readonly [string, string | null])[] = [
    ['file', file],
    ['kind', kindWords(reading)],
    ['why', reading.why],
    ['from', provenance?.from ?? null],
    ['subject', subject === '' ? null : subject],
    ['date', date],
    ['received by', provenance?.receiver ?? null],
    ['for', provenance?.recipient ?? null],
    ['sender proven', provenance === null || provenance.receiver === null ? null : provenance.authentication],
    ['quote', reference.how === UNREFERRED.how ? null : `${reference.quoteId ?? 'unknown'} (${reference.how})`],
    ['back on', returnDate],
    ['cut away', cut],
  ];
  const shown = rows.flatMap(([name, value]) => (value === null ? [] : [`${name.padEnd(14)}${value}`]));
  return [...shown, ...(text === '' ? [] : ['', text])].join('\n');
};

export const readCommand: Command = {
  name: 'read',
  summary: 'what a stored mail is and says, without acting on it',
  usage,
  run,
};
