// Answers one interaction: once, in time, to the right audience, whatever the handler returns.
import type { Interaction } from 'discord.js';
import type { View } from '../core/actions.ts';
import type { Cancel, Clock } from '../core/clock.ts';
import { isRefusal } from '../core/context.ts';
import type { Reading } from '../core/texts.ts';
import { textView } from '../core/views.ts';
import type { Answer, Audience, FormAnswer, GuildInteraction } from './feature.ts';
import { type Payload, payloadOf } from './payload.ts';

/** Discord gives 3 s for the first answer; past this the interaction is deferred, with room for a slow network. */
const DEFER_AFTER_MS = 1_500;

export class Responder {
  readonly #interaction: GuildInteraction;
  readonly #audience: Audience;
  readonly #reading: Reading;
  readonly #cancelDefer: Cancel;
  #deferral: Promise<unknown> | undefined;

  constructor(interaction: GuildInteraction, audience: Audience, reading: Reading, clock: Clock) {
    this.#interaction = interaction;
    this.#audience = audience === 'inPlace' && !standsOnMessage(interaction) ? 'privately' : audience;
    this.#reading = reading;
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
      return void (await interaction.reply(asReply(payload)));
    if (this.#audience === 'privately') return void (await interaction.editReply(asEdit(payload)));
    if (this.#audience === 'publicly' && !interaction.replied) await interaction.deleteReply();
    await interaction.followUp(asReply(payload));
  }

  async #show(view: View): Promise<void> {
    await this.#settleDeferral();
    const payload = payloadOf(view, this.#audience === 'privately');
    const interaction = this.#interaction;
    if (interaction.deferred || interaction.replied) await interaction.editReply(asEdit(payload));
    else if (this.#audience === 'inPlace' && standsOnMessage(interaction))
      await interaction.update(asEdit(payload));
    else await interaction.reply(asReply(payload));
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
      await interaction.deferUpdate();
    }
  }

  async #settleDeferral(): Promise<void> {
    this.#cancelDefer();
    await this.#deferral;
  }

  async #defer(): Promise<unknown> {
    const interaction = this.#interaction;
    if (this.#audience === 'inPlace' && standsOnMessage(interaction)) return interaction.deferUpdate();
    return interaction.deferReply({ flags: this.#audience === 'privately' ? 'Ephemeral' : undefined });
  }
}

function isForm(answer: Answer): answer is FormAnswer {
  return typeof answer === 'object' && 'form' in answer;
}

/** Whether the interaction comes from a message of ours that can be edited in place. */
function standsOnMessage(interaction: Interaction<'cached'>) {
  return interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
}

// Our components are plain JSON; discord.js passes JSON through untouched but types it with its own classes.
const asReply = (payload: Payload) => payload as never;
const asEdit = (payload: Payload) => payload as never;
