// The way to become an Ambassador, as people go it: nominated, asked, reviewed, promoted. Every no on the way: ambassadors-refused.test.ts.
import { describe, expect, test } from 'vitest';
import { readableText } from '../../playground/discord/rules/readable-text.ts';
import { DAY, openCouncil } from '../support/ambassadors.ts';
import { announcements, lastWord } from '../support/ladder.ts';
import { eventually } from '../support/town.ts';

/** Files of whole journeys: several commands each, on a busy machine. */
const TIMEOUT_MS = 40_000;

describe('from nomination to promotion', { timeout: TIMEOUT_MS }, () => {
  test('asked in the server, seen in the dossier, reviewed in the thread, promoted with one button, and a term', async () => {
    const town = await openCouncil();
    const { alice, bob, mona, max, nora, help, discord, roles } = town;
    await alice.runs('/thanks', { member: bob, reason: 'found the leak' }, { in: help });
    const nominated = await town.nominates(alice, bob);
    expect(nominated.text).toContain(`I have asked ${bob.mention} here`);
    const question = await town.question();
    expect(readableText(question)).toMatch(
      /would like .* to become an Ambassador[\s\S]*answers with patience/,
    );
    expect(bob.pings).toHaveLength(1);
    expect(bob.dm(discord.bot).messages.size).toBe(0);

    await bob.clicks(question, 'Yes, please');
    expect(readableText(question)).toContain(`${bob.mention} said yes`);
    const own = await bob.runs('/ambassador dossier', {}, { in: help });
    expect(own.text).toMatch(/1 person helped · \[message\]|1 person helped · \[channel\]/);
    expect(own.text).toContain('“found the leak”');
    const form = await bob.clicks(own, 'Add a few words');
    const stated = await bob.submits(form, { statement: 'I am here most evenings.' });
    expect(stated.text).toContain('Your words are in the dossier');

    const list = await mona.runs('/ambassador candidates', {}, { in: help });
    expect(list.text).toMatch(/waits for a review[\s\S]*1 person helped/);
    const started = await town.starts(mona, bob);
    expect(started.text).toMatch(/The review is open in its thread[\s\S]*under review/);
    expect(town.thread().name).toBe('Ambassador: Bob');
    const card = await town.card();
    expect(readableText(card)).toContain('I am here most evenings.');
    // The candidate reads what the reviewers read.
    for (const line of ['1 person helped', '“found the leak”', 'answers with patience'])
      expect([own.text.includes(line), readableText(card).includes(line)]).toEqual([true, true]);

    expect((await town.votes(max, 'Yes', 'kind')).text).toContain('Your vote: Yes');
    expect(await town.promotes(mona)).toContain('stays open until');
    discord.advance(DAY);
    expect(await town.promotes(mona)).toContain('1 more vote is needed');
    await town.votes(nora, 'No', 'too soon');
    expect(await town.promotes(mona)).toContain('More than half of the votes have to be Yes');
    expect((await town.votes(nora, 'Yes', 'convinced')).text).toContain('Changed: Yes');
    await eventually(
      discord,
      async () => readableText(card).includes('convinced'),
      'the card shows the vote',
    );
    expect(readableText(card)).toContain('2 yes, 0 no, 0 not yet');
    const audit = await mona.runs('/audit', { member: nora }, { in: help });
    expect(audit.text).toMatch(/changed their vote on[\s\S]*convinced[\s\S]*voted on[\s\S]*too soon/);

    expect(await town.promotes(mona)).toContain(`${bob.mention} is now **Ambassador**`);
    await town.calm();
    expect(town.has(bob, roles.ambassador)).toBe(true);
    expect(announcements(town).join()).toContain('is now **Ambassador**');
    await eventually(discord, async () => readableText(card).includes('Promoted by'), 'the card says so');
    // A vote after the end.
    expect(card.components.flatMap((one) => JSON.stringify(one)).join()).not.toContain('ambassadors:vote');
    const roll = await alice.runs('/ambassadors', {}, { in: help });
    expect(roll.text).toContain(`${bob.mention} · since`);
    expect((await bob.runs('/ambassador term', {}, { in: help })).text).toMatch(
      /Ambassador since .*term ends/,
    );
  });

  test('a member applies and is answered "not yet", with feedback that they alone read and a date', async () => {
    const town = await openCouncil();
    const { carl, mona, max, nora, alice, help, discord } = town;
    const applied = await carl.runs('/ambassador apply', { why: 'I would like to help more' }, { in: help });
    expect(applied.text).toContain('The moderators see it now');
    await town.starts(mona, carl);
    const card = await town.card();
    await town.votes(max, 'Not yet', 'a little early');
    await town.votes(nora, 'Yes', 'fine');
    discord.advance(DAY);
    const form = await mona.clicks(card, 'Answer: not yet');
    expect((await mona.submits(form, { feedback: 'Please', days: '0' })).text).toContain(
      'whole number from 1',
    );
    const given = await mona.submits(await mona.clicks(card, 'Answer: not yet'), {
      feedback: 'Help a few more people first.',
      days: '30',
    });
    expect(given.text).toContain('can try again from');
    const told = await town.question();
    expect(readableText(told)).not.toContain('Help a few more');
    expect((await alice.clicks(told, 'Read it')).text).toContain(
      'Only moderators, and the person it is about',
    );
    const read = await carl.clicks(told, 'Read it');
    expect(read.text).toMatch(/not yet[\s\S]*Help a few more people first\.[\s\S]*next try/);
    expect((await carl.runs('/ambassador apply', { why: 'again' }, { in: help })).text).toContain(
      'You can try again',
    );
    expect((await town.nominates(alice, carl)).text).toContain('can be nominated again from');
    discord.advance(31 * DAY);
    expect((await carl.runs('/ambassador apply', { why: 'again' }, { in: help })).text).toContain(
      'The moderators see it now',
    );
    const again = await mona.runs('/ambassador dossier', { member: carl }, { in: help });
    expect(again.text).toMatch(/Earlier decisions[\s\S]*Not yet, on[\s\S]*Help a few more/);
  });

  test('a no leaves nothing behind; withdrawing closes the review', async () => {
    const town = await openCouncil();
    const { alice, bob, carl, mona, help, discord } = town;
    await town.nominates(alice, bob);
    const question = await town.question();
    expect((await bob.clicks(question, 'No, thank you')).text).toContain('nothing else happens');
    await eventually(discord, async () => !help.messages.has(question.id), 'the question is gone');
    expect((await mona.runs('/ambassador candidates', {}, { in: help })).text).toContain(
      'Nobody is a candidate',
    );
    expect((await town.nominates(alice, bob)).text).toContain('can be nominated again from');
    expect((await bob.runs('/ambassador apply', { why: 'now I would' }, { in: help })).text).toContain(
      'The moderators see it now',
    );

    await carl.runs('/ambassador apply', { why: 'me too' }, { in: help });
    await town.starts(mona, carl);
    const card = await town.card();
    const own = await carl.runs('/ambassador dossier', {}, { in: help });
    expect((await carl.clicks(own, 'Withdraw')).text).toContain('You are no candidate any more');
    await eventually(discord, async () => readableText(card).includes('Withdrawn'), 'the card says so');
    expect((await carl.clicks(own, 'Withdraw').catch(() => own)).text).toContain('no candidate');
  });
});

describe('two at once', { timeout: TIMEOUT_MS }, () => {
  test('of two moderators who promote, one does and the other is told; nobody is announced twice', async () => {
    const town = await openCouncil();
    await town.reviewed();
    const { mona, max, discord } = town;
    const card = await town.card();
    const answers = await Promise.all([
      mona.clicks(card, 'Make Ambassador'),
      max.clicks(card, 'Make Ambassador'),
    ]);
    const words = await Promise.all(answers.map((answer) => lastWord(discord, answer)));
    await town.calm();
    expect(words.filter((text) => text.includes('is now **Ambassador**'))).toHaveLength(1);
    expect(words.filter((text) => /just decided|under way|over/.test(text))).toHaveLength(1);
    expect(announcements(town)).toHaveLength(1);
  });

  test('one promotes while the other answers "not yet": one decision stands', async () => {
    const town = await openCouncil();
    await town.reviewed();
    const { mona, max, bob, roles, help } = town;
    const form = await max.clicks(await town.card(), 'Answer: not yet');
    expect(await town.promotes(mona)).toContain('is now **Ambassador**');
    const late = await max.submits(form, { feedback: 'wait', days: '30' });
    expect(late.text).toContain('This review is over');
    expect(town.has(bob, roles.ambassador)).toBe(true);
    expect((await bob.runs('/ambassador dossier', {}, { in: help })).text).not.toContain('wait');
  });
});
