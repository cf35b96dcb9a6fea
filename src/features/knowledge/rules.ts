// Who may publish which answer for everybody to find, and who may take it down again. Pure.
import { type Refusal, refuse } from '../../core/context.ts';
import type { Settings } from '../../core/settings.ts';
import { type Mark, type Marker, messagesOf, solutionsOf } from '../questions/marking.rules.ts';
import type { Question } from '../questions/questions.rules.ts';

/** Answers that one person can publish on one day: each is worth points, and each is to be read. */
export const MOST_A_DAY = 10;
/** Longest title, in characters: that of a thread. */
export const LONGEST_TITLE = 100;

/** Staff and moderators, and Ambassadors in their term where the server hands it to them. */
export function mayPublish(
  { isBot, isStaff, isModerator, isAmbassador }: Marker,
  { ambassadors }: Pick<Settings, 'ambassadors'>,
): boolean {
  return !isBot && (isStaff || isModerator || (isAmbassador && ambassadors.mayPublish));
}

export interface Publishing {
  question: Pick<Question, 'state'>;
  publisher: Marker;
  messageId: string;
  /** The marks that stand on the question. */
  live: readonly Mark[];
  /** Whether an entry of this answer stands, or is on its way. */
  isPublished: boolean;
  /** What this person has published today. */
  today: number;
  settings: Pick<Settings, 'ambassadors' | 'knowledgeChannelId'>;
}

/** The mark that says whose answer it is, or why it cannot be published by them. */
export function judgePublishing(about: Publishing): Mark | Refusal {
  const { question, publisher, messageId, live, settings } = about;
  if (!mayPublish(publisher, settings)) return refuse('publishNotYours');
  if (settings.knowledgeChannelId === undefined) return refuse('publishNowhere');
  const solutions = solutionsOf(live);
  const mark = solutions.find((one) => one.messageId === messageId);
  // Whoever asked, or somebody in their place, has said that it works: that is what makes it worth finding.
  if (question.state !== 'solved' || !mark || !messagesOf(solutions).includes(messageId))
    return refuse('publishNoSolution');
  if (mark.memberId === publisher.memberId) return refuse('publishOwn');
  if (about.isPublished) return refuse('publishedAlready');
  if (about.today >= MOST_A_DAY) return refuse('publishedMany', { count: MOST_A_DAY });
  return mark;
}

/** Whoever published it, whose words it leads to, and those who may publish. */
export function mayTakeDown(
  entry: { giverId: string; receiverId: string },
  presser: Marker,
  settings: Pick<Settings, 'ambassadors'>,
): boolean {
  return [entry.giverId, entry.receiverId].includes(presser.memberId) || mayPublish(presser, settings);
}
