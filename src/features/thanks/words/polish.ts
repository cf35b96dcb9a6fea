// How people say thank you in Polish, and how they use the same words without thanking.

import type { LanguageWords } from '../phrase-graph.rules.ts';

export const polish: LanguageWords = {
  language: 'pl',
  sets: {
    dzięki: `~dzięki, ~dziękuję, ~dziękujemy, dziękować, dzienki, dzieńki, dzięks, dzięksy, dzięx, dziex, dzięka, dzięku, dziena, dzk, dzks, dzx, dziękówka, dziękówa, dziekówka,
      dzikuje, dzięki wielkie, dziękuje, dziekuej, dzięnki, dzieki, merci, bóg zapłać, bogzapłać, wielkie dz, podziękował`,
    wielkie: `wielkie, serdeczne, serdecznie, bardzo, ogromne, stokrotne, śliczne, ślicznie, pięknie, piękne, najmocniej, gorąco, wielki, mega, super, ślicznie, wielgachne, gigantyczne, szczere`,
    bardzo: `bardzo, wielce, mega, niesamowicie, ogromnie, strasznie, naprawdę, serio, super, tak, mocno, dużo, niezmiernie, dozgonnie, dosłownie, właśnie, dziś, po prostu, wam, ci, za, totalnie, sporo, nam, mi`,
    tobie: `ci, tobie, wam, cię, was, wszystkim, panu, pani, państwu, panowie, @, tobie też, chłopaki, ludzie, każdemu, mu, ekipie`,
    twojej: `twojej, twoja, twoją, twój, waszej, wasza, waszą, wasz, twoim, waszym, twoje, wasze, twojemu, waszemu, pana, pani`,
    pomoc: `pomoc, pomocy, odpowiedź, odpowiedzi, rada, radę, rady, radom, wskazówka, wskazówkę, wskazówki, wskazówkom, info, informację, informacje, wyjaśnienie, wyjaśnienia, czas, cierpliwość,
      wsparcie, wsparciu, link, rozwiązanie, sugestię, sugestie, podpowiedź, podpowiedzi, tip, fatygę, poradę, porady, zaangażowanie, feedback, uwagi`,
    jesteś: `jesteś, jesteście, jestes, jestescie, @ jest, byłeś, byłaś, jest pan, jest pani, z ciebie`,
    mistrz: `mistrz, mistrzem, mistrzu, mistrzynią, wielki, wielka, wielcy, najlepszy, najlepsza, najlepsi, boski, boska, bogiem, bóg, kochany, kochana, kochani, geniuszem, geniusz, legendą, legenda,
      aniołem, anioł, aniele, złoty, złota, złotym, królem, król, królową, kozak, kozakiem, super, niesamowity, niesamowita, niesamowici, niezastąpiony, niezastąpiona, bohaterem, bohaterką, bohater, the best, skarbem,
      cudowny, cudowna, miły, miła, uprzejmy, uprzejma, mistrzuniu, debeściak, zbawcą, wybawcą, wybawca, wybawieniem, ratunkiem, gość, sztos, wspaniały, wspaniała, goat`,
    góry: `z góry, zgóry, z gory, z gúry, z góryy, zawczasu`,
    mówić: `powiedz, powiedzieć, mówić, mów, mówi, mówią, powiedział, powiedziała, napisać, napisz, napisał, usłyszeć, powiedziane, powie, mówimy, powiedzą`,
    ktoś: `ktoś, ktokolwiek, ktos, kto, komuś, ktoś z was`,
    przyczynie: `temu, tej, tym, tego, niemu, nim, niej, czemu, któremu, której, którym, aktualizacji, poprawce, wtyczce, nowej, nowemu, nowym, update'owi, patchowi, pluginowi, apce,
      aplikacji, wersji, zmianie, zmianom, jego, jej, ich, swojej, swoim, mojej, mojemu, moim, naszej, dockerowi, linuksowi, botowi, szczęściu, technologii, funkcji, opcji, narzędziu, bibliotece, cache'owi`,
    zepsuł: `zepsuł, zepsuliście, zepsute, zepsułeś, popsuł, popsuliście, straciłem, straciłam, usunąłeś, skasował, nie działa, padło, wywaliło, gorzej`,
  },

  thanks: `
    {dzięki}
    {wielkie} {dzięki}
    {dzięki} {tobie}
    {dzięki} dla {tobie}
    chciałem|chciałam|chcę|chcemy|chciałbym|chciałabym|muszę|wypada (..) podziękować
    chciałem|chciałam|chcę|chcemy|chciałbym|chciałabym|muszę (..) powiedzieć|napisać (..) {dzięki}
    (wielkie|serdeczne|ogromne|moje) podziękowania
    dzięki {twojej} (..) {pomoc}
    wyrazy wdzięczności
    moja wdzięczność
  `,

  thanksForDeed: `
    {dzięki} (..) za odpowiedź|odpowiedzi|radę|rady|wskazówkę|wskazówki|info|informację|wyjaśnienie|wyjaśnienia|link|rozwiązanie|sugestię|podpowiedź|podpowiedzi|tip|poradę|szybką|błyskawiczną|tak|wytłumaczenie|poświęcony
    {dzięki} , działa|pomogło|zadziałało|już|teraz|udało|to (..) działa|pomogło|mam|wiem|zadziałało|rozumiem|śmiga
    {dzięki} , działa|pomogło|zadziałało|udało
    {bardzo} wdzięczny|wdzięczna|wdzięczni
    jestem|jesteśmy ({tobie}) ({bardzo}) wdzięczny|wdzięczna|wdzięczni|zobowiązany|zobowiązana
    uratowałeś|uratowałaś|uratowaliście|ratujesz|ratujecie|uratował|ocaliłeś|ocaliłaś mi|mnie|nam|moje|mój|nas
    mi|mnie|nas|nam|dupę|tyłek|życie|skórę|dzień|projekt|weekend (..) uratowałeś|uratowałaś|uratowaliście|ratujesz|ratujecie
    mi|nam|{bardzo} ({bardzo}) pomogłeś|pomogłaś|pomogliście
    pomogłeś|pomogłaś|pomogliście {bardzo}
    {jesteś} ({bardzo}) (moim|prawdziwy|prawdziwym|prawdziwą|absolutnym|mój|takim|moja) {mistrz} >
    {jesteś} ({bardzo}) (moim|prawdziwym|absolutnym|mój) {mistrz} stary|ziom|bracie|chłopie|@|człowieku|mordo|serio
    < mistrz|mistrzu|legenda|bohater|wybawca|kochany|kochana|król >
    < złoty człowiek >
    < (ty) mistrzu|mistrz|kochany|legenda @|jesteś|jeden
    złoty|dobry człowiek >
    (to) miło|miłe|uprzejmie z twojej|waszej|pana|pani strony
    wiszę|wisze {tobie} (..) piwo|browara|kawę|flaszkę|pizzę|jedno
    {tobie} wiszę|wisze
    stawiam|postawię (..) piwo|browara|kawę|piwko
    masz|macie (..) u mnie (..) (piwo|browara|flaszkę|kawę|plusa)
    jestem {tobie} (..) dłużny|dłużna|winien|winna
    mam u ciebie|was dług
    bez ciebie|was|pana|pani (..) bym|nie|dalej|nigdy|byłbym
    bez {twojej} (..) {pomoc}
    co ja bym|bymy|zrobił (..) bez ciebie|was
    nie wiem jak (..) (ci|wam) (..) dziękować|podziękować|odwdzięczyć
    nie wiem jak {tobie} (..) dziękować
    jak ja|mogę (..) odwdzięczyć|odwdzięczę
    doceniam twoją|waszą|to|pomoc|{twojej}|wszystko
    bardzo|mega|naprawdę|wielce doceniam
    doceniam
    ratunek >
    niech ci|wam bóg (wynagrodzi|błogosławi)
    kocham cię|was >
    życie {tobie} zawdzięczam
  `,

  answered: `
    < ok|okej|okay|oki|ah|aha|ach|oh|o|super|świetnie|git|gitara|spoko|dobra|dobrze|jasne|rozumiem|rozwiązane|tak|no|mam|działa|pomogło|udało|ekstra|elegancko|ogarnięte|znalazłem|edit|zrozumiałem|zrobione|spk|extra|bomba|cudownie|nice
    już|teraz (..) działa|wiem|mam|rozumiem|śmiga|ok|jasne
    działa już|teraz|jak|idealnie|super|pięknie
    udało się
    o to chodziło
    znalazłem|znalazłam|ogarnąłem|ogarnęłam|naprawiłem|rozwiązałem
    spróbuję|sprawdzę|przetestuję|zobaczę|zrobię
  `,

  asking: `
    proszę|prosze|pls|plz
    czy {ktoś}|da|można|macie|wiecie|jest|mogę|możecie|mógłby|moglibyście|istnieje
    {ktoś} (..) wie|zna|pomoże|może|ma|miał|pomóc|orientuje|umie|mógłby|doradzi|używa
    wie|zna|ma|może|pomoże|orientuje (..) {ktoś}
    pomóżcie|pomożecie|pomocy|pomożesz
    może|mógłby|mogłaby|możecie|możesz|mógłbyś (..) pomóc|powiedzieć|doradzić|wytłumaczyć|podpowiedzieć
    < gdzie|dlaczego|czemu
    jak mogę|zrobić|naprawić|to|rozwiązać|zainstalować|ustawić|mam|się
    gdzie mogę|znajdę|jest|znaleźć
    mam|miałem|taki|taki|pewien (..) problem|pytanie|błąd|problemik
    mały|krótkie problem|pytanie
    nie działa|wiem|mogę|umiem|rozumiem
    potrzebuję|szukam|potrzebuje
    jakieś|jakiś pomysły|rady|pomysł|sugestie
    da się
    wiecie może
    macie może
    macie jakieś
    jeśli {ktoś}|możecie|ktoś
    dajcie|daj znać
  `,

  notThanks: `
    # Refusals, and nobody needs to.
    nie|nope , (nie) ({wielkie}) {dzięki}
    nie {dzięki} {tobie}
    {dzięki} , ale nie
    {dzięki} , nie (trzeba|potrzebuję|dzięki|skorzystam|dzisiaj)
    {dzięki} , postoję
    nie (ma) (..) za|musisz|musicie|potrzeby|trzeba (..) dziękować|{dzięki}
    nie dziękuj|dziękujcie
    podziękuj|podziękujcie

    # Sarcasm, blame and causes.
    {dzięki} (..) za nic
    {dzięki} (..) za (..) zepsucie|spoiler|spoilery|spam|popsucie|usunięcie|bana|bugi|wirusa
    {dzięki} (..) że|ze (..) {zepsuł}
    {dzięki} (..) , (..) 🙄
    {dzięki} , kapitanie|captain|microsoft|windows|sherlock|einstein|obama
    no|ta|taa to {dzięki}
    no {dzięki}
    dzięki {przyczynie}
    dzięki|dzieki bogu
    dzięki {tobie}|{twojej} (..) (..) {zepsuł}

    # In advance.
    {dzięki} (..) , {góry}
    {dzięki} (..) za (..) (..) {góry}
    {góry} , ({wielkie}|ci|wam|serdecznie|bardzo) ({wielkie}) {dzięki}|dziękując
    {góry} wdzięczny|wdzięczna
    {dzięki} (..) za każdą|wszelką|jakąkolwiek|wszelkie|każde|wszystkie (..) (pomoc|odpowiedź|odpowiedzi|sugestie|rady|wskazówki|pomoc)
    {dzięki} , jeśli|jesli|jak {ktoś}|ktoś|pomożecie|pomożesz
    {dzięki} (..) tym|temu|każdemu|wszystkim którzy|kto|który|co
    będę|bede|byłbym|byłabym|bylbym|będziemy|bylibyśmy|byłoby (..) wdzięczny|wdzięczna|wdzięczni|zobowiązany|miło|super|doceniam
    doceniam każdą|wszelką
    doceniłbym|doceniłabym|docenię
    uratowałbyś|uratowalibyście|uratujecie

    # Speaking of thanks.
    {mówić} (..) {dzięki}
    jak (..) {mówić}|jest|brzmi (..) {dzięki}|dziękuję
    jak (..) podziękować|dziękować (komuś|innym|użytkownikowi|osobie)
    {dzięki} po angielsku|japońsku|francusku|niemiecku|hiszpańsku|rosyjsku|włosku|grecku|polsku|chińsku|ukraińsku|czesku
    {dzięki} znaczy|oznacza
    znaczy|oznacza|słowo|słówko|słowa {dzięki}|ty
    podziękował|podziękowała|podziękowali|dziękował|dziękowała (mi|mu|jej|wam|nam|im|ci|za)
    przycisk|komenda|kanał|rola|wiadomość|emotka|strona|bot|zwykłe|proste|jedno|głupie|samo|ani|żadnego {dzięki}|dziękuję
    powinieneś|powinnaś|powinien|możesz|wypadałoby|trzeba|warto|zapomniałem|zapomniał (..) podziękować|dziękować
    jeśli (..) chcesz|chcecie (..) podziękować
    nie {jesteś}
    {jesteś} super|wielki|miły w|z|jako|że

    # "ty" is "you" in Polish.
    a|nie|tylko|czy|to|co|kto|ale|albo|sam|że|bo|niż|jak|ej|hej|no|i|też ty
    ty jesteś|masz|wiesz|chyba|też|tez|to|nie|się|jestes|tak|mi|myślisz|powiedz|idziesz|mnie|sam|co|o|w|na|byś|możesz|masz|musisz|robisz|jak|zawsze|serio|znowu|ty|widziałeś|myślisz
  `,
};
