// How people say in Italian that something works, that it does not, that they will see, or that they found it alone.
import type { SolvedWords } from '../meanings.rules.ts';

export const italian: SolvedWords = {
  language: 'it',
  sets: {
    it: `ora, adesso, così, tutto, questo, quello, la soluzione, la tua soluzione, il tuo consiglio, @, e, ha, sì, ok`,
    adv: `ora, adesso, finalmente, perfettamente, perfetto, bene, benissimo, tutto, alla grande, di nuovo, correttamente, davvero, effettivamente, senza problemi, anche, così,
      a meraviglia, ottimamente, già, subito, pure, grazie, egregiamente`,
    works: `~funziona, ~funzionato, va, funge, funzia, funzionava, parte, gira`,
    worked: `~funzionato, risolto, aiutato, funzionata, andato, andata, sistemato`,
    fixed: `~risolto, sistemato, corretto, risolta, sistemata, risolti, aggiustato, riparato, fixato`,
    trouble: `problema, errore, errori, problemi, bug, messaggio, inconveniente`,
    thanks: `grazie, grazie mille, thx, grz, tante grazie, grazie tante`,
    not: `non, nn, nemmeno, neanche, niente, nulla, mai`,
    // What a thing does that works.
    runs: `compila, parte, avvia, carica, connette, collega, gira, builda, risponde`,
  },
  supposing: `
    se
    quando
    appena
    perché
    come mai
    spero
    speriamo
    magari
    forse
    dovrebbe|dovrebbero|potrebbe|sarebbe|avrebbe
    può|possono|posso|puoi
    penso|credo|credevo|pensavo|immagino
    fammi sapere
    fatemi sapere
    normalmente|sempre|prima
    di solito
    a volte
    qualcuno
    finché
    per far|fare
    deve|devo
  `,
  solved: `
    < ({adv}) {fixed} >
    < {fixed} , {thanks}|ora|così|con|era
    (ho|abbiamo) ({adv}) {fixed} (ora|così|il problema|con|grazie|tutto) >
    ho|abbiamo ({adv}) {fixed} (così|con|grazie|seguendo|usando)
    {it} ({adv}) ({adv}) {works} ({adv}) ({adv}) ({adv}) >
    {it} ({adv}) ({adv}) {works} ({adv}) ({adv}) , {thanks}
    < ({adv}) {works} ({adv}) ({adv}) >
    < {works} , {thanks}
    ora|adesso (sì|tutto) {works}
    tutto {works} perfettamente|bene|alla grande|ora|adesso
    {works} [perfettamente|benissimo|alla grande|alla perfezione]
    (ora|adesso) (è|sta) tutto [a posto|ok|risolto|funzionante|apposto]
    [ha|questo ha|così ha|quello ha|@ ha] ({adv}) {worked} (il|tutto|grazie|alla|perfettamente|mio) >
    (questo|così|quello|che) ha ({adv}) {worked} (il|tutto|grazie|alla|perfettamente|mio) ({trouble})
    ha ({adv}) {worked} , {thanks}
    (il|mio) {trouble} [è|si è|è stato] ({adv}) {fixed}|sparito|scomparso
    {trouble} {fixed}|sparito|scomparso
    (l') errore (è) sparito|scomparso|risolto
    non (c'è|ho|mi dà|esce|ce) più (il|nessun|l'|lo|alcun) {trouble}
    era (proprio) quello|questo|lì (il|la) {trouble}|causa|soluzione
    era proprio quello|questo|lì
    era quello|questo >
    (ci) sono riuscito|riuscita
    (ora) (è) a posto (ora|adesso|grazie)
    domanda|dubbio {fixed}|risolto|chiarito
    ora|adesso|finalmente (si|mi|tutto) {runs} (bene|tutto|correttamente)
    < {fixed} *ando|*endo
    risolto pulendo|togliendo|mettendo|usando|con
    < (ok|sì|ora|adesso|finalmente) (si|mi) {runs} (ora|adesso|finalmente) >
  `,
  noHelp: `
    di nulla|niente
    < prego >
    < figurati
    < figuratevi
    non c'è di che
    è (stato) un piacere
    con piacere
    nessun problema >
    sono contento|contenta|felice
    (mi) fa piacere
    meno male
    buona|buon fortuna|lavoro|giornata|serata
    in bocca al lupo
    non (lo) so
    nessuna idea
    non saprei
    stesso problema (qui|anche|per)
  `,
  pending: `
    ora|adesso|dopo|lo|ci|la (lo|ci) provo|controllo|guardo|proverò|testo|verifico|vedo|leggo|provare
    < proverò|controllo|verifico|guardo (subito|ora|adesso)
    provo subito|ora|adesso|a
    vado a|ora provare|controllare|vedere
    fammi provare|vedere|controllare
    un attimo|secondo|momento|minuto
    {thanks} (..) , ma
    {thanks} [comunque|lo stesso|ugualmente]
    comunque {thanks}
    {thanks} per (averci|il|aver) provato|tentativo
    ({it}) ({adv}) {works} (..) , ma|però
    [quasi|parzialmente|in parte] ({works}|{fixed})
    canale sbagliato
  `,
  alone: `
    (ho|l'ho) ({adv}) {fixed} da (solo|sola|me)
    (ho|l'ho) (..) trovato (il|la|l'|lo|da) [{trouble}|errore|soluzione|solo|causa]
    < trovato >
    come non detto
    lascia|lasciate stare|perdere
    (era|è) (un) (mio) errore [mio|stupido|di battitura]
    (è|era) colpa mia
    errore mio
    mi (ero|sono) dimenticato|dimenticata|scordato
    avevo dimenticato
  `,
  stillBroken: `
    ({it}) (ancora|purtroppo|però|ma|continua|comunque|sempre|a me|neanche) {not} (mi|ha|è|si|sta|ancora|hanno|mi ha) ({adv}) (ancora) [{works}|{worked}|{fixed}|risolve|cambia|cambiato|aiuta|aiutato|funzionare|riesco|bene]
    continua a (non|dare|darmi|fallire|uscire|crashare|dirmi) (funzionare|errore|lo stesso|andare)
    (ho|da|mi da|mi dà|dà|c'è) ancora|sempre (lo|il|quel|un) (stesso) {trouble}
    ancora [rotto|rotta|lo|il|errore|l'errore|niente|problemi|non|lo stesso|irrisolto|nulla]
    (lo|sempre|il|stesso) (lo) stesso {trouble}|risultato
    {trouble} [persiste|rimane|resta|continua|è tornato|c'è ancora|ritorna|è ancora]
    niente [è cambiato|da fare|di fatto|ha funzionato]
    nulla è|ha cambiato|funzionato
    senza successo|risultato|esito
    nessun cambiamento|risultato|effetto|miglioramento
    nessuna differenza
    (ora|adesso) (mi|ho|esce|c'è|dà) (..) [altro|nuovo|un] {trouble}
    un altro {trouble}
    (ha) smesso di funzionare
    ({it}) ({adv}) {works} (..) , ma|però (..) {not}|ancora|sempre
    irrisolto
    non era quello|questo
    di nuovo rotto|l'errore
    non cambia (nulla|niente|nessuna)
    ancora|sempre bloccato|bloccata|bloccati|fermo|ferma
    non (si|mi) {runs} (ancora|comunque|lo stesso)
    (ancora|sempre) non (si|mi) {runs}
    uguale|identico (a) (prima|come) >
    (si|mi) blocca|pianta|crasha ancora|sempre|comunque
    ancora|sempre (si|mi) blocca|pianta|crasha
    < nemmeno|neanche|neppure così|questo|quello >
  `,
  neither: `
    ({it}) ({adv}) {works} (bene) (..) [ieri|prima|fino|così la|quando|se|in|con|senza|per|a|sul|solo|via|avanti|in locale|bene così]
    (come) va tutto|oggi
    come va
    va bene|detto|fatto|a|in|da|via|messo|tolto|cambiato|beh|installato|sistemato|corretto|risolto
    non (lo) so|capisco|vedo (perché|come|se) (..) (..) {not}
    non so (perché|come|se|cosa)
    per risolvere|sistemare
    (essere|viene|venga|da|sarà|verrà|stato) {fixed} [in|dal|da]
    non (ho|c'è|ci sono) (nessun|alcun|un) {trouble}
    parte del|di|dal|da
    non è un {trouble}
  `,
};
