// Draws one message: who, when, what, the reactions under it, and what can be done with it.
import type { MessageView, ReplyView } from '../wire.ts';
import { act } from './api.ts';
import { attachmentsOf } from './attachments.ts';
import { avatar } from './avatar.ts';
import { paintName } from './colors.ts';
import { components } from './components.ts';
import { type Child, h, icon } from './dom.ts';
import { drawEmbed } from './embeds.ts';
import { goToMessage } from './jump.ts';
import { markdown } from './markdown.ts';
import { bar } from './message-bar.ts';
import { reactions } from './reactions.ts';
import { look } from './store.ts';
import { systemText } from './system-text.ts';
import { clockTime, longTime } from './time.ts';

/** Only emoji, and not too many: drawn large. */
const JUMBO = /^(?:\s*(?:\p{RGI_Emoji}|<a?:\w+:\d+>)\s*){1,27}$/v;

export function drawMessage(
  message: MessageView,
  shape: { isHead: boolean; day: string | undefined },
): HTMLElement {
  const system = systemText(message);
  const inside = system === undefined ? spoken(message, shape.isHead) : systemLine(message, system);
  const classes = ['message'];
  if (shape.isHead) classes.push('head');
  if (message.rings) classes.push('rings');
  if (message.ephemeral) classes.push('ephemeral');
  const element = h(
    'div',
    {
      class: classes.join(' '),
      tabindex: '0',
      'data-id': message.id,
      'aria-label': `${message.author}, ${longTime(message.at)}`,
      role: 'article',
    },
    ...inside,
  );
  // The bar of actions is made when somebody comes near; there are many messages.
  const offer = (): void => {
    if (element.querySelector('.message-bar') === null) element.append(bar(message));
  };
  element.addEventListener('pointerenter', offer);
  element.addEventListener('focusin', offer);
  const item = h(
    'div',
    { role: 'listitem', class: 'row' },
    shape.day === undefined ? undefined : dayLine(shape.day),
    element,
  );
  return Object.assign(item, { focus: () => element.focus() });
}

function dayLine(day: string): HTMLElement {
  return h('div', { class: 'day', role: 'separator', 'aria-label': day }, h('span', {}, day));
}

function spoken(message: MessageView, isHead: boolean): Child[] {
  return [
    message.reply === undefined ? undefined : replyLine(message.reply, message.placeId),
    message.command === undefined ? undefined : commandLine(message.command),
    isHead
      ? avatar(message.author)
      : h('time', { class: 'side-time', 'aria-hidden': 'true' }, clockTime(message.at)),
    h('div', { class: 'body' }, isHead ? headLine(message) : undefined, ...content(message)),
  ];
}

function headLine(message: MessageView): HTMLElement {
  const name = paintName(h('span', { class: 'name' }, message.author), message.color);
  const time = h(
    'time',
    { class: 'time', datetime: new Date(message.at).toISOString() },
    longTime(message.at),
  );
  return h(
    'div',
    { class: 'head-line' },
    name,
    message.bot ? h('span', { class: 'tag' }, 'APP') : undefined,
    time,
  );
}

function content(message: MessageView): Child[] {
  return [
    message.loading
      ? h(
          'div',
          { class: 'thinking', role: 'status' },
          h('span', { class: 'dots', 'aria-hidden': 'true' }),
          `${message.author} is thinking…`,
        )
      : undefined,
    message.content === '' ? undefined : textOf(message),
    ...message.embeds.map((embed) => drawEmbed(embed, message)),
    ...attachmentsOf(message),
    ...(message.components.length === 0 ? [] : [h('div', { class: 'components' }, ...components(message))]),
    message.thread === undefined ? undefined : threadLink(message.thread),
    reactions(message),
    message.ephemeral ? onlyYou(message) : undefined,
  ];
}

function textOf(message: MessageView): HTMLElement {
  const text = h(
    'div',
    { class: `text${JUMBO.test(message.content) ? ' jumbo' : ''}` },
    markdown(message.content, message.names),
  );
  if (message.edited) (text.lastElementChild ?? text).append(h('span', { class: 'edited' }, ' (edited)'));
  return text;
}

function replyLine(reply: ReplyView | 'gone', placeId: string): HTMLElement {
  if (reply === 'gone') return h('div', { class: 'reply gone' }, 'The original message was deleted');
  return h(
    'button',
    {
      type: 'button',
      class: 'reply',
      onclick: () => void goToMessage(placeId, reply.id),
    },
    h('span', { class: 'unseen' }, 'In reply to '),
    avatar(reply.author),
    paintName(h('span', { class: 'name' }, reply.author), reply.color),
    h('span', { class: 'excerpt' }, reply.excerpt || 'Click to see it'),
  );
}

function commandLine({ name, user, color }: NonNullable<MessageView['command']>): HTMLElement {
  return h(
    'div',
    { class: 'reply' },
    avatar(user),
    paintName(h('span', { class: 'name' }, user), color),
    ' used ',
    h('span', { class: 'used' }, /^[a-z0-9_-]+( [a-z0-9_-]+)*$/.test(name) ? `/${name}` : name),
  );
}

function onlyYou(message: MessageView): HTMLElement {
  const dismiss = h(
    'button',
    { type: 'button', class: 'link', onclick: () => void act({ do: 'dismiss', message: message.id }) },
    'Dismiss message',
  );
  return h('div', { class: 'only-you' }, icon('eye'), 'Only you can see this • ', dismiss);
}

function threadLink(thread: NonNullable<MessageView['thread']>): HTMLElement {
  const count = `${thread.messages} ${thread.messages === 1 ? 'message' : 'messages'}`;
  return h(
    'button',
    { type: 'button', class: 'thread-link', onclick: () => look({ place: thread.id }) },
    h('strong', {}, thread.name),
    h('span', {}, `${count} ›`),
  );
}

function systemLine(message: MessageView, text: string): Child[] {
  return [
    h('span', { class: 'side-icon' }, icon('arrow-right')),
    h(
      'div',
      { class: 'body system' },
      paintName(h('span', { class: 'name' }, message.author), message.color),
      ` ${text} `,
      h('time', { class: 'time' }, longTime(message.at)),
      reactions(message),
    ),
  ];
}
