// The buttons of /privacy for one's own data, in servers and in direct messages, and what happens to it by itself.
import type { GuildMember, PartialGuildMember } from 'discord.js';
import type { View } from '../../core/actions.ts';
import type { Context } from '../../core/context.ts';
import type { Reading } from '../../core/texts.ts';
import { textView } from '../../core/views.ts';
import type { Component, DirectCall, Job, Listeners } from '../../discord/feature.ts';
import * as view from './data.view.ts';
import { forgetPerson } from './erasing.service.ts';
import { exportPerson } from './export.service.ts';
import * as retention from './retention.service.ts';

/** What a press needs, wherever it comes from. Whose data it is, is whoever pressed: no id says it. */
interface Press {
  ctx: Context;
  userId: string;
  reading: Reading;
  inServer: boolean;
}

function anywhere(
  action: string,
  answers: 'privately' | 'inPlace',
  work: (press: Press) => Promise<View>,
): Component {
  return {
    action,
    answers,
    run: ({ ctx, member, reading }) => work({ ctx, userId: member.id, reading, inServer: true }),
    direct: ({ ctx, userId, reading }) => work({ ctx, userId, reading, inServer: false }),
  };
}

export const dataComponents: readonly Component[] = [
  anywhere('kept', 'privately', async ({ reading }) => view.keptView(reading)),
  anywhere('export', 'privately', async ({ ctx, userId, reading }) =>
    view.exportView(reading, await exportPerson(ctx, userId)),
  ),
  anywhere('delete', 'privately', async ({ reading }) => view.eraseView(reading)),
  anywhere('keep', 'inPlace', async ({ reading }) => textView(reading.t('privacy.erase.kept'))),
  anywhere('erase', 'inPlace', async ({ ctx, userId, reading, inServer }) => {
    await forgetPerson(ctx, userId);
    return view.erasedView(reading, { inServer });
  }),
];

/** `/privacy` in direct messages. */
export async function inDirectMessages({ reading }: DirectCall): Promise<View> {
  return view.directView(reading);
}

export const dataListeners: Listeners = {
  clientReady: (ctx, client) => retention.compareGuilds(ctx, [...client.guilds.cache.keys()]),
  guildCreate: (ctx, guild) => retention.guildJoined(ctx, guild.id),
  // A server that is out of order is none that took Laurel out: discord.js tells of that by another event.
  guildDelete: (ctx, guild) => retention.guildLeft(ctx, guild.id),
  guildMemberRemove: (ctx, { guild, id }: GuildMember | PartialGuildMember) =>
    retention.memberLeft(ctx, guild.id, id),
};

export const dataJobs: readonly Job[] = [
  { name: 'forget what is due', schedule: '53 4 * * *', run: retention.forgetWhatIsDue },
];
