// Asks the page's server to do something as the chosen person, and says so when it cannot be done.
import type { Outcome, Panel, Pushed, RequestView } from '../wire.ts';
import { openModal } from './modal.ts';
import { look, state } from './store.ts';
import { toast } from './toast.ts';

/** The outcome, or undefined after a refusal that was shown. */
async function post(path: string, body: unknown): Promise<Outcome | undefined> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    return answer;
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error), 'problem');
    return undefined;
  }
}

/** Does something as the chosen person; opens the form or goes to the place that comes of it. */
export async function act(deed: { do: string; [more: string]: unknown }): Promise<Outcome | undefined> {
  const outcome = await post('/api/act', { as: state().me.id, ...deed });
  follow(outcome);
  return outcome;
}

export async function doDeed(name: string): Promise<void> {
  const outcome = await post('/api/deed', { name, server: state().server.id });
  if (outcome?.said !== undefined) toast(outcome.said);
}

export async function orderStory(order: 'play' | 'pause' | 'step' | { speed: number }): Promise<void> {
  await post('/api/story', { order });
}

export async function makeServer(): Promise<void> {
  follow(await post('/api/server', {}));
}

function follow(outcome: Outcome | undefined): void {
  if (outcome?.modal !== undefined) openModal(outcome.modal);
  if (outcome?.goTo !== undefined) look({ place: outcome.goTo, as: outcome.be });
}

async function get(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response;
}

export async function olderThan(placeId: string, messageId: string): Promise<Pushed['history']> {
  const query = new URLSearchParams({ as: state().me.id, place: placeId, before: messageId });
  return (await get(`/api/older?${query}`)).json();
}

export async function requests(): Promise<RequestView[]> {
  return (await get('/api/requests')).json();
}

export async function panels(): Promise<Panel[]> {
  return (await get('/api/panels')).json();
}
