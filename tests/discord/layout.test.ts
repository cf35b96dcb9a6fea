// What people typed stays on its own line: nothing turns round or grows over what stands beside it.
import { expect, test } from 'vitest';
import { payloadOf } from '../../src/discord/payload.ts';

const shown = (content: string) => {
  const view = { components: [{ type: 17, components: [{ type: 10, content, custom_id: content }] }] };
  return JSON.parse(JSON.stringify(payloadOf(view).components))[0].components[0];
};

test.each([
  ['an override', 'from \u202eEve\u202c on', 'from Eve on'],
  ['an isolate that is never closed', '\u2067Eve', 'Eve'],
  ['marks without end', `a${'\u0301'.repeat(50)}b`, `a${'\u0301'.repeat(6)}b`],
])('%s goes', (_, typed, read) => {
  expect(shown(typed).content).toBe(read);
});

test.each([
  ['Arabic and Hebrew', 'مرحبا שָׁלוֹם'],
  ['accents', 'e\u0302\u0301 ชี้ དྷྲཱིཿ'],
  ['emoji of many parts', '👩‍👩‍👧‍👦 🏳️‍🌈 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['Markdown, mentions and times', '**bold** <@1> <t:1:R> [x](https://example.com)'],
])('%s stay', (_, typed) => {
  expect(shown(typed).content).toBe(typed);
});

test('ids stay as they are', () => {
  expect(shown('\u202eEve').custom_id).toBe('\u202eEve');
});
