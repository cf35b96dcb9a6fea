// Answers one interaction: once, in time, to the right audience, whatever the handler returns.
import { DiscordAPIError, type Interaction, RESTJSONErrorCodes } from 'discord.js';
import type { View } from '../core/actions.ts';
import type { Cancel, Clock } from '../core/clock.ts';
import { isRefusal } from '../core/context.ts';
import type { Reading } from '../core/texts.ts';
import { textView } from '../core/views.ts';
import type { Answer, Audience, DirectInteraction, FormAnswer } from './feature.ts';
import { mayPass } from './outcomes.ts';
import { type Payload, payloadOf } from './payload.ts';

/** Discord gives 3 s for the first answer; past this the interaction is deferred, with room for a slow network. */
const DEFER_AFTER_MS = 1_500;
/** The waits before Discord is asked once more to show the same, in ms; within the 15 minutes that an answer may take. */
const RETRY_AFTER_MS = [250, 2_000] as const;

export class Responder {
  readonly #interaction: DirectInteraction;
  readonly #audience: Audience;
  readonly #reading: Reading;
  readonly #clock: Clock;
  readonly #cancelDefer: Cancel;
  #deferral: Promise<unknown> | undefined;

  constructor(interaction: DirectInteraction, audience: Audience, reading: Reading, clock: Clock) {
    this.#interaction = interaction;
    this.#audience = audience === 'inPlace' && !standsOnMessage(interaction) ? 'privately' : audience;
    this.#reading = reading;
    this.#clock = clock;
    this.#cancelDefer = clock.after(DEFER_AFTER_MS, () => {
      this.#deferral ??= this.#defer().catch(() => undefined);
    });
  }

  /** Shows that it is under way; the final answer takes its place. */
  async progress(view: View): Promise<void> {
    await this.#show(view);
  }

  /** The handler's answer, the last word. */
  async finish(answer: Answer): Promise<void> {
    if (isRefusal(answer))
      return this.sayPrivately(textView(this.#reading.t(`refusal.${answer.refused}`, answer.values)));
    if (answer === undefined) return this.#leaveAsItIs();
    if (isForm(answer)) return this.#showForm(answer);
    return this.#show(answer);
  }

  /** Says something to the person alone, even where the answer was to be public. */
  async sayPrivately(view: View): Promise<void> {
    await this.#settleDeferral();
    const payload = payloadOf(view, true);
    const interaction = this.#interaction;
    if (!interaction.deferred && !interaction.replied)
      return this.#first('replied', () => interaction.reply(asReply(payload)));
    if (this.#audience === 'privately') return this.#again(() => interaction.editReply(asEdit(payload)));
    if (this.#audience === 'publicly' && !interaction.replied) await interaction.deleteReply();
    await interaction.followUp(asReply(payload));
  }

  async #show(view: View): Promise<void> {
    await this.#settleDeferral();
    const payload = payloadOf(view, this.#audience === 'privately');
    const interaction = this.#interaction;
    if (interaction.deferred || interaction.replied)
      await this.#again(() => interaction.editReply(asEdit(payload)));
    else if (this.#audience === 'inPlace' && standsOnMessage(interaction))
      await this.#first('replied', () => interaction.update(asEdit(payload)));
    else await this.#first('replied', () => interaction.reply(asReply(payload)));
  }

  async #showForm({ form }: FormAnswer): Promise<void> {
    this.#cancelDefer();
    if (this.#interaction.isModalSubmit()) throw new Error('A form cannot be answered with a form.');
    await this.#interaction.showModal(form as never); // built and checked by @discordjs/builders in the view
  }

  async #leaveAsItIs(): Promise<void> {
    await this.#settleDeferral();
    const interaction = this.#interaction;
    if (interaction.deferred || interaction.replied) {
      if (this.#audience !== 'inPlace') await interaction.deleteReply();
    } else if (standsOnMessage(interaction)) {
      await this.#first('deferred', () => interaction.deferUpdate());
    }
  }

  async #settleDeferral(): Promise<void> {
    this.#cancelDefer();
    await this.#deferral;
  }

  #defer(): Promise<void> {
    const interaction = this.#interaction;
    if (this.#audience === 'inPlace' && standsOnMessage(interaction))
      return this.#first('deferred', () => interaction.deferUpdate());
    const flags = this.#audience === 'privately' ? 'Ephemeral' : undefined;
    return this.#first('deferred', () => interaction.deferReply({ flags }));
  }

  /** The first answer. Discord takes only one: if it has one when it is asked again, the first was heard after all. */
  async #first(how: 'replied' | 'deferred', answer: () => Promise<unknown>): Promise<void> {
    let tries = 0;
    await this.#again(async () => {
      tries++;
      try {
        await answer();
      } catch (err) {
        if (tries === 1 || !isAnswered(err)) throw err;
        this.#interaction[how] = true;
      }
    });
  }

  /** Asks for something that may be done twice; again if Discord could not be reached or was out of order. */
  async #again(ask: () => Promise<unknown>): Promise<void> {
    for (const wait of RETRY_AFTER_MS) {
      try {
        await ask();
        return;
      } catch (err) {
        if (!mayPass(err)) throw err;
        await new Promise<void>((resolve) => void this.#clock.after(wait, resolve));
      }
    }
    await ask();
  }
}

function isForm(answer: Answer): answer is FormAnswer {
  return typeof answer === 'object' && 'form' in answer;
}

function isAnswered(err: unknown): boolean {
  return (
    err instanceof DiscordAPIError && err.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

/** Whether the interaction comes from a message of ours that can be edited in place. */
function standsOnMessage(interaction: Interaction) {
  return interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
}

// Our components are plain JSON; discord.js passes JSON through untouched but types it with its own classes.
const asReply = (payload: Payload) => payload as never;
const asEdit = (payload: Payload) => payload as never;
