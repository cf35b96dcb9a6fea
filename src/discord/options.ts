// Slash commands as typed data: the options of a command are declared once, and its handler's arguments follow from them.
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  type ChannelType,
  type ChatInputCommandInteraction,
  type GuildBasedChannel,
  type GuildMember,
  type Role,
  type User,
} from 'discord.js';
import type { Context } from '../core/context.ts';
import type { Reading, TextKey } from '../core/texts.ts';
import type { Call, Command, SlashCommand } from './feature.ts';

interface Base {
  readonly description: TextKey;
  readonly required?: boolean;
}

/** What somebody has typed so far into an option. */
export interface Typing {
  readonly ctx: Context;
  readonly guildId: string;
  readonly reading: Reading;
  readonly typed: string;
}

export interface Suggestion {
  /** What is shown, and what is then sent; at most 100 characters each. */
  name: string;
  value: string;
}

/** What to offer while somebody types; Discord shows 25. They may still send anything else. */
export type Autocomplete = (typing: Typing) => Promise<readonly Suggestion[]>;

export type OptionSpec =
  | (Base & { readonly type: 'text'; readonly maxLength?: number; readonly autocomplete?: Autocomplete })
  | (Base & { readonly type: 'choice'; readonly choices: Readonly<Record<string, TextKey>> })
  | (Base & { readonly type: 'integer'; readonly min?: number; readonly max?: number })
  | (Base & { readonly type: 'member' })
  | (Base & { readonly type: 'role' })
  | (Base & { readonly type: 'channel'; readonly channelTypes?: readonly ChannelType[] });

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A member option: the user always, the member only if they are (still) in the server. */
export interface MemberOption {
  user: User;
  member: GuildMember | undefined;
}

type ValueOf<S extends OptionSpec> = S extends { type: 'choice'; choices: infer C }
  ? keyof C & string
  : S extends { type: 'text' }
    ? string
    : S extends { type: 'integer' }
      ? number
      : S extends { type: 'member' }
        ? MemberOption
        : S extends { type: 'role' }
          ? Role
          : GuildBasedChannel;

export type OptionValues<S extends OptionSpecs> = {
  readonly [K in keyof S]: S[K] extends { required: true } ? ValueOf<S[K]> : ValueOf<S[K]> | undefined;
};

/** Declares a slash command; `run` is given its options with the types that they were declared with. */
export function slashCommand<const S extends OptionSpecs>(command: Omit<SlashCommand<S>, 'type'>): Command {
  return {
    ...command,
    type: 'slash',
    run: (call: Call<ChatInputCommandInteraction<'cached'>>) =>
      command.run(call, readOptions(command.options, call.interaction)),
  };
}

function readOptions<S extends OptionSpecs>(
  specs: S,
  interaction: ChatInputCommandInteraction<'cached'>,
): OptionValues<S> {
  const values = Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, readOption(name, spec, interaction)]),
  );
  return values as OptionValues<S>; // fromEntries forgets which value belongs to which key; readOption follows the spec
}

function readOption(name: string, spec: OptionSpec, { options }: ChatInputCommandInteraction<'cached'>) {
  switch (spec.type) {
    case 'text':
      return options.getString(name)?.slice(0, spec.maxLength);
    case 'choice': {
      // Nothing that a client sends is believed: only what was offered is a choice.
      const chosen = options.getString(name) ?? undefined;
      return chosen !== undefined && Object.hasOwn(spec.choices, chosen) ? chosen : undefined;
    }
    case 'integer':
      return options.getInteger(name) ?? undefined;
    case 'role':
      return options.getRole(name) ?? undefined;
    case 'channel':
      return options.getChannel(name) ?? undefined;
    case 'member': {
      const user = options.getUser(name);
      return user ? { user, member: options.getMember(name) ?? undefined } : undefined;
    }
  }
}

/** The option as Discord wants it, given how to put a text into every language there is. */
export function optionDefinition(
  name: string,
  spec: OptionSpec,
  words: (key: TextKey) => { text: string; localizations: Record<string, string> },
): APIApplicationCommandBasicOption {
  const { text, localizations } = words(spec.description);
  const base = {
    name,
    description: text,
    description_localizations: localizations,
    required: spec.required ?? false,
  };
  switch (spec.type) {
    case 'text':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        max_length: spec.maxLength,
        ...(spec.autocomplete && { autocomplete: true }),
      };
    case 'choice':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: Object.entries(spec.choices).map(([value, key]) => {
          const choice = words(key);
          return { name: choice.text, name_localizations: choice.localizations, value };
        }),
      };
    case 'integer':
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        min_value: spec.min,
        max_value: spec.max,
      };
    case 'member':
      return { ...base, type: ApplicationCommandOptionType.User };
    case 'role':
      return { ...base, type: ApplicationCommandOptionType.Role };
    case 'channel':
      return {
        ...base,
        type: ApplicationCommandOptionType.Channel,
        channel_types: spec.channelTypes ? ([...spec.channelTypes] as never) : undefined,
      };
  }
}
