// The end of the day: a rule gives the first tier from now on, and who meets it has it at once.
import type { Answer } from '../discord/answer.ts';
import type { Stage } from './stage.ts';
import type { Town } from './town.ts';

async function shown(asked: Promise<Answer>): Promise<Answer> {
  return (await asked).settled();
}

/** Ada says what a Helper has done, lets the rule give it, and Dimitris, who has done that, sees where he stands. */
export async function byRule({ ada, dimitris, welcome, news, discord }: Town, stage: Stage): Promise<void> {
  await stage.act(ada, welcome, 'opens the ladder: a Helper has 30 points from two people');
  const ladder = await ada.runs('/setup', { section: 'tiers' }, { in: welcome });
  const tier = await shown(ada.picks(ladder, 'Helper'));
  const form = await ada.clicks(tier, 'What is earned');
  await shown(ada.submits(form, { points: '30', peopleHelped: '2' }));
  await stage.act(ada, welcome, 'lets members rise by rule');
  const rising = await ada.runs('/setup', { section: 'rising' }, { in: welcome });
  const before = news.messages.size;
  await shown(ada.picks(rising, 'Members rise by rule'));
  await discord.until(() => news.messages.size > before, { hint: 'somebody rises by rule' });
  await stage.turn(dimitris, news, 'reads the news');
  await stage.act(dimitris, welcome, 'runs /tiers');
  await shown(dimitris.runs('/tiers', {}, { in: welcome }));
}
