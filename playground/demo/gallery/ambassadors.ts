// Pictures of how somebody becomes an Ambassador, serves, and who they are.
import type { Message, Thread } from '../../discord/model.ts';
import { isThread } from '../../discord/views.ts';
import { messageOf, type Room } from './picture.ts';
import type { GalleryTown } from './town.ts';

const DAY_MINUTES = 24 * 60;

/** What Laurel posted last in a channel, when it has. */
async function latest(
  gallery: GalleryTown,
  where: { messages: Map<string, Message> },
  hint: string,
): Promise<Message> {
  const { discord } = gallery;
  const own = () =>
    [...where.messages.values()].findLast(
      ({ author, components }) => author.id === discord.bot.user.id && components.length > 0,
    );
  await discord.until(() => own() !== undefined, { hint });
  const found = own();
  if (!found) throw new Error(hint);
  return found;
}

async function review(gallery: GalleryTown): Promise<{ thread: Thread; card: Message }> {
  const { discord } = gallery;
  const { staff } = gallery.town;
  const open = () =>
    [...discord.world.channels.values()].filter(isThread).findLast(({ parentId }) => parentId === staff.id);
  await discord.until(() => (open()?.messages.size ?? 0) > 0, { hint: 'the review is open' });
  const thread = open();
  if (!thread) throw new Error('No review is open');
  return { thread, card: await latest(gallery, thread, 'the card is there') };
}

export const ambassadors: Room = {
  heading: 'Ambassadors',
  pictures: [
    {
      name: 'ambassador-nominate',
      caption: '`/ambassador nominate`: Laurel asks first, in the server.',
      alt: 'In a channel: Alice would like Grace to become an Ambassador, with her reason, and Grace is asked, with buttons for yes, no, and what moderators would see',
      async play(gallery) {
        const { alice, bob, welcome, staff, mona } = gallery.town;
        const grace = gallery.person('Grace');
        await gallery.change((settings) => ({
          ...settings,
          ambassadors: { ...settings.ambassadors, quorum: 2, minDays: 3, reviewChannelId: staff.id },
        }));
        await gallery.runs(bob, '/thanks', {
          member: grace,
          reason: 'Sat with me until the deploy went through',
        });
        await gallery.runs(mona, '/thanks', {
          member: grace,
          reason: 'Wrote down what she found for all of us',
        });
        gallery.later();
        await gallery.runs(alice, '/ambassador nominate', {
          member: grace,
          why: 'She explains without making anybody feel small.',
        });
        const from = await latest(gallery, welcome, 'Grace is asked');
        return { as: grace, in: welcome, from };
      },
    },
    {
      name: 'ambassador-dossier',
      caption:
        '`/ambassador dossier`: the candidate reads what reviewers read, and can add to it or withdraw.',
      alt: 'For Grace alone: who nominated her and why, how many people she helped, months, what people wrote, and buttons to add a few words or withdraw',
      async play(gallery) {
        const { welcome } = gallery.town;
        const grace = gallery.person('Grace');
        const question = await latest(gallery, welcome, 'Grace is asked');
        await (await grace.clicks(question, 'Yes, please')).settled();
        gallery.later();
        const before = await gallery.runs(grace, '/ambassador dossier');
        const form = await grace.clicks(before, 'Add a few words');
        await (
          await grace.submits(form, { statement: 'I am here most evenings, and I would love to.' })
        ).settled();
        return { as: grace, in: welcome, from: messageOf(before) };
      },
    },
    {
      name: 'ambassador-apply',
      caption: '`/ambassador apply`, and a no with its reason.',
      alt: 'Two private answers to Luca: his application was taken, and the second one is refused because he is a candidate already',
      async play(gallery) {
        const { welcome } = gallery.town;
        const luca = gallery.person('Luca');
        gallery.later();
        const first = await gallery.runs(luca, '/ambassador apply', { why: 'I would like to do more here.' });
        await gallery.runs(luca, '/ambassador apply', { why: 'Once more.' });
        return { as: luca, in: welcome, from: messageOf(first) };
      },
    },
    {
      name: 'ambassador-candidates',
      caption: '`/ambassador candidates`: who, and what qualifies them.',
      alt: 'For Mona alone: Grace and Luca wait for a review, each with people helped, solutions and months; below, others who stand high on the boards',
      async play(gallery) {
        const { mona, welcome } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(mona, '/ambassador candidates');
        return { as: mona, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'ambassador-review',
      caption:
        'The review, in a thread for staff: the same dossier, votes with reasons, and a person decides.',
      alt: 'In a thread: the dossier of Grace, the votes of two moderators with their reasons, buttons to vote, to make her Ambassador, and to answer not yet',
      async play(gallery) {
        const { mona, guild } = gallery.town;
        const grace = gallery.person('Grace');
        const moderator = gallery.role('Moderator');
        const femi = gallery.person('Femi');
        guild.give(femi, moderator);
        await gallery.calm();
        const dossier = await gallery.runs(mona, '/ambassador dossier', { member: grace });
        await (await mona.clicks(dossier, 'Start the review')).settled();
        const { thread, card } = await review(gallery);
        await femi.submits(await femi.clicks(card, '⏳ Not yet'), { reason: 'She is new to the team.' });
        await mona.submits(await mona.clicks(card, '✅ Yes'), { reason: 'Nobody is more patient.' });
        await femi.submits(await femi.clicks(card, '✅ Yes'), {
          reason: 'Convinced: look at the words of thanks.',
        });
        await gallery.calm();
        return { as: mona, in: thread, from: card };
      },
    },
    {
      name: 'ambassadors',
      caption: '`/ambassadors`: who they are, what they know, and since when.',
      alt: 'For Alice alone: the Ambassadors of this server, Grace among them, since when, and a hint how to nominate somebody',
      async play(gallery) {
        const { mona, alice, welcome } = gallery.town;
        const { card } = await review(gallery);
        gallery.later(3 * DAY_MINUTES);
        await gallery.decided(mona.clicks(card, 'Make Ambassador'));
        await gallery.calm();
        gallery.later();
        const answer = await gallery.runs(alice, '/ambassadors');
        return { as: alice, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'ambassador-term',
      caption: '`/ambassador term`: take a leave, come back, or step down.',
      alt: 'For Grace alone: since when she is an Ambassador, when the term ends, that she is on leave, and buttons to come back or step down',
      async play(gallery) {
        const { welcome } = gallery.town;
        const grace = gallery.person('Grace');
        gallery.later();
        const term = await gallery.runs(grace, '/ambassador term');
        await (await grace.clicks(term, 'Take a leave')).settled();
        return { as: grace, in: welcome, from: messageOf(term) };
      },
    },
    {
      name: 'ambassador-remove',
      caption: '`/ambassador remove`: for cause, with the reason. The same journey as `/demote`.',
      alt: 'For Mona alone: Grace is no Ambassador any more, with the reason that Mona gave',
      async play(gallery) {
        const { mona, welcome } = gallery.town;
        const grace = gallery.person('Grace');
        gallery.later();
        const answer = await gallery.decided(
          mona.runs(
            '/ambassador remove',
            { member: grace, reason: 'Shared what members had told her in confidence.' },
            { in: welcome },
          ),
        );
        return { as: mona, in: welcome, from: messageOf(answer) };
      },
    },
  ],
};
