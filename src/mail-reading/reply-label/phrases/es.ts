import type { Phrases } from '../phrases.ts';

const OTHER =
  '(otr(a|o|as|os) (empresa|proveedor~|opción|oferta|presupuesto|compañía|persona|alternativa|solución|cotización|propuesta|profesional|cosa|lado|parte|sitio|candidat~)|otr(a|o)(?=\\s*([.!,;]|$|que|más))|alguien más|otra parte|(la|su|una|vuestra|tu)? ?competencia|competidor~|(nuestro|mi|el) proveedor (actual|habitual|de siempre)|más (barat|económic)~|internamente|por nuestra cuenta)';

export const spanish: Phrases = {
  language: 'es',
  marks:
    'el|la|los|las|y|de|que|no|es|con|para|por|gracias|hola|nos|su|presupuesto|cotización|un|una|en|estamos|hemos|vuestra|saludos|me|pero',
  accept: `
(vale|ok|perfecto|bien|sí),? (lo|la) (hacemos|cogemos|contratamos|compramos)(?=\\s*([.!,;]|$))
(podéis|pueden|puedes|puede) (ya )?(facturar(lo|la|nos)?|emitir la factura)(?=\\s*([.!,;]|$))
sí,? (lo|la) hacemos(?=\\s*([.!,;]|$))
quedan? (aprobad|aceptad|confirmad|autorizad)[oa]s?(?=\\s*([.!,;]|$|el presupuesto(?! de)|la oferta(?! de)|su |vuestr|por nuestra|por mi parte))
(damos|doy)( nuestra| la| mi)? conformidad( al| a la| a su)?( presupuesto| oferta| propuesta)?(?=\\s*([.!,;]|$))
(lo|la|los|las) (queremos|quiero|cogemos|cojo|contratamos|compramos|aceptamos|acepto|tomamos|tomo)(?=\\s*([.!,;]|$))
(aceptad[oa]|aprobad[oa]|confirmad[oa]|firmad[oa])( queda)?( ya)? (la|el|su|vuestra?) (oferta|propuesta|presupuesto|pedido|cotización)(?! de)
(hagan|haga|hagáis|haced|hagamos|pongan|tramiten|tramitad)( ya)? (el|la|un) (pedido|orden|compra|encargo|reserva)
(?<=^|[.!,;\\n] ?)(hacedlo|hágan?lo|hazlo|háganlo|hacedlo así)(?=\\s*([.!,;]|$))
(acepto|aceptamos|apruebo|aprobamos|confirmo|confirmamos|autorizo|autorizamos|contratamos|contrato(?! firmado))( por la presente| con gusto| encantados?| formalmente| definitivamente)*( su| el| la| tu| vuestro| vuestra| este| esta| los| nuestro| nuestra)?( presupuesto| oferta| propuesta| cotización| pedido| precio| orden| compra| trabajos?)?
(presupuesto|oferta|propuesta|cotización|pedido|orden|todo|trabajo)( ha sido| está| fue| queda| quedó| ya está)* (aceptad[oa]|aprobad[oa]|confirmad[oa]|autorizad[oa]|firmad[oa])|(?<=^|[.!,;\\n] ?)(aceptad[oa]|aprobad[oa]|confirmad[oa]|de acuerdo|conforme|trato hecho|hecho|adelante|vendido|dale)(?=\\s*([.!,;]|$|\\n|con|,))
adelante(?=\\s*([.!,;:]|$|con|por favor|entonces))|(pueden|puede|podéis|puedes|podemos)( ya| entonces| por favor)* (proceder|empezar|comenzar|seguir adelante|iniciar|continuar|arrancar|enviar(nos|me)? (la|el) (factura|contrato)|facturar|programar|agendar)
(procedan|proceda|procede|proceded|procedamos|empiecen|empiece|comiencen|comience|inicien|inicie|arranquen|empezad|empieza)( ya| por favor| entonces| con| el| la| cuando)*|(queremos|quiero|quisiéramos|quisiera|nos gustaría|me gustaría|deseamos|deseo|vamos a|hemos decidido|he decidido|decidimos)( ya| por tanto| entonces)* (aceptar|seguir adelante|continuar|proceder|avanzar|contratar|confirmar|hacer (el|un) pedido|encargar|comprar|firmar|empezar|comenzar|trabajar con (ustedes|vosotros|usted)|contar con (ustedes|usted|vosotros)|elegir(les|los|la|lo)|quedarnos con (su|vuestra|esta))
(tiene|tienen|tenéis|tienes)( ya| usted| ustedes)* (mi|nuestro|nuestra|el|luz) (visto bueno|aprobación|ok|conformidad|autorización|verde|sí|go)|luz verde|visto bueno|vº ?bº|damos (el|nuestro) (visto bueno|ok|sí)|doy (el|mi) (visto bueno|ok|conformidad)
(de acuerdo|conformes?|estamos de acuerdo|estoy de acuerdo)( con)?( el| la| su| los| lo)?( presupuesto| oferta| propuesta| precio| cotización| condiciones)?(?=\\s*([.!,;]|$|adelante|procedan|por favor|y))
(adjunto|adjuntamos|adjunta|les? (envío|enviamos|mando|remito|adjunto)|te (envío|mando)|aquí (está|tiene|va|tienen)|envío|enviamos|va adjunt[oa])( encontrará~?| le| les| el| la| nuestra| nuestro| su| mi| ya| en archivo)* (orden de compra|pedido|presupuesto firmado|contrato firmado|(presupuesto|contrato|propuesta|oferta|documento) (ya )?(firmad|aceptad|aprobad)[oa]|firmad[oa])|(orden de compra|presupuesto firmado|contrato firmado)( va| está)? (adjunt[oa]|en adjunto)|firmado (y )?(adjunto|enviado)
(les|le|os|te|lo|la|los) (damos|doy|adjudicamos|otorgamos|encargamos|elegimos|hemos elegido|contratamos|compramos|compro|tomamos|tomo|quedamos|cogemos)( el| la)?( trabajo| proyecto| contrato| pedido| obra| encargo)?|(el trabajo|el contrato|el proyecto|el pedido) es (suyo|vuestro|tuyo)|nos (lo )?quedamos con (él|ella|su|vuestra|tu|esta|este|la|el)|hemos (elegido|decidido) (su|vuestra|contar con|trabajar con) ?(oferta|propuesta|presupuesto|ustedes|usted|vosotros)?
(hagámoslo|hagamos(lo)?|vamos adelante|vamos con (ello|todo|esto|eso)|sigamos adelante|seguimos adelante|manos a la obra|cerramos (el )?trato|trato hecho|cuenten con nosotros|contad con nosotros)|(envíen|envíe|envíenos|envíeme|mándenos|mándeme|enviad)( nos| me)* (la|el) (factura|contrato)|(pueden )?facturar(nos)?|(reserven|resérvenos|agéndenos|prográmenos|apúntenos)~|(anticipo|depósito|transferencia)( ya)?( está| fue| ha sido)? (pagad|hech|enviad|realizad|transferid)[oa]
sí,? (por favor|adelante|acepto|aceptamos|confirm~|de acuerdo|procedan|queremos|quiero|me interesa contratar|proced~|hagámoslo|está bien,? adelante|gracias,? adelante)|por supuesto,? adelante
`,
  pleased:
    '(nos|me) (parece|va|viene|encaja|conviene|cuadra)( muy| todo)? ?(bien|perfecto|perfectamente|estupendo|genial|correcto|razonable)?|(suena|todo|está) (todo )?(bien|perfecto|genial|correcto|en orden)|(encantad|content)~ con|(con mucho gusto|encantad[oa]s?)',
  decline: `
(hemos|he|han) (aceptado|aprobado|firmado|elegido) (la |el )?(oferta|presupuesto|propuesta)?( de)? ?(otr[ao] (empresa|proveedor|oferta|presupuesto))
(al final|finalmente|por desgracia|lamentablemente),? no (lo|la|los|las) (vamos a|voy a|podemos|puedo) (hacer|contratar|comprar|necesitar|llevar a cabo|realizar|encargar)(?=\\s*([.!,;]|$))
no (podemos|puedo|vamos a) (aceptar|aprobar) (esta|la|su|vuestra|este|el|vuestro) (oferta|presupuesto|propuesta)(?=\\s*([.!,;]|$))
(ha quedado|queda|quedó) (descartad|desestimad|anulad)[oa]s?
(cambiado|cambiamos|cambié|cambiar) de (opinión|idea|planes|parecer)
no (podemos|puedo|nos podemos|me puedo) (permit~|pagar|costear|asumir|afrontar)
otr[ao] (empresa|proveedor|contratista|oferta|persona) (ha|fue|ganó|se) ?(ganado|sido|llevado|elegid|seleccionad|la ganadora|llevó)~
(vamos|voy) a dejarlo(?! (para|hasta))|(ya )?(tenemos|tengo|contamos con) (un )?(proveedor|otro proveedor|quien lo haga)(?=\\s*([.!,;]|$|para))
(hemos|he) decidido (hacerlo|realizarlo|resolverlo|gestionarlo|fabricarlo) (internamente|nosotros|nosotras|por nuestra cuenta|en casa|yo mism[oa])
(ya )?(está|lo hemos|lo tenemos|quedó) (resuelto|solucionado|comprado|arreglado)(?=\\s*([.!,;]|$))
(hemos|he) encontrado (algo|uno|una)( opción| oferta)? más (económic|barat|asequible|baj)~
(el|nuestro|mi) cliente (canceló|ha cancelado|anuló|ha anulado|se echó atrás|desistió)
(tenemos|tengo|hemos|debemos|vamos)( tenido)? (que|a) (rechazar|declinar|renunciar|descartar)(lo|la|los|las)?
(no|ya no)( lo| la| los| las| nos| me| estamos| estoy| tenemos| tengo| es| hay| se)*( muy| realmente)? ?(interesa|interesan|interesad~|necesitamos|necesito|necesari[oa]|interés|presupuesto para|dinero|fondos|hace falta|necesidad|seguir|requerimos|convence|encaja|conviene)
no,? (muchas )?gracias|gracias,? pero no|no (vamos|voy) a (seguir|continuar|aceptar|contratar|proceder|poder|avanzar|hacer|comprar|necesitar|realizar|tirar|firmar)~|no (seguiremos|continuaremos|aceptamos|aceptaremos|contrataremos|procederemos|podemos (aceptar|permitirnos|asumir|seguir|continuar|contratar)|puedo (aceptar|permitirme|asumir)|podremos|queremos|quiero|deseamos|compraremos)
(hemos|he|han|ha|vamos|nos|me|preferimos|prefiero|decidimos|decidí|acabamos|estamos|fue|ya|optamos)( finalmente| ya| al final| decidido| optado| elegido| escogido| contratado| adjudicado| encontrado| firmado| comprado| seleccionado| dado| aceptado| ido| quedado| quedarnos| quedamos| trabajar| seguir| continuar| contratar| decantado| hemos| he| por| con| a| en| de| la| el| los| las| trabajo| contrato| ir| irnos| haciendo)* ${OTHER}
(hemos|he|se ha|han) (decidido|optado por|preferido) no (seguir|continuar|contratar|aceptar|avanzar|proceder|hacer~|realizar|comprar|llevar)|(decidimos|decidí) no|decidido (no|en contra|cancelar|renunciar|rechazar)
(rechaz(o|amos|ar|ado|ada)|declin(o|amos|ar|ado)|renunci(o|amos|ar)|descart(amos|ado|ada|ar|o))( su| la| el| esta| a| amablemente| por| lamentablemente)*( oferta| propuesta| presupuesto| cotización)?
(proyecto|pedido|obra|evento|solicitud|trabajo|plan|viaje|compra)( se)?( ha| ha sido| fue| está| se ha| han| quedó| queda| lo| hemos)* (cancelad[oa]|cancelamos|cancelado|anulad[oa]|suspendid[oa]|parad[oa]|descartad[oa]|canceló|suspendió|caído|archivad[oa])|(cancelamos|cancelar|cancele|cancelen|anulen|anular|cierren|cerrar|archiven|retiramos|retirar)( el| la| nuestra| nuestro| este| esta| por favor)* (pedido|solicitud|presupuesto|proyecto|orden|expediente|cotización|consulta)
(demasiado|muy|excesivamente) (car[oa]|elevad[oa]|alt[oa]|costos[oa]) para (nosotros|nuestro|mí|nuestra|mi)|(se (nos|me) (va|sale|escapa)|(nos|me) (resulta|sale|parece) (demasiado|muy) (car|elevad|cost))~( de)?( nuestro| mi)?( presupuesto)?|no (entra|cabe|está) en (nuestro|mi|el) presupuesto|fuera de (nuestro|mi) (presupuesto|alcance)
(hemos|he|se ha|han|habíamos) (cancelado|anulado|suspendido|descartado|parado) (el|la|este|esta|nuestro)|lo (haremos|hacemos|vamos a hacer|hicimos)…(nosotros mismos|internamente|por nuestra cuenta|en casa)|(no (ha sido|fue|han sido|resultó) (seleccionad|elegid|aceptad|adjudicad))~|lo hemos dejado|lo (dejamos|dejo) (estar|correr)|es (un|que) no|lo dejamos(?=\\s*([.!,;]|$|por|aquí|así))|lo dejo(?=\\s*([.!,;]|$))|esta vez no|en esta ocasión no|(ya )?(lo|la) (hemos )?(resuelto|solucionado|resolvimos|conseguimos|compramos|compré|tenemos resuelto)|paso(?=\\s*([.!,;]|$|de))|pasamos(?=\\s*([.!,;]|$))
`,
  against:
    '(demasiado|muy|bastante|excesivamente) (car[oa]s?|elevad[oa]s?|alt[oa]s?|costos[oa]s?|tarde)|(supera|excede|sobrepasa|por encima de)( con creces)? (nuestro|mi|el) presupuesto|más (barato|económico) en|(mejor|otra) oferta|(mucha )?suerte|(para|en) (la próxima|otra ocasión)|no (es|está) competitiv[oa]',
  regret:
    'lamentablemente|desgraciadamente|desafortunadamente|por desgracia|lo (siento|sentimos|lamento|lamentamos)|lamento|lamentamos|una pena|disculp~|perdón|gracias (de todos modos|igualmente|por su (tiempo|oferta|interés|presupuesto|propuesta|trabajo|esfuerzo))',
  doubt: `
para (revisar\\p{L}*|revisión|estudiar\\p{L}*|comprobar\\p{L}*)
lo (reviso|consulto|miro|estudio|pienso|hablo|valoro)~?|caro|cara|escríban(me|nos)
lo dejamos|dejarlo|dejamos estar|olvid~|cerrar|cancel~|anul~|rechaz~|renunci~|competencia|los otros|las demás
si(?! (es posible|lo desea|desea))|siempre (que|y cuando)|a condición|con la condición|sujeto a|salvo|a menos|excepto|solo|sólo|solamente|únicamente|una parte|parte de|la mitad|mitad|parcial~|primero|antes (de|que)|después de|una vez (que)?|cuando (nos|me|baj|teng|hay|recib|envi|apru|lo)~|en cuanto (nos|me|baj|teng|hay|recib|envi|apru)~|hasta (que|tanto)|mientras|pendiente~|a la espera|esperando|esper(o|amos|ar|emos)
(tenemos|tengo|debemos|debo|hay|falta|necesitamos|necesito|quiero|queremos|quisiera|quisiéramos|voy|vamos|gustaría) (que |a )?(consultar|revisar|ver|hablar|pensar|preguntar|comparar|estudiar|confirmar con|negociar|valorar|analizar|saber|entender|comentar|decidir|aprobar|la aprobación|aprobación)~
(todavía|aún) no|no (est(oy|amos) (segur|convencid)|todo|todos|del todo|sé|sabemos|lo tengo claro|hemos decidido|he decidido)~|quizás?|tal vez|a lo mejor|probablemente|posiblemente|puede (ser|que)|en principio|seguramente|supongo|creo que|pensando|pensarlo|pensar|considerando|valorando|estudiando|revisando|comparando|dudas?|duda
descuento|rebaja~|más (barato|económico|bajo)|mejor precio|bajar|baje|bajan|bajáis|negociar|reduc~|precio (final|más)|modific~|cambi~|corrig~|correg~|ajust~|revisad[oa]|actualizad[oa]|nuev[oa] (presupuesto|oferta|cotización|propuesta)|sin (el|la|los|las|incluir)|en (lugar|vez) de|quitar|quiten|por \\d[\\d., ]* ?(€|euros?|eur|usd|dólares|pesos|\\$)|a \\d[\\d., ]* ?(€|euros?|eur|usd|dólares|pesos)|\\d+ ?(%|por ciento)
(le|les|te|os) (digo|diré|decimos|diremos|aviso|avisaré|avisamos|avisaremos|confirmo (mañana|luego)|informo|informaré|contacto|contactaremos)|(pregunta|preguntas|aclaración|aclaraciones|reparos|objeción|comentario|observación)~|cuánto|cuál(es)?|por qué|cómo|más (tarde|adelante|información)|el (año|trimestre) que viene|próximo año|aplaz~|pospon~|en pausa|(jef[ea]|director~|gerencia|dirección|comité|socio|socia|marido|mujer|junta) (tiene|debe|quiere|aún|todavía|lo|no|está)|dijo~|dijeron|dijiste|usted(es)? (dijo|dijeron|escrib)~|provisional~
`,
  doubtNo:
    '(?<!que )si (nos|me|pued|baj|hub|ust)~|a menos|salvo que|quizás?|tal vez|todavía no|aún no|(contáct~|escrí~|llám~|pregúnt~|vuelv~|avís~)…(en|después|tras|más adelante|próximo|a partir|el año|cuando|dentro)|más adelante|el (año|mes|trimestre) que viene|próximo (año|mes|trimestre)|aplaz~|pospon~|descuento|rebaja~|bajar|mejor precio|por (el momento|ahora|el instante)|de momento|actualmente|en este momento|a ese precio|a este precio|hasta (que|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|después)|sin (descuento|rebaja)|antes de',
  turn: 'pero|sin embargo|no obstante|aunque|excepto|salvo|mas|ahora bien',
  us: 'usted(es)?|vosotros|su (oferta|propuesta|presupuesto|empresa)|vuestr[oa]|en (lugar|vez) de|antes que',
  others: `${OTHER}|otr[oa]s?|ajen[oa]s?|ellos|nosotros mismos`,
  not: 'no|ni|nunca|jamás|sin|tampoco|ningún|ninguna|nadie|imposible',
  yes: 'sí|si(?=\\s*([.!,]|$|por favor|gracias))|claro|claro que sí|por supuesto|desde luego|con gusto|vale|perfecto,? sí|sip|efectivamente',
  no: 'no|nop|para nada|negativo|en absoluto|de ninguna manera',
  polite:
    'hola|buenas?|buenos días|buenas (tardes|noches)|estimad[oa]s?|señor~?|sra|sr|gracias|muchas|mil|por favor|saludos|un saludo|cordial~|atentamente|perfecto|genial|estupendo|muy bien|bien|de antemano|y|días|feliz (día|tarde|semana)|un abrazo|todo|excelente',
  harmless: `
(por favor,? )?confirm\\p{L}*( la| el)? (recepción|recibo)( de (este|mi|nuestro)[^.!?\\n]*)?
(quedo|quedamos|estamos|estoy) a la espera d(e|el) (la |su |el )?(factura|contrato|confirmación)|(esperamos|espero) (el contrato|la factura|su confirmación|vuestra factura)
pero (muchas )?gracias( igualmente| de todos modos| por todo)?( por[^.!?\\n]*)?(?! no)
(no (dude|duden|dudes|dudéis) en|háganos saber|hágame saber|avís(e|enos|eme|anos)|cualquier (cosa|duda|consulta|pregunta)|quedo a|quedamos a|estamos a su)[^.!?\\n]*
si (tien|necesit|hay|hace falta|surge|requier|hubiera)~[^.!?\\n]{0,40}(duda|pregunta|algo|más|consulta|documentación|información)~[^.!?\\n]*
(lo antes|tan pronto como sea|cuanto antes|lo más pronto|en cuanto (sea|puedan?|podáis))( posible| sea posible)?|cuando (pueda|puedan|podáis|puedas|quieran|quiera|les venga bien)|si es posible
(perdón|disculp~|lo siento|siento|perdone?)[^.!?,;]{0,10}(por|el) (el |la |mi |la )?(retraso|demora|tardanza|tardar|responder tarde|no haber)[^.!?,;]{0,40}(,? pero)?
(no (tenemos|tengo|hay)|sin) (ninguna |más |otra )?(dudas?|preguntas?|objeci\\p{L}+|problemas?|inconvenientes?|cambios|comentarios)|ningún problema|no hay problema|sin (problema|falta|compromiso|dudar(lo)?|demora)
(tras|después de) (haber )?(mucho |un análisis|analizar|valorar|estudiar|pensar|revisar|considerar|una)[^.!?;,]{0,40}|(como|según) (acordado|acordamos|lo acordado|hablado|hablamos|indicado|comentado|quedamos|su presupuesto)|gracias por (el descuento|la rebaja|el cambio|los cambios|la aclaración|las aclaraciones|aclarar|ajustar|modificar|el nuevo presupuesto|la nueva|su paciencia)[^.!?;,]{0,30}
(quizás? |tal vez |ojalá )?(para |en |a )?(la próxima|otra ocasión|otra oportunidad|una próxima ocasión|futuros? (proyectos?|trabajos?|ocasiones)|el futuro|próximos proyectos)|no solo
`,
  practical:
    '(cuándo|a partir de cuándo|dónde|a quién|qué (día|fecha|necesita|necesitan|sigue|más)|cuáles son los (próximos|siguientes) pasos|en qué fecha|cómo (pagamos|pago|procedemos|seguimos|es el pago))…|(nos|me) (envían|envía|envías|mandan|mandas|manda|pasan|pasas|pasa)…(contrato|factura|datos|cuenta)|(pueden|puede|podrían|podría|podéis|puedes)( ya| por favor| nos)* ?(enviar|mandar|empezar|comenzar|venir|entregar|confirmar|facturar|pasar|programar|indicar|decir|reservar|agendar|llamar)~',
  money:
    'precio|descuento|rebaja|coste?o?|menos|barat~|incluye|incluid~|garantía|presupuesto|nuev~|modific~|cambi~|sin|otr[oa]|mejor|%',
  away: `
(?<=^|[.!\\n] ?)(de (vacaciones|viaje|baja)|fuera de la oficina) (hasta|del|desde|esta)
(estoy|estaré|estamos|estaremos|me encuentro|me encontraré)( actualmente| ahora| de momento)*( fuera| de vacaciones| ausente| de viaje| de baja| en un viaje| de permiso)(?! de (presupuesto|duda))|(respuesta|mensaje) automátic[oa]|fuera de (la |mi )?oficina|(de|por) vacaciones (hasta|desde|del)|acceso limitado (a|al) (mi |mis )?(correo|e-?mail)~|(regreso|vuelvo|volveré|regresaré|estaré de vuelta)( a la oficina)?( el)|(oficina|empresa) (está|estará|permanecerá) cerrad[oa]|cerrado por vacaciones
`,
  left: 'ya no (trabajo|trabaja|pertenezco|forma parte|formo parte|está|estoy)…(empresa|compañía|aquí|con nosotros|equipo|organización)|(he|ha) dejado (la|de trabajar)|me (he )?jubil~|(mi|su) último día|(dirección|correo|buzón|cuenta)( de correo)?( electrónico)? (ya no|no) (está|es|se|será) (activ|válid|us|utiliz|consult|le|revis|oper)~',
  stop: `
(darme|darnos|denme|dennos|dé(n|me)?|dar) de baja|da(d|n)?(me|nos) de baja|cancelar (mi )?suscripción|(elimin|borr|quit|saqu|sac)(e|en|ar|a|ad)(nos|me)?( por favor)?( mi| mis| nuestro| nuestros| de)*( correo| dirección| datos| nombre| contacto| email)?…(lista|base de datos|listado|datos|correos?|sistema|registros)
(deje|dejen|dejad|deja|paren|pare|parad|cesen|basta)( ya)? (de )?(escribir|contactar|enviar|mandar|molestar|llamar|insistir|acosar|correos?|mensajes?|e-?mails?|con los correos|con los mensajes)~
no (me|nos) (contact|escrib|enví(e|en|es|éis|ad)|envié|mand(e|en|es|éis)|moleste|llame|vuelva|vuelvan|insist|contacten)~( a (contactar|escribir|enviar|molestar|llamar)~)?( más| nunca| nada| correos| ningún| otra vez)*|no (quiero|queremos|deseo|deseamos) (recibir|más|que me|que nos|saber)( más)?…(correos?|mensajes?|e-?mails?|contacten|escriban|ustedes|comunicaciones|llamen|información)|no más (correos?|mensajes?|e-?mails?)|déj(e|en|ad)(me|nos) en paz
`,
  notStop:
    '(antes de(l)? (lunes|martes|miércoles|jueves|viernes|día|las)|por teléfono|al móvil|en casa|durante|este fin|esta semana|hoy)',
};
