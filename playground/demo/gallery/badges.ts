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
      caption:
        'Somebody else’s: what they hold. `/badges create`, `/badges grant`, `/badges revoke`, `/badges remove`, `/badges preview` and `/award badge` answer those who look after them in a few lines.',
      alt: 'For Mona alone: the badges that Bob holds, with tier and since when',
      async play(gallery) {
        const { welcome, mona, bob } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(mona, '/badges show', { member: bob });
        return { as: mona, in: welcome, from: messageOf(answer) };
      },
    },
  ],
};
