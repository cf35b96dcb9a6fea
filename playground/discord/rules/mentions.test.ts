// Who is mentioned, and who is pinged.
import { AllowedMentionsTypes as Kind } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionedIn, type PingableGuild, type PingingMessage, whoIsPinged } from './mentions.ts';
import { mentioningText, readableText } from './readable-text.ts';

const guild: PingableGuild = {
  members: new Set(['1', '2', '3']),
  roles: new Map([
    ['10', { mentionable: true }],
    ['11', { mentionable: false }],
  ]),
};

const TEXT = '<@1> <@!2> <@9> <@&10> <@&11> <@&99> @everyone';
const NOBODY = { users: [], roles: [], everyone: false, repliedUser: false };

describe('mentionedIn', () => {
  it.each([
    ['<@1> and <@!2>, again <@1>', { users: ['1', '2'] }],
    ['<@&10> in <#20>', { roles: ['10'], channels: ['20'] }],
    ['@everyone', { everyone: true }],
    ['@here!', { everyone: true }],
    ['me@hereford.example', { everyone: false }],
    ['`<@1>` and ```\n<@2> @everyone\n```', {}],
    ['``<@1> ` @here``', {}],
    ['nothing at all', {}],
    ['<@> <@a> <@&> <1>', {}],
  ])('%s', (text, expected) => {
    expect(mentionedIn(text)).toEqual({ users: [], roles: [], channels: [], everyone: false, ...expected });
  });

  it('reads any text in linear time', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => Array.isArray(mentionedIn(text).users)));
    const start = performance.now();
    mentionedIn('`<@'.repeat(2000));
    expect(performance.now() - start).toBeLessThan(100);
  });
});

describe('whoIsPinged', () => {
  it.each<[string, Partial<PingingMessage>, object]>([
    [
      'everything without allowed_mentions, but @everyone needs the right',
      {},
      { users: ['1', '2'], roles: ['10'] },
    ],
    [
      'with the right, every role and @everyone',
      { authorMayMentionEveryone: true },
      { users: ['1', '2'], roles: ['10', '11'], everyone: true },
    ],
    ['nobody with an empty parse', { allowedMentions: { parse: [] }, authorMayMentionEveryone: true }, {}],
    ['nobody with an empty object', { allowedMentions: {}, authorMayMentionEveryone: true }, {}],
    [
      'one kind',
      { allowedMentions: { parse: [Kind.User] }, authorMayMentionEveryone: true },
      { users: ['1', '2'] },
    ],
    ['named people only', { allowedMentions: { users: ['2', '3'] } }, { users: ['2'] }],
    ['named roles only', { allowedMentions: { roles: ['10', '11'] } }, { roles: ['10'] }],
    [
      '@everyone when parsed',
      { allowedMentions: { parse: [Kind.Everyone] }, authorMayMentionEveryone: true },
      { everyone: true },
    ],
    [
      'a reply pings without allowed_mentions',
      { text: 'hi', repliedTo: '3' },
      { users: ['3'], repliedUser: true },
    ],
    [
      'a reply does not ping once they are given',
      { text: 'hi', repliedTo: '3', allowedMentions: { parse: [Kind.User] } },
      {},
    ],
    [
      'unless it says so',
      { text: 'hi', repliedTo: '3', allowedMentions: { parse: [], replied_user: true } },
      { users: ['3'], repliedUser: true },
    ],
    ['a reply to someone who left', { text: 'hi', repliedTo: '8' }, {}],
    [
      'replied to and mentioned is pinged once',
      { text: '<@1>', repliedTo: '1' },
      { users: ['1'], repliedUser: true },
    ],
    [
      'an ephemeral answer reaches its reader only',
      { ephemeralFor: '2', authorMayMentionEveryone: true },
      { users: ['2'] },
    ],
  ])('%s', (_, parts, expected) => {
    const message = { text: TEXT, authorMayMentionEveryone: false, ...parts };
    expect(whoIsPinged(message, guild)).toEqual({ ...NOBODY, ...expected });
  });

  it('pings people only in a direct message', () => {
    const message = { text: TEXT, authorMayMentionEveryone: true };
    expect(whoIsPinged(message, undefined)).toEqual({ ...NOBODY, users: ['1', '2', '9'] });
  });
});

describe('text of a message', () => {
  const message = {
    content: 'content <@1>',
    embeds: [
      {
        title: 'title',
        description: 'embed <@2>',
        fields: [{ name: 'name', value: 'value' }],
        footer: { text: 'foot' },
        author: { name: 'author' },
      },
    ],
    components: [
      { type: 10, content: 'top' },
      {
        type: 17,
        components: [
          {
            type: 9,
            components: [{ type: 10, content: 'inside <@3>' }],
            accessory: { type: 2, style: 1, label: 'button', custom_id: 'x' },
          },
        ],
      },
    ],
  };
  it('is everything people read, labels left out', () => {
    expect(readableText(message)).toBe(
      'content <@1>\nauthor\ntitle\nembed <@2>\nname\nvalue\nfoot\ntop\ninside <@3>',
    );
  });
  it('pings from content and V2 texts, never from embeds', () => {
    expect(mentionedIn(mentioningText(message)).users).toEqual(['1', '3']);
  });
});
