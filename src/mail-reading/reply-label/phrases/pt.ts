import type { Phrases } from '../phrases.ts';

const OTHER =
  '(outr[oa]s? (empresa|fornecedor|proposta|orçamento|opção|prestador|companhia|solução|cotação|profissional|parceiro|pessoa|lugar|lado)~|outr[oa](?=\\s*([.!,;]|$|que))|outra pessoa|(a|o|um|seu|vosso|da|do)? ?concorr~|(nosso|o|meu) (fornecedor|prestador) (atual|habitual|de sempre)|fornecedor atual|mais (barat|em conta|económic|econômic)~|internamente|por conta própria)';

export const portuguese: Phrases = {
  language: 'pt',
  marks:
    'o|a|os|e|de|que|não|é|com|para|por|obrigad[oa]|olá|bom dia|nós|orçamento|proposta|um|uma|em|estamos|vosso|seu|sua|atenciosamente|mas|da|do|ao|já|muito',
  accept: `
pode(m|s)?( já| então| sim)* mandar (fazer|vir|produzir|instalar|executar)
podem? (já )?(dar|dê|começar|iniciar)( já)?( início)?( ao| aos| às| os| a)* (trabalhos?|obras?|serviços?|produção|execução)(?=\\s*([.!,;]|$))
ficam? (aprovad[oa]s?|aceites?|aceit[oa]s?|confirmad[oa]s?|adjudicad[oa]s?)(?=\\s*([.!,;]|$|o orçamento(?! d)|a (vossa )?proposta(?! d)))|(adjudicamos|adjudico)( a| o)?( vossa| vosso| sua| seu)?( proposta| orçamento)?(?=\\s*([.!,;]|$))
(pode|podem) (dar|fazer) (seguimento|andamento|o serviço|o pedido|a encomenda)|(vamos|iremos) (contratar|fechar|assinar|encomendar)(?! (com )?outr)(?=\\s*([.!,;]|$|com vocês|os vossos|o vosso|a vossa|convosco))
(concordo|concordamos)( plenamente| totalmente)? com( o| a| os| as) (orçamento|proposta|valor|valores|condições|termos|preço)|pode(m)? confirmar( já)?( a| o) (encomenda|pedido|reserva|serviço|compra)
(aceito|aceitamos|aprovo|aprovamos|confirmo|confirmamos|autorizo|autorizamos|contratamos|fechamos|fecho|encomendamos|encomendo)( por este meio| com prazer| então| sim)*( o| a| seu| sua| vosso| vossa| este| esta| nosso| nossa| com vocês| negócio)*( orçamento| proposta| oferta| encomenda| pedido| preço| cotação| compra| serviço)?
(orçamento|proposta|pedido|oferta|encomenda|cotação|tudo|contrato)( está| foi| fica| ficou| já está| já foi)* (aceit[eo]|aceita|aprovad[oa]|confirmad[oa]|autorizad[oa]|assinad[oa]|adjudicad[oa])|(?<=^|[.!,;\\n] ?)(aceite|aprovado|aprovada|confirmado|confirmada|fechado|combinado|de acordo|negócio fechado|adjudicado|bora)(?=\\s*([.!,;]|$|\\n|com|pode))
(pode|podem|podes|podemos)( já| então| por favor| sim)* (avançar|prosseguir|começar|iniciar|seguir|fechar|emitir|faturar|dar andamento|fazer|executar|realizar|instalar|produzir|proceder|mandar (a fatura|o contrato|bala|ver)|enviar (a fatura|o contrato|a nota)|agendar|entregar|tocar)|(avancem|avance|avança|prossigam|prossiga|comecem|comece|iniciem|inicie|avancemos|sigam|siga em frente|sigam em frente|procedam|proceda)( já| então| por favor| com| o| a)*|vamos (em frente|avançar|prosseguir|fechar|fazer|começar|seguir|nessa|adiante)( negócio| com| então| com a| isso| com o)*
(queremos|quero|gostaríamos de|gostaria de|desejamos|desejo|decidimos|decidi|pretendemos|pretendo|resolvemos)( então)? (aceitar|avançar|prosseguir|seguir|fechar|contratar|confirmar|encomendar|comprar|assinar|começar|adjudicar|trabalhar com (vocês|vós|a vossa)|ficar com (a vossa|a sua|vocês|esta))
(tem|têm|tens|dou|damos)( já| o| a| meu| nosso| minha| nossa| o meu| o nosso)* (ok|aval|aprovação|autorização|luz verde|sinal verde|consentimento|acordo)|(luz|sinal) verde|(estamos|estou) de acordo( com)?( o| a| vosso| vossa| seu| sua)*( orçamento| proposta| preço| condições| valor)?(?=\\s*([.!,;]|$|pod|e))
(em anexo|segue|seguem|anexo|envio|enviamos|junto (envio|enviamos)|aqui (está|vai)|encontra|vai em anexo)( em anexo| segue| o| a| nosso| nossa| vosso| vossa| meu| anexo| anexa| abaixo)* (ordem de compra|pedido de compra|nota de encomenda|encomenda|(orçamento|contrato|proposta|documento|pedido) (já )?(assinad|aprovad|aceit|adjudicad)[oae]|assinad[oa])|(orçamento|contrato|proposta) assinad[oa]( em anexo)?|(ordem de compra|pedido de compra) (em )?anex[oa]
(escolhemos|escolhi|optámos por|optamos por|decidimos por)( a| o)? ?(vossa|sua|vocês|vosso|seu)( proposta| orçamento| empresa)?|o (trabalho|contrato|serviço|projeto) é (vosso|seu|de vocês)|(ficamos|fico) com (ele|ela|esta|este|a vossa|a sua|o vosso)|negócio fechado|fechado então|tá fechado|está fechado|contem connosco|conte(m)? com a gente|(enviem|envie|mandem|mande|manda|emitam|emita)( nos| me| por favor)*( a| o) (fatura|contrato|nota fiscal|nota|boleto)|(sinal|depósito|entrada|transferência)( já)?( foi| está)? (pag|feit|enviad|efetuad|transferid)~
sim,? (por favor(?=\\s*([.!,;]|$))|pode(m)?(?=\\s*([.!,;]|$))|avan~|acei~|confirm~|vamos|quero|queremos|concordo|concordamos|de acordo|fechado|com certeza,? (pode|vamos)|obrigad~,? (pode|avan))
`,
  pleased:
    '(parece|está|fica|soa|tudo)( me| nos|-nos|-me)?( muito| tudo)? (bem|bom|ótimo|óptimo|perfeito|excelente|certo|ok|razoável)|(para nós|por nós|por mim|para mim)( está| fica| tudo)* (bem|bom|ok|ótimo|perfeito)|(gostei|gostámos|gostamos) (da|do|muito)|com (todo o|muito) gosto|com prazer',
  decline: `
(aceitámos|aceitamos|aprovámos|aprovamos|aceitei) (a proposta|o orçamento) (de outr[ao]|da concorrência)( \\p{L}+)?
não (foi )?aprovad[oa](?=\\s*([.!]|$))
(ficou|fica|está) sem efeito(?=\\s*([.!,;]|$))
(mudámos|mudamos|mudei|mudaram) de (ideias?|planos|opinião)
(optámos|optamos|decidimos|optei) por (outra|uma outra|outro|um outro) (solução|opção|alternativa|caminho|produto|sistema)
não (conseguimos|podemos|posso|consigo) (pagar|suportar|comportar|nos permitir)
não (vamos|vou|iremos|irei) (precisar|necessitar|querer)~
(não|já não)( estamos| estou| temos| tenho| há| é| nos| me| mais)*( muito)? ?(interess(ad|a|e)~|interesse|precis(amos|o)|necess(ári|idad|it)~|verba|orçamento para|dinheiro|queremos|quero|vamos querer|convém|serve)
não,? (muito )?obrigad[oa]|obrigad[oa],? mas não|não (vamos|vou|iremos|irei|podemos|posso|pretendemos|pretendo|será possível|conseguimos|consigo|queremos|poderemos)( mais)? ?(avançar|prosseguir|seguir|aceitar|contratar|continuar|fechar|adjudicar|pagar|suportar|comprar|dar seguimento|dar continuidade|encomendar|ficar)~|não (avançaremos|aceitamos|aceitaremos|prosseguiremos|daremos|seguiremos)
(fomos|fui|foi|decidimos|decidi|optámos|optamos|optei|escolhemos|escolhi|vamos|preferimos|prefiro|ficámos|ficamos|fechámos|fechamos|contratámos|contratamos|adjudicámos|adjudicamos|já|acabámos|acabamos|temos|encontrámos|encontramos|ficaremos|continuaremos|continuar|seguimos|demos|comprámos|compramos)( por| com| a| o| em| de| ir| ficar| avançar| fechar| seguir| trabalhar| contratar| continuar| decidido| optado| fechado| contratado| uma| um| escolhido| aceite| manter| nos| fechámos| fechamos| encontrámos| encontramos| contratámos| comprámos| compramos| avançámos| avançamos| na| no| finalmente| já| adjudicar| entretanto| serviço| trabalho)* ${OTHER}
(cancelámos|cancelamos|anulámos|suspendemos|abandonámos|cancelou) (o|a|este|esta|nosso)|(decidimos|decidi|optámos por|optamos por|resolvemos|preferimos|preferi) não|(recus(o|amos|ar|ado)|declin(o|amos|ar|ado)|rejeit(o|amos|ar|ado)|desist(o|imos|ir|iu)|abdic(o|amos))( do| da| a| o| de| vossa| sua| esta| respeitosamente)*( proposta| orçamento| projeto| oferta| compra)?
(projeto|projecto|obra|pedido|encomenda|evento|trabalho|serviço|compra)( foi| está| ficou| já foi| acabou por ser)* ?(cancelad|anulad|suspens|abandonad|descartad|arquivad|engavetad)[oa]|(cancel(em|ar|amos|e)|anul(em|ar|amos)|fech(em|ar) (o|a)|arquiv(em|ar)|retir(amos|ar))( por favor| o| a| nosso| nossa| este| esta)* (pedido|encomenda|orçamento|processo|projeto|proposta|solicitação)
(demasiado|muito|caro demais|bastante|excessivamente) ?(car[oa]|elevad[oa]|alt[oa])?( demais)? (para (nós|mim|o nosso|o meu|a gente))|(fora|acima|além) (do|de) (nosso|meu) (orçamento|alcance)|não cabe no (nosso|meu)? ?(orçamento|bolso)|não (foi|foram) (selecionad|escolhid|aceit)~|(fizemos|vamos fazer|faremos|fazer)…(internamente|nós mesmos|nós próprios|por conta própria|em casa)|desta vez não|é um não|a resposta é não|fica para (a próxima|outra)|(já )?(resolvemos|resolvi|comprámos|comprei|conseguimos|arranjámos)(?=\\s*([.!,;]|$|o|a|noutro|com|por|isto|isso))|deixe (estar|pra lá)|vamos (passar|desistir)|dispensamos
`,
  against:
    '(demasiado|muito|bastante|um pouco|excessivamente) (car[oa]|elevad[oa]|alt[oa]|tarde)|car[oa] demais|(ultrapassa|excede|acima d|fora d)(e|o|a)? ?(o )?(nosso|meu)? ?orçamento|mais (barato|em conta)|(proposta|preço) melhor|(boa|muita) sorte|(para|numa|na) (a )?próxima|outra oportunidade|não (é )?competitiv[oa]',
  regret:
    'infelizmente|lament~|sinto muito|sentimos muito|desculp~|pena|peço desculpa|obrigad[oa] (na mesma|mesmo assim|de qualquer forma|pelo (tempo|orçamento|contato|contacto|interesse)|pela (proposta|disponibilidade|atenção))',
  doubt: `
para (revisão|análise|rever|analisar|verificar|verificação)
vou (ver|analisar|pensar|falar)|fale comigo|analis~|caro
fica para|esquec~|deix~ (estar|para|pra|isso)|cancel~|anul~|recus~|desist~|arquiv~|concorr~
se(?! possível)|caso|desde que|contanto|a menos|salvo|exceto|excepto|só|somente|apenas|em parte|uma parte|parte d[aoe]|parcial~|metade|primeiro|antes (de|que)|depois (de|que)|assim que(?! possível)|logo que|quando (nos|me|tiver|baix|receb|aprov|env)~|até que|enquanto|pendente|à espera|aguard~|espera~|espero|esperamos
(tenho|temos|preciso|precisamos|falta|devo|devemos|vou|vamos|gostaria|gostaríamos|queria|queríamos|quero|queremos) (ainda |de |que |primeiro )*(verificar|ver|falar|pensar|perguntar|comparar|analisar|avaliar|confirmar com|consultar|negociar|saber|perceber|entender|discutir|decidir|aguardar|esperar|aprovação)~
ainda|não (tenho|temos|estou|estamos) (certeza|a certeza|segur|convencid|decidid)~|não (tudo|todos|sei|totalmente)|talvez|se calhar|provavelmente|possivelmente|em princípio|acho que|penso que|pensando|a pensar|pensar|considerando|avaliando|a avaliar|dúvida~|indecis~
desconto|mais (barato|baixo|em conta)|melhor preço|preço melhor|baixar|baixem|baixe|abatimento|negoci~|reduz~|redução|alter~|mudar|mudança|corrig~|correç~|revist[oa]|revisad[oa]|atualizad[oa]|ajust~|nov[oa] (orçamento|proposta|cotação)|sem (o|a|os|as|incluir)|em vez|retirar|retirem|tirar|por \\d[\\d., ]* ?(€|euros?|reais)|por r\\$|a \\d[\\d., ]* ?(€|euros?|reais)|\\d+ ?(%|por cento)
(aviso|avisarei|avisamos|avisaremos|digo|direi|dizemos|diremos|informo|informaremos|retorno|dou|damos|darei|daremos)( lhe| vos| te|-lhe|-vos|-te)* ?(depois|em breve|retorno|notícias|resposta|algo|mais tarde|amanhã)?(?=\\s*([.!,;]|$|em|até|quando))|pergunta~|esclarecimento~|observaç~|ressalva~|quanto|qual|quais|por ?qu[eê]|como|mais tarde|para o ano|ano que vem|próximo (ano|trimestre)|adi(ar|ado|amos)|em espera|(chefe|direção|direcção|diretor|gerência|sócio|marido|mulher|esposa|comissão) (tem|precisa|quer|ainda|não|está|vai|disse)|(disse|disseram|escreveu)|provisóri~
`,
  doubtNo:
    'se (nos|me|pud|baix|conseg|fizer|houv)~|a menos|salvo se|conseg(ue|uem) (baixar|fazer|melhorar)|podem? (baixar|fazer|melhorar|rever)|talvez|ainda não|(contact|contat|fal|escrev|volt|lig|perg)~…(em|depois|no próximo|mais tarde|para o ano|daqui|a partir|ano que)|mais tarde|para o ano|ano que vem|próximo (ano|mês|trimestre)|adi(ar|ado|amos)|desconto|melhor preço|por (enquanto|agora)|de momento|no momento|neste momento|atualmente|a esse preço|a este preço|por esse preço|até (janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|que)|antes de',
  turn: 'mas|porém|contudo|todavia|no entanto|entretanto|embora|exceto|só que',
  us: 'vocês?|voss[oa]|sua proposta|seu orçamento|em vez|ao invés',
  others: `${OTHER}|outr[oa]s?|alheio|eles|nós mesmos`,
  not: 'não|nem|nunca|jamais|sem|nenhum|nenhuma|ninguém|tampouco|impossível',
  yes: 'sim|claro( que sim)?|com certeza|certamente|com (todo o )?gosto|com prazer|sem dúvida|positivo|pois sim|isso mesmo',
  no: 'não|de jeito nenhum|de modo algum|negativo',
  polite:
    'olá|oi|bom dia|boa (tarde|noite|semana)|car[oa]s?|prezad[oa]s?|senhor~?|sr|sra|obrigad[oa]s?|muito|por favor|cumprimentos|atenciosamente|att|abraços?|melhores|com os|perfeito|ótimo|óptimo|excelente|bem|e|desde já|fico|agradeço|dona?',
  harmless: `
(por favor,? )?confirm\\p{L}*( a| o)? (receção|recepção|recebimento)( dest[^.!?\\n]*)?
(aguardo|aguardamos|fico à espera d\\p{L}|ficamos à espera d\\p{L}|espero|esperamos) (o |a )?(contrato|fatura|confirmação|nota|boleto)
mas (muito )?obrigad[oa]( na mesma| mesmo assim| de qualquer forma)?( pel[^.!?\\n]*)?
(não hesit|avise-|avisem-|diga-|qualquer (dúvida|coisa|questão)|fico (à|ao)|ficamos (à|ao)|estou à disposição|estamos à disposição)~[^.!?\\n]*
(se|caso) (tiver|precisar|houver|necessit|for (preciso|necessário)|faltar)~[^.!?\\n]{0,40}(dúvida|pergunta|algo|mais|document|inform|alguma)~[^.!?\\n]*
(o mais (rápido|breve|depressa|cedo)|assim que|logo que|quanto antes) ?(possível|puder~)?|quando (puder|quiser|conseguir)~|se possível
(desculp~|peço desculpa|lamento|perdão)[^.!?,;]{0,12}(pel[oa]|por|a) (o |a )?(demora|atraso|resposta tardia|não ter)?[^.!?,;]{0,40}(,? mas)?
(não (temos|tenho|há)|sem|nenhuma) (mais |nenhuma |qualquer |outras )?(dúvidas?|perguntas?|objeç\\p{L}+|problemas?|alteraç\\p{L}+|mudanças|questões)|sem (problema|falta|demora|compromisso|hesitar)|não há problema
(após|depois de) (muita|uma|análise|analisar|avaliar|ponderar|pensar|cuidadosa)[^.!?;,]{0,40}|(como|conforme) (combinado|acordado|falado|conversado|discutido|proposto|o orçamento)|obrigad[oa] (pelo desconto|pela alteração|pelas alterações|pelo esclarecimento|pelos esclarecimentos|pelo novo|pela paciência|por ajustar)[^.!?;,]{0,30}
(talvez |quem sabe )?(para |em |n?um[ao] |na |fica para )?(a |uma )?(próxima( vez| oportunidade)?|outra (oportunidade|ocasião|vez)|futur[oa]s? (projetos?|oportunidades?|trabalhos?)|o futuro)|não só
`,
  practical:
    '(quando|a partir de quando|onde|a quem|que dia|em que data|qual (a data|o próximo passo|é o próximo passo)|quais os próximos passos|o que (é preciso|precisam?|falta)|como (pagamos|pago|fazemos|procedemos|funciona o pagamento))…|(enviam|envia|mandam|manda)( -?nos| -?me)?…(contrato|fatura|dados)|(podem|pode|poderiam|poderia|consegue|conseguem)( já| por favor| nos| me| então)* ?(enviar|mandar|começar|iniciar|vir|entregar|confirmar|faturar|emitir|agendar|indicar|dizer|passar|reservar|ligar)~',
  money:
    'preço|valor|desconto|custo|menos|inclui|incluíd~|garantia|orçamento|nov[oa]|alter~|sem|outr[oa]|melhor|barat~|%',
  away: `
(?<=^|[.!\\n] ?)(de férias|em férias|fora do escritório|ausente) (até|de|entre|esta)
(estou|estarei|estamos|estaremos|encontro-me|encontrar-me-ei)( atualmente| de momento| no momento)*( fora do escritório| de férias| em férias| ausente| ausentes| fora| de licença| em viagem| de baixa| em viagem de trabalho| encerrados)(?! de (dúvida|orçamento))|(resposta|mensagem) automática|fora do escritório|de férias (até|de|entre)|(?<!(te|lhe|vos|nos|dou) )(regresso|retorno|volto|regressarei|voltarei|retornarei|estarei de volta)( ao (escritório|trabalho))? ?(no dia|a|em|dia|na)? ?(\\d|segunda|terça|quarta|quinta|sexta)|(escritório|empresa) (está|estará|encontra-se)? ?(fechad|encerrad)[oa]|acesso limitado (ao|aos) (e-?mail|correio)~
`,
  left: '(já não|não) (trabalho|trabalha|faço|faz|pertenço)( mais)?…(empresa|aqui|equipa|equipe|parte|para|na)~|(deixei|deixou|saí|saiu) (da|a|de) (empresa|companhia|firma)|(aposentei|reformei|reformou|aposentou)~|(endereço|e-?mail|caixa|conta)( de e-?mail| de correio)? (já não|não) (está|é|será)( mais)? (ativ|válid|usad|utilizad|em uso|monitorad|lid)~',
  stop: `
(quero|queremos|gostaria de|desejo) sair (da|de|desta|dessa) (vossa |sua )?(lista|mailing)~
(cancelar|anular) (a )?(minha )?(subscrição|inscrição|assinatura)|descadastr~|desinscrev~|(remov|retir|apag|elimin|exclu|tir)(am|em|a|e|er|ar|ir)(-me|-nos)?( por favor| me| nos| o meu| os meus| meu| meus)*( e-?mail| contacto| contato| dados| endereço| nome)?…(lista|base de dados|banco de dados|mailing|registos|registros|sistema|contatos|contactos)
(par(em|e|a)|deix(em|e|a)|cess(em|e))( já| imediatamente)? (de |com )(me |nos )?(contactar|contatar|enviar|escrever|mandar|incomodar|ligar|chatear|os e-?mails|as mensagens|e-?mails|mensagens|insistir|perturbar)~|não (me|nos) (contact|contat|envi|escrev|mand|incomod|lig|perturb)~( mais| nunca| novamente| nada)+|não (quero|queremos|desejo|desejamos|pretendo) (mais )?(receber|ser contact|ser contat|saber)~( mais)?|(chega|basta) de (e-?mails|mensagens|contactos|contatos)|não (envie|enviem|mande|mandem) mais|deixem?-(me|nos) em paz|me deixem? em paz
`,
  notStop: '(antes d|por telefone|em casa|durante|no fim de semana|esta semana|hoje|amanhã)',
};
