// The one message of /setup: an overview of everything that is set, and each section opened in its place.
import { escapeMarkdown } from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import type { Refusal } from '../../core/context.ts';
import type { Tier } from '../../core/settings.ts';
import type { Reading } from '../../core/texts.ts';
import { tierName } from '../tiers/view.ts';
import { controlsOf, zoneSelect } from './controls.view.ts';
import { asksText, tierControls } from './ladder.view.ts';
import { button, panel, pastButton, row, select } from './panel.view.ts';
import { problemsOf, SECTIONS, type Section } from './rules.ts';
import { type Shown, settingText, withProblems } from './values.view.ts';

/** Room for what does not work under one section of the overview, in characters. */
const ROOM_IN_OVERVIEW = 380;

/** Everything that is set, what of it needs a look, and one list that leads to each section. */
export function overviewView(shown: Shown): View {
  const { reading, settings, server } = shown;
  const { t } = reading;
  const problems = problemsOf(settings, server);
  const lines = SECTIONS.map((section) => {
    const own = problems.filter((problem) => problem.section === section);
    const line = `**${t(`setup.sections.${section}.name`)}** · ${settingText(section, shown)}`;
    return withProblems(line, own, shown, ROOM_IN_OVERVIEW);
  });
  const intro = problems.length > 0 ? t('setup.attention', { count: problems.length }) : t('setup.intro');
  const sections = SECTIONS.map((section) => ({
    value: section,
    label: t(`setup.sections.${section}.name`),
    description: t(`setup.sections.${section}.hint`),
  }));
  return panel(
    {
      title: t('setup.title', { server: escapeMarkdown(server.name) }),
      paragraphs: [intro, lines.join('\n')],
    },
    [
      row(select('open', t('setup.choose'), sections)),
      row(button(t('setup.guide.open'), 'open', 'guide'), pastButton(t('history.title'))),
    ],
  );
}

/** One section: what it is about, what is set, what of it does not work, and the means to change it. */
export function sectionView(section: Section, shown: Shown, note?: string): View {
  const { t } = shown.reading;
  const problems = problemsOf(shown.settings, shown.server).filter((problem) => problem.section === section);
  return panel(
    {
      title: t(`setup.sections.${section}.name`),
      note,
      paragraphs: [
        t(`setup.sections.${section}.about`, { command: shown.mention('thanks') }),
        withProblems(t('setup.now', { value: settingText(section, shown) }), problems, shown),
      ],
    },
    [...controlsOf(section, shown), row(button(t('setup.back'), 'open', 'overview'))],
  );
}

/** One tier of the ladder: its role and its name. */
export function tierView(tier: Tier, shown: Shown, note?: string): View {
  const { t } = shown.reading;
  const name = tierName(tier, shown.reading);
  const problems = problemsOf(shown.settings, shown.server).filter(
    (problem) => problem.section === 'tiers' && problem.tierKey === tier.key,
  );
  const role =
    tier.roleId === undefined
      ? t('setup.tiers.noRole')
      : t('setup.tiers.role', { role: `<@&${tier.roleId}>` });
  const about = t('setup.tiers.about');
  return panel(
    {
      title: name,
      note,
      paragraphs: [
        tier.byPeopleOnly ? `${about} ${t('setup.tiers.byPeople', { tier: name })}` : about,
        withProblems(`${role}\n${asksText(tier, shown)}`, problems, shown),
      ],
    },
    [...tierControls(tier, shown), row(button(t('setup.backToTiers'), 'open', 'tiers'))],
  );
}

/** The time zones that may have been meant by what was typed; nothing is saved yet. */
export function zoneSuggestionsView(typed: string, zones: readonly string[], shown: Shown): View {
  const { t } = shown.reading;
  return panel(
    {
      title: t('setup.sections.timeZone.name'),
      note: t('setup.timeZone.suggested', { typed }),
      paragraphs: [t('setup.now', { value: settingText('timeZone', shown) })],
    },
    [
      row(zoneSelect(shown, t('setup.timeZone.pickSuggested'), zones)),
      row(button(t('setup.timeZone.other'), 'form', 'timeZone'), button(t('setup.back'), 'open', 'timeZone')),
    ],
  );
}

/** Why nothing was saved: one reason a line, each under the name of its field where there are several fields. */
export function notSavedNote(
  { t }: Reading,
  reasons: readonly { field?: string | undefined; refusal: Refusal }[],
): string {
  const lines = reasons.map(({ field, refusal }) => {
    const why = t(`refusal.${refusal.refused}`, refusal.values);
    return field === undefined ? why : `**${field}:** ${why}`;
  });
  return lines.length === 1
    ? `${t('setup.notSaved')} ${lines[0]}`
    : [t('setup.notSaved'), ...lines.map((line) => `- ${line}`)].join('\n');
}
