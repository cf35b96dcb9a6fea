// The day's last part: somebody is nominated as Ambassador, asked, reviewed by staff, and promoted.
import type { Answer } from '../discord/answer.ts';
import type { Message, Thread } from '../discord/model.ts';
import { isThread } from '../discord/views.ts';
import type { Stage } from './stage.ts';
import type { Town } from './town.ts';

/** Ada chooses where Ambassadors are reviewed, and lets Laurel make their role. */
export async function setUpReviews({ ada, welcome, staff }: Town, stage: Stage): Promise<void> {
  await stage.act(ada, welcome, 'runs /setup and chooses #staff for reviews, two votes, no waiting');
  const section = await ada.runs('/setup', { section: 'ambassadors' }, { in: welcome });
  await shown(ada.picks(section, staff, { customId: 'setup:reviews:1' }));
  await shown(ada.picks(section, '2', { customId: 'setup:quorum:1' }));
  await shown(ada.picks(section, '0', { customId: 'setup:minDays:1' }));
  const ladder = await ada.runs('/setup', { section: 'tiers' }, { in: welcome });
  const tier = await shown(ada.picks(ladder, 'Ambassador'));
  await stage.turn(ada, welcome, 'presses “Make the role for me”');
  await shown(ada.clicks(tier, 'Make the role for me'));
}

export async function nominated(town: Town, stage: Stage): Promise<void> {
  const { claire, yuki, welcome } = town;
  const why = 'finds the answer nobody else finds';
  await stage.act(claire, welcome, `runs /ambassador nominate, member: Yuki, why: ${why}`);
  await shown(claire.runs('/ambassador nominate', { member: yuki, why }, { in: welcome }));
  const question = await latest(town, welcome, 'Yuki is asked');
  await stage.act(yuki, welcome, 'presses “Yes, please”');
  await shown(yuki.clicks(question, 'Yes, please'));
}

export async function reviewed(town: Town, stage: Stage): Promise<void> {
  const { mona, ada, yuki, welcome, discord } = town;
  await stage.act(mona, welcome, 'runs /ambassador candidates and opens the dossier of Yuki');
  const list = await shown(mona.runs('/ambassador candidates', {}, { in: welcome }));
  const dossier = await shown(mona.clicks(list, 'Open'));
  await stage.act(mona, welcome, 'presses “Start the review”');
  await shown(mona.clicks(dossier, 'Start the review'));
  const thread = await reviewOf(town);
  const card = await latest(town, thread, 'the dossier is in the thread');
  await stage.act(mona, thread, 'votes yes: “calm, and always right”');
  await shown(mona.submits(await mona.clicks(card, '✅ Yes'), { reason: 'calm, and always right' }));
  await stage.act(ada, thread, 'votes yes: “our users trust her”');
  await shown(ada.submits(await ada.clicks(card, '✅ Yes'), { reason: 'our users trust her' }));
  await stage.act(mona, thread, 'presses “Make Ambassador”');
  const answer = await mona.clicks(card, 'Make Ambassador');
  const underWay = answer.text;
  const isOne = () => yuki.in(town.guild).roles.some((id) => town.guild.roles.get(id)?.name === 'Ambassador');
  // The day goes on when all is done and told: its clock leaps, and Laurel would wait for Discord no longer.
  await discord.until(() => isOne() && answer.text !== underWay, { hint: 'Yuki is an Ambassador' });
  await stage.turn(yuki, town.news, 'reads the news');
}

export async function roll({ alice, welcome }: Town, stage: Stage): Promise<void> {
  await stage.act(alice, welcome, 'runs /ambassadors');
  await shown(alice.runs('/ambassadors', {}, { in: welcome }));
}

async function reviewOf({ discord, staff }: Town): Promise<Thread> {
  const open = () =>
    [...discord.world.channels.values()].filter(isThread).find(({ parentId }) => parentId === staff.id);
  await discord.until(() => open() !== undefined, { hint: 'the review is open' });
  const thread = open();
  if (!thread) throw new Error('No review is open');
  return thread;
}

/** What Laurel posted last in a channel, when it has. */
async function latest(
  { discord }: Town,
  where: { messages: Map<string, Message> },
  hint: string,
): Promise<Message> {
  const own = () =>
    [...where.messages.values()].findLast(
      ({ author, components }) => author.id === discord.bot.user.id && components.length > 0,
    );
  await discord.until(() => own() !== undefined, { hint });
  const found = own();
  if (!found) throw new Error(hint);
  return found;
}

async function shown(asked: Promise<Answer>): Promise<Answer> {
  return (await asked).settled();
}
