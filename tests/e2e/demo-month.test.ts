import { expect, test } from 'vitest';
import { playMonth } from '../../scripts/demo/play-month.ts';
import { openShop } from '../../scripts/demo/shop.ts';

test('the month of the docs begins: reps approve, nudges leave, customers answer, reps act on it', async () => {
  const shop = await openShop(new Date('2027-01-04T00:30:00Z'));
  try {
    const { mails } = await playMonth(shop, 2, () => {});
    expect(mails.filter(({ kind }) => kind === 'nudge').length).toBeGreaterThan(5);
    expect(mails.some(({ subject }) => subject.includes('looks like a yes'))).toBe(true);
    expect(await shop.open(`${shop.origin}/quotes/HL-2404`)).toContain('It is closed: won');
    expect(shop.errors).toEqual([]);
  } finally {
    await shop.close();
  }
});
