// /ambassador nominate, apply and dossier on Discord, and the candidate's own answers.
import { type GuildMember, PermissionFlagsBits } from 'discord.js';
import type { View } from '../../core/actions.ts';
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import { textView } from '../../core/views.ts';
import type { Answer, Call, Component, ComponentInteraction } from '../../discord/feature.ts';
import { type MemberOption, slashCommand } from '../../discord/options.ts';
import { consentedView, declinedView, nominatedView } from './consent.view.ts';
import { readDossier } from './dossier.service.ts';
import { dossierView, statementForm } from './dossier.view.ts';
import { addStatement, answer, nominate, withdraw } from './nominations.service.ts';
import { LONGEST_WHY } from './rules.ts';
import { nominationById, openOf } from './store.ts';

/** Who sees candidates and decides about them: those who also promote. */
export const MODERATORS = PermissionFlagsBits.ManageRoles;
/** How long it is waited for the question to be posted, in ms, before the answer says that it is on its way. */
const PATIENCE_MS = 5_000;

export const ambassadorNominate = slashCommand({
  name: 'ambassador nominate',
  group: 'commands.ambassador.description',
  description: 'commands.ambassador.nominate.description',
  topic: 'ambassadors',
  answers: 'privately',
  options: {
    member: { type: 'member', required: true, description: 'commands.ambassador.nominate.options.member' },
    why: {
      type: 'text',
      required: true,
      maxLength: LONGEST_WHY,
      description: 'commands.ambassador.nominate.options.why',
    },
  },
  async run(call, { member, why }) {
    const { ctx, channelId } = call;
    if (member.user.id === call.member.id) return begin(call, member, why);
    // Asked where it is said, so the candidate has to be able to read it there.
    const readers = await ctx.actions.readersAmong(channelId, [member.user.id], 'atOnce');
    if (!readers.done) return refuse(readers.final ? 'candidateNotAsked' : 'tryAgain');
    if (member.member && !readers.value.includes(member.user.id)) return refuse('candidateNotHere');
    return begin(call, member, why);
  },
});

export const ambassadorApply = slashCommand({
  name: 'ambassador apply',
  group: 'commands.ambassador.description',
  description: 'commands.ambassador.apply.description',
  topic: 'ambassadors',
  answers: 'privately',
  options: {
    why: {
      type: 'text',
      required: true,
      maxLength: LONGEST_WHY,
      description: 'commands.ambassador.apply.options.why',
    },
  },
  run: (call, { why }) => begin(call, { user: call.member.user, member: call.member }, why),
});

async function begin(call: Call, { user, member }: MemberOption, why: string): Promise<View | Refusal> {
  const { ctx, guildId, channelId, reading } = call;
  const nominated = await nominate(ctx, {
    guildId,
    channelId,
    nominatorId: call.member.id,
    candidate: {
      memberId: user.id,
      isHere: member !== undefined,
      isBot: user.bot,
      isPending: member?.pending ?? false,
    },
    why,
  });
  if (isRefusal(nominated)) return nominated;
  const { nomination, effectId } = nominated;
  if (effectId !== undefined) {
    await ctx.outbox.whenSettled([effectId], PATIENCE_MS);
    const now = await ctx.db.read((db) => nominationById(db, nomination.id));
    if (now?.state === 'expired') return refuse('candidateNotAsked');
  }
  return nominatedView(reading, nomination, call.commands.mention(guildId, 'ambassador dossier'));
}

export const ambassadorDossier = slashCommand({
  name: 'ambassador dossier',
  group: 'commands.ambassador.description',
  description: 'commands.ambassador.dossier.description',
  topic: 'ambassadors',
  answers: 'privately',
  options: { member: { type: 'member', description: 'commands.ambassador.dossier.options.member' } },
  async run(call, { member }) {
    if (member?.user.bot) return refuse('nominateBot');
    return showDossier(call, member?.user.id ?? call.member.id);
  },
});

/** One's own dossier, or for moderators anybody's. */
async function showDossier(call: Call, memberId: string, note?: string): Promise<View | Refusal> {
  const { ctx, guildId, member, interaction, reading } = call;
  const isOwn = member.id === memberId;
  if (!isOwn && !interaction.memberPermissions.has(MODERATORS)) return refuse('dossierNotYours');
  const dossier = await ctx.db.read((db) => readDossier(ctx, db, guildId, memberId));
  return dossierView(reading, dossier, isOwn ? 'candidate' : 'moderator', note);
}

type Press = Call<ComponentInteraction>;

async function consent(
  call: Press,
  [typed, says]: readonly string[],
  elsewhere = false,
): Promise<Refusal | 'yes' | 'no'> {
  const id = numberIn(typed);
  if (id === undefined || (says !== 'yes' && says !== 'no')) return refuse('outOfDate');
  const about = { guildId: call.guildId, memberId: call.member.id, id, says, elsewhere } as const;
  const answered = await answer(call.ctx, about);
  return isRefusal(answered) ? answered : says;
}

/** A whole number as it travels in a custom id. */
export function numberIn(typed: string | undefined): number | undefined {
  return typed && /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
}

/** What was typed into a form. */
export function wordsIn({ interaction }: Press, field: string): string {
  return interaction.isModalSubmit() ? interaction.fields.getTextInputValue(field) : '';
}

/** Somebody of this server; nothing if they are not here. */
export async function memberHere({ guild }: GuildMember, memberId: string): Promise<GuildMember | undefined> {
  const found = await guild.members.fetch({ user: [memberId] });
  return found.get(memberId);
}

export const candidateControls: readonly Component[] = [
  {
    action: 'consent',
    // A yes takes the place of the question; a no is said to the candidate alone, and the question goes.
    answers: (_presser, [, says]) => (says === 'yes' ? 'inPlace' : 'privately'),
    async run(call, args) {
      const said = await consent(call, args);
      if (isRefusal(said)) return said;
      return said === 'no' ? declinedView(call.reading) : consentedView(call.reading, call.member.id);
    },
  },
  {
    action: 'consentHere',
    answers: 'inPlace',
    async run(call, args) {
      const said = await consent(call, args, true);
      if (isRefusal(said)) return said;
      return showDossier(call, call.member.id, call.reading.t('ambassadors.dossier.agreed'));
    },
  },
  {
    action: 'dossier',
    answers: 'privately',
    run: async (call, [memberId = '']) => showDossier(call, memberId),
  },
  {
    action: 'statement',
    answers: 'inPlace',
    async run(call): Promise<Answer> {
      const { ctx, guildId, member } = call;
      const open = await ctx.db.read((db) => openOf(db, guildId, member.id));
      return open ? { form: statementForm(call.reading, open.statement) } : refuse('nominationNone');
    },
  },
  {
    action: 'stated',
    answers: 'inPlace',
    async run(call) {
      const { ctx, guildId, member } = call;
      const no = await addStatement(ctx, { guildId, memberId: member.id, words: wordsIn(call, 'statement') });
      return no ?? showDossier(call, member.id, call.reading.t('ambassadors.dossier.stated'));
    },
  },
  {
    action: 'withdraw',
    answers: 'inPlace',
    async run(call) {
      const { ctx, guildId, member } = call;
      const no = await withdraw(ctx, { guildId, memberId: member.id });
      return no ?? textView(call.reading.t('ambassadors.dossier.withdrawn'));
    },
  },
];
