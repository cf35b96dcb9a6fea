// What slides over the messages on a narrow screen: the channels, the members, the panel for the curious.

export type Drawer = 'channels' | 'members' | 'panel';

const ALL: readonly Drawer[] = ['channels', 'members', 'panel'];
const heard: (() => void)[] = [];

/** Opens or closes one; on a narrow screen one at a time. */
export function toggleDrawer(drawer: Drawer): void {
  const { classList } = document.body;
  const opens = !classList.contains(`show-${drawer}`);
  if (isNarrow()) closeDrawers();
  classList.toggle(`show-${drawer}`, opens);
  for (const listener of heard) listener();
}

export function isOpen(drawer: Drawer): boolean {
  return document.body.classList.contains(`show-${drawer}`);
}

/** On a narrow screen, back to the messages. */
export function closeDrawers(): void {
  if (!isNarrow()) return;
  for (const drawer of ALL) document.body.classList.remove(`show-${drawer}`);
  for (const listener of heard) listener();
}

export function onDrawers(listener: () => void): void {
  heard.push(listener);
}

function isNarrow(): boolean {
  return matchMedia('(max-width: 800px)').matches;
}
