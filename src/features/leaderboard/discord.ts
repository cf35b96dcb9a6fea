// The leaderboard on Discord: /leaderboard, its controls, and the comings and goings of members.
import { type GuildMember, MessageFlags, type PartialGuildMember } from 'discord.js';
import type { View } from '../../core/actions.ts';
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import { letPeriodsGo } from '../../core/letting-go.ts';
import type { Audience, Call, Component, ComponentInteraction, Feature } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { catchUpEverywhere, catchUpOnShard } from './comparing.service.ts';
import { pictureControls } from './picture.discord.ts';
import { type BoardState, DEFAULT_BOARD, DEFAULT_PERIOD, isBoard, periodMeant, readState } from './rules.ts';
import * as service from './service.ts';
import * as store from './store.ts';
import { boardView, nothingYetView } from './view.ts';

const leaderboard = slashCommand({
  name: 'leaderboard',
  description: 'commands.leaderboard.description',
  topic: 'standing',
  answers: 'publicly',
  options: {
    period: {
      type: 'choice',
      description: 'commands.leaderboard.options.period',
      choices: {
        week: 'leaderboard.periods.week',
        month: 'leaderboard.periods.month',
        quarter: 'leaderboard.periods.quarter',
        year: 'leaderboard.periods.year',
        all: 'leaderboard.periods.all',
      },
    },
    board: {
      type: 'choice',
      description: 'commands.leaderboard.options.board',
      choices: {
        points: 'leaderboard.boards.points',
        solutions: 'leaderboard.boards.solutions',
        thanksReceived: 'leaderboard.boards.thanksReceived',
        thanksGiven: 'leaderboard.boards.thanksGiven',
      },
    },
    page: { type: 'integer', min: 1, description: 'commands.leaderboard.options.page' },
  },
  run: (call, { period = DEFAULT_PERIOD, board = DEFAULT_BOARD, page = 1 }) =>
    show(call, { periodKey: period, board, page, ownerId: call.member.id }, false),
});

/**
 * A board belongs to the one who asked for it, and shows their place. Its owner turns it in place; anybody else gets
 * a private board of their own, so that nobody's board moves under their eyes.
 */
function answersTo(presserId: string, args: readonly string[]): Audience {
  return readState(args)?.ownerId === presserId ? 'inPlace' : 'privately';
}

type Press = Call<ComponentInteraction>;

/** A control of a board; `turn` says what is to be shown next, given what is shown and what was chosen. */
function control(
  action: string,
  turn: (
    state: BoardState,
    chosen: string,
    call: Press,
  ) => Promise<BoardState | Refusal> | BoardState | Refusal,
): Component {
  return {
    action,
    answers: answersTo,
    async run(call, args) {
      const state = readState(args);
      if (!state) return refuse('outOfDate');
      const { interaction, member } = call;
      const chosen = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
      const next = await turn(state, chosen, call);
      if (isRefusal(next)) return next;
      const isEphemeral = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
      return show(call, { ...next, ownerId: member.id }, isEphemeral || state.ownerId !== member.id);
    },
  };
}

const controls: readonly Component[] = [
  control('show', (state) => state),
  control('board', (state, board) => (isBoard(board) ? { ...state, board, page: 1 } : refuse('outOfDate'))),
  control('period', (state, periodKey) => ({ ...state, periodKey, page: 1 })),
  control('find', findPresser),
];

/** The page on which the one who pressed stands, or why there is none. */
async function findPresser(state: BoardState, _chosen: string, call: Press): Promise<BoardState | Refusal> {
  const { ctx, guildId, member, reading } = call;
  const { periodKey, board } = state;
  const { timeZone } = await ctx.settings.of(guildId);
  const [own, isKept] = await ctx.db.glance(async (db) => [
    await store.findOwn(db, guildId, periodKey, board, member.id),
    await store.isKept(db, guildId, periodKey, timeZone),
  ]);
  // Nobody's page is there any more; who shows it says so.
  if (!isKept) return state;
  switch (own.kind) {
    case 'placed':
      // Turned to in the open, their page would tell everybody where to look for them.
      if (own.pseudonym !== undefined && isInTheOpen(call, state))
        return refuse('foundPrivately', { page: own.page, place: reading.number(own.place.rank) });
      return { ...state, page: own.page };
    case 'nowhere':
      return refuse('notOnBoard', { how: reading.t(`leaderboard.join.${board}`) });
    case 'hidden':
      return refuse('offBoards');
  }
}

/** Whether what is shown next replaces a board that everybody sees. */
function isInTheOpen({ interaction, member }: Press, { ownerId }: BoardState): boolean {
  return ownerId === member.id && !(interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false);
}

async function show(call: Call, state: BoardState, isPrivate: boolean): Promise<View | Refusal> {
  const { ctx, guildId, at } = call;
  const { timeZone, language } = await ctx.settings.of(guildId);
  const period = periodMeant(state.periodKey, at, timeZone);
  if (!period) return refuse('outOfDate');
  // What everybody reads is in the language of the server.
  const reading = isPrivate
    ? call.reading
    : ctx.texts.for(language ?? call.interaction.guildLocale ?? undefined);
  const { board, ownerId } = state;
  const { page, own, isNothingYet, isKept } = await ctx.db.glance(async (db) => {
    const page = await store.readPage(db, guildId, period.key, board, state.page);
    const own = await store.readOwn(db, guildId, period.key, board, ownerId);
    const isNothingYet = page.people === 0 && (await store.nothingEver(db, guildId));
    return { page, own, isNothingYet, isKept: await store.isKept(db, guildId, period.key, timeZone) };
  });
  if (isNothingYet) return nothingYetView(reading, call.commands.mention(guildId, 'thanks'));
  // Refused rather than shown in its place: what stands in the channel is all that is left of the board.
  if (!isKept) return refuse('boardLetGo', { leaderboard: call.commands.mention(guildId, 'leaderboard') });
  return boardView(reading, { ...page, period, board, ownerId, own, isPrivate, timeZone, now: at });
}

function newsOf(member: GuildMember | PartialGuildMember): service.MemberNews {
  return { guildId: member.guild.id, memberId: member.id, joinedAt: member.joinedTimestamp ?? undefined };
}

export const leaderboardFeature: Feature = {
  name: 'leaderboard',
  commands: [leaderboard],
  components: [...controls, ...pictureControls(show)],
  listeners: {
    guildMemberAdd: (ctx, member) => service.noteReturn(ctx, newsOf(member)),
    guildMemberRemove: (ctx, member) => service.noteLeaving(ctx, newsOf(member)),
    // discord.js keeps comings and goings to itself while it resumes, so both kinds of connecting are looked into.
    shardReady: (ctx, shard) => catchUpOnShard(ctx, shard),
    shardResume: (ctx, shard) => catchUpOnShard(ctx, shard),
  },
  // Discord promises no event: what got lost is found within a day.
  jobs: [
    { name: 'compare members', schedule: '43 3 * * *', run: catchUpEverywhere },
    // Each time only so much that nobody waits for it, a stop neither.
    { name: 'let periods go', schedule: '*/10 1-4 * * *', run: (ctx) => letPeriodsGo(ctx) },
  ],
};
