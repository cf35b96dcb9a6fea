// What /doctor looks at, and what it makes of it: one finding a line, well or not, each with what its fix depends on.
import type { Settings } from '../../core/settings.ts';
import { canListen, type Problem, problemsOf, type ServerFacts } from '../setup/rules.ts';
import { judgeRole, type RoleObstacle } from '../tiers/roles.rules.ts';

/** What is owed to Discord goes out within seconds; later than this, in ms, something is in its way. */
export const LATE_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

/** Everything the examination is made of; plain values, read when it is asked for. */
export interface Examined {
  readonly settings: Settings;
  readonly server: ServerFacts;
  /** The switches in the developer portal; nothing when Discord did not tell. */
  readonly intents: { readonly members: boolean; readonly content: boolean } | undefined;
  /** Rights that the features need and the bot's roles do not give, by Discord's names. */
  readonly lacksRights: readonly string[];
  readonly commandsAreCurrent: boolean;
  readonly database: { readonly trouble: boolean; readonly freeBytes: number | undefined };
  readonly lastBackupAt: number | undefined;
  readonly backupsAreMade: boolean;
  /** Effects of this server that wait, and since when the oldest does. */
  readonly owed: { readonly count: number; readonly since: number | undefined };
  readonly catchUp: {
    readonly underWay: boolean;
    readonly last: { at: number; complete: boolean } | undefined;
  };
  readonly now: number;
}

export type Finding =
  | { check: 'intents'; ok: true }
  | { check: 'intents'; ok: false; off: 'members' | 'content' | 'unknown' }
  | { check: 'rights'; ok: true }
  | { check: 'rights'; ok: false; lacks: readonly string[] }
  | { check: 'channels'; ok: true; count: number }
  | { check: 'settings'; ok: false; problem: Problem }
  | { check: 'gone'; ok: true }
  | { check: 'roleOrder'; ok: true; bot: string }
  | { check: 'tier'; ok: true; tierKey: string; roleId: string }
  | { check: 'tier'; ok: false; tierKey: string; obstacle: RoleObstacle }
  | { check: 'tiersWithoutRole'; ok: true; tierKeys: readonly string[] }
  | { check: 'commands'; ok: boolean }
  | { check: 'database'; ok: true }
  | { check: 'database'; ok: false; what: 'trouble' | 'noRoom' }
  | { check: 'backup'; ok: true; at: number | undefined }
  | { check: 'backup'; ok: false; at: number | undefined }
  | { check: 'outbox'; ok: true; count: number }
  | { check: 'outbox'; ok: false; count: number; since: number }
  | { check: 'catchUp'; ok: true; at: number | undefined; underWay: boolean }
  | { check: 'catchUp'; ok: false; at: number }
  | { check: 'timeZone'; ok: true };

/** A disk with less room than this, in bytes, is as good as full for a database that grows and is copied. */
const LEAST_ROOM = 200 * 1024 * 1024;

/** Looks everything over; what is wrong stands where it is looked for, not at the top. */
export function examine(examined: Examined): Finding[] {
  const { settings, server } = examined;
  const problems = problemsOf(settings, server).filter(({ what }) => what !== 'role');
  const isClosed = ({ what }: Problem) => what === 'channelsClosed';
  return [
    ...intents(examined),
    examined.lacksRights.length === 0
      ? { check: 'rights', ok: true }
      : { check: 'rights', ok: false, lacks: examined.lacksRights },
    ...found(problems.filter(isClosed), { check: 'channels', ok: true, count: watched(server) }),
    ...found(
      problems.filter((problem) => !isClosed(problem)),
      { check: 'gone', ok: true },
    ),
    ...tiers(examined),
    { check: 'commands', ok: examined.commandsAreCurrent },
    database(examined),
    ...backup(examined),
    outbox(examined),
    catchUp(examined),
    { check: 'timeZone', ok: true },
  ];
}

function found(problems: readonly Problem[], none: Finding): Finding[] {
  return problems.length === 0
    ? [none]
    : problems.map((problem) => ({ check: 'settings', ok: false, problem }));
}

function intents({ intents: switches }: Examined): Finding[] {
  if (!switches) return [{ check: 'intents', ok: false, off: 'unknown' }];
  const off = (['members', 'content'] as const).filter((one) => !switches[one]);
  return off.length === 0
    ? [{ check: 'intents', ok: true }]
    : off.map((one) => ({ check: 'intents', ok: false, off: one }));
}

function watched({ channels }: ServerFacts): number {
  return [...channels.values()].filter(
    (channel) => canListen(channel) && !channel.lacks.includes('ViewChannel'),
  ).length;
}

function tiers({ settings, server }: Examined): Finding[] {
  const withRole = settings.tiers.flatMap(({ key, roleId }) =>
    roleId === undefined ? [] : [{ key, roleId }],
  );
  const without = settings.tiers.filter(({ roleId }) => roleId === undefined).map(({ key }) => key);
  const findings = withRole.map(({ key, roleId }): Finding => {
    const obstacle = judgeRole(server.roles.get(roleId), server.bot);
    return obstacle
      ? { check: 'tier', ok: false, tierKey: key, obstacle }
      : { check: 'tier', ok: true, tierKey: key, roleId };
  });
  const isBelow = findings.every((finding) => finding.ok);
  return [
    ...(withRole.length > 0 && isBelow
      ? [{ check: 'roleOrder', ok: true, bot: server.bot.highest.name } as const]
      : []),
    ...findings,
    ...(without.length > 0 ? [{ check: 'tiersWithoutRole', ok: true, tierKeys: without } as const] : []),
  ];
}

function database({ database: { trouble, freeBytes } }: Examined): Finding {
  if (trouble) return { check: 'database', ok: false, what: 'trouble' };
  if (freeBytes !== undefined && freeBytes < LEAST_ROOM)
    return { check: 'database', ok: false, what: 'noRoom' };
  return { check: 'database', ok: true };
}

/** A day late is late: they are looked for every hour, and made once a day. None yet is well for a bot that is new. */
function backup({ backupsAreMade, lastBackupAt, now }: Examined): Finding[] {
  if (!backupsAreMade) return [{ check: 'backup', ok: false, at: undefined }];
  const isLate = lastBackupAt !== undefined && now - lastBackupAt > 2 * DAY_MS;
  return [{ check: 'backup', ok: !isLate, at: lastBackupAt }];
}

function outbox({ owed: { count, since }, now }: Examined): Finding {
  if (since === undefined || now - since < LATE_MS) return { check: 'outbox', ok: true, count };
  return { check: 'outbox', ok: false, count, since };
}

function catchUp({ catchUp: { underWay, last } }: Examined): Finding {
  if (!underWay && last && !last.complete) return { check: 'catchUp', ok: false, at: last.at };
  return { check: 'catchUp', ok: true, at: last?.at, underWay };
}
