// What bots can put in front of people, with a plain bot: options, forms, selects, menus, embeds, components, files.
import type { Page as Tab } from 'playwright-core';
import { expect, test } from 'vitest';
import { be, goTo, inBrowser, lastMessage, openTab, runCommand, startCommand } from '../support/browser.ts';
import { paintPng } from '../support/png.ts';
import { openShowcase } from '../support/showcase.ts';

const NOTES = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('to remember') };
const PICTURE = { name: 'leaf.png', mimeType: 'image/png', buffer: paintPng(8, 8, [60, 160, 80]) };

/** Chooses in a list, by what its entries are called. */
async function choose(tab: Tab, list: string | RegExp, ...names: string[]): Promise<void> {
  await tab.getByRole('button', { name: list }).last().click();
  for (const name of names) await tab.locator('.picker').getByRole('option', { name }).first().click();
  if (names.length > 1) await tab.keyboard.press('Escape');
  await tab.locator('.picker').waitFor({ state: 'detached' });
}

async function openForm(tab: Tab, name: string) {
  await runCommand(tab, `form ${name}`);
  const form = tab.getByRole('dialog', { name: `A form of ${name}` });
  await form.waitFor();
  return { form, submit: form.getByRole('button', { name: 'Submit' }) };
}

inBrowser('what bots show', () => {
  test('commands that are published after / was typed are suggested all the same', async () => {
    const { url, publish } = await openShowcase();
    await publish([]);
    const tab = await openTab(url);
    await be(tab, 'Alice');
    const composer = tab.getByRole('textbox', { name: 'Message', exact: true });
    await composer.fill('/opt');
    expect(await tab.getByRole('option', { name: '/options' }).count()).toBe(0);
    await publish();
    await tab.getByRole('option', { name: '/options' }).waitFor();
    await tab.keyboard.press('Escape');
    await publish();
    expect(await tab.getByRole('option', { name: '/options' }).count()).toBe(0);
  });

  test('a command: every type of option, its limits, suggestions, and only what one may use', async () => {
    const { url } = await openShowcase();
    const tab = await openTab(url);
    await be(tab, 'Alice');
    const composer = tab.getByRole('textbox', { name: 'Message', exact: true });
    await composer.fill('/');
    await tab.getByRole('option', { name: '/options' }).waitFor();
    expect(await tab.getByRole('option', { name: '/secret' }).count()).toBe(0);
    await composer.fill('');
    await startCommand(tab, 'options');
    const form = tab.getByRole('form', { name: '/options' });
    const run = form.getByRole('button', { name: 'Run' });
    await run.click();
    expect(await form.getByText('This is required.').count()).toBe(2);
    await form.getByLabel('fruit').click();
    await tab.keyboard.type('apr');
    await tab.locator('.picker').getByRole('option', { name: 'Apricot' }).click();
    await form.getByLabel('count').fill('6');
    await run.click();
    await form.getByText('At most 5.').waitFor();
    await form.getByLabel('count').fill('3');
    await form.getByLabel('ratio').fill('0,5');
    await choose(tab, 'sure', 'True');
    await choose(tab, 'member', 'Bob');
    await choose(tab, 'role', 'Red');
    await form.getByLabel('channel').click();
    expect(await tab.locator('.picker').getByRole('option').allTextContents()).toEqual(['#notices']);
    await tab.keyboard.press('Enter');
    await choose(tab, 'anyone', 'Red');
    await form.locator('input[type=file]').setInputFiles(NOTES);
    await choose(tab, 'colour', 'Blue');
    await run.click();
    await lastMessage(tab)
      .getByText(
        'fruit=APRICOT count=3 ratio=0.5 sure=true member=Bob role=Red channel=notices anyone=true file=notes.txt colour=blue',
      )
      .waitFor();
    await startCommand(tab, 'options');
    await form.getByLabel('fruit').click();
    await tab.keyboard.type('durian');
    await tab.getByRole('option', { name: 'Just as typed' }).click();
    await form.getByLabel('count').fill('1');
    await run.click();
    await lastMessage(tab).getByText('fruit=durian count=1').waitFor();
  });

  test('forms: every kind of field is checked, filled in, and sent', async () => {
    const { url } = await openShowcase();
    const tab = await openTab(url);
    await be(tab, 'Alice');
    const words = await openForm(tab, 'words');
    await words.submit.click();
    expect(await words.form.getByText('This is required.').count()).toBe(3);
    expect(await words.form.getByLabel('Details').inputValue()).toBe('As ever');
    await words.form.getByLabel('Title').fill('It');
    await words.form.getByText('At least 3 characters.').waitFor();
    await words.form.getByLabel('Title').fill('It broke');
    await words.form.getByLabel('Details').fill('Twice.\nToday.');
    await choose(tab, /^Colour/, 'Green');
    await words.form.locator('input[type=file]').setInputFiles([NOTES, PICTURE]);
    await words.form.getByRole('button', { name: 'Leave leaf.png out' }).click();
    expect(await words.form.locator('.problem').allTextContents()).toEqual(['', '', '', '']);
    await words.submit.click();
    await lastMessage(tab).getByText('It broke | Twice. Today. | green | notes.txt 11').waitFor();

    const choices = await openForm(tab, 'choices');
    await choices.form.getByRole('radiogroup', { name: 'One' }).getByLabel('Blue').check();
    const some = choices.form.getByRole('group', { name: 'Some' });
    for (const name of ['Red', 'Green', 'Blue']) await some.getByLabel(name).check();
    await choices.submit.click();
    await choices.form.getByText('At most 2.').waitFor();
    await some.getByLabel('Green').uncheck();
    await choices.form.getByLabel('Sure').check();
    await choices.submit.click();
    await lastMessage(tab).getByText('blue | red,blue | true').waitFor();

    const picks = await openForm(tab, 'picks');
    await choose(tab, /^People/, 'Alice', 'Bob');
    await choose(tab, /^Role/, 'Red');
    await choose(tab, /^Channel/, 'notices');
    await choose(tab, /^Anyone/, 'Red');
    await picks.submit.click();
    await lastMessage(tab).getByText('Alice,Bob | Red | notices | 1').waitFor();
  });

  test('a form is filled in and sent by keyboard alone', async () => {
    const { url } = await openShowcase();
    const tab = await openTab(url);
    await be(tab, 'Alice');
    await tab.getByRole('textbox', { name: 'Message', exact: true }).focus();
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await tab.keyboard.press(key);
    };
    await tab.keyboard.type('/form pi');
    await tab.getByRole('option', { name: '/form picks' }).waitFor();
    await press('Enter', 'Enter');
    await tab.getByRole('dialog').waitFor();
    await press('Enter');
    await tab.keyboard.type('bo');
    await press('Enter', 'Escape', 'Tab', 'Enter', 'Enter', 'Tab', 'Enter', 'Enter', 'Tab', 'Tab', 'Enter');
    await lastMessage(tab).getByText('Bob | Red | notices | 0').waitFor();
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
    await tab.keyboard.type('/form ch');
    await tab.getByRole('option', { name: '/form choices' }).waitFor();
    await press('Enter', 'Enter');
    await tab.getByRole('dialog').waitFor();
    await press('ArrowDown', 'Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Space', 'Tab', 'Enter');
    await lastMessage(tab).getByText('green | red | true').waitFor();
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
    await tab.keyboard.type('/form wo');
    await tab.getByRole('option', { name: '/form words' }).waitFor();
    await press('Enter', 'Enter');
    await tab.getByRole('dialog').waitFor();
    await press('Escape');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('every select, buttons, and the menus of messages and people', async () => {
    const { url, bench, bob, alice, red } = await openShowcase();
    await bob.says(bench, 'Seventeen letters');
    const tab = await openTab(url);
    await be(tab, 'Alice');
    await lastMessage(tab).hover();
    await lastMessage(tab).getByRole('button', { name: 'More' }).click();
    await tab.getByRole('menuitem', { name: 'Count the letters' }).click();
    await lastMessage(tab).getByText('17 letters').waitFor();
    await lastMessage(tab).getByRole('button', { name: 'Dismiss message' }).click();
    await tab.getByRole('complementary', { name: 'Members' }).getByRole('button', { name: 'Bob' }).click();
    await tab.getByRole('menuitem', { name: 'Greet' }).click();
    await lastMessage(tab).getByText('Hello Bob').waitFor();

    await runCommand(tab, 'show selects');
    await lastMessage(tab).getByText('Choose', { exact: true }).waitFor();
    const picked: [list: RegExp, names: string[], said: string][] = [
      [/^Make a selection/, ['Red', 'Blue'], 'colours: red, blue'],
      [/^Select a member$/, ['Alice'], `people: ${alice.id}`],
      [/^Select a role/, ['Red'], `roles: ${red.id}`],
      [/^Select a member or role/, ['Bob', 'Red'], `anyone: ${bob.id}, ${red.id}`],
      [/^Select a channel/, ['notices'], 'channels: '],
    ];
    for (const [list, names, said] of picked) {
      await choose(tab, list, ...names);
      await lastMessage(tab).getByText(said).waitFor();
      await lastMessage(tab).getByRole('button', { name: 'Dismiss message' }).click();
      await expect.poll(() => tab.getByText('Only you can see this').count()).toBe(0);
    }

    await runCommand(tab, 'show components');
    const shown = lastMessage(tab);
    await shown.getByRole('heading', { name: 'Everything' }).waitFor();
    expect(await shown.getByRole('button', { name: 'fourth' }).isDisabled()).toBe(true);
    await shown.getByRole('button', { name: 'beside' }).click();
    await lastMessage(tab).getByText('Pressed beside').waitFor();
    await lastMessage(tab)
      .getByRole('button', { name: /^In reply to .*Everything/ })
      .waitFor();
    await runCommand(tab, 'show later');
    await lastMessage(tab).getByText('Here it is').waitFor();
    expect(await tab.locator('.thinking').count()).toBe(0);
  });

  test('embeds, components, galleries and files are drawn, pictures with their alt text', async () => {
    const { url, bench, alice, leaf } = await openShowcase();
    const old = new Date(Date.now() - 3_600_000).getTime() / 1000;
    await alice.says(bench, `<:leaf:${leaf.id}> <:gone:1> <t:${Math.round(old)}:R> <t:1700000000:D>`);
    const tab = await openTab(url);
    await be(tab, 'Alice');
    const last = lastMessage(tab);
    expect(await last.getByRole('img', { name: ':leaf:' }).evaluate(isLoaded)).toBe(true);
    expect(await last.getByRole('img', { name: ':gone:' }).getAttribute('data-letters')).toBe('go');
    expect(await last.locator('time.timestamp').allTextContents()).toEqual([
      '1 hour ago',
      'November 14, 2023',
    ]);

    await runCommand(tab, 'show embed');
    await last.getByText('The gardener').waitFor();
    await last.getByRole('link', { name: 'What grows' }).waitFor();
    const tops = await last
      .locator('.embed-field-name')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().y));
    expect(tops[0]).toBe(tops[1]);
    expect(tops[2]).toBeGreaterThan(tops[1] ?? 0);
    expect(await last.locator('.embed-image img').evaluate(isLoaded)).toBe(true);

    await runCommand(tab, 'show components');
    await last.getByRole('separator').first().waitFor({ state: 'attached' });
    await last.getByRole('link', { name: 'notes.txt' }).waitFor();
    await last.getByRole('button', { name: 'Alt text' }).first().click();
    await last.locator('.alt-text').first().waitFor();
    expect(await last.locator('.alt-text').first().textContent()).toBe('A chart of peas');
    await last.getByRole('button', { name: 'Spoiler: show' }).click();
    await last.getByRole('img', { name: 'How it ends' }).waitFor();

    await runCommand(tab, 'show gallery');
    await last.locator('.gallery').nth(7).waitFor({ state: 'attached' });
    expect(await last.locator('.gallery').nth(7).getByRole('img').count()).toBe(10);

    await tab.locator('.composer > input[type=file]').setInputFiles([PICTURE, NOTES]);
    await tab.getByLabel('Alt text of leaf.png').fill('A green leaf');
    await tab.getByRole('button', { name: 'Leave notes.txt out' }).click();
    await tab.getByRole('button', { name: 'Send' }).click();
    await last.getByRole('img', { name: 'A green leaf' }).waitFor();
    await last.hover();
    await last.getByRole('button', { name: 'Reply' }).click();
    await tab.locator('.composer > input[type=file]').setInputFiles(NOTES);
    await tab.getByRole('button', { name: 'Send' }).click();
    await last.getByRole('link', { name: 'notes.txt' }).waitFor();
    await last.getByText('In reply to').waitFor({ state: 'attached' });
  });

  test('a link leads to its message, also far back and in another channel', async () => {
    const { url, bench, guild, bob } = await openShowcase();
    const notices = [...guild.channels.values()].find(({ name }) => name === 'notices');
    if (notices === undefined) throw new Error('There are no notices');
    const first = await bob.says(bench, 'The very first');
    const later = [];
    for (let count = 0; count < 400; count += 1) later.push(await bob.says(bench, `Message ${count}`));
    for (const { id } of [first, ...later.slice(380, 381)]) {
      await bob.says(notices, `See https://discord.com/channels/${guild.id}/${bench.id}/${id}`);
    }
    const tab = await openTab(url);
    await be(tab, 'Alice');
    await goTo(tab, 'notices');
    await tab.getByRole('button', { name: '#bench › message' }).first().click();
    await tab.locator('.found').getByText('The very first').waitFor();
    expect(await tab.locator('.found').isVisible()).toBe(true);
    await goTo(tab, 'notices');
    await tab.getByRole('button', { name: '#bench › message' }).last().click();
    await tab.locator('.found').getByText('Message 380').waitFor();
  });
});

/** Whether a picture is there, not only its frame. */
function isLoaded(element: Element): boolean {
  return element instanceof HTMLImageElement && element.complete && element.naturalWidth > 0;
}
