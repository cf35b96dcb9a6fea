// How people say thank you in Italian, and how they use the same words without thanking.

import type { ThanksWords } from '../meanings.rules.ts';

export const italian: ThanksWords = {
  language: 'it',
  sets: {
    grazie: `~grazie, grazzie, grz, grzie, graz, grasie, gracie, gazie, grazi, graziee, graziemille, graziemile, grassie, grasias, grazias, graxie, grazzi, graziue, grzi`,
    ringrazio: `~ringrazio, ~ringraziamo, rigrazio`,
    tante: `molte, mille, tante, infinite, tantissime, moltissime, milioni di, migliaia di, 1000, cento, mila, duemila, un milione di`,
    te: `te, voi, lei, tutti, tutte, tt, tuttii, entrambi, entrambe, tutti quanti, tutti e due|tre, @, ragazzi, raga, ragà, tutti voi, voi tutti, lo staff, il team, la community`,
    ti: `ti, vi, la, le, te, ve, ti ci, vi ci`,
    tuo: `tuo, tua, tuoi, tue, vostro, vostra, vostri, vostre, suo, sua, suoi, sue`,
    amico: `fra, frà, frate, fratè, fratello, bro, raga, ragà, ragazzi, ragazze, amico, amici, zio, zì, bello, bella, belli, capo, boss, prof, caro, cara, compa, gente, socio, grande, maestro, mitico, mito, king,
      bomber, campione, davvero, sempre, comunque, ahah, ahahah, eh, @`,
    volevo: `volevo, voglio, vorrei, vogliamo, volevamo, vorremmo, desidero, desideriamo, passo, passavo, tengo, tenevo, teniamo, tenevamo, posso, devo, permetto, permetta, permettetemi, permettimi, approfitto,
      l'occasione, lasciatemi, lasciami, fatemi, fammi`,
    ringraziare: `ringraziare, ringraziarti, ringraziarvi, ringraziarla, ringraziarlo, ringraziarli`,
    molto: `molto, davvero, veramente, tanto, tantissimo, moltissimo, troppo, proprio, super, così, assai, infinitamente, immensamente, sinceramente, estremamente, sempre, tutti, un sacco,
      profondamente, di cuore, ancora, letteralmente, appena, eternamente, infinitamente, stra, un casino, un botto, una cifra, parecchio, un mondo, all'infinito, enormemente`,
    sei: `sei, siete, 6, sei stato, sei stata, siete stati, siete state, @ è, lei è, è stato, è stata`,
    grande: `grande, grandi, grandissimo, grandissima, genio, genia, geni, mito, miti, angelo, angeli, tesoro, tesori, santo, santa, salvatore, salvatrice, salvezza, eroe, eroi, leggenda, leggende,
      maestro, re, regina, mostro, mostri, idolo, amore, dio, numero uno, top, capo, campione, migliore, migliori, meglio, fenomeno, mago, bomba, king, goat, gentile, gentili, gentilissimo,
      gentilissima, gentilissimi, fantastico, fantastica, fantastici, mitico, mitica, mitici, eccezionale, eccezionali, incredibile, prezioso, preziosa, preziosissimo, preziosi,
      disponibilissimo, stupendo, adorabile, carino, carina, salvavita, macchina, forte, forti, mitici, utilissimo, utilissima, utilissimi, garanzia, roccia, numeri uno, d'aiuto, di aiuto, di grande aiuto, dei grandi, gold, un grande, prezioso`,
    eroe: `mito, eroe, genio, santo, salvatore, angelo, leggenda, grandissimo, grandissimi, gentilissimo, gentilissima, gentilissimi, mitico, fenomeno, salvavita`,
    aiuto: `aiuto, risposta, risposte, consiglio, consigli, spiegazione, spiegazioni, info, informazione, informazioni, tempo, supporto, dritta, dritte, pazienza, disponibilità, suggerimento,
      suggerimenti, chiarimento, chiarimenti, link, soluzione, delucidazione, delucidazioni, gentilezza, mano, guida`,
    fatto: `risposta, risposte, spiegazione, spiegazioni, consiglio, consigli, dritta, dritte, info, informazione, informazioni, link, soluzione, suggerimento, suggerimenti, chiarimento, chiarimenti,
      delucidazione, delucidazioni, segnalazione, correzione, precisazione, disponibilità, velocità, pazienza, review, revisione, tentativo`,
    anticipo: `in anticipo, anticipatamente, anticipo, in anticpo, anticipate, in anticipio, in antcipo, sin d'ora, fin d'ora, già da ora, già d'ora, sin da ora, fin da ora, da subito, sin da subito, fin da subito, da adesso`,
    dire: `dire, dico, dice, dici, dicono, detto, dica, dirgli, dirle, scrivere, scrive, scritto, ricevere, ricevuto, mandare, rispondere, sentire, dì, di', dille, digli, dite, ditegli, dirò, diremo, dirai, scrivi, scrivono, scrivete, scrivessi, scriva, dicesse, diceva, disse, digitare, digiti`,
    risposto: `risposto, aiutato, partecipato, dedicato, perso, dato, mandato, spiegato, segnalato, provato, scritto, letto, avuto, contribuito, risolto, consigliato, sopportato, fatto, passato, tiene, tengono, mantiene`,
    mandatemi: `mandatemi, mandami, mandateci, scrivetemi, scrivimi, scriveteci, contattatemi, contattami, contattateci, rispondete, rispondetemi, rispondimi, avvisatemi, avvisami, avvertitemi, aiutatemi, aiutami, aiutateci,
      spiegatemi, spiegami, consigliatemi, consigliami, inviatemi, inviami, inviateci, confermatemi, indicatemi, aggiungetemi, passatemi, passami, datemi, dammi, ditemi, dimmi, fatemi sapere, fammi sapere, fateci sapere`,
    prodotto: `microsoft, windows, discord, google, apple, meta, github, steam, nvidia, android, amazon, whatsapp, facebook, telegram, chatgpt, gpt, copilot, java, javascript, npm, docker, linux, mac, chrome, cloudflare, aws,
      nintendo, sony, tim, vodafone, capitano, captain, sherlock, einstein, elon, zuckerberg, aruba`,
    qualcuno: `qualcuno, qlcn, qualcun, chiunque, chi, qualcuna, qualche anima pia`,
    rotto: `rotto, cancellato, rovinato, distrutto, perso, bannato, incasinato, peggio, crashato, sparito, bloccato, tirato giù, buttato giù, fatto cadere, ignorato, ignorata, resettato, sprecare, sprecato, smesso, rubato, bucato, intasato, fregato, mandato in`,

    // What moderators point to, and what is asked for to look at: thanks after such a request are no thanks for help.
    casa: `regole, regola, regolamento, canale, canali, thread, topic, argomento, spam, flood, faq, documentazione, docs, ticket, fissati, pinnati, modello, doppioni`,
    mostrato: `log, logs, screenshot, screen, codice, versione, config, configurazione, stacktrace, errore completo, file`,
  },

  thanks: `
    {grazie}
    {grazie} a {te}
    {grazie} a .. per
    no , (no) ({tante}) {grazie} a te|voi|lei
    {grazie} al|ai|alla|alle|allo {tuo} (..) {aiuto}|tutorial|script|guida|post|esempio|codice|messaggio|commento|video|plugin|fix
    {grazie} all'aiuto
    < {grazie} (a) (tutti|tutto) allo|al|alla|ai|agli|alle|i|gli|lo|la (tutto|tutti) staff|team|community|mod|moderatore|moderatori|admin|ragazzi|ragazze|supporto|devs|dev|sviluppatori|assistenza
    {grazie} (..) a chi|coloro|quelli|quanti|tutti (quelli|coloro) (che|chi) (..) {risposto}
    (un|il) (mio|nostro) (grosso|enorme|sentito|sincero|grande|grandissimo|immenso|doveroso) {grazie} (enorme|speciale|gigante|gigantesco|infinito|immenso|sincero|particolare|sentito|grande|grosso|doveroso|anche|sincero|di cuore) (va) a|ad|al|allo|alla|ai|alle|agli
    un|il {grazie} [enorme|speciale|gigante|gigantesco|infinito|immenso|sincero|particolare|sentito|grande|grosso|doveroso|di cuore]
    un|il (mio) grosso|enorme|sentito|sincero|grande|grandissimo|immenso|doveroso {grazie}
    gratissimo|gratissima
    {tante} {grazie}
    grosso|enorme|sentito|immenso|gigantesco|super|doveroso|mega|gran {grazie}
    ({ti}) ({molto}) {ringrazio}
    {volevo} (..) dire|dirti|dirvi|dirle|mandare (..) {grazie}
    {volevo} (..) {ringraziare}
    colgo|cogliamo l'occasione (..) {ringraziare}
    (non) (..) mai (..) (di) ringraziarti|ringraziarvi|ringraziarla
    parole (..) ringraziarti|ringraziarvi|ringraziarla|ringraziare
    si ringrazia|ringraziano @|tutti
    tnk|tnks raga|fra|bro|mille|ragazzi
    onore a {te}
    la mia (..) gratitudine|riconoscenza
    i miei (..) ringraziamenti
    tanti|sentiti|sinceri|infiniti ringraziamenti
  `,

  thanksForDeed: `
    che (carino|carina|gentile|gentili|carini) che|ad mi|ci|avermi|averci
    un (grande|enorme|immenso|sentito) ringraziamento (speciale|particolare|enorme) a|al|alla|ai {te}
    {grazie} @ (..) per
    {grazie} (..) per|di tutto|averci|avermi|tutti
    ma|però|comunque|intanto|cmq , ({tante}) {grazie} >
    ma|però|comunque|intanto|cmq , ({tante}) {grazie} [{amico}|per|di|{tante}|lo stesso|davvero]
    {grazie} [comunque|ugualmente|lo stesso|uguale|cmq|di nuovo|ancora]
    {grazie} (..) per la|il|l'|lo|le|i|gli|queste|questa|{tuo} (..) {fatto}
    {grazie} (..) per avermi|averci|aver|avere|avermelo|esserti|essere
    {grazie} , ora|adesso|così|ha|mi|tutto (..) funziona|funzionato|aiutato|va|risolto|chiaro
    {grazie} al|ai|alla|alle {tuo} (..) {aiuto}
    {grazie} a te|voi|@ (ho|sono|ora|adesso|funziona)
    {molto}|sono|siamo|{ti} (ne) (sono|siamo) ({molto}) grato|grata|grati|riconoscente|debitore|debitrice
    mi|ci|m'|@ hai|avete (..) salvato|salvata|salvati|salvate
    m'hai|m'avete|c'hai salvato|salvata|aiutato
    @ mi|ci ha (..) salvato|salvata|aiutato|aiutata|risolto
    mi|ci ha (..) salvato|salvata (..) vita|giornata|culo|pelle|serata|nottata|tesi
    mi|ci salvi|salvate|salvasti (..) vita|giornata|culo|pelle|volta|serata|sempre|nottata
    salvato|salvata la|il vita|giornata|culo|pelle|serata|tesi|esame|settimana
    mi|ci hai|avete ({molto}) ({molto}) aiutato|aiutata|aiutati|illuminato|illuminata|tolto|sbloccato|sbloccata|risolto|svoltato
    mi|ci hai|avete (..) [fatto risparmiare|risparmiato|evitato|cambiato la|aperto gli|dato una (..) mano|tolto un|fatto un (..) favore|tirato fuori]
    mi|ci [sei stato|sei stata|siete stati|siete state] (..) aiuto|d'aiuto|utile|utilissimo|utilissima|utili|prezioso
    {sei} ({molto}) (di|d'aiuto) (..) aiuto >
    {sei} ({molto}) d'aiuto
    {sei} una persona {grande}|splendida|meravigliosa|squisita
    {sei} ({molto}) (un|una|il|la|i|dei|mio|mia|l'|lo|gli|un'|mitico|vero|vera) (mio|mia|vero|vera|assoluto|autentico|fottuto|grande|più) {grande} >
    {sei} ({molto}) (un|una|il|la|i|dei|mio|mia|l'|un') (mio|vero|vera) {grande} fra|bro|raga|ragazzi|amico|zio|davvero|@
    un|il|mio|mia (vero|mio|mia) salvatore|salvatrice|eroe|salvezza|salvavita >
    < {eroe} >
    perfetto|ottimo|ok gentilissimo|gentilissima|gentilissimi >
    ti faccio|facciamo (..) monumento|statua
    < {eroe} come|davvero|veramente|{amico}
    < gentilissimo|gentilissima|gentilissimi [come sempre|davvero|tutti] >
    < [numero uno|numero 1|n 1] >
    < che|un (vero) {eroe} >
    < grande|grandissimo|mitico|mito|santo|eroe|genio {amico}
    @ (sei) (un|il) [grande|grandissimo|mito|genio|mitico|santo|top|numero uno] >
    < troppo|davvero buono|gentile|buoni|forte >
    < tanta stima
    ti|vi stimo {amico}|troppo|tantissimo|davvero
    t'adoro
    < ti|vi adoro|amo|amiamo ({amico}|troppo|tantissimo) >
    < (io) ti voglio (..) bene >
    < ti bacerei|abbraccio|abbraccerei|sposo|sposerei
    ({molto}) apprezzo|apprezziamo ({molto}) (il|la|lo|le|i) {tuo}
    apprezzo|apprezziamo {molto}
    < (lo) ({molto}) apprezzo >
    apprezzo|apprezziamo ({molto}) il|la|lo|che tempo|pazienza|sforzo|disponibilità|supporto|tu|abbiate
    apprezzo|apprezziamo ({molto}) l'aiuto|l'impegno
    [fortuna|menomale|meno male] che (..) ci|esisti|esistete sei|siete|esisti|eri|eravate
    [fortuna|menomale|meno male] (che) esisti|esistete
    se non c'eri|c'eravate|c'eravate tu|voi
    se non [era|fosse|fosse stato] (stato) per {te}
    molto|davvero|troppo|sempre gentile|gentili|gentilissimo >
    gentile|gentilissimo|gentilissima|carino da {tuo} parte
    gentile|gentilissimo|gentilissima|carino da parte
    {ti} (ne) devo|dobbiamo (..) birra|birre|caffè|vita|favore|pizza|cena|spritz
    {ti} devo una {amico}|grossa
    {ti} devo una >
    {ti} ne devo una
    birra|birre|caffè|pizza|spritz pagata|pagato|offerta|offerto|pagate
    {ti} sono debitore|debitrice
    ti|vi offro|offrirò|offrirei|pago (..) birra|birre|caffè|pizza|spritz
    senza (di) {te} (..) starei|stavo|staremmo|sarei|ero|avrei|saremmo|avremmo|perdevo|perdevamo|buttavo
    senza (di) {te} (..) non (..) avrei|ce|ci|riuscivo|sarei|arrivavo|andavo|saprei|uscivo|potevo|avremmo|saremmo
    senza il|i|la|le {tuo} (..) {aiuto}
    (come|cosa) farei (..) senza (di) {te}
    non so|saprei (..) come (..) ringraziarti|ringraziarvi|ringraziarla
    come posso ringraziarti|ringraziarvi|ringraziarla
    non (..) ringrazierò|ringrazio|ringraziarti|ringraziarvi (mai) abbastanza
    (che) (il) dio|signore ti|vi benedica
    santo subito
    mio eroe|salvatore
    la mia salvezza
    mi hai|avete svoltato|sistemato|salvato (..) giornata
    < che grande|grandi|king|maestro >
  `,

  answered: `
    (si) può|potete|puoi|possiamo chiudere
    per chi (..) avesse|ha|dovesse|incontrasse|cercasse
    [il problema|l'errore|la soluzione] (..) era
    avevi|avevate|hai ragione
    (ho) risolto
    < ok|okay|ah|ahh|oh|perfetto|ottimo|capito|risolto|fantastico|bene|sì|eccellente|grandioso|edit|chiaro|funziona|fatto|trovato|top|d'accordo|va|aaa|certo|ora|adesso
    ho (..) capito|risolto|trovato|fatto
    ora|adesso|così (mi) funziona|va
    tutto chiaro|ok|posto|risolto
    (ci) provo|proverò
    era (proprio) quello|questo
    ha funzionato
    gran|grande|grosso|ottimo|enorme|bell aiuto
    bell'aiuto
  `,

  asking: `
    per favore|piacere|cortesia
    perfavore|pls|plis|cortesemente|gentilmente
    si|la|vi|ti prega|prego|preghiamo
    {mandatemi}
    < vorrei|vorremmo
    [buongiorno|salve|ciao|buonasera|buondì|ragazzi|raga] (..) vorrei|volevo|avrei|cerco|cercavo|dovrei|mi
    volevo|vorrei sapere|chiedere|chiedervi|chiederti|capire
    attendo|attendiamo >
    (in) attesa >
    resto|restiamo|rimango a disposizione
    c'è qualcuno
    resto|rimango|restiamo|rimaniamo|sono (sempre|ancora) in attesa
    (in) attesa (di|del)
    attendo|attendiamo|aspetto|aspettiamo|attendendo (..) risposta|risposte|riscontro|notizie|conferma|vostre|vostra|vostro|info|news
    spero|speriamo|sperando (che) (..) aiutarmi|aiutarci|aiuti|risponda|rispondiate|rispondete|sappia|possiate|possa|potete|risposta
    cercasi|vendo|vendesi|compro|affitto|regalo
    < cerco|cerchiamo
    interessati|interessato
    ogni|qualsiasi|qualunque aiuto|consiglio|suggerimento|dritta|info|informazione|idea
    consigli|suggerimenti|idee >
    (mi) servirebbe|serve|servono|servirebbero aiuto|una|un|qualcuno
    < aiuto
    aiuto >
    {qualcuno} (..) sa|saprebbe|può|potrebbe|ha|mi|che|conosce|riesce|aiuta|usa|aiutarmi|qui|avrebbe|saprà
    potete|potreste|puoi|potresti|può|potrebbe|sapete|sapresti|sapreste
    mi|ci aiutate|aiuti|sapete|sapreste|sai|date|dite|dici|spieghi|spiegate|serve|servirebbe|consigliate
    sai|sapete|hai|avete come|se|dove|perché|idea|idee|qualche|suggerimenti|consigli
    < perché|quale|qual
    come (si) posso|faccio|devo|fare|fa|risolvo|risolvere|installo|mai
    dove posso|trovo|si
    c'è|esiste (..) modo
    ho|avrei|avevo (..) problema|dubbio|domanda|errore|bisogno|problemi|dubbi
    qualche|alcun idea|consiglio|suggerimento|dritta
    non (mi|si) risponde|avvia|carica|apre|connette|collega|accende|installa|aggiorna|scarica
    è|sarà|sempre gradito|gradita|graditi|benvenuto|accetto
    non (mi) funziona|va|riesco|capisco|so|trovo|parte
    bisogno|serve (di) aiuto|una
    cerco|cercavo
    una mano
    se {qualcuno}|potete|puoi|sapete
    fatemi|fammi sapere
    ditemi|dimmi
    leggete|leggi|leggere|usate|usa|usare|rispettate|rispetta|evitate|evita|mantenete|restate|aprite|apri|postate|cercate|cerca|controllate|consultate|scrivete|scrivi|spostate|spostatevi|seguite (..) (..) {casa}
    mandi|mandate|passi|passate|invii|inviate|posti|postate|incolli|incollate|alleghi|allegate|condividi|condividete (..) {mostrato}
    non|niente|basta|no|evitate|vietato (di|fate|più) spam|spammare|spammate|flood|floodare|pubblicità
  `,

  notThanks: `
    # Refusals, and nobody needs to.
    no|nah , (no) ({tante}) {grazie}
    {grazie} , ma no ({grazie}) >
    {grazie} , ma preferisco|preferirei|passo
    {grazie} , ma non mi|ci interessa|serve|servono|interessano|serviva|va
    {grazie} , ma non ne|voglio|vogliamo|ho (bisogno|più)
    {grazie} , sono a posto
    no|nah , (no) ({ti}) {ringrazio}
    < passo , {grazie}
    non (mi|ci|ne|ho) (più) serve|interessa|bisogno|voglio|servono|interessati , ({tante}) {grazie}
    (per) (ora|adesso|il momento) no , {grazie}
    sto|sono|stiamo (a|già) (a) bene|posto|apposto (così) , {grazie}
    bene , {grazie} , (e) tu|lei|te|voi
    non (..) serve|devi|dovete|occorre|bisogno (..) {grazie}|ringraziare|ringraziarmi
    non (..) ringraziare|ringraziarmi|ringraziatemi
    non (..) c'è (..) bisogno (..) ringraziare|ringraziarmi

    # Sarcasm, blame and causes.
    {grazie} (..) per (il) niente|nulla
    {grazie} tante , lo (..) sapevo|sapevamo
    {grazie} al cazzo|piffero|cielo
    {grazie} arcazzo|graziella|arca
    {grazie} (..) per aver|avermi|averci (..) {rotto}
    {grazie} (..) per (non) {rotto}
    {grazie} (..) per avermi|averci|aver|avere (..) {rotto}
    {grazie} (..) per non aver|avere|avermi|aiutare|rispondere|aiutarmi|avvisare|leggere|averci
    {grazie} (..) per lo|gli|il|i|la spoiler|spam|virus|bug|ban|crash|perdita
    {grazie} (..) , (..) 🙄
    {grazie} (a) , {prodotto}
    {grazie} (a) {prodotto} (..) che|per
    {grazie} ({tante}) eh , ({tante}) (..) ora|adesso|così|non|peggio|più
    {grazie} tante eh >
    colpa (..) , {grazie}

    # What shops and forms say.
    {grazie} (..) per (il|la|l'|lo) (tuo|tua|suo|sua|vostro|vostra) (..) acquisto|ordine|iscrizione|registrazione|comprensione|visita|donazione|richiesta
    {grazie} (..) per la comprensione|preferenza|visita|registrazione
    {grazie} (..) per averci contattato|contattati|scelto|scritto|visitato|scelti|preferito
    {grazie} (..) per esserti|essersi|essere registrato|iscritto|registrata|iscritta|registrati|registrato
    {grazie} (..) per aver acquistato|scaricato|installato|effettuato|ordinato|contattato|scelto
    {grazie} a
    {grazie} a dio|questo|questa|quello|un|una|quel|cui
    {grazie} al|allo|alla|ai|agli|alle|all
    {grazie} all'aggiornamento|all'update|all'errore|all'ultimo|all'ultima|all'ai|all'ia|all'app|all'antivirus|all'api|all'indice|all'altro|all'ottimizzazione|all'intelligenza|all'upgrade|all'open
    {grazie} alla|al minchia|c|cavolo|ca|kaiser
    {grazie} dio
    {grazie} a {te} (..) (..) {rotto}

    # In advance.
    {grazie} (..) , {anticipo}
    {grazie} (..) per (..) (..) {anticipo}
    {anticipo} , (vi|ti) {grazie}|{ringrazio}
    ({ti}) {ringrazio} (..) (..) {anticipo}
    ringraziandovi|ringraziandoti|ringraziando
    {grazie} (..) a|per {qualcuno}|qualsiasi|qualunque|ogni|eventuali|eventuale
    {grazie} (..) per l'eventuale
    {grazie} (..) per|dell' (..) darete|vorrete|potrete|daranno|arriveranno|arriverà|dare|saprete
    {grazie} (..) , spero|speriamo|confido (in|che|di|una)
    un {grazie} (..) a chi (mi|ci) aiuta|risponde|può|aiuterà|risponderà
    {grazie} (..) , attendo|aspetto|resto|rimango|in (in) (attesa|risposta|un|vostra|vostre|notizie)
    {grazie} (..) a (tutti) coloro|quelli|quanti che|chi
    {grazie} (..) a tutti|coloro|quelli|quanti (..) che|chi (mi) aiuteranno|risponderanno|potranno|vorranno|sapranno|aiuterà|risponderà|può|possono|potrà|vorrà|saprà|avrà
    {grazie} (..) a chi (mi|ci) risponde|aiuta|può
    {grazie} (..) , se {qualcuno}|mi|potete|puoi
    sarei|saremmo|sarò|saremo|sareste|saresti (..) grato|grata|grati|riconoscente|gentile|gentili|gentilissimi|gentilissimo|{eroe}
    ({ti}) ringrazierei|ringrazierò|ringrazieremo
    {ti} dovrei una
    salveresti|salvereste
    gradito|gradita|apprezzato|apprezzata|graditi
    non apprezzo

    # Speaking of thanks.
    {dire} (un|almeno|solo|neanche|mai|il|nemmeno) {grazie}
    come (..) {dire} (..) {grazie}
    come si ringrazia
    riconosce|conta|rileva|becca|prende|trova|legge|cattura|vede|capisce (..) (solo|anche|i|il|la|ogni|tutti|parola) {grazie}
    riconosce|rileva|conta {grazie}
    solo|anche|con {grazie} per|come
    {grazie} (anche|non) conta|contano|vale (come|un|uno)
    {grazie} si scrive|traduce|dice|vede
    quanti|nessun|dei|tuoi|miei {grazie}
    [c'è bisogno] , {grazie}
    (mi) hai salvato il|la|i file|numero|progetto|foto|contatto|password|partita
    {ti} devo una spiegazione|risposta|cosa|scusa
    [significa|vuol dire] (..) {grazie}
    gracias|danke|merci|thanks|thank|thx|arigato|obrigado (you) significa|vuol (dire) (..) ({grazie})
    per ringraziare
    ricordati|ricordatevi|ricordate|dimenticate|dimenticatevi (di) ringraziare
    nessuno (mai) ringrazia
    nessuno (mai) {dire} (mai) {grazie}
    ufficio|ministero {grazie}
    {grazie} in inglese|giapponese|francese|tedesco|spagnolo|russo|greco|portoghese|cinese|italiano|polacco
    {grazie} significa|vuol
    significa|parola {grazie}|ty
    il|un|la|i|del|parola|semplice|nemmeno|neanche|tasto|pulsante|comando|canale|ruolo|bottone|messaggio|pagina|delle|le|tre {grazie}
    un (semplice|piccolo) {grazie}
    {grazie} bot non|è
    ha|hanno|abbia|stato ringraziato|ringraziata
    ringrazia|ringraziami|ringraziate
    {ringrazio} il|la dio|cielo|signore
    {ringrazio} dio
    devi|dovresti|dovete|dovreste|puoi|bisogna|dimenticare|potresti (..) ringraziare|ringraziarlo|ringraziarla|ringraziarli
    se (..) vuoi|volete (..) {grazie}|ringraziare
    non {sei}
    scritta|testo|etichetta|frase|schermata {grazie}
    non voglio|cerco|chiedo|pretendo|aspetto (un|dei|i|il) {grazie}
    bel|bello|bella schifo|disastro|casino|schifezza , {grazie} (tante|mille)
    {grazie} (..) della|dell' (vostra|tua) comprensione|attenzione|collaborazione
    {grazie} (..) per|della (la|vostra|tua) pazienza|attesa , stiamo|ci|il|lo|la|i|siamo
  `,
};
