import { type Piece, textOfLine } from './layout/line.ts';
import { normalizeText } from './normalize-text.ts';

export type Language =
  | 'en'
  | 'de'
  | 'fr'
  | 'es'
  | 'it'
  | 'nl'
  | 'pt'
  | 'sv'
  | 'da'
  | 'no'
  | 'fi'
  | 'pl'
  | 'cs'
  | 'hu'
  | 'ru'
  | 'zh'
  | 'ja'
  | 'ko'
  | 'th'
  | 'vi'
  | 'id';

/** Words that business papers and letters of one language are full of, and its neighbours' are not. Folded. */
const WORDS: readonly (readonly [Language, string])[] = [
  [
    'en',
    'the and for you your our with this quote quotation estimate invoice valid until total subtotal date please thank of to is we bill unit price amount description quantity from prepared tax are dear vat gst incl excl due',
  ],
  [
    'de',
    'und der die das fur wir ihnen ihr ihre mit angebot rechnung gultig bis gesamtbetrag netto mwst ust summe datum menge einzelpreis preis zzgl inkl kunde von sie nr beschreibung tage geehrte grussen zum ist bitte',
  ],
  [
    'fr',
    "le la les des et pour vous votre nous devis facture valable jusqu'au total ht ttc tva montant date quantite prix unitaire avec du au est une cordialement bonjour client designation jours remise",
  ],
  [
    'es',
    'el la los las y para por su con presupuesto factura valido hasta total iva importe fecha cantidad precio unitario cliente descripcion de del en dias validez estimado saludos gracias cotizacion subtotal',
  ],
  [
    'it',
    'il lo gli e per con preventivo offerta fattura valida fino al totale iva imponibile importo data quantita prezzo unitario cliente descrizione di del della giorni validita gentile saluti spett vostra nostro',
  ],
  [
    'nl',
    'de het een en voor met uw offerte factuur geldig tot totaal btw bedrag datum aantal prijs omschrijving klant van per dagen excl incl wij hierbij bijgaand geachte groet graag ons onze',
  ],
  [
    'pt',
    'o os as e para com seu sua orcamento proposta fatura valido ate total iva valor data quantidade preco unitario cliente descricao de do da em dias validade prezado cumprimentos obrigado nao',
  ],
  [
    'sv',
    'och for med er ni vi offert faktura giltig till summa moms belopp datum antal pris kund att av pa dagar exkl inkl hej halsningar totalt att betala den ar beskrivning',
  ],
  [
    'da',
    'og til med jeres vi tilbud faktura gaeldende gyldigt moms belob dato antal pris kunde af pa dage ekskl inkl hej hilsen i alt den er beskrivelse venlig tilbuddet',
  ],
  [
    'no',
    'og til med dere vi tilbud faktura gjelder gyldig mva belop dato antall pris kunde av pa dager ekskl inkl hei hilsen totalt den er beskrivelse vennlig tilbudet',
  ],
  ['fi', 'ja tarjous lasku voimassa asti yhteensa alv paivays maara hinta asiakas summa kuvaus paivaa'],
  [
    'pl',
    'oraz dla do oferta faktura wazna razem brutto netto kwota data ilosc cena klient opis dni suma nabywca wartosc jednostkowa szt dnia numer prosze pozdrawiam',
  ],
  ['cs', 'pro nabidka faktura platna do celkem dph castka datum mnozstvi cena zakaznik popis dni bez ks odberatel'],
  [
    'hu',
    'es az ajanlat arajanlat szamla ervenyes osszesen afa datum mennyiseg egysegar ugyfel leiras nap netto brutto',
  ],
  [
    'vi',
    'bao gia cong ty khach hang ngay thang nam tong cong tien so luong don gia thue kinh gui hieu luc dia chi cua cho va dien thoai chung toi',
  ],
  [
    'id',
    'penawaran harga kepada yth dengan hormat jumlah tanggal nomor berlaku sampai kami dan untuk di ppn satuan perihal pekerjaan total hari bersama ini',
  ],
];

const tables = WORDS.map(([code, words]) => [code, new Set(words.split(' '))] as const);

/** The language most of the words belong to; English when nothing speaks for another. */
export const languageOf = (pieces: readonly Piece[]): Language => {
  const text = pieces
    .flatMap(piece => piece.lines.map(textOfLine))
    .join('\n')
    .slice(0, 40_000);
  const script = scriptOf(text);
  if (script) return script;
  const counts = new Map<Language, number>();
  for (const word of normalizeText(text).text.match(/[a-z']+/g) ?? []) {
    for (const [code, words] of tables) if (words.has(word)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] === 'en' ? -1 : 1));
  return best?.[0] ?? 'en';
};

const scriptOf = (text: string): Language | undefined => {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const all = count(/\p{L}/gu);
  if (count(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu) > all / 40 + 1) return 'ja';
  if (count(/\p{sc=Hangul}/gu) > all / 10 + 1) return 'ko';
  if (count(/\p{sc=Thai}/gu) > all / 4) return 'th';
  if (count(/\p{sc=Han}/gu) > all / 10 + 1) return /見積|御中|税込|円/.test(text) ? 'ja' : 'zh';
  return count(/\p{sc=Cyrillic}/gu) > all / 3 ? 'ru' : undefined;
};
