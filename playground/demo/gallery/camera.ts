// The camera of the gallery: the page in the system's Chromium, dark and light, on a desk's screen and on a phone.
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Locator, type Page as Tab } from 'playwright-core';
import type { Channel, Message } from '../../discord/model.ts';
import type { Person } from '../../discord/people.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
/** Nothing of the browser's own goes over the network, or asks anything. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Letters in shades of grey: the same on every screen, and smaller pictures.
  '--disable-lcd-text',
];
/** High enough for the longest answer. */
const HEIGHT = 2200;
/** Nothing moves any more when it has not for so many frames; waited for at most so many. */
const STILL_FRAMES = 12;
const MOST_FRAMES = 300;
/** So often a picture is taken at most, until nothing changed meanwhile. */
const MOST_TRIALS = 5;
const SCREEN_HEIGHT = 1024;
/** Left around what is shown, in px. */
const MARGIN = 12;

/** How each answer is seen; the name is the end of the picture's. */
export const looks = [
  { name: 'dark-wide', colorScheme: 'dark', width: 1280 },
  { name: 'light-wide', colorScheme: 'light', width: 1280 },
  { name: 'dark-narrow', colorScheme: 'dark', width: 390 },
  { name: 'light-narrow', colorScheme: 'light', width: 390 },
] as const;
export type Look = (typeof looks)[number];

/** What is to be seen: with whose eyes, where, and from which message on. */
export interface Shot {
  as: Person;
  in: Channel;
  from: Message;
  /** Opens something on the page first; resolves with what belongs on the picture besides, or instead. */
  opens?: (tab: Tab) => Promise<{ besides?: Locator; instead?: Locator }>;
  /** The whole page, as wide screens show it. */
  isWholePage?: boolean;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Says what is missing, or nothing. */
export function cameraIsMissing(): string | undefined {
  if (existsSync(CHROMIUM)) return undefined;
  return `There is no Chromium at ${CHROMIUM}: install it, or say in CHROMIUM_PATH where it is.`;
}

export class Camera {
  readonly #browser: Browser;
  readonly #tabs: ReadonlyMap<Look, Tab>;
  readonly #url: string;

  private constructor(browser: Browser, tabs: ReadonlyMap<Look, Tab>, url: string) {
    this.#browser = browser;
    this.#tabs = tabs;
    this.#url = url;
  }

  /** Opens one tab for each look; `now` is the time that they show, in ms. */
  static async open(url: string, now: number): Promise<Camera> {
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ARGUMENTS,
      handleSIGTERM: false,
    });
    const tabs = new Map<Look, Tab>();
    for (const look of looks) {
      const context = await browser.newContext({
        viewport: { width: look.width, height: HEIGHT },
        colorScheme: look.colorScheme,
        reducedMotion: 'reduce',
        locale: 'en-GB',
        timezoneId: 'UTC',
      });
      const tab = await context.newPage();
      await tab.clock.setFixedTime(now);
      await tab.goto(url);
      tabs.set(look, tab);
    }
    return new Camera(browser, tabs, url);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  /** One picture, as PNG. */
  async take(shot: Shot, look: Look): Promise<Buffer> {
    const tab = this.#tabs.get(look);
    if (tab === undefined) throw new Error(`There is no tab for ${look.name}`);
    const height = shot.isWholePage ? SCREEN_HEIGHT : HEIGHT;
    await tab.setViewportSize({ width: look.width, height });
    await this.#look(tab, shot);
    const opened = await shot.opens?.(tab);
    const frame = async (): Promise<Box> => {
      await pictures(tab);
      await stillness(tab);
      if (shot.isWholePage) return { x: 0, y: 0, width: look.width, height };
      if (opened?.instead) return around(await boxOf(opened.instead));
      return messagesFrom(tab, shot.from, opened?.besides);
    };
    // On a slow machine something may still have come while it was taken; then it is taken again.
    for (let trial = 0; trial < MOST_TRIALS; trial += 1) {
      const clip = await frame();
      const png = await tab.screenshot({ clip, animations: 'disabled' });
      if (isSame(clip, await frame())) return png;
    }
    throw new Error(`What begins with message ${shot.from.id} does not come to rest`);
  }

  /** The page remembers who one is and where; begun anew, it goes there. */
  async #look(tab: Tab, { as, in: place, from, isWholePage }: Shot): Promise<void> {
    // From beside the page, which would write down where it is itself.
    await tab.goto(`${this.#url}/icons/eye.svg`);
    await tab.evaluate(
      ([person, channel]) => {
        sessionStorage.clear();
        sessionStorage.setItem('as', person);
        sessionStorage.setItem('place', channel);
      },
      [as.id, place.id] as const,
    );
    await tab.goto(this.#url);
    const first = messageIn(tab, from);
    await first.waitFor();
    await pictures(tab);
    await stillness(tab);
    await tidy(first);
    if (!isWholePage) await hideAbove(first);
  }
}

/** Waits until every picture on the page is there to be drawn; one that cannot be is a fault. */
async function pictures(tab: Tab): Promise<void> {
  await tab.evaluate(async () => {
    const shown = [...document.querySelectorAll('img')];
    await Promise.all(
      shown.map(async (image) => {
        // What is far down would wait until somebody scrolls there.
        image.loading = 'eager';
        await image.decode().catch(() => {
          if (image.isConnected) throw new Error(`The picture ${image.src} cannot be shown`);
        });
      }),
    );
  });
}

/** Waits until letters are there and nothing moves any more. */
async function stillness(tab: Tab): Promise<void> {
  await tab.evaluate(
    async ({ stillFrames, mostFrames }) => {
      await document.fonts.ready;
      const scroller = document.querySelector('.timeline');
      let [last, still] = ['', 0];
      for (let frame = 0; frame < mostFrames && still < stillFrames; frame += 1) {
        await new Promise(requestAnimationFrame);
        const now = `${scroller?.scrollTop} ${scroller?.scrollHeight}`;
        still = now === last ? still + 1 : 0;
        last = now;
      }
    },
    { stillFrames: STILL_FRAMES, mostFrames: MOST_FRAMES },
  );
}

/** Without a cursor and a line above the first message that is cut, and that on a whole dot: so pictures repeat. */
async function tidy(first: Locator): Promise<void> {
  const { y } = await boxOf(first);
  await first.evaluate((_, fraction) => {
    for (const day of document.querySelectorAll<HTMLElement>('.day')) day.style.visibility = 'hidden';
    const rows = document.querySelector<HTMLElement>('.rows');
    if (rows !== null) Object.assign(rows.style, { position: 'relative', top: `${-fraction}px` });
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, y % 1);
}

/** Nothing is seen of what stands above that message. */
async function hideAbove(first: Locator): Promise<void> {
  await first.evaluate((message) => {
    for (const other of document.querySelectorAll<HTMLElement>('.message'))
      if (other.compareDocumentPosition(message) & Node.DOCUMENT_POSITION_FOLLOWING)
        other.style.visibility = 'hidden';
  });
}

/** From that message to the last, as wide as the column they stand in. */
async function messagesFrom(tab: Tab, from: Message, besides: Locator | undefined): Promise<Box> {
  const column = await boxOf(tab.locator('.timeline'));
  const first = await boxOf(messageIn(tab, from));
  const last = await boxOf(tab.locator('.message').last());
  const more = besides === undefined ? first : await boxOf(besides);
  const top = Math.min(first.y, more.y) - MARGIN;
  const bottom = Math.max(last.y + last.height, more.y + more.height) + MARGIN;
  const end = column.y + column.height;
  if (top < column.y || bottom > end + MARGIN)
    throw new Error(`What begins with message ${from.id} does not fit on the screen`);
  return { x: column.x, y: top, width: column.width, height: Math.min(bottom, end) - top };
}

function isSame(one: Box, other: Box): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}

function messageIn(tab: Tab, { id }: Message): Locator {
  return tab.locator(`.message[data-id="${id}"]`);
}

async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('What should be on the picture is not on the page');
  return box;
}

function around({ x, y, width, height }: Box): Box {
  return {
    x: Math.max(0, x - MARGIN),
    y: Math.max(0, y - MARGIN),
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
  };
}
