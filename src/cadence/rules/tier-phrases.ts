import { type Phrase, phrase } from './clause.ts';
import { entityAt, mark } from './entity.ts';
import { boundPhrases, type StatedBound } from './tier-bound.ts';

/** What the phrases of a tier's sentence mean, in the order they stand. */
export type Piece =
  | StatedBound
  | { readonly kind: 'tier'; readonly name: string }
  | { readonly kind: 'days'; readonly days: readonly number[]; readonly unit: boolean; readonly fault?: string }
  /** Days counted from the nudge before: "and again a week later". */
  | { readonly kind: 'later'; readonly days: number; readonly fault?: string }
  | { readonly kind: 'before'; readonly days: number; readonly fault?: string }
  | { readonly kind: 'nudge'; readonly count?: number; readonly rank?: number }
  | { readonly kind: 'only'; readonly count: number }
  | { readonly kind: 'wait' }
  | { readonly kind: 'lastCall' }
  | { readonly kind: 'noLastCall' }
  | { readonly kind: 'stop' }
  /** "Leave them alone": stopping after nudge days, no nudge at all without. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'off' };

const [P, B, N, O, S] = [mark('days'), mark('bareDays'), mark('number'), mark('ordinal'), mark('tier')];
const END = '(?= ?(?:[,.;:)]|$)| and | then | but )';
const THEM = `(?:it|they|them|these|those|customers?|clients?|people|contacts?|everyone|${S})`;

const nothing = (source: string): Phrase<Piece> => phrase<Piece>(source, () => null);
const says = (source: string, piece: Piece): Phrase<Piece> => phrase<Piece>(source, () => piece);

/** Why the cadence is so, in words that hold no number, no condition and no exception: it changes nothing. */
const reasons: Phrase<Piece> = nothing(
  "(?:,? ?)(?:so(?: as)?|because|to (?:avoid|keep|make|give|show|stay)|in order to|since (?:they|these|most|it|there))(?: (?!unless|except|only|if|until|before|after|nudge|lastcall|send|sent|stop|without|holidays?|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|once|twice|daily|weekly|monthly)[a-z'-]+)+",
);

/** True at every moment a nudge can leave: an answer rests the quote anyway. */
const unanswered = nothing(
  `(?:if|when|where|while|unless|until|as long as|provided|in case) (?:there (?:is|has been) |${THEM} |nobody |nothing )?(?:have |has |had |is |was |do |does |did )?(?:not |still |no )*(?:yet )?(?:heard(?: (?:back|anything|nothing))?(?: from ${THEM})?|hear(?:s)?(?: back)?(?: (?:from ${THEM}|nothing))?|repl(?:y|ies|ied)|answer(?:s|ed)?|respon(?:se|d|ds|ded)|silent|quiet|unanswered)(?: yet| so far| back)*|(?:no|without(?: an?)?) (?:reply|answer|response)(?: yet)?:?`,
);

const stops: readonly Phrase<Piece>[] = [
  says(
    '(?:no|without|skip|omit|drop|not|never|nor)(?: any| send| get| gets| make| need)? lastcall(?: at all| afterwards| after that)?',
    { kind: 'noLastCall' },
  ),
  says('lastcall:? (?:(?:is|are) )?(?:not (?:needed|sent|required|wanted)|off|none|no|never)', { kind: 'noLastCall' }),
  says(
    `stop(?:s|ping)?(?: (?:there|altogether|completely|for good|it|nudge|at that|right there))*|leave(?:s)? (?:it|them) (?:there|at that)|let ${THEM} (?:go|drop|lie)|drop ${THEM}|give up(?: on ${THEM})?|(?:that is|that's|is|that|this is) (?:it|all|the end of it|enough)${END}|nothing(?: (?:more|else|further|at all))?(?: (?:after|beyond) (?:that|this|it))?(?: afterwards)?${END}|(?:no|not any|never any) (?:more|further)(?: nudge)?(?: after (?:that|this))?(?: afterwards)?|no nudge after (?:that|this)|cease|quit|done|end there|end${END}|finish|(?:say |do )?no more|move on|never again|not again|forget (?:about )?${THEM}|silence|go quiet|say nothing more`,
    { kind: 'stop' },
  ),
  nothing('leaves? (?=[^,.;]*(?<![a-z])alone(?![a-z]))'),
  says(
    `alone|leaves? (?:${THEM} )?(?:alone|be|in peace|well alone)|(?:is |are |be )?left (?:alone|in peace)|let ${THEM} (?:be|rest)|rest(?! of)`,
    {
      kind: 'rest',
    },
  ),
  says(
    `(?:not|never|no|without|skip|nor)(?: any| send| get| gets| be| need(?:ed)?| receive)? (?:any )?(?:nudge|cadence)(?: (?:at all|needed|required|ever|whatsoever|for|on))*(?= |[,.;:)]|$)`,
    { kind: 'off' },
  ),
  says('nudge:? (?:none|off|no)|off', { kind: 'off' }),
];

const beforeExpiry: readonly Phrase<Piece>[] = [
  phrase(
    `(?:at |on |with |from |sent )?(${P})(?: (?:left|to go|remaining|remain))?(?: (?:before|prior to|ahead of|until|till|to|left until|short of|out from|left before))(?: |-)expiry`,
    (match, entities) => {
      return beforeOf(entityAt(entities, match[1], 'days'));
    },
  ),
  phrase(`(?:at |on |with )?(${P}) (?:before|beforehand|left|to go|remaining)${END}`, (match, entities) => {
    return beforeOf(entityAt(entities, match[1], 'days'));
  }),
  phrase(`when (${P}) (?:are |is )?(?:left|remain|to go)`, (match, entities) =>
    beforeOf(entityAt(entities, match[1], 'days')),
  ),
  phrase(`(${N}) before expiry`, (match, entities) => ({
    kind: 'before',
    days: entityAt(entities, match[1], 'number').value,
  })),
  phrase(`last (${N})(?: before expiry)?${END}`, (match, entities) => ({
    kind: 'before',
    days: entityAt(entities, match[1], 'number').value,
  })),
  says('(?:on |sent )?(?:very )?day (?:before|prior to) expiry', { kind: 'before', days: 1 }),
  says('(?:on|at)(?: (?:day|date|day of|date of|last day before|very day))? expiry', { kind: 'before', days: 0 }),
];

const nudgeDays: readonly Phrase<Piece>[] = [
  phrase(`(${P}) before (?:${O} )?nudge`, (match, entities) => {
    const period = entityAt(entities, match[1], 'days');
    return { kind: 'days', days: period.days, unit: true, ...faultOf(period) };
  }),
  phrase(
    `(?:after |in )?(?:another |further )?(${P}) (?:later|thereafter|after (?:that|this|it|previous(?: (?:nudge|one))?|(?:${O})(?: (?:nudge|one))?)|afterwards|further on)`,
    (match, entities) => {
      return laterOf(entityAt(entities, match[1], 'days'));
    },
  ),
  phrase(`(?:after )?(?:another|further) (${P})`, (match, entities) => laterOf(entityAt(entities, match[1], 'days'))),
  phrase(
    `((?:at|on|after|in|of|is|when|once|as soon as|(?:when|once|as soon as) (?:it|they|${S})) (?:(?:is|are|turns?|reach(?:es)?) )?|)(${P}|${B})((?: (?:aftersent|after|old|in|on|cadence|nudge cadence|day cadence|step))*)`,
    (match, entities) => {
      return daysOf(match, entities);
    },
  ),
  phrase(`(?:at|on|after|day|in) (${N})(?! ?(?:nudge|times|quote|:|o'clock))`, (match, entities) => ({
    kind: 'days',
    days: [entityAt(entities, match[1], 'number').value],
    unit: false,
  })),
];

const daysOf = (match: RegExpExecArray, entities: Parameters<Phrase<Piece>['read']>[1]): Piece => {
  const bare = match[2]?.startsWith('B') ?? false;
  const entity = bare ? entityAt(entities, match[2], 'bareDays') : entityAt(entities, match[2], 'days');
  const loose = match[1] === '' && match[3] === '';
  if (loose && 'rate' in entity && entity.rate) {
    return { kind: 'days', days: entity.days, unit: true, fault: 'days since sending, such as "after a week"' };
  }
  return { kind: 'days', days: entity.days, unit: true, ...faultOf(entity) };
};

interface Period {
  readonly days: readonly number[];
  readonly fault?: string;
}

const beforeOf = (period: Period): Piece => ({ kind: 'before', ...oneOf(period) });
const laterOf = (period: Period): Piece => ({ kind: 'later', ...oneOf(period) });

const oneOf = (period: Period): { readonly days: number; readonly fault?: string } =>
  period.days.length === 1
    ? { days: period.days[0] ?? 0, ...faultOf(period) }
    : { days: 0, fault: 'one number of days here' };

const faultOf = ({ fault }: Period): { readonly fault?: string } => (fault === undefined ? {} : { fault });

const nudges: readonly Phrase<Piece>[] = [
  phrase(
    `(?:only|just|no more than|at most|not more than) (?:(?:send|nudge|get|gets)(?: ${THEM})? )?(?:(${N})(?: nudge| times?)?|(once|twice))(?: only)?`,
    (match, entities) => ({
      kind: 'only',
      count: countOf(match[1], match[2], entities),
    }),
  ),
  phrase(`nudge(?: ${THEM})? (?:only|just) (?:(${N}) times?|(once|twice))`, (match, entities) => ({
    kind: 'only',
    count: countOf(match[1], match[2], entities),
  })),
  phrase(`(${N})(?: (?:nudge|times?)(?: only)?)?|(once|twice)`, (match, entities) => ({
    kind: match[0].endsWith('only') ? 'only' : 'nudge',
    count: countOf(match[1], match[2], entities),
  })),
  phrase(`(${O})(?: (?:nudge|one|time))?`, (match, entities) => ({
    kind: 'nudge',
    rank: entityAt(entities, match[1], 'ordinal').value,
  })),
  says('nudge|cadence', { kind: 'nudge' }),
  says('wait', { kind: 'wait' }),
  says('lastcall', { kind: 'lastCall' }),
];

const countOf = (
  marked: string | undefined,
  word: string | undefined,
  entities: Parameters<Phrase<Piece>['read']>[1],
): number => (word === 'once' ? 1 : word === 'twice' ? 2 : entityAt(entities, marked, 'number').value);

/** Words that only hold a sentence together. None of them can turn its meaning. */
const glue = nothing(
  `[,.;:()-]|followed by|as follows|after (?:that|this|which)|afterwards|aftersent|after${END}|in (?:value|total|amount|all)|and|then|plus|&|(?:with|by|for|to|of|as|it|about|around|from)(?! ?[PB][\ue000-\uf8ff])|but|again|another|finally|lastly|use[sd]?|using|gets?|receives?|has|have|needs?|are|is|be|being|it's|follows?|appl(?:y|ies)|on|in|at|they|them|these|those|this|there|here|means?|counts?|gives?|makes?|mades?|do|does|run|runs|take|takes|go|goes|out|send|sends|sent|sending|set|put|try|stick|work|works|starts?|starting|begins?|beginning|comes?|arrives?|happens?|due|before that|that|which|who|whose|worth|customers?|clients?|contacts?|email(?:s|ed|ing)?|mails?|messages?|gentle|gentler|gently|polite|politely|friendly|soft|softer|softly|light|lighter|slow|slower|calm|calmer|relaxed|patient|brief|short|quick|little|nice|nicely|kind|warm|simple|usual|normal|standard|longer|shorter|faster|tighter|slightly|somewhat|more(?= (?:relaxed|patient|gentle|leisurely|polite))|leisurely|much|very|a bit|bit|no (?:pressure|rush|hurry|pushing)|easy|step|steps|days?(?= ?[,:(])|both|exactly|tier|category|band|group|class|size|sized|when|whenever(?= ${S})`,
);

/** All phrases of a tier's sentence, in the order they are tried. */
export const tierPhrases: readonly Phrase<Piece>[] = [
  reasons,
  unanswered,
  ...boundPhrases,
  phrase<Piece>(`(?:if |when |where |whenever |for |on |to |of )?(${S})`, (match, entities) => ({
    kind: 'tier',
    name: entityAt(entities, match[1], 'tier').name,
  })),
  ...stops,
  ...beforeExpiry,
  ...nudgeDays,
  ...nudges,
  glue,
];
