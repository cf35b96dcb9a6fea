// The link that invites the bot to a server, with the permissions that its features need and no other.
import { OAuth2Scopes, PermissionFlagsBits, type PermissionsString } from 'discord.js';
import type { Feature } from './feature.ts';

/** The page for people; the one under /api is for programs. */
const AUTHORIZE = 'https://discord.com/oauth2/authorize';

/** One permission, with everything that the features need it for. */
export interface Needed {
  readonly permission: PermissionsString;
  readonly whys: readonly string[];
}

/** What these features need, each permission once, in the order in which they first ask for it. */
export function neededBy(features: readonly Feature[]): Needed[] {
  const needs = features.flatMap(({ needs = [] }) => needs);
  return [...Map.groupBy(needs, ({ permission }) => permission)].map(([permission, alike]) => ({
    permission,
    whys: alike.map(({ why }) => why),
  }));
}

/** The link for an application, by its id. Whoever opens it chooses the server; they need Manage Server there. */
export function inviteLink(applicationId: string, needed: readonly Needed[]): string {
  const bits = needed.reduce((all, { permission }) => all | PermissionFlagsBits[permission], 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(bits),
  });
  return `${AUTHORIZE}?${query}`;
}

/** `SendMessagesInThreads` → `Send Messages in Threads`, as Discord's settings show it. */
export function permissionLabel(permission: PermissionsString): string {
  return permission.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').replaceAll(' In ', ' in ');
}
