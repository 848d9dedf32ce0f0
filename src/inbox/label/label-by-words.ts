import type { Label } from '../../events/quote-events.ts';
import { cleanCharacters } from '../written/clean-characters.ts';
import { type Compiled, occurs, spansOf } from './compile-phrases.ts';
import { speaksOfEnding } from './endings.ts';
import { soundsIronic } from './irony.ts';
import { LANGUAGES } from './languages.ts';
import { REGRETS } from './regrets.ts';
import { readSignals, type Signals } from './signals.ts';
import { blank, type Sentence, type Spoken, spokenText } from './spoken-text.ts';
import { stopRequest } from './stop-request.ts';
import { speaksToTheMachine } from './to-the-machine.ts';

export interface WordsLabel {
  readonly label: Label;
  readonly why: string;
}

const question = (why: string): WordsLabel => ({ label: 'question', why });

/**
 * What a reply means, by its words alone, in the languages of `LANGUAGES`. A yes or no counts only when it is plain: nothing
 * in the message takes it back, asks, haggles, names somebody else, or speaks for the contrary. All else is a question.
 * `text` is what the author newly wrote.
 */
export const labelByWords = (text: string): WordsLabel => {
  const clean = cleanCharacters(text).trim();
  if (clean === '') return question('nothing is written');
  if (speaksToTheMachine(clean)) return question('speaks to a machine');
  const spoken = spokenText(clean);
  if (spoken === null) return question('too long for a plain answer');
  const all = readSignals(spoken, LANGUAGES);
  const spoke = spokenLanguages(spoken, all);
  if (all.some(({ text: words, language }) => occurs(words, language.of('left')))) return question('has left');
  const away = all.find(({ text: words, language }) => occurs(words, language.of('away')));
  const said = verdict(spoken, spoke, stopRequest(clean));
  if (away && said.label === 'question' && !said.contested) return awayOrAsking(spoken, away);
  if (away && said.label !== 'question') return question('away, and answers');
  return { label: said.label, why: said.why };
};

/** An automatic text may ask ("Urgent?"); a person who asks something wants an answer. */
const awayOrAsking = ({ sentences, text }: Spoken, { language }: Signals): WordsLabel => {
  const automatic =
    /automatic|auto-?reply|autom|abwesenheits|out of office|réponse auto|respuesta auto|risposta auto|resposta auto|自动回复|自動返信|自動応答|자동/u.test(
      text,
    );
  const asks = sentences.some(one => one.asks);
  if (asks && !automatic) return question('away, and asks');
  return { label: 'out-of-office', why: `away (${language.language})` };
};

interface Verdict extends WordsLabel {
  /** Something was said for or against, but not plainly. */
  readonly contested: boolean;
}

const verdict = (spoken: Spoken, all: readonly Signals[], stops: boolean): Verdict => {
  const yes = all.filter(saysYes);
  const no = all.filter(saysNo);
  const contested = (why: string): Verdict => ({ label: 'question', why, contested: true });
  if (yes.length > 0 && no.length > 0) return contested('says yes and no');
  if (stops)
    return yes.length > 0
      ? contested('says yes and stop')
      : { label: 'decline', why: 'asks to stop', contested: false };
  if (yes.length > 0) {
    const why = notPlainlyYes(spoken, all, yes);
    return why === null ? { label: 'accept', why: named('a plain yes', yes), contested: false } : contested(why);
  }
  if (no.length > 0) {
    const why = notPlainlyNo(spoken, all);
    return why === null ? { label: 'decline', why: named('a plain no', no), contested: false } : contested(why);
  }
  return {
    label: 'question',
    why: 'no plain answer',
    contested: all.some(({ denied, undenied }) => denied + undenied > 0),
  };
};

const named = (what: string, signals: readonly Signals[]): string =>
  `${what} (${signals.map(({ language }) => language.language).join(', ')})`;

const saysYes = ({ accepts, bare, agrees, pleased }: Signals): boolean =>
  accepts.length > 0 || bare === 'yes' || (agrees && pleased > 0);

const saysNo = ({ declines, bare, against, regrets }: Signals): boolean =>
  declines.length > 0 || bare === 'no' || against > 1 || (against > 0 && regrets > 0);

/** Why the yes is not plain, or `null`. */
const notPlainlyYes = (spoken: Spoken, all: readonly Signals[], yes: readonly Signals[]): string | null => {
  if (soundsIronic(spoken.text) || soundsIronic(spoken.quoted)) return 'may be irony';
  if (speaksOfEnding(withoutHarmless(all, spoken.text))) return 'speaks of an end';
  if (all.some(({ denied }) => denied > 0)) return 'denies what it says';
  if (all.some(({ undenied, refusesAlone }) => undenied > 0 || refusesAlone)) return 'speaks of a no';
  if (all.some(({ against }) => against > 0)) return 'speaks against it';
  if (quotesAnswer(spoken, all)) return "quotes somebody's answer";
  const asking = spoken.sentences.filter(({ asks }) => asks);
  const practical = asking.filter(({ start, end }) =>
    yes.some(({ language }) => isPractical(spoken.text.slice(start, end), language)),
  );
  if (practical.length < asking.length) return 'asks something';
  for (const { text, language, accepts } of all) {
    const told = practical.reduce(without, text);
    const why = weakened(told, language);
    if (why !== null) return `${why} (${language.language})`;
    const end = Math.max(0, ...accepts.map(span => span.end));
    if (occurs(told.slice(end), language.of('turn'))) return `goes on with "but" (${language.language})`;
  }
  return null;
};

/** What in the whole message takes the plainness from a yes. */
const weakened = (text: string, language: Compiled): string | null => {
  if (occurs(text, language.of('doubt'))) return 'has a condition or doubt';
  if (occurs(text, language.of('others'))) return 'names somebody else';
  if (occurs(text, REGRETS)) return 'regrets something';
  return !language.unspaced && occurs(text, language.of('not')) ? 'holds a negation' : null;
};

const without = (text: string, { start, end }: Sentence): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

/** Why the no is not plain, or `null`. */
const notPlainlyNo = (spoken: Spoken, all: readonly Signals[]): string | null => {
  if (quotesAnswer(spoken, all)) return "quotes somebody's answer";
  if (all.some(({ affirms }) => affirms)) return 'says yes and no';
  if (all.some(({ undenied }) => undenied > 0)) return 'compares';
  if (all.some(({ halfDenied }) => halfDenied)) return 'may say yes beside the no';
  for (const { text, language, declines } of all) {
    if (occurs(text, language.of('doubtNo'))) return `leaves it open (${language.language})`;
    const end = Math.max(0, ...declines.map(span => span.end));
    if (end > 0 && occurs(text.slice(end), language.of('turn'))) return `goes on with "but" (${language.language})`;
  }
  return spoken.sentences.some(({ asks }) => asks) ? 'asks something' : null;
};

const isPractical = (sentence: string, language: Compiled): boolean =>
  occurs(sentence, language.of('acceptAsking')) ||
  (occurs(sentence, language.of('practical')) && !occurs(sentence, language.of('money')));

/** The text without what any of its languages reads past. */
const withoutHarmless = (all: readonly Signals[], text: string): string =>
  all.reduce((left, { language }) => blank(left, language.of('harmless')), text);

const quotesAnswer = ({ quoted }: Spoken, all: readonly Signals[]): boolean =>
  quoted !== '' &&
  all.some(({ language }) =>
    (['accept', 'decline', 'yes', 'no'] as const).some(kind => occurs(quoted, language.of(kind))),
  );

const CLEARLY_SHOWN = 3;

/**
 * The languages the reply is in: those whose phrases said something, and those most of its everyday words belong to. Only
 * their doubts count, since "if" in one language is "yes" in the next.
 */
const spokenLanguages = ({ text }: Spoken, all: readonly Signals[]): readonly Signals[] => {
  const marks = all.map(({ language }) => spansOf(text, language.of('marks')).length);
  const most = Math.max(...marks);
  return all.filter((signals, at) => {
    const count = marks[at] ?? 0;
    // "Deal" is Dutch as well: in a text that shows another language only, it is not.
    if (count === 0 && most >= CLEARLY_SHOWN && signals.bare === null) return false;
    return saysYes(signals) || saysNo(signals) || (count > 1 && count * 2 > most);
  });
};
