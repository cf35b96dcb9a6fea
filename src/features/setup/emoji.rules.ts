// Emoji as administrators type them: Unicode ones, and this server's own by picture or :name:.
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import { emojiMeaning } from '../../core/settings.ts';
import { shownBack } from './numbers.rules.ts';

export interface CustomEmoji {
  readonly id: string;
  readonly name: string;
  readonly animated: boolean;
}

/** As many as the settings hold for one meaning. */
const MOST = 10;
const WRITTEN_OUT = /<a?:\w{1,32}:(\d{1,20})>|:(\w{1,32}):/g;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The emoji in a text, each once, in the form the settings keep: the character, or the id of a custom one.
 * Refuses words, emoji of other servers, and more than ten.
 */
export function readEmoji(text: string, custom: readonly CustomEmoji[]): readonly string[] | Refusal {
  const found: string[] = [];
  let rest = 0;
  for (const written of text.matchAll(WRITTEN_OUT)) {
    const before = unicodeEmoji(text.slice(rest, written.index));
    if (isRefusal(before)) return before;
    const [whole, id, name] = written;
    const own = custom.find((emoji) => (id ? emoji.id === id : emoji.name === name));
    if (!own) return refuse(id ? 'emojiElsewhere' : 'emojiUnknown', { typed: shownBack(whole) });
    found.push(...before, own.id);
    rest = written.index + whole.length;
  }
  const last = unicodeEmoji(text.slice(rest));
  if (isRefusal(last)) return last;
  const once = [...new Map([...found, ...last].map((emoji) => [emojiMeaning(emoji), emoji])).values()];
  return once.length > MOST ? refuse('emojiTooMany', { most: MOST }) : once;
}

/** An emoji of the settings as it reads in a message. One that is gone from the server is shown by its id. */
export function emojiText(emoji: string, custom: readonly CustomEmoji[]): string {
  if (!isCustomId(emoji)) return emoji;
  const own = custom.find(({ id }) => id === emoji);
  return own ? `<${own.animated ? 'a' : ''}:${own.name}:${own.id}>` : `\`${emoji}\``;
}

export function isCustomId(emoji: string): boolean {
  return /^\d+$/.test(emoji);
}

/** Asks for the coloured picture where a character could also be plain text. */
const PICTURE_STYLE = '\uFE0F';

function unicodeEmoji(text: string): string[] | Refusal {
  const found: string[] = [];
  for (const word of text.split(/[\s,;]+/)) {
    for (const { segment } of graphemes.segment(word)) {
      const picture = [segment, segment + PICTURE_STYLE].find((one) => /^\p{RGI_Emoji}$/v.test(one));
      if (!picture) return refuse('emojiUnknown', { typed: shownBack(word) });
      found.push(picture);
    }
  }
  return found;
}
