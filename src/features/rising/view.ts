// The ladder as members see it: each tier with what it asks for, where they stand, what is to go, and a quiet word of warning.
import {
  ContainerBuilder,
  escapeMarkdown,
  roleMention,
  TextDisplayBuilder,
  time,
  userMention,
} from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import type { Tier } from '../../core/settings.ts';
import type { Reading } from '../../core/texts.ts';
import { textView } from '../../core/views.ts';
import { tierName, tierNameByKey } from '../tiers/view.ts';
import { leaveLine } from './leave.view.ts';
import type { Lack } from './requirements.rules.ts';
import { forecastText, lackText, requirementsText } from './words.view.ts';

/** The edge of the ladder: the leaf's green. */
const EDGE = 0x4f7f5a;

export interface Ladder {
  tiers: readonly Tier[];
  /** How many rungs, from the lowest, a rule gives; 0 where people decide about all. */
  byRule: number;
  /** Roles that are there; the others were deleted. */
  roleIds: ReadonlySet<string>;
  held: { tier: string; since: number; byPeople: boolean } | undefined;
  /** What the next tier still asks for; nothing where no rule gives a next one. Empty: all is met. */
  next: { tier: string; lacks: readonly Lack[] } | undefined;
  /** People took a tier, so people give the next. */
  waitsForPeople: boolean;
  /** The tier goes at this moment (ms) unless this is met again. */
  warning: { dueAt: number; below: readonly Lack[] } | undefined;
  /** The holiday that runs now, or the next one. */
  leave: { fromAt: number; toAt: number } | undefined;
  mention(command: string): string;
}

export function ladderView(reading: Reading, ladder: Ladder): View {
  const { t } = reading;
  const rungs = ladder.tiers.map((tier, rung) => rungLines(reading, ladder, tier, rung));
  const intro = t(ladder.byRule > 0 ? 'rising.ladder.byRule' : 'rising.ladder.byPeople');
  return {
    components: [
      new ContainerBuilder()
        .setAccentColor(EDGE)
        .addTextDisplayComponents(
          new TextDisplayBuilder().setContent(`## ${t('rising.ladder.title')}\n${intro}`),
          new TextDisplayBuilder().setContent(rungs.join('\n')),
          new TextDisplayBuilder().setContent(ownLines(reading, ladder).join('\n')),
        )
        .toJSON(),
    ],
  };
}

function rungLines(reading: Reading, { byRule, held, roleIds }: Ladder, tier: Tier, rung: number): string {
  const { t } = reading;
  const name = `**${escapeMarkdown(tierName(tier, reading))}**`;
  const { roleId, requirements } = tier;
  const role = roleId !== undefined && roleIds.has(roleId) ? ` ${roleMention(roleId)}` : '';
  const here = held?.tier === tier.key ? ` · ${t('rising.ladder.here')}` : '';
  const asks =
    rung < byRule && requirements
      ? requirementsText(reading, requirements)
      : t(byRule > 0 ? 'rising.ladder.peopleGive' : 'rising.ladder.moderators');
  const gone = roleId === undefined || !roleIds.has(roleId) ? ` · ${t('rising.ladder.noRole')}` : '';
  return byRule > 0 || gone
    ? `${rung + 1}. ${name}${role}${here}\n-# ${asks}${gone}`
    : `${rung + 1}. ${name}${role}${here}`;
}

function ownLines(reading: Reading, ladder: Ladder): string[] {
  const { t } = reading;
  const { held, next, tiers, warning, leave, waitsForPeople, mention } = ladder;
  const name = (key: string) => escapeMarkdown(tierNameByKey(tiers, key, reading));
  const lines = [`### ${t('rising.ladder.where')}`];
  if (!held) lines.push(t('rising.ladder.none'));
  else {
    const since = time(Math.floor(held.since / 1000), 'R');
    lines.push(t('rising.ladder.held', { tier: name(held.tier), since }));
    if (held.byPeople && ladder.byRule > 0) lines.push(`-# ${t('rising.ladder.heldByPeople')}`);
  }
  if (waitsForPeople) lines.push(t('rising.ladder.waitsForPeople'));
  else if (next) {
    const values = { tier: name(next.tier) };
    lines.push(
      next.lacks.length === 0
        ? t('rising.ladder.met', values)
        : t('rising.ladder.next', { ...values, togo: forecastText(reading, next.lacks) }),
    );
  }
  if (warning) {
    const due = `<t:${Math.floor(warning.dueAt / 1000)}:D>`;
    lines.push(
      t('rising.ladder.warning', {
        tier: held ? name(held.tier) : '',
        due,
        lack: lackText(reading, warning.below),
        leave: mention('leave'),
      }),
    );
  }
  if (leave) lines.push(`-# ${leaveLine(reading, leave)}`);
  return lines;
}

/** For everybody to read, so it says only whom it is for and where to look. It pings that person, and nobody else. */
export function warningView(reading: Reading, memberId: string, dueAt: number): View {
  const due = `<t:${Math.floor(dueAt / 1000)}:D>`;
  return {
    ...textView(reading.t('rising.warning', { member: userMention(memberId), due })),
    pings: [memberId],
  };
}
