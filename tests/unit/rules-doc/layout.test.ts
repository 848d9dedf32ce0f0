import { describe, expect, test } from 'vitest';
import { docOf, errorsOf, readingOf, understood } from './reading.ts';

const DOC = [
  'Standard quotes: nudge at 4 days and 9 days after sending, then a last call 2 days before the quote expires.',
  'Large quotes over $9,000: a slower 6/14 cadence, so that nobody feels hurried.',
  'Small quotes under $300: one nudge at 5 days, then stop.',
  'Quotes from the events team default to Sam.',
  'Priya is priya@x.example.',
  'Sam is sam@x.example.',
  'Priya is away 4–15 May 2027, Sam covers.',
  'Do not send between 7 p.m. and 9 a.m., on weekends, or on Dec. 26 and 2 January 2028.',
  'At most four nudges per quote, and keep three days between nudges.',
];

const PLAIN = readingOf(DOC.join('\n')).rules;

const wrapped = (width: number): string =>
  DOC.map(sentence => sentence.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n')).join('');

describe('the same rules, laid out otherwise', () => {
  test.each([
    ['a sentence a line', DOC.join('\n')],
    ['in one paragraph', DOC.join(' ')],
    ['in paragraphs', DOC.join('\n\n')],
    ['CRLF', DOC.join('\r\n')],
    ['with a byte order mark', `\ufeff${DOC.join('\n')}`],
    ['as a list', DOC.map(sentence => `- ${sentence}`).join('\n')],
    ['as a list with dots', DOC.map(sentence => `• ${sentence}`).join('\n')],
    ['numbered', DOC.map((sentence, i) => `${i + 1}. ${sentence}`).join('\n')],
    ['with check boxes', DOC.map(sentence => `- [ ] ${sentence}`).join('\n')],
    ['quoted', DOC.map(sentence => `> ${sentence}`).join('\n')],
    ['without full stops', DOC.map(sentence => sentence.slice(0, -1)).join('\n')],
    ['with exclamation marks', DOC.map(sentence => `${sentence.slice(0, -1)}!`).join('\n')],
    ['with non-breaking spaces', DOC.join('\n').replaceAll(' ', '\u00a0')],
    ['with double spaces', DOC.join('  ').replaceAll(' ', '  ')],
    ['with zero-width characters', DOC.join('\n').replaceAll(' q', ' \u200bq')],
    ['in bold', DOC.map(sentence => `**${sentence}**`).join('\n\n')],
    ['full-width digits', DOC.join('\n').replace(/4 days/g, '４ days')],
    ['in reverse', DOC.toReversed().join('\n')],
    ['under headings', DOC.map(sentence => `# Rules\n\n${sentence}`).join('\n\n')],
    ['wrapped at 70', wrapped(70)],
    ['wrapped at 45', wrapped(45)],
    ['wrapped at 30', wrapped(30)],
  ])('%s', (_layout, text) => {
    const { rules } = readingOf(text);
    expect({ ...rules, tiers: rules.tiers.toSorted(byName) }).toEqual({
      ...PLAIN,
      tiers: PLAIN.tiers.toSorted(byName),
    });
  });

  test('in capitals, where names are written in capitals too', () => {
    const { rules } = readingOf(DOC.join('\n').toUpperCase());
    const { people, away, teams, ...others } = rules;
    const { people: _people, away: _away, teams: _teams, ...expected } = PLAIN;
    expect(others).toEqual(expected);
    expect(people).toEqual({ PRIYA: 'priya@x.example', SAM: 'sam@x.example' });
    expect(teams).toEqual({ events: 'SAM' });
    expect(away).toEqual([{ person: 'PRIYA', from: '2027-05-04', to: '2027-05-15', cover: 'SAM' }]);
  });

  test('in small letters', () => {
    const { rules } = readingOf(DOC.join('\n').toLowerCase());
    expect(rules.tiers).toEqual(PLAIN.tiers);
    expect(rules.away).toEqual([{ person: 'priya', from: '2027-05-04', to: '2027-05-15', cover: 'sam' }]);
  });
});

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => a.name.localeCompare(b.name);

describe('what stands under a line is read with it', () => {
  const standard = { name: 'standard', nudge_days: [4, 9], last_call_days: 2 };
  const small = { name: 'small', under: 300, nudge_days: [5], last_call_days: null };
  test.each([
    ['Standard quotes:\n- nudge at 4 days\n- nudge at 9 days\n- last call 2 days before the quote expires', [standard]],
    ['Standard quotes:\n  nudge at 4 days and 9 days\n  last call 2 days before the quote expires', [standard]],
    ['Standard quotes\nNudges: 4 days and 9 days\nLast call: 2 days before expiry', [standard]],
    ['# Standard quotes\n\nNudge at 4 days and 9 days. Last call 2 days before the quote expires.', [standard]],
    ['# Small quotes under $300\n\nNudge once at 5 days, then stop.', [small]],
    ['Small quotes (under $300)\n- one nudge at 5 days\n- then stop', [small]],
    [
      '- Small quotes under $300:\n  - nudge once at 5 days\n  - then stop\n- Standard quotes: 4/9, last call 2 days before expiry',
      [small, standard],
    ],
  ])('%j', (text, tiers) => {
    expect(understood(docOf(text)).tiers).toEqual(tiers);
  });

  test.each([
    ['Do not send:\n- between 6pm and 8am\n- on weekends', { quiet_hours: ['18:00', '08:00'], skip_weekends: true }],
    ['Do not send\n- between 6pm and 8am\n- on weekends', { quiet_hours: ['18:00', '08:00'], skip_weekends: true }],
    [
      'Quiet hours: 6pm–8am\nWeekends: skip\nNudge cap: 4\nMinimum gap: 3 days',
      { quiet_hours: ['18:00', '08:00'], skip_weekends: true, nudge_cap: 4, min_gap_days: 3 },
    ],
  ])('%j', (text, expected) => {
    expect(understood(text)).toEqual(expected);
  });

  test('an item that does not fit the line above is named', () => {
    const errors = errorsOf('Standard quotes:\n- nudge at 4 days\n- on Fridays too');
    expect(errors).toEqual([expect.objectContaining({ line: 3, sentence: 'on Fridays too' })]);
  });

  test('a heading’s tier is not passed over for the standard one', () => {
    const errors = errorsOf('# Big quotes over $9,000\n\nThese matter to us. Nudge at 6 and 14 days.');
    expect(errors).not.toEqual([]);
  });
});

describe('full stops that end nothing', () => {
  test.each([
    [
      'Do not send between 6 p.m. and 8 a.m. Never more than four nudges for one quote.',
      { quiet_hours: ['18:00', '08:00'], nudge_cap: 4 },
    ],
    [
      'DO NOT SEND BETWEEN 6 P.M. AND 8 A.M. NEVER MORE THAN FOUR NUDGES FOR ONE QUOTE.',
      { quiet_hours: ['18:00', '08:00'], nudge_cap: 4 },
    ],
    ['Do not send on Dec. 25 and Jan. 1. Nudge cap: 4.', { holidays: ['--12-25', '--01-01'], nudge_cap: 4 }],
  ])('%s', (text, expected) => {
    expect(understood(text)).toEqual(expected);
  });

  test('those of an address', () => {
    const said = understood('Ana is ana.lim@mail.y.example. Quotes from the events team default to Ana.');
    expect(said.owners).toEqual({
      people: { Ana: 'ana.lim@mail.y.example' },
      teams: { events: 'ana.lim@mail.y.example' },
    });
  });
});
