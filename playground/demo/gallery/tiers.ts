// Pictures of decisions about tiers: done, under way, refused by Discord, refused by a rule, and the announcement.
import type { OptionValues } from '../../discord/command-options.ts';
import { messageOf, type Room } from './picture.ts';
import type { GalleryTown } from './town.ts';

const GIVING = { method: 'PUT', route: '/guilds/:guild/members/:user/roles/:role' };

function decide(gallery: GalleryTown, line: '/promote' | '/demote', options: OptionValues) {
  const { mona, welcome } = gallery.town;
  return gallery.decided(mona.runs(line, options, { in: welcome }));
}

export const tiers: Room = {
  heading: 'Promote and demote',
  pictures: [
    {
      name: 'promote',
      caption: '`/promote`: done.',
      alt: 'Mona is told, alone: Bob is now Helper, with her reason, and that it was announced',
      async play(gallery) {
        const { welcome, mona, bob } = gallery.town;
        gallery.later();
        const answer = await decide(gallery, '/promote', {
          member: bob,
          reason: 'Patient answers, all week, also to those who asked twice.',
        });
        return { as: mona, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'announcement',
      caption: 'The announcement. It pings that person and nobody else.',
      alt: 'In the channel for announcements: Bob is now Helper, thank you for all your help here',
      async play(gallery) {
        const { news, bob } = gallery.town;
        const [from] = [...news.messages.values()].slice(-1);
        if (from === undefined) throw new Error('Nothing was announced');
        return { as: bob, in: news, from };
      },
    },
    {
      name: 'promote-under-way',
      caption: 'Discord is slow: Laurel says so, keeps trying, and the next one is under way.',
      alt: 'Two private answers to Mona: Grace becomes Helper as soon as Discord has given the role, and one moment, I am asking Discord about Yuki',
      async play(gallery) {
        const { welcome, mona, yuki, discord } = gallery.town;
        gallery.later();
        discord.weather.fail({ ...GIVING, status: 500 });
        const slow = await decide(gallery, '/promote', {
          member: gallery.person('Grace'),
          reason: 'Explains without making anybody feel small.',
        });
        await mona.runs('/promote', { member: yuki, reason: 'First to answer, most days.' }, { in: welcome });
        return { as: mona, in: welcome, from: messageOf(slow) };
      },
    },
    {
      name: 'promote-failed',
      caption: 'Discord says no for good: what was not done, and how to mend it.',
      alt: 'Mona is told that Kavya did not become Helper, that nothing was announced, and that Laurel’s role has to be dragged above Helper',
      async play(gallery) {
        const { welcome, mona, guild, discord } = gallery.town;
        discord.weather.clear();
        for (let minute = 0; minute < 10; minute += 1) {
          gallery.later(1);
          await gallery.calm();
        }
        // While Discord hesitates, somebody drags the role out of reach.
        const trouble = discord.weather.fail({ ...GIVING, status: 500 });
        const asked = mona.runs(
          '/promote',
          { member: gallery.person('Kavya'), reason: 'Knows the plugins like nobody else.' },
          { in: welcome },
        );
        await discord.until(() => trouble.hits > 0, { hint: 'Discord is asked for the role' });
        const helper = gallery.role('Helper');
        const before = helper.position;
        guild.moveRole(helper, gallery.role('Laurel').position + 1);
        trouble.end();
        const answer = await gallery.decided(asked);
        guild.moveRole(helper, before);
        return { as: mona, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'promote-refused',
      caption: 'A no before anything is asked of Discord, with the fix.',
      alt: 'Three private answers to Mona: nobody decides about their own tier, a role that stands above Laurel’s own has to be dragged below, and a tier that is not on the ladder',
      async play(gallery) {
        const { welcome, mona, dimitris, guild } = gallery.town;
        gallery.later();
        const first = await decide(gallery, '/promote', { member: mona, reason: 'I try hard.' });
        const expert = gallery.role('Expert');
        const before = expert.position;
        guild.moveRole(expert, gallery.role('Laurel').position + 1);
        await decide(gallery, '/promote', { member: dimitris, reason: 'Deep answers.', tier: 'Expert' });
        guild.moveRole(expert, before);
        await decide(gallery, '/promote', { member: dimitris, reason: 'Deep answers.', tier: 'Wizard' });
        return { as: mona, in: welcome, from: messageOf(first) };
      },
    },
    {
      name: 'promote-without-role',
      caption: 'A tier without a role: Laurel can make the roles.',
      alt: 'The owner of a new server is told that Helper has no role yet, with a button to create the roles; below, the roles were made',
      async play(gallery) {
        const { ada, alice, general, guild } = gallery.newServer();
        const promote = { member: alice, reason: 'Kind to newcomers.' };
        const first = await gallery.decided(ada.runs('/promote', promote, { in: general }));
        const second = await gallery.decided(ada.runs('/promote', promote, { in: general }));
        await ada.clicks(second, 'Create the roles');
        await gallery.discord.until(() => second.text.includes('Every tier has its role'), {
          hint: `the roles of ${guild.name} are made`,
        });
        return { as: ada, in: general, from: messageOf(first) };
      },
    },
    {
      name: 'demote',
      caption: '`/demote`: quietly, one tier down, and off the ladder.',
      alt: 'Two private answers to Mona: Luca is now Helper, down from Guide, and then holds no tier any more, each with the reason',
      async play(gallery) {
        const { welcome, mona } = gallery.town;
        const luca = gallery.person('Luca');
        gallery.later();
        await decide(gallery, '/promote', { member: luca, reason: 'Stood in for Bob.', tier: 'Guide' });
        gallery.later();
        const first = await decide(gallery, '/demote', { member: luca, reason: 'Has less time this term.' });
        gallery.later();
        await decide(gallery, '/demote', { member: luca, reason: 'Asked for a break.' });
        return { as: mona, in: welcome, from: messageOf(first) };
      },
    },
  ],
};
