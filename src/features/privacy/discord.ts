// /privacy: what a member may choose about themselves, answered to them alone; and taking an abusive pseudonym away.
import { type GuildMember, PermissionFlagsBits } from 'discord.js';
import type { View } from '../../core/actions.ts';
import { isRefusal, refuse } from '../../core/context.ts';
import type { Answer, Call, ComponentInteraction, Feature } from '../../discord/feature.ts';
import { type Autocomplete, slashCommand } from '../../discord/options.ts';
import { dataComponents, dataJobs, dataListeners, inDirectMessages } from './data.discord.ts';
import { choicesView } from './data.view.ts';
import { LONGEST_PSEUDONYM, tidied } from './pseudonyms.rules.ts';
import * as service from './service.ts';
import { isSwitch, PSEUDONYM_FIELD, privacyView, pseudonymForm, removedView, type Switch } from './view.ts';
import { chooseNotice, isNotice, type Notice, noticeOf } from './wishes.service.ts';

const NAME = 'privacy';
const LONGEST_REASON = 300;
/** Members whose names are compared with a pseudonym. */
const MOST_FOUND = 100;

const privacy = slashCommand({
  name: NAME,
  description: 'commands.privacy.description',
  topic: 'choices',
  answers: 'privately',
  direct: inDirectMessages,
  options: {
    board: {
      type: 'choice',
      description: 'commands.privacy.options.board',
      choices: { on: 'privacy.switch.on', off: 'privacy.switch.off' },
    },
  },
  run: async (call, { board }) => shown(call, board ? await choose(call, board) : await chosen(call)),
});

const suggestPseudonyms: Autocomplete = async ({ ctx, guildId, typed }) =>
  (await service.pseudonymsLike(ctx, guildId, typed)).map((name) => ({ name, value: name }));

const remove = slashCommand({
  name: 'pseudonym remove',
  group: 'commands.pseudonym.description',
  description: 'commands.pseudonym.remove.description',
  answers: 'privately',
  requires: PermissionFlagsBits.ManageRoles,
  options: {
    pseudonym: {
      type: 'text',
      required: true,
      maxLength: LONGEST_PSEUDONYM,
      description: 'commands.pseudonym.remove.options.pseudonym',
      autocomplete: suggestPseudonyms,
    },
    reason: {
      type: 'text',
      required: true,
      maxLength: LONGEST_REASON,
      description: 'commands.pseudonym.remove.options.reason',
    },
  },
  async run({ ctx, guildId, member, reading }, { pseudonym: typed, reason }) {
    if (reason.trim() === '') return refuse('reasonMissing');
    const removed = await service.removePseudonym(ctx, { guildId, moderatorId: member.id, typed, reason });
    return isRefusal(removed) ? removed : removedView(reading, removed);
  },
});

function chosen({ ctx, guildId, member }: Call): Promise<service.Choices> {
  return service.choicesOf(ctx, guildId, member.id);
}

function choose({ ctx, guildId, member }: Call, board: Switch): Promise<service.Choices> {
  return service.chooseBoard(ctx, guildId, member.id, board === 'on');
}

async function choosePseudonym(call: Call<ComponentInteraction>): Promise<Answer> {
  const { ctx, guildId, member, interaction } = call;
  if (!interaction.isModalSubmit()) return refuse('outOfDate');
  const typed = interaction.fields.getTextInputValue(PSEUDONYM_FIELD);
  const memberNames = await namesLike(member, tidied(typed));
  if (memberNames === undefined) return refuse('tryAgain');
  const choices = await service.choosePseudonym(ctx, { guildId, memberId: member.id, typed, memberNames });
  return isRefusal(choices) ? choices : shown(call, choices);
}

/** Names of other members that begin like this one, as Discord finds them; nothing if it did not answer. */
async function namesLike({ id, guild }: GuildMember, name: string): Promise<string[] | undefined> {
  const [query = ''] = name.split(' ');
  if (query === '') return [];
  const found = await guild.members.search({ query, limit: MOST_FOUND, cache: false }).catch(() => undefined);
  return (
    found &&
    [...found.values()]
      .filter((other) => other.id !== id)
      .flatMap(({ displayName, user }) => [displayName, user.username])
  );
}

/** What is chosen for the boards, and below it what is noticed and the way to one's data. */
async function shown(call: Call, choices: service.Choices): Promise<View> {
  const { ctx, reading, commands, guildId, member } = call;
  const mention = commands.mention(guildId, NAME);
  const notice = await noticeOf(ctx, guildId, member.id);
  const { components } = privacyView(reading, choices, mention, notice === 'leftOut');
  return { components: [...components, ...choicesView(reading, notice, mention).components] };
}

async function decide(call: Call, notice: Notice): Promise<View> {
  await chooseNotice(call.ctx, call.guildId, call.member.id, notice);
  return shown(call, await chosen(call));
}

export const privacyFeature: Feature = {
  name: NAME,
  servesLeftOut: true,
  commands: [privacy, remove],
  listeners: dataListeners,
  jobs: dataJobs,
  components: [
    ...dataComponents,
    {
      action: 'notice',
      answers: 'inPlace',
      async run(call) {
        const [notice] = call.interaction.isStringSelectMenu() ? call.interaction.values : [];
        return isNotice(notice) ? decide(call, notice) : refuse('outOfDate');
      },
    },
    { action: 'leaveOut', answers: 'inPlace', run: (call) => decide(call, 'leftOut') },
    {
      action: 'board',
      answers: 'inPlace',
      run: async (call, [board]) =>
        isSwitch(board) ? shown(call, await choose(call, board)) : refuse('outOfDate'),
    },
    {
      action: 'name',
      answers: 'inPlace',
      run: async (call) => ({ form: pseudonymForm(call.reading, await chosen(call)) }),
    },
    { action: 'named', answers: 'inPlace', run: choosePseudonym },
  ],
};
