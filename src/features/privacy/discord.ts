// /privacy: what a member may choose about themselves, answered to them alone; and taking an abusive pseudonym away.
import { type GuildMember, PermissionFlagsBits } from 'discord.js';
import type { View } from '../../core/actions.ts';
<<<<<<< HEAD
import { isRefusal, refuse } from '../../core/context.ts';
import type { Answer, Call, ComponentInteraction, Feature } from '../../discord/feature.ts';
import { type Autocomplete, slashCommand } from '../../discord/options.ts';
import { LONGEST_PSEUDONYM, tidied } from './pseudonyms.rules.ts';
import * as service from './service.ts';
import { isSwitch, PSEUDONYM_FIELD, privacyView, pseudonymForm, removedView, type Switch } from './view.ts';
=======
import { refuse } from '../../core/context.ts';
import type { Call, Feature } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { dataComponents, dataJobs, dataListeners, inDirectMessages } from './data.discord.ts';
import { type Choices, choicesOf, chooseBoard } from './service.ts';
import { isSwitch, privacyView, type Switch } from './view.ts';
import { chooseNotice, isNotice, type Notice } from './wishes.service.ts';
>>>>>>> c7c5261 (Members can read, take along and delete what is kept of them, and choose what is noticed; data goes by its age, with those who left and with a server)

const NAME = 'privacy';
const LONGEST_REASON = 300;
/** Members whose names are compared with a pseudonym. */
const MOST_FOUND = 100;

const privacy = slashCommand({
  name: NAME,
  description: 'commands.privacy.description',
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

<<<<<<< HEAD
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

function shown({ reading, commands, guildId }: Call, choices: service.Choices): View {
=======
async function decide({ ctx, guildId, member }: Call, notice: Notice): Promise<Choices> {
  await chooseNotice(ctx, guildId, member.id, notice);
  return choicesOf(ctx, guildId, member.id);
}

function shown({ reading, commands, guildId }: Call, choices: Choices): View {
>>>>>>> c7c5261 (Members can read, take along and delete what is kept of them, and choose what is noticed; data goes by its age, with those who left and with a server)
  return privacyView(reading, choices, commands.mention(guildId, NAME));
}

export const privacyFeature: Feature = {
  name: NAME,
<<<<<<< HEAD
  commands: [privacy, remove],
=======
  servesLeftOut: true,
  commands: [privacy],
  listeners: dataListeners,
  jobs: dataJobs,
>>>>>>> c7c5261 (Members can read, take along and delete what is kept of them, and choose what is noticed; data goes by its age, with those who left and with a server)
  components: [
    ...dataComponents,
    {
      action: 'notice',
      answers: 'inPlace',
      async run(call) {
        const [notice] = call.interaction.isStringSelectMenu() ? call.interaction.values : [];
        if (!isNotice(notice)) return refuse('outOfDate');
        return shown(call, await decide(call, notice));
      },
    },
    {
      action: 'leaveOut',
      answers: 'inPlace',
      run: async (call) => shown(call, await decide(call, 'leftOut')),
    },
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
