// How people say in Dutch that something works, that it does not, that they will see, or that they found it alone.
import type { SolvedWords } from '../meanings.rules.ts';

export const dutch: SolvedWords = {
  language: 'nl',
  sets: {
    it: `het, dat, dit, alles, nu, zo, die, 't, jouw oplossing, je oplossing, de oplossing, @`,
    adv: `nu, eindelijk, inderdaad, echt, weer, ook, goed, perfect, prima, super, helemaal, gewoon, nou, prachtig, uitstekend, zo, meteen, direct, allemaal, hier, bij mij, alles, zonder problemen,
      top, als een zonnetje, een tierelier, wel, bedankt, hartstikke`,
    works: `~werkt, ~werkte, lukt, lukte, doet, draait, loopt, werken, werkend`,
    worked: `~gewerkt, gelukt, geholpen, opgelost, gefixt`,
    fixed: `~opgelost, gefixt, gefixed, verholpen, gerepareerd, gemaakt, hersteld, gelukt`,
    trouble: `probleem, fout, problemen, foutmelding, bug, melding, error, fouten, euvel`,
    thanks: `bedankt, dank, dankjewel, dank je, dank je wel, thx, dankje, thanks, merci, top`,
    not: `niet, nie, niets, niks, geen, nooit, nergens`,
    // What a thing does that works.
    runs: `start, compileert, laadt, bouwt, verbindt, opent, boot, reageert, installeert`,
  },
  supposing: `
    als
    wanneer
    zodra
    indien
    of
    waarom
    hoe
    hopelijk
    hoop
    misschien
    wellicht
    zou|zouden|moet|moeten|moest
    kan|kun|kunnen|zal|zullen
    gaat werken
    denk|dacht|geloof|vermoed
    normaal|meestal|soms|altijd|vroeger|eerst
    iemand
    laat weten
    totdat
    zodat
    < werkt|lukt|is dat|dit|het|dat
    hij|ze|zij
  `,
  solved: `
    < ({adv}) {fixed} >
    < {fixed} , {thanks}|nu|door|met
    (het|dat|dit) is ({adv}) ({adv}) {fixed} (nu|bedankt)
    is {fixed} >
    {it} ({adv}) ({adv}) {works} (het|dat|alles) ({adv}) ({adv}) ({adv}) >
    {it} ({adv}) ({adv}) {works} ({adv}) ({adv}) , {thanks}
    < ({adv}) {works} ({adv}) ({adv}) >
    < {works} , {thanks}
    nu|eindelijk {works} (het|alles|dat|ie)
    {works} nu|weer|perfect|prima|uitstekend
    doet|doen het|t (nu|weer|prima|perfect|goed)
    nu doet ie|hij|die het
    {it} heeft ({adv}) ({adv}) {worked} (mijn|het|bedankt|me)
    heeft ({adv}) {worked} >
    {it} was (het|m|hem|inderdaad|precies) (het|de|mijn) ({trouble}|oorzaak|oplossing)
    dat was het|m|hem
    (het|mijn|de) {trouble} is ({adv}) ({adv}) {fixed}|weg|verdwenen|verholpen
    {trouble} {fixed}|weg|verdwenen
    (ik) heb het ({adv}) ({fixed}|werkend|aan de praat|voor elkaar) (nu|gekregen|bedankt)
    geen {trouble} meer
    het is (me) (nu|eindelijk) gelukt
    nu (is) (alles|weer) [goed|in orde|ok|oke|opgelost]
    alles is (weer) [goed|in orde|ok] (nu)
    vraag (is) beantwoord
    hij|ie|die doet het|t (nu|weer|eindelijk|prima|perfect|gewoon) (weer|nu)
    hij|ie|die|alles {runs} (nu|weer|eindelijk) weer|nu|goed|netjes
    nu {runs} (hij|het|ie|alles|die) (wel|weer|goed)
    alles (is) (weer) goed|prima|oké|ok|top nu|weer
    (ik) ben (er) (weer|nu) binnen|in >
  `,
  noHelp: `
    graag gedaan
    < graag >
    geen probleem|punt|dank|moeite >
    < gd >
    fijn|mooi|goed|leuk om te horen
    fijn|mooi|goed|leuk dat (het|je)
    blij (dat|te)
    succes (ermee|verder|ook)
    veel succes|plezier
    geen idee
    (ik) weet (het) (ook) niet
    zou (ik) niet weten
    kan je (niet|daar) helpen
    zelfde probleem (hier)
  `,
  pending: `
    (ik) ga|zal (..) proberen|testen|kijken|checken|nakijken|lezen|uitproberen|zoeken
    ik probeer|test|kijk|check (dat|het|dit) (even|zo|straks|morgen|meteen|nu|eens|het) (uit|even)
    < probeer|test|kijk|check ik|het|dat|even
    even|eens proberen|kijken|testen|checken
    momentje|ogenblik|secondje
    een moment|seconde
    {thanks} (..) , maar
    toch|evengoed|desondanks {thanks}
    {thanks} [toch|evengoed|in ieder geval]
    {thanks} voor (het|de) proberen|poging|moeite
    ({it}) ({adv}) {works} (..) , maar
    bijna|gedeeltelijk|deels|half {works}|{fixed}
    verkeerde kanaal
  `,
  alone: `
    (ik) heb (het|hem) (..) zelf {fixed}|gevonden|ontdekt|uitgevonden
    zelf (al) {fixed}|gevonden|uitgevogeld
    (ik) heb (de|het|m|hem) (..) (fout|al|probleem|oorzaak|oplossing) (al) gevonden
    < (al) gevonden >
    laat maar
    mijn fout|schuld
    eigen fout|schuld
    (was) (een) (stomme) typefout|tikfout
    ik was|had vergeten
  `,
  stillBroken: `
    ({it}) ({adv}) {works} (het|bij mij|dat|helaas|nog|steeds|ook|jammer genoeg|alles|nu) (nog|steeds|helaas|ook) (steeds|altijd) {not} (meer|goed|echt|helemaal|zo)
    ({it}) (heeft|is|werd) (helaas|ook|nog|bij mij|jammer) (steeds|altijd|ook) {not} (echt|helemaal|meer) [{worked}|{fixed}|geholpen|veranderd]
    nog (steeds|altijd) [{not}|kapot|de|het|dezelfde|hetzelfde|een|steeds|problemen|fout|stuk|geen|last]
    nog {not} {fixed}|{worked}|helemaal
    {not} (echt|helemaal) {fixed}
    (nog) (steeds) (de|het) zelfde|dezelfde|hetzelfde {trouble}|resultaat
    dezelfde|hetzelfde {trouble}|resultaat
    {trouble} [blijft|is er nog|komt terug|bestaat|is terug|houdt]
    ({it}) helpt|hielp|verandert|veranderde (helaas|ook|mij|me) {not}
    helpt niet
    maakt geen verschil
    geen verschil|succes|effect|verandering|resultaat
    zonder succes|resultaat
    niets [werkt|helpt|veranderd|hielp|gewerkt]
    krijg (ik) (nu|nog|steeds) (een|steeds) andere|nieuwe|dezelfde|steeds|nu {trouble}
    nu (krijg|heb|is) (ik|er) (..) {trouble}
    weer kapot|stuk|dezelfde
    werkt niet meer
    ({it}) ({adv}) {works} (..) , maar (..) {not}|nog|steeds
    onopgelost
    maakt niks|niets|niet uit
    crasht|faalt|hapert|loopt (nog|steeds|weer) (steeds|vast|altijd)
    hij|het|ie {runs} (nog|steeds|helaas) (steeds|niet|altijd) niet
    < (dat|dit|zo|werkt) ook niet >
    hangt (nog|weer) (steeds|altijd|vast)
  `,
  neither: `
    ({it}) ({adv}) {works} (prima|goed) (..) [gisteren|eerder|vroeger|tot|als|met|op|in|bij|aan|zonder|om|door|samen]
    het loopt
    dat doet (er|me|hij|ie|ze|het|iets|wat|aan)
    weet|begrijp|snap (ik) (niet|ook) (waarom|hoe|of) (..) (..) {not}
    (geen) {trouble} met|om
    (is) gemaakt van|door|met|voor|in
    (moet|kan|wordt|zal|worden) [worden] {fixed}
    op te lossen
    die draait|loopt|werkt (op|met|in)
  `,
};
