// What people read about tiers: their names, why something cannot be, what became of a decision, the announcement.
import {
  ActionRowBuilder,
  ButtonBuilder,
  escapeMarkdown,
  roleMention,
  TextDisplayBuilder,
  userMention,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { type Refusal, refuse } from '../../core/context.ts';
import { customId } from '../../core/custom-id.ts';
import type { Tier } from '../../core/settings.ts';
import type { Reading, TextKey } from '../../core/texts.ts';
import { textView } from '../../core/views.ts';
import type { Power } from './roles.rules.ts';
import type { Obstacle } from './rules.ts';

const NAMES: Readonly<Record<string, TextKey>> = {
  helper: 'tiers.names.helper',
  guide: 'tiers.names.guide',
  expert: 'tiers.names.expert',
  ambassador: 'tiers.names.ambassador',
};

/** The server's own name for a tier, else the catalogue's, else its key (a tier that the ladder has lost). */
export function tierName(tier: Pick<Tier, 'key' | 'name'>, reading: Reading): string {
  if (tier.name !== undefined) return tier.name;
  const known = NAMES[tier.key];
  return known ? reading.t(known) : tier.key;
}

/** The name of the rung with this key on a server's ladder. */
export function tierNameByKey(ladder: readonly Tier[], key: string, reading: Reading): string {
  return tierName(ladder.find((tier) => tier.key === key) ?? { key }, reading);
}

/** What texts about tiers need to know of where they are read. */
export interface Wording {
  reading: Reading;
  ladder: readonly Tier[];
  /** A command as people can click it. */
  mention(command: string): string;
}

/** What is in the way, as a polite no that names the role to drag, the right to give, or the command to use. */
export function refusalFor(obstacle: Obstacle, { reading, ladder, mention }: Wording): Refusal {
  const { no, ...names } = obstacle;
  const tier = (key: string) => escapeMarkdown(tierNameByKey(ladder, key, reading));
  const said: Record<string, string> = {
    setup: mention('setup'),
    demote: mention('demote'),
    profile: mention('profile'),
    ladder: reading.list(ladder.map(({ key }) => tier(key))),
  };
  for (const [name, value] of Object.entries<string | readonly Power[]>(names)) {
    if (typeof value !== 'string') {
      said[name] = reading.list(value.map((power) => reading.t(`tiers.powers.${power}`)));
    } else said[name] = name === 'tier' || name === 'held' ? tier(value) : escapeMarkdown(value);
  }
  return refuse(no, said);
}

/** The same, as a sentence. */
export function explain(obstacle: Obstacle, wording: Wording): string {
  const { refused, values } = refusalFor(obstacle, wording);
  return wording.reading.t(`refusal.${refused}`, values);
}

export function underWayView(reading: Reading, memberId: string): View {
  return textView(reading.t('tiers.underWay', { member: userMention(memberId) }));
}

/** The no for a tier without a role, with the way out for those who may take it. */
export function withoutRoleView(sentence: string, reading: Reading): View {
  const create = new ButtonBuilder()
    .setCustomId(customId('tiers', 'create-roles'))
    .setLabel(reading.t('tiers.createRoles'))
    .setStyle(ButtonStyle.Primary);
  return {
    components: [
      new TextDisplayBuilder().setContent(`${sentence}\n${reading.t('tiers.createRolesHint')}`).toJSON(),
      new ActionRowBuilder<ButtonBuilder>().addComponents(create).toJSON(),
    ],
  };
}

/** Which roles were made, which were there already, and what stopped the rest. */
export interface RolesCreated {
  roleIds: readonly string[];
  takenIds: readonly string[];
  /** The tier whose role could not be made, and why. */
  failed: { tier: string; why: string; isUncertain: boolean } | undefined;
}

export function rolesCreatedView(
  { roleIds, takenIds, failed }: RolesCreated,
  { reading, mention }: Wording,
): View {
  const { t } = reading;
  const rolesIn = (ids: readonly string[]) => reading.list(ids.map(roleMention));
  const lines: string[] = [];
  if (roleIds.length > 0) lines.push(t('tiers.created', { roles: rolesIn(roleIds) }));
  if (takenIds.length > 0) lines.push(t('tiers.taken', { roles: rolesIn(takenIds) }));
  if (!failed) lines.push(t('tiers.runAgain', { promote: mention('promote') }));
  else
    lines.push(
      t(failed.isUncertain ? 'tiers.maybeCreated' : 'tiers.notCreated', {
        tier: escapeMarkdown(failed.tier),
        why: failed.why,
      }),
    );
  return textView(lines.join('\n'));
}

/** For everybody to read. It pings the person whom it is about, and nobody else. */
export function announcementView(reading: Reading, memberId: string, tier: string): View {
  const text = reading.t('tiers.announcement', { member: userMention(memberId), tier: escapeMarkdown(tier) });
  return { ...textView(text), pings: [memberId] };
}
