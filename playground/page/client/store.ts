// What the page knows right now: the state pushed by the server, the messages of the open channel, what is unread.
import type { MessageView, PersonView, PlaceView, Pushed, StateView, StoryView } from '../wire.ts';
import { compareIds } from './order.ts';

/** The state as it was pushed, and who is in the server. */
type Known = StateView & { members: readonly PersonView[] };

interface Heard {
  state: Known;
  members: readonly PersonView[];
  messages: readonly MessageView[];
  unread: undefined;
  story: StoryView | undefined;
  stir: undefined;
  connection: boolean;
}

type Topic = keyof Heard;
const listeners: { [T in Topic]: Set<(value: Heard[T]) => void> } = {
  state: new Set(),
  members: new Set(),
  messages: new Set(),
  unread: new Set(),
  story: new Set(),
  stir: new Set(),
  connection: new Set(),
};

/** Calls back on each change of a topic. */
export function on<T extends Topic>(topic: T, listener: (value: Heard[T]) => void): void {
  listeners[topic].add(listener);
}

function tell<T extends Topic>(topic: T, value: Heard[T]): void {
  for (const listener of listeners[topic]) listener(value);
}

let current: Known | undefined;
let members: readonly PersonView[] = [];
let clockOffset = 0;
let messages: MessageView[] = [];
let older = false;
let source: EventSource | undefined;
/** The channel whose messages are held. */
let held: string | undefined;
const unread = new Map<string, boolean>();

/** The state; throws before the first one has come. */
export function state(): Known {
  if (current === undefined) throw new Error('Not connected yet');
  return current;
}

/** The world's clock, ms since 1970. */
export function worldNow(): number {
  return Date.now() + clockOffset;
}

export function hasOlder(): boolean {
  return older;
}

export function place(): PlaceView | undefined {
  return current?.places.find(({ id }) => id === current?.placeId);
}

export function placeOf(id: string): PlaceView | undefined {
  return current?.places.find((each) => each.id === id);
}

export function messageOf(id: string): MessageView | undefined {
  return messages.find((message) => message.id === id);
}

/** Undefined when read, else whether something in it rang. */
export function unreadIn(placeId: string): boolean | undefined {
  return unread.get(placeId);
}

/** Looks through somebody's eyes at a channel; what is left out stays as it is. */
export function look(wish: { as?: string; place?: string; server?: string }): void {
  const query = new URLSearchParams();
  const as = wish.as ?? current?.me.id ?? sessionStorage.getItem('as');
  const name = current?.me.name ?? sessionStorage.getItem('name');
  const at =
    wish.place ?? (wish.server === undefined ? (current?.placeId ?? sessionStorage.getItem('place')) : null);
  if (as) query.set('as', as);
  if (name && wish.as === undefined) query.set('name', name);
  if (at) query.set('place', at);
  if (wish.server) query.set('server', wish.server);
  source?.close();
  source = new EventSource(`/api/stream?${query}`);
  source.onopen = () => tell('connection', true);
  source.onerror = () => tell('connection', false);
  hear(source, 'members', setMembers);
  hear(source, 'state', setState);
  hear(source, 'history', (page) => setMessages(page.messages, page.more));
  hear(source, 'messages', (changed) => setMessages(merged(messages, changed), older));
  hear(source, 'gone', (ids) =>
    setMessages(
      messages.filter(({ id }) => !ids.includes(id)),
      older,
    ),
  );
  hear(source, 'news', addNews);
  hear(source, 'story', (story) => {
    if (current !== undefined) current.story = story;
    tell('story', story);
  });
  hear(source, 'stir', () => tell('stir', undefined));
}

/** The server is the one that sends; its JSON is what wire.ts says. */
function hear<Name extends keyof Pushed>(
  from: EventSource,
  name: Name,
  listener: (data: Pushed[Name]) => void,
): void {
  from.addEventListener(name, (event) => {
    if (from === source) listener(JSON.parse(event.data));
  });
}

function setMembers(next: readonly PersonView[]): void {
  members = next;
  if (current === undefined) return;
  current.members = next;
  tell('members', next);
}

function setState(next: StateView): void {
  const moved = next.placeId !== held;
  current = { ...next, members };
  clockOffset = next.now - Date.now();
  held = next.placeId;
  if (next.placeId !== undefined) unread.delete(next.placeId);
  sessionStorage.setItem('as', next.me.id);
  sessionStorage.setItem('name', next.me.name);
  if (next.placeId !== undefined) sessionStorage.setItem('place', next.placeId);
  if (moved) setMessages([], false);
  tell('state', current);
  tell('story', next.story);
}

function setMessages(next: MessageView[], more: boolean): void {
  messages = next;
  older = more;
  tell('messages', messages);
}

/** Puts older messages before those that are there. */
export function prepend(page: Pushed['history']): void {
  setMessages(merged(page.messages, messages), page.more);
}

export function oldestId(): string | undefined {
  return messages[0]?.id;
}

function merged(into: readonly MessageView[], changed: readonly MessageView[]): MessageView[] {
  const byId = new Map(into.map((message) => [message.id, message]));
  for (const message of changed) byId.set(message.id, message);
  return [...byId.values()].sort((one, other) => compareIds(one.id, other.id));
}

function addNews(news: Pushed['news']): void {
  for (const { placeId, rings } of news) unread.set(placeId, rings || unread.get(placeId) === true);
  tell('unread', undefined);
}
