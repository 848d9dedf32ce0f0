import { editDistance } from '../../kernel/edit-distance.ts';
import type { Header } from './header.ts';

/** Of the headers there are, the one most like one of the names, by slips per letter; undefined where there is none. */
export const nearestHeader = (names: readonly string[], headers: readonly Header[]): Header | undefined => {
  let nearest: { readonly header: Header; readonly unlikeness: number } | undefined;
  for (const header of headers) {
    for (const name of names) {
      const longest = Math.max(name.length, header.plainKey.length);
      const unlikeness = editDistance(name, header.plainKey, longest) / longest;
      if (!nearest || unlikeness < nearest.unlikeness) nearest = { header, unlikeness };
    }
  }
  return nearest?.header;
};
