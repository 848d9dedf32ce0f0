/** Words beside dates on business papers, folded. */

/** The day the paper is of. */
export const ISSUED =
  /(?<![\p{L}])(?:(?:(?:quot(?:e|ation)|estimate|proposal|offer|invoice|document|issue|issuance|creation|today's)(?:'s)? ?|angebots?|offert?e?n?|rechnungs?|belegs?|ausstellungs|erstellungs|offert|tilbuds|faktura|dokument)[- ]?(?:date|datum|dato)|date(?: of)?(?: (?:quot(?:e|ation)|estimate|proposal|offer|invoice|issue|issuance|document|preparation))?|dated?|issued(?: on| at)?|created(?: on)?|prepared(?: on)?|quoted on|sent(?: on)?|date sent|datum|erstellt am|ausgestellt am|date (?:du |de la |d'|de l'|de )?(?:devis|offre|emission|facture|facturation|document|creation|etablissement|l'offre|proposition)|emis le|etabli le|en date du|fecha(?: de(?:l)? (?:emision|presupuesto|oferta|cotizacion|factura|expedicion|documento))?|emitid[oa](?: el)?|data(?: (?:di |del |do |da |de |dell'|wystawienia|oferty|sporzadzenia)?(?:emissione|preventivo|offerta|documento|fattura|orcamento|emissao|proposta)?)?|data (?:wystawienia|oferty|sporzadzenia)|emesso il|emitido em|emissao|(?:offerte|factuur)datum|datum (?:offerte|offert)|offertdatum|dato|utfardat|udstedt|z dnia|dnia|paivays|paivamaara|datum vystaveni|kelt|kiallitas datuma|дата|ngay(?: bao gia| lap)?|tanggal(?: penawaran)?|tarikh)(?![\p{L}])|(?:ลง)?วนท|日期|報價日期|报价日期|开具日期|見積日|発行日|作成日|日付|견적일자?|작성일/u;

/** Some other day. */
export const OTHER_DAY =
  /(?<![\p{L}])(?:deliver\w*|shipping|shipped|due|payment|pay|paid|payable|start\w*|begin\w*|complet\w*|finish|end|event|evenements?|eventos?|veranstaltung\w*|hochzeit\w*|mariage|boda|matrimonio|casamento|bruiloft|brollop\w*|bryllup\w*|wesel\w*|wydarzeni\w*|function|wedding|arriv\w*|depart\w*|install\w*|birth|order(?:ed)?|purchase|contract|visit|meeting|inspection|survey|period|from|since|service|supply|print(?:ed)?|revis\w*|replac\w*|supersed\w*|instead|earlier|former|ersetzt|remplac\w*|annule\w*|sustituye|sostituisce|vervangt|erstatter|ersatter|zastepuje|last|previous|reference|your|rfq|enquiry|inquiry|request|tax point|completion|available|availability|giao hang|thanh toan|pengiriman|pembayaran|lead time|liefer\w*|leistungs\w*|fallig\w*|erbracht|zahl\w*|uberweis\w*|bestell\w*|vertrags\w*|termin|beginn|montage|auftrag\w*|anfrage|ihre|ab|seit|livraison|paiement|reglement|regler|debut|commande|prestation|intervention|entrega|pago|vencimiento|inicio|pedido|consegna|pagamento|scadenza|inizio|ordine|levering\w*|betaal\w*|betaling|leverans\w*|forfallo\w*|betalas|leverings\w*|forfald\w*|forfall\w*|start|dostaw\w*|platnosci|sprzedazy|zamowienia|realizacji|splatnost\w*|teljesites|hatarido)(?![\p{L}])|交货|付款|納期|納品|支払|납기/u;

/** Until when the offer stands. */
export const VALID =
  /(?<![\p{L}])(?:valid(?:ity)?(?: (?:period|date))?|expir\w*|good (?:through|thru|until|till|for)|open (?:for acceptance )?(?:until|till|for)|(?:price|prices|quote|quotation|offer|estimate|proposal|we|rates?)[^.;]{0,30}(?:(?:hold|holds|held)(?! (?:the|this|that|your|a) (?:date|day|slot|space|room|place|venue|booking)s?)|honou?r(?:ed)?|guaranteed?|firm|fixed|stands?|(?:remain|stay)s? open|lapses?|ends?|closes?)|(?:firm|fixed|held|frozen|locked(?: in)?|guaranteed|binding|stands|stays|open) (?:for|until|till|through|up to|to)|lock(?:s|ed)? in|(?:hold|honou?r|keep|guarantee)s? (?:this|these|the|that|those|our|my) (?:price|prices|quote|offer|rate|rates)|accept(?:ed|ance)?(?: [\w' ]{0,20})? (?:by|before|until|within)|(?:let us have|send us|place|confirm) (?:your|the|an) order (?:by|before|until|within)|withdrawn|closing date|offer ends|gultig\w*|gilt|gelten|bindefrist|bindend|gebunden|verbindlich|freibleibend|befristet|preisbindung|bindung|ablauf(?:datum)?|lauft|annahmefrist|angebotsfrist|zuschlagsfrist|halten (?:wir )?(?:uns|den preis|die preise|diese[nr]? preise?)|(?:garantieren|garantiert)(?: wir)?(?: ihnen)? (?:den|die|diese[nr]?) preise?|preisgarantie|preise? (?:ist |sind |bleibt |bleiben )?(?:garantiert|fest|stabil|fix)|steht bis|annahme bis|valable\w*|valide\w*|validite|fin de validite|date limite|garanti(?:s|ssons|e)? (?:ce|ces|le|les|notre|nos) (?:prix|tarifs?)|(?:prix|tarifs?)(?: est| sont)? (?:garantis?|fermes?|maintenus?|bloques?)|offre maintenue|maintenons (?:ce|ces|notre|nos) (?:prix|offre|tarifs?)|valid[oa]s?|validez|vigencia|vigente|(?:mantenemos|garantizamos) (?:este|estos|el|los) precios?|precios? (?:garantizad|mantenid|valid)\w*|aceptacion hasta|caduc\w*|validita|vincolante|valevol\w*|prezz[oi] (?:e |sono )?(?:bloccat|garantit|ferm|mantenut|valid)\w*|manteniamo (?:questo|questi|il|i) prezz[oi]|geldig\w*|vervalt|gestand|houdbaar|prijsgarantie|prij(?:s|zen) (?:is |zijn )?(?:vast|gegarandeerd|geldt|gelden|staat|staan)|garanderen (?:wij |we )?(?:deze|dit|de) prij(?:s|zen)|geldt|validade|precos? (?:garantid|mantid|valid)\w*|(?:mantemos|garantimos) (?:este|estes|o|os) precos?|giltig\w*|galler|prise(?:t|rna) (?:garanteras|star fast|halls|ar fast[at]?)|garanterar (?:vi )?pris\w*|fast pris (?:till|i|t\.o\.m)|utgar|gaeldende|gaelder|gyldig\w*|gjelder|udlober|utloper|akseptfrist|akceptfrist|bindende|bindande|vedstaels\w*|star ved|fastholde[rs]?|prise(?:n|rne) (?:holdes|er fast\w*|star fast|garanteres)|garanterer (?:vi )?pris\w*|vedsta(?:a?r)?|vedsta|magt|wazn\w*|waznosc\w*|obowiazuje|zwiazania|gwarantujemy cen\w*|cen[ay] (?:jest |sa )?(?:gwarantowan|stal|obowiazuj)\w*|utrzymujemy cen\w*|voimassa\w*|platn[aeyo]\w*|plati|platnost\w*|ervenyes\w*|деиств\p{L}*|срок деиствия|(?:co )?hieu luc|co gia tri|thoi han bao gia|(?:masa )?berlaku|tempoh sah|sah sehingga)(?![\p{L}])|ยนราคา|ใชไดถง|มผลถง|หมดอาย|有效期\p{L}*|有效|有効期限|有効|見積期限|截止|유효/u;

/** Behind its day: "prices are until 31 March guaranteed". */
export const HELD =
  /^[\s,]*(?:(?:fur sie|for you|pour vous) )?(?:garantier[te]\w*|guaranteed|held|fixed|firm|fest|gehalten|stabil|garantis?|maintenus?|bloques?|fermes?|garantizad\w*|mantenid\w*|garantit\w*|bloccat\w*|ferm[oi]|vast|gegarandeerd|garanterad\w*|garanteret|faste?|gwarantowan\w*|stala)(?![\p{L}])/u;

/** The same in an offer; on an invoice the day to pay by. */
export const ENDS =
  /(?<![\p{L}])(?:vence|vencimiento|vencimento|scade|scadenza|vervaldatum|echeance|valid to|due date|termin)(?![\p{L}])/u;

/** Up to the day that follows: a limit, never the day the paper is of. */
export const UNTIL =
  /(?<![\p{L}])(?:until|till|til|by|before|bis|spatestens|jusqu'(?:au|a)|avant le|hasta|antes del|fino|entro|tot|voor|uiterlijk|ate|t\.o\.m|senast|senest|innen|do|до|по|den (?:het|ngay)|toi ngay|sampai(?: dengan)?|hingga|sehingga)(?: [\p{L}.']{1,20}){0,3}\s*$/u;

/** The day from which it stands, not the day it ends. */
export const BEGINS =
  /(?:from|as of|as at|effective|starting|ab|vom|seit|a partir du|a compter du|du|desde(?: el)?|dal|a partire dal|vanaf|fran|fra|od|since|de)(?: the| le| el| den)?\s*$/u;

/** Counts in words. */
const COUNTS: readonly (readonly [count: number, words: string])[] = [
  [1, 'one ein eine einen einer un une una uno een um uma en ett et jeden'],
  [2, 'two zwei deux dos due twee dois duas to tva dwa'],
  [3, 'three drei trois tres tre drie trzy'],
  [4, 'four vier quatre cuatro quattro quatro fyra fire cztery'],
  [5, 'five funf fuenf cinq cinco cinque vijf fem piec'],
  [6, 'six sechs seis sei zes sex seks szesc'],
  [7, 'seven sieben sept siete sette zeven sete sju syv siedem'],
  [8, 'eight acht huit ocho otto oito atta otte'],
  [9, 'nine neun neuf nueve nove negen nio ni dziewiec'],
  [10, 'ten zehn dix diez dieci tien dez tio ti dziesiec'],
  [12, 'twelve zwolf zwoelf douze doce dodici twaalf doze tolv dwanascie'],
  [14, 'fourteen vierzehn quatorze catorce quattordici veertien fjorton fjorten czternascie'],
  [15, 'fifteen fuenfzehn quinze quince quindici vijftien femton femten pietnascie'],
  [20, 'twenty zwanzig vingt veinte venti twintig vinte tjugo tyve dwadziescia'],
  [30, 'thirty dreissig trente treinta trenta dertig trinta trettio tredive tretti trzydziesci'],
  [45, 'forty-five fuenfundvierzig'],
  [60, 'sixty sechzig soixante sesenta sessanta zestig sessenta sextio tres szescdziesiat'],
  [90, 'ninety neunzig noventa novanta negentig nittio'],
];

export const COUNT: ReadonlyMap<string, number> = new Map(
  COUNTS.flatMap(([count, words]) => words.split(' ').map(word => [word, count] as const)).reverse(),
);

/** The last day of the month the paper is of. */
export const MONTH_END =
  /(?<![\p{L}])(?:(?:the )?end of (?:the|this) (?:current )?month|month[- ]end|ende (?:des|dieses) (?:laufenden )?monats|monatsende|(?:la )?fin (?:du|de ce) mois|fin(?:al)? de(?:l| este)? mes|fine (?:del |di questo )?mese|(?:het )?eind(?:e)? van (?:de|deze) maand|(?:ao |o )?(?:fim|final) d(?:o|este) mes|(?:manadens|denna manads) slut|slutet av manaden|udgangen af maneden|manedens udgang|konca (?:tego )?(?:biezacego )?miesiaca)(?![\p{L}])|本月底|月底|今月末|当月末/u;

/** Units of a span. */
export const DAYS =
  /^(?:calendar days?|days?|(?:kalender)?tag(?:e|en)?|jours?(?: calendaires)?|dias?(?: naturales| corridos)?|giorni|giorno|gg|dagen|dag|dagar|dage|dager|dni|dnia|pv|paivaa|dnu|nap(?:ig)?|днеи|дня|วน|ngay|hari(?: kalender)?|天|日間?|일간?)(?![\p{L}])|^(?:天|日(?:間|以?内|(?=で|と|を)))/u;
export const WEEKS =
  /^(?:weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|week|veckor|vecka|uger|uge|uker|uke|tygodni[ea]?|tydn\w*|het(?:ig)?|недел\w*|tuan|minggu|สปดาห|周|週間?|주)(?![\p{L}])|^[周週](?:間|以?内)/u;
export const MONTHS =
  /^(?:months?|monat(?:e|en|s)?|mois|mes(?:es)?|mes[ei]|maand(?:en)?|manad(?:er)?|maned(?:er)?|miesi\w+|mesic\w*|honap(?:ig)?|месяц\w*|thang|bulan|เดอน|[个個かヶカヵ]月|개월)(?![\p{L}])|^[个個かヶカヵ]月(?:間|以?内|(?=で|と|を))/u;

/**
 * Words of business papers, folded (small letters, no accents), as alternatives for an expression. Longest first where one
 * begins another.
 */

/** What a quote is called. */
export const QUOTE =
  'quotations?|quotes?|estimates?|cost proposal|proposals?|pro[ -]?forma(?: invoice)?|tenders?|bid|' +
  'angebots?|anbots?|kostenvoranschlags?|voranschlags?|offerten?|' +
  'devis|soumission|proposition(?: commerciale)?|offre(?: de prix| commerciale)?|cotation|' +
  'presupuestos?|cotizacion|oferta(?: comercial)?|propuesta|' +
  'preventivo|offerta|proposta(?: comercial| commerciale)?|' +
  'orcamento|cotacao|' +
  'prijsopgave|' +
  'tilbuds?|prisoverslag|overslag|offerts?|prisforslag|tarjous|' +
  'oferty|wyceny|wycena|kosztorys|' +
  'nabidka|nabidky|ponuka|ponuky|(?:ar)?ajanlat|ofert[ae]i?|teklif|ponuda|ponude|predracun|' +
  '(?:bang )?bao gia|(?:surat )?penawaran(?: harga)?|sebut ?harga|ใบเสนอราคา|' +
  'коммерческое предложение|предложени[ея]|смета|счет|' +
  '报价单?|報價單?|估价单?|御?見積書?|お見積書?|견적서?';

/** What other papers with the same fields are called: a quote is often made with an invoice's form. */
export const PAPER =
  '[a-z]*rechnungs?|[a-z]*gutschrift(?:sanzeige)?s?|belegs?|invoices?|factures?|fatturas?|facturas?|factuur|fakturas?|' +
  'faktury|faktura|faturas?|lasku|avoir|credit note|auftragsbestatigung|order confirmation|document|dokument|documento|发票|請求書';

/** What stands for "number". */
export const NUMBER =
  'numbers?|nummer|numero|numer|num|nbr|nro|nos?|nr|n\\. ?[o°a]|n°|n|id|#|references?|referenz|referenci[ae]|riferimento|referentie|referens|' +
  'ref|kod|code|czislo|cislo|c|szama?|sz|nomor|nombor|ma so|so(?= bao gia)|(?<=gia )so|เลขท|номер|号码?|号|番号|編號|编号|單號|单号|번호';

/** A number of something else, or of an older quote. */
export const OTHER_NUMBER =
  'customer|client|kunden?|klienta?|cliente|klant|asiakas|order|purchase|\\bpo\\b|\\bp\\.o\\b|bestell|auftrag|commande|pedido|ordine|bestelling|' +
  'zamowien|ordre|vat|\\bust|steuer|\\btax|\\btva|\\biva|\\bbtw|\\bkvk|\\bnip\\b|\\bregon|\\bcvr|\\bcif\\b|\\bnif\\b|\\bgst\\b|\\babn\\b|\\buen\\b|\\bein\\b|' +
  'siret|siren|phone|\\btel|fax|mobile|account|konto|iban|\\bbic\\b|bank|project|projekt|chantier|item|artikel|\\bart\\b|\\bposition|\\bpos\\b|' +
  'delivery|liefer|livraison|contract|vertrag|registration|company|handelsregister|' +
  'page|seite|room|serial|\\bjob|ticket|case|licen[cs]e|vendor|supplier|lieferant|personal|zahler|anfrage|request|enquiry|inquiry|\\brfq|' +
  'supersed|replac|previous|earlier|instead|ersetz|fruher|remplac|annule|sustituye|sostituisce|vervangt|erstatter|ersatter|zastepuje|' +
  'payment|zahlung|paiement|客户|客戶|订单|訂單|注文|税号|电话|電話|登録';

/** Words beside sums of money on business papers, folded. */

/** A sum of everything. */
export const TOTAL =
  /(?<![\p{L}])(?:(?:grand|quote|quotation|estimate|proposal|invoice|order|project|contract)?[ -]?totals?|sum total|total(?:e|es|is|en)?|totaal(?:bedrag|prijs)?|total(?:t|en|summa|summen|sum|belopp|belop|pris|belob)|gesamt(?:(?:netto|brutto)\w*|total|betrag|summe|preis|brutto|kosten|netto)?|insgesamt|summe|endbetrag|endsumme|endpreis|bruttosumme|bruttobetrag|nettosumme|nettobetrag|rechnungs(?:betrag|summe)|(?:angebots|auftrags)(?:summe|betrag|preis|wert)|belegsumme|summa|suma|sum|i ?alt|razem|lacznie|ogolem|celkem|spolu|(?:mind)?osszesen|vegosszeg|yhteensa|loppusumma|итого|всего|(?:(?:不?含[税稅]|价税|總?价稅|未税|税込|税抜|税前|项目|項目|报价|報價)?)(?:合[计計](?:金?[额額])?|总[计額额价]|总金额)|합계 ?금액|총 ?합계(?: ?금액)?|견적 ?(?:금액|가)|(?:tong (?:cong|tien|gia tri|thanh toan|so tien))|jumlah(?: total| keseluruhan)?|total keseluruhan|总[计額额价]|總[計額价]|总金额|總金額|総額|総計|[御お]?見積(?:合計)?金?額|[御お]?見積合計|税込(?:合計)?(?:金額)?|합계|총액|총 ?금액|in total|altogether|all[ -]in)(?![\p{L}])|รวมทงสน|ทงสน|ยอดรวม|จานวนเงนรวม|ยอดสทธ/u;

/** A price, without saying of what. */
export const PRICE =
  /(?<![\p{L}])(?:amounts?|price|cost|fee|value|investment|figure|offer|quote|estimate|quotation|betrag|preis|kosten|festpreis|pauschal(?:preis|e)?|angebot|montant|prix|cout|forfait|importe|precio|coste|costo|importo|prezzo|corrispettivo|bedrag|prijs|kosten|valor|preco|belopp|pris|belob|kwota|cena|koszt|wartosc|castka|ar|hinta|金额|金額|价格|價格|價|가격|금액)(?![\p{L}])/u;

/** With everything that is added. */
export const GROSS =
  /(?<![\p{L}])(?:grand|gross|(?:gesamt)?brutto\w*|inc(?:l\w*|\.)?|inkl\w*|ttc|t\.t\.c|toutes taxes|tvac|iva ?inc\w*|con iva|com iva|con i\.v\.a|ivato|c\/ ?iva|compres[ao]|sau thue|(?:da )?(?:bao )?gom (?:thue|vat)|termasuk ppn|with (?:vat|gst|tax)|mit (?:mwst|ust)|all[ -]in|med moms|sis\.?|s dph|mindosszesen|z vat|после|с ндс)(?![\p{L}])|(?<!不)含[税稅]|税込|価税|价税|價稅/u;

/** Without what is added. */
export const NET =
  /(?<![\p{L}])(?:sub|zwischen\w*|sous|(?:gesamt)?netto?\w*|neto|net|nett|ht|h\.t|htva|hors|exc(?:l\w*|\.)?|exkl\w*|ekskl\w*|eks|eksl|ex|before|pre-?tax|ohne|without|s\/ ?iva|sin|senza|zonder|sem|utan|uten|bez|ilman|parcial|parziale|intermedi\w*|imponibile|base imponible|base tributavel|taxable|positionssumme|warenwert|delsumma?|subtotal\w*|subtotaal|tussentotaal|mellansumma|mezisoucet|truoc thue|chua (?:bao )?(?:gom )?(?:thue|vat)|belum termasuk ppn|plus|zzgl|zuzugl\w*|\+|dodatkowo)(?![\p{L}])|小計|小计|未税|税抜|不含税|รวมเปนเงน(?!ทงสน)/u;

export const TAX =
  /(?<![\p{L}])(?:vat|v\.a\.t|gst|hst|pst|qst|sst|sales tax|tax(?:es)?|mwst|mehrwertsteuer|ust|umsatzsteuer|vorsteuer|steuer(?:betrag|satz)?|tva|t\.v\.a|taxes?|iva|i\.v\.a|igic|irpf|btw|moms|merverdiavgift|mva|ptu|podatek|dph|afa|alv|ндс|icms|iss|ipi|ppn|thue(?: vat| gtgt)?)(?![\p{L}])|消費税|消费税|增值税|税[额額金]|稅|부가세|ภาษ/u;

/** Makes the sum smaller, or a part of it: never the total. */
export const PART =
  /(?<![\p{L}])(?:discount\w*|savings?|you save|rebate|rabatt\w*|nachlass|abschlag|abschlage|zuschlag|zuschlage|skonto|remise|rabais|descuento|sconto|korting|desconto|rabat|sleva|kedvezmeny|deposit|down ?payment|retainer|pre-?payment|advance|anzahlung\w*|abschlags\w*|acompte|arrhes|anticipo|acconto|caparra|aanbetaling|sinal|entrada|forskott|forskud|depositum|zaliczk[ai]|zadatek|zaloha|paid|payments? received|erhalten\w*|bezahlt|regle|pagado|versement|instal?lments?|first|second|rate|raten|echeance|per|pro|par|por|each|bruttopreis|listenpreis|list price|unit(?:aire|ario|price)?|einzelpreis|stuckpreis|stundensatz|hourly|daily|monthly|weekly|monatlich|mensuel\w*|mensual|mensile|maandelijks|miesiecznie|annual(?:ly)?|yearly|jahrlich|annuel\w*|recurring|pcm|shipping|freight|delivery|postage|versand\w*|fracht\w*|transport\w*|livraison|frais|envio|spedizione|trasporto|verzend\w*|frakt|fragt|dostawa|labou?r|materials?|material|arbeitslohn|lohn|option(?:al)?\w*|extras?|alternativ\w*|carried|brought|forward|ubertrag|a reporter|report|page total|seiten(?:summe)?|limit(?:ed)?|liabilit\w*|budget|minimum|maximum|capital|insur\w*|penalt\w*|currency|rate of exchange|exchange|kurs|previous(?:ly)?|was|instead|statt|bisher|credit|gutschrift|old|more than|orders? (?:over|above)|over|under|above|ab|basisbetrag|grundbetrag|weight|gewicht|poids|peso|peso total|hours|stunden|heures|qty|quantity|menge|value of (?:goods|order))(?![\p{L}])|折扣|値引|定金|订金|運賃|运费|单价|單價|単価|数量/u;

/** What is still to be paid: the total, unless something was paid before. */
export const DUE =
  /(?<![\p{L}])(?:due|payable|balance|to pay|zahlbetrag|zu zahlen\w*|zahlen|restbetrag|offener betrag|net a payer|a payer|solde|a regler|a pagar|da pagare|saldo|te betalen|att betala|at betale|a betale|til betaling|do zaplaty|k uhrade|fizetendo|к оплате)(?![\p{L}])|应付|支払|請求(?:金)?額/u;

/** A header of the table of items: sums below it are items. */
export const ITEM_HEADER =
  /(?<![\p{L}])(?:description|item|items|qty|quantity|unit(?: price| cost)?|hours|rate|product|service|task|beschreibung|bezeichnung|artikel\w*|menge|anzahl|einzelpreis|einheit|produkt|leistung|pos|position|ep|designation|quantite|qte|prix unitaire|p\.?u\.?|unite|descripcion|concepto|cantidad|cant|precio|descrizione|quantita|qta|prezzo|omschrijving|aantal|stuks|prijs|eenheid|descricao|quantidade|qtd|preco|beskrivning|beskrivelse|antall?|a-pris|enhetspris|stk|opis|nazwa|ilosc|cena|jm|popis|mnozstvi|megnevezes|mennyiseg)(?![\p{L}])|品名|品目|项目|項目|数量|數量|单价|單價|単価|内容|摘要|規格|规格/u;

/** Words that make a name an organisation's. Folded; each stands alone. */
export const ORGANISATION_WORD =
  /(?<![a-z])(?:cafe|coffee|restaurant|bistro|brasserie|bakery|backerei|boulangerie|bar|hotel|hostel|inn|lodge|resort|spa|studios?|school|schule|ecole|escuela|scuola|kindergarten|nursery|college|university|universitat|universite|universidad|universita|academy|akademie|institut(?:e)?|clinic|klinik|clinique|clinica|hospital|practice|praxis|pharmacy|apotheke|pharmacie|dental|church|parish|council|gemeinde|mairie|ayuntamiento|comune|gemeente|stadt|city of|town of|ministry|museum|gallery|galerie|theatre|theater|library|foundation|stiftung|fondation|fundacion|fondazione|stichting|association|verein|club|society|union|trust|group|gruppe|groupe|grupo|gruppo|holdings?|partners?|associates|& sons|& co|& sohne|and sons|et fils|e figli|brothers|bros|consulting|consultants|solutions|services|systems|technologies|technology|tech|labs?|logistics|logistik|transport|freight|shipping|marine|construction|builders|bau|batiment|architects|architekten|architectes|arquitectos|architecten|interiors|design|engineering|industries|manufacturing|werke?|fabrik|factory|foods?|catering|events?|media|agency|agentur|agence|marketing|software|digital|capital|bank|insurance|realty|properties|property|estates|immobilien|immobilier|management|trading|traders|import|export|supplies|supply|store|shop|markt|market|supermarket|boutique|salon|fitness|gym|sports?|travel|tours|farm|winery|weingut|brewery|brauerei|garden|landscaping|cleaning|electric(?:al)?|plumbing|roofing|motors|auto(?:haus)?|garage|company|firm|office|kanzlei|cabinet|law|legal|team|facility|facilities|rathaus|sa|sas|foretag|byggnads|bygg|skola|skole|byg|firma|zaklad|przedsiebiorstwo|hurtownia|szkola|spolka|restauracja|piekarnia|kawiarnia|scholengemeenschap|kirke|kyrka|pfarrei|district|syndicat|solicitors|attorneys|accountants|surgery|hospice|(?:nursing|care|rest|retirement|residential|funeral) home|vineyards?|co-?op(?:erative)?|lycee|collegium|liceo|istituto|instituto|colegio|residencia|farmacia|camara municipal|freguesia|misericordia|parroquia|parrocchia|parafia|paroisse|kirchengemeinde|pfarramt|landkreis|gymnasium|krankenhaus|pflegeheim|seniorenheim|rechtsanwalte|steuerberater|notaires?|albergo|trattoria|osteria|ospedale|basisschool|zorgcentrum|ziekenhuis|kommune?|region|forening(?:en)?|bostadsrattsforening(?:en)?|efterskole|gymnasieskola|forsamling|sjukhus|gmina|urzad|przedszkole|liceum|restaurante|panaderia|ristorante|pizzeria|panificio|bakkerij|slagerij|bouw|aannemersbedrijf|padaria|cervejaria|construcoes|construcciones|costruzioni|charity|chapel|abbey|cathedral|synagogue|mosque|temple|ymca|constabulary|police|borough|county|village|hall|authority|department|board|commission|committee|federation|league|guild|chamber|camping|campsite|marina|yacht|golf|tennis|rowing|cricket|rugby|football|choir|orchestra|centre|center|pub|tavern|brewpub|clube|ateneo|liga|veterinary|vets?|playgroup|preschool|pre-?school|kennels?|stables|manege|rijschool|diner|grill|deli|laundry|nurseries|primary|schulen|kita|kindertagesstatte|kinderkrippe|altenheim|wohnheim|hausverwaltung|eigentumergemeinschaft|hochschule|feuerwehr|landratsamt|bistum|diakonie|caritas|tsv|sv|fc|gasthof|gasthaus|pension|praxisgemeinschaft|pfarrgemeinde|kirchgemeinde|bezirksamt|amtsgericht|forderverein|athenee|creche|ehpad|commune|communaute|ville de|conseil|copropriete|domaine|chateau|auberge|gite|mediatheque|bibliotheque|asbl|amicale|comite|office de tourisme|ceip|ies|comunidad|hostal|hermandad|diputacion|federacion|asociacion|bodegas?|finca|residencial|consejo|consejeria|mancomunidad|cofradia|condominio|asilo|associazione|agriturismo|cantin[ae]|azienda|pro loco|provincia|polisportiva|circolo|a\.?s\.?d|convento|oratorio|cooperativa|casa di riposo|pasticceria|vve|vereniging|kerk|huisartsen(?:praktijk)?|waterschap|praktijk|verzorgingshuis|kinderdagverblijf|brandweer|dorpshuis|escola|junta de freguesia|camara|municipio|igreja|santa casa|lar de|jardim de infancia|agrupamento|prefeitura|paroquia|pousada|bombeiros|associacao|sindicato|universidade|brf|forskola|samfallighet|vardcentral|aldreboende|bostader|boligforening|andelsboligforening|menighedsrad|plejehjem|bibliotek|ejerforening|hojskole|klub|sogn|efterskolen|bornehave|bornehus|borettslag|sameie|barnehage|menighet|idrettslag|sykehus|wspolnota|spoldzielnia|starostwo|osrodek|fundacja|stowarzyszenie|biblioteka|zespol|muzeum|teatr|pensjonat|uniwersytet|przychodnia|szpital|zlobek|osp|dom kultury|truong|cong ty|benh vien|khach san|nha hang|uy ban|rumah sakit|sekolah|yayasan|dinas|universitas|koperasi|masjid|toko)(?![a-z])/;

/** In German and the Nordic languages the word is the end of a longer one: `Musikskole`, `Turnverein`, `Seniorenresidenz`. */
export const ORGANISATION_ENDING =
  /[a-z](?:schulen?|skolen?|skola|school|verein|orden|klubben|verband|verbund|vereniging|forening(?:en)?|kirchen?|kirken?|kyrkan?|(?:alten|pflege|senioren|wohn|kinder|vereins|tier)heim|plejehjem|hemmet|klinik|klinikum|krankenhaus|sykehus|sjukhus|ziekenhuis|gemeinde|gemeente|kommune|museum|bibliotek|bibliothek|bibliotheek|theater|verwaltung|gesellschaft|genossenschaft|gemeinschaft|stiftung|stiftelse|stichting|brauerei|backerei|metzgerei|gartnerei|tischlerei|druckerei|apotheke|apotek|buecherei|bucherei|praxis|praktijk|kanzlei|residenz|zentrum|centrum|center|senteret|hotell?|kita|betriebe|stadtwerke|klubb?en|klubb?|bakkerij|slagerij|feuerwehr|ministerium|universitat|akademie|byra|firma|forsamling(?:en)?|samfallighet(?:en)?|bolaget|bolag|barnehagen?|kindergarten)(?![a-z])/;

/** The same in scripts without blanks between words; also a few of Thai, folded. */
export const ORGANISATION_SIGN =
  /(?:学校|學校|小学|中学|高校|大学|学院|幼儿园|幼稚園|保育園|こども園|医院|病院|酒店|宾馆|饭店|餐厅|旅馆|ホテル|旅館|協会|协会|組合|组合|町内会|自治会|委员会|委員会|市役所|区役所|役場|政府|中心|センター|クリニック|図書館|图书馆|博物館|博物馆|公司|会社|工場|工厂|商店|商会|商行|事務所|事务所|集团|研究所|研究院|財団|基金会|神社|寺|教会|公民館|俱乐部|クラブ|食堂|学园|学園|庁|局|社区|健身房|학교|병원|의원|도서관|호텔|협회|시청|구청|군청|교회|유치원|어린이집|센터|식당|카페|회사|재단|조합|아파트|복지관|학원|연구소|대학교?)$|^(?:บรษท|โรงเรยน|โรงพยาบาล|โรงแรม|เทศบาล|วด|มหาวทยาลย|สานกงาน|ราน|หางหนสวน)/u;

/** Who a paper is for, who made it, and what an address looks like. Folded, as alternatives for an expression. */

/** Stand for the customer wherever they are. */
export const CUSTOMER =
  'bill(?:ed|ing)?[ -]to|messrs|m/s|kind attn to|(?:quote|quotation|estimate|proposal|offer|invoice)[ds]? (?:prepared )?(?:to|for)|prepared (?:exclusively |especially |specially )?for|' +
  'sold[ -]to|purchaser|(?:property|home) ?owner|(?:issued|made|created|written) for|issued to|addressed to|submitted to|presented to|customer(?: name| details| information)?|client(?: name| details| information)?|buyer|billing address|' +
  'kund(?:e|in)(?:/in)?|bauherr(?:in|schaft)?|interessent(?:in)?|kundenname|auftraggeber(?:in)?|kaufer(?:/leistungsempfanger)?|leistungsempfanger|rechnungsempfanger|angebotsempfanger|empfanger|rechnungsadresse|rechnungsanschrift|' +
  'kundenanschrift|kundenadresse|erstellt fur|(?:angebot|offerte|kostenvoranschlag) (?:fur|an)|' +
  "client(?:e)?|nom du client|destinataire|adresse de facturation|facture a|factures? a|etabli(?:e)? pour|(?:devis|offre|proposition) (?:pour|a l'attention de|etabli pour)|maitre d'ouvrage|acheteur|donneur d'ordre|commanditaire|" +
  'destinatario|facturar a|dirigido a|preparado para|razon social|nombre del cliente|datos del cliente|presupuesto para|comprador|solicitante|contratante|senores|' +
  'spett(?:abile|\\.?le|\\.)?(?: ditta)?|intestatario|intestato a|committente|acquirente|preventivo per|offerta per|dati cliente|' +
  'klant|klantnaam|klantgegevens|afnemer|aanvrager|opdrachtgever|geadresseerde|opgesteld voor|offerte voor|factuuradres|' +
  'dados do cliente|exm[oa]s?(?:\\(s\\))?\\.? ?(?:sr[as]?|senhor(?:es)?)(?:\\(s\\))?\\.?|a\\(s\\) senhor\\(es\\)|orcamento para|proposta para|preparado para|' +
  'kund|kundnamn|mottagare|bestallare|kopare|uppdragsgivare|bestiller|rekvirent|ordregiver|oppdragsgiver|byggherre|offert till|kunde|kundenavn|modtager|mottaker|tilbud til|' +
  'klient|nabywca|odbiorca|inwestor|adresat|kupujacy|zamawiajacy|kontrahent|zleceniodawca|oferta dla|przygotowan[ao] dla|dane klienta|' +
  'kinh gui|(?:ten )?khach hang|ben mua|kepada(?: yth\\.?)?|(?:nama )?pelanggan|(?:ชอ)?ลกคา|เสนอราคาให|ผซอ|' +
  'asiakas|zakaznik|odberatel|objednatel|vevo|megrendelo|musteri|заказчик|клиент|покупатель|кому|' +
  '客[户戶](?:名[称稱]|[单單]位)?|买方|買方|甲方|需方|采购(?:方|单位)|询价单位|收件人|致|お客様名|お客様|顧客名|宛先|宛名|発注者|注文主|고객명?|수신처?|받는 ?분|공급 ?받는 ?자|발주처';

/** Small words that stand for the customer only when they are all a cell says, or a colon follows. */
export const TO =
  "to|for|company(?: name)?|organi[sz]ation|an|fur|firma|pour|a l'attention de|societe|para|per|aan|voor|bedrijf|empresa|azienda|ditta|till|til|dla|firma|foretag|virksomhed";

/** A person at the customer's. */
export const ATTENTION =
  "(?:kind )?att(?:n|ention)|fao|a/c|contact(?: person| name)?|besteller|z\\.? ?hd\\.?|zu handen|ansprechpartner(?:in)?|a l'att(?:ention)?(?: de)?|att|atencion|a la atencion de|alla c\\.?a\\.?|alla cortese attenzione(?: di)?|t\\.?a\\.?v\\.?|ter attentie van|ao cuidado de|kontaktperson|osoba kontaktowa|担当|เรยน";

export const SHIP_TO =
  'ship(?:ped|ping)?[ -]to|deliver(?:y)?[ -]to|(?:delivery|shipping) address|lieferadresse|lieferanschrift|warenempfanger|adresse de livraison|direccion de entrega|indirizzo di consegna|afleveradres|leveransadress|leveringsadresse|adres dostawy';

/** Who made the paper: what stands there is never the customer. */
export const SELLER =
  'from|bill(?:ed|ing)? (?:from|by)|(?:quote|quoted|estimate|invoice|offer) (?:from|by)|sender|seller|vendor|supplier|prepared by|issued by|submitted by|quoted by|sales ?(?:person|rep(?:resentative)?)|account manager|your contact|our contact|contact us|' +
  'verkaufer|lieferant|anbieter|auftragnehmer|von|absender|ersteller|erstellt (?:von|durch)|bearbeiter|ihr ansprechpartner|' +
  'de|fournisseur|vendeur|emetteur|prestataire|etabli par|contact commercial|votre contact|de la part de|emisor|proveedor|vendedor|fornitore|emittente|mittente|leverancier|van|' +
  'fornecedor|emitente|saljare|leverantor|fran|saelger|leverandor|fra|sprzedawca|wystawca|oferent|wykonawca|zleceniobiorca|dostawca|zahlungsempfanger|account holder|kontoinhaber|beneficiary|payable to|' +
  '供应商|供應商|卖方|賣方|乙方|发件人|差出人|공급자';

/** Legal forms, in the case people write them; the sign that a name is a company's. */
export const LEGAL_FORM =
  /(?<![\p{L}\p{N}])(?:S\.? ?(?:A\.?|A\.?P\.?I\.?|de ?R\.? ?L\.?)(?: de C\.? ?V\.?)|S\.? de R\.? ?L\.?|S\.?A\.?U\.?|Sociedad Limitada|Aktiebolag(?:et)?|Aktiengesellschaft|DAC|JOINT STOCK COMPANY|GmbH(?: ?& ?Co\.? ?KG(?:aA)?)?|gGmbH|UG(?: \(haftungsbeschränkt\))?|AG|KG|KGaA|OHG|GbR|e\. ?K\.|e\. ?V\.|e\. ?G\.|eG|a\. ?G\.|Ltd\.?|Limited|Pte\.?|Pty\.?|LLC|L\.L\.C\.|LLP|Inc\.?|Incorporated|Corp\.?|Corporation|Co\.|PLC|plc|CIC|LP|SARL|S\.?à\.?r\.?l\.?|SASU?|S\.A\.S\.|S\.?A\.?|EURL|SCI|SNC|SCOP|S\.? ?L\.?U?\.?|S\.? ?L\.? ?U\.?|S\.? ?C\.?|S\.?r\.?l\.?s?|S\.?p\.?A\.?|S\.?n\.?c\.?|S\.?a\.?s\.?|B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|BVBA|SPRL|SRL|AB|HB|ApS|A\/S|I\/S|K\/S|AS|ASA|Oyj?|Ab|Sp\. ?z ?o\. ?o\.|S\. ?A\.|sp\. ?j\.|sp\. ?k\.|s\. ?r\. ?o\.|spol\. s r\.o\.|a\. ?s\.|Kft\.?|Zrt\.?|Bt\.|d\. ?o\. ?o\.|Lda\.?|Ltda\.?|ME|EIRELI|S\/A|Sdn\.? ?Bhd\.?|Berhad|Bhd\.?|SDN\.? ?BHD\.?|BHD\.?|GMBH(?: ?& ?CO\.? ?KG)?|LTD\.?|LIMITED|PTE\.?|PTY\.?|PVT\.?|INC\.?|CORP\.?|CORPORATION|LDA\.?|LTDA\.?|S\.R\.L\.|S\.P\.A\.|SP\. ?Z ?O\. ?O\.|APS|OY|Pvt\.?|Private Limited|PLLC|PLLP|P\.C\.|LLLP|AöR|e\. ?U\.|ltée|inc\.(?=$|,)|KGaA|SpA|SCP|SCOP|SCIC|S\. ?Coop\.?|AmbA|a\.m\.b\.a\.|ANS|PT|Tbk|K\. ?K\.|ООО|ОАО|ЗАО|АО|ИП)(?![\p{L}\p{N}])|株式会社|有限会社|合同会社|(?:股份)?有限公司|주식회사|บริษัท|㈱|[(（][주株][)）]/u;

/** A street, a postcode with its town, a post box, a country alone: the lines of an address after the name. Original case. */
export const ADDRESS_LINE =
  /^\p{Lu}[\p{L}'’. ]{1,30} (?:Street|Road|Avenue|Lane|Drive|Boulevard|Close|Crescent|Terrace|Parade|Highway|Mews)$|(?:^|\s)\d{1,5}[a-zA-Z]?(?:[-/]\d{1,4}[a-zA-Z]?)?,?\s+(?:[\p{Lu}].*)?(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Ln\.?|Drive|Dr\.?|Boulevard|Blvd\.?|Way|Place|Pl\.?|Court|Ct\.?|Square|Sq\.?|Quay|Parade|Terrace|Crescent|Close|Highway|Hwy|Walk|Row|Mews|Wharf)\b|(?:^|\s)(?:rue|avenue|boulevard|chemin|impasse|allée|quai|place|route)\s|\d+\s*,?\s*(?:rue|avenue|boulevard|bd|chemin|impasse|allée|quai|place|route)\s|^(?:Calle|C\/|Avda\.?|Avenida|Av\.|Plaza|Pza\.?|Paseo|Carrer|Camino|Ctra\.?|Polígono|Rua|Praça|Travessa|Largo|Estrada|Via|Viale|Piazza|Corso|Largo|Vicolo|Strada|ul\.|al\.|pl\.|os\.|Jalan|Jl\.|Jln\.?|Lorong|Taman)\s|^(?:[A-Z]{1,3}[- ])?\d{4,6}(?:[- ]\d{2,4})?\s+\p{Lu}|^\d{4}\s?[A-Z]{2}\s+\p{Lu}|^\d{2}-\d{3}\s+\p{Lu}|^\d{3}\s\d{2}\s+\p{Lu}|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b|\bSingapore\s+\d{6}\b|^(?:P\.?\s?O\.?\s?Box|Postfach|BP|Apartado|Suite|Unit|Level|Floor|Blk|Block|Apt\.?|Hof|Haus|Gebäude|#\d{2})\b|\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT)\s+\d{4}\b|〒|[省市区區县縣路街道号號]\d*[号號]|丁目|\d+番地?|^(?:Deutschland|Germany|Österreich|Austria|Schweiz|Switzerland|France|España|Spain|Italia|Italy|Nederland|Netherlands|Belgique|België|Sverige|Sweden|Danmark|Denmark|Norge|Norway|Polska|Poland|Portugal|Brasil|United Kingdom|UK|USA|United States|Singapore|Australia|New Zealand|Malaysia|Canada|Ireland|India)\.?$/u;

/** Streets named by their ending, with the house number behind: folded. */
export const STREET =
  /(?:strasse|str\.|weg|platz|allee|gasse|damm|ufer|ring|chaussee|pfad|promenade|markt|straat|laan|plein|gracht|kade|dijk|singel|dreef|gatan|vagen|gata|vag|torg|gade|vej|plads|veien|gaten|katu)\s*\d{1,4}\s?[a-z]?(?:\s?[-/]\s?\d+\s?[a-z]?)?\b/;
