// The rules written here against Discord's published schema: what the schema refuses, the rules refuse too.
import { MessageFlags } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCommands } from './commands.ts';
import { checkMessage } from './message.ts';
import { checkModal } from './modal.ts';
import { checkRequest } from './request-schema.ts';

/** Texts of lengths around every limit there is. */
const LENGTHS = [
  0, 1, 32, 33, 45, 46, 80, 81, 100, 101, 150, 151, 256, 257, 512, 1024, 1025, 2000, 2001, 4000, 4001,
];
const words = fc.constantFrom(...LENGTHS).map((length) => 'x'.repeat(length));
const short = fc.constantFrom(
  '',
  'a',
  'b',
  'c',
  'x'.repeat(45),
  'x'.repeat(46),
  'x'.repeat(100),
  'x'.repeat(101),
);
const count = fc.constantFrom(-1, 0, 1, 2, 5, 10, 11, 25, 26);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const listOf = <T>(value: fc.Arbitrary<T>, max: number) =>
  fc.oneof(fc.array(value, { maxLength: 3 }), fc.array(value, { minLength: max - 1, maxLength: max + 1 }));

const option = fc.record({
  label: short,
  value: short,
  description: maybe(short),
  default: maybe(fc.boolean()),
});
const url = fc.constantFrom('https://example.com/a.png', 'attachment://a.png', 'no link', '');
const media = fc.record({ media: fc.record({ url }), description: maybe(words) });
const text = fc.record({ type: fc.constant(10), content: words });
const button = fc.record({
  type: fc.constant(2),
  style: fc.constantFrom(0, 1, 5, 7),
  label: maybe(words),
  custom_id: maybe(short),
  url: maybe(url),
});
const select = fc.record({
  type: fc.constantFrom(3, 5, 6, 7, 8),
  custom_id: short,
  placeholder: maybe(words),
  min_values: maybe(count),
  max_values: maybe(count),
  options: maybe(listOf(option, 25)),
});
const row = fc.record({ type: fc.constant(1), components: listOf(fc.oneof(button, select), 5) });
const section = fc.record({
  type: fc.constant(9),
  components: listOf(text, 3),
  accessory: fc.oneof(
    button,
    media.map((each) => ({ type: 11, ...each })),
  ),
});
const gallery = fc.record({ type: fc.constant(12), items: listOf(media, 10) });
const separator = fc.record({ type: fc.constant(14), spacing: maybe(count), divider: maybe(fc.boolean()) });
const inContainer = fc.oneof(row, section, text, gallery, separator);
const container = fc.record({
  type: fc.constant(17),
  accent_color: maybe(fc.constantFrom(-1, 0, 0xffffff, 0x1000000)),
  components: fc.array(inContainer, { maxLength: 4 }),
});
const embed = fc.record({
  title: maybe(words),
  description: maybe(words),
  url: maybe(url),
  color: maybe(fc.constantFrom(-1, 0, 0xffffff, 0x1000000)),
  fields: maybe(listOf(fc.record({ name: words, value: words }), 25)),
  footer: maybe(fc.record({ text: words })),
});
const message = fc.record({
  content: maybe(words),
  flags: maybe(fc.constant(MessageFlags.IsComponentsV2)),
  embeds: maybe(listOf(embed, 10)),
  components: maybe(fc.array(fc.oneof(inContainer, container), { maxLength: 4 })),
  nonce: maybe(short),
});

/** As JSON carries it: fields that are undefined are not there. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('what the published schema refuses is refused here', () => {
  it('in messages', () => {
    fc.assert(
      fc.property(message, (made) => {
        const body = asJson(made);
        const violation = checkRequest('POST', '/channels/1/messages', body);
        fc.pre(violation?.problems.length === 1);
        expect(
          checkMessage(body, { kind: 'create', attachmentNames: ['a.png'] }),
          violation?.problems.join(),
        ).toBeDefined();
      }),
      { numRuns: 100, maxSkipsPerRun: 1000 },
    );
  });

  it('in modals', () => {
    const input = fc.record({
      type: fc.constant(4),
      custom_id: short,
      style: fc.constantFrom(0, 1, 2, 3),
      value: maybe(words),
      placeholder: maybe(words),
      min_length: maybe(fc.constantFrom(-1, 0, 4000, 4001)),
      max_length: maybe(fc.constantFrom(0, 1, 4000, 4001)),
    });
    const group = fc.record({
      type: fc.constantFrom(21, 22),
      custom_id: short,
      options: listOf(option, 10),
      max_values: maybe(count),
    });
    const upload = fc.record({
      type: fc.constant(19),
      custom_id: short,
      min_values: maybe(count),
      max_values: maybe(count),
    });
    const label = fc.record({
      type: fc.constant(18),
      label: short,
      description: maybe(words),
      component: fc.oneof(input, select, group, upload),
    });
    const modal = fc.record({ custom_id: short, title: short, components: listOf(fc.oneof(label, text), 5) });
    fc.assert(
      fc.property(modal, (made) => {
        const data = asJson(made);
        const violation = checkRequest('POST', '/interactions/1/token/callback', { type: 9, data });
        fc.pre(violation?.problems.length === 1);
        expect(checkModal(data), violation?.problems.join()).toBeDefined();
      }),
      { numRuns: 100, maxSkipsPerRun: 1000 },
    );
  });

  it('in commands', () => {
    const leaf = fc.record({
      type: fc.integer({ min: 0, max: 12 }),
      name: fc.constantFrom('', 'a', 'b', 'x'.repeat(32), 'x'.repeat(33)),
      description: maybe(short),
      required: maybe(fc.boolean()),
      choices: maybe(listOf(fc.record({ name: short, value: fc.oneof(short, count) }), 25)),
      min_length: maybe(fc.constantFrom(-1, 0, 6000, 6001)),
      max_length: maybe(fc.constantFrom(0, 1, 6000, 6001)),
    });
    const group = fc.record({
      type: fc.constantFrom(1, 2),
      name: fc.constantFrom('a', 'b'),
      description: fc.constant('x'),
      options: maybe(fc.array(leaf, { maxLength: 3 })),
    });
    const command = fc.record({
      type: maybe(fc.integer({ min: 0, max: 5 })),
      name: fc.constantFrom('', 'thanks', 'x'.repeat(32), 'x'.repeat(33)),
      description: maybe(short),
      options: maybe(listOf(fc.oneof(leaf, group), 25)),
      contexts: maybe(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 })),
    });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 2 }), (made) => {
        const body = asJson(made);
        const violation = checkRequest('PUT', '/applications/1/commands', body);
        fc.pre(violation?.problems.length === 1);
        expect(checkCommands(body), violation?.problems.join()).toBeDefined();
      }),
      { numRuns: 100, maxSkipsPerRun: 1000 },
    );
  });
});
