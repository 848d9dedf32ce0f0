import { describe, expect, it } from 'vitest';
import { amountOn, inPlayOn, sumsOf } from '../../../src/reports/open-value.ts';
import { checked, closed, listed, on, reopened, revised } from '../../support/given.ts';
import { reported } from './reported.ts';

const TODAY = '2026-05-01';
const sgd = (minor: number) => ({ minor, currency: 'SGD' });

describe('a quote is in play', () => {
  it('from the day it was sent, also where the sheet listed it later', () => {
    const { play } = reported(TODAY, on('2026-03-10'), listed());
    expect(amountOn(play, '2026-03-01')).toBeNull();
    expect(amountOn(play, '2026-03-02')).toEqual(sgd(120_000));
  });

  it('until the day it was closed', () => {
    const { play } = reported(TODAY, listed(), on('2026-03-20'), closed('won'));
    expect(amountOn(play, '2026-03-19')).toEqual(sgd(120_000));
    expect(amountOn(play, '2026-03-20')).toBeNull();
  });

  it('until the day after its expiry, whenever the check found out', () => {
    const { play } = reported(TODAY, listed(), checked('2026-04-07'));
    expect(amountOn(play, '2026-04-01')).toEqual(sgd(120_000));
    expect(amountOn(play, '2026-04-02')).toBeNull();
  });

  it('again once it is opened again, or its expiry is moved out', () => {
    const { play } = reported(TODAY, listed(), on('2026-03-20'), closed('lost'), on('2026-03-25'), reopened);
    expect([amountOn(play, '2026-03-22'), amountOn(play, '2026-03-25')]).toEqual([null, sgd(120_000)]);
    const extended = reported(TODAY, listed(), checked('2026-04-07'), on('2026-04-08'), revised({ expires: TODAY }));
    expect([amountOn(extended.play, '2026-04-05'), amountOn(extended.play, '2026-04-08')]).toEqual([
      null,
      sgd(120_000),
    ]);
  });

  it('for what it was worth then', () => {
    const { play } = reported(TODAY, listed(), on('2026-03-16'), revised({ minor: 90_000 }));
    expect([amountOn(play, '2026-03-15'), amountOn(play, '2026-03-16')]).toEqual([sgd(120_000), sgd(90_000)]);
  });
});

describe('sums', () => {
  it('add one currency, in major units', () => {
    const plays = [
      reported(TODAY, listed()).play,
      reported(TODAY, listed({ number: 'Q-2', minor: 5_000 })).play,
      reported(TODAY, listed({ number: 'Q-3', currency: 'EUR' })).play,
    ];
    expect(inPlayOn(plays, ['2026-03-01', '2026-03-09'], 'SGD')).toEqual([0, 1250]);
  });

  it('are one for each currency, the largest number first', () => {
    expect(sumsOf([sgd(100), { minor: 50_000, currency: 'JPY' }, sgd(250)])).toEqual([
      { minor: 50_000, currency: 'JPY' },
      sgd(350),
    ]);
  });
});
