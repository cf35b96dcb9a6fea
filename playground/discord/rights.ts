// What a person may do, with words for what is missing.

import type { APIUser } from 'discord-api-types/v10';
import { canSee, permissionNames, permissionsIn } from './access.ts';
import type { Channel } from './model.ts';
import { has } from './rules/permissions.ts';
import type { Stage } from './stage.ts';

/** Somebody who acts, and the world they act in. */
export interface Doer {
  readonly stage: Stage;
  readonly user: APIUser;
  readonly name: string;
}

export function can({ stage, user }: Doer, channel: Channel, bits: bigint): boolean {
  return has(permissionsIn(stage.world, stage.world.guildOf(channel), user.id, channel), bits);
}

/** Throws unless the person sees the channel and has these permissions there. */
export function mustBeAble(doer: Doer, channel: Channel, bits: bigint, what: string): void {
  if (canSee(doer.stage.world, channel, doer.user.id) && can(doer, channel, bits)) return;
  throw new Error(`${doer.name} may not ${what}: needs View Channel, ${permissionNames(bits).join(', ')}`);
}
