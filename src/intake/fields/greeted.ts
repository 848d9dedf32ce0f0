import type { Candidate } from '../candidate.ts';
import { fold } from '../fold.ts';
import { type Piece, textOfLine } from '../layout/line.ts';
import { hasLegalForm, isNameLike, isOrganisation, isRole } from './party-name.ts';

const GREETING =
  '(?:dear|hi|hello|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|guten (?:tag|morgen)|sehr geehrte (?:damen und herren|frauen und herren)|bonjour|cher(?:e|s)?|hola|estimad[oa]s?(?: (?:senores|amigos))?|buenos dias|buongiorno|gentil[ei]|spett(?:abile|\\.?le)|beste|geachte|ola|bom dia|car[oi]s?|prezad[oa]s?|hej|kaere|hei|dzien dobry|szanown[aiy](?: panstwo)?|尊敬的)';
const TEAM_OF =
  "(?:(?:das |the |l')?(?:team|equipe|equipo|all|everyone|toute l'equipe|equipa|zespol|zespole)(?: (?:vom|der|des|von|at|of|de|del|de la|du|van|di|da|do|hos|paa|pa|fra|i|w))?(?: (?:the|la|le|l'|het|der))?|(?:der|des|vom|von|de|del|van|di|da|do|at|i)) ";
const HEAD = new RegExp(`^${GREETING}(?:,| )?\\s?(?:${TEAM_OF})?(?:the )?`, 'u');
const TEAM = /[\s-](?:team|staff|crew|committee|friends|colleagues|teamet)$/u;
const GREETED_LINES = 4;

/** "Dear Lantern Hotel team", "Liebes Team vom Gasthof Adler", "尊敬的东风小学": an organisation that the mail greets. */
export const greetedIn = ({ origin, lines }: Piece): Candidate<string>[] =>
  origin !== 'body'
    ? []
    : lines.slice(0, GREETED_LINES).flatMap(line => {
        const text = textOfLine(line).replace(/[\s,!:.：，！]+$/u, '');
        const folded = fold(text);
        const head = HEAD.exec(folded.text)?.[0];
        if (head === undefined) return [];
        const rest = text.slice(folded.at[head.length]).split(/,\s/)[0] ?? '';
        const value = rest.replace(TEAM, '');
        const named = hasLegalForm(value) || isOrganisation(value);
        const several = /\s/.test(value) || /\p{Lo}{3}/u.test(value);
        return named && several && isNameLike(value) && !isRole(value)
          ? [{ value, words: [text], origin, weight: 5 }]
          : [];
      });
