import { afterEach, describe, expect, test } from 'vitest';
import { run as qf } from '../../src/cli/run.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import { isQuoteStream } from '../../src/events/stream-id.ts';
import { flowOf } from '../../src/workflows/audit/query-audit-trail.ts';
import { e2eEngines } from '../support/e2e-engines.ts';
import { paperTerminal } from '../support/paper-terminal.ts';
import { PRIYA, type Running, runSystem } from '../support/running-system.ts';

const MINUTE = 60_000;
const ROW = `Q-1042,Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,,,`;
const OTHER = `Q-7,Acme,lee@acme.example,900,SGD,2026-11-22,2026-12-22,${PRIYA},,,,`;

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const eventsOf = async ({ system }: Running): Promise<readonly StoredEvent[]> => {
  const all: StoredEvent[] = [];
  for await (const event of system.runtime().engine.store.scan()) all.push(event);
  return all;
};

const mail = (run: Running, to: string, text: string): Promise<string> =>
  run.mailIn(
    [
      'From: Dana Lim <dana@northwind.example>',
      `To: ${to}`,
      'Subject: Re',
      'Message-ID: <a1@northwind.example>',
      '',
      text,
    ].join('\r\n'),
    to,
    'dana@northwind.example',
  );

/** From the event back to the first one that brought it about. */
const backFrom = (events: readonly StoredEvent[], event: StoredEvent): readonly string[] => {
  const cause = events.find(({ event_id }) => event_id === event.causation_id);
  expect(
    cause !== undefined || event.causation_id === undefined,
    `${event.event_id} names an event that is there`,
  ).toBe(true);
  return [event.action, ...(cause ? backFrom(events, cause) : [])];
};

describe.each(e2eEngines)('flows on $name', ({ kind }) => {
  test('from the plan to the nudge, and from the message to the answer, each is one flow over all streams', async () => {
    running = await runSystem([ROW, OTHER], { engine: kind });
    const run = running;
    await run.press(await run.draft(PRIYA, 'Q-1042'), 'approve');
    await run.advance(3 * MINUTE);
    const nudge = (await run.outbox()).find(entry => entry.kind === 'nudge');
    await mail(run, nudge?.message.replyTo[0]?.address ?? '', 'We accept.');
    await run.press(await run.link(PRIYA, 'looks like a yes'), 'won');
    await run.advance(MINUTE);

    const events = await eventsOf(run);
    const named = (action: string): StoredEvent => {
      const event = events.find(
        one => one.action === action && (one.quote_id === 'Q-1042' || !isQuoteStream(one.quote_id)),
      );
      if (!event) throw new Error(`the log holds no ${action}`);
      return event;
    };
    const flow = ({ correlation_id }: StoredEvent): readonly string[] =>
      events.filter(event => event.correlation_id === correlation_id).map(({ action }) => action);

    const planned = named('MovePlanned');
    expect(planned.correlation_id).toBe(planned.event_id);
    expect(flow(planned).toSorted()).toEqual([
      'ContactDayTaken',
      'DraftApproved',
      'DraftMailed',
      'DraftWritten',
      'MovePlanned',
      'NudgeSent',
      'SendClaimed',
    ]);
    expect(backFrom(events, named('NudgeSent'))).toEqual([
      'NudgeSent',
      'SendClaimed',
      'ContactDayTaken',
      'DraftApproved',
      'DraftMailed',
      'DraftWritten',
      'MovePlanned',
    ]);

    const received = named('MailReceived');
    expect(received.correlation_id).toBe(received.event_id);
    expect(flow(received).toSorted()).toEqual([
      'LetterSent',
      'MailReceived',
      'MailRouted',
      'NoticeMailed',
      'QuoteClosed',
      'ReplyLabelled',
      'ReplyReceived',
      'RowWrittenBack',
    ]);
    expect(backFrom(events, named('RowWrittenBack'))).toEqual([
      'RowWrittenBack',
      'QuoteClosed',
      'NoticeMailed',
      'ReplyLabelled',
      'ReplyReceived',
      'MailReceived',
    ]);
    // Nobody belongs to a flow by chance: another quote's plan is its own.
    const others = events.filter(({ quote_id }) => quote_id === 'Q-7').map(({ correlation_id }) => correlation_id);
    expect(others).not.toContain(planned.correlation_id);
    expect(others).not.toContain(received.correlation_id);

    // Every flow is found whole from any event of it, by reading the streams it names.
    const { store } = run.system.runtime().engine;
    for (const event of events) {
      const wanted = events.filter(one => one.correlation_id === event.correlation_id).map(({ event_id }) => event_id);
      const found = (await flowOf(store, event.event_id))?.events.map(({ event_id }) => event_id) ?? [];
      expect(found.toSorted(), event.event_id).toEqual(wanted.toSorted());
      const order = found.map(id => found.indexOf(events.find(one => one.event_id === id)?.causation_id ?? ''));
      expect(
        order.every((cause, place) => cause < place),
        `${event.event_id}: causes come first`,
      ).toBe(true);
    }
  });
});

test('qf trail --flow prints one flow over all streams, the oldest first', async () => {
  running = await runSystem([ROW]);
  const run = running;
  await run.press(await run.draft(PRIYA), 'approve');
  await run.advance(3 * MINUTE);
  const events = await eventsOf(run);
  const sent = events.find(({ action }) => action === 'NudgeSent');
  const asked = async (...args: readonly string[]): Promise<{ code: number; out: string[]; err: string[] }> => {
    const { io, out, err } = paperTerminal({}, { env: { QF_DATA: run.folder } });
    return { code: await qf(['trail', ...args], io), out, err };
  };
  const json = await asked('--flow', sent?.event_id ?? '', '--json');
  expect(json.code).toBe(0);
  const printed = json.out.map((line): StoredEvent => JSON.parse(line));
  expect(printed.map(({ action }) => action)).toEqual([
    'MovePlanned',
    'DraftWritten',
    'DraftMailed',
    'DraftApproved',
    'ContactDayTaken',
    'SendClaimed',
    'NudgeSent',
  ]);
  const table = await asked('--flow', sent?.correlation_id ?? '');
  expect(table.out.join('\n')).toMatch(/MovePlanned[\s\S]*~contact[\s\S]*NudgeSent/);
  expect((await asked('--flow', 'Q-1042/999')).code).toBe(1);
  expect((await asked('--flow', 'nonsense')).err.join('\n')).toContain("no event's id; one looks like Q-1042/7");
  expect((await asked('Q-1042', '--flow', 'Q-1042/1')).code).toBe(2);
});
