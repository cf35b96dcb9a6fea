// Badges on Discord that people make, give, take and try out.
import { type GuildMember, PermissionFlagsBits } from 'discord.js';
import { isRefusal, refuse } from '../../core/context.ts';
import type { Answer, Call, Component } from '../../discord/feature.ts';
import { type Autocomplete, type MemberOption, slashCommand } from '../../discord/options.ts';
import { currentTier } from '../tiers/store.ts';
import { EARNED, isEarned } from './catalogue.rules.ts';
import { type Giver, LONGEST_REASON, mayGive, type Receiver } from './custom.rules.ts';
import {
  type AnyBadge,
  createBadge,
  findAnyBadge,
  givableBadges,
  giveBadge,
  removeBadge,
  takeBadge,
} from './giving.ts';
import { choiceName, createdView, createForm, givenView, removedView, takenView } from './giving.view.ts';
import { previewBadge } from './preview.ts';
import { previewView } from './preview.view.ts';

/** Those who also promote may give every badge. */
const MODERATORS = PermissionFlagsBits.ManageRoles;
/** Discord calls this right "Manage Server". */
const ADMINISTRATORS = PermissionFlagsBits.ManageGuild;
const LONGEST_CHOICE = 100;

/** Offers badges whose name has in it what was typed. */
const among =
  (badgesOf: (typing: Parameters<Autocomplete>[0]) => Promise<readonly AnyBadge[]>): Autocomplete =>
  async (typing) => {
    const typed = typing.typed.toLowerCase();
    return (await badgesOf(typing))
      .map((badge) => ({
        name: choiceName(typing.reading, badge).slice(0, LONGEST_CHOICE),
        value: badge.key,
      }))
      .filter(({ name }) => name.toLowerCase().includes(typed));
  };
const givable = among(({ ctx, guildId }) => ctx.db.read((db) => givableBadges(db, guildId)));
const own = among(async ({ ctx, guildId }) =>
  (await ctx.db.read((db) => givableBadges(db, guildId))).filter(({ custom }) => custom),
);
const earned = among(async () => EARNED.map((of) => ({ key: of.id, of })));
const all = among(async ({ ctx, guildId }) => [
  ...(await ctx.db.read((db) => givableBadges(db, guildId))),
  ...EARNED.map((of): AnyBadge => ({ key: of.id, of })),
]);

async function giverOf({ ctx, guildId, member }: Call): Promise<Giver> {
  const { tiers } = await ctx.settings.of(guildId);
  const held = await ctx.db.read((db) => currentTier(db, guildId, member.id));
  return {
    memberId: member.id,
    isModerator: member.permissions.has(MODERATORS),
    isAmbassador: tiers.some(({ key, byPeopleOnly }) => byPeopleOnly && key === held?.tier),
    roleIds: [...member.roles.cache.keys()],
  };
}

/** Whether there is a badge that they may give, and take. */
async function mayGiveAny(call: Call): Promise<boolean> {
  const giver = await giverOf(call);
  const badges = await call.ctx.db.read((db) => givableBadges(db, call.guildId));
  return badges.some((badge) => mayGive(giver, badge));
}

function receiverOf({ user, member }: MemberOption): Receiver {
  return { memberId: user.id, isBot: user.bot, isPresent: member !== undefined };
}

/** Gives what was chosen; /award badge is the same by another name. */
export async function giveByCommand(
  call: Call,
  { member, badge, reason }: { member: MemberOption; badge: string; reason: string },
): Promise<Answer> {
  const { ctx, guildId, at, reading } = call;
  const giver = await giverOf(call);
  const given = await giveBadge(ctx, { guildId, giver, to: receiverOf(member), badge, reason, at });
  return isRefusal(given) ? given : givenView(reading, given);
}

/** The choice of a badge that can be given, for commands. */
export const givableOption = { type: 'text', required: true, autocomplete: givable } as const;

const create = slashCommand({
  name: 'badges create',
  group: 'commands.badges.description',
  description: 'commands.badges.create.description',
  answers: 'privately',
  requires: MODERATORS,
  options: {},
  run: async ({ reading }) => ({ form: createForm(reading) }),
});

async function make(call: Parameters<Component['run']>[0]): Promise<Answer> {
  const { ctx, guildId, member, interaction, reading, commands } = call;
  if (!interaction.isModalSubmit()) return refuse('outOfDate');
  const { fields } = interaction;
  const made = await createBadge(ctx, {
    guildId,
    typed: {
      name: fields.getTextInputValue('name'),
      emoji: fields.getTextInputValue('emoji'),
      about: fields.getTextInputValue('about'),
    },
    grantRoleIds: [...(fields.getSelectedRoles('roles', false)?.keys() ?? [])].filter((id) => id !== guildId),
    byAmbassadors: fields.getStringSelectValues('ambassadors')[0] === 'yes',
    own: ownEmoji(member),
    createdBy: member.id,
  });
  return isRefusal(made) ? made : createdView(reading, made, commands.mention(guildId, 'badges grant'));
}

function ownEmoji({ guild }: GuildMember) {
  return guild.emojis.cache.map(({ id, name, animated }) => ({
    id,
    name: name ?? '',
    animated: animated ?? false,
  }));
}

const remove = slashCommand({
  name: 'badges remove',
  group: 'commands.badges.description',
  description: 'commands.badges.remove.description',
  answers: 'privately',
  requires: MODERATORS,
  options: {
    badge: {
      type: 'text',
      required: true,
      autocomplete: own,
      description: 'commands.badges.remove.options.badge',
    },
  },
  async run({ ctx, guildId, member, reading }, { badge }) {
    const removed = await removeBadge(ctx, { guildId, badge, by: member.id });
    return isRefusal(removed) ? removed : removedView(reading, removed);
  },
});

const give = slashCommand({
  name: 'badges grant',
  group: 'commands.badges.description',
  description: 'commands.badges.grant.description',
  topic: 'standing',
  isFor: mayGiveAny,
  answers: 'privately',
  options: {
    member: { type: 'member', required: true, description: 'commands.badges.grant.options.member' },
    badge: { ...givableOption, description: 'commands.badges.grant.options.badge' },
    reason: {
      type: 'text',
      required: true,
      maxLength: LONGEST_REASON,
      description: 'commands.badges.grant.options.reason',
    },
  },
  run: giveByCommand,
});

const take = slashCommand({
  name: 'badges revoke',
  group: 'commands.badges.description',
  description: 'commands.badges.revoke.description',
  topic: 'standing',
  isFor: mayGiveAny,
  answers: 'privately',
  options: {
    member: { type: 'member', required: true, description: 'commands.badges.revoke.options.member' },
    badge: {
      type: 'text',
      required: true,
      autocomplete: all,
      description: 'commands.badges.revoke.options.badge',
    },
    reason: {
      type: 'text',
      required: true,
      maxLength: LONGEST_REASON,
      description: 'commands.badges.revoke.options.reason',
    },
  },
  async run(call, { member, badge, reason }) {
    const { ctx, guildId, reading } = call;
    const order = { guildId, giver: await giverOf(call), to: receiverOf(member), badge, reason };
    const taken = await takeBadge(ctx, order);
    return isRefusal(taken) ? taken : takenView(reading, taken);
  },
});

const MOST_ASKED = 100_000;

const preview = slashCommand({
  name: 'badges preview',
  group: 'commands.badges.description',
  description: 'commands.badges.preview.description',
  answers: 'privately',
  requires: ADMINISTRATORS,
  options: {
    badge: {
      type: 'text',
      required: true,
      autocomplete: earned,
      description: 'commands.badges.preview.options.badge',
    },
    at_least: {
      type: 'integer',
      min: 1,
      max: MOST_ASKED,
      description: 'commands.badges.preview.options.at_least',
    },
  },
  async run({ ctx, guildId, reading }, { badge, at_least: atLeast }) {
    const found = await ctx.db.read((db) => findAnyBadge(db, guildId, badge));
    if (!found) return refuse('badgeUnknown');
    if (!found.of || !isEarned(found.of)) return refuse('badgeByPeople');
    const asOf = { db: ctx.db, now: ctx.clock.now(), people: ctx.people };
    const counted = await previewBadge(asOf, guildId, found.of, atLeast);
    return previewView(reading, found.of, counted);
  },
});

export const givingCommands = [create, remove, give, take, preview];
export const givingControls: readonly Component[] = [
  { action: 'make', answers: 'privately', requires: MODERATORS, run: make },
];
