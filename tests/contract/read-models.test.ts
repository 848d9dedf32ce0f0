import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../../src/ports/event-store.ts';
import type { ApprovalRow, NudgeRow, ReadModels, ReplyRow } from '../../src/ports/read-models.ts';
import { enginesAndMemory, type Ports } from '../support/engines.ts';

const nudge = (fields: Partial<NudgeRow> = {}): NudgeRow => ({
  quote_id: 'Q-1',
  step_index: 1,
  version: 5,
  nudge_date: '2026-03-02',
  sent_via: 'email',
  recipient: 'r1',
  move: 'first_nudge',
  draft_id: 'd1',
  message_id: 'm1',
  ...fields,
});

const reply = (fields: Partial<ReplyRow> = {}): ReplyRow => ({
  quote_id: 'Q-1',
  reply_date: '2026-03-02#6',
  version: 6,
  reply_id: 'mail1',
  outcome: 'received',
  ...fields,
});

const approval = (fields: Partial<ApprovalRow> = {}): ApprovalRow => ({
  token: 't1',
  version: 3,
  quote_id: 'Q-1',
  kind: 'draft',
  about: 'd1',
  created_at: '2026-03-02T01:00:00.000Z',
  // Not yet over: DynamoDB Local deletes what is.
  expires_at: 4_102_444_800,
  ...fields,
});

describe.each(enginesAndMemory)('the read models on $name', ({ fresh }) => {
  let instance: Ports;
  let models: ReadModels;
  beforeEach(async () => {
    instance = await fresh();
    models = instance.readModels;
  });
  afterEach(() => instance.close());

  it('takes a newer version and leaves an older or equal one', async () => {
    expect(await models.put('nudges', nudge({ version: 5 }))).toBe(true);
    expect(await models.put('nudges', nudge({ version: 4, move: 'followup' }))).toBe(false);
    expect(await models.put('nudges', nudge({ version: 5, move: 'followup' }))).toBe(false);
    expect(await models.nudgesOf('Q-1')).toEqual([nudge()]);
    expect(await models.put('nudges', nudge({ version: 12, move: 'last_call' }))).toBe(true);
    expect(await models.nudgesOf('Q-1')).toEqual([nudge({ version: 12, move: 'last_call' })]);
  });

  it('gives a quote its nudges by step and its replies by date', async () => {
    for (const step of [10, 2, 1]) await models.put('nudges', nudge({ step_index: step }));
    await models.put('nudges', nudge({ quote_id: 'Q-2' }));
    expect((await models.nudgesOf('Q-1')).map(({ step_index }) => step_index)).toEqual([1, 2, 10]);

    const later = reply({
      reply_date: '2026-03-09#8',
      outcome: 'accept',
      defer_until: '2026-04-01',
      by_user: 'p@x.example',
    });
    await models.put('reply', later);
    await models.put('reply', reply());
    expect(await models.repliesOf('Q-1')).toEqual([reply(), later]);
    expect(await models.repliesOf('Q-2')).toEqual([]);
  });

  it('drops what a newer row no longer says', async () => {
    await models.put('approvals', approval({ decided: 'approved' }));
    await models.put('approvals', approval({ version: 4 }));
    expect(await models.approval('t1')).toEqual(approval({ version: 4 }));
  });

  it('finds a page by its token hash and a nudge by its message id', async () => {
    await models.put('approvals', approval({ move: 'followup' }));
    await models.put('nudges', nudge());
    expect(await models.approval('t1')).toEqual(approval({ move: 'followup' }));
    expect(await models.approval('t2')).toBeNull();
    expect(await models.nudgeByMessage('m1')).toEqual(nudge());
    expect(await models.nudgeByMessage('m2')).toBeNull();
  });

  it('shows all rows of a model, page by page', async () => {
    for (let i = 0; i < 600; i++) await models.put('approvals', approval({ token: `t${i}` }));
    const tokens: string[] = [];
    let cursor: string | undefined;
    do {
      const page: Page<ApprovalRow> = await models.all('approvals', cursor);
      tokens.push(...page.items.map(({ token }) => token));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(tokens.toSorted()).toEqual(Array.from({ length: 600 }, (_, i) => `t${i}`).toSorted());
  });

  it('mends a row only while it is the one that was looked at', async () => {
    await models.put('nudges', nudge({ version: 99, move: 'last_call' }));
    const seen = nudge({ version: 99, move: 'last_call' });
    expect(await models.mend('nudges', { ...seen, version: 98 }, nudge())).toBe(false);
    expect(await models.mend('nudges', seen, nudge())).toBe(true);
    expect(await models.nudgesOf('Q-1')).toEqual([nudge()]);
    expect(await models.mend('nudges', seen, null)).toBe(false);
    expect(await models.mend('nudges', nudge(), null)).toBe(true);
    expect(await models.nudgesOf('Q-1')).toEqual([]);
    expect(await models.mend('nudges', nudge(), nudge())).toBe(false);
  });
});
