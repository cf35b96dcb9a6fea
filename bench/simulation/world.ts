// The world of a simulation: who is there, what was said, which reactions and roles there are now. It is the truth that the database is held against.

/** Discord remembers so long that it has posted a message with a nonce already, ms. */
const NONCE_REMEMBERED_MS = 5 * 60_000;

export const GUILD_ID = '1';
export const BOT_ID = '9';

export interface SaidMessage {
  id: string;
  channelId: string;
  authorId: string;
  at: number;
  /** Whom it thanks now, and for which message of theirs. */
  thanks: ReadonlyMap<string, string>;
  editedAt: number | undefined;
  isDeleted: boolean;
  /** By emoji: who. */
  reactions: Map<string, Set<string>>;
}

/** A thread in which somebody asked; its first message has its id. */
export interface Question {
  readonly id: string;
  readonly askerId: string;
  readonly at: number;
  readonly answerIds: string[];
  /** The thread was deleted. */
  isGone: boolean;
}

export interface Posted {
  id: string;
  channelId: string;
  nonce: string;
  at: number;
  /** What was posted, for finding the same thing twice. */
  text: string;
  isDeleted: boolean;
}

export class World {
  readonly messages = new Map<string, SaidMessage>();
  readonly questions = new Map<string, Question>();
  readonly posts: Posted[] = [];
  /** Roles that exist, without their holders. */
  readonly roles = new Set<string>();
  /** Roles of those who are in the server. */
  readonly members = new Map<string, Set<string>>();
  mayManageRoles = true;
  /** Same posts that went out twice although the nonce could not tell any more. */
  repeatedLate = 0;
  #id = 1000;

  newId(): string {
    this.#id += 1;
    return String(this.#id);
  }

  message(id: string): SaidMessage | undefined {
    const message = this.messages.get(id);
    return message?.isDeleted ? undefined : message;
  }

  deleteRole(id: string): void {
    this.roles.delete(id);
    for (const held of this.members.values()) held.delete(id);
  }

  deleteThread(id: string): void {
    const question = this.questions.get(id);
    if (question) question.isGone = true;
  }

  /** Posts, unless the same nonce did lately. Returns the message's id. */
  post(channelId: string, nonce: string, text: string, now: number): string {
    const before = this.posts.filter((post) => post.nonce === nonce);
    const recent = before.find(({ at }) => now - at < NONCE_REMEMBERED_MS);
    if (recent) return recent.id;
    if (before.length > 0) this.repeatedLate += 1;
    const post = { id: this.newId(), channelId, nonce, at: now, text, isDeleted: false };
    this.posts.push(post);
    return post.id;
  }
}
