// /questions list on Discord, and taking a question: from the list, the board, or a message in the question itself.
import { type GuildMember, PermissionFlagsBits } from 'discord.js';
import type { View } from '../../core/actions.ts';
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { Settings } from '../../core/settings.ts';
import type { Call, Component } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { findQuestion } from '../questions/store.ts';
import { letGo, take } from './claims.service.ts';
import type { TagNames } from './lines.view.ts';
import { letGoView, listView, noHelpChannelsView, takenView } from './list.view.ts';
import { isFilter, type ListState, PAGE_SIZE, readState } from './rules.ts';
import { look } from './store.ts';
import { channelIdsOf, MOST_TAG_CHARACTERS, suggestTags, tagMeant, tagsOfHelp } from './tags.discord.ts';

export const questionsList = slashCommand({
  name: 'questions list',
  group: 'commands.questions.description',
  description: 'commands.questions.list.description',
  topic: 'questions',
  answers: 'privately',
  options: {
    show: {
      type: 'choice',
      description: 'commands.questions.list.options.show',
      choices: {
        unanswered: 'attention.filters.unanswered',
        answered: 'attention.filters.answered',
        mine: 'attention.filters.mine',
      },
    },
    tag: {
      type: 'text',
      maxLength: MOST_TAG_CHARACTERS,
      description: 'commands.questions.list.options.tag',
      autocomplete: suggestTags,
    },
  },
  async run(call, { show: filter = 'unanswered', tag }) {
    const tagId = tag === undefined ? undefined : await tagMeant(call, tag);
    return isRefusal(tagId) ? tagId : show(call, { filter, tagId, page: 1 });
  },
});

export const listControls: readonly Component[] = [
  { action: 'show', answers: 'inPlace', run: (call, args) => turn(call, readState(args)) },
  // From the board, which everybody sees: a private list of one's own.
  { action: 'all', answers: 'privately', run: (call, args) => turn(call, readState(args)) },
  {
    action: 'filter',
    answers: 'inPlace',
    async run(call, args) {
      const state = readState(args);
      const chosen = call.interaction.isStringSelectMenu() ? (call.interaction.values[0] ?? '') : '';
      return turn(call, state && isFilter(chosen) ? { ...state, filter: chosen, page: 1 } : undefined);
    },
  },
  {
    action: 'take',
    // In one's own list the list shows it; elsewhere the message is everybody's and stays as it is.
    answers: (_presser, [, ...state]) => (readState(state) ? 'inPlace' : 'privately'),
    async run(call, [questionId = '', ...args]) {
      if (!(await maySee(call, questionId))) return refuse('questionUnknown');
      const taken = await take(call.ctx, { ...whose(call), questionId });
      if (isRefusal(taken)) return taken;
      const state = readState(args);
      return state ? show(call, state) : takenView(call.reading, taken);
    },
  },
  {
    action: 'letGo',
    answers: 'inPlace',
    async run(call, [questionId = '', ...args]) {
      const question = await letGo(call.ctx, { ...whose(call), questionId });
      if (isRefusal(question)) return question;
      const state = readState(args);
      return state ? show(call, state) : letGoView(call.reading, question);
    },
  },
];

const whose = ({ guildId, member }: Call) => ({ guildId, memberId: member.id });

const turn = async (call: Call, state: ListState | undefined): Promise<View | Refusal> =>
  state ? show(call, state) : refuse('outOfDate');

async function show(call: Call, state: ListState): Promise<View> {
  const { ctx, guildId, member, reading, interaction, commands } = call;
  const settings = await ctx.settings.of(guildId);
  if (settings.questions.channels.length === 0) {
    const maySetUp = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
    return noHelpChannelsView(reading, maySetUp ? commands.mention(guildId, 'setup') : undefined);
  }
  const wish = {
    guildId,
    filter: state.filter,
    channelIds: channelsSeenBy(member, settings),
    tagId: state.tagId,
    memberId: member.id,
    now: ctx.clock.now(),
  };
  const looked = await ctx.db.read((db) => look(db, wish, PAGE_SIZE, (state.page - 1) * PAGE_SIZE));
  // The last page may have emptied since its button was drawn.
  if (looked.questions.length === 0 && state.page > 1) return show(call, { ...state, page: 1 });
  return listView(reading, {
    ...looked,
    state,
    readerId: member.id,
    tagNames: tagNamesFrom(call, settings),
    hasBoard: settings.questions.boardChannelId !== undefined,
  });
}

function tagNamesFrom({ ctx }: Call, settings: Settings): TagNames {
  const names = new Map(tagsOfHelp(ctx, settings).map(({ id, name }) => [id, name]));
  return (id) => names.get(id);
}

/** The help channels that a member can see: nobody learns here of questions that are not theirs to read. */
export function channelsSeenBy(member: GuildMember, settings: Settings): string[] {
  return channelIdsOf(settings).filter((id) => canSee(member, id));
}

async function maySee({ ctx, member }: Call, questionId: string): Promise<boolean> {
  const question = await ctx.db.read((db) => findQuestion(db, questionId));
  return question !== undefined && canSee(member, question.channelId);
}

function canSee(member: GuildMember, channelId: string): boolean {
  const channel = member.guild.channels.cache.get(channelId);
  return channel?.permissionsFor(member).has(PermissionFlagsBits.ViewChannel) ?? false;
}
