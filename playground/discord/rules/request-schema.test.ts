// Operations found by their path, and bodies held against the published schema.
import { describe, expect, it } from 'vitest';
import { operationOf } from './operations.ts';
import { checkRequest } from './request-schema.ts';

describe('operationOf', () => {
  it.each([
    ['GET', '/api/v10/gateway/bot', '/gateway/bot'],
    ['get', '/channels/1/messages?limit=100', '/channels/{channel_id}/messages'],
    [
      'PATCH',
      '/webhooks/1/token/messages/@original',
      '/webhooks/{webhook_id}/{webhook_token}/messages/@original',
    ],
    ['PATCH', '/webhooks/1/token/messages/2', '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}'],
    [
      'PUT',
      '/channels/1/messages/2/reactions/%F0%9F%99%8F/@me',
      '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me',
    ],
    ['GET', '/users/@me', '/users/@me'],
    ['GET', '/users/1', '/users/{user_id}'],
    ['GET', '/guilds/1/members/search?query=a', '/guilds/{guild_id}/members/search'],
    ['DELETE', '/gateway/bot', undefined],
    ['GET', '/nowhere', undefined],
  ])('%s %s', (method, path, template) => {
    expect(operationOf(method, path)).toBe(template);
  });
});

describe('checkRequest', () => {
  it.each<[string, string, string, unknown]>([
    [
      'a message',
      'POST',
      '/channels/1/messages',
      {
        content: 'x',
        tts: false,
        nonce: '1',
        enforce_nonce: true,
        embeds: [{ title: 'x', timestamp: '2026-01-01T00:00:00.000Z' }],
      },
    ],
    [
      'a time with an offset',
      'POST',
      '/channels/1/messages',
      { embeds: [{ timestamp: '2026-01-01T00:00:00+00:00' }] },
    ],
    [
      'an emoji by its id alone',
      'POST',
      '/channels/1/messages',
      { components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'a', emoji: { id: '12' } }] }] },
    ],
    ['permissions as a decimal string', 'POST', '/guilds/1/roles', { name: 'Guide', permissions: '1024' }],
    [
      'a command for moderators',
      'PUT',
      '/applications/1/commands',
      [{ name: 'a', description: 'b', default_member_permissions: '8' }],
    ],
    ['an edit of a thread', 'PATCH', '/channels/1', { archived: true, locked: false, applied_tags: ['1'] }],
    ['an edit of a channel', 'PATCH', '/channels/1', { name: 'help', topic: 'Ask away' }],
    [
      'a forum post',
      'POST',
      '/channels/1/threads',
      { name: 'How?', message: { content: 'x' }, applied_tags: ['1'] },
    ],
    ['a thread', 'POST', '/channels/1/threads', { name: 'How?', type: 11, auto_archive_duration: 1440 }],
    [
      'a private answer',
      'POST',
      '/interactions/1/t/callback',
      { type: 4, data: { content: 'x', flags: 64 } },
    ],
    [
      'a modal',
      'POST',
      '/interactions/1/t/callback',
      {
        type: 9,
        data: {
          custom_id: 'a',
          title: 'b',
          components: [{ type: 18, label: 'c', component: { type: 4, custom_id: 'd', style: 1 } }],
        },
      },
    ],
    [
      'choices',
      'POST',
      '/interactions/1/t/callback',
      { type: 8, data: { choices: [{ name: 'a', value: 'b' }] } },
    ],
    [
      'a time-out',
      'PATCH',
      '/guilds/1/members/2',
      { communication_disabled_until: '2026-01-01T00:00:00.000Z' },
    ],
    ['a request without a body', 'PUT', '/guilds/1/members/2/roles/3', undefined],
  ])('takes %s', (_, method, path, body) => {
    expect(checkRequest(method, path, body)).toBeUndefined();
  });

  it.each<[string, string, string, unknown, string]>([
    ['a number for content', 'POST', '/channels/1/messages', { content: 1 }, 'content: '],
    [
      'an unknown component',
      'POST',
      '/channels/1/messages',
      { components: [{ type: 99 }] },
      'components[0].type: ',
    ],
    [
      'a label too long, deep inside',
      'POST',
      '/channels/1/messages',
      {
        components: [
          {
            type: 17,
            components: [
              { type: 1, components: [{ type: 2, style: 1, custom_id: 'a', label: 'x'.repeat(81) }] },
            ],
          },
        ],
      },
      'components[0].components[0].components[0].label: Must be 80 or fewer in length.',
    ],
    [
      'an archive time that does not exist',
      'PATCH',
      '/channels/1',
      { archived: true, auto_archive_duration: 61 },
      'auto_archive_duration: ',
    ],
    ['permissions that are no number', 'POST', '/guilds/1/roles', { permissions: 'ALL' }, 'permissions: '],
    ['an answer of no known type', 'POST', '/interactions/1/t/callback', { type: 3 }, '(body): '],
    [
      'a modal without a title',
      'POST',
      '/interactions/1/t/callback',
      { type: 9, data: { custom_id: 'a', title: '', components: [] } },
      'data.title: ',
    ],
    [
      'an option description too long',
      'PUT',
      '/applications/1/guilds/2/commands',
      [{ name: 'a', description: 'b', options: [{ type: 3, name: 'x', description: 'y'.repeat(101) }] }],
      '[0].options[0].description: Must be 100 or fewer',
    ],
    ['ids that are none', 'POST', '/channels/1/messages/bulk-delete', { messages: ['x'] }, 'messages[0]: '],
    [
      'a time that is none',
      'PATCH',
      '/guilds/1/members/2',
      { communication_disabled_until: 'soon' },
      'communication_disabled_until: ',
    ],
    ['a route Discord lacks', 'GET', '/nowhere', undefined, 'GET /nowhere: '],
  ])('refuses %s', (_, method, path, body, problem) => {
    expect(checkRequest(method, path, body)?.problems).toContainEqual(expect.stringContaining(problem));
  });

  it('words its refusal as Discord does', () => {
    const violation = checkRequest('POST', '/guilds/1/roles', { name: '', color: -1, hoist: 'yes' });
    expect(violation?.refusal).toMatchObject({
      status: 400,
      code: 50035,
      errors: {
        name: { _errors: [{ code: 'BASE_TYPE_MIN_LENGTH', message: 'Must be 1 or more in length.' }] },
        color: { _errors: [{ code: 'NUMBER_TYPE_MIN' }] },
        hoist: { _errors: [{ code: 'BASE_TYPE_BAD_TYPE' }] },
      },
    });
    expect(checkRequest('POST', '/channels/1/threads', { type: 11 })?.refusal.errors).toEqual({
      name: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] },
    });
  });
});
