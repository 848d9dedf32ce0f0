import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { DOCS } from '../../application/business.ts';
import { cadenceWords, quietWords, understoodOf } from '../../application/understood.ts';
import type { Config, Holiday } from '../../cadence/policy.ts';
import { type RulesReading, readRules } from '../../cadence/rules/read-rules.ts';
import { paths } from '../../letters/console/paths.ts';
import { type RulesPage, rulesPage } from '../../letters/console/rules-page.ts';
import type { Fact } from '../../letters/views/fact.ts';
import { sourceWords } from '../../letters/views/understood.ts';
import { plainDate } from '../../letters/words/when.ts';
import { EDITED } from '../data-folder.ts';
import { shown } from './answers.ts';
import { documentStandings } from './document-standings.ts';
import { exportedPage, factLines, type SaidLine, wantsCsv } from './exported.ts';
import type { ConsoleResponse } from './request.ts';
import { MOST_RULES_BYTES, type TriedRules, textOf } from './tried-rules.ts';
import { aroundOf, type Visit } from './visit.ts';

const NOTHING_SAID: RulesReading = {
  rules: { tiers: [], teams: {}, people: {}, away: [] },
  sentences: {},
  notUsed: [],
};

/** What was understood, sentence by sentence, and the mistakes in sheet and docs; `tried`: what other rules come to. */
export const showRules = async (visit: Visit, tried: TriedRules | null = null): Promise<ConsoleResponse> => {
  const { business, context } = visit;
  const [reading, { documents, rulesFaults }] = await Promise.all([readingInForce(visit), documentStandings(visit)]);
  const page = {
    documents,
    understood: understoodOf(reading, business.config),
    notUsed: reading.notUsed,
    rulesFaults,
    rowFaults: business.mirror.refused,
    config: configFacts(visit),
  };
  if (wantsCsv(visit)) return exportedPage(visit, { view: 'rules as understood', name: 'rules', lines: linesOf(page) });
  return shown(
    rulesPage({
      ...page,
      around: aroundOf('rules', visit),
      trial: {
        target: { action: paths.rules, hidden: {} },
        text: tried?.text ?? (await newestRules(visit)),
        outcome: tried?.outcome ?? null,
        place: join(context.folder, EDITED.rules),
      },
    }),
  );
};

const linesOf = (page: Omit<RulesPage, 'around' | 'trial'>): readonly SaidLine[] => [
  ...page.understood.map((one): SaidLine => ['As understood', one.what, `${one.value} (${sourceWords(one)})`]),
  ...page.notUsed.map(({ line, sentence }): SaidLine => ['Not used', `line ${line}`, sentence]),
  ...page.rulesFaults.map(
    ({ line, sentence, expected }): SaidLine => [
      'Not understood',
      `line ${line}`,
      `${sentence} (expected: ${expected})`,
    ],
  ),
  ...page.rowFaults.map(
    ({ row, column, value, error }): SaidLine => ['Rows to mend', `row ${row}, ${column}`, `${value} (${error})`],
  ),
  ...page.documents.map(({ name, version }): SaidLine => ['What is read', name, version]),
  ...factLines('Config', page.config),
];

/** The doc as it lies in the folder, in force or not. */
const newestRules = async ({ context }: Visit): Promise<string> => {
  const bytes = await readFile(join(context.folder, EDITED.rules)).catch(() => null);
  return bytes === null || bytes.length > MOST_RULES_BYTES ? '' : textOf(bytes);
};

/** The accepted doc, read again under today's config; one that no longer can be read says nothing, as for every decision. */
const readingInForce = async ({ world, business }: Visit): Promise<RulesReading> => {
  const stored = await world.objects.get('rules-source', DOCS.rules);
  const read = stored ? readRules(new TextDecoder().decode(stored.body), business.config) : null;
  return read && E.isRight(read) ? read.right : NOTHING_SAID;
};

const configFacts = ({ business: { config }, world, context }: Visit): readonly Fact[] => [
  { label: 'Time zone', value: config.timezone },
  { label: 'Currency', value: config.currency },
  { label: 'Locale', value: config.locale },
  { label: 'Admin', value: config.admin },
  { label: 'Sending', value: config.paused ? 'paused' : 'on' },
  { label: 'Quiet hours', value: quietWords(config.quietHours) },
  { label: 'Weekends', value: config.skipWeekends ? 'nothing is sent' : 'are working days' },
  { label: 'Holidays', value: listOr(config.holidays.map(holidayWords), 'none') },
  { label: 'Cadence', value: cadenceWords(config.defaultCadence) },
  { label: 'Nudges', value: limitsOf(config) },
  { label: 'Company domains', value: listOr(config.companyDomains, 'any') },
  { label: 'Known reps', value: listOr(config.knownReps, 'those of the rules doc') },
  { label: 'Stakeholders', value: listOr(config.stakeholders, 'none') },
  { label: 'Quotes address', value: world.installation.quotesAddress },
  { label: 'Mail in', value: `127.0.0.1, port ${context.smtpPort}` },
  { label: 'Mail out', value: context.relay ?? 'stays in the mailbox here' },
];

/** `25 December every year`, `8 February 2027`. */
const holidayWords = (holiday: Holiday): string =>
  holiday.startsWith('--')
    ? `${plainDate(`2000${holiday.slice(1)}`).replace(' 2000', '')} every year`
    : plainDate(holiday);

const limitsOf = ({ nudgeCap, minGapDays }: Config): string =>
  `at most ${nudgeCap} for one quote, at least ${minGapDays} days apart`;

const listOr = (values: readonly string[], otherwise: string): string =>
  values.length === 0 ? otherwise : values.join(', ');
