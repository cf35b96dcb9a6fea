// How people say thank you in Italian, and how they use the same words without thanking.

import type { LanguageWords } from '../phrase-graph.rules.ts';

export const italian: LanguageWords = {
  language: 'it',
  sets: {
    grazie: `~grazie, grazzie, grz, grzie, graz, grasie, gracie, gazie, grazi, graziee, graziemille, graziemile, grassie`,
    ringrazio: `~ringrazio, ~ringraziamo, rigrazio`,
    tante: `molte, mille, tante, infinite, tantissime, moltissime, milioni di, migliaia di, 1000, cento, mila, duemila, un milione di`,
    te: `te, voi, lei, tutti, tutte, entrambi, @, ragazzi, tutti voi, voi tutti, lo staff, il team, la community`,
    ti: `ti, vi, la, le, te, ve, ti ci, vi ci`,
    tuo: `tuo, tua, tuoi, tue, vostro, vostra, vostri, vostre, suo, sua, suoi, sue`,
    molto: `molto, davvero, veramente, tanto, tantissimo, moltissimo, troppo, proprio, super, così, assai, infinitamente, immensamente, sinceramente, estremamente, sempre, tutti, un sacco,
      profondamente, di cuore, ancora, letteralmente, appena, eternamente, infinitamente, stra, un casino, un botto`,
    sei: `sei, siete, 6, sei stato, sei stata, siete stati, siete state, @ è, lei è, è stato, è stata`,
    grande: `grande, grandi, grandissimo, grandissima, genio, genia, geni, mito, miti, angelo, angeli, tesoro, tesori, santo, santa, salvatore, salvatrice, salvezza, eroe, eroi, leggenda, leggende,
      maestro, re, regina, mostro, mostri, idolo, amore, dio, numero uno, top, capo, campione, migliore, migliori, meglio, fenomeno, mago, bomba, king, goat, gentile, gentili, gentilissimo,
      gentilissima, gentilissimi, fantastico, fantastica, fantastici, mitico, mitica, mitici, eccezionale, eccezionali, incredibile, prezioso, preziosa, preziosissimo, preziosi,
      disponibilissimo, stupendo, adorabile, carino, carina, salvavita`,
    eroe: `mito, eroe, genio, santo, salvatore, angelo, leggenda, grandissimo, gentilissimo, gentilissima, gentilissimi, mitico, fenomeno, salvavita`,
    aiuto: `aiuto, risposta, risposte, consiglio, consigli, spiegazione, spiegazioni, info, informazione, informazioni, tempo, supporto, dritta, dritte, pazienza, disponibilità, suggerimento,
      suggerimenti, chiarimento, chiarimenti, link, soluzione, delucidazione, delucidazioni, gentilezza, mano, guida`,
    fatto: `risposta, risposte, spiegazione, spiegazioni, consiglio, consigli, dritta, dritte, info, informazione, informazioni, link, soluzione, suggerimento, suggerimenti, chiarimento, chiarimenti,
      delucidazione, delucidazioni, segnalazione, correzione, precisazione, disponibilità, velocità`,
    anticipo: `in anticipo, anticipatamente, anticipo, in anticpo, anticipate, in anticipio, in antcipo, sin d'ora, fin d'ora, già da ora`,
    dire: `dire, dico, dice, dici, dicono, detto, dica, dirgli, dirle, scrivere, scrive, scritto, ricevere, ricevuto, mandare, rispondere, sentire, dì, di', dille, digli, dille`,
    qualcuno: `qualcuno, qlcn, qualcun, chiunque, chi, qualcuna, qualche anima pia`,
    rotto: `rotto, cancellato, rovinato, distrutto, perso, bannato, incasinato, peggio, crashato, sparito`,
  },

  thanks: `
    {grazie}
    {grazie} a {te}
    {grazie} a .. per
    < {grazie} allo|al|alla (tutto) staff|team|community
    {tante} {grazie}
    grosso|enorme|sentito|immenso|gigantesco|super|doveroso|mega|gran {grazie}
    ({ti}) ({molto}) {ringrazio}
    volevo|voglio|vorrei|vogliamo|volevamo|desidero|passo|tengo|posso|devo (..) dire|dirti|dirvi (..) {grazie}
    volevo|voglio|vorrei|vogliamo|volevamo|desidero|tengo|devo (..) ringraziare|ringraziarti|ringraziarvi|ringraziarla
    la mia (..) gratitudine|riconoscenza
    i miei (..) ringraziamenti
    tanti|sentiti|sinceri|infiniti ringraziamenti
  `,

  thanksForDeed: `
    {grazie} (..) per la|il|l'|lo|le|i|gli|queste|questa|{tuo} (..) {fatto}
    {grazie} (..) per avermi|averci|aver|avere|avermelo|esserti|essere
    {grazie} , ora|adesso|così|ha|mi|tutto (..) funziona|funzionato|aiutato|va|risolto|chiaro
    {grazie} al|ai|alla|alle {tuo} (..) {aiuto}
    {grazie} a te|voi|@ (ho|sono|ora|adesso|funziona)
    {molto}|sono|siamo|{ti} (ne) (sono|siamo) ({molto}) grato|grata|grati|riconoscente|debitore|debitrice
    mi|ci|@ hai|avete|ha (..) salvato|salvata|salvati
    mi|ci salvi|salvate|salvasti (..) vita|giornata|culo|pelle|volta|serata|sempre|nottata
    salvato|salvata la|il (vita|giornata|culo|pelle|serata|progetto|tesi|esame|settimana)
    mi|ci hai|avete|ha ({molto}) ({molto}) aiutato|aiutata|illuminato|illuminata|tolto|sbloccato|sbloccata|risolto|svoltato
    {sei} ({molto}) (un|una|il|la|i|dei|mio|mia|l'|lo|gli|un'|mitico|vero|vera) (mio|mia|vero|vera|assoluto|autentico|fottuto|grande|più) {grande} >
    {sei} ({molto}) (un|una|il|la|i|dei|mio|mia|l'|un') (mio|vero|vera) {grande} fra|bro|raga|ragazzi|amico|zio|davvero|@
    un|il|mio|mia (vero|mio|mia) salvatore|salvatrice|eroe|salvezza|salvavita >
    < {eroe} >
    < che|un (vero) {eroe} >
    < grande|grandissimo|mitico|mito|santo|eroe|genio @|fra|bro
    molto|davvero|troppo|sempre gentile|gentili|gentilissimo >
    gentile|gentilissimo|gentilissima|carino da {tuo} parte
    gentile|gentilissimo|gentilissima|carino da parte
    ({ti}) devo (..) una|un|la (..) birra|caffè|vita|favore|pizza|cena|spritz
    ti|vi devo una
    {ti} sono debitore|debitrice
    ti|vi offro|offrirò (..) birra|caffè|pizza|spritz
    senza (di) {te} (..) non|sarei|mai|ero|avrei|saremmo
    senza il|i|la|le {tuo} (..) {aiuto}
    (come|cosa) farei (..) senza (di) {te}
    non so|saprei (..) come (..) ringraziarti|ringraziarvi|ringraziarla
    come posso ringraziarti|ringraziarvi|ringraziarla
    non (..) ringrazierò|ringrazio|ringraziarti|ringraziarvi (mai) abbastanza
    dio ti|vi benedica
    ti|vi adoro >
    santo subito
    mio eroe|salvatore
    la mia salvezza
    mi hai|avete svoltato|sistemato|salvato (..) giornata
  `,

  answered: `
    < ok|okay|ah|ahh|oh|perfetto|ottimo|capito|risolto|fantastico|bene|sì|eccellente|grandioso|edit|chiaro|funziona|fatto|trovato|top|d'accordo|va|aaa|certo|ora|adesso
    ho (..) capito|risolto|trovato|fatto
    ora|adesso|così (mi) funziona|va
    tutto chiaro|ok|posto|risolto
    (ci) provo|proverò
    era (proprio) quello|questo
    ha funzionato
  `,

  asking: `
    per favore|piacere|cortesia
    perfavore|pls|plis|cortesemente|gentilmente
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
    non (mi) funziona|va|riesco|capisco|so|trovo|parte
    bisogno|serve (di) aiuto|una
    cerco|cercavo
    una mano
    se {qualcuno}|potete|puoi|sapete
    fatemi|fammi sapere
    ditemi|dimmi
  `,

  notThanks: `
    # Refusals, and nobody needs to.
    no|nah , (no) ({tante}) {grazie}
    {grazie} , ma no
    {grazie} , sono a posto
    bene|posto , {grazie}
    non (..) serve|devi|dovete|occorre|bisogno (..) {grazie}|ringraziare|ringraziarmi
    non (..) ringraziare|ringraziarmi|ringraziatemi
    non (..) c'è (..) bisogno (..) ringraziare|ringraziarmi

    # Sarcasm, blame and causes.
    {grazie} (..) per niente|nulla
    {grazie} al cazzo|piffero|cielo
    {grazie} arcazzo|graziella|arca
    {grazie} (..) per aver|avermi|averci (..) {rotto}
    {grazie} (..) per lo|gli|il|i spoiler|spam|virus|bug|ban
    {grazie} , capitano|captain|microsoft|windows|sherlock|einstein
    {grazie} a
    {grazie} a dio|questo|questa|quello|un|una|quel|cui
    {grazie} al|allo|alla|ai|agli|alle|all
    {grazie} all'aggiornamento|all'update|all'errore
    {grazie} dio
    {grazie} a {te} (..) (..) {rotto}

    # In advance.
    {grazie} (..) , {anticipo}
    {grazie} (..) per (..) (..) {anticipo}
    {anticipo} , (vi|ti) {grazie}|{ringrazio}
    ({ti}) {ringrazio} (..) (..) {anticipo}
    ringraziandovi|ringraziandoti|ringraziando
    {grazie} (..) a|per {qualcuno}|qualsiasi|qualunque|ogni|eventuali
    {grazie} (..) a (tutti) coloro|quelli|quanti che|chi
    {grazie} (..) a tutti|coloro|quelli|quanti (..) che|chi (mi) aiuteranno|risponderanno|potranno|vorranno|sapranno|aiuterà|risponderà
    {grazie} (..) , se {qualcuno}|mi|potete|puoi
    sarei|saremmo|sarò|saremo|sareste|saresti (..) grato|grata|grati|riconoscente|gentile|gentili|gentilissimi|gentilissimo|{eroe}
    ({ti}) ringrazierei|ringrazierò
    salveresti|salvereste
    gradito|gradita|apprezzato|apprezzata|graditi

    # Speaking of thanks.
    {dire} (un|almeno|solo|neanche|mai|il|nemmeno) {grazie}
    come (..) {dire} (..) {grazie}
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
  `,
};
