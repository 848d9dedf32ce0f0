import { compileLines } from './compile-phrases.ts';

/** What people say when they mean the contrary. It never makes a label; it takes the plainness from a yes. */
const IRONY = compileLines(`
yeah,? right|as if|in your dreams|dream on|you wish|good joke|nice joke|nice try|good one|very funny|you must be joking|are you kidding|kidding me
(when|until|once|after|before) (hell|pigs)|pigs (can |might |will |could )?fly|hell freezes
/s|lol|lmao|rofl|(ha){2,}h?|(he){2,}|jaja~|jeje~|kkkk*|mdr|ptdr|rsrs~|ahah~|hihi
just what (i|we) (always )?(needed|wanted)|money to burn|made of money|nothing better to do|(love|enjoy|adore) (paying|wasting|being|spending|to (pay|be|waste))
money (grows|growing) on trees|what a (bargain|steal|surprise|joke|relief|shock|coincidence|generous)|how (generous|kind|thoughtful|convenient|nice) of you|(double|triple|twice) the price|charge (me|us) (double|twice|more)|(daylight|highway) robbery|arm and a leg|gold-?plated|made of (solid )?gold|solid gold|kidney|firstborn|(win|won) the lottery|rob (a|the) bank|sell (my|a|our) (house|kidney|car|soul|grandmother)
(?<=^|[.!?\\n] ?)(oh|ah|ooh),? (sure|great|wonderful|joy|yes|please|fantastic|perfect|good|brilliant|lovely|of course|absolutely)
sure,? (why not|because|and|just|when|as soon)|go ahead and (charge|wait|hold|tell|try|explain)|(another|yet another) (price )?(increase|hike|delay)|thanks for nothing|who needs|why not (double|just)|at (that|this|these|those|such) (a )?prices?|for (that|such) (a )?(price|money)
ja klar|na klar|aber klar doch|sonst noch (was|wünsche)|träum~ weiter|schön wär'?s|guter witz|sehr witzig|sehr lustig|geld wie heu|goldesel|goldene nase|nie im leben|wer'?s glaubt|selten so gelacht|geschenkt ist noch|wucher
mais bien sûr|bien sûr,? et (puis )?|et puis quoi encore|vous rêvez|ben voyons|c'est une blague|quelle (blague|bonne blague|affaire)|mort de rire|la bourse ou la vie|quand les poules|à ce prix
sí,? claro|ni en sueños|cuando las ranas|vaya (ganga|chollo)|qué (gracioso|ganga|chollo)|a ese precio|un ojo de la cara|un riñón
come no|sì,? certo come|ma certo,? (e|come)|nei (tuoi|vostri) sogni|bella battuta|che affare|un rene|a quel prezzo|quando gli asini
(claro|sim),? (e|porque|com certeza que|até parece)|nem em sonhos|até parece|que (piada|pechincha)|um rim|quando as galinhas
ja hoor|jazeker,? en|tuurlijk,? (en|want)|droom (lekker )?verder|mooie grap|goeie grap|wat een koopje|als de kippen|peperduur
jo,? visst|drömmer ni|skämtar ni|ha ha|kul skämt|vilket kap|drøm videre|god vits|godt forsøg|sikke et kup
chyba żart~|dobry żart|śmieszne|marzenia ściętej|akurat|jasne,? (a|bo)
ага,? (щас|конечно)|ну да,? конечно|мечтайте|размечтал~|смешно|хорошая шутка|держите карман|разбежал~|почк(у|и) продать|когда рак
vâng,? tất nhiên rồi|mơ đi|đùa (à|hả)|mimpi~|lucu sekali|bercanda
👎|🙄|😂|🤣|😒|🤡|😏|🙃|😆|😅|🤦~
`);
const IRONY_EAST =
  /呵呵|哈哈|做梦|做夢|开玩笑|開玩笑|笑死|想得美|真(?:便宜|大方|划算)啊|冗談|ご冗談|笑わせ|(?:^|[^ー])www|（笑）|\(笑\)|笑$|ㅋㅋ|ㅎㅎ|농담|꿈 깨|꿈도 꾸지|참 싸네|555+|ตลก|ฝันไป/u;

/** Signs of irony: then a yes is not plain. */
export const soundsIronic = (text: string): boolean => text.search(IRONY) >= 0 || IRONY_EAST.test(text);
