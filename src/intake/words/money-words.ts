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
