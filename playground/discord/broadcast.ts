// Which session hears of which event: by guild, shard, intents and sight of the channel; each event serialised once.
import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { canSee, permissionsIn } from './access.ts';
import { applicationFlags } from './applications.ts';
import type { GuildState } from './model.ts';
import type { Session } from './session.ts';
import { activeThreads } from './thread-state.ts';
import { guildCreateView } from './views.ts';
import type { Dispatch, World } from './world.ts';

/** Above this many unsent bytes the world's people wait for the client (`drained`). */
const BACKLOG_BYTES = 1 << 20;
/** Ten seconds of looking every ms: a client that takes longer is dead, and nobody waits for the dead. */
const DRAIN_LOOKS = 10_000;
const DRAIN_EVERY_MS = 1;

/** Lets an event through to its session, or not, or late; see weather.ts. */
export type Carrier = (name: string, deliver: () => void) => void;

export class Broadcast {
  readonly sessions = new Map<string, Session>();
  readonly #world: World;
  readonly #carry: Carrier;
  readonly #onSent: (sent: { name: string; session: Session }) => void;

  constructor(world: World, carry: Carrier, onSent: (sent: { name: string; session: Session }) => void) {
    this.#world = world;
    this.#carry = carry;
    this.#onSent = onSent;
    world.connect((dispatch) => this.#dispatch(dispatch));
  }

  /** Sends one event to one session, weather permitting. */
  send(session: Session, name: string, json: string): void {
    this.#carry(name, () => {
      session.send(name, json);
      this.#onSent({ name, session });
    });
  }

  /** READY, then every guild of the bot that this shard hears of. */
  begin(session: Session, largeThreshold: number): void {
    const { app, intents, shard, id } = session;
    const guilds = [...this.#world.guilds.values()].filter(
      (guild) => guild.members.has(app.user.id) && session.hearsOf(guild.id),
    );
    const ready = {
      v: 10,
      user: { ...app.user, verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: id,
      resume_gateway_url: this.#world.gatewayUrl,
      session_type: 'normal',
      shard,
      application: { id: app.id, flags: applicationFlags(app) },
      private_channels: [],
      presences: [],
      relationships: [],
      user_settings: {},
      geo_ordered_rtc_regions: [],
      _trace: ['["playground"]'],
    };
    session.send(GatewayDispatchEvents.Ready, JSON.stringify(ready));
    if ((intents & GatewayIntentBits.Guilds) === 0) return;
    for (const guild of guilds) this.#introduce(session, guild, largeThreshold);
  }

  /** Resolves once no client is far behind; at once in the usual case. */
  async drained(): Promise<void> {
    for (let looks = 0; looks < DRAIN_LOOKS && this.#isBehind(); looks++) {
      await new Promise((resolve) => setTimeout(resolve, DRAIN_EVERY_MS));
    }
  }

  #isBehind(): boolean {
    for (const session of this.sessions.values()) if (session.backlog > BACKLOG_BYTES) return true;
    return false;
  }

  #introduce(session: Session, guild: GuildState, largeThreshold: number): void {
    const threads = activeThreads(this.#world, guild.id, session.app.user.id);
    const view = guildCreateView(guild, session.app, threads, largeThreshold);
    this.send(session, GatewayDispatchEvents.GuildCreate, JSON.stringify(view));
  }

  #dispatch(dispatch: Dispatch): void {
    const serialised = new Map<string, string>();
    for (const session of this.sessions.values()) {
      if (!this.#concerns(session, dispatch)) continue;
      const variant = dispatch.variant?.(session) ?? '';
      const json = serialised.get(variant) ?? JSON.stringify(dispatch.data(session));
      serialised.set(variant, json);
      this.send(session, dispatch.name, json);
    }
  }

  #concerns(session: Session, dispatch: Dispatch): boolean {
    const { intents, exceptIntents = 0, guild, channel, only, needs = 0n } = dispatch;
    if (only !== undefined && only !== session.app) return false;
    if (intents !== 0 && (session.intents & intents) === 0) return false;
    if ((session.intents & exceptIntents) !== 0) return false;
    if (!session.hearsOf(guild?.id)) return false;
    if (guild !== undefined && !guild.members.has(session.app.user.id)) return false;
    if (needs !== 0n && (permissionsIn(this.#world, guild, session.app.user.id, channel) & needs) === 0n)
      return false;
    return channel === undefined || canSee(this.#world, channel, session.app.user.id);
  }
}
