// What of a wished change of a thread is still to do, as a table of cases.
import { expect, test } from 'vitest';
import type { ThreadChange } from '../../src/core/actions.ts';
import { editOf, type ThreadNow } from '../../src/discord/threads.ts';

const now = (over: Partial<ThreadNow> = {}): ThreadNow => ({
  name: 'Port in use',
  tagIds: ['1'],
  archived: false,
  locked: false,
  usableTagIds: new Set(['1', '2', '3', '4', '5', '6', '9']),
  needsTag: false,
  ...over,
});
const none: ThreadChange = { addTags: [], removeTags: [] };

test.each<[string, ThreadNow, ThreadChange, ReturnType<typeof editOf>]>([
  ['nothing', now(), none, { body: undefined, tagged: true }],
  ['a tag', now(), { ...none, addTags: ['9'] }, { body: { applied_tags: ['1', '9'] }, tagged: true }],
  [
    'a tag that is on',
    now({ tagIds: ['9'] }),
    { ...none, addTags: ['9'] },
    { body: undefined, tagged: true },
  ],
  [
    'a sixth tag',
    now({ tagIds: ['1', '2', '3', '4', '5'] }),
    { ...none, addTags: ['9'] },
    { body: undefined, tagged: false },
  ],
  [
    'a sixth tag where one goes',
    now({ tagIds: ['1', '2', '3', '4', '5'] }),
    { addTags: ['9'], removeTags: ['2'] },
    { body: { applied_tags: ['1', '3', '4', '5', '9'] }, tagged: true },
  ],
  ['a tag that may not be put on', now(), { ...none, addTags: ['77'] }, { body: undefined, tagged: false }],
  [
    'the last tag where one is needed',
    now({ needsTag: true }),
    { ...none, removeTags: ['1'] },
    { body: undefined, tagged: true },
  ],
  ['the last tag', now(), { ...none, removeTags: ['1'] }, { body: { applied_tags: [] }, tagged: true }],
  ['the mark', now(), { ...none, mark: 'put' }, { body: { name: '✔ Port in use' }, tagged: true }],
  [
    'the mark that is there',
    now({ name: '✔ Port in use' }),
    { ...none, mark: 'put' },
    { body: undefined, tagged: true },
  ],
  [
    'the mark taken away',
    now({ name: '✔ Port in use' }),
    { ...none, mark: 'take' },
    { body: { name: 'Port in use' }, tagged: true },
  ],
  ['no mark to take away', now(), { ...none, mark: 'take' }, { body: undefined, tagged: true }],
  [
    'a long name',
    now({ name: 'x'.repeat(100) }),
    { ...none, mark: 'put' },
    { body: { name: `✔ ${'x'.repeat(98)}` }, tagged: true },
  ],
  [
    'locked, put away',
    now(),
    { ...none, locked: true, archived: true },
    { body: { locked: true, archived: true }, tagged: true },
  ],
  ['locked already', now({ locked: true }), { ...none, locked: true }, { body: undefined, tagged: true }],
])('%s', (_what, thread, change, wanted) => {
  expect(editOf(thread, change)).toEqual(wanted);
});
