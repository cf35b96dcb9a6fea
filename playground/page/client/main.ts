// Puts the page together and connects it.
import { composer } from './composer.ts';
import { h } from './dom.ts';
import { closeDrawers } from './drawers.ts';
import { forum } from './forum.ts';
import { header } from './header.ts';
import { startJumping } from './jump.ts';
import { keepTimesRight } from './live-times.ts';
import { members } from './members.ts';
import { panel } from './panel.ts';
import { sidebar } from './sidebar.ts';
import { look, on, place, state } from './store.ts';
import { story } from './story.ts';
import { startTheme } from './theme.ts';
import { timeline } from './timeline.ts';
import { toastShelf } from './toast.ts';

startTheme();
keepTimesRight();
const talk = h('div', { class: 'talk' }, timeline(), composer());
// After the timeline has drawn what came, one can be taken to it.
startJumping();
const posts = forum();
const lost = h('div', { class: 'lost', role: 'status', hidden: true }, 'Connecting…');
document.body.append(
  sidebar(),
  h('main', {}, header(), story(), lost, posts, talk),
  members(),
  panel(),
  h('div', { class: 'veil', onclick: closeDrawers }),
  toastShelf(),
);
on('connection', (isOpen) => {
  lost.hidden = isOpen;
});
on('state', () => {
  document.title = `${place()?.name ?? 'Playground'} · ${state().server.name}`;
  talk.hidden = place()?.kind === 'forum';
});
look({});
