import { fold } from '../fold.ts';
import { hasLegalForm, isCompany, isOrganisation, kindOfLine, trimName } from './party-name.ts';

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
  const { text, at } = fold(name);
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
