import ca from '../languages/ca/dates.json' with { type: 'json' };
import cs from '../languages/cs/dates.json' with { type: 'json' };
import da from '../languages/da/dates.json' with { type: 'json' };
import de from '../languages/de/dates.json' with { type: 'json' };
import el from '../languages/el/dates.json' with { type: 'json' };
import en from '../languages/en/dates.json' with { type: 'json' };
import es from '../languages/es/dates.json' with { type: 'json' };
import et from '../languages/et/dates.json' with { type: 'json' };
import fi from '../languages/fi/dates.json' with { type: 'json' };
import fr from '../languages/fr/dates.json' with { type: 'json' };
import hu from '../languages/hu/dates.json' with { type: 'json' };
import id from '../languages/id/dates.json' with { type: 'json' };
import it from '../languages/it/dates.json' with { type: 'json' };
import ja from '../languages/ja/dates.json' with { type: 'json' };
import ko from '../languages/ko/dates.json' with { type: 'json' };
import lv from '../languages/lv/dates.json' with { type: 'json' };
import ms from '../languages/ms/dates.json' with { type: 'json' };
import nb from '../languages/nb/dates.json' with { type: 'json' };
import nl from '../languages/nl/dates.json' with { type: 'json' };
import pl from '../languages/pl/dates.json' with { type: 'json' };
import pt from '../languages/pt/dates.json' with { type: 'json' };
import ro from '../languages/ro/dates.json' with { type: 'json' };
import ru from '../languages/ru/dates.json' with { type: 'json' };
import sk from '../languages/sk/dates.json' with { type: 'json' };
import sv from '../languages/sv/dates.json' with { type: 'json' };
import th from '../languages/th/dates.json' with { type: 'json' };
import tr from '../languages/tr/dates.json' with { type: 'json' };
import uk from '../languages/uk/dates.json' with { type: 'json' };
import vi from '../languages/vi/dates.json' with { type: 'json' };
import zh from '../languages/zh/dates.json' with { type: 'json' };

/** What a language's file has for dates: a list of names, ` | ` between them, for each month from January and each weekday from Monday. */
interface DateWords {
  readonly months?: readonly string[];
  /** Short names that are other words as well, read only where nothing but a date stands, as in a cell. */
  readonly monthsInCells?: readonly string[];
  readonly weekdays?: readonly string[];
  readonly weekdaysInCells?: readonly string[];
}

const LANGUAGES = {
  ca,
  cs,
  da,
  de,
  el,
  en,
  es,
  et,
  fi,
  fr,
  hu,
  id,
  it,
  ja,
  ko,
  lv,
  ms,
  nb,
  nl,
  pl,
  pt,
  ro,
  ru,
  sk,
  sv,
  th,
  tr,
  uk,
  vi,
  zh,
} satisfies Record<string, DateWords>;

export type Language = keyof typeof LANGUAGES;

/** Month 1–12, or ISO weekday 1 (Monday)–7, of each name as it is written in the middle of a text, in these languages. */
export const namesInText = (list: 'months' | 'weekdays', languages: readonly Language[]): ReadonlyMap<string, number> =>
  new Map(languages.flatMap(language => numbered(LANGUAGES[language], list)));

const numbered = (words: DateWords, list: keyof DateWords): readonly (readonly [string, number])[] =>
  (words[list] ?? []).flatMap((names, at) =>
    names === '' ? [] : names.split(' | ').map(name => [name, at + 1] as const),
  );

/** Names as cells have them, without accents and points, in all languages. One that means two things in them is left out. */
const namesInCells = (...lists: readonly (keyof DateWords)[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number | null>();
  for (const words of Object.values<DateWords>(LANGUAGES))
    for (const [name, number] of lists.flatMap(list => numbered(words, list))) {
      const known = found.get(bare(name));
      found.set(bare(name), known === undefined || known === number ? number : null);
    }
  return new Map([...found].flatMap(([name, number]) => (number === null ? [] : [[name, number] as const])));
};

const bare = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '');

const months = namesInCells('months', 'monthsInCells');
const weekdays = namesInCells('weekdays', 'weekdaysInCells');

/** Month 1–12 by its name, with or without accents, capitals and points; undefined for other words. */
export const monthNamed = (word: string): number | undefined => months.get(bare(word));

/** ISO weekday (1 Monday) by its name; undefined for other words. */
export const weekdayNamed = (word: string): number | undefined => weekdays.get(bare(word));
