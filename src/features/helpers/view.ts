// How one's own wishes about being mentioned look, with the switch.
import { ActionRowBuilder, ButtonBuilder, ContainerBuilder, TextDisplayBuilder } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import type { Helper } from './routing.rules.ts';
import { timeOfDay } from './rules.ts';

export interface ShownWishes {
  helper: Helper;
  /** Of the server. */
  timeZone: string;
  /** 0 where the server mentions nobody. */
  routeMinutes: number;
  /** Times or numbers were given just now, so whoever is not mentioned reads that they are kept all the same. */
  detailsKept?: boolean;
  /** A mention of the command that changes the details. */
  command: string;
}

export function wishesView({ t }: Reading, shown: ShownWishes): View {
  const { helper, timeZone, routeMinutes, command, detailsKept } = shown;
  const isOn = helper.availableSince !== null;
  const lines = [`## ${t(isOn ? 'helpers.on' : 'helpers.off')}`];
  if (isOn) lines.push(t('helpers.meaning', { count: helper.dailyLimit }));
  else lines.push(t('helpers.offer'));
  if (!isOn && detailsKept) {
    const meaning = t('helpers.meaning', { count: helper.dailyLimit });
    lines.push(`-# ${[t('helpers.kept'), meaning, quietLine(t, helper, timeZone)].join(' ')}`);
  }
  if (routeMinutes === 0) lines.push(t('helpers.notHere'));
  else if (isOn) lines.push(t('helpers.when', { count: routeMinutes }));
  if (isOn) lines.push(quietLine(t, helper, timeZone), `-# ${t('helpers.change', { command })}`);
  const button = new ButtonBuilder()
    .setCustomId(customId('helpers', 'switch', isOn ? 'off' : 'on'))
    .setLabel(t(isOn ? 'helpers.turnOff' : 'helpers.turnOn'))
    .setStyle(isOn ? ButtonStyle.Secondary : ButtonStyle.Primary);
  const container = new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(lines.join('\n')))
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(button));
  return { components: [container.toJSON()] };
}

function quietLine(t: Reading['t'], { quietFrom, quietTo, timeZone: own }: Helper, timeZone: string): string {
  if (quietFrom === null || quietTo === null) return t('helpers.noQuiet');
  return t('helpers.quiet', {
    from: timeOfDay(quietFrom),
    to: timeOfDay(quietTo),
    zone: (own ?? timeZone).replaceAll('_', ' '),
  });
}
