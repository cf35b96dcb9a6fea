// How /help looks, in golden files, whatever the server chose.
import { describe, expect, test } from 'vitest';
import { type Settings, settingsSchema } from '../../src/core/settings.ts';
import { Texts } from '../../src/core/texts.ts';
import { type Help, helpView } from '../../src/features/help/view.ts';
import { expectGolden, readable } from '../support/golden.ts';

const reading = new Texts().for('en');
const help = (settings: object = {}, more: Partial<Help> = {}): Help => {
  const chosen: Settings = settingsSchema.parse(settings);
  return {
    settings: chosen,
    serverName: 'Town',
    beginning: undefined,
    mention: (command) => `</${command}:42>`,
    reactions: chosen.reactions,
    signEmoji: '🌿',
    everybody: [{ mention: '</thanks:42>', description: 'commands.thanks.description' }],
    withRights: [],
    onMessages: ['Thank the author'],
    onPeople: [],
    ...more,
  };
};
const howOf = (one: Help) =>
  readable(helpView(reading, one))
    .split('\n')
    .filter((line) => /^\d\./.test(line));

describe('help', () => {
  test('for a member of a new server', () => expectGolden(helpView(reading, help()), 'help.member'));

  test('for a member where nothing was set up', () =>
    expectGolden(helpView(reading, help({}, { beginning: 'forMembers' })), 'help.new.member'));
  test('for an administrator where nothing was set up', () =>
    expectGolden(helpView(reading, help({}, { beginning: 'forAdministrators' })), 'help.new.administrator'));

  test('for somebody with rights', () =>
    expectGolden(
      helpView(
        reading,
        help(
          { channels: { mode: 'only', only: ['100', '101'] }, sign: 'reply', points: { thanks: 1 } },
          {
            withRights: [{ mention: '</setup:43>', description: 'commands.setup.description' }],
            onPeople: ['Profile', 'Something else'],
          },
        ),
      ),
      'help.rights',
    ));

  test.each<[string, object, number, string]>([
    ['channels left out', { channels: { except: ['7'] } }, 0, 'in every channel except <#7>.'],
    [
      'listening nowhere: only commands count',
      { channels: { mode: 'only' } },
      0,
      '1. When somebody helps you, thank them with </thanks:42>, or with **Thank the author** on their message.',
    ],
    [
      'listening nowhere: reactions do not count, whichever are chosen',
      { channels: { mode: 'only' } },
      1,
      '2. I listen in no channel yet, so thanks in words and reactions do not count.',
    ],
    [
      'listening nowhere: no sign is left on any message',
      { channels: { mode: 'only' } },
      2,
      '3. Each thank-you gives them 10 points.',
    ],
    [
      'only thanks by reaction',
      { reactions: { upvote: [] } },
      1,
      '2. Or react to their message: 🙏 ❤️ for thanks.',
    ],
    [
      'only upvotes',
      { reactions: { thanks: [] } },
      1,
      '2. Or react to their message: ⬆️ ⭐ for a good answer.',
    ],
    [
      'no reactions',
      { reactions: { thanks: [], upvote: [] } },
      1,
      '2. Reactions do not count here; </thanks:42> always does.',
    ],
    [
      'one point, silently',
      { points: { thanks: 1 }, sign: 'none' },
      2,
      '3. Each thank-you gives them 1 point, and I stay quiet about it.',
    ],
    [
      'many points',
      { points: { thanks: 1000 } },
      2,
      '3. Each thank-you gives them 1,000 points, and I leave a small 🌿 on your message.',
    ],
  ])('%s', (_, settings, index, line) => {
    expect(howOf(help(settings))[index]).toContain(line);
    expect(howOf(help(settings))).toHaveLength(3);
  });
});
