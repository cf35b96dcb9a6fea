// A day in the life of a small community: people ask, answer and thank; Laurel notices; a moderator promotes somebody.
import type { Answer } from '../discord/answer.ts';
import type { Message } from '../discord/model.ts';
import { nominated, reviewed, roll, setUpReviews } from './council.ts';
import {
  broughtToHelpers,
  figures,
  openedAgain,
  solvedByCheck,
  solvedByThanks,
  UNANSWERED_MINUTES,
} from './forum.ts';
import { byRule } from './rising.ts';
import type { Stage } from './stage.ts';
import type { Town } from './town.ts';

const MINUTE = 60_000;
const LEAF = '🌿';
/** Minutes between the two thanks of one scene. */
const BETWEEN_LANGUAGES = 10;

/** Plays the day from beginning to end; each scene waits for what it should lead to. */
export async function playDay(town: Town, stage: Stage): Promise<void> {
  for (const [number, [title, minutesLater, scene]] of scenes.entries()) {
    await stage.later(minutesLater);
    stage.scene(number, title);
    await scene(town, stage);
  }
}

/** What the parts of the story are called. */
export function sceneTitles(): string[] {
  return scenes.map(([title]) => title);
}

/** How long the day takes, in ms of its own time. */
export function dayLength(): number {
  return scenes.reduce(
    (sum, [, minutes]) => sum + minutes * MINUTE,
    (BETWEEN_LANGUAGES + UNANSWERED_MINUTES) * MINUTE,
  );
}

type Scene = (town: Town, stage: Stage) => Promise<void>;

const scenes: readonly [title: string, minutesLater: number, Scene][] = [
  ['Ada, who runs the server, sets up where to ask, where to announce, and a role', 0, setUp],
  ['Yuki wonders what Laurel is for', 20, whatIsIt],
  ['Alice asks, Bob answers, and a thank-you is enough', 40, thanksInWords],
  ['Others find the answer useful too', 15, reactions],
  ['Claire asks in the forum, thanks in French, and Laurel asks whether that was it', 55, solvedByThanks],
  ['Dimitris shows with ✅ which answer solved his question', 25, solvedByCheck],
  ['Dimitris and Yuki thank in their own languages', 70, otherLanguages],
  ['Not every “thanks” is a thank-you', 20, notThanks],
  ['A thank-you by command, with its reason, and one that Laurel refuses', 65, byCommand],
  ['A thank-you taken back', 30, takenBack],
  ['It does not work after all, and somebody else knows why', 20, openedAgain],
  ['Nobody answers Alice, so Laurel asks those who agreed to it', 15, broughtToHelpers],
  ['How do questions fare here?', 10, figures],
  ['Who helps most?', 20, leaderboard],
  ['Mona, a moderator, promotes Bob', 35, promotion],
  ['Bob looks at his own profile', 10, profile],
  ['Ada lets a rule give the first tier, and Yuki has it at once', 15, byRule],
  ['Ada sets up how Ambassadors are chosen', 20, setUpReviews],
  ['Claire nominates Yuki as Ambassador, and Yuki is asked', 15, nominated],
  ['Staff review the candidate, and Mona promotes her', 45, reviewed],
  ['Who are the Ambassadors here?', 5, roll],
  ['Bob has earned badges on the way', 5, badges],
];

async function setUp({ ada, welcome, news, questions }: Town, stage: Stage): Promise<void> {
  await stage.act(ada, welcome, 'runs /setup and chooses #questions as the place where members ask');
  const asking = await ada.runs('/setup', { section: 'questions' }, { in: welcome });
  await shown(ada.picks(asking, questions, { customId: 'setup:helpChannels:1' }));
  await stage.act(ada, welcome, 'chooses #announcements for the news');
  const announcements = await ada.runs('/setup', { section: 'announcements' }, { in: welcome });
  await shown(ada.picks(announcements, news, { customId: 'setup:announce:1' }));
  await stage.act(ada, welcome, 'opens the ladder and lets Laurel make the role for its first tier');
  const ladder = await ada.runs('/setup', { section: 'tiers' }, { in: welcome });
  const tier = await shown(ada.picks(ladder, 'Helper'));
  await stage.turn(ada, welcome, 'presses “Make the role for me”');
  await shown(ada.clicks(tier, 'Make the role for me'));
}

async function whatIsIt({ yuki, welcome }: Town, stage: Stage): Promise<void> {
  await stage.act(yuki, welcome, 'runs /help');
  await shown(yuki.runs('/help', {}, { in: welcome }));
}

async function thanksInWords(town: Town, stage: Stage): Promise<void> {
  const { alice, bob, help } = town;
  await stage.turn(alice, help, 'asks');
  const question = await alice.says(help, 'My deploy hangs at “waiting for workers”. Has anybody seen that?');
  await stage.turn(bob, help, 'answers');
  const answer = await bob.replies(
    question,
    'Yes: the health check wants port 8080. Set `PORT=8080` and it goes through.',
  );
  await stage.turn(alice, help, 'thanks');
  await signed(town, await alice.replies(answer, 'That was it, thank you so much'));
}

async function reactions(town: Town, stage: Stage): Promise<void> {
  const { claire, dimitris, bob, help } = town;
  const answer = [...help.messages.values()].find(({ author }) => author.id === bob.id);
  if (!answer) throw new Error('Bob has not answered');
  await stage.turn(claire, help, 'reacts with ⭐');
  await claire.reacts(answer, '⭐');
  await stage.turn(dimitris, help, 'reacts with ❤️');
  await dimitris.reacts(answer, '❤️');
}

async function otherLanguages(town: Town, stage: Stage): Promise<void> {
  const { dimitris, yuki, bob, help } = town;
  await stage.turn(dimitris, help, 'asks');
  await dimitris.says(help, 'How do I keep the logs for longer than a day?');
  await stage.turn(bob, help, 'answers');
  await bob.says(help, `${dimitris.mention} Set \`logs.keep: 30d\` in sprout.yml.`);
  await stage.turn(dimitris, help, 'thanks in Greek');
  await signed(town, await dimitris.says(help, 'ευχαριστώ πολύ, με έσωσες'));
  await stage.later(BETWEEN_LANGUAGES);
  await stage.turn(yuki, help, 'asks');
  await yuki.says(help, 'Is there a dark theme?');
  await stage.turn(dimitris, help, 'answers');
  const answer = await dimitris.says(help, `${yuki.mention} Settings → Appearance.`);
  await stage.turn(yuki, help, 'thanks in Japanese');
  await signed(town, await yuki.replies(answer, 'ありがとうございます、助かりました'));
}

async function notThanks({ alice, bob, help, mona }: Town, stage: Stage): Promise<void> {
  await stage.turn(alice, help, 'thanks in advance, which is a request');
  await alice.says(help, `${mona.mention} could you look at my invoice? Thanks in advance`);
  await stage.turn(bob, help, 'says “thanks to”, which is a complaint');
  await bob.says(help, 'Thanks to the last update my build is broken again.');
}

async function byCommand(town: Town, stage: Stage): Promise<void> {
  const { alice, bob, mona, welcome } = town;
  await stage.act(alice, welcome, 'runs /thanks, member: Mona, reason: sorted out my invoice');
  await alice.runs('/thanks', { member: mona, reason: 'sorted out my invoice' }, { in: welcome });
  await stage.act(bob, welcome, 'runs /thanks, member: Bob');
  await bob.runs('/thanks', { member: bob }, { in: welcome });
}

async function takenBack(town: Town, stage: Stage): Promise<void> {
  const { alice, yuki, help } = town;
  await stage.turn(alice, help, 'thanks Yuki');
  const thanks = await alice.says(help, `thanks ${yuki.mention}`);
  await signed(town, thanks);
  await stage.turn(alice, help, 'edits the thanks away');
  await alice.edits(thanks, 'Sorry, that was meant for another server');
  await town.discord.until(() => !thanks.reactions.has(LEAF), { hint: 'the leaf is taken away' });
}

async function leaderboard({ claire, welcome }: Town, stage: Stage): Promise<void> {
  await stage.act(claire, welcome, 'runs /leaderboard');
  await shown(claire.runs('/leaderboard', {}, { in: welcome }));
}

async function promotion({ mona, bob, welcome, news, discord }: Town, stage: Stage): Promise<void> {
  const reason = 'patient answers, all week';
  await stage.act(mona, welcome, `runs /promote, member: Bob, reason: ${reason}`);
  const answer = await mona.runs('/promote', { member: bob, reason }, { in: welcome });
  const underWay = answer.text;
  await discord.until(() => news.messages.size > 0 && answer.text !== underWay, { hint: 'Bob is promoted' });
  await stage.turn(bob, news, 'reads the news');
}

async function profile({ bob, welcome }: Town, stage: Stage): Promise<void> {
  await stage.act(bob, welcome, 'runs /profile');
  await shown(bob.runs('/profile', {}, { in: welcome }));
}

async function badges({ bob, welcome }: Town, stage: Stage): Promise<void> {
  await stage.act(bob, welcome, 'runs /badges show');
  await shown(bob.runs('/badges show', {}, { in: welcome }));
}

async function shown(asked: Promise<Answer>): Promise<Answer> {
  return (await asked).settled();
}

/** Waits for Laurel's sign that a thank-you counted. */
async function signed({ discord }: Town, thanks: Message): Promise<void> {
  await discord.until(() => thanks.reactions.has(LEAF), { hint: 'Laurel leaves its leaf' });
}
