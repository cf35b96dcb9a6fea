// Where one writes: text with suggestions, a reply, an edit, files, and the way to the commands.
import type { CommandView, MessageView } from '../wire.ts';
import { act } from './api.ts';
import { commandForm, leavesOf } from './command-form.ts';
import { h, iconButton } from './dom.ts';
import { openEmojiPicker } from './emoji.ts';
import { forReading, forSending } from './spelling.ts';
import { on, place, state } from './store.ts';
import { suggest, suggestLate } from './suggestions.ts';
import { Chosen } from './uploads.ts';

const SLASH_COMMAND = 1;

const bar = h('div', { class: 'composer-note', hidden: true });
const input = h('textarea', { rows: 1, 'aria-label': 'Message', autocomplete: 'off', maxlength: 2000 });
const files = h('input', {
  type: 'file',
  multiple: true,
  class: 'unseen',
  'aria-label': 'Files',
  tabindex: '-1',
});
const chosen = new Chosen(() => {}, { asksForAlt: true });
const line = h('div', { class: 'composer-line' });
const root = h('section', { class: 'composer', 'aria-label': 'Write' }, bar, chosen.element, line, files);
let replying: MessageView | undefined;
let editing: MessageView | undefined;
let pings = true;
let openAt: string | undefined;

export function composer(): HTMLElement {
  line.append(
    iconButton('paper-clip', 'Attach files', () => files.click()),
    input,
    iconButton('face-smile', 'Emoji', (event) => {
      if (event.currentTarget instanceof HTMLElement)
        openEmojiPicker(event.currentTarget, (emoji) => insert(emoji));
    }),
    iconButton('command-line', 'Commands', () => begin('/')),
    iconButton('paper-airplane', 'Send', () => void send(), { class: 'icon-button send' }),
  );
  input.addEventListener('input', () => {
    grow();
    suggest(input, { runCommand: chooseCommand });
  });
  input.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape') reset();
  });
  files.addEventListener('change', () => {
    chosen.add([...(files.files ?? [])]);
    files.value = '';
    input.focus();
  });
  input.addEventListener('paste', (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    chosen.add(pasted);
  });
  on('state', () => {
    refresh();
    suggestLate({ runCommand: chooseCommand });
  });
  return root;
}

function refresh(): void {
  const here = place();
  if (state().placeId !== openAt) {
    openAt = state().placeId;
    reset();
  }
  root.hidden = here === undefined || here.kind === 'forum';
  const name = here?.kind === 'thread' ? `“${here.name}”` : `#${here?.name ?? ''}`;
  const may = here?.canWrite === true;
  input.placeholder = may ? `Message ${name}` : 'You cannot write in this channel';
  input.disabled = !may;
}

export function replyTo(message: MessageView): void {
  reset();
  replying = message;
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'link',
      'aria-pressed': 'true',
      onclick: () => {
        pings = !pings;
        toggle.textContent = pings ? '@ on' : '@ off';
        toggle.setAttribute('aria-pressed', String(pings));
      },
    },
    '@ on',
  );
  toggle.title = 'Whether it rings for them';
  note(`Replying to ${message.author}`, reset, toggle);
  input.focus();
}

export function edit(message: MessageView): void {
  reset();
  editing = message;
  input.value = forReading(message.content, message.names);
  note('Editing your message', reset);
  grow();
  input.focus();
}

/** Opens a command by its name, with subcommands: "rules try". */
export function useCommand(name: string): void {
  const [first, ...path] = name.split(' ');
  const command = state().commands.find((each) => each.type === SLASH_COMMAND && each.name === first);
  const leaf =
    command === undefined
      ? undefined
      : leavesOf(command).find((each) => each.path.join(' ') === path.join(' '));
  if (command !== undefined && leaf !== undefined) chooseCommand(command, leaf.path);
  else begin(`/${name}`);
}

/** Types for the person, so that suggestions follow. */
function begin(text: string): void {
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input'));
}

function chooseCommand(command: CommandView, path: readonly string[]): void {
  reset();
  const leaf = leavesOf(command).find((each) => each.path.join(' ') === path.join(' '));
  if (leaf === undefined) return;
  const form = commandForm(command, leaf, () => {
    form.remove();
    line.hidden = false;
    input.focus();
  });
  line.hidden = true;
  root.append(form);
  // A command that needs nothing is run by Enter at once, as on Discord.
  const needsSomething = leaf.options.some(({ required }) => required === true);
  form
    .querySelector<HTMLElement>(needsSomething ? 'input, .select, .file-button button' : '.primary')
    ?.focus();
}

function insert(text: string): void {
  const custom = state().emojis.some(({ name }) => name === text);
  input.setRangeText(custom ? `:${text}:` : text, input.selectionStart, input.selectionEnd, 'end');
  input.focus();
}

async function send(): Promise<void> {
  const text = forSending(input.value.trim());
  if (text === '' && chosen.names.length === 0) return;
  const written = input.value;
  const [edited, original, ping, at] = [editing, replying, pings, state().placeId];
  const attached = await chosen.read();
  reset();
  const deed =
    edited !== undefined
      ? { do: 'edit', message: edited.id, text }
      : original !== undefined
        ? { do: 'reply', message: original.id, text, ping, files: attached }
        : { do: 'say', place: at, text, files: attached };
  if ((await act(deed)) === undefined && input.value === '') input.value = written;
}

function reset(): void {
  replying = undefined;
  editing = undefined;
  pings = true;
  chosen.clear();
  input.value = '';
  bar.hidden = true;
  line.hidden = false;
  root.querySelector('.command-form')?.remove();
  grow();
}

function note(text: string, cancel: () => void, more?: Node): void {
  bar.replaceChildren(
    h('span', {}, text),
    ...(more === undefined ? [] : [more]),
    iconButton('x-mark', 'Cancel', cancel),
  );
  bar.hidden = false;
}

function grow(): void {
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, innerHeight / 2)}px`;
}
