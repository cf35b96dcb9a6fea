// How one question looks among others: its title as a link, and below it since when it waits, about what, and who is on it.
import {
  ButtonBuilder,
  SectionBuilder,
  TextDisplayBuilder,
  TimestampStyles,
  time,
  userMention,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped } from '../../core/views.ts';
import { questionLink } from '../questions/link.view.ts';
import type { Question } from './rules.ts';
import type { Listed } from './store.ts';

const TAGS_SHOWN = 3;

/** The name of a tag; nothing if it is no more. */
export type TagNames = (tagId: string) => string | undefined;

export function relative(at: number): string {
  return time(Math.floor(at / 1000), TimestampStyles.RelativeTime);
}

/** The button that stands beside a question: to take it, or to let it go. `args` follow the question's id. */
export interface Beside {
  action: 'take' | 'letGo';
  args: readonly string[];
}

export function questionSection(
  reading: Reading,
  question: Listed,
  tagNames: TagNames,
  { action, args }: Beside,
): SectionBuilder {
  const button = new ButtonBuilder()
    .setCustomId(customId('attention', action, question.id, ...args))
    .setLabel(reading.t(`attention.${action}`))
    .setStyle(ButtonStyle.Secondary);
  return new SectionBuilder()
    .addTextDisplayComponents(
      new TextDisplayBuilder().setContent(questionLines(reading, question, tagNames).join('\n')),
    )
    .setButtonAccessory(button);
}

export function questionLines(reading: Reading, question: Listed, tagNames: TagNames): string[] {
  const { t } = reading;
  const tags = question.tagIds.map(tagNames).filter((name) => name !== undefined);
  const about = [since(reading, question), ...tags.slice(0, TAGS_SHOWN).map(asTyped)];
  const lines = [`**${questionLink(question)}**`, `-# ${about.join(' · ')}`];
  if (question.raisedAt !== null) lines.push(t('attention.raised', { when: relative(question.raisedAt) }));
  if (question.claim) {
    const { memberId, claimedAt } = question.claim;
    lines.push(t('attention.taken', { member: userMention(memberId), when: relative(claimedAt) }));
  }
  return lines;
}

function since({ t }: Reading, { state, askedAt, lastAnswerAt }: Question): string {
  if (state === 'answered' && lastAnswerAt !== null) {
    return t('attention.answered', { when: relative(lastAnswerAt) });
  }
  return t('attention.asked', { when: relative(askedAt) });
}
