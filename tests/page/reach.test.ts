// Everybody can use the page: by keyboard alone, on a phone, with a screen reader.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page as Tab } from 'playwright-core';
import { expect, test } from 'vitest';
import { be, goTo, inBrowser, lastMessage, openTab, runCommand, startCommand } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { openShowcase } from '../support/showcase.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical: the rule and where; only in a dialog while one is open. */
async function seriousProblems(tab: Tab): Promise<string[]> {
  await tab.evaluate(AXE);
  return tab.evaluate(`axe.run(document.querySelector('dialog') ?? document, { resultTypes: ['violations'] }).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + ' ' + node.any.map((each) => each.message).join()).join(' | ')))`);
}

/** Presses Tab until an element of that name has the keyboard. */
async function tabTo(tab: Tab, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await tab.keyboard.press(key);
    const focused = await tab.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`The keyboard does not get to ${name}`);
}

inBrowser('for everybody', () => {
  test('by keyboard alone: a channel, a thank-you, a command, a button, a select', async () => {
    const { help, bob, url } = await openPage();
    await bob.says(help, 'Restart it.');
    const tab = await openTab(url);
    await be(tab, 'Alice');
    await tabTo(tab, /^news/);
    await tab.keyboard.press('Enter');
    await expect.poll(() => tab.locator('.place-title strong').textContent()).toBe('news');
    await goTo(tab, 'help');

    await lastMessage(tab).focus();
    await tabTo(tab, /^Reply$/);
    await tab.keyboard.press('Enter');
    await tab.keyboard.type('thank you');
    await tab.keyboard.press('Enter');
    await lastMessage(tab).getByRole('button', { name: /^🌿/ }).waitFor();

    await tab.keyboard.type('/leaderb');
    await tab.getByRole('option', { name: '/leaderboard' }).waitFor();
    await tab.keyboard.press('Enter');
    await tab.getByRole('form', { name: '/leaderboard' }).waitFor();
    await tabTo(tab, /^Choose$/, 'Shift+Tab');
    await tabTo(tab, /^Choose$/, 'Shift+Tab');
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tabTo(tab, /^Run$/);
    await tab.keyboard.press('Enter');
    await lastMessage(tab).getByText('@Bob').waitFor();

    await lastMessage(tab).focus();
    await tabTo(tab, /^Find me$/);
    await tab.keyboard.press('Enter');
    await tab.getByText('Only you can see this').first().waitFor();
    await tab.locator('.message .select').first().focus();
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Escape');
    expect(await tab.locator('.picker').count()).toBe(0);
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.classList.contains('select')))
      .toBe(true);
    await lastMessage(tab).focus();
    await tab.keyboard.press('ArrowUp');
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^(Alice|Laurel), /);
  });

  test('on a phone: nothing is cut off, everything can be reached', async () => {
    const { help, forum, alice, bob, url } = await openPage();
    await alice.posts(forum, 'A question with rather a long title, as many have', 'Why?', ['bug']);
    await bob.says(help, `A long word: ${'x'.repeat(200)}\n\`\`\`\n${'code '.repeat(60)}\n\`\`\``);
    const tab = await openTab(url, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await be(tab, 'Alice');
    const widest = () => tab.evaluate(() => document.documentElement.scrollWidth);
    await runCommand(tab, 'leaderboard');
    await lastMessage(tab).locator('.container, .text').first().waitFor();
    await expect.poll(widest).toBe(390);
    await tab.getByRole('button', { name: 'Channels', exact: true }).tap();
    await tab.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name: 'questions' }).tap();
    await tab.getByRole('button', { name: 'New post' }).waitFor();
    await tab.locator('.post').tap();
    const options = tab.getByRole('button', { name: 'Thread options' });
    // Drawn anew a moment later, and letters come in late: what counts is where it comes to rest.
    const between = async () => {
      const [left, right] = [await options.boundingBox(), await tab.getByLabel('I am').boundingBox()];
      return left && right ? right.x - left.x - left.width : undefined;
    };
    await expect.poll(between).toBeGreaterThanOrEqual(0);
    const composer = tab.getByRole('textbox', { name: 'Message', exact: true });
    await expect.poll(async () => (await composer.boundingBox())?.height).toBeGreaterThan(25);
    await options.tap();
    await tab.getByRole('menuitem', { name: 'Close (archive)' }).tap();
    const openAgain = tab.getByRole('menuitem', { name: 'Open it again' });
    // The menu says what there is to do when it opens: before the page has heard of the closing it is the old one.
    const isOffered = async () => {
      if (!(await openAgain.isVisible())) await options.tap();
      return openAgain.isVisible();
    };
    await expect.poll(isOffered, { interval: 250, timeout: 8_000 }).toBe(true);
    await openAgain.tap();
    await tab.getByRole('button', { name: 'Members', exact: true }).tap();
    await tab.getByRole('button', { name: 'Bob' }).tap();
    await tab.getByRole('menuitem', { name: 'Profile' }).waitFor();
    await tab.keyboard.press('Escape');
    await tab.touchscreen.tap(20, 400);
    await tab.getByRole('button', { name: 'Behind the scenes' }).tap();
    await tab.getByRole('button', { name: 'Drop the connection' }).waitFor();
    await expect.poll(widest).toBe(390);
  });

  test.each([
    ['dark', 1280],
    ['light', 390],
  ] as const)('axe finds nothing serious in what bots show, %s, %i wide', async (colorScheme, width) => {
    const { url, alice, bob, bench } = await openShowcase();
    const said = await bob.says(bench, `${alice.mention} <t:1700000000:R> ||secret||\n> quote\n-# small`);
    await alice.reacts(said, 'plain');
    for (const what of ['gallery', 'files', 'selects', 'components', 'embed']) {
      await alice.runs(`/show ${what}`, {}, { in: bench });
    }
    const tab = await openTab(url, { colorScheme, viewport: { width, height: 844 } });
    await be(tab, 'Alice');
    const widest = () => tab.evaluate(() => document.documentElement.scrollWidth);
    await lastMessage(tab).getByText('The gardener').waitFor();
    expect([await widest(), await seriousProblems(tab)]).toEqual([width, []]);
    for (const form of ['words', 'choices', 'picks']) {
      await runCommand(tab, `form ${form}`);
      const dialog = tab.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Submit' }).click();
      await dialog.getByText('This is required.').first().waitFor();
      expect([await widest(), await seriousProblems(tab)]).toEqual([width, []]);
      await dialog.getByRole('button', { name: 'Close' }).click();
    }
    await startCommand(tab, 'options');
    expect([await widest(), await seriousProblems(tab)]).toEqual([width, []]);
    await tab.getByRole('form').getByRole('button', { name: 'Run' }).click();
    await tab.getByRole('form').getByRole('button', { name: 'Cancel' }).click();
    await lastMessage(tab).focus();
    await lastMessage(tab).getByRole('button', { name: 'Add a reaction' }).first().click();
    expect([await widest(), await seriousProblems(tab)]).toEqual([width, []]);
    await tab.keyboard.press('Escape');
    await lastMessage(tab).getByRole('button', { name: 'More' }).click();
    expect([await widest(), await seriousProblems(tab)]).toEqual([width, []]);
  });

  test.each(['dark', 'light'] as const)('axe finds nothing serious, %s', async (colorScheme) => {
    const { help, bob, alice, url } = await openPage();
    const answer = await bob.says(
      help,
      '# Title\n**Yes**: `PORT=8080` and <t:1700000000:R>, ||secret||\n> quote\n- item',
    );
    await alice.replies(answer, 'thank you');
    const tab = await openTab(url, { colorScheme });
    await be(tab, 'Alice');
    await lastMessage(tab).getByRole('button', { name: /^🌿/ }).waitFor();
    await runCommand(tab, 'leaderboard');
    await lastMessage(tab).locator('.select').first().waitFor();
    await tab.getByRole('button', { name: 'Behind the scenes' }).click();
    await tab.locator('summary').first().waitFor();
    expect(await seriousProblems(tab)).toEqual([]);
    const [title, chooser] = [tab.locator('.place-title strong'), tab.getByLabel('I am')];
    const titleBox = await title.boundingBox();
    expect(titleBox?.width).toBeGreaterThan(20);
    expect((titleBox?.x ?? 0) + (titleBox?.width ?? 0)).toBeLessThan((await chooser.boundingBox())?.x ?? 0);
    await startCommand(tab, 'thanks');
    expect(await seriousProblems(tab)).toEqual([]);
    await tab.getByRole('form').getByLabel('member').click();
    await tab.locator('.picker').getByRole('option').first().waitFor();
    expect(await seriousProblems(tab)).toEqual([]);
    await tab.keyboard.press('Escape');
    await goTo(tab, 'questions');
    await tab.getByRole('button', { name: 'New post' }).click();
    expect(await seriousProblems(tab)).toEqual([]);
  });
});
