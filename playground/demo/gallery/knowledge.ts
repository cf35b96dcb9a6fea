// A picture of an answer that was published for everybody to find. It comes late, because it earns somebody points.
import { messageOf, type Room } from './picture.ts';

export const knowledge: Room = {
  heading: 'Published answers',
  pictures: [
    {
      name: 'answer-published',
      caption:
        '*Apps → Publish as answer*, on the solution of a question: the entry leads to it, in the channel that the server chose.',
      alt: 'In a channel of the server: the title of a solved question as a link, who answered it and who published it, and a button to take it down',
      async play(gallery) {
        const { ada, alice, bob, questions, news } = gallery.town;
        await gallery.change((settings) => ({ ...settings, knowledgeChannelId: news.id }));
        gallery.later();
        const question = 'It worked until this morning.';
        const post = await alice.posts(questions, 'Deploy hangs at “uploading”', question, ['deploy']);
        gallery.later(5);
        const answer = await bob.says(
          post,
          'A file over 100 MB is in the build. `sprout deploy --list` names it.',
        );
        await gallery.calm();
        await (await alice.uses('Mark as solution', answer)).settled();
        gallery.later();
        const form = await ada.uses('Publish as answer', answer);
        await (
          await ada.submits(form, { title: 'Deploy hangs at “uploading”: a file is too large' })
        ).settled();
        await gallery.calm();
        const entry = [...news.messages.values()].at(-1);
        return { as: alice, in: news, from: messageOf({ message: entry, text: 'nothing was published' }) };
      },
    },
  ],
};
