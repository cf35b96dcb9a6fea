// A real browser on a page of the playground: the system's Chromium, without a window.
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page as Tab } from 'playwright-core';
import { afterAll, describe, expect, onTestFinished } from 'vitest';

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
];

/** A browser on a busy machine is slow to begin. */
const PATIENCE_MS = 60_000;

let browser: Promise<Browser> | undefined;

/** Tests that need a browser; without one they are skipped, and it is said how to get it. */
export function inBrowser(title: string, tests: () => void): void {
  if (!existsSync(CHROMIUM)) {
    describe.skip(`${title} (no Chromium at ${CHROMIUM}: install it, or set CHROMIUM_PATH)`, tests);
    return;
  }
  describe(title, { timeout: PATIENCE_MS }, () => {
    afterAll(async () => {
      await (await browser)?.close();
      browser = undefined;
    });
    tests();
  });
}

/**
 * A new tab on that page, as wide as a desk's screen unless said otherwise. At the test's end there must have been no error in it,
 * and not one request to anywhere else.
 */
export async function openTab(url: string, options: BrowserContextOptions = {}): Promise<Tab> {
  browser ??= chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  const context = await (await browser).newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const tab = await context.newPage();
  const wrong: string[] = [];
  tab.on('pageerror', (error) => wrong.push(error.stack ?? error.message));
  tab.on('console', (line) => {
    if (line.type() === 'error') wrong.push(line.text());
  });
  tab.on('request', (request) => {
    if (!request.url().startsWith(url)) wrong.push(`asked elsewhere: ${request.url()}`);
  });
  onTestFinished(async () => {
    await context.close();
    expect(wrong).toEqual([]);
  });
  tab.setDefaultTimeout(8_000);
  await tab.goto(url);
  await tab.getByRole('list', { name: 'Messages' }).waitFor({ state: 'attached' });
  await tab.locator('.place-title strong').waitFor();
  return tab;
}

/** Becomes somebody, by the switch above the messages. */
export async function be(tab: Tab, name: string): Promise<void> {
  const option = tab.locator('#who option').filter({ hasText: new RegExp(`^${name}( \\(|$)`) });
  await tab.locator('#who').selectOption({ value: (await option.getAttribute('value')) ?? '' });
  await tab.locator('.you').waitFor({ state: 'attached' });
  await expect.poll(() => tab.locator('.member', { has: tab.locator('.you') }).textContent()).toContain(name);
}

export async function goTo(tab: Tab, channel: string): Promise<void> {
  await tab
    .getByRole('navigation', { name: 'Channels' })
    .getByRole('button', { name: channel })
    .first()
    .click();
  await expect.poll(() => tab.locator('.place-title strong').textContent()).toBe(channel);
}

/** Types a command as people do, and picks the suggestion; its form is open then. */
export async function startCommand(tab: Tab, name: string): Promise<void> {
  const composer = tab.getByRole('textbox', { name: 'Message', exact: true });
  await composer.click();
  await composer.pressSequentially(`/${name}`);
  await tab
    .getByRole('option', { name: `/${name}` })
    .first()
    .waitFor();
  await composer.press('Enter');
  await tab.getByRole('form', { name: `/${name}` }).waitFor();
}

export async function runCommand(tab: Tab, name: string): Promise<void> {
  await startCommand(tab, name);
  await tab.getByRole('button', { name: 'Run' }).click();
}

/** The last message of the timeline. */
export function lastMessage(tab: Tab) {
  return tab.locator('.message').last();
}
