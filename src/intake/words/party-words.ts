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
