import type { Candidate } from '../labelled-values/candidate.ts';
import { type Piece, textOfLine } from '../layout/line.ts';
import type { Link } from '../layout/lines-of-html.ts';
import { normalizeText } from '../normalize-text.ts';
import { QUOTE } from '../words.ts';
import { comparable } from './quote-number.ts';

const IN_TEXT = /https?:\/\/[^\s<>"'`|\\^{}]+/gi;
const NEVER =
  /unsubscribe|abmelden|desabonn|privacy|datenschutz|impressum|imprint|\bterms\b|\/agb|policies|preferences|facebook\.|twitter\.|\/\/x\.com|linkedin\.|instagram\.|youtube\.|youtu\.be|tiktok\.|pinterest\.|wa\.me|whatsapp|maps\.|\/maps|calendly|trustpilot|\.(?:png|jpe?g|gif|svg|ico|css|js)(?:[?#]|$)|w3\.org|schemas\./i;
const TOOLS =
  /pandadoc|qwilr|proposify|betterproposals|quotient|getaccept|xero\.|intuit|quickbooks|freshbooks|zoho|stripe\.|hubspot|hs-sites|docusign|dropbox|drive\.google|docs\.google|onedrive|1drv|sharepoint|wetransfer|box\.com|canva\.|notion\.|honeybook|bonsai|jobber|servicem8|sevdesk|lexoffice|lexware|pennylane|holded|fortnox|visma|billy\.|dinero|infakt|fakturownia|odoo|oneflow|scrive|signnow|adobesign|echosign|proposal|quote/i;
const IN_ADDRESS =
  /quot|estimat|proposal|offer|angebot|devis|offerte|offre|preventiv|presupuest|cotiza|propuesta|orcament|proposta|tilbud|offert|oferta|wycena|document|accept|approve|review|\.pdf|\/view|\/share|\/sign|\/d\/|\/p\//i;
const VIEW = new RegExp(
  `(?<![\\p{L}])(?:view|open|see|review|accept|sign|download|read|ansehen|anzeigen|offnen|herunterladen|annehmen|voir|consulter|telecharger|ver|consultar|descargar|visualizza|vedi|scarica|bekijk|bekijken|download|visualizar|visa|oppna|se|abn|zobacz|pobierz|查看|見る|確認)(?![\\p{L}]).{0,40}|(?:${QUOTE})|pdf|online|here|hier|ici|aqui|qui`,
  'u',
);

/** Where the customer sees the quote: the link whose words or address speak of it. A home page, a map or a footer link is none. */
export const linksIn = (
  pieces: readonly Piece[],
  links: readonly Link[],
  quoteId: string | null,
): Candidate<string>[] => {
  const texts = pieces.flatMap(piece =>
    piece.lines.flatMap((line, index) =>
      [...textOfLine(line).matchAll(IN_TEXT)].map(hit => ({
        href: hit[0].replace(/[).,;:!?\]}>*_]+$/, ''),
        text: `${index > 0 ? textOfLine(piece.lines[index - 1] ?? line).slice(-60) : ''} ${textOfLine(line).slice(Math.max(0, hit.index - 80), hit.index)}`,
        origin: piece.origin,
      })),
    ),
  );
  return [...links.map(link => ({ ...link, origin: 'body' as const })), ...texts].flatMap(({ href, text, origin }) => {
    const weight = weightOf(href, text, quoteId);
    return weight === 0 ? [] : [{ value: href, words: [href], origin, weight: weight - (origin === 'body' ? 0 : 1) }];
  });
};

const weightOf = (href: string, text: string, quoteId: string | null): number => {
  const address = addressOf(href);
  if (!address || NEVER.test(href)) return 0;
  const path = `${address.pathname}${address.search}`;
  const home = path.replace(/\/$/, '') === '';
  const names = quoteId !== null && quoteId.length > 2 && comparable(decoded(path)).includes(comparable(quoteId));
  return (
    (home ? -4 : 0) +
    (names ? 3 : 0) +
    (TOOLS.test(address.hostname) ? 2 : 0) +
    (IN_ADDRESS.test(path) ? 2 : 0) +
    (/\.pdf$/i.test(address.pathname) ? 1 : 0) +
    (VIEW.test(normalizeText(text).text) ? 2 : 0)
  );
};

const addressOf = (href: string): URL | undefined => {
  const url = URL.parse(href);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : undefined;
};

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};
