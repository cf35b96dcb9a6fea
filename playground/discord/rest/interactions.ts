// Routes by which a bot answers interactions: the callback, `@original`, follow-ups.
import { InteractionResponseType, MessageFlags, MessageType } from 'discord-api-types/v10';
import * as z from 'zod';
import { answerMayMentionEveryone, byToken, type FirstAnswer, type Interaction } from '../interactions.ts';
import { messageView } from '../message-view.ts';
import { post, remove } from '../messages.ts';
import type { Component, Message } from '../model.ts';
import { checkAnswer } from '../rules/interaction-answers.ts';
import { checkMessage } from '../rules/message.ts';
import { checkFiles } from '../rules/multipart.ts';
import { MessageBody, storedComponents, storedEmbeds, storedFiles } from './message-body.ts';
import { changeMessage } from './messages.ts';
import { type Call, heed, openRoute, type Route, read, refuse } from './router.ts';

const SETTABLE =
  MessageFlags.Ephemeral |
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

export const interactionRoutes: readonly Route[] = [
  openRoute('POST', '/interactions/:interaction/:token/callback', answer),
  openRoute('POST', '/webhooks/:app/:token', followUp),
  openRoute('GET', '/webhooks/:app/:token/messages/:message', (call) =>
    messageView(call.world, ownMessage(call).message, call.viewer),
  ),
  openRoute('PATCH', '/webhooks/:app/:token/messages/:message', (call) => {
    const { interaction, message } = ownMessage(call);
    const first = interaction.loading && message === interaction.original;
    if (first) {
      interaction.loading = false;
      message.flags &= ~MessageFlags.Loading;
    }
    changeMessage(call, interaction.channel, message, first);
    return messageView(call.world, message, call.viewer);
  }),
  openRoute('DELETE', '/webhooks/:app/:token/messages/:message', (call) => {
    const { interaction, message } = ownMessage(call);
    if (!remove(call.world, interaction.channel, message)) refuse(10008);
  }),
];

const Callback = z.looseObject({ type: z.number(), data: z.unknown().optional() });
const ModalData = z.looseObject({
  custom_id: z.string(),
  title: z.string(),
  components: z.array(z.custom<Component>()),
});
const ChoicesData = z.looseObject({
  choices: z.array(z.looseObject({ name: z.string(), value: z.union([z.string(), z.number()]) })).nullish(),
});

function answer(call: Call): unknown {
  const interaction = call.world.interactions.get(call.param('interaction'));
  if (interaction === undefined || interaction.token !== call.param('token') || interaction.lost)
    return refuse(10062);
  if (interaction.first !== undefined) refuse(40060);
  const existing =
    interaction.source === undefined ? undefined : messageView(call.world, interaction.source, call.viewer);
  const attachmentNames = call.files.map(({ name }) => name);
  heed(checkAnswer(call.body, interaction.kind, { existing, attachmentNames }));
  heed(checkFiles(call.files));
  const { type, data } = read(Callback, call.body);
  const first = firstAnswer(call, interaction, type, data);
  interaction.first = first;
  if ('message' in first) interaction.original = first.message;
  interaction.settle(first);
  if (call.query.get('with_response') !== 'true') return undefined;
  return callbackView(call, interaction, type, first);
}

function firstAnswer(call: Call, interaction: Interaction, type: number, data: unknown): FirstAnswer {
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      return { kind: 'message', message: postAnswer(call, interaction, data, 0) };
    case InteractionResponseType.DeferredChannelMessageWithSource:
      interaction.loading = true;
      return { kind: 'deferred', message: postAnswer(call, interaction, data, MessageFlags.Loading) };
    case InteractionResponseType.UpdateMessage: {
      const { source, channel } = interaction;
      if (source !== undefined) changeMessage({ ...call, body: data, param: call.param }, channel, source);
      return { kind: 'update', message: source };
    }
    case InteractionResponseType.Modal: {
      const { custom_id, title, components } = read(ModalData, data);
      return {
        kind: 'modal',
        modal: { customId: custom_id, title, components: storedComponents(components, []) },
      };
    }
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return { kind: 'choices', choices: read(ChoicesData, data).choices ?? [] };
    default:
      return { kind: 'deferredUpdate', message: interaction.source };
  }
}

function postAnswer(call: Call, interaction: Interaction, data: unknown, moreFlags: number): Message {
  const { world } = call;
  const { app, channel, user } = interaction;
  const body = read(MessageBody, data);
  const flags = ((body.flags ?? 0) & SETTABLE) | moreFlags;
  const attachments = storedFiles(world, channel.id, call.files, body.attachments);
  return post(world, channel, {
    author: app.user,
    type: interaction.commandName === undefined ? MessageType.Default : commandMessageType(interaction),
    content: body.content ?? '',
    flags,
    embeds: storedEmbeds(body.embeds),
    components: storedComponents(body.components, attachments),
    attachments,
    allowedMentions: body.allowed_mentions,
    mayMentionEveryone: answerMayMentionEveryone(world, interaction),
    webhookId: app.id,
    applicationId: app.id,
    interaction: interaction.metadata,
    commandName: interaction.commandName,
    poll: body.poll ?? undefined,
    ephemeralFor: (flags & MessageFlags.Ephemeral) === 0 ? undefined : user.id,
  });
}

function commandMessageType(interaction: Interaction): MessageType {
  return interaction.title.startsWith('/') ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
}

function callbackView(call: Call, interaction: Interaction, type: number, first: FirstAnswer): unknown {
  const message = 'message' in first ? first.message : undefined;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.metadata.type,
      ...(message === undefined
        ? {}
        : {
            response_message_id: message.id,
            response_message_loading: interaction.loading,
            response_message_ephemeral: message.ephemeralFor !== undefined,
          }),
    },
    resource: {
      type,
      ...(message === undefined ? {} : { message: messageView(call.world, message, call.viewer) }),
    },
  };
}

/** A follow-up; directly after a deferral it is the deferred answer itself. */
function followUp(call: Call): unknown {
  const interaction = living(call);
  if (interaction.first === undefined) return refuse(10015);
  const { world } = call;
  if (interaction.loading && interaction.original !== undefined) {
    const { original, channel } = interaction;
    interaction.loading = false;
    original.flags &= ~MessageFlags.Loading;
    changeMessage(call, channel, original, true);
    return messageView(world, original, call.viewer);
  }
  heed(checkMessage(call.body, { kind: 'followup', attachmentNames: call.files.map(({ name }) => name) }));
  heed(checkFiles(call.files));
  const message = postAnswer(call, interaction, call.body, 0);
  interaction.followUps.push(message);
  if (interaction.original !== undefined) {
    message.reference = { type: 0, message_id: interaction.original.id, channel_id: message.channelId };
  }
  return messageView(world, message, call.viewer);
}

function living(call: Call): Interaction {
  return byToken(call.world, call.param('app'), call.param('token')) ?? refuse(50027);
}

/** A message that this interaction's token may touch: `@original`, the answer, a follow-up, the component's. */
function ownMessage(call: Call): { interaction: Interaction; message: Message } {
  const interaction = living(call);
  const id = call.param('message');
  if (id === '@original') {
    const { original } = interaction;
    if (original === undefined) return refuse(interaction.first === undefined ? 10015 : 10008);
    return isThere(interaction, original) ? { interaction, message: original } : refuse(10008);
  }
  const message = [interaction.original, ...interaction.followUps, interaction.source].find(
    (each) => each?.id === id,
  );
  return message !== undefined && isThere(interaction, message) ? { interaction, message } : refuse(10008);
}

function isThere({ channel }: Interaction, message: Message): boolean {
  return channel.messages.has(message.id) || channel.ephemerals.has(message.id);
}
