// Members and roles: what the order of roles and the permissions allow, and what the audit log keeps.
import { AuditLogEvent, PermissionFlagsBits as Bits, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { BOT_RIGHTS, collect, connectedCommunity, eventually, next, refusal } from './stage.ts';

async function roleScene(rights = BOT_RIGHTS) {
  const scene = await connectedCommunity({ rights });
  const { client, guild, alice } = scene;
  const helper = guild.role('Helper');
  const staff = guild.role('Staff', { permissions: Bits.BanMembers });
  guild.moveRole(staff, scene.botRole.position + 1);
  const give = (roleId: string, memberId = alice.id) =>
    client.rest.put(Routes.guildMemberRole(guild.id, memberId, roleId));
  const take = (roleId: string, memberId = alice.id) =>
    client.rest.delete(Routes.guildMemberRole(guild.id, memberId, roleId));
  const seen = await client.guilds.fetch(guild.id);
  return { ...scene, helper, staff, give, take, seen };
}

describe('giving roles', () => {
  it('works below the own role, tells so, and is in the audit log with its reason', async () => {
    const { client, seen, alice, helper } = await roleScene();
    const changed = next(client, 'guildMemberUpdate');
    const member = await seen.members.fetch(alice.id);
    await member.roles.add(helper.id, 'Reached 50 points — ünïcödé');
    expect(await changed).toMatchObject([expect.anything(), { id: alice.id }]);
    expect((await seen.members.fetch({ user: alice.id, force: true })).roles.cache.has(helper.id)).toBe(true);
    await member.roles.remove(helper.id);
    expect((await seen.members.fetch({ user: alice.id, force: true })).roles.cache.has(helper.id)).toBe(
      false,
    );
  });

  it('is in the audit log for those who may read it', async () => {
    const { seen, alice, helper, client } = await roleScene(BOT_RIGHTS | Bits.ViewAuditLog);
    await (await seen.members.fetch(alice.id)).roles.add(helper.id, 'Reached 50 points');
    const log = await seen.fetchAuditLogs({ type: AuditLogEvent.MemberRoleUpdate });
    expect(log.entries.first()).toMatchObject({
      executorId: client.user.id,
      targetId: alice.id,
      reason: 'Reached 50 points',
    });
    const { seen: other } = await roleScene();
    expect(await refusal(other.fetchAuditLogs())).toEqual({ status: 403, code: 50013 });
  });

  it('twice changes nothing and is no error', async () => {
    const { give, take, helper } = await roleScene();
    await give(helper.id);
    await give(helper.id);
    await take(helper.id);
    await take(helper.id);
  });

  it('is refused above the own role, for managed roles, and for what does not exist', async () => {
    const { give, take, guild, staff, helper, botRole, bob } = await roleScene();
    expect(await refusal(give(staff.id))).toEqual({ status: 403, code: 50013 });
    expect(await refusal(take(staff.id))).toEqual({ status: 403, code: 50013 });
    expect(await refusal(give(botRole.id))).toMatchObject({ status: expect.any(Number) });
    const booster = guild.role('Booster', { managed: true });
    expect(await refusal(give(booster.id))).toEqual({ status: 400, code: 50028 });
    expect(await refusal(give(guild.id))).toEqual({ status: 404, code: 10011 });
    expect(await refusal(give('1'))).toEqual({ status: 404, code: 10011 });
    expect(await refusal(give(helper.id, '1'))).toEqual({ status: 404, code: 10013 });
    await bob.leaves(guild);
    expect(await refusal(give(helper.id, bob.id))).toEqual({ status: 404, code: 10007 });
  });

  it('is refused without ManageRoles', async () => {
    const { give, helper } = await roleScene(BOT_RIGHTS & ~Bits.ManageRoles);
    expect(await refusal(give(helper.id))).toEqual({ status: 403, code: 50013 });
  });

  it('works on members above the bot: it is the role that counts', async () => {
    const { give, helper, staff, guild } = await roleScene();
    const boss = guild.person('Boss', { roles: [staff] });
    await give(helper.id, boss.id);
  });
});

describe('roles', () => {
  it('are created just above @everyone, edited and deleted', async () => {
    const { seen, client } = await roleScene();
    const created = collect(client, 'roleCreate');
    const role = await seen.roles.create({
      name: 'Guide',
      permissions: [],
      colors: { primaryColor: 0x00ff00 },
    });
    await eventually(() => created.some(({ id, name }) => id === role.id && name === 'Guide'));
    expect(role.position).toBe(1);
    const updated = next(client, 'roleUpdate');
    await role.setName('Mentor');
    expect(await updated).toMatchObject([{ name: 'Guide' }, { name: 'Mentor' }]);
    const deleted = next(client, 'roleDelete');
    await role.delete();
    expect(await deleted).toMatchObject([{ id: role.id }]);
  });

  it('cannot carry permissions that the bot lacks', async () => {
    const { client, guild, helper } = await roleScene();
    const body = { name: 'Boss', permissions: String(Bits.BanMembers) };
    expect(await refusal(client.rest.post(Routes.guildRoles(guild.id), { body }))).toEqual({
      status: 403,
      code: 50013,
    });
    expect(await refusal(client.rest.patch(Routes.guildRole(guild.id, helper.id), { body }))).toEqual({
      status: 403,
      code: 50013,
    });
  });

  it('above the bot cannot be edited or deleted, managed ones not deleted', async () => {
    const { client, guild, staff } = await roleScene();
    const booster = guild.role('Booster', { managed: true });
    expect(
      await refusal(client.rest.patch(Routes.guildRole(guild.id, staff.id), { body: { name: 'x' } })),
    ).toEqual({ status: 403, code: 50013 });
    expect(await refusal(client.rest.delete(Routes.guildRole(guild.id, staff.id)))).toEqual({
      status: 403,
      code: 50013,
    });
    expect(await refusal(client.rest.delete(Routes.guildRole(guild.id, booster.id)))).toEqual({
      status: 400,
      code: 50028,
    });
  });

  it('can be moved up to below the own role, no further', async () => {
    const { client, guild, helper, botRole, seen } = await roleScene();
    const move = (position: number) =>
      client.rest.patch(Routes.guildRoles(guild.id), { body: [{ id: helper.id, position }] });
    expect(await refusal(move(botRole.position + 1))).toEqual({ status: 403, code: 50013 });
    guild.role('Newcomer');
    await move(2);
    expect((await seen.roles.fetch(helper.id, { force: true }))?.position).toBe(2);
  });

  it('are at most 250', async () => {
    const { client, guild } = await roleScene();
    while (guild.roles.size < 250) guild.role(`Role ${guild.roles.size}`);
    expect(await refusal(client.rest.post(Routes.guildRoles(guild.id), { body: { name: 'x' } }))).toEqual({
      status: 400,
      code: 30005,
    });
  });
});

describe('members', () => {
  it('are fetched one by one, listed in pages and searched', async () => {
    const { client, discord, guild, seen, alice } = await roleScene();
    expect(await refusal(seen.members.fetch('1'))).toEqual({ status: 404, code: 10013 });
    expect(await refusal(seen.members.fetch(discord.person('Stranger').id))).toEqual({
      status: 404,
      code: 10007,
    });
    expect((await seen.members.fetch(alice.id)).joinedTimestamp).toBeGreaterThan(0);
    for (let index = 0; index < 5; index += 1) guild.person(`Zed ${index}`);
    const page = await seen.members.list({ limit: 3 });
    expect(page.size).toBe(3);
    const after = await seen.members.list({ limit: 1000, after: page.lastKey() ?? '' });
    expect(page.size + after.size).toBe(guild.members.size);
    const found = await seen.members.search({ query: 'zed', limit: 10 });
    expect(found.size).toBe(5);
    expect(client.users.cache.size).toBeGreaterThan(0);
  });

  it('are renamed, timed out and kicked only with the right, and only below', async () => {
    const rights = BOT_RIGHTS | Bits.ManageNicknames | Bits.ModerateMembers | Bits.KickMembers;
    const { seen, alice, guild, staff } = await roleScene(rights);
    const member = await seen.members.fetch(alice.id);
    await member.setNickname('Alice the Great');
    expect(alice.in(guild).nick).toBe('Alice the Great');
    await member.timeout(60_000, 'Calm down');
    await expect(alice.says(guild.textChannel('other'), 'x')).rejects.toThrow();
    await member.kick();
    expect(guild.members.has(alice.id)).toBe(false);
    const boss = guild.person('Boss', { roles: [staff] });
    const above = await seen.members.fetch(boss.id);
    expect(await refusal(above.setNickname('x'))).toEqual({ status: 403, code: 50013 });
    expect(await refusal(above.kick())).toEqual({ status: 403, code: 50013 });
    const owner = await seen.members.fetch(guild.owner.id);
    expect(await refusal(owner.setNickname('x'))).toEqual({ status: 403, code: 50013 });
  });

  it('cannot be renamed without the right', async () => {
    const { client, guild, alice } = await roleScene();
    expect(
      await refusal(client.rest.patch(Routes.guildMember(guild.id, alice.id), { body: { nick: 'x' } })),
    ).toEqual({ status: 403, code: 50013 });
  });
});

describe('a guild the bot is not in', () => {
  it('is unknown or closed to it', async () => {
    const { client, discord } = await roleScene();
    const other = discord.guild('Elsewhere');
    const channel = other.textChannel('private');
    expect(await refusal(client.rest.get(Routes.guild(other.id)))).toMatchObject({
      status: 404,
      code: 10004,
    });
    expect(await refusal(client.rest.get(Routes.channel(channel.id)))).toEqual({ status: 403, code: 50001 });
    expect(await refusal(client.rest.get(Routes.guild('1')))).toEqual({ status: 404, code: 10004 });
  });
});
