import { DUE, GROSS, NET, PART, PRICE, TAX, TOTAL } from './words/money-words.ts';

/** What a sum is, by the words beside it. `total-of`: the total of something more is said, such as a section. */
export type SumKind =
  | 'gross'
  | 'total'
  | 'total-of'
  | 'total-due'
  | 'due'
  | 'price'
  | 'net'
  | 'subtotal'
  | 'tax'
  | 'part'
  | 'none';

const SUBTOTAL =
  /(?<![\p{L}])(?:sub ?-?total\w*|subtotaal|zwischensumme|sous[ -]total|totale parziale|subtotale|mellansumma|delsum|delsumma|tussentotaal|positionssumme|warenwert|mezisoucet)(?![\p{L}])|小計|小计/u;
const WITH_TAX_BEHIND =
  /^[.\s]*[([]?\s*(?:incl|inkl|ttc|brutto|gross|all[ -]in|iva inc|tutto|税込|含税|inc\b|including)/u;
const NET_BEHIND =
  /^[.\s]*[([]?\s*(?:\+|plus|excl|exkl|ekskl|ex\b|netto?\b|net\b|ht\b|h\.t|zzgl|before|hors|mas iva|piu iva|più iva|\+ ?iva|bez|netto|uten|税別|税抜|不含税)/u;
const TOTAL_BEHIND =
  /^\s*(?:in total|total|altogether|all told|in all|insgesamt|gesamt|au total|en total|in totale|in totaal|totalt|i alt|lacznie)(?![\p{L}])/u;
const EACH_BEHIND =
  /^\s*(?:(?:per|pro|par|por|pr|each)(?![\p{L}])|\/\s?\p{L}|p\.\s?\p{L}|a month|a year|a head|al mes|al mese|al ano)/u;
const REDUCTION = /(?<![\p{L}])(?:discount|rabatt|remise|descuento|sconto|deposit|acompte|anzahlung|option\w*)/u;

/** "We propose to furnish labour and materials for the sum of". */
const SUM_OF = /(?:for|at) (?:the|a) (?:total |lump |fixed |contract )?(?:sum|price|amount|cost) of\s*[:.]?\s*$/u;

/** "£14,250.00 (fourteen thousand two hundred and fifty pounds) plus VAT". */
const TAX_TO_COME = /^[^.;]{0,90}?(?:plus|\+|excluding|exclusive of|excl?\.?)\s?(?:vat|gst|sales tax|tax)(?![\p{L}])/u;

/** "plus VAT, that is £17,100.00 inclusive", "soit 2 940 € TTC". */
const IN_OTHER_WORDS =
  /(?<![\p{L}])(?:that is|i\.e\.|making|totalling|d\. ?h\.|das sind|soit|ovvero|cioe|es decir|o sea|oftewel|dvs\.?|czyli)\s*[:,]?\s*$/u;

/** `label` and what comes `after` are folded; `marked`: a currency stands beside the sum. */
export const kindOfSum = (label: string, after: string, marked: boolean): SumKind => {
  if (EACH_BEHIND.test(after)) return 'part';
  if (SUM_OF.test(label) && !REDUCTION.test(label)) return TAX_TO_COME.test(after) ? 'net' : 'total';
  if (IN_OTHER_WORDS.test(label) && marked && WITH_TAX_BEHIND.test(after)) return 'gross';
  const total = TOTAL.test(label);
  const gross = GROSS.test(label);
  const net = NET.test(label);
  if (PART.test(label) && !(total && gross && !REDUCTION.test(label))) return 'part';
  if (SUBTOTAL.test(label)) return 'subtotal';
  if (TOTAL_BEHIND.test(after)) return WITH_TAX_BEHIND.test(after.replace(TOTAL_BEHIND, '')) ? 'gross' : 'total';
  const due = DUE.test(label);
  const tax = TAX.test(total ? label.replace(/\([^)]*\)?/g, '') : label);
  if (tax && !gross && !(net && (total || PRICE.test(label))) && !due) return 'tax';
  if (total && due) return 'total-due';
  if (due) return 'due';
  return kindOfPrice(label, after, marked, total, gross, net);
};

const kindOfPrice = (
  label: string,
  after: string,
  marked: boolean,
  total: boolean,
  gross: boolean,
  net: boolean,
): SumKind => {
  const price = PRICE.test(label);
  const bare = isBare(label);
  if ((total || price || bare) && (NET_BEHIND.test(after) || (net && !gross)))
    return total || price || net ? 'net' : 'none';
  if (gross && (total || bare || isBare(withoutTax(label)))) return 'gross';
  if (WITH_TAX_BEHIND.test(after) && marked && (total || price || bare)) return 'gross';
  if (total) return bare ? 'total' : 'total-of';
  return price ? 'price' : 'none';
};

const EVERY_GROSS = new RegExp(GROSS, 'gu');
const EVERY_TAX = new RegExp(TAX, 'gu');
const withoutTax = (label: string): string => label.replace(EVERY_GROSS, '').replace(EVERY_TAX, '');

const FILLING =
  /(?<![\p{L}])(?:the|our|your|estimated|approximate|approx|indicative|full|overall|final|voraussichtlich\w*|ca|estime|estimado|complessivo|global|is|to|a|of|for|comes|come|amounts|amounting|amount|price|cost|sum|value|project|quote|quotation|estimate|proposal|offer|order|der|die|das|den|dem|betragt|belauft|sich|auf|von|preis|betrag|summe|fur|ist|eur|euro|le|la|les|du|de|des|est|un|une|d|montant|prix|s'eleve|se eleva|eleva|devis|el|los|importe|precio|presupuesto|es|por|il|lo|di|del|della|importo|prezzo|e|offerta|preventivo|het|een|van|bedraagt|bedrag|prijs|offerte|o|os|do|da|valor|och|pris|belopp|ar|er|til|belob|oferty|wartosc|kwota|cena|and|und|et|y|in|at|angebot|angebots|usd|sgd|gbp|chf|aud|cad|nzd|hkd|myr|sek|dkk|nok|pln|czk|general|geral|generale|general|documento|document|with|we|can|do|this|that|job|everything|whole|all|work|works)(?![\p{L}])/gu;

/** Nothing is said but that it is the total, with or without tax. */
const isBare = (label: string): boolean =>
  label
    .replace(new RegExp(TOTAL, 'gu'), '')
    .replace(FILLING, '')
    .replace(/[^\p{L}\p{N}]/gu, '').length <= 2;
