// How people say thank you in Dutch, and how they use the same words without thanking.

import type { LanguageWords } from '../phrase-graph.rules.ts';

export const dutch: LanguageWords = {
  language: 'nl',
  sets: {
    bedankt: `~bedankt, ~dankjewel, ~dankuwel, bdankt, bedakt, bedantk, bedankje, bedankjes, dankjulliewel, dankje, danku, dankewel, dankyewel, dankie, dankoe, dankjewl,
      dank je, dank u, dank jullie, dank ge, dank je wel, dank u wel, dank jullie wel, dank jewel, dank uwel, danke je, dank ye wel, dank ej wel,
      merci, mersi, mercikes, merciekes, bedank`,
    dank: `~dank`,
    jou: `jou, jullie, u, je, iedereen, allen, allemaal, @, jij, ulle, gij, ge, jullie allemaal, jullie allebei, het team, de community, het hele team`,
    jouw: `je, jouw, jullie, uw, u, @`,
    heel: `heel, erg, echt, zeer, super, zo, hartelijk, enorm, ontzettend, heel erg, mega, onwijs, nogmaals, oprecht, ongelofelijk, ongelooflijk, gewoon, altijd,
      vreselijk, bijzonder, kei, zo erg, goed, net, letterlijk, zojuist, hiermee, wel, verder, veel, eeuwig, zo veel, heel goed`,
    bent: `je bent, jullie zijn, u bent, ben je, ge zijt, gij zijt, bent u, zijn jullie, jij bent, @ is, @ je bent, zijt, je was`,
    held: `held, helden, heldin, engel, engelen, redder, redders, levensredder, topper, toppers, schat, schatten, koning, legende, legend, baas, genie, beste, besten, kanjer,
      kanjers, god, topgozer, wonder, lieverd, lieverds, king, goat, kampioen, icoon, lifesaver, ster, parel, eindbaas, heilige, geweldig, top, lief, aardig, geniaal, briljant,
      fantastisch, tof, behulpzaam, vriendelijk, sympathiek, goud waard, het einde, super, toppertje, held van de dag, reddende engel, lieve schat`,
    redder: `held, helden, heldin, engel, redder, levensredder, topper, toppers, legende, legend, baas, kanjer, koning, eindbaas, toppertje`,
    hulp: `hulp, antwoord, antwoorden, tip, tips, uitleg, info, informatie, tijd, steun, geduld, moeite, advies, link, oplossing, reactie, reacties, feedback, ondersteuning,
      suggestie, suggesties, verduidelijking, toelichting, input`,
    daad: `tip, tips, uitleg, antwoord, antwoorden, reactie, reacties, info, link, oplossing, suggestie, suggesties, advies, verduidelijking, toelichting, meedenken, verheldering`,
    voorbaat: `bij voorbaat, voorbaat, bijvoorbaat, alvast, op voorhand, van tevoren, vooraf, bij voorbaad, alvats, bij vorbaat, alfast`,
    zeggen: `zeggen, zeg, zegt, zei, gezegd, zeiden, schrijven, schreef, typen, horen`,
    iemand: `iemand, iem, imand, wie, iedereen die, degene die, degenen die, mensen die, diegene`,
    kapot: `kapot, stuk, kwijt, weg, gesloopt, verpest, verwijderd, gecrasht, gebanned, geband`,
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
    dikke|vette dank
  `,

  thanksForDeed: `
    {bedankt}|dank (..) voor|vr {daad}|je|jouw|jullie|uw|de|het|deze|dit|die|alle|al (..) {daad}
    {bedankt} (..) voor (het|t) (..) helpen|uitleggen|meedenken|antwoorden|delen|uitzoeken|reageren|checken|beantwoorden
    {bedankt} (..) dat je|jullie|u me|mij|ons
    {bedankt} (..) , het|nu|dat|alles|die (..) werkt|gelukt|lukt|geholpen|opgelost|gewerkt
    dankzij {jou}
    dankzij {jouw} (..) {hulp}
    hebt|heb|heeft|hebben|redt|red|redde me|mij|mijn|mn|m'n|ons (..) dag|leven|hachje|week|weekend|avond|project|middag|job|scriptie|nacht|werkdag (gered)
    hebt|heb|heeft|hebben me|mij|ons ({heel}) ({heel}) gered|geholpen
    redder in nood
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
    ben {jou} (..) (wat|iets|biertje|biertjes|veel|koffie|pintje) verschuldigd
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
    kan {jou} wel zoenen|knuffelen|kussen
    dikke knuffel
    god zegene {jou}
    ik hou van {jou} >
  `,

  answered: `
    < ok|oke|okay|okee|ah|ahh|aha|oh|ooh|top|super|perfect|prima|mooi|nice|ja|jep|jaa|yes|goed|duidelijk|gelukt|opgelost|werkt|snap|begrepen|geweldig|fijn|gevonden|edit|cool|helemaal|aha
    is|alles|dat|nu (..) gelukt|opgelost|gefixt|gevonden|werkt|lukt
    het werkt|lukt (nu|weer)
    heeft gewerkt|geholpen
    dat was het|hem
    snap|begrijp het|hem|ik (nu)
    ga|zal (ik|het|dit|dat) (..) proberen|testen|checken|kijken
  `,

  asking: `
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
  `,

  notThanks: `
    # Refusals, and nobody needs to.
    nee|neen|nah|neuh , (nee) {bedankt}
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
    niet (te) bedanken

    # Sarcasm, blame and causes.
    {bedankt}|dank (..) voor niks|niets|nop|noppes
    {bedankt}|dank (..) voor (het|de) kapotmaken|spoiler|spoilers|spam|verpesten|slopen|virus|negeren|verwijderen
    {bedankt} , captain|kapitein|microsoft|windows|sherlock|einstein|obama|rutte
    nou , {bedankt}
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
    {bedankt}|{dank} (..) voor (..) (..) {voorbaat}
    {voorbaat} , (hartelijk|heel|erg|veel|mijn|super|onze|zeer|hartelijke|ontzettend) (erg|hartelijk|veel|hartelijke) {bedankt}|{dank}
    {bedankt}|{dank} (..) , als je|jullie|{iemand}|u
    {bedankt}|{dank} (..) voor|aan elke|iedere|alle|eventuele|{iemand} (..) (hulp|tip|tips|reactie|die|reacties|suggesties|antwoord|kan|helpt)
    {bedankt} (aan) iedereen|allen die|degene
    zou|zouden|zal (..) (..) (..) dankbaar|waarderen|gewaardeerd|fijn|top|super|geweldig|fantastisch|lief|aardig|mooi|tof|{redder}
    wordt|word|worden (..) gewaardeerd|prijs
    alle|elke|iedere|hulp|tips|advies|suggesties (..) (..) gewaardeerd|welkom
    dankbaar als
    dankbaar voor elke|alle|iedere|tips|hulp|eventuele
    zou|zouden me|mij|mijn (..) redden

    # Speaking of thanks.
    {zeggen} (je|jij|ik|hij|ze|even|nog|nooit|gewoon|maar|altijd|tenminste|ook|niet|geen|eens) {bedankt}
    hoe (..) {zeggen} (je|men|ik) {bedankt}
    {bedankt} (te) {zeggen}
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
  `,
};
