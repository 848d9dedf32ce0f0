import * as E from 'fp-ts/lib/Either.js';
import { DateTime } from 'luxon';
import { type Business, DOCS, readBusiness } from '../../application/business.ts';
import { quoteViewOf } from '../../application/draft-view.ts';
import { ownershipOf } from '../../application/notify.ts';
import { loadQuote, personalFacts } from '../../application/quotes.ts';
import { understoodOf } from '../../application/understood.ts';
import { readRules } from '../../cadence/rules/read-rules.ts';
import { quoteStream } from '../../events/stream-name.ts';
import { addDays, isLocalDate } from '../../kernel/local-date.ts';
import { approvePage } from '../../letters/console/approve-page.ts';
import { type ClockAct, clockActs, clockPage, TO } from '../../letters/console/clock-page.ts';
import type { Around, Place } from '../../letters/console/console-page.ts';
import { DROPPED } from '../../letters/console/drop-form.ts';
import { ANSWER, mailPage } from '../../letters/console/mail-page.ts';
import { type MailboxView, mailboxPage } from '../../letters/console/mailbox-page.ts';
import { onePage } from '../../letters/console/pager.ts';
import { paths } from '../../letters/console/paths.ts';
import { quotePage } from '../../letters/console/quote-page.ts';
import { quotesPage } from '../../letters/console/quotes-page.ts';
import { rulesPage } from '../../letters/console/rules-page.ts';
import { ACT } from '../../letters/page/parts.ts';
import { groupNames, type QuoteGroup } from '../../letters/views/chain-view.ts';
import { longMoment } from '../../letters/words/when.ts';
import { notFound, seeOther, shown } from './answers.ts';
import { mailRows, mailShown, replyAsCustomer } from './mailbox.ts';
import { draftUrl, quoteRow, quoteRows, timelineOf, waitingDrafts } from './quotes.ts';
import type { ConsoleContext, ConsoleRequest, ConsoleResponse } from './request.ts';
import { SAID, saidBy } from './said-codes.ts';

export type { ConsoleContext, ConsoleRequest, ConsoleResponse } from './request.ts';

interface Visit {
  readonly context: ConsoleContext;
  readonly request: ConsoleRequest;
  readonly business: Business;
}

/** The console's pages. They show what is in the log and the mailbox, and hand mail and clock to the system; they decide nothing. */
export const consolePages =
  (context: ConsoleContext) =>
  async (request: ConsoleRequest): Promise<ConsoleResponse> => {
    const visit: Visit = { context, request, business: await readBusiness(context.runtime().world) };
    const [, place = '', rest = ''] = /^\/([^/]*)(?:\/(.*))?$/.exec(request.path) ?? [];
    const post = request.method === 'POST';
    switch (place) {
      case '':
        return { status: 303, headers: { Location: paths.quotes, 'Cache-Control': 'no-store' }, body: '' };
      case 'quotes':
        return rest === '' ? quotes(visit) : quote(visit, decodeURIComponent(rest));
      case 'approve':
        return approve(visit);
      case 'mailbox':
        if (rest === '') return post ? drop(visit) : mailbox(visit);
        return post ? answer(visit, decodeURIComponent(rest)) : mail(visit, decodeURIComponent(rest));
      case 'rules':
        return rules(visit);
      case 'clock':
        return post ? move(visit) : clock(visit);
      default:
        return notFound();
    }
  };

const around = ({ context, request, business }: Visit, place: Place): Around => ({
  place,
  waiting: {},
  now: business.now.toISOString(),
  zone: business.policy.timezone,
  moved: context.moved(),
  paused: business.config.paused,
  said: saidBy(request.query.get(SAID)),
});

const isGroup = (name: string | null): name is QuoteGroup => name !== null && name in groupNames;
const NO_COUNTS: Readonly<Record<QuoteGroup, number>> = {
  approve: 0,
  leaving: 0,
  following: 0,
  answered: 0,
  held: 0,
  quiet: 0,
  expired: 0,
  closed: 0,
};
const PAGE = 100;

const quotes = async (visit: Visit): Promise<ConsoleResponse> => {
  const { context, request, business } = visit;
  const rows = (await quoteRows(context.runtime().world, business)).map(({ row }) => row);
  const counts = { ...NO_COUNTS };
  for (const { group } of rows) counts[group] += 1;
  const show = request.query.get('show');
  const wanted = isGroup(show) ? show : 'open';
  const words = (request.query.get('q') ?? '').trim().slice(0, 100);
  const found = rows
    .filter(({ group }) => (wanted === 'open' ? group !== 'closed' : group === wanted))
    .filter(({ quoteId, customer }) => `${quoteId} ${customer}`.toLowerCase().includes(words.toLowerCase()));
  const list = found.slice(0, PAGE);
  return shown(
    quotesPage({
      around: around(visit, 'quotes'),
      today: business.today,
      rows: list,
      counts,
      shown: wanted,
      words,
      paging: { ...onePage(list.length), total: found.length },
      sheetPlace: `${context.folder}/quotes.csv`,
    }),
  );
};

const quote = async (visit: Visit, quoteId: string): Promise<ConsoleResponse> => {
  const { context, business } = visit;
  const { world } = context.runtime();
  const key = quoteStream(quoteId);
  const one = await quoteRow(world, business, key);
  if (!one) return notFound();
  const loaded = await loadQuote(world, key);
  const { row, state } = one;
  const url = row.group === 'approve' ? await draftUrl(world, key) : null;
  return shown(
    quotePage({
      around: around(visit, 'quotes'),
      quote: quoteViewOf(state, await personalFacts(world, loaded), ownershipOf(state, business), business),
      today: business.today,
      group: row.group,
      steps: row.steps,
      next:
        row.next === null
          ? 'nothing comes next'
          : `${row.next.what}${row.next.on === null ? '' : ` on ${row.next.on}`}`,
      why: row.why,
      trouble: row.trouble,
      timeline: await timelineOf(world, key),
      asOf: null,
      state: [
        { label: 'Chain', value: String(state.chain) },
        { label: 'Nudges sent', value: String(state.sentInChain) },
        { label: 'Last nudge', value: state.lastNudge ?? 'none' },
        { label: 'Deferred until', value: state.deferUntil ?? 'not deferred' },
      ],
      approveUrl: url,
    }),
  );
};

const approve = async (visit: Visit): Promise<ConsoleResponse> => {
  const { context, business } = visit;
  const drafts = await waitingDrafts(context.runtime().world, business);
  const check = (await context.driver().coming()).find(({ what }) => what === 'daily-check');
  const nextCheck = check ? longMoment(check.at.toISOString(), business.policy.timezone) : 'tomorrow';
  return shown(approvePage({ around: around(visit, 'approve'), drafts, nextCheck }));
};

const VIEWS: readonly MailboxView[] = ['all', 'customers', 'ours', 'in'];

const mailbox = async (visit: Visit): Promise<ConsoleResponse> => {
  const { context, request } = visit;
  const { world } = context.runtime();
  const rows = await mailRows(world);
  const of = (view: MailboxView) =>
    rows.filter(
      ({ direction, kind }) =>
        view === 'all' ||
        (view === 'in' ? direction === 'in' : direction === 'out' && (kind === 'Nudge') === (view === 'customers')),
    );
  const view = VIEWS.find(known => known === request.query.get('show')) ?? 'all';
  const mails = of(view).slice(0, PAGE);
  const counts = { all: rows.length, customers: of('customers').length, ours: of('ours').length, in: of('in').length };
  const paging = { ...onePage(mails.length), total: of(view).length };
  const drop = { action: paths.mailbox, hidden: {} };
  return shown(
    mailboxPage({
      around: around(visit, 'mailbox'),
      view,
      counts,
      mails,
      paging,
      drop,
      relay: context.relay,
      quotesAddress: world.installation.quotesAddress,
    }),
  );
};

const mail = async (visit: Visit, id: string): Promise<ConsoleResponse> => {
  const { context } = visit;
  const page = await mailShown(context.runtime().world, id);
  if (!page) return notFound();
  const answerable = page.mail.kind === 'Nudge' && context.relay === null;
  const html = mailPage({
    ...page,
    around: around(visit, 'mailbox'),
    answer: answerable ? { action: paths.mail(id), hidden: {} } : null,
    fileUrl: null,
  });
  return shown(html, { framesMail: true });
};

const answer = async ({ context, request }: Visit, id: string): Promise<ConsoleResponse> => {
  const text = (request.form[ANSWER] ?? '').replace(/\r\n?/g, '\n').trim();
  if (text === '') return seeOther(paths.mail(id), 'empty');
  const reply = context.relay === null ? await replyAsCustomer(context.runtime().world, id, text) : null;
  if (!reply) return notFound();
  await context.takeMail(reply.raw, { from: reply.from, to: reply.to });
  return seeOther(paths.mail(id), 'replied');
};

const drop = async ({ context, request }: Visit): Promise<ConsoleResponse> => {
  const form = await new Response(Buffer.from(request.body), { headers: { 'content-type': request.contentType } })
    .formData()
    .catch(() => null);
  const file = form?.get(DROPPED);
  if (!(file instanceof Blob) || file.size === 0) return seeOther(paths.mailbox, 'no-file');
  const raw = new Uint8Array(await file.arrayBuffer());
  const { world } = context.runtime();
  const parsed = await world.mailReader.parse(raw);
  if (E.isLeft(parsed) && parsed.left.kind === 'not-mail') return seeOther(paths.mailbox, 'not-mail');
  const from = E.isRight(parsed) ? (parsed.right.from[0]?.address ?? '') : '';
  await context.takeMail(raw, { from, to: world.installation.quotesAddress });
  return seeOther(paths.mailbox, 'dropped');
};

const rules = async (visit: Visit): Promise<ConsoleResponse> => {
  const { context, business } = visit;
  const { objects } = context.runtime().world;
  const stored = await objects.get('rules-source', DOCS.rules);
  const reading = readRules(stored ? new TextDecoder().decode(stored.body) : '', business.config);
  const { versions, mirror, config } = business;
  const since = (instant: string | undefined): string | null =>
    instant === undefined ? null : longMoment(instant, business.policy.timezone);
  return shown(
    rulesPage({
      around: around(visit, 'rules'),
      documents: [
        {
          name: 'Rules doc',
          place: `${context.folder}/rules.txt`,
          readAt: since(stored?.modified),
          version: versions.rules,
          faults: [],
        },
        {
          name: 'Voice doc',
          place: `${context.folder}/voice.txt`,
          readAt: versions.voice === 'none' ? null : since(business.now.toISOString()),
          version: versions.voice,
          faults: [],
        },
        {
          name: 'Sheet',
          place: `${context.folder}/quotes.csv`,
          readAt: since(mirror.readAt.toISOString()),
          version: versions.sheet,
          faults: [],
        },
      ],
      understood: E.isRight(reading) ? understoodOf(reading.right, config) : [],
      notUsed: E.isRight(reading) ? reading.right.notUsed : [],
      rulesFaults: E.isLeft(reading) ? reading.left : [],
      rowFaults: mirror.refused,
      config: [
        { label: 'Timezone', value: config.timezone },
        { label: 'Currency', value: config.currency },
        { label: 'Admin', value: config.admin },
        { label: 'Paused', value: config.paused ? 'yes' : 'no' },
      ],
      changes: null,
    }),
  );
};

const NAMES = {
  'daily-check': 'Daily check',
  digest: 'Digest',
  summary: 'Summary',
  send: 'A send',
  sweep: 'Sweep',
  sync: 'Sync',
} as const;

const clock = async (visit: Visit, problem?: string): Promise<ConsoleResponse> => {
  const { context, business } = visit;
  const coming = (await context.driver().coming()).map(({ at, what }) => ({
    at: at.toISOString(),
    what: NAMES[what],
    quoteId: null,
  }));
  return shown(
    clockPage({
      around: around(visit, 'clock'),
      today: business.today,
      coming,
      target: { action: paths.clock, hidden: {} },
      fixed: context.fixed,
      realNow: context.moved() ? context.realNow().toISOString() : null,
      ...(problem === undefined ? {} : { problem }),
    }),
  );
};

const LONGEST_JOURNEY_DAYS = 400;
const isAct = (act: string): act is ClockAct => clockActs.some(known => known === act);

const move = async (visit: Visit): Promise<ConsoleResponse> => {
  const { context, request, business } = visit;
  const act = request.form[ACT] ?? '';
  if (context.fixed !== null || !isAct(act)) return clock(visit);
  switch (act) {
    case 'back':
      if (!context.moved()) return seeOther(paths.clock, 'no-journey');
      await context.backToNow();
      return seeOther(paths.clock, 'back');
    case 'day':
      await context.moveTo(new Date(business.now.getTime() + 86_400_000));
      return seeOther(paths.clock, 'moved');
    case 'next': {
      const [next] = await context.driver().coming();
      if (next) await context.moveTo(next.at);
      return seeOther(paths.clock, 'moved');
    }
    case 'to': {
      const to = (request.form[TO] ?? '').trim();
      if (!isLocalDate(to) || to <= business.today || to > addDays(business.today, LONGEST_JOURNEY_DAYS)) {
        return clock(visit, `Give a date after today, at most ${LONGEST_JOURNEY_DAYS} days ahead.`);
      }
      await context.moveTo(DateTime.fromISO(to, { zone: business.policy.timezone }).set({ hour: 12 }).toJSDate());
      return seeOther(paths.clock, 'moved');
    }
  }
};
