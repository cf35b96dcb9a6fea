// The list of messages that may have helped, for whoever decides about a question, and for peers in the place of a silent asker.
import type { PastMessage, View } from '../../core/actions.ts';
import { type Refusal, refuse } from '../../core/context.ts';
import type { Call } from '../../discord/feature.ts';
import { isPeer, judgeConfirmation, type Marker, mayDecide } from './marking.rules.ts';
import { type Candidate, chooseView, confirmOneView } from './marking.view.ts';
import { markerOf } from './people.discord.ts';
import { candidatesIn, readTurn, TURNS_READ } from './proposal.rules.ts';
import type { Question } from './questions.rules.ts';

/**
 * The latest messages of others, to choose from. Whoever may decide marks the one they choose; a member of a tier, who
 * is shown only what they can confirm now, confirms it. Their words are shown to the reader alone.
 */
export async function offerChoice(call: Call, question: Question): Promise<View | Refusal> {
  const { ctx, interaction, reading, member, guildId } = call;
  // Who asked may always decide, so nothing is read for them.
  const marker = member.id === question.askerId ? undefined : await markerOf(ctx, member, question.id);
  const settings = await ctx.settings.of(guildId);
  const decides = marker === undefined || mayDecide(question, marker, settings);
  if (!decides && !isPeer(marker, settings)) return refuse('questionNotYours');
  const past = await ctx.actions.messagesBefore(question.id, interaction.id, TURNS_READ);
  if (!past.done) return refuse(past.final ? 'notAQuestion' : 'tryAgain');
  return decides
    ? chooseView(reading, question.id, candidatesAmong(question.askerId, past.value))
    : offerToPeer(call, question, marker, past.value);
}

/** Refuses with the reason of the latest answer where none can be confirmed. */
async function offerToPeer(
  { ctx, reading, guildId }: Call,
  question: Question,
  marker: Marker,
  past: readonly PastMessage[],
): Promise<View | Refusal> {
  const settings = await ctx.settings.of(guildId);
  const now = ctx.clock.now();
  const whyNot = ({ messageId, authorId, authorIsBot, isSystem }: PastMessage) => {
    const written = { messageId, channelId: question.id, authorId, byPerson: !authorIsBot && !isSystem };
    return judgeConfirmation(question, { ...written, byStaff: false }, marker, settings, now);
  };
  const others = past.filter(({ authorId }) => authorId !== marker.memberId);
  const fit = candidatesAmong(
    question.askerId,
    others.filter((message) => whyNot(message) === undefined),
  );
  const [latest] = candidatesAmong(question.askerId, others);
  const refused = others.find(({ messageId }) => messageId === latest?.messageId);
  const why = fit.length === 0 && refused ? whyNot(refused) : undefined;
  return why ?? confirmOneView(reading, question.id, fit);
}

/** The messages of these that may have helped, the latest first, with their first words. */
export function candidatesAmong(askerId: string, past: readonly PastMessage[]): Candidate[] {
  const byId = new Map(past.map((message) => [message.messageId, message]));
  return candidatesIn(askerId, past.map(readTurn)).flatMap(({ messageId }) => {
    const message = byId.get(messageId);
    const excerpt = message?.content.replaceAll(/\s+/g, ' ').trim() ?? '';
    return message ? [{ messageId, author: message.authorNames[0] ?? message.authorId, excerpt }] : [];
  });
}
