// Showing everybody in a channel what one person was shown alone, when they ask for it.
import { type Interaction, PermissionFlagsBits } from 'discord.js';
import type { View } from '../core/actions.ts';
import { type Refusal, refuse } from '../core/context.ts';
import type { Call, ComponentInteraction } from './feature.ts';
import { payloadOf } from './payload.ts';

/** Nobody writes through us where they may not write themselves. */
export function mayWriteHere({ channel, memberPermissions }: Interaction<'cached'>): boolean {
  const needed = channel?.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  return memberPermissions.has(needed);
}

/** Posts a view where a button was pressed, as an answer to the press: that needs no right to attach files. */
export async function postHere(
  { ctx, guildId, interaction }: Call<ComponentInteraction>,
  view: View,
): Promise<Refusal | undefined> {
  if (!mayWriteHere(interaction)) return refuse('cannotWriteHere');
  try {
    // Discord takes further answers only after a first one; the message with the button stays as it is meanwhile.
    if (!interaction.deferred && !interaction.replied) await interaction.deferUpdate();
    await interaction.followUp(payloadOf(view) as never); // plain JSON, which discord.js passes through
    return undefined;
  } catch (err) {
    ctx.log.warn({ feature: 'sharing', guildId, err }, 'Discord did not take what was to be shared');
    return refuse('shareLater');
  }
}
