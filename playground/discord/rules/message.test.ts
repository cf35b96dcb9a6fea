// What messages may contain, at the edge of each limit, and what edits leave behind.
import { describe, expect, it } from 'vitest';
import type { MessageContext } from './message.ts';
import { button, check, options, problems, row, section, select, text, V2 } from './sample-bodies.ts';

describe('what Discord takes', () => {
  it.each<[string, unknown, Partial<MessageContext>?]>([
    ['two thousand characters', { content: 'x'.repeat(2000) }],
    ['two thousand emoji, each two units long', { content: '🙏'.repeat(2000) }],
    ['ten embeds', { embeds: Array(10).fill({ title: 'x' }) }],
    [
      'six thousand characters of embeds',
      { embeds: [{ description: 'x'.repeat(4096) }, { description: 'y'.repeat(1904) }] },
    ],
    ['components alone', { components: [row(button('a'))] }],
    [
      'five rows of five buttons',
      {
        components: ['a', 'b', 'c', 'd', 'e'].map((r) =>
          row(...['1', '2', '3', '4', '5'].map((c) => button(r + c))),
        ),
      },
    ],
    [
      'a link button',
      { components: [row({ type: 2, style: 5, label: 'Docs', url: 'https://example.com' })] },
    ],
    ['an emoji for a label', { components: [row(button('a', { label: undefined, emoji: { name: '🙏' } }))] }],
    [
      'flags, keycaps and skin tones as emoji',
      {
        components: [row(...['🇬🇷', '1️⃣', '👍🏽', '❤️', '⬆️'].map((name) => button(name, { emoji: { name } })))],
      },
    ],
    ['a custom emoji by id', { components: [row(button('a', { emoji: { id: '123', name: 'laurel' } }))] }],
    ['twenty-five options', { components: [row(select('a', { options: options(25) }))] }],
    ['files alone', {}, { attachmentNames: ['a.png'] }],
    [
      'a file described',
      { attachments: [{ id: '0', description: 'A chart' }] },
      { attachmentNames: ['a.png'] },
    ],
    ['a forward', { message_reference: { type: 1, message_id: '1', channel_id: '2' } }],
    ['a nonce', { content: 'x', nonce: 'x'.repeat(25), enforce_nonce: true }],
    ['a poll', { poll: { question: { text: 'Tea?' }, answers: [{ poll_media: { text: 'Yes' } }] } }],
    ['no mentions at all', { content: 'x', allowed_mentions: { parse: [], users: [], roles: [] } }],
    ['V2: a section with a button', { flags: V2, components: [section(button('a'), text('hi'))] }],
    [
      'V2: a gallery of an uploaded picture',
      {
        flags: V2,
        components: [{ type: 12, items: [{ media: { url: 'attachment://a.png' }, description: 'A chart' }] }],
      },
      { attachmentNames: ['a.png'] },
    ],
    [
      'V2: a file',
      { flags: V2, components: [{ type: 13, file: { url: 'attachment://log.txt' } }] },
      { attachmentNames: ['log.txt'] },
    ],
    [
      'V2: four thousand characters',
      { flags: V2, components: [text('x'.repeat(2000)), text('y'.repeat(2000))] },
    ],
    [
      'V2: forty components',
      {
        flags: V2,
        components: [
          { type: 17, accent_color: 0xffffff, components: Array.from({ length: 39 }, () => text('x')) },
        ],
      },
    ],
    [
      'V2: a separator',
      { flags: V2, components: [text('a'), { type: 14, divider: true, spacing: 2 }, text('b')] },
    ],
  ])('%s', (_, body, context) => {
    expect(check(body, context)).toBeUndefined();
  });
});

describe('an edit', () => {
  const empty = { content: '', embeds: [], components: [], attachments: [], flags: 0 };
  const plain = { ...empty, content: 'hello' };
  const v2 = { ...empty, flags: V2, components: [{ type: 10 as const, id: 1, content: 'hi' }] };
  const file = { id: '77', filename: 'a.png', size: 1, url: 'u', proxy_url: 'u' };

  it.each<[string, unknown, MessageContext['existing'], string | number | undefined]>([
    ['leaves what it does not name', { components: [] }, plain, undefined],
    ['may not leave nothing', { content: '' }, plain, 50006],
    [
      'cannot become V2 with its old content',
      { flags: V2, components: [text('a')] },
      plain,
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'becomes V2 once the content is removed',
      { flags: V2, content: null, components: [text('a')] },
      plain,
      undefined,
    ],
    ['turns a deferred answer into V2', { flags: V2, components: [text('a')] }, empty, undefined],
    ['stays V2 without saying so', { components: [text('b')] }, v2, undefined],
    [
      'cannot take the V2 flag away',
      { flags: 0, components: [text('b')] },
      v2,
      'flags: MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
    ],
    [
      'cannot give a V2 message content',
      { content: 'x' },
      v2,
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'keeps a file by its id',
      { content: 'x', attachments: [{ id: '77' }] },
      { ...plain, attachments: [file] },
      undefined,
    ],
    [
      'cannot keep a file it never had',
      { content: 'x', attachments: [{ id: '78' }] },
      { ...plain, attachments: [file] },
      50146,
    ],
    [
      'cannot show a file it removes',
      { attachments: [], components: [{ type: 12, items: [{ media: { url: 'attachment://a.png' } }] }] },
      { ...v2, attachments: [file] },
      'components.0.items.0.media.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
  ])('%s', (_, body, existing, expected) => {
    const refusal = check(body, { kind: 'edit', existing });
    if (typeof expected === 'string') expect(problems(refusal)).toContain(expected);
    else expect(refusal?.code).toBe(expected);
  });
});
