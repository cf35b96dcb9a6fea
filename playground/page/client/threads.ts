// Opens a thread in a channel, or on a message, by the name it is given.
import type { MessageView } from '../wire.ts';
import { act } from './api.ts';
import { askForText } from './dialogs.ts';

export async function openThread(placeId: string, message?: MessageView): Promise<void> {
  const suggested = message?.content.slice(0, 60) ?? '';
  const name = await askForText('Create a thread', 'Name of the thread', suggested);
  if (name !== undefined) await act({ do: 'thread', place: placeId, message: message?.id, name });
}
