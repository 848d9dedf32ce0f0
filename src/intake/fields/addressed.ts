import type { Candidate } from '../candidate.ts';
import type { Piece } from '../layout/line.ts';
import { houseOf } from './name-in-block.ts';
import { hasLegalForm, isCompany, isLabel } from './party-name.ts';

const HOUSE = /^(.{2,40}?)\s*(?:御中|귀중|貴中)$/u;
const PERSON = /^(.{1,40}?)\s*(?:様|귀하|殿|님께?)$/u;
/** A name, not a sentence or a label. */
const PLAIN = /^[\p{L}\p{N}・ー&\s()（）]{2,25}$/u;

const LABEL = /^[^:：\s]{1,6}\s?[:：]\s*/u;

/** `株式会社青空フーズ 御中`, `새벽도서관 귀하`; or an organisation's line with a person's `山本様` under it or behind it. */
export const addressedIn = (piece: Piece): Candidate<string>[] =>
  piece.lines.flatMap((line, index) =>
    line.cells.flatMap(({ text: written, x }) => {
      const text = written.replace(LABEL, '');
      const named = (value: string, weight: number) => [{ value, words: [text], origin: piece.origin, weight }];
      const house = HOUSE.exec(text)?.[1];
      if (house !== undefined) return named(house, 9);
      const person = PERSON.exec(text)?.[1];
      if (person !== undefined) {
        const [first = '', ...more] = person.split(/\s/);
        if (hasLegalForm(person) && more.length > 0) return named(houseOf(person), 9);
        if (hasLegalForm(person) || (isCompany(person) && more.length === 0)) return named(person, 9);
        if (isCompany(first) && more.length > 0) return named(first, 7);
        return /^\p{Lo}{1,4}[\s\u3000]\p{Lo}{1,4}$/u.test(person) ? named(person, 3.5) : [];
      }
      const next = piece.lines[index + 1]?.cells.find(under => Math.abs(under.x - x) < 14)?.text ?? '';
      if (!/^.{1,20}(?:様|先生|殿|귀하|님)$/u.test(next) || !PLAIN.test(text) || isLabel(text)) return [];
      return named(text, hasLegalForm(text) ? 9 : isCompany(text) ? 8 : 5);
    }),
  );
