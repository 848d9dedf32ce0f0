import { MAX_DAY } from '../cadence/cadence-text.ts';
import { type Clause, facts, fault, type Outcome } from './clause.ts';
import { entityAt, mark } from './entity.ts';

const MAX_NUDGES = 100;

const [N, P] = [mark('number'), mark('days')];
const ONE_QUOTE = `(?:(?:for|per|on|to|of|about|with|in) )?(?:(?:${N} |single |each |every |any |same |any given |any one |individual )*quote|it|each)`;
const ALTOGETHER =
  '(?: (?:in total|in all|altogether|all together|overall|at all|ever|total|maximum|max|at most|tops))?';
const NUDGES = '(?:nudge|emails?|mails?|messages?|touch(?:es)?)';
const TAIL = `(?: (?:(?:is|are|be|may be|can be|may) )?(?:sent|allowed|made|go out|appl(?:y|ies)))?(?: ${ONE_QUOTE})?${ALTOGETHER}`;
const NO_MORE =
  '(?:(?:never|not|no)(?: (?:send|make|get|gets|receive|receives|have|has|be|go|allow))? (?:more than|above|beyond|over)|no more than|not more than|at most|maximum(?: of)?|max(?:imum)?\\.?(?: of)?|up to|no quote gets? more than|limit(?: of)?|only|just)';

const whole = (source: string): RegExp => new RegExp(`^(?:and |but |also )?(?:${source})[.!]?$`);

/** "At most four nudges per quote", "cap nudges at 3", "do not chase a quote more than three times". */
const CAPS: readonly RegExp[] = [
  whole(
    `(?:(?:send|make|allow|there is|there are|with|${ONE_QUOTE} (?:gets?|receives?|has|have|is|are|may get|can get)|${ONE_QUOTE}) )?${NO_MORE} (${N}) ${NUDGES}${TAIL}`,
  ),
  whole(
    `(?:never|not|nobody) (?:be )?nudge(?: (?:${ONE_QUOTE}|customers?|clients?|anyone|anybody|them|somebody))? more than (?:(${N}) times|(once|twice))${TAIL}`,
  ),
  whole(
    `(?:${ONE_QUOTE} )?(?:is |are |be |may be |can be )?nudge(?: ${ONE_QUOTE})? (?:no more than|not more than|at most|up to|a maximum of|maximum(?: of)?) (?:(${N}) times|(once|twice))${TAIL}`,
  ),
  whole(
    `(?:${ONE_QUOTE} )?(?:(?:nudge|quote) )?(?:cap|limit|maximum|max)(?: (?:on|of|for) nudge)?(?: ${ONE_QUOTE})?(?: ?:| is| of| be| at)* ?(${N})(?: ${NUDGES})?${TAIL}`,
  ),
  whole(
    `(?:cap|limit|keep|restrict) (?:nudge|number of nudge)(?: ${ONE_QUOTE})? (?:at|to)(?: (?:at most|a maximum of|maximum of|no more than))? (${N})${TAIL}`,
  ),
  whole(`(?:never|not) (?:exceed|go (?:over|above|beyond)) (${N}) ${NUDGES}${TAIL}`),
  whole(`nudge(?: ${ONE_QUOTE})? (?:(${N}) times|(once|twice)) (?:at most|at the most|maximum|max|tops|and no more)`),
  whole(
    `${ONE_QUOTE} (?:gets?|receives?|has|have) (${N}) ${NUDGES} (?:at most|at the most|maximum|max|tops|and no more|in total at most)`,
  ),
  whole(`(?:maximum|max|most) nudge(?: ${ONE_QUOTE})?(?: ?:| is| be)* ?(${N})`),
  whole(
    `(${N}) ${NUDGES} (?:is |are |be )?(?:at most|maximum|max|(?:is |are )?(?:limit|cap|maximum|most|ceiling|enough)|at the most|tops|at the outside|and no more|or fewer|only)(?: ${ONE_QUOTE})?`,
  ),
  whole(
    `(${N}) ${NUDGES} ${ONE_QUOTE}(?: (?:at most|at most|maximum|max|is (?:limit|cap|maximum|most|enough)|and no more|or fewer|only|tops|no more))`,
  ),
  whole(`(?:stop|give up|leave it)(?: nudge)?(?: ${ONE_QUOTE})? after (${N}) nudge(?: ${ONE_QUOTE})?`),
  whole(`(?:after )?(${N}) nudge(?: ${ONE_QUOTE})?,? (?:stop|and stop|and no more|then stop)`),
];

const LEAST =
  '(?:(?:at least|no less than|not less than|no fewer than|not fewer than|minimum(?: of)?|min(?:imum)?\\.?(?: of)?|of at least) )?';
const ROOM =
  '(?: (?:or more|gap|pause|space|rest|break|interval|cadence|distance|breathing space|pass|go by|elapse|lie))*';
const BETWEEN = `(?:in between|between(?: (?:any |each |every |two |consecutive |successive |${N} )*(?:them|nudge|one|${N})(?: and (?:next|another)(?: ${N})?)?(?: nudge)?)?|apart(?: from each other)?|from each other|in between them)`;
const AFTER_LAST =
  '(?:after|since|from) (?:lastcall|previous(?: nudge| one)?|nudge(?: before)?|last one|one before|each(?: nudge| one)?)';
const NEXT =
  '(?:next(?: nudge| one)?|nudge again|another(?: nudge| one)?|sending (?:another|next)(?: nudge| one)?|nudge|again|following one)';

/** "Keep three days between nudges", "nudges are two days apart", "minimum gap: 48 hours". */
const GAPS: readonly RegExp[] = [
  whole(
    `(?:with |leave |keep |wait |allow |have |put |make it |there (?:is|be|are) |space |give |let )?${LEAST}(${P})${ROOM} ${BETWEEN}(?: ${ONE_QUOTE})?`,
  ),
  whole(
    `(?:with |leave |keep |allow |have |put )?(?:minimum |min |smallest )?(?:gap|space|pause|break|interval|cadence|distance|rest)(?: ${BETWEEN})?(?: ?:| is| of| be| at)* ?${LEAST}(${P})(?: ${BETWEEN})?`,
  ),
  whole(
    `(?:leave |keep |space |send |put )?(?:nudge|them|they|any ${N} nudge|${N} nudge) (?:is |are |be |come |go out |spaced |kept |sent )*${LEAST}(${P})(?: or more)? apart(?: from each other)?`,
  ),
  whole(
    `(?:never|no|not)(?: (?:${N} nudge|nudge|send nudge|send ${N} nudge))?(?: (?:any|be|come|go out))?(?: closer(?: together)?) than (${P})(?: apart| together)?`,
  ),
  whole(
    `(?:never|not|no)(?: nudge| send(?: nudge)?)?(?: ${ONE_QUOTE})? more(?: often| frequently)? than (?:once|(?:once )?every|${N} nudge)?(?: ?(?:every|in|per|each|within))? ?(${P})`,
  ),
  whole(
    `(?:at most|no more than|not more than|maximum) (?:once|one nudge|${N} nudge) (?:every|in|per|each|within) (${P})`,
  ),
  whole(
    `(?:leave|wait|allow|let|keep|give)(?: it| them)? ${LEAST}(${P})(?: pass| go by)? (?:${AFTER_LAST}(?: before ${NEXT})?|before ${NEXT})`,
  ),
  whole(
    `(?:never|not|no) nudge(?: again)?(?: ${ONE_QUOTE})? (?:within|before|for|less than|sooner than|earlier than) (${P}) ${AFTER_LAST}`,
  ),
];

const COUNTS = new RegExp(`${N}|${P}|once|twice`);

/** The two limits on nudges of one quote: how many in all, and how many days apart. */
export const readLimit = ({ text, entities }: Clause): Outcome => {
  if (!COUNTS.test(text)) return null;
  for (const pattern of CAPS) {
    const match = pattern.exec(text);
    if (match && NAMES_NUDGES.test(match[0]) && countsOneQuote(match[0], match[1], entities))
      return capOf(match, entities);
  }
  for (const pattern of GAPS) {
    const match = pattern.exec(text);
    if (match && speaksOfPairs(match[0], entities)) return gapOf(match[1], entities);
  }
  return null;
};

type Entities = Clause['entities'];

/** "Limit: 20" limits anything. */
const NAMES_NUDGES = /nudge|mail|message|touch|(?<![a-z])cap(?![a-z])/;

/** "for one quote" counts quotes, not nudges: any number there but one is another rule. */
const countsOneQuote = (text: string, cap: string | undefined, entities: Entities): boolean =>
  (text.match(new RegExp(`${N}(?= (?:quote|of quote))`, 'g')) ?? []).every(
    marked => marked !== cap && entityAt(entities, marked, 'number').value === 1,
  );

/** "One nudge every two days" and "two nudges closer than two days" are gaps; "three nudges a day" is another rule. */
const speaksOfPairs = (text: string, entities: Entities): boolean =>
  (text.match(new RegExp(N, 'g')) ?? []).every(marked => entityAt(entities, marked, 'number').value <= 2);

const capOf = (match: RegExpExecArray, entities: Entities): Outcome => {
  const nudges = match[1] === undefined ? (match[2] === 'once' ? 1 : 2) : entityAt(entities, match[1], 'number').value;
  if (!Number.isInteger(nudges) || nudges < 1 || nudges > MAX_NUDGES)
    return fault(`a cap from 1 to ${MAX_NUDGES} nudges`);
  return facts({ kind: 'cap', nudges });
};

const gapOf = (marked: string | undefined, entities: Entities): Outcome => {
  const period = entityAt(entities, marked, 'days');
  const [days] = period.days;
  if (period.fault !== undefined) return fault(period.fault);
  if (days === undefined || period.days.length > 1) return fault('one number of days between nudges');
  return days > MAX_DAY ? fault(`at most ${MAX_DAY} days between nudges`) : facts({ kind: 'gap', days });
};
