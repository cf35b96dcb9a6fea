// What messages may not contain: one body for each limit, and the problem it is refused with.
import { describe, expect, it } from 'vitest';
import type { MessageContext } from './message.ts';
import { button, check, options, problems, row, section, select, text, V2 } from './sample-bodies.ts';

describe('what Discord refuses', () => {
  it.each<[string, unknown, string, Partial<MessageContext>?]>([
    ['2,001 characters', { content: 'x'.repeat(2001) }, 'content: BASE_TYPE_MAX_LENGTH'],
    ['content that is no text', { content: 1 }, 'content: STRING_TYPE_CONVERT'],
    ['eleven embeds', { embeds: Array(11).fill({ title: 'x' }) }, 'embeds: BASE_TYPE_MAX_LENGTH'],
    [
      '6,001 characters of embeds',
      { embeds: [{ description: 'x'.repeat(4096) }, { description: 'y'.repeat(1905) }] },
      'embeds: MAX_EMBED_SIZE_EXCEEDED',
    ],
    ['an empty embed', { embeds: [{}] }, 'embeds.0.description: BASE_TYPE_REQUIRED'],
    ['a long title', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title: BASE_TYPE_MAX_LENGTH'],
    [
      '26 fields',
      { embeds: [{ fields: Array(26).fill({ name: 'a', value: 'b' }) }] },
      'embeds.0.fields: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a field without a value',
      { embeds: [{ fields: [{ name: 'a', value: '' }] }] },
      'embeds.0.fields.0.value: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an embed link that is none',
      { embeds: [{ title: 'a', url: 'javascript:x' }] },
      'embeds.0.url: URL_TYPE_INVALID_SCHEME',
    ],
    [
      'six rows',
      { components: Array.from({ length: 6 }, (_, index) => row(button(`${index}`))) },
      'components: BASE_TYPE_MAX_LENGTH',
    ],
    ['an empty row', { components: [row()] }, 'components.0.components: BASE_TYPE_BAD_LENGTH'],
    [
      'six buttons in a row',
      { components: [row(...options(6).map(({ value }) => button(value)))] },
      'components.0.components: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a select beside a button',
      { components: [row(select('a'), button('b'))] },
      'components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    ['a button outside a row', { components: [button('a')] }, 'components.0.type: UNION_TYPE_CHOICES'],
    [
      'the same custom id twice',
      { components: [row(button('a')), row(button('a'))] },
      'components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a custom id of 101',
      { components: [row(button('x'.repeat(101)))] },
      'components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a label of 81',
      { components: [row(button('a', { label: 'x'.repeat(81) }))] },
      'components.0.components.0.label: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a button without a face',
      { components: [row(button('a', { label: '' }))] },
      'components.0.components.0: BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
    ],
    [
      'a link button with a custom id',
      { components: [row({ type: 2, style: 5, label: 'x', url: 'https://example.com', custom_id: 'a' })] },
      'components.0.components.0.custom_id: BUTTON_COMPONENT_FIELD_NOT_ALLOWED',
    ],
    [
      'a word for an emoji',
      { components: [row(button('a', { emoji: { name: 'thanks' } }))] },
      'components.0.components.0.emoji: COMPONENT_INVALID_EMOJI',
    ],
    [
      '26 options',
      { components: [row(select('a', { options: options(26) }))] },
      'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'no options',
      { components: [row(select('a', { options: [] }))] },
      'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an option twice',
      { components: [row(select('a', { options: [...options(1), ...options(1)] }))] },
      'components.0.components.0.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'more defaults than may be picked',
      { components: [row(select('a', { options: options(2).map((each) => ({ ...each, default: true })) }))] },
      'components.0.components.0.options: SELECT_COMPONENT_DEFAULTS_EXCEED_MAX_VALUES',
    ],
    ['texts without the V2 flag', { components: [text('hi')] }, 'components.0.type: UNION_TYPE_CHOICES'],
    [
      'a mention kind that does not exist',
      { content: 'x', allowed_mentions: { parse: ['here'] } },
      'allowed_mentions.parse.0: BASE_TYPE_CHOICES',
    ],
    [
      'a kind parsed and listed',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
    [
      '101 people',
      { content: 'x', allowed_mentions: { users: Array(101).fill('1') } },
      'allowed_mentions.users: BASE_TYPE_MAX_LENGTH',
    ],
    ['a nonce of 26', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce: BASE_TYPE_MAX_LENGTH'],
    [
      'a reply to nothing',
      { content: 'x', message_reference: {} },
      'message_reference.message_id: BASE_TYPE_REQUIRED',
    ],
    [
      'V2 with content',
      { flags: V2, content: 'x', components: [text('a')] },
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'V2 with embeds',
      { flags: V2, embeds: [{ title: 'x' }], components: [text('a')] },
      'embeds: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'V2: 41 components, nested ones counted',
      { flags: V2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text('x')) }] },
      'components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      'V2: 4,001 characters over all texts',
      { flags: V2, components: [text('x'.repeat(2000)), { type: 17, components: [text('y'.repeat(2001))] }] },
      'components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    [
      'V2: an empty text',
      { flags: V2, components: [text('')] },
      'components.0.content: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'V2: four texts in a section',
      { flags: V2, components: [section(button('a'), ...['1', '2', '3', '4'].map(text))] },
      'components.0.components: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'V2: a section without accessory',
      { flags: V2, components: [section(undefined, text('a'))] },
      'components.0.accessory: BASE_TYPE_REQUIRED',
    ],
    [
      'V2: a select as accessory',
      { flags: V2, components: [section(select('a'), text('a'))] },
      'components.0.accessory.type: UNION_TYPE_CHOICES',
    ],
    [
      'V2: a container in a container',
      { flags: V2, components: [{ type: 17, components: [{ type: 17, components: [text('a')] }] }] },
      'components.0.components.0.type: UNION_TYPE_CHOICES',
    ],
    [
      'V2: eleven pictures',
      {
        flags: V2,
        components: [{ type: 12, items: Array(11).fill({ media: { url: 'https://example.com/a.png' } }) }],
      },
      'components.0.items: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'V2: alt text of 1,025',
      {
        flags: V2,
        components: [
          {
            type: 12,
            items: [{ media: { url: 'https://example.com/a.png' }, description: 'x'.repeat(1025) }],
          },
        ],
      },
      'components.0.items.0.description: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'V2: a picture that was not uploaded',
      { flags: V2, components: [{ type: 12, items: [{ media: { url: 'attachment://a.png' } }] }] },
      'components.0.items.0.media.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'V2: an upload that nothing shows',
      { flags: V2, components: [text('a')] },
      'attachments: MESSAGE_ATTACHMENT_NOT_REFERENCED',
      { attachmentNames: ['a.png'] },
    ],
    [
      'V2: a file from elsewhere',
      { flags: V2, components: [{ type: 13, file: { url: 'https://example.com/a.txt' } }] },
      'components.0.file.url: URL_TYPE_INVALID_SCHEME',
    ],
    [
      'V2: a colour that is none',
      { flags: V2, components: [{ type: 17, accent_color: 0x1000000, components: [text('a')] }] },
      'components.0.accent_color: NUMBER_TYPE_MAX',
    ],
    [
      'V2: the same numeric id twice',
      {
        flags: V2,
        components: [
          { ...text('a'), id: 3 },
          { ...text('b'), id: 3 },
        ],
      },
      'components.1.id: COMPONENT_ID_DUPLICATED',
    ],
  ])('%s', (_, body, expected, context) => {
    const refusal = check(body, context);
    expect(refusal).toMatchObject({ status: 400, code: 50035, message: 'Invalid Form Body' });
    expect(problems(refusal)).toContain(expected);
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['blank content', { content: ' \n' }],
    ['V2 without components', { flags: V2 }],
    ['no body', undefined],
  ])('an empty message: %s', (_, body) => {
    expect(check(body)?.code).toBe(50006);
  });

  it('an attachment that was not uploaded', () => {
    expect(check({ content: 'x', attachments: [{ id: '0' }] })?.code).toBe(50146);
  });
});
