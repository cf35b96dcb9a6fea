// An administrator at work: a town with Ada, who may change the settings, and how she opens pages and fills in forms.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Answer } from '../../playground/discord/answer.ts';
import type { Person } from '../../playground/discord/people.ts';
import { startTestBot } from './bot.ts';
import { deedsIn } from './deeds.ts';
import { startTown } from './town.ts';

/** The town, with the bot, Ada, and a look at what is set and noted. */
export async function openTown(options: Parameters<typeof startTestBot>[1] = {}) {
  const town = await startTown();
  const admins = town.guild.role('Admins', { permissions: Bits.ManageGuild | Bits.ManageRoles });
  const ada = town.guild.person('Ada', { roles: [admins] });
  const { bot, databasePath, stop } = await startTestBot(town.discord, options);
  return {
    ...town,
    admins,
    ada,
    bot,
    databasePath,
    stop,
    settings: () => bot.ctx.settings.of(town.guild.id),
    audit: async () =>
      (await deedsIn(bot.ctx, town.guild.id))
        .reverse()
        .map(({ actorId, action, details }) => ({ actorId, action, ...JSON.parse(details ?? '{}') })),
  };
}
export type AdministeredTown = Awaited<ReturnType<typeof openTown>>;

/** Opens the message of /setup, past the suggestions where nothing was set yet, and from there a section. */
export async function opensSetup(
  person: Person,
  { help }: Pick<AdministeredTown, 'help'>,
  section?: string,
): Promise<Answer> {
  const answer = await person.runs('/setup', {}, { in: help });
  if (buttonsOf(person, help, answer).includes('Choose myself')) await person.clicks(answer, 'Choose myself');
  if (section) await person.picks(answer, section);
  return answer;
}

/** Labels of the buttons on a message. */
export function buttonsOf(person: Person, channel: AdministeredTown['help'], { message }: Answer): string[] {
  return person.sees(channel).find(({ id }) => id === message?.id)?.buttons ?? [];
}

/** Opens the form behind a button of the message, and sends it. */
export async function fills(person: Person, answer: Answer, button: string, fields: Record<string, string>) {
  return person.submits(await person.clicks(answer, button), fields);
}
