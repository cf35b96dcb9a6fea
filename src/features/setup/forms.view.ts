// The forms of /setup, filled with what is set; each carries what it was filled with, so that only touched fields count.
import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders';
import { TextInputStyle } from 'discord-api-types/v10';
import { customId } from '../../core/custom-id.ts';
import type { Tier } from '../../core/settings.ts';
import { emptyRequirements } from '../rising/suggested.rules.ts';
import { tierName } from '../tiers/view.ts';
import { type AskForm, askFields } from './asks.rules.ts';
import { fingerprint, LONGEST_TIER_NAME, MEANINGS } from './changes.rules.ts';
import { emojiText, isCustomId } from './emoji.rules.ts';
import { fieldsOf, type NumberForm } from './numbers.rules.ts';
import type { Shown } from './values.view.ts';

/** Forms by name; after `tier`, `newTier`, `earned` and `time` comes the key of the tier that they are about. */
export const FORMS = [
  'reactions',
  'help',
  'merit',
  'limits',
  'tier',
  'newTier',
  'earned',
  'time',
  'timeZone',
] as const;
export type FormName = (typeof FORMS)[number];

export function isFormName(name: string | undefined): name is FormName {
  return FORMS.some((form) => form === name);
}

interface Field {
  name: string;
  label: string;
  description?: string;
  /** What the settings hold; a field that still reads so when it comes back was left alone. */
  value: string;
  /** What is shown, where that is less than what the settings hold. */
  prefilled?: string;
  placeholder?: string;
  longest: number;
}

/** The longest number that fits has five digits; some room for spaces, and for mistakes to be explained. */
const LONGEST_NUMBER = 20;
/** Ten custom emoji written out. */
const LONGEST_EMOJI = 640;
const LONGEST_ZONE = 60;
const EXAMPLE_ZONE = 'Europe/Lisbon';

/** `feature` is told when the form is sent; trying rules fills in the same forms. */
export function numbersForm(
  form: NumberForm,
  { reading: { t }, settings }: Pick<Shown, 'reading' | 'settings'>,
  feature = 'setup',
): object {
  const fields = fieldsOf(form, settings).map(
    ({ name, value, usual, words }): Field => ({
      name,
      label: t(`setup.${words}`),
      description: t('setup.emptyMeans', { about: t(`setup.${words}About`), usual }),
      value: String(value),
      placeholder: String(usual),
      longest: LONGEST_NUMBER,
    }),
  );
  return formOf(t(`setup.forms.${form}`), [form], fields, feature);
}

export function reactionsForm({ reading: { t }, settings, server }: Shown): object {
  const fields = MEANINGS.map((meaning): Field => {
    const set = settings.reactions[meaning];
    const there = set.filter((emoji) => !isCustomId(emoji) || server.emoji.some(({ id }) => id === emoji));
    const text = (list: readonly string[]) => list.map((emoji) => emojiText(emoji, server.emoji)).join(' ');
    return {
      name: meaning,
      label: t(`setup.reactions.${meaning}`),
      description: t('setup.reactions.description'),
      value: text(set),
      prefilled: text(there),
      longest: LONGEST_EMOJI,
    };
  });
  return formOf(t('setup.sections.reactions.name'), ['reactions'], fields);
}

export function tierForm(tier: Tier, { reading }: Shown): object {
  const { t } = reading;
  return formOf(
    t('setup.tiers.rename'),
    ['tier', tier.key],
    [
      {
        name: 'name',
        label: t('setup.tiers.name'),
        description: t('setup.tiers.nameDescription'),
        value: tier.name ?? '',
        placeholder: tierName({ key: tier.key }, reading),
        longest: LONGEST_TIER_NAME,
      },
    ],
  );
}

/** The name of a tier that is to be, right above the one with this key, or at the top. */
export function newTierForm(above: string, { reading: { t } }: Shown): object {
  return formOf(
    t('setup.tiers.add'),
    ['newTier', above],
    [
      {
        name: 'name',
        label: t('setup.tiers.name'),
        description: t('setup.tiers.newNameDescription'),
        value: '',
        longest: LONGEST_TIER_NAME,
      },
    ],
  );
}

/** Some of what a tier asks for; each field says why one asks for it, and what is suggested. */
export function asksForm(
  form: AskForm,
  tier: Tier,
  { reading: { t }, settings }: Pick<Shown, 'reading' | 'settings'>,
  feature = 'setup',
): object {
  const rung = settings.tiers.findIndex(({ key }) => key === tier.key);
  const hasQuestions = settings.questions.channels.length > 0;
  const fields = askFields(form, tier.requirements ?? emptyRequirements, rung, hasQuestions).map(
    ({ name, value, suggested }): Field => ({
      name,
      label: t(`setup.asks.${name}`),
      description: t('setup.asks.suggested', { why: t(`setup.asks.why.${name}`), suggested }),
      value: String(value),
      placeholder: '0',
      longest: LONGEST_NUMBER,
    }),
  );
  return formOf(t(`setup.asks.${form}`), [form, tier.key], fields, feature);
}

export function timeZoneForm({ reading: { t } }: Shown): object {
  return formOf(
    t('setup.sections.timeZone.name'),
    ['timeZone'],
    [
      {
        name: 'zone',
        label: t('setup.timeZone.typed'),
        description: t('setup.timeZone.typedDescription', { zone: EXAMPLE_ZONE }),
        value: '',
        placeholder: EXAMPLE_ZONE,
        longest: LONGEST_ZONE,
      },
    ],
  );
}

/** The id says which form it is and the fingerprints of its fields, in their order. */
function formOf(
  title: string,
  about: readonly string[],
  fields: readonly Field[],
  feature = 'setup',
): object {
  const prints = fields.map(({ value }) => fingerprint(value)).join('.');
  return new ModalBuilder()
    .setCustomId(customId(feature, 'save', ...about, prints))
    .setTitle(title)
    .addLabelComponents(
      fields.map(({ name, label, description, value, prefilled = value, placeholder, longest }) => {
        const input = new TextInputBuilder()
          .setCustomId(name)
          .setStyle(TextInputStyle.Short)
          .setRequired(false)
          .setMaxLength(longest);
        if (prefilled !== '') input.setValue(prefilled);
        if (placeholder !== undefined) input.setPlaceholder(placeholder);
        const labelled = new LabelBuilder().setLabel(label).setTextInputComponent(input);
        return description === undefined ? labelled : labelled.setDescription(description);
      }),
    )
    .toJSON();
}
