// What stands above the first message of a channel; where nothing was said yet, with what could be done first.
import { useCommand } from './composer.ts';
import { h } from './dom.ts';
import { place, state } from './store.ts';

const SLASH_COMMAND = 1;

export function welcome(isEmpty: boolean): HTMLElement {
  const here = place();
  if (here === undefined) return h('p', {}, 'There is nothing to see here.');
  const isThread = here.kind === 'thread';
  const start = isThread ? 'This is the start of this thread.' : `This is the start of #${here.name}.`;
  return h(
    'div',
    { class: 'welcome' },
    h('h2', {}, isThread ? here.name : `Welcome to #${here.name}`),
    h('p', {}, here.topic ?? start),
    ...(isEmpty ? firstSteps() : []),
  );
}

/** For whoever has just come: be somebody, write, or run a command. */
function firstSteps(): HTMLElement[] {
  const { me, commands } = state();
  const names = commands.filter(({ type }) => type === SLASH_COMMAND).map(({ name }) => name);
  const [bot] = commands.map((each) => each.bot);
  const start = `You are ${me.name} here; “I am” above makes you somebody else. Write something`;
  if (bot === undefined) return [h('p', {}, `${start}.`)];
  return [
    h('p', {}, `${start}, or try a command of ${bot}:`),
    h(
      'p',
      { class: 'try' },
      ...names.map((name) =>
        h('button', { type: 'button', class: 'mention', onclick: () => useCommand(name) }, `/${name}`),
      ),
    ),
  ];
}
