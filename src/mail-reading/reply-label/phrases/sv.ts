import type { Phrases } from '../phrases.ts';

const OTHER =
  '((en|ett|någon|några|annat|annan|andra) (annan|annat|andra)?( )?(leverantör|företag|alternativ|offert|firma|lösning|aktör|entreprenör|hantverkare|byrå)~|(en|ett|någon) (annan|annat)|någon annan~|annanstans|annat håll|konkurrent~|(vår|vårt|nuvarande|befintlig)~ (nuvarande |befintliga )?(leverantör|partner)~|billigare (alternativ|leverantör|offert)|internt)';

export const swedish: Phrases = {
  language: 'sv',
  marks:
    'och|att|det|är|en|ett|för|vi|inte|på|med|tack|hej|som|ni|er|har|jag|till|av|offert|offerten|mvh|vänliga|hälsningar|den|om|men',
  accept: `
(härmed )?(beställer vi|vi beställer|beställer jag|jag beställer)( härmed)? enligt (er |ert )?(offert|anbud|förslag|erbjudande)(en|et|t)?(?=\\s*([.!,;]|$))|härmed beställer (vi|jag)(?=\\s*([.!,;]|$))
(offerten |den |det )?godkänns(?=\\s*([.!,;]|$))
(order|beställning|signerad offert|underskrivet avtal|inköpsorder)(en)? (bifogas|bifogad|skickas|kommer)( här)?
(vi|jag)( härmed| gärna)? (accepterar|godkänner|godtar|bekräftar|beställer|antar|köper|bokar|väljer (er|ert|ditt)|tar (det|den|er offert|erbjudandet|ert))( härmed| gärna| er| ert| din| offerten| offert| erbjudandet| erbjudande| beställningen| ordern| anbudet| priset)*
(offerten|offert|anbudet|beställningen|ordern|erbjudandet|priset|detta|det)( är| har| blev| härmed| nu)* (accepterad|accepterat|godkänd|godkänt|bekräftad|bekräftat|antagen|antaget|signerad|signerat|påskriven|underskriven|okej att köra)|(?<=^|[.!,;\\n] ?)(accepterat|godkänt|godkänd|bekräftat|överenskommet|deal|sålt|okej,? kör|ok,? kör|då kör vi)(?=\\s*([.!,;]|$|\\n))
(kör|kör (på|igång|hårt)|kör vi|vi kör|vi kör på|kör ni|ni kan köra)( på| igång)?( det| den| det här| er offert| detta)?(?=\\s*([.!,;]|$|så|på|och|tack|enligt))|(sätt|sätta|dra|starta)( gärna| bara)? igång|(ni|du) (får|kan)( gärna| nu)? (börja|starta|sätta igång|köra igång|köra|leverera|fakturera|skicka (fakturan|avtalet)|beställa|boka in)|varsågod(a)? och börja|(låt oss|nu|då) (köra|kör vi|gå vidare|börja|göra det)|(?<=^|[.!,;\\n] ?)(ja )?gå vidare(?=\\s*([.!,;]|$|med))
(vi|jag)( vill| skulle vilja| önskar| har beslutat| har bestämt( oss| mig)?( för)?| väljer)( gärna| nu| att| därför)* (gå vidare( med (er|ert|offerten|beställningen|detta))?|acceptera|beställa|anta|tacka ja|godkänna|boka|köpa|anlita er|lägga (en )?(order|beställning)|skriva på|köra|starta|börja)|tackar ja|(vi|jag) säger ja|(vi|jag) är (med|redo att (köra|börja|starta|beställa|skriva))(?=\\s*([.!,;]|$))
(ni|du) (får|har fått|fick|har) (jobbet|ordern|uppdraget|affären|beställningen|vårt godkännande|mitt godkännande|klartecken|grönt ljus)|(jobbet|uppdraget) är (ert|ditt)|(valt|valet föll på|bestämt oss för|gå med) (er|ert)( offert| anbud)?(?=\\s*([.!,;]|$))|grönt ljus|klartecken|klart för start
(bifogar|bifogat|bifogad|här kommer|här är|skickar|se bifogad|i bilagan)( finns| härmed| med| den| vår| er| ni| hittar| det| en)* (signerad~|påskriven|påskrivet|underskriven~|undertecknad~|beställning(en)?|inköpsorder(n)?|order(n)?|avtalet)|(signerad|underskriven|påskriven|undertecknad) (offert|kopia|order|avtal)|(offerten|avtalet) (är )?(påskriven|signerad|underskriven|signerat|påskrivet)
(skicka|maila)( gärna| över| bara| oss)* (fakturan|faktura|avtalet|kontraktet|orderbekräftelsen|orderbekräftelse)|(boka|skriv|sätt|ta)( gärna)? (in|upp) oss|handpenningen är (betald|inbetald)|(ja,? (tack,? )?(kör|det går bra|gärna|absolut,? kör|vi kör|vi vill|vi tar|tack))|det går bra,? (kör|börja|starta)|ok(ej)?,? (kör|vi kör|beställ)
`,
  pleased:
    '(låter|ser|verkar|känns)( det| allt| mycket| helt| riktigt)* (bra|toppen|perfekt|utmärkt|rimligt|okej|fint)( ut| för oss)?|(det )?passar (oss|mig|bra|utmärkt)|(det )?(är|går) (bra|okej|ok|fint)( för oss| för mig| med oss)?|ser fram (emot|mot)|nöjda med|funkar (för|bra)',
  decline: `
(blir|blev)( det)?( tyvärr)? inget av|(lägger|lägga|lade|lagt)( vi)?( tyvärr| nu)* ner (projektet|planerna|det hela|arbetet)
(vi|jag) (accepterar|godkänner|godtar|antar) inte (offerten|anbudet|er offert)(?=\\s*([.!,;]|$))
(har |vi )(accepterat|antagit|godkänt|valt) (en annan|ett annat) (offert|anbud|förslag)
(vi|jag) (löste|löser|gör|gjorde|har löst|har gjort) (det|detta)( själva| själv)? (internt|själva|själv|i egen regi)(?=\\s*([.!,;]|$))
(har )?ändrat (oss|mig)|(ryms|får plats|finns)( tyvärr)? inte( utrymme)? (i|inom) (vår |vårt )?budget~|(har|vi) inte råd
(behöver|vill ha|använder)( vi| jag)?( det| den| er| tjänsten)?( det)? inte( längre| mer)?(?=\\s*([.!,;]|$))
(projektet|evenemanget|jobbet|arbetet|ordern|beställningen|renoveringen|bygget)( har| är| blev| tyvärr| nu| dessvärre| vi)* (ställts in|ställt in|inställt|lagts ner|lagts ned|nedlagt|avbrutits|avbokats|stoppats|skrotats|avblåst|avblåsts)
(har|vi)( redan)? löst det( på)? (annat|ett annat|andra)( sätt)?
(inte|ej|inte längre|ingen|inget|inga)( längre| vara| så| riktigt)* (intresserad~|intresse|behov~|aktuellt|aktuell|behöver|nödvändig~|budget|pengar|relevant)|nej,? (tack|tyvärr|vi|jag|det (blir|är) inte)|tack,? men nej
(har|valde|väljer|gick|går|blev|blir|tackat|bestämt|beslutat|vi|fortsätter|stannar|anlitat|anlitar|hittat|beställt|köpt|skrivit|vi)( oss| att| tyvärr| istället| nu| för| valt| gå| gått| med| hos| av| från| gick| går| vidare| till| använda| behålla| anlita| ja| i| redan| på| hittat| bestämt| stället| slutligen| till slut)* ${OTHER}
(tackar|tacka|tackade|avböjer|avböja|avstår|avstå|avslår|avslår|avslagit|avvisar)( tyvärr| därför| vänligen| från| vi| jag| nej| till| er| ert| den här| denna| gången| offerten| erbjudandet| denna gång)*(nej|avböjer|avstår|avstå|offert~|gång|gången|(?=\\s*([.!,;]|$)))|tackar nej|tacka nej|säger nej
(kommer|kan|vill|ska|går|avser|planerar|har beslutat|beslutade|bestämde|bestämt oss för|valt|väljer|valde)( vi| jag| oss| tyvärr| därför| att| nu| då| inte| ej| det)* (inte|ej) (att )?(gå vidare|acceptera|beställa|köpa|anlita|genomföra|fortsätta|vidare|godta|anta|kunna|ha råd|använda|bli|göra|gå|teckna|köra)
(projektet|uppdraget|beställningen|ordern|arbetet|evenemanget|renoveringen|förfrågan|bygget)( är| har| blir| blev| blivit| nu| tyvärr)* (inställt|inställd|inställda|avbokat|avbokad|nedlagt|avblåst|avbrutet|inte av|stoppat|avbeställt|skrotat|pausat på obestämd|borttaget)|(avbeställ|avbeställer|avbryt|stäng|ta bort|återkalla|makulera)( vi| gärna| er| vår| den| offerten| denna)* ?(offert|offerten|förfrågan|beställningen|ordern|ärendet)
(för|alldeles för|lite för|tyvärr för) (dyrt|dyr|högt|hög|kostsamt) för (oss|mig|vår)|(utanför|över|ryms inte inom) (vår|min) budget|har inte (råd|budget|pengar)|(gör|löser|tar|utför)( vi| jag| det| detta| nu)* (själva|själv|internt)|(har )?redan (löst|hittat|köpt|beställt|ordnat|fixat)|inte (något )?för oss|(ni|er offert|ert anbud) (blev|har|var|är)( tyvärr)?( blivit)? inte (vald|valt|valda|antaget|antagen)|blir (det )?inte (av|något|aktuellt)|det blir inget|vi (passar|hoppar)( den här gången| över)?(?=\\s*([.!,;]|$|denna))|inte denna gång
`,
  against:
    '(för|alldeles för|lite för|mycket för|väl) (dyrt|dyr|dyra|högt|hög|sent|kostsamt)|över budget|(bättre|lägre|billigare) (pris|erbjudande|offert)|lycka till|(en )?annan gång|nästa gång|inte konkurrenskraftig~',
  regret:
    'tyvärr|beklag~|ledsen|ledsna|synd|förlåt|ursäkta|tack ändå|tack för (er|din|offerten|tiden|besväret|erbjudandet|hjälpen)',
  doubt: `
för (granskning|genomgång|påseende|kontroll)
tittar på|funderar|återkom~|stämma av|prata(r)? med|hör av er|dyrt
lägg(er|a)? (vi )?(ner|ned)|skippa~|avstå~|strunt~|glöm~|avbryt~|stäng~|i stället|istället
om(?! möjligt)|ifall|förutsatt|under förutsättning|såvida|förbehåll|så länge|så snart(?! som möjligt)|när (ni|vi|du|det|de) (har|får|kan sänka|sänker|skickat|sänkt)|först|innan|efter att|endast|bara (den|det|en|ett|första|punkt|del|om|halva|posten)|enbart|delvis|en del|hälften|halva|utom|förutom|tills|i väntan|väntar|vänta|avvakta~
(måste|behöver|vill|ska|skulle|borde|får|kan)( vi| jag| nog| bara| först| det| dock| gärna)*…(diskutera|kolla|fundera|prata|stämma av|jämföra|fråga|veta|tänka|se över|förhandla|bestämma|besluta|förankra|vänta|återkomma|förstå|kontrollera|godkännas)
(ännu|fortfarande) ?(inte|ej|osäk|fund|vänt|en)?~|inte (säker|säkra|bestämt|helt|klart|alla|allt|än)|osäk~|kanske|eventuellt|förmodligen|troligen|troligtvis|möjligen|i princip|funderar|överväger|hoppas|tvek~
rabatt|billigare|lägre pris|sänka|sänker|sänk|pruta|förhandl~|bättre pris|ändra~|ändring~|ändrad~|justera~|justering~|reviderad~|uppdaterad~|ny (offert|version)|nytt (pris|förslag|anbud)|utan (att )?(den|det|leverans|montering)|istället|i stället|stryk~|ta bort|mindre|för \\d[\\d ,.]* ?(kr|kronor|sek)|till \\d[\\d ,.]* ?(kr|kronor|sek)|\\d+ ?(%|procent)
återkommer|återkomma|(hör|hör av)( vi| jag)? (mig|oss)|(frågor?|fundering~|oklarhet~|synpunkt~|invändning~)|hur (mycket|länge|stor|många|ser)|varför|vilken|vilket|senare|nästa (år|kvartal)|skjuta|skjuter|skjuts|uppskjut~|paus~|vilande|(chefen|styrelsen|ledningen|vd|min (fru|man|sambo|chef)) (måste|vill|ska|har|behöver|säger)|(sa|skrev|sade) (ni|du|han|hon)|preliminär~|muntlig~
`,
  doubtNo:
    'om (ni|du|det|priset)|såvida|kan ni|kan du|kanske(?! en)|inte än|ännu inte|(kontakta|hör|ring|återkom|maila|fråga)…(igen|i|efter|nästa|senare|om)|nästa (år|kvartal)|senare|skjut~|uppskjut~|paus~|rabatt|sänka|sänk|bättre pris|för (tillfället|närvarande|stunden)|just nu|i nuläget|till det priset|innan|tills',
  turn: 'men|dock|däremot|fast|även om|trots att|förutom|emellertid',
  us: 'er|ert|era|din|ditt|istället för|i stället för|framför|än',
  others: `${OTHER}|annan|annat|andra|konkurrent~|själva|dem|deras`,
  not: 'inte|ej|ingen|inget|inga|aldrig|utan|varken|icke|knappast|vägra~',
  notNo: 'aldrig|utan|varken|inte att',
  notAfter: '(?<![\\p{L}])(inte|ej|aldrig)(?![\\p{L}])',
  yes: 'ja|jadå|japp|jo|absolut|självklart|givetvis|gärna|javisst|ja tack',
  no: 'nej|nä|nej tack|nope|absolut inte|tyvärr inte',
  polite:
    'hej|hallå|god (morgon|dag|kväll)|bästa|tack|tackar|så mycket|på förhand|mvh|vänliga|vänlig|hälsningar|hälsning|med|bästa|perfekt|toppen|super|bra|kanon|utmärkt|och|trevlig (helg|dag)|ha (en )?(bra|fin|trevlig) (dag|helg)|för|offerten|snälla',
  harmless: `
(vänligen |kan ni |kan du )?bekräfta( att ni har)?( gärna)? (mottagandet|mottaget|mottagit)
(väntar|inväntar) på (fakturan|avtalet|orderbekräftelsen|er bekräftelse)|inväntar (faktura|avtal|orderbekräftelse)
men (stort )?tack( ändå| för[^.!?\\n]*)?
(säg|hör|meddela|kontakta)( gärna| av| er| till| mig| oss| bara)*…(om|ifall)[^.!?\\n]*
(om) (ni|du|det|något)…(frågor|något|mer|behöver|information|undrar)~[^.!?\\n]*
så (snart|fort|snabbt) (som )?(möjligt|ni kan|det går)|snarast( möjligt)?|när (det|ni) (passar|kan|hinner)( er)?|om möjligt
(ursäkta|förlåt|ledsen|beklagar)[^.!?,;]{0,20}(sent|sen|dröj|vänt|långsam|fördröj)~[^.!?,;]{0,24}(,? men)?
(inga|utan|inga fler) (fler |ytterligare |andra )?(frågor|invändningar|problem|synpunkter|ändringar)|inga problem|det är lugnt
efter (noga|noggrann|lång|moget|en) (övervägande|diskussion~|genomgång|intern)~[^.!?;,]{0,20}|(som|enligt) (överenskommet|överenskommelse|diskuterat|offert|offerten|avtalat|vi pratade om)|tack för (rabatten|ändringen|justeringen|förtydligandet|den (nya|uppdaterade)|tålamodet|att ni (ändrade|justerade))[^.!?;,]{0,24}
(kanske |förhoppningsvis |välkommen )?(vid |till |i )?(ett |en )?(nästa (gång|tillfälle|projekt)|annan gång|annat tillfälle|framtida (projekt|uppdrag|behov)|framtiden)|inte bara|tveka inte[^.!?\\n]*
`,
  practical:
    '(när|från när|hur (snart|snabbt)|var|till vem|vilken dag|vilket datum|vad (händer|är nästa|behöver ni)|hur (betalar|går vi vidare))…|(kan|kunde|skulle|vill)( ni| du)…(skicka|börja|starta|leverera|komma|boka|bekräfta|fakturera|maila|ringa|meddela|påbörja)',
  money: 'pris~|rabatt|kostnad~|billigare|mindre|ingår|inklusive|garanti|ny|nytt|ändr~|utan|annan|annat|bättre|%',
  away: `
(?<=^|[.!\\n] ?)(på (semester|resande fot)|bortrest|föräldraledig|sjukskriven) (till|t\\.?o\\.?m|från|denna)
(är|är jag|kommer att vara|befinner mig)( [^ !?\\n]{1,20}){0,5}( på semester| inte på (plats|kontoret)| frånvarande| tjänstledig| föräldraledig| bortrest| ledig| på resande fot| på tjänsteresa| stängt| sjukskriven)|(autosvar|automatiskt svar|frånvaromeddelande|frånvaro)|semester (till|från|t\\.o\\.m|tom)|(åter|tillbaka)( igen)?( på kontoret)? (den|på|igen|måndag|tisdag|onsdag|torsdag|fredag)|begränsad (tillgång|möjlighet)
`,
  left: '(slutat|slutade|inte längre|jobbar inte|arbetar inte)( kvar| längre)?…(företaget|bolaget|hos|här|på|kvar)|har (lämnat|slutat|gått i pension)|min sista (arbets)?dag|(adress|mejladress|brevlåda|konto)~ (är inte längre|används inte längre|är ej längre|bevakas inte|läses inte)~',
  stop: `
avregistrera|avanmäl~|avprenumer~|(ta|plocka|stryk|radera)( bort)?( mig| oss| min| mina| vår| våra)+…(lista|listan|utskick|register|sändlista|uppgifter|adress|databas|mejllista)~
sluta( upp| genast| nu| snälla)* (att )?(mejla|maila|kontakta|skicka|skriva|ringa|störa|spamma|tjata|höra av)~|(kontakta|mejla|maila|skriv|ring|skicka|stör)~( mig| oss| till mig| till oss| snälla)* (inte|aldrig|inga)( fler| mer| mig| oss| mera)*( mejl| mail| meddelanden)?( igen| mer| längre)?(?=\\s*([.!,]|$))|inga (fler|mer|ytterligare) (mejl|mail|e-?post|meddelanden|utskick|påminnelser)|(vill|önskar)( jag| vi)? (inte|inga)( längre| fler| ha| få| bli| mer)+…(mejl|mail|kontaktad~|meddelanden|utskick|från er|er)|lämna (mig|oss) i fred|(?<=^|[.!\\n] ?)(stopp|sluta)(?=\\s*([.!]+|$))
`,
  notStop: '(före|innan|på telefon|per telefon|hemma|under (mötet|veckan)|i helgen|idag|denna vecka|nonstop)',
};
