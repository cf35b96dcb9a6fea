// The kinds of effect: what each needs to know, and which action it is.
import * as z from 'zod';
import type { Actions, Outcome } from './actions.ts';
import type { effects } from './schema.ts';

export type Effect = typeof effects.$inferSelect;

const role = z.object({ memberId: z.string(), roleId: z.string(), reason: z.string() });
const person = z.object({ memberId: z.string() });
const reaction = z.object({ channelId: z.string(), messageId: z.string(), emoji: z.string() });
const posted = z.object({ channelId: z.string(), messageId: z.string() });
const message = z.object({
  channelId: z.string(),
  view: z.object({ components: z.array(z.looseObject({})), pings: z.array(z.string()).optional() }),
  replyTo: z.string().optional(),
});

const edited = posted.extend({ view: message.shape.view });
const opening = z.object({ channelId: z.string(), messageId: z.string(), name: z.string() });
const reshaping = z.object({
  threadId: z.string(),
  change: z.object({
    addTags: z.array(z.string()),
    removeTags: z.array(z.string()),
    mark: z.enum(['put', 'take']).optional(),
    archived: z.boolean().optional(),
    locked: z.boolean().optional(),
  }),
  reason: z.string(),
});

const effectSchemas = {
  addRole: role,
  removeRole: role,
  react: reaction,
  unreact: reaction,
  send: message,
  edit: edited,
  unsend: posted,
  openThread: opening,
  changeThread: reshaping,
  /** Nothing changes: what Discord knows of a member is asked for, until it answers. */
  lookUp: person,
} as const;
export type EffectKind = keyof typeof effectSchemas;

/** What to owe: the kind with its payload, and how it stands to other effects. */
export type EffectRequest = {
  [K in EffectKind]: {
    kind: K;
    payload: z.infer<(typeof effectSchemas)[K]>;
    guildId: string;
    /** Two waiting effects with the same key are one. */
    dedupeKey: string;
    /** Effects of one lane run one after the other. */
    lane: string;
    /** The effect that must be done first; if it fails, this one is cancelled. */
    afterId?: number;
    /** `name:…` of the feature to tell when it settles. */
    ref?: string;
  };
}[EffectKind];

/** A stored effect that this version of the code cannot make sense of; it never will, so it must not be tried again. */
export class UnreadableEffect extends Error {
  constructor(effect: Effect, cause?: unknown) {
    super(`Effect ${effect.id} (${effect.kind}) cannot be read.`, { cause });
    this.name = 'UnreadableEffect';
  }
}

/** Asks Discord for one effect; throws UnreadableEffect for a row that no version of this code wrote. */
export async function runEffect(actions: Actions, effect: Effect): Promise<Outcome<unknown>> {
  const stored = <T>(schema: z.ZodType<T>): T => payloadOf(effect, schema);
  switch (effect.kind) {
    case 'addRole': {
      const { memberId, roleId, reason } = stored(role);
      return actions.addRole(effect.guildId, memberId, roleId, reason);
    }
    case 'removeRole': {
      const { memberId, roleId, reason } = stored(role);
      return alreadyGone(
        await actions.removeRole(effect.guildId, memberId, roleId, reason),
        'unknownRole',
        'unknownMember',
      );
    }
    case 'react': {
      const { channelId, messageId, emoji } = stored(reaction);
      return actions.react(channelId, messageId, emoji);
    }
    case 'unreact': {
      const { channelId, messageId, emoji } = stored(reaction);
      return alreadyGone(
        await actions.unreact(channelId, messageId, emoji),
        'unknownMessage',
        'unknownChannel',
        'unknownEmoji',
      );
    }
    case 'unsend': {
      const { channelId, messageId } = stored(posted);
      return alreadyGone(
        await actions.deleteMessage(channelId, messageId),
        'unknownMessage',
        'unknownChannel',
      );
    }
    case 'send': {
      const { channelId, view, replyTo } = stored(message);
      return actions.send(channelId, view, { nonce: `laurel-${effect.id}`, replyTo });
    }
    case 'edit': {
      const { channelId, messageId, view } = stored(edited);
      return actions.edit(channelId, messageId, view);
    }
    case 'openThread': {
      const { channelId, messageId, name } = stored(opening);
      return actions.openThread(channelId, messageId, name);
    }
    case 'changeThread': {
      const { threadId, change, reason } = stored(reshaping);
      return actions.changeThread(threadId, change, reason);
    }
    case 'lookUp':
      return actions.member(effect.guildId, stored(person).memberId);
    default:
      throw new UnreadableEffect(effect);
  }
}

function payloadOf<T>(effect: Effect, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(effect.payload));
  } catch (err) {
    throw new UnreadableEffect(effect, err);
  }
}

/** Taking away what is no longer there is done, not failed. */
function alreadyGone(outcome: Outcome, ...gone: readonly string[]): Outcome {
  return !outcome.done && gone.includes(outcome.reason) ? { done: true, value: undefined } : outcome;
}
