// The reactions under a message: how many, whether one's own is among them, and a way to add another.
import type { MessageView, ReactionView } from '../wire.ts';
import { act } from './api.ts';
import { h, iconButton } from './dom.ts';
import { emojiNode, openEmojiPicker } from './emoji.ts';

export function reactions(message: MessageView): HTMLElement | undefined {
  if (message.reactions.length === 0) return undefined;
  const add = iconButton('face-smile', 'Add a reaction', (event) => {
    if (event.currentTarget instanceof HTMLElement) chooseReaction(event.currentTarget, message.id);
  });
  return h('div', { class: 'reactions' }, ...message.reactions.map((each) => pill(message.id, each)), add);
}

export function chooseReaction(anchor: HTMLElement, messageId: string): void {
  openEmojiPicker(anchor, (emoji) => void act({ do: 'react', message: messageId, emoji, on: true }));
}

function pill(messageId: string, { key, emoji, count, me, names }: ReactionView): HTMLElement {
  const who = `${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''}`;
  return h(
    'button',
    {
      type: 'button',
      class: `reaction${me ? ' mine' : ''}`,
      'aria-pressed': String(me),
      'aria-label': `${emoji.name}, ${count}: ${who}`,
      title: who,
      onclick: () => void act({ do: 'react', message: messageId, emoji: key, on: !me }),
    },
    emojiNode({ id: emoji.id, name: emoji.name }),
    h('span', { class: 'count' }, String(count)),
  );
}
