// How components may be put together in a message: rows of old, and the tree of Components V2.
import { ComponentType } from 'discord-api-types/v10';
import {
  checkButton,
  checkMedia,
  checkSelect,
  checkTextDisplay,
  misplaced,
  SELECTS,
  typeOf,
} from './components.ts';
import {
  type Body,
  choice,
  flag,
  isAbsent,
  isBody,
  lengthOf,
  link,
  list,
  listOf,
  missing,
  type Problems,
  problem,
  whole,
} from './fields.ts';

/** Most components of a V2 message, nested ones counted. */
const MAX_COMPONENTS = 40;
/** Most characters in all text displays of a V2 message. */
const MAX_TEXT = 4000;

const IN_ROW: readonly number[] = [ComponentType.Button, ...SELECTS];
const IN_CONTAINER: readonly number[] = [
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
];
const TOP_LEVEL: readonly number[] = [...IN_CONTAINER, ComponentType.Container];

/** A component and where it stands in the body. */
export interface Placed {
  path: string;
  component: Body;
}

/** Every component of the tree, parents before children. */
export function* everyComponent(path: string, components: unknown): Generator<Placed> {
  for (const [index, component] of listOf(components).entries()) {
    if (isBody(component)) yield* withChildren(`${path}[${index}]`, component);
  }
}

function* withChildren(path: string, component: Body): Generator<Placed> {
  yield { path, component };
  yield* everyComponent(`${path}.components`, component.components);
  for (const field of ['accessory', 'component'] as const) {
    const child = component[field];
    if (isBody(child)) yield* withChildren(`${path}.${field}`, child);
  }
}

/** Components without the V2 flag: at most 5 action rows, nothing else at the top. */
export function* checkRows(path: string, components: unknown): Problems {
  yield* list(path, components, { max: 5 });
  for (const [index, component] of listOf(components).entries()) {
    const at = `${path}[${index}]`;
    if (isBody(component) && typeOf(component) === ComponentType.ActionRow) yield* checkRow(at, component);
    else yield* misplaced(at, [ComponentType.ActionRow]);
  }
  yield* checkIdentity(path, components);
}

/** Components of a V2 message: 40 in all, 4,000 characters in all, each in its place. */
export function* checkTree(path: string, components: unknown): Problems {
  for (const [index, component] of listOf(components).entries()) {
    yield* checkNode(`${path}[${index}]`, component, TOP_LEVEL);
  }
  const all = [...everyComponent(path, components)];
  if (all.length > MAX_COMPONENTS) {
    yield problem(
      path,
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `Message exceeds the maximum number of components (${MAX_COMPONENTS})`,
    );
  }
  const characters = all.reduce((sum, { component }) => sum + displayLength(component), 0);
  if (characters > MAX_TEXT) {
    yield problem(
      path,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Components displayable text size exceeds maximum size of ${MAX_TEXT}`,
    );
  }
  yield* checkIdentity(path, components);
}

/** Names of the files that components show by `attachment://name`, with where they do. */
export function attachmentsShown(path: string, components: unknown): { path: string; name: string }[] {
  return [...everyComponent(path, components)].flatMap(({ path: at, component }) => {
    const items = listOf(component.items).map(
      (item, index) => [`${at}.items[${index}].media`, item] as const,
    );
    const places = [
      [`${at}.file`, component.file] as const,
      [`${at}.media`, component.media] as const,
      ...items.map(([where, item]) => [where, isBody(item) ? item.media : undefined] as const),
    ];
    return places.flatMap(([where, media]) => {
      const url = isBody(media) ? media.url : undefined;
      return typeof url === 'string' && url.startsWith('attachment://')
        ? [{ path: `${where}.url`, name: decodeURIComponent(url.slice('attachment://'.length)) }]
        : [];
    });
  });
}

function* checkNode(path: string, component: unknown, allowed: readonly number[]): Problems {
  if (!isBody(component) || !allowed.includes(typeOf(component))) {
    yield* misplaced(path, allowed);
    return;
  }
  switch (typeOf(component)) {
    case ComponentType.ActionRow:
      return yield* checkRow(path, component);
    case ComponentType.Section:
      return yield* checkSection(path, component);
    case ComponentType.TextDisplay:
      return yield* checkTextDisplay(path, component);
    case ComponentType.MediaGallery:
      return yield* checkGallery(path, component);
    case ComponentType.File:
      return yield* checkFile(path, component);
    case ComponentType.Separator:
      yield* flag(`${path}.divider`, component.divider);
      return yield* choice(`${path}.spacing`, component.spacing, [1, 2]);
    case ComponentType.Container:
      return yield* checkContainer(path, component);
  }
}

/** One to five buttons, or one select. */
function* checkRow(path: string, row: Body): Problems {
  yield* list(`${path}.components`, row.components, { min: 1, max: 5, required: true });
  const children = listOf(row.components);
  for (const [index, child] of children.entries()) {
    const at = `${path}.components[${index}]`;
    if (!isBody(child) || !IN_ROW.includes(typeOf(child))) yield* misplaced(at, IN_ROW);
    else if (typeOf(child) === ComponentType.Button) yield* checkButton(at, child);
    else yield* checkSelect(at, child);
  }
  const width = children.reduce<number>((sum, child) => sum + (SELECTS.includes(typeOf(child)) ? 5 : 1), 0);
  if (width > 5 && children.length <= 5) {
    yield problem(
      `${path}.components`,
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    );
  }
}

/** One to three texts beside a button or a thumbnail. */
function* checkSection(path: string, section: Body): Problems {
  yield* list(`${path}.components`, section.components, { min: 1, max: 3, required: true });
  for (const [index, child] of listOf(section.components).entries()) {
    yield* checkNode(`${path}.components[${index}]`, child, [ComponentType.TextDisplay]);
  }
  const { accessory } = section;
  const at = `${path}.accessory`;
  if (isAbsent(accessory)) yield missing(at);
  else if (isBody(accessory) && typeOf(accessory) === ComponentType.Button) yield* checkButton(at, accessory);
  else if (isBody(accessory) && typeOf(accessory) === ComponentType.Thumbnail)
    yield* checkMedia(at, accessory);
  else yield* misplaced(at, [ComponentType.Button, ComponentType.Thumbnail]);
}

function* checkGallery(path: string, gallery: Body): Problems {
  yield* list(`${path}.items`, gallery.items, { min: 1, max: 10, required: true });
  for (const [index, item] of listOf(gallery.items).entries()) {
    yield* checkMedia(`${path}.items[${index}]`, isBody(item) ? item : {});
  }
}

function* checkFile(path: string, component: Body): Problems {
  const file = isBody(component.file) ? component.file : {};
  yield* link(`${path}.file.url`, file.url, { schemes: ['attachment'], max: 2048, required: true });
  yield* flag(`${path}.spoiler`, component.spoiler);
}

function* checkContainer(path: string, container: Body): Problems {
  yield* whole(`${path}.accent_color`, container.accent_color, { max: 0xffffff });
  yield* flag(`${path}.spoiler`, container.spoiler);
  yield* list(`${path}.components`, container.components, { min: 1, max: MAX_COMPONENTS, required: true });
  for (const [index, child] of listOf(container.components).entries()) {
    yield* checkNode(`${path}.components[${index}]`, child, IN_CONTAINER);
  }
}

/** Each custom id and each numeric id only once in a message or modal. */
export function* checkIdentity(path: string, components: unknown): Problems {
  const customIds = new Set<string>();
  const ids = new Set<number>();
  for (const { path: at, component } of everyComponent(path, components)) {
    const { custom_id: customId, id } = component;
    if (typeof customId === 'string') {
      if (customIds.has(customId)) {
        yield problem(
          `${at}.custom_id`,
          'COMPONENT_CUSTOM_ID_DUPLICATED',
          'Component custom id cannot be duplicated',
        );
      }
      customIds.add(customId);
    }
    yield* whole(`${at}.id`, id, { max: 2 ** 31 - 1 });
    if (typeof id === 'number' && id > 0) {
      if (ids.has(id))
        yield problem(`${at}.id`, 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
      ids.add(id);
    }
  }
}

function displayLength(component: Body): number {
  const isText = typeOf(component) === ComponentType.TextDisplay;
  return isText && typeof component.content === 'string' ? lengthOf(component.content) : 0;
}
