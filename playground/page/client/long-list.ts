// A list of lines of known heights, of which only those in sight (and a few around) are in the document.

export interface Line {
  key: string;
  /** px */
  height: number;
  /** A line drawn before is kept for as long as this is the same. */
  stamp: string;
  draw: () => HTMLElement;
}

/** Drawn above and below what is in sight. */
const SPARE_PX = 300;

export class LongList {
  /** Stands in the element that scrolls. */
  readonly element: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #drawn = new Map<string, { stamp: string; element: HTMLElement }>();
  #lines: readonly Line[] = [];
  #tops: number[] = [0];
  #scheduled = false;

  constructor(scroller: HTMLElement, element: HTMLElement) {
    this.#scroller = scroller;
    this.element = element;
    element.classList.add('long-list');
    scroller.addEventListener('scroll', () => this.#soon());
    new ResizeObserver(() => this.#soon()).observe(scroller);
  }

  setLines(lines: readonly Line[]): void {
    this.#lines = lines;
    this.#tops = [0];
    for (const { height } of lines) this.#tops.push((this.#tops.at(-1) ?? 0) + height);
    this.element.style.height = `${this.#tops.at(-1)}px`;
    this.#draw();
  }

  /** The element of a line, scrolled into sight. */
  reveal(index: number): HTMLElement | undefined {
    const [top = 0, bottom = 0] = [this.#tops[index], this.#tops[index + 1]];
    const { scrollTop, clientHeight } = this.#scroller;
    const offset = this.element.offsetTop;
    if (top + offset < scrollTop) this.#scroller.scrollTop = top;
    else if (bottom + offset > scrollTop + clientHeight)
      this.#scroller.scrollTop = bottom + offset - clientHeight;
    this.#draw();
    return this.#drawn.get(this.#lines[index]?.key ?? '')?.element;
  }

  #soon(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      this.#draw();
    });
  }

  #draw(): void {
    const from = this.#scroller.scrollTop - this.element.offsetTop;
    const start = this.#indexAt(from - SPARE_PX);
    const end = this.#indexAt(from + this.#scroller.clientHeight + SPARE_PX) + 1;
    const wanted = this.#lines.slice(start, end);
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, { element }] of this.#drawn) {
      if (keys.has(key)) continue;
      element.remove();
      this.#drawn.delete(key);
    }
    let last: Element | undefined;
    for (const [offset, line] of wanted.entries()) {
      const element = this.#elementOf(line);
      element.style.top = `${this.#tops[start + offset]}px`;
      const next = last === undefined ? this.element.firstElementChild : last.nextElementSibling;
      if (next !== element) this.element.insertBefore(element, next);
      last = element;
    }
  }

  #elementOf(line: Line): HTMLElement {
    const known = this.#drawn.get(line.key);
    if (known?.stamp === line.stamp) return known.element;
    const element = line.draw();
    element.style.height = `${line.height}px`;
    const hadFocus = known?.element === document.activeElement;
    known?.element.replaceWith(element);
    if (hadFocus) element.focus();
    this.#drawn.set(line.key, { stamp: line.stamp, element });
    return element;
  }

  /** The line at this height; the nearest one for heights outside the list. */
  #indexAt(y: number): number {
    let [low, high] = [0, Math.max(0, this.#lines.length - 1)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#tops[middle] ?? 0) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
