import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import { initialContact } from '../aggregates/contact.ts';
import { type Config, type Holiday, policyOf } from '../cadence/policy.ts';
import { decodeAll } from '../event-store/decode-all.ts';
import type { AnyKnownEvent } from '../events/event-registry.ts';
import { SYSTEM_STREAM } from '../events/stream-id.ts';
import { addDays } from '../kernel/local-date.ts';
import { EDITED } from '../local/data-folder.ts';
import { harmlessCsv } from '../presentation/csv-export.ts';
import type { Fact } from '../presentation/view-models/facts.ts';
import { changeKind, type PlanChanges, type PlannedLeave } from '../presentation/view-models/plan-changes.ts';
import { type RulesFault, sourceWords } from '../presentation/view-models/understood.ts';
import { longMoment, plainDate } from '../presentation/when.ts';
import { moveName } from '../presentation/wording.ts';
import { type RulesReading, readRules } from '../rules-doc/read-rules.ts';
import { decodeText } from '../sheet/csv/decode-text.ts';
import { DOCS } from '../workflows/business-context.ts';
import { cadenceWords, changesShown, quietWords, understoodOf } from '../workflows/notifications/understood.ts';
import type { BegunQuote } from '../workflows/planning/plan-quote.ts';
import {
  COMPARED_DAYS,
  type CompareRules,
  compareRules,
  type RulesChange,
} from '../workflows/planning/rules-changes.ts';
import { paths } from './console-page.ts';
import { DROPPED } from './drop.ts';
import { AS_CSV, exported, exportedPage, factLines, type SaidLine, wantsCsv } from './exports.ts';
import type { ShelvedQuote } from './quote-cache.ts';
import { type ConsoleRequest, type ConsoleResponse, shown } from './request.ts';
import { type DocumentStanding, type RulesPage, rulesPage, TRIED_RULES, type TrialOutcome } from './rules-page.ts';
import { aroundOf, type Visit } from './visit.ts';

export interface DocumentsStanding {
  readonly documents: readonly DocumentStanding[];
  /** Of the newest rules doc, where it is not in force. */
  readonly rulesFaults: readonly RulesFault[];
}

/** Each document people write: the version in force, and why a newer one is not, as the log's system stream has it. */
export const documentStandings = async (visit: Visit): Promise<DocumentsStanding> => {
  const { deps, business, context } = visit;
  const [stored, rules, voice] = await Promise.all([
    deps.store.read(SYSTEM_STREAM),
    deps.objects.get('rules-source', DOCS.rules),
    deps.objects.get('rules-source', DOCS.voice),
  ]);
  const { known } = decodeAll(stored);
  const { versions, mirror, policy } = business;
  const at = (instant: string | undefined): string | null =>
    instant === undefined ? null : longMoment(instant, policy.timezone);
  const place = (name: string): string => join(context.folder, name);
  const sheetReadAt = mirror.readAt.getTime() === 0 ? undefined : mirror.readAt.toISOString();
  const refused = refusals(known);
  return {
    documents: [
      {
        name: 'Sheet',
        place: place(EDITED.quotes),
        readAt: at(sheetReadAt),
        version: versionShown(versions.sheet),
        faults: refused.sheet,
      },
      {
        name: 'Rules doc',
        place: place(EDITED.rules),
        readAt: at(rules?.modified),
        version: versionShown(versions.rules),
        faults: refused.rules.map(({ line, expected }) => `line ${line}: expected ${expected}`),
      },
      {
        name: 'Voice doc',
        place: place(EDITED.voice),
        readAt: at(voice?.modified),
        version: versionShown(versions.voice),
        faults: refused.voice,
      },
      {
        name: 'Config',
        place: place(EDITED.config),
        // The config is read whenever it is saved; it has no copy whose time could be told.
        readAt: 'at its last saving',
        version: versionShown(versions.config),
        faults: refused.config,
      },
    ],
    rulesFaults: refused.rules,
  };
};

const versionShown = (version: string): string => (version === 'none' ? '' : version);

interface Refusals {
  readonly sheet: readonly string[];
  readonly rules: readonly RulesFault[];
  readonly voice: readonly string[];
  readonly config: readonly string[];
}

const NONE: Refusals = { sheet: [], rules: [], voice: [], config: [] };

/** A refusal stands until a version of the same document is accepted. */
const refusals = (events: readonly AnyKnownEvent[]): Refusals => events.reduce(withEvent, NONE);

const withEvent = (before: Refusals, event: AnyKnownEvent): Refusals => {
  switch (event.type) {
    case 'SheetRefused':
      return { ...before, sheet: [`${event.data.column}: ${event.data.error}`] };
    case 'SheetSynced':
      return { ...before, sheet: [] };
    case 'RulesRefused':
      return { ...before, rules: event.data.errors };
    case 'RulesAccepted':
      return { ...before, rules: [] };
    case 'VoiceRefused':
      return { ...before, voice: [event.data.error] };
    case 'VoiceAccepted':
      return { ...before, voice: [] };
    case 'ConfigRefused':
      return { ...before, config: event.data.errors };
    case 'ConfigAccepted':
      return { ...before, config: [] };
    default:
      return before;
  }
};

/** A rules doc is a page or two. */
export const MAX_RULES_BYTES = 200 * 1024;

export interface TriedRules {
  readonly text: string;
  readonly outcome: TrialOutcome;
}

/** A doc in any usual encoding; what is no text is handed on as it is, for the reader to refuse with its own words. */
export const textOf = (bytes: Uint8Array): string => {
  const text = decodeText(bytes);
  return E.isRight(text) ? text.right : Buffer.from(bytes).toString('latin1');
};

export interface HandedIn {
  /** Of the file where one was chosen, else of the field. */
  readonly text: string;
  /** What they would change is wanted as a file. */
  readonly asCsv: boolean;
}

/** The rules to try. Null: nothing came, or the body broke off. */
export const handedInRules = async ({
  form,
  body,
  contentType,
}: Pick<ConsoleRequest, 'form' | 'body' | 'contentType'>): Promise<HandedIn | null> => {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) {
    const typed = form[TRIED_RULES];
    return typed === undefined ? null : { text: typed, asCsv: form.format === AS_CSV.format };
  }
  try {
    const fields = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
    const file = fields.get(DROPPED);
    const asCsv = fields.get('format') === AS_CSV.format;
    if (file instanceof File && file.size > 0) return { text: textOf(new Uint8Array(await file.arrayBuffer())), asCsv };
    const text = fields.get(TRIED_RULES);
    return typeof text === 'string' ? { text, asCsv } : null;
  } catch {
    return null;
  }
};

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
  return bytes === null || bytes.length > MAX_RULES_BYTES ? '' : textOf(bytes);
};

/** The accepted doc, read again under today's config; one that no longer can be read says nothing, as for every decision. */
const readingInForce = async ({ deps, business }: Visit): Promise<RulesReading> => {
  const stored = await deps.objects.get('rules-source', DOCS.rules);
  const read = stored ? readRules(new TextDecoder().decode(stored.body), business.config) : null;
  return read && E.isRight(read) ? read.right : NOTHING_SAID;
};

const configFacts = ({ business: { config }, deps, context }: Visit): readonly Fact[] => [
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
  { label: 'Quotes address', value: deps.installation.quotesAddress },
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

/** What other rules would change of the days to come, from where every quote stands now. Puts nothing in force. */
export const tryRules = async (visit: Visit): Promise<ConsoleResponse> => {
  const { text, asCsv } = (await handedInRules(visit.request)) ?? { text: '', asCsv: false };
  if (text.trim() === '')
    return showRules(visit, {
      text,
      outcome: { kind: 'not-tried', because: 'Write or choose the rules to try first.' },
    });
  if (Buffer.byteLength(text) > MAX_RULES_BYTES) {
    const because = `That text is longer than ${MAX_RULES_BYTES / 1024} KB, so it was not tried.`;
    return showRules(visit, { text: '', outcome: { kind: 'not-tried', because } });
  }
  const outcome = await outcomeOf(visit, text);
  return asCsv && outcome.kind === 'compared'
    ? exportChanges(visit, outcome.plan)
    : showRules(visit, { text, outcome });
};

const outcomeOf = async (visit: Visit, text: string): Promise<TrialOutcome> => {
  const { config, policy, today } = visit.business;
  const read = readRules(text, config);
  if (E.isLeft(read)) return { kind: 'refused', faults: read.left };
  const to = addDays(today, COMPARED_DAYS - 1);
  const policies = { before: policy, after: policyOf(config, read.right.rules) };
  const changes = await inBreaths({
    ...(await standAsTheyDo(visit)),
    ...policies,
    // Today's check is made once: where it ended, the next one is tomorrow's.
    from: visit.day === null ? today : addDays(today, 1),
    shownFrom: today,
    to,
  });
  const plan = { from: today, to, changes: changesShown(changes, policies) };
  return { kind: 'compared', plan, notUsed: read.right.notUsed };
};

const BREATH_MS = 50;

/** Others are answered meanwhile. */
const inBreaths = async (compared: CompareRules): Promise<readonly RulesChange[]> => {
  const days = compareRules(compared);
  let breath = performance.now() + BREATH_MS;
  for (;;) {
    const day = days.next();
    if (day.done) return day.value;
    if (performance.now() < breath) continue;
    await setImmediate();
    breath = performance.now() + BREATH_MS;
  }
};

/** The sheet's rows, and where quotes and contacts stand in the log. A quote whose log cannot be read is left out. */
const standAsTheyDo = async ({ business, shelf }: Visit): Promise<Pick<CompareRules, 'rows' | 'begun'>> => {
  const shelved = new Map(shelf.quotes.map(quote => [quote.key, quote]));
  const rows = [...business.mirror.rows.values()].filter(({ key }) => shelved.get(key)?.unreadable !== true);
  const refs = new Set(rows.flatMap(({ key }) => contactRefOf(shelved.get(key)) ?? []));
  const contacts = await shelf.contactsOf(refs);
  const standingOf = (quote: ShelvedQuote): BegunQuote => ({
    quote: quote.state,
    contact: contacts.get(contactRefOf(quote) ?? '') ?? initialContact,
  });
  return {
    rows,
    begun: {
      at: business.now,
      standingOf: ({ key }) => {
        const quote = shelved.get(key);
        return quote ? standingOf(quote) : null;
      },
    },
  };
};

/** Only a quote that is still open asks for its contact. */
const contactRefOf = (quote: ShelvedQuote | undefined): string | null => {
  const state = quote?.state;
  return state?.facts && state.closed === null && !state.expired ? state.facts.contactRef : null;
};

const LEAVE = ['day', 'time', 'nudge', 'owner'];
const COLUMNS = [
  'Change',
  'Quote number',
  'Customer',
  ...LEAVE.map(name => `Before: ${name}`),
  ...LEAVE.map(name => `After: ${name}`),
];

/** What other rules would change, all of it, as a file: a line for each nudge. */
export const exportChanges = (visit: Visit, { changes }: PlanChanges): Promise<ConsoleResponse> =>
  exported(visit, {
    view: 'what other rules would change',
    name: 'rules-compared',
    rows: changes.length,
    format: 'csv',
    body: harmlessCsv([
      COLUMNS,
      ...changes.map(change => [
        changeKind(change),
        change.quoteId,
        change.customer,
        ...cellsOf(change.before),
        ...cellsOf(change.after),
      ]),
    ]),
  });

const cellsOf = (leave: PlannedLeave | null): readonly string[] =>
  leave === null ? ['', '', '', ''] : [leave.day, leave.time, moveName(leave.move), leave.owner];
