// Goes to a message, wherever it is: in another channel, or far back in this one.
import { compareIds } from './order.ts';
import { hasOlder, look, oldestId, on, state } from './store.ts';
import { fetchOlder, showMessage } from './timeline.ts';
import { toast } from './toast.ts';

/** What is to be shown as soon as its channel is there. */
let goal: { placeId: string; messageId: string } | undefined;

export async function goToMessage(placeId: string, messageId: string): Promise<void> {
  goal = undefined;
  if (state().placeId === placeId) {
    await show(messageId);
    return;
  }
  goal = { placeId, messageId };
  look({ place: placeId });
}

export function startJumping(): void {
  on('messages', (messages) => {
    if (goal === undefined || messages.length === 0 || state().placeId !== goal.placeId) return;
    const { messageId } = goal;
    goal = undefined;
    void show(messageId);
  });
}

/** Older messages are fetched until it is there. */
async function show(messageId: string): Promise<void> {
  while (!showMessage(messageId)) {
    const oldest = oldestId();
    const isOlder = oldest !== undefined && compareIds(messageId, oldest) < 0;
    if (isOlder && hasOlder()) await fetchOlder();
    if (oldestId() === oldest) {
      toast('That message is gone.');
      return;
    }
  }
}
