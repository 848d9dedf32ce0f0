import { concernOf } from './about-following-up.ts';
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
  const written = plainText(passing.rest);
  const low = lowerText(written);
  const outcome = read(written, low, settings);
  if (outcome?.kind === 'facts') return withPeople(outcome, passing.people);
  if (isTitle(low, heading)) return null;
  if (outcome?.kind === 'about' && (isHead(written, heading) || concernOf(low, settings.names.words) === null))
    return outcome;
  const concern =
    concernOf(low, settings.names.words) ??
    ((AWAY.test(low) || TEAMS_QUOTES.test(low)) && speaksOfPeople(low, settings) ? { kind: 'says' as const } : null);
  if (concern === null && leansOnOther(clauseOf(written, low, settings).text)) {
    return { kind: 'fault', expected: WHOLE, leans: true };
  }
  if (concern === null && outcome === null && beginsAsOurs(written, low, settings)) {
    return fault(expectedOf(clauseOf(written, low, settings), { kind: 'says' }));
  }
  if (concern === null && !(outcome?.kind === 'fault' && mustBeOurs(low))) return null;
  if (concern?.kind === 'misspells') return fault(expectedOf(clauseOf(written, low, settings), concern));
  return outcome?.kind === 'fault'
    ? outcome
    : fault(expectedOf(clauseOf(written, low, settings), concern ?? { kind: 'says' }));
};

const isHead = (written: string, heading: boolean): boolean => heading || written.endsWith(':');

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
const beginsAsOurs = (written: string, low: string, settings: Settings): boolean => {
  if (written.length > LONGEST_SENTENCE || !(OURS.test(low) || speaksOfPeople(low, settings))) return false;
  const { text, entities } = clauseOf(written, low, settings);
  const ends = [...text.matchAll(/,|(?: (?:except|unless|only|if|when|provided|but|for|other than|on|while))(?= )/g)];
  return ends.slice(0, MOST_BEGINNINGS).some(({ index }) => {
    const begins = readClause({ text: text.slice(0, index).trim(), entities });
    return (
      begins?.kind === 'facts' &&
      !(begins.facts.every(({ kind }) => SENDING.has(kind)) && !/send|nudge|mail/.test(text))
    );
  });
};

const leansOnOther = (text: string): boolean => endsACadence(text) || EXCEPTS.test(text);

const withPeople = (
  outcome: Extract<Outcome, { kind: 'facts' }>,
  people: ReturnType<typeof takePeopleInPassing>['people'],
): Outcome => ({
  ...outcome,
  facts: [...outcome.facts, ...people.map(person => ({ kind: 'person' as const, ...person }))],
});

const read = (written: string, low: string, settings: Settings): Outcome => {
  if (written.length > LONGEST_SENTENCE || !(OURS.test(low) || speaksOfPeople(low, settings))) return null;
  return readClause(clauseOf(written, low, settings));
};

const speaksOfPeople = (low: string, { names }: Settings): boolean =>
  names.words.size > 0 && low.split(/[^\p{L}\p{M}\p{N}'.-]+/u).some(word => names.words.has(word.replace(/'s?$/, '')));

/** The sentence in canonical words, its values marked. */
const clauseOf = (written: string, low: string, settings: Settings): Clause => {
  const within = low.slice(0, LONGEST_SENTENCE);
  const marked = markEntities(within, settings, at => settings.names.at(written, low, at));
  return { text: canonical(marked.text), entities: marked.entities };
};

const TEAMS_QUOTES = /(?<![a-z])quotes? (?:from|for|of) .*(?<![a-z])team(?![a-z])/;

const AWAY =
  /(?<![a-z])(?:away|on (?:[a-z]+ )?(?:leave|holiday|vacation)|out of (?:the )?office|unavailable|absent)(?![a-z])/;

/** Quiet hours, tiers and absences may be faulty without a word of the list: "Priya is away until Friday". */
const mustBeOurs = (low: string): boolean => /(?<![a-z])(?:away|on leave|quiet|holidays?|quotes?)(?![a-z])/.test(low);
