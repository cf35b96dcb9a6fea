// A question as a link: its title, leading to it.
import { asTyped } from '../../core/views.ts';
import type { Question } from './questions.rules.ts';

/** More of a title than this makes a line too long for a phone, in characters. */
const TITLE_SHOWN = 80;

/** The title of a question, leading to it. Brackets would end the link early, and lead elsewhere: they become round. */
export function questionLink({ guildId, id, title }: Pick<Question, 'guildId' | 'id' | 'title'>): string {
  const characters = [...title.replaceAll('[', '(').replaceAll(']', ')')];
  const isLong = characters.length > TITLE_SHOWN;
  const shown = isLong ? `${characters.slice(0, TITLE_SHOWN - 1).join('')}…` : characters.join('');
  return `[${asTyped(shown)}](https://discord.com/channels/${guildId}/${id})`;
}
