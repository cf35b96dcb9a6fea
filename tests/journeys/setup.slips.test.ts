// Slips in /setup: what is not a number, not an emoji, not a place, not a channel; each is named, and nothing is saved.
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { fills, opensSetup, openTown } from '../support/administrator.ts';
import { calm } from '../support/town.ts';

describe('slips', () => {
  test('numbers that are none, or too many of them: each named, nothing saved', async () => {
    const town = await openTown();
    const answer = await opensSetup(town.ada, town, 'points');
    await fills(town.ada, answer, 'Answers and thanks', {
      solution: 'ten',
      thanks: '-5',
      upvote: '1000000000000',
      assist: '10^12',
    });
    expect(answer.text).toContain(
      [
        '❌ Not saved.',
        '- **Solution:** `ten` is not a whole number. Write it in digits, for example 25.',
        '- **Thanks:** -5 does not fit: anything from 0 to 1,000 does.',
        '- **Upvote:** 1000000000000 does not fit: anything from 0 to 1,000 does.',
        '- **Assist:** `10^12` is not a whole number. Write it in digits, for example 10.',
      ].join('\n'),
    );
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
  });

  test('an empty form of numbers is the usual ones again; a form left alone changes nothing', async () => {
    const town = await openTown();
    const answer = await opensSetup(town.ada, town, 'limits');
    await fills(town.ada, answer, 'Change the limits', { pairMinutes: '5', windowDays: '7' });
    await fills(town.ada, answer, 'Change the limits', {});
    expect(answer.text).toContain('Nothing to save: it was so already.');
    expect((await town.settings()).limits).toMatchObject({ pairMinutes: 5, windowDays: 7 });
    const empty = { pairMinutes: '', givenPerDay: '', fullPerGiver: '', halfPerGiver: '', windowDays: '' };
    await fills(town.ada, answer, 'Change the limits', empty);
    expect((await town.settings()).limits).toEqual(DEFAULT_SETTINGS.limits);
  });

  test.each([
    ['thanks', 'is not an emoji I know'],
    [':pray:', 'is not an emoji I know'],
    ['<:gone:123456789012345678>', 'belongs to another server'],
    ['🙏 ⭐', 'The same emoji cannot mean both'],
  ])('emoji %s', async (typed, why) => {
    const town = await openTown();
    const answer = await opensSetup(town.ada, town, 'reactions');
    await fills(town.ada, answer, 'Choose the emoji', { thanks: typed });
    expect(answer.text).toContain('❌ Not saved.');
    expect(answer.text).toContain(why);
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
  });

  test('no emoji at all is a choice', async () => {
    const town = await openTown();
    const answer = await opensSetup(town.ada, town, 'reactions');
    await fills(town.ada, answer, 'Choose the emoji', { thanks: '', upvote: '' });
    expect(answer.text).toContain('**Now:** Thanks none · Upvote none');
  });

  test('a time zone that nobody knows, an empty one, a misspelt one, an offset', async () => {
    const town = await openTown();
    const { ada } = town;
    const answer = await opensSetup(ada, town, 'timeZone');
    await fills(ada, answer, 'Another place', { zone: '@everyone `Narnia`' });
    expect(answer.text).toContain('❌ Not saved. I do not know `@everyone Narnia`.');
    await fills(ada, answer, 'Another place', { zone: '' });
    expect(answer.text).toContain('Nothing to save');
    await fills(ada, answer, 'Another place', { zone: 'londn' });
    await ada.clicks(answer, 'Back');
    expect(answer.text).toContain('**Now:** UTC');
    await fills(ada, answer, 'Another place', { zone: 'utc+2' });
    await town.bot.whenIdle();
    expect(answer.text).toContain('**Now:** +02:00');
  });

  test('a category for a channel, a forum for announcements', async () => {
    const town = await openTown();
    const { ada, guild, forum } = town;
    const category = guild.category('Support');
    await calm(town.bot, town);
    const answer = await opensSetup(ada, town, 'channels');
    await ada.picks(answer, [town.help, category], { customId: 'setup:channels:1:everywhere' });
    expect(answer.text).toContain(`❌ Not saved. <#${category.id}> is not a channel I can use here.`);
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'announcements');
    await ada.picks(answer, forum, { customId: 'setup:announce:1' });
    expect(answer.text).toContain(`❌ Not saved. <#${forum.id}> is not a channel I can use here.`);
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
  });

  test('names of tiers', async () => {
    const town = await openTown();
    const { ada } = town;
    const answer = await opensSetup(ada, town, 'tiers');
    await ada.picks(answer, 'guide');
    for (const [name, why] of [
      ['@everyone', 'needs letters or digits, and no @'],
      ['🌟', 'needs letters or digits'],
      ['expert', 'Another tier already has that name'],
    ] as const) {
      await fills(ada, answer, 'Rename', { name });
      expect(answer.text).toContain('❌ Not saved.');
      expect(answer.text).toContain(why);
    }
    await fills(ada, answer, 'Rename', { name: '  Grand   Guide ' });
    expect(answer.text).toMatch(/^## Grand Guide\n/);
    await fills(ada, answer, 'Rename', { name: '' });
    expect(answer.text).toMatch(/^## Guide\n/);
  });
});
