// What the chosen person does on the page, as JSON in and deeds of that person out: the same verbs as in a test.
import * as z from 'zod';
import type { Answer } from '../discord/answer.ts';
import type { Upload } from '../discord/files.ts';
import type { Channel, Message } from '../discord/model.ts';
import type { Person } from '../discord/people.ts';
import type { Discord } from '../discord/server.ts';
import type { Outcome } from './wire.ts';

/** Forms that may still be sent; the oldest go first. */
const FORMS_KEPT = 200;

const id = z.string();
const file = z
  .object({ name: z.string(), type: z.string(), base64: z.string(), description: z.string().default('') })
  .transform(({ name, type, base64, description }): Upload => {
    return { name, contentType: type, content: Buffer.from(base64, 'base64'), description };
  });
const optionValue = z.union([z.string(), z.number(), z.boolean(), file]);
const fieldValue = z.union([z.string(), z.boolean(), z.array(z.string()), z.array(file)]);

const deeds = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), place: id, text: z.string(), files: z.array(file).default([]) }),
  z.object({
    do: z.literal('reply'),
    message: id,
    text: z.string(),
    ping: z.boolean(),
    files: z.array(file).default([]),
  }),
  z.object({ do: z.literal('edit'), message: id, text: z.string() }),
  z.object({ do: z.literal('delete'), message: id }),
  z.object({ do: z.literal('dismiss'), message: id }),
  z.object({ do: z.literal('react'), message: id, emoji: z.string(), on: z.boolean() }),
  z.object({
    do: z.literal('post'),
    place: id,
    title: z.string(),
    text: z.string(),
    tags: z.array(z.string()),
  }),
  z.object({ do: z.literal('thread'), place: id, message: id.optional(), name: z.string() }),
  z.object({ do: z.literal('alter'), place: id, what: z.enum(['archive', 'unarchive', 'lock', 'unlock']) }),
  z.object({
    do: z.enum(['run', 'complete']),
    place: id,
    line: z.string(),
    options: z.record(z.string(), optionValue),
  }),
  z.object({
    do: z.literal('menu'),
    place: id,
    name: z.string(),
    message: id.optional(),
    person: id.optional(),
  }),
  z.object({ do: z.literal('click'), message: id, button: z.string() }),
  z.object({ do: z.literal('pick'), message: id, select: z.string(), values: z.array(z.string()) }),
  z.object({ do: z.literal('submit'), answer: id, fields: z.record(z.string(), fieldValue) }),
]);

/** One thing that somebody does; `as` is their id. */
export const actSchema = z.intersection(z.object({ as: id }), deeds);
export type Act = z.infer<typeof actSchema>;

/** Does what people ask for on the page. Everything throws a readable error when it cannot be done. */
export class Acts {
  readonly #discord: Discord;
  /** Open forms, by the id of the interaction they answer. */
  readonly #forms = new Map<string, Answer>();

  constructor(discord: Discord) {
    this.#discord = discord;
  }

  async perform(act: Act): Promise<Outcome> {
    const person = this.#discord.personOf(act.as);
    if (person === undefined || person.user.bot === true) throw new Error('Nobody has that account');
    switch (act.do) {
      case 'run':
      case 'complete':
      case 'menu':
      case 'click':
      case 'pick':
      case 'submit':
        return this.#ask(person, act);
      default:
        return this.#do(person, act);
    }
  }

  async #do(person: Person, act: Exclude<Act, { do: Asking }>): Promise<Outcome> {
    switch (act.do) {
      case 'say':
        await person.says(this.#place(act.place), act.text, { attachments: act.files });
        return {};
      case 'reply':
        await person.replies(this.#message(act.message), act.text, {
          ping: act.ping,
          attachments: act.files,
        });
        return {};
      case 'edit':
        await person.edits(this.#message(act.message), act.text);
        return {};
      case 'delete':
        await person.deletes(this.#message(act.message));
        return {};
      case 'dismiss':
        await person.dismisses(this.#message(act.message));
        return {};
      case 'react': {
        const message = this.#message(act.message);
        await (act.on ? person.reacts(message, act.emoji) : person.unreacts(message, act.emoji));
        return {};
      }
      case 'post':
        return { goTo: (await person.posts(this.#place(act.place), act.title, act.text, act.tags)).id };
      case 'thread': {
        const place = act.message === undefined ? this.#place(act.place) : this.#message(act.message);
        return { goTo: (await person.opensThread(place, act.name)).id };
      }
      case 'alter':
        await this.#alter(person, this.#place(act.place), act.what);
        return {};
    }
  }

  #alter(person: Person, thread: Channel, what: 'archive' | 'unarchive' | 'lock' | 'unlock'): Promise<void> {
    switch (what) {
      case 'archive':
        return person.archives(thread);
      case 'unarchive':
        return person.unarchives(thread);
      case 'lock':
        return person.locks(thread);
      case 'unlock':
        return person.unlocks(thread);
    }
  }

  async #ask(person: Person, act: Extract<Act, { do: Asking }>): Promise<Outcome> {
    switch (act.do) {
      case 'run':
        return this.#answer(await person.runs(act.line, act.options, { in: this.#place(act.place) }));
      case 'complete':
        return { choices: await person.completes(act.line, act.options, { in: this.#place(act.place) }) };
      case 'menu':
        return this.#answer(await person.uses(act.name, this.#target(act), { in: this.#place(act.place) }));
      case 'click':
        return this.#answer(await person.clicks(this.#message(act.message), act.button));
      case 'pick':
        return this.#answer(
          await person.picks(this.#message(act.message), act.values, { customId: act.select }),
        );
      case 'submit': {
        const form = this.#forms.get(act.answer);
        if (form === undefined) throw new Error('That form is gone. Open it again.');
        return this.#answer(await person.submits(form, act.fields));
      }
    }
  }

  #answer(answer: Answer): Outcome {
    const { modal, interaction } = answer;
    if (modal === undefined) return {};
    this.#forms.set(interaction.id, answer);
    for (const oldest of this.#forms.keys()) {
      if (this.#forms.size <= FORMS_KEPT) break;
      this.#forms.delete(oldest);
    }
    return { modal: { answerId: interaction.id, title: modal.title, components: modal.components } };
  }

  #target({ message, person }: { message?: string; person?: string }): Message | Person {
    if (message !== undefined) return this.#message(message);
    const target = this.#discord.personOf(person ?? '');
    if (target === undefined) throw new Error('That account is gone');
    return target;
  }

  #place(placeId: string): Channel {
    const channel = this.#discord.world.channels.get(placeId);
    if (channel === undefined) throw new Error('That channel is gone');
    return channel;
  }

  #message(messageId: string): Message {
    for (const channel of this.#discord.world.channels.values()) {
      const message = channel.messages.get(messageId) ?? channel.ephemerals.get(messageId);
      if (message !== undefined) return message;
    }
    throw new Error('That message is gone');
  }
}

type Asking = 'run' | 'complete' | 'menu' | 'click' | 'pick' | 'submit';
