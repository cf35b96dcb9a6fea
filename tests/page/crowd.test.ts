// Large servers: a long history and a long list of members do not slow the page down, as only what is seen is drawn.
import { expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../../playground/discord/server.ts';
import { startPage } from '../../playground/page/server.ts';
import { inBrowser, openTab } from '../support/browser.ts';

inBrowser('a crowd', () => {
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
        scroller.scrollTop = Math.max(0, scroller.scrollTop - 2500);
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

  test('who is at the end stays there, whatever letters and pictures that come late do to the messages', async () => {
    const discord = await startDiscord();
    const guild = discord.guild('Small');
    const talk = guild.textChannel('talk');
    const person = guild.person('Alice');
    for (let i = 0; i < 60; i += 1) await person.says(talk, `Message ${i}`);
    const page = await startPage({ discord, port: 0, invitedWith: 0n });
    onTestFinished(async () => {
      await page.close();
      await discord.close();
    });
    const tab = await openTab(page.url);
    await tab.getByText('Message 59').waitFor();
    const fromEnd = () =>
      tab.evaluate(() => {
        const scroller = document.querySelector('.timeline');
        return scroller === null ? -1 : scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
      });
    await expect.poll(fromEnd).toBeLessThan(2);
    const moved = await tab.evaluate(() => {
      const scroller = document.querySelector('.timeline');
      const messages = [...document.querySelectorAll<HTMLElement>('.message')];
      const [first, last] = [messages.at(-3), messages.at(-1)];
      if (!scroller || !first || !last) throw new Error('There are messages');
      const before = scroller.scrollTop;
      first.style.display = 'none';
      const after = scroller.scrollTop;
      last.style.paddingBottom = '300px';
      return before - after;
    });
    expect(moved).toBeGreaterThan(1);
    await expect.poll(fromEnd).toBeLessThan(2);
  });
});
