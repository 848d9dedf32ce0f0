import { type Clause, cut, type Fact, fault, type Outcome, type Phrase, phrase, type Who } from './clause.ts';
import { type Day, type Entity, entityAt, mark } from './entity.ts';
import { ANYONE, KNOWN, whoOf } from './people.ts';

type Piece =
  | { readonly kind: 'away'; readonly people: readonly Who[] }
  | { readonly kind: 'during'; readonly from: Day; readonly to: Day; readonly fault?: string }
  /** "back on 17 August": the day before is the last one away. */
  | { readonly kind: 'back'; readonly on: Day; readonly fault?: string }
  | { readonly kind: 'start'; readonly on: Day; readonly fault?: string }
  | { readonly kind: 'end'; readonly on: Day; readonly fault?: string }
  | { readonly kind: 'cover'; readonly cover: Who; readonly people: readonly Who[] };

const [D, R] = [mark('date'), mark('range')];
const BE = "(?:is|are|be|was|'s|has been)";
const LEAVE =
  "(?:annual |sick |parental |maternity |paternity |study |unpaid |medical |long |summer |family |carer's )*(?:leave|holidays?|vacation|break|trip|sabbatical|time off|days? off)";
const AWAY = `(?:away(?: from (?:work|office))?|off(?: work)?|out(?: of office)?|ooo|on ${LEAVE}|absent|unavailable|not (?:in office|in|here|available|working|around|at work)|travell?ing|gone|taking ${LEAVE}|on (?:business )?travel)`;
const TAKES = `(?:takes|has|takes off|has off) (?:${LEAVE})`;
const PEOPLE = `(${ANYONE}(?:(?:,? and |, | & )${KNOWN})*)`;
const HIS = '(?:her|his|their|its)';
const THEM = '(?:her|him|them|it|both)';
const WORK =
  '(?:quote|drafts?|replies|work|customers?|clients?|accounts?|inbox|mails?|emails?|drafts? and replies|nudge|everything)';
const COVERS =
  '(?:covers?|covering|stands? in|standing in|steps? in|takes? over|taking over|fills? in|filling in|deputi[sz]es?|is (?:cover|covering|standing in|filling in|taking over|stand-in|substitute)|can cover|substitutes?|acts?)';
const FOR = `(?: (?:(?:for|from) |(?=${KNOWN}|${HIS} ))(${ANYONE}|${THEM}|${HIS}))?(?:(?:'s)? ${WORK})?(?: for ${THEM})?(?: (?:then|meanwhile|in meantime|during that time|while (?:she|he|they) (?:is|are) (?:away|out|off)))?`;

const nothing = (source: string): Phrase<Piece> => phrase<Piece>(source, () => null);

const phrases: readonly Phrase<Piece>[] = [
  phrase(
    `(?:while |when |whenever |as |if |because )?${PEOPLE}(?: ${BE}|'s)? (?:${AWAY}|${TAKES})`,
    (match, entities) => ({ kind: 'away', people: peopleIn(match[1], entities) }),
  ),
  phrase(
    `(${KNOWN}(?:(?:,? and |, | & )${KNOWN})*)(?:'s|s')? (?:absences?|${LEAVE}|away)(?: (?:is|are|runs|lasts))? ?:?`,
    (match, entities) => ({
      kind: 'away',
      people: peopleIn(match[1], entities),
    }),
  ),
  phrase(`(?:${KNOWN})(?= ?(?:[:(]|${R}))`, (match, entities) => ({
    kind: 'away',
    people: peopleIn(match[0], entities),
  })),
  phrase(
    `(?:back|returns?|returning|is back|returns to work)(?: (?:in|at work|to work|in office))?(?: on| by)? (${D})`,
    (match, entities) => {
      const { on, fault } = entityAt(entities, match[1], 'date');
      return { kind: 'back', on, ...(fault === undefined ? {} : { fault }) };
    },
  ),
  phrase(`(?:from|between|during|on|for|dates?:?|over)? ?(${R})(?: inclusive)?`, (match, entities) => {
    const { from, to, fault } = entityAt(entities, match[1], 'range');
    return { kind: 'during', from, to, ...(fault === undefined ? {} : { fault }) };
  }),
  phrase(
    `(?:(from|starting(?: on)?|since|as of)|(until|till|to|through|up to|ending(?: on)?)|on|only on|for)? ?(${D})(?: only)?`,
    (match, entities) => {
      const { on, fault } = entityAt(entities, match[3], 'date');
      const wrong = fault === undefined ? {} : { fault };
      if (match[1] !== undefined) return { kind: 'start', on, ...wrong };
      return match[2] === undefined ? { kind: 'during', from: on, to: on, ...wrong } : { kind: 'end', on, ...wrong };
    },
  ),
  nothing(`while (?:she|he|they) (?:is|are) ${AWAY}`),
  nothing(`(?:during (?:which|that time|this time)|meanwhile|in meantime|while away|in (?:his|her|their) absence)`),
  phrase(`(?:absent|away|on leave|off|out) ?: ?${PEOPLE}`, (match, entities) => ({
    kind: 'away',
    people: peopleIn(match[1], entities),
  })),
  phrase(
    `(?:send|pass|give|route|hand|forward) (?:(?:(?:${KNOWN})(?:'s)?|${HIS}) )?${WORK} to (${KNOWN})`,
    (match, entities) => coverOf(match[1], undefined, entities),
  ),
  phrase(`(?:with )?(${ANYONE}) ${COVERS}${FOR}`, (match, entities) => coverOf(match[1], match[2], entities)),
  phrase(
    `(?:with )?(${ANYONE}) (?:looks?|looking) after(?: (?:(${KNOWN})(?:'s)?|${HIS}))? ${WORK}`,
    (match, entities) => coverOf(match[1], match[2], entities),
  ),
  phrase(
    `(?:with )?(${KNOWN}) (?:has|have|takes?|gets?|handles?|does|answers?)(?: over| on)?(?: (?:(${KNOWN})(?:'s)?|${HIS}))? ${WORK}`,
    (match, entities) => coverOf(match[1], match[2], entities),
  ),
  phrase(
    `(?:${BE} )?(?:cover(?:ed)?(?: for (${KNOWN}))?(?: (?:is|by|from|with))?|covering|(?:stand-in|substitute|deputy|replacement|replaced|deputised)(?: (?:is|by))?) ?:? ?(${ANYONE})`,
    (match, entities) => coverOf(match[2], match[1], entities),
  ),
  phrase(
    `(?:(${KNOWN})(?:'s)?|${HIS}) ${WORK} (?:(?:go|goes|default|pass|fall|${BE} (?:sent|given|passed|routed|handled|covered))(?: (?:to|by))?) (${ANYONE})`,
    (match, entities) => coverOf(match[2], match[1], entities),
  ),
  phrase(
    `(${ANYONE}) (?:is|as) (?:her |his |their )?(?:cover|stand-in|substitute|deputy|replacement)(?: for (${KNOWN}))?`,
    (match, entities) => coverOf(match[1], match[2], entities),
  ),
  nothing(
    `[,.;:()-]|${BE} (?:away|out|off)(?= ?[,.;)]|$)|and|but|then|so|&|who|which|he|she|they|is|are|will|during|in that time|with`,
  ),
];

/** "Sam is away 4–15 May 2027, Priya covers." The cover may also stand in a sentence of its own: "Sam covers for Priya." */
export const readAbsence = (clause: Clause): Outcome => {
  if (!SPEAKS_OF_ABSENCE.test(clause.text)) return null;
  const pieces = cut(clause, phrases);
  if (pieces.kind === 'stuck') return null;
  const wrong = pieces.found.find(piece => 'fault' in piece && piece.fault !== undefined);
  if (wrong && 'fault' in wrong && wrong.fault !== undefined) return fault(wrong.fault);
  const covers = pieces.found.filter(piece => piece.kind === 'cover');
  const named = covers.flatMap(piece => piece.people);
  const away = pieces.found.flatMap(piece => (piece.kind === 'away' ? piece.people : []));
  const people = away.length > 0 ? distinct(away) : distinct(named);
  const spans = spansIn(pieces.found);
  if (spans === null) return fault(`the first and the last day away, such as ${EXAMPLE}`);
  if (people.length === 0 && covers.length > 0 && spans.length === 0 && PERSON_COVERS.test(clause.text)) return LEANS;
  if (people.length === 0 || (away.length === 0 && covers.length === 0)) return null;
  if (covers.length > 1 && distinct(covers.map(({ cover }) => cover)).length > 1) return null;
  if (distinct([...people, ...named]).length > people.length) return null;
  return outcomeOf(people, spans, covers[0]?.cover ?? null, away.length > 0);
};

const SPEAKS_OF_ABSENCE = new RegExp(`${KNOWN}|${R}|${D}|away|cover|leave|absen`);

const PERSON_COVERS = new RegExp(`^(?:with )?${KNOWN} ${COVERS}${FOR}\\.?$`);

const EXAMPLE = '"Sam is away 4-15 May 2027, Priya covers"';

/** "Sam covers for her.": for whom, and when, only the sentence before can say. */
const LEANS: Outcome = { kind: 'fault', leans: true, expected: `whom they cover for and when, such as ${EXAMPLE}` };

type Span = { readonly from: Day; readonly to: Day };

const outcomeOf = (people: readonly Who[], spans: readonly Span[], cover: Who | null, away: boolean): Outcome => {
  if (spans.length === 0 && cover === null) return fault(`the days away and who covers, such as ${EXAMPLE}`);
  if (spans.some(({ from, to }) => from.year === null || to.year === null)) {
    return fault(`the year of every date, such as ${EXAMPLE}`);
  }
  if (spans.length === 0 && away) return fault(`the days away, such as ${EXAMPLE}`);
  const facts: Fact[] = people.flatMap((person): Fact[] =>
    spans.length === 0 && cover !== null
      ? [{ kind: 'cover', person, cover }]
      : spans.map(({ from, to }) => ({ kind: 'absence', person, from, to, cover })),
  );
  return { kind: 'facts', facts };
};

/** Null where a start has no end, or an end no start. */
const spansIn = (pieces: readonly Piece[]): readonly Span[] | null => {
  const spans: Span[] = [];
  let start: Day | null = null;
  for (const piece of pieces) {
    if (piece.kind === 'during') {
      const last = spans.at(-1);
      spans.push({ from: piece.from, to: piece.to });
      if (last === undefined && start !== null) return null;
    } else if (piece.kind === 'start') {
      if (start !== null) return null;
      start = piece.on;
    } else if (piece.kind === 'end' || piece.kind === 'back') {
      const end: Day = piece.kind === 'end' ? piece.on : dayBefore(piece.on);
      if (start === null) {
        if (piece.kind === 'back' && agrees(spans.at(-1), end)) continue;
        return null;
      }
      spans.push({ from: start, to: end });
      start = null;
    }
  }
  return start === null ? spans : null;
};

/** "away 3–14 August, back on 17 August": the weekend between changes nothing. */
const agrees = (span: Span | undefined, lastDay: Day): boolean =>
  span !== undefined && stamp(lastDay) >= stamp(span.to);

const stamp = ({ year, month, day }: Day): number => ((year ?? 0) * 12 + month) * 31 + day;

const dayBefore = ({ year, month, day }: Day): Day => {
  const date = new Date(Date.UTC(year ?? 2024, month - 1, day - 1));
  return { year: year === null ? null : date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

const coverOf = (cover: string | undefined, person: string | undefined, entities: readonly Entity[]): Piece | null => {
  if (cover === undefined) return null;
  const pronoun = person === undefined || /^(?:her|him|his|their|them|its|it|both)$/.test(person);
  return { kind: 'cover', cover: whoOf(entities, cover), people: pronoun ? [] : [whoOf(entities, person)] };
};

const peopleIn = (words: string | undefined, entities: readonly Entity[]): readonly Who[] =>
  (words ?? '').split(/,? and |, | & /).map(word => whoOf(entities, word));

const distinct = (people: readonly Who[]): readonly Who[] => {
  const keys = new Set<string>();
  return people.filter(who => {
    const key = who.kind === 'address' ? who.address : who.name;
    return !keys.has(key) && keys.add(key);
  });
};
