import { oneOf, type Phrase, phrase } from './clause.ts';
import { entityAt, mark } from './entity.ts';
import { boundPhrases } from './interval.ts';
import { beforeExpiryPhrases, countPhrases, nudgeDaysPhrases, nudgePhrases } from './tier-days.ts';
import { END, nothing, type Piece, stopPhrases, THEM } from './tier-pieces.ts';

const [P, B, S, O] = [mark('days'), mark('bareDays'), mark('tier'), mark('ordinal')];

/** A reason that holds one of these is no mere reason: it might change what is done, or when. */
const TURNS_MEANING =
  'unless|except|only|if|until|before|after|nudge|lastcall|send|sent|stop|without|holidays?|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|once|twice|daily|weekly|monthly';
const BECAUSE = oneOf(
  'so(?: as)?',
  'because',
  'to (?:avoid|keep|make|give|show|stay)',
  'in order to',
  'since (?:they|these|most|it|there)',
);

/** Why the cadence is so, in words that hold no number, no condition and no exception: it changes nothing. */
const reasons = nothing(`(?:,? ?)${BECAUSE}(?: (?!${TURNS_MEANING})[a-z'-]+)+`);

const IF = oneOf('if', 'when', 'where', 'while', 'unless', 'until', 'as long as', 'provided', 'in case');
const HEARD = oneOf(
  `heard(?: (?:back|anything|nothing))?(?: from ${THEM})?`,
  `hears?(?: back)?(?: (?:from ${THEM}|nothing))?`,
  'repl(?:y|ies|ied)',
  'answer(?:s|ed)?',
  'respon(?:se|d|ds|ded)',
  '(?:(?:stays?|remains?|keeps?|goes?) )?(?:silent|quiet)',
  'unanswered',
);

/** True at every moment a nudge can leave: an answer rests the quote anyway. */
const unanswered = nothing(
  oneOf(
    `${IF} (?:there (?:is|has been) |${THEM} |nobody |nothing )?(?:have |has |had |is |was |do |does |did )?(?:not |still |no )*(?:yet )?${HEARD}(?: yet| so far| back)*`,
    '(?:no|without(?: an?)?) (?:reply|answer|response)(?: yet)?:?',
  ),
);

const LINKS = oneOf(
  `[,.;:()]|-(?![PB])`,
  'followed by|as follows|after (?:that|this|which)|afterwards|aftersent',
  `after${END}`,
  'by default|otherwise|as (?:a )?rule|in general|generally|normally|usually|in (?:value|total|amount|all)',
  'and|then|plus|&|but|again|another|finally|lastly|before that|both|exactly',
  `(?:with|by|for|to|of|as|it|about|around|from)(?! ?(?:${P}|${B}))`,
  'on|in|at',
);

const VERBS = oneOf(
  'use[sd]?|using|gets?|receives?|has|have|needs?|are|is|be|being|follows?|appl(?:y|ies)|means?|counts?|gives?|makes?|made|do|does|runs?|takes?',
  'go|goes|out|sends?|sent|sending|set|put|try|stick|works?|starts?|starting|begins?|beginning|comes?|coming|arrives?|arriving|happens?|due',
);

const NOUNS = oneOf(
  `they|them|these|those|this|there|here|it's|(?:its|their)(?= lastcall| ${O}| nudge)|which|who|whose|worth|customers?|clients?|contacts?`,
  `email(?:s|ed|ing)?|mails?|messages?|steps?|days?(?= ?[,:(])|tier|category|band|group|class|sized?`,
  `when|whenever(?= ${S})`,
);

const MANNERS = oneOf(
  'gentle|gentler|gently|polite|politely|friendly|soft|softer|softly|light|lighter|slow|slower|calm|calmer|relaxed|patient',
  'brief|short|quick|little|nice|nicely|kind|warm|simple|usual|normal|standard|longer|shorter|faster|tighter|leisurely|easy|initial|more time',
  'slightly|somewhat|more(?= (?:relaxed|patient|gentle|leisurely|polite|time))|much|very|a bit|bit|no (?:pressure|rush|hurry|pushing)',
);

/** Words that only hold a sentence together. None of them can turn its meaning. */
const glue: readonly Phrase<Piece>[] = [LINKS, VERBS, NOUNS, MANNERS].map(nothing);

const tier: Phrase<Piece> = phrase<Piece>(
  `(?:if |when |where |whenever |for |on |to |of )?(${S})`,
  (match, entities) => ({
    kind: 'tier',
    name: entityAt(entities, match[1], 'tier').name,
  }),
);

/** All phrases of a tier's sentence, in the order they are tried. */
export const tierPhrases: readonly Phrase<Piece>[] = [
  reasons,
  unanswered,
  ...boundPhrases,
  tier,
  ...countPhrases,
  ...stopPhrases,
  ...beforeExpiryPhrases,
  ...nudgeDaysPhrases,
  ...nudgePhrases,
  ...glue,
];
