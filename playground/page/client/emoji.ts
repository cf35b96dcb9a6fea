// Emoji: how one is drawn, and the list to choose one from.
import type { APIPartialEmoji } from 'discord-api-types/v10';
import { h } from './dom.ts';
import { openPopup } from './popup.ts';
import { state } from './store.ts';

type Emoji = Pick<APIPartialEmoji, 'id' | 'name'>;

const COMMON: readonly (readonly [emoji: string, name: string])[] = [
  ['👍', 'thumbs up'],
  ['👎', 'thumbs down'],
  ['🙏', 'folded hands thanks'],
  ['❤️', 'red heart love'],
  ['🌿', 'herb leaf'],
  ['⭐', 'star'],
  ['⬆️', 'up arrow upvote'],
  ['✅', 'check mark solved'],
  ['❌', 'cross mark no'],
  ['🎉', 'party popper celebrate'],
  ['😀', 'grinning face'],
  ['😂', 'tears of joy laugh'],
  ['🙂', 'slight smile'],
  ['😊', 'smiling blush'],
  ['😍', 'heart eyes'],
  ['🤔', 'thinking face'],
  ['😅', 'sweat smile'],
  ['😢', 'crying face sad'],
  ['😭', 'loudly crying'],
  ['😮', 'open mouth wow'],
  ['😡', 'angry face'],
  ['🥳', 'partying face'],
  ['😎', 'sunglasses cool'],
  ['🤗', 'hugging face'],
  ['👋', 'waving hand hello'],
  ['👏', 'clapping hands'],
  ['🙌', 'raising hands'],
  ['💪', 'flexed biceps strong'],
  ['🤝', 'handshake'],
  ['👀', 'eyes look'],
  ['💯', 'hundred points'],
  ['🔥', 'fire hot'],
  ['✨', 'sparkles'],
  ['💡', 'light bulb idea'],
  ['🚀', 'rocket ship'],
  ['🐛', 'bug'],
  ['🛠️', 'hammer and wrench tools'],
  ['📌', 'pushpin'],
  ['📎', 'paperclip'],
  ['❓', 'question mark'],
  ['❗', 'exclamation mark'],
  ['☕', 'coffee'],
  ['🍰', 'cake'],
  ['🌍', 'earth globe'],
  ['🏆', 'trophy'],
  ['🥇', 'gold medal first'],
  ['🎯', 'target'],
  ['💜', 'purple heart'],
];

/** An emoji as a node: text for the usual ones, a picture for a server's own. */
export function emojiNode({ id, name }: Emoji): HTMLElement {
  if (id === null || id === undefined) return h('span', { class: 'emoji' }, name ?? '');
  const label = `:${name}:`;
  const picture = state().emojis.find((each) => each.id === id)?.picture;
  if (picture !== undefined)
    return h('img', { class: 'emoji picture', src: picture, alt: label, title: label });
  // One without a picture: its first letters stand for it. They are no text, as the name is beside them.
  return h('span', {
    class: 'emoji custom',
    role: 'img',
    'aria-label': label,
    title: label,
    'data-letters': (name ?? '?').slice(0, 2),
  });
}

/** Opens the list at an element; `chosen` gets 🙏, or the name of a server's own emoji. */
export function openEmojiPicker(anchor: HTMLElement, chosen: (emoji: string) => void): void {
  const custom = state().emojis.map(({ id, name }) => ({
    emoji: name,
    name,
    node: () => emojiNode({ id, name }),
  }));
  const common = COMMON.map(([emoji, name]) => ({
    emoji,
    name,
    node: () => emojiNode({ id: null, name: emoji }),
  }));
  const search = h('input', {
    class: 'search',
    placeholder: 'Find an emoji, or paste one',
    'aria-label': 'Find an emoji, or paste one',
  });
  const grid = h('div', { class: 'emoji-grid', role: 'group', 'aria-label': 'Emoji' });
  const popup = openPopup(anchor, h('div', { class: 'emoji-picker' }, search, grid), {
    label: 'Choose an emoji',
  });
  const choose = (emoji: string): void => {
    popup.close();
    chosen(emoji);
  };
  const fill = (): void => {
    const wanted = search.value.trim().toLowerCase();
    const pasted = /^\p{RGI_Emoji}$/v.test(wanted)
      ? [{ emoji: wanted, name: 'pasted emoji', node: () => emojiNode({ id: null, name: wanted }) }]
      : [...custom, ...common].filter(({ name }) => name.toLowerCase().includes(wanted));
    grid.replaceChildren(
      ...pasted.map(({ emoji, name, node }) =>
        h(
          'button',
          { type: 'button', 'aria-label': name, title: name, onclick: () => choose(emoji) },
          node(),
        ),
      ),
    );
  };
  search.addEventListener('input', fill);
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    grid.querySelector('button')?.click();
  });
  fill();
  search.focus();
}
