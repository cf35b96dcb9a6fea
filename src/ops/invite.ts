// `npm run invite`: prints the link that invites the bot to a server, and why it asks for each permission.
import dotenv from 'dotenv';
import { environment, type Gap, readConfig } from '../config.ts';
import { inviteLink, type Needed, neededBy, permissionLabel } from '../discord/invite.ts';
import { askApplication } from '../discord/preflight.ts';
import { features } from '../features.ts';

/** The link and, one line each, what its permissions are for. */
function invitation(applicationId: string, needed: readonly Needed[]): string {
  const labels = needed.map(({ permission }) => permissionLabel(permission));
  const width = Math.max(0, ...labels.map((label) => label.length));
  return [
    'Open this link to invite Laurel to a server. You need Manage Server there.',
    '',
    `  ${inviteLink(applicationId, needed)}`,
    '',
    'It asks for these permissions and no other:',
    ...needed.map(({ whys }, i) => `  ${(labels[i] ?? '').padEnd(width)}  to ${whys.join('; ')}`),
    '',
    'Then run /setup there. Nothing must be set for thanks and the leaderboard to work.',
  ].join('\n');
}

function noLink(gaps: readonly Gap[]): number {
  console.error(
    ['There is no invite link yet:', ...gaps.map(({ variable, fix }) => `  - ${variable} ${fix}`)].join('\n'),
  );
  return 1;
}

/** 0 with the link, 1 when the application's id cannot be asked for. */
async function main(): Promise<number> {
  dotenv.config({ quiet: true });
  const config = readConfig(environment());
  if ('gaps' in config) return noLink(config.gaps);
  const application = await askApplication(config);
  if ('fix' in application) return noLink([application]);
  console.log(invitation(application.id, neededBy(features)));
  return 0;
}

if (import.meta.main) process.exitCode = await main();
