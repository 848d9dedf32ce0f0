import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { evolve } from '../../../src/aggregates/quote/evolve.ts';
import { changedFields } from '../../../src/aggregates/quote/listing.ts';
import { failWriteBack, writeBack } from '../../../src/aggregates/quote/reply.ts';
import {
  all,
  changedNothing,
  closed,
  given,
  happens,
  held,
  holdEnded,
  isToWrite,
  listed,
  movedToClosedSheet,
  on,
  originalKept,
  refusedRow,
  rests,
  revised,
  setTo,
  stands,
  vanished,
  writeFailed,
  writtenBack,
} from '../../support/given.ts';

describe('2 a quote follows its row', () => {
  test('it is listed once', () => {
    given().when(listed()).then(happens('QuoteListed'));
    given(listed()).when(listed()).then(changedNothing);
  });
  test('a row that is closed or on hold from the start', () => {
    given()
      .when(listed({}, 'won'))
      .then(happens('QuoteListed', 'QuoteClosed'), stands({ closed: 'won', closedBy: 'row' }));
    given().when(listed({}, 'hold')).then(happens('QuoteListed', 'QuoteHeld'), rests('held'));
  });
  test('changed cells are one revision, which names them', () => {
    given(listed())
      .when(revised({ minor: 1, expires: null }))
      .then(happens('QuoteRevised'), ({ events }) => {
        expect(events.at(-1)).toMatchObject({ data: { changed: ['minor', 'expires'] } });
      });
  });
  test.each(['won', 'lost', 'withdrawn'] as const)('%s closes it', status => {
    given(listed())
      .when(setTo(status))
      .then(happens('QuoteClosed'), stands({ closed: status }));
    given(listed(), setTo(status)).when(setTo(status)).then(changedNothing);
    given(listed(), setTo(status))
      .when(setTo('open'))
      .then(happens('QuoteReopened'), stands({ closed: null }));
  });
  test('hold pauses it, and open ends that', () => {
    given(listed()).when(setTo('hold')).then(happens('QuoteHeld'));
    given(listed(), setTo('hold'))
      .when(setTo('open'))
      .then(happens('HoldEnded'), stands({ holds: [] }));
  });
  test('a refused row holds its own quote until it is mended', () => {
    given(listed()).when(refusedRow).then(happens('QuoteHeld'));
    given(listed(), refusedRow).when(refusedRow).then(changedNothing);
    given(listed(), refusedRow).when(revised({})).then(happens('HoldEnded'));
    given().when(refusedRow).then(changedNothing);
  });
  test('one that only vanishes is on hold until it comes back', () => {
    given(listed()).when(vanished).then(happens('QuoteHeld'));
    given(listed(), vanished).when(vanished).then(changedNothing);
    given(listed(), vanished).when(revised({})).then(happens('HoldEnded'));
  });
  test('one that appears on the closed sheet is closed with that outcome', () => {
    given(listed())
      .when(movedToClosedSheet('lost'))
      .then(happens('QuoteClosed'), stands({ closed: 'lost' }));
    given(listed(), vanished).when(movedToClosedSheet('lost')).then(happens('QuoteClosed'));
    given(listed(), setTo('won')).when(movedToClosedSheet('lost')).then(changedNothing);
    given().when(movedToClosedSheet('lost')).then(changedNothing);
  });
});

describe('2 P14 an older reading says nothing', () => {
  const today = on('2026-03-05');
  const before = on('2026-03-04');
  test.each([
    ['another amount', revised({ minor: 1 })],
    ['another date sent', revised({ sent: '2026-03-03' })],
    ['a closed row', setTo('won')],
    ['a row on hold', setTo('hold')],
    ['a refused row', refusedRow],
    ['a row that is gone', vanished],
    ['a row on the closed sheet', movedToClosedSheet('lost')],
  ])('%s', (_, reading) => {
    given(listed(), today, revised({ minor: 2 }), before)
      .when(reading)
      .then(changedNothing);
  });
  test('an open row opens nothing that a newer one closed, held, refused or missed', () => {
    for (const newer of [setTo('won'), setTo('hold'), refusedRow, vanished, movedToClosedSheet('won')])
      given(listed(), today, newer, before).when(setTo('open')).then(changedNothing);
  });
  test('the same reading and a newer one speak', () => {
    given(listed(), today, setTo('won')).when(setTo('open')).then(happens('QuoteReopened'));
    given(listed(), today, setTo('won'), on('2026-03-06')).when(setTo('open')).then(happens('QuoteReopened'));
  });
  test('an event from before readings were ordered is the oldest', () => {
    const past = { version: 2, ts: '2026-03-09T01:00:00.000Z', by: { system: 'drive-sync' } };
    given(listed()).then(({ quote }) => {
      const data = { outcome: 'won', source: 'row', day: null, note: null } as const;
      const stored = evolve({ ...quote, sheetVersion: 0 }, { ...past, type: 'QuoteClosed', data });
      expect(stored).toMatchObject({ closed: 'won', sheetVersion: 0, statusCell: 'won' });
    });
  });
  test('a row that goes from closed to hold is open again, and held all the while', () => {
    given(listed(), setTo('won')).when(setTo('hold')).then(happens('QuoteHeld', 'QuoteReopened'), rests('held'));
  });
});

describe('2 what people give here is written back once, and a later change by a person wins', () => {
  const won = all(listed(), closed('won'));
  test('until it is written the row, which still says open, undoes nothing', () => {
    given(won).when(setTo('open')).then(changedNothing);
    given(won).then(isToWrite('won'));
  });
  test('a reading from before it was written is older news', () => {
    given(won, on('2026-03-05'), writtenBack, on('2026-03-04')).when(setTo('open')).then(changedNothing);
  });
  test('afterwards the row speaks again', () => {
    given(won, on('2026-03-05'), writtenBack, on('2026-03-06')).when(setTo('won')).then(changedNothing);
    given(won, on('2026-03-05'), writtenBack, on('2026-03-06')).when(setTo('open')).then(happens('QuoteReopened'));
  });
  test('a write that failed leaves the decision as it is, and what the cell held then undoes nothing', () => {
    given(won, on('2026-03-05'), writeFailed, on('2026-03-06')).when(setTo('open')).then(changedNothing);
    given(won, writeFailed).then(isToWrite('won'), stands({ closed: 'won' }));
    given(listed(), held(), on('2026-03-05'), writeFailed, on('2026-03-06'))
      .when(setTo('open'))
      .then(changedNothing, rests('held'));
  });
  test('a quote that its row opened again by saying hold has read hold there: the end of that hold, not yet written, stands', () => {
    const heldByBoth = all(closed('withdrawn'), held(), on('2026-03-05'), writtenBack, on('2026-03-06'), setTo('hold'));
    given(listed(), heldByBoth).then(stands({ closed: null, statusCell: 'hold' }));
    given(listed(), heldByBoth, holdEnded(), writeFailed, on('2026-03-07'))
      .when(setTo('hold'))
      .then(changedNothing, stands({ holds: [] }));
  });
  test('a cell that a person changes to something else has the last word, and is not written over', () => {
    given(won, on('2026-03-05'), writeFailed, on('2026-03-06'))
      .when(setTo('lost'))
      .then(happens('QuoteClosed'), stands({ closed: 'lost', unwritten: null }));
    given(won, on('2026-03-06'))
      .when(setTo('hold'))
      .then(happens('QuoteHeld', 'QuoteReopened'), stands({ unwritten: null }));
  });
  test('a failure from before it was an event of its own is one', () => {
    const past = { version: 9, ts: '2026-03-05T01:00:00.000Z', by: { system: 'sweep' } };
    given(won).then(({ quote }) => {
      const data = { field: 'status', value: 'won', problem: 'the sheet is locked' };
      const after = evolve(quote, { ...past, type: 'RowWrittenBack', data });
      expect(after).toMatchObject({ closed: 'won', unwritten: { value: 'won', failures: 1 } });
    });
  });
  test('of a decision that another replaced meanwhile no write is recorded', () => {
    given(won).then(({ quote }) => {
      expect(writeBack(quote, { value: 'hold', sheetVersion: 1 })).toEqual(E.right(null));
      expect(failWriteBack(quote, { value: 'hold', problem: '' })).toEqual(E.right(null));
    });
  });
  test('it is written once', () => given(won, writtenBack).when(writtenBack).then(changedNothing));
  test('a hold given here and ended here is written both times', () => {
    given(listed(), held()).then(isToWrite('hold'));
    given(listed(), held(), writtenBack).when(holdEnded()).then(isToWrite('open'));
  });
  test('a hold given here and ended in the sheet is not written over what the person put there', () => {
    given(listed(), held(), on('2026-03-05'), writtenBack, on('2026-03-06'))
      .when(setTo('open'))
      .then(happens('HoldEnded'), stands({ holds: [], unwritten: null }));
  });
});

describe('7 the mail that a quote went out with', () => {
  test('is kept once, as soon as the quote is listed; that of a revision takes its place', () => {
    given(listed()).when(originalKept()).then(happens('OriginalKept'));
    given(listed(), originalKept()).when(originalKept()).then(changedNothing);
    given(listed(), originalKept())
      .when(originalKept({ proposalId: 'p2' }))
      .then(happens('OriginalKept'));
    given().when(originalKept()).then(changedNothing);
  });
  test('is nothing without its id or its PDF', () => {
    given(listed())
      .when(originalKept({ messageId: null, pdfKey: null }))
      .then(changedNothing);
    given(listed())
      .when(originalKept({ messageId: null }))
      .then(happens('OriginalKept'));
  });
});

describe('what a revision names', () => {
  const facts = {
    ...{ number: 'Q-1', contactRef: 'c', domainRef: 'd', minor: 1, currency: 'SGD', sent: '2026-03-02', expires: null },
    ...{ owner: null, team: null, override: null, factsHash: 'h' },
  };
  test('nothing when nothing changed', () => expect(changedFields(facts, { ...facts })).toEqual([]));
  test('only the hash: one of the personal cells', () => {
    expect(changedFields(facts, { ...facts, factsHash: 'other' })).toEqual(['customer or link']);
  });
  test('the cadence', () =>
    expect(changedFields(facts, { ...facts, override: { kind: 'off' } })).toEqual(['override']));
});
