// What the page's server and its browser side tell each other: plain JSON, types only.
import type { APIAttachment, APIEmbed, APIPartialEmoji } from 'discord-api-types/v10';
import type { Command, Component } from '../discord/model.ts';

export interface PersonView {
  id: string;
  name: string;
  userName: string;
  bot: boolean;
  /** Of the highest coloured role, `#rrggbb`. */
  color: string | undefined;
  /** Role ids, the highest first. */
  roles: string[];
  /** What stands behind the name in the list of people one can be: the highest role, or "owner". */
  standing: string | undefined;
}

export interface RoleView {
  id: string;
  name: string;
  color: string | undefined;
  hoist: boolean;
  /** A bot's own role. */
  managed: boolean;
}

export type PlaceKind = 'text' | 'announcement' | 'voice' | 'category' | 'forum' | 'thread';

export interface TagView {
  id: string;
  name: string;
  moderated: boolean;
}

export interface PlaceView {
  id: string;
  /** Discord's number of the channel type, for commands and selects that take only some. */
  type: number;
  kind: PlaceKind;
  name: string;
  topic: string | undefined;
  parentId: string | undefined;
  canWrite: boolean;
  canThread: boolean;
  /** Tags that a forum offers. */
  tags: TagView[];
  requireTag: boolean;
  thread: ThreadView | undefined;
}

export interface ThreadView {
  ownerId: string;
  archived: boolean;
  locked: boolean;
  tags: string[];
  messages: number;
  lastAt: number;
  /** The beginning of its first message. */
  excerpt: string;
  /** Whether one may archive it, and whether one may lock it. */
  canArchive: boolean;
  canManage: boolean;
}

export interface EmojiView {
  id: string;
  name: string;
  /** The path of its picture, if it has one. */
  picture: string | undefined;
}

export interface ServerView {
  id: string;
  name: string;
}

/** Everything around the messages, as the chosen person sees it. */
export interface StateView {
  /** The world's clock, ms since 1970. */
  now: number;
  me: PersonView;
  servers: ServerView[];
  server: ServerView;
  /** The channel that is open; none when there is nothing to see. */
  placeId: string | undefined;
  places: PlaceView[];
  roles: RoleView[];
  emojis: EmojiView[];
  /** Commands and menus that one may use here. */
  commands: CommandView[];
  deeds: DeedView[];
  story: StoryView | undefined;
}

export interface CommandView extends Pick<Command, 'id' | 'name' | 'type' | 'options'> {
  description: string;
  bot: string;
}

export interface ReactionView {
  key: string;
  emoji: APIPartialEmoji;
  count: number;
  me: boolean;
  names: string[];
}

export interface ReplyView {
  id: string;
  author: string;
  color: string | undefined;
  excerpt: string;
}

export interface MessageView {
  id: string;
  placeId: string;
  at: number;
  type: number;
  authorId: string;
  author: string;
  color: string | undefined;
  bot: boolean;
  content: string;
  edited: boolean;
  ephemeral: boolean;
  loading: boolean;
  pinned: boolean;
  /** Rang for the one who looks. */
  rings: boolean;
  embeds: APIEmbed[];
  components: Component[];
  attachments: APIAttachment[];
  reactions: ReactionView[];
  /** What it replies to; `gone` when that was deleted. */
  reply: ReplyView | 'gone' | undefined;
  /** The command it answers, and who ran it. */
  command: { name: string; user: string; color: string | undefined } | undefined;
  thread: { id: string; name: string; messages: number } | undefined;
  /** Names of the people its text mentions. */
  names: Record<string, string>;
  canEdit: boolean;
  canDelete: boolean;
}

/** A button in the panel that does something to the world. */
export interface DeedView {
  name: string;
  label: string;
  hint: string;
}

export interface StoryView {
  title: string;
  scenes: readonly string[];
  state: 'waiting' | 'setting' | 'playing' | 'paused' | 'over' | 'failed';
  speed: number;
  /** The scene that is on, counted from 0. */
  scene: number | undefined;
  /** Who acts next, where, and what they do. */
  act: { personId: string | undefined; placeId: string | undefined; text: string } | undefined;
  problem: string | undefined;
  /** People did something by hand that is gone when the story begins anew. */
  touched: boolean;
}

/** What is pushed, by the name of the server-sent event. */
export interface Pushed {
  /** Everybody in the server, by name. Apart from the state, as they are many and seldom change. */
  members: PersonView[];
  state: StateView;
  /** The last messages of the open channel; `more` when there are older ones. */
  history: { messages: MessageView[]; more: boolean };
  messages: MessageView[];
  gone: string[];
  /** Channels in which somebody else wrote; `rings` when it was for the one who looks. */
  news: { placeId: string; rings: boolean }[];
  story: StoryView;
  /** Requests or tables have changed. */
  stir: null;
}

export interface RequestView {
  number: number;
  at: number;
  method: string;
  path: string;
  status: number;
  body: string;
  answer: string;
}

/** A table for the curious, handed over by whoever started the page. */
export interface Panel {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

export interface ModalView {
  /** Names the form when it is sent. */
  answerId: string;
  title: string;
  components: Component[];
}

export interface ChoiceView {
  name: string;
  value: string | number;
}

/** A file that a person gives. */
export interface FileView {
  name: string;
  /** Its media type. */
  type: string;
  base64: string;
  /** The alt text. */
  description: string;
}

/** What comes back from something a person did. */
export interface Outcome {
  modal?: ModalView;
  choices?: ChoiceView[];
  /** The channel to go to: a thread or post just opened, a new server. */
  goTo?: string;
  /** The person to be from now on. */
  be?: string;
  /** A word on what happened. */
  said?: string;
}
