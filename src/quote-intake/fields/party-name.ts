import { normalizeText } from '../normalize-text.ts';
import {
  ADDRESS_LINE,
  ATTENTION,
  CUSTOMER,
  LEGAL_FORM,
  ORGANISATION_ENDING,
  ORGANISATION_SIGN,
  ORGANISATION_WORD,
  PAPER,
  QUOTE,
  SELLER,
  SHIP_TO,
  STREET,
  TO,
} from '../words.ts';

const HONORIFIC =
  /^(?:herrn? und frau|frau und herrn?|familie|eheleute|mr\.? (?:and|&) mrs|m\.? et mme|herrn?|frau|mrs?|ms|miss|mx|dr|prof|m|mme|mlle|monsieur|madame|sr|sra|sra\.? dna|don|dona|(?:egr(?:egio)?\.? |gent(?:\.ma|ile)? )?sig(?:nor[ae]?|\.?ra)?|familia|famille|famiglia|fam|hr|fru|dhr|mevr|de heer|mevrouw|pan|pani|firma|fa|die|the company)\.?$/;
/** What somebody does, or the desk a mailbox stands on: never whom a quote is for. */
const ROLE =
  /^(?:(?:the )?(?:[\p{L}&]+ ){0,2}(?:manager|director|secretary|bursar|headteacher|head teacher|principal|owner|clerk|geschaftsfuhrer(?:in)?|einkaufsleiter(?:in)?|directeur|directrice|gerant|responsable|director[a]?|gerente|direttore|direttrice|directeur|dyrektor)|office|reception|info|facilities|estates|events?|bookings?|reservations|lettings|sales|marketing|team|admin(?:istration)?|finance|hr|it|operations|maintenance|management|the (?:manager|office|committee|trustees|governors)|facilitair|services techniques|direction|direccion|secretaria|ufficio tecnico|segreteria|sekretariat|hausmeister|geschaftsleitung|styrelsen|ekonomi|administration|bestyrelsen|dyrekcja|sekretariat|purchasing|procurement|accounts(?: payable)?|einkauf|bauamt|sekretariat|verwaltung|buchhaltung|achats|accueil|comptabilite|compras|administracion|recepcion|acquisti|amministrazione|direzione|inkoop|administratie|inkop|bygg|kontor|indkob|innkjop|biuro|zakupy)$|^(?:ฝาย|แผนก)\S*$|^(?:采购|採購|总务|行政|购买|購買|総務|経理)部?$/u;
const CONTACT =
  /@|https?:|www\.|^\+?[\d\s()/.-]{7,}$|^(?:tel|phone|fon|fax|mob|e-?mail|mail|web|telefon|tlf)\b\s?[.:]|^[tme]\s?[.:]\s?[+(\d]/i;
const NUMBERED =
  /^(?:gln|uid|vat|ust|tva|iva|btw|nip|cvr|kvk|siret|abn|uen|gst|tax|steuer|id|ref|no|nr|nummer|number|numero|customer no|kunden-?(?:nr|nummer)|kd-?nr)[\s.:#-]/;
const ATTN = new RegExp(`^(?:${ATTENTION})(?![a-z])\\s?[.:]*\\s?`, 'u');
/** "Aan het bestuur van", "An den Vorstand der": whose it is follows on the next line. */
const TO_THOSE_OF = /^(?:aan|an|to|al?|au|aux|till|til|do) .{2,40} (?:van|de|of|von|vom|des|der|du|della?|del|av|af)$/;
/** `Exmo(s). Sr(s).`: a form of address to nobody in particular. */
const TO_WHOM = /^(?:a\(?o?s?\)? )?exm[oa]s?(?:\(s\))?\.? ?(?:sr[as]?|senhor(?:es)?)(?:\(e?s\))?\.?,?:?$/;
const DAY = /\d{1,2}\.? \p{L}{3,} 20\d\d|\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}/u;
const NOT_A_NAME =
  /^(?:date|datum|data|fecha|dato|total|page|seite|quote|quotation|estimate|proposal|invoice|rechnung|angebot|devis|facture|offerte|tilbud|oferta|address|adresse|anschrift|name|details?|description|beschreibung|thank you|terms|subject|betreff|objet|re|item|qty|quantity|amount|price|valid|your|our|we|please|ihre?[nmrs]?|unsere?[nmrs]?|votre|notre|vostr[oa]|nostr[oa]|uw|jullie|dear|gentile|egregio|spettabile|estimad[oa]s?|cher|chere|geachte|beste|sehr geehrte[rs]?|prezad[oa]s?|szanown[aiy]|hej|hi|hello|hola|bonjour|guten|(?:kind |best |warm )?regards|best wishes|sincerely|yours|mit freundlichen|(?:viele|freundliche|liebe) grusse?|cordialement|bien cordialement|un saludo|saludos|(?:cordiali |distinti )?saluti|met (?:vriendelijke|hartelijke)|groet(?:en|jes)?|atenciosamente|com os melhores|cumprimentos|mvh|(?:med )?vanliga halsningar|(?:med )?venlig hilsen|z powazaniem|pozdrawiam|tran trong|hormat kami|and|or|is|in|of|it|this|by|with|will|to|for|on|at|you|us|if|no|n\/a|tbc|tba|und|et)(?![\p{L}\p{N}'&-])/u;

/** A label alone, or a number's label: what stands at the head of a block, never in it. */
const LABEL = new RegExp(
  `^(?:${CUSTOMER}|${TO}|${ATTENTION}|${SHIP_TO}|${SELLER}|(?:[\\p{L}]{2,16}[- ])?(?:${QUOTE}|${PAPER})|(?:teil|schluss|kosten|waren|handels|proforma)?rechnung|(?:project|site|job|service|property|work|installation|delivery|shipping)(?: site)? (?:address|location)|objektadresse|baustelle|bauvorhaben|einsatzort|adresse (?:du chantier|des travaux)|lieu (?:du chantier|des travaux|d'intervention)|direccion de (?:la )?obra|indirizzo (?:cantiere|lavori)|werkadres|uitvoeringsadres|arbejdssted|arbetsplats|adres (?:inwestycji|budowy)|dates?|datum|fecha|data|dato|e-?mail|phone|tel|fax|subject|betreff|project|projekt|projet|terms|payment terms|validity|valid(?: until| for)?|expires|expiry(?: date)?|currency|(?:offer|quote|quotation|proposal|estimate) (?:expires|ends|valid(?: until)?|closes|issued|dated)|issued(?: on)?|prepared on|gultig bis|valable jusqu'au|valid[oa] hasta|valid[oa] fino al|geldig tot|giltig t\\.?o\\.?m\\.?|salesperson|references?|ref|page|status|accounts?|purchasing)s?\\s*[:：]?$|[\\s-](?:nr|no|datum|date|number|nummer)(?:[.:\\s-]|$)`,
  'u',
);

export const isLabel = (text: string): boolean => {
  const folded = normalizeText(text).text.trim();
  // "Szkoła Podstawowa nr 14 w Toruniu" has a number in its name.
  return LABEL.test(folded) && !(/ nr \d{1,3}(?: \p{L}|$)/u.test(folded) && isOrganisation(text));
};

export type LineKind = 'name' | 'attention' | 'honorific' | 'address' | 'contact' | 'other';

/** What a line of an address block is. */
export const kindOfLine = (text: string): LineKind => {
  const folded = normalizeText(text).text;
  if (HONORIFIC.test(folded)) return 'honorific';
  if (ROLE.test(folded)) return 'attention';
  if (isLabel(text)) return 'other';
  if (ATTN.test(folded) || TO_WHOM.test(folded) || TO_THOSE_OF.test(folded)) return 'attention';
  if (CONTACT.test(text)) return 'contact';
  if (NUMBERED.test(folded)) return 'other';
  // "Cliente: Nordlicht Lda." is a row of its own, and no name.
  if (/^\p{L}[\p{L}. ]{1,20}[:：]\s?\S/u.test(text)) return 'other';
  if (hasLegalForm(text)) return 'name';
  if (isAddress(text)) return 'address';
  return isNameLike(text) ? 'name' : 'other';
};

/** A street, a postcode with its town, a country alone. */
export const isAddress = (text: string): boolean => ADDRESS_LINE.test(text) || STREET.test(normalizeText(text).text);

export const isCompany = (text: string): boolean => LEGAL_FORM.test(text) || isOrganisation(text);

/** Has a word that schools, councils, hotels, clubs and the like are called by. */
export const isOrganisation = (text: string): boolean => {
  const folded = normalizeText(text).text;
  return ORGANISATION_WORD.test(folded) || ORGANISATION_ENDING.test(folded) || ORGANISATION_SIGN.test(folded);
};

/** What comes second in a Nordic name, in small letters. */
export const isHouseWord = (word: string): boolean => {
  const folded = normalizeText(word).text;
  return (
    /^(?:kommune?n?|forsamling|skol[ae]n?|skole|sogn|kyrka|kirke|menighet|borettslag|sameie|region|stad|forening|bibliotek)$/.test(
      folded,
    ) || ORGANISATION_ENDING.test(folded)
  );
};

/** A role or a department rather than a name. */
export const isRole = (text: string): boolean => ROLE.test(normalizeText(text).text.trim());

export const hasLegalForm = (text: string): boolean => LEGAL_FORM.test(text);

/** Could be what somebody is called: letters, not too many words, no sentence, sum or date. */
export const isNameLike = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (
    letters < 2 ||
    text.length > 90 ||
    text.split(' ').length > (hasLegalForm(text) ? 14 : 9) ||
    letters * 2 < text.replace(/\s/g, '').length
  )
    return false;
  if (
    /^(?:The|Le|La|Les|El|Il|Lo|Der|Die|Das|De|Het) (?!heer )\p{Ll}|\p{L}{4}[.!?]\s+\p{Lu}\p{Ll}+ \p{Ll}/u.test(text) ||
    /[:=%€$£]|\d{5,}/.test(text) ||
    DAY.test(text) ||
    (/^\S+(?: \S+){3,}(?<!\.\p{L})[.!?]$/u.test(text) && !hasLegalForm(text))
  )
    return false;
  if (!/^[\p{Lu}\p{Lo}\p{N}"'„“«(]/u.test(text) && !/^(?:van|von|de|di|del|della|da|el|la|le|les|l'|d'|e)\b/.test(text))
    return false;
  return !NOT_A_NAME.test(normalizeText(text).text) || hasLegalForm(text);
};

/** The name without the address that follows it on the same line, and without quotes or a closing comma. */
export const trimName = (text: string): string => {
  const parts = text
    .replace(/\s+(?:c\/o|z\.? ?Hd\.?|attn\.?:?)\s.*$/iu, '')
    .replace(/\s\((?=[^)]*[:\d]).*$/u, '')
    .split(/,\s+|\s+[|•·●]\s+|\s+[–—-]\s+(?=\d)/);
  let name = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    if (!LEGAL_FORM.test(part) || isAddress(part) || part.length > 30) break;
    name += `, ${part}`;
  }
  // „Zorza” at the end of a name closes what was opened within it.
  const end = /\S[„“"][^„“”"]+[”“"]$|\s[„“"][^„“”"]+[”“"]$/u.test(name) ? /[\s,;]+$/u : /[\s,;"“”]+$/u;
  return name
    .replace(/^[\s:"„“”]+|^«|(?<!«[^»]*)»$/gu, '')
    .replace(end, '')
    .replace(/\s*(?:御中|귀중|귀하|貴中)$/u, '')
    .replace(/\s*\((?:attn|att|z\.? ?hd)[^)]*\)$/i, '');
};

/** One person's form of address before a first name; before a surname alone, or a couple's, it is part of the name. */
const TO_ONE =
  /^(?:(?:herrn?|frau|mrs?|ms|miss|mx|m|mme|mlle|monsieur|madame|sr|sra|don|dona|dna|d[ao]?|sig|sig\.ra|gent\.?ma|egr|dhr|mevr|mevrouw|de heer|pan|pani|hr|fru)\.?\s)+(?!(?:and|und|et|y|e|en|og|och|i|&)\s)(?=\S+\s\S)/;

/** The name in an address block: a line that is a company's, else the first that can be a name. */
export const nameIn = (block: readonly string[]): string | undefined => {
  const head = headOf(block);
  const names = head.filter(text => kindOfLine(text) === 'name');
  const company = names.find(hasLegalForm) ?? names.find(isHouse) ?? names.find(isCompany);
  if (company !== undefined) return houseOf(company);
  const [first, second] = head;
  if (first !== undefined && second !== undefined && kindOfLine(first) === 'honorific') {
    return withoutTitle(`${first} ${second}`);
  }
  return names[0] === undefined ? undefined : withoutTitle(houseOf(names[0]));
};

export const DEPARTMENT =
  /(?:office|team|department|dept\.?|division|unit|facilit\p{L}+|public works|management|services?|desk|committee|kontoret|forvaltningen?|abteilung|referat|verwaltung|ufficio \p{L}+|service \p{L}+|bureau)$/iu;
const isHouse = (name: string): boolean => isCompany(name) && !DEPARTMENT.test(name);

/** `北山自治会 会長 中村様`, `푸른초등학교 행정실`: behind the house its department or somebody in it. */
export const houseOf = (named: string): string => {
  const name = withoutTo(named.replace(/^(?:ฝ่าย|แผนก|ผู้)\S*\s+(?=\S)/u, ''));
  const [form = ''] =
    /^(?:주식회사|유한회사|株式会社|有限会社|合同会社|(?:学校|医療|社会福祉|一般社団|一般財団)法人)[\s\u3000]+/u.exec(
      name,
    ) ?? [];
  const [first = '', ...rest] = name.slice(form.length).split(/[\s\u3000]+/u);
  const within = /(?:様|殿|님|귀하|귀중|御中|[長长]|장|대리|주임|[部室課课係科処]|실|과|팀|부|선생님)$/u.test(
    rest.join(' '),
  );
  return within && (form !== '' || isOrganisation(first) || hasLegalForm(first)) && /^[\p{Lo}()（）㈱]+$/u.test(first)
    ? form + first
    : name;
};

/** "Ao Condomínio Aurora", "An die Stadtwerke Ulm": written to whom its first word says it is. */
const withoutTo = (name: string): string => {
  const [to = '', first = ''] =
    /^(?:aos?|à(?: la)?|all[ao]|an (?:die|den|das)|aan (?:de|het)) (\p{Lu}\S+)/iu.exec(name) ?? [];
  return isOrganisation(first) ? name.slice(to.length - first.length) : name;
};

/** Before a couple's first names; before their surname alone it stays. */
const TO_TWO =
  /^(?:herrn? und frau|frau und herrn?|familie|fam\.?|eheleute|famil(?:y|jen)|famille|famiglia|familia|mr\.? (?:and|&) mrs\.?|m\.? et mme|monsieur et madame|sig\.? e sig\.?ra)\s(?=\S+ (?:and|und|et|y|e|en|og|och|i|&) \S+ \S)/;

export const withoutTitle = (name: string): string => {
  const { text, at } = normalizeText(name);
  return name.slice(at[(TO_TWO.exec(text) ?? TO_ONE.exec(text))?.[0].length ?? 0]);
};

/** Names and forms of address before the street. */
const headOf = (block: readonly string[]): string[] => {
  const head: string[] = [];
  for (const text of block) {
    const kind = kindOfLine(trimName(text));
    if (kind === 'address' || (kind === 'contact' && head.length > 0) || (kind === 'other' && head.length > 0)) break;
    if (kind === 'name' || kind === 'honorific') head.push(trimName(text));
  }
  return head;
};
