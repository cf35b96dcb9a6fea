// How it looks: what somebody wants to be noticed of them, what is kept and why, and the question before all of it is deleted.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
  TextDisplayBuilder,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { textView } from '../../core/views.ts';
import type { DataFile } from './export.service.ts';
import { type Notice, notices } from './wishes.service.ts';

const PRIVACY = 'privacy';

/** What is noticed of a member, and the way to their data. */
export function choicesView({ t }: Reading, notice: Notice, privacyMention: string): View {
  const select = new StringSelectMenuBuilder()
    .setCustomId(customId(PRIVACY, 'notice'))
    .setPlaceholder(t('privacy.notice.placeholder'))
    .addOptions(
      notices.map((one) =>
        new StringSelectMenuOptionBuilder()
          .setValue(one)
          .setLabel(t(`privacy.notice.${one}.label`))
          .setDescription(t(`privacy.notice.${one}.short`))
          .setDefault(one === notice),
      ),
    );
  const container = new ContainerBuilder()
    .addTextDisplayComponents(
      text(t('privacy.notice.title'), t(`privacy.notice.${notice}.means`, { privacy: privacyMention })),
    )
    .addActionRowComponents(new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select))
    .addSeparatorComponents(new SeparatorBuilder());
  return { components: [addData(container, t).toJSON()] };
}

/** In direct messages, where no server is chosen for. */
export function directView({ t }: Reading): View {
  const container = new ContainerBuilder().addTextDisplayComponents(
    text(t('privacy.direct.title'), t('privacy.direct.means')),
  );
  return { components: [addData(container, t).toJSON()] };
}

function addData(container: ContainerBuilder, t: Reading['t']): ContainerBuilder {
  return container
    .addTextDisplayComponents(text(t('privacy.data.title'), t('privacy.data.line')))
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        button('kept', t('privacy.data.button.what')),
        button('export', t('privacy.data.button.export')),
        button('delete', t('privacy.data.button.delete'), ButtonStyle.Danger),
      ),
    );
}

/** What is kept and why, in plain words. */
export function keptView({ t }: Reading): View {
  return textView(
    t('privacy.kept.title'),
    t('privacy.kept.never'),
    [
      t('privacy.kept.thanks'),
      t('privacy.kept.refused'),
      t('privacy.kept.questions'),
      t('privacy.kept.standing'),
      t('privacy.kept.settings'),
      t('privacy.kept.trail'),
    ].join('\n'),
    `${t('privacy.kept.who')} ${t('privacy.kept.gone')}`,
  );
}

/** Discord's numbers for a file among Components V2. */
const FILE = 13;

export function exportView({ t }: Reading, { name, bytes, rows }: DataFile): View {
  if (rows === 0) return textView(t('privacy.exportedNothing'));
  const said = textView(t('privacy.exported', { count: rows }));
  return {
    components: [...said.components, { type: FILE, file: { url: `attachment://${name}` } }],
    files: [{ name, bytes, description: t('privacy.exportAlt') }],
  };
}

/** Asks once more. Whoever presses deletes their own data: whose it is stands in no id. */
export function eraseView({ t }: Reading): View {
  const container = new ContainerBuilder()
    .addTextDisplayComponents(
      text(t('privacy.erase.title'), t('privacy.erase.all'), t('privacy.erase.what')),
      text(t('privacy.erase.not')),
      text(t('privacy.erase.final')),
    )
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        button('erase', t('privacy.erase.yes'), ButtonStyle.Danger),
        button('keep', t('privacy.erase.no')),
      ),
    );
  return { components: [container.toJSON()] };
}

/** After the deletion; in a server with the way to stay out. */
export function erasedView({ t }: Reading, { inServer }: { inServer: boolean }): View {
  const container = new ContainerBuilder().addTextDisplayComponents(
    text(t('privacy.erase.done'), t('privacy.erase.doneMeans')),
  );
  if (inServer)
    container.addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(button('leaveOut', t('privacy.erase.leaveOut'))),
    );
  return { components: [container.toJSON()] };
}

function text(...lines: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.join('\n'));
}

function button(action: string, label: string, style = ButtonStyle.Secondary): ButtonBuilder {
  return new ButtonBuilder().setCustomId(customId(PRIVACY, action)).setLabel(label).setStyle(style);
}
