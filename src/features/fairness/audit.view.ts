// The audit as moderators read it: one deed a line, newest first, page by page.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  TextDisplayBuilder,
  time,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import type { AuditRow } from '../../core/audit.ts';
import { customId } from '../../core/custom-id.ts';
import type { KeysUnder, Reading, Translate } from '../../core/texts.ts';
import { asTyped, mentionOf } from '../../core/views.ts';
import { type Called, detailOf } from './audit.details.view.ts';

export const DEEDS_SHOWN = 8;
/** Longest reason in a line, in characters: eight with their longest stay below Discord's limit. */
const LONGEST_SHOWN = 150;

export interface AuditPage {
  rows: readonly AuditRow[];
  called: Called;
  /** Whose deeds, and deeds about whom; everybody's if left out. */
  memberId: string | undefined;
  page: number;
  pages: number;
}

/** Deeds with words of their own; others are shown by their code name. */
export const WORDS: Readonly<Record<string, KeysUnder<'audit.did'>>> = {
  'tiers.promoted': 'promoted',
  'tiers.demoted': 'demoted',
  'tiers.ended': 'tierEnded',
  'tiers.failed': 'tierFailed',
  'tiers.roleLeft': 'roleLeft',
  'tiers.roleMissing': 'roleMissing',
  'tiers.notAnnounced': 'notAnnounced',
  'tiers.roleCreated': 'roleCreated',
  'tiers.roleTaken': 'roleTaken',
  'rising.warned': 'warned',
  'rising.roleMended': 'roleMended',
  'rising.roleByHand': 'roleByHand',
  'rising.leaveTaken': 'leaveTaken',
  'rising.leaveEnded': 'leaveEnded',
  'trial.applied': 'rulesTried',
  'setup.changed': 'settings',
  'setup.kept': 'settingsKept',
  'history.start': 'pastStart',
  'history.pause': 'pastPause',
  'history.goOn': 'pastGoOn',
  'history.cancel': 'pastCancel',
  'questions.asked': 'asked',
  'questions.answered': 'answered',
  'questions.solved': 'marked',
  'questions.marked': 'marked',
  'questions.unsolved': 'unmarked',
  'questions.unmarked': 'unmarked',
  'knowledge.published': 'publishedAnswer',
  'knowledge.takenDown': 'tookAnswerDown',
  'questions.closed': 'closed',
  'questions.reopened': 'reopenedQuestion',
  'questions.assisted': 'assisted',
  'questions.raised': 'raised',
  'questions.gone': 'questionGone',
  'fairness.held': 'held',
  'fairness.dismissed': 'dismissed',
  'fairness.reversed': 'reversed',
  'fairness.reopened': 'reopened',
  'fairness.answered': 'answeredCase',
  'badges.created': 'badgeCreated',
  'badges.removed': 'badgeRemoved',
  'badges.returned': 'badgeReturned',
  'badges.granted': 'badgeGranted',
  'badges.revoked': 'badgeRevoked',
  'fairness.awarded': 'awarded',
  'fairness.awardTakenBack': 'awardTakenBack',
  'privacy.pseudonymRemoved': 'pseudonymRemoved',
  'ambassadors.nominated': 'nominated',
  'ambassadors.applied': 'applied',
  'ambassadors.accepted': 'agreed',
  'ambassadors.declined': 'declinedNomination',
  'ambassadors.withdrawn': 'withdrew',
  'ambassadors.expired': 'nominationExpired',
  'ambassadors.reviewStarted': 'reviewStarted',
  'ambassadors.reviewFailed': 'reviewFailed',
  'ambassadors.voted': 'voted',
  'ambassadors.voteChanged': 'voteChanged',
  'ambassadors.notYet': 'notYet',
  'ambassadors.termBegan': 'termBegan',
  'ambassadors.termEnded': 'termEnded',
  'ambassadors.asked': 'termAsked',
  'ambassadors.renew': 'renewed',
  'ambassadors.pause': 'paused',
  'ambassadors.back': 'cameBack',
  'ambassadors.stepDown': 'steppedDown',
  'ambassadors.removed': 'removedAmbassador',
  'ambassadors.alumniRoleFailed': 'alumniRoleFailed',
};

export function auditView(reading: Reading, { rows, called, memberId, page, pages }: AuditPage): View {
  const { t } = reading;
  const title =
    memberId === undefined ? t('audit.title') : t('audit.titleOf', { member: mentionOf(t, memberId) });
  const lines = rows.map((row) => deedLines(reading, row, called));
  if (lines.length === 0) lines.push(t('audit.empty'));
  if (pages > 1) lines.push(`-# ${t('leaderboard.page', { page, pages })}`);
  const container = new ContainerBuilder().addTextDisplayComponents(
    new TextDisplayBuilder().setContent([`## ${title}`, ...lines].join('\n')),
  );
  if (pages > 1) {
    const turn = (label: string, to: number) =>
      new ButtonBuilder()
        .setCustomId(customId('fairness', 'audit', to, ...(memberId === undefined ? [] : [memberId])))
        .setLabel(label)
        .setStyle(ButtonStyle.Secondary);
    container.addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        turn(t('leaderboard.previous'), page - 1).setDisabled(page === 1),
        turn(t('leaderboard.next'), page + 1).setDisabled(page === pages),
      ),
    );
  }
  return { components: [container.toJSON()] };
}

function deedLines(reading: Reading, row: AuditRow, called: Called): string {
  const { t } = reading;
  const word = WORDS[row.action];
  const did = word ? t(`audit.did.${word}`) : `\`${row.action}\``;
  const who = isPerson(row.actorId)
    ? mentionOf(t, row.actorId)
    : t(row.actorId === 'laurel' ? 'audit.laurel' : 'audit.discord');
  // What somebody did about themselves names them once.
  const whom = row.targetId === null || row.targetId === row.actorId ? '' : ` · ${nameOf(t, row.targetId)}`;
  const detail = detailOf(reading, row, called);
  return [
    `${who} ${did}${whom} · ${time(Math.floor(row.at / 1000), 'R')}`,
    ...(detail === undefined ? [] : [`-# ${detail}`]),
    ...(row.reason ? [`-# “${asTyped(shortened(row.reason))}”`] : []),
  ].join('\n');
}

const isPerson = (id: string) => /^\d{15,20}$/.test(id);

/** People by a mention, which pings nobody; other things by their id. */
function nameOf(t: Translate, targetId: string): string {
  return isPerson(targetId) ? mentionOf(t, targetId) : `\`${targetId}\``;
}

function shortened(reason: string): string {
  const characters = [...reason];
  return characters.length <= LONGEST_SHOWN ? reason : `${characters.slice(0, LONGEST_SHOWN - 1).join('')}…`;
}
