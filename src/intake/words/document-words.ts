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
