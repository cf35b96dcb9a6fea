// Plays the story that comes with the page: play, pause, step, speed, and eyes that follow whoever acts.
import type { StoryView } from '../wire.ts';
import { orderStory } from './api.ts';
import { confirm } from './dialogs.ts';
import { h, icon, iconButton } from './dom.ts';
import { look, on, state } from './store.ts';

const SPEEDS: readonly number[] = [0.5, 1, 2, 4, 8];

export function story(): HTMLElement {
  const element = h('section', { class: 'story', hidden: true });
  const follow = h('input', { type: 'checkbox', id: 'follow', checked: true });
  const speed = h(
    'select',
    { 'aria-label': 'Speed', onchange: () => void orderStory({ speed: Number(speed.value) }) },
    ...SPEEDS.map((each) => h('option', { value: each, selected: each === 1 }, `${each}×`)),
  );
  const now = h('span', { class: 'story-now', role: 'status' });
  const play = h('button', {
    type: 'button',
    class: 'button blurple',
    onclick: () => void order(play.dataset.order === 'pause' ? 'pause' : 'play'),
  });
  const step = iconButton('forward', 'One step', () => void order('step'));
  element.append(play, step, speed, h('label', { class: 'follow' }, follow, 'Follow'), now);
  let followed: string | undefined;
  on('story', (view) => {
    element.hidden = view === undefined;
    if (view === undefined) return;
    element.setAttribute('aria-label', view.title);
    const playing = view.state === 'playing';
    play.dataset.order = playing ? 'pause' : 'play';
    play.replaceChildren(icon(playing ? 'pause' : 'play'), h('span', {}, label(view)));
    play.disabled = view.state === 'setting';
    step.disabled = view.state === 'setting';
    now.textContent = words(view);
    now.classList.toggle('problem', view.state === 'failed');
    if (view.act === undefined || !follow.checked) return;
    const { personId, placeId } = view.act;
    const here = `${personId ?? ''} ${placeId ?? ''}`;
    const isThere =
      (personId ?? state().me.id) === state().me.id && (placeId ?? state().placeId) === state().placeId;
    if (here !== followed && !isThere) look({ as: personId, place: placeId });
    followed = here;
  });
  return element;
}

/** To begin anew throws away what was done by hand: that is asked first. */
async function order(wish: 'play' | 'pause' | 'step'): Promise<void> {
  const view = state().story;
  const isOn = view?.state === 'playing' || view?.state === 'paused';
  const goesOn =
    isOn ||
    view?.touched !== true ||
    (await confirm(
      `${view.title}?`,
      'It begins in a new, empty world. What you did here, and servers that you made, will be gone.',
      view.title,
    ));
  if (goesOn) await orderStory(wish);
}

function label({ state: now, title }: StoryView): string {
  if (now === 'playing') return 'Pause';
  if (now === 'paused') return 'Go on';
  return now === 'over' || now === 'failed' ? `${title} again` : title;
}

function words(view: StoryView): string {
  const title =
    view.scene === undefined
      ? ''
      : `${view.scene + 1} of ${view.scenes.length} · ${view.scenes[view.scene] ?? ''}`;
  switch (view.state) {
    case 'waiting':
      return `${view.scenes.length} scenes, at the pace you choose`;
    case 'setting':
      return 'Setting the stage…';
    case 'over':
      return 'That was the day. Now try it yourself.';
    case 'failed':
      return `The day broke off: ${view.problem ?? ''}`;
    default:
      return view.act === undefined || view.act.text === '' ? title : `${title} — ${view.act.text}`;
  }
}
