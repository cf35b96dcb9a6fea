// Whom a thank-you names itself, by mention or by name, as opposed to people it only talks about.
import { type Clause, type Mention, wordSet, wordsOf } from './clauses.rules.ts';

/** "Thank you so much Anna for …": a name may stand this many words behind the words of thanks. */
const WORDS_TO_NAME = 3;
/** Shorter names are found in other words' places too often ("thanks al" – Al, or all?). */
const SHORTEST_NAME = 3;
/** Names get shortened ("thanks spangles" to spanglesontoast); fewer letters than this fit several people. */
const SHORTEST_NICKNAME = 4;

/** "Hey bob, …": a longer piece between commas says more than a name. */
const WORDS_IN_CALL = 2;
/** A Japanese name, which its title parts from what follows without a space. */
const TITLED_NAME = /^(.+?)(?:さん|くん|君|ちゃん|さま|様|氏|先生)/u;
/** What follows a person who is only talked about in Japanese: "に聞いてくれてありがとう"; but "のおかげ" thanks them. */
const TOLD_OF = /^(?:さん|くん|君|ちゃん|さま|様|氏|先生)?(?:に|を|が|へ|から|の(?!おかげ|お陰))/u;

/** Just before a mention these hand the matter on: "thanks, I'll ask @carl", "cc @mona". */
const HANDING_ON = wordSet(
  `ask asking ping pinging tag cc dm tell poke contact message
   demander demanderai demande preguntar preguntaré pregunto avisar aviso chiedere chiederò chiedo
   frag frage perguntar perguntarei pergunto vraag zapytam spytam спрошу tanya tanyakan ρωτήσω`,
);
/** The same behind the mention: "ich werde @carl fragen", "@carl fyi". */
const HANDING_ON_BEHIND = wordSet('fyi fragen vragen に聞いて に聞いてみます に聞きます');
/** How far from the mention such a word may stand ("je vais demander à @carl"). */
const WORDS_TO_HANDING_ON = 2;
/** Behind these the same words are things: "thanks for the ping @carl". */
const BEFORE_NOUN = wordSet('the a an your for this that any la ta une die deine eine');

/** What follows these is a thing and no person: "thanks for the update". */
const LEADS_TO_THING = wordSet(
  `the a an for your my his her their this that these with to in on of at about from by some any
   le la les un une des du de votre pour el los las una por tu il lo gli per die der das den ein eine für deine
   o os um uma pelo pela seu het een voor za`,
);
/** What ends a thank-you as a name might, and names nobody: what anybody is called, and what thanks are for. */
const NO_NAME = wordSet(
  `man guys guy mate mates dude all everyone everybody folks friend friends buddy bro bros sir team both you again
   anyway lot lots much now that this it help helping info tip tips link links hint hints fix reply answer answers time
   advice support update works worked tous todos tutti alle allen wszystkim всем semua amigo amigos`,
);

/**
 * Words that may stand between the words of thanks and whom they are said to: how much, and to whom else. Any other
 * word opens something that is thanked for ("thanks for asking @carl", "danke dass du @carl gefragt hast").
 */
const BESIDE_THANKS = wordSet(
  `and & + plus also too as well to so very much lots a lot bunch ton tons million again really both all everyone guys
   folks you u ya man mate dude buddy
   et aussi également à au beaucoup bien encore infiniment énormément toi vous tous deux
   und auch an sehr vielmals nochmal nochmals dir euch beiden allen
   y e también mucho muchísimo nuevo de ti ustedes vosotros
   anche mille tante ancora davvero te voi ad
   também muito mesmo novo você vocês ao
   en ook aan wel je jullie allebei nogmaals
   i oraz też także bardzo serdecznie ci wam jeszcze raz
   и также тоже очень большое огромное тебе вам ещё раз
   και επίσης πολύ πάρα πάλι σε σας εσένα εσάς στον στην
   dan juga banyak sekali ya kepada untukmu kak mas bang
   さん 様 くん ちゃん と も に`,
);
const AND = wordSet('and & + et und y e i oraz и και dan en と');

/** The names people go by, by member id: as they are written, or as {@link callNames} folds them. */
export type Names = ReadonlyMap<string, readonly string[]>;

/** The people whom the words of thanks call by mention, in order: "thanks @a and @b", "@a, thanks". */
export function calledInThanks(clauses: readonly Clause[]): string[] {
  return distinct(clauses.flatMap((clause, at) => (callsInThanks(clauses, at) ? thankedIn(clause) : [])));
}

/**
 * Of these, those to whom the thanks are plainly said: right beside the words of thanks, at most with words between
 * that say how much or to whom else. Where an answer is thanked for, anybody else mentioned may only be talked about.
 */
export function calledBeside(clauses: readonly Clause[]): string[] {
  return distinct(
    clauses.flatMap((clause, at) =>
      callsInThanks(clauses, at) ? thankedIn(clause, (mention) => isSaidTo(mention, clause)) : [],
    ),
  );
}

/**
 * The people whom a thank-you mentions elsewhere than in its words of thanks: those the message opens with
 * ("@a that worked. Thanks!"), else those it speaks of ("the fix from @a did it, thanks"), in order.
 * Left out are people asked for something or whom the matter is handed to: "thanks! @mona can you close this?",
 * "thanks, I'll ask @carl".
 */
export function mentionedBesides(clauses: readonly Clause[]): string[] {
  const opening = openedWith(clauses);
  const telling = clauses.filter((clause) => !clause.asks && !clause.requests);
  return distinct(opening.length > 0 ? opening : telling.flatMap((clause) => thankedIn(clause)));
}

/**
 * The people whom a thank-you calls by name instead of a mention ("thanks bob", "Pete, that was it. Thanks"), several
 * only where their names are joined ("thanks Bob and Carol"); nobody if a name fits several people. A name counts
 * where one is said: in a word or two before or after a comma, next to the words of thanks, or at the end of their
 * clause. Full names, their parts and longer beginnings fit.
 */
export function calledByName(clauses: readonly Clause[], names: Names): string[] {
  if (names.size === 0) return [];
  const called = new Map([...names].map(([id, own]) => [id, callNames(own)]));
  const thankful = new Set(clauses.filter((clause) => clause.thanks).map((clause) => clause.sentence));
  const people = clauses
    .flatMap((clause, at) => nameable(clause, at === 0 || thankful.has(clause.sentence)))
    .map((word) => personNamed(word, called))
    .filter((id) => id !== undefined);
  const each = distinct(people);
  return each.length <= 1 || areJoined(each, clauses, called) ? each : [];
}

/** Whether nothing but "and" stands between the names of these people. */
function areJoined(people: readonly string[], clauses: readonly Clause[], names: Names): boolean {
  const words = clauses.flatMap((clause) => clause.words);
  const isOne = (word: string) => people.includes(personNamed(word, names) ?? '');
  const between = words.slice(words.findIndex(isOne), words.findLastIndex(isOne) + 1);
  return between.every((word) => AND.has(word) || isOne(word));
}

/** Whether the mentions of this clause are who the thanks are said to. */
function callsInThanks(clauses: readonly Clause[], at: number): boolean {
  const clause = clauses[at];
  if (clause === undefined || clause.mentions.length === 0) return false;
  if (!clause.callsOnly) return clause.thanks !== undefined;
  // "@a," alone belongs to what stands next to it, within its sentence if that says anything.
  const saying = clauses.filter((other) => !other.callsOnly);
  const inSentence = saying.some((other) => other.sentence === clause.sentence);
  const neighbours = [
    clauses.slice(0, at).findLast((other) => !other.callsOnly),
    clauses.slice(at + 1).find((other) => !other.callsOnly),
  ];
  return neighbours.some((other) => other?.thanks && (!inSentence || other.sentence === clause.sentence));
}

/** The mentions before the first word of a message: it is said to them, whatever it says. */
function openedWith(clauses: readonly Clause[]): string[] {
  const saying = clauses.findIndex((clause) => !clause.callsOnly);
  const opening = saying < 0 ? clauses : clauses.slice(0, saying + 1);
  return opening.flatMap(({ mentions }) =>
    mentions.filter(({ before }) => before.length === 0).map(({ id }) => id),
  );
}

function thankedIn(clause: Clause, which: (mention: Mention) => boolean = () => true): string[] {
  return clause.mentions.filter((mention) => !isHandedOn(mention) && which(mention)).map(({ id }) => id);
}

/** Whether a mention stands beside its clause's words of thanks, before or behind them. */
function isSaidTo({ before, after }: Mention, { words, thanks, callsOnly }: Clause): boolean {
  if (callsOnly || thanks === undefined) return callsOnly;
  const behind = placeOf(thanks, before);
  if (behind >= 0) return isCalledBehind(thanks, before.slice(behind + thanks.length));
  const ahead = placeOf(thanks, after);
  if (ahead >= 0) return leadsToPerson(after.slice(0, ahead));
  // Within the words of thanks ("you @carl saved my day"), or where words have no blanks between.
  if (placeOf(thanks, [...before, ...after]) >= 0) return true;
  return placeOf(thanks, words) < 0 && !TOLD_OF.test(after[0] ?? '');
}

/** "thanks for the fix @carl" calls Carl; "thanks for helping @carl" and "thanks for the link to @carl" tell of him. */
function isCalledBehind(thanks: readonly string[], between: readonly string[]): boolean {
  return thanks.includes('for') ? between.length === 0 && thanks.at(-2) !== 'for' : leadsToPerson(between);
}

/** "so much", "you and", "Bob and": one word that we do not know may be the name of somebody else. */
function leadsToPerson(between: readonly string[]): boolean {
  const [last = ''] = between.slice(-1);
  const unknown = between.filter((word) => !BESIDE_THANKS.has(word));
  const isName = unknown.length === 1 && AND.has(last) && !unknown.some((word) => LEADS_TO_THING.has(word));
  return unknown.length === 0 || isName;
}

/** Where these words stand among others in the same order without a gap; -1 if they do not. */
function placeOf(words: readonly string[], among: readonly string[]): number {
  return among.findIndex((_, at) => words.every((word, offset) => among[at + offset] === word));
}

/** "I'll ask @carl", but not "thanks for the ping @carl", where the same word is a thing. */
function isHandedOn({ before, after }: Mention): boolean {
  const near = before.slice(-WORDS_TO_HANDING_ON - 1);
  return (
    near.some((word, at) => HANDING_ON.has(word) && !BEFORE_NOUN.has(near[at - 1] ?? '')) ||
    after.slice(0, WORDS_TO_HANDING_ON).some((word) => HANDING_ON_BEHIND.has(word))
  );
}

/** The words of a clause that stand where a name is said; `near` that it opens the message or is beside thanks. */
function nameable({ words, thanks }: Clause, near: boolean): string[] {
  const names = words.filter((word) => !AND.has(word));
  if (thanks === undefined) return near && names.length <= WORDS_IN_CALL ? names : [];
  const start = placeOf(thanks, words);
  const end = start < 0 ? words.length : start + thanks.length;
  const behind = words.slice(end, end + WORDS_TO_NAME);
  const thing = behind.findIndex((word) => LEADS_TO_THING.has(word));
  return [
    ...(start <= WORDS_IN_CALL ? words.slice(Math.max(start - 1, 0), start) : []),
    ...(thing < 0 ? behind : behind.slice(0, thing)),
    ...(LEADS_TO_THING.has(words.at(-2) ?? '') ? [] : words.slice(-1)),
  ];
}

/** Whom a folded word names: the one person who has that name, or else one that starts so. */
function personNamed(word: string, names: Names): string | undefined {
  const titled = TITLED_NAME.exec(word)?.[1];
  const called = titled ?? word;
  if (NO_NAME.has(called) || (titled === undefined && called.length < SHORTEST_NAME)) return undefined;
  const exact = whoFits(names, (name) => name === called);
  if (exact.length > 0 || called.length < SHORTEST_NICKNAME) return exact.length === 1 ? exact[0] : undefined;
  const shortened = whoFits(names, (name) => name.startsWith(called));
  return shortened.length === 1 ? shortened[0] : undefined;
}

function whoFits(names: Names, fits: (name: string) => boolean): string[] {
  return [...names].filter(([, own]) => own.some(fits)).map(([id]) => id);
}

/** What somebody with these names is called, folded: each word of them, also without figures at its end ("bob2"). */
export function callNames(fullNames: readonly string[]): string[] {
  const words = fullNames.flatMap(wordsOf);
  return distinct(words.flatMap((word) => [word, word.replace(/\d+$/, '')])).filter((word) => word !== '');
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
