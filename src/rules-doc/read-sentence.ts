import { type Concern, concernOf } from './about-following-up.ts';
import { type Clause, cut, fault, type Outcome } from './clause.ts';
import { lowerText, plainText } from './document.ts';
import { markEntities, type ReadingSettings } from './entities.ts';
import { type NameBook, readPeople, takePeopleInPassing } from './people.ts';
import { readClause } from './read-clause.ts';
import { markTiers } from './tier-name.ts';
import { tierPhrases } from './tier-phrases.ts';
import { endsACadence } from './tier-pieces.ts';

const SUBJECT =
  'quotes?|follow(?:ing)?[- ]?ups?|following up|nudg(?:es?|ing)|chas(?:ers?|ing)|reminders?|reminding|cadences?|send(?:ing)?|last calls?|expiry|expiration|quiet hours?|people|team|teams|reps?|owners?|default owners?|defaults|away|absences?|cover|covers|covering|holidays?|limits?|caps?|tiers?|times?|hours?|dates?|days?|weekends?';
const KIND =
  'rules?|polic(?:y|ies)|guide|guidelines?|guidance|notes?|plan|schedule|schedules|timing|settings?|document|doc|handbook|playbook|basics|overview|summary|instructions?|times|dates';
const SMALL =
  "our|the|a|an|how|we|when|what|who|which|to|for|of|on|in|and|or|&|about|with|by|at|do|that|is|are|'s|from|it|its|their";

const ONLY_TITLE_WORDS = new RegExp(`^(?:${SUBJECT}|${KIND}|${SMALL})(?:[ ,:/-]+(?:${SUBJECT}|${KIND}|${SMALL}))*$`);
const NAMES_A_KIND = new RegExp(`(?<![a-z])(?:${KIND})(?![a-z])`);
const SUBJECT_WORD = new RegExp(`(?<![a-z])(?:${SUBJECT})(?![a-z])`);

/** Words that make a line an instruction, however short. */
const INSTRUCTS =
  /\d|(?<![a-z])(?:never|not|don't|no|must|should|always|only|unless|except|please|before|after|every|until|than|most|least|one|two|three|four|five|six|seven|eight|nine|ten|once|twice|if|first|stop|skip|leave|daily|weekly|monthly|chase|nudge|remind|sends?|follow up)(?![a-z])/;

/** "How we chase quotes" only asks, as titles do; with a condition in it it says more. */
const ASKS = /^(?:how|who|what|why) /;
const TURNS = /\d|(?<![a-z])(?:never|not|don't|no|only|unless|except|until|if|must|should)(?![a-z])/;

const MAX_TITLE_WORDS = 10;

/** "Quote follow-up rules", "Sending:", "# Who covers": a line that only says what comes next. */
export const isTitle = (low: string, heading: boolean): boolean => {
  const text = low.replace(/[:\s]+$/, '');
  if (/[.!?]$/.test(text) || text.split(' ').length > MAX_TITLE_WORDS) return false;
  if (ONLY_TITLE_WORDS.test(text)) return !/^(?:send|nudge|chase|cover|follow up) /.test(text);
  if (ASKS.test(text)) return !TURNS.test(text);
  return !INSTRUCTS.test(text) && SUBJECT_WORD.test(text) && (heading || NAMES_A_KIND.test(text));
};

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

const EXAMPLES = {
  cadence:
    'nudge days after sending, such as "Standard quotes: nudge after 4 days and 9 days, last call 2 days before expiry"',
  owner: 'a team and its person, such as "Quotes from the events team go to Sam"',
  absence: 'who is away, when and who covers, such as "Sam is away 4-15 May 2027, Priya covers"',
  window: 'when not to send, such as "No nudges between 7pm and 9am, on weekends, or on 26 December"',
  cap: 'a limit, such as "At most four nudges per quote" or "keep three days between nudges"',
} as const;

const TOPICS: readonly (readonly [RegExp, keyof typeof EXAMPLES])[] = [
  [/default|(?<![a-z])team(?![a-z])/, 'owner'],
  [/(?<![a-z])(?:away|cover|covers|covered|covering|on leave)(?![a-z])/, 'absence'],
  [/more than|at most|between nudge|between them|apart|(?<![a-z])(?:cap|gap|maximum)(?![a-z])/, 'cap'],
  [
    /(?:not|never|only|no) (?:\S+ ){0,2}(?:send|sending|nudge (?:on|between|before|after|at))|quiet|weekend|holiday/,
    'window',
  ],
  [/nudge|lastcall|cadence|quote/, 'cadence'],
  [/send|sent/, 'window'],
];

/** What stands in for a sentence that must be understood and is not: the right spelling, an example, and where it broke off. */
export const expectedOf = (clause: Clause, concern: Concern): string => {
  const topic = TOPICS.find(([pattern]) => pattern.test(clause.text))?.[1] ?? 'cadence';
  const spelt = concern.kind === 'misspells' ? `"${concern.meant}" in place of "${concern.word}"; ` : '';
  const stuck = topic === 'cadence' && spelt === '' ? stuckWords(clause) : null;
  return `${spelt}${EXAMPLES[topic]}${stuck === null ? '' : `; "${stuck}" is not understood`}`;
};

const MAX_WORDS = 6;

/** The first words of a cadence that no phrase knows. */
const stuckWords = (clause: Clause): string | null => {
  const result = cut(markTiers(clause), tierPhrases);
  if (result.kind === 'whole') return null;
  const at = result.at.replace(/^(?:(?:at|on|after|in|for|of|with|by|is) )?[A-Z][\ue000-\uf8ff] ?(?=[a-z])/, '');
  const words = (at.split(/[A-Z][\ue000-\uf8ff]/)[0] ?? '').trim().split(' ').slice(0, MAX_WORDS).join(' ');
  return /[a-z]/.test(words)
    ? words
        .replace(/[.,;:]$/, '')
        .replaceAll('aftersent', 'after sending')
        .replaceAll('lastcall', 'last call')
    : null;
};

/** What sentences are read by. */
export interface Settings extends ReadingSettings {
  readonly names: NameBook;
}

/** A sentence longer than this is read by no pattern. */
const MAX_SENTENCE = 1200;

/** Words without which a sentence states nothing of ours: most prose is let be without a closer look. */
const OURS =
  /nudg|chas|remind|follow|fol+ow|cadenc|rhythm|schedule|last|final|send|sent|expir|default|cover|stand|quot|offer|estimate|proposal|bid|job|deal|order|ones|anything|everything|mail|messag|contact|ping|prod|bump|touch|reach|check|weekend|weekday|saturday|holiday|quiet|away|leave|off|out|absen|vacation|unavailable|travel|cap|limit|max|most|gap|apart|between|team|department|owner|owns|handles|takes|looks|assign|belong|over|above|under|below|more than|less than|at least|up to|goes|disturb|bother|call|write|any|skip|pause|rest|observe|respect|treat|silent|hour|time|@/;

/** What one sentence states. Null: it is none of ours and says so nowhere. A fault: it must be understood, and is not. */
export const readSentence = (text: string, settings: Settings, heading = false): Outcome => {
  const people = readPeople(text);
  if (people) return { kind: 'facts', facts: people.map(person => ({ kind: 'person', ...person })) };
  const passing = takePeopleInPassing(text);
  const words = wordsOf(passing.rest, settings);
  const outcome = mayBeOurs(words, settings) ? readClause(words.clause()) : null;
  if (outcome?.kind === 'facts') return withPeople(outcome, passing.people);
  if (isTitle(words.low, heading)) return null;
  const concern = concernIn(words, settings);
  if (outcome?.kind === 'about' && (concern === null || heading || words.written.endsWith(':'))) return outcome;
  if (concern === null) return withoutConcern(words, outcome, settings);
  if (concern.kind === 'says' && outcome?.kind === 'fault') return outcome;
  return fault(expectedOf(words.clause(), concern));
};

/** A sentence in the forms it is looked at in. `clause`: canonical, its values marked; made when first asked for. */
interface Words {
  readonly written: string;
  readonly low: string;
  readonly clause: () => Clause;
}

const wordsOf = (text: string, settings: Settings): Words => {
  const written = plainText(text);
  const low = lowerText(written);
  let clause: Clause | undefined;
  return { written, low, clause: () => (clause ??= clauseOf(written, low, settings)) };
};

const clauseOf = (written: string, low: string, settings: Settings): Clause => {
  const within = low.slice(0, MAX_SENTENCE);
  const marked = markEntities(within, settings, at => settings.names.at(written, low, at));
  return { text: canonical(marked.text), entities: marked.entities };
};

const mayBeOurs = ({ low }: Words, settings: Settings): boolean =>
  low.length <= MAX_SENTENCE && (OURS.test(low) || speaksOfPeople(low, settings));

const concernIn = ({ low }: Words, settings: Settings): Concern | null => {
  const concern = concernOf(low, settings.names.words);
  if (concern) return concern;
  return (AWAY.test(low) || TEAMS_QUOTES.test(low)) && speaksOfPeople(low, settings) ? { kind: 'says' } : null;
};

/** A sentence without a word of following up may still change the one before it, or be a rule of ours gone wrong. */
const withoutConcern = (words: Words, outcome: Outcome, settings: Settings): Outcome => {
  if (MAY_LEAN.test(words.low) && leansOnOther(words.clause().text))
    return { kind: 'fault', expected: WHOLE, leans: true };
  if (outcome?.kind === 'fault') return outcome.leans || mustBeOurs(words.low) ? outcome : null;
  if (!mayBeOurs(words, settings) || !beginsAsOurs(words.clause())) return null;
  return fault(expectedOf(words.clause(), { kind: 'says' }));
};

const WHOLE = 'one whole sentence with the one before it';

const EXCEPTS =
  /^(?:(?:and|but|or|also),? )?(?:except|excepting|excluding|unless|apart from|other than|save for|but not|not on|not for|not if|not when|only on|only for|only if|only when|if not|(?:this|these|it|they) (?:does |do )?not apply|exceptions?)(?![a-z])/;

/** Kinds of facts that words on other things may seem to state: "Weekends are fine for golf". */
const SENDING = new Set([
  'weekends',
  'holiday',
  'quietHours',
  'quietBefore',
  'quietAfter',
  'noQuietHours',
  'holidaysKept',
]);

const MAX_BEGINNINGS = 4;

/** "The events team's quotes go to Sam, except big ones.": a rule, and then words that may change it. */
const beginsAsOurs = ({ text, entities }: Clause): boolean => {
  const ends = [...text.matchAll(/,|(?: (?:except|unless|only|if|when|provided|but|for|other than|on|while))(?= )/g)];
  return ends.slice(0, MAX_BEGINNINGS).some(({ index }) => {
    const begins = readClause({ text: text.slice(0, index).trim(), entities });
    return (
      begins?.kind === 'facts' &&
      !(begins.facts.every(({ kind }) => SENDING.has(kind)) && !/send|nudge|mail/.test(text))
    );
  });
};

/** The first words of what may lean on the sentence before it. */
const MAY_LEAN =
  /^\W*(?:and|but|or|also|then|after|stop|leave|let|drop|give|that|nothing|no|not|never|cease|quit|done|end|finish|only|except|unless|exclu|apart|other|save|if|this|these|it|they|forget|move|rest|alone|skip|without|omit|do|say)/;

const leansOnOther = (text: string): boolean => endsACadence(text) || EXCEPTS.test(text);

const withPeople = (
  outcome: Extract<Outcome, { kind: 'facts' }>,
  people: ReturnType<typeof takePeopleInPassing>['people'],
): Outcome => ({
  ...outcome,
  facts: [...outcome.facts, ...people.map(person => ({ kind: 'person' as const, ...person }))],
});

const speaksOfPeople = (low: string, { names }: Settings): boolean =>
  names.words.size > 0 && low.split(/[^\p{L}\p{M}\p{N}'.-]+/u).some(word => names.words.has(word.replace(/'s?$/, '')));

const TEAMS_QUOTES = /(?<![a-z])quotes? (?:from|for|of) .*(?<![a-z])team(?![a-z])/;

const AWAY =
  /(?<![a-z])(?:away|on (?:[a-z]+ )?(?:leave|holiday|vacation)|out of (?:the )?office|unavailable|absent)(?![a-z])/;

/** Quiet hours, tiers and absences may be faulty without a word of the list: "Priya is away until Friday". */
const mustBeOurs = (low: string): boolean => /(?<![a-z])(?:away|on leave|quiet|holidays?|quotes?)(?![a-z])/.test(low);
