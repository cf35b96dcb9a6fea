// Thanks from before Laurel came, on Discord: the page with its estimate, and the buttons that begin, pause, go on and stop.
import { PermissionFlagsBits } from 'discord.js';
import { type Refusal, refuse } from '../../core/context.ts';
import type { Answer, Call, Component, ComponentInteraction, Feature } from '../../discord/feature.ts';
import { sampleOf } from './channels.discord.ts';
import { follow, type Latest, unfollow, unfollowAll } from './follow.discord.ts';
import { forgetGuild, readOn, readOnEverywhere, stopEverywhere, stopReading } from './reading.discord.ts';
import { beginningOf, type Days, daysFrom, estimate, stateAfter, USUAL_DAYS } from './rules.ts';
import { change, endOfPast, readingOf, start } from './service.ts';
import { historyView, type Offer } from './view.ts';

type Press = Call<ComponentInteraction>;

/** The page as it is now, and as it will be while something is read; with a word about why what was asked for was not done. */
async function page(call: Press, days: Days = USUAL_DAYS, no?: Refusal): Promise<Answer> {
  unfollow(call);
  const { view, goesOn } = await latest(call, days, no);
  if (goesOn) follow(call, () => latest(call));
  return view;
}

async function latest(call: Press, days: Days = USUAL_DAYS, no?: Refusal): Promise<Latest> {
  const { ctx, guildId, reading } = call;
  const [past, until] = await Promise.all([readingOf(ctx, guildId), endOfPast(ctx, guildId)]);
  const offer = stateAfter(past?.state, 'start') ? await offerOf(call, until, days) : undefined;
  const note = no && reading.t(`refusal.${no.refused}`, no.values);
  return { view: historyView({ reading, until, past, offer, note }), goesOn: past?.state === 'running' };
}

async function offerOf({ ctx, interaction }: Press, until: number, days: Days): Promise<Offer> {
  const span = { since: beginningOf(until, days), until };
  const { samples, channels } = await sampleOf(ctx, interaction.guild, span);
  const isKnown = samples.length > 0;
  return { days, channels, estimate: isKnown ? estimate(samples, channels, span) : undefined };
}

function open(call: Press): Promise<Answer> {
  const { interaction } = call;
  return page(call, daysFrom(interaction.isAnySelectMenu() ? interaction.values[0] : undefined));
}

async function begin(call: Press, [typed]: readonly string[]): Promise<Answer> {
  const days = daysFrom(typed);
  if (days === undefined) return refuse('outOfDate');
  const no = await start(call.ctx, by(call), days);
  if (!no) readOn(call.ctx, call.interaction.guild);
  return page(call, days, no);
}

const stop = (deed: 'pause' | 'cancel') => async (call: Press) => {
  const no = await change(call.ctx, by(call), deed);
  if (!no) await stopReading(call.ctx, call.guildId);
  return page(call, USUAL_DAYS, no);
};

async function goOn(call: Press): Promise<Answer> {
  const no = await change(call.ctx, by(call), 'goOn');
  if (!no) readOn(call.ctx, call.interaction.guild);
  return page(call, USUAL_DAYS, no);
}

const by = ({ guildId, member }: Press) => ({ guildId, memberId: member.id });

const press = (action: string, run: Component['run']): Component => ({
  action,
  answers: 'inPlace',
  requires: PermissionFlagsBits.ManageGuild,
  run,
});

export const historyFeature: Feature = {
  name: 'history',
  needs: [
    { permission: 'ReadMessageHistory', why: 'count thanks from before Laurel came, where that is wanted' },
  ],
  components: [
    press('open', open),
    press('start', begin),
    press('pause', stop('pause')),
    press('goOn', goOn),
    press('cancel', stop('cancel')),
  ],
  listeners: {
    guildAvailable: (ctx, guild) => readOn(ctx, guild),
    guildDelete: (ctx, guild) => forgetGuild(ctx, guild.id),
  },
  jobs: [{ name: 'go on with past thanks', schedule: '*/5 * * * *', run: readOnEverywhere }],
  stop(ctx) {
    unfollowAll(ctx);
    return stopEverywhere(ctx);
  },
};
