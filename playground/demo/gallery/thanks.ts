// Pictures of thanks: in words, by reaction, by command and by menu, refused, and counted for less.
import { messageOf, type Room } from './picture.ts';

export const thanks: Room = {
  heading: 'Thanks',
  pictures: [
    {
      name: 'thanks-in-words',
      caption: 'Thanks in words: a small 🌿 on the message says that it counted. Reactions count quietly.',
      alt: 'Alice asks why her deploy hangs, Bob answers, Alice replies with thanks; Laurel has put a 🌿 on her reply, and Bob’s answer carries 🙏 and ⭐ from others',
      async play(gallery) {
        const { help, alice, bob, claire, dimitris } = gallery.town;
        gallery.later();
        const from = await alice.says(
          help,
          'My deploy hangs at “waiting for workers”. Has anybody seen that?',
        );
        gallery.later(1);
        const answer = await bob.replies(
          from,
          'Yes: the health check wants port 8080. Set `PORT=8080` and it goes through.',
        );
        await claire.reacts(answer, '🙏');
        await dimitris.reacts(answer, '⭐');
        gallery.later(1);
        await gallery.signed(await alice.replies(answer, 'That was it, thank you so much'));
        return { as: alice, in: help, from };
      },
    },
    {
      name: 'thanks-short-reply',
      caption: 'A server may choose a short reply in place of the 🌿.',
      alt: 'Yuki thanks Grace in Japanese, and Laurel replies in one line: Grace was thanked and has so many points now',
      async play(gallery) {
        const { help, yuki } = gallery.town;
        await gallery.change((settings) => ({ ...settings, sign: 'reply' }));
        gallery.later();
        const from = await yuki.says(help, 'Is there a dark theme?');
        gallery.later(1);
        const answer = await gallery.person('Grace').replies(from, 'Settings → Appearance.');
        gallery.later(1);
        await gallery.answered(await yuki.replies(answer, 'ありがとうございます、助かりました'), help);
        await gallery.change((settings) => ({ ...settings, sign: 'reaction' }));
        return { as: yuki, in: help, from };
      },
    },
    {
      name: 'thanks-command',
      caption: '`/thanks`, with a reason and an Undo; and what stays after Undo.',
      alt: 'Alice used /thanks: Laurel says that Alice thanks Mona, quotes her reason, and tells Mona’s new points, with an Undo button. Below, thanks that Jonas took back',
      async play(gallery) {
        const { welcome, alice, mona } = gallery.town;
        const [jonas, femi] = [gallery.person('Jonas'), gallery.person('Femi')];
        gallery.later();
        const given = await gallery.runs(alice, '/thanks', { member: mona, reason: 'sorted out my invoice' });
        gallery.later(1);
        const undone = await gallery.runs(jonas, '/thanks', { member: femi });
        await jonas.clicks(undone, 'Undo');
        return { as: alice, in: welcome, from: messageOf(given) };
      },
    },
    {
      name: 'thanks-menu',
      caption: '*Apps → Thank the author*, on a message.',
      alt: 'The menu of a message of Kavya’s is open; Thank the author is its first entry',
      async play(gallery) {
        const { help, alice } = gallery.town;
        gallery.later();
        const from = await gallery
          .person('Kavya')
          .says(help, 'For whoever finds this later: `sprout doctor` shows which plugin is too old.');
        return {
          as: alice,
          in: help,
          from,
          async opens(tab) {
            const message = tab.locator('.message').last();
            await message.focus();
            await message.getByRole('button', { name: 'More' }).click();
            return { besides: tab.getByRole('menu') };
          },
        };
      },
    },
    {
      name: 'thanks-menu-answer',
      caption: 'The answer to it, for the one who thanked; the author’s message gets the 🌿.',
      alt: 'Kavya’s message carries a 🌿; below it Laurel tells Alice alone that she thanked Kavya, with an Undo button',
      async play(gallery) {
        const { help, alice } = gallery.town;
        gallery.later();
        const from = await gallery
          .person('Kavya')
          .says(help, 'And `sprout doctor --fix` updates it, if you let it.');
        await (await alice.uses('Thank the author', from)).settled();
        await gallery.calm();
        return { as: alice, in: help, from };
      },
    },
    {
      name: 'thanks-refused',
      caption: 'A polite no, to the one who asked alone: oneself, a bot, too soon.',
      alt: 'Three private answers to Alice: thanking herself does not count, bots help without being thanked, and she thanked Mona a few minutes ago, with the time of that and of the next one that counts',
      async play(gallery) {
        const { welcome, help, alice, mona } = gallery.town;
        gallery.later(30);
        await gallery.runs(alice, '/thanks', { member: mona }, help);
        gallery.later();
        const first = await gallery.runs(alice, '/thanks', { member: alice });
        await gallery.runs(alice, '/thanks', { member: gallery.discord.bot });
        await gallery.runs(alice, '/thanks', { member: mona });
        return { as: alice, in: welcome, from: messageOf(first) };
      },
    },
    {
      name: 'thanks-for-less',
      caption: 'The same two people again and again: said, and counted for less.',
      alt: 'The fourth thanks from Tomas to Omar: it says in small print that it counts half',
      async play(gallery) {
        const { welcome } = gallery.town;
        const [tomas, omar] = [gallery.person('Tomas'), gallery.person('Omar')];
        for (let time = 0; time < 3; time += 1) {
          await gallery.runs(tomas, '/thanks', { member: omar });
          gallery.later(40);
        }
        const fourth = await gallery.runs(tomas, '/thanks', { member: omar, reason: 'found my lost backup' });
        return { as: tomas, in: welcome, from: messageOf(fourth) };
      },
    },
  ],
};
