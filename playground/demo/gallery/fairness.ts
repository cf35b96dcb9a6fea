// Pictures of fair play: cases that moderators look at, awards, and who did what.
import { messageOf, type Room } from './picture.ts';

/** How often two people thank each other to be noticed. */
const EACH_WAY = 6;

export const fairness: Room = {
  heading: 'Fair play',
  pictures: [
    {
      name: 'review',
      caption: '`/review`: what looks like trading thanks.',
      alt: 'For Mona alone: the list of cases that nobody has decided yet, with one about Rolf and Svea thanking each other, and a button to look through everything now',
      async play(gallery) {
        const { mona, welcome } = gallery.town;
        const [rolf, svea] = [gallery.person('Rolf'), gallery.person('Svea')];
        for (let time = 0; time < EACH_WAY; time += 1) {
          gallery.later(40);
          await gallery.runs(rolf, '/thanks', { member: svea });
          gallery.later(40);
          await gallery.runs(svea, '/thanks', { member: rolf });
        }
        gallery.later();
        const list = await gallery.runs(mona, '/review');
        await (await mona.clicks(list, 'Look through now')).settled();
        await gallery.discord.until(() => !list.text.startsWith('One moment'), {
          hint: 'Laurel has looked',
          timeoutMs: 60_000,
        });
        await gallery.calm();
        return { as: mona, in: welcome, from: messageOf(list) };
      },
    },
    {
      name: 'review-case',
      caption: 'One case: what was noticed, and what can be done. A person decides.',
      alt: 'For Mona alone: the case about Rolf and Svea, with what speaks for it, the thanks in question with links, and buttons to hold, dismiss or reverse',
      async play(gallery) {
        const { mona, welcome } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(mona, '/review', { case: 1 });
        return { as: mona, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'award',
      caption: '`/award points` and `/award list`.',
      alt: 'Two private answers to Mona: Kavya was given points with her reason, and the list of what Kavya was given',
      async play(gallery) {
        const { mona, welcome } = gallery.town;
        const kavya = gallery.person('Kavya');
        gallery.later();
        const given = await gallery.runs(mona, '/award points', {
          member: kavya,
          reason: 'Wrote the guide for moving to 3.0',
          points: 10,
        });
        await gallery.runs(mona, '/award list', { member: kavya });
        return { as: mona, in: welcome, from: messageOf(given) };
      },
    },
    {
      name: 'audit',
      caption: '`/audit`: who did what, and why.',
      alt: 'For Mona alone: decisions and changes of settings, latest first, each with who did it, when, and the reason',
      async play(gallery) {
        const { mona, welcome } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(mona, '/audit');
        return { as: mona, in: welcome, from: messageOf(answer) };
      },
    },
  ],
};
