// A recorded chat on the playground: a person for everybody who speaks, a channel for each recorded one, and a last thank-you that shows that all before it was handled.
import type { Guild } from '../playground/discord/guild.ts';
import type { Channel } from '../playground/discord/model.ts';
import type { Person } from '../playground/discord/people.ts';
import type { Discord } from '../playground/discord/server.ts';
import { type Line, withMentions } from './recording.ts';

/** What the bot is invited with: see channels, write, also in threads, read back, react, manage roles. */
export const INVITED_WITH = (1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 16n) | (1n << 6n) | (1n << 28n);
const DONE_WITHIN_MS = 10 * 60_000;
const LONGEST_MESSAGE = 2_000;
/** People gather this long before the first line, ms. */
const PROLOGUE_MS = 60_000;
/** Who says the last words, as a user name of Discord's: nobody in a recording is called so. */
export const LAST_SPEAKER = 'closing_asker';
const LAST_HELPER = 'closing_helper';

export interface Stage {
  people: ReadonlyMap<string, Person>;
  names: ReadonlyMap<string, string>;
  channels: ReadonlyMap<string, Channel>;
}

/**
 * The world's clock, which is moved to each line's time and stands still between the lines. It begins before the first
 * one: Discord's ids grow with it and never fall back, and they are what the bot reads the times from.
 */
export function clockBefore(lines: readonly Line[]): { now: number } {
  return { now: (lines[0]?.at ?? Date.now()) - PROLOGUE_MS };
}

/** `personOf` finds somebody who is there already, or lets them come. */
export function makeStage(
  guild: Guild,
  lines: readonly Line[],
  personOf: (name: string) => Person = (name) => guild.person(name),
): Stage {
  const people = new Map<string, Person>();
  const names = new Map<string, string>();
  const channels = new Map<string, Channel>();
  for (const line of lines) {
    for (const name of [line.author, ...line.mentions]) {
      if (people.has(name)) continue;
      const person = personOf(name);
      people.set(name, person);
      names.set(person.id, name);
    }
    if (!channels.has(line.ch)) channels.set(line.ch, guild.textChannel(`chat-${channels.size + 1}`));
  }
  return { people, names, channels };
}

/** Says the lines one after the other, each at its own time by the world's clock, at full speed or so many a second. */
export async function play(
  stage: Stage,
  lines: readonly Line[],
  time: { now: number },
  rate?: number,
): Promise<void> {
  const started = performance.now();
  for (const [n, line] of lines.entries()) {
    if (rate !== undefined) {
      const early = (n / rate) * 1000 - (performance.now() - started);
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    }
    await say(stage, line, time);
  }
}

/** Says one line at its own time by the world's clock. */
export async function say(stage: Stage, line: Line, time: { now: number }): Promise<void> {
  const author = stage.people.get(line.author);
  const channel = stage.channels.get(line.ch);
  if (!author || !channel) throw new Error(`A line is of nobody, or nowhere: ${line.author}, ${line.ch}.`);
  time.now = line.at;
  const text = withMentions(line.content, line.mentions, (name) => stage.people.get(name)?.id ?? '0');
  await author.says(channel, text.slice(0, LONGEST_MESSAGE));
}

/**
 * One last thank-you in each channel, by people who say nothing else. Events of a channel are handled in order, so
 * once it is signed, all before it has been handled. Returns the ids of those two people, for reports to leave out.
 */
export async function handledByAll(
  discord: Discord,
  guild: Guild,
  channels: Iterable<Channel>,
): Promise<ReadonlySet<string>> {
  const closing = new Set<string>();
  for (const channel of channels) {
    const [asker, helper] = [guild.person(LAST_SPEAKER), guild.person(LAST_HELPER)];
    closing.add(asker.id).add(helper.id);
    const thanks = await asker.replies(await helper.says(channel, 'Here is how.'), 'thank you');
    await discord.until(() => thanks.reactions.size > 0, {
      timeoutMs: DONE_WITHIN_MS,
      hint: 'the bot has handled everything',
    });
  }
  return closing;
}
