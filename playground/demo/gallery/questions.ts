// Pictures of questions: solved by a menu, asked about after thanks, opened again, and where help is needed.
import type { Thread } from '../../discord/model.ts';
import { messageOf, type Room } from './picture.ts';
import type { GalleryTown } from './town.ts';

/** Alice asks in the forum, and Bob answers. */
async function asked(gallery: GalleryTown, title: string, question: string, reply: string) {
  const { questions, alice, bob } = gallery.town;
  gallery.later();
  const post: Thread = await alice.posts(questions, title, question, ['deploy']);
  const [first] = [...post.messages.values()];
  gallery.later(3);
  const answer = await bob.says(post, reply);
  await gallery.calm();
  if (first === undefined) throw new Error('The post has no message');
  return { post, first, answer };
}

export const questions: Room = {
  heading: 'Questions',
  pictures: [
    {
      name: 'question-solved',
      caption: '*Apps → Mark as solution*, on the answer that helped (or `/solved`, or ✅).',
      alt: 'A post in the forum: Alice asks, Bob answers, and Laurel tells Alice alone that it is solved, with ways to undo it and to name who else helped',
      async play(gallery) {
        const { questions: forum, alice } = gallery.town;
        await gallery.change((settings) => ({
          ...settings,
          questions: {
            ...settings.questions,
            channels: [{ channelId: forum.id, opensThreads: false, removedTagIds: [] }],
          },
        }));
        const { post, first, answer } = await asked(
          gallery,
          'Preview builds take ten minutes',
          'They used to take one. What could it be?',
          'The cache is off in previews since 3.1. Set `preview.cache: true`.',
        );
        await (await alice.uses('Mark as solution', answer)).settled();
        await gallery.calm();
        return { as: alice, in: post, from: first };
      },
    },
    {
      name: 'question-proposal',
      caption: 'Thanked in words: the asker is asked once whether that solved it.',
      alt: 'A post in the forum: Alice thanks Bob, and Laurel asks her whether his answer solved it, with three buttons',
      async play(gallery) {
        const { alice, discord } = gallery.town;
        const { post, first, answer } = await asked(
          gallery,
          'How do I move a site to another region?',
          'Ours is in the wrong one.',
          '`sprout move --region eu`, and wait for the green light.',
        );
        gallery.later(4);
        await alice.replies(answer, 'That worked, thank you!');
        await discord.until(() => [...post.messages.values()].some(({ author }) => author.bot), {
          hint: 'Laurel asks whether it is solved',
        });
        await gallery.calm();
        return { as: alice, in: post, from: first };
      },
    },
    {
      name: 'question-solved-command',
      caption: '`/solved` and `/reopen`, in the question itself.',
      alt: 'Alice used /solved and can choose which message solved it; then /reopen, and the question is open again',
      async play(gallery) {
        const { alice } = gallery.town;
        const { post, answer } = await asked(
          gallery,
          'Where do logs go?',
          'I see none in the dashboard.',
          'To `sprout logs --follow`. The dashboard shows errors only.',
        );
        gallery.later(2);
        const choice = await gallery.runs(alice, '/solved', {}, post);
        await gallery.runs(alice, '/solved', { message: answer.id }, post);
        await gallery.runs(alice, '/reopen', {}, post);
        await gallery.calm();
        return { as: alice, in: post, from: messageOf(choice) };
      },
    },
    {
      name: 'question-closed',
      caption: '`/close`: a question that needs no solution any more.',
      alt: 'Alice closed her question as a duplicate of another one, to which the answer leads her',
      async play(gallery) {
        const { alice, guild } = gallery.town;
        const older = await asked(
          gallery,
          'Where is my access token?',
          'The page is empty.',
          'Under your name, at the very bottom: tokens moved there.',
        );
        const { post, first } = await asked(
          gallery,
          'The token page is empty',
          'It shows nothing at all.',
          'We had that the other day.',
        );
        gallery.later(2);
        const duplicate = `https://discord.com/channels/${guild.id}/${older.post.id}`;
        await gallery.runs(alice, '/close', { duplicate }, post);
        await gallery.calm();
        return { as: alice, in: post, from: first };
      },
    },
    {
      name: 'questions-list',
      caption: '`/questions list`: where help is needed.',
      alt: 'The questions that nobody has answered yet, for Yuki alone, with a way to take one',
      async play(gallery) {
        const { questions: forum, claire, dimitris, welcome, yuki } = gallery.town;
        gallery.later();
        await claire.posts(forum, 'Invoice shows the wrong address', 'It is our old one.', ['billing']);
        gallery.later(25);
        await dimitris.posts(forum, 'Webhook fires twice', 'Each deploy tells us twice.', ['deploy']);
        gallery.later(10);
        await gallery.calm();
        const answer = await gallery.runs(yuki, '/questions list');
        return { as: yuki, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'questions-stats',
      caption: '`/questions stats`: how many are answered and solved, and how soon.',
      alt: 'Figures of the questions of this month, for Ada alone: how many were asked, answered and solved, how soon, and a chart',
      async play(gallery) {
        const { ada, welcome } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(ada, '/questions stats');
        return { as: ada, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'helper',
      caption: '`/helper`: being mentioned when a question waits, only for those who want it.',
      alt: 'Two private answers to Yuki: she is not mentioned for questions, with a button to turn that on; and turned on, with quiet hours',
      async play(gallery) {
        const { welcome, yuki } = gallery.town;
        gallery.later();
        const off = await gallery.runs(yuki, '/helper');
        await gallery.runs(yuki, '/helper', { available: 'on', quiet_from: '22:00', quiet_to: '08:00' });
        return { as: yuki, in: welcome, from: messageOf(off) };
      },
    },
  ],
};
