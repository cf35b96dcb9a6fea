// The end of the day: a rule gives the first tier from now on, and who meets it has it at once.
import type { Answer } from '../discord/answer.ts';
import type { Stage } from './stage.ts';
import type { Town } from './town.ts';

async function shown(asked: Promise<Answer>): Promise<Answer> {
  return (await asked).settled();
}

/** Ada says what a Helper has done, lets the rule give it, and Yuki, who has done that, sees where she stands. */
export async function byRule({ ada, yuki, welcome, news, discord }: Town, stage: Stage): Promise<void> {
  await stage.act(ada, welcome, 'opens the ladder: a Helper has 20 points');
  const ladder = await ada.runs('/setup', { section: 'tiers' }, { in: welcome });
  const tier = await shown(ada.picks(ladder, 'Helper'));
  const form = await ada.clicks(tier, 'What is earned');
  await shown(ada.submits(form, { points: '20', peopleHelped: '1' }));
  await stage.act(ada, welcome, 'lets members rise by rule');
  const rising = await ada.runs('/setup', { section: 'rising' }, { in: welcome });
  const before = news.messages.size;
  await shown(ada.picks(rising, 'Members rise by rule', { customId: 'setup:byRule:1' }));
  await discord.until(() => news.messages.size > before, { hint: 'somebody rises by rule' });
  await stage.turn(yuki, news, 'reads the news');
  await stage.act(yuki, welcome, 'runs /tiers');
  await shown(yuki.runs('/tiers', {}, { in: welcome }));
}
