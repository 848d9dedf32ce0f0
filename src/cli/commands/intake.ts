import { basename } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { parseMessage } from '../../adapters/mail/parse-message.ts';
import { readPdf } from '../../adapters/pdf/read-pdf.ts';
import type { Config } from '../../cadence/policy.ts';
import type { IntakeSettings } from '../../quote-intake/context.ts';
import { intakeJson, intakeTable } from '../../quote-intake/intake-json.ts';
import { explainPdfRefusal } from '../../quote-intake/pdf-pages.ts';
import type { QuoteFields } from '../../quote-intake/quote-fields.ts';
import { readQuoteMail, readQuotePdf } from '../../quote-intake/read-quote-mail.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse, readInput } from '../command.ts';
import { readConfig, WITHOUT_CONFIG } from '../read-config.ts';

const usage = `usage: qf intake FILE.eml|FILE.pdf [--config FILE] [--json]

Reads a quote that was sent, as the quotes inbox would, and proposes nothing: each field with the words it was read from.
What is not found or doubtful is null in the JSON and listed in "missing". ${WITHOUT_CONFIG}`;

const options = { config: { type: 'string' }, json: { type: 'boolean' } } as const;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: ['FILE'] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, intakeCommand, io);
  const { values, operands } = parsed.right;
  const [file = ''] = operands;
  const config = await readConfig(io, values.config);
  if (E.isLeft(config)) return config.left;
  const bytes = await readInput(io, file);
  if (E.isLeft(bytes)) {
    io.err(bytes.left);
    return 2;
  }
  const fields = await fieldsIn(bytes.right, basename(file), settingsOf(config.right, values.config !== undefined), io);
  if (E.isLeft(fields)) {
    io.err(`${file}: ${fields.left}`);
    return 1;
  }
  if (values.json) io.out(JSON.stringify(intakeJson(fields.right)));
  else for (const line of intakeTable(fields.right)) io.out(line);
  return 0;
};

const fieldsIn = async (
  bytes: Uint8Array,
  fileName: string,
  settings: IntakeSettings,
  io: Io,
): Promise<E.Either<string, QuoteFields>> => {
  const reader = (pdf: Uint8Array) => readPdf(pdf, { signal: io.signal });
  if (isPdf(bytes, fileName)) {
    const pages = await reader(bytes);
    return E.isLeft(pages)
      ? E.left(explainPdfRefusal(pages.left))
      : E.right(readQuotePdf(fileName, pages.right, settings));
  }
  const message = await parseMessage(bytes);
  if (E.isLeft(message)) return E.left(`${message.left.why}; a mail (.eml) or a PDF is read`);
  const { fields, refused } = await readQuoteMail(message.right, reader, settings);
  for (const { fileName: name, refusal } of refused) io.err(`${name}: ${explainPdfRefusal(refusal)}`);
  return E.right(fields);
};

const isPdf = (bytes: Uint8Array, fileName: string): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-' || /\.pdf$/i.test(fileName);

/** Without a config file its defaults say nothing about the business. */
const settingsOf = (config: Config, given: boolean): IntakeSettings => ({
  currency: config.currency,
  locale: config.localeConfigured ? config.locale : undefined,
  companyDomains: config.companyDomains,
  ownAddresses: given ? [config.admin, ...config.knownReps] : [],
  timezone: given ? config.timezone : undefined,
});

export const intakeCommand: Command = {
  name: 'intake',
  summary: 'what a sent quote says: a mail or a PDF, each field with its words',
  usage,
  run,
};
