// The list of messages. Only those in sight (and a few around) are in the document, however long the history is.
import type { MessageView } from '../wire.ts';
import { olderThan } from './api.ts';
import { h, swap } from './dom.ts';
import { drawMessage } from './message.ts';
import { compareIds } from './order.ts';
import { isSameRow, type Row, rowsOf } from './rows.ts';
import { Spans } from './spans.ts';
import { hasOlder, oldestId, on, prepend, state } from './store.ts';
import { welcome } from './welcome.ts';

/** What a message is taken to be high before it was drawn. */
const GUESS_PX = 48;
/** Drawn above and below what is in sight. */
const SPARE_PX = 600;
/** Nearer to the top than this, older messages are fetched. */
const FETCH_PX = 3000;
/** Nearer to the bottom than this, new messages are followed. */
const BOTTOM_PX = 60;
/** Measuring what was guessed can bring other messages into sight; so often is enough to settle. */
const ROUNDS = 3;

interface Drawn {
  row: Row;
  element: HTMLElement;
}

/** What the reader looks at: the message at the top edge, and how far it is scrolled past. */
interface Anchor {
  id: string;
  within: number;
}

const before = h('div');
const after = h('div');
const opening = h('div', { class: 'opening' });
const list = h('div', { class: 'rows', role: 'list', 'aria-label': 'Messages' });
const scroller = h('div', { class: 'timeline', tabindex: '-1' }, opening, before, list, after);
const said = h('div', {
  class: 'for-ears',
  role: 'log',
  'aria-live': 'polite',
  'aria-label': 'New messages',
});
const spans = new Spans(GUESS_PX);
const drawn = new Map<string, Drawn>();
/** Drawn anew or changed in size since they were last measured. */
const unmeasured = new Set<string>();
let rows: Row[] = [];
/** Undefined: the end, which moves with each new message. */
let anchor: Anchor | undefined;
/** Where this page itself left the scroll bar, and how high all was then. */
let leftAt = 0;
let leftHeight = 0;
let fetching: Promise<void> | undefined;
let scheduled = false;
let openPlace: string | undefined;
let newest: string | undefined;

const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target instanceof HTMLElement) unmeasured.add(target.dataset.key ?? '');
  }
  soon();
});

/** The element; follows the store from now on. */
export function timeline(): HTMLElement {
  on('messages', (messages) => {
    noteScrolling();
    if (state().placeId !== openPlace) enter(state().placeId);
    notice(messages);
    rows = rowsOf(messages);
    spans.setKeys(rows.map(({ message }) => message.id));
    drawOpening();
    draw();
  });
  on('state', () => {
    if (rows.length === 0) drawOpening();
  });
  scroller.addEventListener('scroll', soon);
  scroller.addEventListener('keydown', moveByKey);
  new ResizeObserver(soon).observe(scroller);
  return h('div', { class: 'timeline-frame' }, scroller, said);
}

function drawOpening(): void {
  opening.replaceChildren(...(hasOlder() ? [] : [welcome(rows.length === 0)]));
}

/** Scrolls to a message, and marks it for a moment; false when it is not held. */
export function showMessage(id: string): boolean {
  if (indexOf(id) === -1) return false;
  noteScrolling();
  anchor = { id, within: -scroller.clientHeight / 3 };
  draw();
  const element = drawn.get(id)?.element;
  element?.focus();
  element?.classList.add('found');
  return true;
}

function enter(placeId: string | undefined): void {
  openPlace = placeId;
  anchor = undefined;
  newest = undefined;
  spans.forget();
  for (const { element } of drawn.values()) drop(element);
  drawn.clear();
}

function drop(element: HTMLElement): void {
  resized.unobserve(element);
  element.remove();
}

function soon(): void {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    draw();
  });
}

/** When the reader has scrolled, what they look at is another message. */
function noteScrolling(): void {
  if (Math.abs(scroller.scrollTop - leftAt) < 1) return;
  leftAt = scroller.scrollTop;
  // Letters and pictures that come late move the scroll bar as well; who is at the end stays there.
  if (anchor === undefined && scroller.scrollHeight !== leftHeight) return;
  anchor = anchorHere();
}

function anchorHere(): Anchor | undefined {
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  if (scrollHeight - scrollTop - clientHeight < BOTTOM_PX) return undefined;
  const y = scrollTop - opening.offsetHeight;
  const index = spans.indexAt(y);
  const row = rows[index];
  return row === undefined ? undefined : { id: row.message.id, within: y - spans.topOf(index) };
}

/** Where the top edge belongs, in px from the first message. */
function wantedTop(): number {
  if (anchor === undefined) return spans.total - scroller.clientHeight;
  const { id, within } = anchor;
  const index = rows.findIndex(({ message }) => compareIds(message.id, id) >= 0);
  return spans.topOf(index === -1 ? rows.length : index) + within;
}

/** Draws what is in sight, measures it, and keeps what the reader looks at in its place. */
function draw(): void {
  noteScrolling();
  for (let round = 0; round < ROUNDS; round += 1) {
    const top = wantedTop();
    const start = spans.indexAt(top - SPARE_PX);
    const end = spans.indexAt(top + scroller.clientHeight + SPARE_PX) + 1;
    show(start, end);
    if (!measure(start, end)) break;
  }
  const top = anchor === undefined ? scroller.scrollHeight : wantedTop() + opening.offsetHeight;
  if (Math.abs(scroller.scrollTop - top) >= 1) scroller.scrollTop = top;
  leftAt = scroller.scrollTop;
  leftHeight = scroller.scrollHeight;
  if (hasOlder() && scroller.scrollTop < FETCH_PX) void fetchOlder();
}

/** Puts these messages into the document, and empty space in place of the others. */
function show(start: number, end: number): void {
  const wanted = rows.slice(start, end);
  const keys = new Set(wanted.map(({ message }) => message.id));
  for (const [key, { element }] of drawn) {
    if (keys.has(key)) continue;
    drop(element);
    drawn.delete(key);
  }
  let last: HTMLElement | undefined;
  for (const row of wanted) {
    const element = elementOf(row);
    const next = last === undefined ? list.firstElementChild : last.nextElementSibling;
    if (next !== element) list.insertBefore(element, next);
    last = element;
  }
  before.style.height = `${spans.topOf(start)}px`;
  after.style.height = `${spans.total - spans.topOf(end)}px`;
}

function elementOf(row: Row): HTMLElement {
  const key = row.message.id;
  const known = drawn.get(key);
  if (known !== undefined && isSameRow(known.row, row)) return known.element;
  const element = drawMessage(row.message, row);
  element.dataset.key = key;
  if (known !== undefined) {
    resized.unobserve(known.element);
    swap(known.element, element);
  }
  drawn.set(key, { row, element });
  unmeasured.add(key);
  resized.observe(element);
  return element;
}

/** Whether any height was other than thought. Sets the empty space right where it was. */
function measure(start: number, end: number): boolean {
  let changed = false;
  for (let index = start; index < end; index += 1) {
    const key = rows[index]?.message.id ?? '';
    const element = drawn.get(key)?.element;
    if (element === undefined || !unmeasured.delete(key)) continue;
    changed = spans.measured(index, element.getBoundingClientRect().height) || changed;
  }
  return changed;
}

/** Fetches a step further back, one at a time. */
export function fetchOlder(): Promise<void> {
  fetching ??= askForOlder().finally(() => {
    fetching = undefined;
  });
  return fetching;
}

async function askForOlder(): Promise<void> {
  const [oldest, placeId] = [oldestId(), state().placeId];
  if (oldest === undefined || placeId === undefined) return;
  const page = await olderThan(placeId, oldest);
  if (state().placeId === placeId) prepend(page);
}

function indexOf(id: string): number {
  return rows.findIndex(({ message }) => message.id === id);
}

/** Arrow keys go from message to message. */
function moveByKey(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const current = event.target;
  if (step === undefined || !(current instanceof HTMLElement) || !current.classList.contains('message'))
    return;
  event.preventDefault();
  const next = rows[indexOf(current.dataset.id ?? '') + step];
  const element = drawn.get(next?.message.id ?? '')?.element;
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
}

/** What is new is read out; what was there already is not. Whoever wrote it, or asked for it, is taken to it. */
function notice(messages: readonly MessageView[]): void {
  const last = messages.at(-1);
  if (last === undefined || last.id === newest) return;
  const { id, name } = state().me;
  const isMine = last.authorId === id || last.ephemeral || last.command?.user === name;
  if (isMine && newest !== undefined) anchor = undefined;
  if (newest !== undefined && last.authorId !== id) {
    said.textContent = `${last.author}: ${last.content.slice(0, 200) || 'sent a message'}`;
  }
  newest = last.id;
}
