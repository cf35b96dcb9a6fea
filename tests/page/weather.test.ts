// Bad weather by a click, and what can be seen behind the scenes: nothing that was said is lost, and what the bot asks is asked again.
import { expect, test } from 'vitest';
import type { Message } from '../../playground/discord/model.ts';
import { startTestBot } from '../support/bot.ts';
import { be, goTo, inBrowser, lastMessage, openTab, runCommand, startCommand } from '../support/browser.ts';
import { saveSettings, startLadder } from '../support/ladder.ts';
import { openPage } from '../support/page.ts';

inBrowser('weather', () => {
  test('events are lost, requests limited, a right taken, the bot restarted: it copes with each', async () => {
    const town = await startLadder();
    let restart = async (): Promise<string> => '';
    const deed = { name: 'restart', label: 'Restart the bot', hint: 'It ends and starts again.' };
    const { url, bot, databasePath } = await openPage({ deeds: [{ ...deed, run: () => restart() }] }, town);
    saveSettings(databasePath, town.guild.id, town.settings);
    restart = async () => {
      await bot.stop();
      saidMeanwhile = await mona.replies(answer, 'thank you, that was it');
      await startTestBot(town.discord, { databasePath });
      return 'The bot is back.';
    };
    const { discord, help, alice, bob, carl, mona } = town;
    const answer = await bob.says(help, 'Restart it.');
    let saidMeanwhile: Message | undefined;
    const tab = await openTab(url);
    await be(tab, 'Mona');
    await tab.getByRole('button', { name: 'Behind the scenes' }).click();
    const panel = tab.getByRole('complementary', { name: 'Behind the scenes' });
    const press = async (name: string, said: string | RegExp): Promise<void> => {
      await panel.getByRole('button', { name }).click();
      await tab.locator('.toast').filter({ hasText: said }).last().click();
    };

    await press('Lose the next 3 events', 'will not hear');
    const unheard = await alice.replies(answer, 'thank you!');
    await bob.says(help, 'Anything else?');
    await bob.says(help, 'Anybody?');
    const heard = await carl.replies(answer, 'thank you!');
    await discord.until(() => heard.reactions.has('🌿'));
    expect(unheard.reactions.size).toBe(0);

    await press('Rate-limit the bot', 'have to wait');
    const limited = await alice.replies(answer, 'thanks, that helped');
    await discord.until(() => limited.reactions.has('🌿'), { timeoutMs: 15_000 });
    await panel.locator('summary', { hasText: '429' }).first().waitFor();

    await goTo(tab, 'help');
    const promote = async (): Promise<void> => {
      await startCommand(tab, 'promote');
      const form = tab.getByRole('form', { name: '/promote' });
      await form.getByLabel('member').click();
      await tab.keyboard.type('Bob');
      await tab.keyboard.press('Enter');
      await form.getByLabel('reason').fill('patient answers');
      await form.getByRole('button', { name: 'Run' }).click();
    };
    await press('Take “Manage Roles” away', 'may no longer');
    await promote();
    await lastMessage(tab)
      .getByText(/Manage Roles/)
      .first()
      .waitFor();
    await press('Take “Manage Roles” away', 'may manage roles again');
    await promote();
    await lastMessage(tab).getByText('is now Helper').waitFor();

    await press('Restart the bot', 'The bot is back');
    // What was lost on the way, and what was said while nobody listened, is found and signed.
    await discord.until(() => unheard.reactions.has('🌿'), { timeoutMs: 15_000 });
    await discord.until(() => saidMeanwhile?.reactions.has('🌿'), { timeoutMs: 15_000 });
    await tab.getByText('thank you, that was it', { exact: true }).waitFor();
    await runCommand(tab, 'leaderboard');
    await lastMessage(tab).getByText('@Bob').waitFor();
  });
});
