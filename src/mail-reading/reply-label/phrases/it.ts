import type { Phrases } from '../phrases.ts';

const OTHER =
  "(un~'? ?altr(o|a|i|e)( \\p{L}+)?|altr(o|a|i|e) (fornitor|aziend|ditt|offert|preventiv|propost|soluzion|impres|professionist|partner|opzion|societ)~|qualcun altro|altrove|altri|(la|un|vostro|vostra|suo|della)? ?concorren~|(nostro|mio|l') ?(attuale fornitore|fornitore (attuale|abituale|storico|di fiducia))|più (economic|convenient)~|internamente)";

export const italian: Phrases = {
  language: 'it',
  marks:
    'il|la|lo|gli|le|e|di|che|non|è|con|per|grazie|buongiorno|vostro|vostra|preventivo|abbiamo|siamo|un|una|ci|della|del|sono|saluti|ma|vi|mi',
  accept: `
(ordine|conferma d'ordine)( firmato)?( è)?( in)? allegat[oa]?(?=\\s*([.!,;]|$))
diamo (l'ok|il via|il benestare)(?=\\s*([.!,;]|$))
(va|ci va|mi va|per noi va) (benissimo|bene così|bene)(?=\\s*([.!,;]|$))(?=[^?]*(fattur|contratt|procedete|ordin|inizi))
(accett(o|iamo)|approv(o|iamo)|conferm(o|iamo)|autorizz(o|iamo)|ordin(o|iamo))( con (la )?presente| volentieri| con piacere| quindi| dunque| senz'altro)*( il| la| l'| vostr[oa]| suo| sua| tuo| questo| questa| nostr[oa])*( ?preventivo| ?offerta| ?proposta| ?ordine| ?prezzo| ?acquisto)?
(preventivo|offerta|proposta|ordine|tutto|contratto)( è| è stato| è stata| viene| risulta| già)* (accettat[oa]|approvat[oa]|confermat[oa]|firmat[oa]|autorizzat[oa])|(?<=^|[.!,;\\n] ?)(accettato|approvato|approvata|confermato|confermata|d'accordo|va bene,? (procedete|procediamo|proceda|andate|confermo|confermiamo|accett~|allora procedi~)|affare fatto|ok,? proced~|perfetto,? proced~|aggiudicato|andata|ci sto|ci stiamo)(?=\\s*([.!,;]|$|\\n|con|pure))
(procedete|proceda|procedi|procediamo|proseguite|proseguiamo|iniziate|inizi|cominciate|partite|partiamo|andate avanti|vada avanti|vai avanti|avanti tutta|avanti così|fate pure|faccia pure)( pure| quindi| allora| con| l'ordine| grazie)*|(potete|può|puoi|possiamo) (pure |quindi |allora )?(procedere|iniziare|cominciare|partire|andare avanti|fatturare|inviare la fattura|consegnare|programmare|dare il via)
(vogliamo|voglio|vorremmo|vorrei|desideriamo|desidero|abbiamo deciso di|ho deciso di|intendiamo|siamo lieti di|siamo felici di|sono lieto di|sono felice di)( quindi)? (accettare|procedere|andare avanti|confermare|ordinare|proseguire|acquistare|firmare|iniziare|affidarvi|affidarci a voi|lavorare con voi|scegliere (la vostra|voi)|dare (il )?(via|seguito))
(avete|ha|hai|vi do|vi diamo|do|diamo|le do)( già| il| la| mio| nostro| nostra| mia)* (ok|benestare|via libera|approvazione|consenso|conferma|autorizzazione)|via libera|(siamo|sono) d'accordo( con| su)?( il| la| l'| vostr[oa])*( ?preventivo| ?offerta| ?prezzo| ?proposta)?(?=\\s*([.!,;]|$|procedete|e))
(in allegato|allego|alleghiamo|allegato|vi (invio|inviamo|mando|restituisco|trasmetto)|le (invio|mando|allego)|ecco|trovate|trova)( trovate| trova| in allegato| il| la| l'| nostr[oa]| vostr[oa]| mio)* ?(ordine( d'acquisto)?|(preventivo|contratto|offerta|documento|ordine|proposta) (firmat|controfirmat|accettat|approvat)[oa]|firmat[oa]|conferma d'ordine)|(preventivo|contratto|ordine) firmato( in allegato)?|firmato (e )?(in allegato|allegato|restituito|inviato)
(abbiamo|ho) (scelto|deciso per|optato per) (voi|la vostra|il vostro|lei)|il (lavoro|contratto) è (vostro|suo|tuo)|(vi|le) (affidiamo|affido|assegniamo|diamo|commissioniamo)( il| l'| la| questo)* ?(lavoro|incarico|progetto|ordine|commessa)|(facciamolo|andiamo avanti|facciamo così|lo prendiamo|la prendiamo|li prendiamo|lo prendo|la prendo|contate su di noi|prenotateci|prenotate|si parte)(?=\\s*([.!,;]|$|con|per))
(inviate|inviateci|mandate|mandateci|invii|mi mandi|mandami|inviatemi|mandatemi)( pure| per favore| la| il)* (fattura|contratto)|(acconto|bonifico|caparra)( è stato| è)? ?(pagat|versat|fatt|inviat|eseguit|effettuat)[oa]|abbiamo (versato|pagato|inviato) (l'acconto|la caparra)
sì,? (grazie,? proced|per favore|proced|va bene|conferm|accett|volentieri|certo|andiamo|facciamolo|d'accordo|vogliamo|grazie)~
`,
  pleased:
    "((per noi|per me|tutto|mi|ci) )(va|sembra|pare|suona)( molto| tutto)? (bene|ok|benissimo|ottim[oa]|perfett[oa]|ragionevole|a posto)|va (bene|benissimo) (per noi|per me|così|il prezzo|l'offerta)|(suona|sembra) (bene|ottimo)|non vedo l'ora|non vediamo l'ora|(contenti|soddisfatti) (del|di)",
  decline: `
(abbiamo|ho|hanno) (accettato|approvato|firmato|scelto) (l'offerta|il preventivo|la proposta) di un('altra| altro| altra) \\p{L}+
(cambiato|cambiamo|cambiare) idea
non (possiamo|posso) permetter~|(abbiamo|ho) trovato di meglio|(un'altra (ditta|azienda|impresa|offerta)|un altro fornitore) (ha vinto|è stat|si è aggiudicat)~
(abbiamo|ho|hanno) (preso|scelto|trovato) un altr[oa] (fornitor|ditta|impresa|soluzione|azienda|artigian|professionist)~
(lo )?(facciamo|faremo|faccio|farò) (da (soli|solo|sola)|internamente|in casa|per conto nostro)
(il |la |la vostra |il vostro )?(preventivo|offerta|proposta) non (è|sono|è mai) (stat[oa] )?(accettat|approvat|scelt|selezionat)[oa]
(non|nessun)( siamo| sono| ci| mi| abbiamo| ho| c'è| più| è)* ?(interess(ati|ato|ata|a|ano|e)|bisogno|necessari[oa]|budget|fondi|ci serve|serve|servono|necessità|conviene|convince)|non (ci|mi) serve più|non più (necessari|interessat|serve)~
no,? grazie|grazie,? (ma )?no|(non|decis[oi] di non|preferito non)( possiamo| posso| intendiamo| intendo| vogliamo| voglio| potremo| andremo| daremo| abbiamo intenzione di)* ?(accett|proced|prosegu|dare seguito|daremo seguito|andare avanti|andremo avanti|acquist|permetter|ordin|conferm|sosten|dar seguito|diamo seguito|affid)~|non (possiamo|posso) permetter~
(abbiamo|ho|ci siamo|siamo|hanno|ha|mi sono|preferiamo|preferisco|andiamo|è stato|resteremo|restiamo|rimaniamo|abbiam)( infine| già| purtroppo| poi| alla fine| deciso| scelto| optato| preferito| affidato| affidati| affidata| rivolto| rivolta| trovato| acquistato| comprato| firmato| assegnato| rivolti| affidarci| andati| restare| rimanere| lavorare| proseguire| ordinato| di| per| con| da| a| ad| il| lo| la| lavoro| l'| incarico| assegnare| accettato| orientati| verso| su)* ?${OTHER}
(rifiut(o|iamo|are|ato)|declin(o|iamo|are|ato)|rinunci(o|amo|are|ato)|respint[oa]|scartat[oa])( purtroppo| alla| la| il| l'| vostr[oa]| a| al)*( ?offerta| ?preventivo| ?proposta| ?progetto)?
(progetto|lavori?|ordine|evento|richiesta|commessa|cantiere|pratica)( è| è stato| è stata| sono stati| sono| purtroppo| non)* ?(annullat|cancellat|sospes|accantonat|bloccat|saltat|archiviat|rimandat|si (farà|fa))~|(annull(are|iamo|ate|i|a|o)|cancell(are|iamo|ate)|chiud(ere|ete|iamo)|ritir(are|iamo|o)|archivi(are|ate|amo))( pure| la| il| l'| nostr[oa]| questo)* ?(ordine|richiesta|preventivo|progetto|pratica|offerta)
(ha|abbiamo|hanno|ho) (annullato|cancellato|sospeso|bloccato|abbandonato) (il|la|l'|i|questo|tutto)|(troppo|molto|eccessivamente) (car[oa]|alt[oa]|costos[oa]|elevat[oa]|onéros[oa]|oneros[oa]) per (noi|me|il nostro|le nostre|il mio)|(fuori|oltre|non rientra nel|supera il|non rientra nei)( dal| il| al)? ?(nostro|mio) budget|(lo|la|li) (faremo|facciamo|abbiamo fatto|gestiamo|realizziamo)…(internamente|noi|da soli|in casa|da me)|non (siete|è) stat[ia] (selezionat|scelt|accettat)~|questa volta no|è un no|la risposta è no|lasciamo (perdere|stare)|lascio (perdere|stare)|non se ne fa (più )?(niente|nulla)|(abbiamo|ho) già (risolto|trovato|acquistato|comprato|provveduto)|decis[oi] (di non|diversamente|contro|di rinunciare|di annullare)|non fa (per|al caso) (noi|nostro|me)|passiamo(?=\\s*([.!,;]|$))
`,
  against:
    "(troppo|molto|un po'|decisamente|eccessivamente) (car[oa]|alt[oa]|costos[oa]|elevat[oa]|oneros[oa]|tardi)|(supera|oltre|fuori) (il|dal) (nostro |mio )?budget|(offerta|prezzo) (migliore|più (bass|convenient))~|alla prossima|sarà per (la prossima|un'altra)|(buona fortuna|in bocca al lupo)|non (è )?competitiv[oi]",
  regret:
    'purtroppo|ci dispiace|mi dispiace|dispiace|spiacent[ei]|spiace|peccato|scus~|grazie (comunque|lo stesso|per il (tempo|preventivo|vostro tempo|vostro interesse|disturbo)|per la (disponibilità|proposta|vostra offerta|vostra))',
  doubt: `
per (revisione|verifica|esame|lettura|controllo)|da (rivedere|verificare|esaminare)
ne parl(o|iamo)|ci (penso|pensiamo)|guard(o|iamo)|sentire|risentiamo|caro
lasciamo|lasciare|lasciate|chiud~|annull~|rinunc~|rifiut~|non (ci )?serve|niente
se(?! possibile)|qualora|purché|a (condizione|patto)|a meno|salvo|tranne|eccetto|solo|soltanto|solamente|in parte|una parte|parzial~|la metà|metà|prima (di|che|vorr|devo|dobb)~|dopo (che|aver|l'|la|il)|non appena(?! possibile)|appena (ci|avr|mi|il|la|abb|ric)~|quando (ci|avr|mi|il|la|abb|ric)~|finché|fino a (quando|che)|in attesa|attend~|aspett~|sospes~
(devo|dobbiamo|bisogna|vorrei|vorremmo|voglio|vogliamo|dovrei|dovremmo|deve|resta da) ?(prima |ancora |solo )*(verificare|vedere|parlare|chiedere|controllare|valutare|pensarci|pensare|sentire|confrontare|discutere|consultare|capire|sapere|aspettare|attendere|trattare)~
(non )?ancora|non (sono|siamo) (sicur|convint|cert)~|non (tutto|tutti|so|del tutto)|forse|magari|probabilmente|eventualmente|in linea di (massima|principio)|in teoria|credo|spero|speriamo|valutando|valuteremo|valutiamo|ci (penso|pensiamo|penseremo)|pensando|dubbi~|incert~|perpless~
sconto|sconti|ribasso|meno (caro|cara)|miglior prezzo|prezzo migliore|abbassa~|ridur~|riduzion~|scontare|trattabil~|trattare|negozia~|modific~|cambi~|corregg~|corretto|rivist[oa]|aggiornat[oa]|nuov[oa] (preventivo|offerta|proposta)|senza (il|la|l'|i|le)|invece|al posto|togliere|togliete|per \\d[\\d., ]* ?(€|euro)|a \\d[\\d., ]* ?(€|euro)|\\d+ ?(%|per cento)
(vi|le|ti) (farò|faremo|faccio|facciamo) sapere|(vi|la|ti) (ricontatt|richiam|aggiorn)~|domand~|chiariment~|precisazion~|osservazion~|quanto|quale|quali|perché|come mai|più tardi|l'anno prossimo|rimand~|rinvi~|posticip~|(capo|titolare|direzione|direttore|socio|moglie|marito|consiglio) (deve|vuole|non|ancora|sta|dice)|(avete|ha|hai) (detto|scritto)|provvisori~
`,
  doubtNo:
    "se (ci|mi|pot|vol|abb|fosse)~|a meno che|potete|può (fare|abbass)~|potreste|potrebbe|forse|magari (l'|in|tra|nel|a)|non ancora|(ricontatt|richiam|risent|scriv|contatt)~…(a|tra|dopo|in|nel|più|l'anno|quando)|l'anno prossimo|il (mese|trimestre) prossimo|prossim[oa] (anno|mese)|più avanti|rimand~|rinvi~|posticip~|sconto|abbassa~|per (il momento|ora|adesso)|al momento|attualmente|a questo prezzo|a quel prezzo|fino a|prima di",
  turn: 'ma|però|tuttavia|peraltro|anche se|sebbene|bensì|eccetto|tranne',
  us: 'voi|vostr[oa]|lei|suo|sua|piuttosto che|anziché|invece (di|che)',
  others: `${OTHER}|altr[oaie]|altrui|concorrent[ei]`,
  not: 'non|né|mai|senza|nessun|nessuna|nessuno|neanche|nemmeno|neppure|impossibile|rifiut~',
  yes: "sì|si(?=\\s*([.!,]|$|grazie|certo|per favore))|certo|certamente|assolutamente( sì)?|senz'altro|volentieri|con piacere|ovviamente|naturalmente",
  no: 'no|assolutamente no|per niente|negativo',
  polite:
    'buongiorno|buonasera|salve|ciao|gentile|egregi[oa]|spett|signor~?|sig|sig\\.ra|grazie|mille|molte|tante|prego|per favore|cordiali|distinti|saluti|un saluto|perfetto|ottimo|benissimo|bene|e|a presto|buona (giornata|serata)|in anticipo|della|disponibilità',
  harmless: `
proced\\p{L}+( pure)? (con|all)( l)?['’ ]? ?invio[^.!?\\n]*
(vogliate |potete |può )?conferm(are|ate|i|a)( la| l')? ?(ricezione|avvenuta ricezione|ricevimento)( di quest[^.!?\\n]*)?
(attendo|attendiamo|aspetto|aspettiamo|resto in attesa d\\p{L}+|restiamo in attesa d\\p{L}+|in attesa d\\p{L}+)( il| la| le| i| vostr[oa])* ?(contratto|fattura|conferma|documenti|coordinate|bozza|ordine)
ma grazie( mille| comunque| lo stesso)?( per[^.!?\\n]*)?(?! no)
(fatemi|fateci|mi faccia|ci faccia) sapere[^.!?\\n]*|(per qualsiasi|per ogni) (cosa|domanda|chiarimento|dubbio)[^.!?\\n]*|(resto|restiamo|rimango|rimaniamo) (a disposizione|in attesa)[^.!?\\n]*|non esit~[^.!?\\n]*
se (avete|ha|hai|serve|servono|occorre|vi serve|ci sono)[^.!?\\n]{0,30}(domand|altr|bisogno|dubbi|document|qualcosa|inform)~[^.!?\\n]*
(il prima|appena|non appena|quanto prima) ?(possibile)?|quando (potete|può|puoi|volete|vuole)|se possibile
(scus~|mi scuso|ci scusiamo|perdon~)[^.!?,;]{0,12}(per|il) (il |la |l')?(ritardo|attesa|risposta)[^.!?,;]{0,30}(,? ma)?
(nessun|nessuna|non (abbiamo|ho|ci sono)|senza) (altr[ae] |ulterior[ei] |alcun[oa]? )?(problem[ai]|domand[ae]|obiezion[ei]|dubbi|modifich[ee]|cambiamenti|osservazioni)|senza (indugio|problemi|impegno|ulteriori)
(dopo|a seguito di) (un'attenta|attenta|un'|lunga|aver (valutato|analizzato|confrontato|riflettuto))[^.!?;,]{0,40}|come (concordato|da accordi|discusso|da preventivo|d'accordo|previsto)|grazie per (lo sconto|la modifica|le modifiche|il chiarimento|i chiarimenti|il nuovo|la pazienza|l'aggiornamento)[^.!?;,]{0,30}
(magari |forse |sarà )?(per |in |alla )?(la prossima( volta)?|un'altra (volta|occasione)|future? (occasioni|collaborazioni|progetti)|in futuro|il futuro|prossimi progetti)|non solo
`,
  practical:
    '(quando|da quando|dove|a chi|in che data|che giorno|cosa (vi |le )?serve|quali sono i prossimi passi|come (paghiamo|pago|procediamo|funziona il pagamento))…|(ci|mi) (mandate|manda|inviate|invia|spedite)…(fattura|contratto|iban|coordinate)|(potete|può|potreste|potrebbe|puoi|potresti)( già| per favore| anche)* ?(inviar|mandar|iniziar|cominciar|venir|consegnar|confermar|fatturar|programmar|indicar|far|dir|prenotar|chiamar)~',
  money:
    'prezzo|sconto|cost[oi]|meno|compres[oa]|inclus[oa]|garanzia|preventivo|nuov[oa]|modific~|cambi~|senza|altr[oa]|miglior~|%',
  away: `
(?<=^|[.!\\n] ?)(in (ferie|vacanza|trasferta)|fuori ufficio|assente) (fino|dal|da|per|questa)
(sono|sarò|siamo|saremo)( attualmente| momentaneamente| al momento)*( fuori ufficio| in ferie| assente| assenti| in vacanza| fuori sede| in viaggio| in maternità| in malattia| in trasferta| chiusi)|(risposta|messaggio) automatic[oa]|fuori (ufficio|sede)|in ferie (fino|dal)|(rientrerò|torno in ufficio|tornerò|rientro)( in ufficio)? ?(il|lunedì|martedì|mercoledì|giovedì|venerdì)|(ufficio|azienda|uffici) (è|sarà|resterà|rimarrà|saranno)? ?chius[oia]|accesso limitato alla (posta|mail)|chius[oi] per ferie
`,
  left: "non (lavoro|lavora|faccio|fa) più (parte|per|in|presso|qui)~|(ho|ha) lasciato (l'azienda|la società|la ditta)|(sono|è) in pensione|non è più (in|con|presso)…|(indirizzo|casella|account)( di posta| e-?mail| elettronica)* non (è|viene|sarà) più (attiv|valid|utilizzat|usat|lett|consultat|monitorat|in uso)~",
  stop: `
(disiscriv|cancell|rimuov|elimin|toglie?)(etemi|eteci|atemi|ateci|etemi|imi|ami|ere|are|ete|ate|iscrizione|i|ermi|rmi)?( il mio| i miei| la mia| mi| ci)*( indirizzo| nominativo| dati| contatto| email)?…(lista|elenco|mailing|database|newsletter|archivio|rubrica)|disiscri~|annulla(re)? (l'|la mia )?iscrizione
(smett|cess|finit)(ete|etela|ela|ila|i|ate|a)( subito| di| con)* ?(scriver|contattar|mandar|inviar|disturbar|chiamar|assillar|mail|le mail|i messaggi|messaggi|insister)?~|(non)( mi| ci)? ?(contatt|scriv|mand|invi|disturb|chiam|cerc)(atemi|ateci|etemi|eteci|ate|ete|i|armi|ermi|are|ere|arci)?(mi|ci)?( più)+|non (voglio|vogliamo|desidero|desideriamo) (più )?(ricever|esser|sapere)~…(mail|messaggi|comunicazioni|contattat|voi)~|basta (mail|e-?mail|messaggi|con)|lasciatemi (in pace|stare)|lasciateci (in pace|stare)|(?<=^|[.!\\n] ?)basta(?=\\s*([.!]+|$))
`,
  notStop:
    '(prima di|prima delle|al telefono|telefonicamente|in ufficio|durante|nel fine|questa settimana|oggi|domani)',
};
