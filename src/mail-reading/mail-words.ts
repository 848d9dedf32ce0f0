import ar from '../languages/ar/mail.json' with { type: 'json' };
import bg from '../languages/bg/mail.json' with { type: 'json' };
import ca from '../languages/ca/mail.json' with { type: 'json' };
import cs from '../languages/cs/mail.json' with { type: 'json' };
import daNo from '../languages/da-no/mail.json' with { type: 'json' };
import de from '../languages/de/mail.json' with { type: 'json' };
import el from '../languages/el/mail.json' with { type: 'json' };
import en from '../languages/en/mail.json' with { type: 'json' };
import es from '../languages/es/mail.json' with { type: 'json' };
import et from '../languages/et/mail.json' with { type: 'json' };
import eu from '../languages/eu/mail.json' with { type: 'json' };
import fa from '../languages/fa/mail.json' with { type: 'json' };
import fi from '../languages/fi/mail.json' with { type: 'json' };
import fr from '../languages/fr/mail.json' with { type: 'json' };
import he from '../languages/he/mail.json' with { type: 'json' };
import hi from '../languages/hi/mail.json' with { type: 'json' };
import hr from '../languages/hr/mail.json' with { type: 'json' };
import hu from '../languages/hu/mail.json' with { type: 'json' };
import id from '../languages/id/mail.json' with { type: 'json' };
import icelandic from '../languages/is/mail.json' with { type: 'json' };
import it from '../languages/it/mail.json' with { type: 'json' };
import ja from '../languages/ja/mail.json' with { type: 'json' };
import ko from '../languages/ko/mail.json' with { type: 'json' };
import lt from '../languages/lt/mail.json' with { type: 'json' };
import lv from '../languages/lv/mail.json' with { type: 'json' };
import ms from '../languages/ms/mail.json' with { type: 'json' };
import nl from '../languages/nl/mail.json' with { type: 'json' };
import pl from '../languages/pl/mail.json' with { type: 'json' };
import pt from '../languages/pt/mail.json' with { type: 'json' };
import ro from '../languages/ro/mail.json' with { type: 'json' };
import ru from '../languages/ru/mail.json' with { type: 'json' };
import sk from '../languages/sk/mail.json' with { type: 'json' };
import sl from '../languages/sl/mail.json' with { type: 'json' };
import sv from '../languages/sv/mail.json' with { type: 'json' };
import th from '../languages/th/mail.json' with { type: 'json' };
import tr from '../languages/tr/mail.json' with { type: 'json' };
import uk from '../languages/uk/mail.json' with { type: 'json' };
import vi from '../languages/vi/mail.json' with { type: 'json' };
import zh from '../languages/zh/mail.json' with { type: 'json' };

/** What mail programs and shared mailboxes write in one language; each entry is a pattern. */
interface MailWords {
  readonly unspaced?: boolean;
  /** Subjects that mail programs write before an automatic answer, in the languages they are sold in. */
  readonly automaticSubject?: readonly string[];
  /** Wording of absence or of a program in a text. */
  readonly automaticText?: readonly string[];
  /** Wording of a receipt that a ticket system or shared mailbox sends by itself. */
  readonly receipt?: readonly string[];
  /** A verb that introduces a quotation: "On Monday Ann wrote:". */
  readonly wrote?: readonly string[];
}

const WORDS: readonly MailWords[] = [
  ar,
  bg,
  ca,
  cs,
  daNo,
  de,
  el,
  en,
  es,
  et,
  eu,
  fa,
  fi,
  fr,
  he,
  hi,
  hr,
  hu,
  id,
  icelandic,
  it,
  ja,
  ko,
  lt,
  lv,
  ms,
  nl,
  pl,
  pt,
  ro,
  ru,
  sk,
  sl,
  sv,
  th,
  tr,
  uk,
  vi,
  zh,
];

type Section = Exclude<keyof MailWords, 'unspaced'>;

/** All languages' words of a section, as one alternation. */
export const mailWords = (section: Section): string => alternation(WORDS, section);

/** The same, each a whole word where a language is written with spaces. */
export const wholeMailWords = (section: Section): string => {
  const spaced = alternation(
    WORDS.filter(words => words.unspaced !== true),
    section,
  );
  const unspaced = alternation(
    WORDS.filter(words => words.unspaced === true),
    section,
  );
  return `(?<![\\p{L}\\p{M}\\p{N}])(?:${spaced})(?![\\p{L}\\p{M}\\p{N}])|${unspaced}`;
};

const alternation = (languages: readonly MailWords[], section: Section): string =>
  languages.flatMap(words => words[section] ?? []).join('|');
