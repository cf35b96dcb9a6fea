// Whether a message says that it works now or still does not: a table of cases a language, and that reading is quick.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStanding, isNoHelp } from '../../../src/features/questions/solved-words.rules.ts';

interface Cases {
  solved: readonly string[];
  stillBroken: readonly string[];
  neither: readonly string[];
}

const CASES: Readonly<Record<string, Cases>> = {
  English: {
    solved: [
      'solved',
      'Solved!',
      'that worked',
      'that worked, thanks!',
      'fixed it now',
      'it works now',
      'perfect, works like a charm',
      'got it working, cheers',
      'I fixed it by restarting',
      'that was the problem, thank you',
      'the issue is fixed now',
      'The error is gone',
      'it resolved my issue',
      'works',
      'that did the trick',
      'nice, that did it',
      'my problem has been solved',
      'issue resolved',
      'ok that works',
      'it worked for me',
      'all good now',
      'solved by upgrading to 14',
      "it's working now",
      'now it works',
      'no more errors, thank you!',
      'bingo',
      "didn't work at first, but after a restart it works now",
      'rolling back to the old driver fixed everything',
      'that fixed my problem',
      'can confirm it works',
      'you can close this',
      'everything is fine again',
      'yay, it finally starts',
      'switching the port did it',
    ],
    stillBroken: [
      "didn't work",
      "that didn't work",
      'still broken',
      'not solved yet',
      "it's still not working",
      'still getting the same error',
      'nope',
      'nothing changed',
      "it's not fixed",
      "it still doesn't work",
      "unfortunately that didn't help",
      "doesn't seem to work",
      "I can't get it to work",
      'this has not been solved',
      'Not working',
      'that fixed it but now I get another error',
      'works on Linux, but not on Windows',
      'that works, the problem is that it is slow',
      'same thing still happens',
      'it freezes again',
      'still nothing',
    ],
    neither: [
      'has anyone solved this?',
      'hope that works',
      'does it work now?',
      'should be fixed in 2.0',
      'it used to work',
      'worked yesterday',
      'working on it',
      'is the error gone?',
      'let me know if it works',
      "if it works I'll tell you",
      'how did you get that working?',
      'position: fixed',
      '> solved',
      '`solved`',
      "thanks, I'll try that",
      'thanks, but that is not what I meant',
      'I solved it myself',
      'never mind, it was a typo',
      'yeah it works for some of them',
      'great, it works 🙄',
      "I don't understand why it doesn't work",
      'the promise is resolved with a string',
      'I just want this fixed',
      'could you close this?',
      'all is fine until I restart',
    ],
  },
  German: {
    solved: [
      'gelöst',
      'jetzt funktioniert es, danke',
      'das hat geholfen',
      'funktioniert',
      'läuft wieder!',
      'Problem gelöst, es war der Proxy',
      'ja läuft',
      'jetzt startet es wieder',
      'bin wieder drin',
    ],
    stillBroken: [
      'funktioniert leider nicht',
      'geht immer noch nicht',
      'immer noch derselbe Fehler',
      'hat nicht geholfen',
      'noch nicht gelöst',
      'gleiche meldung',
      'so auch nicht',
      'stürzt immer noch ab',
      'hilft leider nicht',
    ],
    neither: [
      'wenn es funktioniert, sage ich Bescheid',
      'funktioniert das bei euch?',
      'es geht um den Server',
      'ich probiere das mal aus',
      'danke, aber das kenne ich schon',
      'startet es jetzt?',
    ],
  },
  French: {
    solved: [
      'résolu',
      'ça marche maintenant, merci',
      "c'est réglé",
      'ça a marché !',
      'problème résolu',
      'ok ça tourne comme prévu',
      'enfin ça démarre',
      'corrigé en changeant le port',
      "plus d'erreur",
    ],
    stillBroken: [
      'ça ne marche pas',
      'ça marche toujours pas',
      'toujours la même erreur',
      "ça n'a pas marché",
      'ça plante toujours',
      'pas mieux',
      'rien ne change',
    ],
    neither: [
      'si ça marche je te dis',
      'est-ce que ça marche ?',
      'comment ça marche',
      'je vais essayer',
      'je te paye un verre',
      "merci, mais ce n'est pas ma question",
      'ça démarre quand même chez vous ?',
      "j'ai trouvé ton message",
    ],
  },
  Spanish: {
    solved: [
      'solucionado',
      'ya funciona, gracias',
      'eso lo resolvió',
      'ahora sí funciona',
      'problema resuelto',
      'ahora sí compila',
      'resuelto borrando la caché',
      'por fin arrancó',
    ],
    stillBroken: [
      'no funciona',
      'sigue sin funcionar',
      'todavía me da el mismo error',
      'no funcionó',
      'gracias pero no era eso',
      'sigue sin cargar',
      'así tampoco',
      'no hubo forma',
    ],
    neither: [
      'si funciona te aviso',
      '¿funciona en windows?',
      'voy a probar',
      'gracias, pero no es lo que busco',
      '¿ya compila?',
    ],
  },
  Italian: {
    solved: [
      'risolto',
      'ora funziona, grazie',
      'ha funzionato',
      'problema risolto',
      'funziona tutto perfettamente',
      'adesso si avvia',
      'risolto cambiando porta',
    ],
    stillBroken: [
      'non funziona',
      'non funziona ancora',
      'stesso errore',
      'non ha funzionato',
      'no, non era quello',
      'non cambia niente',
      'neanche così',
      'si blocca sempre',
    ],
    neither: ['se funziona ti dico', 'come va?', 'provo subito', 'grazie lo stesso', 'è corretto così?'],
  },
  Portuguese: {
    solved: [
      'resolvido',
      'funcionou, obrigado',
      'agora deu certo',
      'isso resolveu',
      'problema resolvido',
      'já está a funcionar',
      'parou de travar',
      'agora está rodando',
      'agora foi',
    ],
    stillBroken: [
      'não funcionou',
      'ainda não funciona',
      'continua com o mesmo erro',
      'não deu certo',
      'ainda cai',
      'assim também não',
    ],
    neither: [
      'se funcionar eu aviso',
      'será que funciona?',
      'vou testar',
      'obrigado mesmo assim',
      'deu um erro',
      'agora foi o servidor',
    ],
  },
  Dutch: {
    solved: [
      'opgelost',
      'het werkt nu, bedankt',
      'dat heeft geholpen',
      'het is gelukt',
      'probleem opgelost',
      'hij doet het weer',
      'nu start hij weer',
      'alles goed nu',
    ],
    stillBroken: [
      'het werkt niet',
      'werkt nog steeds niet',
      'nog steeds dezelfde fout',
      'dat hielp niet',
      'zo ook niet',
      'hangt nog steeds',
      'maakt niets uit',
    ],
    neither: [
      'als het werkt laat ik het weten',
      'werkt dat ook op linux?',
      'ik ga het proberen',
      'toch bedankt',
      'doet hij het weer?',
    ],
  },
  Polish: {
    solved: [
      'rozwiązane',
      'działa, dzięki',
      'teraz już działa',
      'pomogło',
      'problem rozwiązany',
      'ok startuje',
      'pomógł restart',
      'samo się naprawiło',
    ],
    stillBroken: [
      'nie działa',
      'nadal nie działa',
      'wciąż ten sam błąd',
      'nie pomogło',
      'tak też nie',
      'nic mi nie pomogło',
      'wciąż się zawiesza',
      'nie chce wstać',
    ],
    neither: [
      'jeśli zadziała, dam znać',
      'czy to działa?',
      'zaraz sprawdzę',
      'dzięki za nic',
      'czy już startuje?',
    ],
  },
  Russian: {
    solved: [
      'решено',
      'заработало, спасибо',
      'теперь всё работает',
      'помогло',
      'проблема решена',
      'дело было в прокси',
      'теперь всё норм',
      'решил переустановкой',
    ],
    stillBroken: [
      'не работает',
      'всё равно не работает',
      'та же ошибка',
      'не помогло',
      'так тоже никак',
      'всё так же',
      'всё ещё виснет',
    ],
    neither: [
      'если заработает, напишу',
      'это работает?',
      'сейчас попробую',
      'всё равно спасибо',
      'решил подождать',
    ],
  },
  Greek: {
    solved: [
      'λύθηκε',
      'τώρα δουλεύει, ευχαριστώ',
      'δούλεψε',
      'το πρόβλημα λύθηκε',
      'όλα καλά τώρα',
      'ola komple',
      'τώρα ανοίγει κανονικά',
      'συνδέθηκε επιτέλους',
    ],
    stillBroken: [
      'δεν δουλεύει',
      'ακόμα δεν δουλεύει',
      'το ίδιο λάθος',
      'δεν δούλεψε',
      'pali den paizei',
      'ούτε έτσι',
      'κολλάει πάλι',
    ],
    neither: ['αν δουλέψει θα σου πω', 'δουλεύει;', 'θα το δοκιμάσω', 'διορθώθηκε το bug;'],
  },
  Indonesian: {
    solved: [
      'sudah berhasil, makasih',
      'sekarang sudah bisa',
      'solved',
      'masalah teratasi',
      'akhirnya jalan',
      'akhirnya work',
      'sip nyala',
      'udah gak error',
    ],
    stillBroken: ['masih error', 'tetap tidak bisa', 'belum berhasil', 'gak jalan', 'masih loading'],
    neither: [
      'kalau berhasil saya kabari',
      'apakah bisa?',
      'saya coba dulu',
      'bisa tolong bantu',
      'tadi pagi bisa',
      'saya bisa bahasa inggris',
    ],
  },
  Japanese: {
    solved: [
      '解決しました',
      '直りました！ありがとうございます',
      'できました',
      '動いた！',
      'うまくいきました',
      'もう大丈夫です',
      '再起動したら直りました',
    ],
    stillBroken: ['動きません', 'まだ動かない', '直りませんでした', 'だめでした', 'まだ固まる', 'これもだめ'],
    neither: ['できましたか？', '動いたら教えます', '試してみます', '解決策はありますか', '直ったら教えます'],
  },
};

describe.each(Object.entries(CASES))('%s', (_, { solved, stillBroken, neither }) => {
  it.each(solved)('solved: %s', (message) => expect(findStanding(message)).toBe('solved'));
  it.each(stillBroken)('still broken: %s', (message) => expect(findStanding(message)).toBe('stillBroken'));
  it.each(neither)('neither: %s', (message) =>
    expect(['solved', 'stillBroken']).not.toContain(findStanding(message)),
  );
});

describe('how the matter stands', () => {
  it.each([
    ["thanks, I'll try that", 'pending'],
    ['thanks anyway', 'pending'],
    ['let me check', 'pending'],
    ['I solved it myself', 'alone'],
    ['never mind, it was a typo', 'alone'],
    ['thanks, found it', 'alone'],
    ['thank you so much', undefined],
    ["I'll try that. Edit: it works now", 'solved'],
    ['found it, but it is still broken', 'stillBroken'],
  ])('%s', (message, standing) => expect(findStanding(message)).toBe(standing));

  it('is not read out of the middle of a long report', () => {
    const report = 'word '.repeat(40);
    expect(findStanding(`${report} it works now ${report}`)).toBeUndefined();
    expect(findStanding(`It works now. ${report}`)).toBe('solved');
  });
});

describe('no help by itself', () => {
  it.each([
    "you're welcome",
    'glad it worked',
    'no problem',
    'I have no idea',
    'let me check',
    'de rien',
    'gern geschehen',
  ])('%s', (message) => expect(isNoHelp(message)).toBe(true));
  it.each([
    'use flatMap there',
    'clear the cache, then restart',
    'the problem is your proxy, no idea why it is set: take it out and restart',
  ])('but: %s', (message) => expect(isNoHelp(message)).toBe(false));
});

const LONGEST_MESSAGE = 4_000;
const MOST_MILLISECONDS = 5;

describe('reading', () => {
  it('never throws, whatever is written', () => {
    const words = fc.constantFrom(
      'it',
      'works',
      'not',
      'if',
      'solved',
      '?',
      '.',
      'jetzt',
      'ça marche',
      '解決',
      '<@1>',
      '`',
      '> ',
    );
    const messages = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(messages, (content) =>
        [undefined, 'solved', 'stillBroken', 'pending', 'alone'].includes(findStanding(content)),
      ),
    );
  });

  it.each([
    'it works ',
    'it now just finally works ',
    'if ',
    'thanks but ',
    'still the same error ',
    'solved. ',
    'it works? ',
    '解決し',
    'ça ne marche pas ',
    '`',
    '> ',
    'a',
    '?',
  ])('reads %j over and over in a few milliseconds', (part) => {
    const content = part.repeat(Math.ceil(LONGEST_MESSAGE / part.length)).slice(0, LONGEST_MESSAGE);
    expect(quickestOf(25, () => findStanding(content))).toBeLessThan(MOST_MILLISECONDS);
  });
});

/** The best of several runs in milliseconds: what the work costs when nobody else uses the machine. */
function quickestOf(runs: number, work: () => unknown): number {
  let quickest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    work();
    quickest = Math.min(quickest, performance.now() - start);
  }
  return quickest;
}
