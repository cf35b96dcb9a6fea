// The permission algorithm, case by case and for any roles and overwrites.
import { type APIOverwrite, PermissionFlagsBits as Bits, OverwriteType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_PERMISSIONS, has, type PermissionSubject, permissionsOf } from './permissions.ts';

const READ = Bits.ViewChannel | Bits.ReadMessageHistory;
const WRITE = Bits.SendMessages | Bits.EmbedLinks | Bits.AttachFiles | Bits.MentionEveryone;

function member(parts: Partial<PermissionSubject> = {}): PermissionSubject {
  return {
    memberId: 'alice',
    ownerId: 'olivia',
    everyoneRole: { id: 'guild', permissions: READ | WRITE },
    roles: [],
    ...parts,
  };
}

function overwrite(id: string, allow: bigint, deny: bigint, type = OverwriteType.Role): APIOverwrite {
  return { id, type, allow: String(allow), deny: String(deny) };
}

describe('permissionsOf', () => {
  it.each<[string, PermissionSubject, APIOverwrite[] | undefined, bigint]>([
    ['@everyone alone', member(), undefined, READ | WRITE],
    [
      'roles add',
      member({ roles: [{ id: 'r', permissions: Bits.KickMembers }] }),
      undefined,
      READ | WRITE | Bits.KickMembers,
    ],
    [
      'bits as Discord sends them, in decimal',
      member({ roles: [{ id: 'r', permissions: '2' }] }),
      undefined,
      READ | WRITE | Bits.KickMembers,
    ],
    ['the owner has everything', member({ ownerId: 'alice' }), undefined, ALL_PERMISSIONS],
    [
      'the owner cannot be denied',
      member({ ownerId: 'alice' }),
      [overwrite('guild', 0n, Bits.ViewChannel)],
      ALL_PERMISSIONS,
    ],
    [
      'administrators cannot be denied',
      member({ roles: [{ id: 'r', permissions: Bits.Administrator }] }),
      [overwrite('r', 0n, ALL_PERMISSIONS)],
      ALL_PERMISSIONS,
    ],
    [
      '@everyone denied',
      member(),
      [overwrite('guild', 0n, Bits.AttachFiles)],
      (READ | WRITE) & ~Bits.AttachFiles,
    ],
    [
      'a role allows what @everyone is denied',
      member({ roles: [{ id: 'r', permissions: 0n }] }),
      [overwrite('guild', 0n, Bits.ViewChannel), overwrite('r', Bits.ViewChannel, 0n)],
      READ | WRITE,
    ],
    [
      'among roles, allowing wins over denying, whatever their order',
      member({
        roles: [
          { id: 'a', permissions: 0n },
          { id: 'b', permissions: 0n },
        ],
      }),
      [overwrite('a', Bits.AddReactions, 0n), overwrite('b', 0n, Bits.AddReactions)],
      READ | WRITE | Bits.AddReactions,
    ],
    [
      'the member comes last',
      member({ roles: [{ id: 'r', permissions: 0n }] }),
      [overwrite('alice', 0n, Bits.EmbedLinks, OverwriteType.Member), overwrite('r', Bits.EmbedLinks, 0n)],
      (READ | WRITE) & ~Bits.EmbedLinks,
    ],
    [
      'overwrites of roles one has not are nothing',
      member(),
      [overwrite('x', ALL_PERMISSIONS, 0n)],
      READ | WRITE,
    ],
    ['unseen means nothing at all', member(), [overwrite('guild', 0n, Bits.ViewChannel)], 0n],
    ['silent means no files, links or calls', member(), [overwrite('guild', 0n, Bits.SendMessages)], READ],
    ['in time-out one sees and reads', member({ timedOut: true }), [], READ],
    ['in time-out in the guild too', member({ timedOut: true }), undefined, READ],
    [
      'administrators shrug off a time-out',
      member({ timedOut: true, roles: [{ id: 'r', permissions: Bits.Administrator }] }),
      [],
      ALL_PERMISSIONS,
    ],
  ])('%s', (_, subject, overwrites, expected) => {
    expect(permissionsOf(subject, overwrites && { overwrites })).toBe(expected);
  });

  it('asks in threads for the right to write in threads', () => {
    const subject = member({ everyoneRole: { id: 'guild', permissions: READ | WRITE } });
    expect(permissionsOf(subject, { overwrites: [], isThread: true })).toBe(READ | Bits.SendMessages);
    const allowed = [overwrite('guild', Bits.SendMessagesInThreads, Bits.SendMessages)];
    const inThread = permissionsOf(subject, { overwrites: allowed, isThread: true });
    expect(has(inThread, Bits.EmbedLinks | Bits.AttachFiles)).toBe(true);
  });

  const bits = fc.bigInt({ min: 0n, max: (1n << 52n) - 1n }).map((each) => each & ~Bits.Administrator);
  const overwrites = fc.array(
    fc.record({
      id: fc.constantFrom('guild', 'a', 'b', 'alice'),
      type: fc.constantFrom(OverwriteType.Role, OverwriteType.Member),
      allow: bits.map(String),
      deny: bits.map(String),
    }),
    { maxLength: 5 },
  );

  it('never gives a bit that no role and no overwrite gives', () => {
    fc.assert(
      fc.property(bits, bits, overwrites, (everyone, role, list) => {
        const subject = member({
          everyoneRole: { id: 'guild', permissions: everyone },
          roles: [{ id: 'a', permissions: role }],
        });
        const given = list.reduce((sum, { allow }) => sum | BigInt(allow), everyone | role);
        return (permissionsOf(subject, { overwrites: list }) & ~given) === 0n;
      }),
    );
  });

  it('gives the same whatever the order of roles and overwrites', () => {
    fc.assert(
      fc.property(bits, bits, overwrites, (a, b, list) => {
        const roles = [
          { id: 'a', permissions: a },
          { id: 'b', permissions: b },
        ];
        const one = permissionsOf(member({ roles }), { overwrites: list });
        const other = permissionsOf(member({ roles: roles.toReversed() }), { overwrites: list.toReversed() });
        return one === other;
      }),
    );
  });
});
