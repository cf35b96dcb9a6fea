// The picture that says in one look what Laurel does: a question, an answer, thanks that count, and who helps most.
import type { Room } from './picture.ts';

export const glance: Room = {
  heading: 'At a glance',
  pictures: [
    {
      name: 'page',
      caption: 'In a channel, with everything around it, as the playground shows it.',
      alt: 'A Discord server: in its help channel Claire asks, Grace answers, Claire says thanks and gets a 🌿 from Laurel; below, the leaderboard of the month with ten people and their points; channels at the left, members at the right',
      async play(gallery) {
        const { help, claire } = gallery.town;
        gallery.later();
        const from = await claire.says(help, 'Can I see which visitor hit the rate limit?');
        gallery.later(2);
        const answer = await gallery
          .person('Grace')
          .replies(from, 'Yes: `sprout logs --only 429` lists them.', { ping: false });
        gallery.later(1);
        await gallery.signed(await claire.replies(answer, 'perfect, thanks a lot'));
        gallery.later(1);
        await gallery.runs(claire, '/leaderboard', {}, help);
        return { as: gallery.town.alice, in: help, from, isWholePage: true };
      },
    },
  ],
};
