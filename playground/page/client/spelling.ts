// Between what one types and what is sent: @Name and <@id>, #channel and <#id>, :emoji: and <:emoji:id>.
import { state } from './store.ts';

/** Names become mentions; the longest fits first. */
export function forSending(text: string): string {
  const { members, roles, places, emojis } = state();
  const words = new Map<string, string>([
    ...roles.map(({ name, id }) => [`@${name}`, `<@&${id}>`] as const),
    ...members.map(({ name, id }) => [`@${name}`, `<@${id}>`] as const),
    ...places
      .filter(({ kind }) => kind !== 'category')
      .map(({ name, id }) => [`#${name}`, `<#${id}>`] as const),
    ...emojis.map(({ name, id }) => [`:${name}:`, `<:${name}:${id}>`] as const),
  ]);
  const longestFirst = [...words].sort(([one], [other]) => other.length - one.length);
  const pattern = new RegExp(longestFirst.map(([word]) => RegExp.escape(word)).join('|') || '(?!)', 'g');
  return text.replaceAll(pattern, (word) => words.get(word) ?? word);
}

/** The other way round, for editing. */
export function forReading(text: string, names: Record<string, string>): string {
  const { roles, places } = state();
  return text
    .replaceAll(/<@!?(\d+)>/g, (all, id: string) => (names[id] === undefined ? all : `@${names[id]}`))
    .replaceAll(
      /<@&(\d+)>/g,
      (all, id: string) => prefixed('@', roles.find((each) => each.id === id)?.name) ?? all,
    )
    .replaceAll(
      /<#(\d+)>/g,
      (all, id: string) => prefixed('#', places.find((each) => each.id === id)?.name) ?? all,
    )
    .replaceAll(/<a?(:\w+:)\d+>/g, '$1');
}

function prefixed(prefix: string, name: string | undefined): string | undefined {
  return name === undefined ? undefined : prefix + name;
}
