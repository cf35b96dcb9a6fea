// The settings of Ambassadors, as an administrator chooses them, and what is refused.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { opensSetup, openTown } from '../support/administrator.ts';

test('an administrator chooses where and how Ambassadors are reviewed, and what they may', async () => {
  const town = await openTown();
  const { ada, guild } = town;
  const staff = guild.textChannel('staff');
  const alumni = guild.role('Alumni');
  const answer = await opensSetup(ada, town, 'ambassadors');
  expect(answer.text).toContain('No channel for reviews · 3 votes to decide · open for 3 days at least');
  await ada.picks(answer, staff, { customId: 'setup:reviews:1' });
  expect(answer.text).toContain(`Members can see <#${staff.id}>`);
  guild.overwrite(staff, [
    { for: guild.everyone, deny: Bits.ViewChannel },
    { for: town.botRole, allow: Bits.ViewChannel },
  ]);
  await ada.picks(answer, '2', { customId: 'setup:quorum:1' });
  expect(answer.text).not.toContain('Members can see');
  await ada.picks(answer, '1', { customId: 'setup:minDays:1' });
  await ada.picks(answer, '12', { customId: 'setup:termMonths:1' });
  await ada.picks(answer, alumni, { customId: 'setup:alumni:1' });
  await ada.picks(answer, 'mayMark', { customId: 'setup:handed:1' });
  expect(answer.text).toContain('2 votes to decide · open for 1 day at least · a term of 12 months');
  expect((await town.settings()).ambassadors).toEqual({
    quorum: 2,
    minDays: 1,
    termMonths: 12,
    reviewChannelId: staff.id,
    alumniRoleId: alumni.id,
    mayMark: true,
    mayPublish: false,
  });
  await ada.picks(answer, [], { customId: 'setup:handed:1' });
  expect((await town.settings()).ambassadors.mayMark).toBe(false);
});

test('a role with powers, or of a tier, is none for alumni; one that was deleted is shown', async () => {
  const town = await openTown();
  const { ada, guild, bot } = town;
  const bouncer = guild.role('Bouncer', { permissions: Bits.KickMembers });
  const helper = guild.role('Helper');
  const alumni = guild.role('Alumni');
  const { db, settings } = bot.ctx;
  await db.write((tx) =>
    settings.change(tx, guild.id, 0, (all) => ({
      ...all,
      tiers: all.tiers.map((tier) => (tier.key === 'helper' ? { ...tier, roleId: helper.id } : tier)),
    })),
  );
  const answer = await opensSetup(ada, town, 'ambassadors');
  await ada.picks(answer, bouncer, { customId: 'setup:alumni:1' });
  expect(answer.text).toContain('carries');
  await ada.picks(answer, helper, { customId: 'setup:alumni:1' });
  expect(answer.text).toContain('belongs to a tier');
  expect((await town.settings()).ambassadors.alumniRoleId).toBeUndefined();
  await ada.picks(answer, alumni, { customId: 'setup:alumni:1' });
  expect((await town.settings()).ambassadors.alumniRoleId).toBe(alumni.id);
  guild.deleteRole(alumni);
  const again = await opensSetup(ada, town, 'ambassadors');
  expect(again.text).toContain('no longer exists');
});
