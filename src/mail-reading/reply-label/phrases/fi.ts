import type { Phrases } from '../phrases.ts';

const OTHER =
  '(toi(nen|sen|sta|selle|selta|seen|sella|sesta|set)( \\p{L}+)?|muualta|muualle|muilla|kilpailij~|joku muu|jonkun muun|jollekin muulle|jonkun toisen|nykyi~ (toimittaj|kumppan)~|halvem~|edullisem~|itse)';

export const finnish: Phrases = {
  language: 'fi',
  marks:
    'ja|on|ei|me|te|kiitos|hei|moi|että|mutta|tarjous|tarjouksen|tarjouksesta|emme|ole|olemme|se|terveisin|ystävällisin|voitte|haluamme|teidän',
  accept: `
(?<=^|[.!,;\\n] ?)tilataan(?=\\s*([.!,;]|$))
sopii(?=[.!,;]? ?(aloittakaa|tehkää|tilatkaa|jatkakaa|edetään|tilataan))
(hyväksymme|hyväksyn|vahvistamme|vahvistan|tilaamme|tilaan|otamme|otan|valitsimme|valitsemme)( tämän| tarjouksen| tarjouksenne| tilauksen| teidät| sen| ne| ehdottomasti| mielellämme| mielellään| teidän)*|(tarjous|tarjouksenne|tilaus|sopimus|hinta)( on)? (hyväksytty|vahvistettu|allekirjoitettu|hyväksytään)|(?<=^|[.!,;\\n] ?)(hyväksytty|vahvistettu|sovittu|selvä,? (aloittakaa|aloitetaan|tilataan)|kauppa tuli|kaupat tuli)(?=\\s*([.!,;]|$|\\n))
(voitte|voit)( jo| siis| nyt)* (aloittaa|edetä|jatkaa|toimittaa|laskuttaa|lähettää (laskun|sopimuksen)|tilata)|(aloittakaa|aloitetaan|edetään|jatketaan|tehdään (se|näin|niin|kaupat)|laitetaan (tilaukseen|toimeen)|pistetään (toimeen|tilaukseen)|mennään (sillä|tällä|teidän)|antaa mennä|eteenpäin)( vain| sitten| töihin| tällä)*
(haluamme|haluan|haluaisimme|haluaisin|päätimme|päätin|olemme päättäneet)( edetä| jatkaa| hyväksyä| tilata| ostaa| valita| teidät| tarjouksen| tarjouksenne| tehdä tilauksen| aloittaa| ottaa)+|(saitte|saatte|sait) (työn|tilauksen|urakan|sopimuksen|projektin)|vihreää valoa|vihreä valo|(annamme|annan) (hyväksynnän|luvan)
(liitteenä|ohessa|tässä|lähetän|lähetämme)( on| allekirjoitettu| tilaus| ohessa| tarjous)*(allekirjoitettu|tilaus|tilauksemme|ostotilaus|tilausvahvistus|sopimus)~|allekirjoitettu (tarjous|sopimus)~|ostotilaus~ (liitteenä|ohessa)|kyllä,? (kiitos|aloittakaa|otamme|tilataan|hyväksymme|sopii|edetään|voitte|käy|haluamme)~|(lähettäkää|lähetä) (lasku|sopimus)~|varatkaa (meille|aika)|sopii,? (aloittakaa|tilataan|edetään|otetaan)|otetaan(?=\\s*([.!,;]|$|tämä|se))
`,
  pleased:
    '(kuulostaa|näyttää|vaikuttaa)( hyvältä| erinomaiselta| oikein)+|sopii (meille|minulle|hyvin)|käy (meille|minulle|hyvin)|(se )?(sopii|käy)(?=\\s*([.!,;]|$))|olemme tyytyväisiä|odotamme innolla',
  decline: `
(muutimme|muutin|olemme muuttaneet) mieltä~|(mielemme|mieli) muuttui|(meillä|minulla) ei ole varaa|ei mahdu budjettiin~
ei kiinnosta|(emme|en) ole kiinnostun~
(emme|en|ei|ei ole|ei enää)( ole| enää| valitettavasti| me| tällä| kertaa| nyt| tarvetta| meillä)* ?(kiinnostu|tarvitse|tarvetta|tarpeellinen|budjetti|budjettia|varaa|kiinnostusta|ajankohtai)~|ei,? kiitos|kiitos,? ei|kiitos,? mutta ei
(emme|en)( valitettavasti| voi| aio| enää| halua| tule| me| tällä kertaa| pysty| nyt)* ?(hyväksy|tilaa|etene|jatka|ota|osta|edetä|hyväksyä|tilata|ostaa|jatkaa|ottaa|lähde|tee|toteuta|sitoutua)(?![\\p{L}])
(valitsimme|olemme valinneet|päädyimme|päätimme|päätin|menimme|ostimme|löysimme|teimme|tilasimme|pysymme|jatkamme|hankimme|otimme|valittiin|siirryimme|valitsin|annoimme|tilasin)( valita| ottaa| tilata| tarjouksen| edullisemman| tällä kertaa| kuitenkin| lopulta| siis| sopimuksen| nyt| työn| käyttää| hankkia)* ${OTHER}
(hylkäämme|hylkäsimme|hylkään|hylätty|kieltäydymme|kieltäydyn|luovumme|luovuimme|peruimme|perumme|perun|peruttu|perutaan|peruutamme|peruuntui|peruuntunut|peruttiin|keskeytetty|lopetettu|haudattu)( tarjouksen| tarjouksenne| tilauksen| projektin| hankkeen| pyynnön)*|(projekti|hanke|tilaus|työ|remontti|tapahtuma)~( on)? (peruttu|peruutettu|peruuntunut|keskeytetty|lopetettu|haudattu|jäissä)
(liian|aivan liian) (kallis|kallista|korkea) (meille|minulle|meidän)|(yli|ylittää) (meidän )?budjet~|ei (mahdu|sovi) (meidän )?budjettiin~|(päätimme|olemme päättäneet|päätin) (olla|jättää)~|(teemme|hoidamme|toteutamme) (sen |tämän |työn )?itse|ei (meille|tällä kertaa)|jätämme (väliin|tällä kertaa|tarjouksen)|jätän väliin|jää (väliin|tekemättä)
`,
  against:
    '(liian|aivan liian|turhan|melko) (kallis|kallista|korkea|myöhään)|(halvempi|parempi) (tarjous|hinta)|onnea (jatkoon|matkaan)|(ensi|seuraavalla|toisella) kerralla|yli budjetin',
  regret:
    'valitettavasti|ikävä kyllä|pahoittel~|harmi~|kiitos (silti|kuitenkin|tarjouksesta|ajastanne|vaivannäöstä|kuitenkin)|anteeksi',
  doubt: `
miet~|keskust~|palaamme|palataan|kallis~
unoh~|perut~|hylä~|hylk~|jätetään|sulke~|toise~|muut
jos|mikäli|edellyttäen|ehdolla|ellei|paitsi|(?<!(aloittakaa|aloita|tehkää|jatkakaa|tilatkaa|laittakaa|toimittakaa|lähettäkää) )vain|ainoastaan|osittain|osan|puolet|ensin|ennen kuin|kunhan|sitten kun|kun (saamme|olette|olemme|hinta|lähetätte)|vasta|toistaiseksi|odot(amme|an|taa|ellaan)
(täytyy|pitää|haluamme|haluan|haluaisimme|haluaisin|aiomme|pitäisi|voisimme|voisitteko|voitteko)( vielä| ensin| minun| meidän| tämä| se| asia| asiaa)* (keskustella|tarkistaa|miettiä|kysyä|verrata|tietää|harkita|neuvotella|päättää|selvittää|odottaa|ymmärtää|hyväksyttää)
vielä|ehkä|kenties|todennäköisesti|luultavasti|mahdollisesti|periaatteessa|harkitse~|mieti~|epävarm~|toivo~|alennus~|alennuksen|halvem~|edullisem~|alempi|laske~ hinta~|hintaa (alas|alemmas)|neuvotel~|muuttaa|muuto~|muutta~|korja~|päivitet~|uusi (tarjous|versio)|uuden tarjouksen|ilman|sijaan|pois|\\d+ ?(%|prosent~)|\\d[\\d ,.]* ?(€|euro~|eur)
palaan|palaamme|ilmoitan|ilmoitamme|kysy~|kysym~|epäselv~|huomautu~|miksi|paljonko|kuinka|milloin hinta|mikä|mitä|myöhemmin|ensi (vuonna|vuosi|kvartaali)|siirr~|lykä~|lykkä~|tauolla|(pomo|johtaja|hallitus|johto|esimies|puoliso|vaimo|mies)~ (pitää|täytyy|haluaa|ei|vielä|sanoi)|sanoitte|kirjoititte|alustav~|suullis~
`,
  doubtNo:
    'jos|ellei|voitteko|voisitteko|ehkä(?! ensi)|ei vielä|emme vielä|(ottakaa|ota|kysykää|soittakaa|palatkaa|palataan)…(yhteyttä|asiaan|uudelleen|myöhemmin|ensi|jälkeen|jälkeen)|ensi (vuonna|kvartaali)|myöhemmin|siirr~|lykk~|alennus~|laske~|tällä hetkellä|toistaiseksi|juuri nyt|tällä hinnalla|ennen|kunnes',
  turn: 'mutta|kuitenkin|tosin|vaikka|paitsi|vaan',
  us: 'teidät|teidän|teihin|teiltä|sijaan|sijasta',
  others: `${OTHER}|toinen|toisen|muu|muut|muun|itse|kilpailij~`,
  not: 'ei|en|emme|ette|eivät|et|älä|älkää|ilman|tuskin|koskaan',
  notNo: 'ilman|tuskin|koskaan',
  yes: 'kyllä|joo|juu|toki|tottakai|totta kai|ehdottomasti|mielellään|mielellämme|kyllä kiitos',
  no: 'ei|ei kiitos|emme|ei missään nimessä|valitettavasti ei',
  polite:
    'hei|moi|terve|hyvää (päivää|huomenta|iltaa)|kiitos|kiitoksia|paljon|etukäteen|terveisin|ystävällisin|t|terv|hyvä|hienoa|loistavaa|mahtavaa|selvä|ok|tarjouksesta|hyvää (viikonloppua|päivänjatkoa|päivän jatkoa)|yst',
  harmless: `
mutta kiitos|kiitos (kuitenkin|silti)
(kerro|kertokaa|ilmoita|ilmoittakaa|ota|ottakaa)…(jos|mikäli)[^.!?\\n]*
(jos|mikäli) (teillä|on|tarvitsette|jotain|sinulla)…(kysy|jotain|lisä|muuta|tieto)~[^.!?\\n]*
(niin pian|mahdollisimman (pian|nopeasti)|heti|kun (teille|sinulle) (sopii|käy)|jos mahdollista|pian kuin mahdollista)
(anteeksi|pahoittelut|pahoittelen|pahoittelemme)[^.!?,;]{0,20}(viiv|myöhä|hidas|kest)~[^.!?,;]{0,24}(,? mutta)?
(ei|ei ole|meillä ei ole) (muita |enää |lisä)?(kysymyksiä|kysyttävää|ongelmaa|huomautettavaa|muutoksia)|ei hätää|(huolellisen|pitkän|tarkan) harkinnan jälkeen|(kuten|niin kuin) (sovittu|sovimme|puhuttu|tarjouksessa)|kiitos (alennuksesta|muutoksesta|selvennyksestä|uudesta|kärsivällisyydestä)[^.!?;,]{0,20}
(ehkä )?(ensi kerralla|seuraavalla kerralla|toisella kertaa|tulevaisuudessa|jatkossa|tulevissa projekteissa)
`,
  practical:
    '(milloin|koska|missä|kenelle|minä päivänä|mitä seuraavaksi|mitä tarvitsette|miten (maksamme|edetään))…|(voitteko|voisitteko|voitko|voisitko)…(lähettää|aloittaa|toimittaa|tulla|vahvistaa|laskuttaa|soittaa|ilmoittaa|varata)',
  money: 'hin(ta|na|nan|taa|nasta)|alennus~|kustannus~|halvem~|sisälty~|takuu|uusi|uuden|muutta~|ilman|toinen|%',
  away: '(?<=^|[.!\\n] ?)(lomalla|poissa|matkoilla) (\\d|asti|\\p{L}+ asti)|(olen|olemme|on)( [^ !?\\n]{1,20}){0,6}( lomalla| poissa| matkoilla| vuosilomalla| perhevapaalla| vanhempainvapaalla| suljettu| sairauslomalla)|automaattinen (vastaus|poissaolo~)|poissaolo(viesti|ilmoitus)~|(palaan|palaamme|tavoitettavissa)( taas| töihin| toimistolle| jälleen)* (\\d|maanantai|tiistai|keskiviikko|torstai|perjantai)~|lomalla \\d',
  left: '(en|ei)( ole)?( enää)? (työskentele|työssä|töissä|palveluksessa)~|olen (jäänyt|jäämässä) eläkkeelle|on lähtenyt (yrityksestä|talosta)|viimeinen työpäiväni',
  stop: '(poistakaa|poista)( minut| meidät| tietoni| osoitteeni| sähköpostini)*…(lista|listalta|rekister|tiedot|postitus|osoite)~|(lopettakaa|lopeta)( jo)?( tämä| viestien| sähköpostien| yhteydenotot| viestit| lähettäminen| roskaposti)*|(älkää|älä)( enää| ottako| lähettäkö| lähetä| ota| laittako| soittako| koskaan| minulle| meille)*( yhteyttä| viestejä| sähköpostia| postia| lähettäkö| ottako)+( enää)?|en halua (enää )?(viestejä|sähköpostia|yhteydenottoja|kuulla)|ei enää (viestejä|sähköposteja|yhteydenottoja)|peruuta tilaus(?=\\s*([.!]|$))|jättäkää (minut|meidät) rauhaan',
  notStop: '(ennen (maanantai|tiistai|keskiviikko|torstai|perjantai|kello)|puhelimitse|kotiin|tänään|tällä viikolla)',
};
