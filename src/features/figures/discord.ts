// The figures of questions on Discord: /questions stats and its controls.
import type { View } from '../../core/actions.ts';
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { Call, Component, ComponentInteraction, Feature } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { MOST_TAG_CHARACTERS, suggestTags, tagMeant, tagsOfHelp } from '../attention/tags.discord.ts';
import { drawPicture } from '../pictures/drawing.ts';
import { DEFAULT_PERIOD, isPeriodKind, readState, type StatsState, tagChosen } from './rules.ts';
import { gatherFigures } from './service.ts';
import { chartShown, figuresView } from './view.ts';

const stats = slashCommand({
  name: 'questions stats',
  group: 'commands.questions.description',
  description: 'commands.questions.stats.description',
  topic: 'questions',
  answers: 'privately',
  options: {
    period: {
      type: 'choice',
      description: 'commands.questions.stats.options.period',
      choices: {
        week: 'figures.periods.week',
        month: 'figures.periods.month',
        quarter: 'figures.periods.quarter',
        year: 'figures.periods.year',
        all: 'figures.periods.all',
      },
    },
    tag: {
      type: 'text',
      maxLength: MOST_TAG_CHARACTERS,
      description: 'commands.questions.stats.options.tag',
      autocomplete: suggestTags,
    },
  },
  async run(call, { period: kind = DEFAULT_PERIOD, tag }) {
    const tagId = tag === undefined ? undefined : await tagMeant(call, tag);
    return isRefusal(tagId) ? tagId : show(call, { kind, tagId });
  },
});

type Press = Call<ComponentInteraction>;

/** A menu of the message; `turn` says what is to be shown next. */
function menu(
  action: string,
  turn: (state: StatsState, chosen: string) => StatsState | undefined,
): Component {
  return {
    action,
    answers: 'inPlace',
    async run(call: Press, args): Promise<View | Refusal> {
      const { interaction } = call;
      const chosen = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
      const state = readState(args);
      const next = state && turn(state, chosen);
      return next ? show(call, next) : refuse('outOfDate');
    },
  };
}

const menus: readonly Component[] = [
  menu('period', (state, kind) => (isPeriodKind(kind) ? { ...state, kind } : undefined)),
  menu('tag', (state, value) => ({ ...state, tagId: tagChosen(value) })),
];

async function show({ ctx, guildId, reading, at }: Call, state: StatsState): Promise<View> {
  const settings = await ctx.settings.of(guildId);
  const { timeZone } = settings;
  const figures = await gatherFigures(ctx, { guildId, ...state, at, timeZone });
  const png =
    figures.asked > 0
      ? await drawPicture(
          { kind: 'chart', chart: chartShown(reading, { figures, state, timeZone }) },
          ctx.log,
        )
      : undefined;
  return figuresView(reading, { figures, state, timeZone, tags: tagsOfHelp(ctx, settings) }, png);
}

export const figuresFeature: Feature = { name: 'figures', commands: [stats], components: menus };
