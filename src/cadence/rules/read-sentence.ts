import { type Concern, concernOf } from './about-following-up.ts';
import { type Clause, fault, type Outcome } from './clause.ts';
import { markEntities, type ReadingSettings } from './entities.ts';
import { expectedOf } from './expected.ts';
import type { NameBook } from './names.ts';
import { readPeople, takePeopleInPassing } from './people.ts';
import { lowerText, plainText } from './plain-text.ts';
import { readClause } from './read-clause.ts';
import { endsACadence } from './tier-stops.ts';
import { isTitle } from './title.ts';
import { canonical } from './wording.ts';

/** What sentences are read by. */
export interface Settings extends ReadingSettings {
  readonly names: NameBook;
}

/** A sentence longer than this is read by no pattern. */
const LONGEST_SENTENCE = 1200;

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
  const within = low.slice(0, LONGEST_SENTENCE);
  const marked = markEntities(within, settings, at => settings.names.at(written, low, at));
  return { text: canonical(marked.text), entities: marked.entities };
};

const mayBeOurs = ({ low }: Words, settings: Settings): boolean =>
  low.length <= LONGEST_SENTENCE && (OURS.test(low) || speaksOfPeople(low, settings));

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

const MOST_BEGINNINGS = 4;

/** "The events team's quotes go to Sam, except big ones.": a rule, and then words that may change it. */
const beginsAsOurs = ({ text, entities }: Clause): boolean => {
  const ends = [...text.matchAll(/,|(?: (?:except|unless|only|if|when|provided|but|for|other than|on|while))(?= )/g)];
  return ends.slice(0, MOST_BEGINNINGS).some(({ index }) => {
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
