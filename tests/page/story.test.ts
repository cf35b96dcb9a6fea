// The story that comes with a page: played, paused, stepped through, and not begun anew over what people did without asking.
import { expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../../playground/discord/server.ts';
import { startPage } from '../../playground/page/server.ts';
import { be, inBrowser, lastMessage, openTab } from '../support/browser.ts';

/** A world in which Alice says one thing after the other. */
async function openStory() {
  const discord = await startDiscord();
  const guild = discord.guild('Acme');
  const talk = guild.textChannel('talk');
  const news = guild.textChannel('news');
  const [alice, bob] = [guild.person('Alice'), guild.person('Bob')];
  const page = await startPage({
    discord,
    port: 0,
    invitedWith: 0n,
    story: {
      title: 'Tell the tale',
      scenes: ['It begins', 'It ends'],
      async play(pace) {
        for (const [scene, place] of [talk, news].entries()) {
          await pace({ scene, personId: alice.id, placeId: place.id, text: 'Alice speaks' });
          await alice.says(place, `Part ${scene + 1}`);
        }
      },
    },
  });
  onTestFinished(async () => {
    await page.close();
    await discord.close();
  });
  return { url: page.url, talk, news, alice, bob };
}

inBrowser('a story', () => {
  test('is paused, stepped through, and follows whoever acts', async () => {
    const { url, talk, news } = await openStory();
    const tab = await openTab(url);
    await be(tab, 'Bob');
    await tab.getByRole('button', { name: 'Tell the tale' }).click();
    await tab.getByRole('button', { name: 'Pause' }).click();
    await tab.getByText('1 of 2 · It begins — Alice speaks').waitFor();
    await expect.poll(() => tab.locator('#who option:checked').textContent()).toBe('Alice');
    const said = talk.messages.size;
    await tab.getByRole('button', { name: 'One step' }).click();
    await tab.getByText('2 of 2').waitFor();
    expect(talk.messages.size).toBeLessThanOrEqual(said + 1);
    await expect.poll(() => tab.locator('.place-title strong').textContent()).toBe('news');
    expect(news.messages.size).toBe(0);
    await tab.getByLabel('Speed').selectOption('8');
    await tab.getByRole('button', { name: 'Go on' }).click();
    await tab.getByText('That was the day').waitFor();
    expect(news.messages.size).toBe(1);
  });

  test('asks before it throws away what was done by hand', async () => {
    const { url, talk, news } = await openStory();
    const tab = await openTab(url);
    await be(tab, 'Bob');
    await tab.getByLabel('Follow').uncheck();
    await tab.getByRole('textbox', { name: 'Message', exact: true }).fill('mine');
    await tab.keyboard.press('Enter');
    await lastMessage(tab).getByText('mine').waitFor();
    await tab.getByRole('button', { name: 'Tell the tale' }).click();
    const question = tab.getByRole('dialog', { name: 'Tell the tale?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    await tab.getByText('2 scenes').waitFor();
    await tab.getByRole('button', { name: 'One step' }).click();
    await question.getByRole('button', { name: 'Tell the tale' }).click();
    await tab.getByText('1 of 2').waitFor();
    expect([talk.messages.size, news.messages.size]).toEqual([1, 0]);
  });
});
