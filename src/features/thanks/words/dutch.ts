// How people say thank you in Dutch, and how they use the same words without thanking.

import type { ThanksWords } from '../meanings.rules.ts';

export const dutch: ThanksWords = {
  language: 'nl',
  sets: {
    bedankt: `~bedankt, ~dankjewel, ~dankuwel, bdankt, bedakt, bedantk, bedankje, bedankjes, dankjulliewel, dankje, danku, dankewel, dankyewel, dankie, dankoe, dankjewl,
      dank je, dank u, dank jullie, dank ge, dank je wel, dank u wel, dank jullie wel, dank jewel, dank uwel, danke je, dank ye wel, dank ej wel,
      merci, mersi, mercikes, merciekes, bedank, superbedankt, megabedankt, keibedankt, bdnkt, bedankr, bedanky, bedsnkt, bedabkt, bedamkt, bdankt, bedanktt, bedangt,
      dankoewel, dank oe wel, dank oe, tankjewel, tank je wel, dnkjwl, danks, dankjewwel, dankjeweel, dankejwel, thx hè`,
    dank: `~dank`,
    jou: `jou, jullie, u, je, iedereen, allen, allemaal, @, jij, ulle, gij, ge, jullie allemaal, jullie allebei, het team, de community, het hele team`,
    jouw: `je, jouw, jullie, uw, u, @`,
    heel: `heel, erg, echt, zeer, super, zo, hartelijk, enorm, ontzettend, heel erg, mega, onwijs, nogmaals, oprecht, ongelofelijk, ongelooflijk, gewoon, altijd,
      vreselijk, bijzonder, kei, zo erg, goed, net, letterlijk, zojuist, hiermee, wel, verder, veel, eeuwig, zo veel, heel goed`,
    bent: `je bent, jullie zijn, u bent, ben je, ge zijt, gij zijt, bent u, zijn jullie, jij bent, @ is, @ je bent, zijt, je was`,
    held: `held, helden, heldin, engel, engelen, redder, redders, levensredder, topper, toppers, schat, schatten, koning, legende, legend, baas, genie, beste, besten, kanjer,
      kanjers, god, topgozer, wonder, lieverd, lieverds, king, goat, kampioen, icoon, lifesaver, ster, parel, eindbaas, heilige, geweldig, top, lief, aardig, geniaal, briljant,
      fantastisch, tof, behulpzaam, vriendelijk, sympathiek, goud waard, het einde, super, toppertje, held van de dag, reddende engel, lieve schat`,
    groet: `hulde, shoutout, shout out, props, kudos, credits, respect, petje af, chapeau, big up, lof`,
    firma: `google, apple, microsoft, windows, discord, nvidia, amd, ziggo, kpn, odido, vodafone, telenet, proximus, ns, steam, amazon, meta, facebook, twitter, cloudflare, rutte, wilders, obama, trump, adobe`,
    redder: `held, helden, heldin, engel, redder, levensredder, topper, toppers, legende, legend, baas, kanjer, koning, eindbaas, toppertje`,
    hulp: `hulp, antwoord, antwoorden, tip, tips, uitleg, info, informatie, tijd, steun, geduld, moeite, advies, link, oplossing, reactie, reacties, feedback, ondersteuning,
      suggestie, suggesties, verduidelijking, toelichting, input`,
    daad: `tip, tips, uitleg, antwoord, antwoorden, reactie, reacties, info, link, oplossing, suggestie, suggesties, advies, verduidelijking, toelichting, meedenken, verheldering`,
    voorbaat: `bij voorbaat, voorbaat, bijvoorbaat, alvast, op voorhand, van tevoren, vooraf, bij voorbaad, alvats, bij vorbaat, alfast`,
    zeggen: `zeggen, zeg, zegt, zei, gezegd, zeiden, schrijven, schreef, typen, horen`,
    iemand: `iemand, iem, imand, wie, iedereen die, degene die, degenen die, mensen die, diegene`,
    kapot: `kapot, stuk, kwijt, weg, gesloopt, verpest, verwijderd, gecrasht, gebanned, geband`,

    // What moderators point to, and what is asked for to look at: thanks after such a request are no thanks for help.
    huis: `regels, regel, kanaal, kanalen, channel, channels, topic, topics, draadje, thread, forum, spam, faq, docs, documentatie, ticket, tickets, pins, vastgepinde, sjabloon, codeblok`,
  },

  thanks: `
    {bedankt}
    {bedankt} aan {jou}
    dank aan {jou}
    veel|hartelijke|hartelijk|duizendmaal|grote|oprechte|vele|welgemeende|oneindig|mijn|mega|beste|enorme|duizend (grote|hartelijke) {dank}
    < {dank} >
    mijn dank is groot
    ik|wij|we|wil|wilde (..) bedank|bedanken|dank {jou}
    wil|wilde|wou|kom|moet|willen|wilden|kwam (..) (..) {bedankt} {zeggen}
    wil|wilde|wou|willen|wilden (..) {jou} (..) bedanken
    dikke|grote|welgemeende|oprechte|vette|fikse|hele|gemeende {bedankt}
    dikke|vette|eeuwige|mijn (eeuwige|oprechte) dank
    nogmaals|alsnog|echt|ook|toch|heel {dank} >
    < (heel|veel) {dank} voor {jouw}|de|het|alle (..) {hulp}
    nogmaals|alsnog|echt|ook|toch|heel {dank} voor gister|gisteren|eergisteren|net|daarnet|vanmiddag|vanochtend|vanmorgen|toen|vorige|de|je|jullie|het|uw
    {dank} {dank}
    {bedankt} nog|nogmaals (voor)
    (even|nog) {bedankt} {zeggen} aan|tegen {jou}
    {groet} (aan|voor|naar) {jou} , (..) (..) geholpen|help|hielp|helpen|hulp|uitleg|opgelost|geduld|gefixt|uitgezocht
    {groet} (aan|voor|naar) {jou} , voor de|het|je|jullie|zijn|haar
    hulde|lof|respect|chapeau (aan|voor) {jou} >
  `,

  thanksForDeed: `
    {groet} naar|voor|aan @
    (je|jij|u|jullie) hebt|hebben|heb (..) mn|mijn|m'n zondag|zaterdag|avond|dag|weekend|week|nacht|ochtend|middag gered
    had zonder jouw|jou|jullie (..) nu|nog|nooit|niet
    {bent} (echt) (een) baas|koning|legende|held|topper (@)
    < (echt) een baas|koning|legende|held|topper ben je|jij
    {bedankt}|dank (..) voor|vr {daad}|je|jouw|jullie|uw|de|het|deze|dit|die|alle|al (..) {daad}
    {bedankt} (..) voor (het|t) (..) helpen|uitleggen|meedenken|antwoorden|delen|uitzoeken|reageren|checken|beantwoorden
    {bedankt} (..) dat je|jullie|u me|mij|ons
    {bedankt} (..) , het|nu|dat|alles|die (..) werkt|gelukt|lukt|geholpen|opgelost|gewerkt
    dankzij {jou}
    dankzij {jouw} (..) {hulp}
    hebt|heb|heeft|hebben|redt|red|redde me|mij|mijn|mn|m'n|ons (..) dag|leven|hachje|week|weekend|avond|project|middag|job|scriptie|nacht|werkdag (gered)
    hebt|heb|heeft|hebben me|mij|ons ({heel}) ({heel}) gered|geholpen
    redder in nood
    reddende engel
    < {redder} ben je|jij|u
    {jou} redt|red me|mij|ons >
    dag|leven|week|avond|weekend is|zijn gered
    uit de brand geholpen
    uit de nood geholpen
    ({heel}) top|tof|lief|fijn|super|geweldig|mooi|chill|nice|aardig|goed|knap|vet|netjes (man) , dat je|jullie|u me|mij|ons|zo|dit|dat|het|ff|effe|even|snel|meteen (..) (..) hielp|geholpen|helpt|uitgezocht|gefixt|uitgelegd|hebt|heb|meekeek|meekijkt|meedacht|meedenkt|uitlegt|uitlegde|opgelost|reageert|reageerde
    ({heel}) top|tof|lief|fijn|super|geweldig|mooi|chill|nice|aardig , dat je|jullie|u geholpen|gekeken|gereageerd|meegekeken|meegedacht
    {daad} heeft me|mij ({heel}) geholpen|gered
    {jouw} {hulp} heeft me|mij (..) geholpen|gered
    mijn redding
    dag|leven|week|avond|weekend gered
    {bent} ({heel}) (een|de|mijn|n|m'n|onze|ne|nen) ({heel}|echte|absolute|ware|grote|toffe|aller) {held} >
    {bent} ({heel}) (een|de|mijn|n|m'n|ne|nen) (echte|absolute|ware|aller) {redder}|beste
    lief|aardig|vriendelijk|tof|attent|sympathiek van {jou}
    < wat|mijn|echte|absolute|een (een) (echte|absolute) {redder} (..) >
    < {redder} >
    < {redder} @
    wat ben je (toch) een
    ben|zijn {jou} ({heel}) dankbaar|erkentelijk|verschuldigd
    ben|zijn {heel} dankbaar
    {heel} dankbaar
    dankbaar voor {jouw} (..) {hulp}
    bij je|jou|jullie|u in het krijt
    ben {jou} (..) (wat|iets|biertje|biertjes|veel|koffie|pintje) verschuldigd|schuldig
    hebt|heb|houdt wat|iets|nog van mij|me te goed
    (wat|iets|biertje|pintje) van mij|me te goed
    biertje|bier|pintje|pint|koffie van mij|me
    hebt|heb|krijgt|verdient (een|nog) (een) biertje|pintje|pint|koffie
    tegoed van mij
    trakteer {jou}
    zonder {jou} (..) was|had|zou|nooit|zat|waren|hadden|niet
    zonder {jouw} (..) {hulp}
    wat zou|moet|moest ik (toch) (..) zonder {jou}
    hoe kan|moet ik {jou} (ooit|..) bedanken
    niet hoe ik {jou} (..) bedanken
    niet genoeg bedanken
    waardeer het|dit|dat|je|jullie ({heel}|hulp|inzet)
    {heel} gewaardeerd >
    wordt (enorm|zeer|erg|echt|heel) gewaardeerd man|gast|bro|kerel >
    kan {jou} wel zoenen|knuffelen|kussen
    dikke knuffel
    god zegene {jou}
    ik hou van {jou} >
    heb|hebt|hebben je|jij|u|jullie mijn|mn|m'n|ons (..) dag|leven|hachje|week|weekend|avond|project (..) gered
    hebt|heb|hebben|heeft (..) uren|dagen|tijd|hoofdpijn|ellende|stress|werk (..) bespaard
  `,

  answered: `
    < ok|oke|okay|okee|ah|ahh|aha|oh|ooh|top|super|perfect|prima|mooi|nice|ja|jep|jaa|yes|goed|duidelijk|gelukt|opgelost|werkt|snap|begrepen|geweldig|fijn|gevonden|edit|cool|helemaal|aha
    is|alles|dat|nu (..) gelukt|opgelost|gefixt|gevonden|werkt|lukt
    het werkt|lukt (nu|weer)
    heeft gewerkt|geholpen
    dat was het|hem
    snap|begrijp het|hem|ik (nu)
    ga|zal (ik|het|dit|dat) (..) proberen|testen|checken|kijken
    grote|goede|super|enorme|fijne|echte hulp
  `,

  asking: `
    krijg|heb|geeft|krijgen (..) error|errors|foutcode|melding|crash|crashes
    gelieve
    graag (..) (..) posten|plaatsen|sturen|openen|melden|doorgeven|reageren
    kan|kunnen|wil|zou|zouden (een|de|iemand) (van) (de) mod|mods|admin|admins|moderator|dev
    < {iemand}|niemand (hier) >
    < {iemand}|niemand (een|enig) idee|tips|tip >
    < bump >
    graag (jullie|wat|even|jouw|uw) hulp|advies|tips|raad|reactie
    pm|dm|stuur|bericht|app|mail me|mij|maar|even|een
    < zoek|gezocht|zoeken
    alsjeblieft|alsjeblief|asjeblieft|alstublieft|aub|ajb|svp
    help me|mij
    {iemand} (..) weet|kan|zou|heeft|me|mij|hier|enig|idee|ervaring|tips|bekend|die|toevallig|kunnen|suggesties|ideeën|raad|tijd
    kan|kunnen|kun|kunt|zou|zouden|weet|weten|heeft|hebben|heb {iemand}|jij|jullie|u|je
    < hoe|waar|waarom|welke|wanneer|wat kan|krijg|moet|doe|werkt|kom|zet|zou|los|installeer|maak|vind|is|voor
    hoe|waar kan|krijg|moet|doe|kom|zet|los|maak|vind ik|je|we
    is er (..) een|iemand|iets|ook|manier|mogelijkheid
    is het mogelijk
    heb|krijg|had (..) probleem|vraag|problemen|vragen|fout|foutmelding|vraagje|probleempje|hulp
    vraagje
    hulp nodig
    zoek|zoeken hulp|een|iemand|naar
    op zoek naar
    enig idee
    werkt|lukt|doet (..) niet
    kom er niet uit
    laat (..) weten
    als {iemand}|jullie|je (..) weet|kan|kunnen
    lees|leest|gebruik|gebruikt|volg|volgt|respecteer|houd|hou|check|open|plaats|post|blijf|zoek (..) (..) {huis}
    geen|stop|niet|zonder|nooit (..) spam|spammen|reclame|dubbelposts|crossposts|politiek
  `,

  notThanks: `
    # Refusals, and nobody needs to.
    nee|neen|nah|neuh , (nee|hoor|laat|maar) , {bedankt}
    nee|neen|nah|neuh (hoor) , {bedankt}
    < (hoeft) niet nodig|hoor , {bedankt}
    hoeft niet hoor|meer|nu , {bedankt}
    {bedankt} , maar (ik) (dat) (hoeft|niet|heb|wil) niet|al|geen (nodig|een)
    {bedankt} , maar niet nodig
    ik pas (even) , {bedankt}
    < (met) (mij|het) (gaat) (het) (ook) goed|prima , {bedankt}
    < alles|ook|heel goed|prima , {bedankt}
    nee , hartelijk {dank}
    {bedankt} , maar nee
    {bedankt} , (maar) (ik) hoef|hoeft niet
    hoeft niet|maar , {bedankt}
    laat maar , {bedankt}
    gaat (het) prima|goed , {bedankt}
    geen|zonder|niets|niks (te) dank|danken|{bedankt}
    te danken
    hoef|hoeft|hoeven|moet (..) niet|niks|geen (..) bedanken|danken|{bedankt}
    bedank|bedankt me|mij
    bedank hem|haar|hen|hun|de|het|die|dat|liever|eerst|@|vooral|gewoon|daarvoor
    ik bedank voor|daarvoor
    {bedankt} voor de eer|functie|uitnodiging
    hij|zij|ze is bedankt
    ik (zal|ga|kom) (je|jullie|hem|haar) later|straks bedanken
    ik bedank je|jullie|u|hem|haar later|straks|wel|als
    {bedankt} me|mij (later|maar)
    niet (te) bedanken

    # Sarcasm, blame and causes.
    {bedankt}|dank (..) voor niks|niets|nop|noppes
    {bedankt}|dank (..) voor (het|de) kapotmaken|spoiler|spoilers|spam|verpesten|slopen|virus|negeren|verwijderen
    {bedankt} , captain|kapitein|sherlock|einstein|{firma}
    {bedankt}|{dank} (..) voor jullie|uw|je begrip|aandacht|medewerking|begrip
    nou (ja|lekker|fijn|mooi|geweldig) , {bedankt}
    {bedankt} (..) voor de|het|die|deze (..) ban|kick|mute|ping|storing|bug|crash
    lekker dan , {bedankt}
    {bedankt} , nu is (..) {kapot}
    {bedankt} (..) dat je|jullie|u (..) (..) {kapot}
    god zij {dank}
    goddank|godzijdank|ondank
    dankzij {jou}|{jouw} (..) {kapot}
    met|in {dank}
    stank voor {dank}
    dank zij

    # In advance.
    {bedankt}|{dank} (..) , {voorbaat}
    {bedankt}|{dank} (..) , {voorbaat} voor (..) (..)
    bvd
    {bedankt}|{dank} (..) voor uw|jullie|je geduld , we|wij|het|de
    {bedankt}|{dank} (..) voor (..) (..) {voorbaat}
    {voorbaat} , (hartelijk|heel|erg|veel|mijn|super|onze|zeer|hartelijke|ontzettend) (erg|hartelijk|veel|hartelijke) {bedankt}|{dank}
    {bedankt}|{dank} (..) , als je|jullie|{iemand}|u
    {bedankt}|{dank} (..) voor|aan elke|iedere|eventuele|{iemand} (..) (hulp|tip|tips|reactie|die|reacties|suggesties|antwoord|kan|helpt)
    {bedankt} (aan) iedereen|allen die|degene
    zou|zouden|zal (..) (..) (..) dankbaar|waarderen|gewaardeerd|fijn|top|super|geweldig|fantastisch|lief|aardig|mooi|tof|{redder}
    wordt|word|worden (..) gewaardeerd|prijs
    alle|elke|iedere|hulp|tips|advies|suggesties (..) (..) gewaardeerd|welkom
    dankbaar als
    dankbaar voor elke|alle|iedere|tips|hulp|eventuele
    zou|zouden me|mij|mijn (..) redden
    dan ben|bent|zijn je|jij|u|jullie (..) {held}
    als (..) (..) {bent} (..) {held}
    het|git|docker|tool|app|plugin|script|backup|backups|extensie|versie|hij heeft|hebben (me|mij|mijn|mn|ons) (..) (dag|leven|week|weekend|avond|hachje) gered

    # Speaking of thanks.
    is|was|of|telt|tellen|schrijf|schrijft|spel|spelt|dus|kun (je|men|het) {bedankt} (of|aan|ook|met|als|nou)
    < is|was het {bedankt} of (..)
    {bedankt} of {bedankt}
    {bedankt} (kan|kun|schrijf|is|moet|zonder|wordt|met|schrijft) (je|men) (ook|altijd|niet|wel) aan|met|een (elkaar|dt|d)
    {bedankt} kan|kun|schrijf|schrijft|spel je|men
    hoeveel|heb|hebt|heeft|kreeg|aantal|2|3|4|5|6|7|8|9|10|20|50|100|paar {bedankt}
    telt|tellen|herkent|detecteert {bedankt}
    {zeggen} (je|jij|ik|hij|ze|even|nog|nooit|gewoon|maar|altijd|tenminste|ook|niet|geen|eens) {bedankt}
    hoe (..) {zeggen} (je|men|ik) {bedankt}
    {bedankt} te {zeggen}
    {bedankt} zei|zeiden|zegt|gezegd|zeggen
    te bedanken
    hoe (..) bedank|bedanken|bedankt (ik|je|we) (iemand|mensen|ze|hem|haar|anderen|helpers)
    {bedankt} in het (engels|frans|duits|japans|spaans|italiaans|russisch|grieks|pools|nederlands|chinees|turks)
    {bedankt} betekent
    betekent|woord|woordje {bedankt}|ty
    heeft|hebben|had|hadden|werd|werden|wordt|worden|hij|ze|zij|hem|haar|nooit|niemand|netjes (me|mij|ons|hem|haar|ze|al|netjes|nooit|niet|iedereen) bedankt
    het|de|een|simpel|klein|zijn|haar|woord|knop|kanaal|rol|commando|opdracht {bedankt}
    een (simpel|klein|simpele|eenvoudig|oprecht) {bedankt}
    {bedankt} knop|kanaal|channel|command|commando|rol|pagina|bericht|mail|mailtje|kaart|kaartje|punten|systeem|button|emoji|brief|briefje
    {bedankt} bot is|werkt|doet
    als (..) {iemand}|je (..) (wil|wilt|willen) bedanken
    kun|kan|kunt|moet|mag|mogen|vergeet|vergeten|vergat|kunnen|zou (..) (..) bedanken
    vergeet|vergeten (niet) {bedankt}
    niet|geen (..) {held}
    mijn|de|onze|een|je baas|koning zegt|wil|is|heeft|vindt|vraagt|moet|kan|wou|vond|zei|denkt (..)
    hij|zij|ze|niemand|nooit|die|gozer (..) {zeggen} (..) {bedankt}
    wil|wilde|hoef|verwacht|vraag (..) geen {bedankt}
    {bedankt}|{dank} (..) voor uw|je|jouw|het (..) bestelling|aankoop|aanmelding|aanvraag|registratie|inschrijving|interesse
    {bedankt}|{dank} (..) voor uw bericht|melding|reactie
    alles|weer {kapot} , {bedankt}
  `,
};
