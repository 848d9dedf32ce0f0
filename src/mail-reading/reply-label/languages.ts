import daNo from '../../languages/da-no/replies.json' with { type: 'json' };
import de from '../../languages/de/replies.json' with { type: 'json' };
import en from '../../languages/en/replies.json' with { type: 'json' };
import es from '../../languages/es/replies.json' with { type: 'json' };
import fi from '../../languages/fi/replies.json' with { type: 'json' };
import fr from '../../languages/fr/replies.json' with { type: 'json' };
import id from '../../languages/id/replies.json' with { type: 'json' };
import it from '../../languages/it/replies.json' with { type: 'json' };
import ja from '../../languages/ja/replies.json' with { type: 'json' };
import ko from '../../languages/ko/replies.json' with { type: 'json' };
import nl from '../../languages/nl/replies.json' with { type: 'json' };
import pl from '../../languages/pl/replies.json' with { type: 'json' };
import pt from '../../languages/pt/replies.json' with { type: 'json' };
import ru from '../../languages/ru/replies.json' with { type: 'json' };
import sv from '../../languages/sv/replies.json' with { type: 'json' };
import th from '../../languages/th/replies.json' with { type: 'json' };
import vi from '../../languages/vi/replies.json' with { type: 'json' };
import zh from '../../languages/zh/replies.json' with { type: 'json' };
import { type Compiled, compilePhrases, type ReplyWords } from './phrases.ts';

/** In the order in which they are tried. */
const WORDS = {
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  sv,
  'da/no': daNo,
  fi,
  pl,
  ru,
  zh,
  ja,
  ko,
  vi,
  id,
  th,
} satisfies Record<string, ReplyWords>;

/** The languages labels are read in. */
export const LANGUAGES: readonly Compiled[] = Object.entries<ReplyWords>(WORDS).map(([language, words]) =>
  compilePhrases(language, words),
);
