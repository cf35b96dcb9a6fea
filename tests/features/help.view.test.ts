// How /help looks, in golden files, whatever the server chose.
import { describe, expect, test } from 'vitest';
import { type Settings, settingsSchema } from '../../src/core/settings.ts';
import { Texts } from '../../src/core/texts.ts';
import { TOPICS } from '../../src/features/help/rules.ts';
import { howThanksWork } from '../../src/features/help/thanking.view.ts';
import { type Chapter, type Help, overviewView, topicView } from '../../src/features/help/view.ts';
import { expectGolden, readable } from '../support/golden.ts';

const reading = new Texts().for('en');
const thanking: Chapter = {
  topic: 'thanks',
  commands: [{ mention: '</thanks:42>', description: 'commands.thanks.description' }],
  onMessages: ['Thank the author'],
  onPeople: [],
};
const standing: Chapter = {
  topic: 'standing',
  commands: [
    { mention: '</leaderboard:43>', description: 'commands.leaderboard.description' },
    { mention: '</profile:44>', description: 'commands.profile.description' },
  ],
  onMessages: [],
  onPeople: ['Profile', 'Something else'],
};
const nothingIn = (topic: Chapter['topic']): Chapter => ({
  topic,
  commands: [],
  onMessages: [],
  onPeople: [],
});
const help = (settings: object = {}, more: Partial<Help> = {}): Help => {
  const chosen: Settings = settingsSchema.parse(settings);
  return {
    settings: chosen,
    serverName: 'Town',
    beginning: undefined,
    mention: (command) => `</${command}:42>`,
    reactions: chosen.reactions,
    signEmoji: '🌿',
    chapters: [thanking, standing],
    ...more,
  };
};

describe('help', () => {
  test('at a glance', () => expectGolden(overviewView(reading, help()), 'help.member'));

  test('at a glance, with every topic that there is', () =>
    expectGolden(overviewView(reading, help({}, { chapters: TOPICS.map(nothingIn) })), 'help.rights'));

  test('for a member where nothing was set up', () =>
    expectGolden(overviewView(reading, help({}, { beginning: 'forMembers' })), 'help.new.member'));
  test('for an administrator where nothing was set up', () =>
    expectGolden(
      overviewView(reading, help({}, { beginning: 'forAdministrators' })),
      'help.new.administrator',
    ));

  test('about thanks, with what the server chose', () => {
    const settings = {
      channels: { mode: 'only', only: ['100', '101'] },
      sign: 'reply',
      points: { thanks: 1 },
    };
    expectGolden(topicView(reading, help(settings), thanking), 'help.thanks');
  });

  test('about where one stands', () => expectGolden(topicView(reading, help(), standing), 'help.standing'));

  test('where Laurel listens nowhere, the command alone is named at a glance', () => {
    const nowhere = help({ channels: { mode: 'only' } });
    expect(readable(overviewView(reading, nowhere))).toContain('**Thank somebody** · Use </thanks:42>.');
  });

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
    const how = howThanksWork(reading, help(settings));
    expect(how[index]).toContain(line);
    expect(how).toHaveLength(3);
  });
});
