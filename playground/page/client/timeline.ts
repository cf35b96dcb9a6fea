// The list of messages. Only those in sight (and a few around) are in the document, however long the history is.
import type { MessageView } from '../wire.ts';
import { olderThan } from './api.ts';
import { h, swap } from './dom.ts';
import { drawMessage } from './message.ts';
import { compareIds } from './order.ts';
import { hasOlder, oldestId, on, place, prepend, state } from './store.ts';
import { dayOf } from './time.ts';

/** Messages of one person within this time stand under one name. */
const TOGETHER_MS = 7 * 60_000;
/** What a message is taken to be high before it was drawn. */
const GUESS_PX = 48;
/** Drawn above and below what is in sight. */
const SPARE_PX = 600;
/** Nearer to the top than this, older messages are fetched. */
const FETCH_PX = 1200;
/** Nearer to the bottom than this, new messages are followed. */
const BOTTOM_PX = 60;
/** The system's own messages about joins, pins and threads stand alone. */
const SPOKEN: readonly number[] = [0, 19, 20, 23];

interface Row {
  message: MessageView;
  /** With picture and name. */
  isHead: boolean;
  /** The day that begins with it. */
  day: string | undefined;
}

interface Drawn {
  row: Row;
  element: HTMLElement;
}

const before = h('div', { class: 'space' });
const after = h('div', { class: 'space' });
const opening = h('div', { class: 'opening' });
const list = h('div', { class: 'rows', role: 'list', 'aria-label': 'Messages' });
const scroller = h('div', { class: 'timeline', tabindex: '-1' }, opening, before, list, after);
const heights = new Map<string, number>();
const drawn = new Map<string, Drawn>();
let rows: Row[] = [];
let atBottom = true;
let fetching = false;
let scheduled = false;
let openPlace: string | undefined;
let newest: string | undefined;
let said: HTMLElement;

const measuring = new ResizeObserver((entries) => {
  let changed = false;
  for (const { target } of entries) {
    if (!(target instanceof HTMLElement) || !target.isConnected) continue;
    const key = target.dataset.key ?? '';
    if (Math.abs((heights.get(key) ?? 0) - target.offsetHeight) < 1) continue;
    changed = true;
  }
  if (changed) soon();
});

/** The element; follows the store from now on. */
export function timeline(): HTMLElement {
  said = h('div', { class: 'for-ears', role: 'log', 'aria-live': 'polite', 'aria-label': 'New messages' });
  on('messages', (messages) => {
    if (state().placeId !== openPlace) {
      openPlace = state().placeId;
      atBottom = true;
      newest = undefined;
      heights.clear();
      clear();
    }
    readOut(messages);
    rows = rowsOf(messages);
    opening.replaceChildren(...(hasOlder() ? [] : [welcome()]));
    draw();
  });
  scroller.addEventListener('scroll', () => {
    atBottom = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < BOTTOM_PX;
    soon();
  });
  scroller.addEventListener('keydown', moveByKey);
  new ResizeObserver(() => soon()).observe(scroller);
  return h('div', { class: 'timeline-frame' }, scroller, said);
}

/** Scrolls to a message that is held, and marks it for a moment. */
export function showMessage(id: string): void {
  const index = rows.findIndex(({ message }) => message.id === id);
  if (index === -1) return;
  atBottom = false;
  scroller.scrollTop = offsetOf(index) + opening.offsetHeight - scroller.clientHeight / 3;
  draw();
  const element = drawn.get(id)?.element;
  element?.focus();
  element?.classList.add('found');
}

export function scrollToEnd(): void {
  atBottom = true;
  draw();
}

function clear(): void {
  for (const { element } of drawn.values()) element.remove();
  drawn.clear();
}

function rowsOf(messages: readonly MessageView[]): Row[] {
  return messages.map((message, index) => {
    const last = messages[index - 1];
    const day = last === undefined || dayOf(last.at) !== dayOf(message.at) ? dayOf(message.at) : undefined;
    const continues =
      last !== undefined &&
      day === undefined &&
      last.authorId === message.authorId &&
      last.ephemeral === message.ephemeral &&
      message.at - last.at < TOGETHER_MS &&
      message.reply === undefined &&
      message.command === undefined &&
      SPOKEN.includes(last.type) &&
      SPOKEN.includes(message.type);
    return { message, isHead: !continues, day };
  });
}

function soon(): void {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    draw();
  });
}

const heightOf = ({ message }: Row): number => heights.get(message.id) ?? GUESS_PX;

function offsetOf(index: number): number {
  let offset = 0;
  for (const row of rows.slice(0, index)) offset += heightOf(row);
  return offset;
}

/** Draws what is in sight, measures it, and keeps what the reader looks at in its place. */
function draw(): void {
  const head = opening.offsetHeight;
  const anchor = atBottom ? undefined : anchorAt(scroller.scrollTop - head);
  const top = atBottom ? Number.POSITIVE_INFINITY : scroller.scrollTop - head;
  let range = rangeAround(top);
  // Measuring what was guessed can bring other messages into sight; twice is enough to settle.
  for (let round = 0; round < 3; round += 1) {
    show(range);
    if (!measure()) break;
    range = rangeAround(
      anchor === undefined ? Number.POSITIVE_INFINITY : offsetOf(anchor.index) + anchor.within,
    );
  }
  pad(range);
  if (anchor === undefined) scroller.scrollTop = scroller.scrollHeight;
  else {
    const wanted = offsetOf(anchor.index) + anchor.within + opening.offsetHeight;
    if (Math.abs(scroller.scrollTop - wanted) >= 1) scroller.scrollTop = wanted;
  }
  if (hasOlder() && scroller.scrollTop < FETCH_PX) void fetchOlder();
}

/** The message at the top edge, and how far it is scrolled past. By id, as older ones may come before it. */
function anchorAt(top: number): { index: number; within: number } {
  const placed = [...drawn].filter(([, { element }]) => element.isConnected);
  for (const [id, { element }] of placed.sort(([a], [b]) => compareIds(a, b))) {
    const y = element.offsetTop - opening.offsetHeight;
    if (y + element.offsetHeight <= top || y > top + scroller.clientHeight) continue;
    const index = rows.findIndex(({ message }) => message.id === id);
    if (index !== -1) return { index, within: top - y };
  }
  let offset = 0;
  for (const [index, row] of rows.entries()) {
    const height = heightOf(row);
    if (offset + height > top) return { index, within: top - offset };
    offset += height;
  }
  return { index: Math.max(0, rows.length - 1), within: 0 };
}

interface Range {
  start: number;
  end: number;
  above: number;
  below: number;
}

function rangeAround(wishedTop: number): Range {
  const total = rows.reduce((sum, row) => sum + heightOf(row), 0);
  const top = Math.min(wishedTop, total - scroller.clientHeight);
  const range: Range = { start: 0, end: rows.length, above: 0, below: 0 };
  let offset = 0;
  for (const [index, row] of rows.entries()) {
    const height = heightOf(row);
    if (offset + height < top - SPARE_PX) {
      range.start = index + 1;
      range.above = offset + height;
    } else if (offset > top + scroller.clientHeight + SPARE_PX) {
      range.end = Math.min(range.end, index);
      range.below += height;
    }
    offset += height;
  }
  return range;
}

function pad({ start, end }: Range): void {
  before.style.height = `${offsetOf(start)}px`;
  after.style.height = `${offsetOf(rows.length) - offsetOf(end)}px`;
}

function show(range: Range): void {
  const wanted = rows.slice(range.start, range.end);
  const keys = new Set(wanted.map(({ message }) => message.id));
  for (const [key, { element }] of [...drawn]) {
    if (keys.has(key)) continue;
    measuring.unobserve(element);
    element.remove();
    drawn.delete(key);
  }
  let last: HTMLElement | undefined;
  for (const row of wanted) {
    const element = elementOf(row);
    const isInPlace =
      last === undefined ? list.firstElementChild === element : last.nextElementSibling === element;
    if (!isInPlace) {
      if (last === undefined) list.prepend(element);
      else last.after(element);
    }
    last = element;
  }
  pad(range);
}

function elementOf(row: Row): HTMLElement {
  const key = row.message.id;
  const known = drawn.get(key);
  if (
    known !== undefined &&
    known.row.message === row.message &&
    known.row.isHead === row.isHead &&
    known.row.day === row.day
  ) {
    return known.element;
  }
  const element = drawMessage(row.message, row);
  element.dataset.key = key;
  if (known !== undefined) {
    measuring.unobserve(known.element);
    swap(known.element, element);
    drawn.set(key, { row, element });
  } else drawn.set(key, { row, element });
  measuring.observe(element);
  return element;
}

/** Whether any height was other than thought. */
function measure(): boolean {
  let changed = false;
  for (const [key, { element }] of drawn) {
    const height = element.offsetHeight;
    if (heights.get(key) === height) continue;
    heights.set(key, height);
    changed = true;
  }
  return changed;
}

async function fetchOlder(): Promise<void> {
  const [oldest, placeId] = [oldestId(), state().placeId];
  if (fetching || oldest === undefined || placeId === undefined) return;
  fetching = true;
  try {
    const page = await olderThan(placeId, oldest);
    if (state().placeId === placeId) prepend(page);
  } finally {
    fetching = false;
  }
}

/** Arrow keys go from message to message. */
function moveByKey(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const current = event.target;
  if (step === undefined || !(current instanceof HTMLElement) || !current.classList.contains('message'))
    return;
  event.preventDefault();
  const index = rows.findIndex(({ message }) => message.id === current.dataset.id) + step;
  const next = rows[index];
  if (next === undefined) return;
  const element = drawn.get(next.message.id)?.element;
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
}

/** What is new is read out; what was there already is not. */
function readOut(messages: readonly MessageView[]): void {
  const last = messages.at(-1);
  if (last === undefined || last.id === newest) return;
  if (newest !== undefined && last.authorId !== state().me.id) {
    said.textContent = `${last.author}: ${last.content.slice(0, 200) || 'sent a message'}`;
  }
  newest = last.id;
}

function welcome(): HTMLElement {
  const here = place();
  if (here === undefined) return h('p', {}, 'There is nothing to see here.');
  const isThread = here.kind === 'thread';
  return h(
    'div',
    { class: 'welcome' },
    h('h2', {}, isThread ? here.name : `Welcome to #${here.name}`),
    h(
      'p',
      {},
      isThread ? 'This is the start of this thread.' : (here.topic ?? `This is the start of #${here.name}.`),
    ),
  );
}
