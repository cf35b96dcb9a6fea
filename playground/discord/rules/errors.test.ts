// The wording and the shape of refusals.
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { apiError, formErrors, generalError, refuseForm } from './errors.ts';

describe('apiError', () => {
  it.each([
    [RESTJSONErrorCodes.UnknownChannel, 404, 'Unknown Channel'],
    [RESTJSONErrorCodes.UnknownMember, 404, 'Unknown Member'],
    [RESTJSONErrorCodes.UnknownMessage, 404, 'Unknown Message'],
    [RESTJSONErrorCodes.UnknownRole, 404, 'Unknown Role'],
    [RESTJSONErrorCodes.UnknownEmoji, 400, 'Unknown Emoji'],
    [RESTJSONErrorCodes.UnknownInteraction, 404, 'Unknown interaction'],
    [
      RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
      400,
      'Interaction has already been acknowledged.',
    ],
    [RESTJSONErrorCodes.MissingAccess, 403, 'Missing Access'],
    [RESTJSONErrorCodes.MissingPermissions, 403, 'Missing Permissions'],
    [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 403, 'Cannot send messages to this user'],
    [RESTJSONErrorCodes.InvalidActionOnArchivedThread, 400, 'Thread is archived'],
    [
      RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached,
      429,
      expect.stringContaining('older than 1 hour'),
    ],
  ])('%i is a %i', (code, status, message) => {
    expect(apiError(code)).toEqual({ status, code, message });
  });

  it('refuses to invent an error that Discord does not have', () => {
    expect(() => apiError(12345)).toThrow('12345');
  });

  it('has the general errors without a code of their own', () => {
    expect(generalError(401)).toEqual({ status: 401, code: 0, message: '401: Unauthorized' });
    expect(generalError(405)).toEqual({ status: 405, code: 0, message: '405: Method Not Allowed' });
  });
});

describe('formErrors', () => {
  it('nests each problem where the field stands, and several at one field beside each other', () => {
    const refusal = formErrors([
      { path: 'content', code: 'A', message: 'a' },
      { path: 'components[0].components[1].custom_id', code: 'B', message: 'b' },
      { path: 'components[0].components[1].custom_id', code: 'C', message: 'c' },
      { path: '[2].name', code: 'D', message: 'd' },
      { path: '', code: 'E', message: 'e' },
    ]);
    expect(refusal).toEqual({
      status: 400,
      code: 50035,
      message: 'Invalid Form Body',
      errors: {
        _errors: [{ code: 'E', message: 'e' }],
        content: { _errors: [{ code: 'A', message: 'a' }] },
        components: {
          0: {
            components: {
              1: {
                custom_id: {
                  _errors: [
                    { code: 'B', message: 'b' },
                    { code: 'C', message: 'c' },
                  ],
                },
              },
            },
          },
        },
        2: { name: { _errors: [{ code: 'D', message: 'd' }] } },
      },
    });
  });

  it('is nothing without problems', () => {
    expect(refuseForm([])).toBeUndefined();
  });
});
