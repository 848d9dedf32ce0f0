import { isEmailAddress } from '../../cadence/owner.ts';
import type { Candidate } from '../labelled-values/candidate.ts';
import { cellsBelow, findLabelledValues } from '../labelled-values/labelled-values.ts';
import { domainOf, type Parties } from '../labelled-values/parties.ts';
import { type Piece, textOfLine } from '../layout/line.ts';
import { normalizeText } from '../normalize-text.ts';
import { ATTENTION, CUSTOMER, SELLER, TO } from '../words.ts';
import { isLabel } from './party-name.ts';

const LABEL = new RegExp(`^(?:${CUSTOMER}|${TO}|${ATTENTION})(?![\\p{L}\\p{N}])`, 'gu');
const OWN_LABEL = new RegExp(`^(?:${SELLER})\\s*:?\\s*$`, 'u');
const GREETING =
  /^(?:dear|hi|hello|hallo|liebe[rs]?|guten tag|sehr geehrte[rs]?|bonjour|cher|chere|hola|estimad[oa]|buongiorno|gentile|beste|geachte|ola|car[oa]|prezad[oa]|hej|kaere|hei|dzien dobry|szanown[aiy])\s+(?:mrs?\.?|ms\.?|mr\.?|herr|frau|m\.|mme|sr\.?|sra\.?)?\s*([\p{L}'-]{2,})/u;
const ADDRESS = /[^\s<>()[\]",;:|]+@[^\s<>()[\]",;:|]+\.[^\s<>()[\]",;:|]+/g;

/** Where the quote went: the visible recipient on the customer's side; for a paper alone the address in the customer's block. */
export const contactsIn = (pieces: readonly Piece[], sides: Parties): Candidate<string>[] => {
  const usable = sides.recipients.filter(({ address }) => isEmailAddress(address));
  if (usable.length === 0) return pieces.flatMap(piece => inBlock(piece, sides));
  const greeted = greetedIn(pieces);
  const oneHouse = new Set(usable.map(({ address }) => domainOf(address.toLowerCase()))).size === 1;
  return usable.map(({ name, address }, at) => {
    const named = greeted.some(word => normalizeText(`${name} ${address}`).text.includes(word));
    return {
      value: address,
      words: [name === '' ? address : `${name} <${address}>`],
      origin: 'header' as const,
      weight: 8 + (named ? 2 : 0) + (oneHouse && at === 0 ? 1.5 : 0),
    };
  });
};

const greetedIn = (pieces: readonly Piece[]): string[] =>
  pieces
    .filter(({ origin }) => origin === 'body')
    .flatMap(({ lines }) => lines.slice(0, 4))
    .flatMap(line => GREETING.exec(normalizeText(textOfLine(line)).text)?.[1] ?? []);

const inBlock = (piece: Piece, { isOwnAddress }: Parties): Candidate<string>[] =>
  findLabelledValues(piece, LABEL).flatMap(({ place, text, cell, line, textLine, label }) => {
    if (place === 'left' || OWN_LABEL.test(normalizeText(cell.text).text) || (place === 'right' && isLabel(text)))
      return [];
    const at =
      place === 'inline' ? cell : (piece.lines[textLine]?.cells.find(other => other.text.includes(text)) ?? cell);
    const under = cellsBelow(piece, textLine, at)
      .filter(found => Math.abs(found.cell.x - at.x) <= 14)
      .slice(0, 9)
      .map(found => found.cell.text);
    const seller = under.findIndex(words => OWN_LABEL.test(normalizeText(words).text));
    const block = [text, ...(seller < 0 ? under : under.slice(0, seller))];
    const address = block.flatMap(words => words.match(ADDRESS) ?? []).find(isEmailAddress);
    if (address === undefined || isOwnAddress(address)) return [];
    return [{ value: address, words: [label, address], origin: piece.origin, weight: line > 50 ? 3.5 : 5 }];
  });
