// Suggestions above the text while one types: commands after /, people and roles after @, channels after #.
import type { CommandView } from '../wire.ts';
import { leavesOf } from './command-form.ts';
import { h } from './dom.ts';
import { channels, people, roles } from './pickables.ts';
import { matches, type Pickable } from './picker.ts';
import { state } from './store.ts';

/** More than fit are scrolled to; past this, one types another letter. */
const SHOWN = 50;
const SLASH_COMMAND = 1;

interface Suggestion extends Pickable {
  take: () => void;
}

interface Hooks {
  runCommand: (command: CommandView, path: readonly string[]) => void;
}

let box: HTMLElement | undefined;
let active = 0;
let shown: Suggestion[] = [];
let typing: HTMLTextAreaElement | undefined;

/** Looks at what stands before the cursor, and suggests how it could go on. */
export function suggest(input: HTMLTextAreaElement, hooks: Hooks): void {
  if (typing === undefined) {
    // Before the composer, for which Enter means to send.
    input.addEventListener('keydown', onKey, { capture: true });
    input.addEventListener('blur', () =>
      setTimeout(() => {
        if (document.activeElement !== input) close();
      }, 150),
    );
  }
  typing = input;
  shown = suggestionsFor(input, hooks).slice(0, SHOWN);
  active = 0;
  draw();
}

/** Commands that came after a / was typed are suggested all the same; a list that was closed stays so. */
export function suggestLate(hooks: Hooks): void {
  if (typing === undefined || document.activeElement !== typing || shown.length > 0) return;
  if (typing.value.startsWith('/')) suggest(typing, hooks);
}

function suggestionsFor(input: HTMLTextAreaElement, hooks: Hooks): Suggestion[] {
  const before = input.value.slice(0, input.selectionStart);
  const slash = /^\/(.*)$/.exec(input.value);
  if (slash !== null) return commandSuggestions(slash[1] ?? '', hooks);
  const word = /(?:^|\s)([@#])([^\s@#]*)$/.exec(before);
  if (word === null) return [];
  const [, sign = '', typed = ''] = word;
  return (sign === '@' ? [...people(), ...roles()] : channels())
    .filter(({ label }) => matches(label, typed))
    .map((item) => ({
      ...item,
      take: () => {
        const start = input.selectionStart - typed.length - 1;
        input.setRangeText(`${sign}${item.label} `, start, input.selectionStart, 'end');
      },
    }));
}

function commandSuggestions(typed: string, hooks: Hooks): Suggestion[] {
  return state()
    .commands.filter(({ type }) => type === SLASH_COMMAND)
    .flatMap((command) =>
      leavesOf(command).map((leaf) => ({
        value: leaf.title,
        label: `/${leaf.title}`,
        description: leaf.description,
        take: () => hooks.runCommand(command, leaf.path),
      })),
    )
    .filter(({ value }) => value.startsWith(typed.trimEnd()) || typed.startsWith(`${value} `));
}

function onKey(event: KeyboardEvent): void {
  if (box === undefined) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    active = (active + step + shown.length) % shown.length;
    draw();
  } else if (event.key === 'Enter' || event.key === 'Tab') take(shown[active]);
  else if (event.key === 'Escape') close();
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function take(suggestion: Suggestion | undefined): void {
  close();
  suggestion?.take();
  if (suggestion?.label.startsWith('/') !== true) typing?.focus();
}

function draw(): void {
  if (shown.length === 0 || typing === undefined) {
    close();
    return;
  }
  box?.remove();
  const rows = shown.map((item, index) =>
    h(
      'div',
      {
        class: `pick${index === active ? ' active' : ''}`,
        role: 'option',
        id: `suggestion-${index}`,
        'aria-selected': String(index === active),
        onpointerdown: (event: Event) => {
          event.preventDefault();
          take(item);
        },
      },
      item.mark === undefined ? undefined : h('span', { class: 'mark', 'aria-hidden': 'true' }, item.mark()),
      h(
        'span',
        { class: 'pick-text' },
        h('span', { class: 'pick-label' }, item.label),
        item.description === undefined
          ? undefined
          : h('span', { class: 'pick-description' }, item.description),
      ),
    ),
  );
  box = h(
    'div',
    { class: 'suggestions', role: 'listbox', id: 'suggestions', 'aria-label': 'Suggestions' },
    ...rows,
  );
  typing.closest('.composer')?.prepend(box);
  rows[active]?.scrollIntoView({ block: 'nearest' });
  typing.setAttribute('aria-activedescendant', `suggestion-${active}`);
  typing.setAttribute('aria-controls', 'suggestions');
}

function close(): void {
  box?.remove();
  box = undefined;
  typing?.removeAttribute('aria-activedescendant');
  typing?.removeAttribute('aria-controls');
}
