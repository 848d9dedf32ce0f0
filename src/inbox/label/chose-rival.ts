import { allMatches } from '../../kernel/all-matches.ts';
import type { Span } from './compile-phrases.ts';
import type { Spoken } from './spoken-text.ts';
import { speaksToUs } from './their-offer.ts';
import { isNameOfOurs } from './theirs.ts';

const HAVE_EN =
  "(we|i)('ve|'re|'ll| have| are| will)?( now| just| already| since| finally| unfortunately| actually| both| all| ended up| decided to| chosen to| be)*";
const SINCE_DE =
  '( jetzt| nun| leider| doch| inzwischen| bereits| schon| gestern| letztlich| letztendlich| schlussendlich| mittlerweile| am ende| intern| heute| den auftrag| den vertrag| einen vertrag)*';
const SINCE_NL =
  '( wij| we| ik)?( inmiddels| uiteindelijk| nu| al| toch| helaas| gisteren| de opdracht| de klus| het contract| een contract)*';

/** Before a name, and no part of it. */
const TITLE =
  "((the|die|der|den|la|le|les|el|il|lo|de|a|o|het|firma|fa|company|firm|société|entreprise|empresa|ditta|impresa|bedrijf|firmaet|företaget|firmą|firmę|firmy|компани\\p{L}+|фирм\\p{L}+|ооо|ип|зао|ао|pt|cv|công ty|hãng|mr|mrs|ms|sr|herrn|herr|frau)\\.? |l'){0,3}";
const WORD = '\\p{L}([\\p{L}\\p{N}&.-]*[\\p{L}\\p{N}&])?';
const NAME = `${TITLE}[«"„“”']?(?<name>${WORD}( (&|${WORD})){0,3}?)[»"“”']?`;
/** What may follow a name that ends what is said of it: no noun, as in "we have chosen Carrara marble". */
const NAME_ENDS =
  '(?=\\s*([.,;:!)\\n–—-]|$)|\\s+(for|as (our|the) (supplier|contractor|partner|provider|builder)|instead|istället|istedet|stattdessen|invece|zamiast|rồi|on|in|at|this|last|because|since|now|who|and|after|today|yesterday|für|als|statt|und|weil|da|pour|car|et|qui|para|por|porque|que|y|per|e|come|perché|che|voor|en|omdat|för|och|till|denna|og|som|til|denne|do|na|i|bo|w|tym|для|и|на|так|в|cho|và|rồi|untuk|dan|karena)(?!\\p{L}))';

/**
 * "We have signed with …": who says so and names whom has said no to us. `◆` is the name, judged by its capitals; what needs
 * none ("with somebody else") is among the phrases of each language.
 */
const CHOSE: Readonly<Record<string, string>> = {
  en: `
${HAVE_EN} (signed|signing|sign|gone|went|going|go|contracted|settled|sealed (a|the) deal|closed (a|the) deal|done a deal|agreed a deal|agreed terms|placed (it|the (order|job|work|contract)))( up| (a|the) (contract|deal|agreement))? with ◆
${HAVE_EN} (chose|chosen|picked|selected|hired|appointed|engaged|instructed|opted for|decided on|decided for|plumped for|settled on|(given|gave|handed) (it|the (job|work|order|contract)) to|accepted (an|the) offer (of|from)|ordered (it |this )?from|bought (it |this )?from) ◆
(job|contract|order|work|project) (has gone|went|is going) to ◆
◆ (got|won|has got|has won|is doing|are doing|will do|will be doing|is handling) (it|the (job|contract|order|work|project)|this one)
`,
  de: `
(haben|habe|hatten)( wir| ich)?( uns| mich)?${SINCE_DE} (für|mit|bei|an) ◆( den vertrag| einen vertrag| vertrag)?( \\p{Ll}+)? (entschieden|beauftragt|unterschrieben|unterzeichnet|abgeschlossen|bestellt|vergeben|geeinigt|handelseinig geworden|gegeben)
(haben|habe|hatten)( wir| ich)?${SINCE_DE} ◆ (beauftragt|gewählt|ausgewählt|genommen|engagiert|den auftrag gegeben)(?!,)
(gehen|gehe|arbeiten|machen)( wir| ich)?( es| das| nun| jetzt| doch| lieber)* mit ◆
(entscheiden|entscheide)( wir| ich)? (uns|mich)${SINCE_DE} für ◆
◆ hat (den|das) (auftrag|zuschlag|projekt) (bekommen|gewonnen)
`,
  fr: `
(avons|a|ai|j'ai)( finalement| déjà| donc| entre-temps| malheureusement| en fin de compte)* (signé|contracté|traité|conclu|passé)( un contrat| le contrat| le marché| commande| la commande| l'affaire)? (avec|chez) ◆
(avons|a|ai|j'ai)( finalement| déjà| donc| entre-temps| malheureusement| en fin de compte)* (choisi|retenu|sélectionné|mandaté|missionné|opté pour|pris) ◆
(sommes|est|suis|partons|allons|vais|va|travaillons|travaillerons)( finalement| déjà| donc)*( partis?| allés?| travailler| partir)? (avec|chez) ◆
`,
  es: `
(hemos|he|han)( ya| finalmente| al final)* (firmado|cerrado|quedado|acordado|contratado)( ya| el contrato| un contrato| el acuerdo| trato| la obra)* con ◆
(hemos|he|han)( ya| finalmente| al final)* (contratado|elegido|escogido|optado por|seleccionado|encargado (la obra|el trabajo|el pedido) a)( a)? ◆
(firmamos|cerramos|nos quedamos|vamos|nos vamos|trabajaremos)( finalmente| ya| el contrato| trato| al final)* con ◆
(elegimos|contratamos|escogimos|optamos por|nos decidimos por)( finalmente| a)* ◆
`,
  it: `
(abbiamo|ho|hanno)( già| poi| infine| alla fine| nel frattempo)* (firmato|concluso|stipulato|chiuso|preso accordi)( il contratto| un contratto| l'accordo| l'affare)? con ◆
(abbiamo|ho|hanno)( già| poi| infine| alla fine| nel frattempo)* (scelto|incaricato|ingaggiato|optato per|(affidato|dato|assegnato) (il lavoro|i lavori|l'incarico|l'ordine) (a|alla|al)) ◆
(ci siamo|mi sono)( poi| infine| già)* (affidat|rivolt|accordat|orientat)[ioa] (a|ad|alla|con|su) ◆
andiamo( avanti)? con ◆
`,
  pt: `
(fechámos|fechamos|assinámos|assinamos|seguimos|avançámos|avançamos|ficámos|ficamos|vamos|fechei|assinei)( já| finalmente| o contrato| contrato| negócio| avançar| seguir)* com ◆
(acabámos|acabamos)( por)? (contratar|contratando|escolher|escolhendo|fechar com|fechando com) ◆
(contratámos|contratamos|escolhemos|contratei|escolhi|optámos por|optamos por|optámos pela|optamos pela|decidimos por|decidimos pela) ◆
`,
  nl: `
(zijn|ben)${SINCE_NL} met ◆( \\p{Ll}+)? (in zee gegaan|in zee|verder gegaan|akkoord gegaan|doorgegaan|gegaan)
(hebben|heb)${SINCE_NL} (voor|met|bij|aan) ◆( \\p{Ll}+)? (gekozen|getekend|gegund|gegeven|besteld|afgesloten|gecontracteerd|afgesproken)
(kiezen|kies)${SINCE_NL} voor ◆
(gaan|ga)${SINCE_NL} met ◆ (in zee|verder|door|werken)
`,
  sv: `
(vi|jag)( har| nu| redan| tyvärr| i stället| istället| till slut)*( skrivit| tecknat| skrev| tecknade)( på)?( avtal| kontrakt)? (med|hos) ◆
(vi|jag)( har| nu| redan| tyvärr| i stället| istället| till slut)* (valt|valde|väljer|anlitat|anlitar|anlitade|bestämt oss för|(gått|går|gick|kör|kört) (vidare )?med|tackat ja till|gett (uppdraget|jobbet|ordern) till) ◆
`,
  'da/no': `
(vi|jeg)( har| nu| nå| allerede| dessverre| desværre| i stedet)* (skrevet|skrev|signert|signeret|inngått|indgået|tegnet|underskrevet)( under| på)?( kontrakt(en)?| avtale(n)?| aftale(n)?)? (med|hos) ◆
(vi|jeg)( har| er| nu| nå| allerede| dessverre| desværre| i stedet| endte| endt)* (valgt|valgte|vælger|velger|hyret|engasjert|engageret|landet på|landede på|besluttet os for|bestemt oss for|(gått|gået|går|gik|gikk) (videre )?(med|for)|takket ja til|sagt ja til|(gitt|givet) (oppdraget|opgaven|jobben|ordren) til) ◆
`,
  fi: `
(teimme|teemme|solmimme|allekirjoitimme|olemme tehneet|olemme solmineet|jatkamme|menemme|etenemme)( jo| nyt)?( sopimuksen| sopimus| kaupat)? ◆ kanssa
(valitsimme|valitsin|valitsemme|päädyimme|olemme valinneet|olemme päätyneet|tilasimme|palkkasimme)( jo| nyt| lopulta| työhön| urakkaan)* ◆
`,
  pl: `
(podpisaliśmy|zawarliśmy|umówiliśmy się|dogadaliśmy się|podpisałem|podpisałam)( już| ostatecznie| umowę| kontrakt)* (z|ze) ◆
(wybraliśmy|wybrałem|wybrałam|zatrudniliśmy|zdecydowaliśmy się na|zdecydowałem się na|zdecydowałam się na|postawiliśmy na|zleciliśmy (to |prace |zlecenie )?|zlecenie dostał[ao]?)( już| ostatecznie| jednak| ofertę)* ◆
`,
  ru: `
(подписали|заключили|подписан|заключ[её]н|договорились)( уже| в итоге| договор| контракт| соглашение)* (с|со) ◆
(выбрали|выбрал|выбрала|наняли|остановились на|отдали (заказ|работу|проект)|(будем|решили) работать с(о)?)( уже| в итоге)* ◆
`,
  vi: `
(bên|công ty|chúng)( anh| em| chị| tôi| mình| ta){1,2}( đã)? (chọn|thuê|ký với) ◆
(đã|vừa|quyết định|vừa mới)( ký| ký kết)( hợp đồng)? với( bên)? ◆
(đã|quyết định)( lựa)? (chọn|thuê|giao cho)( bên)? ◆
`,
  id: `
(sudah|telah|kami|saya)( sudah| telah| akhirnya| jadi)* (tanda tangan|menandatangani|teken|deal|sepakat|bekerja sama)( kontrak| perjanjian)? (dengan|sama) ◆
(sudah|telah|kami|saya)( sudah| telah| akhirnya| jadi)* (memilih|menunjuk|pakai|memakai|menggunakan|mengambil penawaran) ◆
`,
};

const shapesOf = (lines: string): readonly RegExp[] =>
  lines
    .trim()
    .split('\n')
    .map(line => line.replace(/◆$/, `◆${NAME_ENDS}`).replace('◆', NAME))
    .map(source => new RegExp(`(?<![\\p{L}\\p{N}])(${source})(?!\\p{L})`, 'gdu'));
const SHAPES: ReadonlyMap<string, readonly RegExp[]> = new Map(
  Object.entries(CHOSE).map(([language, lines]) => [language, shapesOf(lines)]),
);

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
export const chosenRivals = ({ cased, text, sentences }: Spoken, language: string): readonly Span[] => {
  const lower = cased.toLowerCase();
  if (lower.length !== text.length || GLAD.test(lower)) return [];
  return (SHAPES.get(language) ?? [])
    .flatMap(shape => allMatches(lower, shape))
    .flatMap(({ index, 0: said, indices }) => {
      const [from = 0, to = 0] = indices?.groups?.name ?? [];
      const asked = sentences.some(({ start, end, asks }) => asks && index >= start && index < end);
      // What stands in quotation marks is blank in the text: somebody else said it.
      const quoted = text.slice(index, index + 2).trim() === '';
      return asked || quoted || !isFirm(cased.slice(from, to)) ? [] : [{ start: index, end: index + said.length }];
    });
};
