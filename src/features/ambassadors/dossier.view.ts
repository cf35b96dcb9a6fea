// The dossier: what speaks for a candidate, each line with where to look. Reviewers and candidate read the same.
import { ContainerBuilder } from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped, mentionOf } from '../../core/views.ts';
import { tierNameByKey } from '../tiers/view.ts';
import type { Dossier } from './dossier.service.ts';
import type { TagKnown, TierDecision } from './dossier.store.ts';
import { ago, button, day, EDGE, fitting, form, linkTo, quoted, row, text } from './pieces.view.ts';
import { isOpen, LONGEST_STATEMENT, type Nomination } from './rules.ts';
import type { Term } from './terms.rules.ts';

/** Room for each part, in characters: with the votes below them all stay within Discord's 4,000 of one message. */
const ROOM = { why: 330, statement: 620, word: 160, words: 650, earlier: 450, feedback: 700 } as const;

/** For the candidate themselves, with their ways to answer; or for a moderator, with the way to begin a review. */
export function dossierView(
  reading: Reading,
  dossier: Dossier,
  reader: 'candidate' | 'moderator',
  note?: string,
): View {
  const { t } = reading;
  const { nomination, memberId } = dossier;
  const container = new ContainerBuilder()
    .setAccentColor(EDGE)
    .addTextDisplayComponents(
      text(
        `## ${t('ambassadors.dossier.title', { member: mentionOf(t, memberId) })}`,
        note,
        stateLine(reading, dossier),
      ),
    );
  for (const block of dossierBlocks(reading, dossier)) container.addTextDisplayComponents(block);
  const buttons =
    reader === 'candidate' ? ownButtons(reading, nomination) : moderatorButtons(reading, nomination);
  if (buttons.length > 0) container.addActionRowComponents(row(...buttons));
  return { components: [container.toJSON()] };
}

/** The facts, as the card of a review shows them too. */
export function dossierBlocks(reading: Reading, dossier: Dossier) {
  const { t } = reading;
  const { nomination, evidence } = dossier;
  const words = evidence.words.map(
    ({ from, words, ...place }) =>
      `- ${mentionOf(t, from)}: “${quoted(words, ROOM.word)}”${linkTo(reading, dossier.guildId, place)}`,
  );
  const earlier = earlierLines(reading, dossier);
  return [
    ...(nomination ? [text(...nominationLines(reading, nomination))] : []),
    text(`**${t('ambassadors.dossier.figures')}**`, ...figureLines(reading, dossier)),
    text(
      `**${t('ambassadors.dossier.words')}**`,
      ...(words.length > 0 ? fitting(words, ROOM.words) : [t('ambassadors.dossier.noWords')]),
    ),
    ...(earlier.length > 0 ? [text(`**${t('ambassadors.dossier.earlier')}**`, ...earlier)] : []),
  ];
}

function nominationLines(
  { t }: Reading,
  { nominatorId, candidateId, why, createdAt, statement }: Nomination,
) {
  const when = ago(createdAt);
  const by =
    nominatorId === candidateId
      ? t('ambassadors.dossier.applied', { when })
      : t('ambassadors.dossier.nominatedBy', { nominator: mentionOf(t, nominatorId), when });
  return [
    by,
    `> ${quoted(why, ROOM.why)}`,
    ...(statement === null
      ? []
      : [
          t('ambassadors.dossier.statement', { member: mentionOf(t, candidateId) }),
          `> ${quoted(statement, ROOM.statement)}`,
        ]),
  ];
}

function figureLines(reading: Reading, { guildId, evidence, tagNames }: Dossier): string[] {
  const { t, date } = reading;
  const link = (place: Parameters<typeof linkTo>[2]) => linkTo(reading, guildId, place);
  const tag = ({ tagId, solutions, ...place }: TagKnown) => {
    const name = tagNames.get(tagId) ?? t('ambassadors.dossier.tagGone');
    return `${asTyped(name)} (${reading.number(solutions)})${link(place).replace(' · ', ' ')}`;
  };
  const { firstHelp } = evidence;
  return [
    `- ${t('ambassadors.dossier.people', { count: evidence.peopleHelped })}${link(evidence.latestHelp)}`,
    `- ${t('ambassadors.dossier.solutions', { count: evidence.solutions })}${link(evidence.latestSolution)}`,
    evidence.tags.length > 0 &&
      `- ${t('ambassadors.dossier.knows', { tags: reading.list(evidence.tags.map(tag)) })}`,
    firstHelp &&
      `- ${t('ambassadors.dossier.months', {
        count: evidence.months,
        since: date(firstHelp.at, { month: 'long', year: 'numeric' }),
      })}${link(firstHelp)}`,
    `- ${t('ambassadors.dossier.reversals', { count: evidence.reversals })}${link(evidence.latestReversal)}`,
  ].filter((line) => line !== false && line !== undefined);
}

function earlierLines(reading: Reading, { earlier, terms, evidence, ladder }: Dossier): string[] {
  const { t } = reading;
  const nominations = earlier.map(({ state, decidedAt, createdAt, feedback }) => ({
    at: decidedAt ?? createdAt,
    line: t(state === 'promoted' ? 'ambassadors.dossier.wasPromoted' : 'ambassadors.dossier.wasNotYet', {
      when: day(decidedAt ?? createdAt),
    }),
    words: feedback,
  }));
  const served = terms.map((term: Term) => ({
    at: term.endedAt ?? term.startedAt,
    line:
      term.state === 'ended'
        ? t(`ambassadors.ended.${term.endedWhy ?? 'over'}`, {
            from: day(term.startedAt),
            to: day(term.endedAt ?? 0),
          })
        : t('ambassadors.dossier.serves', { since: day(term.startedAt) }),
    words: null,
  }));
  const name = (key: string | null) => (key === null ? '' : tierNameByKey(ladder, key, reading));
  const moves = evidence.decisions.map(({ direction, tier, fromTier, reason, at }: TierDecision) => ({
    at,
    line: t(
      tier === null
        ? 'ambassadors.dossier.tookOff'
        : direction === 'promote'
          ? 'ambassadors.dossier.became'
          : 'ambassadors.dossier.fell',
      { tier: asTyped(name(tier ?? fromTier)), when: day(at) },
    ),
    words: reason,
  }));
  const lines = [...nominations, ...served, ...moves]
    .sort((one, other) => other.at - one.at)
    .map(({ line, words }) => (words ? `- ${line} “${quoted(words, ROOM.word)}”` : `- ${line}`));
  return fitting(lines, ROOM.earlier);
}

function stateLine({ t }: Reading, { nomination }: Dossier): string {
  if (!nomination) return t('ambassadors.state.none');
  const { state, feedback, againAt } = nomination;
  const line = t(`ambassadors.state.${state}`);
  if (state !== 'notYet' || feedback === null || againAt === null) return line;
  return [
    line,
    `> ${quoted(feedback, ROOM.feedback)}`,
    t('ambassadors.state.again', { when: day(againAt) }),
  ].join('\n');
}

function ownButtons({ t }: Reading, nomination: Nomination | undefined) {
  if (!nomination || !isOpen(nomination.state)) return [];
  const { id, state } = nomination;
  return [
    ...(state === 'asked'
      ? [button(t('ambassadors.consent.yes'), 'success', 'consentHere', id, 'yes')]
      : [button(t('ambassadors.dossier.say'), 'secondary', 'statement')]),
    button(t('ambassadors.dossier.withdraw'), 'danger', 'withdraw'),
  ];
}

function moderatorButtons({ t }: Reading, nomination: Nomination | undefined) {
  const back = button(t('ambassadors.candidates.back'), 'secondary', 'candidates');
  return nomination?.state === 'accepted'
    ? [button(t('ambassadors.review.start'), 'primary', 'start', nomination.id), back]
    : [back];
}

export function statementForm({ t }: Reading, statement: string | null): object {
  return form(customId('ambassadors', 'stated'), t('ambassadors.dossier.say'), [
    {
      name: 'statement',
      label: t('ambassadors.dossier.sayLabel'),
      description: t('ambassadors.dossier.sayAbout'),
      longest: LONGEST_STATEMENT,
      required: false,
      value: statement ?? '',
    },
  ]);
}
