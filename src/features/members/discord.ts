// Members as they come, go and are seen: since when they are here.
import { Events, type GuildMember, type PartialGuildMember } from 'discord.js';
import type { Context } from '../../core/context.ts';
import type { Feature } from '../../discord/feature.ts';
import { catchUpEverywhere, type Join, noteNews, noteSeen, wasSeen } from './service.ts';

export const membersFeature: Feature = {
  name: 'members',
  listeners: {
    [Events.MessageCreate]: (ctx, { member, author, createdTimestamp }) => {
      const join = author.bot ? undefined : joinOf(member);
      return join && !wasSeen(ctx, join) ? noteSeen(ctx, join, createdTimestamp) : undefined;
    },
    [Events.GuildMemberAdd]: toldOf,
    [Events.GuildMemberRemove]: toldOf,
  },
  // After the boards were compared with who is here.
  jobs: [{ name: 'ask since when members are here', schedule: '51 3 * * *', run: catchUpEverywhere }],
};

async function toldOf(ctx: Context, member: GuildMember | PartialGuildMember): Promise<void> {
  const join = member.user?.bot ? undefined : joinOf(member);
  if (join) await noteNews(ctx, join);
}

function joinOf(member: GuildMember | PartialGuildMember | null): Join | undefined {
  const joinedAt = member?.joinedTimestamp;
  return member && joinedAt ? { guildId: member.guild.id, memberId: member.id, joinedAt } : undefined;
}
