import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Log } from '../ports/world.ts';
import { CannotStart } from './data-folder.ts';
import { type EngineKind, TABLES } from './engine.ts';
import { ConfigUnreadable } from './file-sources.ts';
import { startSystem } from './system.ts';

const USAGE = `npm start                         the whole system on this machine, with SQLite
npm start -- --dynamodb           the same on the bundled DynamoDB engine
npm start -- --dynamodb URL       the same on the DynamoDB engine at URL

QF_DATA      folder for all state (default .qf)
QF_PORT      port of the console on loopback (default 4280)
QF_SMTP_PORT port for mail in on loopback (default QF_PORT + 1)
QF_TABLES    what the tables' names begin with on the engine at URL (default qf)
QF_SMTP_URL  a relay, smtp://user:password@host:587: then mail really leaves`;

/** Entry point of \`npm start\`: reads the environment and the command line; nothing below does. */
const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { dynamodb: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (positionals.length > (values.dynamodb ? 1 : 0))
    throw new CannotStart(`unexpected argument: ${positionals.at(-1)}\n\n${USAGE}`);
  const engine: EngineKind = values.dynamodb
    ? { engine: 'dynamodb', url: positionals[0] ?? null, tables: tablesOf(process.env.QF_TABLES) }
    : { engine: 'sqlite' };
  const port = portOf('QF_PORT', process.env.QF_PORT, 4280);
  const smtpUrl = process.env.QF_SMTP_URL || null;
  if (smtpUrl !== null && !/^smtps?:\/\//.test(smtpUrl))
    throw new CannotStart('QF_SMTP_URL must begin with smtp:// or smtps://');
  const folder = resolve(process.env.QF_DATA ?? '.qf');
  const smtpPort = portOf('QF_SMTP_PORT', process.env.QF_SMTP_PORT, port === 0 ? 0 : port + 1);
  const system = await startSystem({ folder, engine, port, smtpPort, smtpUrl, log: stderrLog, waitForStart: false });
  console.log(system.url);
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    // Whatever is cut off here is found again at the next start, as after a crash; nobody waits for a long check to end.
    setTimeout(() => process.exit(0), CLOSING_MS).unref();
    system.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  if (process.env.npm_lifecycle_event !== undefined) whenOrphaned(end);
};

/** npm hands a signal on to its shell and no further: when that has ended, so has what was asked to run. */
const whenOrphaned = (end: () => void): void => {
  setInterval(() => process.ppid !== startedBy && end(), ORPHAN_LOOK_MS).unref();
};
const startedBy = process.ppid;
const ORPHAN_LOOK_MS = 500;

/** Long enough for a hand-over that is under way to be recorded, as a rule. */
const CLOSING_MS = 3_000;

/** Only an engine at a URL may hold the tables of several folders. */
const tablesOf = (text: string | undefined): string => {
  if (text === undefined || text === '') return TABLES;
  if (/^[A-Za-z0-9_.-]{2,100}$/.test(text)) return text;
  throw new CannotStart(`QF_TABLES is ${JSON.stringify(text)}; letters, digits, dots and dashes make a table's name`);
};

const portOf = (name: string, text: string | undefined, otherwise: number): number => {
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CannotStart(`${name} is ${JSON.stringify(text)}; it must be a port from 0 to 65535`);
  return port;
};

/** What went wrong, one JSON object a line, on stderr; the rest is in the console. */
const stderrLog: Log = (level, message, fields = {}) => {
  if (level === 'error') process.stderr.write(`${JSON.stringify({ level, message, ...fields })}\n`);
};

const messageOf = (error: unknown): string => {
  if (error instanceof CannotStart || error instanceof ConfigUnreadable) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'the port is in use: stop what uses it, or set QF_PORT (and QF_SMTP_PORT) to others';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

main().catch((error: unknown) => {
  process.stderr.write(`qf cannot start: ${messageOf(error)}\n`);
  process.exitCode = 1;
});
