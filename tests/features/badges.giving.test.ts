// Badges that people make and give: what is refused and why, the day's cap, and what a removed one leaves.
import { describe, expect, test } from 'vitest';
import { type Context, isRefusal } from '../../src/core/context.ts';
import {
  GENERIC_ICON,
  type Giver,
  judgeNewBadge,
  mayGive,
  nameKeyOf,
  readBadgeEmoji,
  shownEmoji,
} from '../../src/features/badges/custom.rules.ts';
import { createBadge, giveBadge, removeBadge, takeBadge } from '../../src/features/badges/giving.ts';
import { heldBy } from '../../src/features/badges/service.ts';
import { testContext } from '../support/context.ts';
import { idOf } from '../support/ids.ts';

const GUILD = '1';
const own = [{ id: '70', name: 'fox', animated: false }];
const giver = (over: Partial<Giver> = {}): Giver => ({
  memberId: idOf('mona'),
  isModerator: true,
  isAmbassador: false,
  roleIds: [],
  ...over,
});
const to = (memberId: string, over = {}) => ({ memberId, isBot: false, isPresent: true, ...over });

describe('a new badge', () => {
  test.each<[string, string, string | undefined]>([
    ['a character', '🦊', '🦊'],
    ['one that could be plain text', '❤', '❤️'],
    ['one with spaces around it', ' 🦊 ', '🦊'],
    ['of the server, by picture', '<:fox:70>', '<:fox:70>'],
    ['of the server, by name', ':fox:', '<:fox:70>'],
    ['of another server', '<:wolf:71>', undefined],
    ['two', '🦊🐺', undefined],
    ['a word', 'fox', undefined],
    ['nothing', '', undefined],
  ])('emoji: %s', (_, typed, expected) => {
    const read = readBadgeEmoji(typed, own);
    expect(isRefusal(read) ? undefined : read).toBe(expected);
  });

  test.each<[string, string, string | undefined]>([
    ['plain', 'Kind Fox', undefined],
    ['of nothing but signs', ' ** ', 'badgeNameMissing'],
    ['there already, in other dress', 'KIND—wolf!', 'badgeNameTaken'],
    ['in another script', 'Ευγενική αλεπού', undefined],
  ])('name: %s', (_, name, refused) => {
    const judged = judgeNewBadge({ name, emoji: '🦊', about: '' }, { taken: [nameKeyOf('kind wolf')], own });
    expect(isRefusal(judged) ? judged.refused : undefined).toBe(refused);
  });

  test('a picture that is gone gives way to another; a character never does', () => {
    expect(shownEmoji('<:fox:70>', () => false)).toBe(GENERIC_ICON);
    expect(shownEmoji('<:fox:70>', () => true)).toBe('<:fox:70>');
    expect(shownEmoji('🦊', () => false)).toBe('🦊');
  });

  test.each<[string, Partial<Giver>, boolean]>([
    ['a moderator', {}, true],
    ['a member', { isModerator: false }, false],
    ['a chosen role', { isModerator: false, roleIds: ['500'] }, true],
    ['an Ambassador, where they may', { isModerator: false, isAmbassador: true }, true],
  ])('is given by %s: %j', (_, over, expected) => {
    expect(mayGive(giver(over), { custom: { grantRoleIds: ['500'], byAmbassadors: true } })).toBe(expected);
  });
});

async function withFox() {
  const world = testContext();
  const typed = { name: 'Kind Fox', emoji: '🦊', about: '' };
  const wanted = {
    guildId: GUILD,
    typed,
    grantRoleIds: ['500'],
    byAmbassadors: false,
    own,
    createdBy: idOf('mona'),
  };
  const made = await createBadge(world.ctx, wanted);
  if (isRefusal(made)) throw new Error(made.refused);
  return { ...world, wanted, key: `custom:${made.id}` };
}

const order = (ctx: Context, over: Partial<Parameters<typeof giveBadge>[1]>) => ({
  guildId: GUILD,
  giver: giver(),
  to: to(idOf('bob')),
  badge: 'Kind Fox',
  reason: 'patient',
  at: ctx.clock.now(),
  ...over,
});

describe('giving', () => {
  test.each<[string, Partial<Parameters<typeof giveBadge>[1]>, string]>([
    ['one that is not there', { badge: 'Wolf' }, 'badgeUnknown'],
    ['one of another server', { guildId: '2' }, 'badgeUnknown'],
    ['one that is earned', { badge: 'legend' }, 'badgeEarned'],
    ['without the right', { giver: giver({ isModerator: false }) }, 'badgeNotYours'],
    ['to oneself', { to: to(idOf('mona')) }, 'awardSelf'],
    ['to a bot', { to: to('bot', { isBot: true }) }, 'badgesOfBot'],
    ['to somebody who is not here', { to: to(idOf('bob'), { isPresent: false }) }, 'awardGone'],
    ['without a reason', { reason: '  ' }, 'reasonMissing'],
  ])('refuses %s', async (_, over, refused) => {
    const { ctx } = await withFox();
    expect(await giveBadge(ctx, order(ctx, over))).toMatchObject({ refused });
    expect(await ctx.db.read((db) => heldBy(db, GUILD, idOf('bob')))).toEqual([]);
  });

  test('as often as the day allows, and again the next day', async () => {
    const { ctx, clock } = await withFox();
    await ctx.db.write((tx) => ctx.settings.change(tx, GUILD, 0, (now) => ({ ...now, awardsPerDay: 2 })));
    expect(await giveBadge(ctx, order(ctx, {}))).toMatchObject({ left: 1 });
    expect(await giveBadge(ctx, order(ctx, { to: to(idOf('carl')) }))).toMatchObject({ left: 0 });
    expect(await giveBadge(ctx, order(ctx, { to: to(idOf('dora')) }))).toMatchObject({
      refused: 'awardLimit',
    });
    clock.advance(86_400_000);
    expect(await giveBadge(ctx, order(ctx, { to: to(idOf('dora')) }))).toMatchObject({ left: 1 });
  });

  test('two at once: one gives, the other is told', async () => {
    const { ctx } = await withFox();
    const results = await Promise.all([
      giveBadge(ctx, order(ctx, {})),
      giveBadge(ctx, order(ctx, { giver: giver({ memberId: 'max' }) })),
    ]);
    expect(results.map((one) => (isRefusal(one) ? one.refused : 'given'))).toEqual([
      'given',
      'badgeHeldAlready',
    ]);
  });

  test.each(['Fixer', 'master fixer', 'knowsIt'])(
    'none may be called as one that is earned: %s',
    async (name) => {
      const { ctx, wanted } = await withFox();
      const no = await createBadge(ctx, { ...wanted, typed: { ...wanted.typed, name } });
      expect(no).toMatchObject({ refused: 'badgeNameTaken' });
    },
  );

  test('two moderators make the same badge at once: there is one', async () => {
    const { ctx, wanted } = await withFox();
    const typed = { ...wanted.typed, name: 'Owl' };
    const both = await Promise.all([1, 2].map(() => createBadge(ctx, { ...wanted, typed })));
    expect(both.map(isRefusal)).toEqual([false, true]);
  });

  test('what is taken is gone, by those who may give it', async () => {
    const { ctx, key } = await withFox();
    await giveBadge(ctx, order(ctx, {}));
    expect(await takeBadge(ctx, order(ctx, { giver: giver({ isModerator: false }) }))).toMatchObject({
      refused: 'badgeNotYours',
    });
    const judge = giver({ isModerator: false, roleIds: ['500'] });
    expect(await takeBadge(ctx, order(ctx, { giver: judge, badge: key }))).toMatchObject({ badge: { key } });
    expect(await takeBadge(ctx, order(ctx, {}))).toMatchObject({ refused: 'badgeNotHeld' });
  });

  test('a removed badge is shown with nobody, and its name is free', async () => {
    const { ctx, wanted } = await withFox();
    await giveBadge(ctx, order(ctx, {}));
    await removeBadge(ctx, { guildId: GUILD, badge: 'kind fox', by: idOf('mona') });
    expect(await ctx.db.read((db) => heldBy(db, GUILD, idOf('bob')))).toEqual([]);
    expect(isRefusal(await createBadge(ctx, wanted))).toBe(false);
    expect(await ctx.db.read((db) => heldBy(db, GUILD, idOf('bob')))).toEqual([]);
    const no = await removeBadge(ctx, { guildId: GUILD, badge: 'legend', by: idOf('mona') });
    expect(no).toMatchObject({ refused: 'badgeOfCatalogue' });
  });
});
