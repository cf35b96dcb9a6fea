// Pictures of /doctor: all well, and with the things that go wrong most.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { messageOf, type Room } from './picture.ts';

/** Stands last: what is broken for the second picture stays so. */
export const doctor: Room = {
  heading: 'Doctor',
  pictures: [
    {
      name: 'doctor',
      caption: '`/doctor`: what keeps Laurel from working well here, and how to mend it. All is well.',
      alt: 'For Ada alone: a line for each thing that was looked at, such as rights, channels, roles and backups, each with a green tick, and a button to check again',
      async play(gallery) {
        const { ada, welcome } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(ada, '/doctor');
        return { as: ada, in: welcome, from: messageOf(answer) };
      },
    },
    {
      name: 'doctor-faults',
      caption: 'The same after somebody moved a role, closed a channel and deleted another.',
      alt: 'For Ada alone: three lines with a red cross, each with what to do: a role to drag, a right to give in a channel, and a channel to choose anew; the others have a green tick',
      async play(gallery) {
        const { ada, welcome, guild, help, news, discord } = gallery.town;
        const expert = [...guild.roles.values()].find(({ name }) => name === 'Expert');
        if (expert === undefined) throw new Error('There is no Expert in the town');
        guild.moveRole(expert, guild.roles.size - 1);
        guild.overwrite(help, [{ for: discord.bot, deny: Bits.ReadMessageHistory | Bits.AddReactions }]);
        guild.deleteChannel(news);
        await gallery.calm();
        gallery.later();
        const answer = await gallery.runs(ada, '/doctor');
        return { as: ada, in: welcome, from: messageOf(answer) };
      },
    },
  ],
};
