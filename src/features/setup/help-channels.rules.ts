// What an administrator may make of the help channels: which they are, the tags of solved questions, and who is staff.
import { type Refusal, refuse } from '../../core/context.ts';
import { type HelpChannel, helpChannelOf, type Settings } from '../../core/settings.ts';
import type { Change } from './changes.rules.ts';

/** A channel in which threads are questions, with the tag for those that are solved. */
export type AskedIn = Pick<HelpChannel, 'channelId' | 'solvedTagId'>;

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

/** Whether Laurel changes threads of others in a help channel: its tags, or what is done to all solved questions. */
export function changesThreads({ solvedTagId, removedTagIds }: HelpChannel, settings: Settings): boolean {
  const { sign, title, lock, archiveHours } = settings.questions.solved;
  return (sign && solvedTagId !== undefined) || removedTagIds.length > 0 || title || lock || archiveHours > 0;
}

function withQuestions(settings: Settings, questions: Partial<Settings['questions']>): Settings {
  return { ...settings, questions: { ...settings.questions, ...questions } };
}
