// What needs somebody: /questions list, the board, taking a question, and the digest of tags.
import type { Context } from '../../core/context.ts';
import type { OnSettled } from '../../core/outbox-settling.ts';
import type { Feature } from '../../discord/feature.ts';
import { boardSettled, keepBoards, noteDeleted } from './boards.service.ts';
import { sweepClaims } from './claims.service.ts';
import { digestSettled, tellDigests } from './digest.service.ts';
import { listControls, questionsList } from './list.discord.ts';
import { subscriptionControls } from './subscriptions.discord.ts';

async function keepUp(ctx: Context): Promise<void> {
  await sweepClaims(ctx);
  await keepBoards(ctx);
}

function onSettled(ctx: Context): OnSettled {
  return async (tx, settled) => {
    const what = settled.effect.ref?.split(':')[1];
    if (what === 'board') await boardSettled(ctx, tx, settled);
    if (what === 'digest') await digestSettled(ctx, tx, settled);
  };
}

export const attentionFeature: Feature = {
  name: 'attention',
  needs: [
    { permission: 'ViewChannel', why: 'see the channel in which the board stands' },
    { permission: 'SendMessages', why: 'keep the board of questions that need somebody' },
    { permission: 'CreatePublicThreads', why: 'open the thread for the daily digest below the board' },
    { permission: 'SendMessagesInThreads', why: 'post the daily digest in its thread' },
  ],
  commands: [questionsList],
  components: [...listControls, ...subscriptionControls],
  listeners: {
    messageDelete: (ctx, message) =>
      message.guildId ? noteDeleted(ctx, message.guildId, [message.id]) : undefined,
    messageDeleteBulk: (ctx, messages, channel) => noteDeleted(ctx, channel.guildId, [...messages.keys()]),
  },
  jobs: [
    { name: 'keep boards', schedule: '* * * * *', run: keepUp },
    { name: 'tell digests', schedule: '*/10 * * * *', run: tellDigests },
  ],
  onSettled,
};
