// The page as people use it, in a real browser, with the whole bot behind it.
import { expect, test } from 'vitest';
import { playDay, sceneTitles } from '../../playground/demo/day.ts';
import { Narrator } from '../../playground/demo/narrator.ts';
import { Stage } from '../../playground/demo/stage.ts';
import { buildTown } from '../../playground/demo/town.ts';
import { be, goTo, inBrowser, lastMessage, openTab, runCommand, startCommand } from '../support/browser.ts';
import { saveSettings, startLadder } from '../support/ladder.ts';
import { openPage } from '../support/page.ts';
import { credit } from '../support/recognitions.ts';
import { calm } from '../support/town.ts';

/** A whole day of a town takes a while on a crowded machine, in ms. */
const MINUTE = 60_000;

inBrowser('in a browser', () => {
  test('a person thanks by a reply, and sees that it counted', async () => {
    const { help, bob, url } = await openPage();
    await bob.says(help, 'Set PORT=8080 and it goes through.');
    const tab = await openTab(url);
    await be(tab, 'Alice');
    await goTo(tab, 'help');
    await lastMessage(tab).hover();
    await lastMessage(tab).getByRole('button', { name: 'Reply' }).click();
    await tab.getByText('Replying to Bob').waitFor();
    await tab.keyboard.type('That was it, thank you so much');
    await tab.keyboard.press('Enter');
    const sign = lastMessage(tab).getByRole('button', { name: '🌿, 1: Laurel' });
    await sign.waitFor();
    await sign.click();
    await lastMessage(tab).getByRole('button', { name: '🌿, 2' }).waitFor();

    await runCommand(tab, 'profile');
    await lastMessage(tab).getByText('Only you can see this').waitFor();
    await be(tab, 'Bob');
    expect(await tab.getByText('Only you can see this').count()).toBe(0);
    await be(tab, 'Alice');
    await lastMessage(tab).getByRole('button', { name: 'Dismiss message' }).click();
    await expect.poll(() => tab.getByText('Only you can see this').count()).toBe(0);
  });

  test('a message is edited, reacted to and deleted', async () => {
    const { help, alice, url } = await openPage();
    const message = await alice.says(help, 'helo');
    const tab = await openTab(url);
    await be(tab, 'Alice');
    await lastMessage(tab).hover();
    await lastMessage(tab).getByRole('button', { name: 'Edit' }).click();
    await tab.keyboard.press('Control+a');
    await tab.keyboard.type('hello @Bob');
    await tab.keyboard.press('Escape');
    await tab.keyboard.press('Enter');
    await lastMessage(tab).getByText('(edited)').waitFor();
    expect(message.content).toMatch(/^hello <@\d+>$/);
    await lastMessage(tab).hover();
    await lastMessage(tab).getByRole('button', { name: 'Add a reaction' }).first().click();
    await tab.getByRole('button', { name: 'star', exact: true }).click();
    await lastMessage(tab).getByRole('button', { name: '⭐, 1: Alice' }).click();
    await expect.poll(() => message.reactions.size).toBe(0);
    await lastMessage(tab).hover();
    await lastMessage(tab).getByRole('button', { name: 'More' }).click();
    await tab.getByRole('menuitem', { name: 'Delete' }).click();
    await expect.poll(() => tab.locator('.message').count()).toBe(0);
    expect(help.messages.size).toBe(0);
  });

  test('the leaderboard is paged, and its selects change it', async () => {
    const { guild, help, mona, bot, url } = await openPage();
    for (let i = 1; i <= 14; i += 1) {
      const person = guild.person(`Member ${i}`);
      await credit(bot.ctx, {
        from: mona.id,
        to: person.id,
        guildId: guild.id,
        channelId: help.id,
        points: 10 * i,
      });
    }
    const tab = await openTab(url);
    await runCommand(tab, 'leaderboard');
    const board = lastMessage(tab);
    await board.getByText('Page 1 of 2').waitFor();
    await board.getByText('@Member 14').waitFor();
    await board.getByRole('button', { name: 'Next' }).click();
    await board.getByText('Page 2 of 2').waitFor();
    await board.getByText('@Member 1', { exact: true }).waitFor();
    await board.locator('.select').first().click();
    await tab.locator('.picker').getByRole('option').nth(2).click();
    await board.getByText('Page 1 of').waitFor();
  });

  test('a promotion is confirmed where it was asked for, and announced', async () => {
    const town = await startLadder();
    const opened = await openPage({}, town);
    saveSettings(opened.databasePath, town.guild.id, town.settings);
    const tab = await openTab(opened.url);
    await be(tab, 'Mona');
    await startCommand(tab, 'promote');
    const form = tab.getByRole('form', { name: '/promote' });
    await form.getByRole('button', { name: 'Run' }).click();
    await form.getByText('This is required.').first().waitFor();
    await form.getByLabel('member').click();
    await tab.keyboard.type('Bob');
    await tab.keyboard.press('Enter');
    await form.getByLabel('reason').fill('patient answers, all week');
    await form.getByRole('button', { name: 'Run' }).click();
    await lastMessage(tab).getByText('is now Helper').waitFor();
    await goTo(tab, town.news.name);
    await lastMessage(tab).getByText('@Bob').first().waitFor();
    await tab
      .getByRole('complementary', { name: 'Members' })
      .getByRole('heading', { name: /^Helper — 1/ })
      .waitFor();
    await calm(opened.bot, town);
  });

  test('a new empty server leads to a first thank-you, and its settings are changed', async () => {
    const { url } = await openPage();
    const tab = await openTab(url);
    await tab.getByRole('button', { name: 'New empty server' }).click();
    await tab.getByText('You are Ada here').waitFor();
    await tab.locator('.try').getByRole('button', { name: '/setup' }).click();
    await tab.getByRole('form', { name: '/setup' }).waitFor();
    await tab.keyboard.press('Enter');
    const panel = lastMessage(tab);
    await panel.getByText('Only you can see this').waitFor();
    await panel.getByRole('button', { name: 'Use these suggestions' }).click();
    await panel.getByText('Saved: help channel').waitFor();
    await panel.getByRole('button', { name: 'Looks good' }).click();
    await panel.getByRole('heading', { name: 'Laurel is ready' }).waitFor();

    await goTo(tab, 'help');
    await be(tab, 'Bob');
    const composer = tab.getByRole('textbox', { name: 'Message', exact: true });
    await composer.fill('Open Settings and press Save.');
    await composer.press('Enter');
    await lastMessage(tab).getByText('Open Settings').waitFor();
    await be(tab, 'Alice');
    await lastMessage(tab).hover();
    await lastMessage(tab).getByRole('button', { name: 'Reply' }).click();
    await tab.keyboard.type('That worked, thank you');
    await tab.keyboard.press('Enter');
    await lastMessage(tab).getByRole('button', { name: /^🌿/ }).waitFor();
    await runCommand(tab, 'leaderboard');
    await lastMessage(tab).getByText('@Bob').waitFor();

    await be(tab, 'Ada');
    await goTo(tab, 'general');
    await panel.getByRole('button', { name: 'See all settings' }).click();
    await panel.locator('.select').first().click();
    await tab.getByRole('option', { name: /^Limits/ }).click();
    await panel
      .getByRole('button')
      .filter({ hasText: /change/i })
      .first()
      .click();
    const form = tab.getByRole('dialog');
    await form.getByRole('textbox').first().fill('45');
    await form.getByRole('button', { name: 'Submit' }).click();
    await panel.getByText('45 minutes').first().waitFor();
  });

  test('a post in a forum, a thread, and a menu', async () => {
    const { url, help, alice } = await openPage();
    await alice.says(help, 'Does anybody know?');
    const tab = await openTab(url);
    await be(tab, 'Carl');
    await goTo(tab, 'questions');
    await tab.getByRole('button', { name: 'New post' }).click();
    await tab.getByLabel('Title').fill('Cache is cold');
    await tab.getByRole('dialog').getByLabel('Message').fill('It never warms up.');
    await tab.getByLabel('bug').check();
    await tab.getByRole('button', { name: 'Post', exact: true }).click();
    await expect.poll(() => tab.locator('.place-title strong').textContent()).toBe('Cache is cold');
    await lastMessage(tab).getByText('It never warms up.').waitFor();
    await goTo(tab, 'questions');
    await tab.getByRole('button', { name: 'how-to' }).click();
    await tab.getByText('There are no posts yet.').waitFor();

    await goTo(tab, 'help');
    await lastMessage(tab).hover();
    await lastMessage(tab).getByRole('button', { name: 'More' }).click();
    await tab.getByRole('menuitem', { name: 'Create a thread' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Create a thread' }).click();
    await expect.poll(() => tab.locator('.place-title strong').textContent()).toBe('Does anybody know?');
    await goTo(tab, 'news');
    await tab.getByRole('button', { name: 'Create a thread' }).click();
    await tab.getByLabel('Name of the thread').fill('What is new');
    await tab.getByRole('dialog').getByRole('button', { name: 'Create a thread' }).click();
    await expect.poll(() => tab.locator('.place-title strong').textContent()).toBe('What is new');
    await tab.getByRole('button', { name: 'Alice' }).first().click();
    await tab.getByRole('menuitem', { name: 'Profile' }).click();
    await lastMessage(tab).getByText('Only you can see this').waitFor();
  });

  test('behind the scenes: what was asked, and weather in which nothing is lost', async () => {
    const { url, help, bob, alice, discord } = await openPage({
      panels: async () => [{ title: 'Owed', columns: ['what'], rows: [['a leaf']] }],
    });
    const answer = await bob.says(help, 'Restart it.');
    const tab = await openTab(url);
    expect(await tab.getByRole('complementary', { name: 'Behind the scenes' }).isVisible()).toBe(false);
    await tab.getByRole('button', { name: 'Behind the scenes' }).click();
    await tab.getByRole('cell', { name: 'a leaf' }).waitFor();
    await tab.getByRole('button', { name: 'Drop the connection' }).click();
    await tab.getByText('The connection is broken').waitFor();
    const thanks = await alice.replies(answer, 'thank you!');
    await discord.until(() => thanks.reactions.has('🌿'), { timeoutMs: 10_000 });
    await tab.locator('summary').filter({ hasText: 'PUT' }).first().click();
    await tab.locator('summary').filter({ hasText: '/reactions/' }).first().waitFor();
  });

  test('the day is played step by step, with the eyes of whoever acts', { timeout: 5 * MINUTE }, async () => {
    const { discord, url } = await openPage({}, undefined, (town) => ({
      story: {
        title: 'Play the day',
        scenes: sceneTitles(),
        play: (pace) => {
          const narrator = new Narrator(town.discord.world, () => {});
          const passTime = async (ms: number) => town.discord.advance(ms);
          return playDay(buildTown(town.discord), new Stage(narrator, passTime, pace));
        },
      },
    }));
    const tab = await openTab(url);
    await tab.getByRole('button', { name: 'One step' }).click();
    await tab.getByRole('button', { name: 'Go on' }).waitFor();
    await tab.getByText(`1 of ${sceneTitles().length}`).waitFor();
    await expect.poll(() => tab.locator('.server-name').textContent()).toBe('Sprout');
    await tab.getByLabel('Speed').selectOption('8');
    await tab.getByRole('button', { name: 'Go on' }).click();
    await tab.getByText('That was the day').waitFor({ timeout: 4 * MINUTE });
    await be(tab, 'Bob');
    await goTo(tab, 'announcements');
    await tab.getByRole('main').getByText('@Bob').first().waitFor();
    expect(discord.violations).toEqual([]);
  });
});
