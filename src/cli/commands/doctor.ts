import { resolveMx as askDns } from 'node:dns/promises';
import * as E from 'fp-ts/lib/Either.js';
import type { Finding, Status } from '../../doctor/finding.ts';
import { isLogBehind } from '../../workflows/nudges/send-ledger.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse } from '../command.ts';
import { printable } from '../text-table.ts';
import { openInstall } from '../with-engine.ts';

const usage = `usage: qf doctor [--prefix qf] [--region REGION] [--json]

Walks the install on AWS and says what is wrong, each with what mends it: functions, settings, identities, sandbox, rule
set, MX record, model access, secrets, sheet, schedules and their zone, stream mappings, a log behind its sends, alarms and
who hears them, clock.
Only reads; each of the two models is asked for one token.

Credentials and region come from the environment, as for any AWS tool; they need to read what is looked at (the policy
ReadOnlyAccess, secretsmanager:GetSecretValue and bedrock:InvokeModel). Whatever else it has to know, the functions of the
install know. QF_BEDROCK_URL names a model server that is not AWS's.
Exit 1 when anything is wrong or could not be looked at, 2 when there are no credentials or no region.`;

const options = {
  prefix: { type: 'string', default: 'qf' },
  region: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const PREFIX = /^[a-z][a-z0-9-]{0,15}$/;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: [] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, doctorCommand, io);
  const { prefix, json, region = io.env.AWS_REGION || io.env.AWS_DEFAULT_REGION } = parsed.right.values;
  if (!PREFIX.test(prefix))
    return answerNotRun({ kind: 'usage', message: `--prefix ${prefix} begins no names of ours` }, doctorCommand, io);
  try {
    const found = await findings(prefix, region, io.env);
    for (const finding of found) for (const line of json ? [JSON.stringify(finding)] : linesOf(finding)) io.out(line);
    if (!json) io.out(summaryOf(found));
    return found.every(({ status }) => status === 'good' || status === 'note') ? 0 : 1;
  } catch (error) {
    const { isNoCredentials } = await import('../../doctor/finding.ts');
    if (!isNoCredentials(error)) throw error;
    io.err(`nothing can be looked at: ${error.message}`);
    io.err('set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_REGION or --region');
    return 2;
  }
};

/** Loaded only when it is run: ten clients of AWS, and Google's. */
const findings = async (prefix: string, given: string | undefined, env: Io['env']): Promise<readonly Finding[]> => {
  const [{ examine }, { doctorClients, regionOf }, { googleAccess }] = await Promise.all([
    import('../../doctor/doctor.ts'),
    import('../../doctor/clients.ts'),
    import('../../adapters/google/google-signer.ts'),
  ]);
  const clients = doctorClients({ region: given, modelEndpoint: env.QF_BEDROCK_URL || undefined });
  const clock = { now: () => new Date() };
  const region = await regionOf(clients);
  const isLogBehind = (of: string): Promise<boolean> =>
    logIsBehind({ prefix: of, region, endpoint: env.AWS_ENDPOINT_URL || undefined });
  return examine({ clients, region, clock, resolveMx, google: googleAccess, isLogBehind }, prefix);
};

/** Whether an install's log lacks the newest send that was kept beside it. */
export const logIsBehind = async (where: Parameters<typeof openInstall>[0]): Promise<boolean> => {
  const install = await openInstall(where);
  if (install === null) throw new Error('the function that sends cannot be found');
  return isLogBehind({ ...install, log: () => {} });
};

/** A name without the record is an answer, not a fault. */
const resolveMx = async (domain: string): Promise<Awaited<ReturnType<typeof askDns>>> => {
  try {
    return await askDns(domain);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
    throw error;
  }
};

const WORDS: Readonly<Record<Status, string>> = { good: 'good  ', note: 'note  ', wrong: 'WRONG ', unsure: 'UNSURE' };

const linesOf = ({ check, status, says, mend }: Finding): readonly string[] => [
  `${WORDS[status]} ${check.padEnd(13)} ${printable(says)}`,
  ...(mend === null ? [] : [`       ${' '.repeat(13)} → ${printable(mend)}`]),
];

const summaryOf = (found: readonly Finding[]): string => {
  const count = (status: Status): number => found.filter(finding => finding.status === status).length;
  const unsure = count('unsure');
  return `${count('wrong')} wrong${unsure > 0 ? `, ${unsure} not known` : ''}, ${count('note')} to know, ${count('good')} good`;
};

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'what is wrong with the install on AWS, and what mends it',
  usage,
  run,
};
