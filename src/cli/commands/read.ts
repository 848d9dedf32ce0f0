import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { sharedReader } from '../../adapters/mail/guarded-reader.ts';
import { type MailReading, UNREFERRED, unreadable } from '../../inbox/mail-reading.ts';
import { isSetupNote } from '../../inbox/provenance.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse, readInput } from '../command.ts';
import { openKnownBusiness } from '../known-business.ts';
import { readConfig } from '../read-config.ts';

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
