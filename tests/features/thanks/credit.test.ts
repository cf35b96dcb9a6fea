// Tables of cases for whom a thank-you is for, and what must hold whatever is said.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ANSWER_FRESH_MS,
  findReceivers,
  MOST_RECEIVERS,
  readTurn,
  TURNS_READ,
  type Turn,
  type Why,
} from '../../../src/features/thanks/credit.rules.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 2, 14, 12);
const PEOPLE = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'helperbot'];

/** A Discord id for each of the people above, so that cases can speak of them by name. */
const idOf = (name: string) => `10000000000000000${PEOPLE.indexOf(name)}`;
const nameOf = (id: string) => PEOPLE.find((name) => idOf(name) === id) ?? id;
/** "@bob" as Discord writes it. */
const discord = (text: string) =>
  text.replace(/@(\w+)/g, (at, name) => (PEOPLE.includes(name) ? `<@${idOf(name)}>` : at));
const mentionsIn = (text: string) => [...text.matchAll(/<@(\d+)>/g)].map(([, id = '']) => id);

/** A line said before: "bob: text" or "bob > alice: text" for a reply, with the minutes before the thanks. */
type Said = string | [line: string, minutesAgo: number];

function turnsOf(lines: readonly Said[]): Turn[] {
  return lines.map((said, index) => {
    const [line, minutesAgo] = typeof said === 'string' ? [said, 1] : said;
    const [, author = '', repliedTo, text = ''] = /^(\w+)(?: > (\w+))?: (.*)$/.exec(line) ?? [];
    const content = discord(text);
    return readTurn({
      authorId: idOf(author),
      messageId: `message ${index}`,
      at: NOW - minutesAgo * MINUTE,
      content,
      mentions: mentionsIn(content),
      repliedToAuthorId: repliedTo === undefined ? undefined : idOf(repliedTo),
      isBot: author === 'helperbot',
    });
  });
}

interface Case {
  /** What alice says. */
  says: string;
  /** Whose message she replies to. */
  replyingTo?: string;
  before?: readonly Said[];
  /** In a thread: who opened it, then who else wrote in it. */
  thread?: readonly [owner: string, ...others: string[]];
  names?: Record<string, string[]>;
  /** Who is credited, and how that is known; none by default. */
  for?: readonly string[];
  why?: Why;
  because?: string;
}

function credit({ says, replyingTo, before = [], thread, names = {} }: Case) {
  const content = discord(says);
  const { receivers } = findReceivers(
    {
      authorId: idOf('alice'),
      at: NOW,
      content,
      mentions: mentionsIn(content),
      repliedTo:
        replyingTo === undefined ? undefined : { authorId: idOf(replyingTo), messageId: 'the answer' },
      thread: thread && { ownerId: idOf(thread[0]), participantIds: thread.map(idOf) },
      botIds: [idOf('helperbot')],
    },
    turnsOf(before),
    new Map(Object.entries(names).map(([name, called]) => [idOf(name), called])),
  );
  return receivers;
}

function check(cases: readonly Case[]): void {
  test.each(cases.map((each) => [title(each), each] as const))('%s', (_, each) => {
    const receivers = credit(each);
    expect(receivers.map(({ memberId }) => nameOf(memberId))).toEqual(each.for ?? []);
    if (each.why !== undefined) expect(receivers[0]?.why).toBe(each.why);
  });
}

function title({ says, replyingTo, before = [], for: people = [], because }: Case): string {
  const talk = before.map((said) => (typeof said === 'string' ? said : said[0])).slice(-2);
  const reply = replyingTo === undefined ? '' : ` (to ${replyingTo})`;
  return `${[...talk, `alice${reply}: ${says}`].join(' | ')} → ${people.join(', ') || 'nobody'}${because ? `: ${because}` : ''}`;
}

describe('a reply is for the author replied to', () => {
  check([
    { says: 'thanks', replyingTo: 'bob', for: ['bob'], why: 'reply' },
    { says: 'thanks', replyingTo: 'bob', before: ['carol > alice: try this'], for: ['bob'], why: 'reply' },
    { says: 'thanks @bob', replyingTo: 'bob', for: ['bob'], because: 'once' },
    { says: 'thanks @bob and @carol', replyingTo: 'bob', for: ['bob', 'carol'] },
    { says: 'thanks! @carol too', replyingTo: 'bob', for: ['bob', 'carol'] },
    { says: 'thanks @carol', replyingTo: 'bob', for: ['bob', 'carol'], because: 'both are shown' },
    { says: 'thanks! @carol can you close this?', replyingTo: 'bob', for: ['bob'] },
    { says: "thanks, I'll ask @carl and @carol", replyingTo: 'bob', for: ['bob'] },
    { says: 'thanks. @carol this is what I meant', replyingTo: 'bob', for: ['bob'] },
    { says: 'thanks Bob and @carol', replyingTo: 'bob', for: ['bob', 'carol'] },
    { says: 'thanks so much to you and @carol!', replyingTo: 'bob', for: ['bob', 'carol'] },
    { says: 'big thanks also to @carol', replyingTo: 'bob', for: ['bob', 'carol'] },
    { says: '@carol thanks', replyingTo: 'bob', for: ['bob', 'carol'] },
    { says: 'thanks, @carol!', replyingTo: 'bob', for: ['bob', 'carol'] },
    { says: 'thanks for the fix @carol', replyingTo: 'bob', for: ['bob', 'carol'] },
    { says: '@carol you saved my day', replyingTo: 'bob', for: ['bob', 'carol'] },
    { says: 'danke euch beiden, @carol', replyingTo: 'bob', for: ['bob', 'carol'] },
    { says: 'merci beaucoup à toi et @carol', replyingTo: 'bob', for: ['bob', 'carol'] },
    { says: '@carolさんありがとうございます', replyingTo: 'bob', for: ['bob', 'carol'] },
    { says: 'thanks @carol for asking @dave', replyingTo: 'bob', for: ['bob', 'carol'] },
    ...[
      'thanks for asking @carol',
      'thanks for helping @carol',
      'thanks for letting @carol know',
      'thanks for reaching out to @carol',
      'thanks for the link to @carol',
      'thanks for showing me what @carol wrote',
      'thanks but @carol told me otherwise',
      'thanks, ask @carol',
      'ask @carol, thanks',
      'thanks, @carol was right',
      'danke fürs Fragen @carol',
      'danke dass du @carol gefragt hast',
      'merci d’avoir demandé à @carol',
      'gracias por avisar a @carol',
      'grazie per aver chiesto a @carol',
      'bedankt dat je @carol vroeg',
      'dzięki za pytanie @carol',
      'спасибо что спросил @carol',
    ].map((says) => ({ says, replyingTo: 'bob', for: ['bob'], because: 'carol is only talked about' })),
    { says: 'thanks', replyingTo: 'alice', because: 'nobody thanks themselves' },
    { says: 'please send the logs, thanks', replyingTo: 'bob', because: 'it only closes a request' },
    {
      says: 'could you send me the whole log? thanks!',
      replyingTo: 'bob',
      because: 'it only closes a request',
    },
    { says: 'μπορείτε να το ελέγξετε; ευχαριστώ', replyingTo: 'bob', because: 'it only closes a request' },
    {
      says: 'so it was the driver all along? thanks',
      replyingTo: 'bob',
      for: ['bob'],
      because: 'it wonders at the answer',
    },
    {
      says: 'thanks, could you also send the log?',
      replyingTo: 'bob',
      for: ['bob'],
      because: 'the request comes after',
    },
    { says: 'does it need a restart? it works now, thanks', replyingTo: 'bob', for: ['bob'] },
    {
      says: 'can you look at the other one too? thanks again for the fix',
      replyingTo: 'bob',
      for: ['bob'],
    },
    {
      says: 'thanks',
      replyingTo: 'alice',
      before: ['bob > alice: try this'],
      for: ['bob'],
      why: 'addressed',
    },
    { says: 'that was it, thanks @bob', replyingTo: 'alice', for: ['bob'], why: 'mention' },
    {
      says: 'thanks',
      replyingTo: 'helperbot',
      before: ['bob > alice: try this'],
      because: 'the thanks are for the bot',
    },
    { says: 'thanks @bob', replyingTo: 'helperbot', for: ['bob'] },
  ]);
});

describe('else for the people mentioned', () => {
  check([
    { says: 'thanks @bob', for: ['bob'], why: 'mention' },
    { says: 'thank you so much @bob', for: ['bob'] },
    { says: '@bob thanks!', for: ['bob'] },
    { says: '@bob: thanks!', for: ['bob'] },
    { says: '@bob, @carol thanks, that was it', for: ['bob', 'carol'] },
    { says: 'thanks @bob, @carol and @dave!', for: ['bob', 'carol', 'dave'] },
    { says: 'thanks! @bob @carol', for: ['bob', 'carol'] },
    { says: '@bob! Thanks', for: ['bob'] },
    { says: 'thanks a lot for the quick fix @bob', for: ['bob'] },
    { says: '@bob that worked. Thanks!', for: ['bob'], because: 'the message is said to bob' },
    { says: '@bob, @carol: it works now! thanks', for: ['bob', 'carol'] },
    { says: 'the fix from @bob did it, thanks', for: ['bob'] },
    { says: 'I asked @bob and he solved it; thanks!', for: ['bob'] },
    { says: 'thanks for the ping @bob', for: ['bob'], because: 'this ping is a thing' },
    { says: 'thanks @bob, could @carol look too?', for: ['bob'] },
    { says: '@carol can you close this? thanks @bob', for: ['bob'] },
    { says: '@bob thanks, @carol try that again', for: ['bob'] },
    { says: '@alice thanks', because: 'nobody thanks themselves' },
    { says: 'thanks @alice and @bob', for: ['bob'] },
    { says: 'thanks @helperbot', before: ['bob > alice: try this'], because: 'the thanks are for the bot' },
    { says: 'thanks @helperbot and @bob', for: ['bob'] },
    { says: '> thanks @carol\nthanks @bob', for: ['bob'], because: 'a quote is not said by alice' },
    {
      says: 'thanks @bob @carol @dave @erin @frank @grace',
      for: ['bob', 'carol', 'dave', 'erin', 'frank'],
      because: 'at most five',
    },
  ]);
});

describe('not for people who are only talked to or about', () => {
  const before = ['bob > alice: try this'];
  check([
    { says: 'thanks! @carol can you close this?', before, for: ['bob'], why: 'addressed' },
    { says: 'thanks! @carol, can you close this?', before, for: ['bob'] },
    { says: 'thanks! @carol please close this', before, for: ['bob'] },
    { says: "thanks, I'll ask @carol", before, for: ['bob'] },
    { says: "thanks, I'll ask @carol and @dave", before, for: ['bob'] },
    { says: 'thanks! cc @carol', before, for: ['bob'] },
    { says: 'thanks, will try. @carol fyi', before, for: ['bob'] },
    { says: 'that helps, thanks! let me ping @carol', before, for: ['bob'] },
    { says: 'thanks! @carol can you close this?', because: 'nobody else spoke' },
  ]);
});

describe('else for the one called by name', () => {
  const before = ['alice: how do I mount it?', 'bob: like this', 'carol > alice: or in fstab'];
  const names = { bob: ['Bob92', 'bobby the builder'], carol: ['Carol | EU'], alice: ['alice'] };
  check([
    { says: 'thanks bob', before, names, for: ['bob'], why: 'name' },
    { says: 'Bob, that was it. Thanks!', before, names, for: ['bob'] },
    { says: 'hey bob, thanks', before, names, for: ['bob'] },
    { says: 'thanks a lot, Bob!', before, names, for: ['bob'] },
    { says: 'thank you so much Carol for the explanation', before, names, for: ['carol'] },
    { says: 'thanks for trying carol', before, names, for: ['carol'] },
    { says: 'thanks build', before, names: { bob: ['builder'] }, for: ['bob'], because: 'shortened' },
    {
      says: 'thanks bui',
      before,
      names: { bob: ['builder'] },
      for: ['carol'],
      because: 'too short for a name',
    },
    { says: 'thanks bob', before, names: { bob: ['bob'], carol: ['bob'] }, for: ['carol'], why: 'addressed' },
    { says: 'thanks bob and carol', before, names, for: ['bob', 'carol'], why: 'name' },
    { says: 'thanks bob, carol said the same', before, names, for: ['bob'], why: 'name' },
    {
      says: 'carol, I did what bob said. thanks bob',
      before,
      names,
      for: ['carol'],
      why: 'addressed',
      because: 'two names apart',
    },
    { says: 'thanks man', before, names: { bob: ['man'] }, for: ['carol'], because: 'anybody is called man' },
    { says: 'thanks for the docker', before, names: { bob: ['docker'] }, for: ['carol'], because: 'a thing' },
    { says: 'thanks for the quick link', before, names: { bob: ['linker'] }, for: ['carol'] },
    { says: 'docker works now, thanks', before, names: { bob: ['docker'] }, for: ['carol'] },
    { says: 'thanks dave', before, names: { dave: ['dave'] }, for: ['carol'], because: 'dave is not here' },
    { says: 'thanks alice', before, names, for: ['carol'], because: 'not herself' },
    { says: 'hi bob thanks for the help', before, names, for: ['bob'] },
    { says: 'Thanks a ton Bob', before, names, for: ['bob'] },
    { says: 'I used the script from carol, thanks bob', before, names, for: ['bob'] },
    { says: 'thanks bob! @dave have a look', before, names, for: ['bob'], because: 'dave is not thanked' },
    { says: 'thanks @bob', before, names, for: ['bob'], why: 'mention' },
  ]);
});

describe('else for the last who addressed or answered the thanker', () => {
  check([
    { says: 'thanks', before: ['bob > alice: try this'], for: ['bob'], why: 'addressed' },
    { says: 'thanks', before: ['bob: @alice try this'], for: ['bob'], why: 'addressed' },
    {
      says: 'thanks',
      before: ['bob > alice: try this', 'carol > alice: or that', 'dave > erin: no'],
      for: ['carol'],
      why: 'addressed',
    },
    { says: 'thanks', before: ['alice: how?', 'bob: like this'], for: ['bob'], why: 'answered' },
    { says: 'thanks', before: ['alice: it will not start', 'bob: restart it', 'bob: twice'], for: ['bob'] },
    { says: 'thanks', before: ['alice: how?', 'bob: like this', 'carol: or that'], for: ['carol'] },
    {
      says: 'thanks',
      before: ['alice: how?', 'bob: like this', 'alice: ok trying', 'carol: lunch?'],
      for: ['bob'],
      because: 'a question is no answer',
    },
    {
      says: 'thanks',
      before: ['alice: how?', 'bob: like this', 'carol: hm', 'dave: lunch'],
      because: 'it could be any of three',
    },
    {
      says: 'thanks',
      before: ['alice: how?', 'bob: like this', 'carol: hm', 'dave: lunch', 'alice > bob: ah nice'],
      for: ['bob'],
      because: 'she spoke to him last',
    },
    { says: 'thanks', before: ['alice: how?', 'bob > carol: like this'], because: 'said to carol' },
    { says: 'thanks', before: ['bob: good morning'], because: 'alice had not come in' },
    {
      says: 'thanks',
      before: ['bob > alice: try this', 'alice: and which port?', 'carol: 80'],
      for: ['carol'],
      because: 'the only answer to the last question',
    },
    {
      says: 'thanks',
      before: ['bob > alice: try this', 'alice: and which port?', 'carol: 80', 'dave: lunch'],
      for: ['bob'],
      because: 'two spoke since the question, one addressed her',
    },
    { says: 'thanks', before: ['helperbot > alice: read the manual'], because: 'a bot' },
    { says: 'thanks', before: ['alice: how?', 'helperbot: read the manual'], because: 'a bot' },
    { says: 'thanks', before: ['alice: how?', 'alice > alice: like this'], because: 'herself' },
    { says: 'thanks', because: 'an empty channel' },
  ]);
});

describe('within fifteen minutes', () => {
  check([
    { says: 'thanks', before: [['bob > alice: try this', 15]], for: ['bob'] },
    { says: 'thanks', before: [['bob > alice: try this', 15.1]] },
    {
      says: 'thanks',
      before: [
        ['alice: how?', 20],
        ['bob: like this', 14],
      ],
      for: ['bob'],
      because: 'only the answer is timed',
    },
    {
      says: 'thanks',
      before: [
        ['alice: how?', 20],
        ['bob: like this', 16],
      ],
    },
    {
      says: 'thanks',
      before: [
        ['bob > alice: try this', 16],
        ['carol: lunch', 1],
      ],
    },
    {
      says: 'thanks bob',
      before: [['bob: like this', 300]],
      names: { bob: ['bob'] },
      for: ['bob'],
      because: 'named',
    },
  ]);

  test('where times are unknown, the window is the limit', () => {
    const turns = turnsOf([['bob > alice: try this', 600]]).map((turn) => ({ ...turn, at: undefined }));
    const thanks = { authorId: idOf('alice'), at: NOW, content: 'thanks', mentions: [] };
    expect(findReceivers(thanks, turns).receivers).toHaveLength(1);
  });
});

describe("else, in the thanker's own thread, for its one helper", () => {
  const long: Said = ['bob: like this', 600];
  check([
    { says: 'thanks', thread: ['alice', 'bob'], before: [long], for: ['bob'], why: 'thread' },
    { says: 'thanks', thread: ['alice', 'bob'], for: ['bob'], why: 'thread' },
    { says: 'thanks', thread: ['alice', 'bob', 'helperbot'], before: [long], for: ['bob'], why: 'thread' },
    { says: 'thanks', thread: ['alice', 'bob', 'carol'], before: [long], because: 'two helpers' },
    {
      says: 'thanks',
      thread: ['alice', 'bob', 'carol'],
      before: ['carol: like this'],
      for: ['carol'],
      why: 'answered',
    },
    { says: 'thanks', thread: ['bob', 'alice'], before: [long], because: "bob's thread" },
    { says: 'thanks', thread: ['alice'], because: 'nobody helped' },
    { says: 'thanks @carol', thread: ['alice', 'bob'], for: ['carol'], why: 'mention' },
  ]);
});

describe('in other languages', () => {
  const before = ['bob > alice: try this'];
  check([
    { says: 'merci @carol et @dave !', before, for: ['carol', 'dave'] },
    { says: 'merci, je vais demander à @carol', before, for: ['bob'] },
    { says: 'merci ! je demande à @carol', before, for: ['bob'] },
    { says: 'gracias @dave, le pregunto a @carol', before, for: ['dave'] },
    { says: 'danke! @carol kannst du das schließen?', before, for: ['bob'] },
    { says: 'Danke, ich werde @carol fragen', before, for: ['bob'] },
    ...[
      'obrigado por avisar o @carol',
      'obrigada por perguntar ao @carol',
      'makasih udah nanya ke @carol',
      'ευχαριστώ που ρώτησες @carol',
      '@carolさんに聞いてくれてありがとう',
      'danke fürs Weiterleiten an @carol',
      'merci pour le lien vers @carol',
      'gracias por preguntarle a @carol',
      'grazie per aver avvisato @carol',
      'dzięki że zapytałeś @carol',
      'bedankt voor het taggen van @carol',
      'спасибо за ссылку на @carol',
    ].map((says) => ({ says, replyingTo: 'bob', for: ['bob'], because: 'carol is only talked about' })),
    ...[
      'merci à toi et à @carol',
      'gracias a ti y a @carol',
      'grazie a te e a @carol',
      'obrigado a você e à @carol',
      'makasih kak dan @carol',
      'ευχαριστώ εσένα και @carol',
      'dzięki tobie i @carol',
      'спасибо тебе и @carol',
      'bedankt jij en @carol',
      '@carolさんもありがとう',
    ].map((says) => ({ says, replyingTo: 'bob', for: ['bob', 'carol'] })),
    ...[
      'merci Bob, ça marche',
      'gracias bob',
      'Danke Bob!',
      'grazie mille bob, risolto',
      'muito obrigado bob',
      'bedankt bob',
      'dzięki bob',
      'большое спасибо bob',
      'makasih banyak bang bob',
      'terima kasih kak bob',
      'ευχαριστώ πολύ bob',
      'bobさん、助かりました',
    ].map((says) => ({
      says,
      before: ['alice: x?', 'bob: y', 'carol > alice: z'],
      names: { bob: ['Bob'], carol: ['Carol'] },
      for: ['bob'],
    })),
    ...[
      'thanks bob and carol',
      'thanks Bob, Carol!',
      'bob, carol: thanks!',
      'thank you so much bob & carol',
      'merci bob et carol',
      'danke Bob und Carol',
      'gracias bob y carol',
      'grazie bob e carol',
      'obrigado bob e carol',
      'bedankt bob en carol',
      'dzięki bob i carol',
      'спасибо bob и carol',
      'ευχαριστώ bob και carol',
      'makasih bob dan carol',
    ].map((says) => ({
      says,
      before: ['alice: x?', 'bob: y', 'carol > alice: z'],
      names: { bob: ['Bob'], carol: ['Carol'] },
      for: ['bob', 'carol'],
    })),
    { says: '@carol さん、ありがとうございます', before, for: ['carol'] },
    {
      says: 'ボブさん、ありがとうございます！',
      before: ['carol > alice: x', 'bob: y'],
      names: { bob: ['ボブ'] },
      for: ['bob'],
    },
    {
      says: 'ボブさんありがとう',
      before: ['carol > alice: x', 'bob: y'],
      names: { bob: ['ボブ'] },
      for: ['bob'],
    },
    {
      says: 'Ευχαριστώ Γιώργο',
      before: ['carol > alice: x', 'bob: y'],
      names: { bob: ['Γιώργος'] },
      for: ['bob'],
    },
  ]);
});

describe('the message with which somebody helped', () => {
  const helpful = (each: Case) => credit(each).map(({ messageId }) => messageId);

  test.each<[string, Case, (string | undefined)[]]>([
    ['replied to', { says: 'thanks', replyingTo: 'bob' }, ['the answer']],
    [
      'the last one said to the thanker',
      { says: 'thanks @bob', before: ['bob > alice: a', 'bob > alice: b', 'bob: c'] },
      ['message 1'],
    ],
    [
      'else one said to nobody in particular',
      { says: 'thanks @bob', before: ['bob: a', 'bob > carol: b'] },
      ['message 0'],
    ],
    ['not one said to others', { says: 'thanks @bob', before: ['bob > carol: b'] }, [undefined]],
    ['not an old one', { says: 'thanks @bob', before: [['bob > alice: a', 20]] }, [undefined]],
    [
      'in a thread, however old',
      { says: 'thanks', before: [['bob: a', 600]], thread: ['alice', 'bob'] },
      ['message 0'],
    ],
    [
      'each receiver their own',
      { says: 'thanks @bob @carol', before: ['carol > alice: a', 'bob > alice: b'] },
      ['message 1', 'message 0'],
    ],
  ])('is %s', (_, each, expected) => {
    expect(helpful(each)).toEqual(expected);
  });
});

describe('a turn keeps what was read off a message', () => {
  const read = (content: string) =>
    readTurn({ authorId: '1', messageId: '2', at: 3, content, mentions: ['4', '1'], repliedToAuthorId: '5' });

  test('without its text', () => {
    expect(read('secret')).toEqual({
      authorId: '1',
      messageId: '2',
      at: 3,
      addressed: ['4', '5'],
      asks: false,
    });
    expect(JSON.stringify(read('secret'))).not.toContain('secret');
  });

  test.each([
    ['how?', true],
    ['how? it fails', true],
    ['これでいいですか', true],
    ['πώς γίνεται;', true],
    ['どうやって？', true],
    ['see https://example.org/?page=2', false],
    ['how?!', true],
    ['a?b:c', false],
    ['const a = 1;', false],
    ['', false],
  ])('asks: %s → %s', (content, asks) => {
    expect(read(content).asks).toBe(asks);
  });
});

describe('whatever is said', () => {
  const person = fc.constantFrom(...PEOPLE.slice(0, 6), 'helperbot');
  const line = fc
    .tuple(
      person,
      fc.option(person),
      fc.constantFrom('hi', 'how?', 'like @bob says', '@alice this'),
      fc.nat(40),
    )
    .map(([author, to, text, ago]): Said => [`${author}${to === null ? '' : ` > ${to}`}: ${text}`, ago]);
  const anyCase = fc.record<Case>(
    {
      says: fc
        .array(
          fc.constantFrom(
            'thanks',
            '@bob',
            '@carol',
            '@alice',
            '@helperbot',
            '@dave',
            ',',
            '!',
            'ask',
            'bob',
          ),
        )
        .map((words) => words.join(' ')),
      replyingTo: person,
      before: fc.array(line, { maxLength: 60 }),
      thread: fc.tuple(person, person, person),
    },
    { requiredKeys: ['says'] },
  );

  test('it is never for the thanker or a bot, never twice for one, for five at most', () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const people = credit({ ...each, names: { bob: ['bob'] } }).map(({ memberId }) => nameOf(memberId));
        expect(people).not.toContain('alice');
        expect(people).not.toContain('helperbot');
        expect(new Set(people).size).toBe(people.length);
        expect(people.length).toBeLessThanOrEqual(MOST_RECEIVERS);
      }),
    );
  });

  test('what was said before the window changes nothing', () => {
    fc.assert(
      fc.property(anyCase, fc.array(line, { maxLength: 20 }), (each, older) => {
        const full = [...(each.before ?? []), ...Array<Said>(TURNS_READ).fill('erin: x')].slice(
          0,
          TURNS_READ,
        );
        expect(credit({ ...each, before: [...older, ...full] })).toEqual(
          credit({ ...each, before: full }).map((receiver) => ({
            ...receiver,
            messageId: receiver.messageId?.replace(/\d+/, (index) => String(Number(index) + older.length)),
          })),
        );
      }),
    );
  });

  test.each([
    ['mentions', '<@100000000000000001> '.repeat(180)],
    ['clauses', 'thanks,'.repeat(570)],
    ['names', 'thanks bob '.repeat(360)],
    ['sentences', 'a! '.repeat(1300)],
    ['marks', '<@'.repeat(2000)],
    ['one word', 'a'.repeat(4000)],
  ])('4,000 characters of %s are read quickly', (_, content) => {
    const names = new Map(PEOPLE.map((name) => [idOf(name), [name]]));
    const before = turnsOf(Array<Said>(200).fill('bob > alice: try this'));
    const read = () =>
      findReceivers(
        { authorId: idOf('alice'), at: NOW, content, mentions: mentionsIn(content) },
        before,
        names,
      );
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      read();
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

test('the limits are those that members were told', () => {
  expect({ ANSWER_FRESH_MS, MOST_RECEIVERS, TURNS_READ }).toEqual({
    ANSWER_FRESH_MS: 15 * MINUTE,
    MOST_RECEIVERS: 5,
    TURNS_READ: 50,
  });
});
