// How badges that people make and give look: the form for a new one, and the answers.
import {
  LabelBuilder,
  ModalBuilder,
  RoleSelectMenuBuilder,
  roleMention,
  StringSelectMenuBuilder,
  TextInputBuilder,
  userMention,
} from '@discordjs/builders';
import { TextInputStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped, textView } from '../../core/views.ts';
import { isEarned } from './catalogue.rules.ts';
import { LONGEST_ABOUT, LONGEST_NAME } from './custom.rules.ts';
import type { CustomBadge } from './custom.store.ts';
import type { AnyBadge, Given } from './giving.ts';
import { badgeName } from './view.ts';

/** A custom emoji written out. */
const LONGEST_EMOJI = 64;
const MOST_ROLES = 10;

/** The form for a badge of the server's own. */
export function createForm({ t }: Reading): object {
  const text = (name: string, longest: number, isRequired = true) =>
    new TextInputBuilder()
      .setCustomId(name)
      .setStyle(TextInputStyle.Short)
      .setMaxLength(longest)
      .setRequired(isRequired);
  const roles = new RoleSelectMenuBuilder()
    .setCustomId('roles')
    .setMinValues(0)
    .setMaxValues(MOST_ROLES)
    .setRequired(false);
  const ambassadors = new StringSelectMenuBuilder()
    .setCustomId('ambassadors')
    .addOptions(
      { value: 'no', label: t('badges.form.no'), default: true },
      { value: 'yes', label: t('badges.form.yes') },
    );
  const label = (name: string, about: string) => new LabelBuilder().setLabel(name).setDescription(about);
  return new ModalBuilder()
    .setCustomId(customId('badges', 'make'))
    .setTitle(t('badges.form.title'))
    .addLabelComponents(
      label(t('badges.form.name'), t('badges.form.nameAbout')).setTextInputComponent(
        text('name', LONGEST_NAME),
      ),
      label(t('badges.form.emoji'), t('badges.form.emojiAbout')).setTextInputComponent(
        text('emoji', LONGEST_EMOJI),
      ),
      label(t('badges.form.about'), t('badges.form.aboutAbout')).setTextInputComponent(
        text('about', LONGEST_ABOUT, false),
      ),
      label(t('badges.form.roles'), t('badges.form.rolesAbout')).setRoleSelectMenuComponent(roles),
      label(t('badges.form.ambassadors'), t('badges.form.ambassadorsAbout')).setStringSelectMenuComponent(
        ambassadors,
      ),
    )
    .toJSON();
}

/** The new badge, and who may give it. `command` is the mention of the command that gives it. */
export function createdView({ t, list }: Reading, badge: CustomBadge, command: string): View {
  const who = [
    t('badges.moderators'),
    ...(badge.byAmbassadors ? [t('badges.ambassadorsToo')] : []),
    ...badge.grantRoleIds.map((id) => roleMention(id)),
  ];
  const said = list(who);
  return textView(
    [
      t('badges.created', { icon: badge.emoji, name: asTyped(badge.name), command }),
      ...(badge.description ? [`> ${asTyped(badge.description)}`] : []),
      `-# ${t('badges.givers', { who: said.charAt(0).toUpperCase() + said.slice(1) })}`,
    ].join('\n'),
  );
}

export function removedView({ t }: Reading, badge: CustomBadge): View {
  return textView(t('badges.removed', { icon: badge.emoji, name: asTyped(badge.name) }));
}

/** A badge as a choice in a list: words alone, for a picture of the server's own cannot be shown there. */
export function choiceName(reading: Reading, { of, custom }: AnyBadge): string {
  return of ? `${of.icon} ${badgeName(reading, of)}` : custom.name;
}

/** The icon and name of any badge, for a sentence. */
export function named(reading: Reading, { of, custom }: AnyBadge): { icon: string; name: string } {
  return of
    ? { icon: of.icon, name: badgeName(reading, of) }
    : { icon: custom.emoji, name: asTyped(custom.name) };
}

export function givenView(reading: Reading, { badge, to, reason, left }: Given): View {
  const { t } = reading;
  const values = { ...named(reading, badge), member: userMention(to.memberId) };
  const said = badge.of && isEarned(badge.of) ? t('badges.givenBack', values) : t('badges.given', values);
  return textView([said, `> ${asTyped(reason)}`, `-# ${t('awards.left', { count: left })}`].join('\n'));
}

export function takenView(reading: Reading, { badge, to, reason }: Omit<Given, 'left'>): View {
  const values = { ...named(reading, badge), member: userMention(to.memberId) };
  return textView([reading.t('badges.taken', values), `> ${asTyped(reason)}`].join('\n'));
}
