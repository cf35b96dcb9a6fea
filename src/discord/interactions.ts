// Answers interactions: finds who they are for, judges whether they may, and says what went wrong.
import {
  type AutocompleteInteraction,
  DiscordAPIError,
  type Interaction,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Context } from '../core/context.ts';
import { refuse } from '../core/context.ts';
import type { Reading } from '../core/texts.ts';
import { textView } from '../core/views.ts';
import { newReference } from '../log.ts';
import type { CommandDirectory } from './commands.ts';
import { Doors, OUT_OF_DATE } from './doors.ts';
import type { Answer, Call, DirectInteraction, Feature, GuildInteraction } from './feature.ts';
import { Pace } from './pace.ts';
import { Responder } from './responder.ts';

/** Discord's limit for what is offered while somebody types. */
const MOST_SUGGESTIONS = 25;
/** What one member may ask of Laurel: more than hands can do, at once and in a minute. */
const ALLOWED = { atOnce: 100, perMinute: 60 };

type About = { feature: string; interaction: string; guildId: string | null; memberId: string };

export class Interactions {
  readonly #ctx: Context;
  readonly #directory: CommandDirectory;
  readonly #doors: Doors;
  readonly #servesLeftOut: ReadonlySet<string>;
  readonly #pace = new Pace(ALLOWED);

  constructor(ctx: Context, features: readonly Feature[], directory: CommandDirectory) {
    this.#ctx = ctx;
    this.#directory = directory;
    this.#doors = new Doors(features);
    this.#servesLeftOut = new Set(features.filter((one) => one.servesLeftOut).map(({ name }) => name));
  }

  /** Answers one, whatever it is; never throws. */
  async answer(interaction: Interaction): Promise<void> {
    // Bots ask nothing of each other.
    if (interaction.user.bot) return;
    const key = `${interaction.guildId}:${interaction.user.id}`;
    const pace = this.#pace.take(key, this.#ctx.clock.now());
    if (pace === 'stillTooFast') return;
    const mayGoOn = pace === 'go';
    if (!interaction.inCachedGuild()) {
      // Of a server that Laurel is not in nothing is answered; of a direct conversation, what is made for it.
      if (interaction.guildId === null && !interaction.isAutocomplete())
        await this.#direct(interaction, mayGoOn);
      return;
    }
    if (!interaction.isAutocomplete()) await this.#inServer(interaction, mayGoOn);
    else if (mayGoOn) await this.#suggest(interaction);
  }

  async #inServer(interaction: GuildInteraction, mayGoOn: boolean): Promise<void> {
    const known = this.#doors.planFor(interaction);
    const plan = known ?? OUT_OF_DATE;
    const reading = this.#ctx.texts.for(interaction.locale);
    const responder = new Responder(interaction, plan.audience, reading, this.#ctx.clock);
    const call: Call = {
      ctx: this.#ctx,
      interaction,
      guildId: interaction.guildId,
      channelId: interaction.channelId ?? interaction.guildId,
      member: interaction.member,
      reading,
      at: interaction.createdTimestamp,
      commands: this.#directory,
      progress: (view) => responder.progress(view),
    };
    const { feature, name } = plan;
    const about = { feature, interaction: name, guildId: call.guildId, memberId: call.member.id };
    await this.#respond(about, responder, reading, async () => {
      if (!mayGoOn) return refuse('tooFast');
      if (plan.requires !== undefined && !interaction.memberPermissions.has(plan.requires))
        return refuse('notAllowed');
      const closed = known && !this.#servesLeftOut.has(feature);
      if (closed && (await this.#ctx.people.isLeftOut(call.guildId, call.member.id)))
        return refuse('leftOut', { privacy: this.#directory.mention(call.guildId, 'privacy') });
      return plan.run(call);
    });
  }

  /** In direct messages there is no member, no server and no right: only what a feature made for there is answered. */
  async #direct(interaction: DirectInteraction, mayGoOn: boolean): Promise<void> {
    const ctx = this.#ctx;
    const commands = this.#directory;
    const door = this.#doors.directFor(interaction);
    if (!door) return;
    const { user, createdTimestamp: at } = interaction;
    const reading = ctx.texts.for(interaction.locale);
    const responder = new Responder(interaction, door.audience, reading, ctx.clock);
    const about = { feature: door.feature, interaction: door.name, guildId: null, memberId: user.id };
    await this.#respond(about, responder, reading, async () =>
      mayGoOn ? door.run({ ctx, interaction, userId: user.id, reading, at, commands }) : refuse('tooFast'),
    );
  }

  async #respond(
    about: About,
    responder: Responder,
    reading: Reading,
    work: () => Promise<Answer>,
  ): Promise<void> {
    try {
      await responder.finish(await work());
    } catch (err) {
      await this.#fault(err, about, reading, responder);
    }
  }

  /** Offers what may be meant while somebody types. Nothing is lost when it fails: they can type on. */
  async #suggest(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const { guildId, locale } = interaction;
    const known = this.#doors.typedInto(interaction);
    if (!known) return;
    try {
      const { name, value } = interaction.options.getFocused(true);
      const spec = known.command.type === 'slash' ? known.command.options[name] : undefined;
      if (spec?.type !== 'text' || !spec.autocomplete) return;
      const { requires } = known.command;
      const allowed = requires === undefined || interaction.memberPermissions.has(requires);
      const typing = { ctx: this.#ctx, guildId, reading: this.#ctx.texts.for(locale), typed: value };
      const suggestions = allowed ? await spec.autocomplete(typing) : [];
      await interaction.respond(suggestions.slice(0, MOST_SUGGESTIONS));
    } catch (err) {
      const memberId = interaction.user.id;
      const about = { feature: known.feature, interaction: known.name, guildId, memberId };
      if (isTooLate(err)) this.#ctx.log.debug({ ...about, err }, 'typed on before there were suggestions');
      else this.#ctx.log.error({ ...about, ref: newReference(), err }, 'suggestions failed');
    }
  }

  async #fault(err: unknown, about: About, { t }: Reading, responder: Responder): Promise<void> {
    if (isTooLate(err))
      return this.#ctx.log.warn({ ...about, err }, 'the interaction was over before it was answered');
    const ref = newReference();
    this.#ctx.log.error({ ...about, ref, err }, 'an interaction failed');
    await responder
      .sayPrivately(textView(t('fault', { ref })))
      .catch((again) => this.#ctx.log.warn({ ...about, ref, err: again }, 'the person could not be told'));
  }
}

/** Discord waits three seconds for a first answer, fifteen minutes for the last, and takes no second first one. */
const TOO_LATE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

function isTooLate(err: unknown): boolean {
  return err instanceof DiscordAPIError && TOO_LATE.has(err.code);
}
