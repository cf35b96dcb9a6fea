// How a thank-you is acknowledged: the answer to the giver, its Undo, and the reply that a server may choose.
import { ActionRowBuilder, ButtonBuilder, TextDisplayBuilder, userMention } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped, textView } from '../../core/views.ts';

export interface ThankedAnswer {
  rowId: number;
  giverId: string;
  receiverId: string;
  reason: string | undefined;
  /** The receiver's points now. */
  total: number;
  weight: number;
  /** Days over which repeated thanks between two people are weighed. */
  windowDays: number;
  /** Whether this very help had been recognised by the giver before. */
  again: boolean;
}

/** The answer to /thanks and "Thank the author": who, why, the new total, and Undo for the giver. */
export function thankedView(reading: Reading, answer: ThankedAnswer): View {
  const { t } = reading;
  const people = { giver: userMention(answer.giverId), receiver: userMention(answer.receiverId) };
  const lines = [t('thanks.thanked', people)];
  if (answer.reason) lines.push(`> ${asTyped(answer.reason)}`);
  const points = t('points', { count: answer.total });
  lines.push(t('thanks.total', { ...people, points }));
  const why = whyLess(reading, answer);
  if (why) lines.push(`-# ${why}`);
  const undo = new ButtonBuilder()
    .setCustomId(customId('thanks', 'undo', answer.rowId))
    .setLabel(t('thanks.undo'))
    .setStyle(ButtonStyle.Secondary);
  return {
    components: [
      new TextDisplayBuilder().setContent(lines.join('\n')).toJSON(),
      new ActionRowBuilder<ButtonBuilder>().addComponents(undo).toJSON(),
    ],
  };
}

/** What takes the answer's place after Undo; `standsElsewhere` if the giver had thanked for the same help in another way. */
export function undoneView(
  { t }: Reading,
  { giverId, receiverId }: { giverId: string; receiverId: string },
  standsElsewhere: boolean,
): View {
  const people = { giver: userMention(giverId), receiver: userMention(receiverId) };
  return textView(t(standsElsewhere ? 'thanks.undoneOnce' : 'thanks.undone', people));
}

/** The short reply under a thanking message, where the server wants one. */
export function signView(reading: Reading, thanked: readonly { memberId: string; points: number }[]): View {
  const lines = thanked.map(({ memberId, points }) =>
    reading.t('thanks.sign', {
      receiver: userMention(memberId),
      points: reading.t('points', { count: points }),
    }),
  );
  return textView(lines.join('\n'));
}

function whyLess({ t }: Reading, { weight, windowDays, again }: ThankedAnswer): string | undefined {
  if (again) return t('thanks.sameHelp');
  if (weight === 50) return t('thanks.half', { count: windowDays });
  if (weight === 0) return t('thanks.none', { count: windowDays });
  return undefined;
}
