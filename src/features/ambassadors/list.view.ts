// Who the Ambassadors are, for everybody; who the candidates are, for moderators.
import { ContainerBuilder, SectionBuilder } from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped, mentionOf } from '../../core/views.ts';
import type { AmbassadorLine, CandidateLine, CandidateList, Roll, Worth } from './list.service.ts';
import { ago, button, day, EDGE, text } from './pieces.view.ts';

/** The Ambassadors of a server: who, since when, what they know; and those who were. */
export function rollView(reading: Reading, { ambassadors, more, alumni }: Roll, nominate: string): View {
  const { t } = reading;
  const about = t(ambassadors.length > 0 ? 'ambassadors.roll.about' : 'ambassadors.roll.none', { nominate });
  const container = new ContainerBuilder()
    .setAccentColor(EDGE)
    .addTextDisplayComponents(text(`## ${t('ambassadors.roll.title')}`, about));
  if (ambassadors.length > 0)
    container.addTextDisplayComponents(
      text(
        ...ambassadors.flatMap((one) => ambassadorLines(reading, one)),
        more > 0 && t('ambassadors.roll.more', { count: more }),
      ),
    );
  if (alumni.length > 0)
    container.addTextDisplayComponents(
      text(
        `**${t('ambassadors.roll.alumni')}**`,
        ...alumni.map(({ memberId, from, to }) =>
          t('ambassadors.roll.alumnus', { member: mentionOf(t, memberId), from: day(from), to: day(to) }),
        ),
      ),
    );
  return { components: [container.toJSON()] };
}

function ambassadorLines({ t, list }: Reading, { memberId, since, tags, onLeave }: AmbassadorLine): string[] {
  const names = { member: mentionOf(t, memberId), since: day(since) };
  return [
    t(onLeave ? 'ambassadors.roll.onLeave' : 'ambassadors.roll.line', names),
    ...(tags.length > 0 ? [`-# ${t('ambassadors.roll.knows', { tags: list(tags.map(asTyped)) })}`] : []),
  ];
}

/** Candidates with what qualifies them, and others who help much. */
export function candidatesView(
  reading: Reading,
  { candidates, more, worth }: CandidateList,
  note?: string,
): View {
  const { t } = reading;
  const container = new ContainerBuilder()
    .setAccentColor(EDGE)
    .addTextDisplayComponents(text(`## ${t('ambassadors.candidates.title')}`, note));
  if (candidates.length === 0) container.addTextDisplayComponents(text(t('ambassadors.candidates.none')));
  for (const one of candidates)
    container.addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(text(...candidateLines(reading, one)))
        .setButtonAccessory(
          button(t('ambassadors.candidates.open'), 'secondary', 'dossier', one.nomination.candidateId),
        ),
    );
  if (more > 0) container.addTextDisplayComponents(text(t('ambassadors.candidates.more', { count: more })));
  if (worth.length > 0)
    container.addTextDisplayComponents(
      text(
        `**${t('ambassadors.candidates.worth')}**`,
        ...worth.map((one) => `- ${mentionOf(t, one.memberId)} · ${qualified(reading, one)}`),
        `-# ${t('ambassadors.candidates.worthHint')}`,
      ),
    );
  return { components: [container.toJSON()] };
}

function candidateLines(reading: Reading, { nomination, ...figures }: CandidateLine): string[] {
  const { t } = reading;
  const { candidateId, state, createdAt, threadId } = nomination;
  const where = state === 'reviewing' && threadId !== null ? ` · <#${threadId}>` : '';
  return [
    `**${mentionOf(t, candidateId)}** · ${t(`ambassadors.candidates.state.${state}`)} · ${ago(createdAt)}${where}`,
    qualified(reading, figures),
  ];
}

/** What qualifies somebody, in a line. */
function qualified(
  { t, list }: Reading,
  { peopleHelped, solutions, months, tags }: Omit<Worth, 'memberId'>,
): string {
  return [
    t('ambassadors.dossier.people', { count: peopleHelped }),
    t('ambassadors.dossier.solutions', { count: solutions }),
    ...(months > 0 ? [t('ambassadors.candidates.months', { count: months })] : []),
    ...(tags.length > 0 ? [list(tags.map(asTyped))] : []),
  ].join(' · ');
}
