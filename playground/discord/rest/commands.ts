// Routes of application commands: everywhere or in one guild; one by one or all replaced at once.
import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import { checkCommand, checkCommands } from '../rules/commands.ts';
import { type Call, Created, heed, type Route, read, refuse, route } from './router.ts';

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
        const changed = { ...known, ...read(CommandBody.partial(), call.body), version: call.world.newId() };
        shelf(call).set(known.id, asCommand(changed));
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

const CommandBody = z.looseObject({ name: z.string(), type: z.number().nullish() });

/** The commands the path speaks of: the application's, or its own in one guild. */
function shelf(call: Call): Map<string, APIApplicationCommand> {
  const { app, world } = call;
  if (call.param('app') !== app.id) return refuse(20012);
  const guildId = call.paramIfAny('guild');
  if (guildId === undefined) return app.commands;
  if (world.guilds.get(guildId)?.members.has(app.user.id) !== true) return refuse(50001);
  const known = app.guildCommands.get(guildId) ?? new Map<string, APIApplicationCommand>();
  app.guildCommands.set(guildId, known);
  return known;
}

function commandIn(call: Call): APIApplicationCommand {
  return shelf(call).get(call.param('command')) ?? refuse(10063);
}

/** One command; an existing one of the same name and type is replaced and keeps its id. */
function create(call: Call): unknown {
  const commands = shelf(call);
  heed(checkCommand(call.body));
  const twin = twinOf(commands, call.body);
  const others = [...commands.values()].filter((command) => command !== twin);
  heed(checkCommands([...others, call.body]));
  const command = complete(call, call.body, twin?.id);
  commands.set(command.id, command);
  return twin === undefined ? new Created(command) : command;
}

/** Replaces all; commands of the same name and type keep their ids. */
function replaceAll(call: Call): unknown {
  const commands = shelf(call);
  heed(checkCommands(call.body));
  const bodies = z.array(z.unknown()).parse(call.body);
  const next = bodies.map((body) => complete(call, body, twinOf(commands, body)?.id));
  commands.clear();
  for (const command of next) commands.set(command.id, command);
  return next;
}

function twinOf(
  commands: Map<string, APIApplicationCommand>,
  body: unknown,
): APIApplicationCommand | undefined {
  const { name, type } = read(CommandBody, body);
  return [...commands.values()].find(
    (command) => command.name === name && command.type === (type ?? ApplicationCommandType.ChatInput),
  );
}

function complete(call: Call, body: unknown, id = call.world.newId()): APIApplicationCommand {
  const guildId = call.paramIfAny('guild');
  const command = {
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
  return asCommand(command);
}

/** Bodies were checked by rules/commands.ts; the types of the documentation split them further than needed here. */
function asCommand(command: Record<string, unknown>): APIApplicationCommand {
  return command as unknown as APIApplicationCommand;
}

/** Lists leave out translations unless asked for. */
function withoutTexts(call: Call): (command: APIApplicationCommand) => unknown {
  if (call.query.get('with_localizations') === 'true') return (command) => command;
  return ({ name_localizations: _names, description_localizations: _descriptions, ...rest }) => rest;
}
