// Who wrote what was missed, or reacted to it, asked of Discord together over pages and channels: roles and nicknames come with an event, but not with what is looked up.
import { type Guild, LimitedCollection, type Message } from 'discord.js';
import type { Failure, Outcome } from '../core/actions.ts';
import type { Context } from '../core/context.ts';
import { noteUnanswered } from '../core/unanswered.ts';
import { newReference } from '../log.ts';
import { insist } from './insist.ts';
import type { MemberQuestions, Present } from './member-questions.ts';
import { ask } from './pages.ts';

/** Discord tells of so many members at once. */
const AT_ONCE = 100;
/** People of one server kept in memory while it is caught up, so that each is asked about once: some 8 MB. */
const MOST = 10_000;
/** What one person costs when asked about alone, ms: requests are 48 a second, for everything that is caught up. */
const ALONE_MS = 1_000;

export interface Asker {
  readonly ctx: Pick<Context, 'clock' | 'log'>;
  readonly members: MemberQuestions;
  isStopping(): boolean;
}

export class Authors {
  readonly #asker: Asker;
  readonly #guild: Guild;
  /** Those who are not in the server, or of whom Discord says nothing. */
  readonly #absent = new Set<string>();
  /** Those who are asked about, or will be. */
  readonly #waiting = new Map<string, PromiseWithResolvers<void>>();
  /** Not asked about yet: those whose messages come soon, and those who can wait until there are enough for a question. */
  readonly #soon = new Set<string>();
  readonly #later = new Set<string>();
  /** A question waits for its turn: whoever is named until then goes with it. */
  #isInTurn = false;
  /** That questions were not answered in this server was told of. */
  #isTold = false;

  /** Nothing is asked any more, or waited for, once `overtaken` is aborted. */
  constructor(asker: Asker, guild: Guild, overtaken?: AbortSignal) {
    this.#asker = asker;
    this.#guild = guild;
    overtaken?.addEventListener('abort', () => this.#giveUp(), { once: true });
  }

  /** The author of this message will be needed at some time. */
  expect(message: Message<true>): void {
    if (isPersons(message)) void this.#of(message.author.id, this.#later);
  }

  /** The author of this message will be needed soon. */
  expectSoon(message: Message<true>): void {
    if (isPersons(message)) void this.#of(message.author.id, this.#soon);
  }

  /**
   * Resolves when the author comes with their message, as with an event, or is known to have left. With false when Laurel
   * stops, or begins anew, before that.
   */
  async bring(message: Message<true>): Promise<boolean> {
    if (!isPersons(message)) return true;
    if (this.#asker.isStopping()) return false;
    await this.#of(message.author.id, this.#soon);
    return !this.#asker.isStopping();
  }

  /** These people will be needed at some time. */
  expectPeople(ids: Iterable<string>): void {
    for (const id of ids) void this.#of(id, this.#later);
  }

  /** Resolves when these people are known, as if each had come with an event. */
  async bringPeople(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => this.#of(id, this.#soon)));
  }

  #of(id: string, queue: Set<string>): Promise<void> | undefined {
    const kept = this.#guild.members.cache.get(id);
    if ((kept && !kept.partial) || this.#absent.has(id)) return undefined;
    const waiting = this.#waiting.get(id);
    if (!waiting) queue.add(id);
    else if (queue === this.#soon && this.#later.delete(id)) queue.add(id);
    const { promise } = waiting ?? this.#wait(id);
    this.#askMore();
    return promise;
  }

  #wait(id: string): PromiseWithResolvers<void> {
    const waiting = Promise.withResolvers<void>();
    this.#waiting.set(id, waiting);
    return waiting;
  }

  #askMore(): void {
    const { ctx, members } = this.#asker;
    const isDue = this.#soon.size > 0 || this.#later.size >= AT_ONCE;
    if (this.#isInTurn || !isDue) return;
    if ((this.#soon.size + this.#later.size) * ALONE_MS < members.waitMs(this.#guild)) {
      this.#askEach(this.#take());
      return;
    }
    this.#isInTurn = true;
    let taken: readonly string[] | undefined;
    const take = () => {
      if (taken) return taken;
      taken = this.#take();
      this.#isInTurn = false;
      this.#askMore();
      return taken;
    };
    const question = () => members.ask(this.#guild.id, take, 'inTurn');
    insist(ctx, question)
      .then((answer) => this.#answered(take(), answer))
      .catch((err) => this.#failed(take(), err));
  }

  /** Those who are asked about next, the ones needed first before the others. */
  #take(): readonly string[] {
    const taken = [...this.#soon, ...this.#later].slice(0, AT_ONCE);
    for (const id of taken) this.#soon.delete(id) || this.#later.delete(id);
    return taken;
  }

  #answered(ids: readonly string[], answer: Outcome<Present>): void {
    if (answer.done) {
      for (const id of ids) this.#learn(id, answer.value.has(id));
      return;
    }
    // Where one of them is what Discord does not understand, the others are not to suffer for it.
    const isWorthAsking = !answer.final || answer.reason === 'badRequest';
    if (isWorthAsking && !this.#asker.isStopping()) {
      this.#tellOnce(ids, answer);
      this.#askEach(ids);
      return;
    }
    for (const id of ids) this.#learn(id, false);
  }

  #tellOnce(memberIds: readonly string[], answer: Failure): void {
    if (this.#isTold) return;
    this.#isTold = true;
    const consequence = 'authors are asked about one by one';
    noteUnanswered(this.#asker.ctx, answer, {
      feature: 'catchup',
      guildId: this.#guild.id,
      memberIds,
      consequence,
    });
  }

  /**
   * One by one, by requests. If that fails too, messages go on without their author: nobody is taken for staff by
   * mistake, and a thank-you counts all the same.
   */
  #askEach(ids: readonly string[]): void {
    const { members, client } = this.#guild;
    for (const id of ids)
      ask(this.#asker.ctx, client, () => members.fetch({ user: id, force: true }))
        .then((found) => this.#learn(id, found.done))
        .catch((err) => this.#failed([id], err));
  }

  #failed(ids: readonly string[], err: unknown): void {
    const about = { feature: 'catchup', guildId: this.#guild.id, ref: newReference(), err };
    this.#asker.ctx.log.error(about, 'authors could not be asked about');
    for (const id of ids) this.#learn(id, false);
  }

  /** discord.js keeps those who are there, and hears of what changes about them. */
  #learn(id: string, isThere: boolean): void {
    if (!isThere && this.#absent.size < MOST) this.#absent.add(id);
    this.#waiting.get(id)?.resolve();
    this.#waiting.delete(id);
  }

  #giveUp(): void {
    this.#soon.clear();
    this.#later.clear();
    for (const { resolve } of this.#waiting.values()) resolve();
    this.#waiting.clear();
  }
}

/**
 * Makes room for all who wrote what was missed, up to `most`; returns what takes it away again. Of a larger crowd those
 * who came first give way, and are asked about once more where they wrote again.
 */
export function makeRoom({ members }: Guild, most = MOST): () => void {
  const { cache, client } = members;
  if (!(cache instanceof LimitedCollection) || cache.maxSize >= most) return () => undefined;
  const { maxSize } = cache;
  cache.maxSize = most;
  return () => {
    cache.maxSize = maxSize;
    for (const id of cache.keys()) {
      if (cache.size <= maxSize) return;
      if (id !== client.user?.id) cache.delete(id);
    }
  };
}

/** Whether a person wrote it, rather than a program. */
function isPersons({ author, webhookId }: Message<true>): boolean {
  return !author.bot && webhookId === null;
}
