import type { Phrases } from '../phrases.ts';

const OTHER =
  '((en|et|nogen|noen) (anden|andet|annen|annet)( )?(leverandør|firma|tilbud|løsning|håndværker|selskap|tilbyder|aktør|entreprenør)?~|(en|et) (anden|andet|annen|annet)|(nogen|noen) (andre|anden|annen)|anden side|andet steds|andre steder|et andet sted|et annet sted|konkurrent~|(vores|vår|nuværende|nåværende|eksisterende)~ (nuværende |nåværende |eksisterende |faste )?(leverandør|samarbejdspartner)~|billigere (alternativ|leverandør|tilbud)|internt)';

/** Danish and Norwegian, near enough to be read with the same words. */
export const nordic: Phrases = {
  language: 'da/no',
  marks:
    'og|at|det|er|en|et|for|vi|ikke|på|med|tak|takk|hej|hei|som|i|har|jeg|til|af|av|tilbud|tilbudet|mvh|vh|venlig|vennlig|hilsen|den|om|men|jer|dere',
  accept: `
(vi|så) har (vi )?en aftale(?=\\s*([.!,;]|$))
hermed (bestiller|accepterer|aksepterer|godkender|godkjenner) (vi|jeg)( i henhold til| iht\\.?| ifølge| som| efter| etter)?( jeres| deres)?( tilbud(d)?(et)?| tilbudt)?(?=\\s*([.!,;]|$))|tilbud(d)?et (godtas|godkjennes|antas|antages|godtages)(?=\\s*([.!,;]|$))
(tilbud(d)?et|ordren|prisen) (accepteres|aksepteres|godkendes|godkjennes|bekræftes|bekreftes)
(lad|la) os+ (komme i gang|få det gjort|få startet)|(da|så|derfor) (sier|siger|takker) vi ja
(vi|jeg)( hermed| gerne| gjerne)? (accepterer|aksepterer|godkender|godkjenner|godtager|godtar|bekræfter|bekrefter|bestiller|antager|køber|kjøper|booker|vælger (jer|jeres|dig)|velger (dere|deres|deg)|tager (det|imod|jeres)|tar (det|imot|tilbudet))( hermed| gerne| gjerne| jeres| deres| dit| ditt| tilbuddet| tilbudet| tilbud| ordren| bestillingen| prisen| mod tilbuddet)*
(tilbud(d)?et|tilbud|ordren|bestillingen|aftalen|avtalen|prisen|det|dette)( er| har| blev| ble| hermed| nå| nu| blitt| blevet)* (accepteret|akseptert|godkendt|godkjent|bekræftet|bekreftet|underskrevet|signert|underskrevet|signeret|i orden)|(?<=^|[.!,;\\n] ?)(accepteret|akseptert|godkendt|godkjent|bekræftet|bekreftet|aftalt|avtale|deal|solgt|det er en aftale|det er en avtale)(?=\\s*([.!,;]|$|\\n))
(kør|kjør|sæt|sett|gå|gør|gjør|start)( bare| gerne| gjerne| i| på)* (videre|gang|løs|det|på|i gang|bare|i gang med)|(lad os|la oss|så|da) (køre|kjøre|gøre det|gjøre det|komme i gang|gå i gang|gå videre|gå for det|sætte i gang|kører vi|kjører vi|gør vi det|gjør vi det)|(vi kører|vi kjører|vi går videre|vi går for)( på| med| det| det her| jeres tilbud| tilbudet)*|(i|du|dere|de) (må|kan)( gerne| gjerne| bare| nu| nå)* (gå i gang|begynde|begynne|starte|sætte i gang|sette i gang|bestille|levere|fakturere|sende (faktura|kontrakt)|køre|kjøre)~
(vi|jeg)( vil| ønsker| har besluttet| har bestemt| har valgt)( gerne| gjerne| nu| nå| at| os| oss| å| for| derfor)* (gå videre( med (jer|jeres|dere|deres|tilbudet|tilbuddet))?|takke ja|sige ja|si ja|acceptere|akseptere|bestille|godkende|godkjenne|benytte|booke|købe|kjøpe|bruge jer|bruke dere|gå i gang|starte|tage imod|ta imot|indgå aftale|inngå avtale|skrive under)|(takker|siger|sier) (gerne |gjerne |hermed )?ja
(i|du|dere|de) (får|har fået|har fått|fik|fikk|har) (opgaven|ordren|jobben|oppdraget|jobbet|kontrakten|godkendelse|vores ok|grønt lys)|(opgaven|oppdraget|jobben) er (jeres|deres|din)|(valgt|valget faldt på|valget falt på|besluttet os for) (jer|jeres|dere|deres)|grønt lys|klar til start
(vedhæftet|vedlagt|vedlægger|vedlegger|her er|her kommer|sender|se vedhæftede|se vedlagte|i vedlegget)( er| finder i| hermed| den| vores| vår| du| dere| det| et| en| finner du)* (underskre[vn]~|signere?t~|ordre(n)?|bestilling(en)?|indkøbsordre|innkjøpsordre|kontrakt(en)?)|(underskrevet|underskreven|signeret|signert) (tilbud|kontrakt|aftale|avtale|kopi)|(tilbud(d)?et|kontrakten) er (underskrevet|signeret|signert)
(send|mail)( gerne| gjerne| bare| os| oss| over)* (faktura(en)?|kontrakt(en)?|ordrebekræftelse(n)?|ordrebekreftelse(n)?|en faktura)|(book|skriv|sæt|sett)( os| oss)? (ind|inn|opp|op)|depositum er betalt|forskud(det)? er betalt|ja,? (tak,? )?(kør|kjør|gerne|gjerne|meget gerne|det er i orden|det er greit|vi vil|vi tager|vi tar|tak|takk|gå i gang|sæt i gang|det er fint)|det er (i orden|fint|greit|ok),? (kør|kjør|gå|i må|dere kan|bare|sæt|sett|start)
`,
  pleased:
    '(lyder|ser|virker|høres)( det| alt| meget| helt| veldig)* (godt|fint|bra|perfekt|rimeligt|rimelig|ut|ud)( ud| ut| for os| for oss)?|(det )?passer (os|oss|mig|meg|fint|bra|godt)|(det )?er (fint|ok|okay|godt|bra|greit|i orden)( for os| for oss| med os)?|(ser|glæder os|gleder oss) (frem til|til)|fungerer (for|fint|bra)|tilfreds~|fornøyd~',
  decline: `
(vi|jeg) (accepterer|godkender|aksepterer|godtar) (ikke|ikkje) (tilbuddet|tilbudet|jeres tilbud)(?=\\s*([.!,;]|$))
(har |vi )(accepteret|godkendt|akseptert|godtatt|valgt) et (andet|annet) tilbud
(må|ønsker at|ønsker å|vælger at|velger å)( vi| jeg| desværre| dessverre| derfor)* (afvise|avvise|afslå|avslå|takke nej|takke nei)( til)?( jeres| deres| dit| ditt)?( tilbud(d)?(et)?)?(?=\\s*([.!,;]|$))
(har )?(ombestemt|ombestemte) (os|oss|mig|meg)|(passer|ryms|er)( desværre| dessverre)? ikke (ind |inn )?(i|plads i|plass i|innenfor|inden for) (vores |vårt |budsjettet|budgettet)?( ?budget| ?budsjett)?~|(har|vi) ikke råd
nej,? ellers (mange )?tak|nei,? ellers takk
(bestemt|besluttet|valgt)( oss| os| meg| mig)?( for| til)?( at| å)* ikke( å| at)? (gå|fortsette|fortsætte|kjøpe|købe|bestille|gjennomføre|gennemføre|videre)
(ikke|ikke længere|ikke lenger|ingen|intet)( længere| lenger| så| rigtig| mere| mer)* (interesseret|interesserede|interessert|interesserte|interesse|behov|aktuelt|aktuell|brug for|bruk for|nødvendig~|budget|budsjett|penge|penger|relevant)|nej,? (tak|desværre|vi|det bliver ikke)|nei,? (takk|dessverre|vi|det blir ikke)|tak,? men nej(?! tak for)|takk,? men nei
(har|valgte|vælger|velger|gik|gikk|går|blev|ble|bliver|blir|besluttet|bestemt|vi|fortsætter|fortsetter|holder)( er| os| oss| at| å| desværre| dessverre| i stedet| i stedet for| nu| nå| for| valgt| gå| gået| gått| med| hos| af| av| fra| videre| til| bruge| bruke| fundet| funnet| bestilt| købt| kjøpt| takket| ja| sagt| givet| gitt| opgaven| oppdraget| ordren| på| allerede| fast| ved| blive| bli| besluttet| landet| endt| endte)* ${OTHER}
(takker|takke|takket|siger|sier|afslår|avslår|afslå|avslå|afviser|avviser)( vi| jeg| desværre| dessverre| derfor| høfligt)*( nej| nei)?( til| tak| takk| jeres| deres| tilbuddet| tilbudet| denne gang)*(?<=nej|nei|afslår|avslår|afslå|avslå|afviser|avviser|tilbuddet|tilbudet|gang|til)|afslået|avslått
(kommer|kan|vil|ønsker|går|agter|planlægger|planlegger|har besluttet|har valgt|valgt|vælger|velger|skal|besluttet)( vi| jeg| os| oss| desværre| dessverre| derfor| til| at| å| nu| nå| det)* ikke( til)?( at| å)? (gå videre|acceptere|akseptere|bestille|købe|kjøpe|benytte|gennemføre|gjennomføre|fortsætte|fortsette|videre|godtage|godta|have råd|ha råd|bruge|bruke|gøre|gjøre|gå|takke|tage|ta)
(projektet|prosjektet|opgaven|oppdraget|ordren|arbejdet|arbeidet|arrangementet|renoveringen|byggeriet|forespørgslen|forespørselen)( er| har| bliver| blir| blev| ble| blevet| blitt| desværre| dessverre)* (aflyst|avlyst|annulleret|kansellert|droppet|stoppet|skrinlagt|sat i bero|lagt på is|lagt ned|ikke til noget|ikke noe av)|(annuller|annullér|kanseller|aflys|avlys|luk|lukk|slet|slett|træk|trekk)( vi| venligst| vennligst| gerne| jeres| den| ordren| tilbuddet)* ?(tilbud(d)?et|ordren|bestillingen|sagen|saken|forespørgslen|forespørselen)( tilbage| tilbake)?
(for|alt for|lidt for|litt for) (dyrt|dyr|dyre|højt|høyt|høy) for (os|oss|mig|meg|vores|vårt)|(uden for|utenfor|over|sprænger) (vores|vårt|mit|mitt) (budget|budsjett)|har ikke (råd|budget|budsjett|penge|penger)|(laver|løser|gør|gjør|klarer|ordner)( vi| jeg| det| selv| nu)* (selv|internt)|(har )?(allerede|ellerede) (løst|fundet|funnet|købt|kjøpt|bestilt|ordnet)|ikke (noget |noe )?for (os|oss)|(i|dere|jeres tilbud|tilbudet deres|tilbuddet) (blev|ble|er)( desværre| dessverre)? ikke (valgt|antaget|antatt)|bliver ikke til noget|blir ikke noe av|det blir ikke|det bliver ikke|vi (springer over|står over)(?=\\s*([.!,;]|$|denne))|ikke denne gang
`,
  against:
    '(for|alt for|lidt for|litt for|meget for) (dyrt|dyr|dyre|højt|høyt|høy|sent)|over (budget|budsjett)|(bedre|lavere|billigere) (pris|tilbud)|(held og lykke|lykke til)|(en )?anden gang|en annen gang|(næste|neste) gang|ikke konkurrencedygtig~',
  regret:
    'desværre|dessverre|beklag~|ked af|lei|synd|undskyld|unnskyld|tak alligevel|takk likevel|tak for (jeres|din|tilbuddet|tiden|hjælpen|interessen)|takk for (tilbudet|tiden|hjelpen|innsatsen|deres)',
  doubt: `
til (gennemsyn|gennemgang|gjennomgang|gjennomsyn|kontrol|kontroll)
tænker|tenker|vende det|taler (lige )?med|snakke(r)?( lige)? med|kigger på|ser på det|dyrt|spørg mig|ta kontakt
dropp~|glem|luk(ker?)?|lukk~|aflys~|avlys~|annull~|skrinlegg~|skrinlæg~|står over|i stedet
hvis|dersom|såfremt|forudsat|forutsatt|under forudsætning|under forutsetning|medmindre|med mindre|forbehold|så længe|så lenge|så snart(?! som muligt)|når (i|vi|du|dere|det|de) (har|får|sætter|senker|sender)|først|inden|før (vi|i|dere)|efter at|etter at|kun|bare (den|det|en|et|første|punkt|del|hvis|halv)|delvist|delvis|en del|halvdelen|halve|undtagen|bortset|indtil|inntil|afventer|avventer|venter|vente|afvente
(skal|må|vil|kan|bør|ønsker)( vi| jeg| lige| nok| først| det| dog| gerne| bare)*…(drøfte|diskutere|tjekke|sjekke|tænke|tenke|snakke|tale|afklare|avklare|sammenligne|spørge|spørre|vide|vite|se på|forhandle|beslutte|bestemme|vente|vende tilbage|komme tilbake|forstå|godkendes|godkjennes)
(endnu|stadig|fortsat|fortsatt|fremdeles)( ikke| usikre?| en)?|ikke (sikker|sikre|besluttet|bestemt|helt|klar|alle|alt|endnu|ennå)|usik~|måske|kanskje|eventuelt|formentlig|sandsynligvis|sannsynligvis|muligvis|muligens|i princippet|i prinsippet|overvejer|vurderer|håber|håper|tvivl~|tvil~
rabat|rabatt|billigere|lavere pris|sænke|senke|sæt~ prisen|forhandl~|prute|bedre pris|ændr~|endr~|juster~|revideret|revidert|opdateret|oppdatert|nyt (tilbud|forslag)|nytt (tilbud|forslag)|uden|uten|i stedet|fjern~|mindre|for \\d[\\d .,]* ?(kr|kroner|nok|dkk)|til \\d[\\d .,]* ?(kr|kroner|nok|dkk)|\\d+ ?(%|procent|prosent)
(vender|kommer) (tilbage|tilbake)|(giver|gir) (besked|beskjed)|lader høre|spørgsmål|spørsmål|uklart|indvending~|innvending~|kommentarer|hvor (meget|mye|længe|lenge|mange)|hvorfor|hvilke[nt]?|senere|næste (år|kvartal)|neste (år|kvartal)|udskyd~|utsett~|udsat|på pause|(chefen|sjefen|bestyrelsen|styret|ledelsen|direktøren|min (kone|mand|mann)) (skal|må|vil|har|siger|sier)|(sagde|skrev|sa) (i|du|dere|han|hun)|foreløbig~|foreløpig~|mundtlig~|muntlig~
`,
  doubtNo:
    'hvis (i|du|dere|det|prisen)|dersom|medmindre|kan (i|du|dere)|måske(?! en)|kanskje(?! en)|ikke endnu|ikke ennå|(kontakt|ring|skriv|spørg|spør|vend|mail)…(igen|igjen|i|efter|etter|næste|neste|senere|om)|næste (år|kvartal)|neste (år|kvartal)|senere|udskyd~|utsett~|udsat|på pause|rabat|rabatt|sænke|senke|bedre pris|lige nu|akkurat nå|for (øjeblikket|øyeblikket|tiden)|i øjeblikket|foreløbig|til den pris~|inden|før|indtil|inntil',
  turn: 'men|dog|imidlertid|selvom|selv om|derimod|skønt|undtagen',
  us: 'jer|jeres|dere|deres|din|dit|ditt|i stedet for|frem for|enn|end',
  others: `${OTHER}|anden|andet|annen|annet|andre|konkurrent~|selv|dem`,
  not: 'ikke|ej|ingen|intet|aldrig|uden|uten|hverken|verken|næppe|neppe|nægter|nekter',
  notNo: 'aldrig|aldri|uden|uten|hverken|ikke at',
  notAfter: '(?<![\\p{L}])(ikke|aldrig|aldri)(?![\\p{L}])',
  yes: 'ja|jada|jo|jep|japp|gerne|gjerne|selvfølgelig|naturligvis|absolut|absolutt|klart|ja tak|ja takk|meget gerne',
  no: 'nej|nei|nej tak|nei takk|niks|overhovedet ikke|desværre ikke|dessverre ikke',
  polite:
    'hej|hei|goddag|god (morgen|dag|aften|kveld)|kære|kjære|tak|takk|mange|tusind|tusen|på forhånd|mvh|vh|med|venlig|vennlig|hilsen|hilsener|beste|bedste|de|perfekt|super|fint|godt|bra|flott|supert|og|for|det|tilbuddet|tilbudet|hav en (god|fortsat god) (dag|weekend)|ha en (fin|god) (dag|helg)|god (dag|weekend|helg)',
  harmless: `
(venligst |kan I |vennligst )?bekræft\\p{L}*( venligst| lige)? (modtagelse\\p{L}*|modtaget)|(vennligst )?bekreft\\p{L}* (at dere har )?(mottak\\p{L}*|mottatt)
(venter|afventer|avventer) (på )?(faktura(en)?|kontrakten|ordrebekræftelse(n)?|ordrebekreftelse(n)?)
men (mange |tusind |tusen )?takk?( alligevel| likevel)?( for[^.!?\\n]*)?
(sig|si|giv|gi|lad|la|kontakt|meld)( til| gerne| gjerne| bare| besked| beskjed| mig| meg| os| oss| fra| høre| vide)*…(hvis|om|dersom)[^.!?\\n]*
(hvis|dersom|om) (i|du|dere|der|det|noget|noe)…(spørgsmål|spørsmål|noget|noe|mere|mer|brug for|trenger|information)~[^.!?\\n]*
(så|hurtigst|snarest) ?(snart|hurtigt|raskt|fort)? ?(som )?(muligt|mulig|i kan|dere kan)|når (det|i|dere) (passer|kan)( jer| dere)?|hvis muligt|om mulig
(undskyld|unnskyld|beklag|beklager)[^.!?,;]{0,20}(sent|sene|sen|forsink|vent|treg|lang)~[^.!?,;]{0,24}(,? men)?
(ingen|uden|uten|ikke flere) (flere |yderligere |ytterligere |andre )?(spørgsmål|spørsmål|indvendinger|innvendinger|problemer|problem|kommentarer|ændringer|endringer)
(efter|etter) (nøje|grundig|moden|lang|en|intern|nøye) ?(overvejelse|vurdering|drøftelse|intern|gennemgang|gjennomgang|diskusjon)~[^.!?;,]{0,20}|(som|ifølge) (aftalt|avtalt|drøftet|diskutert|tilbuddet|tilbudet|snakket om)|(tak|takk) for (rabatten|ændringen|endringen|justeringen|afklaringen|avklaringen|det (nye|opdaterede|oppdaterte)|tålmodigheden|tålmodigheten)[^.!?;,]{0,24}
(måske |kanskje |forhåbentlig |forhåpentligvis )?(ved |til |i )?(en |et )?(næste (gang|projekt)|neste (gang|prosjekt)|anden gang|annen gang|anden lejlighed|annen anledning|fremtidig~ (projekter|opgaver|prosjekter|oppdrag)|fremtiden)|ikke kun|ikke bare|tøv ikke[^.!?\\n]*
`,
  practical:
    '(hvornår|når|hvor (hurtigt|snart|raskt)|hvor|til hvem|hvilken (dag|dato)|hvad (sker|er næste|skal i bruge)|hva (skjer|er neste|trenger)|hvordan (betaler|går vi videre))…|(kan|kunne|vil)( i| du| dere)…(sende|starte|begynde|begynne|levere|komme|booke|bestille|bekræfte|bekrefte|fakturere|maile|ringe|give besked|gi beskjed)',
  money:
    'pris~|rabat~|kost~|billigere|mindre|inkluder~|inklusive|garanti|ny|nyt|nytt|ændr~|endr~|uden|uten|anden|annen|bedre|%',
  away: `
(?<=^|[.!\\n] ?)(på (ferie|rejse|reise|barsel|kursus|kurs)|fraværende|bortrejst|bortreist) (til|fra|frem|i dag|denne)
(er|er jeg|befinder mig|befinner meg)( [^ !?\\n]{1,20}){0,5}( på ferie| på barsel| ikke på (kontoret|kontor)| fraværende| bortrejst| bortreist| på (forretnings|tjeneste)rejse| på reise| i permisjon| i permission| lukket| stengt| sykmeldt| på orlov)|(ute|borte|bortreist|væk|ude) (av|fra|af) (kontoret|kontor)( til| frem til| fra|(?=\\s*([.!,;]|$)))|(holder|har|avvikler) (jeg )?(ferie|fri|orlov|permisjon)|(autosvar|automatisk svar|fraværsmelding|fraværsbesked|fravær)|(tilbage|tilbake)( igen| igjen)?( på kontoret)? (den|på|mandag|tirsdag|onsdag|torsdag|fredag|igen|igjen)|begrænset adgang|begrenset tilgang
`,
  left: '(stoppet|sluttet|ikke længere|ikke lenger|arbejder ikke|jobber ikke)…(virksomheden|firmaet|selskapet|hos|her|ansat|ansatt)|har (forladt|forlatt) (virksomheden|firmaet|selskapet)|gået på pension|gått av med pensjon|min sidste (arbejds)?dag|min siste (arbeids)?dag|(adresse|postkasse|mailboks|konto)~ (er ikke længere|er ikke lenger|bruges ikke længere|brukes ikke lenger|bliver ikke længere læst)~',
  stop: `
(fjern|slet|slett|tag|ta) (min |mine |vores |vår )?(e-?mail~|e-?post~|mail~|adresse~|epost~)( min| mine| vår| vores)?( fra| af| av| ut av)…(liste|register|database|kartotek|system)~
(afmeld|avmeld|frameld|meld)( mig| meg| os| oss)?( af| av)?(?=\\s*([.!,]|$|fra|venligst))|(fjern|slet|slett|tag|ta)( mig| meg| os| oss| min| mine| vores| vår| venligst| vennligst)+…(liste|listen|mailliste|database|register|oplysninger|opplysninger|adresse|kartotek)~
(stop|stopp|hold op|slutt)( venligst| med| nu| nå)* (med )?(at |å )?(skrive|kontakte|sende|maile|ringe|forstyrre|spamme|sende e-?post|rykke|de mails|disse)~|(lad|la)( venligst| vennligst)? være( med)? (at|å) (skrive|kontakte|sende|maile|ringe|forstyrre)~|(ikke|aldrig|aldri) (kontakt|skriv|ring|send|mail|forstyrr?)~( mig| meg| os| oss| til)* (igen|igjen|mere?|flere)~|(kontakt|skriv|ring|send|mail|forstyr)~( mig| meg| os| oss| til mig| til meg| venligst| vennligst)* (ikke|aldrig|aldri|ikke flere|ingen)( flere| mere| mer| mig| meg| os| oss)*( mails| e-?post| beskeder| meldinger)?( igen| igjen| mere| mer)?(?=\\s*([.!,]|$))|(ikke|ingen) (flere|mere|mer|yderligere) (mails|e-?mails|e-?post|beskeder|meldinger|henvendelser|kontakt)|(ønsker|vil)( jeg| vi)? ikke( længere| lenger| at| å| flere| have| ha| modtage| motta| blive| bli| mere| mer| få)+…(mails|e-?post|kontaktet|kontakt|beskeder|meldinger|fra jer|fra dere|henvendelser)|lad (mig|os) være i fred|la (meg|oss) være i fred|(?<=^|[.!\\n] ?)(stop|stopp)(?=\\s*([.!]+|$))
`,
  notStop:
    '(før (mandag|tirsdag|onsdag|torsdag|fredag)|inden|på telefon|telefonisk|hjemme|i weekenden|i helgen|i dag|denne uge|denne uken|nonstop)',
};
