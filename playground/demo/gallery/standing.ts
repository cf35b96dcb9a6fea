// Pictures of how people stand: the leaderboard and its variants, and profiles.
import { messageOf, type Room } from './picture.ts';

export const leaderboard: Room = {
  heading: 'Leaderboard',
  pictures: [
    {
      name: 'leaderboard',
      caption: '`/leaderboard`: points, this month.',
      alt: 'Claire used /leaderboard: ten people with their points, the first three with medals; below, Claire’s own place and what is missing to the next, buttons to turn the page and to find oneself, and two selects for board and period',
      async play(gallery) {
        const { welcome, claire } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(claire, '/leaderboard');
        return { as: claire, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'leaderboard-find-me',
      caption: 'Find me on somebody else’s board: a board of one’s own, for oneself alone.',
      alt: 'A private board for Omar, opened on the page where he stands, with his own place below',
      async play(gallery) {
        const { welcome, claire } = gallery.town;
        const omar = gallery.person('Omar');
        gallery.later();
        const answer = await gallery.runs(claire, '/leaderboard', { period: 'all' });
        const own = await (await omar.clicks(answer, 'Find me')).settled();
        return { as: omar, in: welcome, from: messageOf(own) };
      },
    },
    {
      name: 'leaderboard-thanks-given',
      caption: 'Another board and period: thanks given, all time.',
      alt: 'The board of thanks given, of all time; Alice asked for it, her own place below',
      async play(gallery) {
        const { welcome, alice } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(alice, '/leaderboard', { period: 'all', board: 'thanksGiven' });
        return { as: alice, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'leaderboard-empty',
      caption: 'A board on which nobody stands yet.',
      alt: 'The board of solutions, this week: nobody is on it yet, another period or board may have more to show',
      async play(gallery) {
        const { welcome, alice } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(alice, '/leaderboard', { period: 'week', board: 'solutions' });
        return { as: alice, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'leaderboard-first-day',
      caption: 'In a server in which nobody was thanked yet: how it begins.',
      alt: 'The leaderboard of a new server: nobody has been thanked yet, and it begins with one thank-you',
      async play(gallery) {
        const { alice, general } = gallery.newServer();
        const answer = await gallery.runs(alice, '/leaderboard', {}, general);
        return { as: alice, in: general, from: messageOf(answer) };
      },
    },
    {
      name: 'leaderboard-picture',
      caption: 'The first ten **As picture**.',
      alt: 'For Claire alone: the leaderboard of the month as a picture, ten people with place, initials, name and points, and a button to share it',
      async play(gallery) {
        const { welcome, claire } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(claire, '/leaderboard');
        const picture = await (await claire.clicks(answer, 'As picture')).settled();
        return { as: claire, in: welcome, from: messageOf(picture) };
      },
    },
  ],
};

export const profile: Room = {
  heading: 'Profile',
  pictures: [
    {
      name: 'profile',
      caption: '`/profile`: one’s own, for oneself alone.',
      alt: 'Bob’s own profile: his tier and who gave it, his points and place in each period, why he has these points with a link to each message, and buttons for more, what was taken back, what did not count, and Share',
      async play(gallery) {
        const { welcome, bob } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(bob, '/profile');
        return { as: bob, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'profile-why',
      caption: 'Why these points: each recognition, and why one counts less.',
      alt: 'The list of Bob’s recognitions, page 1: points, kind, who gave it, when, with a link to the message',
      async play(gallery) {
        const { welcome, bob } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(bob, '/profile');
        await (await bob.clicks(answer, 'Why these points')).settled();
        return { as: bob, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'profile-taken-back',
      caption: 'What was taken back, and which of one’s own thanks did not count.',
      alt: 'Two private answers to Femi: thanks that were taken back, each with the reason, and his own thanks that did not count, with the reason',
      async play(gallery) {
        const { welcome, help } = gallery.town;
        const [femi, ines] = [gallery.person('Femi'), gallery.person('Ines')];
        gallery.later(60);
        const given = await femi.says(help, `thank you ${ines.mention}`);
        await gallery.signed(given);
        gallery.later(3);
        await femi.says(help, `and thanks again, ${ines.mention}`);
        const answer = await femi.says(help, 'Try it with the other region.');
        await gallery.person('Tomas').reacts(answer, '🙏');
        await gallery.calm();
        await gallery.person('Tomas').unreacts(answer, '🙏');
        await gallery.calm();
        const first = await gallery.runs(femi, '/profile');
        await (await femi.clicks(first, 'Taken back')).settled();
        const second = await gallery.runs(femi, '/profile');
        await (await femi.clicks(second, 'Not counted')).settled();
        return { as: femi, in: welcome, from: messageOf(first) };
      },
    },
    {
      name: 'profile-member',
      caption: '`/profile member`: somebody else’s, as everybody may see it.',
      alt: 'Mona looks at Bob’s profile: tier, points and places, and his latest recognitions',
      async play(gallery) {
        const { welcome, mona, bob } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(mona, '/profile', { member: bob });
        return { as: mona, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'profile-shared',
      caption: 'Shared: the short form, in the channel.',
      alt: 'Bob’s profile card in a channel: his tier, and points, place, people helped and days for this month and all time',
      async play(gallery) {
        const { welcome, bob, alice, discord } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(bob, '/profile');
        await bob.clicks(answer, 'Share');
        const shared = await discord.until(
          () =>
            [...welcome.messages.values()].at(-1)?.author.id === discord.bot.user.id &&
            [...welcome.messages.values()].at(-1),
          { hint: 'the profile is shared' },
        );
        await gallery.calm();
        return { as: alice, in: welcome, from: shared };
      },
    },
    {
      name: 'profile-picture',
      caption: '**As picture**: the same to keep, or to share.',
      alt: 'For Bob alone: his profile as a picture, with his tier, how many people he helped, his solutions and thank-yous, his badges and what he knows, and a button to share it',
      async play(gallery) {
        const { welcome, bob } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(bob, '/profile');
        const picture = await (await bob.clicks(answer, 'As picture')).settled();
        return { as: bob, in: welcome, from: messageOf(picture) };
      },
    },
    {
      name: 'profile-first-day',
      caption: 'Of somebody whom nobody thanked yet.',
      alt: 'Lena’s own profile: no tier yet, how many thank-yous she gave, and what will show here',
      async play(gallery) {
        const { welcome } = gallery.town;
        const lena = gallery.person('Lena');
        gallery.later();
        const answer = await gallery.runs(lena, '/profile');
        return { as: lena, in: welcome, from: messageOf(answer) };
      },
    },
  ],
};
