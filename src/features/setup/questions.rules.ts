// What an administrator may make of the settings of questions: what is asked and done, who may mark, where helpers look.
import type { Settings } from '../../core/settings.ts';
import type { Change } from './changes.rules.ts';

type Questions = Settings['questions'];

/** What of questions is on or off, in the order shown. */
export const SWITCHES = ['proposals', 'nudges', 'checkBacks', 'sign', 'title', 'lock', 'staffEarns'] as const;
export type Switch = (typeof SWITCHES)[number];

export function isSwitch(name: string): name is Switch {
  return SWITCHES.some((one) => one === name);
}

/** Which of them are on. */
export function switchesOn({ questions }: Pick<Settings, 'questions'>): Switch[] {
  const { proposals, nudges, checkBacks, staffEarns, solved } = questions;
  const on: Record<Switch, boolean> = { proposals, nudges, checkBacks, staffEarns, ...solved };
  return SWITCHES.filter((name) => on[name]);
}

/** Exactly these are on. */
export const switchOn =
  (names: readonly Switch[]): Change =>
  (settings) => {
    const on = (name: Switch) => names.includes(name);
    return withQuestions(settings, {
      proposals: on('proposals'),
      nudges: on('nudges'),
      checkBacks: on('checkBacks'),
      staffEarns: on('staffEarns'),
      solved: { ...settings.questions.solved, sign: on('sign'), title: on('title'), lock: on('lock') },
    });
  };

/** Hours after which a solved thread is put away, as offered; 0 is never. */
export const ARCHIVE_HOURS = [0, 1, 6, 24, 72, 168] as const;
/** Minutes without an answer after which helpers are mentioned, as offered; 0 is never. */
export const ROUTE_MINUTES = [0, 15, 30, 60, 120, 240, 480, 1440] as const;

export const archiveAfter =
  (archiveHours: number): Change =>
  (settings) =>
    withQuestions(settings, { solved: { ...settings.questions.solved, archiveHours } });

export const routeAfter =
  (routeMinutes: number): Change =>
  (settings) =>
    withQuestions(settings, { routeMinutes });

/** Members of this tier and those above it may mark solutions; none for askers and staff only. */
export const markFrom =
  (tier: string | undefined): Change =>
  (settings) => {
    const { markingTier: _, ...questions } = settings.questions;
    return { ...settings, questions: tier === undefined ? questions : { ...questions, markingTier: tier } };
  };

/** The channel of the board; none for no board. */
export const boardIn =
  (channelId: string | undefined): Change =>
  (settings) => {
    const { boardChannelId: _, ...questions } = settings.questions;
    return {
      ...settings,
      questions: channelId === undefined ? questions : { ...questions, boardChannelId: channelId },
    };
  };

/** In these help channels, and no others, a thread is opened for each new message. */
export const openThreadsIn =
  (channelIds: readonly string[]): Change =>
  (settings) =>
    withQuestions(settings, {
      channels: settings.questions.channels.map((channel) => ({
        ...channel,
        opensThreads: channelIds.includes(channel.channelId),
      })),
    });

function withQuestions(settings: Settings, changes: Partial<Questions>): Settings {
  return { ...settings, questions: { ...settings.questions, ...changes } };
}
