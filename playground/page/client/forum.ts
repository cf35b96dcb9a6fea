// A forum: its posts, newest word first, filtered by tag, and a form for a new one.
import type { PlaceView, TagView } from '../wire.ts';
import { act } from './api.ts';
import { openDialog } from './dialogs.ts';
import { h, icon, newId } from './dom.ts';
import { nameOf } from './pickables.ts';
import { forSending } from './spelling.ts';
import { look, on, place, state, unreadIn } from './store.ts';
import { fromNow } from './time.ts';

let filter: string | undefined;

export function forum(): HTMLElement {
  const element = h('section', { class: 'forum-page', 'aria-label': 'Posts' });
  const draw = (): void => {
    const here = place();
    const isForum = here?.kind === 'forum';
    element.hidden = !isForum;
    element.replaceChildren(...(isForum ? content(here, draw) : []));
  };
  on('state', draw);
  on('unread', draw);
  return element;
}

function content(here: PlaceView, redraw: () => void): Node[] {
  if (!here.tags.some(({ id }) => id === filter)) filter = undefined;
  const posts = state()
    .places.filter(({ parentId, thread }) => parentId === here.id && thread !== undefined)
    .filter(({ thread }) => filter === undefined || thread?.tags.includes(filter))
    .sort((one, other) => (other.thread?.lastAt ?? 0) - (one.thread?.lastAt ?? 0));
  const tags = here.tags.map((tag) =>
    h(
      'button',
      {
        type: 'button',
        class: 'tag-pill',
        'aria-pressed': String(filter === tag.id),
        onclick: () => {
          filter = filter === tag.id ? undefined : tag.id;
          redraw();
        },
      },
      tag.name,
    ),
  );
  const write = h(
    'button',
    { type: 'button', class: 'primary', disabled: !here.canWrite, onclick: () => newPost(here) },
    'New post',
  );
  return [
    h(
      'div',
      { class: 'forum-top' },
      h('div', { class: 'tag-row', role: 'group', 'aria-label': 'Filter by tag' }, ...tags),
      write,
    ),
    posts.length === 0
      ? h('p', { class: 'nothing' }, 'There are no posts yet.')
      : h('ul', { class: 'posts' }, ...posts.map((post) => h('li', {}, card(post, here.tags)))),
  ];
}

function card(post: PlaceView, tags: readonly TagView[]): HTMLElement {
  const { thread } = post;
  const applied = tags.filter(({ id }) => thread?.tags.includes(id));
  const answers = thread?.messages ?? 0;
  return h(
    'button',
    {
      type: 'button',
      class: `post${unreadIn(post.id) === undefined ? '' : ' unread'}`,
      onclick: () => look({ place: post.id }),
    },
    h('span', { class: 'post-tags' }, ...applied.map(({ name }) => h('span', { class: 'tag-pill' }, name))),
    h('strong', {}, post.name),
    h('span', { class: 'excerpt' }, h('b', {}, `${nameOf(thread?.ownerId ?? '')}: `), thread?.excerpt ?? ''),
    h(
      'span',
      { class: 'post-foot' },
      icon('chat-bubble-oval-left'),
      `${answers} ${answers === 1 ? 'answer' : 'answers'} · ${fromNow(thread?.lastAt ?? 0)}${thread?.archived === true ? ' · closed' : ''}`,
    ),
  );
}

function newPost(here: PlaceView): void {
  const [titleId, textId] = [newId(), newId()];
  const title = h('input', {
    class: 'field',
    id: titleId,
    maxlength: 100,
    required: true,
    autocomplete: 'off',
  });
  const text = h('textarea', { class: 'field', id: textId, rows: 5, required: true, maxlength: 2000 });
  const boxes = here.tags.map(({ name }) => ({ name, box: h('input', { type: 'checkbox' }) }));
  const form = h(
    'form',
    { class: 'dialog-form' },
    h('div', { class: 'modal-field' }, h('label', { for: titleId, class: 'label' }, 'Title'), title),
    h('div', { class: 'modal-field' }, h('label', { for: textId, class: 'label' }, 'Message'), text),
    boxes.length === 0
      ? undefined
      : h(
          'div',
          { class: 'modal-field' },
          h('span', { class: 'label' }, here.requireTag ? 'Tags (at least one)' : 'Tags'),
          h(
            'div',
            { class: 'choices', role: 'group', 'aria-label': 'Tags' },
            ...boxes.map(({ name, box }) => h('label', {}, box, h('span', {}, name))),
          ),
        ),
    h('footer', {}, h('button', { class: 'primary' }, 'Post')),
  );
  const { close } = openDialog(`New post in ${here.name}`, form);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const tags = boxes.filter(({ box }) => box.checked).map(({ name }) => name);
    const outcome = await act({
      do: 'post',
      place: here.id,
      title: title.value,
      text: forSending(text.value),
      tags,
    });
    if (outcome !== undefined) close();
  });
  title.focus();
}
