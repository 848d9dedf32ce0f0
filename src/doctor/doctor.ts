import * as E from 'fp-ts/lib/Either.js';
import type { GoogleAccess, ServiceAccount } from '../adapters/google/google-signer.ts';
import type { Clock } from '../ports/world.ts';
import { checkAlarms, checkTopics, lookAtAlarms, lookAtTopic } from './alarms.ts';
import type { DoctorClients } from './clients.ts';
import { CHECKS, type Deployment, type Finding, good, judged, type Looked, look, wrong } from './finding.ts';
import {
  checkConcurrency,
  checkFunctions,
  concurrencyOf,
  FUNCTIONS,
  type FunctionFacts,
  lookAtFunction,
} from './functions.ts';
import {
  checkIdentities,
  checkMx,
  checkRuleSet,
  checkSandbox,
  lookAtAccount,
  lookAtIdentity,
  lookAtRules,
  type MxFacts,
} from './mail.ts';
import { checkModels, lookAtModel } from './model.ts';
import { checkClock, checkSchedules, lookAtSchedule, SCHEDULES, serverTime } from './schedules.ts';
import { checkSecrets, lookAtSecrets } from './secrets.ts';
import { checkSettings, lookAtSettings, type SettingsFacts } from './settings.ts';
import { checkSheet, lookAtSheet } from './sheet.ts';
import { checkLog, checkStreams, lookAtStreams } from './streams.ts';

export interface DoctorWorld {
  readonly clients: DoctorClients;
  readonly region: string;
  readonly clock: Clock;
  readonly resolveMx: (domain: string) => Promise<MxFacts['records']>;
  readonly google: (account: ServiceAccount) => GoogleAccess;
  /** Whether the install's log lacks the newest send that was kept beside it. */
  readonly isLogBehind: (prefix: string) => Promise<boolean>;
}

/**
 * Walks an install, of which nothing but the prefix is told: the rest its functions know. Throws only where nothing can
 * be looked at, for want of credentials.
 */
export const examine = async (deps: DoctorWorld, prefix: string): Promise<readonly Finding[]> => {
  const { clients, region } = deps;
  const time = serverTime(deps.clock);
  time.listen(clients.lambda);
  const functions = await look(() => Promise.all(FUNCTIONS.map(name => lookAtFunction(clients.lambda, prefix, name))));
  const where = { prefix, region };
  const clock = (): readonly Finding[] => {
    const aheadMs = time.aheadMs();
    return aheadMs === null ? [] : checkClock(aheadMs);
  };
  const first = judged('functions', functions, facts => checkFunctions(facts, where));
  const at = E.isRight(functions) ? deploymentOf(functions.right, where) : null;
  if (at === null) return [...first, ...clock()];
  const [concurrency, parts] = await Promise.all([look(() => concurrencyOf(clients.lambda)), examineParts(deps, at)]);
  const quota = E.isRight(concurrency) ? checkConcurrency(concurrency.right, where) : [];
  return [...first, ...quota, ...parts, ...clock()].toSorted(
    (a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check),
  );
};

/** What an install knows of itself, by any of its functions. */
const deploymentOf = (
  functions: readonly FunctionFacts[],
  where: { readonly prefix: string; readonly region: string },
): Deployment | null => {
  const found = functions.find(({ name, found }) => found !== null && name !== 'intake-webhook')?.found;
  if (!found) return null;
  const [, , , , account = ''] = found.arn.split(':');
  return { ...where, account, variable: name => found.variables[name] ?? '' };
};

const examineParts = async (deps: DoctorWorld, at: Deployment): Promise<readonly Finding[]> => {
  const { clients, clock } = deps;
  const settings = await look(() => lookAtSettings(clients.ssm, { path: at.variable('QF_CONFIG_PATH'), clock }));
  const found = await Promise.all([
    judged('settings', settings, facts => checkSettings(facts, at)),
    examineMail(deps, at, settings),
    examineModels(deps, at),
    examineSecretsAndSheet(deps, at),
    look(() =>
      Promise.all(Object.keys(SCHEDULES).map(name => lookAtSchedule(clients.scheduler, at.prefix, name))),
    ).then(looked => judged('schedules', looked, facts => checkSchedules(facts, zoneOf(settings, at), at))),
    look(() => lookAtStreams(clients, at.prefix)).then(looked =>
      judged('streams', looked, facts => checkStreams(facts, at)),
    ),
    look(() => deps.isLogBehind(at.prefix)).then(looked => judged('log', looked, behind => checkLog(behind, at))),
    examineAlarms(deps, at, settings),
  ]);
  return found.flat();
};

const zoneOf = (settings: Looked<SettingsFacts>, at: Deployment): string => {
  const config = E.isRight(settings) ? settings.right.config : E.left([]);
  return E.isRight(config) ? config.right.timezone : at.variable('QF_TIMEZONE');
};

const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1).toLowerCase();

const examineMail = async (
  { clients, resolveMx }: DoctorWorld,
  at: Deployment,
  settings: Looked<SettingsFacts>,
): Promise<readonly Finding[]> => {
  const config = E.isRight(settings) ? settings.right.config : E.left([]);
  const own = domainOf(at.variable('QF_SYSTEM_ADDRESS'));
  const domains = [...new Set([own, ...(E.isRight(config) ? config.right.companyDomains : [])])];
  const inbound = domainOf(at.variable('QF_QUOTES_ADDRESS'));
  const [identities, account, rules, mx] = await Promise.all([
    look(() => Promise.all(domains.map(domain => lookAtIdentity(clients.sesv2, domain)))),
    look(() => lookAtAccount(clients.sesv2)),
    look(() => lookAtRules(clients.ses)),
    look(async () => ({ domain: inbound, records: await resolveMx(inbound) })),
  ]);
  return [
    ...judged('identities', identities, facts => checkIdentities(facts, at)),
    ...judged('sandbox', account, facts => checkSandbox(facts, at)),
    ...judged('rule-set', rules, facts => checkRuleSet(facts, at)),
    ...judged('mx-record', mx, facts => checkMx(facts, at)),
  ];
};

const examineModels = async ({ clients }: DoctorWorld, at: Deployment): Promise<readonly Finding[]> => {
  const models = await Promise.all([
    lookAtModel(clients.bedrock, at.variable('QF_MODEL'), 'drafts and labels'),
    lookAtModel(clients.bedrock, at.variable('QF_SUMMARY_MODEL'), 'summary'),
  ]);
  return checkModels(models, at);
};

const examineSecretsAndSheet = async (
  { clients, clock, google }: DoctorWorld,
  at: Deployment,
): Promise<readonly Finding[]> => {
  const secrets = await look(() => lookAtSecrets(clients.secrets, at, clock));
  const account = E.isRight(secrets) ? secrets.right.account : null;
  const sheet: readonly Finding[] =
    account === null
      ? [wrong('sheet', 'the sheet cannot be asked for without its service account', 'mend the secrets first')]
      : judged('sheet', await look(() => lookAtSheet(google(account), at, clock.now)), checkSheet);
  return [...judged('secrets', secrets, facts => checkSecrets(facts, at)), ...sheet];
};

const examineAlarms = async (
  { clients }: DoctorWorld,
  at: Deployment,
  settings: Looked<SettingsFacts>,
): Promise<readonly Finding[]> => {
  const topic = (name: string): string =>
    `arn:${partitionOf(at.region)}:sns:${at.region}:${at.account}:${at.prefix}-${name}`;
  const [topics, alarms] = await Promise.all([
    look(() => Promise.all(['alarms', 'cost-alarm'].map(name => lookAtTopic(clients.sns, topic(name))))),
    look(() => lookAtAlarms(clients.cloudwatch, at.prefix)),
  ]);
  const config = E.isRight(settings) ? settings.right.config : E.left([]);
  const admin = E.isRight(config) ? config.right.admin : '<address>';
  const heard = judged('alarms', topics, facts => checkTopics(facts, admin, at));
  const rung = judged('alarms', alarms, facts => checkAlarms(facts, E.isRight(topics) ? topics.right : [], at));
  const found = [...heard, ...rung];
  return found.length > 0 ? found : [good('alarms', 'all alarms are quiet, and somebody hears them')];
};

/** As ARNs begin. */
const partitionOf = (region: string): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
