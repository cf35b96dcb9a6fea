// What a person gets back from a bot: the answer to an interaction, as it stands now.
import type { FirstAnswer, Interaction, Modal } from './interactions.ts';
import type { Message } from './model.ts';
import { readableText } from './rules/readable-text.ts';
import type { World } from './world.ts';

/** Real time that `settled` waits at most. */
const PATIENCE_MS = 10_000;

export class Answer {
  readonly #world: World;
  readonly #interaction: Interaction;
  readonly #first: FirstAnswer;

  constructor(world: World, interaction: Interaction) {
    if (interaction.first === undefined) throw new Error(`${interaction.title} has no answer yet`);
    this.#world = world;
    this.#interaction = interaction;
    this.#first = interaction.first;
  }

  get kind(): 'message' | 'deferred' | 'update' | 'deferredUpdate' | 'modal' {
    if (this.#first.kind === 'choices')
      throw new Error('These are choices of an autocompletion, not an answer');
    return this.#first.kind;
  }

  /** The interaction behind it: its token, metadata and follow-ups. */
  get interaction(): Interaction {
    return this.#interaction;
  }

  /** Whether only the person who asked sees it. */
  get ephemeral(): boolean {
    return this.message?.ephemeralFor !== undefined;
  }

  /** The live message: edits show here. None for modals. */
  get message(): Message | undefined {
    return this.#interaction.original;
  }

  get modal(): Modal | undefined {
    return this.#first.kind === 'modal' ? this.#first.modal : undefined;
  }

  /** All text of the live message: content, embeds, texts of Components V2; of a modal its title. */
  get text(): string {
    if (this.modal !== undefined) return this.modal.title;
    return this.message === undefined ? '' : readableText(this.message);
  }

  get followUps(): Message[] {
    return [...this.#interaction.followUps];
  }

  /** The bot took its answer away, or the person dismissed it. */
  get gone(): boolean {
    const { message } = this;
    const { channel } = this.#interaction;
    return message !== undefined && !channel.messages.has(message.id) && !channel.ephemerals.has(message.id);
  }

  /** Resolves once a deferred answer has come (at once for others). Rejects after ten seconds or when the token has expired. */
  settled(): Promise<Answer> {
    if (!this.#interaction.loading) return Promise.resolve(this);
    const { app, title } = this.#interaction;
    return new Promise((resolve, reject) => {
      const finish = (outcome: () => void): void => {
        clearTimeout(patience);
        stopWatching();
        expired();
        outcome();
      };
      const stopWatching = this.#world.watch(() => {
        if (!this.#interaction.loading) finish(() => resolve(this));
        else if (this.gone) finish(() => reject(new Error(`${app.name} took its answer to ${title} back`)));
      });
      const giveUp = (): void =>
        finish(() => reject(new Error(`${app.name} is still thinking about ${title}`)));
      const patience = setTimeout(giveUp, PATIENCE_MS);
      const expired = this.#world.clock.alarm(this.#interaction.askedAt + 15 * 60_000, giveUp);
    });
  }
}
