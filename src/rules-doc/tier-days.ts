import { oneOf, type Phrase, phrase } from './clause.ts';
import { type Entity, entityAt, mark } from './entity.ts';
import { END, type Piece, says, THEM } from './tier-pieces.ts';

const [P, B, N, O] = [mark('days'), mark('bareDays'), mark('number'), mark('ordinal')];

type Entities = readonly Entity[];

interface Period {
  readonly days: readonly number[];
  readonly fault?: string;
}

const faultOf = ({ fault }: Period): { readonly fault?: string } => (fault === undefined ? {} : { fault });

/** The one number of days of a phrase that can't hold a list. */
const single =
  (kind: 'before' | 'later') =>
  (match: RegExpExecArray, entities: Entities): Piece => {
    const period = entityAt(entities, match[1], 'days');
    const [days, ...others] = period.days;
    return days === undefined || others.length > 0
      ? { kind, days: 0, fault: 'one number of days here' }
      : { kind, days, ...faultOf(period) };
  };

const number =
  (kind: 'before') =>
  (match: RegExpExecArray, entities: Entities): Piece => ({
    kind,
    days: entityAt(entities, match[1], 'number').value,
  });

const LEFT = '(?:left|to go|remaining|remain)';
const AHEAD = oneOf('before', 'prior to', 'ahead of', 'until', 'till', 'to', 'left until', 'short of', 'out from');

/** The last call, in days before expiry. */
export const beforeExpiryPhrases: readonly Phrase<Piece>[] = [
  phrase(`(?:is |at |on |with |from |sent |comes )?(${P})(?: ${LEFT})? ${AHEAD}(?: |-)expiry`, single('before')),
  phrase(`(?:at |on |with )?(${P}) (?:before|beforehand|${LEFT})${END}`, single('before')),
  phrase(`when (?:there (?:is|are) )?(${P}) (?:are |is )?${LEFT}`, single('before')),
  phrase(`(${N}) before expiry`, number('before')),
  phrase(`last (${N})(?: before expiry)?${END}`, number('before')),
  says('(?:on |sent )?(?:very )?day (?:before|prior to) expiry', { kind: 'before', days: 1 }),
  says('(?:on|at)(?: (?:day|date|day of|date of|very day))? expiry', { kind: 'before', days: 0 }),
];

const WHICH_CAME_BEFORE = `after (?:that|this|it|previous(?: (?:nudge|one))?|${O}(?: (?:nudge|one))?)`;
const WHEN = oneOf(
  `(?:when|once|as soon as)(?: ${THEM})? (?:is|are|turns?|reach(?:es)?)`,
  'at',
  'on',
  'after',
  'in',
  'of',
);
const SINCE = oneOf(
  '(?:have |has )?(?:passed|elapsed|gone by)',
  'of (?:silence|quiet|no (?:reply|answer|response))',
  'aftersent',
  'after',
  'old',
  'in',
  'on',
  'cadence',
  'nudge cadence',
  'day cadence',
  'step',
);

/** The nudges, in days since sending. */
export const nudgeDaysPhrases: readonly Phrase<Piece>[] = [
  phrase(`(${P}) before (?:${O} )?nudge`, (match, entities) => daysOf(entityAt(entities, match[1], 'days'))),
  phrase(
    `(?:after |in )?(?:another |further )?(${P}) (?:later|thereafter|afterwards|further on|${WHICH_CAME_BEFORE})`,
    single('later'),
  ),
  phrase(`(?:after )?(?:another|further) (${P})`, single('later')),
  phrase(`(${WHEN} |)(${P}|${B})((?: ${SINCE})*)`, (match, entities) => {
    if (match[2]?.startsWith('B')) return daysOf(entityAt(entities, match[2], 'bareDays'));
    const period = entityAt(entities, match[2], 'days');
    const loose = match[1] === '' && match[3] === '';
    return loose && period.rate
      ? { kind: 'days', days: period.days, unit: true, fault: 'days since sending, such as "after a week"' }
      : daysOf(period);
  }),
  phrase(`(?:at|on|after|day|in) (${N})(?:${END}|(?= aftersent| after))`, (match, entities) => ({
    kind: 'days',
    days: [entityAt(entities, match[1], 'number').value],
    unit: false,
  })),
];

const daysOf = (period: Period): Piece => ({ kind: 'days', days: period.days, unit: true, ...faultOf(period) });

const countOf = (marked: string | undefined, word: string | undefined, entities: Entities): number =>
  word === undefined ? entityAt(entities, marked, 'number').value : word === 'once' ? 1 : 2;

const JUST = oneOf('only', 'just', 'no more than', 'not more than', 'at most');

/** "Only nudge … once": so often and then no more, before "not nudge" is read as none at all. */
export const countPhrases: readonly Phrase<Piece>[] = [
  says(`(?:only|just)(?= nudge [^,.;]*(?<![a-z])(?:once|twice|${N} (?:times|nudge)))`, { kind: 'stop' }),
  phrase(`(?:not|never) nudge(?: ${THEM})? more than (?:(${N}) times|(once|twice))`, (match, entities) => ({
    kind: 'only',
    count: countOf(match[1], match[2], entities),
  })),
];

/** The nudges themselves: how many, the first, the second, the last. */
export const nudgePhrases: readonly Phrase<Piece>[] = [
  phrase(
    `${JUST} (?:(?:send|nudge|get|gets)(?: ${THEM})? )?(?:(${N})(?: nudge| times?)?|(once|twice))(?: only)?`,
    (match, entities) => ({
      kind: 'only',
      count: countOf(match[1], match[2], entities),
    }),
  ),
  phrase(`nudge(?: ${THEM})? (?:only|just) (?:(${N}) times?|(once|twice))`, (match, entities) => ({
    kind: 'only',
    count: countOf(match[1], match[2], entities),
  })),
  phrase(`(?:(${N})(?: (?:nudge|times?))?|(once|twice)) only`, (match, entities) => ({
    kind: 'only',
    count: countOf(match[1], match[2], entities),
  })),
  phrase(
    `(${N})(?: (?:nudge|times?)|(?= (?:at|on|after|more|goes|is|then|lastcall)|[,:]|$))|(once|twice)`,
    (match, entities) => ({
      kind: 'nudge',
      count: countOf(match[1], match[2], entities),
    }),
  ),
  phrase(`(${O})(?: (?:nudge|one|time))?`, (match, entities) => ({
    kind: 'nudge',
    rank: entityAt(entities, match[1], 'ordinal').value,
  })),
  says('nudge|cadence', { kind: 'nudge' }),
  says('wait', { kind: 'wait' }),
  says('lastcall', { kind: 'lastCall' }),
];
