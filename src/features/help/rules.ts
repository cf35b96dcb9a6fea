// What /help tells of: its topics, and which commands belong to each.
/** Discord's bit for the right "Manage Server". */
const MANAGE_SERVER = 1n << 5n;

/** In the order in which they are told. */
export const TOPICS = [
  'thanks',
  'questions',
  'standing',
  'ambassadors',
  'choices',
  'moderating',
  'running',
] as const;
export type HelpTopic = (typeof TOPICS)[number];

/** What somebody chose, which may be anything, as a topic. */
export function topicMeant(chosen: string | undefined): HelpTopic | undefined {
  return TOPICS.find((topic) => topic === chosen);
}

/** Under which topic a command is told: by the rights that it needs, else by what it is about. */
export function topicOf(command: { requires?: bigint; topic?: HelpTopic }): HelpTopic | undefined {
  const { requires, topic } = command;
  if (requires === undefined) return topic;
  return (requires & MANAGE_SERVER) === 0n ? 'moderating' : 'running';
}

/** The commands to begin with in each topic, by what the texts call them. */
export const FIRST_COMMANDS: Readonly<Record<HelpTopic, Readonly<Record<string, string>>>> = {
  thanks: { thanks: 'thanks' },
  questions: { waiting: 'questions list', solved: 'solved' },
  standing: { profile: 'profile', leaderboard: 'leaderboard' },
  ambassadors: { ambassadors: 'ambassadors' },
  choices: { privacy: 'privacy' },
  moderating: { promote: 'promote', review: 'review' },
  running: { setup: 'setup', doctor: 'doctor' },
};

/** Commands of a topic, those to begin with first. */
export function inOrder<C extends { name: string }>(topic: HelpTopic, commands: readonly C[]): C[] {
  const first = Object.values(FIRST_COMMANDS[topic]);
  const isFirst = ({ name }: C) => first.includes(name);
  return [
    ...first.flatMap((name) => commands.filter((command) => command.name === name)),
    ...commands.filter((command) => !isFirst(command)),
  ];
}
