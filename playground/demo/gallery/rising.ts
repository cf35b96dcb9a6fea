// Pictures of tiers by rule: the ladder with where one stands, holidays, and rules that are tried.
import { standingOf } from '../../../src/core/standings.ts';
import { suggestedFor } from '../../../src/features/rising/suggested.rules.ts';
import { changeDraft } from '../../../src/features/trial/service.ts';
import { messageOf, type Room } from './picture.ts';
import type { GalleryTown } from './town.ts';

/** A ladder on which Bob lacks two solutions and one person of the next tier, and nothing else. */
async function setRequirements(gallery: GalleryTown): Promise<void> {
  const { bob, guild } = gallery.town;
  const { db } = gallery.bot.ctx;
  const { solutions, peopleHelped } = await db.read((read) => standingOf(read, guild.id, 'all', bob.id));
  const guide = {
    ...suggestedFor(1, true),
    solutions: solutions + 2,
    peopleHelped: peopleHelped + 1,
    serverDays: 14,
  };
  await gallery.change((settings) => ({
    ...settings,
    rising: { ...settings.rising, byRule: true },
    tiers: settings.tiers.map((tier, rung) => ({
      ...tier,
      ...(rung < 3 && { requirements: rung === 1 ? guide : suggestedFor(rung, true) }),
    })),
  }));
}

export const rising: Room = {
  heading: 'Tiers by rule',
  pictures: [
    {
      name: 'ladder',
      caption: '`/tiers`: the ladder, where one stands, and what is still to go.',
      alt: 'For Bob alone: four tiers with what each asks for, that he is Helper, and that two solutions from one more person are to go to Guide',
      async play(gallery) {
        const { bob, welcome } = gallery.town;
        await setRequirements(gallery);
        gallery.later();
        const answer = await gallery.runs(bob, '/tiers');
        return { as: bob, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'leave',
      caption: '`/leave`: while somebody is on holiday, their tier stays.',
      alt: 'For Bob alone: his holiday from one day to another is noted, with a button to call it off',
      async play(gallery) {
        const { bob, welcome } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(bob, '/leave', { from: '2026-12-24', to: '2027-01-06' });
        return { as: bob, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'rules-try',
      caption: '`/rules try`: other points and requirements, replayed on the last 90 days before they count.',
      alt: 'For Ada alone: Guide would ask for 100 points and no solutions, with the members who would rise, and buttons to apply it or go back',
      async play(gallery) {
        const { ada, guild, welcome } = gallery.town;
        gallery.later();
        const easier = { points: 100, solutions: 0, peopleHelped: 8 };
        await changeDraft(gallery.bot.ctx, { guildId: guild.id, memberId: ada.id }, () => ({
          points: { upvote: 5 },
          limits: {},
          requirements: { guide: easier },
        }));
        const answer = await gallery.runs(ada, '/rules try');
        await (await ada.clicks(answer, 'Show what would change')).settled();
        await gallery.discord.until(() => answer.text.includes('What would change'), {
          hint: 'Laurel has replayed',
          timeoutMs: 60_000,
        });
        await gallery.change((settings) => ({
          ...settings,
          rising: { ...settings.rising, byRule: false },
        }));
        return { as: ada, in: welcome, from: messageOf(answer) };
      },
    },
  ],
};
