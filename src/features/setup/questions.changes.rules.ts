// What an administrator may make of the settings for questions: where they are asked, who marks, and what follows.
import { type Refusal, refuse } from '../../core/context.ts';
import { type HelpChannel, helpChannelOf, type Settings } from '../../core/settings.ts';
import type { Change } from './changes.rules.ts';

/** What can be on or off, by the section it is shown in. */
export const SWITCHES = {
  solved: ['sign', 'title', 'lock', 'staffEarns'],
  followUp: ['proposals', 'nudges', 'checkBacks'],
} as const;
export type SwitchSection = keyof typeof SWITCHES;
export type Switch = (typeof SWITCHES)[SwitchSection][number];

/** What is chosen from a list of times, by the section it is shown in; 0 stands for never. */
export const WAITS = {
  /** Hours until the thread of a solved question is put away. */
  solved: [0, 1, 2, 4, 8, 12, 24, 48, 72, 120, 168, 336, 504, 720],
  /** Minutes until helpers are called. */
  followUp: [0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440, 2880, 4320, 10_080],
} as const satisfies Record<SwitchSection, readonly number[]>;

/** A channel in which threads are questions, with the tag for those that are solved. */
export type AskedIn = Pick<HelpChannel, 'channelId' | 'solvedTagId'>;

const withQuestions = (settings: Settings, questions: Partial<Settings['questions']>): Settings => ({
  ...settings,
  questions: { ...settings.questions, ...questions },
});

/** These are the help channels; what is set for those that were so already stays. */
export const chooseHelpChannels =
  (chosen: readonly AskedIn[]): Change =>
  (settings) => {
    const once = new Map(chosen.map((channel) => [channel.channelId, channel]));
    const channels = [...once.values()].map(
      (channel): HelpChannel =>
        helpChannelOf(settings, channel.channelId) ?? { opensThreads: false, removedTagIds: [], ...channel },
    );
    return withQuestions(settings, { channels });
  };

/** One more help channel. */
export const askIn =
  (channel: AskedIn): Change =>
  (settings) =>
    chooseHelpChannels([...settings.questions.channels, channel])(settings);

/** The tag that a help channel's solved questions get; none for ✅ instead. It no longer goes when they are solved. */
export const tagSolvedWith =
  (channelId: string, solvedTagId: string | undefined): Change =>
  (settings) =>
    withHelpChannel(settings, channelId, ({ solvedTagId: _, removedTagIds, ...channel }) => ({
      ...channel,
      removedTagIds: removedTagIds.filter((id) => id !== solvedTagId),
      ...(solvedTagId !== undefined && { solvedTagId }),
    }));

/** The tags that go when a question is solved; the one that it gets then cannot be among them. */
export const removeWhenSolved =
  (channelId: string, removedTagIds: readonly string[]): Change =>
  (settings) => {
    const solvedTagId = helpChannelOf(settings, channelId)?.solvedTagId;
    if (solvedTagId !== undefined && removedTagIds.includes(solvedTagId)) return refuse('tagBothWays');
    return withHelpChannel(settings, channelId, (channel) => ({
      ...channel,
      removedTagIds: [...removedTagIds],
    }));
  };

/** Whether each new message in a text channel gets a thread of its own. */
export const openThreads =
  (channelId: string, opensThreads: boolean): Change =>
  (settings) =>
    withHelpChannel(settings, channelId, (channel) => ({ ...channel, opensThreads }));

function withHelpChannel(
  settings: Settings,
  channelId: string,
  change: (channel: HelpChannel) => HelpChannel,
): Settings | Refusal {
  if (!helpChannelOf(settings, channelId)) return refuse('helpChannelGone', { channel: `<#${channelId}>` });
  const channels = settings.questions.channels.map((channel) =>
    channel.channelId === channelId ? change(channel) : channel,
  );
  return withQuestions(settings, { channels });
}

/** Whoever has one of these roles is staff. */
export const chooseStaff =
  (roleIds: readonly string[]): Change =>
  (settings) =>
    withQuestions(settings, { staffRoleIds: [...new Set(roleIds)] });

export const addStaff =
  (roleId: string): Change =>
  (settings) =>
    chooseStaff([...settings.questions.staffRoleIds, roleId])(settings);

/** Members of this tier and those above it may mark; without one, askers and staff only. */
export const letMark =
  (tierKey: string | undefined): Change =>
  (settings) => {
    if (tierKey !== undefined && !settings.tiers.some(({ key }) => key === tierKey)) return refuse('tierGone');
    const { markingTier: _, ...questions } = settings.questions;
    return {
      ...settings,
      questions: tierKey === undefined ? questions : { ...questions, markingTier: tierKey },
    };
  };

/** Whether something is on. */
export function isOn({ questions }: Settings, name: Switch): boolean {
  switch (name) {
    case 'sign':
    case 'title':
    case 'lock':
      return questions.solved[name];
    default:
      return questions[name];
  }
}

/** Turns each thing on or off. */
export const turn =
  (wished: ReadonlyMap<Switch, boolean>): Change =>
  (settings) => {
    let so = settings;
    for (const [name, on] of wished) so = turnOne(so, name, on);
    return so;
  };

function turnOne(settings: Settings, name: Switch, on: boolean): Settings {
  switch (name) {
    case 'sign':
    case 'title':
    case 'lock':
      return withQuestions(settings, { solved: { ...settings.questions.solved, [name]: on } });
    default:
      return withQuestions(settings, { [name]: on });
  }
}

/** What is on of a section, one digit each, so that only what somebody touched is turned. */
export function printOfSwitches(settings: Settings, section: SwitchSection): string {
  return SWITCHES[section].map((name) => (isOn(settings, name) ? '1' : '0')).join('');
}

/** What was turned, from what was on when the list was shown and what is chosen now. */
export function turned(section: SwitchSection, print: string, chosen: readonly string[]): Map<Switch, boolean> {
  const wished = SWITCHES[section].map((name): [Switch, boolean] => [name, chosen.includes(name)]);
  return new Map(wished.filter(([, on], i) => (print[i] === '1') !== on));
}

/** The time that a section is about: hours until a thread is put away, or minutes until helpers are called. */
export function waitOf({ questions }: Settings, section: SwitchSection): number {
  return section === 'solved' ? questions.solved.archiveHours : questions.routeMinutes;
}

export const wait =
  (section: SwitchSection, time: number): Change =>
  (settings) => {
    const { solved } = settings.questions;
    return withQuestions(
      settings,
      section === 'solved' ? { solved: { ...solved, archiveHours: time } } : { routeMinutes: time },
    );
  };

/** Where helpers see what needs attention; nowhere without a channel. */
export const showBoardIn =
  (channelId: string | undefined): Change =>
  (settings) => {
    const { boardChannelId: _, ...questions } = settings.questions;
    return {
      ...settings,
      questions: channelId === undefined ? questions : { ...questions, boardChannelId: channelId },
    };
  };

/** Whether Laurel changes threads of others in a help channel: its tags, or what is done to all solved questions. */
export function changesThreads({ solvedTagId, removedTagIds }: HelpChannel, settings: Settings): boolean {
  const { sign, title, lock, archiveHours } = settings.questions.solved;
  return (sign && solvedTagId !== undefined) || removedTagIds.length > 0 || title || lock || archiveHours > 0;
}
