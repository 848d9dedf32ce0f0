/**
 * One word for one meaning. The pairs are applied in order to marked lower-case text, so that the patterns of the
 * readers know `nudge`, `lastcall`, `expiry` and `aftersent` and none of their many names.
 */
const words = (source: string): RegExp => new RegExp(`(?<![\\w'-])(?:${source})(?![\\w'-])`, 'g');

const QUOTE = '(?:quotes?|quotations?|offers?|proposals?|estimates?|bids?)';
const WAS = '(?: (?:is|was|are|were|has been|have been|had been|gets?|got|being|been))?';
const IT = `(?:it|they|that|this|each|any|every|one|the customer|we|you)`;

const WORDING: readonly (readonly [RegExp, string])[] = [
  // Contractions first: everything below sees only the long forms.
  [words("don't|dont|do n't"), 'do not'],
  [words('no need'), 'not need'],
  [/N[\ue000-\uf8ff] and only (?=N[\ue000-\uf8ff])/g, 'only '],
  [words("it's been|they've been"), 'it has been'],
  [words("it's"), 'it is'],
  [words("doesn't|doesnt"), 'does not'],
  [words("(can|could|should|must|wo|would|is|are|has|have)n't"), '$1 not'],
  [words("won't|wo not"), 'will not'],
  [words("cannot|can't|can not"), 'not'],
  [words('(?:do|does|did|must|should|will|shall|may|would|need) not(?: to)?'), 'not'],
  [words('no one|no-one|noone'), 'nobody'],
  [words('e-mail(s|ed|ing)?'), 'email$1'],
  [words('and/or'), 'or'],
  [/ @ ?/g, ' at '],
  [/ ?[[(] ?/g, ' ('],
  [/ ?[\])] ?/g, ') '],
  [/ ?(?:-+>|=+>|→|⇒) ?/g, ' : '],
  [/["*_`#|]+/g, ' '],

  // The quote, its sending, its end.
  [words(QUOTE), 'quote'],
  [
    words(
      `(?:the |a |each |any |every |its |their |that )?(?:quote(?:'s|s')? )?(?:expiry|expiration|expiring|expire|valid[- ]until|validity|best[- ]before|end of (?:the )?(?:quote's |its )?validity|end of its (?:life|term))(?: (?:date|day|period))?(?: of (?:the|a|each|any|every) quote)?`,
    ),
    'expiry',
  ],
  [
    words(
      `(?:the |a |each |any |every |that )?(?:quote|it|they|these|those|that|this|one)(?: (?:is|are|is due|are due|will|would|is going|is about|is set|was|due))?(?: to)? (?:expires?|expired|expiring|lapses?|lapsing|runs? out|ends?|ending|is no longer valid|stops? being valid|times? out|expiry)`,
    ),
    'expiry',
  ],
  [words('(?:the )?expiry(?: date| day)?(?: of (?:the|a|each|any|every) quote)?'), 'expiry'],
  [
    words(
      `(?:after|since|from|of|following|past|on from) (?:the )?(?:(?:date|day|time) )?(?:of )?(?:we |you |they |it |the quote |a quote |each quote |quote |the rep |${IT} )?(?:was |is |are |were |has been |have been |had been |gets |got |being |have |has |had |date )?(?:sending|sent|send|sends|send[- ]date|sent[- ]date|dispatch|sending date|issue|issued|issuing|goes out|went out|going out|left|gone out|out)(?: (?:date|day))?(?: (?:it|them|the quote|a quote|quote|out|off))*`,
    ),
    'aftersent',
  ],
  [words(`(?:after|since|from) (?:the )?(?:date|day) (?:it |the quote |they )?${WAS} ?(?:sent|issued)`), 'aftersent'],
  [words('(?<!look |looks |looking )(?:after|from|since) (?:the )?quote(?: date)?'), 'aftersent'],

  // Following up, in all its names.
  [words('follow(?:s|ed|ing)?[- ]?ups?|following[- ]up|followups?'), 'nudge'],
  [words('nudg(?:e|es|ed|ing)|chas(?:e|es|ed|ers?|ing)(?:[- ]ups?)?|remind(?:s|ed|ers?|ing)?'), 'nudge'],
  [words('ping(?:s|ed|ing)?|prod(?:s|ded|ding)?|pok(?:e|es|ed|ing)|bump(?:s|ed|ing)?|hurry[- ]ups?'), 'nudge'],
  [
    words(
      '(?:get|gets|getting|be) (?:back )?in touch|reach(?:es|ing)? out|check(?:s|ing)?[- ]in(?:s)?|touch(?:ing)? base',
    ),
    'nudge',
  ],
  [words('nudge (?:emails?|mails?|messages?|notes?|calls?|mailings?|letters?)'), 'nudge'],
  [
    words(
      '(?:last|final|closing|parting)(?: and final)?[- ](?:nudge|calls?|chance(?: (?:nudge|emails?|mails?|messages?|notes?))?|notices?|warnings?|words?|emails?|mails?|messages?|one|touch)',
    ),
    'lastcall',
  ],
  [words('lastcall (?:emails?|mails?|messages?|notes?|nudge)'), 'lastcall'],
  [words('cadences?|rhythms?|schedules?|patterns?|timetables?|sequences?|intervals?|paces?|tempo'), 'cadence'],
];

const TIDY: readonly (readonly [RegExp, string])[] = [
  [/[!?…]+/g, '.'],
  [/\s+/g, ' '],
  [/ ([,.;:!?)])/g, '$1'],
  [/\( /g, '('],
  [/([A-Z][\ue000-\uf8ff])'(?=[ ,.;]|$)/g, '$1'],
];

/** The sentence in the readers' words. Articles and politeness stand for nothing and are left out. */
export const canonical = (marked: string): string => {
  const worded = WORDING.reduce((text, [pattern, by]) => text.replace(pattern, by), marked);
  const bare = worded.replace(FILLER, ' ');
  return TIDY.reduce((text, [pattern, by]) => text.replace(pattern, by), bare).trim();
};

const FILLER = words(
  "an?|the|our|please|kindly|should|must|shall|would|will|we'll|we|you|always|ever|simply|ideally|also|too|note that|note|remember to|make sure to|ensure(?: that)?|that",
);
