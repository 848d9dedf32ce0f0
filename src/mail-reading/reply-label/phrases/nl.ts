import type { Phrases } from '../phrases.ts';

const OTHER =
  '(een andere? (partij|leverancier|aanbieder|bedrijf|offerte|optie|aannemer|oplossing)|een ander(?=\\s*([.!,;]|$|gekozen|gegaan))|andere (partij|leverancier|aanbieder|aannemer)|iemand anders|ergens anders|elders|(de|een|jullie|uw)? ?concurre~|(onze|mijn) (huidige|vaste|bestaande) (leverancier|partij|partner)~|goedkoper~ (partij|aanbieder|alternatief)|intern)';

export const dutch: Phrases = {
  language: 'nl',
  marks:
    'de|het|een|en|van|is|niet|wij|we|ik|je|u|uw|jullie|voor|met|bedankt|dank|graag|offerte|maar|dat|die|op|zijn|hebben|groeten|ons|te',
  accept: `
(?<=^|[.!,;\\n] ?)((ja|prima|ok|oké),? )?(doen|is goed|dat is goed)(?=\\s*[.!]|\\s*$)
(ga|gaat|gaan)( jullie| u| er)*( maar)? (ermee|er mee) aan de slag(?=\\s*([.!,;]|$))
aan de slag(?=\\s*([.!]|$))(?<=(top|prima|akkoord|goed|ja|ok|oké),? (ga |ga er |ga maar |dan )?(maar |ermee )?aan de slag)
(doen we|nemen we|doen wij|nemen wij)( zo| het zo)?(?=\\s*([.!,;]|$))|(?<=^|[.!,;\\n] ?)(dat|die|deze) nemen (we|wij)(?=\\s*([.!,;]|$))|(prima|goed|akkoord) zo,? (gaan we doen|doen we|gaan we voor)(?=\\s*([.!,;]|$))
(opdracht|klus|order) (graag )?aan (jullie|u|je|jou) (geven|gunnen|verstrekken|gunnen)
(ga|gaat|gaan jullie)( er)? (maar|gerust|gewoon) (door|verder|aan de slag|van start)(?=\\s*([.!,;]|$))|opdracht( is| hierbij)? (verstrekt|gegeven|verleend)
(ga|gaat|kunt|mag|kan|begin|start|kunnen|mogen)( u| je| jullie)? (maar|gerust|gewoon) (beginnen|starten|aan de slag|bestellen|inplannen|los|verder)
(wij|we|ik) (gaan|ga)( hier| er)?( graag| met plezier)? (in op (uw|jullie|je|het|dit) (offerte|aanbod|voorstel)|op in)(?=\\s*([.!,;]|$))
akkoord(?! (is|was|nog)|\\?)|(ga|gaan|zijn|ben)( wij| we| ik| hiermee| er| hier| graag| volledig)* akkoord( met)?( de| uw| jullie| het| je)?( offerte| voorstel| prijs)?|(geef|geven)( wij| we| ik| u| jullie| je| hierbij| graag| ons| mijn| onze)* (akkoord|opdracht|groen licht|de opdracht)
(accepteer|accepteren|accepteert|bevestig|bevestigen|bestel|bestellen|keuren|aanvaard|aanvaarden)( wij| we| ik| hierbij| graag| de| uw| jullie| het| je| deze| onze| dit)*( offerte| voorstel| aanbod| bestelling| opdracht| order| aanbieding)?( goed)?
(offerte|voorstel|opdracht|bestelling|order|prijs|aanbod)( is| wordt| hierbij| bij deze| zijn)* (akkoord|geaccepteerd|goedgekeurd|bevestigd|getekend|ondertekend|aanvaard)|goedgekeurd|(ga|gaan) (maar |je |jullie |u )?(uw |je |jullie )?gang|(ga|gaan) er(gens)? ?mee door|(je|jullie|u) (kunt|kan|kunnen|mag|mogen)( maar| dan| er)? (beginnen|starten|aan de slag|doorgaan|bestellen|inplannen|leveren|factureren|de factuur)~
(we|wij|ik)( willen| wil| zouden| zou| gaan| ga| hebben besloten| heb besloten)( graag| hiermee| het| dit| met| de| uw| jullie| deze| in| op| om| verder| door| offerte| voorstel| aanbod| zee| opdracht)* ?(doorgaan|verder|akkoord gaan|bestellen|accepteren|gebruik maken|laten uitvoeren|starten|beginnen|in zee gaan|aannemen|bevestigen|kopen|tekenen|verstrekken|geven|plaatsen)(?! mee om)
(we|wij|ik)( gaan| ga)( graag| dus)? (met (jullie|u|uw|je) (in zee|offerte|voorstel|verder)|voor (jullie|uw|je|deze) (offerte|voorstel|aanbod))|(kiezen|gekozen|kies)( we| wij| ik| graag)* voor (jullie|u|uw|je)( offerte)?|(jullie|u|je) (hebben|heeft|hebt|krijgen|krijgt) de (opdracht|klus|order)|(de )?opdracht (is|gaat)( naar)? (jullie|voor jullie|aan jullie|u)|(we|wij) nemen het( aanbod)?(?=\\s*([.!,;]|$))
(bijgaand|hierbij|in de bijlage|bijgevoegd|zie bijlage)( vindt u| vind je| vinden jullie| sturen wij| stuur ik| ontvangt u| de| het| onze| een| u| jullie| treft u)* ?(getekende?|ondertekende?|inkooporder|opdrachtbevestiging|bestelbon|opdracht(?! van)|akkoord|inkoopopdracht)|(getekende?|ondertekende?) (offerte|contract|voorstel|exemplaar)|inkooporder( in)?|(getekend|ondertekend) (retour|terug)|(plan|boek|schrijf)( ons| mij| het)* (maar )?(in|er)
(we|wij|ik) (gaan|ga) ervoor|(laten we|we) (het doen|doen het|beginnen|starten|dit doen)|doen we(?=\\s*([.!,;]|$))|doe maar(?=\\s*([.!,;]|$))|(regel|start|begin|lever|plan|bestel|maak)( het| maar| dit| de)* (maar|gerust|graag)|ja,? (graag|doe maar|is goed|prima|akkoord|dat is goed|we gaan|ga maar)|is goed,? (ga|doe|plan|begin|start|we)|prima,? (ga|doe|plan|begin|start|akkoord|bestel)|deal|verkocht|groen licht|(stuur|stuurt u|mail)( ons| mij| maar| gerust| de| het)* (factuur|contract|opdrachtbevestiging)|(aanbetaling|voorschot) (is )?(gedaan|betaald|overgemaakt|voldaan)
`,
  pleased:
    '(klinkt|ziet er|lijkt)( me| ons| mij| allemaal)* (goed|prima|mooi|perfect|top)( uit)?|(vinden|vind|is) (het |we |wij |ik )?(goed|prima|mooi|in orde|oké|ok)( zo| voor ons| voor mij)?|kijken (er )?(naar uit|uit naar)|in orde|tevreden',
  decline: `
(het|dat|dit) is (ons|mij)( echt| helaas| gewoon| veel)* te (duur|hoog|prijzig)(?=\\s*([.!]|$))
(klus|opdracht|werk|project)( is| wordt| zijn)( al| reeds| inmiddels| nu)* (gedaan|uitgevoerd|vergeven|gegund|geklaard)( door| aan) (een ander\\p{L}*|iemand anders|anderen)
niet akkoord(?=\\s*([.!]|$))
(hebben|heb)( we| wij| ik)? (ons|me|mij) bedacht|van gedachten veranderd
(een ander(e)?|andere) (bedrijf|partij|aannemer|leverancier|aanbieder) (heeft|kreeg|krijgt|doet|voert|mag|gaat|is)( het| de| ons| dit)*( \\p{L}+)*? ?(opdracht|klus|werk|order|geworden|gekozen|doen|uitvoeren|gekregen)
(gaan|ga)( we| wij| ik)? het( toch| helaas)? niet (doen|bestellen|nemen)
(kunnen|kan)( we| wij| ik)? (het|dit|dat) (ons|me) niet (veroorloven|permitteren)
(maken|maak)( wij| we| ik)?( helaas)? geen gebruik van (uw|jullie|je|het|de)|(hebben|heb)( we| wij| ik)? het( inmiddels| al)? (zelf|intern) (opgelost|gedaan|gemaakt)|(doen|gaan)( we| wij| ik)? het( toch| helaas)? niet( doen)?(?=\\s*([.!,;]|$))|(gekozen|gegaan|gaan) voor een goedkoper~ \\p{L}+
(gaan|ga|zijn|ben)( wij| we| ik)? met een ander( in zee| verder)?|(met|aan|voor) een ander (in zee|gegaan|gegund|verder)
(het|dat) (is|wordt)( helaas)? een nee
(geen|niet|niet meer|niet langer)( echt| meer)? (interesse|geïnteresseerd|behoefte|nodig|budget|belangstelling|van toepassing|relevant|geld)|nee,? (bedankt|dank (u|je|jullie)|dankjewel|dank|hartelijk dank|liever niet|helaas|we|wij|ik)|bedankt,? maar nee
(hebben|heb|is|zijn|gaan|ga|kiezen|kies|blijven|wordt|werd|heeft)( we| wij| ik| inmiddels| helaas| uiteindelijk| toch| voor| met| naar| bij| al| de opdracht| besloten| om| het| de| gekozen| gegaan| inmiddels| aan| in zee| gunnen| opdracht| gegund)* ${OTHER}…(gekozen|gegaan|gegund|in zee|besteld|gekocht|gevonden|verder|gevraagd|gaan|geworden|geplaatst|opgelost|doorgegaan|uitgekomen|gegeven|akkoord)?
(wijzen|wijs|slaan|sla)( we| wij| ik| helaas| het| uw| jullie| de| aanbod| offerte| dit| voor deze keer| beleefd)* (af|over)(?=\\s*([.!,;]|$))|afgewezen|(zien|zie)( we| wij| ik| helaas| er| daarom| hiervan| ervan)* ?(van)? ?af(?=\\s*([.!,;]|$|van|en))|(zien|zie) af van|afzien
(gaan|ga|kunnen|kan|willen|wil|zullen|zal|gaat|gaan we|zullen wij)( we| wij| ik| helaas| er| het| hier| dit| uw| jullie| de| offerte| aanbod| voorstel| hierop| toch| hiermee| deze| in| op| daarom| nu| op dit moment)* niet( meer)? (door|verder|mee door|akkoord|in|op in|doen|accepteren|doorgaan|aannemen|betalen|mee|bestellen|doorzetten|ingaan|kopen|overgaan|gebruik|van|met|veroorloven)
(project|klus|opdracht|verbouwing|evenement|aanvraag|bestelling|order|plan)~( is| wordt| gaat| zijn| hebben we| hebben wij| helaas| werd)* ?(geannuleerd|afgeblazen|gecanceld|stopgezet|niet door|van de baan|ingetrokken|geschrapt|afgelast|gestopt|niet meer doorgaan)|gaat (het |helaas |toch )*niet door|(annuleer|annuleren|annuleert|sluit|sluiten|trekken|trek)( wij| we| ik| maar| graag| de| onze| mijn| dit| het| deze| a\\.u\\.b\\.)* (offerte|aanvraag|bestelling|opdracht|dossier|order|afspraak)( in| af)?
(ons|mij|voor ons|voor mij|helaas|het is|is|ons echt)( echt| helaas| gewoon| veel)* te (duur|hoog|prijzig)(?=[^?]*(voor (ons|mij)|helaas|bedankt|dus|jammer))|te (duur|prijzig|hoog) voor (ons|mij)|(past|valt)( helaas| het)* (niet (binnen|in)|buiten) (ons|het|mijn) budget|niets voor (ons|mij)|niet wat we zoeken|(besloten|gekozen|keus gemaakt)( om)?( het)? (niet|ervan af)|(doen|doe|lossen|voeren)( we| wij| ik| het| dit)* (zelf|intern)|(al|inmiddels|reeds) (opgelost|geregeld|voorzien|gevonden|gekocht|besteld)|(hoeft|hoeven) (het |dit |voor ons )*niet( meer)?|laat (het )?maar (zitten|zo)?(?=\\s*([.!,;]|$|zitten))|(niet|geen) (geselecteerd|gekozen voor (jullie|uw|u)|op jullie|op uw)
`,
  against:
    '(veel |erg |wel |echt |iets |behoorlijk )*te (duur|hoog|prijzig|laat|groot)|boven (ons|het|mijn) budget|buiten (ons|het) budget|goedkoper (gevonden|kunnen|elders)|(veel )?succes( verder)?|(een )?(volgende|andere) keer|niet concurrerend|niet overtuigd',
  regret:
    'helaas|jammer|spijt|sorry|excuses|toch bedankt|bedankt voor (de|uw|jullie|je) (moeite|tijd|offerte|aanbod|voorstel)|dank voor (de|uw|jullie|je) (moeite|tijd|offerte|aanbod)',
  doubt: `
zou(den)?( \\p{L}+)? akkoord|(bij|voor) (€ ?)?\\d{3,}
ter (controle|inzage|beoordeling|goedkeuring|info)|om (te|het|hem) (bekijken|controleren|door te nemen)
leg(gen)? (het|dit|ik|we)* ?voor aan|kijk(en)? (er|hier)naar|nadenk~|overleg~|duur|neem…contact op
laat maar|zitten|sluit(en)?(?! (een|de) (contract|overeenkomst))|annul~|afwijz~|afgewezen|vergeet
als|indien|mits|tenzij|op voorwaarde|onder voorbehoud|voorbehoud|zodra(?! mogelijk)|pas (als|na|wanneer)|alleen|slechts|enkel|gedeeltelijk|deels|de helft|helft|een deel|eerst|voordat|voor we|nadat|wanneer (we|jullie|u|de|het)|totdat|tot(dat)? (we|jullie|ik)|behalve|in afwachting|wacht~|afwacht~
(moet|moeten|wil|willen|zou|zouden|ga|gaan|kan|kunnen)( we| wij| ik| het| dit| nog| eerst| even| er| graag| daar| over| met| mijn| onze)*…(overleggen|bespreken|nadenken|checken|nakijken|vragen|vergelijken|kijken|afwachten|navragen|weten|beslissen|onderhandelen|afstemmen|bekijken|laten weten|bevestigen)
nog (niet|geen|even|een (vraag|paar|punt)|wat|steeds|vragen|wachten|in)|niet (zeker|helemaal|alles|volledig)|misschien|wellicht|waarschijnlijk|eventueel|mogelijk(?! is|e)|in principe|denk(en)? (er|nog)|twijfel~|overweg~|hopelijk|hoop
korting|goedkoper|scherper|lagere prijs|prijs (verlagen|omlaag|zakken|aanpassen)|onderhandel~|aanpass~|aangepaste|wijzig~|gewijzigd~|verander~|herzien~|nieuwe (offerte|prijs|versie)|zonder (de|het|levering)|in plaats van|minder|weglaten|schrappen|voor ?€? ?\\d[\\d.,]* ?(€|euro|eur)?(?=\\s*([.!,;]|$|doen|gaan|akkoord))|voor €|\\d+ ?(%|procent)
(laat|laten)( het| u| je| jullie| we| wij| ik)*( nog)? weten|(kom|komen)( er| hier| we| ik)* (op terug|later)|(vraag|vragen|opmerking|opmerkingen|bedenkingen|onduidelijk~)|hoeveel|waarom|welke|hoe (zit|lang|komt|groot)|later|volgend (jaar|kwartaal)|uitstel~|uitgesteld|on hold|in de wacht|(baas|directie|directeur|bestuur|partner|vrouw|man|manager) (moet|wil|nog|heeft|zegt|beslist)|zei(den)?|schreef|voorlopig~|mondeling
`,
  doubtNo:
    'als (jullie|u|je|de|het)|tenzij|kunnen jullie|kunt u|kun je|misschien(?! een)|nog niet|(neem|bel|mail|vraag|kom|contacteer)…(in|na|over|volgend|later|weer)|volgend (jaar|kwartaal)|later|uitstel~|uitgesteld|on hold|korting|scherper|voorlopig|op dit moment|momenteel|voor nu|voor die prijs|tot (januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|na)|zonder korting|voordat',
  turn: '(?<=[,.;!] ?)maar|maar (de|het|we|wij|ik|wel|alleen|dan|kan|kunnen|is|met|zonder|nog|niet)|echter|hoewel|behalve|wel(?= nog| graag de)|alleen nog|niettemin',
  us: 'jullie|uw?|je|jouw|in plaats van|boven',
  others: `${OTHER}|andere?n?|anders|zelf|concurrent~|hen`,
  not: 'niet|geen|nooit|zonder|noch|niets|niemand|nergens|nauwelijks|weiger~|onmogelijk',
  notNo: 'nooit|noch|zonder|nog niet|niet dat',
  notAfter: '(?<![\\p{L}])(niet|nooit|geenszins)(?![\\p{L}])',
  yes: 'ja|jazeker|jep|graag|zeker|uiteraard|natuurlijk|absoluut|heel graag',
  no: 'nee|neen|neu|liever niet|helaas niet|zeker niet',
  polite:
    'hallo|hoi|goede(morgen|middag|avond)|goeden(dag|avond)|goedemorgen|goedemiddag|dag|beste|geachte|heer|mevrouw|bedankt|dank|je|u|jullie|wel|alvast|hartelijk|graag gedaan|groet|groeten|vriendelijke|met|mvg|hartelijke|prima|top|perfect|super|fijn|mooi|goed|voor|de|offerte|en|veel|fijne (dag|avond|week)|groetjes|alsjeblieft|alstublieft|aub|hoor',
  harmless: `
bevestig( u| je)?( graag| even)*( de| het)? (prijs|levertijd|datum|bedrag)( graag)?
(graag |gelieve )?(de )?(goede )?ontvangst( van (deze|dit|mijn)( \\p{L}+)?)?( graag| even| te)* bevestig\\p{L}*|bevestig\\p{L}*( u| je| jullie)?( graag| even| aub)*( de)?( goede)? ontvangst|ontvangstbevestiging
(wachten|wacht|zien|zie) (op )?(de|het|uw|jullie) (factuur|contract|opdrachtbevestiging|bevestiging)( af| tegemoet)?
maar (toch )?(bedankt|dank)( voor[^.!?\\n]*)?(?! nee)
(laat|laten|hoor|horen)( het| ons| mij| maar| gerust| graag| van u)* (weten |horen )?(als|of|wanneer|wat)[^.!?\\n]*
(als|indien|mocht)~ (u|je|jullie|er|hebben)?…(vragen|iets|nog|meer|nodig|informatie)~[^.!?\\n]*
(zo (snel|spoedig) mogelijk|zodra (mogelijk|het kan|jullie kunnen|u kunt|je kunt)|z\\.s\\.m\\.?|zsm|wanneer het (uitkomt|schikt)|indien mogelijk)
(sorry|excuses|excuus)[^.!?,;]{0,14}(voor|dat)[^.!?,;]{0,40}(late|laat|vertraging|wachten|duurde|trage)[^.!?,;]{0,24}(,? maar)?
(geen|zonder) (verdere |andere |nadere )?(vragen|bezwaar|bezwaren|probleem|problemen|opmerkingen|wijzigingen|aanpassingen|haast)|geen punt
(na )?(rijp|lang|intern|goed|zorgvuldig|veel) (beraad|overleg|nadenken|overweging)|zoals (besproken|afgesproken|aangeboden|in de offerte|gebruikelijk)|(bedankt|dank) voor (de (korting|aanpassing|toelichting|nieuwe|aangepaste|uitleg)|het (aanpassen|geduld|nieuwe)|je geduld|uw geduld|jullie geduld)[^.!?;,]{0,24}
(misschien |wellicht |hopelijk )?(voor |bij |tot )?(een )?(volgende (keer|opdracht|project)|andere keer|toekomst~ (projecten|opdrachten)|in de toekomst|de toekomst)|niet alleen|aarzel niet[^.!?\\n]*
`,
  practical:
    '(wanneer|vanaf wanneer|hoe snel|waar|aan wie|op welke (dag|datum)|welke (dag|datum)|wat (zijn de|is de) (volgende|vervolg)|wat hebben jullie|hoe (gaat het verder|betalen|nu verder))…|(kunnen|kunt|kan|kun|willen|wilt|wil|zou|zouden)( jullie| u| je)?…(sturen|starten|beginnen|leveren|komen|inplannen|bevestigen|factureren|mailen|bellen|laten weten|opsturen|doorgeven|plannen)',
  money:
    'prijs|korting|kosten|goedkoper|minder|inclusief|inbegrepen|garantie|nieuwe|aangepaste|zonder|andere?|scherper|%|wijzig~',
  away: `
(?<=^|[.!\\n] ?)(op vakantie|met (verlof|vakantie)|afwezig) (tot|van|t/m|deze)
(ben|zijn|is)( [^ !?\\n]{1,20}){0,7}( afwezig| met (vakantie|verlof)| op vakantie| niet (aanwezig|op kantoor|bereikbaar)| gesloten| op zakenreis| buiten kantoor| met zwangerschapsverlof| vrij)|(automatisch (antwoord|bericht)|afwezigheids(bericht|melding|assistent))|afwezig (tot|van|t/m)|(weer |terug )(bereikbaar|op kantoor|aanwezig)|beperkt (bereikbaar|toegang)
`,
  left: '(niet (meer|langer)|geen)( meer)? (werkzaam|in dienst|werk|werkt)~|werk(t)? (hier |er )?niet (meer|langer)|(heb|heeft) (het bedrijf|de organisatie|onze organisatie) verlaten|uit dienst|met pensioen|mijn laatste werkdag|((mail)?adres|mailbox|postvak|account) (is|wordt) niet (meer|langer) (actief|geldig|in gebruik|gebruikt|gelezen|bekeken|bijgehouden)',
  stop: `
(mij|me|ons)( alstublieft| a\\.u\\.b\\.)? (niet|nooit) meer( te)? (mailen|e-?mailen|schrijven|benaderen|bellen|contacteren|lastig vallen|lastigvallen)
afmelden|uitschrijven|schrijf (mij|me|ons)( maar| a\\.u\\.b\\.)? uit|(haal|haalt|verwijder|verwijderen|schrap)( u| mij| me| ons| mijn| onze| alstublieft| a\\.u\\.b\\.)*…(lijst|bestand|mailinglijst|mailing|gegevens|adres|database|systeem|mailadres)~
(stop|stoppen|hou|houd|houdt|ophouden)( op| nu| u| alstublieft| eens)* (met|me|mij|ons) (te )?(mailen|mails|e-?mailen|contact|bellen|sturen|berichten|lastig|schrijven|deze|die|benaderen|het)~|(mail|bel|schrijf|benader|contacteer|stuur|neem)( mij| me| ons| alstublieft| a\\.u\\.b\\.)* (niet|nooit|geen|niet langer) ?(meer|contact)?( mails| e-?mails| berichten| contact)*( meer)|geen (verdere |verder )?(mails|e-?mails|berichten|contact|herinneringen)( meer)|(wil|willen)( ik| we)? (geen|niets|niet)…meer (ontvangen|horen|van (u|jullie)|benaderd|gemaild)|laat (mij|me|ons) met rust|(?<=^|[.!\\n] ?)stop(?=\\s*([.!]+|$))
`,
  notStop:
    '(voor (maandag|dinsdag|woensdag|donderdag|vrijdag)|telefonisch|tijdens|in het weekend|deze week|vandaag|thuis|nonstop)',
};
