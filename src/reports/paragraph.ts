import { formatMoney, type Money } from '../kernel/money.ts';
import { monthAndYear } from '../presentation/when.ts';
import { counted, listed, moveName } from '../presentation/wording.ts';
import { answerRate } from './quote-report.ts';
import type { SummaryFigures, Tally } from './summary-figures.ts';

const LONGEST = 1_200;

/** Any run of digits with its separators, with a currency in front or a unit behind it. */
const NUMBERS =
  /(?:\b([A-Z]{3}) ?|([$€£¥₹₩]) ?)?(\p{N}(?:\p{N}|[.,'’/⁄](?=\p{N}))*)(?: ?(%|percent|per cent|thousand|million|billion|[kKmM]\b))?/gu;

const WORDS = new Map<string, number>([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, tens) => [word, 10 * (tens + 2)] as const),
]);
const SPELLED = new RegExp(
  `\\b(?:${[...WORDS.keys()].join('|')})(?:[- ](?:${[...WORDS.keys()].join('|')}))?\\b`,
  'giu',
);
/** Numbers in disguise: none of our figures is a dozen or a half. */
const DISGUISED =
  /\b(dozens?|hundreds?|thousands?|millions?|half|halves|quarters?|thirds|a third|one third|twice|doubled?|tripled?|triple|twofold|threefold|score of)\b/iu;

/**
 * Why a paragraph may not be sent, or null when it may: every number in it, in digits or in words, must be one of the
 * figures, in the same currency and with the same unit.
 */
export const faultOfParagraph = (
  paragraph: string,
  figures: readonly { readonly name: string; readonly value: string }[],
): string | null => {
  const text = paragraph.normalize('NFKC').trim();
  if (text === '') return 'the paragraph is empty';
  if (text.length > LONGEST) return `the paragraph is longer than ${LONGEST} characters`;
  if (/\n\s*\n/.test(text)) return 'it is more than one paragraph';
  if (/https?:|www\.|@/i.test(text)) return 'it holds a link or an address';
  const told = figures
    .map(({ name, value }) => `${name}: ${value}`)
    .join('\n')
    .normalize('NFKC');
  const known = new Set(numbersIn(told));
  const strange = [...text.matchAll(NUMBERS)].find(match => !known.has(keyOf(match)));
  if (strange) return `“${strange[0].trim()}” is not one of the figures`;
  const words = text.replace(NUMBERS, ' ');
  const spelled = [...words.matchAll(SPELLED)].find(([found]) => !known.has(String(valueOfWords(found))));
  if (spelled) return `“${spelled[0]}” is not one of the figures`;
  const disguised = DISGUISED.exec(words);
  if (disguised) return `“${disguised[0]}” is a number that is not one of the figures`;
  return miscounted(text, figures);
};

const ONE_WORD = [...WORDS.keys()].join('|');
const COUNT = `\\b(\\p{N}[\\p{N},]*|(?:${ONE_WORD})(?:[- ](?:${ONE_WORD}))?)`;
const VERB = '(?:(?:were|was|are|is|remain(?:ed|s)?|stay(?:ed|s)?|have been|had been) )?(?:still )?';
/** What a count may be said of, as the figures name it, with the words that say it. */
const COUNTED = [
  { name: 'Quotes won', said: [`${COUNT} (?:quotes? )?${VERB}won\\b`, `\\bwon ${COUNT}\\b`] },
  { name: 'Quotes lost', said: [`${COUNT} (?:quotes? )?${VERB}lost\\b`, `\\blost ${COUNT}\\b`] },
  { name: 'Quotes still open', said: [`${COUNT} (?:quotes? )?${VERB}open\\b`] },
].map(({ name, said }) => ({ name, said: said.map(words => new RegExp(words, 'dgiu')) }));

/** What follows is a sum of money, or the rest of a number. */
const AMOUNT_BEFORE = /(?:\b[A-Z]{3} ?|[$€£¥₹₩] ?|[\p{N}.,])$/u;

/** A figure that is said of another thing: “12 won” where 12 are open. */
const miscounted = (
  text: string,
  figures: readonly { readonly name: string; readonly value: string }[],
): string | null => {
  for (const { name, said } of COUNTED) {
    const figure = figures.find(one => one.name === name);
    const wrong = said
      .flatMap(words => [...text.matchAll(words)])
      .filter(({ indices }) => !AMOUNT_BEFORE.test(text.slice(0, indices?.[1]?.[0])))
      .find(([, count = '']) => figure !== undefined && countOf(count) !== figureValue(figure.value));
    if (wrong) return `“${wrong[0]}” is not what the figure “${name}” says`;
  }
  return null;
};

const countOf = (said: string): number => (/\p{N}/u.test(said) ? figureValue(said) : valueOfWords(said));

/** An amount counts with its currency, and never without it. */
const numbersIn = (text: string): readonly string[] => [...text.matchAll(NUMBERS)].map(keyOf);

const keyOf = ([, code, sign, digits = '', unit]: RegExpMatchArray): string => {
  const currency = code ?? sign ?? '';
  const percent = unit !== undefined && /^(%|per)/i.test(unit);
  return `${currency}${figureValue(digits) * multiplier(unit)}${percent ? '%' : ''}`;
};

const multiplier = (unit: string | undefined): number => {
  switch (unit?.toLowerCase()) {
    case 'k':
    case 'thousand':
      return 1_000;
    case 'm':
    case 'million':
      return 1_000_000;
    case 'billion':
      return 1_000_000_000;
    default:
      return 1;
  }
};

/** Our own way of writing numbers: comma between thousands, point before decimals. Anything else is no figure of ours. */
const figureValue = (digits: string): number =>
  /^\d{1,3}(,\d{3})*(\.\d+)?$|^\d+(\.\d+)?$/.test(digits) ? Number(digits.replaceAll(',', '')) : Number.NaN;

const valueOfWords = (words: string): number =>
  words
    .toLowerCase()
    .split(/[- ]/)
    .reduce((sum, word) => sum + (WORDS.get(word) ?? 0), 0);

/** The paragraph that code writes where no model does, or none that passes. */
export const plainParagraph = ({ month, open, nowhere, won, lost, moves }: SummaryFigures): string => {
  const sent = moves.filter(move => move.sent > 0);
  return [
    open.count === 0
      ? `After ${monthAndYear(month.from)} no quote is open.`
      : `After ${monthAndYear(month.from)}, ${counted(open.count, 'quote is', 'quotes are')} still open, with ${worthOf(open)} in play.`,
    `In the month ${listed([tallyWords(won, 'won'), tallyWords(lost, 'lost')])}; ${tallyWords(nowhere, 'went nowhere')}.`,
    ...(sent.length === 0
      ? ['No nudge was sent.']
      : [`Answered were ${listed(sent.map(move => `${answerRate(move) ?? 0} % of the ${moveName(move.move)}s`))}.`]),
  ].join(' ');
};

const worthOf = ({ worth }: Tally): string => listed(worth.map((amount: Money) => formatMoney(amount)));

const tallyWords = (tally: Tally, what: 'won' | 'lost' | 'went nowhere'): string => {
  const verb = what === 'went nowhere' ? what : `${tally.count === 1 ? 'was' : 'were'} ${what}`;
  return tally.count === 0 ? `none ${verb}` : `${tally.count.toLocaleString('en-US')} ${verb} (${worthOf(tally)})`;
};
