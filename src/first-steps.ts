// What somebody who starts Laurel for the first time has to do, in five steps.
import { inviteLink, neededBy } from './discord/invite.ts';
import { features } from './features.ts';

const PORTAL = 'https://discord.com/developers/applications';

/** Five steps from nothing to a bot at work; names of buttons and switches as in Discord's developer portal. */
export function firstSteps(): string {
  const link = inviteLink('APPLICATION_ID', neededBy(features));
  return `From here to a running Laurel in five steps:
  1. Make an application: open ${PORTAL}, press "New Application" and give it a name.
  2. Open its Bot page (${PORTAL}/APPLICATION_ID/bot). Under "Privileged Gateway Intents" turn on
     "Server Members Intent" and "Message Content Intent", and press "Save Changes".
  3. On the same page press "Reset Token" and copy the token. Copy .env.example to .env here, and put the token behind DISCORD_TOKEN=
  4. Invite it to your server: "npm run invite" prints the link, and why it asks for each permission. It has this form:
     ${link}
  5. "npm start", then run /setup in your server. Nothing must be set for thanks and the leaderboard to work.`;
}
