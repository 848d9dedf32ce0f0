import type { Phrases } from '../phrases.ts';

const OTHER =
  '(inn(ą|ego|ej|ym|y|a|e|ych) (firm|dostawc|ofert|wykonawc|opcj|propozycj|rozwiązan|kontrahent|partner|podmiot|sprzedawc)~|inn(y|ą|ego|ej|ych)(?=\\s*([.!,;]|$))|ktoś inny|kogoś innego|kimś innym|komuś innemu|gdzie indziej|konkuren~|(nasz~|dotychczasow~|obecn~|stał~) (dostawc|wykonawc|partner)~|tańsz~|we własnym zakresie|wewnętrznie|samodzielnie)';

export const polish: Phrases = {
  language: 'pl',
  marks:
    'i|w|na|nie|z|że|się|do|jest|to|dziękuję|dziękujemy|dzień dobry|proszę|oferta|oferty|ofertę|jesteśmy|my|państwa|pozdrawiam|ale|za|jak|o|po',
  accept: `
tak,? (poprosimy|poproszę|bierzemy|zamawiamy)(?=\\s*([.!,;]|$))
(chcielibyśmy|chciałbym|chciałabym|chcemy|chcę) (to |ją |je )?(zamówić|kupić|zlecić|podpisać)(?=\\s*([.!,;]|$))|potwierdzam (przyjęcie|akceptację|zamówienie)
(akceptuję|akceptujemy|zgadzam się|zgadzamy się|zatwierdzam|zatwierdzamy|potwierdzam|potwierdzamy|zamawiam|zamawiamy|przyjmuję|przyjmujemy|zlecam|zlecamy|kupuję|kupujemy|bierzemy|biorę|decydujemy się|decyduję się|wybieramy|wybraliśmy|rezerwujemy)( niniejszym| zatem| chętnie| państwa| ofertę| oferta| tę| na| wycenę| zamówienie| zlecenie| waszą| warunki| cenę| współpracę| realizację| wykonanie)*(?! (jeśli|pod|inn|tylko))
(oferta|wycena|zamówienie|zlecenie|umowa|propozycja|cena)( została| zostało| jest| już)* (zaakceptowana|zaakceptowane|zatwierdzona|zatwierdzone|przyjęta|przyjęte|podpisana|podpisane|potwierdzone|potwierdzona)|(?<=^|[.!,;\\n] ?)(zgoda|zaakceptowano|zatwierdzone|zatwierdzam|umowa stoi|biorę|dogadane|akceptacja|ok,? (działajcie|działamy|zaczynajcie|proszę działać))(?=\\s*([.!,;]|$|\\n|na))
(proszę|możecie|mogą|może pan|może pani|możemy|prosimy)( o| już| zatem| państwo| śmiało)* (działać|zaczynać|rozpocząć|zaczynać|realizować|realizację|o realizację|rozpoczęcie|startować|przystąpić|kontynuować|wystawić fakturę|wystawienie faktury|przesłanie (faktury|umowy)|przysłać (fakturę|umowę)|wysłać (fakturę|umowę)|zacząć|ruszać|jechać)( z)?( tematem| realizacją| pracami)*|(działajcie|działamy|działajmy|zaczynajcie|zaczynajmy|zaczynamy|ruszamy|ruszajcie|lecimy z (tym|tematem)|do dzieła|wchodzimy w to|robimy to|róbcie|jedziemy z tematem)
(chcemy|chcę|chcielibyśmy|chciałbym|chciałabym|postanowiliśmy|zdecydowaliśmy się|zdecydowałem się|zdecydowałam się|pragniemy)( zatem| na| państwa| ofertę| skorzystać z| przyjąć| zamówić| zaakceptować| złożyć zamówienie| kupić| zlecić| podjąć współpracę| współpracę| rozpocząć| kontynuować| realizować| z| oferty| waszą| tę| podpisać| waszej| umowę| zrealizować)+|(zielone światło|mają państwo (naszą )?(zgodę|zlecenie|zamówienie|akceptację)|macie (zlecenie|zgodę|zielone|to zlecenie|kontrakt|robotę)|zlecenie jest (wasze|państwa)|udzielamy (zgody|zlecenia)|daję zgodę|dajemy zgodę)
(w załączeniu|w załączniku|załączam|załączamy|przesyłam|przesyłamy|odsyłam|odsyłamy|wysyłam)( przesyłam| podpisan~| zamówieni~| nasze| umow~| ofert~| zlecen~| potwierdzon~| w załączniku)*(podpisan|zamówieni|zlecen)~|(podpisana|podpisaną) (oferta|umowa|ofertę|umowę|wycena)|zamówienie w (załączniku|załączeniu)|(zaliczka|przedpłata) (została )?(zapłacona|przelana|wpłacona)|tak,? (proszę|poproszę|zgadzam|akceptuj|działajcie|zgoda|zamawia|chętnie|zlecam|realiz|bierzemy|biorę|możecie|jak najbardziej,? (proszę|działa|zaczyna))~
`,
  pleased:
    '(brzmi|wygląda|zapowiada się)( bardzo)? (dobrze|świetnie|super|ok)|(pasuje|odpowiada)( nam| mi)|(nam|mi) (pasuje|odpowiada)|jest (ok|w porządku|dobrze)( dla nas)?|w porządku|cieszymy się|nie mogę się doczekać',
  decline: `
nie (akceptujemy|akceptuję|przyjmujemy|przyjmuję|zgadzamy się|zgadzam się)( państwa| tej| na)?( ofert[yęa]| wycen[yęa]| propozycji)?(?=\\s*([.!]|$))
(zaakceptowaliśmy|przyjęliśmy|wybraliśmy) inną (ofertę|propozycję|wycenę|firmę)
(zmieniliśmy|zmieniłem|zmieniłam) (zdanie|plany)|nie stać (nas|mnie)|inna firma (wygrała|dostała|otrzymała|została)~
nie (będziemy|będę|zamierzamy|planujemy) (kontynuować|zamawiać|korzystać|realizować|współpracować|kupować)
(za|zbyt) drogo,? (dziękuj(ę|emy)|dzięki|niestety|rezygnuj)~
(musimy|muszę|jesteśmy zmuszeni|będziemy musieli)( niestety| jednak)* (odmówić|zrezygnować|odrzucić|podziękować)
(nie|już nie|nie jesteśmy|nie jestem)( jesteśmy| jestem| mamy| już| niestety| będziemy| ma| potrzebujemy)* ?(zainteresowan|potrzebujemy|potrzebuję|potrzeby|budżetu|aktualne|skorzystamy|skorzystam|interesuje|pieniędzy|środków|zapotrzebowania|zdecydowaliśmy|zdecydowałem|zdecydowałam|zdecydujemy)~|brak (zainteresowania|budżetu|środków|potrzeby)|nie,? (dziękuję|dziękujemy|dzięki|niestety)|dziękuj(ę|emy),? (ale )?nie(?=\\s*([.!,;]|$|skorzysta))
(nie)( możemy| mogę| będziemy| będę| zamierzamy| chcemy| chcę| zdecydujemy się| podejmiemy| przyjmiemy| decydujemy się| akceptujemy tej| stać nas)+( na| przyjąć| zaakceptować| kontynuować| realizować| skorzystać| zamówić| zamawiać| współpracy| kupić| zrealizować| tego| z| ofert~| tej| państwa)*(przyjąć|zaakceptować|kontynuować|realizować|skorzystać|zamówić|zamawiać|współpracy|kupić|zrealizować|przyjmiemy|stać nas|korzystać|zdecydujemy się|oferty)
(wybraliśmy|wybrałem|wybrałam|wybieramy|zdecydowaliśmy się|zdecydowałem się|zdecydowałam się|skorzystaliśmy|skorzystamy|postawiliśmy|zleciliśmy|zamówiliśmy|znaleźliśmy|znalazłem|kupiliśmy|zostajemy|pozostajemy|poszliśmy|podpisaliśmy|wybrano|zdecydowano|wykonamy|zrobimy|przyjęliśmy|otrzymała?|wygrała?|realizujemy)( niestety| jednak| ostatecznie| na| z| u| przy| w| już| ofertę| umowę| współpracę| to| ofert| zlecenie| usług| prac~| z usług| do)* ${OTHER}
(rezygnuj(ę|emy)|zrezygnowa(liśmy|łem|łam|no)|odrzuc(amy|am|iliśmy|ona|one|ono)|odmawia(m|my)|wycofuj(ę|emy) (się|zapytanie)|odstępujemy|odpuszcza(m|my))( niestety| jednak| z| państwa| oferty| ofertę| zakupu| projektu| tej| się)*
(projekt|zlecenie|zamówienie|inwestycja|remont|wydarzenie|zapytanie|temat|przetarg)( został| zostało| została| jest| niestety| już)* (anulowan|odwołan|wstrzyman|zawieszon|zamknięt|nieaktualn|skasowan|upad|przegran|nie dojdzie)~|(anuluj|anulujemy|proszę (o )?(anulowanie|zamknięcie|zamknąć|anulować|wycofanie))( ofert~| zapytani~| zamówieni~| temat~)*|nieaktualne|temat (jest )?(zamknięty|nieaktualny)
(za|zbyt) (drogo|drogie|droga|drogi|wysoka|wysoko)( jak)? (dla nas|na nasz|dla mnie|na nasze|na mój)|przekracza( niestety)? (nasz|nasze|mój) (budżet|możliwości)|poza (naszym|moim) (budżetem|zasięgiem)|(zrobimy|wykonamy|robimy) (to )?(sami|samodzielnie|we własnym zakresie|wewnętrznie)|(nie|niestety nie) (dla nas|tym razem)|tym razem (nie|podziękujemy|rezygnujemy|odpuszczamy)|podziękuj(emy|ę)(?=\\s*([.!,;]|$|za tę|tym))|(już )?(mamy|kupiliśmy|znaleźliśmy|załatwiliśmy|rozwiązaliśmy) (już|to|wykonawcę|dostawcę|rozwiązanie)|(państwa )?oferta nie została (wybrana|przyjęta)
`,
  against:
    '(za|zbyt|trochę za|dużo za) (drog|wysok|późn)~|ponad (nasz )?budżet|przekracza (nasz )?budżet|(lepsz|tańsz|niższ)~ (ofert|cen)~|powodzenia|(następnym|innym) razem|niekonkurencyjn~',
  regret:
    'niestety|przykro|przepraszam~|szkoda|żałuj~|dziękuj(ę|emy) (mimo to|za (ofertę|czas|poświęcony czas|wycenę|zainteresowanie|przygotowanie|pomoc))|z przykrością',
  doubt: `
do (wglądu|sprawdzenia|weryfikacji|przejrzenia|analizy|konsultacji)
zastan[oó]w~|przemyśl~|zapyta~|porozmawia~|drogo|drogie
zamyk~|zamkn~|zapomn~|rezygn~|anulow~|odpuszcz~|odrzuc~|odm[oó]w~|pozostał~
jeśli|jeżeli|o ile|pod warunkiem|z zastrzeżeniem|chyba że|tylko|wyłącznie|jedynie|częściowo|część|połow~|najpierw|zanim|przed|po (tym|konsultacji|otrzymaniu|zatwierdzeniu|akceptacji)|dopiero|gdy|kiedy (dostaniemy|otrzymamy|obniż)~|dopóki|oprócz|z wyjątkiem|czekam~|oczeku~|poczeka~
(muszę|musimy|chcę|chcemy|chciałbym|chcielibyśmy|trzeba|powinniśmy|będę|będziemy|potrzebuję|potrzebujemy)( jeszcze| najpierw| to| się| tylko| o| tym| z)* (skonsultować|przemyśleć|sprawdzić|zapytać|porozmawiać|porównać|wiedzieć|omówić|uzgodnić|zastanowić|zdecydować|negocjować|zrozumieć|zobaczyć|przeanalizować|akceptacji|zgody|czasu)
jeszcze|nie (jestem|jesteśmy) (pewn|przekonan)~|nie wszystk~|może|być może|prawdopodobnie|ewentualnie|zasadniczo|w zasadzie|wstępnie|zastanaw~|rozważ~|wahamy|wątpliwo~|mam nadziej~|rabat~|zniżk~|upust~|taniej|tańsz~|niższ~|obniż~|negocj~|lepsz~ cen~|zmian~|zmieni~|popraw~|skoryg~|korekt~|zaktualizow~|now(ą|a|ej) (ofert|wycen)~|bez (montażu|dostawy|tej|tego|pozycji)|zamiast|usun~|mniej|za \\d[\\d ,.]* ?(zł|pln|eur|euro)|\\d+ ?(%|procent)
(dam|damy|dajemy) (znać|odpowiedź)|odezw~|wróc~|poinform~|pytani~|pytanie|niejasno~|uwag(i|a|ę)|ile|dlaczego|jaki~|jak (długo|duż)|później|przyszł~ (rok|kwartał)|w przyszłym (roku|kwartale)|odłoż~|odkład~|wstrzym~|(szef|dyrektor|zarząd|kierownik|żona|mąż|prezes)~ (musi|chce|jeszcze|nie|mówi)|napisał~ (pan|pani|państwo)|powiedział~|ustn~
`,
  doubtNo:
    'jeśli|jeżeli|chyba że|czy (możecie|mogą|może|mogliby)|może (później|za|w|kiedyś)|jeszcze nie|(proszę|prosimy)…(w przyszłym|po|za \\d|później|ponown)~|w przyszłym (roku|kwartale|miesiącu)|później|odłoż~|odkład~|wstrzym~|rabat~|zniżk~|obniż~|taniej|na razie|obecnie|w tej chwili|w tym momencie|za tę cenę|przy tej cenie|do (stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)|przed|bez rabatu',
  turn: 'ale|jednak|jednakże|natomiast|lecz|chociaż|choć|tylko że|z tym że|oprócz',
  us: 'was|państwa|państwo|wasz~|zamiast|niż',
  others: `${OTHER}|inn(y|a|e|ą|ego|ej|ych|ym)|konkuren~|sami|ich`,
  not: 'nie|ani|nigdy|bez|żaden|żadna|żadnej|nikt|odmawia~|niemożliwe',
  notNo: 'ani|nigdy|bez|nie to',
  yes: 'tak|owszem|jasne|oczywiście|pewnie|zdecydowanie|jak najbardziej|zgadza się|chętnie',
  no: 'nie|nie dziękuję|absolutnie nie|niestety nie|w żadnym wypadku',
  polite:
    'cześć|witam|dzień dobry|dobry wieczór|szanown~|pan(ie|i|a|em|ią)?|państwo|dziękuję|dziękujemy|dzięki|bardzo|z góry|proszę|pozdrawiam|pozdrowienia|serdecznie|z poważaniem|super|świetnie|dobrze|ok|i|za|ofertę|miłego dnia|z wyrazami szacunku|pozdr',
  harmless: `
(proszę (o )?)?potwierdz\\p{L}*( otrzymani\\p{L}*| odbi\\p{L}*| odbioru| wpływ\\p{L}*)
(czekamy|czekam|oczekujemy) na (umowę|fakturę|potwierdzenie|dokumenty)
ale (bardzo )?dziękuj(ę|emy)( za[^.!?\\n]*)?(?! nie)
(proszę (o|dać|dać znać|pisać|dzwonić|informować)|dajcie|daj|niech pan|niech pani)…(jeśli|jeżeli|gdyby)[^.!?\\n]*
(jeśli|jeżeli|gdyby) (mają|ma pan|ma pani|macie|potrzeb|coś|będą|są)…(pyta|coś|więcej|jeszcze|informac|dokument)~[^.!?\\n]*
(jak najszybciej|tak szybko jak to możliwe|najszybciej jak|możliwie szybko|w miarę możliwości|jeśli to możliwe|kiedy (państwu|panu|pani|wam) pasuje)
(przepraszam~|sorry|wybacz~)[^.!?,;]{0,14}(za|że)[^.!?,;]{0,34}(późn|zwłok|opóźn|długo|czekani)~[^.!?,;]{0,24}(,? ale)?
(nie mam|nie mamy|bez|brak|żadnych) (więcej |dalszych |żadnych |innych |dodatkowych )?(pytań|uwag|zastrzeżeń|zmian|problemu|zbędnej zwłoki)|nie ma (sprawy|problemu)|żaden problem|bez problemu
(po) (dłuższym|długim|głębokim|wewnętrznych|analizie|dokładnej|konsultacjach|namyśle)[^.!?;,]{0,30}|(zgodnie z|jak) (ofertą|ustaleniami|ustalono|ustaliliśmy|uzgodniono|rozmawialiśmy|umówione|w ofercie)|dzięk(uję|ujemy|i) za (rabat|zmianę|zmiany|wyjaśnieni|poprawk|now|cierpliwość|korekt)~[^.!?;,]{0,24}
(może |być może )?(następnym razem|innym razem|przy innej okazji|w przyszłości|przyszłych projekt~|przy kolejnym projekcie)|nie tylko
`,
  practical:
    '(kiedy|od kiedy|jak szybko|gdzie|do kogo|na kiedy|jakie są (kolejne|następne)|co (dalej|jest potrzebne)|w jakim terminie|jak (płacimy|zapłacić))…|(czy )?(mogą|możecie|mogliby|może|mógłby|moglibyście)( państwo| pan| pani)?…(przesłać|wysłać|zacząć|rozpocząć|dostarczyć|przyjechać|potwierdzić|wystawić|zadzwonić|podać|zarezerwować|umówić)',
  money:
    'cen(a|y|ę|ie)|rabat~|zniżk~|koszt~|taniej|mniej|wliczon~|gwarancj~|now(ą|a|ej)|zmian~|zmieni~|bez|inn~|lepsz~|%',
  away: '(?<=^|[.!\\n] ?)(na (urlopie|zwolnieniu)|nieobecn[ya]|w delegacji) (do|od)|(jestem|będę|jesteśmy|przebywam|przebywamy)( [^ !?\\n]{1,20}){0,6}( na urlopie| na zwolnieniu| poza biurem| nieobecn[ya]| na urlopie macierzyńskim| w delegacji| w podróży służbowej| nieobecni)|(odpowiedź automatyczna|automatyczna odpowiedź|autoodpowiedź|autoresponder)|nieobecność|(wracam|wrócę|powrót)( do (biura|pracy))? ?(\\d|w|dnia|od|po)|(biuro|firma) (jest |będzie )?(nieczynn|zamknięt)~|ograniczony dostęp',
  left: 'nie pracuj(ę|e) już|już nie pracuj(ę|e)|nie jest(em)? już (zatrudnion|pracownik)~|odszedł(em)? z|odeszła(m)? z|na emerytur(ze|ę)|ostatni dzień pracy|(adres|skrzynka|konto)( \\p{L}+)? (nie jest już|już nie jest|nie jest|została) (aktywn|używan|obsługiwan|czytan|dezaktywowan)~',
  stop: '(nie życz(ę|ymy) sobie|nie chc(ę|emy) (już )?(otrzymywać|dostawać))( otrzymywania| więcej| dalszych| kolejnych| takich| żadnych)* (wiadomości|mail|e-mail|kontaktu|korespondencji)~|(wypisz|wypisać|wyrejestr|usuń|usunąć|usunięcie|wykreśl|wykreślić|proszę (mnie |nas )?(wypisać|usunąć|wykreślić))~( mnie| nas| mój| moje| nasze| adres| dane| o)*…(listy|bazy|list|mailing|danych|newsletter|adres|dane)~|(wypisz|proszę wypisać|wypiszcie) mnie|(przestań|przestańcie|proszę (przestać|nie)|proszę o nie)( już)?( do mnie| do nas| mi| nam| więcej)* ?(pisać|wysyłać|dzwonić|nękać|kontaktować|przysyłać|spamować|niepokoić)~|(nie|proszę nie) (piszcie|pisz|kontaktuj|dzwoń|wysyłaj|przysyłaj|kontaktować|pisać|wysyłać)~( się| do mnie| do nas| mi| nam| ze mną| z nami| więcej| już| żadnych| maili| wiadomości)*(więcej|już|maili|wiadomości)|(nie (chcę|życzę sobie|chcemy|życzymy sobie))( już| więcej| otrzymywać| dostawać| kontaktu| maili| wiadomości| żadnych| dalszego)*(otrzymywać|dostawać|kontaktu|maili|wiadomości)~|(proszę|prosimy)( już| więcej| do mnie| do nas| mi| nam)+ nie (pisać|wysyłać|dzwonić|kontaktować|przysyłać)~|żadnych więcej (maili|wiadomości)|dajcie (mi|nam) (święty )?spokój|(?<=^|[.!\\n] ?)stop(?=\\s*([.!]+|$))',
  notStop:
    '(przed (poniedział|wtork|środ|czwart|piąt)~|telefonicznie|w domu|podczas|w weekend|dzisiaj|dziś|w tym tygodniu)',
};
