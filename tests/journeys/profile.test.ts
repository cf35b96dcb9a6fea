// Profiles as people see them: one's own, another's, why each point came or went, and sharing.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../playground/discord/people.ts';
import { recountDifferences, startTestBot } from '../support/bot.ts';
import { credit } from '../support/recognitions.ts';
import { calm, startTown } from '../support/town.ts';

async function open() {
  const town = await startTown();
  const { bot, databasePath } = await startTestBot(town.discord);
  const { guild, help } = town;
  return {
    ...town,
    bot,
    databasePath,
    credit: (from: Person, to: Person, over: Partial<Parameters<typeof credit>[1]> = {}) =>
      credit(bot.ctx, { from: from.id, to: to.id, guildId: guild.id, channelId: help.id, ...over }),
    profile: (person: Person, of?: Person) => person.runs('/profile', of ? { member: of } : {}, { in: help }),
    calm: async () => {
      await calm(bot, town);
      expect(await recountDifferences(bot)).toEqual([]);
    },
  };
}

type Town = Awaited<ReturnType<typeof open>>;
const link = (message: { guildId?: string | undefined; channelId: string; id: string }) =>
  `https://discord.com/channels/${message.guildId}/${message.channelId}/${message.id}`;

async function aliceThanksBob(town: Town) {
  const answer = await town.bob.replies(
    await town.alice.says(town.help, 'How do I start it?'),
    'With npm start.',
  );
  const thanks = await town.alice.replies(answer, 'thank you so much');
  await town.calm();
  return { answer, thanks };
}

describe('one’s own', () => {
  test('is private, says where every point came from, and links there', async () => {
    const town = await open();
    const { thanks } = await aliceThanksBob(town);
    const own = await town.profile(town.bob);
    expect(own.ephemeral).toBe(true);
    expect(own.text).toContain('## Your profile');
    expect(own.text).toContain('**All time** · 10 points · place 1 · all of it this week');
    expect(own.text).not.toMatch(/\*\*This (?:week|month|quarter|year)\*\*/);
    expect(own.text).toContain('-# 1 person helped · 1 active day');
    expect(own.text).toContain(`**+10** Thanks from ${town.alice.mention}\n-# <t:`);
    expect(own.text).toContain(link(thanks));
    expect(own.text).not.toMatch(/\{\{|undefined|null/);
  });

  test('says what was taken back and why, and one’s thanks that did not count', async () => {
    const town = await open();
    const { answer, thanks } = await aliceThanksBob(town);
    await town.bob.replies(thanks, 'thank YOU for asking');
    await town.carl.reacts(answer, '🙏');
    await town.carl.unreacts(answer, '🙏');
    await town.alice.edits(thanks, 'hm, wait');
    await town.calm();
    const own = await town.profile(town.bob);
    expect(own.text).toContain('Nothing yet. When somebody thanks you');
    const taken = await town.bob.clicks(own, 'Taken back');
    expect(taken.kind).toBe('update');
    expect(taken.text).toMatch(
      /~~\+10~~ Thanks from <@\d+>\n-# Taken back <t:\d+:R> · \[message\]\(.*\)\n-# The thanks were edited out/,
    );
    expect(taken.text).toContain('The reaction was removed.');
    const uncounted = await town.bob.clicks(taken, 'Not counted');
    expect(uncounted.text).toContain(`Thanks to ${town.alice.mention}`);
    expect(uncounted.text).toContain('You two had thanked each other shortly before.');
    expect((await town.bob.clicks(uncounted, 'Overview')).text).toContain('## Your profile');
  });

  test('with a long history turns its pages, after a restart too', async () => {
    const town = await open();
    for (let i = 0; i < 14; i++) await town.credit(town.alice, town.bob, { points: i + 1 });
    const own = await town.profile(town.bob);
    const first = await town.bob.clicks(own, 'Why these points');
    expect(first.text).toContain('Page 1 of 3');
    await town.bot.stop();
    await startTestBot(town.discord, { databasePath: town.databasePath });
    const second = await town.bob.clicks(first, 'Older');
    expect(second.text).toContain('Page 2 of 3');
    const third = await town.bob.clicks(second, 'Older');
    expect(third.text.match(/\*\*\+\d+\*\*/g)).toEqual(['**+2**', '**+1**']);
    await expect(town.bob.clicks(third, 'Older')).rejects.toThrow();
    expect((await town.bob.clicks(third, 'Newer')).text).toContain('Page 2 of 3');
  });

  test('of one who only just came has nothing in it and nothing to share', async () => {
    const town = await open();
    const own = await town.profile(town.carl);
    expect(own.text).toContain('No tier yet');
    expect(own.text).toContain('Nothing yet. When somebody thanks you, it shows here, with a link.');
    await expect(town.carl.clicks(own, 'Share')).rejects.toThrow();
  });
});

describe('another’s', () => {
  test('by command and by menu, private to who asked, without what is the member’s own', async () => {
    const town = await open();
    const { thanks } = await aliceThanksBob(town);
    await town.credit(town.carl, town.bob);
    await town.alice.edits(thanks, 'hm');
    await town.calm();
    for (const seen of [
      await town.profile(town.alice, town.bob),
      await town.alice.uses('Profile', town.bob, { in: town.help }),
    ]) {
      expect(seen.ephemeral).toBe(true);
      expect(seen.text).toContain(`## ${town.bob.mention}`);
      expect(seen.text).toContain(`Thanks from ${town.carl.mention}`);
      expect(seen.text).not.toMatch(/taken back|No tier/i);
      await expect(town.alice.clicks(seen, 'Share')).rejects.toThrow();
      await expect(town.alice.clicks(seen, 'Taken back')).rejects.toThrow();
    }
  });

  test('one’s own by menu or by name is one’s own', async () => {
    const town = await open();
    expect((await town.profile(town.bob, town.bob)).text).toContain('## Your profile');
    expect((await town.bob.uses('Profile', town.bob, { in: town.help })).text).toContain('## Your profile');
  });

  test('keeps to itself who thanked whom where the reader may not look', async () => {
    const town = await open();
    const secret = town.guild.textChannel('staff', {
      overwrites: [
        { for: town.guild.everyone, deny: Bits.ViewChannel },
        { for: town.moderator, allow: Bits.ViewChannel },
        { for: town.botRole, allow: Bits.ViewChannel },
      ],
    });
    await town.credit(town.mona, town.bob, { channelId: secret.id, reason: 'The incident' });
    const seen = await town.profile(town.alice, town.bob);
    expect(seen.text).toContain('10 points');
    expect(seen.text).toContain('In a channel that you cannot open.');
    expect(seen.text).not.toContain(town.mona.mention);
    expect(seen.text).not.toContain('incident');
    expect(seen.text).not.toContain(secret.id);
    expect((await town.profile(town.mona, town.bob)).text).toContain('The incident');
    expect((await town.profile(town.bob)).text).toContain('The incident');
  });

  test('an archived thread can still be looked into, a deleted channel cannot', async () => {
    const town = await open();
    const thread = await town.alice.posts(town.forum, 'It does not start', 'Why?', ['bug']);
    await town.credit(town.carl, town.bob, { channelId: thread.id });
    await town.mona.archives(thread).catch(() => town.alice.archives(thread));
    await town.credit(town.carl, town.bob, { channelId: '4000' });
    await town.bot.stop();
    await startTestBot(town.discord, { databasePath: town.databasePath });
    const seen = await town.profile(town.alice, town.bob);
    expect(seen.text.match(/In a channel that you cannot open/g)).toHaveLength(1);
    expect(seen.text).toContain(`/${thread.id}/`);
  });

  test('of a bot, of one who left, of one never here: each has its word', async () => {
    const town = await open();
    const robot = town.guild.person('Robot', { bot: true });
    const stranger = town.discord.person('Stranger');
    await town.credit(town.alice, town.bob);
    const seen = await town.profile(town.alice, town.bob);
    await town.bob.leaves(town.guild);
    await town.calm();
    expect((await town.profile(town.alice, robot)).text).toBe(
      'Bots have no profile. They help without being thanked.',
    );
    expect((await town.profile(town.alice, town.bob)).text).toBe('That person is no longer in this server.');
    expect((await town.profile(town.alice, stranger)).text).toBe('That person is not in this server.');
    expect((await town.profile(town.alice, town.carl)).text).toContain(
      `Nobody has thanked ${town.carl.mention} here yet.`,
    );
    expect(seen.text).toContain('10 points');
  });
});

describe('sharing', () => {
  test('posts the public part where it was pressed, once, pinging nobody', async () => {
    const town = await open();
    const { answer } = await aliceThanksBob(town);
    await town.carl.reacts(answer, '🙏');
    await town.carl.unreacts(answer, '🙏');
    await town.calm();
    const own = await town.profile(town.bob);
    const shared = await town.bob.clicks(own, 'Share');
    expect([shared.kind, shared.ephemeral]).toEqual(['update', true]);
    await expect(town.bob.clicks(shared, 'Shared')).rejects.toThrow();
    const card = town.alice.sees(town.help).at(-1);
    expect(card?.text).toContain(`## ${town.bob.mention}`);
    expect(card?.text).toContain('**All time** · 10 points · place 1');
    expect(card?.text).not.toMatch(/Taken back|Thanks from|Your profile/);
    expect(card?.buttons).toEqual([]);
    expect(town.bob.pings.filter(({ author }) => author.id === town.discord.bot.user.id)).toEqual([]);
  });

  test('where the bot may not write is answered with what to do', async () => {
    const town = await open();
    await town.credit(town.alice, town.bob);
    town.guild.overwrite(town.help, [{ for: town.botRole, deny: Bits.SendMessages }]);
    const own = await town.profile(town.bob);
    const before = town.alice.sees(town.help).length;
    await town.bob.clicks(own, 'Share');
    expect(town.bob.sees(town.help).at(-1)).toMatchObject({
      ephemeral: true,
      text: 'I may not write in this channel. Whoever runs this server can give me View Channel and Send Messages here.',
    });
    expect(own.text).toContain('## Your profile');
    expect(town.alice.sees(town.help)).toHaveLength(before);
  });

  test('where the member may not write, the bot does not do it for them', async () => {
    const town = await open();
    await town.credit(town.alice, town.bob);
    town.guild.overwrite(town.help, [{ for: town.guild.everyone, deny: Bits.SendMessages }]);
    await town.bob.clicks(await town.profile(town.bob), 'Share');
    expect(town.bob.sees(town.help).at(-1)?.text).toBe(
      'You may not write in this channel, so I do not share your profile here.',
    );
    expect(town.alice.sees(town.help)).toEqual([]);
  });

  test('when Discord is out of order asks to press again, and pressing again works', async () => {
    const town = await open();
    await town.credit(town.alice, town.bob);
    const trouble = town.discord.weather.fail({
      method: 'POST',
      route: '/channels/:id/messages',
      status: 500,
    });
    const own = await town.profile(town.bob);
    await town.bob.clicks(own, 'Share');
    await town.calm();
    expect(town.bob.sees(town.help).at(-1)?.text).toBe(
      'Discord is slow just now. Press Share again in a minute.',
    );
    trouble.end();
    await town.bob.clicks(own, 'Share');
    expect(town.alice.sees(town.help).at(-1)?.text).toContain(town.bob.mention);
  });
});

test('a tier that was given shows, with the reason for the member alone', async () => {
  const town = await open();
  const helper = town.guild.role('Helper');
  town.guild.moveRole(town.botRole, helper.position + 5);
  await town.bot.ctx.db.write((tx) =>
    town.bot.ctx.settings.change(tx, town.guild.id, 0, (settings) => ({
      ...settings,
      tiers: settings.tiers.map((tier) => (tier.key === 'helper' ? { ...tier, roleId: helper.id } : tier)),
    })),
  );
  await town.guild.owner.runs(
    '/promote',
    { member: town.bob, reason: 'Calm with newcomers' },
    { in: town.help },
  );
  await town.calm();
  const own = await town.profile(town.bob);
  expect(own.text).toContain('Tier: **Helper** · <t:');
  expect(own.text).toContain(`${town.guild.owner.mention}: “Calm with newcomers”`);
  const seen = await town.profile(town.alice, town.bob);
  expect(seen.text).toContain('Tier: **Helper**');
  expect(seen.text).not.toContain('Calm with newcomers');
});
