// What people stand on: the world, and the patience not to overrun slow bots.
import type { World } from './world.ts';

export interface Stage {
  readonly world: World;
  /** Resolves when no bot is far behind. */
  drained(): Promise<void>;
}
