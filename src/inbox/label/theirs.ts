import type { Span } from './compile-phrases.ts';
import type { Spoken } from './spoken-text.ts';

const NAMES_OF_OURS =
  'You|I|We|Anda|Bapak|Ibu|Kalian|Saudara|Quý|Anh|Chị|Em|My|Our|Us|Mr|Mrs|Ms|Sie|Ihr|Ihre|Euch|Euer|Frau|Herrn?|Preis|Preise|Konditionen|Montage|Lieferung|Termin|Position|Offerte|Bestellung|Your|The|This|Option|Quote|Plan|Package|Phase|Variant|Version|Offer|Proposal|PO|Q-|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|March|April|May|June|July|August|September|October|November|December|Ihnen|Ihrem|Ihrer|Angebot|Auftrag|Variante|Freude|Vous|Ustedes|Вами|Вас|Вам|Państwem|Państwa|Państwu|Wami|Was';
const OF_OURS = new RegExp(`^(?:${NAMES_OF_OURS})$`, 'u');
/** Does a word that begins with a capital speak of us, of them, or of a part of the offer, and so name no rival? */
export const isNameOfOurs = (word: string): boolean => OF_OURS.test(word);

const SOMEBODY = `(?!(?:${NAMES_OF_OURS})(?!\\p{L}))\\p{Lu}\\p{L}[\\p{L}&.-]*`;
/** "… with the Meyers", "… an die Firma Sommer": whom a yes is given to, when it is not us. */
const THEIRS = new RegExp(
  `^\\s*(?:[-–—,:]\\s*)?(?:the |our |an? |my |all )?(?:[\\p{L}'’]+ ){0,2}(?:with|from|of|to|mit|von|an|bei|avec|chez|à|de|con|a|com|ao|à|met|van|aan|bij|med|från|fra|hos|till|til|ke|dari|dengan|kepada|bên|của|với|từ|с|со|у|z|ze|u)\\s+(?:the |la |il |le |el |o |l'|d')?(?:(?!de[rmns] |d[ai][es] |ein|ihre|unser)\\p{Ll}+ )?(?:(?:(?:de|den|die|der|das|het) (?=[Ff]irma|bedrijf))?(?:firm|company|guys|people|team|[Ff]irma|ditta|entreprise|société|empresa|bedrijf|firmaet|компани\\p{L}+|фирм\\p{L}+|firmą) (?:of |at |from |de )?)?${SOMEBODY}`,
  'u',
);
/** "… Mr Boyle's quotation". */
const THEIRS_NEXT =
  /^\s*(?:(?:Mr|Mrs|Ms|Dr)\.? )?\p{Lu}[\p{L}-]+['’]s? (?:\p{L}+ )?(?:offer|quote|quotation|bid|proposal|estimate|tender|price)/u;
/** "Acme's offer is accepted", "das Angebot der Firma Krug genehmigt": whose it was, before the yes. */
const THEIRS_BEFORE = new RegExp(
  `${SOMEBODY}['’]s? (?:\\p{L}+ )?$|(?:[Ff]irma|ditta|entreprise|société|empresa|bedrijf|firmaet|company) ${SOMEBODY}(?: \\p{L}+){0,2} $`,
  'u',
);

/** Is what is said at `span` said of somebody else's offer, or to somebody else? By names, so in a text that kept its case. */
export const isTheirs = ({ cased }: Spoken, { start, end }: Span): boolean =>
  THEIRS.test(cased.slice(end, end + 80)) ||
  THEIRS.test(cased.slice(cased.lastIndexOf(' ', end - 1) + 1, end + 80)) ||
  THEIRS_NEXT.test(cased.slice(end, end + 60)) ||
  THEIRS_BEFORE.test(cased.slice(Math.max(0, start - 80), start));
