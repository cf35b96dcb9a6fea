// The beginning of a message in plain words: names for ids, no marks.
import type { Message } from '../discord/model.ts';
import { readableText } from '../discord/rules/readable-text.ts';
import { nameIn } from '../discord/seen.ts';
import type { Look } from './lookout.ts';

/** At most `length` characters, in one line. */
export function excerptOf({ world, guild }: Look, message: Message, length: number): string {
  return readableText(message)
    .replaceAll(/<@!?(\d+)>/g, (_, id: string) => `@${nameIn(world, guild.id, id)}`)
    .replaceAll(/<@&(\d+)>/g, (_, id: string) => `@${guild.roles.get(id)?.name ?? 'role'}`)
    .replaceAll(/<#(\d+)>/g, (_, id: string) => `#${world.channels.get(id)?.name ?? 'channel'}`)
    .replaceAll(/<t:(\d+)(?::\w)?>/g, (_, seconds: string) =>
      new Date(Number(seconds) * 1000).toLocaleDateString(),
    )
    .replaceAll(/<a?(:\w+:)\d+>|<(\/[^:>]+):\d+>/g, '$1$2')
    .replaceAll(/^(?:#{1,3}|-#|>) /gm, '')
    .replaceAll(/\*\*|__|~~|\|\||`/g, '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, length);
}
