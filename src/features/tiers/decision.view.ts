// What became of a promotion or demotion, to the moderator who decided it.
import {
  ContainerBuilder,
  channelMention,
  escapeMarkdown,
  TextDisplayBuilder,
  time,
  userMention,
} from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import type { Values } from '../../core/texts.ts';
import { asTyped } from '../../core/views.ts';
import type { Move, Report } from './rules.ts';
import { tierNameByKey, type Wording } from './view.ts';

/** The edge of an answer: carried out, still waiting, refused. The words say the same. */
const EDGE = { done: 0x4f7f5a, waiting: 0xd9a441, failed: 0xb5483a } as const;

export interface DecisionAnswer {
  memberId: string;
  move: Pick<Move, 'direction' | 'tier' | 'from'>;
  reason: string;
  report: Report;
  /** Name of the role that had to go after the new one had come. */
  oldRole: string | undefined;
  /** Where promotions are announced, if anywhere. */
  announcementChannelId: string | undefined;
  /** What Discord refused, as sentences with their fix. */
  why: { decision?: string | undefined; oldRole?: string | undefined; announcement?: string | undefined };
  /** What became of the decision before this one, where the moderator should know. `at` in ms. */
  before?: { was: 'failed'; at: number; why: string } | { was: 'left'; at: number; tier: string } | undefined;
}

export function decisionView(answer: DecisionAnswer, wording: Wording): View {
  const state = answer.report.decision.is;
  const reason = `> ${asTyped(answer.reason)}`;
  const lines = [
    headline(answer, wording),
    reason,
    ...(state === 'done' ? [oldRoleLine(answer, wording), announcementLine(answer, wording)] : []),
    state === 'waiting' && wording.reading.t('tiers.waitingWhy', { profile: wording.mention('profile') }),
    state === 'failed' && answer.why.decision,
    beforeLine(answer, wording),
  ];
  return {
    components: [
      new ContainerBuilder()
        .setAccentColor(EDGE[state])
        .addTextDisplayComponents(new TextDisplayBuilder().setContent(lines.filter(Boolean).join('\n')))
        .toJSON(),
    ],
  };
}

function headline({ memberId, move, report }: DecisionAnswer, wording: Wording): string {
  const { t } = wording.reading;
  const named = (key: string | undefined) => (key === undefined ? '' : nameOf(key, wording));
  const values: Values = {
    member: userMention(memberId),
    tier: named(move.tier),
    from: named(move.from?.tier),
  };
  const kind = move.tier === undefined ? 'takeOff' : move.direction;
  if (report.decision.is === 'waiting')
    return t(kind === 'takeOff' ? 'tiers.waiting.take' : 'tiers.waiting.give', values);
  if (report.decision.is === 'failed') return t(`tiers.failed.${kind}`, values);
  if (kind === 'promote') return t(move.from ? 'tiers.promotedFrom' : 'tiers.promoted', values);
  return t(kind === 'demote' ? 'tiers.demoted' : 'tiers.takenOff', values);
}

function oldRoleLine(
  { report, oldRole = '', why }: DecisionAnswer,
  { reading }: Wording,
): string | undefined {
  const role = escapeMarkdown(oldRole);
  if (report.oldRole?.is === 'waiting') return reading.t('tiers.leftOverWaiting', { role });
  if (report.oldRole?.is === 'failed') return reading.t('tiers.leftOver', { role, why: why.oldRole ?? '' });
  return undefined;
}

function announcementLine(
  { move, report, announcementChannelId, why }: DecisionAnswer,
  { reading, mention }: Wording,
): string | undefined {
  if (move.direction === 'demote') return undefined;
  if (announcementChannelId === undefined)
    return reading.t('tiers.nowhereToAnnounce', { setup: mention('setup') });
  const channel = channelMention(announcementChannelId);
  if (report.announcement?.is === 'done') return reading.t('tiers.announced', { channel });
  if (report.announcement?.is === 'failed')
    return reading.t('tiers.notAnnounced', { channel, why: why.announcement ?? '' });
  return reading.t('tiers.announcing', { channel });
}

function beforeLine({ before }: DecisionAnswer, wording: Wording): string | undefined {
  if (!before) return undefined;
  const { t } = wording.reading;
  const when = time(Math.floor(before.at / 1000), 'R');
  return before.was === 'failed'
    ? `-# ${t('tiers.failedBefore', { when, why: before.why })}`
    : `-# ${t('tiers.leftBefore', { when, tier: nameOf(before.tier, wording) })}`;
}

function nameOf(key: string, { ladder, reading }: Wording): string {
  return escapeMarkdown(tierNameByKey(ladder, key, reading));
}
