import { describe, expect, it } from 'vitest';
import type { RestReason } from '../../../src/cadence/due.ts';
import { withQuery } from '../../../src/console/console-page.ts';
import { allEventTypes } from '../../../src/events/event-registry.ts';
import { actionTone, actionWords, allActions, restReasonText } from '../../../src/presentation/action-words.ts';
import { harmlessCsv } from '../../../src/presentation/csv-export.ts';
import { labelWords, plainLine } from '../../../src/presentation/wording.ts';

const reasons: Readonly<Record<RestReason, true>> = {
  'not-listed': true,
  closed: true,
  held: true,
  expired: true,
  answered: true,
  'contact-stopped': true,
  'contact-bounced': true,
  'contact-complained': true,
  'reply-unread': true,
  'sent-later': true,
  deferred: true,
  'send-approved': true,
  'send-unknown': true,
  'draft-waiting': true,
  'cap-reached': true,
  'too-close': true,
  'no-working-day': true,
  'last-call-done': true,
  'last-call-too-soon': true,
  'step-done': true,
  'no-step-yet': true,
  'contact-had-its-turn': true,
  'cannot-leave-in-time': true,
  'log-changed': true,
  unreadable: true,
  'contact-unreadable': true,
  'system-unreadable': true,
};
const allReasons = Object.keys(reasons).filter((name): name is RestReason => name in reasons);

describe('why a quote rests', () => {
  it('is said in words of its own for every reason, to end a sentence', () => {
    const words = allReasons.map(restReasonText);
    expect(new Set(words).size).toBe(allReasons.length);
    for (const text of words) expect(text).toMatch(/^[a-z].*[^.]$/);
  });
});

describe('an action of the log', () => {
  it('has words of its own, all of them', () => {
    const names = allEventTypes.map(({ name }): string => name);
    expect(allActions.map(({ action }) => action).sort()).toEqual([...names].sort());
    expect(new Set(names.map(actionWords)).size).toBe(names.length);
  });

  it('that this code does not know keeps its name and stands out', () => {
    expect([actionWords('FromTheFuture'), actionTone('FromTheFuture')]).toEqual(['FromTheFuture', 'stop']);
  });
});

describe('a reply', () => {
  it('only ever looks like something', () => {
    expect(labelWords('accept')).toBe('looks like a yes');
    expect(labelWords('decline')).toBe('looks like a no');
    expect(labelWords('question')).toBe('has a question');
    expect(labelWords('out-of-office', 'Mon 6 April 2026')).toBe('is away until Mon 6 April 2026');
  });
});

describe('a CSV for people', () => {
  it.each([
    ['=IMPORTXML("x")', `"'=IMPORTXML(""x"")"`],
    ['+65 123', "'+65 123"],
    ['-cmd', "'-cmd"],
    ['@sum', "'@sum"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['-12.50', '-12.50'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['Kopi', 'Kopi'],
  ])('writes %j as %s', (cell, written) => {
    expect(harmlessCsv([[cell]])).toBe(`${written}\r\n`);
  });
});

it('a header line cannot be broken out of', () => {
  expect(plainLine(' a\r\nBcc: b\u2028c\u0000d ')).toBe('a Bcc: b c d');
});

it('a query leaves out what is not asked', () => {
  expect(withQuery('/trail', { quote: 'A/B&c', customer: '', day: null })).toBe('/trail?quote=A%2FB%26c');
  expect(withQuery('/trail', {})).toBe('/trail');
});
