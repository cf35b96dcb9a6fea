// How people say thank you in German, and how they use the same words without thanking.

import type { ThanksWords } from '../meanings.rules.ts';

export const german: ThanksWords = {
  language: 'de',
  sets: {
    danke: `~danke, ~dankeschön, ~dankeschoen, dankö, dange, dangge, danki, dankie, dnke, donke, daunkschee, dankschee, dankscheen,
      dangschee, dankschön, dankschoen, danke schön, danke schoen, danke sehr, dankesehr, merci, merci vilmal, merci vielmal,
      merci vielmals, vergelts gott, vergelts god, merce, märci, dankr, dankw, dabke, danle, dsnke, danjke, dakne, danek, danken dir, merci vilmol, tausend mal danke, dankeeschön`,
    dank: `~dank, danck`,
    vielen: `~vielen, viele, vieln, vln, tausendfachen, vielen vielen, bestem, herzlichem, vielem, bester, besten, herzlichen, tausend, 1000, lieben, schönen, großen, grossen, riesigen, innigsten, allerbesten,
      allerherzlichsten, fetten, liebsten, größten, heißen, unendlichen, aufrichtigen, recht herzlichen, ganz lieben, ganz herzlichen, vielen lieben, vielen herzlichen`,
    dir: `dir, euch, ihnen, allen, alle, dia, eich, enk, da, @, euch allen, ihnen allen, euch beiden, jedem, dem team, der community, dem ganzen team`,
    dein: `deine, deines, eures, deiner, deinen, deinem, dein, eure, eurer, euren, eurem, euer, ihre, ihrer, ihren, ihrem`,
    sehr: `sehr, so, echt, wirklich, total, super, mega, vielmals, herzlich, recht, ganz, unendlich, ungemein, extrem, voll, richtig, ur, immer, aufrichtig,
      nochmal, nochmals, einfach, unfassbar, krass, ja, auch, ewig, überaus, enorm, riesig, gerade, grad, damit, hiermit, gewaltig, unglaublich`,
    bist: `du bist, ihr seid, sie sind, du bisch, biste, du warst, ihr wart, @ ist, du bischt, bist du, seid ihr, bist, seid, @ du bist, bisch`,
    held: `held, helden, heldin, engel, schatz, retter, lebensretter, lebensretterin, retterin, genie, gott, ehrenmann, ehrenfrau, legende, legenden, könig,
      maschine, beste, bester, besten, hero, goat, gold wert, goldstück, meister, boss, ehrenbruder, macher, perle, gottheit, kanone, wucht, hit, hammer, knaller,
      heilige, heiliger, champion, star, spitze, klasse, großartig, genial, göttlich, hilfsbereit, wahnsinn, ehre, lieb, nett, freundlich, mega, super, toll, geil`,
    retter: `held, lebensretter, lebensretterin, retter, retterin, ehrenmann, ehrenfrau, ehrenbruder, engel, legende, goldstück, heldin`,
    hilfe: `hilfe, antwort, antworten, tipp, tipps, tip, tips, hinweis, hinweise, erklärung, erklärungen, info, infos, information, informationen, zeit, unterstützung,
      geduld, mühe, rat, ratschlag, link, links, lösung, rückmeldung, feedback, support, aufklärung, vorschlag, vorschläge, anleitung, auskunft`,
    tat: `antwort, antworten, tipp, tipps, tip, tips, hinweis, hinweise, erklärung, erklärungen, info, infos, link, links, lösung, rückmeldung, aufklärung,
      anleitung, vorschlag, vorschläge, auskunft, klarstellung, korrektur`,
    voraus: `im voraus, im vorraus, im vorhinein, schon mal, schonmal, schomal, im vorab, vorab, schon einmal, vorweg, im vorfeld, im foraus, imvoraus, schon jetzt, im vorhein`,
    sagen: `sagen, sag, sagt, sage, sagst, gesagt, sagte, schreiben, schreibt, schrieb, hören, tippen, gesagt hat`,
    jemand: `jemand, jmd, jmnd, jemanden, einer von euch, irgendwer, irgendjemand, wer von euch`,
    gruss: `props, shoutout, shout out, respekt, lob, kudos, hut ab, big up, grüße, gruß, ehre, liebe, kuss, küsse, großes lob, dickes lob`,
    firma: `merkel, habeck, scholz, merz, lindner, söder, obama, trump, microsoft, windows, discord, google, apple, nvidia, amd, steam, amazon, telekom, vodafone, o2, bahn, db, adobe, meta, facebook, twitter, cloudflare, sap, lauterbach`,
    kaputt: `kaputt, kaputtgemacht, zerstört, zerschossen, gelöscht, ruiniert, verloren, weg, abgestürzt, gebannt, gesperrt`,

    // What moderators point to, and what is asked for to look at: thanks after such a request are no thanks for help.
    haus: `regeln, regel, regelwerk, kanal, kanäle, channel, channels, thread, threads, forum, thema, topic, spam, faq, doku, dokumentation, docs, pins, angepinnt, angepinnten, ticket, tickets, vorlage, codeblock, codeblöcke, suchfunktion, suche`,
  },

  thanks: `
    {danke}
    {danke} an {dir}
    {vielen} {dank}
    < {dank} >
    hab|habt|haben ({vielen}) {dank}
    {dank} dir|euch|ihnen|@
    {dank} da|dia|enk (recht) (sche|schee|schön|sehr) >
    (i|ich) dank da|dia|eich
    {vielen} {dank} an {dir}
    < mit {vielen} {dank}
    (ich|wir) danke|danken {dir}
    ich dank|bedank|bedanke (mich|dir|euch|da)
    wir bedanken uns
    bedanke|bedank mich|uns
    bedankt >
    wollte|wollten|möchte|möchten|will|muss|mag|wollt (..) (..) {danke}|dank {sagen}
    wollte|wollten|möchte|möchten|will|muss|mag|wollt (..) mich|uns (..) (..) bedanken
    wollte|möchte|will|muss (dir|euch|@) (..) danken
    großes|dickes|riesiges|riesen|fettes|herzliches|riesengroßes|ganz|lautes (großes|dickes|riesiges|liebes|herzliches) {danke}
    mein|meinen|unser (..) dank (gilt|an|geht)
    dank (..) an|geht {dir}
    < ich|wir sage|sag|sagen (..) {danke}
    {gruss} (geht|gehen|gehn|geh) (raus|hinaus) (an) {dir} , (..) (..) hilfe|geholfen|hilft|geduld|helfen|erklären|erklärung|antwort|tipp|zeit|erklärt|gelöst|gefixt|repariert
    ({vielen}) {danke}|{dank} (..) an alle|jeden|die , die|der (..) (..) geholfen|geantwortet|mitgeholfen (haben|hat)
    {danke} (..) an alle|die beteiligten|helfer|helfenden|anwesenden
  `,

  thanksForDeed: `
    hast|habt mir (..) (..) suchen|sucherei|ärger|kopfzerbrechen|kopfschmerzen|rumprobieren erspart|gespart
    küsse|küss deine|eure augen|auge|hände
    {danke} schonmal|schon mal für die|deine|eure (..) {tat}
    {danke}|dank (..) für {tat}|deine|eure|die|den|das|diesen|diese|all (..) {tat}
    {danke}|dank (..) fürs|für's (..) erklären|helfen|antworten|erinnern|teilen|nachschauen|zeigen|testen|fixen|drüberschauen|raussuchen|aufklären|beantworten|mitdenken
    {danke} (..) , hat|jetzt|das|es|nun|damit|so|habs|läuft (..) geholfen|funktioniert|geht|geklappt|läuft|klappt|gelöst
    {danke} nochmal|nochmals
    dank {dein} (..) {hilfe}
    dank dir|euch|@ (..) läuft|gehts|geht|funktioniert|klappt|weiß|verstehe|verstanden|geschafft|gelöst
    hast|habt|hat|haben|hasch|host|rettest|rettet (..) (mir|uns|mein|meinen) (..) tag|leben|arsch|hintern|abend|woche|wochenende|projekt|haut|job|nacht|feierabend (gerettet|grettet)
    hast|habt|haben|hasch|host mich|uns|mir (..) gerettet|grettet
    hast|habt|haben|hasch|host mir|uns|mia ({sehr}) ({sehr}) geholfen|weitergeholfen|gholfen|weiterhelfen
    hast|habt mir (..) stunden|arbeit|nerven|zeit (..) erspart|gespart
    {bist} ({sehr}) (ein|der|die|das|mein|meine|unser|eine|n|nen|mei|ne) ({sehr}|wahrer|echter|absoluter|absolute|wahre|echte|richtiger|allerbeste|aller) {held} >
    {bist} ({sehr}) (ein|der|die|das|mein|meine|n) (absoluter|echter|wahrer|absolute|allerbeste) {retter}|beste|bester|besten|schatz|genie|gott|hammer|goldstück
    < so|was|mein|meine|echter|absoluter|wahrer (ein|für) (ein|echter) {retter}
    < {retter} >
    retter in der not
    < du|ihr {retter}|gott|genie|maschine|könig|engel|schatz|goat|held|legende (du)
    tag|abend|leben|woche|wochenende gerettet >
    {bist} a|an (echter) traum|wahnsinn|hammer|engel|schatz|held
    kuss|bussi|küsschen|küsse auf|an|aufs dein|deine|deinen|dich|euch|eure (stirn|auge|augen|herz|nuss)
    < kuss|küsse (geht|gehen|gehn) raus
    verneig|verneige|verbeuge|verbeug mich (tief) >
    verneig|verneige|verbeuge mich (tief) vor {dir}
    {dein} (..) {hilfe} hat (mir|uns) ({sehr}) ({sehr}) geholfen|weitergeholfen
    < hat (mir) {sehr} ({sehr}) geholfen|weitergeholfen
    weiß|weiss ({sehr}) {dein} (..) {hilfe} ({sehr}) zu schätzen
    weiß|weiss (ich) ({sehr}) zu schätzen
    lieb|nett|freundlich|aufmerksam|großzügig|korrekt von {dir}
    schulde|schuld|schulden {dir} (..) was|etwas|bier|einen|eins|eine|ein|kaffee|nen|gefallen|drink|noch
    {dir} was|etwas|ein|einen|nen (bier|kaffee|drink) schuldig
    steh|stehe|bin (..) in deiner|eurer|ihrer schuld
    spendier|spendiere|geb|gebe {dir} (..) bier|kaffee|aus
    hast|habt (was|bier|einen|ein|en|kaffee) (bier|kaffee) gut bei mir
    hast|habt was gut
    bier|kaffee geht auf mich
    ohne dich|euch (..) hätte|wäre|wär|würde|hätt|aufgeschmissen|verloren|nie
    hätte|wäre|wär|würde (..) ohne dich|euch|{dein} (..) (hilfe|nie|nicht)
    ohne {dein} (..) {hilfe}
    was würde|würd|täte|wäre|hätte|mach|mache ich (..) ohne dich|euch
    weiß|weiss (gar) nicht , (echt) wie ich (..) danken
    wie kann|soll ich {dir} (..) danken
    nicht genug danken
    {dir} ({sehr}) dankbar|verbunden
    bin|sind {sehr} dankbar|verbunden
    {sehr} dankbar
    dankbar für {dein}|die|den|das|diese (..) {hilfe}
    zu dank verpflichtet
    könnte|könnt|würde dich|euch (..) knutschen|küssen|umarmen|drücken|heiraten|knuddeln
    fühl|fühlt dich|euch (mal) gedrückt|umarmt|geknutscht|geknuddelt
    ich liebe dich|euch dafür
    gott segne dich|euch
    küsse|küss dein|eure|euer herz|augen|auge
    ehre geht raus
    ehre bruder|bro|@|dir
    weiß|weiss das|es (..) zu schätzen
    hast|habt mir (..) tag gerettet|versüßt
    < ein (großes|dreifaches) hoch auf {dir}
    (echt|wirklich) klasse|super|stark|spitze|toll|großartig|mega von {dir} >
  `,

  answered: `
    < ok
    < okay
    < ok|okay|oki|okey|ah|ahh|aha|achso|ach|oh|perfekt|super|top|cool|jo|ja|jap|jep|stimmt|geil|nice|läuft|klappt|funktioniert|geht|erledigt|gelöst|passt|verstehe|verstanden|klasse|toll|prima|mega|edit|update|jetzt
    alles klar
    hat (..) geklappt|funktioniert|geholfen
    jetzt|nun|so|damit (..) geht|läuft|klappt|funktioniert|gehts|klappts|läufts
    geht|läuft|funktioniert|klappt jetzt|wieder|nun|einwandfrei
    habs (..) gefunden|gelöst|hinbekommen|geschafft|verstanden|hinbekommen
    hab|habe es|ihn|den (..) gefunden|gelöst|hinbekommen|geschafft|verstanden
    das wars
    das war es
    probier|probiere|teste|versuch|versuche|schau|check|werde (..) ich|es|das|mal
    super|große|grosse|tolle|gute|mega|riesen|echte|klasse|riesige|riesengroße hilfe
  `,

  asking: `
    kann|könnte|könnten|kannst|möge (mal) (ein|eine|einer|der|die|das) mod|mods|admin|admins|moderator|dev|teamler
    < {jemand}|keiner|niemand (hier|da) >
    < {jemand}|keiner|niemand (ne|eine|irgendeine|noch) idee|ahnung|tipp|tipps|rat
    < push|bump|hochschieb >
    schick|schickt|schreib|schreibt|sende|sendet|meld|melde|poste|postet|gib|gebt (..) mir|mich|pn|dm|deine|eure|mal|logs|per
    pn|dm an|bitte|me mich|mir
    wenn (..) (mir) {jemand} (..) hilft|helfen|erklärt
    bitte|büdde|pls|plz
    < hilfe
    hilfe >
    {jemand} (..) weiß|weiss|kann|könnte|hat|ne|eine|einen|idee|helfen|hier|erfahrung|sagen|erklären|nutzt|da|lust|zeit|kennt|mir
    kann|könnt|kannst|könntest|könnte|könnten|könntet|weiß|weiss|weißt|wisst|hat|hättest|hättet|habt|hast|kennt mir|uns|du|ihr|sie|man|wer|{jemand}|einer
    < wie|wo|warum|wieso|weshalb|welche|welcher|welches|woran|wann kann|bekomme|krieg|kriege|mache|mach|macht|geht|komme|soll|muss|funktioniert|ist|installiere|löse|finde|sollte|richte|stelle
    wie|wo kann|bekomme|kriege|mache|komme|soll|löse|finde|muss ich|man
    gibt es|gibts (..) eine|einen|ein|möglichkeit|irgendwie
    hab|habe|haben|hatte|bekomme|kriege (..) problem|frage|probleme|fragen|fehler|fehlermeldung
    brauche|bräuchte|brauch|benötige|suche (..) hilfe|rat|jemanden|einen|eine|tipps|unterstützung
    irgendwelche|irgendeine|irgendjemand (..) ideen|idee|tipps|vorschläge|vorschlag
    geht|funktioniert|klappt|läuft|startet|komme|verstehe (..) nicht
    kurze|kleine frage
    meldet euch
    falls {jemand}|ihr|du
    wenn {jemand}|ihr mir
    lest|lies|nutzt|nutz|benutzt|benutz|verwendet|beachtet|beachte|haltet|bleibt|bleib|postet|öffnet|eröffnet|erstellt|verschiebt|unterlasst|vermeidet|respektiert (..) (..) {haus}
    kein|keine|keinen|ohne (..) spam|spamming|werbung|eigenwerbung|doppelposts|crossposts|dms|politik
  `,

  notThanks: `
    # Refusals, and nobody needs to.
    nein|ne|nee|nö|noe|na , (nein) {danke}
    nein|ne|nee|nö , {vielen} {dank}
    {danke} , nein|nö|ne|nee
    {danke} , aber nein ({danke})
    nee|ne|nein|nö|na lass (ma|mal|gut|stecken) (..) , {danke}
    < lass (ma|mal|gut|stecken) (sein) , {danke}
    {danke} , ich verzichte|passe
    {danke} , hab|habe|haben (ich) schon|bereits
    < hab|habe|haben (ich|wir) schon|bereits , {danke}
    brauch|brauche|brauchen|will|möchte (ich|wir) nicht|nichts|keine|keinen (mehr) , {danke}
    < (mir) (gehts|geht) (auch|ganz|sehr) (gut) gut , {danke}
    {danke} der nachfrage
    {danke} (..) für euer|ihr|dein|das|eure|die|deine verständnis|aufmerksamkeit|kenntnisnahme|beachtung
    {danke} (..) für eure|die geduld , wir|das|es
    {danke} , kein bedarf|interesse
    kein bedarf|interesse , {danke}
    ich verzichte|passe , {danke}
    gehts|geht (es) (mir) (..) gut , {danke}
    nichts|nix (..) zu danken
    kein|keinen {danke}
    brauchst|müsst|musst|brauchen|muss|müssen (..) nicht|nichts|kein (..) (zu) bedanken|danken|{danke}
    nicht|nichts (zu) bedanken|danken
    dank|danke|dankt mir (..) später|nicht
    dank|danke|dankt nicht mir

    # Sarcasm, blame and causes.
    {danke}|dank (..) für (gar) nichts|nix|garnichts
    {danke} (..) für den|die|das|diesen|diese (..) spoiler|spam|virus|bug|bann|ban
    {danke} , (liebe|lieber|deutsche) captain|kapitän|sherlock|einstein|{firma}
    na {danke}
    < toll , {danke}
    < (na|ja) {danke} auch
    {danke}|dank (..) für garnix|gar
    {danke} (..) für den|die|das|diesen|diese (..) ping|pings|kick|mute|ausfall|absturz
    na {vielen} dank
    na toll|super|klasse , {danke}
    {danke} für gar nichts
    schönen|besten dank auch
    {danke} (..) dass|das du|ihr (..) {kaputt}
    {danke} , jetzt ist|geht (..) (..) {kaputt}|nichts|nix
    gott sei {dank}|{danke}
    gottseidank
    gott sei's gedankt
    {dank}|{danke} des|der|dem|einem|einer|eines|den|diesem|dieser|diesen|meinem|meiner|meines|seiner|seinem|unserer|unserem|neuer|neuem|neuen
    {dank} dir|euch|{dein} (..) (..) {kaputt}
    {dank} {dein} (..) update|fehler|fehlers|updates|schuld

    # In advance.
    {danke}|{dank} (..) , {voraus}
    {danke}|{dank} (..) , {voraus} für|an eure|euere|ihre|deine|die|jede|jeden|alle|jegliche (..) {hilfe}
    {danke} (..) an jeden|alle|jede|{jemand} , der|die (..) (..) kann|können|helfen|hilft
    {danke}|{dank} (..) für (..) (..) {voraus}
    {voraus} , ({vielen}|ein|ich|eure|und) {danke}|{dank}
    {vielen} {dank} (..) , {voraus}
    {vielen} {dank} (..) für|an (..) (..) {voraus}
    {vielen} {dank} (..) , wenn|falls (..) {jemand}|ihr|du|wer|mir
    {vielen} {dank} (..) für|an jede|jeden|jegliche|alle|{jemand} (..) (der|die|hilfe|hinweise|tipps|antworten|helfen|ideen|antwort)
    {voraus} (..) bedanke|bedanken|danke|dank
    bedanke|bedank|bedanken mich|uns (..) (..) {voraus}
    danke|danken {dir} (..) (..) {voraus}

    {danke}|{dank} (..) an alle , die|der
    {danke}|{dank} (..) für jede|jeden|jegliche|alle (..) (hilfe|hinweise|tipps|antworten|ideen|antwort)
    {danke}|{dank} (..) , wenn|falls (..) {jemand}|ihr|du|wer|mir
    {danke} (..) für eure|ihre hilfe {voraus}
    wäre|wären|wär|würde|würden|wären (..) (..) dankbar|verbunden|freuen|lieb|nett|super|toll|klasse|cool|mega|top|{retter}
    würdest|würdet (..) (..) retten
    wärst|wärt|wäret (du|ihr) (..) (..) {held}
    dann {bist} (..) (..) {held}
    {bist} (..) (..) {held} , wenn|falls|beweis|beispiel
    tool|git|docker|backup|plugin|programm|script|skript|app|extension|bot|es|er hat|haben (mir|uns|mich|mein|meinen) (..) (tag|leben|arsch|hintern|projekt|haut) gerettet
    dankbar für jede|jeden|jegliche|alle|tipps|hilfe|hinweise|ideen|vorschläge
    für|über jede|jeden|jegliche|alle (..) dankbar
    bin über|für (..) dankbar
    dankbar , wenn|falls

    # Speaking of thanks.
    {sagen} (..) {danke}|dankeschön
    {danke} gesagt|sagte|sagt|sagst|geschrieben
    {danke} {sagen} würde|wenn|sobald
    ich|wir bedanke|bedank|bedanken|sage|sag|danke (mich|uns|dir|euch) ({danke}) (dann) , wenn|sobald|später|falls
    bedank|bedankt dich|euch|mal|lieber (bei)
    bedank|bedanke mich|uns nicht
    hat|haben|hast|hatte|hätte sich|dich (..) (..) bedankt
    {danke} lieber @
    heißt|heisst es {danke} (oder) ({danke})
    {danke}|merci oder {danke}|merci
    {danke} schreibt|schreib|zählt|wird|ist
    zählt|zählen|erkennt|wieviele|2|3|4|5|6|7|8|9|10|20|50|100|hundert|paar {danke}
    wie viele|viel|oft {danke}
    {danke} zu {sagen}
    {danke} {sagen} kann|sollte|muss|will|soll|würde
    wie (..) {sagen} (man|ich) {danke}
    wie sagt man (..) {danke}
    {danke} auf englisch|japanisch|französisch|spanisch|italienisch|russisch|griechisch|polnisch|türkisch|deutsch|chinesisch|niederländisch|portugiesisch
    {danke} heißt|bedeutet|heisst
    bedeutet|heißt|wort|worte {danke}|ty
    hat|haben sich (..) bedankt
    bedankt sich|euch|hat
    er|sie|niemand|keiner|wer|jeder {sagen} (..) {danke}
    kann|soll|sollte|könnte|sollst|solltest|solltet|darf|darfst|kannst|könnt|sollten|vergiss|vergesst|vergessen (..) (..) {danke} (zu) {sagen}
    kann|soll|sollte|könnte|sollst|solltest|solltet|darf|darfst|kannst|könnt|sollten (dich|euch|sich|man) (..) bedanken
    wenn (..) {danke} {sagen}
    wenn (..) bedanken
    das|ein|kein|der|dem|im|mein|sein|ihr|euer|dein|jedes|als|den|zum|ohne|nur|einfaches|kleines|nettes|simples {danke}|dankeschön
    ein|einfaches (einfaches|kleines|nettes|simples|ehrliches) {danke}|dankeschön
    {danke} button|kanal|befehl|channel|command|rolle|seite|nachricht|mail|karte|punkte|system|emoji|knopf
    {danke} bot ist|funktioniert|geht|hat
    nicht|kein|keine (..) {held}
    will|wollte|brauche|brauch|erwarte|möchte (ja|auch|gar) kein (..) {danke}|dank
    ({vielen}) {danke}|{dank} (..) für ihre|deine|eure (..) anfrage|kontaktaufnahme|bestellung|registrierung|anmeldung|bewerbung
    ({vielen}) {danke}|{dank} (..) für ihre|eure nachricht|meldung|geduld
  `,
};
