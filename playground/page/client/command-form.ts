// The form of a slash command: each option with its name, description and type; what is required is asked for.
import type { CommandView } from '../wire.ts';
import { act } from './api.ts';
import { type CommandOption, commandField, type Value } from './command-field.ts';
import { h, iconButton } from './dom.ts';
import { state } from './store.ts';

const SUBCOMMAND = 1;
const GROUP = 2;

/** A command, or one of its subcommands. */
export interface Leaf {
  /** What follows the command's name. */
  path: string[];
  title: string;
  description: string;
  options: CommandOption[];
}

export function leavesOf(command: CommandView): Leaf[] {
  return leaves([], command.name, command.description, optionsOf(command));
}

function leaves(path: string[], title: string, description: string, options: CommandOption[]): Leaf[] {
  const branches = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (branches.length === 0) return [{ path, title, description, options }];
  return branches.flatMap((branch) =>
    leaves([...path, branch.name], `${title} ${branch.name}`, branch.description, branch.options ?? []),
  );
}

/** Discord's own union of options is told apart by type; a form needs only what they have in common. */
function optionsOf(command: CommandView): CommandOption[] {
  return (command.options ?? []).map((option) => option satisfies CommandOption);
}

/** `closed` is called when it was sent or given up. */
export function commandForm(command: CommandView, leaf: Leaf, closed: () => void): HTMLElement {
  const line = `/${leaf.title}`;
  const values = new Map<string, Value>();
  const fields = leaf.options.map((option) => ({
    option,
    field: commandField(option, {
      changed: (value) => {
        if (value === undefined) values.delete(option.name);
        else values.set(option.name, value);
      },
      complete: async (typed) => {
        const others = [...values].filter(([name]) => name !== option.name);
        const outcome = await act({
          do: 'complete',
          place: state().placeId,
          line,
          options: Object.fromEntries([...others, [option.name, typed]]),
        });
        return outcome?.choices ?? [];
      },
    }),
  }));
  const send = h('button', { class: 'primary' }, 'Run');
  const form = h(
    'form',
    { class: 'command-form', 'aria-label': line, novalidate: true },
    h(
      'header',
      {},
      h('strong', {}, line),
      h('span', { class: 'by' }, `${leaf.description} · ${command.bot}`),
      iconButton('x-mark', 'Cancel', closed),
    ),
    ...fields.map(({ field }) => field.element),
    h('footer', {}, send),
  );
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) closed();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const problems = fields.map(({ option, field }) => field.check(values.get(option.name)));
    if (problems.some((fine) => !fine)) {
      form.querySelector<HTMLElement>('.invalid input, .invalid button')?.focus();
      return;
    }
    closed();
    void act({ do: 'run', place: state().placeId, line, options: Object.fromEntries(values) });
  });
  return form;
}
