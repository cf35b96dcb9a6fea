// Everybody can use the page: by keyboard alone, on a phone, with a screen reader; and a long history does not slow it down.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page as Tab } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../../playground/discord/server.ts';
import { startPage } from '../../playground/page/server.ts';
import { be, goTo, inBrowser, lastMessage, openTab, runCommand, startCommand } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { openShowcase } from '../support/showcase.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical: the rule and where. */
async function seriousProblems(tab: Tab): Promise<string[]> {
  await tab.evaluate(AXE);
  return tab.evaluate(`axe.run().then(({ violations }) => violations
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
    const { help, bob, url } = await openPage();
    await bob.says(help, `A long word: ${'x'.repeat(200)}\n\`\`\`\n${'code '.repeat(60)}\n\`\`\``);
    const tab = await openTab(url, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await be(tab, 'Alice');
    const widest = () => tab.evaluate(() => document.documentElement.scrollWidth);
    await runCommand(tab, 'leaderboard');
    await lastMessage(tab).locator('.container, .text').first().waitFor();
    expect(await widest()).toBe(390);
    await tab.getByRole('button', { name: 'Channels', exact: true }).tap();
    await tab.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name: 'questions' }).tap();
    await tab.getByRole('button', { name: 'New post' }).waitFor();
    await tab.getByRole('button', { name: 'Members', exact: true }).tap();
    await tab.getByRole('button', { name: 'Bob' }).tap();
    await tab.getByRole('menuitem', { name: 'Profile' }).waitFor();
    await tab.keyboard.press('Escape');
    await tab.touchscreen.tap(20, 400);
    await tab.getByRole('button', { name: 'Behind the scenes' }).tap();
    await tab.getByRole('button', { name: 'Drop the connection' }).waitFor();
    expect(await widest()).toBe(390);
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

  test('5,000 members: only those in sight are drawn, each can be found', async () => {
    const discord = await startDiscord();
    const guild = discord.guild('Crowd');
    guild.textChannel('talk');
    const helper = guild.role('Helper', { color: 0x3ca050 });
    for (let i = 0; i < 5000; i += 1) {
      guild.person(`Person ${String(i).padStart(4, '0')}`, i % 500 === 0 ? { roles: [helper] } : {});
    }
    const page = await startPage({ discord, port: 0, invitedWith: 0n });
    onTestFinished(async () => {
      await page.close();
      await discord.close();
    });
    const began = performance.now();
    const tab = await openTab(page.url);
    const list = tab.getByRole('complementary', { name: 'Members' });
    await list.getByRole('heading', { name: 'Helper — 10' }).waitFor();
    // A second on an idle machine; the bound is for a busy one.
    expect(performance.now() - began).toBeLessThan(10_000);
    const drawn = () => tab.locator('.member').count();
    expect(await drawn()).toBeLessThan(60);

    await list.getByRole('button', { name: 'Person 0000' }).focus();
    await tab.keyboard.press('End');
    await list.getByRole('button', { name: 'Person 4999' }).waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toContain('Person 4999');
    expect(await drawn()).toBeLessThan(60);
    await tab.keyboard.press('ArrowUp');
    await tab.keyboard.press('Enter');
    await tab.getByRole('menuitem', { name: 'Be Person 4998' }).click();
    await expect.poll(() => tab.locator('#who option:checked').textContent()).toBe('Person 4998');
    await tab.getByRole('textbox', { name: 'Message', exact: true }).pressSequentially('@4321');
    await tab.getByRole('option', { name: 'Person 4321' }).waitFor();
    guild.person('Aaron');
    await tab.evaluate(() => document.querySelector('.members')?.scrollTo(0, 0));
    await list.getByRole('heading', { name: 'Members — 4991' }).waitFor();
  });

  test('10,000 messages scroll smoothly: only those in sight are drawn', async () => {
    const discord = await startDiscord();
    const guild = discord.guild('Busy');
    const talk = guild.textChannel('talk');
    const people = Array.from({ length: 10 }, (_, i) => guild.person(`Person ${i}`));
    for (let i = 0; i < 10_000; i += 1) {
      await people[i % 10]?.says(talk, `Message ${i}${i % 7 === 0 ? '\nwith a second line' : ''}`);
    }
    const page = await startPage({ discord, port: 0, invitedWith: 0n });
    onTestFinished(async () => {
      await page.close();
      await discord.close();
    });
    const tab = await openTab(page.url);
    await tab.getByText('Message 9999').waitFor();
    const worst = await tab.evaluate(async () => {
      const scroller = document.querySelector('.timeline');
      if (scroller === null) throw new Error('There is no timeline');
      const frames: number[] = [];
      let [nodes, last] = [0, performance.now()];
      const reached = (): boolean => document.body.textContent?.includes('Welcome to #talk') === true;
      for (let count = 0; count < 4000 && !(reached() && scroller.scrollTop === 0); count += 1) {
        scroller.scrollTop = Math.max(0, scroller.scrollTop - 1500);
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        frames.push(now - last);
        last = now;
        nodes = Math.max(nodes, document.querySelectorAll('.message').length);
      }
      const median = frames.sort((one, other) => one - other)[Math.floor(frames.length / 2)] ?? 0;
      return { nodes, median, reached: reached() };
    });
    expect(worst.reached).toBe(true);
    expect(worst.nodes).toBeLessThan(150);
    // 17 ms on an idle machine; the bound is for a busy one.
    expect(worst.median).toBeLessThan(100);
    await tab.getByText('Message 1', { exact: true }).waitFor();

    // Who reads old messages is not torn away by new ones.
    const first = await tab.getByText('Message 1', { exact: true }).boundingBox();
    await people[1]?.says(talk, 'something new');
    await tab.waitForFunction(() =>
      document.querySelector('.for-ears')?.textContent?.includes('something new'),
    );
    expect((await tab.getByText('Message 1', { exact: true }).boundingBox())?.y).toBe(first?.y);
  });
});
