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
