import type { Compiled, Span } from './compile-phrases.ts';
import type { Sentence, Spoken } from './spoken-text.ts';

const OFFER =
  '(?:offer|quote|quotation|bid|proposal|estimate|tender|Angebot|Offerte|Kostenvoranschlag|devis|offre|proposition|oferta|propuesta|presupuesto|cotización|offerta|preventivo|proposta|orçamento|cotação|offerte|voorstel|aanbieding|offert(?:en)?|anbud(?:et)?|[Tt]ilbud(?:d?et)?|tarjou\\p{L}*|ofert\\p{L}*|wycen\\p{L}*|предложени\\p{L}*|смет\\p{L}*|báo giá|đề nghị|penawaran|tawaran)';
const OF = '(?:from|of|by|von|der|des|vom|de|du|del|da|do|di|della|van|från|av|fra|af|av|od|от|của|từ|dari|milik)';
const FIRM =
  '(?:[Cc]ompany|[Ff]irma|[Ff]irm|[Dd]itta|[Ss]ocietà|[Ee]ntreprise|[Ss]ociété|[Mm]aison|[Ee]mpresa|[Bb]edrijf|[Ff]irmaet|[Ff]öretaget|[Ff]irmy|[Ff]irmę|[Ss]półki|[Кк]омпани[ия]|[Фф]ирмы|[Cc]ông ty|PT|CV)';
const OURS =
  '(?:You|Your|Yours|Us|Our|We|I|The|This|It|That|Ihnen|Ihrem|Ihrer|Ihr|Ihre|Sie|Euch|Dir|Herrn?|Frau|Vous|Votre|Usted|Ustedes|Su|Vostr\\p{L}|Lei|Voi|Loro|Você|Vocês|Vossa|U|Uw|Jullie|Er|Ert|Ni|Ditt|Din|Dere|Dem|Deres|Teidät|Teitä|Teidän\\p{L}*|Jeres|Państw\\p{L}+|Wasz\\p{L}*|Вас|Ваше\\p{L}*|Bạn|Quý|Anh|Chị|Anda|Bapak|Ibu|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Montag|Dienstag|Mittwoch|Donnerstag|Freitag)';
const OF_OURS = new RegExp(`^${OURS}$`, 'u');
/** Does a word that begins with a capital speak to us, or of a day? */
export const speaksToUs = (word: string): boolean => OF_OURS.test(word);

const NAME = `(?!${OURS}(?!\\p{L}))\\p{Lu}\\p{L}[\\p{L}&.-]*`;
/** "The offer from Miller", "das Angebot der Firma Krug", "Acme's quote", "Svenssons offert". */
const NAMED = new RegExp(
  [
    `(?<!\\p{L})${OFFER} ${OF} (?:the |la |il |l'|den |det |der |de )?(?:${FIRM} )?${NAME}(?! ?\\d)`,
    `(?<!\\p{L})${OFFER} ${FIRM} ${NAME}`,
    `(?<!\\p{L})${NAME}['’]s? (?:\\p{L}+ )?${OFFER}`,
    `(?<!\\p{L})${NAME}s (?:[Oo]ffert|[Aa]nbud|[Tt]ilbud)`,
    `(?<!(?:wir|ich|Wir|Ich|we|We|unsere|Unsere|our|Our|notre|Notre) (?:von |from |de )?(?:der |the |la )?)(?<!\\p{L})${FIRM} ${NAME}`,
  ].join('|'),
  'u',
);
/** The same where names have no capitals: a name, "of", "offer" beside the refusal. */
const NAMED_EAST =
  /(?:拒绝|拒絕|谢绝|謝絕|婉拒)(?:了)?(?!贵|貴|您|你|本|此|这|這|该|該)\p{Script=Han}{2,10}的(?:报价|報價|方案|提案)|(?<!御|貴|弊)(?:[\p{Script=Han}\p{Script=Katakana}ー]{2,12}(?:商店|会社|工業|建設|産業|商事|製作所|社|さん|様))の(?:お)?(?:見積|提案|オファー)|(?<![\p{L}])(?!귀사|귀하|그쪽|보내|주신)\p{Script=Hangul}{2,10}의 (?:견적|제안)|(?:ใบเสนอราคา|ข้อเสนอ|ราคา)(?:ของ|จาก)(?:บริษัท|ร้าน)(?!คุณ|ของคุณ|ท่าน|ของท่าน|นี้)/u;
/** What is refused is said to be theirs in the same breath as ours: then it is no longer theirs alone. */
const YOURS_EAST = /贵司|貴司|贵公司|貴公司|您|你们|你們|御社|貴社|귀사|คุณ|ท่าน/u;

/** Does the refusal at `span` speak of an offer that somebody else made, by name, and of no offer of yours? */
export const refusesTheirs = (
  { cased }: Spoken,
  sentence: Sentence | undefined,
  span: Span,
  { clauseEnd }: Compiled,
): boolean => {
  const start = sentence?.start ?? 0;
  const words = cased.slice(start, sentence?.end ?? cased.length);
  if (NAMED_EAST.test(words)) return !YOURS_EAST.test(words);
  const clause =
    (words
      .slice(0, span.start - start)
      .split(clauseEnd)
      .at(-1) ?? '') + (words.slice(span.start - start).split(clauseEnd)[0] ?? '');
  return NAMED.test(words) && !YOURS.test(clause);
};

const YOURS =
  /(?<!\p{L})(?:your|yours|you|ihr|ihres?|ihnen|sie|euer|eures?|votre|vôtre|vous|su|suyo|vuestr\p{L}|vostr\p{L}|lei|voi|vossa|vosso|sua|seu|uw|jullie|jou\p{L}*|ert|er|din|ditt|jeres|deres|dit|państwa|wasz\p{L}*|ваш\p{L}*|вас|bạn|anda|bapak|teidän|tarjouksenne)(?!\p{L})/iu;
