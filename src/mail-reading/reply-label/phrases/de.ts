import type { Phrases } from '../phrases.ts';

const OTHER =
  '(ein~ ander~|ander(e|en|er|em|es)( \\p{L}+)?|jemand(en|em)? ander~|anderweitig|anderswo|woanders|wettbewerb~|mitbewerb~|konkurren~|konkurrenz~|günstiger~ (anbieter|angebot|lösung)|bisherig~|bestehend~ (lieferant~|partner~|anbieter~)|lokal~ anbieter|intern~ lösung|hausintern~|stammlieferant~)';

export const german: Phrases = {
  language: 'de',
  marks:
    'der|die|das|und|wir|ich|sie|ihr|ihre|ihr angebot|nicht|ist|mit|für|danke|vielen dank|bitte|auf|zu|haben|werden|uns|ein|eine|im',
  accept: `
(bitte )?wie (angeboten|im angebot|besprochen und angeboten)( bitte)? (ausführen|umsetzen|durchführen|liefern|bestellen|fertigen)(?=\\s*([.!,;]|$))
(geschäftsleitung|geschäftsführung|vorstand|chef|chefin|leitung|kunde|bauherr)( hat)?( heute| gestern| nun| jetzt| dem angebot| ihrem angebot| dem)*( hat)? (zugestimmt|sein okay gegeben|ihr okay gegeben|grünes licht gegeben|unterschrieben)(?! ihr ihnen)
(wir|ich) (nehmen|nehme|machen|mache)( das| es| ihn| sie)( dann| gerne?)? so( wie angeboten| wie besprochen)?(?=\\s*([.!,;]|$|danke|vielen))
auftrag (hiermit|somit|damit) (erteilt|bestätigt|freigegeben)|bitte (starten|beginnen)(?=\\s*([.!,;]|$))
von (mir|uns) aus (können|kann|könnt|dürfen) (wir|es|sie|ihr)( gerne?| jetzt)? (starten|losgehen|loslegen|beginnen|anfangen)(?=\\s*([.!,;]|$))
(ja,? |gerne,? |ok,? )?bitte( so| wie angeboten| alles| direkt| gerne)* (ausführen|umsetzen|durchführen|loslegen|anfangen|einplanen)(?=\\s*([.!,;]|$|wie))
(ja,? )?passt(?=\\s*([.!]|$))(?<=(^|[.!,;\\n] ?)(ja,? )?passt)
(wir|ich)( haben| habe)?( gerne| dann| also)? (nehmen|nehme|nimm)( das| ihr| euer| dein| dieses)( angebot| angebot an)(?! nicht|…nicht)(?=\\s*([.!,;]|$|so|gerne|und))
(wir|ich) (möchte|möchten|würde|würden|wollen|will|werden|werde)( es| dies| davon| sie| euch| dich| das| den| gerne?| angebot| hiermit| so| nun)* (annehmen|beauftragen|bestellen|in auftrag geben|umsetzen lassen|durchführen lassen)
(bitte )?(veranlassen|leiten|bereiten) sie( bitte)? (alles|das|die|den)( weitere| nötige| notwendige)?( ein| vor| in die wege)?
(geben|gebe|erteilen|erteile)( wir| ich| hiermit| ihnen| gerne| unser| mein| unsere| meine)* (einverständnis|zustimmung|zusage|ok|okay|go|segen)
(die |unsere |den |unseren )?(bestellung|auftrag|unterschrift|unterschriebenes angebot|unterschriebenen vertrag) (finden sie|ist|liegt|hängt)( im| in der| als)? (anhang|anlage|an|bei|anbei)
sie (dürfen|können|könnten)( gerne| jetzt| gern| dann| sofort| direkt| nun)* (starten|beginnen|loslegen|anfangen|liefern|bestellen|ausführen)
(wir|ich) nehme?n?( ihr angebot| das angebot| es)?( hiermit| gerne)? an(?=\\s*([.!,;]|$))
zusage( von unserer seite| unsererseits| von uns| hiermit| unserer seite)+|(von unserer seite|unsererseits|von uns|von mir)( aus| ist| ein| gibt es| klares| alles)* (ja|ok|okay|go|grünes licht|freigegeben|freigabe|zusage|in ordnung)(?=\\s*([.!,;]|$))
(wir|ich) (uns|mich)( nun| gerne| intern| letztlich| schließlich)* für (sie|euch|dich|ihr unternehmen|(ihr|euer|dein) angebot|(ihre|eure|deine) offerte) entschieden (haben|habe)(?=\\s*([.!,;]|$))
einverstanden
(wir |ich )?(nehme|nehmen|nähmen)( wir| ich| hiermit| gerne?| das| ihr| dein| euer| dieses| es)* (angebot|offerte|kostenvoranschlag|es)( hiermit| gerne?| so| wie besprochen)* an
(angebot|offerte|kostenvoranschlag|auftrag|es|das|bestellung|vertrag|ab)( ist| wird| wurde| hiermit| gerne| haben wir| so)* (angenommen|akzeptiert|genehmigt|freigegeben|bestätigt|unterschrieben|unterzeichnet|gegengezeichnet)
(akzeptier|bestätig|beauftrag|genehmig)(e|en|t)( wir| ich| hiermit| gerne?| sie| euch| dich| das| ihr| den| die| dieses| dein)*( angebot| offerte| auftrag| bestellung| kostenvoranschlag| damit| mit)?
(wir|ich) (möchte|möchten|würde|würden|wollen|will|werde|werden)( hiermit| gerne?| das| ihr| die| den| sie| so| wie angeboten| nun| jetzt)*( angebot| auftrag| bestellung| arbeiten)?( gerne?)? (annehmen|beauftragen|bestellen|zusagen|erteilen|buchen|kaufen|unterschreiben|loslegen|starten)
(hiermit )?(erteile|erteilen)( wir| ich| hiermit| ihnen| euch| dir| gerne)* (den|unseren|einen|den offiziellen) auftrag
auftrag (ist )?(erteilt|bestätigt|freigegeben)|freigabe (ist )?(erteilt|da|liegt vor|hiermit|vorhanden)|(meine|unsere|die) (freigabe|zusage|zustimmung) (hast|haben|habt|hiermit|gebe|erteile)~|(haben|hast|habt) (sie |du |ihr )?(meine|unsere|die) (freigabe|zusage|zustimmung)|ist freigegeben|freigegeben|genehmigt|gebe ich frei|geben wir frei
(wir |ich )?(bestelle|bestellen|ordern|buchen|beauftragen|kaufen)( wir| ich| hiermit| gerne?| wie angeboten| wie besprochen| verbindlich| dann| bei ihnen| sie)*(?=\\s*([.!,;:]|$|zu|wie|gem|laut|die|das|den|bei|mit))
(bitte )?(legen|fangen|starten|beginnen|führen|machen|setzen|leiten) sie( bitte| dann| gerne?| so| die| das| alles| es)*( arbeiten| auftrag)? (los|an|so aus|durch|aus|um|in die wege|weiter)
(bitte )?(leg|fang|mach|leg(t)|macht|fangt)( bitte| einfach| gerne| gern)? (los|an)|legen sie los|kann losgehen|es kann losgehen|los geht'?s|auf geht'?s|dann mal los|loslegen(?=\\s*([.!]|$))
(bitte )?(starten|beginnen|liefern|bestellen|produzieren|fertigen) sie( uns| bitte| gerne| mir| die| den| das| dann)*( (alles|ware|material|teile|anlage|produktion|fertigung|arbeiten))?(?=\\s*([.!,;]|$|ab|am|im|in|so|wie|sofort|zum|bis|direkt|umgehend|zeitnah|nächste))(?=[^?]*$)
(machen|nehmen) wir( so| gerne| das| es)*(?=\\s*([.!,;]|$))|so machen wir('s| es| das)|(machen|setzen|führen) sie (das|es|die arbeiten|alles)( bitte| gerne| dann| gern)? (so|um|aus)|wir machen das( so)?|so (können|kann) (wir|ihr|sie) (es |das )?(machen|umsetzen)
(passt|geht|geht in ordnung|ist in ordnung|ist ok|ist okay) (so|für uns|für mich)|geht (so )?(klar|in ordnung)|das passt|alles in ordnung,? bitte
((bekommen|kriegen|erhalten|bekommt|bekommst) (sie |ihr |du )|(haben|habt|hast) (sie|ihr|du) |(sie|ihr|du) (bekommen|kriegen|erhalten|haben|habt|hast|bekommt|bekommst) )(hiermit |von uns )?den (auftrag|zuschlag|job)(?! (bereits|schon|leider|nicht))|(der|den) (auftrag|zuschlag)( geht| erhalten| bekommen| ist)* (an )?(sie|ihnen|euch|dir|ihres|ihr)|zuschlag
(haben|habe) (uns|mich) für (sie|ihr angebot|euch|dich|ihr unternehmen|euer angebot) entschieden|entscheiden uns für (sie|ihr angebot|euch)|entscheidung ist auf sie gefallen
(anbei|im anhang|beigefügt|als anlage|hier|sende|schicke|erhalten sie)( finden sie| ist| kommt| ihnen| die| der| das| den| unsere| unseren| unser| nun| auch| sie| wir| ich| anbei)* (unterschriebene?[nrs]?|unterzeichnete?[nrs]?|gegengezeichnete?[nrs]?|bestellung|auftragsbestätigung|auftrag|bestellnummer)
(bestellung|auftrag|vertrag|angebot)( ist| liegt)? (anbei|im anhang|folgt|beigefügt|unterschrieben)|bestellnummer( lautet)?|unterschrieben (anbei|zurück)
(grünes licht|daumen hoch|go von uns|deal|abgemacht|gekauft|topp)(?! von ihnen)|ja,? gerne|ja,? bitte(?=\\s*([.!,;]|$))|sehr gerne,? (bitte|wir|machen)|gerne so|ja,? (so )?machen|können (sie )?(so )?(loslegen|starten|beginnen|anfangen|ausführen|umsetzen|liefern)
(bitte )?(rechnung|anzahlungsrechnung|vertrag|auftragsbestätigung) (bitte )?(schicken|senden|zusenden|stellen)|(schicken|senden) sie( uns| mir)?( bitte)?( die| den)? (rechnung|vertrag|auftragsbestätigung|anzahlungsrechnung)
(ist|sind) (das angebot |ihr angebot )?(für uns |mit allem |damit |mit dem angebot )?(absolut |voll |vollkommen )?(einverstanden|akzeptabel|in ordnung)|stimme(n)?( wir| ich| dem| ihrem)* (angebot )?zu(?=\\s*([.!,;]|$))
(anzahlung|vorauszahlung)( ist| wurde| haben wir)* (überwiesen|bezahlt|angewiesen|raus)
(wir|ich) (sind|bin) dabei(?=\\s*([.!,;]|$))|nehmen wir(?=\\s*([.!,;]|$))|nehme ich(?=\\s*([.!,;]|$))
`,
  pleased: `
(klingt|hört sich|sieht|passt)( sehr| alles| soweit| doch| für uns| für mich| mir)* (gut|super|prima|perfekt|toll|klasse|bestens)( an| aus)?|passt (uns|mir|alles)|in ordnung|gefällt (uns|mir)|freuen uns auf|freue mich auf|sind zufrieden
`,
  decline: `
(freigegeben|genehmigt|angenommen|beauftragt|bestätigt|unterschrieben|akzeptiert) (wurde|ist|haben wir|wird) (das|der|die) (angebot|auftrag|offerte) (von|vom|der firma|der) (?!uns|ihnen|euch|ihr|\\d)\\p{L}+
(auftrag|zuschlag) (ging|geht|ist gegangen|haben wir) (nun |jetzt |leider |bereits )?an (die firma|firma|den mitbewerber|einen ander|eine ander)\\p{L}*
(lehnen|lehne) (wir |ich )?(das|ihr|dieses) angebot (vom|nr\\.?|nummer|über) ((?!nicht)[^!?,;\\n]){1,25} ab(?=\\s*([.!,;]|$))
(haben|habe) (wir |ich )?(es )?(uns|mir) (das |es )?(doch |leider |inzwischen |nochmal )?anders überlegt
(haben|habe|ist|wurde)( wir| ich)? (den |der )?auftrag( wurde| ist)? (bereits|schon|inzwischen|leider|mittlerweile|gestern|jetzt|nun|anderweitig|extern)+( \\p{L}+)? ?(vergeben|erteilt)
(das )?(ist|wäre)( leider| wohl| doch)? (nichts für (uns|mich)|nicht das richtige)
(brauchen|benötigen|brauche|benötige)( wir| ich)?( das| es| sie)?( nun| doch| leider| jetzt)+ (nicht|nicht mehr)(?=\\s*([.!,;]|$))
(können|kann)( wir| ich)? (uns|mir) (das|es|ihr angebot) (leider |nicht |derzeit )*(nicht )?leisten|(budget|haushalt) (gibt|lässt) (das|es) (leider )?nicht (her|zu)
(nicht|kein)( leider| das)* (das )?(wirtschaftlichste|günstigste|beste|attraktivste)s? (angebot)?( gewesen)?(?=\\s*([.!,;]|$))
absage (unsererseits|von unserer seite|von uns)|(eine|leider) absage(?=\\s*([.!,;]|$|erteilen|geben))
(kein|keine|keinen) (interesse|bedarf|budget|auftrag|geld|verwendung|weiteres interesse|bedarf mehr)|nicht (mehr )?(interessiert|benötigt|gebraucht|erforderlich|notwendig|aktuell|relevant|nötig)
(haben|habe)( wir| ich)?( bereits| schon| jetzt| leider| inzwischen)* (jemand(en)?|einen)( anderen?)? (gefunden|beauftragt)
nein,? (danke|vielen dank|leider|besten dank|kein interesse)|danke,? (aber )?nein|leider nein|danke,? kein bedarf
(haben|habe|hat|hatten|sind|ist|wurde|werden|wird)( wir| ich| sich| uns| mich| leider| jetzt| nun| inzwischen| mittlerweile| bereits| schon| doch| letztendlich| letztlich| schlussendlich| intern| dann| das| den auftrag| auftrag)*( für| an| bei| auf| mit| zu)?( einem| einen| eine| einer| den| dem| die| das)? ${OTHER}…(entschieden|vergeben|beauftragt|gewählt|gefunden|bestellt|gekauft|unterschrieben|zugesagt|fündig|gegangen|ausgewählt|erteilt|gewechselt|umgesetzt|gelöst|genommen|bezogen|den zuschlag)
(haben|habe) (wir |ich )?(uns|mich)…(anders|dagegen|gegen (ihr|euer|das|sie|eine|den|die)…|für ${OTHER})…entschieden|(uns|mich) (leider )?(anders|dagegen) entschieden|anders entschieden|anderweitig (vergeben|entschieden|umgesehen|orientiert|beauftragt|gelöst|bestellt)
(wir|ich) (uns|mich)( leider| nun| inzwischen| intern| letztlich| schließlich)* (für (einen |eine |ein |den |die |das )?${OTHER}|gegen (ihr|das|sie|eine?|die)…)( \\p{L}+)? ?entschieden (haben|habe)
entscheid~ (uns|mich) (leider )?(dagegen|anders|für ${OTHER})|gehen mit ${OTHER}|bleiben (bei|beim) (unserem|unserer|bisherigen|aktuellen|jetzigen|bestehenden|alten)
(müssen|muss|möchten|möchte|werden|werde|wollen|will|können|kann|dürfen)( wir| ich| leider| ihnen| das| ihr| dieses| den| die| sie| hiermit| daher| es| deshalb| uns| mich)*( angebot| auftrag)?( leider| daher)? (ablehnen|absagen|verzichten|von…absehen|stornieren|zurückziehen|nicht (annehmen|beauftragen|bestellen|weiterverfolgen|weiter verfolgen|nutzen|wahrnehmen|zusagen|umsetzen|berücksichtigen|leisten|realisieren|eingehen|nachkommen|kaufen|nehmen|in anspruch nehmen|durchführen|fortführen))
(nehmen|nehme) (wir|ich)?…(angebot|es|das|ihr angebot)?( leider)? nicht (an|wahr|in anspruch)|(lehnen|lehne)( wir| ich| leider| das| ihr| dankend| ihr angebot| das angebot)* ab|abgelehnt|dankend ab
(das ist|es ist|es wird|das wird)( leider)? ein nein|(sehen|sehe) (wir|ich)?…ab(?=\\s*([.!,;]|$))|(sage|sagen|sagt)( ich| wir| leider| ihnen| hiermit| das| den auftrag)* ab|(verzichten|verzichte)( wir| ich| leider| daher| auf)*|(nehmen|nehme)…abstand
(projekt|vorhaben|auftrag|planung|veranstaltung|bauvorhaben|anfrage|maßnahme|umbau|termin)~( wurde| ist| wird| wurden| haben wir| leider| bei uns| vorerst| jetzt| nun| komplett| endgültig)* (gestrichen|abgesagt|eingestellt|storniert|gestoppt|gestorben|abgeblasen|auf eis gelegt|nicht (mehr )?(realisiert|umgesetzt|durchgeführt|weiterverfolgt|stattfinden|zustande)|gecancelt|verworfen|hinfällig|geplatzt|aufgegeben|begraben|abgebrochen|zurückgezogen|fallen gelassen)
(hat sich|haben sich)( das| die sache| die anfrage| das thema)?( inzwischen| leider| bereits| damit| für uns)* erledigt|hinfällig|kommt (für uns |für mich |leider )*(nicht (in frage|infrage|in betracht|zum tragen|zustande))|kommen (leider )?nicht ins geschäft
(ist|war|sind|liegt|wäre)( uns| mir| für uns| für mich| leider| das| einfach| deutlich| viel| damit| aber| doch)*( deutlich| viel| einfach)? zu (teuer|hoch|kostspielig)(?=[^?]*(uns|mich|mir|leider|daher|danke|budget))|(uns|mir) (leider |einfach |deutlich |viel |doch )*zu (teuer|hoch)
(brauchen|benötigen|brauche|benötige|wollen|möchten)( wir| ich| das| es| sie| die leistung| den| ihre| aktuell| derzeit| leider| hier)* nicht( mehr)?|nicht (für uns|unser fall|das richtige|das passende|was wir (suchen|brauchen))|passt (leider )?nicht (zu uns|für uns|in unser)
(wird|werden) (leider )?(nichts|daraus nichts|damit nichts)|daraus wird nichts|leider nichts|absage erteilen|eine absage|(leider )?nicht (zum zug|berücksichtigt|den zuschlag|ausgewählt)
(machen|erledigen|lösen|übernehmen|bauen) (wir )?(das |es |die arbeiten )?(nun |jetzt |doch |lieber )?(selbst|selber|intern|in eigenregie|hausintern)|(angebot|vorgang|anfrage) (bitte )?(schließen|löschen|zu den akten|als erledigt|stornieren|zurückziehen)
(fällt|fiel|ist)( leider| die| unsere)* (entscheidung|wahl)?…(auf|für|gegen) (${OTHER}|sie aus)
`,
  against: `
(viel |deutlich |leider |etwas |einfach |doch |uns |mir |erheblich )*zu (teuer|hoch|kostspielig|spät|groß)|über (unserem|dem|unser) budget|sprengt (unser|das|den)…|übersteigt( leider| deutlich| bei weitem| aber| somit)* (unser~|das|die|den)|außerhalb (unseres|des) budget~|liegt nicht im budget
günstiger~ (angebot|anbieter|gefunden|bekommen)|nicht wettbewerbsfähig|viel (erfolg|glück)|alles gute|trotzdem (danke|vielen dank)|wucher
(beim|ein) (nächste[sn]|anderes) mal|nicht überzeug~|nicht das richtige
`,
  regret:
    'leider|bedauer~|tut (mir|uns) leid|sorry|schade|entschuldig~|trotzdem danke|danke für (ihre|die|deine|eure) (mühe|zeit|angebot)|vielen dank für (ihre|die|deine|eure|ihr|das) (mühe|zeit|angebot|bemühungen)',
  doubt: `
zur (prüfung|durchsicht|ansicht|einsicht|kenntnis|kenntnisnahme|abstimmung)
überleg~|(schaue|schauen|sehe|sehen|gucke|gucken)( wir| ich)? (es|uns|mir|das|mal)|teurer|teuer|melden sie sich( bitte)? (nach|im|in|erst)|abstimm~|besprech~|bespreche(n)?
schließen sie|(vorgang|akte|anfrage|ticket) (schließen|abschließen|zumachen)|zu den akten|andermal|lassen wir|bleiben lassen|sein lassen|verzicht~|stornier~|absag~|gegen sie|erledigt
wenn|falls|sofern|soweit|sobald|vorausgesetzt|vorbehaltlich|unter (der )?(bedingung|voraussetzung|vorbehalt)|außer|es sei denn|nur (noch|wenn|die|den|das|der|einen?|teil|position|pos)|lediglich|teilweise|zum teil|einen teil|hälfte|erst (nach|wenn|mal|noch|ab|muss|müssen)|zunächst|zuerst|vorher|bevor|bis (zum|zur|wir|dahin|auf)|solange
(muss|müssen|müsste|müssten|würde|würden|könnte|könnten|sollte|sollten|möchte|möchten|will|wollen|kann|können|werde|werden)…(klären|prüfen|abstimmen|besprechen|nachfragen|überlegen|warten|abwarten|rücksprache|genehmigen lassen|entscheiden|vergleichen|wissen|verstehen|ansehen|anschauen|absegnen|nachverhandeln|verhandeln|melden)
(noch )?(nicht (sicher|ganz|vollständig|alle|entschieden|so weit|klar|abschließend)|keine entscheidung|kein(e)? (freigabe|genehmigung)|unentschieden|unschlüssig|unklar|offen)|noch (eine |ein paar |einige |kurz )?(frage|fragen|offen|zeit|nicht|klärung|abstimmung|rücksprache|änderung)~|fragen? (zu|zum|zur|dazu|vorab)
vielleicht|eventuell|evtl~|womöglich|wahrscheinlich|vermutlich|möglicherweise|voraussichtlich|grundsätzlich|prinzipiell|im prinzip|theoretisch|tendier~|hoffentlich|hoffe|unter umständen|ggf~|gegebenenfalls
rabatt|nachlass|skonto|günstiger|billiger|preisnachlass|entgegenkommen|preislich|verhandel~|nachverhandel~|reduzier~|senk~|letzter preis|bester preis|weniger|prozent|%|anpass~|änder~|geändert~|überarbeit~|angepasst~|korrigier~|korrektur|neues angebot|aktualisiert~|ohne (die|den|das|position)|statt|anstatt|streichen|weglassen|alternativ~|abzüglich
(melde|melden) (mich|uns)|(gebe|geben) (ihnen|dir|euch) bescheid|komme (auf sie|auf dich) zurück|kommen auf sie zurück|rücksprache|prüfen|überlegen|nachdenken|abwarten|wartet|warten|verschieben|verschoben|auf eis|pausier~|später|nächstes jahr|nächstes quartal|(?<=^|[.!?\\n] ?)angenommen,|was (wäre|ist|kostet)|wie (hoch|viel|lange)|wer|warum|weshalb
sagten sie|schrieben sie|haben sie (gesagt|geschrieben)|(chef|chefin|vorstand|geschäftsführung|geschäftsleitung|einkauf|kunde|frau|mann|rechtsabteilung) (muss|müsste|will|möchte|soll|sollte|hat noch|prüft|entscheidet)|bedenken|problem mit|zweifel|unverbindlich|mündlich|vorläufig
(für|bei|zu|auf) ?\\d[\\d.,]* ?(€|euro|eur|chf|fr)
`,
  doubtNo: `wenn|falls|es sei denn|können sie|könnten sie|vielleicht|eventuell|evtl~|noch (nicht|mal|einmal)|verschoben|verschieben|(melden|fragen|schreiben|kontaktieren) sie (sich|uns|mich)…(wieder|noch|nochmal|erneut|in|im|nach)|nächst~ (jahr|quartal|monat)|später|erst (nach|im|ab)|rabatt|nachlass|günstiger (anbieten|machen)|preis (senken|anpassen|nachlassen)|zurzeit|derzeit noch|vorerst|momentan|im moment|auf eis|bis (zum|zur|auf|nach|ende|anfang)|unentschieden|außer|sofern`,
  turn: 'aber|jedoch|allerdings|doch(?! so)|obwohl|trotzdem nur|dennoch|nur dass',
  us: 'sie|ihnen|ihr|ihre[mnrs]?|euch|euer|statt|anstatt|gegenüber|als',
  others: `${OTHER}|konkurrenz|statt ihnen|jemand anders|selber|selbst|intern`,
  not: 'nicht|kein|keine|keinen|keinem|keiner|nie|niemals|ohne|weder|noch nicht|kaum|nichts|niemand|ungern',
  notAfter: '(?<![\\p{L}])(nicht|keinesfalls|nie|niemals)(?![\\p{L}])',
  yes: 'ja|jawohl|jo|jep|klar|natürlich|selbstverständlich|sehr gerne?|gerne?|auf jeden fall|unbedingt|genau',
  no: 'nein|nö|nee|ne|lieber nicht|leider nicht',
  polite:
    'hallo|hi|moin|servus|grüß gott|guten (tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|frau|herr|herrn|bitte|danke|dankeschön|vielen|besten|herzlichen|dank|sehr|schön|mit|freundlichen|herzlichen|besten|viele|liebe|beste|schöne|grüße[n]?|gruß|lg|mfg|vg|ihnen|für|ihre|das|angebot|perfekt|super|prima|klasse|toll|bis (bald|dann)|schönen (tag|abend)|damen und herren|und',
  harmless: `
bestätig(en|e|t)?( sie| du| ihr)?( mir| uns)?( bitte)?( kurz| noch)*( den| die| das| ihren) (preis|liefertermin|termin|lieferzeit|verfügbarkeit|betrag)
(bitte )?bestätig(en|e|t)?( sie| du| ihr)?( uns| mir)?( bitte)?( kurz)?( den| die| ihren)? (erhalt|eingang|empfang)( dieser[^.!?\\n]*| der[^.!?\\n]*| meiner[^.!?\\n]*)?
(den |um )?(erhalt|eingang|empfang)[^.!?,\\n]{0,25} bestätigen|(empfangs|eingangs|lese)bestätigung
(warten|warte|freuen uns) auf (die|den|ihre|ihren|das) (rechnung|vertrag|auftragsbestätigung|unterlagen|bestätigung)
(bitte )?um (eine |die )?(auftragsbestätigung|rechnung|terminvorschlag|terminvorschläge)
(aber|jedoch) (danke|vielen dank|besten dank|herzlichen dank)( trotzdem| dennoch)?( für[^.!?\\n]*)?
(kein|keinen|keine) (weiteren? )?(bedarf|wunsch|wünsche) (an|nach|für) (weitere[nr]? )?(änderung~|anpassung~|rückfragen|klärung)
(sagen|geben|melden|rufen) sie( mir| uns| sich)?( bitte)?( bescheid| an| gerne)?…(wenn|falls|sollten)[^.!?\\n]*
(wenn|falls|sollten) (sie|noch|du|ihr|es)?…(fragen|rückfragen|etwas|noch was|weitere~|brauchen|benötigen)[^.!?\\n]*
(bei|für) (rück)?fragen[^.!?\\n]*
(sobald|so bald|so schnell|schnellst~|baldmöglichst|so früh) (wie )?(möglich|es geht|sie können)|schnellstmöglich|sobald wie möglich|wenn möglich|falls möglich|gerne auch früher|wann immer
(entschuldig~|sorry|verzeih~|tut mir leid)[^.!?,]{0,12}(für|wegen|dass)? (die|der|meine|das|ich)[^.!?,;]{0,50}(verspät~|spät~|verzöger~|warte~|dauer~|gedauert)[^.!?,;]{0,20}(,? aber)?
(nach (reiflicher|langer|interner|eingehender|sorgfältiger|gründlicher) (überlegung|prüfung|beratung|abstimmung|rücksprache))
keine (weiteren )?(fragen|einwände|änderungen|anmerkungen|bedenken|änderungswünsche)( mehr)?|kein problem|kein thema|nichts weiter|sonst nichts|nicht nur
wie (besprochen|vereinbart|angeboten|gewünscht|im angebot)(?! (bitte )?(ausführen|umsetzen|durchführen|liefern|bestellen|fertigen))|gerne wieder|(vielleicht |hoffentlich )?(beim|ein|zu einem) (nächsten|nächstes|andermal|anderen) (mal|projekt)|in zukunft|künftig~|bei (zukünftigen|künftigen|späteren) [\\p{L}]+
hat (etwas|ein bisschen|lange) gedauert,? aber|danke für (die|das) (anpassung|änderung|überarbeit~|neue angebot|geduld|aktualisiert~ angebot)|zögern sie nicht
`,
  practical: `
(wann|ab wann|wie schnell|bis wann|wo|wohin|an wen|welche[rs]? (termin|tag)|wie geht es( jetzt| nun)? weiter|was (brauchen|benötigen) sie( noch)?)…
(können|könnten|würden) sie( uns| mir| bitte| dann| noch| die| den| eine| schon| am| nächste| im)* …(schicken|senden|zusenden|liefern|anfangen|beginnen|starten|kommen|bestätigen|mitteilen|melden|einplanen|vorbeikommen|stellen|durchgeben|anrufen)
`,
  money:
    'preis~|kosten|rabatt|günstig~|billig~|nachlass|weniger|garantie|inklusive|inkl|enthalten|neues|angepasst~|überarbeit~|geändert~|ohne|statt|skonto|angebot',
  away: `
(abwesenheits(notiz|assistent|nachricht|meldung)|automatische (antwort|abwesenheit~|rückmeldung)|abwesend)
(ich bin|wir sind|bin|befinde mich|ist|sind|ist unser büro)( [^ !?\\n]{1,20}){0,9}( im urlaub| nicht im (büro|haus|hause)| außer haus| nicht erreichbar| abwesend| nicht da| unterwegs| auf (geschäfts|dienst)reise| in elternzeit| krank(geschrieben)?| im mutterschutz| geschlossen| in den ferien)
(bin|befinde mich|sind) (ich |wir )?(im|in meinem|auf) (urlaub|elternzeit|dienstreise|geschäftsreise)|wieder (erreichbar|im büro|für sie da|zurück)|nur (eingeschränkt|sporadisch) (erreichbar|zugriff)|betriebsferien|betriebsurlaub|e-?mails? (werden|wird) nicht (gelesen|weitergeleitet)
`,
  left: 'nicht mehr (für|bei|im|in)…(tätig|beschäftigt|unternehmen|firma|angestellt)|(unternehmen|firma)…verlassen|ausgeschieden|(bin|ist) (in rente|im ruhestand|pensioniert)|nicht länger (für|bei)…|mein letzter (arbeits)?tag|(adresse|postfach|konto|account)( ist| wird)? nicht (mehr|länger) (aktiv|gültig|genutzt|verwendet|benutzt|abgerufen|gelesen|betreut|in gebrauch)~',
  stop: `
unterlassen sie( bitte)? (es|das|weitere|jede|jegliche|die)|(bitte )?unterlassen(?=\\s*[.!]|$)
(bitte )?(keine|keinerlei) (weiteren |weitere |mehr |solchen )*(e-?mails?|mails?|nachrichten|anfragen|kontaktaufnahme|werbung|erinnerungen|anrufe|schreiben|post)( mehr)?( von ihnen| schicken| senden| zusenden)*
(nicht|nie) (mehr|wieder|weiter) (kontaktieren|anschreiben|schreiben|anrufen|mailen|belästigen|melden|kontaktiert|angeschrieben)|(kontaktieren|schreiben|mailen|belästigen|rufen) sie (mich|uns|mir)( bitte)?( an)? (nicht|nie|niemals) (mehr|wieder|weiter)( an)?|(schreib|kontaktier)~ (mir|mich|uns)( bitte)? (nicht|nie) (mehr|wieder)
abmelden|abbestellen|austragen|(aus|von) (ihrem|ihrer|dem|der|eurem) (verteiler|liste|mailingliste|datenbank|adressliste|newsletter)…(streichen|löschen|entfernen|nehmen|austragen)|(löschen|entfernen|streichen|nehmen) sie (mich|uns|meine|unsere|bitte)…(verteiler|liste|mailingliste|datenbank|daten|adresse|kontaktdaten|newsletter)
(hören|hör|hört) sie?( bitte| endlich)? (damit )?auf|aufhören(?=\\s*[.!]|$)|lassen sie (mich|uns) (bitte |endlich )?in ruhe|unterlassen sie (es|das|weitere|jede|die)|(möchte|möchten|will|wollen) (ich |wir )?(keine|von ihnen nichts|nichts)( weiteren| mehr| e-?mails?| nachrichten| von ihnen)+( mehr)?( hören| erhalten| bekommen)?|(?<=^|[.!\\n] ?)stopp?(?=\\s*([.!]+|$))|widerspreche…(nutzung|kontakt|verarbeitung|werbung)
`,
  notStop:
    '(vor (dem|montag|dienstag|mittwoch|donnerstag|freitag|ende)|bis (zum|montag|nächste)|telefonisch|am wochenende|im urlaub|während|nonstop|zwischenstopp)',
};
