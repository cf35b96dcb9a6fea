// What servers call their channels, tags and roles, in many languages and however decorated: "🆘│help-desk" speaks of help.
import { fold } from '../language/tokens.rules.ts';

/** One line a language or a few; phrases are separated by commas, the more telling ones first. */
const NAMES = {
  help: `
    help, support, questions, question, help desk, helpdesk, q a, q and a, qna, assistance, troubleshooting, ask here
    aide, entraide, assistance
    ayuda, soporte, preguntas, dudas, consultas
    aiuto, supporto, domande, assistenza
    ajuda, suporte, perguntas, duvidas
    hilfe, fragen, unterstützung, hilfestellung
    hulp, vragen, ondersteuning
    pomoc, pytania, wsparcie, dotazy, podpora
    помощь, вопросы, поддержка, допомога, питання, підтримка
    βοήθεια, ερωτήσεις, απορίες, υποστήριξη, voithia, voitheia
    bantuan, pertanyaan, tanya jawab, tanya
    yardım, destek, sorular, soru
    hjälp, frågor, hjælp, spørgsmål, hjelp, spørsmål, apua, tuki, kysymykset
    ajutor, întrebări, suport, segítség, kérdések
    hỗ trợ, hỏi đáp, giúp đỡ
    質問, ヘルプ, 相談, サポート, 帮助, 幫助, 求助, 提问, 提問, 问答, 問答, 도움, 질문, 문의
    مساعدة, أسئلة, دعم, עזרה, שאלות, मदद, सहायता, ช่วยเหลือ, ถามตอบ`,
  news: `
    announcements, announcement, news, announce
    annonces, annonce, actualités, actus, nouvelles
    anuncios, anuncio, noticias, novedades, avisos
    annunci, novità, notizie
    novidades, notícias
    ankündigungen, ankündigung, neuigkeiten
    aankondigingen, mededelingen, nieuws
    ogłoszenia, aktualności, oznámení, novinky
    объявления, анонсы, новости, оголошення, новини
    ανακοινώσεις, νέα
    pengumuman, berita
    duyurular, duyuru, haberler
    nyheter, nyheder, tiedotteet, uutiset, anunțuri, noutăți, hírek
    thông báo, tin tức
    お知らせ, 告知, アナウンス, ニュース, 公告, 공지, 소식
    إعلانات, أخبار, הודעות, חדשות, घोषणा, ประกาศ`,
  solved: `
    solved, resolved, answered, fixed
    résolu, résolue, répondu
    resuelto, resuelta, solucionado, respondido
    risolto, risolta
    resolvido, resolvida, solucionada
    gelöst, erledigt, beantwortet
    opgelost, beantwoord
    rozwiązane, rozwiązany, vyřešeno
    решено, решён, решен, вирішено
    λύθηκε, λυμένο, απαντήθηκε
    selesai, terjawab
    çözüldü, løst, løyst, löst, ratkaistu, rezolvat, megoldva
    đã giải quyết
    解決済み, 解決, 已解决, 已解決, 해결
    تم الحل, محلول, נפתר, हल`,
  helper: `
    helper, helpers, community helper, community helpers
    aidant, aidante, aidants, ayudante, ayudantes, aiutante, aiutanti, ajudante, ajudantes
    helfer, helferin, hjälpare, hjælper, hjelper, auttaja, pomocnik, pomocnicy, помощник, помощники, помічник
    βοηθός, βοηθοί, penolong, yardımcı, yardımcılar, segítő, ajutor
    ヘルパー, 助手, 도우미, 헬퍼, مساعد, עוזר`,
  guide: `
    guide, guides, community guide, guía, guías, guia, guias, guida, gids, przewodnik, проводник, гид, οδηγός, pemandu
    rehber, opas, ガイド, 向导, 嚮導, 가이드`,
  expert: `
    expert, experts, community expert, experte, expertin, experten, experto, experta, expertos, esperto, esperta, esperti
    especialista, ekspert, эксперт, эксперты, експерт, ειδικός, ahli, pakar, uzman, asiantuntija, エキスパート, 专家, 專家, 전문가`,
  ambassador: `
    ambassador, ambassadors, community ambassador, ambassadeur, ambassadrice, ambassadeurs, embajador, embajadora, embajadores
    ambasciatore, ambasciatrice, embaixador, embaixadora, embaixadores, botschafter, botschafterin, ambasador
    амбассадор, посол, πρέσβης, duta, elçi, アンバサダー, 大使, 앰배서더`,
  staff: `
    moderator, moderators, mod, mods, staff, moderation, moderation team, mod team, support team
    modérateur, modératrice, modérateurs, modération, moderador, moderadora, moderadores, moderatore, moderatori
    moderatoren, moderatorin, moderatorzy, модератор, модераторы, συντονιστής, συντονιστές, moderatör, moderatörler
    モデレーター, 管理员, 管理員, 版主, 관리자, 운영진, مشرف, מנהל`,
} as const;

/** What a name can speak of. */
export type Topic = keyof typeof NAMES;

/** Who has one of these in a name means a place or a role of another sort: "mod-help", "support-logs", "helper-pings". */
const ELSEWHERE = {
  channel: `
    staff, mod, mods, moderator, moderators, moderation, admin, admins, team, internal, private, log, logs, archive
    archived, archives, archiv, archivo, arquivo, old, test, tests, testing, rules, faq, feedback, feed, tickets, transcripts
    us, day, daily, trivia, quiz, interview, jobs, hiring, solved, closed, answered, off topic, bans, appeals`,
  tag: 'not, non, no, nicht, pas, niet, nie, не, δεν, 未, 미, belum',
  role: 'ping, pings, bot, bots, former, ex, retired, trial, trainee, applicant, needs, looking, notify, notifications',
} as const;

/** The sort of thing that a name belongs to. */
export type Named = keyof typeof ELSEWHERE;

/** Written without spaces between words, so a word is looked for anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Letters in fancy shapes that Unicode does not see as letters: each alphabet by its first one, and small capitals. */
const FANCY_ALPHABETS = ['🇦', '🅐', '🅰'].map((first) => first.codePointAt(0) ?? 0);
const SMALL_CAPITALS = [...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ'];
const FANCY = /[🇦-🇿🅐-🅩🅰-🆉ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ]/gu;
const A = 'a'.charCodeAt(0);
const LETTERS = 26;

/** The words of a name, in plain letters: "🆘│𝐇elp-Désk" → help, desk. */
export function wordsOf(name: string): readonly string[] {
  return fold(name.replaceAll(FANCY, plainLetter)).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function plainLetter(fancy: string): string {
  const code = fancy.codePointAt(0) ?? 0;
  const first = FANCY_ALPHABETS.find((letter) => code >= letter && code < letter + LETTERS);
  return String.fromCharCode(A + (first === undefined ? SMALL_CAPITALS.indexOf(fancy) : code - first));
}

interface Phrase {
  /** As it stands among the words of a name: between spaces, unless its script has none. */
  readonly text: string;
  /** In words. */
  readonly length: number;
}

const phrasesOf = (lines: string): readonly Phrase[] =>
  lines.split(/[,\n]/).flatMap((phrase) => {
    const words = wordsOf(phrase);
    const text = words.join(' ');
    if (words.length === 0) return [];
    return [{ text: UNSPACED.test(text) ? text : ` ${text} `, length: words.length }];
  });

const PHRASES = new Map(Object.entries(NAMES).map(([topic, lines]) => [topic, phrasesOf(lines)]));
const OTHERS = new Map(Object.entries(ELSEWHERE).map(([named, lines]) => [named, phrasesOf(lines)]));

/**
 * How far a name is from naming just this: 0 is nothing else, each other word adds 1, and of equally near names the one
 * with the more telling word is nearer. Nothing when it does not speak of it, or of something else as well.
 */
export function distanceTo(topic: Topic, name: string, named: Named): number | undefined {
  const words = wordsOf(name);
  const read = ` ${words.join(' ')} `;
  const phrases = PHRASES.get(topic) ?? [];
  const near = phrases.flatMap(({ text, length }, place) =>
    read.includes(text) ? [words.length - length + place / phrases.length] : [],
  );
  if (near.length === 0 || OTHERS.get(named)?.some(({ text }) => read.includes(text))) return undefined;
  return Math.min(...near);
}
