// Publishes the commands when they changed, and knows their ids for mentions like </thanks:1234>.
import { createHash } from 'node:crypto';
import {
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type Client,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { eq } from 'drizzle-orm';
import * as z from 'zod';
import type { Context } from '../core/context.ts';
import type { Reader, Tx } from '../core/database.ts';
import { facts } from '../core/schema.ts';
import { languages, type TextKey, type Texts } from '../core/texts.ts';
import type { Command, SlashCommand } from './feature.ts';
import { optionDefinition } from './options.ts';

const publishedSchema = z.object({ hash: z.string(), ids: z.record(z.string(), z.string()) });
type Published = z.infer<typeof publishedSchema>;

/** The ids of the published commands; mentions fall back to the plain name. */
export class CommandDirectory {
  readonly #idsByScope = new Map<string, Readonly<Record<string, string>>>();
  readonly #outOfDate = new Set<string>();

  learn(scope: string, ids: Readonly<Record<string, string>>): void {
    this.#idsByScope.set(scope, ids);
    this.#outOfDate.delete(scope);
  }

  /** The commands there could not be published; those of before are there still, if there were any. */
  notePublishingFailed(scope: string): void {
    this.#outOfDate.add(scope);
  }

  /** Whether the commands in a server are those of this version. */
  isCurrent(guildId: string): boolean {
    const scope = [guildId, GLOBAL].find((one) => this.#idsByScope.has(one));
    return scope !== undefined && !this.#outOfDate.has(scope);
  }

  /** `</name:id>`, which readers can click; `/name` while the id is not known. */
  mention(guildId: string, name: string): string {
    const [root = name] = name.split(' ');
    const id = this.#idsByScope.get(guildId)?.[root] ?? this.#idsByScope.get(GLOBAL)?.[root];
    return id ? `</${name}:${id}>` : `/${name}`;
  }
}

const GLOBAL = 'global';
/** Discord's names of languages beside ours: a catalogue `pt` serves pt-BR. */
const DISCORD_LOCALES: Readonly<Record<string, readonly string[]>> = {
  en: [],
  es: ['es-ES', 'es-419'],
  pt: ['pt-BR'],
  sv: ['sv-SE'],
};

/** What is sent to Discord for these commands, in every language there is. */
export function commandDefinitions(
  commands: readonly Command[],
  texts: Texts,
): RESTPostAPIApplicationCommandsJSONBody[] {
  const words = (key: TextKey) => ({
    text: texts.for('en').t(key),
    localizations: Object.fromEntries(
      languages.flatMap((language) =>
        (DISCORD_LOCALES[language] ?? [language]).map((locale) => [locale, texts.for(language).t(key)]),
      ),
    ),
  });
  const optionsOf = ({ options }: Pick<SlashCommand, 'options'>) =>
    Object.entries(options)
      .map(([name, spec]) => optionDefinition(name, spec, words))
      // Discord wants required options first.
      .sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
  const subcommandOf = (command: Slash): APIApplicationCommandSubcommandOption => {
    const { text, localizations } = words(command.description);
    return {
      type: ApplicationCommandOptionType.Subcommand,
      name: command.name.slice(rootOf(command).length + 1),
      description: text,
      description_localizations: localizations,
      options: optionsOf(command),
    };
  };
  const inDirectMessages = (family: Family) => family.some((command) => command.direct !== undefined);
  return familiesOf(commands).map((family): RESTPostAPIApplicationCommandsJSONBody => {
    const [command, ...others] = family;
    const common = {
      name: rootOf(command),
      contexts: inDirectMessages(family)
        ? [InteractionContextType.Guild, InteractionContextType.BotDM]
        : [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      default_member_permissions: command.requires === undefined ? null : String(command.requires),
    };
    if (command.type === 'message') return { ...common, type: ApplicationCommandType.Message };
    if (command.type === 'user') return { ...common, type: ApplicationCommandType.User };
    const { text, localizations } = words(command.group ?? command.description);
    const options = command.group
      ? [command, ...others].filter((one) => one.type === 'slash').map(subcommandOf)
      : optionsOf(command);
    return {
      ...common,
      type: ApplicationCommandType.ChatInput,
      description: text,
      description_localizations: localizations,
      options,
    };
  });
}

type Slash = Extract<Command, { type: 'slash' }>;
type Family = readonly [Command, ...Command[]];

/** The name that Discord knows a command by: that of a subcommand is its first word. Menus have words of their own. */
function rootOf({ type, name }: Command): string {
  return type === 'slash' ? (name.split(' ')[0] ?? name) : name;
}

/** Commands with their subcommands, each family where its first stands. */
function familiesOf(commands: readonly Command[]): Family[] {
  const families = new Map<string, Family>();
  for (const command of commands) {
    const key = `${command.type}:${rootOf(command)}`;
    const [first, ...others] = families.get(key) ?? [];
    families.set(key, first ? [first, ...others, command] : [command]);
  }
  return [...families.values()];
}

/** Publishes to the configured guilds, or to all; only where what was last published differs. */
export async function publishCommands(
  ctx: Context,
  client: Client<true>,
  commands: readonly Command[],
  directory: CommandDirectory,
): Promise<void> {
  const definitions = commandDefinitions(commands, ctx.texts);
  const hash = createHash('sha256')
    .update(JSON.stringify(definitions))
    .update(client.application.id)
    .digest('hex');
  const scopes = ctx.config.commandGuildIds.length > 0 ? ctx.config.commandGuildIds : [GLOBAL];
  for (const scope of scopes) {
    const known = await ctx.db.read((db) => publishedIn(db, scope));
    if (known?.hash === hash) {
      directory.learn(scope, known.ids);
      continue;
    }
    try {
      const published =
        scope === GLOBAL
          ? await client.application.commands.set(definitions)
          : await client.application.commands.set(definitions, scope);
      const ids = Object.fromEntries(published.map((command) => [command.name, command.id]));
      await ctx.db.write(async (tx) => rememberPublished(tx, scope, { hash, ids }));
      directory.learn(scope, ids);
      ctx.log.info({ feature: 'commands', scope, commands: definitions.length }, 'commands published');
    } catch (err) {
      // The bot is of use without fresh commands (reactions, texts, those published before): say so and go on.
      ctx.log.error({ feature: 'commands', scope, err }, 'commands could not be published');
      if (known) directory.learn(scope, known.ids);
      directory.notePublishingFailed(scope);
    }
  }
}

function publishedIn(db: Reader, scope: string): Published | undefined {
  const row = db
    .select()
    .from(facts)
    .where(eq(facts.name, `commands:${scope}`))
    .get();
  return row ? publishedSchema.parse(JSON.parse(row.value)) : undefined;
}

function rememberPublished(tx: Tx, scope: string, published: Published): void {
  const value = JSON.stringify(published);
  tx.insert(facts)
    .values({ name: `commands:${scope}`, value })
    .onConflictDoUpdate({ target: facts.name, set: { value } })
    .run();
}
