// How the digest looks: new questions by tag, and below them those who asked to be mentioned.
import { userMention } from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped, textView } from '../../core/views.ts';
import { questionLink } from '../questions/link.view.ts';
import { type Digest, MOST_MENTIONED } from './digest.rules.ts';
import { relative, type TagNames } from './lines.view.ts';

/** One message, and more only where more people want to be mentioned than one message takes. Each pings those it names. */
export function digestViews(reading: Reading, digest: Digest, tagNames: TagNames): View[] {
  const { t } = reading;
  const lines = digest.tags.flatMap(({ tagId, questions }) => [
    `**${asTyped(tagNames(tagId) ?? t('attention.lostTag'))}**`,
    ...questions.map((question) =>
      t('attention.digest.line', { question: questionLink(question), when: relative(question.askedAt) }),
    ),
  ]);
  if (digest.more > 0) lines.push(t('attention.digest.more', { count: digest.more }));
  const list = `## ${t('attention.digest.title')}\n${lines.join('\n')}`;
  const groups = portions(digest.mentioned);
  if (groups.length === 0) return [textView(list)];
  return groups.map((members, i) => {
    const forThem = t('attention.digest.for', { members: members.map((id) => userMention(id)).join(' ') });
    return { ...textView(...(i === 0 ? [list] : []), forThem), pings: members };
  });
}

function portions(members: readonly string[]): string[][] {
  const count = Math.ceil(members.length / MOST_MENTIONED);
  return Array.from({ length: count }, (_, i) => members.slice(i * MOST_MENTIONED, (i + 1) * MOST_MENTIONED));
}
