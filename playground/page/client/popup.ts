// Something that opens beside an element, and closes on Escape, a click elsewhere, or when it has done its work.
import { h } from './dom.ts';

export interface Popup {
  element: HTMLElement;
  close(): void;
}

interface PopupOptions {
  label: string;
  /** The keyboard stays where it is (for suggestions while typing). */
  keepsFocus?: boolean;
  /** As wide as the element it opens at. */
  fits?: boolean;
  role?: string;
  closed?: () => void;
}

const MARGIN = 8;
let open: Popup | undefined;

/** Opens one; the last one closes. */
export function openPopup(anchor: HTMLElement, content: Node, options: PopupOptions): Popup {
  open?.close();
  const element = h(
    'div',
    { class: 'popup', role: options.role ?? 'dialog', 'aria-label': options.label },
    content,
  );
  // Inside an open dialog everything outside of it cannot be reached.
  const ground = anchor.closest('dialog') ?? document.body;
  const before = document.activeElement;
  const opensByButton = anchor instanceof HTMLButtonElement;
  // It stays in sight for as long as something is open at it, and the keyboard can come back to it.
  if (opensByButton) anchor.setAttribute('aria-expanded', 'true');
  const popup: Popup = {
    element,
    close() {
      if (open !== popup) return;
      open = undefined;
      element.remove();
      document.removeEventListener('pointerdown', outside, true);
      document.removeEventListener('keydown', onEscape, true);
      if (options.keepsFocus !== true && before instanceof HTMLElement && before.isConnected) before.focus();
      if (opensByButton) anchor.setAttribute('aria-expanded', 'false');
      options.closed?.();
    },
  };
  const outside = (event: Event): void => {
    if (event.target instanceof Node && (element.contains(event.target) || anchor.contains(event.target)))
      return;
    popup.close();
  };
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    popup.close();
  };
  document.addEventListener('pointerdown', outside, true);
  document.addEventListener('keydown', onEscape, true);
  ground.append(element);
  if (options.fits === true) element.style.minWidth = `${anchor.offsetWidth}px`;
  placeAt(anchor, element);
  new ResizeObserver(() => placeAt(anchor, element)).observe(element);
  open = popup;
  return popup;
}

export function closePopup(): void {
  open?.close();
}

/** Below when there is room, else above; never past the edge of the column that it opens in. */
function placeAt(anchor: HTMLElement, element: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = element;
  const below = at.bottom + 4;
  const above = at.top - height - 4;
  const top =
    below + height + MARGIN <= innerHeight || above < MARGIN
      ? Math.min(below, innerHeight - height - MARGIN)
      : above;
  element.style.top = `${Math.max(MARGIN, top)}px`;
  const edge = anchor.closest('main')?.getBoundingClientRect().right ?? innerWidth;
  element.style.left = `${Math.max(MARGIN, Math.min(at.left, edge - width - MARGIN))}px`;
}
