// How people say in German that something works, that it does not, that they will see, or that they found it alone.
import type { SolvedWords } from '../meanings.rules.ts';

export const german: SolvedWords = {
  language: 'de',
  sets: {
    it: `es, das, dies, alles, jetzt, nun, damit, so, dein tipp, deine lösung, der tipp, die lösung, @, hat`,
    adv: `jetzt, nun, endlich, tatsächlich, wirklich, echt, alles, wieder, auch, gut, super, einwandfrei, perfekt, prima, wunderbar, tadellos, sofort, problemlos,
      also, ja, bei mir, damit, so, mittlerweile, inzwischen, scheinbar, anscheinend, vielen, auf anhieb, bestens, schon, hier, nur`,
    works: `~funktioniert, ~funktionierte, geht, ging, klappt, klappte, läuft, lief, funzt, funktioniertt, geklappt, gefunzt, geholfen, tuts, gehts, klappts, läufts`,
    worked: `~funktioniert, geklappt, geholfen, gefunzt, hingehauen, gepasst, gewirkt`,
    fixed: `gelöst, behoben, gefixt, gefixed, repariert, beseitigt, erledigt, geregelt, geklärt`,
    trouble: `problem, fehler, probleme, bug, fehlermeldung, meldung, thema`,
    not: `nicht, ned, net, nich, nix, nichts, kein, keine, nie, niemals, nirgends`,
    thanks: `danke, dankeschön, thx, merci, vielen dank, besten dank, herzlichen dank`,
    // What a thing does that works.
    runs: `startet, kompiliert, baut, lädt, verbindet, bootet, öffnet, rennt, antwortet`,
  },
  supposing: `
    wenn
    falls
    sobald
    ob
    wann
    warum
    wieso
    weshalb
    wie
    hoffe|hoffentlich|hoff
    vielleicht
    evtl|eventuell
    sollte|sollten|müsste|könnte|würde|dürfte|wäre|hätte
    muss|soll|kann|kannst|könnt
    wird|werden
    glaube|denke|vermute|dachte
    mal sehen|schauen
    < funktioniert|geht|klappt|läuft|hat das|es|dein|bei
    normalerweise|eigentlich|meistens|früher|sonst|immer
    er|sie|man
    bis
    damit ich|man|wir|du
    jemand
  `,
  solved: `
    < ({adv}) {fixed} >
    < {fixed} , {thanks}|jetzt|durch|mit
    {it} ({adv}) ({adv}) {works} ({adv}) ({adv}) ({adv}) >
    {it} ({adv}) ({adv}) {works} ({adv}) ({adv}) , {thanks}
    < ({adv}) ({adv}) {works} ({adv}) ({adv}) (wieder) >
    < {works} jetzt|wieder|nun|super|perfekt|einwandfrei|prima|endlich
    {works} jetzt|nun|endlich|wieder (wieder|alles|super|perfekt|einwandfrei)
    jetzt|nun|endlich {works} (es|das|alles|s) (wieder|endlich|super|perfekt|einwandfrei|alles)
    jetzt|nun gehts|läufts|klappts|tuts
    {it} hat ({adv}) ({adv}) {worked}|{fixed}
    hat ({adv}) ({adv}) {worked} >
    hat ({adv}) {worked} , {thanks}
    {it} war (es|das|genau|tatsächlich|wirklich) (das|der|die|mein) {trouble}|ursache|grund|lösung|fehler
    [das wars|das war es|das wars] >
    daran lags
    daran lag es
    daran hat es gelegen
    (das|mein|der) {trouble} (ist|wurde|hat sich|wäre|war) ({adv}) ({adv}) {fixed}|weg|verschwunden
    {trouble} {fixed}|weg
    (ich) [habs|habe es|hab es] ({adv}) ({adv}) {fixed}|hinbekommen|geschafft
    konnte (es|das) (..) lösen|beheben|fixen
    alles (wieder) [gut|ok|okay|bestens|in ordnung] (jetzt|nun) >
    jetzt (ist) (alles|wieder) gut|ok|okay|passt
    jetzt passt (es|alles|das)
    frage (ist|hat sich) (damit) beantwortet|geklärt|erledigt
    kein fehler mehr
    keine fehler|fehlermeldung|probleme mehr
    < (ja|jo|jup|ok|okay|super|cool) geht|läuft|klappt >
    klappts|gehts|läufts (jetzt|wieder|nun|super|prima) >
    (jetzt|nun|endlich) {runs} (es|er|sie|das|alles) (jetzt|wieder|endlich|problemlos|sauber) >
    < (jetzt) bin (jetzt|endlich|wieder) drin|online (jetzt|wieder|{thanks}) >
    bin drin , {thanks}
  `,
  noHelp: `
    < gerne
    < gern
    (gern|gerne) geschehen
    kein problem|ding|thema >
    < keine ursache
    bitte schön|sehr|gerne
    < bitteschön
    viel erfolg|glück|spaß
    freut mich
    schön|super|gut dass|das|wenn es|das .. {works}
    nichts zu danken
    keine ahnung|idee
    weiß ich (auch|leider) nicht
    (ich) weiß (es|ich) (leider|auch) nicht
    kann (ich) (dir|da) (leider|auch) nicht helfen|sagen
    (habe|hab) das gleiche problem
    gleiches problem (hier)
  `,
  pending: `
    (ich) werde|werd (es|das|ich|mal|gleich|später|morgen) (..) versuchen|probieren|testen|ausprobieren|schauen|checken|nachschauen|prüfen|lesen|ansehen|anschauen
    (ich) versuche|versuchs|probiere|probiers|probier|teste|versuch|schaue|schau|gucke|guck|prüfe|checke|lese (es|das|ich|mir) (mal|gleich|jetzt|später|morgen|nachher|eben|kurz|das|es)
    < versuche|versuchs|probiere|probiers|teste (ich|es|das|mal)
    schau|schaue|guck|gucke (ich) mir (das|es|..) an
    mal ausprobieren|testen|schauen|probieren|gucken
    (kurzen) einen|nen|kleinen moment|augenblick|sekunde
    {thanks} (..) , aber
    trotzdem {thanks}
    {thanks} (..) trotzdem
    {thanks} (fürs|für) versuch|versuchen|mühe
    ({it}) ({adv}) {works} (..) , aber
    fast|teilweise|halb {works}|gelöst
    {works} fast|teilweise|halbwegs
    falscher kanal|channel
  `,
  alone: `
    (habs|habe|hab) (es|das) (..) selbst|selber|alleine {fixed}|gefunden|herausgefunden|rausgefunden|hinbekommen|gelöst|geschafft
    (habs|habe es|hab es|habe den|hab den) (schon|jetzt|selbst|fehler|gerade) gefunden
    habs (selbst|selber) herausgefunden|rausgefunden|gefunden
    < gefunden >
    hat sich erledigt
    < erledigt , war
    mein fehler
    (war) (ein) tippfehler (von) (mir)
    war mein|meine fehler|schuld|blödheit|dummheit
    ich hatte|habe vergessen
  `,
  stillBroken: `
    ({it}) ({adv}) ({adv}) {works} (es|das|bei mir|leider|immer|aber|jetzt|trotzdem|auch|so|damit|gar|noch|mir) (noch|immer|leider|auch|trotzdem|gar|so) {not} (mehr|richtig|so|ganz|funktioniert|geklappt)
    ({it}) (hat) (leider|auch|immer|trotzdem|bei mir|noch|aber) (auch|noch|leider|gar) {not} (wirklich|ganz|so|richtig) {worked}|{fixed}|gebracht|geändert
    noch (immer) {not} (ganz|wirklich) {fixed}|{worked}
    {not} (ganz|wirklich) {fixed}
    immer noch ({not}|kaputt|der|das|die|derselbe|dasselbe|dieselbe|den|denselben|fehler|probleme|ein|einen)
    noch immer ({not}|kaputt|der|das|die|derselbe|dasselbe|denselben|fehler|probleme|ein|einen)
    weiterhin {not}|kaputt|fehler|probleme|der|das|denselben
    (der|das|den) gleiche|gleichen|selbe|selben fehler|problem|ergebnis|meldung
    derselbe|denselben|dasselbe|dieselbe fehler|problem|ergebnis|meldung
    nach wie vor (..) {not}|kaputt|fehler
    {trouble} (besteht|bleibt|tritt|kommt|ist) (weiterhin|noch|immer|wieder) (immer|noch) [auf|da|bestehen]
    {trouble} besteht
    wieder kaputt
    kein erfolg|unterschied|glück
    keine änderung|veränderung|besserung|wirkung
    ohne erfolg
    bringt|brachte (leider|auch|gar) nichts
    nichts (hat) geholfen|geändert|gebracht
    bekomme (ich) (jetzt|nun|immer|noch|aber|weiterhin) (noch|jetzt|immer) (einen|den|eine|die|wieder) (anderen|neuen|gleichen|andere) fehler|fehlermeldung
    jetzt (kommt|bekomme ich|habe ich|gibt es) (..) fehler|fehlermeldung|problem
    ({it}) ({adv}) {works} (..) , aber (..) {not}|noch|fehler
    ungelöst
    < nope >
    < nein , {works} {not}
    gleicher|gleiche|gleiches|selber|selbes fehler|problem|ergebnis|meldung
    leider nein|nicht >
    hilft|half (auch|leider|mir|alles|aber) (auch|leider) {not}
    bringt|brachte|hilft|half nix|nichts
    stürzt (..) (weiter|weiterhin|immer|wieder|noch) ab
    crasht (immer|weiterhin|noch|wieder)
    < (das|geht|so) auch nicht|nich|net >
    hängt (sich) (immer|noch|weiterhin|wieder) noch|weiterhin|wieder|auf
  `,
  neither: `
    ({it}) ({adv}) {works} (..) [gestern|vorher|früher|bisher|um|darum|auf|unter|lokal]
    (so|wie|es) geht (es) [um|darum|so|nicht nur|dir|euch|ihm|ihr|uns]
    wie gehts
    es geht um|darum|mir|ihm|ihr|weiter|nur|mit
    das geht (aber|auch|ja|doch) {not} (so) einfach
    kein problem mit
    weiß|verstehe (ich) (auch|leider|nicht) (warum|wieso|wie) (..) (..) {not}
    noch nicht versucht|probiert|getestet
    die lösung
    {fixed} werden|haben|sein
  `,
};
