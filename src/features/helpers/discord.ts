// Helpers on Discord: /helper, with which a member agrees to be mentioned where help is needed, and the routing itself.
import type { View } from '../../core/actions.ts';
import { isRefusal, refuse } from '../../core/context.ts';
import { findTimeZone } from '../../core/time-zones.ts';
import type { Call, Component, Feature } from '../../discord/feature.ts';
import { type Autocomplete, slashCommand } from '../../discord/options.ts';
import type { Helper } from './routing.rules.ts';
import { routeQuestions } from './routing.service.ts';
import { HIGHEST_DAILY_LIMIT, hasDetails, readWish } from './rules.ts';
import { keepWish, noteLeaving, wishesOf } from './service.ts';
import { wishesView } from './view.ts';

const MOST_CHARACTERS = 60;

const suggestZones: Autocomplete = async ({ typed, reading }) => {
  const found = findTimeZone(typed, reading.locale);
  const zones = 'zone' in found ? [found.zone] : found.suggestions;
  return zones.map((zone) => ({ name: zone.replaceAll('_', ' '), value: zone }));
};

const helper = slashCommand({
  name: 'helper',
  description: 'commands.helper.description',
  topic: 'choices',
  answers: 'privately',
  options: {
    available: {
      type: 'choice',
      description: 'commands.helper.options.available',
      choices: { on: 'helpers.choices.on', off: 'helpers.choices.off' },
    },
    quiet_from: {
      type: 'text',
      maxLength: MOST_CHARACTERS,
      description: 'commands.helper.options.quietFrom',
    },
    quiet_to: { type: 'text', maxLength: MOST_CHARACTERS, description: 'commands.helper.options.quietTo' },
    time_zone: {
      type: 'text',
      maxLength: MOST_CHARACTERS,
      description: 'commands.helper.options.timeZone',
      autocomplete: suggestZones,
    },
    most_a_day: {
      type: 'integer',
      min: 1,
      max: HIGHEST_DAILY_LIMIT,
      description: 'commands.helper.options.mostADay',
    },
  },
  async run(call, options) {
    const { ctx, guildId, member, reading } = call;
    const wish = readWish(
      {
        available: options.available,
        quietFrom: options.quiet_from,
        quietTo: options.quiet_to,
        timeZone: options.time_zone,
        dailyLimit: options.most_a_day,
      },
      reading.locale,
    );
    if (isRefusal(wish)) return wish;
    if (Object.keys(wish).length === 0) return showOwn(call);
    return show(call, await keepWish(ctx, { guildId, memberId: member.id }, wish), hasDetails(wish));
  },
});

const controls: readonly Component[] = [
  { action: 'wishes', answers: 'privately', run: (call) => showOwn(call) },
  {
    action: 'switch',
    answers: 'inPlace',
    async run(call, [to]) {
      if (to !== 'on' && to !== 'off') return refuse('outOfDate');
      const whose = { guildId: call.guildId, memberId: call.member.id };
      return show(call, await keepWish(call.ctx, whose, { available: to === 'on' }));
    },
  },
];

async function showOwn(call: Call): Promise<View> {
  return show(call, await wishesOf(call.ctx, call.guildId, call.member.id));
}

async function show(
  { ctx, guildId, reading, commands }: Call,
  helper: Helper,
  detailsKept = false,
): Promise<View> {
  const { timeZone, questions } = await ctx.settings.of(guildId);
  return wishesView(reading, {
    helper,
    timeZone,
    routeMinutes: questions.channels.length > 0 ? questions.routeMinutes : 0,
    command: commands.mention(guildId, 'helper'),
    detailsKept,
  });
}

export const helpersFeature: Feature = {
  name: 'helpers',
  needs: [
    {
      permission: 'SendMessagesInThreads',
      why: 'mention those who agreed to it in a question that nobody answers',
    },
    { permission: 'ReadMessageHistory', why: 'look whether somebody has answered meanwhile' },
  ],
  commands: [helper],
  components: controls,
  listeners: {
    guildMemberRemove: (ctx, member) => noteLeaving(ctx, member.guild.id, member.id),
  },
  jobs: [{ name: 'bring questions to helpers', schedule: '* * * * *', run: routeQuestions }],
};
