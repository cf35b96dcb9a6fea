// Every no on the way of an Ambassador, as the person reads it: a no without its scene here fails the last test.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/discord/answer.ts';
import type { Person } from '../../playground/discord/people.ts';
import { readableText } from '../../playground/discord/rules/readable-text.ts';
import { customId } from '../../src/core/custom-id.ts';
import type { Settings } from '../../src/core/settings.ts';
import { nominationsOf } from '../../src/features/ambassadors/store.ts';
import { type Council, DAY, openCouncil } from '../support/ambassadors.ts';
import { forgesPress, PLAIN } from '../support/forging.ts';
import { eventually } from '../support/town.ts';

const TIMEOUT_MS = 60_000;
const GIVING = { method: 'PUT', route: '/guilds/:guild/members/:user/roles/:role' };
const TAKING = { method: 'DELETE', route: '/guilds/:guild/members/:user/roles/:role' };

const worded: Record<string, string> = JSON.parse(readFileSync('src/locales/en.json', 'utf8')).refusal;
const shown = new Set<string>();

/** Expects this no, in the words of the catalogue, whatever is filled in; of an answer, a follow-up, or a last word. */
async function no(refusal: string, answer: Promise<Answer | string> | Answer | string): Promise<void> {
  const said = await answer;
  const text = typeof said === 'string' ? said : [said.text, ...said.followUps.map(readableText)].join('\n');
  const wordings = [worded[refusal], worded[`${refusal}_one`], worded[`${refusal}_other`]].filter(
    (words) => words !== undefined,
  );
  const pattern = wordings
    .map((words) =>
      words
        .split(/\{\{\w+\}\}/)
        .map((piece) => piece.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('[\\s\\S]*'),
    )
    .join('|');
  expect(wordings.length, `${refusal} is in the catalogue`).toBeGreaterThan(0);
  expect(text).toMatch(new RegExp(pattern));
  shown.add(refusal);
}

/** The number of somebody's nomination, as it travels in the buttons about it. */
async function nominationOf({ bot, guild }: Council, { id }: Person): Promise<number> {
  const [latest] = await bot.ctx.db.read((db) => nominationsOf(db, guild.id, id, 1));
  if (!latest) throw new Error('Nobody has nominated them');
  return latest.id;
}

/** Presses a button of a screen that was kept open, while Laurel shows something else by now. */
async function pressesOld(
  { bot, discord, news }: Council,
  { user }: Person,
  ...id: readonly (string | number)[]
): Promise<Answer> {
  const [action = '', ...args] = id.map(String);
  const place = await bot.client.channels.fetch(news.id);
  if (!place?.isSendable()) throw new Error('Laurel writes there');
  const [first] = news.messages.values();
  const source = first ?? news.messages.get((await place.send(PLAIN)).id);
  if (!source) throw new Error('Laurel has written there');
  const at = { discord, user, channel: news };
  const answer = await forgesPress(at, source, customId('ambassadors', action, ...args));
  return answer.kind === 'deferred' ? answer.settled() : answer;
}

/** An administrator changes what they have set. */
async function sets({ bot, guild }: Council, change: (settings: Settings) => Settings): Promise<void> {
  await bot.ctx.db.write((tx) => bot.ctx.settings.change(tx, guild.id, 0, change));
}

const withoutTheirTier = (settings: Settings): Settings => ({
  ...settings,
  tiers: settings.tiers.filter(({ byPeopleOnly }) => !byPeopleOnly),
});

const reviewsIn =
  (channelId: string | undefined) =>
  ({ ambassadors: { reviewChannelId: _, ...others }, ...settings }: Settings): Settings => ({
    ...settings,
    ambassadors: channelId === undefined ? others : { ...others, reviewChannelId: channelId },
  });

describe('a no, with its reason', { timeout: TIMEOUT_MS }, () => {
  test('to who nominates or applies', async () => {
    const town = await openCouncil();
    const { alice, bob, carl, mona, guild, help, staff, botRole, discord } = town;
    const applies = (who: Person, why = 'I would like to') =>
      who.runs('/ambassador apply', { why }, { in: help });
    const robot = guild.person('Robot', { bot: true });
    await no('nominateBot', town.nominates(alice, robot));
    await no('nominateBot', mona.runs('/ambassador dossier', { member: robot }, { in: help }));
    await no('nominateBeforeRules', town.nominates(alice, guild.person('Pia', { pending: true })));
    const gone = guild.person('Gone');
    await gone.leaves(guild);
    await no('notAMember', town.nominates(alice, gone));
    await no('whyMissing', town.nominates(alice, bob, '   '));
    await no('whyMissing', applies(alice, '   '));
    const asked = mona.runs('/ambassador nominate', { member: bob, why: 'x' }, { in: staff });
    await no('candidateNotHere', asked);
    await carl.picks(await carl.runs('/privacy', {}, { in: help }), 'leftOut');
    await no('memberLeftOut', town.nominates(alice, carl));
    await carl.picks(await carl.runs('/privacy', {}, { in: help }), 'noticed');
    guild.overwrite(help, [{ for: botRole, deny: Bits.SendMessages }]);
    await no('candidateNotAsked', (await town.nominates(alice, bob)).settled());
    guild.overwrite(help, []);
    await sets(town, withoutTheirTier);
    await no('ambassadorTierNone', applies(bob));
    await no('ambassadorTierNone', town.nominates(alice, bob));
    await sets(town, (now) => ({ ...now, tiers: town.settings.tiers }));

    expect((await town.nominates(alice, bob)).text).toContain('I have asked');
    await no('nominatedAlready', town.nominates(carl, bob));
    await no('appliedAlready', applies(bob));
    const dora = guild.person('Dora');
    await town.nominates(alice, dora);
    await dora.clicks(await town.question(), 'No, thank you');
    await no('nominateLater', town.nominates(carl, dora));
    expect((await applies(dora)).text).toContain('The moderators see it now');
    for (const name of ['Ed', 'Fay']) await town.nominates(alice, guild.person(name));
    await no('nominatedMany', town.nominates(alice, guild.person('Gil')));
    expect(discord.violations).toEqual([]);
  });

  test('to who answers what is not theirs, or what is over', async () => {
    const town = await openCouncil();
    const { alice, bob, carl, mona, help } = town;
    await town.nominates(alice, bob);
    const question = await town.question();
    const id = await nominationOf(town, bob);
    await no('notTheCandidate', carl.clicks(question, 'Yes, please'));
    await no('notTheCandidate', pressesOld(town, carl, 'consentHere', id, 'yes'));
    await no('outOfDate', pressesOld(town, bob, 'consent', id, 'perhaps'));
    await no('outOfDate', pressesOld(town, bob, 'consent', 99_999, 'yes'));
    await no('consentMissing', pressesOld(town, mona, 'start', id));
    await no('reviewOver', pressesOld(town, mona, 'vote', id, 'yes'));
    await no('reviewOver', pressesOld(town, mona, 'promote', id));
    await bob.clicks(question, 'Yes, please');
    await no('nominationAnswered', pressesOld(town, bob, 'consent', id, 'no'));
    await no('dossierNotYours', alice.runs('/ambassador dossier', { member: bob }, { in: help }));
    await no('dossierNotYours', pressesOld(town, alice, 'dossier', bob.id));
    const own = await bob.runs('/ambassador dossier', {}, { in: help });
    const form = await bob.clicks(own, 'Add a few words');
    await bob.clicks(own, 'Withdraw');
    await no('nominationNone', pressesOld(town, bob, 'withdraw'));
    await no('nominationNone', pressesOld(town, bob, 'statement'));
    await no('nominationNone', bob.submits(form, { statement: 'still here' }));
    await no('reviewOver', pressesOld(town, mona, 'start', id));
  });

  test('to who opens a review', async () => {
    const town = await openCouncil();
    const { mona, max, guild, help, moderator, botRole, discord } = town;
    const people = ['Dora', 'Ed', 'Fay', 'Gil', 'Hal'].map((name) => guild.person(name));
    for (const one of people) await one.runs('/ambassador apply', { why: 'me' }, { in: help });
    const [dora, ed, fay, gil, hal] = people;
    if (!dora || !ed || !fay || !gil || !hal) throw new Error('Five apply');
    await sets(town, reviewsIn(undefined));
    await no('reviewChannelNone', town.starts(mona, dora));
    await sets(town, reviewsIn(town.staff.id));
    town.seenBy(moderator);
    await no('reviewNotOpened', town.starts(mona, dora));
    town.seenBy(moderator, botRole);
    // Two moderators have the same dossier open.
    const late = await max.runs('/ambassador dossier', { member: dora }, { in: help });
    expect((await town.starts(mona, dora)).text).toContain('review is open');
    await no('reviewRuns', (await max.clicks(late, 'Start the review')).settled());
    // Discord tells late that somebody has left.
    const hals = await max.runs('/ambassador dossier', { member: hal }, { in: help });
    discord.weather.loseNext(1, 'GUILD_MEMBER_REMOVE');
    await hal.leaves(guild);
    await no('notAMember', (await max.clicks(hals, 'Start the review')).settled());
    guild.give(ed, moderator);
    await no('reviewOfYourself', pressesOld(town, ed, 'start', await nominationOf(town, ed)));
    for (const one of [ed, fay]) expect((await town.starts(mona, one)).text).toContain('review is open');
    await no('reviewsMany', town.starts(mona, gil));
  });

  test('to who votes or decides', async () => {
    const town = await openCouncil();
    const { alice, bob, mona, max, nora, guild, moderator, staff, discord, settings } = town;
    await town.nominates(mona, bob);
    await bob.clicks(await town.question(), 'Yes, please');
    await town.starts(max, bob);
    const card = await town.card();
    guild.overwrite(staff, []);
    await no('voteNominator', town.votes(mona, 'Yes'));
    await no('reviewStaffOnly', town.votes(alice, 'Yes'));
    guild.give(bob, moderator);
    await no('voteCandidate', town.votes(bob, 'Yes'));
    await no('reviewOfYourself', town.promotes(bob));
    await no('reviewOfYourself', bob.clicks(card, 'Answer: not yet'));
    await no('voteReasonMissing', town.votes(max, 'Yes', ' '));
    await no('outOfDate', pressesOld(town, max, 'vote', await nominationOf(town, bob), 'perhaps'));
    await town.votes(max, 'No');
    await no('reviewTooSoon', town.promotes(mona));
    await no('reviewTooSoon', mona.clicks(card, 'Answer: not yet'));
    discord.advance(DAY);
    await no('reviewQuorum', town.promotes(mona));
    await no('reviewQuorum', mona.clicks(card, 'Answer: not yet'));
    await town.votes(nora, 'Yes');
    await no('reviewNoMajority', town.promotes(mona));
    await town.votes(max, 'Yes');
    await sets(town, withoutTheirTier);
    await no('ambassadorTierNone', town.promotes(mona));
    await sets(town, (now) => ({ ...now, tiers: settings.tiers }));
    const answer = async (fields: Record<string, string>) =>
      mona.submits(await mona.clicks(card, 'Answer: not yet'), fields);
    await no('againDaysUnfit', answer({ feedback: 'Soon', days: '0' }));
    await no('feedbackMissing', answer({ feedback: '  ', days: '30' }));
    // Kept open by somebody whose Discord was slow.
    const vote = await max.clicks(card, '❌ No');
    const decision = await max.clicks(card, 'Answer: not yet');
    await answer({ feedback: 'A few more people first', days: '30' });
    await no('reviewOver', max.submits(vote, { reason: 'wait' }));
    await no('reviewOver', max.submits(decision, { feedback: 'wait', days: '9' }));
    await no('applyLater', bob.runs('/ambassador apply', { why: 'again' }, { in: town.help }));
  });

  test('to an Ambassador, and about one', async () => {
    const town = await openCouncil();
    await town.appointed();
    const { alice, bob, carl, mona, help, discord } = town;
    await no('ambassadorAlready', town.nominates(alice, bob));
    await no('ambassadorYourself', bob.runs('/ambassador apply', { why: 'again' }, { in: help }));
    await no('termNone', carl.runs('/ambassador term', {}, { in: help }));
    const removal = { member: carl, reason: 'for cause' };
    await no('notAnAmbassador', mona.runs('/ambassador remove', removal, { in: help }));
    const term = await bob.runs('/ambassador term', {}, { in: help });
    const [, id = ''] = /"custom_id":"ambassadors:myTerm:1:(\d+)/.exec(JSON.stringify(term.message)) ?? [];
    await no('notTheAmbassador', pressesOld(town, alice, 'term', id, 'stepDown'));
    await no('termNone', pressesOld(town, bob, 'term', 99_999, 'stepDown'));
    await no('outOfDate', pressesOld(town, bob, 'term', id, 'reign'));
    await no('termSettled', pressesOld(town, bob, 'term', id, 'back'));
    const refusing = discord.weather.fail({ ...TAKING, status: 403, code: 50013 });
    await no('stepDownRefused', (await bob.clicks(term, 'Step down')).settled());
    refusing.end();
    await town.calm();
    const slow = discord.weather.fail({ ...GIVING, status: 500 });
    await mona.runs('/demote', { member: bob, reason: 'as we said' }, { in: help });
    await no('decideTwice', pressesOld(town, bob, 'myTerm', id, 'stepDown'));
    slow.end();
    await eventually(
      discord,
      async () => {
        discord.advance(5 * 60_000);
        return !town.has(bob, town.roles.ambassador);
      },
      'the demotion is carried out',
    );
    await town.calm();
    await no('termOver', pressesOld(town, bob, 'myTerm', id, 'stepDown'));
  });
});

/** Said when Discord leaves a question unanswered for a quarter of a minute: too long for a scene, and any feature's word. */
const ELSEWHERE = ['tryAgain'];

test('every no of Ambassadors has been said here', () => {
  const folder = 'src/features/ambassadors';
  const source = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const named = [...source.matchAll(/\brefuse\(([^)]*)/g)].flatMap(([, inside = '']) =>
    [...inside.matchAll(/'(\w+)'/g)].flatMap(([, name]) => (name === undefined ? [] : [name])),
  );
  expect([...shown, ...ELSEWHERE].toSorted()).toEqual([...new Set(named)].toSorted());
});
