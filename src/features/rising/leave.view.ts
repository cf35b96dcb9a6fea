// Holidays as their owner sees them: those taken, each with a button to call it off.
import { ActionRowBuilder, ButtonBuilder, ContainerBuilder, TextDisplayBuilder } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { leaveLine } from './view.ts';

export interface LeaveShown {
  id: number;
  fromAt: number;
  toAt: number;
}

export function leavesView(
  reading: Reading,
  leaves: readonly LeaveShown[],
  { now, note }: { now: number; note?: string },
): View {
  const { t } = reading;
  const lines = leaves.map((leave) => leaveLine(reading, leave));
  const container = new ContainerBuilder().addTextDisplayComponents(
    new TextDisplayBuilder().setContent(
      [`## ${t('rising.leave.title')}`, ...(note === undefined ? [] : [note]), t('rising.leave.about')].join(
        '\n',
      ),
    ),
    new TextDisplayBuilder().setContent(lines.length > 0 ? lines.join('\n') : t('rising.leave.none')),
  );
  if (leaves.length > 0)
    container.addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        leaves.map(({ id, fromAt }, i) =>
          new ButtonBuilder()
            .setCustomId(customId('rising', 'end-leave', id))
            .setLabel(
              leaves.length === 1
                ? t(fromAt < now ? 'rising.leave.end' : 'rising.leave.cancel')
                : t('rising.leave.cancelNth', { n: i + 1 }),
            )
            .setStyle(ButtonStyle.Secondary),
        ),
      ),
    );
  return { components: [container.toJSON()] };
}
