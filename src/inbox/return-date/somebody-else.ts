import { allMatches } from '../../kernel/all-matches.ts';

/** People a mail speaks of beside its author, as their relation to the author names them. */
const COLLEAGUE =
  /(?<!\p{L})(?:colleagues?|co-?workers?|teammates?|assistant|manager|boss|supervisor|(?:arbeits)?kolleg(?:e|in|en|innen)|vorgesetzter?|chef(?:in|en)?|assistent\p{L}*|collègues?|responsable|assistante?|compañer[oa]s?|colegas?|jef[ea]|asistente|collegh?[aei]|responsabile|assistente|chefe|collega['’]?s?|leidinggevende|kolleg(?:a|or|er|aer|aen|aan|ani|amme)n?|kollegor|medarbejder|esimie(?:s|heni)|koleg[aą]|koleżanka|kolegi|współpracowni\p{L}*|przełożon\p{L}*|коллег\p{L}*|начальни\p{L}*|помощни\p{L}*|(?:đồng nghiệp|sếp)(?: của (?:chúng )?tôi)?|(?:rekan(?: kerja)?|atasan)(?: saya| kami)?)(?!\p{L})|同事|同僚|上司|部下|동료|상사|(?:เพื่อนร่วมงาน|หัวหน้า)(?:ของ(?:ผม|ฉัน|ดิฉัน))?/gu;
/** The author, or the end of a stay that colleagues bridge: then the date behind it is the author's again. */
const AUTHOR =
  /(?<!\p{L})(?:i|i['’](?:m|ll|ve)|we|me|my (?:return|absence)|until|till|ich|wir|mich|meine[rm]? (?:rückkehr|abwesenheit)|bis|je|j['’]|nous|mon (?:retour|absence)|jusqu['’]\p{L}*|yo|mi (?:regreso|vuelta|ausencia)|hasta|vuelvo|volveré|regreso|regresaré|io|(?:mio|il) rientro|fino|rientro|rientrerò|torno|tornerò|eu|o meu regresso|até|regresso|volto|voltarei|ik|wij|mijn (?:terugkeer|afwezigheid)|tot|jag|vi|min återkomst|tills?|jeg|indtil|minun|palaan|asti|wracam|wrócę|do|mojego powrotu|я|мы|до|моего|вернусь|tôi|chúng tôi|đến|saya|kami|sampai|hingga)(?!\p{L})|我(?!的?(?:同事|上司))|私(?!の(?:同僚|上司))|まで|제가|저는|까지|จนถึง|(?:ผม|ดิฉัน)(?:จะ|กลับ)/u;

/**
 * Do the words before a date, from the beginning of their sentence, speak last of a colleague ("my colleague Jo returns
 * on")? Then it is the colleague who is back on that day.
 */
export const speaksOfSomebodyElse = (before: string): boolean => {
  const last = allMatches(before, COLLEAGUE).at(-1);
  return last !== undefined && !AUTHOR.test(before.slice(last.index + last[0].length));
};
