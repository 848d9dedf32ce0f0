import type { Phrases } from '../phrases.ts';

const OTHER =
  "(un~ autre~|d'autre~|autre (prestataire|fournisseur|entreprise|société|devis|offre|artisan|solution)|ailleurs|quelqu'un d'autre|(un|une|le|la|vos|votre|nos)? ?concurren~|(notre|mon|le) (fournisseur|prestataire) (actuel|habituel|historique)|moins cher~|(en|à l')interne|une solution interne)";

export const french: Phrases = {
  language: 'fr',
  marks:
    'le|la|les|et|nous|vous|votre|vos|pas|est|avec|pour|merci|bonjour|je|que|une|un|des|du|sur|devis|cordialement|mais|au',
  accept: `
(a|ont|avons|ai)( bien)? donné (son|leur|notre|mon|le) (feu vert|accord)(?=\\s*([.!,;]|$))
vous pouvez( donc)? (commander|lancer|engager) (le|la|les) (matériel|fournitures|travaux|matériaux|commande|production)(?=\\s*([.!,;]|$))
(accord donné|commande confirmée)(?=\\s*([.!,;]|$))
(c'est|tout est) (validé|approuvé|accepté) (de notre|de mon) (côté|part)|on part (là-dessus|sur (votre|ce|cette) (devis|offre|proposition))(?=\\s*([.!,;]|$))
(nous|je|on) (commandons|commande) (selon|conformément à|suivant|d'après) (votre |le |la |ce )?(devis|offre|proposition)(?=\\s*([.!,;]|$))
(je|on|nous)( le| la)? (valide|validons|confirme|confirmons|accepte|acceptons|signe|signons|prends|prenons|commande|commandons)( tout)?(?=\\s*([.!,;]|$))
(validé|accepté|approuvé|signé)e?( par)( la| le| notre| mon| ma| nos)* (direction|gérant|patron|chef|associés?|comité|conseil|client|femme|mari|directeur|directrice|équipe|propriétaires?)
(faites|faites donc|fais)(-le)?(?=\\s*([.!,;]|$))
bon pour accord|(lu et )?approuvé|devis signé|(le |votre )?devis (est )?(accepté|validé|approuvé|signé)|(j'|nous |on )(accept~|approuv~|valid~|confirm~)( donc| bien| volontiers| par la présente| définitivement)*( votre| le| la| cette| notre| ce| cet)?( devis| offre| proposition| commande| tarif| prix)?
(je|nous|on) (vous )?(confirme|confirmons|valide|validons|accepte|acceptons|approuve|approuvons|commande|commandons|signe|signons|retiens|retenons|donne|donnons|passe|passons|prends|prenons|choisis|choisissons|souhaite|souhaitons)( donc| bien| par la présente)* (votre|le|la|notre|ce|cette|mon accord|notre accord|commande|accord|cet|l'offre|l'accord)( devis| offre| proposition| commande| accord| société| entreprise)?
(donne|donnons|donnent|avez|vous avez|as)( vous| mon| notre| donc| le| bien)* (accord|feu vert|go)|(mon|notre) accord|feu vert
(d'accord|ok|c'est bon|c'est ok|bon|entendu)( pour)? (pour (le|ce|votre) (devis|prix|tarif)|pour (nous|moi)|vous pouvez|on y va|allez-y|lancez|on lance|procédez)|c'est (d'accord|bon|ok|parfait|validé|parti|entendu|signé)( pour (nous|moi))?(?=\\s*([.!,;]|$|vous|merci))
(?<=^|[.!,;\\n] ?)(entendu|d'accord|accord|validé|accepté|vendu|marché conclu|banco|affaire conclue)(?=\\s*([.!,;]|$|\\n|pour))
(vous pouvez|vous pourrez|tu peux|merci de|veuillez|pouvez bien)( donc| alors| bien| nous)* (y aller|commencer|démarrer|lancer|procéder|débuter|passer (la )?commande|commander|livrer|planifier|programmer|facturer|envoyer la facture|bloquer|réserver)
allez-y|vas-y|foncez|on y va|(on |nous )(y va|lance|fonce|signe|part (sur|avec) (ça|cela|votre|vous|le|la)|démarre|valide|commence)|(lancez|commencez|démarrez|procédez|réservez|livrez)( donc| s'il vous plaît| svp| la| les| le| à| quand| dès)?|c'est parti|allons-y
(souhait|aimer|voudr|désir|veu|voul)~( donc| bien| vivement)* (accepter|commander|passer commande|aller de l'avant|donner suite|poursuivre avec (vous|votre)|confirmer|signer|réserver|travailler avec vous|retenir votre|procéder|valider|vous confier|démarrer)
(donnons|donne|donner) (une )?suite favorable|(vous|votre (offre|devis|proposition|société|entreprise))( avez| êtes| est| a)?( été)?( retenus?| retenue| choisis?| choisie| sélectionné~)|(avons|ai) (choisi|retenu|décidé de (retenir|choisir|travailler avec|prendre)) (votre|vous)|(vous avez|c'est vous qui avez) (le (marché|contrat|chantier|job)|gagné|remporté)
(ci-joint|en pièce jointe|en pj|veuillez trouver|vous trouverez|voici|je vous (envoie|renvoie|retourne|transmets)|nous vous (envoyons|renvoyons|retournons|transmettons))( ci-joint| en pièce jointe| ci-après| donc| le| la| notre| votre| mon| bien)* (devis signé|bon de commande|commande|contrat signé|(devis|contrat|proposition|offre|document) (signée?|validée?|approuvée?|contresignée?))|(bon de commande|devis signé|contrat signé)( est)? (ci-joint|en (pièce jointe|pj|annexe)|joint|suit)|signé (ci-joint|en pièce jointe|et retourné)
(envoyez|merci d'envoyer|adressez|transmettez|envoyez-nous|envoyez-moi|adressez-nous)( nous| moi| donc)* (la |votre |le )?(facture|contrat|facture d'acompte)|acompte (versé|viré|payé|envoyé|a été)|(virement|acompte) (a été |est )?(fait|effectué|parti|versé)
oui,? (c'est (bon|d'accord|ok)|je (confirme|valide|veux bien)|nous (confirmons|validons)|allez-y|avec plaisir|volontiers|merci de|on y va|bien sûr|je suis d'accord|nous sommes d'accord|s'il (vous|te) plaît|svp)
(suis|sommes) (d'accord|partants?|ok)( pour| avec)?( le| votre| ce| cette| l'| la| ces)?( devis| offre| proposition| prix| tarif)?|(je|nous|on) (le|la|les) (prends|prenons|prend)(?=\\s*([.!,;]|$))|adjugé|(nous|je) vous (confions|confie) (le|la|les|ce|cette|l'|notre)|comptez sur (nous|moi)|on est bons
`,
  pleased:
    '(parfait|très bien|super|excellent|impeccable|nickel|ça|cela|tout)( me| nous)? (convient|va|va bien|paraît bien|semble (bien|correct|parfait|bon))|(me|nous) convient|ça marche|ça roule|(avec plaisir|volontiers)|hâte de (commencer|travailler|vous)|(satisfaits?|contents?) (de|du)',
  decline: `
(restons|reste|continuons|gardons|conservons|préférons garder)( avec| chez)? ${OTHER}
(avons|ai|a) (accepté|validé|signé|approuvé) (un|une) autre (devis|offre|proposition)
ne (validons|valide|acceptons|accepte|approuvons|retenons|signons) pas (le|votre|ce|cette|la) (devis|offre|proposition)(?=\\s*([.!,;]|$))
(avons|ai|a|ont) confié (le|la|les|ce|cette|ces) (chantier|travaux|projet|commande|mission|marché) à (une|un) (autre|concurrent\\p{L}*)( \\p{L}+)?
(changé|changer|changeons|change) d'avis
(budget|moyens|finances|trésorerie)( \\p{L}+)? (ne|n')( \\p{L}+)? ?(le|nous le|les)? ?(permet|permettent|autorise|suffi)~( pas)?
(quelqu'un d'autre|une autre (société|entreprise)|un autre (artisan|prestataire|fournisseur)) (a été|est|a) (choisi|retenu|sélectionné|remporté|obtenu|gagné)~
(c'est|ce sera|pour (nous|moi),? c'est) (un )?non(?=\\s*([.!,;]|$))
(on|nous|je|vais|va|allons|devons|avons décidé de)( va| vais| allons)? ?(laiss~|abandonn~|renonç~|renonc~) ?(tomber)?( le| la| l'| ce| notre| à)*( projet| affaire| idée| travaux| chantier)?(?=\\s*([.!,;]|$))
(au )?regret de (ne pas|vous (dire|informer|annoncer) que (nous|votre)…(pas|plus))( retenir| accepter| donner suite| pouvoir)?
(avons|ai|a|ont) (pris|trouvé|choisi|engagé|sélectionné) quelqu'un( d'autre)?
(pas|plus|aucun|aucunement|nullement)( du tout| vraiment| d')? ?(intéressée?s?|besoin|intérêt|utile|nécessaire|d'actualité|de budget|le budget|les moyens)|sans intérêt|(n'avons|n'ai|ne disposons) (plus|pas|aucun)…(besoin|budget|moyens|utilité)
non,? merci|merci,? (mais )?non|non,? (ce n'est|désolé|pas intéress|nous ne|je ne)~|sans façon|c'est (un )?non|ce sera non
(avons|ai|a|ont|sommes|suis|est|allons|vais|préférons|préfère|avez)( finalement| donc| malheureusement| déjà| entre-temps| plutôt| été| pris la décision de| décidé de| choisi de| opté| retenu| choisi| signé| décidé| confié| trouvé| commandé| partis?| passer| passés?| travailler| rester| préféré| fait appel| faire appel| pour| par| avec| à| chez| le| la| les| un| une| de| d')* ${OTHER}
(ne|n')( \\p{L}+)? ?(donn|retien|retenons|poursui|souhait|accept|procéd|command|voul|pouv|pourr|ferons|ferai|fer|prend|prenons|sign|allons|iron|irai|all|sera|serons|compt|commander|donnerons)~( pas| plus| donc| malheureusement)+( suite| donner suite| pas| retenir| accepter| poursuivre| aller plus loin| procéder| commander| y donner| le| la| votre| cette| de| à| avec| au| prendre| ce| retenue?| suite à| nous permettre| me permettre)*
(pas|plus) (donner suite|suite|retenue?s?|poursuivre|aller plus loin|donné suite|pour nous|pour moi|dans notre budget|dans nos moyens|cette fois|intéress~)|sans suite|ne fait pas l'affaire|ne nous (convient|conviennent|intéresse|intéressent) pas|ne (convient|correspond)( à)?( pas| nos| notre)+
(décidé|choisi|préféré|préférons|préfère|choisissons) (de )?(ne pas|renoncer|abandonner|annuler|décliner|rester)|(décline|déclinons|décliner|refus(e|ons|er|é)|rejet~|renonc~|abandonn~)( malheureusement| donc)*( à| votre| le| la| cette| l'| ce| au)*( offre| devis| proposition| projet| commande)?
(avons|ai|a|ont) (annulé|abandonné|suspendu|arrêté|stoppé|gelé) (le|la|les|ce|cette|notre)|(projet|chantier|commande|demande|travaux|événement|besoin|budget)( est| a| a été| sont| ont| ont été| était| qui| finalement| malheureusement)* (annulée?s?|abandonnée?s?|stoppée?s?|arrêtée?s?|gelée?s?|supprimée?s?|refusée?s?|tombée? à l'eau|reporté indéfiniment|retoqué|coupé)|(annulez|annuler|annulons|classer|clôturer|fermer|retirer)( la| le| notre| ce| votre| cette| sans)* (demande|devis|commande|dossier|projet|suite)
(beaucoup |bien |vraiment |malheureusement |un peu )*trop (cher|chère|élevé|élevée|onéreux|coûteux)( pour (nous|moi|notre|mon)|,? (on|nous) (passe|passons|laisse))|(on|nous|je) (passe|passons|laisse tomber|laissons tomber) (notre tour|mon tour|sur|pour|cette fois|,)|(on|je|nous) (passe|passons|laisse tomber|laissons tomber)(?=\\s*([.!,;]|$))|passons notre tour
(faire|ferons|faisons|fait|réalis~|gér~)( ça| cela| le| les| les travaux| nous| moi)* (nous-mêmes?|moi-même|en interne)|(avons|ai|a) (déjà )?(trouvé|commandé|acheté|réglé|résolu|signé)(?= (ce|une|un|notre|le problème|chez|avec|ailleurs|moins|autre|entre))|pas (votre|le) (offre|devis|marché) (qui|retenu)|n'a(vez)? pas été (retenu|choisi|sélectionné|accepté)~|n'avez pas (le|obtenu|remporté)~
`,
  against:
    '(beaucoup |bien |vraiment |un peu |malheureusement )*trop (cher|chère|élevée?s?|onéreux|coûteux|tard)|hors (de )?(notre |mon )?budget|(dépasse|au-dessus de|au-delà de) (notre|mon|le) budget|moins cher ailleurs|pas (compétitif|convaincu~|prioritaire)|une prochaine fois|bonne (chance|continuation)|(bon courage)',
  regret:
    'malheureusement|désolée?s?|regret~|navrée?s?|hélas|dommage|excus~|merci (quand même|tout de même|pour votre (temps|devis|offre|proposition|travail|réactivité))',
  doubt: `
pour (relecture|examen|étude|vérification|avis|lecture|information)|à (relire|vérifier|étudier)
en parler?|j'en parle|regarde~|étudi~|il manque|hausse|cher|chère
en rest(ons|er|e) là|clos(e|es)?|clôtur~|laiss(er|ez|ons|e) tomber|annul~|renon~|refus~|déclin~|sans vous|concurren~|tant pis
si(?! (vite|besoin|possible|nécessaire))|s'il (y|est|faut|n')|sauf|à condition|sous (réserve|condition)|pourvu|à moins|seulement|uniquement|que (le|la|les) (premi|deuxi|lot|partie|poste)~|une partie|en partie|partiel~|la moitié|moitié|d'abord|avant (de|que|tout)|dès que(?! possible)|une fois (que|le|la|les)|après (que|avoir|accord|validation)|jusqu'|quand (vous|nous|le|la) (aurez|aurons|baiss|envoy|sera)~|en attend~|attend~|tant que
(dois|devons|doit|devrais|devrions|faut|reste à|va|vais|allons|pourrais|pourrions|voudrais|voudrions|aimerais|aimerions)…(réfléchir|vérifier|voir|demander|discuter|consulter|comparer|étudier|parler|négocier|en parler|savoir|comprendre|validation|accord de|attendre)
(pas|toujours pas|pas encore) (encore|sûr~|certain~|décid~|tout|tous|toutes|complètement|totalement|convaincu~)|hésit~|réfléchi~|réflexion|peut-être|probablement|sans doute|éventuellement|en principe|a priori|normalement|théoriquement|espèr~|j'espère|envisag~|étudi~|compar~
rabais|remise|réduction|ristourne|baisser|baissez|moins cher~|meilleur (prix|tarif)|geste (commercial)?|négoci~|effort (sur|commercial)|modifi~|chang~|corrig~|révis~|révisé~|ajust~|nouveau devis|nouvelle (offre|proposition)|mis à jour|sans (le|la|les|l'|option)|plutôt que|au lieu|remplac~|enlev~|retir~|supprim~|pour \\d[\\d., ]* ?(€|euros?|eur)|à \\d[\\d., ]* ?(€|euros?|eur)|\\d+ ?(%|pour cent)
(vous )?(tiens|tiendrai|tenons|tiendrons) (au courant|informé)~|reviens vers|reviendr~|recontact~|(questions?|précisions?|doutes?|remarques?|réserves?|points?)(?! (de|supplémentaires?,? (allez|merci)))|combien|pourquoi|comment|quel(le)?s?|plus tard|l'année prochaine|report~|en suspens|patron|(?<!par (la|notre) )direction(?! (nous )?a( bien| enfin)? (donné|validé|accepté|approuvé|signé))|direct(eur|rice)|comité|mari|femme (doit|veut)|vous (disiez|avez dit|m'avez dit|écriviez)|verbal~|provisoire~
`,
  doubtNo:
    "si vous|sauf si|à moins que|pouvez-vous|pourriez-vous|peut-être|pas encore|(recontactez|rappelez|relancez|revenez|contactez|écrivez)…(en|dans|après|plus tard|l'année|début|fin|au|vers)|l'année prochaine|le mois prochain|plus tard|report~|remise|rabais|réduction|baisser|geste|pour (le moment|l'instant)|actuellement|en ce moment|hésit~|à ce (prix|tarif)|avant|jusqu'|sans (remise|réduction|rabais)|d'ici",
  turn: 'mais|cependant|toutefois|néanmoins|pourtant|par contre|en revanche|seulement|excepté|hormis',
  us: 'vous|votre|plutôt que|au lieu|que vous',
  others: `${OTHER}|autre|autres|chez eux|concurrent~|eux|nous-mêmes`,
  not: "ne|n'|pas|plus|jamais|ni|aucun|aucune|sans|non|nul|nulle|guère|rien|refus~|impossible",
  notNo: 'jamais|ni|sans|nullement|loin d',
  notAfter: '(?<![\\p{L}])(pas|plus|jamais|aucun)(?![\\p{L}])',
  yes: 'oui|ouais|bien sûr|bien entendu|absolument|avec plaisir|volontiers|tout à fait|certainement|évidemment',
  no: 'non|nan|pas du tout|négatif',
  polite:
    "bonjour|bonsoir|salut|madame|monsieur|mme|m|cher|chère|merci|beaucoup|bien|s'il (vous|te) plaît|svp|stp|cordialement|bien à vous|à bientôt|bonne (journée|soirée|fin de journée)|salutations|meilleures|sincères|très|parfait|super|d'avance|par avance|à vous|pour tout|désolé~|et",
  harmless: `
((veuillez|merci de|pouvez-vous)( me| nous)? confirmer|confirmez(-moi|-nous)?) (le|la|les|votre|vos) (prix|tarifs?|délais?|dates?|disponibilités?|montant)
non,? ce n'est pas (le|la|les) (bon|bonne|bons|bonnes)[^.!?\\n]*
(veuillez |merci de |pouvez-vous |pourriez-vous )?(me |nous )?(confirm|accus)(er|ez|e)( la| bonne| de)* réception( de (ce|mon|notre)[^.!?\\n]*)?
(dans l'|en )attente d(e|u) (votre |la |le |l')?(contrat|facture|confirmation|accusé)[^.!?,;\\n]{0,20}|(nous attendons|j'attends|on attend) (le contrat|la facture|votre confirmation|votre facture)
mais merci( beaucoup| quand même| tout de même| infiniment)?( pour[^.!?\\n]*)?
(n'hésitez pas|faites-(nous|moi) (signe|savoir)|dites-(nous|moi)|tenez-(nous|moi)|contactez-(nous|moi)|merci de (me|nous) (dire|tenir|prévenir))[^.!?\\n]*
(si|s') ?(vous avez|besoin|il vous (faut|manque)|nécessaire|vous avez besoin)[^.!?\\n]*
(dès|aussi (vite|rapidement)|le plus (vite|tôt|rapidement)) que possible|dès que (possible|vous (pouvez|le pouvez|voulez))|le plus (tôt|vite|rapidement) possible|quand vous (voulez|pouvez|souhaitez)|si possible
(désolée?s?|pardon|excus~|toutes mes excuses|navrée?s?)[^.!?,;]{0,12}(pour|de|du) (le|la|ma|mon|cette|ce|du|notre|répondre|retard|délai)[^.!?,;]{0,40}(,? mais)?
(aucune|pas de|sans) (questions?|remarques?|objections?|problèmes?|soucis?|modifications?|changements?|réserves?)( particulière| de plus| supplémentaires?)?|pas de (souci|problème)|sans (problème|souci|hésit~|faute|tarder|attendre|plus attendre)
(après|suite à) (mûre|longue|en avoir|réflexion|avoir (bien )?(réfléchi|comparé|étudié|consulté))[^.!?;,]{0,40}|(comme|tel que) (convenu|prévu|proposé|discuté)|merci pour (la modification|le nouveau devis|la remise|le geste|les précisions|vos réponses|les corrections|votre patience)[^.!?;,]{0,30}
(peut-être )?(pour |à |lors d')?(une prochaine fois|un prochain projet|une autre fois|de futurs projets|l'avenir|d'autres projets)|non seulement|je n'y manquerai pas|il n'y a pas de (problème|souci)|plus de questions?
`,
  practical:
    '(quand|à partir de quand|sous quel délai|où|à qui|quelle (date|est la suite)|quelles sont les (prochaines )?étapes|que faut-il|comment (payer|régler|procéder|procède|se passe))…|(vous|tu)( nous| me)*( envoyez| enverrez| envoies| adressez)…(contrat|facture|acompte)|(pouvez-vous|pourriez-vous|peux-tu|pourrais-tu|vous pouvez)( nous| me| donc| bien| déjà| aussi)* …(envoyer|adresser|transmettre|commencer|démarrer|venir|livrer|planifier|confirmer|facturer|réserver|passer|appeler|indiquer|donner)',
  money:
    'prix|tarif|remise|réduction|rabais|moins|coût|budget|garantie|inclus|comprend~|nouveau|modif~|révis~|sans|autre|geste|option|%',
  away: `
(?<=^|[.!\\n] ?)(en (vacances|congés?|déplacement)|absente?) (jusqu'~|du \\d|à partir|pour|cette semaine)
(je suis|nous sommes|je serai|actuellement|suis)( actuellement| donc| en ce moment| malheureusement)* (absente?s?|en (congés?|vacances|déplacement|arrêt|voyage)|hors du bureau|indisponible|fermés?|en formation|en congé (maternité|paternité|parental))|(réponse|message) automatique|message d'absence|absence du bureau|absente? (du|jusqu|à partir)|(de )?retour (au bureau|le \\d|le (lundi|mardi|mercredi|jeudi|vendredi))|accès limité à (ma messagerie|mes (e-?mails|mails))|(bureaux?|entreprise|société) (est |sont |sera |seront )?fermée?s?
`,
  left: "(ne (travaille|fais|fait)|n'est|ne suis|ne sera) (plus|pas)…(société|entreprise|effectifs|équipe|partie|chez|pour|salarié)|(ai|a) quitté (la |l'|notre |mon |ses |mes )\\p{L}+|(suis|est|à la) (à la )?retraite|plus (dans|parmi) (l'|les|la|nos) ?(entreprise|effectifs|société)|(adresse|boîte|messagerie|compte)( \\p{L}+){0,2} (n'est plus|ne sera plus) (active|valide|utilisée|consultée|relevée|lue|surveillée|en service)",
  stop: `
désabonn~|désinscri~|(retirez|supprimez|enlevez|effacez|rayez|ôtez|retirer|supprimer|enlever)( moi|-moi| nous|-nous| svp| s'il vous plaît| mes| nos| mon| mon adresse| mes coordonnées| mes données)*…(liste|fichier|base|données|diffusion|coordonnées|adresse)|(retirez|supprimez|enlevez|rayez)-(moi|nous)
(arrêtez|cessez|stoppez)( donc| tout de suite| immédiatement)? (de |d'|vos |les |ces |tout )(m'|nous |me )?(écrire|contacter|envoyer|relancer|déranger|harceler|mails?|e-?mails?|messages?|relances?|envoyer|spam~|solliciter|importuner|contact)
ne (me|nous|m')( \\p{L}+)? ?(contact~|écriv~|relanc~|envoy~|sollicit~|recontact~|appel~|dérang~)( plus| pas| jamais)+|(ne plus|plus) (me |nous |être |recevoir |jamais )*(contact~|recevoir|écrire|sollicit~|relanc~|déranger|envoyer)|plus (de|aucun) (mails?|e-?mails?|messages?|relances?|contacts?|sollicitations?)|(laissez|foutez|fichez)-?(moi|nous) (tranquille|la paix|en paix)|(?<=^|[.!\\n] ?)stop(?=\\s*([.!]+|$))
`,
  notStop:
    '(avant (le|lundi|mardi|mercredi|jeudi|vendredi|fin)|par téléphone|au bureau|pendant|le week-end|ce soir|cette semaine|aujourd)',
};
