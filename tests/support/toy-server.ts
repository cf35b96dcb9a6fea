// A small server for the services of tiers: what each member's roles are, and a Discord that keeps them.
import type { Actions, FailureReason, Outcome, RoleFacts } from '../../src/core/actions.ts';
import type { Context } from '../../src/core/context.ts';
import { type Decided, decide, type Order } from '../../src/features/tiers/service.ts';
import { promotionsOf } from '../../src/features/tiers/store.ts';
import { DONE } from './context.ts';

export const GUILD = '100';
export const NEWS = '700';
export const BOT = '800000000000000008';
export const TIER_ROLES = { helper: '1', guide: '2', expert: '3', ambassador: '4' } as const;

const role = (id: string, position: number, name: string, isManaged = false): RoleFacts => ({
  id,
  name,
  position,
  isEveryone: false,
  isManaged,
  permissions: [],
});
const LAUREL = role('8', 8, 'Laurel', true);
const MODERATOR = role('9', 9, 'Moderator');

/** Members with their roles, and the port that changes them. `sent` are the messages posted. */
export function toyServer(...memberIds: string[]) {
  const members = new Map(memberIds.map((id) => [id, new Set<string>()]));
  const roles = new Map<string, RoleFacts>(
    Object.entries(TIER_ROLES).map(([name, id], i) => [id, role(id, i + 1, name)]),
  );
  const sent: { channelId: string; pings: readonly string[]; text: string }[] = [];
  const trouble = new Map<string, Outcome>();
  const change = (kind: 'add' | 'delete', memberId: string, roleId: string): Outcome => {
    const inTheWay = trouble.get(kind);
    if (inTheWay) return inTheWay;
    const member = members.get(memberId);
    if (!member) return no('unknownMember');
    if (!roles.has(roleId)) return no('unknownRole');
    member[kind](roleId);
    return DONE;
  };
  const actions: Partial<Actions> = {
    addRole: async (_guildId, memberId, roleId) => change('add', memberId, roleId),
    removeRole: async (_guildId, memberId, roleId) => change('delete', memberId, roleId),
    rolesAmong: async (_guildId, ids) => ({
      done: true,
      value: new Map(
        ids.flatMap((id) => {
          const has = members.get(id);
          return has ? [[id, [...has]] as const] : [];
        }),
      ),
    }),
    serverRoles: () => ({
      roles,
      bot: { mayManageRoles: true, highest: LAUREL },
      botId: BOT,
      locale: 'en-US',
    }),
    send: async (channelId, view) => {
      const inTheWay = trouble.get('send');
      if (inTheWay && !inTheWay.done) return inTheWay;
      sent.push({ channelId, pings: view.pings ?? [], text: JSON.stringify(view.components) });
      return { done: true, value: { messageId: '901' } };
    },
  };
  return {
    actions,
    members,
    roles,
    sent,
    /** From now on, adding (`add`), removing (`delete`) or sending ends like this; nothing lets them pass again. */
    on(step: 'add' | 'delete' | 'send', outcome: Outcome | undefined) {
      if (outcome) trouble.set(step, outcome);
      else trouble.delete(step);
    },
    rolesOf: (memberId: string) => [...(members.get(memberId) ?? [])].sort(),
  };
}

export type ToyServer = ReturnType<typeof toyServer>;

export const no = (reason: FailureReason): Outcome => ({ done: false, final: true, reason });
export const notYet: Outcome = { done: false, final: false, reason: 'unreachable' };

/** Gives the ladder its roles, and names a channel for announcements. */
export async function prepare(
  ctx: Context,
  { announcementChannelId }: { announcementChannelId: string | undefined } = { announcementChannelId: NEWS },
): Promise<void> {
  await ctx.db.write((tx) =>
    ctx.settings.change(tx, GUILD, ctx.clock.now(), (settings) => ({
      ...settings,
      announcementChannelId,
      tiers: Object.entries(TIER_ROLES).map(([key, roleId]) => ({ key, roleId, byPeopleOnly: false })),
    })),
  );
}

/** A moderator who stands above everything decides about a member, having seen all that there was to see. */
export async function order(
  ctx: Context,
  server: ToyServer,
  memberId: string,
  over: Partial<Order> = {},
): Promise<Awaited<ReturnType<typeof decide>>> {
  const [latest] = await ctx.db.read((db) => promotionsOf(db, GUILD, memberId, 1));
  return decide(ctx, {
    guildId: GUILD,
    direction: 'promote',
    moderator: { id: 'mona', isOwner: false, highest: MODERATOR },
    candidate: {
      id: memberId,
      isHere: server.members.has(memberId),
      isBot: false,
      isPending: false,
      roleIds: server.rolesOf(memberId),
    },
    bot: { mayManageRoles: true, highest: LAUREL },
    roles: server.roles,
    reason: 'explained the worker to five people',
    seen: latest?.id,
    language: 'en',
    onDiscord: () => 'on Discord',
    ...over,
  });
}

/** The same, when nothing may be in the way. */
export async function ordered(...args: Parameters<typeof order>): Promise<Decided> {
  const decided = await order(...args);
  if ('no' in decided) throw new Error(`Refused: ${decided.no}`);
  return decided;
}
