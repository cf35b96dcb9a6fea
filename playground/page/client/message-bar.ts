// What can be done with a message: react, reply, edit, open a thread, use a menu, delete.
import type { MessageView } from '../wire.ts';
import { act } from './api.ts';
import { edit, replyTo } from './composer.ts';
import { h, iconButton } from './dom.ts';
import { openMenu } from './menu.ts';
import { chooseReaction } from './reactions.ts';
import { place, state } from './store.ts';
import { openThread } from './threads.ts';

const MESSAGE_COMMAND = 3;
const USER_COMMAND = 2;

export function bar(message: MessageView): HTMLElement {
  const here = place();
  const anchored = (open: (anchor: HTMLElement) => void) => (event: Event) => {
    if (event.currentTarget instanceof HTMLElement) open(event.currentTarget);
  };
  return h(
    'div',
    { class: 'message-bar', role: 'toolbar', 'aria-label': 'Actions' },
    message.ephemeral
      ? undefined
      : iconButton(
          'face-smile',
          'Add a reaction',
          anchored((anchor) => chooseReaction(anchor, message.id)),
        ),
    message.ephemeral || here?.canWrite !== true
      ? undefined
      : iconButton('arrow-uturn-left', 'Reply', () => replyTo(message)),
    message.canEdit ? iconButton('pencil', 'Edit', () => edit(message)) : undefined,
    iconButton(
      'ellipsis-horizontal',
      'More',
      anchored((anchor) => openMenu(anchor, 'More', itemsFor(message))),
    ),
  );
}

function itemsFor(message: MessageView) {
  const { commands, placeId } = state();
  const menu = (type: number, target: Record<string, string>) =>
    commands
      .filter((command) => command.type === type)
      .map(({ name, bot }) => ({
        label: name,
        hint: bot,
        run: () => void act({ do: 'menu', place: placeId, name, ...target }),
      }));
  const canThread = place()?.canThread === true && place()?.kind !== 'thread' && message.thread === undefined;
  return [
    ...(message.ephemeral ? [] : menu(MESSAGE_COMMAND, { message: message.id })),
    ...menu(USER_COMMAND, { person: message.authorId }).map((item) => ({
      ...item,
      label: `${item.label} (${message.author})`,
    })),
    ...(canThread && !message.ephemeral
      ? [{ label: 'Create a thread', run: () => void openThread(message.placeId, message) }]
      : []),
    { label: 'Copy the text', run: () => void navigator.clipboard.writeText(message.content) },
    ...(message.ephemeral
      ? [{ label: 'Dismiss', run: () => void act({ do: 'dismiss', message: message.id }) }]
      : []),
    ...(message.canDelete
      ? [{ label: 'Delete', danger: true, run: () => void act({ do: 'delete', message: message.id }) }]
      : []),
  ];
}
