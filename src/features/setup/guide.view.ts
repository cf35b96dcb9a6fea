// The three steps that lead through a first /setup: what could be set from what is there, a test thank-you, and what comes next.
import { ButtonBuilder, channelMention, escapeMarkdown, roleMention } from '@discordjs/builders';
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import { signView, thankedView } from '../thanks/view.ts';
import { tierNameByKey } from '../tiers/view.ts';
import { button, panel, pastButton, row } from './panel.view.ts';
import { lacksRole, problemsOf } from './rules.ts';
import { printOf, type Suggestion, usable } from './suggestions.rules.ts';
import { asFarAsTheyFit, problemText, type Shown } from './values.view.ts';

/** Room for what cannot be used yet, in characters. */
const ROOM = 1800;
/** A thank-you of full weight. */
const IN_FULL = 100;

/** First step: each suggestion with its reason, what cannot be used yet with its fix, and one button for all. */
export function guideView(suggestions: readonly Suggestion[], shown: Shown, note?: string): View {
  const { t } = shown.reading;
  const ready = usable(suggestions);
  const blocked = blockedText(suggestions, 'notYet', shown);
  const use = button(t('setup.guide.use'), 'use', printOf(suggestions)).setStyle(ButtonStyle.Primary);
  const tryIt = button(t('setup.guide.try'), 'open', 'trial').setStyle(ButtonStyle.Primary);
  return panel(
    {
      title: t('setup.guide.title', { server: escapeMarkdown(shown.server.name) }),
      note,
      paragraphs: [
        t('setup.guide.works'),
        foundText(suggestions, shown),
        ...blocked,
        t('setup.guide.step', { step: 1 }),
      ],
    },
    [
      row(
        ready.length > 0 ? use : tryIt,
        ...(blocked.length > 0 ? [button(t('setup.guide.again'), 'open', 'guide')] : []),
        button(t('setup.guide.self'), 'open', 'overview'),
      ),
    ],
  );
}

/** What there is to set at one press, each with its reason. */
function foundText(suggestions: readonly Suggestion[], shown: Shown): string {
  const { t } = shown.reading;
  const ready = usable(suggestions);
  if (suggestions.length === 0) return t('setup.guide.nothing');
  if (ready.length === 0) return t('setup.guide.foundNoneReady');
  const asked = ready.some(({ what }) => what === 'questions' || what === 'questionsByTag');
  return [
    t('setup.guide.found', { count: ready.length }),
    ...ready.map((one) => `- ${withCaution(reasonText(one, shown), one, shown)}`),
    ...(asked ? [t('setup.guide.aboutQuestions')] : []),
  ].join('\n');
}

/** What was saved at one press, and what was not, with its fix. */
export function usedNote(suggestions: readonly Suggestion[], shown: Shown): string {
  const { t, list } = shown.reading;
  const things = usable(suggestions).map((one) => t(`setup.guide.things.${one.what}`, wordsFor(one, shown)));
  const saved = things.length > 0 ? t('setup.guide.saved', { things: list(things) }) : t('setup.unchanged');
  return [saved, ...blockedText(suggestions, 'notSavedYet', shown)].join('\n');
}

function withCaution(line: string, { caution }: Suggestion, shown: Shown): string {
  return caution ? `${line}\n${problemText(caution, shown)}` : line;
}

/** What cannot be used, each with its fix; one paragraph, or none. */
function blockedText(
  suggestions: readonly Suggestion[],
  heading: 'notYet' | 'notSavedYet',
  shown: Shown,
): string[] {
  const blocked = suggestions.flatMap((suggestion) =>
    suggestion.obstacle
      ? [`- ${reasonText(suggestion, shown)}\n${problemText(suggestion.obstacle, shown)}`]
      : [],
  );
  if (blocked.length === 0) return [];
  const title = shown.reading.t(`setup.guide.${heading}`, { count: blocked.length });
  return [asFarAsTheyFit(title, blocked, shown.reading, ROOM)];
}

function reasonText(suggestion: Suggestion, shown: Shown): string {
  const { t } = shown.reading;
  const words = wordsFor(suggestion, shown);
  const reason = t(`setup.guide.for.${suggestion.what}`, words);
  return suggestion.what === 'questions' && suggestion.tag
    ? `${reason} ${t('setup.guide.questionsTag', words)}`
    : reason;
}

function wordsFor(
  { what, id, tag, tierKey }: Suggestion,
  { settings, reading }: Shown,
): Record<string, string> {
  const isRole = what === 'tierRole' || what === 'staff';
  return {
    target: isRole ? roleMention(id) : channelMention(id),
    tag: tag ? escapeMarkdown(tag.name) : '',
    tier: tierKey === undefined ? '' : escapeMarkdown(tierNameByKey(settings.tiers, tierKey, reading)),
  };
}

/** Whose thank-you is pictured, and what is left on it. */
export interface Trial {
  botId: string;
  readerId: string;
  signEmoji: string;
}

/** Second step: how a thank-you looks here, from the bot to the reader and for the reader alone. */
export function trialView(trial: Trial, shown: Shown, note?: string): View {
  const { t } = shown.reading;
  const parts: object[] = [
    ...(note ? [text(note), LINE] : []),
    text(`## ${t('setup.guide.trial.title')}`, t('setup.guide.trial.about')),
    LINE,
    text(t('setup.guide.trial.inWords'), t('setup.guide.trial.example')),
    ...signParts(trial, shown),
    LINE,
    text(t('setup.guide.trial.byCommand', { command: shown.mention('thanks') })),
    ...asPicture(
      thankedView(shown.reading, {
        rowId: 0,
        giverId: trial.botId,
        receiverId: trial.readerId,
        reason: t('setup.guide.trial.reason'),
        total: shown.settings.points.thanks,
        weight: IN_FULL,
        windowDays: shown.settings.limits.windowDays,
        again: false,
      }).components,
    ),
    LINE,
    text(t('setup.guide.step', { step: 2 })),
    row(
      button(t('setup.guide.trial.next'), 'finish').setStyle(ButtonStyle.Primary),
      button(t('setup.back'), 'open', 'guide'),
    ).toJSON(),
  ];
  return { components: [{ type: ComponentType.Container, components: parts }] };
}

/** The sign that this server chose, as it will look. */
function signParts({ readerId, signEmoji }: Trial, shown: Shown): object[] {
  const { reading, settings } = shown;
  if (settings.channels.mode === 'only' && settings.channels.only.length === 0)
    return [text(problemText({ section: 'channels', what: 'nowhere' }, shown))];
  const about = text(reading.t(`setup.guide.trial.${settings.sign}`));
  switch (settings.sign) {
    case 'reaction': {
      const picture = new ButtonBuilder()
        .setCustomId(customId('setup', 'picture'))
        .setEmoji({ name: signEmoji })
        .setLabel(reading.number(1))
        .setStyle(ButtonStyle.Secondary)
        .setDisabled(true);
      return [row(picture).toJSON(), about];
    }
    case 'reply':
      return [
        ...signView(reading, [{ memberId: readerId, points: settings.points.thanks }]).components,
        about,
      ];
    case 'none':
      return [about];
  }
}

/** The same, with nothing to press in it. */
function asPicture(components: readonly object[]): object[] {
  return components.map((component) => {
    if ('components' in component && Array.isArray(component.components))
      return { ...component, components: asPicture(component.components) };
    return 'custom_id' in component ? { ...component, disabled: true } : component;
  });
}

/** Last step: what happens next, and what is left to do. */
export function doneView(shown: Shown): View {
  const { reading, settings, server, mention } = shown;
  const { t } = reading;
  const problems = problemsOf(settings, server).length;
  const lacking = settings.tiers.filter((tier) => lacksRole(tier, server)).length;
  const promote = { promote: mention('promote'), count: lacking };
  const next = [
    t('setup.guide.done.next'),
    t('setup.guide.done.counts', { thanks: mention('thanks') }),
    t('setup.guide.done.boards', { leaderboard: mention('leaderboard'), profile: mention('profile') }),
    t('setup.guide.done.tell', { help: mention('help') }),
    lacking > 0 ? t('setup.guide.done.promoteLacks', promote) : t('setup.guide.done.promote', promote),
  ];
  return panel(
    {
      title: t('setup.guide.done.title'),
      note: problems > 0 ? t('setup.attention', { count: problems }) : undefined,
      paragraphs: [
        next.join('\n'),
        t('setup.guide.done.past'),
        t('setup.guide.done.change', { setup: mention('setup') }),
        t('setup.guide.step', { step: 3 }),
      ],
    },
    [
      row(
        ...(lacking > 0 ? [button(t('setup.tiers.createAll'), 'makeRoles')] : []),
        button(t('setup.guide.done.all'), 'open', 'overview'),
        pastButton(t('history.title')),
      ),
    ],
  );
}

const text = (...lines: readonly string[]) => ({
  type: ComponentType.TextDisplay,
  content: lines.join('\n'),
});

const LINE = { type: ComponentType.Separator };
