// How cases look to moderators: the list, one case with its evidence, and the forms for a reason and an answer.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  channelLink,
  LabelBuilder,
  ModalBuilder,
  messageLink,
  SectionBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  time,
} from '@discordjs/builders';
import { ButtonStyle, TextInputStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import { isHeld, type Recognition } from '../../core/ledger-rules.ts';
import type { SignalKind } from '../../core/standing-tables.ts';
import type { Reading, Values } from '../../core/texts.ts';
import { asTyped, mentionOf } from '../../core/views.ts';
import { ALTERNATES, NEW_ACCOUNTS } from './accounts.rules.ts';
import { BURST } from './bursts.rules.ts';
import { type Decision, LONGEST_ANSWER, LONGEST_REASON, openTo } from './cases.rules.ts';
import type { CaseFile, CaseList, List } from './cases.service.ts';
import type { Case } from './cases.store.ts';
import { CLOSED_GROUP } from './groups.rules.ts';
import { MUTUAL, NO_TALK, percent } from './pairs.rules.ts';
import type { Evidence } from './signals.rules.ts';

/** People named in one line, of a case and in the list; more are counted. */
const MOST_NAMED = 12;
const MOST_NAMED_IN_LIST = 5;
/** Answers on one page, each in full. */
const ANSWERS_SHOWN = 3;
/** Signals explained, and findings of one signal; the most telling come first. */
const MOST_SIGNALS = 4;
const MOST_ALIKE = 2;

/** What each signal asks for, as its sentence says it. */
const THRESHOLDS: Readonly<Record<SignalKind, Values>> = {
  mutual: { times: MUTUAL.eachWay, share: percent(MUTUAL.shareOfGiven) },
  closedGroup: {
    least: CLOSED_GROUP.least,
    most: CLOSED_GROUP.most,
    given: percent(CLOSED_GROUP.shareOfGiven),
    received: percent(CLOSED_GROUP.shareOfReceived),
  },
  burst: { helps: BURST.helps, givers: BURST.givers, hours: BURST.hours },
  newAccounts: {
    accounts: NEW_ACCOUNTS.accounts,
    days: NEW_ACCOUNTS.days,
    share: percent(NEW_ACCOUNTS.shareOfReceived),
  },
  noTalk: { thanks: NO_TALK.thanks, share: percent(NO_TALK.shareOfPair) },
  alternates: { minutes: ALTERNATES.joinedMinutes, thanks: ALTERNATES.thanksEach },
};

/** The cases of one list, a page of them, with the means to open each and to look anew. */
export function listView(reading: Reading, shown: CaseList, note?: string): View {
  const { t } = reading;
  const { list, cases, counts, page, pages } = shown;
  const container = new ContainerBuilder().addTextDisplayComponents(
    text(
      `## ${t('fairness.title')}`,
      ...(note ? [note] : []),
      t(`fairness.lists.${list}`, { count: counts[list] }),
    ),
  );
  if (cases.length === 0) container.addTextDisplayComponents(text(t(`fairness.empty.${list}`)));
  for (const one of cases) {
    container.addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(text(...summaryLines(reading, one)))
        .setButtonAccessory(button('case', t('fairness.open'), one.id, 1)),
    );
  }
  const other: List = list === 'undecided' ? 'decided' : 'undecided';
  const row = new ActionRowBuilder<ButtonBuilder>();
  if (pages > 1) row.addComponents(...turning(reading, (to) => ['list', list, to], page, pages));
  row.addComponents(
    button('list', t(`fairness.show.${other}`, { count: counts[other] }), other, 1),
    button('look', t('fairness.look')),
  );
  container.addActionRowComponents(row);
  return { components: [container.toJSON()] };
}

/** One case: who, what speaks for it, the recognitions with links, what was answered, and what can be decided. */
export function caseView(reading: Reading, file: CaseFile, guildId: string, note?: string): View {
  const { t } = reading;
  const { case: one, rows, page, pages, rowCount, answers } = file;
  const container = new ContainerBuilder().addTextDisplayComponents(
    text(
      `## ${t('fairness.caseTitle', { id: one.id })}`,
      ...(note ? [note] : []),
      stateLine(reading, one),
      people(reading, one.memberIds),
    ),
    text(
      `**${t('fairness.evidence')}**`,
      ...[...Map.groupBy(one.evidence, ({ signal }) => signal)]
        .slice(0, MOST_SIGNALS)
        .flatMap(([signal, alike]) => signalLines(reading, signal, alike)),
    ),
  );
  const evidence = rows.map((row) => rowLine(reading, row, guildId));
  if (pages > 1) evidence.push(`-# ${t('leaderboard.page', { page, pages })}`);
  container.addTextDisplayComponents(
    text(`**${t('fairness.recognitions', { count: rowCount })}**`, ...evidence),
  );
  const about = openTo(one.state).map((decision) => decisionButton(reading, one, decision));
  container.addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(about));
  const below = new ActionRowBuilder<ButtonBuilder>();
  if (pages > 1) below.addComponents(...turning(reading, (to) => ['case', one.id, to], page, pages));
  if (answers.length > 0)
    below.addComponents(button('answers', t('fairness.showAnswers', { count: answers.length }), one.id, 1));
  const list: List = one.state === 'open' || one.state === 'held' ? 'undecided' : 'decided';
  below.addComponents(button('list', t('fairness.back'), list, 1));
  container.addActionRowComponents(below);
  return { components: [container.toJSON()] };
}

/** What the people concerned said about a case, a page of it. */
export function answersView(reading: Reading, { case: one, answers }: CaseFile, wanted: number): View {
  const { t } = reading;
  const pages = Math.max(1, Math.ceil(answers.length / ANSWERS_SHOWN));
  const page = Math.min(Math.max(1, wanted), pages);
  const shown = answers.slice((page - 1) * ANSWERS_SHOWN, page * ANSWERS_SHOWN);
  const lines = shown.map(
    ({ memberId, answer, answeredAt }) =>
      `${mentionOf(t, memberId)} · ${ago(answeredAt)}\n> ${asTyped(answer)}`,
  );
  const row = new ActionRowBuilder<ButtonBuilder>();
  if (pages > 1) row.addComponents(...turning(reading, (to) => ['answers', one.id, to], page, pages));
  row.addComponents(button('case', t('fairness.backToCase'), one.id, 1));
  const container = new ContainerBuilder()
    .addTextDisplayComponents(
      text(`## ${t('fairness.caseTitle', { id: one.id })} · ${t('fairness.answers')}`, ...lines),
    )
    .addActionRowComponents(row);
  return { components: [container.toJSON()] };
}

/** Asks a moderator why the recognitions of a case are reversed: those concerned read it. */
export function reasonForm({ t }: Reading, caseId: number, seen: string): object {
  return formOf(customId('fairness', 'reversed', caseId, seen), t('fairness.reasonForm'), {
    name: 'reason',
    label: t('fairness.reason'),
    description: t('fairness.reasonAbout'),
    longest: LONGEST_REASON,
  });
}

/** Asks somebody concerned what moderators should know. */
export function answerForm({ t }: Reading, caseId: number): object {
  return formOf(customId('fairness', 'answered', caseId), t('fairness.answerForm'), {
    name: 'answer',
    label: t('fairness.answer'),
    description: t('fairness.answerAbout'),
    longest: LONGEST_ANSWER,
  });
}

export function formOf(
  id: string,
  title: string,
  {
    name,
    label,
    description,
    longest,
  }: { name: string; label: string; description: string; longest: number },
): object {
  const input = new TextInputBuilder()
    .setCustomId(name)
    .setStyle(TextInputStyle.Paragraph)
    .setRequired(true)
    .setMaxLength(longest);
  return new ModalBuilder()
    .setCustomId(id)
    .setTitle(title)
    .addLabelComponents(
      new LabelBuilder().setLabel(label).setDescription(description).setTextInputComponent(input),
    )
    .toJSON();
}

function text(...lines: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.join('\n'));
}

function button(action: string, label: string, ...args: readonly (string | number)[]): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(customId('fairness', action, ...args))
    .setLabel(label)
    .setStyle(ButtonStyle.Secondary);
}

function decisionButton({ t }: Reading, { id, state }: Case, decision: Decision): ButtonBuilder {
  return button('decide', t(`fairness.decisions.${decision}`), id, decision, state).setStyle(
    decision === 'reverse' ? ButtonStyle.Danger : ButtonStyle.Secondary,
  );
}

/** Pages are turned by buttons whose ids differ even where both lead to the same page. */
function turning(
  { t }: Reading,
  idOf: (to: number) => [string, ...(string | number)[]],
  page: number,
  pages: number,
): ButtonBuilder[] {
  const turn = (label: string, to: number) => {
    const [action, ...args] = idOf(to);
    return button(action, label, ...args);
  };
  return [
    turn(t('leaderboard.previous'), page - 1).setDisabled(page === 1),
    turn(t('leaderboard.next'), page + 1).setDisabled(page === pages),
  ];
}

function summaryLines(reading: Reading, one: Case): string[] {
  const { t } = reading;
  const [first, ...others] = one.evidence;
  const more = others.length > 0 ? ` ${t('fairness.moreSignals', { count: others.length })}` : '';
  return [
    `**${t('fairness.caseTitle', { id: one.id })}** · ${first ? t(`fairness.signals.${first.signal}.name`) : ''}${more}`,
    people(reading, one.memberIds, MOST_NAMED_IN_LIST),
    `-# ${stateLine(reading, { ...one, reason: null })}`,
  ];
}

function stateLine({ t }: Reading, one: Case): string {
  if (one.state === 'open' || one.decidedBy === null || one.decidedAt === null)
    return t('fairness.states.open', { when: ago(one.openedAt) });
  const line = t(`fairness.states.${one.state}`, {
    when: ago(one.decidedAt),
    moderator: mentionOf(t, one.decidedBy),
  });
  return one.reason ? `${line} “${asTyped(one.reason)}”` : line;
}

function people({ t, list }: Reading, memberIds: readonly string[], most = MOST_NAMED): string {
  const named = memberIds.slice(0, most).map((id) => mentionOf(t, id));
  const more = memberIds.length - named.length;
  return list(more > 0 ? [...named, t('fairness.morePeople', { count: more })] : named);
}

/** What one signal found, and once what it looks for. */
function signalLines(reading: Reading, signal: SignalKind, alike: readonly Evidence[]): string[] {
  const { t } = reading;
  const more = alike.length - MOST_ALIKE;
  return [
    ...alike.slice(0, MOST_ALIKE).map((evidence) => foundLine(reading, evidence)),
    ...(more > 0 ? [t('fairness.moreAlike', { count: more })] : []),
    `-# ${t(`fairness.signals.${signal}.about`, THRESHOLDS[signal])}`,
  ];
}

function foundLine({ t, list }: Reading, { signal, figures, memberIds = [] }: Evidence): string {
  const people = memberIds.map((memberId) => mentionOf(t, memberId));
  switch (signal) {
    case 'mutual': {
      const { share = 0 } = figures;
      return t('fairness.signals.mutual.found', {
        ...figures,
        who: people.length > 0 ? list(people) : t('fairness.signals.mutual.they'),
        part: share < 100 ? t('fairness.signals.mutual.part', { share }) : t('fairness.signals.mutual.all'),
      });
    }
    case 'noTalk': {
      const way = people.length > 0 ? people.join(' → ') : t('fairness.signals.noTalk.way');
      return t('fairness.signals.noTalk.found', { ...figures, way });
    }
    default:
      return t(`fairness.signals.${signal}.found`, {
        ...figures,
        whom: people.at(-1) ?? t('fairness.signals.onePerson'),
      });
  }
}

function rowLine({ t, number }: Reading, row: Recognition, guildId: string): string {
  const url = row.messageId
    ? messageLink(row.channelId, row.messageId, guildId)
    : channelLink(row.channelId, guildId);
  const link = `[${t(row.messageId ? 'profile.message' : 'profile.channel')}](${url})`;
  const line = t('fairness.row', {
    giver: mentionOf(t, row.giverId),
    receiver: mentionOf(t, row.receiverId),
    kind: t(`profile.kinds.${row.kind}`),
    points: number(row.points),
    when: ago(row.occurredAt),
  });
  const is = isHeld(row) ? 'held' : row.revokedAt === null ? undefined : 'gone';
  return `${line} · ${link}${is ? ` · ${t(`fairness.rowIs.${is}`)}` : ''}`;
}

function ago(at: number): string {
  return time(Math.floor(at / 1000), 'R');
}
