// Rising on Discord: the ladder, holidays, and the nightly and weekly looks at everybody.
import type { Context } from '../../core/context.ts';
import { isRefusal } from '../../core/context.ts';
import { visitServers } from '../../core/server-rounds.ts';
import { languages, type Reading } from '../../core/texts.ts';
import type { Component, Feature } from '../../discord/feature.ts';
import { type Autocomplete, slashCommand } from '../../discord/options.ts';
import { weighAll } from './fall.service.ts';
import { ladderFor } from './ladder.service.ts';
import { readDay, type Span, today } from './leave.rules.ts';
import { endLeave, listLeaves, takeLeave } from './leave.service.ts';
import { leavesView } from './leave.view.ts';
import { reconcile } from './reconcile.service.ts';
import { followCredit, riseAll } from './rise.service.ts';
import { settle } from './settling.ts';
import { guildsWithSettings } from './store.ts';
import { ladderView } from './view.ts';

const tiers = slashCommand({
  name: 'tiers',
  description: 'commands.tiers.description',
  topic: 'standing',
  answers: 'privately',
  options: {},
  async run({ ctx, guildId, member, reading, commands }) {
    const who = { guildId, memberId: member.id };
    const ladder = await ladderFor(ctx, who, member.joinedTimestamp ?? undefined);
    return ladderView(reading, {
      ...ladder,
      roleIds: new Set(member.guild.roles.cache.keys()),
      mention: (command) => commands.mention(guildId, command),
    });
  },
});

/** Days offered while somebody types, counted from today. */
const OFFERED_DAYS = [0, 1, 7, 14, 21, 28] as const;

/** In which days are understood: those that we speak, and the reader's own. */
const languagesOf = ({ locale }: Reading) => [...languages, locale];

const suggestDays: Autocomplete = async ({ ctx, guildId, reading, typed }) => {
  const { timeZone } = await ctx.settings.of(guildId);
  const first = today(ctx.clock.now(), timeZone);
  const dateOf = (day: Temporal.PlainDate) =>
    reading.date(day.toZonedDateTime({ timeZone, plainTime: '12:00' }).epochMilliseconds, {
      dateStyle: 'full',
      timeZone,
    });
  const meant = readDay(typed, first, languagesOf(reading));
  if (meant) return [{ name: dateOf(meant), value: meant.toString() }];
  const wanted = typed.trim().toLowerCase();
  return OFFERED_DAYS.map((days) => {
    const day = first.add({ days });
    const name = days <= 1 ? `${dateOf(day)} (${reading.daysAhead(days)})` : dateOf(day);
    return { name, value: day.toString() };
  }).filter(({ name, value }) => name.toLowerCase().includes(wanted) || value.includes(wanted));
};

const leave = slashCommand({
  name: 'leave',
  description: 'commands.leave.description',
  topic: 'choices',
  answers: 'privately',
  options: {
    from: {
      type: 'text',
      maxLength: 20,
      autocomplete: suggestDays,
      description: 'commands.leave.options.from',
    },
    to: { type: 'text', maxLength: 20, autocomplete: suggestDays, description: 'commands.leave.options.to' },
  },
  async run({ ctx, guildId, member, reading }, { from, to }) {
    const who = { guildId, memberId: member.id };
    const now = ctx.clock.now();
    const shown = async (taken?: Span) =>
      leavesView(reading, await listLeaves(ctx, who), { now, ...(taken && { taken }) });
    if (from === undefined && to === undefined) return shown();
    const span = await takeLeave(ctx, who, { from, to, languages: languagesOf(reading) });
    return isRefusal(span) ? span : shown(span);
  },
});

const cancelLeave: Component = {
  action: 'end-leave',
  answers: 'inPlace',
  async run({ ctx, guildId, member, reading }, [id]) {
    const who = { guildId, memberId: member.id };
    const no = await endLeave(ctx, who, Number(id));
    if (isRefusal(no)) return no;
    const note = reading.t('rising.leave.ended');
    return leavesView(reading, await listLeaves(ctx, who), { now: ctx.clock.now(), note });
  },
};

async function everywhere(
  ctx: Context,
  errand: string,
  work: (guildId: string) => Promise<void>,
): Promise<void> {
  await visitServers(ctx, { feature: 'rising', errand }, await ctx.db.read(guildsWithSettings), work);
}

export const risingFeature: Feature = {
  name: 'rising',
  needs: [
    { permission: 'ManageRoles', why: 'give and take the roles of tiers that a rule gives' },
    {
      permission: 'SendMessages',
      why: 'say in the channel for announcements that somebody should look at /tiers',
    },
  ],
  commands: [tiers, leave],
  components: [cancelLeave],
  onSettled: settle,
  onCredit: followCredit,
  jobs: [
    {
      // What time alone brings: days in the server, days without a reversed case.
      name: 'raise who meets a tier',
      schedule: '20 3 * * *',
      run: (ctx) =>
        everywhere(ctx, 'raise', async (guildId) => {
          const risen = await riseAll(ctx, guildId);
          if (risen > 0) ctx.log.info({ feature: 'rising', guildId, risen }, 'members rose overnight');
        }),
    },
    {
      name: 'compare roles with the truth',
      schedule: '40 3 * * *',
      run: (ctx) => everywhere(ctx, 'compare roles', (guildId) => reconcile(ctx, guildId)),
    },
    {
      name: 'weigh tiers',
      schedule: '0 7 * * 1',
      run: (ctx) =>
        everywhere(ctx, 'weigh', async (guildId) => {
          const outcome = await weighAll(ctx, guildId);
          ctx.log.info({ feature: 'rising', guildId, ...outcome }, 'tiers weighed');
        }),
    },
  ],
};
