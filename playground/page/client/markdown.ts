// Draws Discord's Markdown: first the blocks of a text, then what stands in its lines.
import { h } from './dom.ts';
import { inline } from './markdown-inline.ts';

/** Names of people that the text mentions, as the message carries them. */
export type Names = Record<string, string>;

const FENCE = /^```(?:[\w+-]*\n)?([\s\S]*?)\n?```/;
const HEADING = /^(#{1,3}) +(.+)$/;
const SUBTEXT = /^-# +(.+)$/;
const ITEM = /^( *)(?:[-*]|(\d+)\.) +(.*)$/;

/** The text as nodes. */
export function markdown(text: string, names: Names): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let rest = text;
  while (rest !== '') {
    const fence = rest.indexOf('```');
    const code = fence === -1 ? null : FENCE.exec(rest.slice(fence));
    const plain = code === null ? rest : rest.slice(0, fence);
    fragment.append(...blocks(plain.replace(/\n$/, ''), names));
    if (code === null) break;
    fragment.append(h('pre', { tabindex: '0' }, h('code', {}, code[1] ?? '')));
    rest = rest.slice(fence + code[0].length).replace(/^\n/, '');
  }
  return fragment;
}

function blocks(text: string, names: Names): Node[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const nodes: Node[] = [];
  let index = 0;
  while (index < lines.length) {
    const block = blockAt(lines, index, names);
    nodes.push(block.node);
    index += block.length;
  }
  return nodes;
}

interface Block {
  node: Node;
  /** Lines it takes. */
  length: number;
}

function blockAt(lines: readonly string[], start: number, names: Names): Block {
  const line = lines[start] ?? '';
  const heading = HEADING.exec(line);
  if (heading !== null) {
    const level = heading[1]?.length ?? 1;
    // Headings within a message stand below those of the page.
    const node = h('div', { class: `heading h${level}`, role: 'heading', 'aria-level': level + 2 });
    node.append(...inline(heading[2] ?? '', names));
    return { node, length: 1 };
  }
  const subtext = SUBTEXT.exec(line);
  if (subtext !== null) return { node: line_('small', subtext[1] ?? '', names), length: 1 };
  if (line.startsWith('>>> ')) {
    const quoted = [line.slice(4), ...lines.slice(start + 1)].join('\n');
    return { node: quote(quoted, names), length: lines.length - start };
  }
  if (line.startsWith('> ')) {
    const length = run(lines, start, (each) => each.startsWith('> '));
    const quoted = lines.slice(start, start + length).map((each) => each.slice(2));
    return { node: quote(quoted.join('\n'), names), length };
  }
  if (ITEM.test(line)) {
    const length = run(lines, start, (each) => ITEM.test(each));
    return { node: list(lines.slice(start, start + length), names), length };
  }
  const length = run(lines, start, (each) => !startsBlock(each));
  return { node: line_('p', lines.slice(start, start + length).join('\n'), names), length };
}

function startsBlock(line: string): boolean {
  return HEADING.test(line) || SUBTEXT.test(line) || ITEM.test(line) || /^>(>>)? /.test(line);
}

/** How many lines from here on fit; at least one. */
function run(lines: readonly string[], start: number, fits: (line: string) => boolean): number {
  let end = start + 1;
  while (end < lines.length && fits(lines[end] ?? '')) end += 1;
  return end - start;
}

function line_(tag: 'p' | 'small', text: string, names: Names): HTMLElement {
  const element = h(tag);
  element.append(...inline(text, names));
  return element;
}

function quote(text: string, names: Names): HTMLElement {
  return h('blockquote', {}, markdown(text, names));
}

/** Items by their indent: deeper ones are lists of their own. */
function list(lines: readonly string[], names: Names): HTMLElement {
  const [, , number] = ITEM.exec(lines[0] ?? '') ?? [];
  const root = number === undefined ? h('ul') : h('ol', { start: number });
  let last: HTMLElement | undefined;
  let deeper: string[] = [];
  const flush = (): void => {
    if (deeper.length > 0) last?.append(list(deeper, names));
    deeper = [];
  };
  const indentOf = (line: string): number => ITEM.exec(line)?.[1]?.length ?? 0;
  const own = indentOf(lines[0] ?? '');
  for (const line of lines) {
    if (indentOf(line) > own && last !== undefined) {
      deeper.push(line);
      continue;
    }
    flush();
    last = h('li');
    last.append(...inline(ITEM.exec(line)?.[3] ?? '', names));
    root.append(last);
  }
  flush();
  return root;
}
