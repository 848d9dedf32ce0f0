import { allMatches } from '../../kernel/all-matches.ts';
import type { Compiled, Span } from './phrases.ts';
import type { Sentence, Spoken } from './spoken-text.ts';

const NAMES_OF_OURS =
  'You|I|We|Anda|Bapak|Ibu|Kalian|Saudara|Quý|Anh|Chị|Em|My|Our|Us|Mr|Mrs|Ms|Sie|Ihr|Ihre|Euch|Euer|Frau|Herrn?|Preis|Preise|Konditionen|Montage|Lieferung|Termin|Position|Offerte|Bestellung|Your|The|This|Option|Quote|Plan|Package|Phase|Variant|Version|Offer|Proposal|PO|Q-|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|March|April|May|June|July|August|September|October|November|December|Ihnen|Ihrem|Ihrer|Angebot|Auftrag|Variante|Freude|Vous|Ustedes|Вами|Вас|Вам|Państwem|Państwa|Państwu|Wami|Was';
const OF_OURS = new RegExp(`^(?:${NAMES_OF_OURS})$`, 'u');
/** Does a word that begins with a capital speak of us, of them, or of a part of the offer, and so name no rival? */
export const isNameOfOurs = (word: string): boolean => OF_OURS.test(word);

const SOMEBODY = `(?!(?:${NAMES_OF_OURS})(?!\\p{L}))\\p{Lu}\\p{L}[\\p{L}&.-]*`;
/** "… with the Meyers", "… an die Firma Sommer": whom a yes is given to, when it is not us. */
const THEIRS = new RegExp(
  `^\\s*(?:[-–—,:]\\s*)?(?:the |our |an? |my |all )?(?:[\\p{L}'’]+ ){0,2}(?:with|from|of|to|mit|von|an|bei|avec|chez|à|de|con|a|com|ao|à|met|van|aan|bij|med|från|fra|hos|till|til|ke|dari|dengan|kepada|bên|của|với|từ|с|со|у|z|ze|u)\\s+(?:the |la |il |le |el |o |l'|d')?(?:(?!de[rmns] |d[ai][es] |ein|ihre|unser)\\p{Ll}+ )?(?:(?:(?:de|den|die|der|das|het) (?=[Ff]irma|bedrijf))?(?:firm|company|guys|people|team|[Ff]irma|ditta|entreprise|société|empresa|bedrijf|firmaet|компани\\p{L}+|фирм\\p{L}+|firmą) (?:of |at |from |de )?)?${SOMEBODY}`,
  'u',
);
/** "… Mr Boyle's quotation". */
const THEIRS_NEXT =
  /^\s*(?:(?:Mr|Mrs|Ms|Dr)\.? )?\p{Lu}[\p{L}-]+['’]s? (?:\p{L}+ )?(?:offer|quote|quotation|bid|proposal|estimate|tender|price)/u;
/** "Acme's offer is accepted", "das Angebot der Firma Krug genehmigt": whose it was, before the yes. */
const THEIRS_BEFORE = new RegExp(
  `${SOMEBODY}['’]s? (?:\\p{L}+ )?$|(?:[Ff]irma|ditta|entreprise|société|empresa|bedrijf|firmaet|company) ${SOMEBODY}(?: \\p{L}+){0,2} $`,
  'u',
);

/** Is what is said at `span` said of somebody else's offer, or to somebody else? By names, so in a text that kept its case. */
export const isTheirs = ({ cased }: Spoken, { start, end }: Span): boolean =>
  THEIRS.test(cased.slice(end, end + 80)) ||
  THEIRS.test(cased.slice(cased.lastIndexOf(' ', end - 1) + 1, end + 80)) ||
  THEIRS_NEXT.test(cased.slice(end, end + 60)) ||
  THEIRS_BEFORE.test(cased.slice(Math.max(0, start - 80), start));

const OFFER =
  '(?:offer|quote|quotation|bid|proposal|estimate|tender|Angebot|Offerte|Kostenvoranschlag|devis|offre|proposition|oferta|propuesta|presupuesto|cotización|offerta|preventivo|proposta|orçamento|cotação|offerte|voorstel|aanbieding|offert(?:en)?|anbud(?:et)?|[Tt]ilbud(?:d?et)?|tarjou\\p{L}*|ofert\\p{L}*|wycen\\p{L}*|предложени\\p{L}*|смет\\p{L}*|báo giá|đề nghị|penawaran|tawaran)';
const OF = '(?:from|of|by|von|der|des|vom|de|du|del|da|do|di|della|van|från|av|fra|af|av|od|от|của|từ|dari|milik)';
const FIRM =
  '(?:[Cc]ompany|[Ff]irma|[Ff]irm|[Dd]itta|[Ss]ocietà|[Ee]ntreprise|[Ss]ociété|[Mm]aison|[Ee]mpresa|[Bb]edrijf|[Ff]irmaet|[Ff]öretaget|[Ff]irmy|[Ff]irmę|[Ss]półki|[Кк]омпани[ия]|[Фф]ирмы|[Cc]ông ty|PT|CV)';
const OURS =
  '(?:You|Your|Yours|Us|Our|We|I|The|This|It|That|Ihnen|Ihrem|Ihrer|Ihr|Ihre|Sie|Euch|Dir|Herrn?|Frau|Vous|Votre|Usted|Ustedes|Su|Vostr\\p{L}|Lei|Voi|Loro|Você|Vocês|Vossa|U|Uw|Jullie|Er|Ert|Ni|Ditt|Din|Dere|Dem|Deres|Teidät|Teitä|Teidän\\p{L}*|Jeres|Państw\\p{L}+|Wasz\\p{L}*|Вас|Ваше\\p{L}*|Bạn|Quý|Anh|Chị|Anda|Bapak|Ibu|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Montag|Dienstag|Mittwoch|Donnerstag|Freitag)';
const OFFER_OF_OURS = new RegExp(`^${OURS}$`, 'u');
/** Does a word that begins with a capital speak to us, or of a day? */
export const speaksToUs = (word: string): boolean => OFFER_OF_OURS.test(word);

const OFFER_NAME = `(?!${OURS}(?!\\p{L}))\\p{Lu}\\p{L}[\\p{L}&.-]*`;
/** "The offer from Miller", "das Angebot der Firma Krug", "Acme's quote", "Svenssons offert". */
const NAMED = new RegExp(
  [
    `(?<!\\p{L})${OFFER} ${OF} (?:the |la |il |l'|den |det |der |de )?(?:${FIRM} )?${OFFER_NAME}(?! ?\\d)`,
    `(?<!\\p{L})${OFFER} ${FIRM} ${OFFER_NAME}`,
    `(?<!\\p{L})${OFFER_NAME}['’]s? (?:\\p{L}+ )?${OFFER}`,
    `(?<!\\p{L})${OFFER_NAME}s (?:[Oo]ffert|[Aa]nbud|[Tt]ilbud)`,
    `(?<!(?:wir|ich|Wir|Ich|we|We|unsere|Unsere|our|Our|notre|Notre) (?:von |from |de )?(?:der |the |la )?)(?<!\\p{L})${FIRM} ${OFFER_NAME}`,
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

/** Before a name, and no part of it. */
const TITLE =
  "((the|die|der|den|la|le|les|el|il|lo|de|a|o|het|firma|fa|company|firm|société|entreprise|empresa|ditta|impresa|bedrijf|firmaet|företaget|firmą|firmę|firmy|компани\\p{L}+|фирм\\p{L}+|ооо|ип|зао|ао|pt|cv|công ty|hãng|mr|mrs|ms|sr|herrn|herr|frau)\\.? |l'){0,3}";
const WORD = '\\p{L}([\\p{L}\\p{N}&.-]*[\\p{L}\\p{N}&])?';
const NAME = `${TITLE}[«"„“”']?(?<name>${WORD}( (&|${WORD})){0,3}?)[»"“”']?`;
/** What may follow a name that ends what is said of it: no noun, as in "we have chosen Carrara marble". */
const NAME_ENDS =
  '(?=\\s*([.,;:!)\\n–—-]|$)|\\s+(for|as (our|the) (supplier|contractor|partner|provider|builder)|instead|istället|istedet|stattdessen|invece|zamiast|rồi|on|in|at|this|last|because|since|now|who|and|after|today|yesterday|für|als|statt|und|weil|da|pour|car|et|qui|para|por|porque|que|y|per|e|come|perché|che|voor|en|omdat|för|och|till|denna|og|som|til|denne|do|na|i|bo|w|tym|для|и|на|так|в|cho|và|rồi|untuk|dan|karena)(?!\\p{L}))';

const chosen = new Map<string, readonly RegExp[]>();

/**
 * "We have signed with …": who says so and names whom has said no to us. `◆` is the name, judged by its capitals; what needs
 * none ("with somebody else") is among the refusals of each language.
 */
const shapesOf = ({ language, chose }: Compiled): readonly RegExp[] => {
  const known = chosen.get(language);
  if (known) return known;
  const made = chose
    .map(line => line.replace(/◆$/, `◆${NAME_ENDS}`).replace('◆', NAME))
    .map(source => new RegExp(`(?<![\\p{L}\\p{N}])(${source})(?!\\p{L})`, 'gdu'));
  chosen.set(language, made);
  return made;
};

const JOINS = /^(?:&|y|e|et|and|und|og|och|en|i|de|da|do|di|del|der|van|von|den|dos)$/u;
/** Colours, woods, days and other things that German and headings write with a capital. */
const NO_FIRM =
  /^(?:variant\p{L}*|modell?\p{L}*|option\p{L}*|opción|opzione|opção|opsi|paket\p{L}*|pakke\p{L}*|plan|typ\p{L}*|version\p{L}*|phase|position\p{L}*|angebot\p{L}*|вариант\p{L}*|пакет\p{L}*|тариф\p{L}*|gói|phương|hợp|rot|blau|grün|gelb|weiß|schwarz|grau|braun|beige|silber|gold|anthrazit|eiche|buche|kiefer|ahorn|fichte|nuss\p{L}*|esche|lärche|holz|parkett|laminat|vinyl|kork|fliesen|teppich|beton|stahl|glas|kunststoff|aluminium|alu|granit|marmor|naturstein|schiefer|ziegel|kupfer|leder|oak|pine|walnut|white|black|grey|gray|blue|red|green|solar|gas|öl|strom|fernwärme|pellets|qualität|leasing|miete|kauf|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|ostern|weihnachten|docusign|adobe|hellosign|he|she|they|it|nobody|everybody|somebody|someone|who|whoever|il|elle|er|sie|\p{L}+(?:ung|ungen|heit|keit|tion|tionen|größe|farbe|fenster|türen|platten|böden))$/u;
/** Then the firm that is named may be ours: people also write of us in the third person. */
const GLAD =
  /congrat|glückwunsch|gratul|félicit|felicit|enhorabuena|complimenti|parabéns|gefeliciteerd|grattis|tillykke|поздрав|onnea|welcome|willkommen|bienvenu|benvenut|bem-vind|welkom|välkom|velkom|tervetul|witamy|добро пожаловать|great|good news|happy|glad|pleased|delighted|excited|thrilled|forward to|freuen|froh|ravi|heureu|encantad|content[oi]|felic|feliz|blij(?!\p{L})|glade|iloisia|cieszy|рады|attached|find enclosed|beigefügt|anbei|im anhang|ci-joint|pièce jointe|adjunt|allegat|anexo|bijgevoegd|bifog|vedlagt|vedhæft|liitteenä|załącz|прилага|во вложении|đính kèm|terlampir/u;

const isFirm = (cased: string): boolean => {
  const words = cased.split(' ');
  const [first = ''] = words;
  if (isNameOfOurs(first) || speaksToUs(first) || NO_FIRM.test(first.toLowerCase())) return false;
  return words.every((word, at) => /^[\p{Lu}&]/u.test(word) || (at > 0 && JOINS.test(word)));
};

/** Where somebody is named who was chosen and is not us. By capitals, so in a text that kept its case. */
export const chosenRivals = ({ cased, text, sentences }: Spoken, language: Compiled): readonly Span[] => {
  const lower = cased.toLowerCase();
  if (lower.length !== text.length || GLAD.test(lower)) return [];
  return shapesOf(language)
    .flatMap(shape => allMatches(lower, shape))
    .flatMap(({ index, 0: said, indices }) => {
      const [from = 0, to = 0] = indices?.groups?.name ?? [];
      const asked = sentences.some(({ start, end, asks }) => asks && index >= start && index < end);
      // What stands in quotation marks is blank in the text: somebody else said it.
      const quoted = text.slice(index, index + 2).trim() === '';
      return asked || quoted || !isFirm(cased.slice(from, to)) ? [] : [{ start: index, end: index + said.length }];
    });
};
