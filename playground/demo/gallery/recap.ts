// Pictures of the monthly recap: how a server chooses it, and the post. They come last, because days pass for them.
import { tellRecaps } from '../../../src/features/recap/service.ts';
import { messageOf, type Room } from './picture.ts';

/** From the gallery's day to the first of the next month, in the morning, minutes. */
const UNTIL_NEXT_MONTH = 13 * 24 * 60;

export const recap: Room = {
  heading: 'Monthly recap',
  pictures: [
    {
      name: 'recap-setup',
      caption: '`/setup`: whether, at which hour, and whether it pings.',
      alt: 'A section of the settings: a recap on the first of the month at nine, pinging nobody, with selects to change each',
      async play(gallery) {
        const { ada, welcome } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(ada, '/setup', { section: 'recap' });
        await (await ada.picks(answer, 'on', { customId: 'setup:recap:1' })).settled();
        return { as: ada, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'recap',
      caption: 'The post, on the first of the month.',
      alt: 'In the channel for announcements: November 2026, in thanks; how many people helped somebody and who they are, those who helped most people first, and how many badges were earned',
      async play(gallery) {
        const { alice, news } = gallery.town;
        gallery.later(UNTIL_NEXT_MONTH);
        await tellRecaps(gallery.bot.ctx);
        await gallery.calm();
        const post = [...news.messages.values()].at(-1);
        return { as: alice, in: news, from: messageOf({ message: post, text: 'no recap was posted' }) };
      },
    },
  ],
};
