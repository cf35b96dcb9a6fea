// /close: a question that needs no solution any more, by those who may say so, with the reason; and back.
import { describe, expect, test } from 'vitest';
import { type HelpForum, openHelpForum } from '../support/help-forum.ts';

const linkTo = (town: HelpForum, { id }: { id: string }) =>
  `https://discord.com/channels/${town.guild.id}/${id}`;

const reasons: [string, Record<string, string>, string, string][] = [
  ['no reason', {}, 'noLongerNeeded', 'no longer needed'],
  ['"no longer needed"', { reason: 'noLongerNeeded' }, 'noLongerNeeded', 'no longer needed'],
  ['"answered elsewhere"', { reason: 'answeredElsewhere' }, 'answeredElsewhere', 'answered elsewhere'],
  ['"cannot be reproduced"', { reason: 'notReproducible' }, 'notReproducible', 'cannot be reproduced'],
  ['"moved"', { reason: 'moved' }, 'moved', 'moved to another place'],
];

describe('/close', () => {
  test.each(reasons)(
    'with %s: closed once, through a restart, and opened again',
    async (_name, typed, why, said) => {
      const town = await openHelpForum();
      const { thread } = await town.asked();
      await town.calm();
      town.discord.weather.duplicateNext(4);
      const closed = await town.alice.runs('/close', typed, { in: thread });
      expect([closed.ephemeral, closed.text]).toEqual([true, expect.stringContaining(said)]);
      await town.restart();
      await town.calm();
      expect(await town.question(thread)).toMatchObject({ state: 'closed', closedWhy: why });
      expect((await town.alice.runs('/close', typed, { in: thread })).text).toContain('settled already');
      await town.alice.runs('/reopen', {}, { in: thread });
      await town.calm();
      expect(await town.question(thread)).toMatchObject({ state: 'answered', closedWhy: null });
    },
  );

  test('as a duplicate, by staff: the answer leads to the other question, and it is remembered which', async () => {
    const town = await openHelpForum();
    const older = await town.alice.posts(town.support, 'Port [in] use', 'What now?');
    const { thread } = await town.asked();
    await town.calm();
    const closed = await town.sam.runs('/close', { duplicate: linkTo(town, older) }, { in: thread });
    expect(closed.text).toContain(`a duplicate of [Port (in) use](${linkTo(town, older)})`);
    expect(await town.question(thread)).toMatchObject({ closedWhy: 'duplicate', duplicateOf: older.id });
    await town.alice.runs('/reopen', {}, { in: thread });
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'answered', duplicateOf: null });
  });

  test('says what is wrong, and changes nothing', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    await town.calm();
    const says = async (who: typeof town.alice, typed: Record<string, string>, place = thread) =>
      (await who.runs('/close', typed, { in: place })).text;
    expect(await says(town.carl, {})).toContain('Only whoever asked');
    const wrong: Record<string, string>[] = [
      { reason: 'duplicate' },
      { duplicate: linkTo(town, thread) },
      { duplicate: linkTo(town, town.help) },
      { duplicate: 'the other one' },
    ];
    for (const typed of wrong)
      expect(await says(town.alice, typed)).toContain('Which question is it a duplicate of?');
    const elsewhere = await town.alice.runs('/close', {}, { in: town.help });
    expect(elsewhere.text).toContain('not a question I know of');
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    await town.alice.reacts(answer, '✅');
    await town.calm();
    expect(await says(town.alice, {})).toContain('settled already');
    expect(await town.points(town.bob)).toBe(25);
  });
});
