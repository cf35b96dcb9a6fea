// Walks docs/permissions.md over sockets: whoever has the rights gets through, nobody else does, and no id of another server is believed.
import { readFileSync } from 'node:fs';
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { customId } from '../../src/core/custom-id.ts';
import { features } from '../../src/features.ts';
import { startTestBot } from '../support/bot.ts';
import { rowsIn, tablesIn } from '../support/filled.ts';
import { forgesCommand, forgesPress, PLAIN, saidIn } from '../support/forging.ts';
import { credit } from '../support/recognitions.ts';
import { calm, startTown } from '../support/town.ts';

const NO_RIGHTS = 'You do not have the rights for that here.';
const RIGHTS: Readonly<Record<string, bigint>> = {
  everyone: 0n,
  'Manage Roles': Bits.ManageRoles,
  'Manage Server': Bits.ManageGuild,
  'Manage Server, Manage Roles': Bits.ManageGuild | Bits.ManageRoles,
};
/** A walk over sockets with hundreds of steps takes its time on a busy machine. */
const PATIENCE_MS = 240_000;
/** So many presses at once are allowed; then a minute has to pass. */
const STEPS_A_MINUTE = 40;

/** From the page: what, and whom it is for. */
function rowsOfPage(): Map<string, string> {
  const page = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8');
  const cells = page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(
    cells.map((row): [string, string] => {
      const isCommand = row.length === 6;
      return [(row[1] ?? '').replaceAll('`', ''), (isCommand ? row[3] : row[2]) ?? ''];
    }),
  );
}

const commands = features.flatMap((feature) => feature.commands ?? []);
const components = features.flatMap(({ name, components: all = [] }) =>
  all.map(({ action, requires }) => ({ name: `${name}:${action}`, feature: name, action, requires })),
);
const labelOf = ({ type, name }: { type: string; name: string }) => (type === 'slash' ? `/${name}` : name);

test('the page names everything that features declare, with the rights that it needs, and nothing else', () => {
  const page = rowsOfPage();
  const declared = new Map([
    ...commands.map((command): [string, bigint] => [labelOf(command), command.requires ?? 0n]),
    ...components.map(({ name, requires }): [string, bigint] => [name, requires ?? 0n]),
  ]);
  // A name that is missing here needs a line in docs/permissions.md.
  expect([...declared.keys()].filter((name) => !page.has(name))).toEqual([]);
  expect([...page.keys()].filter((name) => !declared.has(name))).toEqual([]);
  const wrong = [...declared].filter(([name, bits]) => RIGHTS[page.get(name) ?? ''] !== bits);
  expect(wrong.map(([name]) => name)).toEqual([]);
});

async function open() {
  const town = await startTown();
  const { guild, help } = town;
  const started = await startTestBot(town.discord);
  const post = await started.bot.client.channels.fetch(help.id);
  if (!post?.isSendable()) throw new Error('The bot can write there');
  const sent = await post.send(PLAIN);
  const source = help.messages.get(sent.id);
  if (!source) throw new Error('It is there');
  const admins = guild.role('Admins', { permissions: Bits.ManageGuild | Bits.ManageRoles });
  const setters = guild.role('Setters', { permissions: Bits.ManageGuild });
  return { ...town, ...started, source, admins, setters };
}

test('each line of it, by each kind of person', { timeout: PATIENCE_MS }, async () => {
  const page = rowsOfPage();
  const { bot, discord, guild, help, source, bob, moderator, admins, setters } = await open();
  const [helper, ambassador] = [guild.role('Helper'), guild.role('Ambassador')];
  const [tiered, trusted] = [
    guild.person('Helper', { roles: [helper] }),
    guild.person('Ambassador', { roles: [ambassador] }),
  ];
  const now = discord.world.now();
  await bot.ctx.db.write(async (tx) => {
    await bot.ctx.settings.change(tx, guild.id, now, (settings) => ({
      ...settings,
      tiers: [
        { key: 'helper', roleId: helper.id, byPeopleOnly: false },
        { key: 'ambassador', roleId: ambassador.id, byPeopleOnly: true },
      ],
    }));
    for (const [{ id }, tier, role] of [
      [tiered, 'helper', helper],
      [trusted, 'ambassador', ambassador],
    ] as const)
      tx.run(`insert into promotions (guild_id, member_id, direction, tier, role_id, moderator_id, reason, language, state, created_at, settled_at)
        values ('${guild.id}', '${id}', 'promote', '${tier}', '${role.id}', '${bob.id}', 'well earned', 'en', 'active', ${now}, ${now})`);
    tx.run(`insert into ambassador_terms (guild_id, member_id, state, started_at, ends_at)
      values ('${guild.id}', '${trusted.id}', 'active', ${now}, ${now + 86_400_000})`);
  });
  const people = [
    { person: guild.person('Member'), rights: 0n },
    { person: tiered, rights: 0n },
    { person: trusted, rights: 0n },
    { person: guild.person('Moderator', { roles: [moderator] }), rights: Bits.ManageRoles },
    { person: guild.person('Setter', { roles: [setters] }), rights: Bits.ManageGuild },
    { person: guild.person('Admin', { roles: [admins] }), rights: Bits.ManageGuild | Bits.ManageRoles },
  ];
  const wrong: string[] = [];
  let steps = 0;
  for (const { person, rights } of people) {
    const forger = { discord, user: person.user, channel: help };
    const judge = (name: string, said: string) => {
      const needed = RIGHTS[page.get(name) ?? ''] ?? 0n;
      const mayPass = (rights & needed) === needed;
      if (said.includes(NO_RIGHTS) === mayPass) wrong.push(`${person.name} and ${name}: ${said}`);
      steps += 1;
      if (steps % STEPS_A_MINUTE === 0) discord.advance(60_000);
    };
    for (const command of commands) {
      const given = { text: 'on', number: 1, personId: bob.id, message: source };
      judge(labelOf(command), saidIn(await (await forgesCommand(forger, command, given)).settled()));
    }
    for (const { name, feature, action } of components)
      judge(name, saidIn(await (await forgesPress(forger, source, customId(feature, action))).settled()));
  }
  expect(wrong).toEqual([]);
});

test('a bot is not served, whatever it runs or presses', { timeout: PATIENCE_MS }, async () => {
  const { bot, discord, help, source, bob } = await open();
  const forger = { discord, user: discord.application().user, channel: help };
  const given = { text: 'on', number: 1, personId: bob.id, message: source };
  const asked = Promise.allSettled([
    ...commands.map((command) => forgesCommand(forger, command, given)),
    ...components.map(({ feature, action }) => forgesPress(forger, source, customId(feature, action))),
  ]);
  await bot.whenIdle();
  discord.advance(4_000);
  const served = (await asked).filter(
    (one) => one.status === 'fulfilled' || !String(one.reason).includes('did not respond'),
  );
  expect(served).toEqual([]);
});

test('ids of another server’s rows change nothing and show nothing', { timeout: PATIENCE_MS }, async () => {
  const town = await open();
  const { bot, discord, guild, help, alice, bob, carl, databasePath } = town;
  const at = discord.world.now();
  const about = { guildId: guild.id, channelId: help.id };
  for (let i = 0; i < 3; i++)
    await credit(bot.ctx, { from: alice.id, to: bob.id, reason: 'A secret of Town', ...about });
  const question = '900000000000000001';
  await bot.ctx.db.write(async (tx) => {
    tx.run(`insert into questions (id, guild_id, channel_id, title, asker_id, asked_at, last_activity_at, last_asker_at, state)
      values ('${question}', '${guild.id}', '${help.id}', 'A secret of Town', '${alice.id}', ${at}, ${at}, ${at}, 'answered')`);
    tx.run(`insert into fair_play_cases (id, guild_id, signal, case_key, member_ids, evidence, state, opened_at)
      values (1, '${guild.id}', 'mutual', 'mutual:1', '["${alice.id}"]', '{}', 'open', ${at})`);
    tx.run(
      `insert into fair_play_members (case_id, guild_id, member_id) values (1, '${guild.id}', '${alice.id}')`,
    );
    tx.run(`insert into promotions (id, guild_id, member_id, direction, tier, moderator_id, reason, language, state, created_at)
      values (1, '${guild.id}', '${bob.id}', 'promote', 'helper', '${carl.id}', 'A secret of Town', 'en', 'active', ${at})`);
  });
  const elsewhere = discord.guild('Elsewhere');
  const channel = elsewhere.textChannel('lobby');
  elsewhere.invite(discord.bot, Bits.Administrator);
  const power = elsewhere.role('Power', {
    permissions: Bits.ManageGuild | Bits.ManageRoles | Bits.ManageThreads,
  });
  const eve = elsewhere.person('Eve', { roles: [power] });
  await calm(bot, town);
  const there = await bot.client.channels.fetch(channel.id);
  if (!there?.isSendable()) throw new Error('The bot can write there');
  const source = channel.messages.get((await there.send(PLAIN)).id);
  if (!source) throw new Error('It is there');
  const rowsOfTown = () =>
    JSON.stringify(
      tablesIn(databasePath).map((table) =>
        rowsIn(databasePath, table).filter((row) => JSON.stringify(row).includes(guild.id)),
      ),
    );
  const before = rowsOfTown();
  const pool = [
    '1',
    '2',
    question,
    help.id,
    alice.id,
    bob.id,
    guild.id,
    'on',
    'all',
    'hold',
    'reversed',
    'yes',
  ];
  const forger = { discord, user: eve.user, channel };
  let steps = 0;
  for (const { feature, action } of components) {
    for (let i = 0; i < 6; i++) {
      const args = [0, 1, 2].slice(0, i % 4).map((n) => pool[(steps * 7 + n * 5 + i) % pool.length] ?? '');
      const values = i % 2 === 0 ? undefined : [pool[(steps + i) % pool.length] ?? ''];
      const answer = await forgesPress(forger, source, customId(feature, action, ...args), values);
      expect(saidIn(await answer.settled()), `${feature}:${action}:${args.join(':')}`).not.toContain(
        'A secret of Town',
      );
      steps += 1;
      if (steps % STEPS_A_MINUTE === 0) discord.advance(60_000);
    }
  }
  await bot.whenIdle();
  expect(rowsOfTown()).toBe(before);
});
