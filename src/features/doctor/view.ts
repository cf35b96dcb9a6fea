// /doctor as a message: a line for each thing looked at, ✅ or ❌ with its fix, and a button to look again.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  SeparatorBuilder,
  TextDisplayBuilder,
  time,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import { asTyped } from '../../core/views.ts';
import type { Problem } from '../setup/rules.ts';
import { problemInWords, type Shown, timeIn } from '../setup/values.view.ts';
import { tierNameByKey } from '../tiers/view.ts';
import type { Finding } from './rules.ts';

export interface Report extends Shown {
  readonly findings: readonly Finding[];
  /** The page of the developer portal with the switches. */
  readonly portal: string;
  readonly version: string;
  /** The last migration that the database went through. */
  readonly schema: string;
  /** Names of rights as Discord's settings show them. */
  rightLabel(right: string): string;
}

/** Discord takes 4,000 characters in a message; a server with more trouble than fits mends these first. */
const LONGEST = 3_600;

export function doctorView(report: Report): View {
  const { reading, findings, at } = report;
  const { t } = reading;
  const wrong = findings.filter(({ ok }) => !ok).length;
  const lines = findings.map((finding) => `${finding.ok ? '✅' : '❌'} ${inWords(finding, report)}`);
  const shown = fitting(lines);
  const more = lines.length - shown.length;
  const container = new ContainerBuilder()
    .addTextDisplayComponents(
      new TextDisplayBuilder().setContent(
        `## ${t('doctor.title')}\n${wrong === 0 ? t('doctor.allWell') : t('doctor.wrong', { count: wrong })}`,
      ),
    )
    .addSeparatorComponents(new SeparatorBuilder())
    .addTextDisplayComponents(
      new TextDisplayBuilder().setContent(
        [...shown, ...(more > 0 ? [t('doctor.more', { count: more })] : [])].join('\n'),
      ),
    )
    .addTextDisplayComponents(
      new TextDisplayBuilder().setContent(
        `-# ${t('doctor.checked', { when: time(Math.floor(at / 1000), 'R') })}`,
      ),
    )
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder()
          .setCustomId(customId('doctor', 'again'))
          .setLabel(t('doctor.again'))
          .setStyle(ButtonStyle.Secondary),
      ),
    );
  return { components: [container.toJSON()] };
}

/** As many lines as fit; those that are wrong first go in, so that what is well gives way. */
function fitting(lines: readonly string[]): string[] {
  const chosen = new Set<string>();
  let length = 0;
  for (const line of [...lines].sort((a, b) => Number(a.startsWith('✅')) - Number(b.startsWith('✅')))) {
    length += line.length + 1;
    if (length > LONGEST) break;
    chosen.add(line);
  }
  return lines.filter((line) => chosen.has(line));
}

function inWords(finding: Finding, report: Report): string {
  const { reading, settings, mention, portal } = report;
  const { t, list } = reading;
  switch (finding.check) {
    case 'intents':
      return finding.ok ? t('doctor.intents.ok') : t(`doctor.intents.${finding.off}`, { portal });
    case 'rights':
      return finding.ok
        ? t('doctor.rights.ok')
        : t('doctor.rights.lacks', {
            rights: list(finding.lacks.map((right) => `**${report.rightLabel(right)}**`)),
            bot: asTyped(report.server.bot.highest.name),
          });
    case 'channels':
      return t('doctor.channels', { count: finding.count });
    case 'settings':
      return problemLine(finding.problem, report);
    case 'gone':
      return t('doctor.gone');
    case 'roleOrder':
      return t('doctor.roleOrder', { bot: asTyped(finding.bot) });
    case 'tier': {
      const tier = tierNameByKey(settings.tiers, finding.tierKey, reading);
      return finding.ok
        ? t('doctor.tier', { tier, role: `<@&${finding.roleId}>` })
        : problemInWords(
            { section: 'tiers', what: 'role', tierKey: finding.tierKey, obstacle: finding.obstacle },
            report,
          );
    }
    case 'tiersWithoutRole':
      return t('doctor.tiersWithoutRole', {
        tiers: list(finding.tierKeys.map((key) => tierNameByKey(settings.tiers, key, reading))),
        setup: mention('setup'),
      });
    case 'commands':
      return t(finding.ok ? 'doctor.commands.ok' : 'doctor.commands.old', { version: report.version });
    case 'database':
      return finding.ok
        ? t('doctor.database.ok', { schema: report.schema })
        : t(`doctor.database.${finding.what}`);
    case 'backup':
      return backupLine(finding, report);
    case 'outbox':
      if (!finding.ok) return t('doctor.outbox.late', { count: finding.count, since: ago(finding.since) });
      return finding.count === 0
        ? t('doctor.outbox.ok')
        : t('doctor.outbox.waiting', { count: finding.count });
    case 'catchUp':
      return catchUpLine(finding, report);
    case 'timeZone':
      return t('doctor.timeZone', {
        zone: settings.timeZone,
        time: timeIn(settings.timeZone, report.at, reading.locale),
        setup: mention('setup'),
      });
  }
}

/** What /setup says of it, and where in /setup it is mended. */
function problemLine(problem: Problem, report: Report): string {
  const { t } = report.reading;
  return t('doctor.problem', {
    problem: problemInWords(problem, report),
    setup: report.mention('setup'),
    section: t(`setup.sections.${problem.section}.name`),
  });
}

function backupLine(finding: Extract<Finding, { check: 'backup' }>, { reading: { t } }: Report): string {
  if (finding.at === undefined) return t(finding.ok ? 'doctor.backup.none' : 'doctor.backup.off');
  return t(finding.ok ? 'doctor.backup.ok' : 'doctor.backup.late', { when: ago(finding.at) });
}

function catchUpLine(finding: Extract<Finding, { check: 'catchUp' }>, { reading: { t } }: Report): string {
  if (!finding.ok) return t('doctor.catchUp.incomplete', { when: ago(finding.at) });
  if (finding.underWay) return t('doctor.catchUp.underWay');
  return finding.at === undefined
    ? t('doctor.catchUp.none')
    : t('doctor.catchUp.ok', { when: ago(finding.at) });
}

function ago(at: number): string {
  return time(Math.floor(at / 1000), 'R');
}
