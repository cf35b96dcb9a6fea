// Badges as people meet them: earned by thanks and told of, made by form, given, taken and tried out; and who may not.
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { facts } from '../../src/core/schema.ts';
import { badgesHeld } from '../../src/core/standing-tables.ts';
import { announceNew } from '../../src/features/badges/announcing.ts';
import { badgesFeature } from '../../src/features/badges/discord.ts';
import { recountEverywhere } from '../../src/features/badges/recounting.ts';
import { membersFeature } from '../../src/features/members/discord.ts';
import { startTestBot } from '../support/bot.ts';
import { runJobsTwice } from '../support/jobs.ts';
import { calm, startTown } from '../support/town.ts';

async function open() {
  const town = await startTown();
  const started = await startTestBot(town.discord);
  const { guild, news } = town;
  const founder = guild.role('Founder', {
    permissions: PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageRoles,
  });
  const ada = guild.person('Ada', { roles: [founder] });
  const { ctx } = started.bot;
  const tellOfBadges = () =>
    ctx.db.write((tx) =>
      ctx.settings.change(tx, guild.id, 0, (now) => ({
        ...now,
        announcementChannelId: news.id,
        badges: { announce: true },
      })),
    );
  return { ...town, ...started, ada, tellOfBadges };
}

test('thanks earn a badge; profile and /badges show it; it is told of quietly, several in one message', async () => {
  const town = await open();
  const { alice, bob, help, news, bot, discord, tellOfBadges } = town;
  await tellOfBadges();
  const answer = await bob.says(help, 'Set PORT to 8080.');
  await alice.replies(answer, 'That was it, thank you so much');
  await calm(bot, town);
  const own = await bob.runs('/badges show', {}, { in: help });
  expect(own.ephemeral).toBe(true);
  expect(own.text).toMatch(
    /First Leaf[\s\S]*Next[\s\S]*Good Neighbour[\s\S]*1 of 10 · 9 more people to help/,
  );
  const seen = await alice.runs('/badges show', { member: bob }, { in: help });
  expect(seen.text).toContain('First Leaf');
  expect(seen.text).not.toContain('Next');
  expect((await bob.runs('/profile', {}, { in: help })).text).toContain('🌿 First Leaf');

  expect(news.messages.size).toBe(0);
  await announceNew(bot.ctx);
  await bot.whenIdle();
  await announceNew(bot.ctx);
  await bot.whenIdle();
  const [told, ...others] = [...news.messages.values()];
  expect(others).toEqual([]);
  expect(JSON.stringify(told)).toMatch(/First Leaf[^"]*<@\d+>[\s\S]*Says Thanks/);
  expect(told?.mentions ?? []).toEqual([]);

  // Nobody is told of it again, nor of what a recount finds.
  discord.advance(86_400_000);
  await recountEverywhere(bot.ctx);
  await announceNew(bot.ctx);
  await bot.whenIdle();
  expect(news.messages.size).toBe(1);
});

test('a badge of one’s own: made by form, given by a chosen role, seen, taken, and removed', async () => {
  const town = await open();
  const { guild, mona, alice, bob, carl, help, bot } = town;
  const judges = guild.role('Judges');
  guild.give(alice, judges);
  await calm(bot, town);
  const form = await mona.runs('/badges create', {}, { in: help });
  const made = await mona.submits(form, {
    name: 'Kind Fox',
    emoji: '🦊',
    about: 'For patience',
    roles: [judges],
  });
  expect(made.text).toMatch(/🦊 \*\*Kind Fox\*\* is there[\s\S]*Moderators and <@&\d+> may give it/);
  const again = await mona.submits(await mona.runs('/badges create', {}, { in: help }), {
    name: 'kind  FOX!',
    emoji: '🐺',
  });
  expect(again.text).toContain('There is a badge called “kind FOX!” already');
  const strange = await mona.submits(await mona.runs('/badges create', {}, { in: help }), {
    name: 'Strange',
    emoji: '<:gone:123456789012345678>',
  });
  expect(strange.text).toContain('That emoji is not in this server');

  const words = { badge: 'Kind Fox', reason: 'so patient' };
  expect((await carl.runs('/badges grant', { member: bob, ...words }, { in: help })).text).toContain(
    'You may not give this badge',
  );
  expect((await alice.runs('/badges grant', { member: alice, ...words }, { in: help })).text).toContain(
    'Nobody decides about awards to themselves',
  );
  const given = await alice.runs('/badges grant', { member: bob, ...words }, { in: help });
  expect(given.text).toMatch(/Kind Fox\*\* for[\s\S]*so patient[\s\S]*9 more awards today/);
  expect((await mona.runs('/award badge', { member: bob, ...words }, { in: help })).text).toContain(
    'They hold this badge already',
  );
  expect((await bob.runs('/badges show', {}, { in: help })).text).toMatch(/Kind Fox[\s\S]*so patient/);
  expect(
    (await mona.runs('/badges grant', { member: bob, badge: 'legend', reason: 'x' }, { in: help })).text,
  ).toContain('This badge is earned');

  const taken = await mona.runs(
    '/badges revoke',
    { member: bob, badge: 'Kind Fox', reason: 'it was Carl' },
    { in: help },
  );
  expect(taken.text).toContain('is taken from');
  expect((await bob.runs('/badges show', {}, { in: help })).text).not.toContain('Kind Fox');
  await mona.runs('/award badge', { member: carl, ...words }, { in: help });
  expect((await mona.runs('/badges remove', { badge: 'Kind Fox' }, { in: help })).text).toContain(
    'is removed',
  );
  expect((await carl.runs('/badges show', {}, { in: help })).text).not.toContain('Kind Fox');
  expect((await mona.runs('/badges remove', { badge: 'Kind Fox' }, { in: help })).text).toContain(
    'There is no such badge here',
  );
  const audit = await mona.runs('/audit', {}, { in: help });
  expect(audit.text).toMatch(
    /removed a badge[\s\S]*gave a badge[\s\S]*took a badge[\s\S]*gave a badge[\s\S]*made a badge/,
  );
  // Each says which, though it is removed by now.
  expect(audit.text.match(/ badge · .+\n-# Kind Fox$/gm)).toHaveLength(5);
});

test('administrators see who would gain or lose a badge; nothing is changed', async () => {
  const town = await open();
  const { ada, alice, bob, help, bot } = town;
  const answer = await bob.says(help, 'Set PORT to 8080.');
  await alice.replies(answer, 'thank you so much');
  await calm(bot, town);
  const asItIs = await ada.runs('/badges preview', { badge: 'neighbour' }, { in: help });
  expect(asItIs.text).toMatch(/Good Neighbour[\s\S]*Nobody would gain it[\s\S]*Nobody would lose it/);
  const lower = await ada.runs('/badges preview', { badge: 'neighbour', at_least: 1 }, { in: help });
  expect(lower.text).toMatch(new RegExp(`1 member would gain it[\\s\\S]*${bob.mention} · 1`));
  expect((await ada.runs('/badges preview', { badge: 'alumni' }, { in: help })).text).toContain(
    'People give this badge',
  );
  expect((await bob.runs('/badges show', {}, { in: help })).text).not.toContain(
    '**Good Neighbour** · Bronze · <t:',
  );
});

test('what a moderator took comes back only by a moderator', async () => {
  const town = await open();
  const { mona, alice, bob, carl, help, bot } = town;
  const answer = await bob.says(help, 'Set PORT to 8080.');
  await alice.replies(answer, 'thank you so much');
  await calm(bot, town);
  await mona.runs('/badges revoke', { member: bob, badge: 'firstThanks', reason: 'arranged' }, { in: help });
  await carl.replies(answer, 'thanks from me too');
  await calm(bot, town);
  expect((await bob.runs('/badges show', {}, { in: help })).text).not.toContain('First Leaf');
  const back = await mona.runs(
    '/badges grant',
    { member: bob, badge: 'firstThanks', reason: 'it was not' },
    { in: help },
  );
  expect(back.text).toContain('can be held');
  expect((await bob.runs('/badges show', {}, { in: help })).text).toContain('First Leaf');
});

test('whoever earned, and then chose to be left out, gets nothing new by night until they choose otherwise', async () => {
  const town = await open();
  const { alice, bob, help, news, bot, discord, tellOfBadges } = town;
  const night = async () => {
    for (const feature of [membersFeature, badgesFeature]) await runJobsTwice(bot.ctx, feature);
    await calm(bot, town);
    return bot.ctx.db.read((db) => db.select().from(badgesHeld).where(eq(badgesHeld.memberId, bob.id)).all());
  };
  await tellOfBadges();
  await alice.replies(await bob.says(help, 'Set PORT to 8080.'), 'That was it, thank you so much');
  await calm(bot, town);
  const earned = await night();
  expect(earned.map(({ badge }) => badge)).toEqual(['firstThanks']);
  expect(news.messages.size).toBe(1);

  await bob.picks(await bob.runs('/privacy', {}, { in: help }), 'leftOut');
  // To be shown what was kept before is another choice.
  await bob.runs('/privacy', { board: 'on' }, { in: help });
  discord.advance(366 * 86_400_000);
  expect(await night()).toEqual(earned);
  expect(news.messages.size).toBe(1);

  await bob.picks(await bob.runs('/privacy', {}, { in: help }), 'noticed');
  expect((await night()).map(({ badge }) => badge).sort()).toEqual(['firstThanks', 'yearHere']);
  expect(JSON.stringify([...news.messages.values()].at(-1))).toMatch(/A Year Here[^"]*<@\d+>/);
});

test('what was earned just before they chose to be left out is not told of', async () => {
  const town = await open();
  const { alice, bob, help, news, bot, tellOfBadges } = town;
  await tellOfBadges();
  await alice.replies(await bob.says(help, 'Set PORT to 8080.'), 'That was it, thank you so much');
  await calm(bot, town);
  await bob.picks(await bob.runs('/privacy', {}, { in: help }), 'leftOut');
  await bob.runs('/privacy', { board: 'on' }, { in: help });
  await announceNew(bot.ctx);
  await bot.whenIdle();
  const told = JSON.stringify([...news.messages.values()]);
  expect(told).toContain('Says Thanks');
  expect(told).not.toContain('First Leaf');
});

test.each([
  ['and it is told of', true],
  ['and it is no news while the badges of this version are counted for the first time', false],
])('whoever looks has at once what they earned, %s', async (_what, isCounted) => {
  const town = await open();
  const { alice, bob, help, news, bot, tellOfBadges } = town;
  const { ctx } = bot;
  await tellOfBadges();
  await alice.replies(await bob.says(help, 'Set PORT to 8080.'), 'That was it, thank you so much');
  await calm(bot, town);
  // As after an import, which nobody follows badge by badge.
  await ctx.db.write(async (tx) => {
    tx.delete(badgesHeld).run();
    if (!isCounted) tx.delete(facts).where(eq(facts.name, 'badges:catalogue')).run();
  });
  expect((await bob.runs('/badges show', {}, { in: help })).text).toContain('First Leaf');
  await announceNew(ctx);
  await bot.whenIdle();
  expect(news.messages.size).toBe(isCounted ? 1 : 0);
});
