// Pictures of badges: what a member holds and what is next.
import { messageOf, type Room } from './picture.ts';

export const badges: Room = {
  heading: 'Badges',
  pictures: [
    {
      name: 'badges',
      caption: '`/badges show`: one’s own, and which come next.',
      alt: 'For Bob alone: the badges that he holds, gold first, and the four that are nearest, each with a bar and what is missing in words',
      async play(gallery) {
        const { welcome, bob } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(bob, '/badges show');
        return { as: bob, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'badges-member',
      caption: '`/badges show`: somebody else’s.',
      alt: 'For Mona alone: the badges that Bob holds, with tier and since when',
      async play(gallery) {
        const { welcome, mona, bob } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(mona, '/badges show', { member: bob });
        return { as: mona, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'badges-own',
      caption:
        'Badges of the server’s own: `/badges create`, `/badges grant`, `/award badge`, `/badges revoke`, and `/badges remove`.',
      alt: 'Private answers to Mona, one after the other: the badge Kind Fox is made, given to Bob, given to Kavya as an award, taken from Bob with the reason, and removed',
      async play(gallery) {
        const { welcome, mona, bob } = gallery.town;
        const badge = 'Kind Fox';
        gallery.later();
        const form = await gallery.runs(mona, '/badges create');
        const made = await mona.submits(form, { name: badge, emoji: '🦊', about: 'For patience' });
        await gallery.runs(mona, '/badges grant', { member: bob, badge, reason: 'Explains it twice' });
        const kavya = gallery.person('Kavya');
        await gallery.runs(mona, '/award badge', { member: kavya, badge, reason: 'Sat through the outage' });
        await gallery.runs(mona, '/badges revoke', { member: bob, badge, reason: 'Meant for Claire' });
        await gallery.runs(mona, '/badges remove', { badge });
        return { as: mona, in: welcome, from: messageOf(made) };
      },
    },
    {
      name: 'badges-preview',
      caption: '`/badges preview`: who would gain or lose a badge, before it counts.',
      alt: 'For Ada alone: who would gain and who would lose the badge for helping ten different people if it took only five',
      async play(gallery) {
        const { welcome, ada } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(ada, '/badges preview', { badge: 'neighbour', at_least: 5 });
        return { as: ada, in: welcome, from: messageOf(answer) };
      },
    },
  ],
};
