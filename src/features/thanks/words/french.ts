// How people say thank you in French, and how they use the same words without thanking.

import type { ThanksWords } from '../meanings.rules.ts';

export const french: ThanksWords = {
  language: 'fr',
  sets: {
    merci: `~merci, merki, mersi, mrc, mrci, mci, mercis, merkis, cimer, mercie, mirci, mreci, merci1000, mr6, marci, mercé, merçi, mèci, mersy, merssi, meci, chokran, choukran, barakallahoufik, barak allah oufik`,
    vous: `toi, vous, tous, toutes, tout le monde, ts, @, vous tous, vous deux, l'équipe, la team, la communauté, la commu, ceux, celles, eux, vs`,
    te: `te, j'te, jte, vous, t'en, vous en, t en, vs`,
    ton: `ton, ta, tes, votre, vos, tn`,
    remercie: `~remercie, remerci, remercis, ~remercions`,
    tres: `très, trop, super, hyper, vraiment, bien, beaucoup, énormément, trop trop, grave, infiniment, tellement, carrément, sacrément, si, extrêmement, juste,
      absolument, littéralement, bcp, toujours, éternellement, encore, sincèrement, encore une fois, du fond du coeur, un peu`,
    aide: `aide, réponse, réponses, conseil, conseils, explication, explications, info, infos, information, informations, temps, retour, retours, astuce, astuces, tuyau,
      soutien, patience, lien, liens, solution, tuto, précision, précisions, coup de main, suggestion, rapidité, réactivité, aides, indications, éclaircissements, gentillesse`,
    fait: `réponse, réponses, conseil, conseils, explication, explications, info, infos, astuce, astuces, tuyau, lien, liens, solution, tuto, précision, précisions, retour, retours,
      éclaircissement, éclaircissements, suggestion, partage, correction, rappel, tip, tips, piste, clarification, rapidité, réactivité`,
    aidé: `aidé, aidée, aider, aidés, dépanné, dépannée, débloqué, débloquée, éclairé, éclairée, servi, sauvé, sauvée, sauver, sauvés`,
    hommage: `big up, gros big up, bigup, gros big up, respect, gros respect, chapeau, chapeau bas, gg, props, shoutout, shout out, gros gg, dédicace`,
    firme: `windows, microsoft, discord, google, apple, nvidia, amd, steam, sncf, orange, sfr, free, bouygues, ovh, macron, trump, obama, twitter, meta, cloudflare, ubisoft, adobe`,
    sauveur: `sauveur, sauveuse, sauveurs, boss, chef, génie, génies, ange, anges, amour, amours, crème, dieu, roi, reine, héros, héroïne, légende, légendes, as, champion, championne,
      champions, bg, tueur, monstre, king, goat, best, meilleur, meilleure, meilleurs, meilleures, top, pro, maître, star, bijou, trésor, saint, magicien, perle, adorable, adorables,
      génial, géniale, géniaux, gentil, gentille, gentils, formidable, formidables, incroyable, incroyables, fort, forts, en or, goat absolu`,
    es: `t, t'es, tes, tu es, t es, vous êtes, vous etes, @ est, tu étais, vous avez été, tu as été, t'as été`,
    avance: `d'avance, d avance, par avance, à l'avance, a l avance, en avance, d'vance, davence, davanc, avance`,
    dire: `dire, dit, dis, dites, disent, disait, disant, entendre, écrire, écrit, taper, envoyer, recevoir, reçu, répondre, répondu`,
    quelqu: `quelqu'un, quelqun, quelqu un, qqun, qqn, qq1, kelkun, quiconque, qui, une âme charitable, des gens`,
    casse: `cassé, planté, supprimé, ruiné, niqué, pété, effacé, perdu, foiré, bugué, crashé, banni, pire`,

    // What moderators point to, and what is asked for to look at: thanks after such a request are no thanks for help.
    maison: `règles, règle, règlement, rules, charte, salon, salons, channel, channels, canal, fil, fils, topic, sujet, spam, spams, flood, doublon, doublons, faq, doc, docs, épinglé, épinglés, ticket, tickets, modèle`,
    montré: `log, logs, capture, captures, screen, screens, screenshot, code, version, config, erreur complète, stacktrace, trace, fichier, bloc, balises`,
  },

  thanks: `
    {merci}
    {merci} à {vous}
    {merci} de|du|d'|des (tout) fond|coeur|retour|coup|tuyau|conseil|soutien|partage|l'aide|l'info|l'astuce|la|m'avoir|avoir|infos|conseils|réponses|explications|précisions
    {merci} de|d'|pour|pr {ton} (..) {aide}|passage|travail|intervention|suivi|contrib|contribution|oeil|boulot|taf
    {merci} d'avoir
    {merci} d'être
    {merci} de m|nous|vous avoir
    {merci} de [vous être|t'être]
    grand|gros|immense|énorme|sincère|chaleureux|mille|millions|1000|infini (de) {merci}
    un petit {merci} à|pour
    je|on|nous|j ({tres}) {te} ({tres}) {remercie}
    {te} {remercie}
    {remercie} {tres}|{vous}
    tiens|tenais|tenait|tenons à (..) {dire} (..) {merci}
    voulais|voudrais|veux|voulait|souhaite|souhaitais|aimerais|viens|venais (..) (vous|te) {dire} (..) {merci}
    tiens|tenais|tenait|tenons à (..) remercier
    voulais|voudrais|veux|souhaite|souhaitais|aimerais|voulait (..) remercier {vous}
    voulais|voudrais|veux|souhaite|souhaitais|aimerais|voulait (juste|vraiment|aussi) (te|vous) remercier
    je {te} dis (..) {merci}
    oublié de {te} {dire} {merci}
    ma|notre (..) gratitude|reconnaissance
    mes (..) remerciements
    < remerciements à {vous}
    (éternelle|infinie|toute ma) reconnaissance (éternelle|infinie) >
    non {merci} à toi|vous
    {hommage} à {vous} (..) (..) pour|d' (..) m'avoir|avoir|l'aide|{ton}|sa|son|toute
    {hommage} à {vous} , (qui|il|elle) (..) (..) m'a|a|passé|réparé|aidé|dépanné|débloqué
    gros|énorme [big up|bigup|respect] à toi|vous|@
    remerciements chaleureux|sincères|infinis
  `,

  thanksForDeed: `
    chapeau l'artiste|bas|les
    franchement (tu|vous) gères|geres|gérez|gerez|assurez|assures
    c'est|cest ({tres}) adorable|gentil|sympa|cool|chou de|d' m'avoir|nous|avoir|me
    c'est|cest ({tres}) gentil|sympa|adorable [d'avoir|de m'avoir|de nous avoir]
    je tdois une
    {es} ({tres}) au top
    {merci} (..) pour {fait}|ton|ta|tes|votre|vos|l'|la|le|les|cette|ce|cet|ces|toutes (..) {fait}
    {merci} (..) pour l'info|l'astuce|l'explication|l'aide|linfo|lastuce
    {merci} (..) d'avoir
    {merci} (..) de [m'avoir|nous avoir]
    {merci} , mais ça|ca|j'ai|c'est|toujours|rien|le|la|même
    {merci} (..) , ça|ca|c' (..) marche|fonctionne|m'a|a|marché|fonctionné
    grâce à {vous}|{ton}
    (tu|vous|ça|ca|@) me|m'|nous sauves|sauve|sauvez
    [m'as|m'avez|m as|m avez] ({tres}) sauvé|sauvée|sauver|sauvés
    tu|vous|ça|ca|@|explication|réponse|astuce|conseil|lien|message|tuto [m'a|m a] ({tres}) ({tres}) {aidé}
    (tu|vous) viens|venez de me|nous sauver
    [t'as|as|avez|m'as|m'avez|viens de|venez de|tu|vous] (..) sauvé|sauver|sauves|sauve|sauvez la|ma|mon|mes|notre (..) vie|mise|journée|peau|projet|soirée|nuit|semaine|week|weekend|matinée|boulot|job|cul|tfe|mémoire
    [m'as|m'avez|m as|m avez] ({tres}) ({tres}) aidé|aidée|aider|aidés|dépanné|dépannée|débloqué|débloquée|éclairé|éclairée|rendu
    m'as|m'avez|m'enlèves|m'ôtes (..) (enlevé|ôté|retiré) une (sacrée|belle) épine
    {es} ({tres}) (un|une|des|le|la|les|mon|ma|notre|mes|au) ({tres}|vrai|vrais|vraie|véritable|putain|petit|sacré) (de|d') {sauveur} >
    {es} ({tres}) (un|une|le|la|les|mon|ma) (vrai|vraie|véritable|putain) (de) {sauveur} toi|vous|mec|frère|frérot|bro
    < quel|quelle (..) {sauveur} >
    < mon|ma sauveur|sauveuse|héros
    sauveur|sauveuse >
    gentil|sympa|aimable|cool|chou|adorable de {ton} part
    c'est|cest {tres} gentil|aimable|adorable
    < {tres} gentil|aimable >
    c'est|cest gentil >
    gentil|aimable à|a {vous}
    {te} dois|doit (..) une|un (..) chandelle|bière|café|verre|resto|pinte|coup|binouze|mousse
    {te} dois une >
    {te} dois tout|la
    {te} revaudrai
    sans {vous} (..) je|j'|j|jamais|rien|j'aurais|j'y|j'étais|c'était|jaurais
    sans {ton} (..) {aide}
    jamais|pas|perdu|galéré|encore (..) sans {vous}|{ton}
    que|qu' ferais|deviendrais je (..) sans {vous}
    je ferais quoi|comment sans {vous}
    comment {te} remercier
    heureusement que|qu' (tu|vous) es|êtes|étais|étiez|t'es|t'étais
    suis|serai|sommes ({tres}) ({tres}) reconnaissant|reconnaissante|reconnaissants
    {te} suis ({tres}) reconnaissant|reconnaissante
    {tres} reconnaissant|reconnaissante
    t'en dois une
    {te} paie|paye|offre un|une (..) bière|café|verre|resto|pinte|coup|binouze|mousse
    < qu'est ce que je ferais sans {vous}
    < (une) bière pour {vous}
    < tu|vous|t' gères|geres|gérez|gerez|assures|assurez|déchires|déchirez ({tres}) (grave|trop|de|ouf|mec|frère|frérot|bro|mon|ma|les|gars|sa|mère|tellement|pote|poulet) >
    < t'assures (..) >
    j'apprécie|apprécie|apprécions ({tres}) ({tres}) >
    < j'apprécie|apprécie ({tres}) ({tres}) {ton}|l'aide|l'effort|le (..) temps|aide|geste|effort|conseil|retour
    j'apprécie|apprécie|apprécions ({tres}) ({tres}) que tu|t'|t'as|t'aies|vous|t'aie
    j'apprécie|apprécie|apprécions ({tres}) ({tres}) l'aide|{ton}|le (temps) (que) (tu)
    {es} une|des machine|machines|tuerie|merveille|merveilles|monstres|tueurs|amours (..) >
    < tu|vous gères|gérez|gerez|assures|assurez|déchirez les gars|filles|mecs|potes|copains
    épine du pied
    {es} (vraiment|trop) (un) sang|machine|monstre >
    < le goat (absolu) >
    tu gères|geres|assures|déchires grave|trop|mec|frère|frérot|bro|vraiment|@
    tu gères|geres|assures|déchires de ouf|fou|malade
    béni sois|soyez tu|vous
    dieu te|vous bénisse
    un amour >
    je t'aime|taime pour
    je {vous} aime|adore pour
    chapeau {merci}
    < (oh|ah|wow|rah|mais|quel) le|la boss|crack|king|queen|génie >
  `,

  answered: `
    < ok|okay|oki|dac|dacc|ah|oh|ahh|super|nickel|parfait|génial|top|cool|compris|résolu|trouvé|réglé|oui|ouais|excellent|impec|impeccable|edit|d'accord|nice|yes|carré
    ça|ca|tout (y) (re) marche|fonctionne (maintenant|enfin|nickel|bien|parfaitement|impeccable|super)
    ça|ca marche >
    ça|ca a marché|fonctionné
    c'est|cest (tout) bon|résolu|réglé|parfait|corrigé
    j'ai|jai (..) trouvé|compris|réussi|pigé|résolu
    je comprends|vois|vais (mieux|essayer|tester|regarder|voir|faire)
    problème résolu|réglé
    c'était|cetait ça|ca|bien
  `,

  asking: `
    < {quelqu} >
    < personne >
    < up >
    < cherche|recherche|recherchons|recrute
    mp|dm|contactez|contacte|envoyez|ajoutez|add moi
    en mp|dm
    dispo|payé|rémunéré >
    svp|stp|siouplait
    s'il te|vous plaît|plait
    sil te|vous plait
    s il te|vous plait
    {quelqu} (..) sait|saurait|peut|pourrait|aurait|connait|connaitrait|connaît|utilise|pourra|peu|aider|m'aider|saura|déjà|dispo
    pouvez|pourriez|peux|pourrais|auriez|aurais|savez|sais|connaissez|connais|avez|as|faut|dois vous|tu|on|je|il
    vous pouvez|pourriez|auriez|savez
    tu peux|pourrais|aurais|sais
    est ce que|qu'
    esque|estce
    y a|ya|y'a (t) (il) (..) moyen|quelqu'un
    < comment|pourquoi
    comment on|faire|je|puis|peut|fait|faut
    j'ai|jai|ai|un|une|petit|petite|gros (..) problème|probleme|pb|souci|soucis|question|questions|bug|erreur|erreurs
    besoin d'aide|d'un|d'un|daide|d|de
    aidez|aide moi|m
    à l'aide
    une|des|aucune idée|idées|piste|pistes
    je cherche|recherche
    savoir si|comment|où
    arrive|marche|fonctionne|comprends|trouve pas|plus
    (je|j'y|y) comprends (vraiment|plus|toujours) rien
    < help
    dites|dis moi
    si {quelqu}|vous|tu (..) (sait|peut|pouvez|peux|pourrait|avez)
    toute|toutes|n'importe|nimporte (quelle|les) aide|aides|piste|info|idée|réponse
    lisez|lis|lire|respectez|respecte|utilisez|utilise|postez|poste|gardez|évitez|évite|arrêtez|arrête|consultez|consulte|relisez|ouvrez|ouvre|restez|cherchez|passez|regardez (..) (..) {maison}
    postez|poste|mettez|envoyez|envoie|joignez|collez|colle|donnez|partagez|ajoutez|précisez (..) (..) {montré}
    pas|stop|aucun|évitez (de|aux|le|au|les) spam|spams|spammer|pub|pubs|flood|flooder|doublons|mp
    (ne) spammez|spamme|floodez pas|plus
  `,

  notThanks: `
    # Refusals, and nobody needs to.
    non|nan|nope , (non) {merci}
    {merci} , mais non (..) ({merci})
    {merci} , mais ça|ca va|ira|suffit (aller)
    ça|ca va (très) bien , {merci}
    < (très) bien , {merci} et
    ça|ca va (et) (toi|vous) , {merci}
    {merci} , ça ira
    sans façon , {merci}
    ça|ca (va|ira) aller|ira|va , {merci}
    pas (..) besoin|peine (..) {merci}|remercier
    pas de {merci}
    inutile de|d' (..) {merci}|remercier

    # Sarcasm and blame.
    {merci} (..) pour (absolument) rien
    {merci} du cadeau
    {merci} , captain|capitaine|sherlock|einstein|{firme}
    {merci} patron|chef , encore un|une
    {merci} (à) la|le|les|l'|cette|ce (nouvelle|dernière|foutue) maj|mise|update|bug|patch|version|crash|vie|l'état|gouvernement|cache
    {merci} l'update|l'état|lupdate|l'api
    < ah|bah|ben|bon|eh|beh|bé (bah|ben|beh) , {merci} (hein|bien|du|quoi|..) >
    < bah|ben|beh|eh (ben|bah) {merci} , ça|ca|super|c'est
    {merci} (..) pour le|la|les|ce|l' (..) ban|kick|mute|ping|coupure|panne|hotfix|retard
    {merci} patron|chef (..) encore (..) (..) quelle|quel
    {merci} (..) d'avoir (tout|encore) {casse}
    {merci} (..) de m'avoir (fait|tout) {casse}|perdre
    {merci} (..) pour le|la|les spam|bug|bugs|spoil|spoiler|virus|pub
    {merci} (..) maintenant (..) (..) {casse}|marche|rien
    grâce à {ton} (..) (..) {casse}

    # In advance, and "merci de" for "please".
    {merci} (..) , {avance}
    {merci} (..) , {avance} pour|de|à|aux|des|du (..) (..) (..)
    remerciant (..) (..) {avance}
    {merci} (..) pour (..) (..) {avance}
    {avance} , (un|grand|je|nous) (grand|vous|te) {merci}|{remercie}|remercier
    (je|nous|on) ({tres}) {te} ({tres}) {remercie} (..) (..) {avance}
    remerciements anticipés
    {merci} (..) à|a {quelqu} (..) (qui)
    {merci} (..) à|a (tous|toutes) (ceux|celui|celle|celles) qui
    {merci} (..) aux personnes|gens|âmes qui
    {merci} (..) pour toute|toutes|tout|d'éventuelles (..) aide|réponse|réponses|suggestion|piste|info|retour
    {merci} (..) , si {quelqu}|vous|tu|t'as|jamais|c'est
    {merci} de|d'
    {merci}|{remercie} (de|pour) {ton} compréhension|attention|indulgence|confiance|coopération|vigilance
    (on|nous|je) {te} {remercie} (de|pour) {ton} compréhension|attention|indulgence|confiance|coopération|vigilance
    {merci} de|pour {ton} patience , on|nous|l'équipe|le
    {merci} de ne (pas|plus)
    {merci} de (bien) (vouloir) (me|m'|nous|y|les) _ vos|votre|tes|ton|ta
    {merci} de bien vouloir
    {merci} d'ouvrir|douvrir|d'avance|d'écrire|d'aider|d'ajouter|d'expliquer
    {merci} de bien vouloir
    {merci} d'attendre|éviter|utiliser|indiquer|ajouter|aller|arrêter|essayer|envoyer|expliquer|écrire|ouvrir
    {merci} d'éviter
    {merci} d'utiliser
    {merci} d'indiquer
    {merci} d'aller
    {merci} d'arrêter
    {merci} d'attendre
    {merci} d'essayer
    {merci} d'envoyer
    serais|serait|serai|seriez|serions (..) reconnaissant|reconnaissante|gentil|sympa|cool|aimable|apprécié|appréciée|bienvenue|top|{sauveur}
    me|m' sauverait|sauverais|sauveriez

    # Speaking of thanks.
    dirai|dirais|dira|dirons|diras|remercierai|remercierais|remercieras (..) {merci}
    remercierai|remercieras|remercierons|remerciera
    j'ai|combien|a|as|reçu (..) de|d'|2|3|4|5|6|7|8|9|10|20|50|100|zéro {merci}
    combien de|d {merci}
    zéro|ni|sans|aucun {merci}
    pas|même (pas) un (seul|petit|simple) {merci}
    sa|leur|votre|notre|ma|ta {merci}
    {merci} , ça|ca s'écrit|s'|se
    {merci} jacquie|michel
    {dire} (..) {merci}
    comment (..) {dire} (..) {merci}|remercier
    {merci} en anglais|espagnol|japonais|allemand|italien|russe|chinois|arabe|portugais|grec|français|polonais|néerlandais
    {merci} veut|signifie|se
    {merci} qui >
    à la {merci}
    sans {merci}
    dieu|dieux , {merci}
    le|la|un|une|des|ce|son|leur|ses|mot|simple|aucun|chaque|même|les|mon {merci}
    un|simple (simple|petit|bon) {merci}
    bouton|commande|canal|salon|page|rôle|message|emoji|compteur|système|carte|mail {merci}
    {merci} bot est|ne|marche
    ne me {remercie}|remerciez
    me|m'a|l'a|lui|le|la|les {remercie}
    m'a|l'a|a|ont (..) remercié
    il|elle|ils|personne|faut|peux|peut|dois|doit|devrais|devriez|pourrais|sans|de|pour|à (..) remercier
    {remercie} le|la|les|moi|lui|dieu|plutôt|celui
    si (..) veux|voulez|veut (..) {dire}|remercier (..) {merci}
    pas|plus (..) {sauveur}
    aucune {merci}
    veux|voulais|voulait|veut|attends|attendais|demande|demandais pas (de|un|des|vos|tes) {merci}
    non , c'est|cest bon|ok|gentil , {merci}
    {merci} (..) pour {ton} patience , on|nous|l'équipe|le|la
  `,
};
