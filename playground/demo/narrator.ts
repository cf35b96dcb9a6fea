// Tells on the terminal what people on the playground see: who says what, reactions, roles, private answers.
import { styleText } from 'node:util';
import { everyPart } from '../discord/components.ts';
import type { Channel, Message, WorldEvent } from '../discord/model.ts';
import { readableText } from '../discord/rules/readable-text.ts';
import { nameIn } from '../discord/seen.ts';
import type { World } from '../discord/world.ts';

const INDENT = '             ';

export class Narrator {
  readonly #world: World;
  readonly #write: (line: string) => void;
  /** What was told last of each message, so that an edit without visible change is not told again. */
  readonly #told = new Map<string, string>();
  /** The roles that each member was last known to have. */
  readonly #roles = new Map<string, ReadonlySet<string>>();
  /** The tags that each post was last known to have. */
  readonly #tagged = new Map<string, ReadonlySet<string>>();
  #channel: string | undefined;

  constructor(world: World, write: (line: string) => void) {
    this.#world = world;
    this.#write = write;
  }

  /** Listens to the world; returns how to stop. */
  follow(): () => void {
    return this.#world.watch((event) => this.#tell(event));
  }

  /** Opens a part of the story. */
  scene(title: string): void {
    this.#channel = undefined;
    this.#write('');
    this.#write(styleText('bold', `${this.#time()}  ${title}`));
  }

  /** Something that people do without a message: a command, a click. */
  act(who: string, what: string): void {
    this.#write(`${INDENT}${styleText('cyan', who)} ${styleText('dim', what)}`);
  }

  #tell(event: WorldEvent): void {
    switch (event.name) {
      case 'MESSAGE_CREATE':
      case 'EPHEMERAL_CREATE':
      case 'MESSAGE_UPDATE':
      case 'EPHEMERAL_UPDATE':
        if (event.message) this.#message(event.message, event.name.endsWith('UPDATE'));
        break;
      case 'MESSAGE_DELETE':
        if (event.message) this.#aside(`${this.#name(event.message)} deleted a message`);
        break;
      case 'MESSAGE_REACTION_ADD':
      case 'MESSAGE_REACTION_REMOVE':
        this.#reaction(event);
        break;
      case 'THREAD_CREATE':
      case 'THREAD_UPDATE':
        this.#tags(event);
        break;
      case 'GUILD_MEMBER_UPDATE':
        this.#role(event);
        break;
    }
  }

  #message(message: Message, isEdit: boolean): void {
    const text = this.#readable(message);
    if (text === '' || this.#told.get(message.id) === text) return;
    this.#told.set(message.id, text);
    const channel = this.#world.channels.get(message.channelId);
    if (channel) this.#enter(channel);
    const marks = [
      isEdit ? 'edited' : undefined,
      message.ephemeralFor === undefined
        ? undefined
        : `only ${nameIn(this.#world, message.guildId, message.ephemeralFor)} sees this`,
    ].filter((mark) => mark !== undefined);
    const replied = this.#repliedTo(message);
    const head = styleText('green', this.#name(message)) + (replied ? styleText('dim', ` → ${replied}`) : '');
    const aside = marks.length > 0 ? styleText('dim', `  (${marks.join(', ')})`) : '';
    const [first = '', ...rest] = text.split('\n');
    if (rest.length === 0) this.#write(`${INDENT}${head}  ${first}${aside}`);
    else {
      this.#write(`${INDENT}${head}${aside}`);
      for (const line of [first, ...rest]) this.#write(`${INDENT}  ${line}`);
    }
    const buttons = everyPart(message.components).flatMap(({ type, label }) =>
      type === 2 && label ? [`[${label}]`] : [],
    );
    if (buttons.length > 0) this.#write(`${INDENT}  ${styleText('dim', buttons.join(' '))}`);
  }

  #reaction({ name, message, emoji, userId, guildId }: WorldEvent): void {
    if (!message || !emoji || !userId) return;
    const who = nameIn(this.#world, guildId, userId);
    const did = name === 'MESSAGE_REACTION_ADD' ? 'reacted' : 'took back';
    const excerpt = this.#readable(message).split('\n')[0]?.slice(0, 40) ?? '';
    this.#aside(`${emoji.name} ${who} ${did} on ${this.#name(message)}: “${excerpt}”`);
  }

  #role({ guildId, userId }: WorldEvent): void {
    const guild = this.#world.guilds.get(guildId ?? '');
    const member = guild?.members.get(userId ?? '');
    if (!guild || !member) return;
    const before = this.#roles.get(member.user.id) ?? new Set<string>();
    const now = new Set(member.roles);
    this.#roles.set(member.user.id, now);
    const roleName = (id: string) => `@${guild.roles.get(id)?.name ?? id}`;
    const who = nameIn(this.#world, guild.id, member.user.id);
    for (const id of now.difference(before)) this.#aside(`${who} now has the role ${roleName(id)}`);
    for (const id of before.difference(now)) this.#aside(`${who} no longer has the role ${roleName(id)}`);
  }

  #tags({ channelId, name }: WorldEvent): void {
    const post = this.#world.channels.get(channelId ?? '');
    if (!post?.thread) return;
    const before = this.#tagged.get(post.id) ?? new Set<string>();
    const now = new Set(post.thread.appliedTags);
    this.#tagged.set(post.id, now);
    // With which tags it was posted, goes without saying.
    if (name === 'THREAD_CREATE') return;
    const tags = this.#world.channels.get(post.parentId ?? '')?.forum?.tags ?? [];
    const tagName = (id: string) => tags.find((tag) => tag.id === id)?.name ?? id;
    for (const id of now.difference(before)) this.#aside(`“${post.name}” now has the tag ${tagName(id)}`);
    for (const id of before.difference(now))
      this.#aside(`“${post.name}” no longer has the tag ${tagName(id)}`);
  }

  #enter(channel: Channel): void {
    if (this.#channel === channel.id) return;
    this.#channel = channel.id;
    this.#write(`${INDENT.slice(0, 6)}${styleText('blue', `#${channel.name}`)}`);
  }

  #aside(text: string): void {
    this.#write(`${INDENT}  ${styleText('yellow', text)}`);
  }

  #name(message: Message): string {
    return nameIn(this.#world, message.guildId, message.author.id);
  }

  #repliedTo(message: Message): string | undefined {
    const original = this.#world.channels
      .get(message.channelId)
      ?.messages.get(message.reference?.message_id ?? '');
    if (original) return this.#name(original);
    return message.commandName === undefined ? undefined : `/${message.commandName}`;
  }

  /** As a person reads it: names for ids, words for times. */
  #readable(message: Message): string {
    const { guildId } = message;
    return readableText(message)
      .replaceAll(/<@!?(\d+)>/g, (_, id) => `@${nameIn(this.#world, guildId, id)}`)
      .replaceAll(
        /<@&(\d+)>/g,
        (_, id) => `@${this.#world.guilds.get(guildId ?? '')?.roles.get(id)?.name ?? 'role'}`,
      )
      .replaceAll(/<#(\d+)>/g, (_, id) => `#${this.#world.channels.get(id)?.name ?? 'channel'}`)
      .replaceAll(/<\/([^:>]+):\d+>/g, '/$1')
      .replaceAll(/<t:(\d+)(?::(\w))?>/g, (_, seconds, style) => this.#when(Number(seconds) * 1000, style))
      .replaceAll(/\[([^\]]+)\]\((?:[^)]+)\)/g, '$1')
      .replaceAll(/^(?:#{1,3}|-#) /gm, '')
      .replaceAll(/\*\*|__/g, '');
  }

  #when(at: number, style: string | undefined): string {
    if (style !== 'R')
      return new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
    const minutes = Math.round((at - this.#world.now()) / 60_000);
    const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
    if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
    if (Math.abs(minutes) < 48 * 60) return relative.format(Math.round(minutes / 60), 'hour');
    return relative.format(Math.round(minutes / (24 * 60)), 'day');
  }

  #time(): string {
    return new Date(this.#world.now()).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  }
}
