import { hasLegalForm, isCompany, kindOfLine, trimName } from './party-name.ts';

/** The name in an address block: a line that is a company's, else the first that can be a name, with its form of address. */
export const nameIn = (block: readonly string[]): string | undefined => {
  const head = headOf(block);
  const names = head.filter(text => kindOfLine(text) === 'name');
  const company = names.find(hasLegalForm) ?? names.find(isCompany);
  if (company !== undefined) return company;
  const [first, second] = head;
  if (first !== undefined && second !== undefined && kindOfLine(first) === 'honorific') return `${first} ${second}`;
  return names[0];
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
