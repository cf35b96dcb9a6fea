// A review as staff see it: the first message of its thread, the card with the votes, and the forms for reasons.
import { ContainerBuilder } from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { mentionOf, textView } from '../../core/views.ts';
import { dossierBlocks } from './dossier.view.ts';
import { button, EDGE, fitting, form, moment, quoted, row, text } from './pieces.view.ts';
import type { Review } from './reviews.service.ts';
import {
  AGAIN_DAYS,
  type Choice,
  choices,
  LONGEST_FEEDBACK,
  LONGEST_REASON,
  type Nomination,
  opensUntil,
  tally,
  type Vote,
} from './rules.ts';

/** Room for the votes, one of them, and feedback, in characters: with the dossier the card stays below Discord's limit. */
const ROOM = { votes: 700, vote: 160, feedback: 160 } as const;
const SIGNS: Readonly<Record<Choice, string>> = { yes: '✅', no: '❌', notYet: '⏳' };

/** The message that the thread hangs on. It pings nobody. */
export function starterView({ t }: Reading, { candidateId }: Nomination): View {
  return textView(t('ambassadors.review.starter', { candidate: mentionOf(t, candidateId) }));
}

/** The dossier with the votes so far and, while nothing is decided, the means to vote and to decide. */
export function cardView(reading: Reading, review: Review): View {
  const { t } = reading;
  const { nomination, dossier, votes, quorum } = review;
  const container = new ContainerBuilder()
    .setAccentColor(EDGE)
    .addTextDisplayComponents(
      text(`## ${t('ambassadors.review.title', { candidate: mentionOf(t, nomination.candidateId) })}`),
    );
  for (const block of dossierBlocks(reading, dossier)) container.addTextDisplayComponents(block);
  const said = votes.toReversed().map((vote) => voteLine(reading, vote));
  const shown = fitting(said, ROOM.votes);
  container.addTextDisplayComponents(
    text(
      `**${t('ambassadors.review.votes', { count: votes.length, quorum, ...tally(votes) })}**`,
      ...shown,
      said.length > shown.length && t('ambassadors.review.moreVotes', { count: said.length - shown.length }),
      statusLine(reading, review),
    ),
  );
  if (nomination.state === 'reviewing' && nomination.promotionId === null) {
    const { id } = nomination;
    container
      .addActionRowComponents(
        row(
          ...choices.map((choice) =>
            button(`${SIGNS[choice]} ${t(`ambassadors.vote.${choice}`)}`, 'secondary', 'vote', id, choice),
          ),
        ),
      )
      .addActionRowComponents(
        row(
          button(t('ambassadors.review.promote'), 'primary', 'promote', id),
          button(t('ambassadors.review.notYet'), 'secondary', 'notYet', id),
        ),
      );
  }
  return { components: [container.toJSON()] };
}

function voteLine({ t }: Reading, { memberId, vote, reason }: Vote): string {
  const said = `${SIGNS[vote]} ${mentionOf(t, memberId)}: ${t(`ambassadors.vote.${vote}`)}`;
  return reason === null ? said : `${said} · “${quoted(reason, ROOM.vote)}”`;
}

function statusLine({ t }: Reading, { nomination, minDays }: Review): string {
  const { state, promotionId, decidedBy, feedback } = nomination;
  const by = decidedBy !== null && /^\d+$/.test(decidedBy) ? mentionOf(t, decidedBy) : '';
  if (state === 'notYet')
    return `**${t('ambassadors.review.saidNotYet', { by })}**${feedback === null ? '' : `\n> ${quoted(feedback, ROOM.feedback)}`}`;
  if (state === 'promoted') return `**${t('ambassadors.review.promoted', { by })}**`;
  if (state === 'withdrawn') return `**${t('ambassadors.review.withdrawn')}**`;
  if (promotionId !== null) return t('ambassadors.review.promoting', { by });
  return `-# ${t('ambassadors.review.open', { when: moment(opensUntil(nomination, minDays)) })}`;
}

export function voteForm({ t }: Reading, id: number, choice: Choice): object {
  return form(customId('ambassadors', 'voted', id, choice), t(`ambassadors.vote.${choice}`), [
    {
      name: 'reason',
      label: t('ambassadors.vote.reason'),
      description: t('ambassadors.vote.reasonAbout'),
      longest: LONGEST_REASON,
    },
  ]);
}

export function feedbackForm({ t }: Reading, id: number): object {
  return form(customId('ambassadors', 'answered', id), t('ambassadors.review.notYet'), [
    {
      name: 'feedback',
      label: t('ambassadors.answer.feedback'),
      description: t('ambassadors.answer.feedbackAbout'),
      longest: LONGEST_FEEDBACK,
    },
    {
      name: 'days',
      label: t('ambassadors.answer.days'),
      longest: 3,
      style: 'line',
      value: String(AGAIN_DAYS),
    },
  ]);
}
