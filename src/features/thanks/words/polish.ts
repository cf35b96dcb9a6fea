// How people say thank you in Polish, and how they use the same words without thanking.

import type { ThanksWords } from '../meanings.rules.ts';

export const polish: ThanksWords = {
  language: 'pl',
  sets: {
    słowo: `~dzięki, ~dziękuję, ~dziękujemy, dziękować, dzienki, dzieńki, dzięks, dzięksy, dzięx, dziex, dzięka, dzięku, dziena, dzk, dzks, dzx, dziękówka, dziękówa, dziekówka,
      dzikuje, dzięki wielkie, dziękuje, dziekuej, dzięnki, dzieki, merci, bóg zapłać, bogzapłać, wielkie dz, dz wielkie, dziękuwa, dziękuwka, dziękóweczka, dziękóweczki, dziękuweczka, dzinki, dzinkuje, dzięny, dzieny, dzienx, dzienks,
      dzięksik, dzięksiki, dziękas, dziękasy, dziękson, dzięczki, dziękusy, dziękus, dzięk, dzięko, dzienkuje, dzienkujemy, dzięnkuje, dziękujem, dziekujemu, dzięqi, dzięq, dzinks, dzki, dzki wielkie, dzęki, dzękuję, dzękuje, diękuję, diękuje, dienki,
      dziękujka, podzięka, podzięki, podziękowanko, podziękowanka, dziękowanko, dzięki wielgachne, fenks, fenksy, tenks, tenksy, senks, senksy, senkju, tenkju, fenkju, tenk ju, danke szyn, danke szon, dankeszyn, dankeszon, spasiba, spasibo, grasias`,
    obce: `danke, merci, thanks, thank you, thx, gracias, grazie, spasibo, obrigado, arigato`,
    wielkie: `wielkie, serdeczne, serdecznie, bardzo, ogromne, stokrotne, śliczne, ślicznie, pięknie, piękne, najmocniej, gorąco, wielki, mega, super, ślicznie, wielgachne, gigantyczne, szczere, uprzejmie, tysięczne, tysiąckrotne, stukrotne, milion, tysiąc, sto, olbrzymie, przeogromne, prze, duże, spore, osobne, kolejne, z całego serca, z serca`,
    bardzo: `bardzo, wielce, mega, niesamowicie, ogromnie, strasznie, naprawdę, serio, super, tak, mocno, dużo, niezmiernie, dozgonnie, dosłownie, właśnie, dziś, po prostu, wam, ci, za, totalnie, sporo, nam, mi`,
    dzięki: `{słowo}, {wielkie} {słowo}`,
    tobie: `ci, tobie, wam, panom, paniom, chłopakom, dziewczynom, kolegom, ludziom, adminom, modom, obojgu, twórcom, cię, stary, człowieku, ziom, mordo, byku, mistrzu, kolego, koledzy, szefie, bracie, kochani, was, wszystkim, panu, pani, państwu, panowie, @, tobie też, chłopaki, ludzie, każdemu, mu, ekipie`,
    twojej: `twojej, twoja, twoją, twój, waszej, wasza, waszą, wasz, twoim, waszym, twoje, wasze, twojemu, waszemu, pana, pani`,
    pomoc: `pomoc, pomocy, odpowiedź, odpowiedzi, rada, radę, rady, radom, wskazówka, wskazówkę, wskazówki, wskazówkom, info, informację, informacje, wyjaśnienie, wyjaśnienia, czas, cierpliwość,
      wsparcie, wsparciu, link, rozwiązanie, sugestię, sugestie, podpowiedź, podpowiedzi, tip, fatygę, poradę, porady, zaangażowanie, feedback, uwagi`,
    jesteś: `jesteś, jesteście, jestes, jestescie, @ jest, byłeś, byłaś, jest pan, jest pani, z ciebie`,
    mistrz: `mistrz, mistrzem, mistrzu, mistrzynią, wielki, wielka, wielcy, najlepszy, najlepsza, najlepsi, boski, boska, bogiem, bóg, kochany, kochana, kochani, geniuszem, geniusz, legendą, legenda,
      aniołem, anioł, aniele, złoty, złota, złotym, królem, król, królową, kozak, kozakiem, super, niesamowity, niesamowita, niesamowici, niezastąpiony, niezastąpiona, bohaterem, bohaterką, bohater, the best, skarbem,
      cudowny, cudowna, miły, miła, uprzejmy, uprzejma, mistrzuniu, debeściak, zbawcą, wybawcą, wybawca, wybawieniem, ratunkiem, gość, sztos, wspaniały, wspaniała, goat`,
    góry: `z góry, zgóry, z gory, z gúry, z góryy, zawczasu`,
    mówić: `powiem, napiszę, napisze, pisze, piszą, mówił, mówiła, pisał, pisała, powiedz, powiedzieć, mówić, mów, mówi, mówią, powiedział, powiedziała, napisać, napisz, napisał, usłyszeć, powiedziane, powie, mówimy, powiedzą`,
    ktoś: `ktoś, ktokolwiek, ktos, kto, komuś, ktoś z was`,
    przyczynie: `temu, tej, tym, tego, niemu, nim, niej, czemu, któremu, której, którym, aktualizacji, poprawce, wtyczce, nowej, nowemu, nowym, update'owi, patchowi, pluginowi, apce,
      aplikacji, wersji, zmianie, zmianom, jego, jej, ich, swojej, swoim, mojej, mojemu, moim, naszej, dockerowi, linuksowi, botowi, szczęściu, technologii, funkcji, opcji, narzędziu, bibliotece, cache'owi, *owi, *om, *aniu, *eniu, *ości, *ościom, *cji, *sji, *zji, *emu, takim, tamtej, dobrej, jakiejś, każdej, innej, pamięci, bazie, łatce, metodzie, komendzie, chmurze, sieci, sztucznej, kopii, wtyczce`,
    zepsuł: `zepsuł, zepsuliście, zepsute, zepsułeś, popsuł, popsuliście, straciłem, straciłam, usunąłeś, skasował, nie działa, padło, wywaliło, gorzej, nie mam, nie mogę, nie wstaje, nie startuje, leży, padł, padła, crashuje, sypie`,

    // What moderators point to, and what is asked for to look at: thanks after such a request are no thanks for help.
    dom: `regulamin, regulaminu, zasady, zasad, kanał, kanału, kanale, kanały, wątek, wątku, wątki, temat, temacie, spam, spamu, faq, dokumentację, dokumentacji, ticket, ticketa, przypięte, szablon`,
  },

  thanks: `
    {dzięki}
    {dzięki} {tobie}
    {dzięki} dla {tobie}
    chciałem|chciałam|chcę|chcemy|chciałbym|chciałabym|muszę|wypada (..) podziękować
    chciałem|chciałam|chcę|chcemy|chciałbym|chciałabym|muszę (..) powiedzieć|napisać (..) {dzięki}
    (wielkie|serdeczne|ogromne|moje) podziękowania
    dzięki {twojej} (..) {pomoc}
    wyrazy wdzięczności
    moja wdzięczność
    < dz >
    dz za|bardzo|stary|mordo|ziom|byku|@|wszystkim
    ok|oki|spoko|super|no dz >
    < podziękował|podziękowano|podziękowane|podziękować >
    < podziękował|podziękowano serdecznie|ślicznie|bardzo|pięknie
    < ukłony|pokłony (wielkie|ogromne) (dla|w) {tobie}|stronę
    piwo|piwko|browar|flaszka|kawa|medal|order|pomnik|nobel|oskar (leci|się) (należy) (się) dla {tobie}|tego|tej|pana
    piwo|piwko|browar|flaszka|kawa leci
    {tobie} (..) piwo|piwko|browar|flaszkę|flachę|kawę (wiszę|wisze|stawiam)
    wiszę|wisze {tobie} (..) piwo|browara|browar|kawę|flaszkę|flachę|pizzę|jedno|obiad|kratę|skrzynkę|zgrzewkę
    {tobie} wiszę|wisze
    stawiam|postawię (..) piwo|browara|kawę|piwko|flaszkę|flachę|pizzę|obiad
    chwała|cześć|sława {tobie} za
    szacun|szacunek|respekt|propsy|propsiki (i|oraz) {dzięki}
    (wielkie|ogromne|mega) propsy {tobie}|dla|za
  `,

  thanksForDeed: `
    gdyby nie twój|twoja|twoje|wasz|wasza|wasze|ty|wy
    szacun|szacunek|respekt|respect dla|for @|ciebie|was|ciebie
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
    kłaniam się|ci|wam (się) (nisko|w) (pas|pas|do)
    < mistrz|mistrzu|legenda|bohater|wybawca|kochany|kochana|król >
    < złoty człowiek >
    < (ty) mistrzu|mistrz|kochany|legenda @|jesteś|jeden
    złoty|dobry człowiek >
    (to) miło|miłe|uprzejmie z twojej|waszej|pana|pani strony
    masz|macie (..) u mnie (..) (piwo|browara|flaszkę|kawę|plusa)
    jestem {tobie} (..) dłużny|dłużna|winien|winna
    mam u ciebie|was dług
    bez ciebie|was|pana|pani (..) bym|nie|dalej|nigdy|byłbym
    bez {twojej} (..) {pomoc}
    co ja bym|bymy|zrobił (..) bez ciebie|was
    nie wiem jak (..) (ci|wam) (..) dziękować|podziękować|odwdzięczyć|odwdzięczę|odwdzięczymy|zrewanżować|zrewanżuję|wynagrodzić
    nie wiem czym (..) odwdzięczyć|odwdzięczę
    nie wiem jak {tobie} (..) dziękować
    jak ja|mogę (..) odwdzięczyć|odwdzięczę
    doceniam twoją|waszą|to|pomoc|{twojej}|wszystko
    bardzo|mega|naprawdę|wielce doceniam
    doceniam
    < ratunek >
    niech ci|wam bóg (wynagrodzi|błogosławi)
    kocham|kochamy|lofciam|uwielbiam cię|was|ciebie >
    kocham|kochamy|uwielbiam cię|was|ciebie (ty) (mój) stary|człowieku|ziom|mordo|chłopie|bracie|@|normalnie|serio|ludzie|chłopaki|za
    (prawdziwy) złoty|dobry|wspaniały|wielki człowiek|chłop|gość|ziom z ciebie
    z ciebie (to) (..) {mistrz}|człowiek|skarb|kumpel
    złoty|złota|dobry|kochany jesteś
    ratujesz|ratujecie|uratowałeś|uratowałaś|uratowaliście (serio|totalnie|dosłownie) tyłek|dupę|skórę|życie|dzień|weekend|honor|projekt
    co (ja) bym|byśmy (..) bez {tobie}|ciebie
    piwo|piwko|medal|nobel|order|kawa|pomnik (ci|wam) się (ci|wam) należy
    należy {tobie} (się) piwo|piwko|medal|nobel|order|kawa
    złote serce
    z nieba (..) spadłeś|spadłaś
    życie|tyłek|dupę|dupsko|skórę|dzień|weekend|projekt|dyplom|magisterkę|inżynierkę|noc|wieczór|robotę (..) (mi|nam) (..) uratował|uratowała|uratowałeś|uratowałaś|uratowaliście|ocaliłeś|ocaliłaś
    {dzięki} , wszystkim|tym|temu|każdemu|tobie , co|którzy|kto|który|która (..) pomogli|pomógł|pomogła|odpowiedzieli|odpisali|odpisał|podpowiedzieli|doradzili|poświęcili|napisał|wrzucił|znalazł|podrzucił|siedzieli|próbowali
    {dzięki} , że|ze (mi|się|ci|wam) (..) odpisałeś|odpisałaś|odpowiedziałeś|pomogłeś|pomogłaś|pomogliście|sprawdziłeś|chciało|poświęciłeś|napisałeś
    {dzięki} , pomogło|śmiga|poszło|wstało|naprawione|ogarnięte|bangla|hula|zapisało|wstał|ruszyło
    życie {tobie} zawdzięczam
    {jesteś} złotym|złoty|dobrym|wspaniałym|cudownym człowiekiem|człowiek
    szacun|szacunek|respekt @
  `,

  answered: `
    < ok|okej|okay|oki|ah|aha|ach|oh|o|super|świetnie|git|gitara|spoko|dobra|dobrze|jasne|rozumiem|rozwiązane|tak|no|mam|działa|pomogło|udało|ekstra|elegancko|ogarnięte|znalazłem|edit|zrozumiałem|zrobione|spk|extra|bomba|cudownie|nice
    już|teraz (..) działa|wiem|mam|rozumiem|śmiga|ok|jasne
    działa już|teraz|jak|idealnie|super|pięknie
    udało się
    o to chodziło
    znalazłem|znalazłam|ogarnąłem|ogarnęłam|naprawiłem|rozwiązałem
    spróbuję|sprawdzę|przetestuję|zobaczę|zrobię
    mega|wielka|super|ogromna|świetna|duża pomoc
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
    < poszukuję|poszukujemy|potrzebny|potrzebna|zatrudnię|zlecę|kupię|sprzedam
    każda (..) pomoc|rada|sugestia|wskazówka
    jakby {ktoś}
    ratujcie|ratunku|błagam
    prośba|prosiłbym|prosiłabym|poproszę
    ktoś coś
    liczę|czekam|oczekuję na (..) pomoc|odpowiedź|kontakt|odzew|reakcję|info|informację
    chciałbym|chciałabym|chcę|chce|chciałem|chciałam (się) zapytać|spytać|dowiedzieć|poprosić|prosić|uzyskać|zgłosić
    mam|miałbym|miałabym (do) (..) prośbę|pytanie|pytanko
    ogarnia|kojarzy|miał|używał|spotkał|zetknął (się) (z|tu) ktoś|ktokolwiek
    pomoc|pomoże|help potrzebna|mile|pilnie|please
    < pomoc|pomocy|help >
    bardzo|pilnie potrzebuję|potrzebna|potrzebne
    czytajcie|czytaj|czytać|przeczytaj|przeczytajcie|używajcie|używaj|użyj|trzymajcie|przestrzegajcie|piszcie|pisz|szukajcie|sprawdźcie|sprawdź|korzystajcie|zakładajcie|otwórzcie|przenieście|unikajcie (..) (..) {dom}
    bez|nie|żadnego|stop (..) spamu|spamujcie|spamuj|spamować|reklam|reklamować
    możesz|możecie|mógłbyś|mogłabyś|moglibyście (..) wysłać|wrzucić|pokazać|podać|podesłać|wkleić|sprawdzić|zerknąć|przesłać
    załóżcie|załóż|otwórz|utwórz|utwórzcie|zgłoście|zgłoś (..) {dom}
  `,

  notThanks: `
    {dzięki} waszej|twojej|ostatniej|nowej (..) aktualizacji|zmianie|łatce|wersji|update'owi
    # Refusals, and nobody needs to.
    nie|nope , (nie) ({wielkie}) {dzięki}
    nie {dzięki} {tobie}
    {dzięki} , ale nie
    {dzięki} , (ale) nie trzeba|potrzebuję|dzięki|skorzystam|dzisiaj|chcę|tym
    {dzięki} , nie >
    {dzięki} , (ale) nie jestem|jesteśmy zainteresowany|zainteresowana|zainteresowani
    {dzięki} , teraz|i (to|już) nic|wszystko (już|mi) nie działa|wstaje|startuje
    {dzięki} , teraz|i (to|już) nie działa (nic)
    gdzie (moje|jakieś|twoje) {dzięki}
    ja {dzięki} za taki|taką|takie|takiego
    {dzięki} , postoję|obejdzie|obejdę|spasuję|wolę
    nie trzeba|potrzeba|potrzebuję|chcę|skorzystam|muszę|musisz , (ale|ale też|już) ({wielkie}) {dzięki}
    to (ja) podziękuję
    za (..) (..) (to) (ja) (to) podziękuję|podziękujemy
    podziękujesz|podziękujecie|podziękują|podziękuje
    {dzięki} (mi) później|potem|kiedyś|innym (podziękujesz|razem)
    nie (ma) (..) za|musisz|musicie|potrzeby|trzeba (..) dziękować|{dzięki}
    nie dziękuj|dziękujcie
    podziękuj|podziękujcie

    # Sarcasm, blame and causes.
    {dzięki} (..) za nic
    {dzięki} (..) za (waszą|państwa|twoją|twoja) uwagę|zrozumienie|wyrozumiałość|zakup|zakupy|rejestrację|instalację|zamówienie|subskrypcję|obejrzenie|oglądanie|kontakt|zgłoszenie|zainteresowanie
    {dzięki} za , teraz|nic|dopiero|znowu
    {dzięki} (..) za (..) zepsucie|spoiler|spoilery|spam|popsucie|usunięcie|bana|bugi|wirusa
    {dzięki} (..) że|ze (..) {zepsuł}
    {dzięki} , kapitanie|captain|microsoft|windows|sherlock|einstein|obama
    ta|taa|taaa to {dzięki}
    no {dzięki}
    no (to) pięknie|ładnie|brawo|gratulacje (..) , {dzięki}
    {dzięki} i|choć|chociaż za to|tyle
    i|choć|chociaż za to|tyle {dzięki}
    to dzięki|dzieki _ , (a) nie mnie|mi|tobie
    {dzięki} to (nie) (to) samo|słowo|angielskie|obraza
    {dzięki} (..) kto|ktokolwiek|jak|jeśli|gdy (..) pomoże|pomożecie|pomożesz|odpowie|doradzi|podpowie|wytłumaczy|ogarnie
    {dzięki} (..) za zmarnowany|zmarnowaną|zmarnowanie|stracony|stracone|zepsuty|zepsutą|popsuty|skasowany|skasowanie|rozwalony|rozwalenie
    {dzięki} (..) za ten|tę|ostatni|wasz|nowy|najnowszy|najnowszą|ostatnią update|patch|bug|aktualizację|upgrade|syf|burdel|bałagan|shit
    ({wielkie}) dzięki|dzieki {przyczynie}
    ({wielkie}) dzięki|dzieki temu|tym|tej kto|co|który|która|którzy (..) wpadł|wymyślił|zepsuł|usunął|skasował|popsuł|rozwalił|wywalił
    ({wielkie}) {dzięki} (wielkie|bardzo) (ci|wam) microsoft|windows|windowsie|google|adobe|apple|nvidia|discord|discordzie|orange|play|upc|aws|github|chatgpt|copilot|stackoverflow
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
    {obce} to|znaczy|jest (..) po|w|z (angielsku|niemiecku|francusku|hiszpańsku|włosku|rosyjsku|japońsku)
    {obce}|{dzięki} to po|z|słowo
    {dzięki} czy|albo|lub|vs {dzięki}
    {obce} czy|albo|lub|vs {dzięki}|{obce}
    raz {dzięki} , (a|i) raz {dzięki}
    tłumaczenie|tłumaczeniu|przetłumaczyć|przetłumaczone|przetłumaczyli|tłumaczy|przekład (..) (..) (..) , (..) {dzięki}
    tłumaczenie|tłumaczeniu|przetłumaczyć|przetłumaczone|przetłumaczyli|tłumaczy|przekład (..) (..) (..) , (..) {dzięki} (a|i|oraz|czy|albo) (raz) {dzięki}
    (chociaż|choćby|nawet) {mówić} (chociaż|choćby) {dzięki}
    [nikt|mało kto|rzadko kto] (..) dziękuje|podziękuje|podziękował
    od|do|bez|zamiast dziękowania|podziękowania|podziękowań
    przycisk|komenda|kanał|ranking|licznik|rola|zakładka (..) dziękuję|dzięki|podziękowania|podziękowań|podziękowanie
    {dzięki} po angielsku|japońsku|francusku|niemiecku|hiszpańsku|rosyjsku|włosku|grecku|polsku|chińsku|ukraińsku|czesku
    {dzięki} znaczy|oznacza
    znaczy|oznacza|słowo|słówko|słowa {dzięki}|ty
    podziękował|podziękowała|podziękowali|dziękował|dziękowała mi|mu|jej|wam|nam|im|ci|za
    podziękowała|dziękował|dziękowała|dziękowali
    przycisk|komenda|kanał|rola|wiadomość|emotka|strona|bot|zwykłe|proste|jedno|głupie|samo|ani|żadnego {dzięki}|dziękuję
    powinieneś|powinnaś|powinien|możesz|wypadałoby|trzeba|warto|zapomniałem|zapomniał (..) podziękować|dziękować
    jeśli (..) chcesz|chcecie (..) podziękować
    nie {jesteś}
    {jesteś} super|wielki|miły w|z|jako|że

    # "ty" is "you" in Polish.
    a|nie|tylko|czy|to|co|kto|ale|albo|sam|że|bo|niż|jak|ej|hej|no|i|też ty
    ty jesteś|masz|wiesz|chyba|też|tez|to|nie|się|jestes|tak|mi|myślisz|powiedz|idziesz|mnie|sam|co|o|w|na|byś|możesz|masz|musisz|robisz|jak|zawsze|serio|znowu|widziałeś|myślisz
    {dzięki} niech będzie|będą
    {dzięki} (..) za cierpliwość , pracujemy|już|sprawdzamy|nasz|wkrótce|naprawiamy
  `,
};
