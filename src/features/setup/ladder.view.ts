// The ladder in /setup: its rungs, what each asks for, and whether a rule gives them.
import { RoleSelectMenuBuilder } from '@discordjs/builders';
import { customId } from '../../core/custom-id.ts';
import type { Tier } from '../../core/settings.ts';
import { ruleTiers } from '../rising/requirements.rules.ts';
import { requirementsText } from '../rising/words.view.ts';
import { tierName } from '../tiers/view.ts';
import { BELOW, MOST_TIERS } from './ladder.rules.ts';
import { asEntry, button, type Row, row, select } from './panel.view.ts';
import { lacksRole } from './rules.ts';
import type { Shown } from './values.view.ts';

/** Whether members rise by rule, up to which tier, and what becomes of lower roles. */
export function risingText({ settings, reading }: Shown): string {
  const { t } = reading;
  const { byRule, roles } = settings.rising;
  const rungs = ruleTiers(settings.tiers);
  const first = rungs[0];
  const last = rungs.at(-1);
  const given =
    first && last
      ? t('setup.rising.given', {
          count: rungs.length,
          first: tierName(first, reading),
          last: tierName(last, reading),
        })
      : t('setup.rising.givenNone');
  return [byRule ? given : t('setup.rising.off'), t(`setup.rising.${roles}`)].join(' · ');
}

/** What a tier asks for, on its page. */
export function asksText(tier: Tier, { reading }: Shown): string {
  const { t } = reading;
  return tier.requirements
    ? t('setup.asks.value', { asked: requirementsText(reading, tier.requirements) })
    : t('setup.asks.none');
}

export function risingControls({ settings, reading: { t, locale } }: Shown): Row[] {
  const rule = (['on', 'off'] as const).map((value) => ({ value, label: t(`setup.rising.choice.${value}`) }));
  const below = BELOW.map((value) => ({ value, label: asEntry(t(`setup.rising.${value}`), locale) }));
  return [
    row(select('byRule', t('setup.rising.pick'), rule, settings.rising.byRule ? 'on' : 'off')),
    row(select('below', t('setup.rising.pickBelow'), below, settings.rising.roles)),
    row(
      button(t('setup.rising.suggest'), 'suggestAsks'),
      button(t('setup.rising.toLadder'), 'open', 'tiers'),
    ),
  ];
}

export function ladderControls({ settings, server, reading }: Shown): Row[] {
  const { t } = reading;
  const tiers = settings.tiers.map((tier) => ({ value: tier.key, label: tierName(tier, reading) }));
  const add = button(t('setup.tiers.add'), 'form', 'newTier', '').setDisabled(tiers.length >= MOST_TIERS);
  const isLacking = settings.tiers.some((tier) => lacksRole(tier, server));
  const create = button(t('setup.tiers.createAll'), 'makeRoles');
  return [row(select('tier', t('setup.tiers.pick'), tiers)), isLacking ? row(create, add) : row(add)];
}

/** The controls of one tier: its role, its name, what it asks for, who gives it, and its place on the ladder. */
export function tierControls(tier: Tier, { settings, server, reading: { t } }: Shown): Row[] {
  const { key, roleId, byPeopleOnly } = tier;
  const picker = new RoleSelectMenuBuilder()
    .setCustomId(customId('setup', 'role', key))
    .setPlaceholder(t('setup.tiers.pickRole'))
    .setMinValues(0)
    .setMaxValues(1)
    .setDefaultRoles(roleId !== undefined && server.roles.has(roleId) ? [roleId] : []);
  const rename = button(t('setup.tiers.rename'), 'form', 'tier', key);
  const create = button(t('setup.tiers.create'), 'makeRoles', key);
  const asks = byPeopleOnly
    ? []
    : [
        button(t('setup.asks.earned'), 'form', 'earned', key),
        button(t('setup.asks.time'), 'form', 'time', key),
      ];
  const { length } = settings.tiers;
  return [
    row(picker),
    lacksRole(tier, server) ? row(create, rename) : row(rename),
    row(
      ...asks,
      button(
        t(byPeopleOnly ? 'setup.asks.toRule' : 'setup.asks.toPeople'),
        'toPeople',
        key,
        byPeopleOnly ? 'no' : 'yes',
      ),
    ),
    row(
      button(t('setup.tiers.addAbove'), 'form', 'newTier', key).setDisabled(length >= MOST_TIERS),
      button(t('setup.tiers.remove'), 'removeTier', key).setDisabled(length === 1),
    ),
  ];
}
