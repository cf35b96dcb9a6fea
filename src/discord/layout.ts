// Keeps what people typed from breaking the lines around it: no text turns round what follows, none grows over its neighbours.

/** What turns the direction of all that follows: Unicode's embeddings, overrides and isolates. Letters need none of them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu;
/** More marks than this no script puts on one letter. */
const OVERGROWN = /(\p{M}{6})\p{M}+/gu;
/** The fields of components that are shown as text; all others are names and ids. */
const SHOWN: ReadonlySet<string> = new Set(['content', 'label', 'description', 'placeholder']);

/** The text as it was, without what would reach beyond it. */
function withinItsLine(text: string): string {
  return text.replaceAll(TURNING, '').replaceAll(OVERGROWN, '$1');
}

/** The same of all texts that components show, however deep they stand. */
export function withinTheirLines<T>(components: T): T {
  const kept: unknown = JSON.parse(JSON.stringify(components), (key, value: unknown) =>
    SHOWN.has(key) && typeof value === 'string' ? withinItsLine(value) : value,
  );
  return kept as T; // the same JSON, other letters
}
