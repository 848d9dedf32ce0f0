import { german } from './phrases/de.ts';
import { english } from './phrases/en.ts';
import { spanish } from './phrases/es.ts';
import { finnish } from './phrases/fi.ts';
import { french } from './phrases/fr.ts';
import { indonesian } from './phrases/id.ts';
import { italian } from './phrases/it.ts';
import { japanese } from './phrases/ja.ts';
import { korean } from './phrases/ko.ts';
import { dutch } from './phrases/nl.ts';
import { nordic } from './phrases/nordic.ts';
import { polish } from './phrases/pl.ts';
import { portuguese } from './phrases/pt.ts';
import { russian } from './phrases/ru.ts';
import { swedish } from './phrases/sv.ts';
import { thai } from './phrases/th.ts';
import { vietnamese } from './phrases/vi.ts';
import { chinese } from './phrases/zh.ts';
import { type Compiled, compilePhrases } from './phrases.ts';

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
  finnish,
  polish,
  russian,
  chinese,
  japanese,
  korean,
  vietnamese,
  indonesian,
  thai,
].map(compilePhrases);
