// Role colours that can be read on both grounds: mixed with the text's colour until the contrast is enough.

/** What small text needs against its ground. */
const ENOUGH = 4.6;
/** The darkest and the lightest ground that names stand on, per theme, and the text's colour there. */
const THEMES = {
  dark: { ground: '#35373c', text: '#ffffff' },
  light: { ground: '#e9eaed', text: '#000000' },
} as const;

type Rgb = readonly [number, number, number];

/** Sets an element's colour for both themes; nothing without a colour. */
export function paintName(element: HTMLElement, color: string | undefined): HTMLElement {
  if (color === undefined) return element;
  element.classList.add('painted');
  element.style.setProperty('--on-dark', readableOn('dark', color));
  element.style.setProperty('--on-light', readableOn('light', color));
  return element;
}

export function readableOn(theme: keyof typeof THEMES, color: string): string {
  const { ground, text } = THEMES[theme];
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(rgb(color), rgb(text), share);
    if (contrast(mixed, rgb(ground)) >= ENOUGH) return `rgb(${mixed.map(Math.round).join(' ')})`;
  }
  return text;
}

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2): number => one[index] * (1 - share) + other[index] * share;
  return [at(0), at(1), at(2)];
}

function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, as WCAG 2 defines it. */
function luminance(color: Rgb): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}
