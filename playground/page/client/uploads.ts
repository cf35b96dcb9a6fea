// Files that a person gives: read for sending, and the list of those chosen so far.
import type { FileView } from '../wire.ts';
import { h, iconButton, newId } from './dom.ts';

/** The longest alt text that Discord takes. */
const ALT_LENGTH = 1024;

/** A file as it is sent. */
export async function readFile(file: File, description = ''): Promise<FileView> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return {
    name: file.name,
    type: file.type || 'application/octet-stream',
    base64: btoa(binary),
    description,
  };
}

export function isPicture(file: File): boolean {
  return file.type.startsWith('image/');
}

/** Files chosen so far, each with a way to leave it out; pictures with their alt text where it is asked for. */
export class Chosen {
  readonly element = h('ul', { class: 'chosen-files', 'aria-label': 'Files' });
  readonly #changed: () => void;
  readonly #asksForAlt: boolean;
  #files: { file: File; alt: HTMLInputElement | undefined }[] = [];

  constructor(changed: () => void, options: { asksForAlt: boolean }) {
    this.#changed = changed;
    this.#asksForAlt = options.asksForAlt;
    this.element.hidden = true;
  }

  get names(): string[] {
    return this.#files.map(({ file }) => file.name);
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      const alt = this.#asksForAlt && isPicture(file) ? altField(file) : undefined;
      const entry = { file, alt };
      this.#files.push(entry);
      const item = h(
        'li',
        {},
        h('span', { class: 'file-name' }, file.name),
        alt,
        iconButton('x-mark', `Leave ${file.name} out`, () => {
          this.#files = this.#files.filter((each) => each !== entry);
          item.remove();
          this.#show();
        }),
      );
      this.element.append(item);
    }
    this.#show();
  }

  clear(): void {
    this.#files = [];
    this.element.replaceChildren();
    this.#show();
  }

  read(): Promise<FileView[]> {
    return Promise.all(this.#files.map(({ file, alt }) => readFile(file, alt?.value.trim())));
  }

  #show(): void {
    this.element.hidden = this.#files.length === 0;
    this.#changed();
  }
}

function altField(file: File): HTMLInputElement {
  return h('input', {
    class: 'field',
    'aria-label': `Alt text of ${file.name}`,
    placeholder: 'Alt text: what is to be seen',
    maxlength: ALT_LENGTH,
  });
}

/** A button that opens the system's list of files; what is taken is handed over. */
export function fileButton(options: {
  id: string;
  label: string;
  several: boolean;
  took: (files: readonly File[]) => void;
}): HTMLElement {
  const input = h('input', {
    type: 'file',
    class: 'unseen',
    tabindex: '-1',
    'aria-hidden': 'true',
    multiple: options.several,
    id: newId(),
  });
  input.addEventListener('change', () => {
    options.took([...(input.files ?? [])]);
    input.value = '';
  });
  const button = h(
    'button',
    { type: 'button', class: 'button grey', id: options.id, onclick: () => input.click() },
    options.label,
  );
  return h('div', { class: 'file-button' }, button, input);
}
