import type { Measured } from './measured.ts';
import type { PriceName } from './prices.ts';
import { emptyTally, type Tally } from './tally.ts';

/** What is not counted but assumed, each on the high side. */
export const ASSUMED_TIMES = {
  /** Milliseconds that a call of a function takes beside what it asks: the start of most is a cold one. */
  startMs: 700,
  tableMs: 6,
  getMs: 25,
  putMs: 40,
  mailMs: 150,
  modelMs: 3_000,
  scheduleMs: 40,
  /** The sheet and both docs, asked of Google. */
  googleMs: 2_000,
  /** A whole processor's share of memory. */
  processorMb: 1_769,
} as const;
export const ASSUMED_SIZES = {
  /** Drafts that are asked for twice. */
  modelTries: 1.1,
  /** Secrets that a function reads each five minutes it is at work: the link key, the sheet's account. */
  secretsEach: 2,
  mailInBytes: 50_000,
  logBytesEachCall: 1_500,
  /** Readings of the sheet that bring something new, a day, each kept as an old version for seven years. */
  sheetVersions: 8,
  sheetBytesEachQuote: 160,
  /** What is stored is billed each month: the figures are of the twelfth month. */
  months: 12,
} as const;

const GB = 1e9;
const DAYS = 30;
const MAIL_EVENTS = 2;
const CHUNK_BYTES = 262_144;
const FIVE_MINUTES_A_MONTH = (DAYS * 24 * 60) / 5;

export type Usage = Readonly<Record<PriceName, number>>;

/** Fixed parts of an install, from its template. */
export interface Install {
  readonly secrets: number;
  readonly alarmMetrics: number;
  readonly ownMetrics: number;
  /** MB of each function. */
  readonly memory: Readonly<Record<string, number>>;
}

/** What a month uses of everything that has a price. */
export const usageOf = (measured: Measured, install: Install): Usage => {
  const functions = withPlumbing(measured);
  const all = Object.values(functions);
  const sum = (field: keyof Tally): number => all.reduce((total, tally) => total + tally[field], 0);
  const calls = sum('calls');
  const { mailsIn, quotes } = measured;
  const mails = sum('mails');
  const { months, modelTries, mailInBytes, logBytesEachCall, sheetVersions, sheetBytesEachQuote } = ASSUMED_SIZES;
  const sheetBytes = sheetVersions * DAYS * months * quotes * sheetBytesEachQuote;
  const tableGb = (sum('tableBytes') * months) / GB;
  return {
    reads: sum('readUnits'),
    writes: sum('writeUnits'),
    tableGb,
    backupGb: tableGb,
    gets: sum('gets'),
    puts: sum('puts') + mailsIn,
    objectGb: ((sum('objectBytes') + mailsIn * mailInBytes) * months + sheetBytes) / GB,
    requests: calls,
    gbSeconds: Object.entries(functions).reduce((total, [name, tally]) => total + gbSecondsOf(name, tally, install), 0),
    mailsOut: mails,
    attachmentGb: sum('attachmentBytes') / GB,
    mailsIn,
    chunksIn: mailsIn * Math.floor(mailInBytes / CHUNK_BYTES),
    // Moves and routed mails; objects of the mail bucket; what the mail service says of each mail.
    busEvents: sum('busEvents') + mailsIn + sum('puts') + mailsIn + MAIL_EVENTS * mails,
    schedules: sum('schedules') + scheduledCalls(functions),
    tokensIn: sum('tokensIn') * modelTries,
    tokensOut: sum('tokensOut') * modelTries,
    summaryTokensIn: sum('summaryTokensIn'),
    summaryTokensOut: sum('summaryTokensOut'),
    secrets: install.secrets,
    secretCalls: all.reduce((total, tally) => total + secretCallsOf(tally), 0),
    alarms: install.alarmMetrics,
    metrics: install.ownMetrics,
    logGb: (calls * logBytesEachCall) / GB,
  };
};

/** Functions that were not called as such: one call of both readers of the stream for each event at most, and so on. */
const withPlumbing = ({ functions, mailsIn, eventsAMonth }: Measured): Readonly<Record<string, Tally>> => {
  const mails = Object.values(functions).reduce((total, { mails }) => total + mails, 0);
  const calling = (name: string, calls: number): Record<string, Tally> => {
    const tally = functions[name];
    return tally === undefined ? {} : { [name]: { ...tally, calls } };
  };
  const routing = functions['reply-handler'];
  return {
    ...functions,
    ...calling('projector', eventsAMonth),
    ...calling('publisher', eventsAMonth),
    ...calling('delivery-events', MAIL_EVENTS * mails),
    // It reads what the handler behind it reads once more, and writes nothing.
    ...(routing === undefined ? {} : { 'mail-router': { ...emptyTally(), calls: mailsIn, gets: 3 * mailsIn } }),
  };
};

const scheduledCalls = (functions: Readonly<Record<string, Tally>>): number =>
  ['drive-sync', 'sweep', 'timer', 'digest', 'summary'].reduce(
    (total, name) => total + (functions[name]?.calls ?? 0),
    0,
  );

/** Read anew after five minutes; a function that reads nothing in force reads no secret. */
const secretCallsOf = ({ calls, gets }: Tally): number =>
  gets === 0 ? 0 : Math.min(calls, FIVE_MINUTES_A_MONTH) * ASSUMED_SIZES.secretsEach;

/** Calls are taken one after another, though most functions ask several at a time. */
const gbSecondsOf = (name: string, tally: Tally, { memory }: Install): number => {
  const { startMs, tableMs, getMs, putMs, mailMs, modelMs, scheduleMs, googleMs, processorMb } = ASSUMED_TIMES;
  const mb = memory[name] ?? 0;
  const waits =
    tally.calls * (startMs + (name === 'drive-sync' ? googleMs : 0)) +
    tally.tableCalls * tableMs +
    tally.gets * getMs +
    tally.puts * putMs +
    tally.mails * mailMs +
    tally.modelCalls * modelMs +
    tally.schedules * scheduleMs;
  return ((waits + (tally.ownMs * processorMb) / Math.max(mb, 1)) / 1_000) * (mb / 1_024);
};
