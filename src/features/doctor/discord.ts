// /doctor on Discord: reads everything that can be wrong in this server, and shows what to do about it.
import { ApplicationFlags, type Guild, PermissionFlagsBits } from 'discord.js';
import type { View } from '../../core/actions.ts';
import type { Context } from '../../core/context.ts';
import { regularCopies } from '../../core/copies.ts';
import { knownMigrations } from '../../core/database-file.ts';
import type { Call, Feature } from '../../discord/feature.ts';
import { neededBy, permissionLabel } from '../../discord/invite.ts';
import { slashCommand } from '../../discord/options.ts';
import { outcomeOf } from '../../discord/outcomes.ts';
import { VERSION } from '../../version.ts';
import { readServer, refreshEmoji } from '../setup/server.discord.ts';
import { type Examined, examine } from './rules.ts';
import { owedIn } from './store.ts';
import { doctorView } from './view.ts';

/** Discord calls this right "Manage Server". */
const ADMINISTRATORS = PermissionFlagsBits.ManageGuild;

/** The feature that knows what the others need: it is given those before it. */
export function doctorFeature(others: readonly Feature[]): Feature {
  const look = (call: Call) => examination(call, others);
  return {
    name: 'doctor',
    commands: [
      slashCommand({
        name: 'doctor',
        description: 'commands.doctor.description',
        answers: 'privately',
        requires: ADMINISTRATORS,
        options: {},
        run: look,
      }),
    ],
    components: [{ action: 'again', answers: 'inPlace', requires: ADMINISTRATORS, run: look }],
  };
}

async function examination(call: Call, others: readonly Feature[]): Promise<View> {
  const { ctx, guildId, reading, commands, interaction } = call;
  const { guild } = interaction;
  await refreshEmoji(ctx, guild);
  const [settings, server] = [await ctx.settings.of(guildId), await readServer(guild)];
  const { db, catchUp, config } = ctx;
  // Whether it can be written to is found out, not remembered.
  await db.probe().catch(() => undefined);
  const examined: Examined = {
    settings,
    server,
    intents: await switches(ctx, guild),
    lacksRights: lacking(guild, others),
    commandsAreCurrent: commands.isCurrent(guildId),
    database: { trouble: db.trouble !== undefined, freeBytes: db.freeBytes() },
    lastBackupAt: regularCopies(config.backupFolder)[0]?.at,
    backupsAreMade: config.backupsKept > 0,
    owed: await db.read((reader) => owedIn(reader, guildId)),
    catchUp: { underWay: catchUp.figures(guildId).open > 0, last: catchUp.lastOf(guildId) },
    now: ctx.clock.now(),
  };
  return doctorView({
    reading,
    settings,
    server,
    at: ctx.clock.now(),
    mention: (name) => commands.mention(guildId, name),
    findings: examine(examined),
    portal: `https://discord.com/developers/applications/${guild.client.application.id}/bot`,
    version: VERSION,
    schema: knownMigrations().at(-1)?.tag ?? '',
    rightLabel: (right) => permissionLabel(right as Parameters<typeof permissionLabel>[0]), // they come from the features' needs
  });
}

/** The two switches as they stand in the developer portal now; nothing when Discord does not tell. */
async function switches(ctx: Context, { client, id: guildId }: Guild): Promise<Examined['intents']> {
  try {
    const { flags } = await client.application.fetch();
    const has = (...any: readonly ApplicationFlags[]) => any.some((flag) => flags.has(flag));
    return {
      members: has(ApplicationFlags.GatewayGuildMembers, ApplicationFlags.GatewayGuildMembersLimited),
      content: has(ApplicationFlags.GatewayMessageContent, ApplicationFlags.GatewayMessageContentLimited),
    };
  } catch (err) {
    const { reason } = outcomeOf(err);
    ctx.log.warn({ feature: 'doctor', guildId, reason }, 'the intents could not be looked up');
    return undefined;
  }
}

/** What the features need and the bot's own roles do not give, whatever single channels say. */
function lacking({ members }: Guild, others: readonly Feature[]): string[] {
  const mine = members.me?.permissions;
  if (!mine) return [];
  return neededBy(others)
    .map(({ permission }) => permission)
    .filter((permission) => !mine.has(permission));
}
