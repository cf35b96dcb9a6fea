// Ambassadors on Discord: nominated, reviewed and promoted by people, for a term.
import { Events } from 'discord.js';
import type { Feature } from '../../discord/feature.ts';
import { keepTerms } from './course.service.ts';
import {
  ambassadorApply,
  ambassadorDossier,
  ambassadorNominate,
  candidateControls,
} from './nominating.discord.ts';
import { candidateLeft, expireUnanswered } from './nominations.service.ts';
import { ambassadorCandidates, reviewControls } from './reviewing.discord.ts';
import { ambassadorRemove, ambassadors, ambassadorTerm, termControls } from './serving.discord.ts';
import { settlePost } from './settlement.ts';
import { adoptAmbassadors, followTier } from './terms.service.ts';

export const ambassadorsFeature: Feature = {
  name: 'ambassadors',
  needs: [
    { permission: 'CreatePublicThreads', why: 'open a thread for staff in which they review a candidate' },
    { permission: 'SendMessagesInThreads', why: 'show the dossier and the votes in that thread' },
  ],
  commands: [
    ambassadors,
    ambassadorNominate,
    ambassadorApply,
    ambassadorDossier,
    ambassadorTerm,
    ambassadorCandidates,
    ambassadorRemove,
  ],
  components: [...candidateControls, ...reviewControls, ...termControls],
  onSettled: settlePost,
  onTier: followTier,
  listeners: {
    [Events.GuildMemberRemove]: (ctx, { guild, id }) =>
      candidateLeft(ctx, { guildId: guild.id, memberId: id }),
  },
  jobs: [
    { name: 'keep the terms of Ambassadors', schedule: '23 * * * *', run: keepTerms },
    { name: 'give terms to Ambassadors without one', schedule: '41 3 * * *', run: adoptAmbassadors },
    { name: 'let unanswered nominations rest', schedule: '47 3 * * *', run: expireUnanswered },
  ],
};
