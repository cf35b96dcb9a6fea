// How people say in French that something works, that it does not, that they will see, or that they found it alone.
import type { SolvedWords } from '../meanings.rules.ts';

export const french: SolvedWords = {
  language: 'fr',
  sets: {
    it: `ça, sa, cela, tout, c'est, il, elle, le code, ta solution, votre solution, la solution, @, ton astuce`,
    adv: `maintenant, enfin, bien, parfaitement, nickel, niquel, super, très, impeccable, vraiment, effectivement, tout, à nouveau, de nouveau, correctement, désormais,
      du coup, aussi, direct, sans problème, chez moi, finalement, à merveille, au top, mieux, comme ça, ainsi, là, même, donc, merci`,
    works: `~marche, ~fonctionne, marché, fonctionné, roule, refonctionne, remarche, fonctionnait, tourne, passe`,
    worked: `~marché, ~fonctionné, réglé, résolu, corrigé, aidé, suffi, réparé, solutionné`,
    fixed: `~résolu, réglé, corrigé, réparé, solutionné, résolue, réglée, résolus, réglés, resolut, fixé`,
    trouble: `problème, erreur, erreurs, problèmes, bug, bugs, souci, soucis, pb, prob, l'erreur, message`,
    aux: `a, ont, m'a, l'a, est, ai, a bien, a enfin, as`,
    not: `pas, plus, rien, aucun, aucune, jamais, point`,
    thanks: `merci, mrc, thx, mercii, merci beaucoup, un grand merci`,
    // What a thing does that works.
    runs: `se lance, se connecte, compile, démarre, charge, redémarre, tourne, build, boote, répond`,
  },
  supposing: `
    si
    quand
    lorsque
    dès
    pourquoi
    comment
    j'espère|espérons|espère
    peut-être
    devrait|devraient|pourrait|faudrait|aurait|serait
    doit|peut|peux|pouvez|va|vont
    est-ce
    je|on pense|crois|pensais|croyais|suppose
    savoir
    normalement|habituellement|d'habitude|parfois|toujours
    quelqu'un
    pour que
    jusqu'à
    dis moi
    dites moi
    avant
  `,
  solved: `
    < (c'est|cest) ({adv}) {fixed} >
    < {fixed} , {thanks}|maintenant|en|avec|grâce
    c'est ({adv}) ({adv}) {fixed} (maintenant|merci)
    {it} ({adv}) {works} ({adv}) ({adv}) ({adv}) >
    {it} ({adv}) {works} ({adv}) ({adv}) , {thanks}
    {it} {works} maintenant|nickel|parfaitement|impeccable|super|enfin|bien
    < (maintenant|super|parfait|ok|oui) ({adv}) {works} ({adv}) ({adv}) >
    maintenant ({it}) {works}
    {it} {aux} ({adv}) {worked} (le|mon|tout|mes|merci)
    {it} {aux} ({adv}) {worked} >
    (mon|le|l'|ce) {trouble} est ({adv}) {fixed}|parti|disparu|partie
    (mon|le|ce) {trouble} (a|est|semble) ({adv}) {fixed}|disparu|parti
    {trouble} {fixed}|disparu
    plus (de|d'|aucun|aucune) {trouble} >
    j'ai (enfin|bien|pu) réussi|réussie|résoudre|régler|corriger|résolu|corrigé|réglé (à|le|mon|grâce|avec|merci)
    j'ai réussi
    c'était (bien|exactement|effectivement) [ça|cela|le problème|l'erreur|la cause]
    tout est [bon|ok|rentré|réglé|résolu|en ordre|fonctionnel] (maintenant)
    c'est bon maintenant|merci
    c'est bon ça marche|fonctionne
    c'est bon pour moi
    c'est bon >
    (ça) a fait l'affaire
    ça fait l'affaire
    ma question est résolue
    [tu as|tu avais|vous aviez|vous avez] raison , [ça|c'était|cela] ({adv}) ({works}|ça)
    {it} {works} du|comme (tonnerre|prévu|un|sur|il)
    ça|tout compile|démarre|build|charge (enfin|maintenant|bien|nickel) >
    < (c'est) {fixed} en|avec|grâce|via
    maintenant|enfin|désormais (ça|il|elle|tout) {runs}
    {it} {runs} (bien|enfin|correctement|normalement) (maintenant|enfin)
    plus d'erreur|d'erreurs|aucune|aucun (erreur|problème|bug|souci|plantage) >
    plus de problème|problèmes|bug|bugs|souci|soucis|crash|plantage >
    c'est reparti >
  `,
  noHelp: `
    de rien
    avec plaisir
    pas de (soucis|souci|quoi|problème) >
    [je t'en|je vous en] prie
    (il) [y a|ya] pas de quoi
    content|contente|ravi|ravie|heureux que|d'avoir|si|pour (ça|pu|t'aider|vous)
    bonne|bon chance|courage|journée|soirée|continuation
    tant mieux
    aucune idée
    je (ne) sais pas
    je (ne) peux pas [t'aider|vous aider]
    même problème|souci|erreur (ici|pour|chez) (moi)
  `,
  pending: `
    je vais (..) essayer|tester|regarder|voir|vérifier|lire|faire|tenter|chercher
    [je teste|je regarde|je vérifie|je tente|je vois|on teste|on essaie] [ça|cela|de suite|tout|demain|ce soir|plus tard|maintenant]
    j'essaie|j'essaye
    je teste|regarde|vérifie|tente
    j'essaierai|j'essayerai|testerai|regarderai
    un instant|moment
    une|1 seconde|minute|sec
    deux|2 minutes|secondes
    {thanks} (..) , mais
    {thanks} quand même
    {thanks} (..) [d'avoir|pour avoir|pour] essayé|essayer
    ({it}) ({adv}) {works} (..) , mais
    [presque|partiellement|à moitié] ({works}|{fixed})
    mauvais salon|canal
  `,
  alone: `
    j'ai (..) (réussi|résolu|réglé|trouvé|corrigé) (tout|toute|par|le|la|mon|l'|seul|moi) [seul|seule|moi-même|erreur|problème|même|solution|cause|bug|souci]
    j'ai trouvé >
    j'ai trouvé [l'erreur|le problème|la cause|mon erreur|le bug|tout seul|toute seule]
    < trouvé >
    laisse|laissez tomber
    c'est (de) ma faute
    ma faute|erreur
    faute de frappe
    erreur de ma part
    (j'avais|j'ai) oublié
    erreur bête
  `,
  stillBroken: `
    ({it}) (ne|n') ({adv}) {works} (toujours|encore|malheureusement|vraiment|même|hélas|tout|quand|chez moi) (toujours|même) {not} (mieux|bien|du tout|encore|mieux)
    ({it}) (n'a|n'est|na|nest|a|est|n'ont) (toujours|malheureusement|encore|hélas) {not} (encore|vraiment|toujours|tout) {worked}|{fixed}|changé|aidé|bon
    ({it}) (ne) (résout|règle|change|corrige|aide) [toujours|malheureusement] {not}|rien
    {not} (encore|vraiment|toujours|complètement) {fixed}
    toujours (le|la|les|l'erreur|la même|le même|cette|ce|un|une|cassé|en panne|pas|rien|bloqué|lerreur|aussi) [même|erreur|problème|souci|message|bug|bon|mieux|résolu]
    toujours pareil|cassé|bloqué
    encore (le|la|l'|cette|ce|une|un|cassé) (même) {trouble}
    encore cassé
    même|mêmes {trouble}|résultat|chose >
    la|le même {trouble}|résultat|chose
    {trouble} [persiste|revient|reste|est toujours|est revenu|subsiste|continue]
    aucun|aucune changement|effet|différence|amélioration|résultat|succès
    sans succès|effet
    rien n'a changé|marché|fonctionné
    rien (n'y) fait
    rien ne marche|fonctionne|change
    (maintenant) (j'ai|il y a|je reçois|je) (maintenant|encore|toujours) (une|un) autre|nouvelle|nouveau {trouble}
    maintenant j'ai (..) {trouble}
    non résolu
    ({it}) ({adv}) {works} (..) , mais (..) {not}|plus|toujours|encore
    impossible de (le|la) faire marcher|fonctionner
    (ça|rien) (ne) change rien
    rien (ne) change
    encore|toujours plante|bugue|crashe|échoue
    {it} plante|bugue|crashe|échoue (encore|toujours)
    encore|toujours bloque|coince|freeze
    {it} bloque|coince|freeze encore|toujours
    pas mieux >
    non plus >
  `,
  neither: `
    {it} {works} (bien|très) (..) [hier|avant|comment|comme ça que|quand|si|sur|avec|sans|en local|dans|chez les]
    {works} pas à pas
    (comment) ça marche ce|cette|le|la|les|un|une
    comment ça marche
    tout se passe
    ça passe par
    ça se passe
    ça marche comment
    ça marche pour vous|toi|les|eux|lui
    pas de problème avec|pour|si
    je (ne) (comprends|sais|vois) pas pourquoi|comment (..) (..) {not}
    c'est bon à|pour savoir|toi|lui|vous
    {fixed} par|dans (la|version|le)
    {fixed} en la|version|le|v2|v3|prod
    (doit|peut|va|être|sera) [être] {fixed}
    à résoudre
  `,
};
