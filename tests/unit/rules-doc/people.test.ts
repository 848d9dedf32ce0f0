import { describe, expect, test } from 'vitest';
import { docOf, understood } from './reading.ts';

describe('a person and an address', () => {
  test.each([
    'Ana is ana@y.example.',
    "Ana's address is ana@y.example",
    'Ana’s e-mail is ana@y.example.',
    'Ana: ana@y.example',
    'Ana – ana@y.example',
    'Ana, ana@y.example',
    'Ana <ana@y.example>',
    'Ana (ana@y.example)',
    'Ana = ANA@Y.example',
    'ana@y.example is Ana',
    'Reach Ana at ana@y.example.',
    'Ana can be reached at ana@y.example.',
    'The address of Ana is ana@y.example',
    '- Ana: ana@y.example',
    '**Ana** is [ana@y.example](mailto:ana@y.example)',
    'Reps: Ana <ana@y.example>',
  ])('%s', sentence => {
    expect(understood(sentence).owners?.people).toEqual({ Ana: 'ana@y.example' });
  });

  test.each([
    [
      'Mei Lin is meilin@y.example and J. O’Neill is jo@y.example.',
      { 'Mei Lin': 'meilin@y.example', "J. O'Neill": 'jo@y.example' },
    ],
    [
      'Ana is ana@y.example, Ben is ben@y.example and Cy is cy@y.example',
      { Ana: 'ana@y.example', Ben: 'ben@y.example', Cy: 'cy@y.example' },
    ],
    ['José is jose@y.example. Dr. Tan is tan@y.example.', { José: 'jose@y.example', 'Dr. Tan': 'tan@y.example' }],
    ['ANA IS ANA@Y.EXAMPLE.', { ANA: 'ana@y.example' }],
  ])('%s', (sentence, people) => {
    expect(understood(sentence).owners?.people).toEqual(people);
  });

  test.each(['Our office is office@y.example.', 'Write to us at hello@y.example with questions.'])(
    '%s introduces nobody',
    sentence => {
      expect(understood(sentence).owners).toBeUndefined();
    },
  );
});

describe('the events team defaults to Sam, said as', () => {
  test.each([
    'Quotes from the events team default to Sam.',
    'Quotes from the events team default to sam.',
    'Quotes from the events team default to sam@x.example.',
    "The events team's quotes default to Sam",
    'Events quotes default to Sam',
    'Events team quotes go to Sam',
    'Quotes for events belong to Sam',
    'Events defaults to Sam',
    'By default, quotes from the events team go to Sam.',
    'The default owner for the events team is Sam',
    "The events team's default owner is Sam.",
    'Sam owns quotes from the events team',
    "Sam looks after the events team's quotes.",
    'Sam is the default owner for events quotes',
    'Assign events quotes to Sam.',
    'Send quotes from the events team to Sam',
    'Quotes from the events team are owned by Sam',
    "Quotes from the events team are Sam's.",
    'If the team is events, the default owner is Sam',
    'Events team: Sam',
    'Team events → Sam',
    'Teams:\n- Events: Sam',
    'All events quotes belong to Sam.',
    'Every quote from the events team goes to Sam.',
    'Sam owns all events quotes.',
    'Sam looks after all quotes from the events team.',
    'Assign all quotes from events to Sam.',
    "Send all of the events team's quotes to Sam.",
  ])('%s', sentence => {
    expect(understood(docOf(sentence)).owners?.teams).toEqual({ events: 'sam@x.example' });
  });

  test.each([
    [
      'Quotes from the events and catering teams default to Sam.',
      { events: 'sam@x.example', catering: 'sam@x.example' },
    ],
    ['Quotes from the food and drink team default to Sam.', { 'food and drink': 'sam@x.example' }],
    [
      'Events quotes default to Sam and fit-out quotes to Priya.',
      { events: 'sam@x.example', 'fit-out': 'priya@x.example' },
    ],
    ['Quotes from the café team default to Mei Lin.', { café: 'meilin@x.example' }],
    ['Quotes from the events team default to Ana (ana@y.example).', { events: 'ana@y.example' }],
  ])('%s', (sentence, teams) => {
    expect(understood(docOf(sentence)).owners?.teams).toEqual(teams);
  });

  test('a first name stands for the only person who has it', () => {
    const said = understood('Ana Lim is ana@y.example. Quotes from the events team default to Ana.');
    expect(said.owners?.teams).toEqual({ events: 'ana@y.example' });
  });
});

describe('Priya is away 3 to 14 August 2026 and Sam covers, said as', () => {
  test.each([
    'Priya is away 3–14 August 2026, Sam covers.',
    'Priya is away from 3 August to 14 August 2026, Sam covers',
    'Priya is away Aug 3-14, 2026; Sam covers.',
    'Priya is away Aug. 3 - Aug. 14, 2026; cover by Sam.',
    'Priya is away August 3 to August 14, 2026, Sam covers.',
    'Priya is away from the 3rd to the 14th of August 2026, Sam covers.',
    'Priya is off 2026-08-03 to 2026-08-14, covered by Sam.',
    'Priya is away 3.8.2026 - 14.8.2026, Sam covers.',
    'Priya is on leave from 3 to 14 August 2026 and Sam is covering.',
    'Priya will be away from 3 August 2026 until 14 August 2026; Sam will cover for her.',
    'Priya is away from Mon 3 Aug 2026 to Fri 14 Aug 2026; Sam takes over.',
    'While Priya is away from 3 to 14 August 2026, Sam covers.',
    'Between 3 and 14 August 2026 Priya is away and Sam covers for her.',
    '3–14 August 2026: Priya is away, Sam covers.',
    'Priya is out of the office 3-14 August 2026 (cover: Sam).',
    'Priya is on holiday 3-14 August 2026, with Sam covering.',
    "Priya's leave: 3-14 August 2026, cover Sam",
    'Priya takes annual leave 3-14 August 2026; Sam looks after her quotes.',
    'Priya is away 3–14 August 2026, her quotes go to Sam.',
    'Priya is away from 3 August 2026, back on 15 August 2026, Sam covers.',
    'Sam covers for Priya from 3 to 14 August 2026',
    'Sam stands in for Priya 3-14 August 2026',
    'Sam is the cover for Priya from 3 to 14 August 2026',
    'Priya is away 3–14 August 2026. Sam covers.',
    'Priya is away 3–14 August 2026\nSam covers',
    'Priya is away 3–14 August 2026.\n\nSam covers for Priya.',
    'Priya (priya@x.example) is away 3–14 August 2026, Sam (sam@x.example) covers.',
    'While Priya is away (Aug 3 – Aug 14, 2026), Sam will cover her quotes.',
    'Priya is off from Aug 3, 2026 through Aug 14, 2026 and Sam will handle her quotes.',
    "Sam will look after Priya's quotes while she is away from 3 August 2026 to 14 August 2026.",
    'Priya is away (August 3 to August 14, 2026). Sam will take over.',
  ])('%s', sentence => {
    expect(understood(docOf(sentence)).away).toEqual([
      { person: 'Priya', from: '2026-08-03', to: '2026-08-14', cover: 'Sam' },
    ]);
  });

  test.each([
    ['Priya is away on 3 August 2026, Sam covers', [['2026-08-03', '2026-08-03']]],
    ['Priya is away 30 December 2026 – 3 January 2027, Sam covers', [['2026-12-30', '2027-01-03']]],
    ['Priya is away 30 December – 3 January 2027, Sam covers', [['2026-12-30', '2027-01-03']]],
    [
      'Priya is away 3-14 August 2026 and 1-5 September 2026, Sam covers',
      [
        ['2026-08-03', '2026-08-14'],
        ['2026-09-01', '2026-09-05'],
      ],
    ],
    [
      'Priya is off on 3 August 2026 and 10 August 2026, Sam covers.',
      [
        ['2026-08-03', '2026-08-03'],
        ['2026-08-10', '2026-08-10'],
      ],
    ],
    ['Priya is away 13/08/2026 to 14/08/2026, Sam covers.', [['2026-08-13', '2026-08-14']]],
  ])('%s', (sentence, spans) => {
    expect(understood(docOf(sentence)).away?.map(({ from, to }) => [from, to])).toEqual(spans);
  });

  test.each([
    ['en-GB', '2026-08-03', '2026-08-04'],
    ['en-US', '2026-03-08', '2026-04-08'],
  ])('with %s configured, 03/08/2026 to 04/08/2026 has one reading', (locale, from, to) => {
    const said = understood(docOf('Priya is away 03/08/2026 to 04/08/2026, Sam covers.'), {
      locale,
      localeConfigured: true,
    });
    expect(said.away).toEqual([{ person: 'Priya', from, to, cover: 'Sam' }]);
  });

  test('two people may share a cover', () => {
    const said = understood(docOf('Priya and Sam are away 3-14 August 2026, Mei Lin covers.'));
    expect(said.away?.map(({ person, cover }) => [person, cover])).toEqual([
      ['Priya', 'Mei Lin'],
      ['Sam', 'Mei Lin'],
    ]);
  });

  test('a person whose name is a verb is told by the capital', () => {
    const doc =
      'Will is will@y.example.\n\nSam is sam@x.example.\n\nWill is away 3-4 May 2027, Sam will cover for him.';
    expect(understood(doc).away).toEqual([{ person: 'Will', from: '2027-05-03', to: '2027-05-04', cover: 'Sam' }]);
  });

  test('where the doc introduces nobody but those away, a cover may be without an address', () => {
    const said = understood('Priya is priya@x.example.\n\nPriya is away 3-14 August 2026, Zoe covers.');
    expect(said.away?.[0]?.cover).toBe('Zoe');
  });
});
