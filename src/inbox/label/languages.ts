import { type Compiled, compilePhrases } from './compile-phrases.ts';
import { german } from './phrases/de.ts';
import { english } from './phrases/en.ts';

/** The languages labels are read in. */
export const LANGUAGES: readonly Compiled[] = [english, german].map(compilePhrases);
