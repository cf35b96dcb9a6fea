// Somebody has their data deleted who took part in the choice of an Ambassador: Laurel's cards say nothing of them any more.
import { expect, test } from 'vitest';
import type { Person } from '../../playground/discord/people.ts';
import { readableText } from '../../playground/discord/rules/readable-text.ts';
import { type Council, openCouncil } from '../support/ambassadors.ts';
import { eventually } from '../support/town.ts';

const PATIENCE_MS = 60_000;

async function deletesTheirData(town: Council, person: Person): Promise<void> {
  const { discord, help } = town;
  const asked = await person.clicks(await person.runs('/privacy', {}, { in: help }), 'Delete my data…');
  const done = await person.clicks(asked, 'Delete all of it');
  await discord.until(() => done.text.includes('It is deleted'), { timeoutMs: PATIENCE_MS / 2 });
  await town.calm();
}

test(
  'who nominated, who voted and who decided: their words go from the card, the others’ stay',
  async () => {
    const town = await openCouncil();
    const { alice, bob, mona, max, nora, discord } = town;
    await town.nominates(alice, bob, 'quixotrical patience');
    await bob.clicks(await town.question(), 'Yes, please');
    await town.starts(mona, bob);
    await town.votes(max, 'Yes', 'zwiebelmuster');
    await town.votes(nora, 'Yes', 'brontidefoss');
    const card = await town.card();
    const says = (words: string) => readableText(card).includes(words);
    await eventually(discord, async () => says('brontidefoss'), 'the card shows the votes');

    await deletesTheirData(town, alice);
    await eventually(discord, async () => !says('quixotrical'), 'what Alice wrote is gone');
    await deletesTheirData(town, max);
    await eventually(discord, async () => !says('zwiebelmuster'), 'what Max wrote is gone');
    expect(says('brontidefoss')).toBe(true);
    expect(says('2 yes, 0 no, 0 not yet')).toBe(true);
    expect(JSON.stringify(card.components)).not.toContain(alice.id);
    expect(JSON.stringify(card.components)).not.toContain(max.id);
  },
  PATIENCE_MS,
);

test(
  'the candidate: the card about them and the question to them go',
  async () => {
    const town = await openCouncil();
    const { alice, bob, carl, mona, help, staff, discord } = town;
    await town.nominates(alice, bob);
    await bob.clicks(await town.question(), 'Yes, please');
    await town.starts(mona, bob);
    const card = await town.card();
    const thread = town.thread();
    expect(staff.messages.has(thread.id)).toBe(true);
    await deletesTheirData(town, bob);
    await eventually(discord, async () => !thread.messages.has(card.id), 'the card is gone');
    await eventually(discord, async () => !staff.messages.has(thread.id), 'so is what it hung on');

    await town.nominates(alice, carl);
    const question = await town.question();
    await deletesTheirData(town, carl);
    await eventually(discord, async () => !help.messages.has(question.id), 'nobody is asked any more');
  },
  PATIENCE_MS,
);
