// Questions on Discord: threads and posts of the help channels, how they are solved, and how that is taken back.
import { Events } from 'discord.js';
import type { Feature } from '../../discord/feature.ts';
import { close } from './close.discord.ts';
import { settleSilent } from './confirming.ts';
import { lookUp } from './known.discord.ts';
import { markAsSolution, markingComponents, reopen, solved } from './marking.discord.ts';
import { onDeleted, onMessage } from './messages.discord.ts';
import { promptComponents } from './prompts.discord.ts';
import { expire } from './prompts.ts';
import { isSolvedSign, onReaction, onReactionGone } from './reactions.discord.ts';
import { settleEffect } from './settlement.ts';
import { learnSolvedWords } from './solved-words.rules.ts';
import { putAway } from './thread-effects.ts';
import {
  onChannelDelete,
  onMemberAdd,
  onMemberRemove,
  onThreadChange,
  onThreadCreate,
  onThreadDelete,
} from './threads.discord.ts';

export const questionsFeature: Feature = {
  name: 'questions',
  needs: [
    { permission: 'ViewChannel', why: 'follow the questions in the help channels' },
    { permission: 'ReadMessageHistory', why: 'see which message answered a question' },
    { permission: 'AddReactions', why: 'show by ✅ that a question is solved, where there is no tag for it' },
    {
      permission: 'ManageThreads',
      why: 'put the solved tag on posts, and archive or lock them where the server wants it',
    },
    {
      permission: 'CreatePublicThreads',
      why: 'open a thread for each question in a text channel, where the server wants it',
    },
    { permission: 'SendMessagesInThreads', why: 'ask whoever asked whether it is solved' },
  ],
  commands: [markAsSolution, solved, close, reopen],
  components: [...markingComponents, ...promptComponents],
  onSettled: settleEffect,
  catchUp: lookUp,
  prepare: learnSolvedWords,
  listeners: {
    [Events.ThreadCreate]: onThreadCreate,
    [Events.ThreadUpdate]: (ctx, _before, thread) => onThreadChange(ctx, thread),
    [Events.ThreadDelete]: onThreadDelete,
    [Events.ChannelDelete]: onChannelDelete,
    [Events.MessageCreate]: onMessage,
    [Events.MessageDelete]: (ctx, message) => onDeleted(ctx, [message.id]),
    [Events.MessageBulkDelete]: (ctx, messages) => onDeleted(ctx, [...messages.keys()]),
    [Events.MessageReactionAdd]: (ctx, reaction, user) => onReaction(ctx, reaction, user),
    [Events.MessageReactionRemove]: async (ctx, reaction, user) => {
      if (isSolvedSign(reaction)) await onReactionGone(ctx, reaction.message, user.id);
    },
    [Events.MessageReactionRemoveAll]: (ctx, message) => onReactionGone(ctx, message),
    [Events.MessageReactionRemoveEmoji]: async (ctx, reaction) => {
      if (isSolvedSign(reaction)) await onReactionGone(ctx, reaction.message);
    },
    [Events.GuildMemberRemove]: onMemberRemove,
    [Events.GuildMemberAdd]: onMemberAdd,
  },
  jobs: [
    { name: 'put solved threads away', schedule: '*/10 * * * *', run: putAway },
    { name: 'take unanswered prompts away', schedule: '*/5 * * * *', run: expire },
    { name: 'solve what peers confirmed', schedule: '23 * * * *', run: settleSilent },
  ],
};
