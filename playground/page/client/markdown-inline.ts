// Draws what stands within a line: emphasis, code, links, mentions, times, emoji.

import { paintName } from './colors.ts';
import { useCommand } from './composer.ts';
import { h } from './dom.ts';
import { emojiNode } from './emoji.ts';
import { goToMessage } from './jump.ts';
import { timestamp } from './live-times.ts';
import { look, placeOf, state } from './store.ts';

type Names = Record<string, string>;
type Groups = readonly (string | undefined)[];

interface Rule {
  pattern: RegExp;
  draw: (groups: Groups, names: Names) => Node[];
}

const wrap =
  (tag: 'strong' | 'em' | 'u' | 's') =>
  (groups: Groups, names: Names): Node[] => {
    const element = h(tag);
    element.append(...inline(groups[1] ?? '', names));
    return [element];
  };

/** In order of precedence where two begin at the same place. */
const rules: readonly Rule[] = [
  { pattern: /\\([^A-Za-z0-9\s])/, draw: ([, escaped = '']) => [new Text(escaped)] },
  { pattern: /(`+)([\s\S]*?[^`])\1(?!`)/, draw: ([, , code = '']) => [h('code', {}, code.trim())] },
  { pattern: /<@!?(\d+)>/, draw: ([, id = ''], names) => [person(id, names)] },
  { pattern: /<@&(\d+)>/, draw: ([, id = '']) => [role(id)] },
  { pattern: /<#(\d+)>/, draw: ([, id = '']) => [channel(id)] },
  { pattern: /<\/([^:>]+):\d+>/, draw: ([, name = '']) => [command(name)] },
  { pattern: /<(a?):(\w+):(\d+)>/, draw: ([, , name = '', id = '']) => [emojiNode({ id, name })] },
  {
    pattern: /<t:(-?\d+)(?::([tTdDfFR]))?>/,
    draw: ([, seconds, style = 'f']) => [timestamp(Number(seconds) * 1000, style)],
  },
  { pattern: /<id:(\w+)>/, draw: ([, name = '']) => [h('span', { class: 'mention' }, name)] },
  {
    pattern: /\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?(?: "[^"]*")?\)/,
    draw: ([, text = '', url = ''], names) => [link(url, inline(text, names))],
  },
  { pattern: /<(https?:\/\/[^\s>]+)>/, draw: ([, url = '']) => [link(url, [new Text(url)])] },
  { pattern: /https?:\/\/[^\s<]+[^\s<.,:;"')\]*_~|]/, draw: ([url = '']) => [link(url, [new Text(url)])] },
  { pattern: /@(everyone|here)\b/, draw: ([text = '']) => [h('span', { class: 'mention' }, text)] },
  { pattern: /\|\|([\s\S]+?)\|\|/, draw: ([, text = ''], names) => [spoiler(text, names)] },
  { pattern: /\*\*([\s\S]+?)\*\*(?!\*)/, draw: wrap('strong') },
  { pattern: /__([\s\S]+?)__(?!_)/, draw: wrap('u') },
  { pattern: /~~([\s\S]+?)~~/, draw: wrap('s') },
  { pattern: /\*(?=\S)([\s\S]*?\S)\*(?!\*)/, draw: wrap('em') },
  { pattern: /\b_([^_\n]+)_\b/, draw: wrap('em') },
  { pattern: /\p{RGI_Emoji}/v, draw: ([name = '']) => [emojiNode({ id: null, name })] },
];

/** The nodes of a line or several; line breaks stay. */
export function inline(text: string, names: Names): Node[] {
  const nodes: Node[] = [];
  let rest = text;
  while (rest !== '') {
    const first = earliest(rest);
    if (first === undefined) break;
    const { rule, match } = first;
    if (match.index > 0) nodes.push(new Text(rest.slice(0, match.index)));
    nodes.push(...rule.draw(match, names));
    rest = rest.slice(match.index + match[0].length);
  }
  if (rest !== '') nodes.push(new Text(rest));
  return nodes;
}

function earliest(text: string): { rule: Rule; match: RegExpExecArray } | undefined {
  let best: { rule: Rule; match: RegExpExecArray } | undefined;
  for (const rule of rules) {
    const match = rule.pattern.exec(text);
    if (match !== null && (best === undefined || match.index < best.match.index)) best = { rule, match };
  }
  return best;
}

function person(id: string, names: Names): Node {
  const name = names[id] ?? state().members.find((member) => member.id === id)?.name ?? 'unknown-user';
  return h('span', { class: 'mention', 'data-person': id }, `@${name}`);
}

function role(id: string): Node {
  const known = state().roles.find((each) => each.id === id);
  const name = id === state().server.id ? 'everyone' : (known?.name ?? 'deleted-role');
  return paintName(h('span', { class: 'mention' }, `@${name}`), known?.color);
}

function channel(id: string): Node {
  const known = placeOf(id);
  if (known === undefined) return h('span', { class: 'mention' }, '#No access');
  return h(
    'button',
    { type: 'button', class: 'mention', onclick: () => look({ place: id }) },
    `#${known.name}`,
  );
}

function command(name: string): Node {
  return h('button', { type: 'button', class: 'mention', onclick: () => useCommand(name) }, `/${name}`);
}

function link(url: string, children: Node[]): Node {
  const jump = /^https?:\/\/(?:\w+\.)?discord\.com\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?/.exec(url);
  if (jump !== null) return jumpLink({ placeId: jump[1] ?? '', messageId: jump[2] }, children, url);
  const element = h('a', { href: url, target: '_blank', rel: 'noopener noreferrer', title: url });
  element.append(...children);
  return element;
}

interface Goal {
  placeId: string;
  messageId: string | undefined;
}

/** A link to a message or channel opens it here; a bare one shows the channel's name. */
function jumpLink({ placeId, messageId }: Goal, children: Node[], url: string): Node {
  const isBare = children.length === 1 && children[0]?.textContent === url;
  const name = placeOf(placeId)?.name ?? 'unknown';
  const element = h('button', {
    type: 'button',
    class: isBare ? 'mention' : 'link',
    onclick: () =>
      messageId === undefined ? look({ place: placeId }) : void goToMessage(placeId, messageId),
  });
  element.append(
    ...(isBare ? [new Text(`#${name}${messageId === undefined ? '' : ' › message'}`)] : children),
  );
  return element;
}

function spoiler(text: string, names: Names): Node {
  const element = h('button', {
    type: 'button',
    class: 'spoiler',
    'aria-label': 'Spoiler: show',
    'aria-expanded': 'false',
  });
  const inner = h('span', { class: 'hidden-text' });
  inner.append(...inline(text, names));
  element.append(inner);
  element.addEventListener('click', () => {
    element.classList.add('open');
    element.removeAttribute('aria-label');
    element.setAttribute('aria-expanded', 'true');
  });
  return element;
}
