import { type Compiled, compilePhrases } from './compile-phrases.ts';
import { german } from './phrases/de.ts';
import { english } from './phrases/en.ts';
import { spanish } from './phrases/es.ts';
import { french } from './phrases/fr.ts';
import { italian } from './phrases/it.ts';
import { dutch } from './phrases/nl.ts';
import { nordic } from './phrases/nordic.ts';
import { portuguese } from './phrases/pt.ts';
import { swedish } from './phrases/sv.ts';

/** The languages labels are read in. */
export const LANGUAGES: readonly Compiled[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
  nordic,
].map(compilePhrases);
