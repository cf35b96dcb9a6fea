// Routes of application commands: everywhere or in one guild; one by one or all replaced at once.
import { type APIApplicationCommandOption, ApplicationCommandType } from 'discord-api-types/v10';
import * as z from 'zod';
import type { Command } from '../model.ts';
import { checkCommand, checkCommands } from '../rules/commands.ts';
import { type Call, Created, heed, type Route, read, refuse, route } from './router.ts';

/** Replacing a command of the same name is not a creation. */
const CREATIONS_A_DAY = 200;
const DAY_MS = 24 * 3600_000;

export const commandRoutes: readonly Route[] = ['', '/guilds/:guild']
  .flatMap((scope) => {
    const all = `/applications/:app${scope}/commands`;
    return [
      route('GET', all, (call) => [...shelf(call).values()].map(withoutTexts(call))),
      route('POST', all, create),
      route('PUT', all, replaceAll),
      route('GET', `${all}/:command`, (call) => commandIn(call)),
      route('PATCH', `${all}/:command`, (call) => {
        const known = commandIn(call);
        heed(checkCommand(call.body, { partial: true }));
        const { name = known.name, ...changes } = read(CommandBody.partial(), call.body);
        const changed = { ...known, ...changes, name, type: known.type, version: call.world.newId() };
        shelf(call).set(known.id, changed);
        return changed;
      }),
      route('DELETE', `${all}/:command`, (call) => {
        shelf(call).delete(commandIn(call).id);
      }),
    ];
  })
  .concat([
    route('GET', '/applications/:app/guilds/:guild/commands/permissions', (call) => {
      shelf(call);
      return [];
    }),
    route('GET', '/applications/:app/guilds/:guild/commands/:command/permissions', () => refuse(10066)),
  ]);

const CommandBody = z.looseObject({
  name: z.string(),
  type: z.number().nullish(),
  options: z.array(z.custom<APIApplicationCommandOption>()).nullish(),
  default_member_permissions: z.string().nullish(),
  contexts: z.array(z.number()).nullish(),
});

/** The commands the path speaks of: the application's, or its own in one guild. */
function shelf(call: Call): Map<string, Command> {
  const { app, world } = call;
  if (call.param('app') !== app.id) return refuse(20012);
  const guildId = call.paramIfAny('guild');
  if (guildId === undefined) return app.commands;
  if (world.guilds.get(guildId)?.members.has(app.user.id) !== true) return refuse(50001);
  const known = app.guildCommands.get(guildId) ?? new Map<string, Command>();
  app.guildCommands.set(guildId, known);
  return known;
}

function commandIn(call: Call): Command {
  return shelf(call).get(call.param('command')) ?? refuse(10063);
}

/** One command; an existing one of the same name and type is replaced and keeps its id. */
function create(call: Call): unknown {
  const commands = shelf(call);
  heed(checkCommand(call.body));
  const twin = twinOf(commands, call.body);
  const others = [...commands.values()].filter((command) => command !== twin);
  heed(checkCommands([...others, call.body]));
  noteCreations(call, twin === undefined ? 1 : 0);
  const command = complete(call, call.body, twin?.id);
  commands.set(command.id, command);
  return twin === undefined ? new Created(command) : command;
}

/** Replaces all; commands of the same name and type keep their ids. */
function replaceAll(call: Call): unknown {
  const commands = shelf(call);
  heed(checkCommands(call.body));
  const bodies = z.array(z.unknown()).parse(call.body);
  noteCreations(call, bodies.filter((body) => twinOf(commands, body) === undefined).length);
  const next = bodies.map((body) => complete(call, body, twinOf(commands, body)?.id));
  commands.clear();
  for (const command of next) commands.set(command.id, command);
  return next;
}

/** Counts new commands; more than 200 a day in one place are refused. */
function noteCreations(call: Call, count: number): void {
  const scope = call.paramIfAny('guild') ?? '';
  const now = call.world.now();
  const today = (call.app.creations.get(scope) ?? []).filter((at) => at > now - DAY_MS);
  if (today.length + count > CREATIONS_A_DAY) refuse(30034);
  call.app.creations.set(scope, [...today, ...new Array<number>(count).fill(now)]);
}

function twinOf(commands: Map<string, Command>, body: unknown): Command | undefined {
  const { name, type } = read(CommandBody, body);
  return [...commands.values()].find(
    (command) => command.name === name && command.type === (type ?? ApplicationCommandType.ChatInput),
  );
}

function complete(call: Call, body: unknown, id = call.world.newId()): Command {
  const guildId = call.paramIfAny('guild');
  return {
    description: '',
    name_localizations: null,
    description_localizations: null,
    default_member_permissions: null,
    nsfw: false,
    integration_types: [0],
    contexts: null,
    ...read(CommandBody, body),
    type: read(CommandBody, body).type ?? ApplicationCommandType.ChatInput,
    id,
    application_id: call.app.id,
    version: call.world.newId(),
    ...(guildId === undefined ? { dm_permission: true } : { guild_id: guildId }),
  };
}

/** Lists leave out translations unless asked for. */
function withoutTexts(call: Call): (command: Command) => unknown {
  if (call.query.get('with_localizations') === 'true') return (command) => command;
  return ({ name_localizations: _names, description_localizations: _descriptions, ...rest }) => rest;
}
