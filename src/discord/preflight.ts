// Looks, before the bot connects, whether Discord will let it: the token, and the two switches in the developer portal.
import {
  ApplicationFlags,
  DiscordAPIError,
  REST,
  type RESTGetCurrentApplicationResult,
  Routes,
} from 'discord.js';
import { type Config, DEFAULT_API_URL, type Gap, type Readable } from '../config.ts';

/** A first question to Discord that takes longer than this, in ms, is taken as no answer. */
const PATIENCE_MS = 10_000;

/** Everything in Discord that would keep the bot from working, each with its fix; empty when all is well, or nobody can be asked. */
export async function findGaps({
  apiUrl,
  token,
}: Pick<Readable, 'apiUrl' | 'token'>): Promise<readonly Gap[]> {
  if (apiUrl === undefined || token === undefined) return [];
  const application = await askApplication({ apiUrl, token });
  return 'fix' in application ? [application] : gapsOfIntents(application.flags ?? 0, application.id);
}

/** The application that the token belongs to, or what keeps us from asking Discord about it. */
export async function askApplication(
  config: Pick<Config, 'apiUrl' | 'token'>,
): Promise<RESTGetCurrentApplicationResult | Gap> {
  const rest = new REST({ api: config.apiUrl, version: '10', timeout: PATIENCE_MS, retries: 0 }).setToken(
    config.token,
  );
  try {
    return (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult; // Discord's documented answer
  } catch (err) {
    if (err instanceof DiscordAPIError && err.status === 401) {
      return {
        variable: 'DISCORD_TOKEN',
        fix: 'is not accepted by Discord. Reset it on the Bot page of your application and copy the new one into .env.',
      };
    }
    const where = config.apiUrl === DEFAULT_API_URL ? 'Discord' : config.apiUrl;
    return {
      variable: 'DISCORD_API_URL',
      fix: `${where} cannot be reached. Check the network and this address, then start again.`,
    };
  }
}

function gapsOfIntents(flags: number, applicationId: string): Gap[] {
  const has = (...any: readonly number[]) => any.some((flag) => (flags & flag) !== 0);
  const page = `https://discord.com/developers/applications/${applicationId}/bot`;
  const gaps: Gap[] = [];
  if (!has(ApplicationFlags.GatewayGuildMembers, ApplicationFlags.GatewayGuildMembersLimited)) {
    gaps.push({
      variable: 'Server Members Intent',
      fix: `is switched off. Turn it on under Privileged Gateway Intents at ${page}.`,
    });
  }
  if (!has(ApplicationFlags.GatewayMessageContent, ApplicationFlags.GatewayMessageContentLimited)) {
    gaps.push({
      variable: 'Message Content Intent',
      fix: `is switched off. Turn it on under Privileged Gateway Intents at ${page}.`,
    });
  }
  return gaps;
}
