// What the router must know of any event: the channel it happened in, who made it happen, and when.
import { Events, Message } from 'discord.js';
import { madeAt } from '../core/people.ts';

/** The channel or thread that an event happened in, for those whose order within it matters. */
export function channelOf(event: string, args: readonly unknown[]): string | undefined {
  if (args[0] instanceof Message) return args[0].channelId;
  if (event === Events.MessageBulkDelete) return idIn(args[1], 'id');
  // A thread's beginning comes before what is said in it.
  if (event === Events.ThreadCreate || event === Events.ThreadDelete) return idIn(args[0], 'id');
  if (event === Events.ThreadUpdate) return idIn(args[1], 'id');
  return idIn(args[0], 'channelId') ?? idIn(valueIn(args[0], 'message'), 'channelId');
}

/** Who did something that Laurel might record of them, where, and when (ms) as far as it says. */
export interface Deed {
  guildId: string;
  memberId: string;
  at: number | undefined;
}

/** Nothing for what takes back, for comings and goings, and where nobody is known: that passes in any case. */
export function deedOf(event: string, args: readonly unknown[]): Deed | undefined {
  const [first, second] = args;
  if (event === Events.MessageCreate) return first instanceof Message ? saying(first) : undefined;
  if (event === Events.MessageUpdate) return deed(second, idIn(valueIn(second, 'author'), 'id'), undefined);
  if (event === Events.MessageReactionAdd)
    return deed(valueIn(first, 'message'), idIn(second, 'id'), undefined);
  if (event === Events.ThreadCreate) return deed(first, idIn(first, 'ownerId'), first);
  return undefined;
}

function saying({ guildId, author, createdTimestamp }: Message): Deed | undefined {
  return guildId ? { guildId, memberId: author.id, at: createdTimestamp } : undefined;
}

function deed(place: unknown, memberId: string | undefined, thing: unknown): Deed | undefined {
  const guildId = idIn(place, 'guildId');
  return guildId && memberId ? { guildId, memberId, at: madeAt(idIn(thing, 'id')) } : undefined;
}

function valueIn(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? Reflect.get(value, key) : undefined;
}

function idIn(value: unknown, key: string): string | undefined {
  const found = valueIn(value, key);
  return typeof found === 'string' ? found : undefined;
}
