import type { Label } from '../../events/quote-events.ts';
import { cleanCharacters } from '../quoted-text/line.ts';
import { LANGUAGES } from './languages.ts';
import { type Compiled, occurs, spansOf } from './phrases.ts';
import { readSignals, type Signals } from './signals.ts';
import { blank, type Sentence, type Spoken, spokenText } from './spoken-text.ts';
import { stopRequest } from './stop-request.ts';

/** Does the text speak of closing, deleting or calling off? With such a word a yes may be to the end ("yes, please close it"). */
export const speaksOfEnding = (text: string): boolean => LANGUAGES.some(one => occurs(text, one.of('ending')));

/** Faces that mean the contrary, in any language. */
const FACES = /(?<![\p{L}\p{M}\p{N}])(?:👎|🙄|😂|🤣|😒|🤡|😏|🙃|😆|😅|🤦)(?![\p{L}\p{M}\p{N}])/u;

/** What people say when they mean the contrary. It never makes a label; it takes the plainness from a yes. */
export const soundsIronic = (text: string): boolean =>
  FACES.test(text) || LANGUAGES.some(one => occurs(text, one.of('irony')));

/** Words of regret in all our languages. With one of them a yes is not plain (a late answer's excuse is read past before). */
export const REGRETS =
  /(?<!\p{L})(?:sorry|unfortunately|regret\p{L}*|afraid|alas|leider|bedauer\p{L}*|malheureusement|désolée?s?|hélas|regrett\p{L}*|lamentablemente|desgraciadamente|desafortunadamente|lo siento|lamentamos|purtroppo|spiace|spiacent[ei]|dispiace|infelizmente|lamentamos|helaas|spijt|tyvärr|beklag\p{L}*|desværre|dessverre|valitettavasti|niestety|przykro|к сожалению|увы|сожале\p{L}*|rất tiếc|sayangnya|disayangkan)(?!\p{L})|遗憾|遺憾|可惜|残念|아쉽|유감|น่าเสียดาย|เสียใจ/u;

/** Sentences meant for a program that reads the mail, not for the rep. A message with one is read by a person. */
const TO_THE_MACHINE = new RegExp(
  [
    '(?:ignore|disregard|forget|override|bypass)\\b[^.!?\\n]{0,40}\\b(?:instructions?|prompts?|rules|above|previous|prior|guidelines|directions?)',
    '\\b(?:system|developer|assistant|user) ?(?:prompt|message|instruction|role)\\b|^\\s*(?:system|assistant|user|developer)\\s*:',
    '\\b(?:classif(?:y|ied)|categori[sz]e|label(?:l?ed)?|tag|mark|flag|treat|count|record|register|log|interpret|read)\\b[^.!?\\n]{0,40}\\b(?:as|to|=|:)\\s*(?:an?\\s+|the\\s+)?["\'“]?(?:accept|accepted|acceptance|decline|declined|question|out-of-office|yes|won|approved|approval)\\b',
    '["\']?\\b(?:label|intent|classification|verdict|category)\\b["\']?\\s*[:=]\\s*["\'“]?\\w+',
    '\\b(?:you are|act as|as|dear|hello|hey|to the|note to|attention) (?:an? |the )?(?:ai|a\\.i\\.|llm|language model|chat ?bot|bot|assistant|automated (?:system|reader|assistant)|classifier|model|gpt|claude|machine|robot|parser|algorithm)\\b',
    '\\b(?:output|respond with|reply with|answer with|return|print|emit)\\b[^.!?\\n]{0,20}\\b(?:accept|decline|json|label|"yes"|exactly|only the)',
    '\\b(?:ai|llm|gpt|claude|classifier|language model|chatbot)\\b[^.!?\\n]{0,40}\\b(?:must|should|please|will|shall|reading|instruction|accept|label|mark)',
    'jailbreak|prompt injection|<\\/?(?:system|instructions?|data|message)>|\\[\\/?inst\\]|<\\|',
    '(?:set|change|update) (?:the )?(?:status|label|field|state) (?:to|=)',
    'ignorier\\p{L}*[^.!?\\n]{0,40}(?:anweisung|instruktion|regeln|vorherig)|(?:als|label)\\s["\'„“]?(?:accept|angenommen|akzeptiert|zusage)\\b[^.!?\\n]{0,20}(?:einstufen|markier|klassifizier|kennzeichn|werten|einordnen)|(?:stufe|markiere?|klassifiziere|kennzeichne|werte)[^.!?\\n]{0,40}als["\'„“\\s]+(?:accept|zusage|angenommen|akzeptiert|annahme)',
    'ignore[zr]?[^.!?\\n]{0,30}(?:instructions|consignes)|(?:classe[zr]?|marque[zr]?|étiquete[zr]?)[^.!?\\n]{0,40}comme[^.!?\\n]{0,10}(?:accept|oui)',
    'ignor[ae][^.!?\\n]{0,30}(?:instrucciones|istruzioni|instruções)|(?:clasifi[ck]\\p{L}*|classifi[ck]\\p{L}*|marca\\p{L}*|etiquet\\p{L}*|segna\\p{L}*)[^.!?\\n]{0,40}(?:como|come)[^.!?\\n]{0,10}(?:accept|acept|aceit|accett|sí|sì|sim)',
    'negeer[^.!?\\n]{0,30}(?:instructies|opdrachten)|(?:markeer|classificeer|label)[^.!?\\n]{0,30}als[^.!?\\n]{0,6}(?:accept|akkoord|geaccepteerd)',
    'ignorera[^.!?\\n]{0,30}(?:instruktion|anvisning)|ignorer[^.!?\\n]{0,30}(?:instruk|anvisning)|zignoruj[^.!?\\n]{0,30}(?:instrukcj|polece)|(?:oznacz|zaklasyfikuj)[^.!?\\n]{0,30}jako',
    '(?:игнорируй|проигнорируй|не обращай)\\p{L}*[^.!?\\n]{0,30}инструкци|(?:пометь|отметь|классифицируй)\\p{L}*[^.!?\\n]{0,30}(?:как|accept)',
    '忽略.{0,12}(?:指令|指示|说明|說明|提示)|(?:标记|標記|分类|分類|归类)(?:为|為|成).{0,4}(?:accept|接受|同意)|(?:指示|命令|プロンプト)を?(?:無視|忘れ)|(?:accept|承諾|受諾)(?:と|に)(?:分類|ラベル|判定)|(?:지시|명령|프롬프트).{0,6}무시|(?:accept|수락|승인)(?:으로|로) (?:분류|표시)',
    'bỏ qua[^.!?\\n]{0,30}(?:hướng dẫn|chỉ dẫn|lệnh)|(?:phân loại|đánh dấu|gắn nhãn)[^.!?\\n]{0,40}(?:là|thành)|abaikan[^.!?\\n]{0,30}(?:instruksi|perintah)|(?:klasifikasikan|tandai|labeli)[^.!?\\n]{0,40}sebagai|(?:ละเว้น|เพิกเฉย|ไม่ต้องสนใจ).{0,20}คำสั่ง|(?:จัด|ติดป้าย|ทำเครื่องหมาย).{0,20}(?:accept|ยอมรับ)',
  ].join('|'),
  'imu',
);

/** True when the text gives orders to whatever program reads it. */
export const speaksToTheMachine = (text: string): boolean => TO_THE_MACHINE.test(text);

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
