// Keeps times like "in 3 minutes" right for as long as they are in sight.
import { h } from './dom.ts';
import { fromNow, inStyle, longTime } from './time.ts';

const EVERY_MS = 1000;

/** `<t:…:style>` as an element; `at` in ms since 1970. */
export function timestamp(at: number, style: string): HTMLElement {
  const relative = style === 'R' ? at : undefined;
  return h(
    'time',
    {
      class: 'timestamp',
      datetime: new Date(at).toISOString(),
      title: longTime(at),
      'data-relative': relative,
    },
    inStyle(at, style),
  );
}

export function keepTimesRight(): void {
  setInterval(() => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-relative]')) {
      const text = fromNow(Number(element.dataset.relative));
      if (element.textContent !== text) element.textContent = text;
    }
  }, EVERY_MS);
}
