// What people do in a simulated server: they thank, edit, delete, react, undo, promote; and what Discord would tell of each deed.
import type { Context } from '../../src/core/context.ts';
import { undo } from '../../src/features/thanks/service.ts';
import { isObstacle } from '../../src/features/tiers/rules.ts';
import { decide } from '../../src/features/tiers/service.ts';
import { promotionsOf } from '../../src/features/tiers/store.ts';
import type { Random } from '../random.ts';
import { command, type News } from './hearing.ts';
import { nextDeed } from './questions.ts';
import { GUILD_ID, type SaidMessage, type World } from './world.ts';

const CHANNELS = ['21', '22', '23'] as const;
export const HELPERS = ['101', '102', '103', '104', '105'] as const;
/** Only these leave and are promoted: who thanks whom does not depend on it. */
export const CLIMBERS = ['201', '202', '203'] as const;
const MODERATOR = '301';
const THANKS_EMOJI = ['🙏', '❤️', '⭐'] as const;
export const TIER_ROLES = { helper: '501', guide: '502', expert: '503' } as const;
export const NEWS_CHANNEL = '29';
/** How many of all deeds are about questions. */
const OF_QUESTIONS = 0.3;

export class Story {
  readonly #random: Random;
  readonly #world: World;
  readonly #now: () => number;
  /** Deeds by command that people were told count; they have no message to be looked up by. */
  readonly answered = new Set<number>();
  /** Rows that somebody asked to undo, answered or not. */
  readonly undoing = new Set<number>();

  constructor(random: Random, world: World, now: () => number) {
    this.#random = random;
    this.#world = world;
    this.#now = now;
    for (const id of Object.values(TIER_ROLES)) world.roles.add(id);
    for (const id of [...HELPERS, ...CLIMBERS, MODERATOR]) world.members.set(id, new Set());
  }

  /** One deed of somebody; what Discord tells of it, or an interaction that the bot answers at once. */
  next(): { news: News[] } | { interaction: (ctx: Context) => Promise<void> } {
    if (this.#random.share() < OF_QUESTIONS) return nextDeed(this.#random, this.#world, this.#now(), HELPERS);
    const dice = this.#random.share();
    if (dice < 0.4) return { news: this.#says() };
    if (dice < 0.5) return { news: this.#edits() };
    if (dice < 0.58) return { news: this.#deletes() };
    if (dice < 0.72) return { news: this.#reacts() };
    if (dice < 0.8) return { news: this.#unreacts() };
    if (dice < 0.86) return { interaction: this.#command() };
    if (dice < 0.9) return { interaction: this.#undoes() };
    if (dice < 0.97) return { interaction: this.#decides() };
    return { news: this.#meddles() };
  }

  #says(): News[] {
    const authorId = this.#random.pick(HELPERS);
    const message: SaidMessage = {
      id: this.#world.newId(),
      channelId: this.#random.pick(CHANNELS),
      authorId,
      at: this.#now(),
      thanks: this.#thanksOf(authorId),
      editedAt: undefined,
      isDeleted: false,
      reactions: new Map(),
    };
    this.#world.messages.set(message.id, message);
    return [{ what: 'said', lane: message.channelId, messageId: message.id }];
  }

  /** Up to two people, each for a message of theirs. */
  #thanksOf(authorId: string): Map<string, string> {
    const others = [...this.#world.messages.values()].filter(
      (one) => !one.isDeleted && one.authorId !== authorId,
    );
    const thanked = new Map<string, string>();
    for (let n = this.#random.among(0, 2); n > 0 && others.length > 0; n--) {
      const helpful = this.#random.pick(others);
      thanked.set(helpful.authorId, helpful.id);
    }
    return thanked;
  }

  #someMessage(): SaidMessage | undefined {
    const there = [...this.#world.messages.values()].filter((one) => !one.isDeleted);
    return there.length === 0 ? undefined : this.#random.pick(there.slice(-12));
  }

  #edits(): News[] {
    const message = this.#someMessage();
    if (!message) return [];
    message.thanks = this.#thanksOf(message.authorId);
    message.editedAt = this.#now();
    return [{ what: 'edited', lane: message.channelId, messageId: message.id }];
  }

  #deletes(): News[] {
    const message = this.#someMessage();
    if (!message) return [];
    message.isDeleted = true;
    return [{ what: 'deleted', lane: message.channelId, messageId: message.id }];
  }

  #reacts(): News[] {
    const message = this.#someMessage();
    const memberId = this.#random.pick(HELPERS);
    if (!message || message.authorId === memberId) return [];
    const emoji = this.#random.pick(THANKS_EMOJI);
    const users = message.reactions.get(emoji) ?? new Set<string>();
    message.reactions.set(emoji, users.add(memberId));
    return [{ what: 'reacted', lane: message.channelId, messageId: message.id, emoji, memberId }];
  }

  #unreacts(): News[] {
    const message = this.#someMessage();
    for (const [emoji, users] of message?.reactions ?? []) {
      const memberId = [...users].find((id) => HELPERS.some((one) => one === id));
      if (!message || memberId === undefined) continue;
      users.delete(memberId);
      return [{ what: 'unreacted', lane: message.channelId, messageId: message.id, emoji, memberId }];
    }
    return [];
  }

  #command(): (ctx: Context) => Promise<void> {
    const giverId = this.#random.pick(HELPERS);
    const receiverId = this.#random.pick(HELPERS);
    const deed = { id: this.#world.newId(), channelId: this.#random.pick(CHANNELS), giverId, receiverId };
    return async (ctx) => {
      const rowId = await command(ctx, deed);
      if (rowId !== undefined) this.answered.add(rowId);
    };
  }

  #undoes(): (ctx: Context) => Promise<void> {
    const [rowId] = this.answered;
    const giver = this.#random.pick(HELPERS);
    return async (ctx) => {
      if (rowId === undefined) return;
      this.undoing.add(rowId);
      await undo(ctx, GUILD_ID, giver, rowId);
    };
  }

  #decides(): (ctx: Context) => Promise<void> {
    const memberId = this.#random.pick(CLIMBERS);
    const direction = this.#random.share() < 0.7 ? 'promote' : 'demote';
    return async (ctx) => {
      const roleIds = this.#world.members.get(memberId);
      if (!roleIds) return;
      const [latest] = await ctx.db.read((db) => promotionsOf(db, GUILD_ID, memberId, 1));
      const decided = await decide(ctx, {
        guildId: GUILD_ID,
        direction,
        moderator: { id: MODERATOR, isOwner: true, highest: { id: '599', name: 'Owner', position: 99 } },
        candidate: { id: memberId, isHere: true, isBot: false, isPending: false, roleIds: [...roleIds] },
        bot: { mayManageRoles: true, highest: { id: '598', name: 'Laurel', position: 90 } },
        roles: new Map(
          [...this.#world.roles].map((id, i) => [
            id,
            { id, name: `role ${id}`, position: i + 1, isEveryone: false, isManaged: false, permissions: [] },
          ]),
        ),
        reason: 'in a simulation',
        seen: latest?.id,
        language: 'en',
        onDiscord: () => 'in a simulation',
      });
      if (isObstacle(decided)) return;
    };
  }

  /** Somebody changes roles by hand, deletes one, or leaves and comes back. */
  #meddles(): News[] {
    const memberId = this.#random.pick(CLIMBERS);
    const roles = this.#world.members.get(memberId);
    if (!roles) {
      this.#world.members.set(memberId, new Set());
      return [];
    }
    const [roleId] = roles;
    if (this.#random.share() < 0.3) {
      this.#world.members.delete(memberId);
      return [{ what: 'left', lane: `member:${memberId}`, memberId }];
    }
    if (roleId === undefined) return [];
    if (this.#random.share() < 0.8) {
      roles.delete(roleId);
      return [{ what: 'rolesLost', lane: `member:${memberId}`, memberId, lost: [roleId] }];
    }
    this.#world.deleteRole(roleId);
    return [{ what: 'roleDeleted', lane: 'roles', roleId }];
  }
}
