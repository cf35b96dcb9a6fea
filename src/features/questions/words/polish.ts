// How people say in Polish that something works, that it does not, that they will see, or that they found it alone.
import type { SolvedWords } from '../meanings.rules.ts';

export const polish: SolvedWords = {
  language: 'pl',
  sets: {
    it: `to, teraz, już, wszystko, tak, u mnie, twoje rozwiązanie, @, i`,
    adv: `teraz, już, wreszcie, w końcu, nareszcie, faktycznie, rzeczywiście, wszystko, dobrze, świetnie, idealnie, super, pięknie, elegancko, poprawnie, bez problemu, znowu, u mnie, ładnie, też, jak trzeba,
      dzięki, prawidłowo, naprawdę, to`,
    works: `~działa, ~zadziałało, zadziałał, zadziałała, działało, śmiga, hula, pomogło, pomogła, pomógł, poszło, banglaje, ruszyło, bangla, udało się`,
    fixed: `rozwiązane, rozwiązany, naprawione, naprawiony, rozwiązałem, naprawiłem, rozwiązałam, naprawiłam, ogarnięte, załatwione, rozwiązano, naprawiło, rozwiązało`,
    trouble: `problem, błąd, błędy, problemy, bug, błędu, problemu, błędem, komunikat`,
    thanks: `dzięki, dziękuję, dziękuje, dzieki, thx, dzięks, wielkie dzięki, dziena`,
    not: `nie, nic, nadal nie, wciąż nie, dalej nie, ani`,
    // What a thing does that works.
    runs: `kompiluje, startuje, chodzi, odpala, ładuje, łączy, buduje, wstaje, uruchamia`,
  },
  supposing: `
    jeśli|jeżeli|jak|gdy|kiedy
    czy
    dlaczego
    czemu
    mam nadzieję
    oby
    może
    chyba
    powinno|powinien|powinna|powinny|mogłoby|byłoby
    żeby|aby|dopóki
    myślę|sądzę|myślałem|zakładam
    zwykle|zazwyczaj|czasem|zawsze|wcześniej|kiedyś
    ktoś
    daj|dajcie znać
    sprawdź
    będzie
    musi
  `,
  solved: `
    < ({adv}) {fixed} >
    < {fixed} , {thanks}|teraz|już|przez
    (już|to) {fixed} (teraz|dzięki|to)
    {it} ({adv}) ({adv}) {works} ({adv}) ({adv}) ({adv}) >
    {it} ({adv}) ({adv}) {works} ({adv}) ({adv}) , {thanks}
    < ({adv}) {works} ({adv}) ({adv}) >
    < {works} , {thanks}
    teraz (już|wszystko) {works}
    {works} idealnie|świetnie|super|teraz|wreszcie
    {it} ({adv}) {works}|{fixed} (mój|problem|sprawę|mi|mnie) (problem) >
    to ({adv}) pomogło|{fixed}
    (mój|ten) {trouble} (został|już|jest) (już) {fixed}|zniknął|zniknęły
    {trouble} {fixed}|zniknął|zniknęły|ustąpił|z głowy
    nie ma już (tego) {trouble}
    już nie ma|wyskakuje|pokazuje (błędu|problemu|błąd|błędów)
    to było|był (to|właśnie) (to|tego|problemem|przyczyną) >
    o to chodziło
    (w tym|to) był|było problem|przyczyną
    udało (mi) się (dzięki|teraz|wreszcie|to)
    wszystko (już) [gra|ok|dobrze|w porządku] teraz|już
    (już) (jest) ok teraz
    pytanie rozwiązane
    < (ok|oki|no|teraz|już|super|dobra) (teraz|już) (się) {runs} (się|teraz|już|dobrze|normalnie) >
    pomogło|pomógł|pomogła *enie|*anie|restart|reset|reinstalacja|aktualizacja
    naprawiło|rozwiązało się (samo)
    wszystko|już gra|śmiga|hula >
    < (już|teraz) (się) połączyło|odpaliło|wstało|zalogowało|skompilowało|wczytało (się) >
  `,
  noHelp: `
    (nie ma|nie) za co
    proszę bardzo
    < proszę >
    < spoko >
    (nie ma) sprawy >
    nie ma problemu >
    cieszę się
    miło (mi|że)
    polecam się
    powodzenia
    nie mam pojęcia
    nie wiem
    nie pomogę
    mam to samo
    ten sam problem (tutaj|u mnie)
  `,
  pending: `
    (zaraz|to|ok|spróbuję|później|jutro|wieczorem) spróbuję|sprawdzę|przetestuję|zobaczę|poczytam|zerknę|potestuję|popróbuję|wypróbuję|spróbuje|sprawdze|zobacze
    < sprawdzam|testuję|próbuję
    chwila|chwilka|moment|momencik|sekunda|chwilę >
    {thanks} (..) , ale
    mimo wszystko|to {thanks}
    {thanks} (..) mimo wszystko|to
    i tak {thanks}
    {thanks} za próbę|chęci
    ({it}) ({adv}) {works} (..) , ale
    prawie|częściowo
    zły kanał
  `,
  alone: `
    sam|sama (już) (to) {fixed}|znalazłem|znalazłam|ogarnąłem|doszedłem
    {fixed} (to) sam|sama
    (już) znalazłem|znalazłam [błąd|problem|przyczynę|rozwiązanie|to]
    < znalazłem >
    < znalazłam >
    nieważne|nieaktualne
    (to) (był) mój błąd
    moja wina|pomyłka
    (była|to|zwykła) literówka
    zapomniałem|zapomniałam
  `,
  stillBroken: `
    ({it}) ({adv}) (nadal|wciąż|dalej|niestety|ale|też|ciągle|jeszcze) {not} (chce|jest|zostało|to|mi|do końca|został) [{works}|{fixed}|działać|pomaga|zmienia|rozwiązuje|zmieniło|rozwiązany]
    nadal|wciąż|dalej|ciągle (to|ten|jest|mam|wyskakuje|ma|się|występuje|pokazuje) (ten|to) (sam|samo) nie|{trouble}|zepsute|samo
    nadal|wciąż|dalej zepsute|nic|błąd|problem
    (ten|taki|to) sam|samo {trouble}|rezultat
    ten sam błąd|problem
    {trouble} [nadal|wciąż|dalej|pozostaje|powrócił|wrócił|nie zniknął|występuje]
    nic (się) (nie) [zmieniło|dało|działa|pomaga|pomogło|daje]
    bez zmian|skutku|efektu|rezultatu|powodzenia
    teraz (mam|wyskakuje|jest|pojawia się|dostaję) (..) (inny|nowy|kolejny) {trouble}
    inny|nowy|kolejny {trouble}
    przestało działać
    znowu [nie|zepsute|to samo|błąd]
    ({it}) ({adv}) {works} (..) , ale (..) {not}|nadal|wciąż|dalej
    nierozwiązany|nierozwiązane
    nic (to|mi|niestety) nie dało|pomogło|zmieniło
    nadal|wciąż|dalej|ciągle|znowu (mi|to) (się) wywala|sypie|crashuje|pada|wiesza|wysypuje|zawiesza
    to samo|identycznie >
    nie chce (się) ruszyć|wstać|odpalić|działać|uruchomić|wystartować|zadziałać|połączyć
    nie (się) {runs} (się|nadal|dalej|wciąż)
    < (to|tak) też nie >
  `,
  neither: `
    ({it}) ({adv}) {works} (dobrze) (..) [wczoraj|wcześniej|przedtem|do|tylko|na|w|z|bez|tak jak|od]
    (jak) to działa
    {not} (wiem|rozumiem|widzę) (dlaczego|czemu|jak|czy) (..) (..) {not}
    (trzeba|można|ma) (to) [być|zostać] {fixed}
    {not} (mam|ma|było) (żadnego|żadnych) {trouble}
    to działa tak|na|w
  `,
};
