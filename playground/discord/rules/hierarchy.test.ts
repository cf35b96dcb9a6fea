// Who may do what to which role and to whom.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import {
  type Actor,
  highestRole,
  type ManagedRole,
  mayActOn,
  mayManageRole,
  outranks,
  type RoleAction,
} from './hierarchy.ts';

const bot: Actor = { isOwner: false, permissions: Bits.ManageRoles, highestRole: { id: '50', position: 5 } };
const owner: Actor = { isOwner: true, permissions: 0n, highestRole: { id: '1', position: 0 } };
const admin: Actor = { ...bot, permissions: Bits.Administrator | Bits.ManageRoles };
const powerless: Actor = { ...bot, permissions: Bits.KickMembers };

const low: ManagedRole = { id: '40', position: 4 };
const high: ManagedRole = { id: '60', position: 6 };
const everyone: ManagedRole = { id: '1', position: 0, isEveryone: true };

describe('order', () => {
  it.each([
    [{ id: '9', position: 2 }, { id: '1', position: 1 }, true],
    [{ id: '9', position: 1 }, { id: '1', position: 2 }, false],
    [{ id: '9', position: 1 }, { id: '10', position: 1 }, true],
    [{ id: '10', position: 1 }, { id: '9', position: 1 }, false],
    [{ id: '9', position: 1 }, { id: '9', position: 1 }, false],
  ])('%j above %j: %s', (a, b, expected) => {
    expect(outranks(a, b)).toBe(expected);
  });

  it('finds the highest role, @everyone when there is none', () => {
    expect(highestRole(everyone, [])).toBe(everyone);
    expect(highestRole(everyone, [low, high])).toBe(high);
  });
});

describe('mayManageRole', () => {
  it.each<[string, Actor, ManagedRole, RoleAction, number | undefined]>([
    ['a lower role is granted', bot, low, { kind: 'grant' }, undefined],
    ['not without ManageRoles', powerless, low, { kind: 'grant' }, 50013],
    ['not a higher role', bot, high, { kind: 'grant' }, 50013],
    ['not the own highest role', bot, { id: '50', position: 5 }, { kind: 'grant' }, 50013],
    ['an administrator stays below higher roles', admin, high, { kind: 'grant' }, 50013],
    ['the owner stands above all', owner, high, { kind: 'grant' }, undefined],
    ['not a managed role', bot, { ...low, managed: true }, { kind: 'grant' }, 50028],
    ['not even the owner grants a managed role', owner, { ...low, managed: true }, { kind: 'grant' }, 50028],
    ['@everyone is no role to grant', bot, everyone, { kind: 'grant' }, 10011],
    ['@everyone cannot be deleted', bot, everyone, { kind: 'delete' }, 50028],
    ['@everyone can be edited', bot, everyone, { kind: 'edit', permissions: Bits.ManageRoles }, undefined],
    ['a managed role cannot be deleted', bot, { ...low, managed: true }, { kind: 'delete' }, 50028],
    ['a managed role can be renamed', bot, { ...low, managed: true }, { kind: 'edit' }, undefined],
    ['no permissions the actor lacks', bot, low, { kind: 'edit', permissions: Bits.BanMembers }, 50013],
    [
      'what the role had may stay',
      bot,
      low,
      { kind: 'edit', permissions: Bits.BanMembers, before: Bits.BanMembers },
      undefined,
    ],
    ['an administrator adds any', admin, low, { kind: 'edit', permissions: Bits.BanMembers }, undefined],
    ['a higher role cannot be moved', bot, high, { kind: 'move' }, 50013],
  ])('%s', (_, actor, role, action, code) => {
    expect(mayManageRole(actor, role, action)?.code).toBe(code);
  });
});

describe('mayActOn', () => {
  const below = { isOwner: false, highestRole: low };
  const above = { isOwner: false, highestRole: high };
  it.each<[string, Actor, { isOwner: boolean; highestRole: ManagedRole }, number | undefined]>([
    ['someone below', powerless, below, undefined],
    ['not someone above', powerless, above, 50013],
    ['not an equal', powerless, { isOwner: false, highestRole: { id: '50', position: 5 } }, 50013],
    ['not without the permission', bot, below, 50013],
    ['never the owner', powerless, { isOwner: true, highestRole: everyone }, 50013],
    ['the owner anyone', owner, above, undefined],
  ])('kicks %s', (_, actor, target, code) => {
    expect(mayActOn(actor, target, Bits.KickMembers)?.code).toBe(code);
  });
});
